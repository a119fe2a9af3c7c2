#include "widgets/actions/action_flow.h"

#include "models/cluster/preview.h"
#include "models/text/format.h"
#include "models/text/request.h"
#include "models/text/states.h"
#include "widgets/actions/action_form.h"
#include "widgets/actions/dip_picture.h"
#include "widgets/versions/difference_sheet.h"
#include "widgets/versions/effect_line.h"

#include <algorithm>
#include <utility>

namespace mesoscope::widgets {

namespace {

constexpr int conflict = 409;
constexpr int invalid = 422;

bool aboutAgents(const ActionRequest& request) {
    return request.verb >= ActionRequest::Verb::DrainAgents;
}

/// A toast has room for what, who and when; the whole sentence stands on the sheet with the difference.
QString conflictWords(const scheduler::Conflict& found, qint64 nowMs) {
    using Kind = scheduler::Conflict::Kind;
    const QString when = text::versionWord(found.now, nowMs);
    const QString who = found.by.isEmpty() ? QString() : ActionFlow::tr(" from %1").arg(found.by);
    if (found.kind == Kind::Gone)
        return ActionFlow::tr("It was destroyed meanwhile.");
    return found.kind == Kind::Scaled ? ActionFlow::tr("Scaled meanwhile%1 at %2.").arg(who, when)
                                      : ActionFlow::tr("Changed meanwhile%1 at %2.").arg(who, when);
}

/// What the sentences say already needs no list.
bool aboutOneApp(const ActionRequest& request) {
    using V = ActionRequest::Verb;
    return request.verb == V::Scale || request.verb == V::Restart || request.verb == V::Suspend ||
           request.verb == V::ResetDelay || request.verb == V::Start;
}

ClusterTag tagOf(const cluster::Connection& connection) {
    const QColor own(connection.colour);
    return {connection.name, connection.environment, own.isValid() ? own : QColor(0x1F, 0x5F, 0xBF),
            connection.protectedCluster, connection.readOnly};
}

/// The server's own words behind ours; both may say the same.
QString wordsOf(const base::Error& error) {
    QStringList parts;
    for (const QString& part : {error.sentence, error.serverText, error.advice}) {
        if (!part.isEmpty() && !parts.contains(part))
            parts += part;
    }
    return parts.join(QLatin1Char('\n'));
}

} // namespace

ActionFlow::ActionFlow(QWidget* window, QObject* parent) : QObject(parent), window_(window) {}

ActionFlow::~ActionFlow() = default;

QList<cluster::Action> ActionFlow::planned(const ActionRequest& request, const ActionChoices& choices) const {
    const bool several = !snapshot_ || scheduler::has(snapshot_->capabilities, scheduler::Capability::KillAndScale);
    return actionsOf(request, choices, !several);
}

void ActionFlow::attach(cluster::Session* session) {
    session_ = session;
    snapshot_ = session ? session->current() : nullptr;
    running_.clear();
    if (sheet_)
        Q_EMIT sheet_->rejected();
    Q_EMIT progressChanged();
}

void ActionFlow::request(const ActionRequest& request) {
    open(request, initialChoices(request, snapshot()));
}

void ActionFlow::open(const ActionRequest& request, const ActionChoices& choices, const QString& answers) {
    if (!session_ || sheet_)
        return;
    request_ = request;
    choices_ = choices;
    shown_.reset();
    sheet_ = openConfirmSheet(window_, confirmation(nullptr));
    sheet_->setObjectName(QStringLiteral("actionSheet"));
    form_ = ActionForm::make(request, choices, snapshot());
    if (form_) {
        sheet_->setForm(form_);
        form_->showAnswers(answers);
        form_->setFocus();
        connect(form_, &ActionForm::changed, this, [this] {
            const bool force = choices_.force;
            choices_ = form_->choices();
            choices_.force = force;
            preview();
        });
    }
    connect(sheet_, &ConfirmSheet::accepted, this, &ActionFlow::go);
    picture_ = new DipPicture;
    sheet_->setPicture(picture_);
    if (request.verb == ActionRequest::Verb::RevertGroup)
        readVersions();
    preview();
}

/// The states that the group can go back to.
void ActionFlow::readVersions() {
    session_->groupVersions(request_.targets.value(0), form_, [this](const base::Result<QStringList>& versions) {
        if (form_)
            form_->setVersions(versions ? *versions : QStringList(), versions ? QString() : versions.error().sentence,
                               snapshot_ ? snapshot_->atMs : 0);
    });
}

Confirmation ActionFlow::confirmation(const cluster::Preview* preview) const {
    Confirmation c;
    const SheetWords words = sheetWords(request_, choices_, snapshot());
    const auto actions = planned(request_, choices_);
    c.title = preview ? preview->title : cluster::actionTitle(actions.first());
    if (actions.size() > 1) {
        c.title = words.go;
        c.subtitle = tr("One after the other; the first failure stops the rest: %1")
                         .arg(request_.targets.mid(0, 6).join(QStringLiteral(", ")) +
                              (request_.targets.size() > 6 ? QStringLiteral(" …") : QString()));
    }
    c.cluster = tagOf(session_->connection());
    c.keepText = words.keep;
    c.goText = words.go;
    c.wayOut = words.wayOut;
    c.danger = words.danger;
    c.others = others();
    c.typedName = c.cluster.protectedCluster ? c.cluster.name : riskyName();
    if (!preview) {
        c.refusal = tr("The effect is being worked out.");
        return c;
    }
    c.effectSentences = preview->effects;
    if (preview->touched.size() > 1 || !aboutOneApp(request_)) {
        for (const scheduler::AppEffect& effect : preview->touched)
            c.effect.append(lineOf(effect, snapshot_ ? snapshot_->atMs : 0));
    }
    for (const QString& warning : preview->warnings)
        c.warnings.append({Glyph::Warning, Tone::Warning, warning, {}});
    c.request = text::requestsText(preview->requests);
    c.curl = text::curlText(preview->requests);
    const bool ends =
        request_.verb == ActionRequest::Verb::RevertDeployment || request_.verb == ActionRequest::Verb::StopDeployment;
    if (ends)
        c.requestNote = tr("It ends the deployment that runs now; nothing can refuse it for a lock.");
    else if (request_.verb == ActionRequest::Verb::CreateCompose)
        c.requestNote = tr("If the name is taken, the scheduler answers 409 and nothing happens.");
    else if (!aboutAgents(request_))
        c.requestNote =
            choices_.force
                ? tr("Forced: a running deployment of these apps is cancelled.")
                : tr("Not forced: if another deployment holds the app, the scheduler answers 409 and nothing happens.");
    const QString problem = form_ ? form_->problem() : QString();
    // What is still missing is said before what the scheduler would make of half a file.
    const bool missing = request_.verb == ActionRequest::Verb::CreateCompose && !problem.isEmpty();
    c.refusal = preview->refusal && !missing ? wordsOf(*preview->refusal) : problem;
    return c;
}

/// What has to be typed whatever the cluster: a framework's name before everything of it ends.
QString ActionFlow::riskyName() const {
    const bool teardown = request_.verb == ActionRequest::Verb::OfMaster &&
                          request_.master.verb == cluster::MasterCommand::Verb::Teardown;
    if (!teardown || !snapshot_ || !snapshot_->frameworks)
        return {};
    for (const cluster::FrameworkRow& row : *snapshot_->frameworks) {
        if (row.id == request_.master.frameworkId)
            return row.name;
    }
    return {};
}

/// Whoever deploys something else now may need the same room or hold the lock.
QList<Confirmation::Note> ActionFlow::others() const {
    QList<Confirmation::Note> notes;
    if (!snapshot_ || aboutAgents(request_))
        return notes;
    int more = 0;
    for (const auto& deployment : snapshot_->deployments) {
        if (request_.targets.contains(deployment->id))
            continue; // it is what is decided about
        const bool mine = std::any_of(request_.targets.cbegin(), request_.targets.cend(),
                                      [&](const QString& id) { return deployment->affectedApps.contains(id); });
        if (!mine && notes.size() >= 3) {
            ++more;
            continue;
        }
        const auto stuck = text::stuckMinutes(*deployment, snapshot_->atMs);
        const QString apps = deployment->affectedApps.mid(0, 3).join(QStringLiteral(", "));
        const QString what = tr("%1: %2, step %3 of %4")
                                 .arg(apps, text::deploymentKind(*deployment))
                                 .arg(deployment->currentStep)
                                 .arg(deployment->totalSteps);
        const QString rest = mine ? tr("holds what you change") : tr("not touched, may need the same room");
        notes.append({stuck ? Glyph::Clock : Glyph::Scale,
                      mine || stuck ? Tone::Warning : Tone::Accent,
                      what + QStringLiteral("; ") + rest,
                      {}});
    }
    if (more > 0)
        notes.append({Glyph::Info, Tone::Secondary, tr("and %Ln more deployment(s), not touched", nullptr, more), {}});
    if (notes.isEmpty())
        notes.append({Glyph::Check, Tone::Secondary, tr("Nobody deploys anything now."), {}});
    return notes;
}

/// Several targets: each is previewed, effects and requests are listed in their order.
void ActionFlow::preview() {
    if (!session_ || !sheet_)
        return;
    const int ask = ++asked_;
    const auto actions = planned(request_, choices_);
    auto sum = std::make_shared<cluster::Preview>();
    auto left = std::make_shared<int>(int(actions.size()));
    for (const cluster::Action& action : actions) {
        session_->preview(action, sheet_, [this, ask, sum, left](const cluster::Preview& part) {
            if (ask != asked_ || !sheet_)
                return;
            sum->title = part.title;
            sum->effects += part.effects;
            sum->warnings += part.warnings;
            sum->requests += part.requests;
            sum->touched += part.touched;
            if (planned(request_, choices_).size() == 1) {
                sum->dip = part.dip;
                sum->dipInstances = part.dipInstances;
            }
            if (part.refusal && !sum->refusal)
                sum->refusal = part.refusal;
            if (--*left > 0)
                return;
            shown_ = *sum;
            if (picture_)
                picture_->setDip(sum->dip, sum->dipInstances);
            sheet_->setConfirmation(confirmation(sum.get()));
        });
    }
}

void ActionFlow::go() {
    if (!session_)
        return;
    Running running{request_, choices_, planned(request_, choices_), 0, 0, 0};
    running.total = int(running.left.size());
    sendNext(running);
    running_.push_back(std::move(running));
    Q_EMIT progressChanged();
}

void ActionFlow::sendNext(Running& running) {
    running.id = session_->perform(running.left.takeFirst());
}

void ActionFlow::apply(const cluster::Update& update) {
    if (!update.snapshot)
        return;
    snapshot_ = update.snapshot;
    // What was decided on may have changed under the open sheet.
    if (sheet_ && (update.diff.sources || update.diff.deployments))
        preview();
    std::erase_if(running_, [this](Running& running) { return !follow(running); });
    if (update.diff.actions)
        Q_EMIT progressChanged();
}

/// False when it is over.
bool ActionFlow::follow(Running& running) {
    const auto it = std::find_if(snapshot_->actions.cbegin(), snapshot_->actions.cend(),
                                 [&running](const auto& progress) { return progress.id == running.id; });
    if (it == snapshot_->actions.cend() || !cluster::isOver(it->phase))
        return true;
    if (it->phase != cluster::ActionPhase::Done) {
        fail(running, *it);
        return false;
    }
    ++running.done;
    if (running.left.isEmpty()) {
        succeed(running, *it);
        return false;
    }
    if (session_)
        sendNext(running);
    return true;
}

namespace {

ObjectRef objectOf(const ActionRequest& request, const cluster::ActionProgress& progress) {
    using Kind = ObjectRef::Kind;
    const auto verb = request.verb;
    if (verb == ActionRequest::Verb::OfMaster)
        return {};
    if (aboutAgents(request))
        return {Kind::Agent, progress.target};
    if (verb == ActionRequest::Verb::KillTasks)
        return {Kind::Task, progress.target};
    const bool gone = verb == ActionRequest::Verb::Destroy || verb == ActionRequest::Verb::DestroyGroup;
    const bool app = progress.target.startsWith(QLatin1Char('/')) && !gone;
    return app ? ObjectRef{Kind::App, progress.target} : ObjectRef{};
}

} // namespace

void ActionFlow::succeed(const Running& running, const cluster::ActionProgress& progress) {
    ActionOutcome outcome;
    outcome.title = running.total > 1 ? tr("%Ln app(s) changed", nullptr, running.total) : progress.title;
    outcome.text = progress.detail.isEmpty() ? tr("Done.") : progress.detail;
    outcome.object = objectOf(running.request, progress);
    outcome.button = outcome.object.isNull() ? QString() : tr("Show");
    Q_EMIT finished(outcome);
}

void ActionFlow::fail(const Running& running, const cluster::ActionProgress& progress) {
    ActionOutcome outcome;
    outcome.good = false;
    const bool refused = progress.phase == cluster::ActionPhase::Refused;
    outcome.title = refused ? tr("%1 was refused").arg(progress.title) : tr("%1 failed").arg(progress.title);
    outcome.text = wordsOf(progress.error);
    if (outcome.text.isEmpty())
        outcome.text = progress.detail;
    if (running.total > 1)
        outcome.text += QLatin1Char('\n') +
                        tr("%1 of %2 were changed before; the rest was not sent.").arg(running.done).arg(running.total);
    outcome.object = objectOf(running.request, progress);
    outcome.button = outcome.object.isNull() ? QString() : tr("Show");
    if (progress.conflict) {
        outcome.text = conflictWords(*progress.conflict, snapshot_ ? snapshot_->atMs : 0);
        outcome.button = tr("Show the difference…");
        outcome.press = [this, request = running.request, found = *progress.conflict, app = progress.target] {
            showDifference(request, found, app);
        };
    } else if (running.request.verb == ActionRequest::Verb::CreateCompose) {
        if (refused)
            offerCorrection(running, progress.error, outcome);
    } else if (progress.error.httpStatus == conflict && !running.choices.force) {
        // The price of an override is on the sheet: which deployment it cancels.
        ActionChoices choices = running.choices;
        choices.force = true;
        ActionRequest again = running.request;
        again.targets = again.targets.mid(running.total > 1 ? running.done : 0);
        outcome.button = tr("Override…");
        outcome.press = [this, again, choices] { open(again, choices); };
    } else if (progress.error.httpStatus == invalid && running.request.verb == ActionRequest::Verb::Deploy) {
        offerCorrection(running, progress.error, outcome);
    }
    Q_EMIT finished(outcome);
}

/// The sheet again, as it was, with what the server said.
void ActionFlow::offerCorrection(const Running& running, const base::Error& error, ActionOutcome& outcome) {
    outcome.button = tr("Correct…");
    outcome.press = [this, request = running.request, choices = running.choices, text = error.serverText] {
        open(request, choices, text);
    };
}

/// What was looked at beside what runs now; who decides again does so on the newer one.
void ActionFlow::showDifference(const ActionRequest& request, const scheduler::Conflict& conflict, const QString& app) {
    if (!session_ || sheet_)
        return;
    DifferenceSheet* sheet = openDifferenceSheet(window_, app, scheduler::sentenceOf(conflict, app));
    ActionRequest again = request;
    again.seenVersion = conflict.now;
    connect(sheet, &DifferenceSheet::againWanted, this, [this, again] { this->request(again); });
    session_->versionDocument(app, conflict.seen, sheet, [this, sheet, app](const base::Result<QByteArray>& seen) {
        const cluster::Slot slot = snapshot_ ? snapshot_->findApp(app) : cluster::noSlot;
        if (!seen)
            sheet->showProblem(seen.error().sentence);
        else if (slot == cluster::noSlot)
            sheet->showProblem(tr("The app is not there any more."));
        else
            sheet->show(*seen, snapshot_->apps[slot].app->document);
    });
}

QString ActionFlow::progressText() const {
    if (!snapshot_)
        return {};
    for (auto it = snapshot_->actions.crbegin(); it != snapshot_->actions.crend(); ++it) {
        if (cluster::isOver(it->phase))
            continue;
        const QString rest = it->detail.isEmpty() ? text::worded(it->phase).word : it->detail;
        return QStringLiteral("%1: %2").arg(it->title, rest);
    }
    return {};
}

} // namespace mesoscope::widgets

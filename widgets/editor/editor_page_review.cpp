// The editor page from the review on: plan and comparison, sending, following, the way back, and what somebody else
// deployed meanwhile.
#include "models/appspec/app_fields.h"
#include "models/appspec/merge.h"
#include "models/appspec/rules/server_answer.h"
#include "models/tables/why_projection.h"
#include "models/text/states.h"
#include "widgets/controls/button.h"
#include "widgets/controls/panels.h"
#include "widgets/editor/document_form.h"
#include "widgets/editor/editor_page.h"
#include "widgets/editor/name_bar.h"

#include <QDateTime>
#include <QStackedWidget>

#include <algorithm>

namespace mesoscope::widgets {
namespace {

enum Layer { Start, Editing, Review };

constexpr int unprocessable = 422;
constexpr qint64 listFollowsWithinMs = 30'000;

} // namespace

void EditorPage::connectReview() {
    connect(review_, &ReviewPane::backWanted, this, [this] { stepBack(); });
    connect(review_, &ReviewPane::deployWanted, this, &EditorPage::deploy);
    connect(review_, &ReviewPane::wayBackWanted, this, &EditorPage::goBack);
    connect(review_, &ReviewPane::comparisonWanted, this, &EditorPage::choose);
    connect(review_, &ReviewPane::keepWanted, this, [this] {
        saveDraft(true);
        create();
    });
    connect(review_, &ReviewPane::fieldWanted, this, [this](const QString& pointer) {
        stepBack();
        showField(pointer, true, true);
    });
}

cluster::Action EditorPage::action() const {
    scheduler::Command command;
    command.verb = scheduler::Command::Verb::Deploy;
    command.targets = {model_.appId()};
    command.document = model_.text();
    return {command, model_.isGroup() ? QString() : model_.runningVersion()};
}

void EditorPage::review() {
    if (!open_)
        return;
    review_->showLoading();
    stack_->setCurrentIndex(Review);
    updateTitle();
    comparison_ = 0;
    comparisons_ = {{model_.isNew() ? tr("nothing: it is new") : tr("what runs"), {}, model_.runningText(), true}};
    const quint64 revision = model_.revision();
    model_.plan(model_.runningText(), [this, revision](const appspec::Plan& plan) {
        if (revision != model_.revision())
            return;
        plan_ = plan;
        const std::shared_ptr<const appspec::LiveAgents> agents = model_.agents();
        review_->show(plan, agents ? int(agents->agents.size()) : 0,
                      agents ? QString::fromUtf8(agents->rack) : QString(), model_.isNew());
        showComparison();
        if (session_)
            session_->preview(action(), this,
                              [this](const cluster::Preview& preview) { review_->showPreview(preview); });
    });
    readVersions();
}

// Comparing
// ------------------------------------------------------------------------------------------------------------

/// Other versions, that the server keeps or this program kept, and where another cluster can be named.
void EditorPage::readVersions() {
    offerVersions({});
    if (!session_ || model_.isGroup())
        return;
    session_->versions(model_.appId(), this, [this](const base::Result<QStringList>& result) {
        offerVersions(result.value_or(QStringList()));
    });
    if (!archive_)
        return;
    archive_->versionsOf(model_.appId(), this, [this](const base::Result<QList<history::StoredVersion>>& kept) {
        QStringList versions;
        for (const history::StoredVersion& one : kept.value_or(QList<history::StoredVersion>()))
            versions.append(one.version);
        offerVersions(versions);
    });
}

void EditorPage::offerVersions(const QStringList& versions) {
    if (stack_->currentIndex() != Review || comparisons_.isEmpty())
        return;
    constexpr qsizetype most = 100;
    for (const QString& version : versions) {
        const bool known = version == model_.runningVersion() ||
                           std::any_of(comparisons_.cbegin(), comparisons_.cend(),
                                       [&](const Comparison& c) { return c.version == version; });
        if (!known && comparisons_.size() < most)
            comparisons_.append({tr("version %1").arg(version), version, {}, false});
    }
    QStringList titles;
    for (const Comparison& one : std::as_const(comparisons_))
        titles.append(one.title);
    review_->setChoices(titles + QStringList{tr("a file…"), tr("another cluster…")}, comparison_);
}

void EditorPage::choose(int comparison) {
    if (comparison == comparisons_.size())
        return compareFile();
    if (comparison > comparisons_.size()) {
        names_->ask(tr("Address of the other cluster's scheduler"), QStringLiteral("http://"), tr("Compare"),
                    [this](const QString& address) { Q_EMIT otherClusterWanted(address, model_.appId()); });
        return;
    }
    comparison_ = comparison;
    const Comparison& chosen = comparisons_[comparison];
    if (chosen.version.isEmpty() || !chosen.document.isEmpty() || !session_)
        return showComparison();
    readVersion(comparison);
}

/// The server first; what it has forgotten may have been kept here.
void EditorPage::readVersion(int comparison) {
    const QString app = model_.appId();
    const QString version = comparisons_[comparison].version;
    const auto take = [this, comparison, version](const base::Result<QByteArray>& document) {
        if (comparison != comparison_ || comparisons_.value(comparison).version != version)
            return;
        if (!document)
            return complain(tr("Not compared."), document.error().sentence);
        comparisons_[comparison].document = appspec::editableDocument(*document);
        showComparison();
    };
    session_->versionDocument(app, version, this, [this, app, version, take](const base::Result<QByteArray>& document) {
        if (document || !archive_)
            return take(document);
        archive_->document(app, version, this, take);
    });
}

void EditorPage::compareWith(const QString& title, const QByteArray& document) {
    const appspec::JsonTree tree = appspec::JsonTree::parse(document);
    if (!tree.isValid())
        return complain(tr("Not compared."), tr("%1 is not JSON: line %2, column %3: %4")
                                                 .arg(title)
                                                 .arg(tree.error()->position.line)
                                                 .arg(tree.error()->position.column)
                                                 .arg(tree.error()->message));
    // A server's answer wraps the app.
    const appspec::JsonValue wrapped = tree.root().member("app");
    const bool answer = wrapped.is(appspec::JsonValue::Kind::Object) && tree.root().childCount() == 1;
    const QByteArray text =
        answer ? appspec::editableDocument(QByteArray(wrapped.raw().data(), qsizetype(wrapped.raw().size())))
               : document;
    comparisons_.append({title, {}, text, false});
    comparison_ = int(comparisons_.size()) - 1;
    offerVersions({});
    showComparison();
}

void EditorPage::showComparison() {
    const Comparison chosen = comparisons_.value(comparison_);
    const QString mine = draftMs_ > 0 ? tr("this draft") : tr("this document");
    const auto show = [this, chosen, mine](const appspec::Plan& plan) {
        ComparedWith with{chosen.title, chosen.document, appspec::diffText(chosen.document, model_.text()),
                          chosen.running};
        if (chosen.running && !model_.runningVersion().isEmpty())
            with.title = tr("running: version %1").arg(model_.runningVersion());
        review_->showChanges(plan, with, mine);
    };
    if (chosen.running)
        return show(plan_);
    model_.plan(chosen.document, [this, show, asked = comparison_](const appspec::Plan& plan) {
        if (asked == comparison_)
            show(plan);
    });
}

// Sending
// --------------------------------------------------------------------------------------------------------------

void EditorPage::deploy() {
    if (!session_)
        return complain(tr("Not sent."), tr("No cluster is connected."));
    saveDraft(true);
    versionBefore_ = model_.runningVersion();
    deployedApp_ = model_.appId();
    ownUntilMs_ = 0;
    review_->offerWayBack({});
    action_ = session_->perform(action());
    review_->setBusy(tr("Sent; waiting for the answer…"));
    watchWhy(true);
}

/// The cause of a deployment that does not move is worked out where the pictures are.
void EditorPage::watchWhy(bool on) {
    whySentence_.clear();
    if (why_ != 0 && session_)
        session_->removeProjection(why_);
    why_ = 0;
    if (on && session_ && !model_.isGroup())
        why_ = session_->addProjection(std::make_unique<tables::WhyProjection>(deployedApp_));
}

void EditorPage::takeWhy(const cluster::Update& update) {
    for (const auto& [id, result] : update.projections) {
        if (id != why_ || why_ == 0 || !result)
            continue;
        const auto answer = std::static_pointer_cast<const tables::WhyAnswer>(result);
        whySentence_ = answer->why.cause == scheduler::WaitCause::Nothing ? QString() : answer->why.sentence;
    }
}

void EditorPage::follow(const cluster::Snapshot& snapshot) {
    for (const cluster::ActionProgress& progress : snapshot.actions) {
        if (progress.id != action_)
            continue;
        if (cluster::isOver(progress.phase))
            return followed(progress);
        review_->showProgress(progress);
        lookForStuck(snapshot, progress);
        return;
    }
}

void EditorPage::lookForStuck(const cluster::Snapshot& snapshot, const cluster::ActionProgress& progress) {
    for (const scheduler::DeploymentPtr& deployment : snapshot.deployments) {
        if (deployment->id != progress.deploymentId)
            continue;
        const std::optional<int> minutes = text::stuckMinutes(*deployment, snapshot.atMs);
        if (!minutes)
            return;
        review_->showStuck(tr("No progress for %Ln minute(s).", nullptr, *minutes) + QLatin1Char(' ') + whySentence_);
        if (!versionBefore_.isEmpty())
            review_->offerWayBack(tr("Go back to version %1").arg(versionBefore_));
        return;
    }
}

void EditorPage::followed(const cluster::ActionProgress& progress) {
    const bool good = progress.phase == cluster::ActionPhase::Done;
    const QString said = progress.error.serverText.isEmpty()
                             ? progress.error.sentence + QLatin1Char(' ') + progress.error.advice
                             : progress.error.sentence + QLatin1Char('\n') + progress.error.serverText;
    action_ = 0;
    watchWhy(false);
    if (!good) {
        review_->showOutcome(false, said);
        if (progress.error.httpStatus == unprocessable || progress.error.httpStatus == 400) {
            model_.setServerProblems(
                appspec::serverProblems(progress.error.serverText, appspec::JsonTree::parse(model_.text())));
            review_->showOutcome(false, said + QLatin1Char('\n') +
                                            tr("Back in the editor, each stands on its field and line."));
        }
        return;
    }
    if (!draftKey_.isEmpty()) {
        writer_.waitForDone();
        drafts_.remove(draftKey_);
        draftKey_.clear();
        draftMs_ = 0;
    }
    takeRunning();
    model_.markSaved();
    // The scheduler tells the end of a deployment, and its list of apps follows when it has time.
    if (!showsOwnDeploy() && snapshot_)
        ownUntilMs_ = snapshot_->atMs + listFollowsWithinMs;
    review_->showOutcome(true, tr("Deployed. %1").arg(progress.detail));
    review_->offerWayBack(model_.isGroup()           ? QString()
                          : versionBefore_.isEmpty() ? tr("Remove %1 again…").arg(deployedApp_)
                                                     : tr("Go back to version %1").arg(versionBefore_));
    updateTitle();
}

/// Whether the picture is newer than the deploy from here: every app is there, a single one in another version.
bool EditorPage::showsOwnDeploy() const {
    const QList<appspec::AppPlace>& places = model_.apps();
    const bool there = std::all_of(places.cbegin(), places.cend(),
                                   [this](const appspec::AppPlace& place) { return runningApp(place.id); });
    const scheduler::App* const own = runningApp(deployedApp_);
    return there && (model_.isGroup() || (own && own->version != versionBefore_));
}

void EditorPage::takeRunning() {
    ownUntilMs_ = 0;
    movedTo_.clear();
    QString version;
    const QByteArray running = runningFor(appspec::JsonTree::parse(model_.text()), version);
    model_.setRunning(running, version);
}

/// The request goes the same way as every other action: preview, typed name where it is wanted, outcome.
void EditorPage::goBack() {
    ActionRequest request;
    request.targets = QStringList{deployedApp_};
    if (versionBefore_.isEmpty()) {
        request.verb = ActionRequest::Verb::Destroy;
    } else {
        request.verb = ActionRequest::Verb::DeployVersion;
        request.version = versionBefore_;
    }
    Q_EMIT actionRequested(request);
}

// Somebody else
// ---------------------------------------------------------------------------------------------------------

void EditorPage::noticeMove() {
    const scheduler::App* const app = model_.isGroup() ? nullptr : runningApp(model_.appId());
    if (!app || app->version == model_.runningVersion() || app->version == movedTo_ ||
        model_.runningVersion().isEmpty())
        return;
    movedTo_ = app->version;
    movedDocument_ = appspec::editableDocument(app->document);
    banner_->show(Banner::Kind::Info, tr("The running version moved."),
                  tr("%1 was deployed while you were editing.").arg(app->version), tr("Merge"));
    banner_->setVisible(true);
    updateTitle();
}

void EditorPage::mergeRunning() {
    if (movedTo_.isEmpty())
        return;
    const appspec::MergeResult merged = appspec::merge(model_.runningText(), model_.text(), movedDocument_);
    if (!merged.error.isEmpty()) {
        banner_->show(Banner::Kind::Error, tr("Not merged."), merged.error);
        return;
    }
    // The merge is one step that can be undone; what is compared with is the new running version.
    model_.replaceAll(merged.text);
    model_.setRunning(movedDocument_, movedTo_);
    movedTo_.clear();
    stack_->setCurrentIndex(Editing);
    updateTitle();
    if (merged.conflicts.isEmpty()) {
        banner_->show(Banner::Kind::Info, tr("Merged."),
                      tr("%Ln change(s) of the running version were taken over; yours stayed.", nullptr,
                         int(merged.taken.size())));
        return;
    }
    QStringList fields;
    for (const appspec::Conflict& conflict : merged.conflicts)
        fields.append(conflict.pointer);
    banner_->show(Banner::Kind::Stale, tr("%Ln field(s) changed on both sides.", nullptr, int(fields.size())),
                  tr("Yours was kept in %1; Revert there takes what runs.").arg(fields.join(QStringLiteral(", "))));
    banner_->setVisible(true);
    showField(fields.first(), true, true);
}

} // namespace mesoscope::widgets

#include "widgets/deployments/deployments_page.h"

#include "models/tables/column.h"
#include "models/text/format.h"
#include "models/text/states.h"
#include "widgets/deployments/change_view.h"
#include "widgets/deployments/steps_view.h"
#include "widgets/deployments/waterfall.h"
#include "widgets/deployments/ways_back.h"
#include "widgets/theme/metrics.h"

#include <QHBoxLayout>

#include <algorithm>

namespace mesoscope::widgets {

using scheduler::DeploymentRecord;
using scheduler::DeploymentRecordPtr;
using scheduler::DeploymentTracker;

DeploymentsPage::DeploymentsPage(QWidget* parent)
    : Page(QStringLiteral("deployments"), parent), stack_(new QStackedLayout(this)), empty_(new EmptyState) {
    buildTitle();
    auto* body = new QWidget;
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    list_ = new DeploymentList;
    list_->setFixedWidth(320);
    row->addWidget(list_);
    auto* line = new QFrame;
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    line->setFixedWidth(1);
    row->addWidget(line);
    row->addWidget(buildDetail(), 1);
    stack_->addWidget(empty_);
    stack_->addWidget(body);
    empty_->show(EmptyState::Kind::Loading, tr("Connecting"), tr("No source has answered yet."));
    inspector_ = new InspectorPane(QStringLiteral("deploymentInspector"), tr("Deployment"));
    facts_ = new KeyValues;
    ways_ = new WaysBack;
    inspector_->addSection(tr("Facts"), facts_);
    inspector_->addSection(tr("Four different ways back"), ways_);
    inspector_->setNothing(tr("Choose a deployment to see the ways back."));
    connect(list_, &DeploymentList::currentChangedTo, this, &DeploymentsPage::refreshDetail);
    connect(ways_, &WaysBack::actionRequested, this, &Page::actionRequested);
    const auto openApp = [this](const QString& app) { Q_EMIT objectRequested({ObjectRef::Kind::App, app}); };
    connect(ways_, &WaysBack::versionsWanted, this, openApp);
    connect(facts_, &KeyValues::linkActivated, this, openApp);
    setFocusProxy(list_);
}

void DeploymentsPage::buildTitle() {
    titleRow_ = new QWidget;
    auto* row = new QHBoxLayout(titleRow_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gapSmall);
    filter_ = new Edit;
    filter_->setObjectName(QStringLiteral("deploymentsFilter"));
    filter_->setAccessibleName(tr("Filter deployments"));
    filter_->setPlaceholderText(tr("app, version or id"));
    filter_->setMaximumWidth(260);
    which_ =
        new SegmentedChoice(QStringLiteral("deploymentsWhich"), tr("Show"), {tr("running and ended"), tr("running")});
    row->addWidget(filter_, 1);
    row->addStretch(1);
    row->addWidget(which_);
    const auto refresh = [this] {
        if (snapshot_)
            refreshList();
    };
    connect(filter_, &QLineEdit::textChanged, this, refresh);
    connect(which_, &SegmentedChoice::chosen, this, refresh);
}

QWidget* DeploymentsPage::buildDetail() {
    auto* detail = new QWidget;
    auto* column = new QVBoxLayout(detail);
    column->setContentsMargins(0, metrics::gap, 0, 0);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(metrics::gapLarge, 0, metrics::gapLarge, 0);
    heading_ = new Words(QString(), Text::Title);
    heading_->setObjectName(QStringLiteral("deploymentHeading"));
    heading_->setElided(true);
    state_ = new StatePill;
    took_ = new Words(QString(), Text::Strong);
    head->addWidget(heading_);
    head->addWidget(state_);
    head->addStretch(1);
    head->addWidget(took_);
    column->addLayout(head);
    subtitle_ = new Words(QString(), Text::Body, Tone::Secondary);
    block_ = new Words(QString(), Text::Body, Tone::Warning);
    block_->setObjectName(QStringLiteral("deploymentBlock"));
    for (Words* words : {subtitle_, block_}) {
        words->setContentsMargins(metrics::gapLarge, 0, metrics::gapLarge, 0);
        words->setWordWrap(true);
        column->addWidget(words);
    }
    steps_ = new StepsView;
    column->addWidget(steps_);
    column->addWidget(makeLine(detail));
    waterfall_ = new Waterfall;
    column->addWidget(waterfall_, 1);
    column->addWidget(makeLine(detail));
    change_ = new ChangeView;
    column->addWidget(change_);
    return detail;
}

QString DeploymentsPage::counts() const {
    const auto running = std::count_if(log_.cbegin(), log_.cend(), [](const auto& r) { return r->endedMs == 0; });
    QStringList parts{tr("%1 running").arg(running)};
    if (stuck_ > 0)
        parts += tr("%1 of them stuck").arg(stuck_);
    const auto earlier =
        std::count_if(log_.cbegin(), log_.cend(), [this](const auto& r) { return kept_.isOnlyKept(r->deployment.id); });
    if (log_.size() > running + earlier)
        parts += tr("%1 ended since this program looks").arg(log_.size() - running - earlier);
    if (earlier > 0)
        parts += tr("%1 recorded earlier").arg(earlier);
    return parts.join(QStringLiteral(", "));
}

QWidget* DeploymentsPage::inspector() {
    return inspector_;
}

void DeploymentsPage::setArchive(history::VersionArchive* archive) {
    kept_.set({});
    if (!archive)
        return;
    archive->deployments(this, [this](const base::Result<QList<DeploymentRecordPtr>>& kept) {
        if (!kept)
            return; // the archive says it itself
        kept_.set(*kept);
        if (!snapshot_)
            return;
        takeLog();
        refreshList();
        refreshDetail();
        Q_EMIT headingChanged();
    });
}

void DeploymentsPage::takeLog() {
    log_ = kept_.beside(snapshot_->deploymentLog, snapshot_->schedulerComplete);
}

void DeploymentsPage::attach(cluster::Session* session) {
    session_ = session;
    ways_->attach(session);
    log_.clear();
    waterfall_->clear();
}

void DeploymentsPage::apply(const cluster::Update& update) {
    if (!update.snapshot)
        return;
    snapshot_ = update.snapshot;
    nowMs_ = std::max(nowMs_, snapshot_->atMs);
    takeLog();
    refreshList();
    refreshDetail();
    Q_EMIT headingChanged();
}

void DeploymentsPage::tick(qint64 nowMs) {
    nowMs_ = nowMs;
    if (!snapshot_)
        return;
    refreshList();
    refreshDetail();
}

void DeploymentsPage::setNarrow(bool narrow) {
    list_->setFixedWidth(narrow ? 260 : 320);
    change_->setVisible(!narrow);
}

bool DeploymentsPage::reveal(const ObjectRef& object) {
    if (object.kind != ObjectRef::Kind::Deployment)
        return false;
    wantedId_ = list_->select(object.id) ? QString() : object.id;
    return true;
}

bool DeploymentsPage::wanted(const DeploymentRecord& record) const {
    if (which_->current() == 1 && record.endedMs != 0)
        return false;
    const QString text = filter_->text().trimmed();
    const scheduler::Deployment& d = record.deployment;
    return text.isEmpty() || d.id.contains(text, Qt::CaseInsensitive) || d.version.contains(text) ||
           std::any_of(d.affectedApps.cbegin(), d.affectedApps.cend(),
                       [&](const QString& app) { return app.contains(text, Qt::CaseInsensitive); });
}

/// Instances that are up, and those that are wanted, of all its apps.
std::pair<int, int> DeploymentsPage::upOf(const DeploymentRecord& record) const {
    int wanted = 0;
    int up = 0;
    for (const QString& id : record.deployment.affectedApps) {
        const cluster::Slot slot = snapshot_->findApp(id);
        if (slot == cluster::noSlot)
            continue;
        const tables::HealthCounts health = tables::healthOf(snapshot_->apps[slot]);
        wanted += health.wanted;
        up += health.healthy + health.unchecked;
    }
    return {up, wanted};
}

/// "4.18.1 → 4.18.2" where the image is another, else "scale 3 → 5", else what kind of change it is.
QString DeploymentsPage::whatOf(const DeploymentRecord& record) const {
    const QString app = record.deployment.affectedApps.value(0);
    const scheduler::AppPtr before = record.before.value(app);
    const scheduler::AppPtr after = record.after.value(app);
    const QString kind = text::deploymentKind(record.deployment);
    if (!before || !after || record.deployment.affectedApps.size() > 1)
        return kind;
    const QString from = text::imageTag(before->image);
    const QString to = text::imageTag(after->image);
    if (from != to && !from.isEmpty() && !to.isEmpty())
        return from + QStringLiteral(" → ") + to;
    if (before->instances != after->instances)
        return QStringLiteral("%1 %2 → %3").arg(kind).arg(before->instances).arg(after->instances);
    return kind;
}

/// What blocks now, and since when.
QString DeploymentsPage::blockOf(const DeploymentRecord& record) const {
    if (record.endedMs != 0)
        return {};
    QList<scheduler::QueueEntryPtr> waiting;
    for (const QString& id : record.deployment.affectedApps) {
        const cluster::Slot slot = snapshot_->findApp(id);
        if (slot != cluster::noSlot && snapshot_->apps[slot].waiting)
            waiting.append(snapshot_->apps[slot].waiting);
    }
    const scheduler::Blockade blockade = scheduler::blockadeOf(record, waiting);
    const QString sentence = scheduler::sentenceOf(blockade);
    if (sentence.isEmpty() || blockade.sinceMs == 0)
        return sentence;
    return tr("%1, since %2").arg(sentence, text::timeOfDay(blockade.sinceMs, nowMs_));
}

DeploymentCard DeploymentsPage::cardOf(const DeploymentRecord& record) const {
    const scheduler::Deployment& d = record.deployment;
    const bool stuck = DeploymentTracker::isStuck(record, nowMs_);
    DeploymentCard card;
    card.part = record.endedMs != 0 ? DeploymentCard::Part::Ended
                : stuck             ? DeploymentCard::Part::Stuck
                                    : DeploymentCard::Part::Running;
    card.id = d.id;
    card.apps = d.affectedApps.size() > 1
                    ? tr("%1 and %Ln more", nullptr, int(d.affectedApps.size()) - 1).arg(d.affectedApps.first())
                    : d.affectedApps.value(0, d.id);
    if (record.endedMs != 0) {
        card.what = record.succeeded      ? whatOf(record)
                    : record.outcomeKnown ? tr("%1, without success").arg(whatOf(record))
                                          : whatOf(record);
        card.failed = record.outcomeKnown && !record.succeeded;
        if (kept_.isOnlyKept(d.id))
            card.what = tr("%1, recorded earlier").arg(card.what);
        card.age = text::timeOfDay(record.endedMs, nowMs_);
        card.figure = text::duration(record.endedMs - record.startedMs);
        return card;
    }
    card.what = tr("%1, step %2 of %3").arg(whatOf(record)).arg(d.currentStep).arg(d.totalSteps);
    card.age = tr("since %1").arg(text::timeOfDay(record.startedMs, nowMs_).left(16));
    const auto [up, wanted] = upOf(record);
    card.figure = wanted > 0 ? tr("%1 of %2 up").arg(up).arg(wanted) : QString();
    card.progress = wanted > 0 ? double(up) / wanted : -1;
    if (stuck)
        card.cause = scheduler::stallSentence(record, nowMs_, record.cause.isEmpty() ? blockOf(record) : record.cause);
    return card;
}

void DeploymentsPage::refreshList() {
    QList<DeploymentCard> cards;
    stuck_ = 0;
    for (const auto& record : std::as_const(log_)) {
        stuck_ += DeploymentTracker::isStuck(*record, nowMs_) ? 1 : 0;
        if (wanted(*record))
            cards.append(cardOf(*record));
    }
    std::stable_sort(cards.begin(), cards.end(), [](const auto& a, const auto& b) { return a.part < b.part; });
    list_->setCards(cards);
    if (!wantedId_.isEmpty() && list_->select(wantedId_))
        wantedId_.clear();
    stack_->setCurrentIndex(log_.isEmpty() ? 0 : 1);
    if (log_.isEmpty())
        showEmpty();
}

void DeploymentsPage::showEmpty() {
    using Kind = EmptyState::Kind;
    const base::SourceStatus* status = snapshot_->source(base::SourceKind::Scheduler);
    if (snapshot_->schedulerComplete)
        return empty_->show(Kind::KnownEmpty, tr("Nothing is being deployed"),
                            tr("What ends while this program looks is kept in this list."));
    if (!status || status->state == base::SourceState::Off)
        return empty_->show(Kind::Unknown, tr("Not known"),
                            text::actionRefusal(*snapshot_, base::SourceKind::Scheduler, nowMs_));
    if (status->state == base::SourceState::Failed || status->state == base::SourceState::Retrying)
        return empty_->show(Kind::Error, status->problem.sentence, status->problem.advice);
    empty_->show(Kind::Loading, tr("Loading"), tr("The scheduler has not told everything yet."));
}

DeploymentRecordPtr DeploymentsPage::chosen() const {
    const QString id = list_->currentDeployment();
    for (const auto& record : log_) {
        if (record->deployment.id == id)
            return record;
    }
    return nullptr;
}

namespace {

Look lookOf(const DeploymentRecord& record, bool stuck) {
    if (record.endedMs == 0)
        return stuck ? Look{Glyph::Warning, Tone::Warning, DeploymentsPage::tr("stuck")}
                     : Look{Glyph::Scale, Tone::Accent, DeploymentsPage::tr("running")};
    if (!record.outcomeKnown)
        return {Glyph::Question, Tone::Unknown, DeploymentsPage::tr("ended unseen")};
    return record.succeeded ? Look{Glyph::Check, Tone::Secondary, DeploymentsPage::tr("done")}
                            : Look{Glyph::Close, Tone::Warning, DeploymentsPage::tr("without success")};
}

} // namespace

void DeploymentsPage::refreshDetail() {
    const DeploymentRecordPtr record = snapshot_ ? chosen() : nullptr;
    ways_->show(snapshot_, record, nowMs_);
    if (!record) {
        edge_ = {};
        inspector_->setNothing(tr("Choose a deployment to see the ways back."));
        waterfall_->clear();
        Q_EMIT inspectorChanged();
        return;
    }
    const bool stuck = DeploymentTracker::isStuck(*record, nowMs_);
    const DeploymentCard card = cardOf(*record);
    const Look look = lookOf(*record, stuck);
    const qint64 end = record->endedMs != 0 ? record->endedMs : nowMs_;
    heading_->setText(card.apps + QStringLiteral("  ") + whatOf(*record));
    state_->setLook(look);
    took_->setText(text::duration(end - record->startedMs));
    subtitle_->setText(spanOf(*record));
    const QString block = stuck                       ? card.cause
                          : record->endedMs == 0      ? blockOf(*record)
                          : !record->reason.isEmpty() ? record->reason
                                                      : QString();
    block_->setText(block);
    block_->setVisible(!block.isEmpty());
    block_->setTone(stuck || (record->endedMs != 0 && record->outcomeKnown) ? Tone::Warning : Tone::Secondary);
    steps_->show(record->deployment, record->endedMs != 0);
    // Only the page that is seen decides whose instances are read.
    const QString app = record->deployment.affectedApps.value(0);
    if (session_ && isVisible() && record->endedMs == 0 && !app.isEmpty() && snapshot_->watchedApp != app)
        session_->watchApp(app);
    waterfall_->show(record, nowMs_);
    change_->show(record, nowMs_);
    inspector_->setHead(card.apps, look, card.figure);
    edge_ = {card.apps, look, card.figure, card.progress};
    refreshFacts(*record, stuck);
    Q_EMIT inspectorChanged();
}

QString DeploymentsPage::spanOf(const DeploymentRecord& record) const {
    const QString from = text::timeOfDay(record.startedMs, nowMs_);
    const QString to = record.endedMs != 0 ? text::timeOfDay(record.endedMs, nowMs_) : tr("now");
    return kept_.isOnlyKept(record.deployment.id)
               ? tr("%1 – %2; recorded earlier: an earlier run of this program saw it").arg(from, to)
               : tr("%1 – %2; times are this program's, as the scheduler's events came").arg(from, to);
}

void DeploymentsPage::refreshFacts(const DeploymentRecord& record, bool stuck) {
    const scheduler::Deployment& d = record.deployment;
    QList<KeyValue> rows;
    KeyValue id{tr("deployment"), d.id};
    id.monospace = true;
    rows.append(id);
    KeyValue began{tr("began"), text::timeOfDay(d.versionMs != 0 ? d.versionMs : record.startedMs, nowMs_)};
    began.tip = text::exactTime(d.versionMs);
    rows.append(began);
    if (record.endedMs == 0)
        rows.append({tr("last moved"), text::ago(record.lastProgressMs, nowMs_), stuck ? Tone::Warning : Tone::Text});
    for (const QString& affected : d.affectedApps.mid(0, 6)) {
        KeyValue row{tr("touches"), affected};
        row.link = affected;
        rows.append(row);
    }
    facts_->setRows(rows);
}

} // namespace mesoscope::widgets

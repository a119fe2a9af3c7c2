#include "widgets/deployments/deployments_page.h"

#include "models/tables/column.h"
#include "models/text/format.h"
#include "models/text/states.h"
#include "widgets/deployments/steps_view.h"
#include "widgets/deployments/waterfall.h"
#include "widgets/deployments/ways_back.h"
#include "widgets/theme/metrics.h"

#include <QHBoxLayout>

#include <algorithm>

namespace mesoscope::widgets {

namespace {
constexpr qsizetype keptEnded = 100;
} // namespace

DeploymentsPage::DeploymentsPage(QWidget* parent)
    : Page(QStringLiteral("deployments"), parent), stack_(new QStackedLayout(this)), empty_(new EmptyState) {
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
    connect(ways_, &WaysBack::versionsWanted, this, [this](const QString& app) {
        Q_EMIT objectRequested({ObjectRef::Kind::App, app});
    });
    connect(facts_, &KeyValues::linkActivated, this, [this](const QString& app) {
        Q_EMIT objectRequested({ObjectRef::Kind::App, app});
    });
    setFocusProxy(list_);
}

QWidget* DeploymentsPage::buildDetail() {
    auto* detail = new QWidget;
    auto* column = new QVBoxLayout(detail);
    column->setContentsMargins(0, metrics::gap, 0, 0);
    column->setSpacing(metrics::gapSmall);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(metrics::gapLarge, 0, metrics::gapLarge, 0);
    heading_ = new Words(QString(), Text::Title);
    heading_->setObjectName(QStringLiteral("deploymentHeading"));
    state_ = new StatePill;
    head->addWidget(heading_);
    head->addWidget(state_);
    head->addStretch(1);
    column->addLayout(head);
    subtitle_ = new Words(QString(), Text::Body, Tone::Secondary);
    subtitle_->setContentsMargins(metrics::gapLarge, 0, metrics::gapLarge, 0);
    subtitle_->setWordWrap(true);
    column->addWidget(subtitle_);
    steps_ = new StepsView;
    column->addWidget(steps_);
    column->addWidget(makeLine(detail));
    waterfall_ = new Waterfall;
    column->addWidget(waterfall_, 1);
    return detail;
}

QString DeploymentsPage::counts() const {
    QStringList parts{tr("%1 running").arg(running_.size())};
    if (stuck_ > 0)
        parts += tr("%1 of them stuck").arg(stuck_);
    if (!ended_.isEmpty())
        parts += tr("%1 ended since this program looks").arg(ended_.size());
    return parts.join(QStringLiteral(", "));
}

QWidget* DeploymentsPage::inspector() {
    return inspector_;
}

void DeploymentsPage::attach(cluster::Session* session) {
    session_ = session;
    ways_->attach(session);
    running_.clear();
    ended_.clear();
}

void DeploymentsPage::apply(const cluster::Update& update) {
    if (!update.snapshot)
        return;
    snapshot_ = update.snapshot;
    nowMs_ = std::max(nowMs_, snapshot_->atMs);
    remember();
    refreshList();
    refreshDetail();
    Q_EMIT headingChanged();
}

void DeploymentsPage::tick(qint64 nowMs) {
    nowMs_ = nowMs;
    if (snapshot_)
        refreshList();
}

void DeploymentsPage::setNarrow(bool narrow) {
    list_->setFixedWidth(narrow ? 260 : 320);
}

bool DeploymentsPage::reveal(const ObjectRef& object) {
    if (object.kind != ObjectRef::Kind::Deployment)
        return false;
    wanted_ = list_->select(object.id) ? QString() : object.id;
    return true;
}

/// The scheduler forgets a deployment when it ends; whoever looked remembers it.
void DeploymentsPage::remember() {
    for (const auto& before : std::as_const(running_)) {
        const bool runs = std::any_of(snapshot_->deployments.cbegin(), snapshot_->deployments.cend(),
                                      [&before](const auto& now) { return now->id == before->id; });
        if (!runs && snapshot_->schedulerComplete)
            ended_.prepend({before, snapshot_->atMs});
    }
    if (ended_.size() > keptEnded)
        ended_.resize(keptEnded);
    running_ = snapshot_->deployments;
}

QString DeploymentsPage::causeOf(const scheduler::Deployment& deployment) const {
    QStringList reasons;
    for (const QString& id : deployment.affectedApps) {
        const cluster::Slot slot = snapshot_->findApp(id);
        const QString reason = slot == cluster::noSlot ? QString() : text::appReason(snapshot_->apps[slot]);
        if (!reason.isEmpty())
            reasons += deployment.affectedApps.size() > 1 ? id + QStringLiteral(": ") + reason : reason;
    }
    for (const auto& result : deployment.readiness) {
        if (!result.ready)
            reasons += tr("readiness check %1 not passed").arg(result.name);
    }
    return reasons.mid(0, 2).join(QStringLiteral("; "));
}

DeploymentCard DeploymentsPage::cardOf(const scheduler::Deployment& deployment) const {
    DeploymentCard card;
    const auto stuck = text::stuckMinutes(deployment, nowMs_);
    card.part = stuck ? DeploymentCard::Part::Stuck : DeploymentCard::Part::Running;
    card.id = deployment.id;
    card.apps = deployment.affectedApps.size() > 1
                    ? tr("%1 and %n more", nullptr, int(deployment.affectedApps.size()) - 1)
                          .arg(deployment.affectedApps.first())
                    : deployment.affectedApps.value(0, deployment.id);
    card.what = tr("%1, step %2 of %3")
                    .arg(text::deploymentKind(deployment))
                    .arg(deployment.currentStep)
                    .arg(deployment.totalSteps);
    card.age = tr("since %1").arg(text::timeOfDay(deployment.versionMs, nowMs_).left(16));
    int wanted = 0;
    int up = 0;
    for (const QString& id : deployment.affectedApps) {
        const cluster::Slot slot = snapshot_->findApp(id);
        if (slot == cluster::noSlot)
            continue;
        const tables::HealthCounts health = tables::healthOf(snapshot_->apps[slot]);
        wanted += health.wanted;
        up += health.healthy + health.unchecked;
    }
    card.figure = wanted > 0 ? tr("%1 of %2 up").arg(up).arg(wanted) : QString();
    card.progress = wanted > 0 ? double(up) / wanted : -1;
    if (stuck) {
        const QString cause = causeOf(deployment);
        card.cause = cause.isEmpty() ? tr("No progress for %n min; the cause is not known.", nullptr, *stuck)
                                     : tr("No progress for %n min: %1", nullptr, *stuck).arg(cause);
    }
    return card;
}

void DeploymentsPage::refreshList() {
    QList<DeploymentCard> cards;
    for (const auto& deployment : std::as_const(running_))
        cards.append(cardOf(*deployment));
    std::stable_sort(cards.begin(), cards.end(), [](const auto& a, const auto& b) { return a.part < b.part; });
    stuck_ = int(std::count_if(cards.cbegin(), cards.cend(),
                               [](const auto& card) { return card.part == DeploymentCard::Part::Stuck; }));
    for (const Ended& ended : std::as_const(ended_)) {
        DeploymentCard card = cardOf(*ended.deployment);
        card.part = DeploymentCard::Part::Ended;
        card.cause.clear();
        card.what = text::deploymentKind(*ended.deployment);
        card.age = text::timeOfDay(ended.endedMs, nowMs_);
        card.figure = text::duration(ended.endedMs - ended.deployment->versionMs);
        cards.append(card);
    }
    list_->setCards(cards);
    if (!wanted_.isEmpty() && list_->select(wanted_))
        wanted_.clear();
    stack_->setCurrentIndex(cards.isEmpty() ? 0 : 1);
    if (cards.isEmpty())
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

scheduler::DeploymentPtr DeploymentsPage::chosen(bool* ended) const {
    const QString id = list_->currentDeployment();
    for (const auto& deployment : running_) {
        if (deployment->id == id)
            return deployment;
    }
    *ended = true;
    for (const Ended& one : ended_) {
        if (one.deployment->id == id)
            return one.deployment;
    }
    return nullptr;
}

void DeploymentsPage::refreshDetail() {
    bool ended = false;
    const scheduler::DeploymentPtr deployment = snapshot_ ? chosen(&ended) : nullptr;
    ways_->show(snapshot_, deployment, ended, nowMs_);
    if (!deployment) {
        edge_ = {};
        inspector_->setNothing(tr("Choose a deployment to see the ways back."));
        Q_EMIT inspectorChanged();
        return;
    }
    const DeploymentCard card = cardOf(*deployment);
    const QString app = deployment->affectedApps.value(0);
    const auto stuck = text::stuckMinutes(*deployment, nowMs_);
    const Look look = ended   ? Look{Glyph::Check, Tone::Secondary, tr("ended")}
                      : stuck ? Look{Glyph::Warning, Tone::Warning, tr("stuck")}
                              : Look{Glyph::Scale, Tone::Accent, tr("running")};
    heading_->setText(tr("%1: %2").arg(card.apps, text::deploymentKind(*deployment)));
    state_->setLook(look);
    subtitle_->setText(!ended && stuck ? card.cause
                                       : tr("%1, began %2. Times of instances as the scheduler tells them.")
                                             .arg(card.what, text::ago(deployment->versionMs, nowMs_)));
    subtitle_->setTone(!ended && stuck ? Tone::Warning : Tone::Secondary);
    steps_->show(*deployment, ended);
    // Only the page that is seen decides whose instances are read.
    if (session_ && isVisible() && !app.isEmpty() && snapshot_->watchedApp != app)
        session_->watchApp(app);
    const bool watched = snapshot_->watchedApp == app && snapshot_->watchedInstances;
    waterfall_->show(watched ? *snapshot_->watchedInstances : QList<scheduler::Instance>(), deployment->version,
                     deployment->versionMs, nowMs_);
    inspector_->setHead(card.apps, look, card.figure);
    edge_ = {card.apps, look, card.figure, card.progress};
    QList<KeyValue> rows;
    KeyValue id{tr("deployment"), deployment->id};
    id.monospace = true;
    rows.append(id);
    KeyValue began{tr("began"), text::timeOfDay(deployment->versionMs, nowMs_)};
    began.tip = text::exactTime(deployment->versionMs);
    rows.append(began);
    rows.append({tr("last moved"), text::ago(deployment->lastProgressMs, nowMs_), stuck ? Tone::Warning : Tone::Text});
    for (const QString& affected : deployment->affectedApps.mid(0, 6)) {
        KeyValue row{tr("touches"), affected};
        row.link = affected;
        rows.append(row);
    }
    facts_->setRows(rows);
    Q_EMIT inspectorChanged();
}

} // namespace mesoscope::widgets

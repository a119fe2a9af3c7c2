#include "widgets/apps/app_inspector.h"

#include "models/tables/column.h"
#include "models/text/format.h"
#include "models/text/states.h"
#include "widgets/tables/event_list.h"
#include "widgets/tables/tones.h"

namespace mesoscope::widgets {

namespace {

using Verb = ActionRequest::Verb;

QString figure(double value) {
    return value < 0 ? text::none() : text::figure(value);
}

bool troubled(const scheduler::Instance& instance) {
    const auto state = master::taskStateFromName(instance.state.toStdString());
    if (state != master::TaskState::Running)
        return true;
    return std::any_of(instance.health.cbegin(), instance.health.cend(),
                       [](const auto& result) { return !result.alive; });
}

} // namespace

AppInspector::AppInspector(QWidget* parent) : InspectorPane(QStringLiteral("appInspector"), tr("App"), parent) {
    health_ = new HealthLine;
    addWidget(health_);
    reason_ = new Words(QString(), Text::Body, Tone::Secondary);
    reason_->setWordWrap(true);
    addWidget(reason_);
    trouble_ = new KeyValues;
    trouble_->setKeyWidth(170);
    troubleNote_ = addSection(tr("Not healthy"), trouble_);
    now_ = new KeyValues;
    addSection(tr("Right now"), now_, tr("from the gateway"));
    asks_ = new KeyValues;
    addSection(tr("Resources"), asks_);
    changes_ = new EventList(QStringLiteral("appChanges"));
    changes_->setMaximumHeight(4 * 26);
    addSection(tr("What changed"), changes_);
    open_ = addAction(Glyph::Forward, tr("Open app"), QStringLiteral("appOpen"));
    open_->setKeyHint(tr("Enter"));
    edit_ = addAction(Glyph::Edit, tr("Edit…"), QStringLiteral("appEdit"));
    scale_ = addAction(Glyph::Scale, tr("Scale…"), QStringLiteral("appScale"));
    restart_ = addAction(Glyph::Restart, tr("Restart…"), QStringLiteral("appRestart"));
    suspend_ = addAction(Glyph::Suspend, tr("Suspend…"), QStringLiteral("appSuspend"));
    destroy_ = addAction(Glyph::Destroy, tr("Destroy…"), QStringLiteral("appDestroy"), ButtonKind::Danger);
    connect(open_, &QPushButton::clicked, this, [this] { Q_EMIT objectRequested({ObjectRef::Kind::App, app_}); });
    connect(edit_, &QPushButton::clicked, this, [this] { ask(Verb::Deploy); });
    connect(scale_, &QPushButton::clicked, this, [this] { ask(Verb::Scale); });
    connect(restart_, &QPushButton::clicked, this, [this] { ask(Verb::Restart); });
    connect(suspend_, &QPushButton::clicked, this, [this] { ask(Verb::Suspend); });
    connect(destroy_, &QPushButton::clicked, this, [this] { ask(Verb::Destroy); });
    connect(trouble_, &KeyValues::linkActivated, this, [this](const QString& task) {
        Q_EMIT objectRequested({ObjectRef::Kind::Task, task});
    });
    setNothing(tr("Choose an app to see how it does."));
}

void AppInspector::ask(Verb verb) {
    ActionRequest request;
    request.verb = verb;
    request.targets = QStringList{app_};
    request.seenVersion = version_;
    Q_EMIT actionRequested(request);
}

void AppInspector::showNothing(const QString& sentence) {
    edge_ = {};
    app_.clear();
    setNothing(sentence);
}

void AppInspector::show(const cluster::SnapshotPtr& snapshot, cluster::Slot slot, qint64 nowMs) {
    if (!snapshot || slot >= snapshot->apps.size() || !snapshot->apps[slot].app)
        return showNothing(tr("Choose an app to see how it does."));
    const cluster::AppRow& row = snapshot->apps[slot];
    const scheduler::App& app = *row.app;
    app_ = app.id;
    version_ = app.version;
    Look look = lookOf(text::appState(row));
    QStringList subtitle{app.isPod ? tr("pod") : tr("app")};
    if (!app.image.isEmpty())
        subtitle += app.image;
    if (!app.role.isEmpty())
        subtitle += tr("role %1").arg(app.role);
    setHead(app.id, look, subtitle.join(QStringLiteral(" · ")));
    const tables::HealthCounts health = tables::healthOf(row);
    const int up = health.healthy + health.unchecked;
    health_->setHealth(health, app.hasHealthChecks ? tr("%1 of %2 healthy").arg(up).arg(health.wanted)
                                                   : tr("%1 of %2 running").arg(up).arg(health.wanted));
    edge_ = {app.id, look, QStringLiteral("%1 / %2").arg(up).arg(health.wanted),
             health.wanted > 0 ? double(up) / health.wanted : -1};
    reason_->setText(text::appReason(row));
    reason_->setVisible(!reason_->text().isEmpty());
    showTrouble(*snapshot, row, nowMs);
    showFacts(*snapshot, row, nowMs);
    showActions(*snapshot, row, nowMs);
}

void AppInspector::showTrouble(const cluster::Snapshot& snapshot, const cluster::AppRow& row, qint64 nowMs) {
    QList<KeyValue> rows;
    int more = 0;
    const bool watched = snapshot.watchedApp == row.app->id && snapshot.watchedInstances;
    for (const scheduler::Instance& instance : watched ? *snapshot.watchedInstances : QList<scheduler::Instance>()) {
        if (!troubled(instance))
            continue;
        if (rows.size() >= 6) {
            ++more;
            continue;
        }
        const auto state = master::taskStateFromName(instance.state.toStdString());
        const Look look =
            state == master::TaskState::Running ? lookOf(state, master::Health::Unhealthy) : lookOf(state);
        KeyValue line{instance.host, look.word, look.tone};
        line.rest = text::ageSince(std::max(instance.startedMs, instance.stagedMs), nowMs);
        line.link = instance.taskId;
        rows.append(line);
    }
    trouble_->setRows(rows);
    troubleNote_->setText(!watched         ? tr("reading")
                          : rows.isEmpty() ? tr("none")
                          : more > 0       ? tr("%Ln more", nullptr, more)
                                           : QString());
}

void AppInspector::showFacts(const cluster::Snapshot& snapshot, const cluster::AppRow& row, qint64 nowMs) {
    const scheduler::App& app = *row.app;
    // The hash of services only; the other look-ups are not needed for one app.
    tables::Lookup lookup;
    if (snapshot.traffic) {
        for (const auto& traffic : *snapshot.traffic)
            lookup.traffic.insert(traffic.service, traffic);
    }
    const auto* traffic = tables::trafficOf(lookup, app);
    if (traffic) {
        const double errors = traffic->requestsPerSecond > 0 && traffic->errorsPerSecond >= 0
                                  ? traffic->errorsPerSecond / traffic->requestsPerSecond * 100
                                  : -1;
        now_->setRows({{tr("requests"), figure(traffic->requestsPerSecond), Tone::Text, tr("/s")},
                       {tr("errors"), figure(errors), errors > 1 ? Tone::Bad : Tone::Text, tr("%")},
                       {tr("p99"), figure(traffic->p99Ms), Tone::Text, tr("ms")}});
    } else {
        KeyValue none{tr("traffic"), tr("not known"), Tone::Unknown};
        none.rest = !snapshot.traffic             ? tr("no figures of a gateway")
                    : snapshot.traffic->isEmpty() ? tr("the first figures need two readings")
                                                  : tr("no route of its name");
        now_->setRows({none});
    }
    asks_->setRows({{tr("cpu"), text::cpus(app.cpus * app.instances), Tone::Text,
                     tr("requested, %1 each").arg(text::cpus(app.cpus))},
                    {tr("memory"), text::memory(app.mem * app.instances), Tone::Text,
                     tr("requested, %1 each").arg(text::memory(app.mem))}});
    changes_->setEvents(notesAbout(snapshot, {app.id}, 4), nowMs);
}

void AppInspector::showActions(const cluster::Snapshot& snapshot, const cluster::AppRow& row, qint64 nowMs) {
    using C = scheduler::Capability;
    const QString refusal = text::actionRefusal(snapshot, base::SourceKind::Scheduler, nowMs);
    const auto offer = [&](Button* button, C capability, const QString& other = {}) {
        const bool can = scheduler::has(snapshot.capabilities, capability);
        button->setRefusal(!refusal.isEmpty() ? refusal : !can ? tr("This scheduler can't do it.") : other);
    };
    offer(edit_, C::Deploy);
    offer(scale_, C::Scale);
    offer(restart_, C::Restart, row.app->instances == 0 ? tr("Nothing runs that could restart.") : QString());
    offer(suspend_, C::Suspend, row.app->instances == 0 ? tr("It is suspended.") : QString());
    offer(destroy_, C::Destroy);
    setReason(refusal);
}

} // namespace mesoscope::widgets

#include "widgets/apps/group_inspector.h"

#include "models/text/format.h"
#include "models/text/states.h"

namespace mesoscope::widgets {

using Verb = ActionRequest::Verb;

GroupInspector::GroupInspector(QWidget* parent) : InspectorPane(QStringLiteral("groupInspector"), tr("Group"), parent) {
    health_ = new HealthLine;
    addWidget(health_);
    facts_ = new KeyValues;
    addSection(tr("Facts"), facts_);
    actions_ = {add(Glyph::Scale, tr("Scale the group…"), "groupScale", Verb::ScaleGroup),
                add(Glyph::Rollback, tr("Revert the group…"), "groupRevert", Verb::RevertGroup),
                add(Glyph::Destroy, tr("Destroy the group…"), "groupDestroy", Verb::DestroyGroup, ButtonKind::Danger)};
    setNothing(tr("Choose an app to see how it does."));
}

Button* GroupInspector::add(Glyph glyph, const QString& text, const char* objectName, Verb verb, ButtonKind kind) {
    Button* button = addAction(glyph, text, QLatin1String(objectName), kind);
    connect(button, &QPushButton::clicked, this, [this, verb] {
        ActionRequest request;
        request.verb = verb;
        request.targets = QStringList{group_};
        Q_EMIT actionRequested(request);
    });
    return button;
}

void GroupInspector::show(const cluster::Snapshot& snapshot, const tables::GroupRow& group, qint64 nowMs) {
    group_ = group.id;
    const Look look = group.troubled > 0 ? Look{Glyph::Warning, Tone::Warning, tr("needs attention")} : Look{};
    setHead(group.id, group.troubled > 0 ? look : Look{Glyph::Apps, Tone::Secondary, QString()}, tr("group"));
    const int up = group.health.healthy + group.health.unchecked;
    health_->setHealth(group.health, tr("%1 of %2 up").arg(up).arg(group.health.wanted));
    edge_ = {group.id, look, QStringLiteral("%1 / %2").arg(up).arg(group.health.wanted),
             group.health.wanted > 0 ? double(up) / group.health.wanted : -1};
    QList<KeyValue> rows{{tr("apps"), text::integer(group.apps)},
                         {tr("deploying"), text::integer(group.deploying)},
                         {tr("cpu"), text::cpus(group.cpus), Tone::Text, tr("requested")},
                         {tr("memory"), text::memory(group.mem), Tone::Text, tr("requested")}};
    if (group.troubled > 0)
        rows.append({tr("attention"), text::integer(group.troubled), Tone::Warning});
    facts_->setRows(rows);
    const bool can = scheduler::has(snapshot.capabilities, scheduler::Capability::Groups);
    const QString refusal =
        !can ? tr("This scheduler can't do it.") : text::actionRefusal(snapshot, base::SourceKind::Scheduler, nowMs);
    for (Button* action : std::as_const(actions_))
        action->setRefusal(refusal);
    setReason(refusal);
}

} // namespace mesoscope::widgets

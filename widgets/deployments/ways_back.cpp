#include "widgets/deployments/ways_back.h"

#include "models/text/request.h"
#include "models/text/states.h"
#include "widgets/theme/metrics.h"

namespace mesoscope::widgets {

namespace {

using Verb = ActionRequest::Verb;

cluster::Action actionOf(const ActionRequest& request) {
    scheduler::Command command;
    command.verb = request.verb == Verb::RevertDeployment ? scheduler::Command::Verb::RevertDeployment
                                                          : scheduler::Command::Verb::StopDeployment;
    command.targets = request.targets;
    return {command, QString()};
}

} // namespace

WaysBack::WaysBack(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("waysBack"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    old_ = addWay(Glyph::ArrowUp, tr("Deploy an old version…"), QStringLiteral("wayOldVersion"), column);
    revert_ = addWay(Glyph::Rollback, tr("Cancel and revert…"), QStringLiteral("wayRevert"), column);
    stop_ = addWay(Glyph::Pause, tr("Stop half-way…"), QStringLiteral("wayStop"), column);
    group_ = addWay(Glyph::Apps, tr("Revert a group…"), QStringLiteral("wayGroup"), column);
    connect(old_.button, &QPushButton::clicked, this, [this] {
        if (deployment_ && !deployment_->affectedApps.isEmpty())
            Q_EMIT versionsWanted(deployment_->affectedApps.first());
    });
    connect(revert_.button, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested(revert()); });
    connect(stop_.button, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested(stop()); });
    connect(group_.button, &QPushButton::clicked, this, [this] {
        ActionRequest request;
        request.verb = Verb::RevertGroup;
        request.targets = QStringList{deployment_->affectedApps.value(0).section(QLatin1Char('/'), 0, -2)};
        request.version = deployment_->version;
        Q_EMIT actionRequested(request);
    });
}

WaysBack::Way WaysBack::addWay(Glyph glyph, const QString& text, const QString& objectName, QVBoxLayout* column) {
    if (column->count() > 0)
        column->addWidget(makeLine(this));
    Way way{new Button(glyph, text), new Words(QString(), Text::Small, Tone::Secondary),
            new Words(QString(), Text::MonoSmall, Tone::Secondary)};
    way.button->setObjectName(objectName);
    way.button->setAccessibleName(text);
    way.button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    way.effect->setWordWrap(true);
    way.request->setWordWrap(true);
    way.request->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(way.button);
    column->addWidget(way.effect);
    column->addWidget(way.request);
    return way;
}

void WaysBack::attach(cluster::Session* session) {
    session_ = session;
    described_.clear();
}

ActionRequest WaysBack::revert() const {
    ActionRequest request;
    request.verb = Verb::RevertDeployment;
    request.targets = QStringList{deployment_ ? deployment_->id : QString()};
    return request;
}

ActionRequest WaysBack::stop() const {
    ActionRequest request = revert();
    request.verb = Verb::StopDeployment;
    return request;
}

void WaysBack::show(const cluster::SnapshotPtr& snapshot, const scheduler::DeploymentPtr& deployment, bool ended,
                    qint64 nowMs) {
    deployment_ = deployment;
    setVisible(deployment != nullptr);
    if (!deployment || !snapshot)
        return;
    const QString refusal = text::actionRefusal(*snapshot, base::SourceKind::Scheduler, nowMs);
    const QString over = tr("It has ended: nothing runs that could be stopped.");
    const QString touches = tr("Touches %1.").arg(deployment->affectedApps.mid(0, 4).join(QStringLiteral(", ")));
    const QString group = deployment->affectedApps.value(0).section(QLatin1Char('/'), 0, -2);
    old_.button->setRefusal(refusal);
    old_.effect->setText(tr("A new deployment, forward to an old definition. %1").arg(touches));
    revert_.button->setRefusal(!refusal.isEmpty() ? refusal : ended ? over : QString());
    revert_.effect->setText(
        ended ? over
              : tr("A new deployment undoes what this one changed, always with force, so it may abort others. %1")
                    .arg(touches));
    stop_.button->setRefusal(!refusal.isEmpty() ? refusal : ended ? over : QString());
    stop_.effect->setText(ended ? over
                                : tr("Starts nothing and undoes nothing: the new definition stays, old and new "
                                     "instances run side by side until the scheduler evens them out."));
    group_.button->setRefusal(!refusal.isEmpty() ? refusal
                              : group.isEmpty()  ? tr("The app is in no group.")
                                                 : QString());
    group_.effect->setText(group.isEmpty() ? tr("The app is in no group.")
                                           : tr("The whole group %1 goes back to its state of an earlier moment; the "
                                                "sheet lists every app that changes.")
                                                 .arg(group));
    if (described_ == deployment->id)
        return;
    described_ = deployment->id;
    describe(revert_, revert(), !ended);
    describe(stop_, stop(), !ended);
}

void WaysBack::describe(Way& way, const ActionRequest& request, bool possible) {
    way.request->clear();
    if (!session_ || !possible)
        return;
    session_->preview(actionOf(request), way.request, [words = way.request](const cluster::Preview& preview) {
        words->setText(text::requestsText(preview.requests));
    });
}

} // namespace mesoscope::widgets

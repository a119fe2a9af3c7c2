#include "widgets/agents/frameworks_pane.h"

#include "models/text/format.h"
#include "models/text/states.h"
#include "widgets/controls/button.h"
#include "widgets/controls/panels.h"
#include "widgets/inspector/pane.h"
#include "widgets/theme/metrics.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace mesoscope::widgets {

FrameworksPane::FrameworksPane(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("frameworksPane"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    table_ = new ObjectTable(tables::frameworksTable(), QStringLiteral("frameworksTable"), tr("Frameworks"));
    table_->setStretch("hostname");
    link_ = std::make_unique<TableLink<tables::TableProjection>>(*table_, [](const tables::TableQuery& query) {
        return std::make_unique<tables::TableProjection>(tables::frameworksTable(), query);
    });
    column->addWidget(table_, 1);
    column->addWidget(makeLine(this));
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(metrics::gapLarge, metrics::gapSmall, metrics::gapLarge, metrics::gapSmall);
    facts_ = new Words(QString(), Text::Small, Tone::Secondary);
    facts_->setWordWrap(true);
    teardown_ = new Button(Glyph::Destroy, tr("Tear down…"), ButtonKind::Danger);
    teardown_->setObjectName(QStringLiteral("frameworkTeardown"));
    row->addWidget(facts_, 1);
    row->addWidget(new ButtonReason(teardown_));
    row->addWidget(teardown_);
    column->addWidget(foot);
    connect(table_, &ObjectTable::currentChangedTo, this, &FrameworksPane::choose);
    connect(teardown_, &QPushButton::clicked, this, [this] {
        cluster::MasterCommand command;
        command.verb = cluster::MasterCommand::Verb::Teardown;
        command.frameworkId = table_->currentObject();
        if (!command.frameworkId.isEmpty())
            Q_EMIT actionRequested(ActionRequest::ofMaster(command));
    });
    setFocusProxy(table_);
    choose();
}

void FrameworksPane::attach(cluster::Session* session) {
    session ? link_->attach(session) : link_->detach();
    snapshot_.reset();
    choose();
}

void FrameworksPane::apply(const cluster::Update& update, qint64 nowMs) {
    link_->apply(update);
    snapshot_ = update.snapshot;
    nowMs_ = nowMs;
    if (isVisible())
        choose();
}

void FrameworksPane::choose() {
    const cluster::Slot slot = table_->rows().slot(table_->currentIndex().row());
    const bool known = snapshot_ && snapshot_->frameworks && slot < snapshot_->frameworks->size();
    if (!known) {
        facts_->setText(tr("Choose a framework to see what it is."));
        teardown_->setRefusal(tr("No framework is chosen."));
        return;
    }
    const cluster::FrameworkRow& f = (*snapshot_->frameworks)[slot];
    facts_->setText(QStringList{tr("id %1").arg(f.id), tr("roles %1").arg(f.roles),
                                tr("capabilities %1").arg(f.capabilities.isEmpty() ? text::none() : f.capabilities),
                                tr("fail-over time-out %1").arg(text::duration(f.failoverTimeoutMs)),
                                f.webuiUrl.isEmpty() ? QString() : f.webuiUrl}
                        .join(QStringLiteral("   ·   ")));
    teardown_->setRefusal(f.completed ? tr("It has ended.")
                                      : text::actionRefusal(*snapshot_, base::SourceKind::Master, nowMs_));
}

} // namespace mesoscope::widgets

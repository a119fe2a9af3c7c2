#include "widgets/apps/compose_sheet.h"

#include "models/text/format.h"
#include "widgets/controls/button.h"
#include "widgets/controls/overlay.h"
#include "widgets/controls/panels.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>

namespace mesoscope::widgets {

ComposeSheet::ComposeSheet(QWidget* parent)
    : QFrame(parent), note_(new Words(tr("Reading the compose files…"), Text::Body, Tone::Secondary)),
      list_(new QListWidget), facts_(new KeyValues), text_(new QPlainTextEdit),
      agentsNote_(new Words(tr("Reading the agents…"), Text::Body, Tone::Secondary)), agents_(new KeyValues),
      create_(new Button(Glyph::Plus, tr("New compose file…"))),
      destroy_(new Button(Glyph::Destroy, tr("Destroy with all its apps…"), ButtonKind::Danger)) {
    setObjectName(QStringLiteral("composeSheet"));
    setAccessibleName(tr("Compose files and agents"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gapHuge, metrics::gapLarge, metrics::gapHuge, metrics::gapLarge);
    column->setSpacing(metrics::gapSmall);
    column->addWidget(new Words(tr("Compose files"), Text::Title));
    note_->setWordWrap(true);
    note_->setObjectName(QStringLiteral("composeNote"));
    column->addWidget(note_);
    list_->setObjectName(QStringLiteral("composeList"));
    list_->setAccessibleName(tr("Compose files"));
    list_->setFixedWidth(240);
    text_->setObjectName(QStringLiteral("composeText"));
    text_->setAccessibleName(tr("Text of the compose file"));
    text_->setReadOnly(true);
    text_->setFont(theme::font(Text::Mono));
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setTabChangesFocus(true);
    facts_->setObjectName(QStringLiteral("composeFacts"));
    facts_->setKeyWidth(110);
    auto* row = new QHBoxLayout;
    row->addWidget(list_);
    auto* one = new QVBoxLayout;
    one->addWidget(facts_);
    one->addWidget(text_, 1);
    row->addLayout(one, 1);
    column->addLayout(row, 3);
    column->addWidget(new Words(tr("The scheduler's agents"), Text::Strong));
    agentsNote_->setWordWrap(true);
    column->addWidget(agentsNote_);
    agents_->setObjectName(QStringLiteral("composeAgents"));
    agents_->setKeyWidth(240);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("composeAgentsScroll"));
    scroll->setAccessibleName(tr("The scheduler's agents"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(agents_);
    column->addWidget(scroll, 2);
    auto* buttons = new QHBoxLayout;
    auto* close = new Button(tr("Close"));
    close->setObjectName(QStringLiteral("composeClose"));
    close->setAccessibleName(close->text());
    destroy_->setObjectName(QStringLiteral("composeDestroy"));
    destroy_->setAccessibleName(tr("Destroy the compose file's apps"));
    destroy_->setEnabled(false);
    create_->setObjectName(QStringLiteral("composeNew"));
    create_->setAccessibleName(tr("New compose file"));
    buttons->addWidget(create_);
    buttons->addWidget(destroy_);
    buttons->addStretch(1);
    buttons->addWidget(close);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &ComposeSheet::closed);
    connect(create_, &QPushButton::clicked, this, &ComposeSheet::createOne);
    connect(destroy_, &QPushButton::clicked, this, &ComposeSheet::destroyOne);
    connect(list_, &QListWidget::currentRowChanged, this, &ComposeSheet::refreshOne);
    connect(facts_, &KeyValues::linkActivated, this, [this](const QString& app) {
        Q_EMIT closed();
        Q_EMIT appWanted(app);
    });
    setFocusProxy(list_);
}

void ComposeSheet::showComposes(const base::Result<QList<scheduler::Compose>>& composes) {
    list_->clear();
    composes_ = composes ? *composes : QList<scheduler::Compose>();
    note_->setText(!composes             ? composes.error().sentence
                   : composes_.isEmpty() ? tr("No app came out of a compose file.")
                                         : QString());
    note_->setVisible(!note_->text().isEmpty());
    for (const scheduler::Compose& compose : std::as_const(composes_))
        list_->addItem(compose.operation == QLatin1String("noop") ? compose.name
                                                                  : tr("%1 (%2)").arg(compose.name, compose.operation));
    if (!composes_.isEmpty())
        list_->setCurrentRow(0);
    refreshOne();
}

void ComposeSheet::refreshOne() {
    const int row = list_->currentRow();
    destroy_->setEnabled(row >= 0);
    if (row < 0 || row >= composes_.size()) {
        facts_->setRows({});
        text_->clear();
        return;
    }
    const scheduler::Compose& compose = composes_.at(row);
    QList<KeyValue> rows{{tr("runs as"), compose.runAs, Tone::Text, compose.cluster}, {tr("state"), compose.operation}};
    if (!compose.description.isEmpty())
        rows.append({tr("description"), compose.description});
    if (!compose.error.isEmpty())
        rows.append({tr("error"), compose.error, Tone::Warning});
    for (const QString& app : compose.apps) {
        KeyValue line{tr("app"), app};
        const QStringList needs = compose.needs.value(app.section(QLatin1Char('.'), 0, 0));
        if (!needs.isEmpty())
            line.rest = tr("after %1").arg(needs.join(QStringLiteral(", ")));
        line.link = app;
        rows.append(line);
    }
    facts_->setRows(rows);
    text_->setPlainText(QString::fromUtf8(compose.yaml));
}

void ComposeSheet::showAgents(const base::Result<QList<scheduler::GatewayAgent>>& agents) {
    const bool none = agents && agents->isEmpty();
    agentsNote_->setText(!agents ? agents.error().sentence
                         : none  ? tr("No agent of the scheduler is connected: nothing leads requests to its apps.")
                                 : QString());
    agentsNote_->setVisible(!agentsNote_->text().isEmpty());
    QList<KeyValue> rows;
    for (const scheduler::GatewayAgent& agent : agents ? *agents : QList<scheduler::GatewayAgent>()) {
        if (!agent.error.isEmpty()) {
            rows.append({agent.id, agent.error, Tone::Warning});
            continue;
        }
        KeyValue line{agent.host, tr("%1 % cpu, %2 of %3 memory")
                                      .arg(text::percent(agent.cpuUsed / 100), text::bytes(agent.memoryUsedBytes),
                                           text::bytes(agent.memoryBytes))};
        line.rest = tr("%Ln container(s)", nullptr, agent.containersRunning);
        line.tip = agent.id;
        rows.append(line);
    }
    agents_->setRows(rows);
}

void ComposeSheet::setRefusal(const QString& refusal) {
    create_->setRefusal(refusal);
    destroy_->setRefusal(refusal);
}

void ComposeSheet::createOne() {
    ActionRequest request;
    request.verb = ActionRequest::Verb::CreateCompose;
    Q_EMIT closed();
    Q_EMIT actionRequested(request);
}

void ComposeSheet::destroyOne() {
    const int row = list_->currentRow();
    if (row < 0 || row >= composes_.size())
        return;
    ActionRequest request;
    request.verb = ActionRequest::Verb::DestroyGroup;
    request.targets = QStringList{composes_.at(row).name};
    Q_EMIT closed();
    Q_EMIT actionRequested(request);
}

void ComposeSheet::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.fillRect(rect(), theme.surface);
    paintOutline(painter, rect(), theme.line, 1, 2);
}

ComposeSheet* openComposeSheet(QWidget* window, cluster::Session& session) {
    auto* overlay = new Overlay(window);
    auto* sheet = new ComposeSheet(overlay);
    overlay->setContent(sheet);
    QObject::connect(overlay, &Overlay::dismissed, sheet, &ComposeSheet::closed);
    QObject::connect(sheet, &ComposeSheet::closed, overlay, [overlay] {
        overlay->dismiss();
        overlay->deleteLater();
    });
    session.composes(sheet, [sheet](const auto& composes) { sheet->showComposes(composes); });
    session.gatewayAgents(sheet, [sheet](const auto& agents) { sheet->showAgents(agents); });
    overlay->open();
    return sheet;
}

} // namespace mesoscope::widgets

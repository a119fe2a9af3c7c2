#include "widgets/agents/maintenance_pane.h"

#include "models/text/format.h"
#include "models/text/states.h"
#include "widgets/agents/roomy_rows.h"
#include "widgets/agents/window_calendar.h"
#include "widgets/controls/button.h"
#include "widgets/controls/field.h"
#include "widgets/controls/panels.h"
#include "widgets/inspector/pane.h"
#include "widgets/theme/metrics.h"

#include <QDateTimeEdit>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

constexpr double hourMs = 3'600'000;

QString machinesText(const QList<master::Machine>& machines) {
    QStringList names;
    for (const master::Machine& m : machines.mid(0, 4))
        names << (m.hostname.isEmpty() ? m.ip : m.hostname);
    const int more = int(machines.size()) - int(names.size());
    return names.join(QStringLiteral(", ")) +
           (more > 0 ? MaintenancePane::tr(" and %Ln more", nullptr, more) : QString());
}

} // namespace

MaintenancePane::MaintenancePane(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("maintenancePane"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::gapLarge, metrics::gap, metrics::gapLarge, metrics::gap);
    row->setSpacing(metrics::gapLarge);
    auto* left = new QVBoxLayout;
    calendar_ = new WindowCalendar;
    calendar_->setFixedSize(320, 280);
    left->addWidget(calendar_);
    left->addWidget(buildForm());
    left->addStretch(1);
    row->addLayout(left);
    auto* right = new QVBoxLayout;
    auto* head = new QHBoxLayout;
    head->addWidget(new Words(tr("Scheduled windows"), Text::Strong));
    head->addStretch(1);
    remove_ = new Button(Glyph::Destroy, tr("Cancel the window…"));
    remove_->setObjectName(QStringLiteral("maintenanceRemove"));
    head->addWidget(new ButtonReason(remove_));
    head->addWidget(remove_);
    right->addLayout(head);
    windows_ = new QTreeWidget;
    windows_->setObjectName(QStringLiteral("maintenanceWindows"));
    windows_->setAccessibleName(tr("Scheduled windows"));
    windows_->setHeaderLabels({tr("Begins"), tr("Ends"), tr("State"), tr("Machines"), tr("Tasks there now")});
    windows_->setRootIsDecorated(false);
    windows_->setUniformRowHeights(true);
    windows_->setFrameShape(QFrame::NoFrame);
    giveRoom(windows_);
    windows_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    right->addWidget(windows_, 1);
    auto* help = new Words(tr("During a window the master makes no offers of its machines for longer than until it "
                              "begins, and asks schedulers to give back what they hold there. It does not end tasks: "
                              "drain the agents for that."),
                           Text::Small, Tone::Secondary);
    help->setWordWrap(true);
    right->addWidget(help);
    row->addLayout(right, 1);
    connect(windows_, &QTreeWidget::currentItemChanged, this, &MaintenancePane::check);
    connect(remove_, &QPushButton::clicked, this, &MaintenancePane::removeChosen);
    connect(calendar_, &QCalendarWidget::clicked, this, [this](QDate date) { start_->setDate(date); });
    check();
}

QWidget* MaintenancePane::buildForm() {
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, metrics::gapSmall, 0, 0);
    column->setSpacing(metrics::gapSmall);
    column->addWidget(new Words(tr("New window"), Text::Strong));
    hosts_ = new Edit;
    hosts_->setObjectName(QStringLiteral("maintenanceHosts"));
    hosts_->setAccessibleName(tr("Machines"));
    hosts_->setPlaceholderText(tr("host names, or an attribute as rack:a3"));
    column->addWidget(hosts_);
    auto* row = new QHBoxLayout;
    start_ = new QDateTimeEdit(QDateTime::currentDateTime().addSecs(3600));
    start_->setObjectName(QStringLiteral("maintenanceStart"));
    start_->setAccessibleName(tr("Begins"));
    start_->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    start_->setCalendarPopup(false);
    start_->setMinimumHeight(metrics::controlHeight);
    duration_ = new Field(QStringLiteral("maintenanceDuration"), tr("Lasts"));
    duration_->setNumber(true);
    duration_->setUnit(tr("h"));
    duration_->setText(QStringLiteral("2"));
    duration_->setHelp(tr("Empty: without end"));
    row->addWidget(start_, 0, Qt::AlignTop);
    row->addWidget(duration_, 1);
    column->addLayout(row);
    note_ = new Words(QString(), Text::Small, Tone::Secondary);
    note_->setWordWrap(true);
    column->addWidget(note_);
    auto* last = new QHBoxLayout;
    add_ = new Button(Glyph::Plus, tr("Schedule it…"));
    add_->setObjectName(QStringLiteral("maintenanceAdd"));
    last->addWidget(add_);
    last->addStretch(1);
    column->addLayout(last);
    connect(hosts_, &QLineEdit::textChanged, this, &MaintenancePane::check);
    connect(duration_->edit(), &QLineEdit::textChanged, this, &MaintenancePane::check);
    connect(start_, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime& at) {
        calendar_->setSelectedDate(at.date());
        check();
    });
    connect(add_, &QPushButton::clicked, this, &MaintenancePane::add);
    return form;
}

void MaintenancePane::suggest(const QStringList& hosts) {
    hosts_->setText(hosts.join(QStringLiteral(", ")));
    hosts_->setFocus();
}

void MaintenancePane::apply(const cluster::SnapshotPtr& snapshot, qint64 nowMs) {
    snapshot_ = snapshot;
    const bool later = nowMs - nowMs_ >= 1000;
    if (later)
        nowMs_ = nowMs;
    showWindows();
    if (later) // looks machines up by name
        check();
}

void MaintenancePane::showWindows() {
    if (shown_ == snapshot_->maintenance && windows_->topLevelItemCount() == shown_.size())
        return;
    shown_ = snapshot_->maintenance;
    calendar_->setWindows(shown_);
    windows_->clear();
    for (const master::MaintenanceWindow& window : std::as_const(shown_)) {
        int tasks = 0;
        for (const master::Machine& machine : window.machines) {
            const cluster::Slot slot = snapshot_->findAgent(machine.hostname.toStdString());
            tasks += slot == cluster::noSlot ? 0 : int(snapshot_->agents[slot].tasks);
        }
        const bool begun = window.startMs <= nowMs_;
        const bool over = window.durationMs >= 0 && window.startMs + window.durationMs <= nowMs_;
        auto* item = new QTreeWidgetItem(
            windows_, {text::exactTime(window.startMs),
                       window.durationMs < 0 ? tr("without end") : text::exactTime(window.startMs + window.durationMs),
                       over    ? tr("over")
                       : begun ? tr("now")
                               : tr("in %1").arg(text::duration(window.startMs - nowMs_)),
                       machinesText(window.machines), QString::number(tasks)});
        item->setTextAlignment(4, Qt::AlignRight | Qt::AlignVCenter);
    }
}

/// Names, ids, or "attribute:value" for all agents that have it.
QList<master::Machine> MaintenancePane::machines(QStringList* unknown) const {
    QList<master::Machine> list;
    const auto add = [&](const cluster::AgentRow& agent) {
        const QString pid = snapshot_->text(agent.pid);
        const QString address = pid.section(QLatin1Char('@'), -1);
        const master::Machine machine{snapshot_->text(agent.hostname),
                                      address.left(address.lastIndexOf(QLatin1Char(':')))};
        if (!list.contains(machine))
            list << machine;
    };
    const QStringList words = hosts_->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const QString name = word.trimmed();
        const qsizetype colon = name.indexOf(QLatin1Char(':'));
        const qsizetype before = list.size();
        if (const cluster::Slot slot = snapshot_->findAgent(name.toStdString()); slot != cluster::noSlot) {
            add(snapshot_->agents[slot]);
        } else if (colon > 0) {
            const std::string attribute = name.left(colon).toStdString();
            const std::string value = name.mid(colon + 1).toStdString();
            for (cluster::Slot i = 0; i < snapshot_->agents.size(); ++i) {
                const cluster::AgentRow& agent = snapshot_->agents[i];
                if (agent.id != 0 && snapshot_->attribute(agent, attribute) == value)
                    add(agent);
            }
        }
        if (list.size() == before && unknown && !name.isEmpty())
            *unknown << name;
    }
    return list;
}

qint64 MaintenancePane::durationMs(bool* wrong) const {
    const QString typed = duration_->text().trimmed();
    bool ok = typed.isEmpty();
    const double hours = ok ? 0 : typed.toDouble(&ok);
    *wrong = !ok || hours < 0;
    return typed.isEmpty() ? -1 : qint64(hours * hourMs);
}

void MaintenancePane::check() {
    const QString refusal =
        snapshot_ ? text::actionRefusal(*snapshot_, base::SourceKind::Master, nowMs_) : tr("No cluster is connected.");
    remove_->setRefusal(!refusal.isEmpty()        ? refusal
                        : windows_->currentItem() ? QString()
                                                  : tr("No window is chosen."));
    bool wrong = false;
    durationMs(&wrong);
    wrong ? duration_->setError(tr("a number of hours")) : duration_->clearProblem();
    QStringList unknown;
    const QList<master::Machine> list = snapshot_ ? machines(&unknown) : QList<master::Machine>();
    note_->setText(!unknown.isEmpty() ? tr("Not known: %1").arg(unknown.join(QStringLiteral(", ")))
                   : list.isEmpty()   ? QString()
                                      : tr("%Ln machine(s)", nullptr, int(list.size())));
    note_->setTone(unknown.isEmpty() ? Tone::Secondary : Tone::Warning);
    add_->setRefusal(!refusal.isEmpty()                     ? refusal
                     : list.isEmpty() || !unknown.isEmpty() ? tr("Name the machines first.")
                     : wrong                                ? tr("Mend the numbers first.")
                                                            : QString());
}

void MaintenancePane::add() {
    bool wrong = false;
    master::MaintenanceWindow window;
    window.machines = machines(nullptr);
    window.startMs = start_->dateTime().toMSecsSinceEpoch();
    window.durationMs = durationMs(&wrong);
    QList<master::MaintenanceWindow> next = snapshot_->maintenance;
    next << window;
    ask(next);
}

void MaintenancePane::removeChosen() {
    const int at = windows_->indexOfTopLevelItem(windows_->currentItem());
    QList<master::MaintenanceWindow> next = snapshot_->maintenance;
    if (at < 0 || at >= next.size() || next != shown_)
        return;
    next.removeAt(at);
    ask(next);
}

void MaintenancePane::ask(const QList<master::MaintenanceWindow>& schedule) {
    cluster::MasterCommand command;
    command.verb = cluster::MasterCommand::Verb::SetMaintenance;
    command.schedule = schedule;
    Q_EMIT actionRequested(ActionRequest::ofMaster(command));
}

} // namespace mesoscope::widgets

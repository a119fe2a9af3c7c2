#include "widgets/tasks/command_pane.h"

#include "models/text/states.h"
#include "widgets/controls/button.h"
#include "widgets/controls/choice.h"
#include "widgets/controls/field.h"
#include "widgets/controls/panels.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QTextCursor>
#include <QVBoxLayout>

#include <algorithm>

namespace mesoscope::widgets {

namespace {
constexpr int mostBlocks = 20'000;
} // namespace

CommandPane::CommandPane(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("commandPane"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gapLarge, metrics::gapSmall, metrics::gapLarge, metrics::gapSmall);
    column->setSpacing(metrics::gapSmall);
    where_ = new Words(QString(), Text::Small, Tone::Secondary);
    where_->setElided(true);
    column->addWidget(where_);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::gapSmall);
    line_ = new Edit;
    line_->setObjectName(QStringLiteral("commandLine"));
    line_->setAccessibleName(tr("Command"));
    line_->setPlaceholderText(tr("a shell command, for example: ps aux"));
    line_->setMonospace(true);
    terminal_ = new Switch(tr("terminal"));
    terminal_->setObjectName(QStringLiteral("commandTerminal"));
    terminal_->setAccessibleName(tr("Run it in a terminal"));
    terminal_->setToolTip(tr("Programs that ask for a terminal, like shells, show their prompt then."));
    nameWords_ = new Words(QString(), Text::Body);
    name_ = new Edit;
    name_->setObjectName(QStringLiteral("commandName"));
    name_->setAccessibleName(tr("Name of the cluster"));
    name_->setMaximumWidth(160);
    run_ = new Button(Glyph::Terminal, tr("Run in the task"), ButtonKind::Primary);
    run_->setObjectName(QStringLiteral("commandRun"));
    stop_ = new Button(Glyph::Kill, tr("Stop"), ButtonKind::Danger);
    stop_->setObjectName(QStringLiteral("commandStop"));
    outcome_ = new Words(QString(), Text::Body, Tone::Secondary);
    row->addWidget(line_, 1);
    row->addWidget(terminal_);
    row->addWidget(nameWords_);
    row->addWidget(name_);
    row->addWidget(new ButtonReason(run_));
    row->addWidget(run_);
    row->addWidget(stop_);
    column->addLayout(row);
    notice_ = new Words(QString(), Text::Small, Tone::Secondary);
    notice_->setObjectName(QStringLiteral("commandNotice"));
    notice_->setElided(true);
    column->addWidget(notice_);
    output_ = new QPlainTextEdit;
    output_->setObjectName(QStringLiteral("commandOutput"));
    output_->setAccessibleName(tr("Output"));
    output_->setReadOnly(true);
    output_->setFont(theme::font(Text::MonoSmall));
    output_->setMaximumBlockCount(mostBlocks);
    output_->setUndoRedoEnabled(false);
    output_->setTabChangesFocus(true);
    output_->setPlaceholderText(tr("What it prints appears here; errors in red."));
    column->addWidget(output_, 1);
    auto* below = new QHBoxLayout;
    below->setSpacing(metrics::gapSmall);
    input_ = new Edit;
    input_->setObjectName(QStringLiteral("commandInput"));
    input_->setAccessibleName(tr("Input"));
    input_->setPlaceholderText(tr("a line for its input"));
    input_->setMonospace(true);
    send_ = new Button(tr("Send"));
    send_->setObjectName(QStringLiteral("commandSend"));
    close_ = new Button(tr("End of input"));
    close_->setObjectName(QStringLiteral("commandEndInput"));
    close_->setKeyHint(QStringLiteral("Ctrl D"));
    below->addWidget(input_, 1);
    below->addWidget(send_);
    below->addWidget(close_);
    below->addWidget(outcome_);
    column->addLayout(below);
    line_->setToolTip(tr("The arrow keys up and down bring back earlier ones."));
    input_->setToolTip(line_->toolTip());
    line_->installEventFilter(this);
    input_->installEventFilter(this);
    connect(terminal_, &QCheckBox::toggled, this, &CommandPane::showNotice);
    showNotice();
    connect(line_, &QLineEdit::returnPressed, this, &CommandPane::run);
    connect(line_, &QLineEdit::textChanged, this, &CommandPane::refreshRefusal);
    connect(name_, &QLineEdit::textChanged, this, &CommandPane::refreshRefusal);
    connect(run_, &QPushButton::clicked, this, &CommandPane::run);
    connect(stop_, &QPushButton::clicked, this, &CommandPane::stop);
    connect(input_, &QLineEdit::returnPressed, this, &CommandPane::send);
    connect(send_, &QPushButton::clicked, this, &CommandPane::send);
    const auto noMore = [this] {
        if (command_)
            command_->closeInput();
        input_->setEnabled(false);
        send_->setEnabled(false);
        close_->setEnabled(false);
    };
    connect(close_, &QPushButton::clicked, this, noMore);
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_D), input_);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, noMore);
    setFocusProxy(line_);
    end({}, true);
}

CommandPane::~CommandPane() = default;

void CommandPane::attach(cluster::Session* session) {
    command_.reset();
    session_ = session;
    snapshot_.reset();
    task_.clear();
    output_->clear();
    name_->clear();
    const bool ask = session && session->connection().protectedCluster;
    name_->setVisible(ask);
    nameWords_->setVisible(ask);
    nameWords_->setText(ask ? tr("type %1").arg(session->connection().name) : QString());
    end({}, true);
}

void CommandPane::open(const QString& task, const cluster::SnapshotPtr& snapshot) {
    if (task != task_) {
        command_.reset();
        output_->clear();
        end({}, true);
    }
    task_ = task;
    slot_ = cluster::noSlot;
    soughtMs_ = 0;
    apply(snapshot);
}

void CommandPane::apply(const cluster::SnapshotPtr& snapshot) {
    snapshot_ = snapshot;
    const cluster::TaskRow* found = row();
    if (!found) {
        where_->setText(task_.isEmpty() ? tr("Choose one task to run a command in its container.")
                                        : tr("%1 is not there any more.").arg(task_));
    } else {
        const cluster::TaskRow& task = *found;
        const QString host = task.agent < snapshot->agents.size()
                                 ? snapshot->text(snapshot->agents[task.agent].hostname)
                                 : snapshot->text(task.agentId);
        where_->setText(
            tr("In the container of %1 on %2, as the task's user. The agent is asked for a nested container "
               "session (LAUNCH_NESTED_CONTAINER_SESSION).")
                .arg(task_, host));
    }
    refreshRefusal();
}

/// Looked for among all tasks only when it is not where it was.
const cluster::TaskRow* CommandPane::row() {
    if (!snapshot_ || task_.isEmpty())
        return nullptr;
    const std::string id = task_.toStdString();
    const auto& tasks = snapshot_->tasks;
    if (slot_ >= tasks.size() || snapshot_->view(tasks[slot_].id) != id) {
        if (soughtMs_ == 0 || snapshot_->atMs - soughtMs_ > 1000) {
            soughtMs_ = snapshot_->atMs;
            slot_ = snapshot_->findTask(id);
        }
    }
    return slot_ < tasks.size() && snapshot_->view(tasks[slot_].id) == id ? &tasks[slot_] : nullptr;
}

bool CommandPane::isNameTyped() const {
    return !session_ || !session_->connection().protectedCluster || name_->text() == session_->connection().name;
}

void CommandPane::refreshRefusal() {
    QString why;
    if (!session_ || !snapshot_)
        why = tr("No cluster is connected.");
    else if (snapshot_->readOnly)
        why = tr("This connection is read-only.");
    else if (task_.isEmpty())
        why = tr("No task is chosen.");
    else if (const cluster::TaskRow* task = row(); !task || !task->live())
        why = tr("The task has ended.");
    else
        why = text::actionRefusal(*snapshot_, base::SourceKind::Master, snapshot_->atMs);
    if (why.isEmpty() && !isNameTyped())
        why = tr("This cluster is protected.");
    run_->setRefusal(why);
    if (why.isEmpty())
        run_->setEnabled(!line_->text().trimmed().isEmpty());
}

void CommandPane::run() {
    refreshRefusal();
    if (!run_->isEnabled() || !session_)
        return;
    command_ = std::make_unique<cluster::TaskCommand>(*session_, task_, line_->text(), terminal_->isChecked());
    for (QStringDecoder& decoder : decoders_)
        decoder = QStringDecoder(QStringDecoder::Utf8);
    remember(commands_, line_->text());
    appendText(QStringLiteral("$ ") + line_->text() + QLatin1Char('\n'), false);
    outcome_->setText(tr("starting"));
    stop_->setVisible(true);
    run_->setVisible(false);
    for (QWidget* part : {static_cast<QWidget*>(input_), static_cast<QWidget*>(send_), static_cast<QWidget*>(close_)})
        part->setEnabled(true);
    connect(command_.get(), &cluster::TaskCommand::started, this, [this] { outcome_->setText(tr("running")); });
    connect(command_.get(), &cluster::TaskCommand::output, this, &CommandPane::append);
    connect(command_.get(), &cluster::TaskCommand::finished, this, [this](int status) {
        end(status < 0 ? tr("ended") : tr("ended with status %1").arg(status), status == 0);
    });
    connect(command_.get(), &cluster::TaskCommand::failed, this, [this](const base::Error& why) {
        appendText(why.sentence + QLatin1Char('\n') +
                       (why.serverText.isEmpty() ? QString() : why.serverText + QLatin1Char('\n')),
                   true);
        end(tr("failed"), false);
    });
    input_->setFocus();
}

void CommandPane::stop() {
    end(tr("stopped"), false);
    command_.reset();
}

void CommandPane::send() {
    if (!command_)
        return;
    remember(inputs_, input_->text());
    command_->write(input_->text().toUtf8() + '\n');
    if (!terminal_->isChecked())
        appendText(input_->text() + QLatin1Char('\n'), false);
    input_->clear();
}

/// What this is not, before somebody waits for it.
void CommandPane::showNotice() {
    notice_->setText(
        terminal_->isChecked()
            ? tr("The program gets a terminal; what it draws with control characters is shown as plain text, and input "
                 "goes line by line.")
            : tr("Input and output are piped, there is no terminal: no line editing, no full-screen programs, no Ctrl "
                 "C "
                 "(use Stop)."));
}

void CommandPane::remember(QStringList& list, const QString& line) {
    constexpr qsizetype most = 200;
    recalled_ = -1;
    if (line.isEmpty() || (!list.isEmpty() && list.last() == line))
        return;
    list.append(line);
    if (list.size() > most)
        list.removeFirst();
}

bool CommandPane::recall(bool older) {
    Edit* edit = input_->hasFocus() ? input_ : line_;
    const QStringList& list = edit == input_ ? inputs_ : commands_;
    const qsizetype at = recalled_ < 0 ? list.size() : std::min(recalled_, list.size());
    const qsizetype to = older ? at - 1 : at + 1;
    if (to < 0 || to > list.size() || list.isEmpty())
        return false;
    if (recalled_ < 0)
        own_ = edit->text();
    recalled_ = to == list.size() ? -1 : to;
    edit->setText(recalled_ < 0 ? own_ : list.at(to));
    return true;
}

bool CommandPane::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn)
        recalled_ = -1;
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down)
            return recall(key == Qt::Key_Up) || QWidget::eventFilter(watched, event);
    }
    return QWidget::eventFilter(watched, event);
}

void CommandPane::end(const QString& outcome, bool good) {
    outcome_->setText(outcome);
    outcome_->setTone(good ? Tone::Secondary : Tone::Warning);
    stop_->setVisible(false);
    run_->setVisible(true);
    for (QWidget* part : {static_cast<QWidget*>(input_), static_cast<QWidget*>(send_), static_cast<QWidget*>(close_)})
        part->setEnabled(false);
    refreshRefusal();
}

/// A character may be split between two pieces: each stream has its own decoder.
void CommandPane::append(const QByteArray& bytes, bool isError) {
    appendText(decoders_[isError ? 1 : 0].decode(bytes), isError);
}

void CommandPane::appendText(const QString& text, bool isError) {
    QTextCursor cursor(output_->document());
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat format;
    const Theme& theme = theme::of(this);
    format.setForeground(isError ? theme.bad : theme.text);
    cursor.insertText(text, format);
    output_->moveCursor(QTextCursor::End);
}

} // namespace mesoscope::widgets

#include "widgets/tasks/log_pane.h"

#include "models/text/format.h"
#include "widgets/controls/button.h"
#include "widgets/controls/choice.h"
#include "widgets/controls/field.h"
#include "widgets/controls/letter.h"
#include "widgets/controls/panels.h"
#include "widgets/inspector/pane.h"
#include "widgets/tasks/log_histogram.h"
#include "widgets/tasks/log_legend.h"
#include "widgets/tasks/log_lines.h"
#include "widgets/tasks/log_patterns.h"
#include "widgets/theme/look.h"
#include "widgets/theme/metrics.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QSet>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

constexpr int typingMs = 250;
constexpr int patternsWidth = 380;
constexpr int mostSuggested = 30;

/// "/shop/checkout" when all belong to one app.
QString commonApp(const QList<cluster::TailedLog>& logs) {
    const QString app = logs.isEmpty() ? QString() : logs.first().app;
    const bool same = std::all_of(logs.cbegin(), logs.cend(), [&](const auto& log) { return log.app == app; });
    return same ? app : QString();
}

/// The app of which these are all the living instances; empty when some are left out or of another one.
QString wholeApp(const cluster::Snapshot& snapshot, const QStringList& tasks) {
    const cluster::Slot first = snapshot.findTask(tasks.first().toStdString());
    const cluster::StringId app = first == cluster::noSlot ? 0 : snapshot.tasks[first].app;
    if (app == 0)
        return {};
    QSet<QString> open(tasks.cbegin(), tasks.cend());
    for (cluster::Slot i = 0; i < snapshot.tasks.size(); ++i) {
        const cluster::TaskRow& task = snapshot.tasks[i];
        if (task.app == app && !open.remove(snapshot.text(task.id)) && task.live())
            return {};
    }
    return open.isEmpty() ? snapshot.text(app) : QString();
}

} // namespace

LogPane::LogPane(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("logPane"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(makeLine(this));
    column->addWidget(buildSearch());
    column->addWidget(makeLine(this));
    column->addWidget(buildBody(), 1);
    column->addWidget(buildFoot());
    pause_.setSingleShot(true);
    pause_.setInterval(typingMs);
    connect(&pause_, &QTimer::timeout, this, &LogPane::sendQuery);
    setFocusProxy(search_);
}

LogPane::~LogPane() = default;

QWidget* LogPane::buildHead() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(metrics::gapLarge, 4, metrics::gapLarge, 4);
    row->setSpacing(metrics::gap);
    title_ = new Words(QString(), Text::Strong);
    legend_ = new LogLegend;
    add_ = new Button(tr("Add instances…"), ButtonKind::Quiet);
    add_->setObjectName(QStringLiteral("logAdd"));
    follow_ = new Switch(tr("following through re-deployments"));
    follow_->setObjectName(QStringLiteral("logFollow"));
    follow_->setAccessibleName(follow_->text());
    follow_->setChecked(true);
    fold_ = new Switch(tr("fold stack traces"));
    fold_->setObjectName(QStringLiteral("logFold"));
    fold_->setAccessibleName(fold_->text());
    fold_->setToolTip(tr("Frames of a stack trace stand behind the line they belong to, as a number."));
    hold_ = new Button(Glyph::Pause, tr("Pause"));
    hold_->setObjectName(QStringLiteral("logPause"));
    row->addWidget(title_);
    row->addWidget(legend_, 1);
    row->addWidget(add_);
    row->addWidget(fold_);
    row->addWidget(follow_);
    row->addWidget(hold_);
    connect(add_, &QPushButton::clicked, this, &LogPane::addInstances);
    connect(legend_, &LogLegend::hiddenChanged, this, &LogPane::sendQuery);
    connect(follow_, &QCheckBox::toggled, this, [this](bool on) {
        if (reader_)
            reader_->tail().setFollowReplacements(on);
    });
    connect(fold_, &QCheckBox::toggled, this, &LogPane::sendQuery);
    connect(hold_, &QPushButton::clicked, this, [this] {
        if (!reader_)
            return;
        reader_->setPaused(!reader_->isPaused());
        hold_->setGlyph(reader_->isPaused() ? Glyph::Play : Glyph::Pause);
        hold_->setText(reader_->isPaused() ? tr("Go on") : tr("Pause"));
        showFoot();
    });
    return head;
}

QWidget* LogPane::buildSearch() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(metrics::gapLarge, 6, metrics::gapLarge, 6);
    row->setSpacing(metrics::gapSmall);
    search_ = new Edit;
    search_->setObjectName(QStringLiteral("logSearch"));
    search_->setAccessibleName(tr("Search the lines"));
    search_->setPlaceholderText(tr("search: a regular expression"));
    search_->setMonospace(true);
    search_->setMaximumWidth(380);
    found_ = new Words(QString(), Text::Body, Tone::Secondary);
    previous_ = Button::iconOnly(Glyph::ArrowUp, tr("Match before"));
    previous_->setObjectName(QStringLiteral("logPrevious"));
    next_ = Button::iconOnly(Glyph::ArrowDown, tr("Next match"));
    next_->setObjectName(QStringLiteral("logNext"));
    mode_ = new SegmentedChoice(QStringLiteral("logMode"), tr("Matches"), {tr("mark"), tr("only matches")});
    level_ = new SegmentedChoice(QStringLiteral("logLevel"), tr("Level"),
                                 {tr("all"), tr("info and up"), tr("warn and up"), tr("error")});
    which_ = new SegmentedChoice(QStringLiteral("logFile"), tr("File"),
                                 {QStringLiteral("stdout"), QStringLiteral("stderr"), tr("both")});
    save_ = new Button(tr("Save…"));
    save_->setObjectName(QStringLiteral("logSave"));
    row->addWidget(search_, 2);
    row->addWidget(found_);
    row->addWidget(previous_);
    row->addWidget(next_);
    row->addWidget(mode_);
    row->addStretch(1);
    row->addWidget(level_);
    row->addWidget(which_);
    row->addWidget(save_);
    connect(search_, &QLineEdit::textChanged, this, [this] { pause_.start(); });
    connect(search_, &QLineEdit::returnPressed, this, [this] { step(false); });
    connect(previous_, &QPushButton::clicked, this, [this] { step(true); });
    connect(next_, &QPushButton::clicked, this, [this] { step(false); });
    connect(mode_, &SegmentedChoice::chosen, this, &LogPane::sendQuery);
    connect(level_, &SegmentedChoice::chosen, this, &LogPane::sendQuery);
    connect(which_, &SegmentedChoice::chosen, this, [this] {
        file_.clear();
        startWith(tasks());
    });
    connect(save_, &QPushButton::clicked, this, &LogPane::save);
    return bar;
}

QWidget* LogPane::buildBody() {
    auto* body = new QWidget;
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    histogram_ = new LogHistogram;
    lines_ = new LogLines;
    lines_->setMinimumHeight(60);
    left->addWidget(histogram_);
    left->addWidget(makeLine(body));
    left->addWidget(lines_, 1);
    patterns_ = new LogPatterns;
    patterns_->setFixedWidth(patternsWidth);
    row->addLayout(left, 1);
    row->addWidget(patterns_);
    connect(lines_, &LogLines::windowWanted, this, [this](qint64 first, int count) {
        if (reader_)
            reader_->setWindow(first, count);
    });
    connect(lines_, &LogLines::scrolled, this, [this] {
        const auto [from, to] = lines_->visibleTimes();
        histogram_->setVisibleTimes(from, to);
    });
    connect(lines_, &LogLines::followingChanged, this, &LogPane::showFoot);
    connect(histogram_, &LogHistogram::momentChosen, this, [this](qint64 ms) {
        seeksMatch_ = false;
        if (reader_)
            reader_->findTime(ms);
    });
    connect(patterns_, &LogPatterns::patternChosen, this, [this](const QString& regex) {
        search_->setText(regex);
        mode_->setCurrent(1);
        sendQuery();
    });
    return body;
}

QWidget* LogPane::buildFoot() {
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(metrics::gapLarge, 3, metrics::gapLarge, 3);
    foot_ = new Words(QString(), Text::Small, Tone::Secondary);
    foot_->setElided(true);
    footRight_ = new Words(QString(), Text::Small, Tone::Secondary);
    row->addWidget(foot_, 1);
    row->addWidget(footRight_);
    return foot;
}

void LogPane::attach(cluster::Session* session) {
    reader_.reset();
    session_ = session;
    tasks_.clear();
    view_.reset();
    lines_->clear();
    showLogs();
}

QStringList LogPane::files() const {
    if (!file_.isEmpty())
        return {file_};
    const QString out = QStringLiteral("stdout");
    const QString err = QStringLiteral("stderr");
    return which_->current() == 0   ? QStringList{out}
           : which_->current() == 1 ? QStringList{err}
                                    : QStringList{out, err};
}

QStringList LogPane::tasks() const {
    if (!reader_)
        return tasks_;
    QStringList now;
    for (const cluster::TailedLog& log : reader_->tail().logs())
        now << log.task;
    return now;
}

void LogPane::open(const QStringList& tasks, const QString& file) {
    const bool same = reader_ && tasks == this->tasks() && file == file_;
    file_ = file;
    if (!same)
        startWith(tasks);
}

void LogPane::startWith(const QStringList& tasks) {
    tasks_ = tasks;
    start();
}

void LogPane::start() {
    reader_.reset();
    view_.reset();
    lines_->clear();
    if (!session_ || tasks_.isEmpty())
        return showLogs();
    cluster::TailWish wish;
    wish.tasks = tasks_;
    wish.files = files();
    // Whoever follows all instances wants to follow the next one, too.
    if (file_.isEmpty() && snapshot_)
        wish.app = wholeApp(*snapshot_, tasks_);
    wish.followReplacements = follow_->isChecked();
    reader_ = std::make_unique<cluster::LogReader>(*session_, clock_, wish);
    connect(reader_.get(), &cluster::LogReader::viewChanged, this, &LogPane::showView);
    connect(reader_.get(), &cluster::LogReader::matchFound, this, [this](qint64 row) {
        if (row >= 0)
            lines_->showRow(row, seeksMatch_);
        else if (seeksMatch_)
            found_->setText(tr("no further match"));
    });
    connect(reader_.get(), &cluster::LogReader::saved, this,
            [this](const QString& folder, int files, const QString& problem) {
                save_->setBusy(false);
                footRight_->setText(problem.isEmpty() ? tr("%Ln log(s) saved in %1", nullptr, files).arg(folder)
                                                      : tr("Not saved: %1").arg(problem));
            });
    connect(&reader_->tail(), &cluster::LogTail::logsChanged, this, &LogPane::showLogs);
    lines_->setLetters([this](int source) { return reader_ ? reader_->logOfSource(source) : source; });
    hold_->setGlyph(Glyph::Pause);
    hold_->setText(tr("Pause"));
    sendQuery();
    lines_->showEnd();
    showLogs();
}

void LogPane::apply(const cluster::Update& update) {
    if (!update.snapshot)
        return;
    snapshot_ = update.snapshot;
    if (!isVisible())
        return;
    if (update.diff.notes)
        showMarks();
}

void LogPane::showLogs() {
    const QList<cluster::TailedLog> logs = reader_ ? reader_->tail().logs() : QList<cluster::TailedLog>();
    const QString app = commonApp(logs);
    title_->setText(logs.isEmpty()     ? tr("Choose tasks to follow their logs")
                    : !file_.isEmpty() ? tr("Tail of %1").arg(file_.section(QLatin1Char('/'), -1))
                    : !app.isEmpty()   ? tr("Tail of %1").arg(app)
                                       : tr("Tail of %Ln task(s)", nullptr, int(logs.size())));
    legend_->setLogs(logs);
    add_->setVisible(!app.isEmpty() && !narrow_);
    save_->setText(logs.size() > 1 ? tr("Save %Ln log(s)…", nullptr, int(logs.size())) : tr("Save the log…"));
    for (QWidget* control : std::initializer_list<QWidget*>{hold_, save_, previous_, next_})
        control->setEnabled(!logs.isEmpty());
    showMarks();
    showFoot();
    Q_EMIT lettersChanged();
}

void LogPane::showView(const cluster::LogViewPtr& view) {
    view_ = view;
    lines_->setView(view);
    histogram_->setView(view);
    const bool searched = !search_->text().isEmpty();
    if (patterns_->isVisible())
        patterns_->setView(
            view, searched, [this](int source) { return reader_ ? reader_->logOfSource(source) : source; },
            reader_ ? int(reader_->tail().logs().size()) : 0);
    search_->setTone(view->problem.isEmpty() ? Tone::Text : Tone::Bad);
    search_->setToolTip(view->problem);
    found_->setText(!searched                  ? QString()
                    : !view->problem.isEmpty() ? tr("no expression: %1").arg(view->problem)
                    : view->searching          ? tr("%1 so far", "matches while older lines are looked through")
                                            .arg(tr("%Ln match(es)", nullptr, int(view->matches)))
                                      : tr("%Ln match(es)", nullptr, int(view->matches)));
    showFoot();
}

/// What happened in the cluster while the lines were written.
void LogPane::showMarks() {
    QList<LogHistogram::Mark> marks;
    const QString app = reader_ ? commonApp(reader_->tail().logs()) : QString();
    for (const cluster::EventNote& note : snapshot_ ? snapshot_->notes : QList<cluster::EventNote>()) {
        const bool mine = !app.isEmpty() && note.object == app;
        const bool wide = note.kind == QLatin1String("agent") || note.kind == QLatin1String("gap");
        if ((mine && note.kind != QLatin1String("task")) || wide)
            marks.append({note.atMs, note.text});
    }
    histogram_->setMarks(marks);
}

void LogPane::showFoot() {
    if (!view_) {
        foot_->setText(reader_ ? tr("Waiting for the first lines") : QString());
        footRight_->clear();
        return;
    }
    QStringList parts;
    parts << (view_->linesOnDisk > 0
                  ? tr("%1 in memory since %2, older on disk (%3)")
                        .arg(text::bytes(view_->memoryBytes), text::timeOfDay(view_->memoryFromMs, view_->toMs),
                             text::bytes(view_->diskBytes))
                  : tr("%1 in memory").arg(text::bytes(view_->memoryBytes)));
    parts << tr("%1 lines/s received").arg(text::figure(reader_ ? reader_->linesPerSecond() : 0));
    parts << tr("%Ln line(s) lost", nullptr, int(view_->lost));
    parts << tr("merged by the time in the line");
    foot_->setText(parts.join(QStringLiteral("      ")));
    footRight_->setText(reader_ && reader_->isPaused() ? tr("paused; lines are still received")
                        : lines_->isFollowing()
                            ? tr("at the end, following")
                            : tr("row %1 of %2").arg(text::integer(lines_->row() + 1), text::integer(view_->total)));
}

void LogPane::sendQuery() {
    pause_.stop();
    if (!reader_)
        return;
    using master::LogLevel;
    constexpr LogLevel levels[] = {LogLevel::Unknown, LogLevel::Info, LogLevel::Warning, LogLevel::Error};
    master::LogQuery query;
    query.pattern = search_->text();
    query.foldTraces = fold_->isChecked();
    query.onlyMatches = mode_->current() == 1;
    query.least = levels[std::clamp(level_->current(), 0, 3)];
    const int files = int(reader_->tail().wish().files.size());
    for (int log = 0; log * files < 64; ++log) {
        if ((legend_->hidden() >> log & 1U) != 0)
            query.hiddenSources |= ((quint64(1) << files) - 1) << (log * files);
    }
    reader_->setQuery(query);
}

void LogPane::step(bool backwards) {
    if (!reader_ || search_->text().isEmpty())
        return;
    if (pause_.isActive())
        sendQuery();
    seeksMatch_ = true;
    reader_->findMatch(lines_->isFollowing() && view_ ? view_->total : lines_->row(),
                       backwards || lines_->isFollowing());
}

/// Further running instances of the same app.
void LogPane::addInstances() {
    if (!reader_ || !snapshot_)
        return;
    const QString app = commonApp(reader_->tail().logs());
    const std::string wanted = app.toStdString();
    const QStringList known = tasks();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QStringList all;
    for (cluster::Slot i = 0; i < snapshot_->tasks.size() && all.size() < mostSuggested; ++i) {
        const cluster::TaskRow& task = snapshot_->tasks[i];
        if (!task.live() || task.app == 0 || snapshot_->view(task.app) != wanted)
            continue;
        const QString id = snapshot_->text(task.id);
        if (known.contains(id) || task.agent >= snapshot_->agents.size())
            continue;
        all << id;
        QAction* action = menu->addAction(
            tr("%1 on %2", "state and host")
                .arg(lookOf(task.state, task.health).word, snapshot_->text(snapshot_->agents[task.agent].hostname)));
        action->setToolTip(id);
        connect(action, &QAction::triggered, this, [this, id] { reader_->tail().add({id}); });
    }
    if (all.size() > 1) {
        menu->addSeparator();
        connect(menu->addAction(tr("All %Ln of them", nullptr, int(all.size()))), &QAction::triggered, this,
                [this, all] { reader_->tail().add(all); });
    }
    if (all.isEmpty())
        menu->addAction(tr("There is no other running instance"))->setEnabled(false);
    menu->popup(add_->mapToGlobal(QPoint(0, add_->height())));
}

void LogPane::save() {
    auto* dialog = new QFileDialog(window(), tr("Save the logs in a folder"),
                                   QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        if (!reader_)
            return;
        save_->setBusy(true, tr("Saving"));
        reader_->save(folder);
    });
    dialog->open();
}

void LogPane::setNarrow(bool narrow) {
    narrow_ = narrow;
    patterns_->setVisible(!narrow);
    follow_->setText(narrow ? tr("follow") : tr("following through re-deployments"));
    fold_->setText(narrow ? tr("fold") : tr("fold stack traces"));
    level_->setOptions(narrow ? QStringList{tr("all"), tr("info"), tr("warn"), tr("error")}
                              : QStringList{tr("all"), tr("info and up"), tr("warn and up"), tr("error")});
    showLogs();
}

void LogPane::focusSearch() {
    search_->setFocus();
    search_->selectAll();
}

bool LogPane::stepBack() {
    if (search_->text().isEmpty())
        return false;
    search_->clear();
    return true;
}

} // namespace mesoscope::widgets

#include "widgets/tasks/sandbox_pane.h"

#include "models/text/format.h"
#include "widgets/controls/bars.h"
#include "widgets/controls/button.h"
#include "widgets/controls/letter.h"
#include "widgets/controls/panels.h"
#include "widgets/inspector/pane.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStandardPaths>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

enum Role { Path = Qt::UserRole + 1, Task, IsDirectory, Size, Loaded };

constexpr qint64 pieceBytes = 32 * 1024;

bool isBinary(const QByteArray& bytes) {
    const auto strange = std::count_if(bytes.cbegin(), bytes.cend(), [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return u < 0x20 && u != '\n' && u != '\r' && u != '\t' && u != 0x1b;
    });
    return bytes.contains('\0') || strange * 20 > bytes.size();
}

/// "0001f0  7f 45 4c 46 …  .ELF…"
QString hexDump(const QByteArray& bytes, qint64 offset) {
    QString out;
    for (qsizetype at = 0; at < bytes.size(); at += 16) {
        const QByteArray line = bytes.mid(at, 16);
        QString shown;
        for (const char c : line)
            shown += c >= 0x20 && c < 0x7f ? QLatin1Char(c) : QLatin1Char('.');
        out += QStringLiteral("%1  %2  %3\n")
                   .arg(offset + at, 8, 16, QLatin1Char('0'))
                   .arg(QString::fromLatin1(line.toHex(' ')), -47)
                   .arg(shown);
    }
    return out;
}

/// A piece begins and ends anywhere: the halves of a character at its edges are left out.
QString asText(QByteArray bytes) {
    while (!bytes.isEmpty() && (static_cast<unsigned char>(bytes.front()) & 0xC0U) == 0x80)
        bytes.remove(0, 1);
    for (int back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const auto c = static_cast<unsigned char>(bytes.at(bytes.size() - back));
        const int wanted = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
        if ((c & 0xC0U) == 0x80)
            continue;
        if (wanted > back)
            bytes.chop(back);
        break;
    }
    return QString::fromUtf8(bytes);
}

QIcon letterIcon(int log, const Theme& theme) {
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintLetter(painter, QRectF(1, 1, 14, 14), log, theme);
    return QIcon(pixmap);
}

} // namespace

SandboxPane::SandboxPane(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("sandboxPane"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* split = new QSplitter(Qt::Horizontal);
    split->addWidget(buildTree());
    split->addWidget(buildPreview());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    column->addWidget(split, 1);
    setFocusProxy(tree_);
    choose();
}

QWidget* SandboxPane::buildTree() {
    tree_ = new QTreeWidget;
    tree_->setObjectName(QStringLiteral("sandboxTree"));
    tree_->setAccessibleName(tr("Files of the sandboxes"));
    tree_->setHeaderLabels({tr("Name"), tr("Size"), tr("Changed"), tr("Rights"), tr("Owner")});
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int i = 1; i < 5; ++i)
        tree_->header()->setSectionResizeMode(i, QHeaderView::ResizeToContents);
    tree_->headerItem()->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    tree_->setUniformRowHeights(true);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setMinimumWidth(320);
    connect(tree_, &QTreeWidget::itemExpanded, this, &SandboxPane::expand);
    connect(tree_, &QTreeWidget::currentItemChanged, this, &SandboxPane::choose);
    return tree_;
}

QWidget* SandboxPane::buildPreview() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(metrics::gap, 6, metrics::gapLarge, 6);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::gapSmall);
    name_ = new Words(QString(), Text::Strong);
    name_->setElided(true);
    facts_ = new Words(QString(), Text::Small, Tone::Secondary);
    tail_ = new Button(Glyph::Play, tr("Follow"));
    tail_->setObjectName(QStringLiteral("sandboxTail"));
    download_ = new Button(Glyph::Download, tr("Download…"));
    download_->setObjectName(QStringLiteral("sandboxDownload"));
    refresh_ = Button::iconOnly(Glyph::Refresh, tr("Read the directories again"));
    refresh_->setObjectName(QStringLiteral("sandboxRefresh"));
    row->addWidget(name_, 1);
    row->addWidget(facts_);
    row->addWidget(tail_);
    row->addWidget(download_);
    row->addWidget(refresh_);
    column->addLayout(row);
    auto* loading = new QHBoxLayout;
    progress_ = new Progress;
    cancel_ = new Button(tr("Stop"), ButtonKind::Quiet);
    cancel_->setObjectName(QStringLiteral("sandboxStop"));
    loading->addWidget(progress_, 1);
    loading->addWidget(cancel_);
    column->addLayout(loading);
    progress_->hide();
    cancel_->hide();
    preview_ = new QPlainTextEdit;
    preview_->setObjectName(QStringLiteral("sandboxPreview"));
    preview_->setAccessibleName(tr("Content of the file"));
    preview_->setReadOnly(true);
    preview_->setFont(theme::font(Text::MonoSmall));
    preview_->setLineWrapMode(QPlainTextEdit::NoWrap);
    preview_->setTabChangesFocus(true);
    column->addWidget(preview_, 1);
    auto* foot = new QHBoxLayout;
    rest_ = new Words(QString(), Text::Small, Tone::Secondary);
    earlier_ = new Button(tr("Earlier"), ButtonKind::Quiet);
    earlier_->setObjectName(QStringLiteral("sandboxEarlier"));
    later_ = new Button(tr("Later"), ButtonKind::Quiet);
    later_->setObjectName(QStringLiteral("sandboxLater"));
    foot->addWidget(rest_, 1);
    foot->addWidget(earlier_);
    foot->addWidget(later_);
    column->addLayout(foot);
    connect(download_, &QPushButton::clicked, this, &SandboxPane::download);
    connect(refresh_, &QPushButton::clicked, this, &SandboxPane::refresh);
    connect(earlier_, &QPushButton::clicked, this, [this] { look(std::max<qint64>(0, shownOffset_ - pieceBytes)); });
    connect(later_, &QPushButton::clicked, this, [this] { look(shownOffset_ + pieceBytes); });
    connect(tail_, &QPushButton::clicked, this, [this] {
        const QTreeWidgetItem* item = tree_->currentItem();
        if (item)
            Q_EMIT tailWanted(item->data(0, Task).toString(), item->data(0, Path).toString());
    });
    connect(cancel_, &QPushButton::clicked, this, [this] {
        if (loading_)
            loading_->cancel(loadingNumber_);
        loading_ = nullptr;
        progress_->show(Progress::State::Stopped, 0, 1, tr("Stopped; nothing was kept"));
        cancel_->hide();
    });
    return box;
}

void SandboxPane::attach(cluster::Session* session) {
    files_.clear();
    directories_.clear();
    loading_ = nullptr;
    tree_->clear();
    session_ = session;
    choose();
}

void SandboxPane::open(const QStringList& tasks, const cluster::SnapshotPtr& snapshot) {
    QStringList known;
    for (const auto& [task, files] : files_)
        known << task;
    QStringList wanted = tasks;
    wanted.sort();
    if (known == wanted || !session_)
        return;
    loading_ = nullptr;
    progress_->hide();
    cancel_->hide();
    tree_->clear();
    directories_.clear();
    files_.clear();
    for (const QString& task : tasks)
        addTask(task, snapshot);
    if (tree_->topLevelItemCount() > 0)
        tree_->setCurrentItem(tree_->topLevelItem(0));
    choose();
}

void SandboxPane::addTask(const QString& task, const cluster::SnapshotPtr& snapshot) {
    auto files = std::make_unique<cluster::TaskFiles>(*session_, task);
    connect(files.get(), &cluster::TaskFiles::listed, this,
            [this, task](const QString& path, const QString& directory, const QList<master::SandboxFile>& list,
                         const base::Error& problem) { listed(task, path, directory, list, problem); });
    connect(files.get(), &cluster::TaskFiles::pieceRead, this, &SandboxPane::showPiece);
    const auto* of = files.get();
    connect(files.get(), &cluster::TaskFiles::progressed, this, [this, of](int number, qint64 received, qint64 total) {
        if (loading_ != of || loadingNumber_ != number)
            return;
        const qint64 all = total > 0 ? total : loadingSize_;
        progress_->show(all > 0 ? Progress::State::Running : Progress::State::Busy, int(received / 1024),
                        int(std::max<qint64>(1, all / 1024)),
                        tr("%1 of %2").arg(text::bytes(received), all > 0 ? text::bytes(all) : tr("unknown")));
    });
    connect(files.get(), &cluster::TaskFiles::downloaded, this,
            [this](int, const QString& file, qint64 bytes, const base::Error& problem) {
                loading_ = nullptr;
                cancel_->hide();
                const bool good = problem.sentence.isEmpty();
                progress_->show(good ? Progress::State::Done : Progress::State::Stopped, good ? 1 : 0, 1,
                                good ? tr("%1 saved as %2").arg(text::bytes(bytes), file) : problem.sentence,
                                problem.serverText);
            });
    auto* root = new QTreeWidgetItem(tree_);
    const cluster::Slot slot = snapshot ? snapshot->findTask(task.toStdString()) : cluster::noSlot;
    QString host;
    if (slot != cluster::noSlot && snapshot->tasks[slot].agent < snapshot->agents.size())
        host = snapshot->text(snapshot->agents[snapshot->tasks[slot].agent].hostname);
    root->setText(0, host.isEmpty() ? task : host + QStringLiteral("   ") + task);
    root->setToolTip(0, task);
    root->setIcon(0, letterIcon(tree_->indexOfTopLevelItem(root), theme::of(this)));
    root->setData(0, Task, task);
    root->setData(0, IsDirectory, true);
    root->setData(0, Loaded, true);
    root->setExpanded(true);
    directories_.insert(task + QLatin1Char('\n'), root);
    files->list({});
    files_.emplace(task, std::move(files));
}

void SandboxPane::listed(const QString& task, const QString& path, const QString& directory,
                         const QList<master::SandboxFile>& files, const base::Error& problem) {
    QTreeWidgetItem* parent = directories_.value(task + QLatin1Char('\n') + path);
    if (!parent)
        return;
    for (QTreeWidgetItem* child : parent->takeChildren())
        delete child;
    if (path.isEmpty())
        parent->setData(0, Path, directory);
    if (!problem.sentence.isEmpty()) {
        auto* line = new QTreeWidgetItem(parent, {problem.sentence + QLatin1Char(' ') + problem.serverText});
        line->setFirstColumnSpanned(true);
        line->setDisabled(true);
        return;
    }
    for (const master::SandboxFile& file : files) {
        auto* item = new QTreeWidgetItem(parent);
        item->setText(0, file.name);
        item->setIcon(0, icon(file.directory ? Glyph::Folder : Glyph::File));
        item->setText(1, file.directory ? QString() : text::bytes(file.size));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setText(2,
                      file.modifiedMs > 0
                          ? QDateTime::fromMSecsSinceEpoch(file.modifiedMs).toString(QStringLiteral("MM-dd HH:mm:ss"))
                          : text::none());
        item->setToolTip(2, text::exactTime(file.modifiedMs));
        item->setText(3, file.mode);
        item->setText(4, file.owner);
        item->setData(0, Path, file.path);
        item->setData(0, Task, task);
        item->setData(0, IsDirectory, file.directory);
        item->setData(0, Size, file.size);
        if (file.directory) {
            item->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
            directories_.insert(task + QLatin1Char('\n') + file.path, item);
        }
        if (!tree_->currentItem()->parent() && file.name == QLatin1String("stdout"))
            tree_->setCurrentItem(item);
    }
    if (files.isEmpty()) {
        auto* line = new QTreeWidgetItem(parent, {tr("empty")});
        line->setDisabled(true);
    }
}

void SandboxPane::expand(QTreeWidgetItem* item) {
    if (item->data(0, Loaded).toBool() || !item->data(0, IsDirectory).toBool())
        return;
    item->setData(0, Loaded, true);
    if (cluster::TaskFiles* files = filesOf(item))
        files->list(item->data(0, Path).toString());
}

cluster::TaskFiles* SandboxPane::filesOf(const QTreeWidgetItem* item) const {
    const auto it = files_.find(item->data(0, Task).toString());
    return it == files_.end() ? nullptr : it->second.get();
}

void SandboxPane::choose() {
    const QTreeWidgetItem* item = tree_->currentItem();
    const bool file = item && !item->isDisabled() && !item->data(0, IsDirectory).toBool();
    tail_->setEnabled(file);
    download_->setEnabled(file);
    refresh_->setEnabled(!files_.empty());
    earlier_->setEnabled(false);
    later_->setEnabled(false);
    name_->setText(item ? item->text(0) : tr("Choose tasks to see their files"));
    name_->setToolTip(item ? item->data(0, Path).toString() : QString());
    facts_->setText(file ? text::bytes(item->data(0, Size).toLongLong()) : QString());
    rest_->clear();
    preview_->clear();
    if (!file)
        return;
    shownPath_ = item->data(0, Path).toString();
    look(std::max<qint64>(0, item->data(0, Size).toLongLong() - pieceBytes));
}

void SandboxPane::look(qint64 offset) {
    const QTreeWidgetItem* item = tree_->currentItem();
    cluster::TaskFiles* files = item ? filesOf(item) : nullptr;
    if (files)
        files->read(shownPath_, offset, pieceBytes);
}

void SandboxPane::showPiece(const QString& path, qint64 offset, const QByteArray& bytes, qint64 size,
                            const base::Error& problem) {
    if (path != shownPath_)
        return;
    if (!problem.sentence.isEmpty()) {
        preview_->setPlainText(problem.sentence + QLatin1Char('\n') + problem.serverText + QLatin1Char('\n') +
                               problem.advice);
        return;
    }
    shownOffset_ = offset;
    const QTreeWidgetItem* item = tree_->currentItem();
    shownSize_ = size >= 0 ? size : item ? item->data(0, Size).toLongLong() : 0;
    const bool binary = isBinary(bytes);
    preview_->setPlainText(binary ? hexDump(bytes, offset) : asText(bytes));
    if (offset > 0 && offset + bytes.size() >= shownSize_)
        preview_->moveCursor(QTextCursor::End);
    rest_->setText(tr("bytes %1 to %2 of %3%4")
                       .arg(text::integer(offset), text::integer(offset + bytes.size()), text::integer(shownSize_),
                            binary ? tr(", binary") : QString()));
    earlier_->setEnabled(offset > 0);
    later_->setEnabled(offset + bytes.size() < shownSize_);
}

void SandboxPane::download() {
    const QTreeWidgetItem* item = tree_->currentItem();
    if (!item)
        return;
    const QString task = item->data(0, Task).toString();
    const QString path = item->data(0, Path).toString();
    const qint64 size = item->data(0, Size).toLongLong();
    auto* dialog = new QFileDialog(window(), tr("Download as"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->selectFile(item->text(0));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, task, path, size](const QString& file) { downloadTo(task, path, file, size); });
    dialog->open();
}

void SandboxPane::downloadTo(const QString& task, const QString& path, const QString& file, qint64 size) {
    const auto it = files_.find(task);
    if (it == files_.end())
        return;
    loading_ = it->second.get();
    loadingSize_ = size;
    loadingNumber_ = loading_->download(path, file);
    progress_->setVisible(true);
    progress_->show(Progress::State::Busy, 0, 1, tr("Asking the agent"));
    cancel_->show();
}

void SandboxPane::refresh() {
    for (const auto& [key, item] : std::as_const(directories_).asKeyValueRange()) {
        Q_UNUSED(key)
        item->setData(0, Loaded, false);
    }
    const auto tasks = [this] {
        QStringList list;
        for (const auto& [task, files] : files_)
            list << task;
        return list;
    }();
    for (const QString& task : tasks) {
        // What was open below is read again when it is opened.
        QTreeWidgetItem* root = directories_.value(task + QLatin1Char('\n'));
        for (auto it = directories_.begin(); it != directories_.end();)
            it = it.value() != root && it.key().startsWith(task + QLatin1Char('\n')) ? directories_.erase(it)
                                                                                     : std::next(it);
        root->setData(0, Loaded, true);
        files_.at(task)->list({});
    }
}

void SandboxPane::setNarrow(bool narrow) {
    tree_->setColumnHidden(3, narrow);
    tree_->setColumnHidden(4, narrow);
}

} // namespace mesoscope::widgets

#include "widgets/tasks/log_lines.h"

#include "widgets/controls/letter.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

constexpr int letterSide = 14;
constexpr int margin = 16;
constexpr int ahead = 60;           ///< rows asked for beyond the visible ones
constexpr qsizetype longest = 4000; ///< characters painted of one line

QString timeText(qint64 ms) {
    return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("HH:mm:ss.zzz"));
}

const char* levelText(master::LogLevel level) {
    static constexpr const char* names[] = {"", "DEBUG", "INFO", "WARN", "ERROR"};
    return names[std::size_t(level)];
}

Tone levelTone(master::LogLevel level) {
    return level == master::LogLevel::Error     ? Tone::Bad
           : level == master::LogLevel::Warning ? Tone::Warning
                                                : Tone::Secondary;
}

/// Control characters as their pictures; the length stays, so that marks fit.
QString printable(QString text) {
    for (QChar& c : text) {
        if (c == QLatin1Char('\t'))
            c = QLatin1Char(' ');
        else if (c.unicode() < 0x20)
            c = QChar(0x2400 + c.unicode());
        else if (c.unicode() == 0x7F)
            c = QChar(0x2421);
    }
    return text;
}

} // namespace

LogLines::LogLines(QWidget* parent) : QAbstractScrollArea(parent) {
    setObjectName(QStringLiteral("logLines"));
    setAccessibleName(tr("Log lines"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    logOf_ = [](int source) { return source; };
}

int LogLines::rowHeight() const {
    return QFontMetrics(theme::font(Text::MonoSmall)).height() + 4;
}

int LogLines::visibleRows() const {
    return std::max(1, viewport()->height() / rowHeight());
}

void LogLines::setLetters(std::function<int(int)> logOf) {
    logOf_ = std::move(logOf);
}

void LogLines::clear() {
    view_.reset();
    shift_ = 0;
    current_ = anchor_ = cursor_ = -1;
    following_ = true;
    viewport()->update();
}

qint64 LogLines::firstVisible() const {
    return verticalScrollBar()->value();
}

const master::LogRow* LogLines::rowAt(qint64 row) const {
    const qint64 index = view_ ? row - view_->first : -1;
    return index >= 0 && index < qint64(view_->rows.size()) ? &view_->rows[std::size_t(index)] : nullptr;
}

void LogLines::setView(const cluster::LogViewPtr& view) {
    const qint64 moved = view_ ? view->shift - shift_ : 0;
    view_ = view;
    shift_ = view->shift;
    settling_ = true;
    fitScrollBars();
    if (following_) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    } else if (moved != 0) {
        verticalScrollBar()->setValue(int(verticalScrollBar()->value() + moved));
        for (qint64* row : {&current_, &anchor_, &cursor_}) {
            if (*row >= 0)
                *row += moved;
        }
    }
    settling_ = false;
    viewport()->update();
    const qint64 first = firstVisible();
    const bool covered = rowAt(first) && rowAt(std::min<qint64>(view->total - 1, first + visibleRows() - 1));
    if (!covered && view->total > 0)
        ask();
    Q_EMIT scrolled();
}

void LogLines::fitScrollBars() {
    const qint64 total = view_ ? view_->total : 0;
    verticalScrollBar()->setPageStep(visibleRows());
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setRange(0, int(std::clamp<qint64>(total - visibleRows(), 0, 1'000'000'000)));
    qsizetype widest = 0;
    for (const auto& row : view_ ? view_->rows : std::vector<master::LogRow>())
        widest = std::max(widest, std::min(row.line.text.size() - row.line.textFrom, longest));
    const int cell = QFontMetrics(theme::font(Text::MonoSmall)).averageCharWidth();
    const int head = margin + letterSide + 8 + 19 * cell;
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(8 * cell);
    horizontalScrollBar()->setRange(0, std::max(0, head + int(widest + 2) * cell - viewport()->width()));
}

void LogLines::ask() {
    if (following_)
        Q_EMIT windowWanted(-1, visibleRows() + ahead);
    else
        Q_EMIT windowWanted(std::max<qint64>(0, firstVisible() - ahead), visibleRows() + 2 * ahead);
}

void LogLines::setFollowing(bool on) {
    if (following_ == on)
        return;
    following_ = on;
    Q_EMIT followingChanged(on);
}

void LogLines::scrollContentsBy(int dx, int dy) {
    Q_UNUSED(dx)
    Q_UNUSED(dy)
    if (!settling_) {
        setFollowing(verticalScrollBar()->value() >= verticalScrollBar()->maximum());
        ask();
        Q_EMIT scrolled();
    }
    viewport()->update();
}

void LogLines::showRow(qint64 row, bool current) {
    current_ = current ? row : -1;
    setFollowing(false);
    verticalScrollBar()->setValue(int(std::max<qint64>(0, row - visibleRows() / 2)));
    ask();
    viewport()->update();
}

void LogLines::showEnd() {
    current_ = -1;
    setFollowing(true);
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    ask();
}

qint64 LogLines::row() const {
    return current_ >= 0 ? current_ : firstVisible();
}

std::pair<qint64, qint64> LogLines::visibleTimes() const {
    if (!view_ || view_->rows.empty())
        return {0, 0};
    const master::LogRow* first = rowAt(firstVisible());
    const master::LogRow* last = rowAt(std::min<qint64>(view_->total - 1, firstVisible() + visibleRows() - 1));
    return {first ? first->line.timeMs : view_->rows.front().line.timeMs,
            last ? last->line.timeMs : view_->rows.back().line.timeMs};
}

void LogLines::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    settling_ = true;
    fitScrollBars();
    if (following_)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    settling_ = false;
    ask();
}

void LogLines::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

void LogLines::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const Theme& theme = theme::of(this);
    painter.fillRect(viewport()->rect(), theme.window);
    const int height = rowHeight();
    for (int i = 0; i <= visibleRows(); ++i) {
        const qint64 number = firstVisible() + i;
        if (const master::LogRow* row = rowAt(number))
            paintRow(painter, number, *row, QRectF(0, i * height, viewport()->width(), height));
    }
    if (hasFocus())
        paintFocusRing(painter, QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), theme, 0);
}

void LogLines::paintRow(QPainter& painter, qint64 number, const master::LogRow& row, const QRectF& place) const {
    const Theme& theme = theme::of(this);
    const auto [low, high] = std::minmax(anchor_, cursor_);
    if (low >= 0 && number >= low && number <= high)
        painter.fillRect(place, theme.selected);
    else if (row.line.note || number == current_)
        painter.fillRect(place, theme.raised);
    const QFont font = theme::font(Text::MonoSmall);
    painter.setFont(font);
    const double cell = QFontMetricsF(font).averageCharWidth();
    double x = place.left() + margin - horizontalScrollBar()->value();
    paintLetter(painter, QRectF(x, place.center().y() - letterSide / 2.0, letterSide, letterSide),
                logOf_(row.line.source), theme);
    x += letterSide + 8;
    painter.setFont(font);
    painter.setPen(theme.secondary);
    if (row.own)
        painter.drawText(QRectF(x, place.top(), 13 * cell, place.height()), Qt::AlignVCenter,
                         timeText(row.line.timeMs));
    x += 13 * cell;
    if (!row.line.note) {
        painter.setPen(theme.tone(levelTone(row.line.level)));
        painter.drawText(QRectF(x, place.top(), 6 * cell, place.height()), Qt::AlignVCenter,
                         QLatin1String(levelText(row.line.level)));
    }
    x += 6 * cell;
    paintText(painter, number, row, QRectF(x, place.top(), 1e6, place.height()));
}

void LogLines::paintText(QPainter& painter, qint64 number, const master::LogRow& row, QRectF room) const {
    const Theme& theme = theme::of(this);
    const qsizetype from = std::min<qsizetype>(row.line.textFrom, row.line.text.size());
    const QString text = printable(row.line.text.mid(from, longest));
    const QFontMetricsF metrics(painter.font());
    for (const auto& [first, length] : row.marks) {
        const qsizetype begin = std::max<qsizetype>(0, first - from);
        const qsizetype end = std::min(text.size(), first + length - from);
        if (end <= begin)
            continue;
        const double left = room.left() + metrics.horizontalAdvance(text.left(begin));
        const QRectF mark(left, room.top() + 1, metrics.horizontalAdvance(text.mid(begin, end - begin)),
                          room.height() - 2);
        QColor ground = theme.warning;
        ground.setAlphaF(number == current_ ? 0.75F : 0.3F);
        painter.fillRect(mark, ground);
    }
    painter.setPen(row.line.note ? theme.secondary : theme.text);
    painter.drawText(room, int(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine), text);
    if (row.folded == 0)
        return;
    painter.setPen(theme.secondary);
    room.setLeft(room.left() + metrics.horizontalAdvance(text) + 2 * metrics.averageCharWidth());
    painter.drawText(room, int(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine),
                     tr("+%Ln line(s)", "of a folded stack trace", row.folded));
}

void LogLines::moveCursor(qint64 to, bool extend) {
    if (!view_ || view_->total == 0)
        return;
    cursor_ = std::clamp<qint64>(to, 0, view_->total - 1);
    if (!extend || anchor_ < 0)
        anchor_ = cursor_;
    if (cursor_ < firstVisible())
        verticalScrollBar()->setValue(int(cursor_));
    else if (cursor_ >= firstVisible() + visibleRows())
        verticalScrollBar()->setValue(int(cursor_ - visibleRows() + 1));
    if (const master::LogRow* row = rowAt(cursor_))
        setAccessibleDescription(row->line.text);
    viewport()->update();
}

void LogLines::keyPressEvent(QKeyEvent* event) {
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const qint64 at = cursor_ >= 0 ? cursor_ : firstVisible() - 1;
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(selectedText());
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        return moveCursor(at - 1, extend);
    case Qt::Key_Down:
        return moveCursor(at + 1, extend);
    case Qt::Key_PageUp:
        return moveCursor(at - visibleRows(), extend);
    case Qt::Key_PageDown:
        return moveCursor(at + visibleRows(), extend);
    case Qt::Key_Home:
        return moveCursor(0, extend);
    case Qt::Key_End:
        return showEnd();
    default:
        event->ignore();
    }
}

void LogLines::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    moveCursor(firstVisible() + event->pos().y() / rowHeight(), event->modifiers().testFlag(Qt::ShiftModifier));
}

void LogLines::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton))
        moveCursor(firstVisible() + event->pos().y() / rowHeight(), true);
}

QString LogLines::selectedText() const {
    QStringList lines;
    const auto [low, high] = std::minmax(anchor_, cursor_);
    for (qint64 i = std::max<qint64>(0, low); low >= 0 && i <= high; ++i) {
        if (const master::LogRow* row = rowAt(i))
            lines << row->line.text;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace mesoscope::widgets

#include "widgets/tasks/log_histogram.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QDateTime>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace mesoscope::widgets {

namespace {
constexpr double side = 16;
constexpr double wordsHeight = 15;
} // namespace

LogHistogram::LogHistogram(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("logHistogram"));
    setAccessibleName(tr("Lines over time"));
    setFixedHeight(58);
    setCursor(Qt::PointingHandCursor);
}

void LogHistogram::setView(const cluster::LogViewPtr& view) {
    view_ = view;
    update();
}

void LogHistogram::setMarks(const QList<Mark>& marks) {
    marks_ = marks;
    update();
}

void LogHistogram::setVisibleTimes(qint64 fromMs, qint64 toMs) {
    if (fromMs_ == fromMs && toMs_ == toMs)
        return;
    fromMs_ = fromMs;
    toMs_ = toMs;
    update();
}

QRectF LogHistogram::bars() const {
    return QRectF(side, wordsHeight, width() - 2 * side, height() - 2 * wordsHeight);
}

double LogHistogram::xOf(qint64 ms) const {
    const QRectF area = bars();
    return area.left() +
           area.width() * double(ms - view_->fromMs) / double(std::max<qint64>(1, view_->toMs - view_->fromMs));
}

void LogHistogram::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.fillRect(rect(), theme.window);
    if (!view_ || view_->histogram.empty())
        return;
    paintBars(painter);
    paintTicks(painter);
    paintMarks(painter);
    if (fromMs_ > 0) {
        const double left = xOf(fromMs_);
        paintOutline(painter, QRectF(left, wordsHeight - 2, std::max(6.0, xOf(toMs_) - left), bars().height() + 4),
                     theme.accent, 1.5, 2);
    }
}

void LogHistogram::paintBars(QPainter& painter) const {
    const Theme& theme = theme::of(this);
    const QRectF area = bars();
    quint32 most = 1;
    for (const master::LogBucket& bucket : view_->histogram)
        most = std::max(most, bucket.lines);
    const double step = area.width() / double(view_->histogram.size());
    for (std::size_t i = 0; i < view_->histogram.size(); ++i) {
        const master::LogBucket& bucket = view_->histogram[i];
        if (bucket.lines == 0)
            continue;
        // Roots, so that a burst does not hide the ordinary.
        const auto high = [&](quint32 n) {
            return n == 0 ? 0.0 : std::max(2.0, area.height() * std::sqrt(double(n) / most));
        };
        const double height = high(bucket.lines);
        const QRectF bar(area.left() + double(i) * step, area.bottom() - height, std::max(1.0, step - 1.5), height);
        if (bucket.onDisk)
            paintOutline(painter, bar, theme.barGrey, 1, 0);
        else
            painter.fillRect(bar, theme.barGrey);
        const double bad = std::min(height, high(bucket.bad));
        painter.fillRect(QRectF(bar.left(), area.bottom() - bad, bar.width(), bad), theme.bad);
    }
}

void LogHistogram::paintTicks(QPainter& painter) const {
    const Theme& theme = theme::of(this);
    painter.setFont(theme::font(Text::Small));
    painter.setPen(theme.secondary);
    constexpr std::array<qint64, 10> steps{10'000,    30'000,    60'000,     300'000,    600'000,
                                           1'800'000, 3'600'000, 21'600'000, 86'400'000, 604'800'000};
    const double room = std::max(1.0, bars().width() / 110);
    const auto step = std::find_if(steps.begin(), steps.end() - 1,
                                   [&](qint64 s) { return double(view_->toMs - view_->fromMs) / double(s) <= room; });
    const QString format = *step < 60'000       ? QStringLiteral("HH:mm:ss")
                           : *step < 86'400'000 ? QStringLiteral("HH:mm")
                                                : QStringLiteral("MM-dd");
    for (qint64 at = (view_->fromMs / *step + 1) * *step; at < view_->toMs; at += *step)
        painter.drawText(QRectF(xOf(at) - 50, height() - wordsHeight, 100, wordsHeight), Qt::AlignCenter,
                         QDateTime::fromMSecsSinceEpoch(at).toString(format));
}

void LogHistogram::paintMarks(QPainter& painter) const {
    const Theme& theme = theme::of(this);
    painter.setFont(theme::font(Text::Small));
    const auto line = [&](double x) {
        painter.setPen(QPen(theme.secondary, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, 2), QPointF(x, bars().bottom()));
        painter.setPen(theme.secondary);
    };
    if (view_->linesOnDisk > 0 && view_->memoryFromMs > view_->fromMs) {
        const double x = xOf(view_->memoryFromMs);
        line(x);
        painter.drawText(QRectF(x - 104, 0, 100, wordsHeight), Qt::AlignRight | Qt::AlignVCenter, tr("on disk"));
        painter.drawText(QRectF(x + 4, 0, 100, wordsHeight), Qt::AlignLeft | Qt::AlignVCenter, tr("in memory"));
    }
    double quiet = 0; // where words may stand again
    for (const Mark& mark : marks_) {
        if (mark.atMs < view_->fromMs || mark.atMs > view_->toMs)
            continue;
        const double x = xOf(mark.atMs);
        line(x);
        const double room = bars().right() - x;
        const double wanted = painter.fontMetrics().horizontalAdvance(mark.text);
        const bool left = wanted > room;
        if (x < quiet)
            continue;
        const QRectF words =
            left ? QRectF(bars().left(), 0, x - bars().left() - 4, wordsHeight) : QRectF(x + 4, 0, room, wordsHeight);
        painter.drawText(words, int((left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(mark.text, Qt::ElideRight, int(words.width())));
        quiet = x + 4 + (left ? 0 : wanted);
    }
}

void LogHistogram::mousePressEvent(QMouseEvent* event) {
    if (!view_ || view_->histogram.empty())
        return;
    const double share = std::clamp((event->position().x() - bars().left()) / std::max(1.0, bars().width()), 0.0, 1.0);
    Q_EMIT momentChosen(view_->fromMs + qint64(share * double(view_->toMs - view_->fromMs)));
}

} // namespace mesoscope::widgets

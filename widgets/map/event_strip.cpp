#include "widgets/map/event_strip.h"

#include "widgets/map/map_text.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyph.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QDateTime>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace mesoscope::widgets {

EventStrip::EventStrip(QWidget* parent) : QWidget(parent), pause_(new QToolButton(this)) {
    setObjectName(QStringLiteral("eventStrip"));
    setFixedHeight(56);
    pause_->setObjectName(QStringLiteral("mapPause"));
    pause_->setCheckable(true);
    pause_->setAutoRaise(true);
    pause_->setFixedSize(28, 28);
    connect(pause_, &QToolButton::toggled, this, &EventStrip::setPaused);
    retranslate();
}

void EventStrip::retranslate() {
    setAccessibleName(tr("Event rate of the last hour"));
    const QString does = isPaused() ? tr("Show the cluster as it is now") : tr("Hold the picture still");
    pause_->setIcon(icon(isPaused() ? Glyph::Play : Glyph::Pause));
    pause_->setAccessibleName(does);
    pause_->setToolTip(does);
}

void EventStrip::setPaused(bool paused) {
    if (paused == isPaused())
        return;
    pausedAtMs_ = paused ? std::max<qint64>(1, nowMs_) : 0;
    pause_->setChecked(paused);
    retranslate();
    update();
    Q_EMIT pausedChanged(paused);
}

void EventStrip::reset() {
    ring_ = {};
    newest_ = 0;
    firstMs_ = 0;
    nowMs_ = 0;
    setPaused(false);
    update();
}

void EventStrip::setNow(qint64 nowMs) {
    if (firstMs_ == 0)
        firstMs_ = nowMs;
    const bool otherSecond = nowMs / 1000 != nowMs_ / 1000;
    nowMs_ = std::max(nowMs_, nowMs);
    const qint64 bucket = nowMs_ / bucketMs;
    if (newest_ == 0)
        newest_ = bucket;
    for (qint64 b = std::max(newest_ + 1, bucket - buckets + 1); b <= bucket; ++b)
        ring_[std::size_t(b % buckets)] = {};
    newest_ = std::max(newest_, bucket);
    if (otherSecond)
        update();
}

void EventStrip::add(qint64 atMs, std::uint32_t events, bool troubled) {
    setNow(atMs);
    Bucket& bucket = ring_[std::size_t(newest_ % buckets)];
    bucket.events += events;
    bucket.troubled |= troubled;
}

std::uint32_t EventStrip::eventsInLastHour() const {
    std::uint32_t sum = 0;
    for (const Bucket& b : ring_)
        sum += b.events;
    return sum;
}

QString EventStrip::stateWord() const {
    return isPaused() ? tr("PAUSED") : tr("LIVE");
}

QRectF EventStrip::chart() const {
    const double word = QFontMetricsF(theme::font(Text::SmallStrong)).horizontalAdvance(stateWord());
    const double clock = QFontMetricsF(theme::font(Text::Body)).horizontalAdvance(QStringLiteral("00:00:00"));
    const double left = 16 + 28 + 8 + word + 16 + 16;
    return {left, 8, std::max(10.0, width() - left - clock - 2 * 16 - 16), height() - 8.0 - 20};
}

void EventStrip::resizeEvent(QResizeEvent*) {
    pause_->move(12, 8);
}

void EventStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EventStrip::paintEvent(QPaintEvent*) {
    const Theme& t = theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
    if (nowMs_ == 0)
        return;
    paintState(painter);
    paintBars(painter);
    paintTimes(painter);
}

void EventStrip::paintState(QPainter& painter) {
    const Theme& t = theme::of(this);
    const QColor tone = isPaused() ? t.warning : t.good;
    painter.setFont(theme::font(Text::SmallStrong));
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(stateWord()) + 14;
    const QRectF pill(48, 12, width, 20);
    paintOutline(painter, pill, tone);
    painter.setPen(tone);
    painter.drawText(pill, Qt::AlignCenter, stateWord());
    painter.setFont(theme::font(Text::Body));
    painter.setPen(t.text);
    drawFigures(painter, QRectF(0, 8, this->width() - 16, 28), Qt::AlignRight | Qt::AlignVCenter,
                map_text::clockSeconds(isPaused() ? pausedAtMs_ : nowMs_));
}

void EventStrip::paintBars(QPainter& painter) {
    const Theme& t = theme::of(this);
    const QRectF area = chart();
    const double step = area.width() / buckets;
    // A few bursts must not flatten the rest to nothing: heights follow the square root.
    std::uint32_t most = 20;
    for (const Bucket& b : ring_)
        most = std::max(most, b.events);
    const QColor calm = mixed(t.surface, t.secondary, 0.5);
    for (int i = 0; i < buckets; ++i) {
        const qint64 number = newest_ - (buckets - 1) + i;
        const double x = area.left() + i * step;
        if ((number + 1) * bucketMs <= firstMs_) { // before this program watched: unknown, not quiet
            if (i % 2 == 0)
                painter.fillRect(QRectF(x, area.bottom() - 1, step, 1), t.line);
            continue;
        }
        const Bucket& b = ring_[std::size_t(number % buckets)];
        const double height = b.events == 0 ? 1 : std::max(2.0, area.height() * std::sqrt(double(b.events) / most));
        painter.fillRect(QRectF(x, area.bottom() - height, std::max(1.0, step - 1), height), b.troubled ? t.bad : calm);
    }
    painter.fillRect(QRectF(area.right(), area.top() - 4, 2, area.height() + 8), t.accent);
    if (isPaused()) {
        const double back = double(nowMs_ - pausedAtMs_) / bucketMs;
        painter.fillRect(QRectF(area.right() - back * step, area.top() - 4, 2, area.height() + 8), t.warning);
    }
}

void EventStrip::paintTimes(QPainter& painter) {
    const QRectF area = chart();
    painter.setFont(theme::font(Text::Small));
    painter.setPen(theme::of(this).secondary);
    const int marks = area.width() > 480 ? 4 : 2;
    for (int i = 0; i < marks; ++i) {
        const qint64 at = (newest_ - buckets + 1) * bucketMs + qint64(i) * buckets / marks * bucketMs;
        const QRectF place(area.left() + area.width() * i / marks, area.bottom() + 2, 60, 16);
        drawFigures(painter, place, Qt::AlignLeft | Qt::AlignVCenter,
                    QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("HH:mm")));
    }
}

int EventStrip::bucketAt(double x) const {
    const QRectF area = chart();
    return x < area.left() || x >= area.right() ? -1 : int((x - area.left()) / area.width() * buckets);
}

bool EventStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int i = bucketAt(help->pos().x());
    if (i < 0)
        return QWidget::event(event);
    const qint64 number = newest_ - (buckets - 1) + i;
    const qint64 at = number * bucketMs;
    const QString text = at + bucketMs <= firstMs_
                             ? tr("%1: not watched yet").arg(map_text::clockSeconds(at))
                             : tr("%1: %Ln event(s) in 15 s", nullptr, int(ring_[std::size_t(number % buckets)].events))
                                   .arg(map_text::clockSeconds(at));
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace mesoscope::widgets

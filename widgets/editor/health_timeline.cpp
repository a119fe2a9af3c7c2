#include "widgets/editor/health_timeline.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace mesoscope::widgets {
namespace {

constexpr int line = 30; ///< where the axis runs
constexpr int outcomeWidth = 150;

QString seconds(double value) {
    return QLocale().toString(value, 'g', 8) + QStringLiteral(" s");
}

/// The words of the axis; one that would run into the one before is left out.
class Captions {
public:
    explicit Captions(QPainter& painter) : painter_(painter) {}
    void put(double x, const QString& text, double right) {
        const double width = painter_.fontMetrics().horizontalAdvance(text);
        x = std::max(x, free_);
        if (x + width > right)
            return;
        painter_.drawText(QRectF(x, 4, width + 2, 16), Qt::AlignVCenter, text);
        free_ = x + width + 10;
    }

private:
    QPainter& painter_;
    double free_ = 0;
};

} // namespace

HealthTimeline::HealthTimeline(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("editorHealthTimeline"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    show({});
}

void HealthTimeline::show(const appspec::HealthTiming& timing) {
    if (timing == timing_ && !toolTip().isEmpty())
        return;
    timing_ = timing;
    const QString first = timing.onAgent ? tr("First probe after %1.").arg(seconds(timing.delay)) : QString();
    const QString rest =
        tr("Failures in the first %1 do not count until the first success.").arg(seconds(timing.grace));
    const QString kill = timing.kills() ? tr("%Ln failure(s) in a row kill the instance.", nullptr, timing.fatal())
                                        : tr("A failing instance is never killed.");
    setToolTip(QStringList{first, rest, kill}.join(QLatin1Char(' ')).trimmed());
    setAccessibleName(tr("Health check over time"));
    setAccessibleDescription(toolTip() + QLatin1Char(' ') + outcome());
    update();
}

QString HealthTimeline::outcome() const {
    return timing_.kills() ? tr("killed after at most %1").arg(seconds(timing_.hungAtMost())) : tr("never killed");
}

/// Left: the start of an instance, its grace period and its first probes.
void HealthTimeline::paintStart(QPainter& painter, const QRectF& area) const {
    const Theme& theme = theme::of(this);
    const double shown = std::max(timing_.grace * 1.25, timing_.delay + 3 * timing_.interval);
    const auto x = [&](double time) { return area.left() + area.width() * time / std::max(1.0, shown); };
    painter.fillRect(QRectF(x(0), line - 4, x(timing_.grace) - x(0), 8), theme.raised);
    painter.setPen(theme.line);
    painter.drawRect(QRectF(x(0), line - 4, x(timing_.grace) - x(0), 8));
    painter.setPen(QPen(theme.secondary, 1));
    painter.drawLine(QPointF(area.left(), line), QPointF(area.right(), line));
    const double step = std::max({1.0, timing_.interval, shown / 60});
    for (double at = timing_.delay; at <= shown; at += step)
        painter.drawLine(QPointF(x(at), line - 4), QPointF(x(at), line + 4));
    painter.setPen(theme.secondary);
    Captions captions(painter);
    captions.put(area.left(), tr("start"), area.right());
    if (timing_.onAgent)
        captions.put(x(timing_.delay), tr("first probe %1").arg(seconds(timing_.delay)), area.right());
    captions.put(x(timing_.delay) + 40, tr("grace period %1").arg(seconds(timing_.grace)), area.right());
}

/// Right: it stops answering; each probe waits its time-out and fails, the last one kills.
void HealthTimeline::paintHang(QPainter& painter, const QRectF& area) const {
    const Theme& theme = theme::of(this);
    painter.setPen(QPen(theme.secondary, 1));
    painter.drawLine(QPointF(area.left(), line), QPointF(area.right(), line));
    painter.setPen(QPen(theme.text, 1));
    painter.drawLine(QPointF(area.left(), line - 8), QPointF(area.left(), line + 4));
    const int shown = std::min(timing_.kills() ? timing_.fatal() : 4, 8);
    const double period = timing_.interval + timing_.timeout;
    const double unit = area.width() / std::max(1.0, shown * period);
    for (int i = 0; i < shown; ++i) {
        const double begin = area.left() + unit * (i * period + timing_.interval);
        const QRectF box(begin, line - 4, std::max(4.0, unit * timing_.timeout), 8);
        painter.setPen(QPen(theme.text, 1));
        painter.setBrush(theme.surface);
        painter.drawRect(box);
        const bool last = timing_.kills() && i + 1 == shown;
        painter.setPen(QPen(last ? theme.bad : theme.text, last ? 2 : 1.5));
        const QPointF end = box.center() + QPointF(box.width() / 2, 0);
        painter.drawLine(end - QPointF(3, 3), end + QPointF(3, 3));
        painter.drawLine(end - QPointF(3, -3), end + QPointF(3, -3));
    }
    painter.setPen(theme.secondary);
    painter.drawText(QRectF(area.left(), 4, area.width(), 16), Qt::AlignVCenter, tr("stops answering"));
}

void HealthTimeline::paintEvent(QPaintEvent*) {
    const Theme& theme = theme::of(this);
    QPainter painter(this);
    painter.setFont(theme::font(Text::Small));
    const double left = 1;
    const double right = width() - outcomeWidth;
    const double split = left + (right - left) * 0.52;
    paintStart(painter, QRectF(left, 0, split - left - 24, height()));
    painter.setPen(QPen(theme.secondary, 1, Qt::DotLine));
    painter.drawLine(QPointF(split - 24, line), QPointF(split, line));
    paintHang(painter, QRectF(split, 0, right - split - 12, height()));
    painter.setPen(timing_.kills() ? theme.text : theme.warning);
    painter.drawText(QRectF(right, 8, outcomeWidth, 36), Qt::AlignVCenter | Qt::TextWordWrap, outcome());
}

} // namespace mesoscope::widgets

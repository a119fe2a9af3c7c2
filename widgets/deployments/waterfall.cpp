#include "widgets/deployments/waterfall.h"

#include "models/text/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace mesoscope::widgets {

namespace {
constexpr int rowHeight = 24;
constexpr int axisHeight = 28;
constexpr int nameWidth = 190;
constexpr int ageWidth = 96;
constexpr int legendHeight = 26;
} // namespace

Waterfall::Waterfall(QWidget* parent) : QAbstractScrollArea(parent) {
    setObjectName(QStringLiteral("waterfall"));
    setAccessibleName(tr("Instances over time"));
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void Waterfall::show(const QList<scheduler::Instance>& instances, const QString& version, qint64 beganMs,
                     qint64 nowMs) {
    rows_.clear();
    for (const auto& instance : instances) {
        Row row{instance.host,
                instance.taskId,
                instance.version < version,
                false,
                instance.stagedMs,
                instance.startedMs,
                0,
                !instance.health.isEmpty()};
        for (const auto& health : instance.health) {
            row.healthy = std::max(row.healthy, health.firstSuccessMs);
            row.failing = row.failing || !health.alive;
        }
        rows_.append(row);
    }
    // New ones first, in the order they began; then those that are left of the old.
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const Row& a, const Row& b) { return a.old != b.old ? !a.old : a.staged < b.staged; });
    from_ = beganMs;
    to_ = std::max(nowMs, beganMs + 10'000);
    const qint64 fresh = std::count_if(rows_.cbegin(), rows_.cend(), [](const Row& row) { return !row.old; });
    setAccessibleDescription(tr("%1 new, %2 of before").arg(fresh).arg(rows_.size() - fresh));
    fit();
    viewport()->update();
}

void Waterfall::fit() {
    const int needed = int(rows_.size()) * rowHeight + axisHeight + legendHeight;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight);
    verticalScrollBar()->setRange(0, std::max(0, needed - viewport()->height()));
}

void Waterfall::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    fit();
}

double Waterfall::at(qint64 ms, const QRectF& lane) const {
    return lane.left() + lane.width() * std::clamp(double(ms - from_) / double(to_ - from_), 0.0, 1.0);
}

void Waterfall::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const Theme& theme = theme::of(this);
    painter.fillRect(viewport()->rect(), theme.surface);
    const QRectF lane(nameWidth + metrics::gapLarge, 0,
                      viewport()->width() - nameWidth - ageWidth - 2 * metrics::gapLarge, viewport()->height());
    const int offset = verticalScrollBar()->value();
    const int bottom = viewport()->height() - legendHeight;
    painter.save();
    painter.setClipRect(0, axisHeight, viewport()->width(), bottom - axisHeight);
    for (qsizetype i = 0; i < rows_.size(); ++i) {
        const int y = axisHeight + int(i) * rowHeight - offset;
        if (y + rowHeight >= axisHeight && y < bottom)
            paintRow(painter, rows_[i], QRectF(lane.left(), y, lane.width(), rowHeight));
    }
    painter.restore();
    if (rows_.isEmpty()) {
        painter.setPen(theme.secondary);
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("The scheduler has told of no instance yet."));
    }
    paintAxis(painter, lane);
}

void Waterfall::paintAxis(QPainter& painter, const QRectF& lane) const {
    const Theme& theme = theme::of(this);
    painter.setFont(theme::font(Text::Small));
    painter.setPen(theme.secondary);
    painter.drawText(QRectF(metrics::gapLarge, 0, nameWidth, axisHeight), int(Qt::AlignVCenter | Qt::AlignLeft),
                     tr("Instance on"));
    painter.drawText(QRectF(lane.right() + 8, 0, ageWidth, axisHeight), int(Qt::AlignVCenter | Qt::AlignRight),
                     tr("to healthy"));
    constexpr int marks = 4;
    for (int i = 0; i <= marks; ++i) {
        const double x = lane.left() + lane.width() * i / marks;
        const QRectF label(x - 50, 0, 100, axisHeight);
        painter.setPen(theme.secondary);
        const Qt::Alignment align = i == 0 ? Qt::AlignLeft : i == marks ? Qt::AlignRight : Qt::AlignHCenter;
        const QRectF shifted = i == 0 ? label.translated(50, 0) : i == marks ? label.translated(-50, 0) : label;
        drawFigures(painter, shifted, align | Qt::AlignVCenter,
                    text::timeOfDay(from_ + (to_ - from_) * i / marks, to_));
        painter.setPen(QPen(theme.line, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, axisHeight), QPointF(x, lane.bottom() - legendHeight));
    }
    double x = metrics::gapLarge;
    const double y = lane.bottom() - legendHeight;
    painter.fillRect(QRectF(0, y, viewport()->width(), legendHeight), theme.window);
    const auto entry = [&](const QString& word, const auto& paint) {
        paint(QRectF(x, y + legendHeight / 2.0 - 4, 20, 8));
        painter.setPen(theme.secondary);
        painter.drawText(QRectF(x + 26, y, viewport()->width() - x - 26, legendHeight),
                         int(Qt::AlignVCenter | Qt::AlignLeft), word);
        x += 26 + painter.fontMetrics().horizontalAdvance(word) + metrics::gapHuge;
    };
    entry(tr("of before, running"), [&](const QRectF& r) { painter.fillRect(r, theme.barGrey); });
    entry(tr("staging"), [&](const QRectF& r) { paintTexture(painter, r, Texture::Hatch, theme.accent, 4, 1.2); });
    entry(tr("running, no health result yet"),
          [&](const QRectF& r) { painter.fillRect(r, mixed(theme.accent, theme.surface, 0.3)); });
    entry(tr("healthy"), [&](const QRectF& r) { painter.fillRect(r.adjusted(0, 3, 0, -3), theme.barGood); });
    entry(tr("which old instance a new one replaces is not reported"), [](const QRectF&) {});
}

void Waterfall::paintRow(QPainter& painter, const Row& row, const QRectF& lane) const {
    const Theme& theme = theme::of(this);
    painter.setFont(theme::font(Text::Body));
    painter.setPen(row.old ? theme.secondary : theme.text);
    painter.drawText(QRectF(metrics::gapLarge, lane.top(), nameWidth, lane.height()),
                     int(Qt::AlignVCenter | Qt::AlignLeft), elidedMiddle(painter.font(), row.host, nameWidth));
    const double middle = lane.center().y();
    if (row.old) {
        painter.fillRect(QRectF(lane.left(), middle - 2.5, lane.width(), 5), theme.barGrey);
        return;
    }
    const double staged = at(row.staged, lane);
    const double started = row.started > 0 ? at(row.started, lane) : lane.right();
    const double healthy = row.healthy > 0 ? at(row.healthy, lane) : lane.right();
    paintTexture(painter, QRectF(staged, middle - 5, std::max(started - staged, 2.0), 10), Texture::Hatch, theme.accent,
                 4, 1.2);
    if (row.started > 0)
        painter.fillRect(QRectF(started, middle - 5, std::max(healthy - started, 0.0), 10),
                         row.failing                      ? theme.warning
                         : row.checked || row.healthy > 0 ? mixed(theme.accent, theme.surface, 0.3)
                                                          : theme.barGrey);
    if (row.healthy > 0)
        painter.fillRect(QRectF(healthy, middle - 1.5, lane.right() - healthy, 3),
                         row.failing ? theme.warning : theme.barGood);
    const QString took = row.healthy > 0   ? text::duration(row.healthy - row.staged)
                         : row.failing     ? tr("failing")
                         : row.started > 0 ? tr("not yet")
                                           : tr("staging");
    painter.setPen(row.failing ? theme.warning : theme.secondary);
    drawFigures(painter, QRectF(lane.right() + 8, lane.top(), ageWidth, lane.height()),
                Qt::AlignVCenter | Qt::AlignRight, took);
}

} // namespace mesoscope::widgets

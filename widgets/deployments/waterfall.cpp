#include "widgets/deployments/waterfall.h"

#include "models/text/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace mesoscope::widgets {

using scheduler::InstanceTimeline;

namespace {
constexpr int rowHeight = 24;
constexpr int axisHeight = 40;
constexpr int nameWidth = 128;
constexpr int outcomeWidth = 104;
constexpr int legendHeight = 26;

/// An end that the deployment wanted; everything else is trouble.
bool wantedEnd(const InstanceTimeline& t) {
    return t.endState == QLatin1String("TASK_KILLED");
}

} // namespace

Waterfall::Waterfall(QWidget* parent) : QAbstractScrollArea(parent) {
    setObjectName(QStringLiteral("waterfall"));
    setAccessibleName(tr("Instances over time"));
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void Waterfall::clear() {
    record_.reset();
    rows_.clear();
    viewport()->update();
}

void Waterfall::show(const scheduler::DeploymentRecordPtr& record, qint64 nowMs) {
    const bool same = record_ == record;
    record_ = record;
    from_ = record->startedMs;
    to_ = std::max(record->endedMs != 0 ? record->endedMs : nowMs, from_ + 10'000);
    if (!same) {
        pair();
        const auto fresh = std::count_if(rows_.cbegin(), rows_.cend(), [](const Row& r) { return r.fresh; });
        const auto old = std::count_if(rows_.cbegin(), rows_.cend(), [](const Row& r) { return r.old; });
        setAccessibleDescription(tr("%1 new, %2 of before").arg(fresh).arg(old));
        fit();
    }
    viewport()->update();
}

/// New ones in the order they were launched, old ones in the order they went: the scheduler kills one when one is up.
void Waterfall::pair() {
    QList<const InstanceTimeline*> fresh;
    QList<const InstanceTimeline*> old;
    for (const InstanceTimeline& t : record_->instances)
        (t.isNew ? fresh : old).append(&t);
    const auto moment = [](qint64 ms) { return ms == 0 ? std::numeric_limits<qint64>::max() : ms; };
    std::stable_sort(fresh.begin(), fresh.end(), [&](const auto* a, const auto* b) {
        return moment(a->launchedMs) != moment(b->launchedMs) ? moment(a->launchedMs) < moment(b->launchedMs)
                                                              : moment(a->waitingMs) < moment(b->waitingMs);
    });
    std::stable_sort(old.begin(), old.end(),
                     [&](const auto* a, const auto* b) { return moment(a->endedMs) < moment(b->endedMs); });
    const bool replaces =
        std::any_of(record_->deployment.steps.cbegin(), record_->deployment.steps.cend(), [](const auto& step) {
            return std::any_of(step.cbegin(), step.cend(), [](const scheduler::DeploymentAction& a) {
                return a.action.startsWith(QLatin1String("Restart"));
            });
        });
    rows_.clear();
    qsizetype next = 0;
    for (const InstanceTimeline* t : fresh)
        rows_.append(Row{t, replaces && next < old.size() ? old.at(next++) : nullptr});
    for (; next < old.size(); ++next)
        rows_.append(Row{nullptr, old.at(next)});
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

bool Waterfall::checked(const InstanceTimeline& t) const {
    const scheduler::AppPtr app = record_->after.value(t.appId);
    return t.healthyMs != 0 || (app && app->hasHealthChecks);
}

bool Waterfall::troubled(const InstanceTimeline& t) const {
    return t.endedMs != 0 && !(wantedEnd(t) && !t.isNew);
}

void Waterfall::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const Theme& theme = theme::of(this);
    painter.fillRect(viewport()->rect(), theme.surface);
    const double left = 2.0 * nameWidth + 2 * metrics::gapLarge;
    const QRectF lane(left, 0, viewport()->width() - left - outcomeWidth - metrics::gapLarge, viewport()->height());
    const int offset = verticalScrollBar()->value();
    const int bottom = viewport()->height() - legendHeight;
    if (rows_.isEmpty() || !record_) {
        painter.setPen(theme.secondary);
        painter.drawText(viewport()->rect(), Qt::AlignCenter,
                         tr("Nothing has happened to an instance since this program looks."));
        return;
    }
    painter.save();
    painter.setClipRect(0, axisHeight, viewport()->width(), bottom - axisHeight);
    for (qsizetype i = 0; i < rows_.size(); ++i) {
        const int y = axisHeight + int(i) * rowHeight - offset;
        if (y + rowHeight >= axisHeight && y < bottom)
            paintRow(painter, rows_[i], QRectF(lane.left(), y, lane.width(), rowHeight));
    }
    painter.restore();
    paintAxis(painter, lane);
    paintLegend(painter, bottom);
}

void Waterfall::paintAxis(QPainter& painter, const QRectF& lane) const {
    const Theme& theme = theme::of(this);
    painter.setFont(theme::font(Text::Small));
    painter.setPen(theme.secondary);
    const auto head = [&](double x, double width, Qt::Alignment align, const QString& text, const QString& note) {
        painter.drawText(QRectF(x, 2, width, 18), int(Qt::AlignVCenter | align), text);
        painter.drawText(QRectF(x, 20, width, 18), int(Qt::AlignVCenter | align), note);
    };
    head(metrics::gapLarge, nameWidth, Qt::AlignLeft, tr("New instance on"), {});
    head(metrics::gapLarge + nameWidth, nameWidth, Qt::AlignLeft, tr("old one on"), tr("pairs are inferred"));
    head(lane.right() + 8, outcomeWidth - 8, Qt::AlignRight, tr("to healthy"), tr("or its end"));
    constexpr int marks = 4;
    for (int i = 0; i <= marks; ++i) {
        const double x = lane.left() + lane.width() * i / marks;
        const Qt::Alignment align = i == 0 ? Qt::AlignLeft : i == marks ? Qt::AlignRight : Qt::AlignHCenter;
        const double label = i == 0 ? x : i == marks ? x - 100 : x - 50;
        painter.setPen(theme.secondary);
        drawFigures(painter, QRectF(label, 2, 100, 18), align | Qt::AlignVCenter,
                    text::timeOfDay(from_ + (to_ - from_) * i / marks, to_).right(8));
    }
    // The steps: a diamond where each begins.
    for (const scheduler::StepSpan& step : record_->steps) {
        const double x = at(step.startedMs, lane);
        painter.setPen(QPen(theme.line, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, axisHeight), QPointF(x, lane.bottom() - legendHeight));
        painter.setPen(QPen(theme.secondary, 1.2));
        painter.drawPolygon(QPolygonF({{x, 25}, {x + 4, 29}, {x, 33}, {x - 4, 29}}));
    }
    painter.setPen(theme.line);
    painter.drawLine(QPointF(0, axisHeight - 1), QPointF(viewport()->width(), axisHeight - 1));
}

void Waterfall::paintLegend(QPainter& painter, double top) const {
    const Theme& theme = theme::of(this);
    double x = metrics::gapLarge;
    painter.setFont(theme::font(Text::Small));
    painter.fillRect(QRectF(0, top, viewport()->width(), legendHeight), theme.window);
    const auto entry = [&](const QString& word, const auto& paint) {
        const double width = painter.fontMetrics().horizontalAdvance(word);
        if (x + 26 + width > viewport()->width())
            return;
        paint(QRectF(x, top + legendHeight / 2.0 - 4, 20, 8));
        painter.setPen(theme.secondary);
        painter.drawText(QRectF(x + 26, top, width + 4, legendHeight), int(Qt::AlignVCenter | Qt::AlignLeft), word);
        x += 26 + width + metrics::gapHuge;
    };
    entry(tr("old, running"), [&](const QRectF& r) { painter.fillRect(r.adjusted(0, 2, 0, -2), theme.barGrey); });
    entry(tr("its end"), [&](const QRectF& r) {
        painter.setPen(theme.text);
        painter.drawText(r.adjusted(0, -6, 0, 6), Qt::AlignCenter, QStringLiteral("×"));
    });
    entry(tr("waits for an offer"), [&](const QRectF& r) {
        painter.setPen(QPen(theme.secondary, 1, Qt::DashLine));
        painter.drawLine(QPointF(r.left(), r.center().y()), QPointF(r.right(), r.center().y()));
    });
    entry(tr("staging"), [&](const QRectF& r) { paintTexture(painter, r, Texture::Hatch, theme.accent, 4, 1.2); });
    entry(tr("running, not healthy yet"),
          [&](const QRectF& r) { painter.fillRect(r, mixed(theme.accent, theme.surface, 0.3)); });
    entry(tr("healthy"), [&](const QRectF& r) { painter.fillRect(r.adjusted(0, 3, 0, -3), theme.barGood); });
    entry(tr("step begins"), [&](const QRectF& r) {
        painter.setPen(QPen(theme.secondary, 1.2));
        const QPointF c = r.center();
        painter.drawPolygon(
            QPolygonF({{c.x(), c.y() - 4}, {c.x() + 4, c.y()}, {c.x(), c.y() + 4}, {c.x() - 4, c.y()}}));
    });
}

void Waterfall::paintOld(QPainter& painter, const InstanceTimeline& t, double y, const QRectF& lane) const {
    const Theme& theme = theme::of(this);
    const double left =
        t.runningMs != 0 || t.launchedMs != 0 ? at(std::max(t.runningMs, t.launchedMs), lane) : lane.left();
    const double right = t.endedMs != 0 ? at(t.endedMs, lane) : at(to_, lane);
    painter.fillRect(QRectF(left, y - 2, std::max(right - left, 1.0), 4), theme.barGrey);
    if (t.killingMs != 0) {
        const double killing = at(t.killingMs, lane);
        paintTexture(painter, QRectF(killing, y - 2, std::max(right - killing, 1.0), 4), Texture::Hatch, theme.surface,
                     3, 1.2);
    }
    if (t.endedMs == 0)
        return;
    painter.setFont(theme::font(Text::Body));
    painter.setPen(troubled(t) ? theme.bad : theme.text);
    painter.drawText(QRectF(right - 8, y - 9, 16, 18), Qt::AlignCenter, QStringLiteral("×"));
}

void Waterfall::paintNew(QPainter& painter, const InstanceTimeline& t, double y, const QRectF& lane) const {
    const Theme& theme = theme::of(this);
    const double end = at(t.endedMs != 0 ? t.endedMs : to_, lane);
    const double launched = t.launchedMs != 0 ? at(t.launchedMs, lane) : end;
    const double running = t.runningMs != 0 ? at(t.runningMs, lane) : end;
    const double healthy = t.healthyMs != 0 ? at(t.healthyMs, lane) : end;
    if (t.waitingMs != 0 || t.launchedMs == 0) {
        painter.setPen(QPen(theme.secondary, 1, Qt::DashLine));
        painter.drawLine(QPointF(t.waitingMs != 0 ? at(t.waitingMs, lane) : lane.left(), y), QPointF(launched, y));
    }
    if (t.launchedMs != 0)
        paintTexture(painter, QRectF(launched, y - 4, std::max(running - launched, 2.0), 8), Texture::Hatch,
                     theme.accent, 4, 1.2);
    if (t.runningMs != 0) {
        const bool grace = checked(t);
        painter.fillRect(QRectF(running, y - (grace ? 4 : 1.5), std::max(healthy - running, 0.0), grace ? 8 : 3),
                         grace ? mixed(theme.accent, theme.surface, 0.3) : theme.barGrey);
    }
    if (t.healthyMs != 0)
        painter.fillRect(QRectF(healthy, y - 1.5, std::max(end - healthy, 1.0), 3), theme.barGood);
    if (t.endedMs == 0)
        return;
    painter.setFont(theme::font(Text::Body));
    painter.setPen(theme.bad);
    painter.drawText(QRectF(end - 8, y - 9, 16, 18), Qt::AlignCenter, QStringLiteral("×"));
}

QString Waterfall::outcomeOf(const Row& row) const {
    if (!row.fresh)
        return row.old->endedMs != 0 ? tr("killed") : row.old->killingMs != 0 ? tr("ending") : tr("stays");
    const InstanceTimeline& t = *row.fresh;
    if (t.endedMs != 0)
        return t.endState.mid(5).toLower();
    if (t.healthyMs != 0 && t.launchedMs != 0)
        return text::duration(t.healthyMs - t.launchedMs);
    if (t.runningMs != 0)
        return checked(t) ? tr("not healthy yet") : tr("runs");
    return t.launchedMs != 0 ? tr("staging") : tr("waits");
}

void Waterfall::paintRow(QPainter& painter, const Row& row, const QRectF& lane) const {
    const Theme& theme = theme::of(this);
    painter.setFont(theme::font(Text::Body));
    const auto name = [&](double x, const InstanceTimeline* t, const QColor& color) {
        if (!t)
            return;
        painter.setPen(color);
        const QString host = t->host.isEmpty() ? tr("no agent yet") : t->host;
        painter.drawText(QRectF(x, lane.top(), nameWidth - 8, lane.height()), int(Qt::AlignVCenter | Qt::AlignLeft),
                         elidedMiddle(painter.font(), host, nameWidth - 8));
    };
    name(metrics::gapLarge, row.fresh, theme.text);
    name(metrics::gapLarge + nameWidth, row.old, theme.secondary);
    const double middle = lane.center().y();
    if (row.old)
        paintOld(painter, *row.old, row.fresh ? middle - 6 : middle, lane);
    if (row.fresh)
        paintNew(painter, *row.fresh, row.old ? middle + 4 : middle, lane);
    const bool bad = row.fresh && row.fresh->endedMs != 0;
    painter.setFont(theme::font(Text::Body));
    painter.setPen(bad ? theme.bad : theme.secondary);
    drawFigures(painter, QRectF(lane.right() + 8, lane.top(), outcomeWidth - 8, lane.height()),
                Qt::AlignVCenter | Qt::AlignRight, outcomeOf(row));
}

QStringList Waterfall::rowsInWords() const {
    QStringList out;
    for (const Row& row : rows_) {
        const InstanceTimeline& t = row.fresh ? *row.fresh : *row.old;
        out += QStringLiteral("%1 %2: %3").arg(row.fresh ? tr("new") : tr("old"), t.host, outcomeOf(row));
    }
    return out;
}

} // namespace mesoscope::widgets

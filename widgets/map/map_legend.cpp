#include "widgets/map/map_legend.h"

#include "widgets/map/map_colours.h"
#include "widgets/map/map_text.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

namespace mesoscope::widgets {

using tables::MapMeasure;

MapLegend::MapLegend(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("mapLegend"));
    setAccessibleName(tr("Legend of the map"));
    setFixedHeight(28);
}

QList<MapLegend::Entry> MapLegend::entriesOf(const tables::MapPicture& p, bool tasksVisible) const {
    QList<Entry> entries;
    const tables::MapSums& s = p.sums;
    const auto add = [&entries](Swatch swatch, const QString& name, qint64 count) {
        if (count > 0)
            entries.append({swatch, name + QLatin1Char(' ') + map_text::number(count)});
    };
    if (p.query.measure == MapMeasure::Version && !p.query.filter.app.isEmpty()) {
        entries.append({Swatch::Current, tr("current version")});
        entries.append({Swatch::Older, tr("older version")});
    }
    add(Swatch::Lost, tr("unreachable"), s.lost);
    add(Swatch::Draining, tr("draining"), s.draining);
    add(Swatch::Deactivated, tr("deactivated"), s.deactivated);
    if (!p.query.filter.app.isEmpty()) {
        entries.append({Swatch::Instance, tr("instance of %1").arg(p.query.filter.app) + QLatin1Char(' ') +
                                              map_text::number(s.instances)});
        add(Swatch::Starting, tr("agents where one starts"), s.instancesStarting);
    }
    if (tasksVisible)
        entries.append({Swatch::Task, tr("one dot per task")});
    return entries;
}

void MapLegend::display(const tables::MapPicturePtr& picture, bool tasksVisible, bool texturesVisible) {
    const QList<Entry> entries = picture ? entriesOf(*picture, tasksVisible) : QList<Entry>();
    const MapMeasure measure = picture ? picture->query.measure : measure_;
    const QString hint = tasksVisible ? tr("wheel zooms, drag selects or pans, Enter opens")
                                      : tr("tasks appear inside an agent from 12 px on; wheel zooms, Enter opens");
    if (entries == entries_ && measure == measure_ && hint == hint_ && textures_ == texturesVisible)
        return;
    entries_ = entries;
    measure_ = measure;
    hint_ = hint;
    textures_ = texturesVisible;
    QStringList words{map_text::measureName(measure)};
    for (const Entry& e : entries_)
        words.append(e.text);
    setAccessibleDescription(words.join(QLatin1String(", ")));
    update();
}

void MapLegend::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Legend of the map"));
        entries_.clear();
    }
    QWidget::changeEvent(event);
}

void MapLegend::paintEvent(QPaintEvent*) {
    const Theme& t = theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.setFont(theme::font(Text::Small));
    double x = paintRamp(painter, 16);
    for (const Entry& e : entries_)
        x = paintEntry(painter, e, x + 24);
    const double room = width() - 16 - x - 24;
    if (QFontMetricsF(painter.font()).horizontalAdvance(hint_) > room)
        return; // the hint is the first to go
    painter.setPen(t.secondary);
    painter.drawText(QRectF(0, 0, width() - 16, height()), Qt::AlignRight | Qt::AlignVCenter, hint_);
}

double MapLegend::paintRamp(QPainter& painter, double x) {
    const Theme& t = theme::of(this);
    const QFontMetricsF metrics(painter.font());
    const QString name = map_text::measureName(measure_);
    painter.setPen(t.secondary);
    painter.drawText(QRectF(x, 0, 300, height()), Qt::AlignLeft | Qt::AlignVCenter, name);
    x += metrics.horizontalAdvance(name) + 12;
    if (measure_ == MapMeasure::Version)
        return x - 12;
    const MapColours colours = MapColours::of(t, measure_);
    const double width = 144;
    const QRectF ramp(x, height() / 2.0 - 5, width, 10);
    for (int i = 0; i < MapColours::steps; ++i)
        painter.fillRect(
            QRectF(ramp.left() + width * i / MapColours::steps, ramp.top(), width / MapColours::steps + 0.6, 10),
            QColor::fromRgb(colours.fill[std::size_t(i)]));
    x = ramp.right() + 8;
    const QString range =
        measure_ == MapMeasure::Health ? tr("0 – 100 % of the tasks fail their check") : tr("0 – 100 %");
    painter.drawText(QRectF(x, 0, 300, height()), Qt::AlignLeft | Qt::AlignVCenter, range);
    return x + metrics.horizontalAdvance(range);
}

double MapLegend::paintEntry(QPainter& painter, const Entry& entry, double x) {
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(entry.text);
    if (x + 18 + width > this->width() - 8)
        return x;
    paintSwatch(painter, entry.swatch, QRectF(x, height() / 2.0 - 6, 12, 12));
    painter.setPen(theme::of(this).secondary);
    painter.drawText(QRectF(x + 18, 0, width + 4, height()), Qt::AlignLeft | Qt::AlignVCenter, entry.text);
    return x + 18 + width;
}

void MapLegend::paintSwatch(QPainter& painter, Swatch swatch, const QRectF& rect) {
    const Theme& t = theme::of(this);
    const MapColours c = MapColours::of(t, measure_);
    painter.save();
    switch (swatch) {
    case Swatch::Lost:
        painter.fillRect(rect, QColor::fromRgb(textures_ ? c.lostGround : c.lostFlat));
        if (textures_) {
            paintTexture(painter, rect, Texture::Hatch, t.bad, 4, 1.4);
            paintOutline(painter, rect, t.bad, 1, 0);
        }
        break;
    case Swatch::Draining:
        painter.fillRect(rect, QColor::fromRgb(textures_ ? c.drainingGround : c.drainingFlat));
        if (textures_)
            paintTexture(painter, rect, Texture::Stripes, t.draining, 4, 1.4);
        break;
    case Swatch::Deactivated:
        paintDashedOutline(painter, rect, t.control);
        break;
    case Swatch::Instance:
    case Swatch::Starting:
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(swatch == Swatch::Starting ? QPen(t.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(swatch == Swatch::Starting ? QBrush(Qt::NoBrush) : QBrush(t.accent));
        painter.drawEllipse(rect.center(), 4, 4);
        break;
    case Swatch::Task:
        for (int i = 0; i < 6; ++i)
            painter.fillRect(QRectF(rect.left() + 2 + i % 2 * 5, rect.top() + i / 2 * 4, 3, 3), t.secondary);
        break;
    case Swatch::Current:
        painter.fillRect(rect, QColor::fromRgb(c.fill.back()));
        break;
    case Swatch::Older:
        painter.fillRect(rect, QColor::fromRgb(c.fill[MapColours::steps / 2]));
        break;
    }
    painter.restore();
}

} // namespace mesoscope::widgets

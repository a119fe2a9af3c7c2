#include "widgets/agents/capacity_legend.h"

#include "models/tables/roles.h"
#include "widgets/controls/bars.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QPainter>

#include <array>

namespace mesoscope::widgets {

namespace {

constexpr int sample = 16;
constexpr int gapWords = 6;
constexpr int gapEntries = 16;

struct Entry {
    const char* word;
    tables::Capacity capacity;
};

const std::array<Entry, 5>& entries() {
    static const std::array<Entry, 5> list{
        {{QT_TRANSLATE_NOOP("mesoscope::widgets::CapacityLegend", "allocated"), {1, 1, 0, 0, false}},
         {QT_TRANSLATE_NOOP("mesoscope::widgets::CapacityLegend", "last known"), {1, 1, 0, 0, true}},
         {QT_TRANSLATE_NOOP("mesoscope::widgets::CapacityLegend", "offered"), {1, 0, 1, 0, false}},
         {QT_TRANSLATE_NOOP("mesoscope::widgets::CapacityLegend", "reserved"), {1, 0, 0, 1, false}},
         {QT_TRANSLATE_NOOP("mesoscope::widgets::CapacityLegend", "free"), {1, 0, 0, 0, false}}}};
    return list;
}

} // namespace

CapacityLegend::CapacityLegend(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("capacityLegend"));
    setAccessibleName(tr("What the bars mean"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize CapacityLegend::sizeHint() const {
    const QFontMetrics metrics(theme::font(Text::Small));
    int width = 0;
    for (const Entry& entry : entries())
        width += sample + gapWords + metrics.horizontalAdvance(tr(entry.word)) + gapEntries;
    return {width, 24};
}

void CapacityLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.setFont(theme::font(Text::Small));
    double x = 0;
    for (const Entry& entry : entries()) {
        paintCapacityBar(painter, QRectF(x, height() / 2.0 - 3.5, sample, 7), entry.capacity, theme);
        x += sample + gapWords;
        const QString word = tr(entry.word);
        painter.setPen(theme.secondary);
        painter.drawText(QRectF(x, 0, 200, height()), int(Qt::AlignVCenter | Qt::AlignLeft), word);
        x += painter.fontMetrics().horizontalAdvance(word) + gapEntries;
    }
}

} // namespace mesoscope::widgets

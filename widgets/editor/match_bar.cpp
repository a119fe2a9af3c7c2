#include "widgets/editor/match_bar.h"

#include "widgets/theme/theme.h"

#include <QPainter>

namespace mesoscope::widgets {

MatchBar::MatchBar(QWidget* parent) : QWidget(parent) {
    setFixedSize(sizeHint());
}

void MatchBar::show(int matching, int of) {
    matching_ = matching;
    of_ = of;
    update();
}

void MatchBar::paintEvent(QPaintEvent*) {
    const Theme& theme = theme::of(this);
    QPainter painter(this);
    const QRectF whole(0, 2, width(), 4);
    painter.fillRect(whole, theme.line);
    if (of_ > 0)
        painter.fillRect(QRectF(0, 2, whole.width() * matching_ / of_, 4), matching_ == 0 ? theme.bad : theme.unknown);
}

} // namespace mesoscope::widgets

#include "widgets/actions/dip_picture.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QPainter>

#include <algorithm>

namespace mesoscope::widgets {

DipPicture::DipPicture(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("dipPicture"));
    setAccessibleName(tr("Instances over time"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DipPicture::setDip(const std::optional<scheduler::Dip>& dip, int instances) {
    dip_ = instances > 0 ? dip : std::nullopt;
    instances_ = instances;
    if (dip_)
        setAccessibleDescription(
            tr("%1 wanted, at least %2 serve, at most %3 exist").arg(instances).arg(dip->floor).arg(dip->peak));
    updateGeometry();
    update();
}

/// The kill that is allowed at once, then as many new ones as fit, then one for one until the old ones are gone. The
/// lines beside it name the bounds; the steps between are not known beforehand.
void DipPicture::paintEvent(QPaintEvent*) {
    if (!dip_)
        return;
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    const QRectF area(24, 6, width() - 24 - 96, height() - 24);
    const double top = std::max(dip_->peak, instances_) * 1.05;
    const auto y = [&](double n) { return area.bottom() - area.height() * n / top; };
    const auto x = [&](double part) { return area.left() + area.width() * part; };
    constexpr int steps = 5;
    const int old = std::min(instances_, dip_->floor);
    for (int i = 0; i < steps; ++i) {
        const double left = x(double(i) / steps);
        const double width = area.width() / steps - 1;
        const double olds = double(old) * (steps - i) / steps;
        const double fresh = std::min<double>(dip_->peak - olds, instances_);
        const double ready = std::min<double>(double(instances_) * i / steps, fresh);
        painter.fillRect(QRectF(left, y(olds), width, area.bottom() - y(olds)), theme.barGrey);
        painter.fillRect(QRectF(left, y(olds + ready), width, y(olds) - y(olds + ready)),
                         mixed(theme.accent, theme.surface, 0.3));
        paintTexture(painter, QRectF(left, y(olds + fresh), width, y(olds + ready) - y(olds + fresh)), Texture::Hatch,
                     theme.accent, 4, 1.2);
    }
    painter.setFont(theme::font(Text::Small));
    double last = -100;
    const auto line = [&](int n, const QString& word, const QPen& pen) {
        painter.setPen(pen);
        painter.drawLine(QPointF(area.left(), y(n)), QPointF(area.right() + 4, y(n)));
        const double at = std::max(y(n), last + 14);
        last = at;
        painter.setPen(theme.secondary);
        painter.drawText(QRectF(area.right() + 8, at - 8, 90, 16), int(Qt::AlignVCenter | Qt::AlignLeft), word);
    };
    if (dip_->peak > instances_)
        line(dip_->peak, tr("%1 at most").arg(dip_->peak), QPen(theme.line, 1));
    line(instances_, tr("%1 wanted").arg(instances_), QPen(theme.text, 1));
    if (dip_->floor < instances_)
        line(dip_->floor, tr("%1 at least").arg(dip_->floor), QPen(theme.warning, 1, Qt::DashLine));
    painter.setPen(theme.secondary);
    painter.drawText(QRectF(area.left(), area.bottom() + 2, area.width(), 16), int(Qt::AlignLeft), tr("old"));
    painter.drawText(QRectF(area.left(), area.bottom() + 2, area.width(), 16), int(Qt::AlignRight), tr("new"));
}

} // namespace mesoscope::widgets

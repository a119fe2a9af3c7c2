#include "widgets/shell/rail.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QVBoxLayout>

namespace mesoscope::widgets {

namespace {

constexpr int buttonHeight = 60;
constexpr int buttonHeightNarrow = 44;

} // namespace

RailButton::RailButton(const QString& id, Glyph glyph, const QString& label, QWidget* parent)
    : QAbstractButton(parent), glyph_(glyph) {
    setObjectName(QStringLiteral("rail-") + id);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLabel(label);
}

void RailButton::setLabel(const QString& label) {
    setText(label);
    setAccessibleName(label);
    setToolTip(narrow_ ? label : QString());
    update();
}

void RailButton::setNarrow(bool narrow) {
    narrow_ = narrow;
    setToolTip(narrow ? text() : QString());
    updateGeometry();
}

void RailButton::setBadge(int count) {
    if (badge_ == count)
        return;
    badge_ = count;
    setAccessibleDescription(count > 0 ? tr("%Ln open", "incidents", count) : QString());
    update();
}

QSize RailButton::sizeHint() const {
    return narrow_ ? QSize(metrics::railWidthNarrow, buttonHeightNarrow) : QSize(metrics::railWidth, buttonHeight);
}

void RailButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    if (isEnabled() && underMouse() && !isChecked())
        painter.fillRect(rect().adjusted(0, 0, -1, 0), theme.raised);
    if (isChecked())
        painter.fillRect(QRect(0, narrow_ ? 8 : 11, 3, height() - (narrow_ ? 16 : 22)), theme.accent);
    const QColor color = !isEnabled() ? theme.disabled : isChecked() ? theme.text : theme.secondary;
    const double top = narrow_ ? (height() - 18) / 2.0 : 10;
    const QRectF sign((width() - 18) / 2.0, top, 18, 18);
    paintGlyph(painter, sign, glyph_, color);
    if (!narrow_) {
        QFont font = theme::font(isChecked() ? Text::SmallStrong : Text::Small);
        // "Deployments" is a little wider than the rail in some fonts; a smaller word beats a cut one.
        while (QFontMetricsF(font).horizontalAdvance(text()) > width() - 10 && font.pointSizeF() > 7)
            font.setPointSizeF(font.pointSizeF() - 0.25);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QRectF(1, top + 22, width() - 2, 18), Qt::AlignHCenter,
                         QFontMetricsF(painter.font()).elidedText(text(), Qt::ElideRight, width() - 2));
    }
    if (badge_ > 0) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.bad);
        const QRectF circle(sign.right() - 4, sign.top() - 8, 16, 16);
        painter.drawEllipse(circle);
        painter.setFont(theme::font(Text::SmallStrong));
        painter.setPen(theme.onAccent);
        painter.drawText(circle, Qt::AlignCenter, badge_ > 9 ? QStringLiteral("9+") : QString::number(badge_));
    }
    if (showsFocus(*this))
        paintOutline(painter, rect().adjusted(1, 2, -2, -2), theme.accent, 2);
}

Rail::Rail(QWidget* parent) : QWidget(parent), column_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Pages"));
    column_->setContentsMargins(0, 57, 1, 0);
    column_->setSpacing(0);
    column_->addStretch();
    setFixedWidth(metrics::railWidth);
}

RailButton* Rail::add(const QString& id, Glyph glyph, const QString& label) {
    auto* button = new RailButton(id, glyph, label, this);
    column_->insertWidget(int(buttons_.size()), button);
    buttons_.append(button);
    connect(button, &QAbstractButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
    return button;
}

RailButton* Rail::button(const QString& id) const {
    for (RailButton* b : buttons_) {
        if (b->objectName() == QStringLiteral("rail-") + id)
            return b;
    }
    return nullptr;
}

void Rail::setCurrent(const QString& id) {
    for (RailButton* b : std::as_const(buttons_))
        b->setChecked(b->objectName() == QStringLiteral("rail-") + id);
}

void Rail::setNarrow(bool narrow) {
    setFixedWidth(narrow ? metrics::railWidthNarrow : metrics::railWidth);
    for (RailButton* b : std::as_const(buttons_))
        b->setNarrow(narrow);
}

void Rail::setPagesEnabled(bool enabled) {
    for (RailButton* b : std::as_const(buttons_))
        b->setEnabled(enabled);
}

void Rail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme::of(this).line);
}

} // namespace mesoscope::widgets

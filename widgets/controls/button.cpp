#include "widgets/controls/button.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/theme_controller.h"

#include <QFocusEvent>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QTimerEvent>

#include <cmath>

namespace mesoscope::widgets {

namespace {

constexpr int padding = 10;
constexpr int glyphSize = 16;
constexpr int glyphGap = 6;

} // namespace

Button::Button(const QString& text, ButtonKind kind, QWidget* parent) : QPushButton(text, parent), kind_(kind) {
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::ArrowCursor);
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Button::Button(Glyph glyph, const QString& text, ButtonKind kind, QWidget* parent) : Button(text, kind, parent) {
    glyph_ = glyph;
}

Button* Button::iconOnly(Glyph glyph, const QString& name, QWidget* parent) {
    auto* button = new Button(glyph, QString(), ButtonKind::Quiet, parent);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

void Button::setKind(ButtonKind kind) {
    kind_ = kind;
    update();
}

void Button::setGlyph(std::optional<Glyph> glyph) {
    glyph_ = glyph;
    updateGeometry();
    update();
}

void Button::setKeyHint(const QString& key) {
    keyHint_ = key;
    updateGeometry();
    update();
}

void Button::setBusy(bool busy, const QString& text) {
    busy_ = busy;
    busyText_ = text;
    setAccessibleDescription(busy ? text : refusal_);
    setAttribute(Qt::WA_TransparentForMouseEvents, busy);
    if (busy && !reducedMotion())
        spin_.start(60, this);
    else
        spin_.stop();
    updateGeometry();
    update();
}

void Button::setRefusal(const QString& reason) {
    if (reason == refusal_)
        return;
    refusal_ = reason;
    setEnabled(reason.isEmpty());
    if (!text().isEmpty())
        setToolTip(reason);
    setAccessibleDescription(reason);
    Q_EMIT refusalChanged(reason);
}

void Button::showAs(const ButtonLook& look) {
    shownAs_ = look;
    shownAs_->kind = kind_;
    update();
}

QSize Button::sizeHint() const {
    if (text().isEmpty() && !busy_)
        return {metrics::controlHeight, metrics::controlHeight};
    const QFontMetricsF fm(font());
    double width = 2 * padding + fm.horizontalAdvance(shownText());
    if (kind_ == ButtonKind::Primary)
        width = 2 * padding + QFontMetricsF(theme::font(Text::Strong)).horizontalAdvance(shownText()) + 8;
    if (glyph_ || busy_)
        width += glyphSize + glyphGap;
    if (!keyHint_.isEmpty())
        width += paintKeyCap(nullptr, {}, keyHint_, theme::of(this)) + glyphGap;
    return {int(std::ceil(width)), metrics::controlHeight};
}

ButtonLook Button::look() const {
    if (shownAs_)
        return *shownAs_;
    ButtonLook look;
    look.kind = kind_;
    look.enabled = isEnabled();
    look.hover = underMouse() && !busy_;
    look.pressed = isDown() || isChecked();
    look.focus = hasFocus() && keyboardFocus_;
    return look;
}

void Button::paintContent(QPainter& painter, const QColor& color) const {
    const QString label = shownText();
    painter.setFont(kind_ == ButtonKind::Primary ? theme::font(Text::Strong) : font());
    painter.setPen(color);
    const double textWidth = QFontMetricsF(painter.font()).horizontalAdvance(label);
    const bool signShown = glyph_ || busy_;
    const double gap = label.isEmpty() ? 0 : glyphGap;
    const double keyWidth = keyHint_.isEmpty() ? 0 : paintKeyCap(nullptr, {}, keyHint_, theme::of(this)) + glyphGap;
    double x = (width() - textWidth - keyWidth - (signShown ? glyphSize + gap : 0)) / 2;
    x = std::max(x, label.isEmpty() ? 0.0 : double(padding) - 2);
    const QRectF sign(x, (height() - glyphSize) / 2.0, glyphSize, glyphSize);
    if (busy_)
        paintSpinner(painter, sign, color, angle_);
    else if (glyph_)
        paintGlyph(painter, sign, *glyph_, color);
    if (signShown)
        x += glyphSize + gap;
    const QRectF room(x, 0, width() - x - keyWidth - 4, height());
    painter.drawText(room, int(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine),
                     QFontMetricsF(painter.font()).elidedText(label, Qt::ElideRight, room.width() + 1));
    if (!keyHint_.isEmpty())
        paintKeyCap(&painter, QPointF(width() - padding + 2, height() / 2.0), keyHint_, theme::of(this));
}

void Button::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintContent(painter, paintButton(painter, rect(), theme::of(this), look()));
}

void Button::timerEvent(QTimerEvent* event) {
    if (event->timerId() != spin_.timerId())
        return QPushButton::timerEvent(event);
    angle_ = (angle_ + 24) % 360;
    if (isVisible())
        update();
}

void Button::focusInEvent(QFocusEvent* event) {
    keyboardFocus_ = event->reason() != Qt::MouseFocusReason && event->reason() != Qt::PopupFocusReason;
    QPushButton::focusInEvent(event);
}

void Button::mousePressEvent(QMouseEvent* event) {
    keyboardFocus_ = false;
    QPushButton::mousePressEvent(event);
}

void Button::keyPressEvent(QKeyEvent* event) {
    if (busy_) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

ButtonReason::ButtonReason(Button* button, QWidget* parent) : QLabel(parent) {
    setObjectName(QStringLiteral("reason"));
    setFont(theme::font(Text::Small));
    setForegroundRole(QPalette::PlaceholderText);
    setText(button->refusal());
    setWordWrap(false);
    connect(button, &Button::refusalChanged, this, &QLabel::setText);
}

double paintKeyCap(QPainter* painter, const QPointF& rightCentre, const QString& key, const Theme& theme) {
    const QFont font = theme::font(Text::MonoSmall);
    const double width = std::max(18.0, std::ceil(QFontMetricsF(font).horizontalAdvance(key)) + 10);
    if (!painter)
        return width;
    const QRectF cap(rightCentre.x() - width, std::round(rightCentre.y() - 9), width, 18);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.raised);
    painter->drawRoundedRect(cap, 3, 3);
    paintOutline(*painter, cap, theme.line, 1, 3);
    painter->setFont(font);
    painter->setPen(theme.secondary);
    painter->drawText(cap, Qt::AlignCenter, key);
    painter->restore();
    return width;
}

void paintSpinner(QPainter& painter, const QRectF& rect, const QColor& color, int angle) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.75, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(rect.adjusted(2, 2, -2, -2), -angle * 16, 250 * 16);
    painter.restore();
}

} // namespace mesoscope::widgets

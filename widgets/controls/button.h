// A button says what it does ("Scale to 5"), shows that it is busy, and gives the reason when it is refused.
#pragma once

#include "widgets/theme/glyph.h"
#include "widgets/theme/paint.h"

#include <QBasicTimer>
#include <QLabel>
#include <QPushButton>

#include <optional>

namespace mesoscope::widgets {

class Button : public QPushButton {
    Q_OBJECT
public:
    explicit Button(const QString& text, ButtonKind kind = ButtonKind::Plain, QWidget* parent = nullptr);
    Button(Glyph glyph, const QString& text, ButtonKind kind = ButtonKind::Plain, QWidget* parent = nullptr);
    /// Icon only; the name is what screen readers say and what the tool tip shows.
    static Button* iconOnly(Glyph glyph, const QString& name, QWidget* parent = nullptr);

    void setKind(ButtonKind kind);
    void setGlyph(std::optional<Glyph> glyph);
    /// A key shown inside the button: "Esc".
    void setKeyHint(const QString& key);
    /// While busy it takes no clicks and shows this text with a turning arc.
    void setBusy(bool busy, const QString& text = {});
    bool isBusy() const { return busy_; }
    /// Disabled, with the reason in words (tool tip, accessible description, and a ButtonReason beside it). Empty
    /// enables it again.
    void setRefusal(const QString& reason);
    QString refusal() const { return refusal_; }
    /// For the gallery: shows a look that otherwise needs a pointer.
    void showAs(const ButtonLook& look);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void refusalChanged(const QString& reason);

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString shownText() const { return busy_ && !busyText_.isEmpty() ? busyText_ : text(); }
    ButtonLook look() const;
    void paintContent(QPainter& painter, const QColor& color) const;

    ButtonKind kind_;
    std::optional<Glyph> glyph_;
    std::optional<ButtonLook> shownAs_;
    QString keyHint_;
    QString busyText_;
    QString refusal_;
    QBasicTimer spin_;
    int angle_ = 0;
    bool busy_ = false;
    bool keyboardFocus_ = false;
};

/// The reason of a refused button, standing beside it. Empty and without width while the button works.
class ButtonReason final : public QLabel {
    Q_OBJECT
public:
    explicit ButtonReason(Button* button, QWidget* parent = nullptr);
};

/// Draws a key cap; returns its width. With a null painter only measures.
double paintKeyCap(QPainter* painter, const QPointF& rightCentre, const QString& key, const Theme& theme);
/// The arc that turns while something runs. angle in degrees.
void paintSpinner(QPainter& painter, const QRectF& rect, const QColor& color, int angle);

} // namespace mesoscope::widgets

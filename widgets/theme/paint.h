// Drawing shared by the style and by own controls, so that both look the same.
#pragma once

#include "widgets/theme/glyph.h"
#include "widgets/theme/theme.h"

#include <QRectF>

class QPainter;
class QWidget;

namespace mesoscope::widgets {

enum class ButtonKind {
    Plain,
    Primary, ///< the one filled button of a page
    Danger,  ///< destroys or kills; never filled
    Quiet,   ///< no border until hovered: icons in bars
};

struct ButtonLook {
    ButtonKind kind = ButtonKind::Plain;
    bool enabled = true;
    bool hover = false;
    bool pressed = false; ///< or checked
    bool focus = false;
};

/// A crisp 1 px rounded outline inside rect.
void paintOutline(QPainter& painter, const QRectF& rect, const QColor& color, double width = 1, double radius = 4);
/// Fill and outline of a button; returns the colour of its text.
QColor paintButton(QPainter& painter, const QRectF& rect, const Theme& theme, const ButtonLook& look);
/// The ring that shows where the keyboard is: 2 px, accent.
/// Whether the widget has the focus and the user moves it by keyboard: a click leaves no ring behind.
bool showsFocus(const QWidget& widget);
void paintFocusRing(QPainter& painter, const QRectF& rect, const Theme& theme, double radius = 4);

enum class Texture {
    Hatch,   ///< lost, stale, not known: diagonal lines
    Stripes, ///< draining: horizontal lines
};
/// Fills rect with lines of the colour; the pattern starts at rect's corner so that it moves with it.
void paintTexture(QPainter& painter, const QRectF& rect, Texture texture, const QColor& color, double step = 5,
                  double width = 1.5);
/// A dashed 1 px outline: exists, but takes nothing.
void paintDashedOutline(QPainter& painter, const QRectF& rect, const QColor& color);

/// Fits text into width by taking out its middle; ids keep both ends.
QString elidedMiddle(const QFont& font, const QString& text, double width);

} // namespace mesoscope::widgets

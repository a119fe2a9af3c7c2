// The type scale, and figures that stand in columns. GUI thread.
#pragma once

#include <QFont>
#include <QStringView>

#include <functional>

class QPainter;
class QRectF;

namespace mesoscope::widgets {

enum class Text {
    Body,   ///< 10 pt
    Strong, ///< body, semibold
    Small,  ///< 9 pt: explanations, units
    SmallStrong,
    Title,   ///< 13 pt, semibold
    Heading, ///< 15 pt, semibold: the first words of a page without a table
    Key,     ///< 20 pt, semibold: one figure that matters
    Mono,    ///< ids, JSON, logs
    MonoSmall,
};

namespace theme {

/// The interface font: the system's, or Inter where that would be DejaVu; Chinese falls back to Noto Sans CJK SC.
QFont interfaceFont();
QFont font(Text text);

} // namespace theme

/// Calls piece(text, x) for single digits in equal cells and for what stands between them; returns the whole width.
double layFigures(const QFont& font, QStringView text, const std::function<void(const QString&, double)>& piece);
/// Width of the text when every digit takes the same room (Inter's digits do not by themselves).
double figuresWidth(const QFont& font, QStringView text);
/// Draws with digits of equal width in the painter's font and pen, so that numbers under each other align.
/// Text without digits is drawn as it is; elided at the right when it does not fit.
void drawFigures(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text);

} // namespace mesoscope::widgets

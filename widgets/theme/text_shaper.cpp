#include "widgets/theme/text_shaper.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

/// Adds the glyphs of a piece of text, its left end at x; returns its width.
double addPiece(QList<QGlyphRun>& runs, const QFont& font, const QString& text, double x) {
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    if (!line.isValid())
        return 0;
    const QPointF shift(x, -line.ascent());
    for (QGlyphRun& run : layout.glyphRuns()) {
        QList<QPointF> positions = run.positions();
        for (QPointF& position : positions)
            position += shift;
        run.setPositions(positions);
        runs.append(run);
    }
    return line.naturalTextWidth();
}

} // namespace

double TextShaper::width(Text font, Fit fit, const QString& text) {
    return text.isEmpty() ? 0 : line(font, fit, text).width;
}

double TextShaper::draw(QPainter& painter, const QRectF& room, Text font, Fit fit, Qt::AlignmentFlag side,
                        const QString& text) {
    if (text.isEmpty() || room.width() < 4)
        return 0;
    const Line* shown = &line(font, fit, text);
    if (shown->width > room.width() + 0.5)
        shown = &line(font, fit, text, int(room.width()));
    const Face& metrics = face(font);
    const double x = side == Qt::AlignRight     ? room.right() - shown->width
                     : side == Qt::AlignHCenter ? room.center().x() - shown->width / 2
                                                : room.left();
    const double y = room.center().y() + (metrics.ascent - metrics.descent) / 2;
    // Whole pixels: glyphs between pixels look blurred on a plain screen.
    const QPointF base(side == Qt::AlignLeft ? x : std::round(x), std::round(y));
    for (const QGlyphRun& run : shown->runs)
        painter.drawGlyphRun(base, run);
    return std::min(shown->width, room.width());
}

void TextShaper::forgetOtherFonts() {
    if (const QFont now = QGuiApplication::font(); now != base_) {
        base_ = now;
        faces_.fill(std::nullopt);
        lines_.clear();
    }
}

const TextShaper::Face& TextShaper::face(Text font) {
    forgetOtherFonts();
    std::optional<Face>& face = faces_[std::size_t(font)];
    if (!face) {
        const QFont made = theme::font(font);
        const QFontMetricsF metrics(made);
        face = Face{made, metrics.ascent(), metrics.descent()};
    }
    return *face;
}

const TextShaper::Line& TextShaper::line(Text font, Fit fit, const QString& text, int room) {
    const QFont& made = face(font).font;
    const Key key{font, fit, room, text};
    if (const Line* known = lines_.object(key))
        return *known;
    auto* fresh = new Line;
    if (room >= 0) {
        const QString elided = QFontMetricsF(made).elidedText(
            text, fit == Fit::ElideMiddle ? Qt::ElideMiddle : Qt::ElideRight, double(room));
        fresh->width = addPiece(fresh->runs, made, elided, 0);
    } else if (fit == Fit::Figures) {
        fresh->width =
            layFigures(made, text, [&](const QString& piece, double x) { addPiece(fresh->runs, made, piece, x); });
    } else {
        fresh->width = addPiece(fresh->runs, made, text, 0);
    }
    lines_.insert(key, fresh);
    return *fresh;
}

} // namespace mesoscope::widgets

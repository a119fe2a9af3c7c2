// Lines of text that are shaped once and drawn many times. Shaping is nine tenths of the cost of drawing a short text,
// and a table draws the same few hundred again with each change. GUI thread; one owner draws with one shaper.
#pragma once

#include "widgets/theme/fonts.h"

#include <QCache>
#include <QFont>
#include <QGlyphRun>
#include <QList>
#include <QRectF>
#include <QString>

#include <array>
#include <optional>

class QPainter;

namespace mesoscope::widgets {

class TextShaper {
public:
    enum class Fit {
        ElideRight,
        ElideMiddle, ///< ids keep both ends
        Figures,     ///< digits in equal cells, so that numbers below each other line up; elided at the right
    };

    /// Draws on one line in the middle of room's height; returns the width that was used.
    double draw(QPainter& painter, const QRectF& room, Text font, Fit fit, Qt::AlignmentFlag side, const QString& text);
    double width(Text font, Fit fit, const QString& text);

private:
    struct Key {
        Text font = Text::Body;
        Fit fit = Fit::ElideRight;
        int room = -1; ///< pixels it was elided to; -1: whole
        QString text;
        friend bool operator==(const Key&, const Key&) = default;
        friend size_t qHash(const Key& key, size_t seed = 0) {
            return qHashMulti(seed, int(key.font), int(key.fit), key.room, key.text);
        }
    };
    struct Line {
        QList<QGlyphRun> runs; ///< positions relative to the left end of the base line
        double width = 0;
    };
    struct Face {
        QFont font;
        double ascent = 0;
        double descent = 0;
    };

    const Face& face(Text font);
    const Line& line(Text font, Fit fit, const QString& text, int room = -1);
    void forgetOtherFonts();

    QCache<Key, Line> lines_{6000};
    QFont base_; ///< the application's font that everything kept was made from
    std::array<std::optional<Face>, 16> faces_;
};

} // namespace mesoscope::widgets

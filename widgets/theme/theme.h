// The colour tokens of both looks. Values; GUI thread only because QPalette is read through widgets.
#pragma once

#include "widgets/theme/tone.h"

#include <QColor>
#include <QPalette>

#include <array>

class QWidget;

namespace mesoscope::widgets {

struct Theme {
    bool dark = false;

    QColor window;  ///< the frame and the ground of pages
    QColor surface; ///< tables, cards, fields
    QColor raised;  ///< headers, pressed controls, chips
    QColor line;    ///< borders and grid lines
    QColor text;
    QColor secondary;
    QColor disabled;
    QColor accent;
    QColor good;
    QColor warning;
    QColor bad;
    QColor unknown;
    QColor draining;

    QColor hover;    ///< a row or control under the pointer
    QColor selected; ///< a ticked row, an active choice's fill
    QColor control;  ///< outline of check boxes and switches (3:1 on every ground)
    QColor onAccent; ///< text on a filled accent button
    QColor barGood;  ///< the quiet green of bars
    QColor barGrey;  ///< bars without a judgement: no health check, resources
    QColor scrim;    ///< what lies over a page while a sheet is open

    /// Measures that only grow: 0 recedes into the surface, the last comes forward. Ordered by lightness.
    std::array<QColor, 6> sequential;
    /// Blue is less, the middle is zero, orange is more.
    std::array<QColor, 7> diverging;
    /// Identity, not state: log letters, cluster colours. Stable order.
    std::array<QColor, 8> identity;

    static const Theme& day();
    static const Theme& night();

    QColor tone(Tone tone) const;
    /// A quiet background in this tone, for banners and pressed danger buttons; text keeps 4.5:1 on it.
    QColor tint(Tone tone) const;
    /// Position in 0…1 on the sequential ramp; out of range is clamped.
    QColor sequentialAt(double position) const;
    /// Position in -1…+1 on the diverging ramp; out of range is clamped.
    QColor divergingAt(double position) const;
    QPalette palette() const;
};

/// Amount 0 gives a, 1 gives b.
QColor mixed(const QColor& a, const QColor& b, double amount);
/// WCAG 2 contrast ratio, 1…21.
double contrast(const QColor& a, const QColor& b);

namespace theme {

/// The theme the widget shows: read from its palette, so a change of the application's palette is enough to switch.
const Theme& of(const QWidget* widget);
const Theme& of(const QPalette& palette);

} // namespace theme
} // namespace mesoscope::widgets

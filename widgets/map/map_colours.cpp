#include "widgets/map/map_colours.h"

#include "widgets/theme/theme.h"

namespace mesoscope::widgets {

namespace {

QColor fillAt(const Theme& theme, tables::MapMeasure measure, double position) {
    switch (measure) {
    case tables::MapMeasure::Health:
        // Well is quiet; the first failing task shows at once.
        return position <= 0 ? theme.sequentialAt(0.3)
                             : mixed(theme.sequentialAt(0.3), theme.bad, 0.45 + 0.55 * position);
    case tables::MapMeasure::Version:
        return position > 0.75 ? theme.accent : position > 0.25 ? theme.divergingAt(0.8) : theme.sequentialAt(0.1);
    default:
        return theme.sequentialAt(position);
    }
}

/// Tasks are a shade of their cell: away from it, towards whichever end is farther.
QColor taskOn(const Theme& theme, const QColor& fill) {
    const bool light = contrast(fill, Qt::white) < contrast(fill, Qt::black) ? false : true;
    const QColor away = (light == theme.dark) ? theme.text : theme.window;
    const QColor towards = contrast(fill, away) > 2.2 ? away : (away == theme.text ? theme.window : theme.text);
    return mixed(fill, towards, 0.34);
}

} // namespace

MapColours MapColours::of(const Theme& theme, tables::MapMeasure measure) {
    MapColours c;
    c.ground = theme.surface.rgb();
    c.box = theme.window.rgb();
    c.frame = theme.line.rgb();
    for (int i = 0; i < steps; ++i) {
        const QColor fill = fillAt(theme, measure, double(i) / (steps - 1));
        const QColor task = taskOn(theme, fill);
        c.fill[std::size_t(i)] = fill.rgb();
        c.task[std::size_t(i)] = task.rgb();
        c.fadedFill[std::size_t(i)] = mixed(fill, theme.surface, 0.4).rgb();
        c.fadedTask[std::size_t(i)] = mixed(task, theme.surface, 0.4).rgb();
    }
    c.unmeasured = theme.line.rgb();
    c.lost = theme.bad.rgb();
    c.lostFrame = theme.bad.rgb();
    c.lostGround = mixed(theme.window, theme.bad, theme.dark ? 0.22 : 0.16).rgb();
    c.lostFlat = mixed(theme.window, theme.bad, theme.dark ? 0.62 : 0.72).rgb();
    c.draining = theme.draining.rgb();
    c.drainingGround = mixed(theme.window, theme.draining, theme.dark ? 0.2 : 0.14).rgb();
    c.drainingFlat = mixed(theme.window, theme.draining, theme.dark ? 0.62 : 0.7).rgb();
    c.unknown = theme.unknown.rgb();
    c.unknownGround = mixed(theme.window, theme.unknown, 0.2).rgb();
    c.outline = theme.control.rgb();
    c.warning = theme.warning.rgb();
    c.accent = theme.accent.rgb();
    c.ring = theme.dark ? qRgb(0xFF, 0xFF, 0xFF) : theme.text.rgb();
    c.dot = theme.accent.rgb();
    c.dotEdge = theme.dark ? theme.window.rgb() : theme.surface.rgb();
    return c;
}

} // namespace mesoscope::widgets

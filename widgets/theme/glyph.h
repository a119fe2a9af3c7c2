// The program's own symbolic icons: a 16 px grid, 1.5 px strokes, drawn in whatever colour the place needs.
#pragma once

#include "widgets/theme/tone.h"

#include <QIcon>

class QPainter;

namespace mesoscope::widgets {

/// One file in resources/icons each, same order as the names in glyph.cpp.
enum class Glyph {
    Map,
    Apps,
    Deployments,
    Tasks,
    Agents,
    Gateway,
    Slo,
    Incident,
    Connect,
    Scale,
    Restart,
    Edit,
    Kill,
    Suspend,
    Deploy,
    Search,
    Close,
    More,
    Lock,
    Unlock,
    Bell,
    Back,
    Forward,
    ChevronDown,
    ChevronUp,
    ChevronLeft,
    ChevronRight,
    Check,
    Warning,
    Error,
    Info,
    Question,
    Copy,
    Refresh,
    Drain,
    LinkBroken,
    Clock,
    Filter,
    Columns,
    Play,
    Pause,
    Plus,
    Minus,
    ArrowUp,
    ArrowDown,
    ArrowRight,
    Panel,
    Code,
    Destroy,
    Rollback,
    Open,
    Terminal,
    Folder,
    File,
    User,
    Settings,
    Sun,
    Moon,
    Download,
    History,
    Route,
    Pin,
    StateStaging,
    StateStarting,
    StateRunning,
    StateHealthy,
    StateUnhealthy,
    StateKilling,
    StateFinished,
    StateKilled,
    StateFailed,
    StateLost,
    StateGone,
    StateDropped,
    SourceLive,
    SourceSlow,
    SourceStale,
    SourceConnecting,
    SourceRetrying,
    SourceReplay,
    Empty,
    AgentActive,
    AgentDraining,
    AgentDrained,
    AgentMaintenance,
    AgentDeactivated,
    AgentUnreachable,
    AgentGone,
    Count
};

/// Draws the icon, centred and square, inside the rectangle. GUI thread; rendered once per size, colour and scale.
void paintGlyph(QPainter& painter, const QRectF& rect, Glyph glyph, const QColor& color);

/// An icon that follows the application's palette: button text, faded when disabled.
QIcon icon(Glyph glyph);
/// An icon in a tone of the application's palette.
QIcon icon(Glyph glyph, Tone tone);

} // namespace mesoscope::widgets

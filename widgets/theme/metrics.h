// The measures of the frame: a grid of 4 px. Device-independent pixels throughout.
#pragma once

namespace mesoscope::widgets::metrics {

inline constexpr int grid = 4;
inline constexpr int gapSmall = 8;
inline constexpr int gap = 12;
inline constexpr int gapLarge = 16;
inline constexpr int gapHuge = 24;
inline constexpr int controlHeight = 28;
inline constexpr int rowHeight = 28;
inline constexpr int rowHeightCompact = 24;
inline constexpr int radius = 4;
inline constexpr int railWidth = 76;
inline constexpr int railWidthNarrow = 48;
inline constexpr int headerHeight = 48;
inline constexpr int titleHeight = 44;
inline constexpr int statusHeight = 24;
inline constexpr int inspectorWidth = 344;

} // namespace mesoscope::widgets::metrics

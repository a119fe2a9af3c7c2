// The tiles of the gallery page, one function a class.
#pragma once

#include <QWidget>

namespace mesoscope::widgets::gallery {

QWidget* freshness();
QWidget* taskStates();
QWidget* agentStates();
QWidget* healthBars();
QWidget* sparklines();
QWidget* historyStrips();
QWidget* keyValues();
QWidget* progress();
QWidget* mapCells();
QWidget* buttons();
QWidget* choices();
QWidget* fields();
QWidget* tableRows();
QWidget* filterBoxes();
QWidget* banners();
QWidget* emptyStates();
QWidget* toasts();
QWidget* colours();
QWidget* ramps();

} // namespace mesoscope::widgets::gallery

// The letter of an instance: its colour is identity, not state.
#pragma once

#include "widgets/theme/theme.h"

#include <QString>

class QPainter;
class QRectF;

namespace mesoscope::widgets {

QString letterOf(int log);
QColor letterColour(int log, const Theme& theme);
/// A filled square with the letter in it.
void paintLetter(QPainter& painter, const QRectF& square, int log, const Theme& theme);

} // namespace mesoscope::widgets

#include "tests/bench/support/paint_watch.h"

#include <QEvent>
#include <QWidget>

namespace mesoscope::bench {

PaintWatch::PaintWatch(QWidget& widget, std::function<void()> painted) : painted_(std::move(painted)) {
    widget.installEventFilter(this);
}

bool PaintWatch::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Paint)
        return false;
    // A filter stands before the event: the widget paints now, so that the callback comes after it.
    watched->removeEventFilter(this);
    watched->event(event);
    watched->installEventFilter(this);
    painted_();
    return true;
}

} // namespace mesoscope::bench

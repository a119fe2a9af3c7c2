// When a widget was painted, for benchmarks that count until something is on screen.
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace mesoscope::bench {

/// Calls back after each paint event of one widget. GUI thread; must not outlive the widget.
class PaintWatch : public QObject {
public:
    PaintWatch(QWidget& widget, std::function<void()> painted);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::function<void()> painted_;
};

} // namespace mesoscope::bench

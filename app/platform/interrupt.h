// SIGINT and SIGTERM as a Qt signal, so that a command ends by its event loop and its destructors run.
#pragma once

#include <QObject>

#include <memory>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace mesoscope::app::platform {

/// One at a time per process. Restores the handlers that were installed before.
class InterruptNotifier : public QObject {
    Q_OBJECT
public:
    InterruptNotifier();
    ~InterruptNotifier() override;

Q_SIGNALS:
    void interrupted();

private:
    std::unique_ptr<QSocketNotifier> notifier_;
};

} // namespace mesoscope::app::platform

// Brings a result from one thread to the thread of whoever asked, and drops it when nobody waits for it any more.
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

namespace mesoscope::base {

/// What is returned may be called on any thread; `done` runs on the thread of `home` unless `context` (an object of
/// that thread) died. `home` stands in for the context's thread, so that the context itself is only touched there; it
/// must outlive the call.
template<typename T>
std::function<void(const T&)> comeBack(QObject* home, QObject* context, std::function<void(const T&)> done) {
    return
        [home = QPointer<QObject>(home), context = QPointer<QObject>(context), done = std::move(done)](const T& value) {
            if (!home)
                return;
            QMetaObject::invokeMethod(
                home.data(),
                [context, done, value] {
                    if (context)
                        done(value);
                },
                Qt::QueuedConnection);
        };
}

} // namespace mesoscope::base

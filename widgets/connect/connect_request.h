// What the connect page asks for, and the port through which it tests addresses. Addresses are the user's text; whoever
// implements the tester knows what they mean.
#pragma once

#include "models/base/source_status.h"

#include <QMetaType>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace mesoscope::widgets {

struct ConnectRequest {
    QString name;
    QString environment;
    QString colour; ///< #RRGGBB
    bool readOnly = false;
    bool protectedCluster = false;
    QString master;    ///< as typed; empty: left out
    QString scheduler; ///< as typed; empty: left out
    QString gateway;   ///< as typed; empty: left out
    friend bool operator==(const ConnectRequest&, const ConnectRequest&) = default;
};

struct DemoRequest {
    QString scenario; ///< "calm", "rolling-deploy", …
    int agents = 1000;
    friend bool operator==(const DemoRequest&, const DemoRequest&) = default;
};

/// A cluster that was open before.
struct RecentCluster {
    ConnectRequest request;
    QString when;
};

struct ProbeResult {
    enum class State : quint8 { NotGiven, Testing, Found, Failed };
    State state = State::NotGiven;
    QString headline;   ///< "Mesos 1.11.0, leader", "nothing listens on :9998"
    QString detail;     ///< the address that answered, the server's words
    QStringList advice; ///< what to do, most likely first
    double milliseconds = 0;
    /// Found: addresses of other parts that this one named; filled into empty fields.
    QString scheduler;
    QString gateway;
};

/// Implemented by the composition root. GUI thread.
class ConnectionTester {
public:
    virtual ~ConnectionTester() = default;
    /// Sends as few reading requests as it takes to tell what answers there. done is called once on the GUI thread,
    /// never after context died. A newer test of the same part ends the older one.
    virtual void test(base::SourceKind part, const QString& address, QObject* context,
                      std::function<void(const ProbeResult&)> done) = 0;
};

} // namespace mesoscope::widgets

Q_DECLARE_METATYPE(mesoscope::widgets::ConnectRequest)
Q_DECLARE_METATYPE(mesoscope::widgets::DemoRequest)

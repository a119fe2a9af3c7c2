// What a master or an agent tells about itself on demand: metrics, flags, containers. Decoders are pure; MetricsReader
// lives in the session thread.
#pragma once

#include "models/base/clock.h"
#include "models/net/http_client.h"

#include <QMap>
#include <QString>

#include <map>
#include <vector>

namespace mesoscope::master {

/// A /metrics/snapshot answer ({"name": number, …}) or a GET_METRICS one.
base::Result<QMap<QString, double>> decodeMetrics(const QByteArray& answer);
/// A /flags answer or a GET_FLAGS one.
base::Result<QMap<QString, QString>> decodeFlags(const QByteArray& answer);

struct Container {
    QString id;
    QString parentId; ///< nested containers
    QString frameworkId;
    QString executorId;
    QString executorName;
    int pid = 0;
    double cpuSeconds = 0; ///< user and system time so far
    qint64 memBytes = 0;
    qint64 memLimitBytes = 0;
};
/// A GET_CONTAINERS answer of an agent.
base::Result<QList<Container>> decodeContainers(const QByteArray& answer);

/// Reads /metrics/snapshot of many masters and agents. A process answers two of these a second and lets further ones
/// wait, so each address is asked at most twice a second: what comes sooner gets the answer before.
class MetricsReader : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(base::Result<QMap<QString, double>>)>;

    MetricsReader(net::HttpClient& client, const base::Clock& clock, net::Credentials credentials, net::TlsSettings tls,
                  QObject* parent = nullptr);

    /// `base`: http://host:port, or with an agent's path. One callback from the event loop unless `context` dies.
    void read(const QUrl& base, QObject* context, Done done);

private:
    struct Last {
        qint64 askedMs = 0;
        bool asked = false;
        bool running = false;
        base::Result<QMap<QString, double>> answer;
        std::vector<std::pair<QPointer<QObject>, Done>> waiting;
    };
    void handOut(const QString& key);

    net::HttpClient& client_;
    const base::Clock& clock_;
    net::Credentials credentials_;
    net::TlsSettings tls_;
    std::map<QString, Last> last_;
};

} // namespace mesoscope::master

// One request with a whole answer, redirects included. Internal to HttpClient.
// Thread: the client's. Ownership: child of the client; deletes itself once it reported or was cancelled.
#pragma once

#include "models/net/http_client.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QStringList>
#include <QTimer>

namespace mesoscope::net {

class Exchange final : public QObject {
    Q_OBJECT
public:
    Exchange(HttpClient& client, Request request, QObject* context, HttpClient::Done done);

    void start();
    /// Silences, then aborts.
    void cancel();
    bool isRunning() const { return !over_; }

private:
    void sendNow();
    void sendOnce();
    QNetworkRequest networkRequest(const QSslConfiguration& tls) const;
    void take(const QByteArray& bytes);
    void readAvailable();
    void onFinished();
    void onAnswered();
    void judge();
    void redirectTo(int status);
    void fail(const base::Error& error);
    void dropReply();
    void close(int status, qint64 answerBytes, bool refused);
    void report(const base::Result<Response>& result);

    HttpClient& client_;
    Request request_;
    QPointer<QObject> context_;
    HttpClient::Done done_;
    QNetworkReply* reply_ = nullptr;
    HttpStream once_; ///< instead of reply_ for what changes something
    Response response_;
    QStringList visited_;
    QTimer total_;
    qint64 startedSteadyMs_ = 0;
    qint64 startedWallMs_ = 0;
    bool over_ = false;
};

} // namespace mesoscope::net

#include "models/master/container_session.h"

#include "models/net/errors.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace mesoscope::master {

namespace {

constexpr int heartbeatMs = 10'000;

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray framed(const QByteArray& json) {
    return QByteArray::number(json.size()) + '\n' + json;
}

QByteArray dataMessage(const QByteArray& bytes) {
    const QJsonObject data{{QStringLiteral("type"), QStringLiteral("STDIN")},
                           {QStringLiteral("data"), QString::fromLatin1(bytes.toBase64())}};
    return compact({{QStringLiteral("type"), QStringLiteral("DATA")}, {QStringLiteral("data"), data}});
}

QJsonObject windowSize(int columns, int rows) {
    return {{QStringLiteral("window_size"),
             QJsonObject{{QStringLiteral("rows"), rows}, {QStringLiteral("columns"), columns}}}};
}

/// As wait(2) gives it: the exit code in the second byte, the signal in the lowest seven bits.
int shellStatus(int status) {
    const int signal = status & 0x7f;
    return signal != 0 ? 128 + signal : (status >> 8) & 0xff;
}

} // namespace

ContainerSession::ContainerSession(net::HttpClient& client, QUrl agent, net::Credentials credentials,
                                   net::TlsSettings tls, QStringList containerPath, QString id, QObject* parent)
    : QObject(parent), client_(client), agent_(std::move(agent)), credentials_(std::move(credentials)),
      tls_(std::move(tls)), path_(std::move(containerPath)), id_(std::move(id)) {
    heartbeat_.setInterval(heartbeatMs);
    connect(&heartbeat_, &QTimer::timeout, this, &ContainerSession::sendHeartbeat);
    records_.onBytes = [this](std::string_view bytes, bool last) {
        record_.append(bytes.data(), qsizetype(bytes.size()));
        if (last)
            onRecord(std::exchange(record_, {}));
    };
}

net::Request ContainerSession::request() const {
    net::Request r;
    r.endpoint = {{agent_}, credentials_, tls_};
    r.method = "POST";
    r.url = net::joined(agent_, QStringLiteral("/api/v1"));
    r.contentType = "application/json";
    r.system = QCoreApplication::translate("master", "Mesos agent");
    r.expect = net::Expect::NoPage;
    r.idleTimeoutMs = 0; // a command may be silent as long as it likes
    return r;
}

/// {"value":"new","parent":{"value":"inner","parent":{"value":"outer"}}}
QByteArray ContainerSession::containerId() const {
    QJsonObject container;
    for (const QString& name : path_ + QStringList{id_}) {
        QJsonObject next{{QStringLiteral("value"), name}};
        if (!container.isEmpty())
            next.insert(QStringLiteral("parent"), container);
        container = next;
    }
    return compact(container);
}

void ContainerSession::start(const SessionCommand& command) {
    net::Request r = request();
    const QJsonObject shell{{QStringLiteral("value"), command.shellCommand}};
    r.body = "{\"type\":\"LAUNCH_NESTED_CONTAINER_SESSION\",\"launch_nested_container_session\":{\"container_id\":" +
             containerId() + ",\"command\":" + compact(shell);
    if (command.terminal) {
        const QJsonObject container{{QStringLiteral("type"), QStringLiteral("MESOS")},
                                    {QStringLiteral("tty_info"), windowSize(command.columns, command.rows)}};
        r.body += ",\"container\":" + compact(container);
    }
    r.body += "}}";
    r.accept = "application/recordio";
    r.headers = {{"Message-Accept", "application/json"}};
    outputStream_ = client_.stream(r, {[this](const net::Response&) { onOpened(); },
                                       [this](std::string_view bytes) {
                                           if (const auto ok = records_.feed(bytes); !ok)
                                               end(ok.error());
                                       },
                                       [this](const base::Error& why) { end(why); }, [this] { onEnd(); }});
}

void ContainerSession::onOpened() {
    open_ = true;
    net::Request r = request();
    r.contentType = "application/recordio";
    r.headers = {{"Message-Content-Type", "application/json"}};
    r.totalTimeoutMs = 0; // it is answered when the input ends
    r.body = framed("{\"type\":\"ATTACH_CONTAINER_INPUT\",\"attach_container_input\":{\"type\":\"CONTAINER_ID\","
                    "\"container_id\":" +
                    containerId() + "}}") +
             std::exchange(pendingInput_, {});
    // The end of the input's own answer means nothing: the output tells how the command goes.
    inputStream_ = client_.stream(r, {{}, {}, {}, {}}, true);
    heartbeat_.start();
    wait();
    Q_EMIT started();
}

void ContainerSession::wait() {
    net::Request r = request();
    r.totalTimeoutMs = 0;
    r.body = "{\"type\":\"WAIT_NESTED_CONTAINER\",\"wait_nested_container\":{\"container_id\":" + containerId() + "}}";
    waitCall_ = client_.send(r, this, [this](const base::Result<net::Response>& answer) {
        exitStatus_ = -1;
        if (answer) {
            const QJsonObject result =
                QJsonDocument::fromJson(answer->body).object().value(QLatin1String("wait_nested_container")).toObject();
            if (result.contains(QLatin1String("exit_status")))
                exitStatus_ = shellStatus(result.value(QLatin1String("exit_status")).toInt());
        }
        if (outputEnded_)
            onEnd();
    });
}

void ContainerSession::onRecord(const QByteArray& json) {
    // ProcessIO: {"type":"DATA","data":{"type":"STDOUT","data":base64}}; control messages say nothing to us.
    const QJsonObject message = QJsonDocument::fromJson(json).object();
    if (over_ || message.value(QLatin1String("type")).toString() != QLatin1String("DATA"))
        return;
    const QJsonObject data = message.value(QLatin1String("data")).toObject();
    const QByteArray bytes = QByteArray::fromBase64(data.value(QLatin1String("data")).toString().toLatin1());
    if (!bytes.isEmpty())
        Q_EMIT output(bytes, data.value(QLatin1String("type")).toString() == QLatin1String("STDERR"));
}

void ContainerSession::write(const QByteArray& bytes) {
    if (!bytes.isEmpty())
        sendInput(dataMessage(bytes));
}

void ContainerSession::sendHeartbeat() {
    const QJsonObject interval{{QStringLiteral("nanoseconds"), heartbeatMs * 1'000'000LL}};
    const QJsonObject control{{QStringLiteral("type"), QStringLiteral("HEARTBEAT")},
                              {QStringLiteral("heartbeat"), QJsonObject{{QStringLiteral("interval"), interval}}}};
    sendInput(compact({{QStringLiteral("type"), QStringLiteral("CONTROL")}, {QStringLiteral("control"), control}}));
}

void ContainerSession::closeInput() {
    sendInput(dataMessage({})); // empty data is the end of the input
}

void ContainerSession::resize(int columns, int rows) {
    const QJsonObject control{{QStringLiteral("type"), QStringLiteral("TTY_INFO")},
                              {QStringLiteral("tty_info"), windowSize(columns, rows)}};
    sendInput(compact({{QStringLiteral("type"), QStringLiteral("CONTROL")}, {QStringLiteral("control"), control}}));
}

void ContainerSession::sendInput(const QByteArray& processIo) {
    if (over_)
        return;
    const QByteArray record = framed(
        "{\"type\":\"ATTACH_CONTAINER_INPUT\",\"attach_container_input\":{\"type\":\"PROCESS_IO\",\"process_io\":" +
        processIo + "}}");
    if (open_)
        inputStream_.write(record);
    else
        pendingInput_ += record;
}

void ContainerSession::onEnd() {
    outputEnded_ = true;
    if (over_ || !exitStatus_)
        return; // the exit status is on its way
    over_ = true;
    heartbeat_.stop();
    inputStream_.cancel();
    Q_EMIT finished(*exitStatus_);
}

void ContainerSession::end(const base::Error& why) {
    if (std::exchange(over_, true))
        return;
    heartbeat_.stop();
    outputStream_.cancel();
    inputStream_.cancel();
    waitCall_.cancel();
    Q_EMIT failed(why);
}

} // namespace mesoscope::master

// A server with a certificate of its own: refused with a sentence that says why, accepted when its authority is given.
#include "models/net/http_client.h"
#include "tests/support/harness.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

using namespace mesoscope;

namespace {

QString fixturePath(const char* name) {
    return QStringLiteral(MESOSCOPE_FIXTURES "/net/") + QLatin1String(name);
}

/// Answers every request with {}.
class TlsServer final : public QTcpServer {
public:
    TlsServer() { listen(QHostAddress::LocalHost); }
    QUrl url() const { return QUrl(QStringLiteral("https://127.0.0.1:%1/version").arg(serverPort())); }
    int answered = 0;

protected:
    void incomingConnection(qintptr descriptor) override {
        auto* socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setLocalCertificate(fixturePath("localhost.crt"));
        socket->setPrivateKey(fixturePath("localhost.key"));
        connect(socket, &QSslSocket::readyRead, this, [this, socket] {
            if (!socket->readAll().contains("\r\n\r\n"))
                return;
            ++answered;
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
        });
        socket->startServerEncryption();
    }
};

struct Outcome {
    base::Result<net::Response> result = tl::unexpected(base::Error());
    bool done = false;
};

net::Request request(const QUrl& url, const QString& caFile = {}) {
    net::Request r;
    net::TlsSettings tls;
    tls.caFile = caFile;
    r.endpoint = {{url}, {}, tls};
    r.method = "GET";
    r.url = url;
    r.system = QStringLiteral("Mesos");
    return r;
}

} // namespace

class TestTls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        if (!QSslSocket::supportsSsl())
            QSKIP("this Qt has no TLS");
    }
    void ownCertificateIsRefusedWithTheReason();
    void givenAuthorityIsTrusted();
    void streamsAreCheckedToo();
    void missingAuthorityFileIsTold();

private:
    Outcome send(const net::Request& r) {
        auto outcome = std::make_shared<Outcome>();
        const net::HttpCall call = client_.send(r, this, [outcome](const base::Result<net::Response>& answer) {
            outcome->result = answer;
            outcome->done = true;
        });
        if (!QTest::qWaitFor([&] { return outcome->done; }, 10'000))
            qWarning("no answer");
        return *outcome;
    }
    base::SystemClock clock_;
    net::HttpClient client_{clock_};
};

void TestTls::ownCertificateIsRefusedWithTheReason() {
    TlsServer server;
    const Outcome o = send(request(server.url()));
    QVERIFY(!o.result);
    QCOMPARE(server.answered, 0);
    const base::Error& error = o.result.error();
    QCOMPARE(error.kind, base::ErrorKind::Transport);
    QVERIFY2(error.sentence.contains(QStringLiteral("certificate"), Qt::CaseInsensitive),
             qPrintable(error.sentence + error.serverText));
    QVERIFY2(!error.advice.isEmpty(), "nothing is said about what to do");
}

void TestTls::givenAuthorityIsTrusted() {
    TlsServer server;
    const Outcome o = send(request(server.url(), fixturePath("localhost.crt")));
    QVERIFY2(o.result, qPrintable(o.result ? QString() : o.result.error().sentence + o.result.error().serverText));
    QCOMPARE(o.result->body, QByteArray("{}"));
}

void TestTls::streamsAreCheckedToo() {
    TlsServer server;
    base::Error why;
    bool ended = false;
    bool complete = false;
    const auto open = [&](const QString& ca) {
        return client_.stream(request(server.url(), ca), {{},
                                                          {},
                                                          [&](const base::Error& e) {
                                                              why = e;
                                                              ended = true;
                                                          },
                                                          [&] { complete = true; }});
    };
    {
        const net::HttpStream stream = open({});
        QTRY_VERIFY(ended);
        QVERIFY2(why.sentence.contains(QStringLiteral("certificate"), Qt::CaseInsensitive),
                 qPrintable(why.sentence + why.serverText));
        QCOMPARE(server.answered, 0);
    }
    const net::HttpStream stream = open(fixturePath("localhost.crt"));
    QTRY_COMPARE(server.answered, 1);
    QTRY_VERIFY(complete);
}

void TestTls::missingAuthorityFileIsTold() {
    const Outcome o = send(request(QUrl(QStringLiteral("https://127.0.0.1:1/")), QStringLiteral("/no/such/ca.pem")));
    QVERIFY(!o.result);
    QVERIFY2(o.result.error().sentence.contains(QStringLiteral("/no/such/ca.pem")),
             qPrintable(o.result.error().sentence));
}

MESOSCOPE_TEST_MAIN(TestTls)
#include "tst_tls.moc"

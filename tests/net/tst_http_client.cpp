// The HTTP client against a scripted server: what is sent, what comes back, and every way to fail.
#include "models/net/errors.h"
#include "models/net/http_client.h"
#include "models/net/read_only_gate.h"
#include "tests/support/byte_server.h"
#include "tests/support/harness.h"

#include <QTest>

using namespace mesoscope;
using base::ErrorKind;
using test::ByteServer;

namespace {

const QByteArray okJson = ByteServer::http(200, "{\"a\":1}");

ByteServer::Handler always(const QByteArray& bytes, bool close = false) {
    return [=](const ByteServer::Seen&) { return ByteServer::Answer{bytes, 0, {}, close}; };
}

struct Outcome {
    int calls = 0;
    base::Result<net::Response> result = tl::unexpected(base::Error{});
    net::HttpClient::Done done() {
        return [this](const base::Result<net::Response>& r) {
            ++calls;
            result = r;
        };
    }
};

net::Request get(const QUrl& url) {
    net::Request r;
    r.endpoint.urls = {url};
    r.url = url;
    r.system = QStringLiteral("Mesos master");
    return r;
}

net::Request post(const QUrl& url, const QByteArray& body) {
    net::Request r = get(url);
    r.method = "POST";
    r.body = body;
    r.contentType = "application/json";
    return r;
}

} // namespace

class TestHttpClient : public QObject {
    Q_OBJECT
private:
    base::ManualClock clock;

private Q_SLOTS:
    void sendsWhatIsAsked();
    void endpointValue();
    void callbackIsNeverImmediate();
    void cancelledByDestruction();
    void droppedInsideItsOwnCallback();
    void contextDies();
    void credentials_data();
    void credentials();
    void credentialsStayHome();
    void redirects();
    void redirectLoops();
    void badRedirects_data();
    void badRedirects();
    void changesAreSentOnce();
    void lostAnswerOfAChange();
    void faults_data();
    void faults();
    void notHttp();
    void nobodyListens();
    void nameUnknown();
    void silence();
    void bodyTooLarge();
    void gzipBombIsStopped();
    void anyStatusKeepsTheBody();
    void streamDelivers();
    void streamRedirects();
    void streamDroppedInsideItsCallback();
    void uploadIsChunked();
    void readOnly_data();
    void readOnly();
    void auditHoldsNoSecrets();
    void countsRequests();
};

void TestHttpClient::sendsWhatIsAsked() {
    ByteServer server(always(okJson));
    net::HttpClient client(clock);
    Outcome o;
    net::Request r = get(server.url(QStringLiteral("/v2/apps?embed=a%20b")));
    r.headers = {{"X-Extra", "1"}};
    r.identity = true;
    const net::HttpCall call = client.send(r, this, o.done());
    QTRY_COMPARE(o.calls, 1);
    QVERIFY(o.result);
    QCOMPARE(o.result->body, QByteArray("{\"a\":1}"));
    QCOMPARE(o.result->contentType(), QByteArray("application/json"));
    const ByteServer::Seen& seen = server.seen().first();
    QCOMPARE(seen.target, QByteArray("/v2/apps?embed=a%20b"));
    QCOMPARE(seen.headers.value("accept"), QByteArray("application/json"));
    QCOMPARE(seen.headers.value("accept-encoding"), QByteArray("identity"));
    QCOMPARE(seen.headers.value("x-extra"), QByteArray("1"));
    QVERIFY(!call.isRunning());
}

void TestHttpClient::endpointValue() {
    ByteServer server(always(okJson));
    net::HttpClient client(clock);
    const net::Call<int> call{"GET", QStringLiteral("/x?y=1"),
                              [](const net::Response& r) { return base::Result<int>(int(r.body.size())); }};
    base::Result<int> size = 0;
    const net::HttpCall running = client.send<int>(get(server.url(QStringLiteral("/base/"))), call, this,
                                                   [&](const base::Result<int>& r) { size = r; });
    QTRY_COMPARE(size.value_or(-1), 7);
    QCOMPARE(server.seen().first().target, QByteArray("/base/x?y=1"));
}

void TestHttpClient::callbackIsNeverImmediate() {
    net::HttpClient client(clock);
    Outcome o;
    const net::HttpCall call = client.send(get(QUrl(QStringLiteral("gopher://x/"))), this, o.done());
    QCOMPARE(o.calls, 0);
    QTRY_COMPARE(o.calls, 1);
    QCOMPARE(o.result.error().kind, ErrorKind::Input);
}

void TestHttpClient::cancelledByDestruction() {
    ByteServer server([](const ByteServer::Seen&) -> ByteServer::Answer { return {{}, 0, {}, true, true}; });
    net::HttpClient client(clock);
    Outcome o;
    { const net::HttpCall early = client.send(get(server.url()), this, o.done()); }
    auto late = std::make_unique<net::HttpCall>(client.send(get(server.url()), this, o.done()));
    QTRY_COMPARE(server.seen().size(), 1); // the first one never left
    late.reset();
    QTest::qWait(30);
    QCOMPARE(o.calls, 0);
}

void TestHttpClient::droppedInsideItsOwnCallback() {
    ByteServer server(always(okJson));
    net::HttpClient client(clock);
    net::HttpCall call;
    int calls = 0;
    std::function<void()> again = [&] {
        call = client.send(get(server.url()), this, [&](const base::Result<net::Response>&) {
            if (++calls < 3)
                again();
            else
                call.cancel();
        });
    };
    again();
    QTRY_COMPARE(calls, 3);
}

void TestHttpClient::contextDies() {
    ByteServer server(always(okJson));
    net::HttpClient client(clock);
    Outcome o;
    auto context = std::make_unique<QObject>();
    const net::HttpCall call = client.send(get(server.url()), context.get(), o.done());
    client.sendFor(context.get(), get(server.url()), o.done());
    context.reset();
    QTest::qWait(30);
    QCOMPARE(o.calls, 0);
}

void TestHttpClient::credentials_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("basic") << 0 << QByteArray("Basic " + QByteArray("ops:se cret").toBase64());
    QTest::newRow("bearer") << 1 << QByteArray("Bearer t0ken");
    QTest::newRow("dcos") << 2 << QByteArray("token=dc0s");
}

void TestHttpClient::credentials() {
    QFETCH(int, kind);
    QFETCH(QByteArray, header);
    ByteServer server(always(okJson));
    net::HttpClient client(clock);
    net::Request r = get(server.url());
    net::Credentials& c = r.endpoint.credentials;
    if (kind == 0) {
        c.user = QStringLiteral("ops");
        c.password = QStringLiteral("se cret");
    } else {
        (kind == 1 ? c.bearerToken : c.dcosToken) = kind == 1 ? QStringLiteral("t0ken") : QStringLiteral("dc0s");
    }
    Outcome o;
    const net::HttpCall call = client.send(r, this, o.done());
    QTRY_COMPARE(o.calls, 1);
    QCOMPARE(server.seen().first().headers.value("authorization"), header);
    r.method = "DELETE";
    const net::HttpCall change = client.send(r, this, o.done());
    QTRY_COMPARE(o.calls, 2);
    QCOMPARE(server.seen().last().headers.value("authorization"), header);
}

void TestHttpClient::credentialsStayHome() {
    ByteServer other(always(okJson));
    ByteServer server(
        always(ByteServer::http(307, {}, "text/plain", "Location: " + other.url().toEncoded() + "/x\r\n")));
    net::HttpClient client(clock);
    net::Request r = get(server.url());
    r.endpoint.credentials.bearerToken = QStringLiteral("t");
    Outcome o;
    net::HttpCall call = client.send(r, this, o.done());
    QTRY_COMPARE(o.calls, 1);
    QVERIFY(!other.seen().first().headers.contains("authorization"));
    r.endpoint.urls.append(other.url()); // a configured leader may see them
    call = client.send(r, this, o.done());
    QTRY_COMPARE(o.calls, 2);
    QVERIFY(other.seen().last().headers.contains("authorization"));
}

void TestHttpClient::redirects() {
    ByteServer leader(always(okJson));
    ByteServer standby([&](const ByteServer::Seen& s) {
        return ByteServer::Answer{ByteServer::http(307, {}, "text/plain",
                                                   "Location: //127.0.0.1:" + QByteArray::number(leader.port()) +
                                                       "/master" + s.target + "\r\n"),
                                  0,
                                  {},
                                  false};
    });
    net::HttpClient client(clock);
    Outcome o;
    const net::HttpCall read =
        client.send(post(standby.url(QStringLiteral("/api/v1")), R"({"type":"GET_STATE"})"), this, o.done());
    QTRY_COMPARE(o.calls, 1);
    QCOMPARE(o.result->url, leader.url(QStringLiteral("/master/api/v1")));
    const net::HttpCall change =
        client.send(post(standby.url(QStringLiteral("/api/v1")), R"({"type":"TEARDOWN"})"), this, o.done());
    QTRY_COMPARE(o.calls, 2);
    QVERIFY(o.result);
    QCOMPARE(leader.seen().last().method, QByteArray("POST"));
    QCOMPARE(leader.seen().last().body, QByteArray(R"({"type":"TEARDOWN"})"));
    QCOMPARE(leader.seen().last().headers.value("content-type"), QByteArray("application/json"));
}

void TestHttpClient::redirectLoops() {
    ByteServer server([](const ByteServer::Seen& s) {
        return ByteServer::Answer{
            ByteServer::http(302, {}, "text/plain", "Location: " + QByteArray(s.target == "/a" ? "/b" : "/a") + "\r\n"),
            0,
            {},
            false};
    });
    net::HttpClient client(clock);
    Outcome o;
    net::HttpCall call = client.send(get(server.url(QStringLiteral("/a"))), this, o.done());
    QTRY_COMPARE(o.calls, 1);
    QCOMPARE(o.result.error().kind, ErrorKind::Limit);
    QCOMPARE(server.seen().size(), 2);
    server.setHandler([n = 0](const ByteServer::Seen&) mutable {
        return ByteServer::Answer{
            ByteServer::http(302, {}, "text/plain", "Location: /" + QByteArray::number(++n) + "\r\n"), 0, {}, false};
    });
    call = client.send(get(server.url(QStringLiteral("/0"))), this, o.done());
    QTRY_COMPARE(o.calls, 2);
    QCOMPARE(o.result.error().kind, ErrorKind::Limit);
    QCOMPARE(server.seen().size(), 2 + 6);
}

void TestHttpClient::badRedirects_data() {
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("file") << QByteArray("Location: file:///etc/passwd\r\n");
    QTest::newRow("script") << QByteArray("Location: javascript:1\r\n");
    QTest::newRow("no host") << QByteArray("Location: http://\r\n");
}

void TestHttpClient::badRedirects() {
    QFETCH(QByteArray, location);
    ByteServer server(always(ByteServer::http(307, {}, "text/plain", location)));
    net::HttpClient client(clock);
    Outcome o;
    const net::HttpCall call = client.send(get(server.url()), this, o.done());
    QTRY_COMPARE(o.calls, 1);
    QCOMPARE(o.result.error().kind, ErrorKind::Decode);
}

void TestHttpClient::changesAreSentOnce() {
    // Keeps connections, and closes one instead of answering when the change comes.
    ByteServer server([](const ByteServer::Seen& s) -> ByteServer::Answer {
        if (s.method == "GET")
            return {okJson, 0, {}, false};
        return {{}, 0, {}, true};
    });
    net::HttpClient client(clock);
    Outcome o;
    net::HttpCall call = client.send(get(server.url()), this, o.done());
    QTRY_COMPARE(o.calls, 1);
    call = client.send(post(server.url(QStringLiteral("/v2/apps")), "{}"), this, o.done());
    QTRY_COMPARE(o.calls, 2);
    QVERIFY(!o.result);
    QTest::qWait(30);
    QCOMPARE(server.count("/v2/apps"), 1);
    QVERIFY2(o.result.error().sentence.contains(QLatin1String("answer was lost")),
             qPrintable(o.result.error().sentence));
}

void TestHttpClient::lostAnswerOfAChange() {
    ByteServer server(
        [](const ByteServer::Seen&) { return ByteServer::Answer{"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"}; });
    net::HttpClient client(clock);
    Outcome o;
    net::HttpCall call = client.send(post(server.url(), "{}"), this, o.done());
    QTRY_COMPARE(o.calls, 1);
    QVERIFY(!o.result);
    QCOMPARE(o.result.error().kind, ErrorKind::Transport);
    call = client.send(get(server.url()), this, o.done());
    QTRY_COMPARE(o.calls, 2);
    QVERIFY(!o.result); // half an answer is none
}

void TestHttpClient::faults_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const QByteArray& answer, ErrorKind kind, int status, const char* part) {
        QTest::newRow(name) << answer << kind << status << QString::fromLatin1(part);
    };
    row("401", ByteServer::http(401, {}, "text/plain", "WWW-Authenticate: Basic realm=\"r\"\r\n"), ErrorKind::Status,
        401, "credentials");
    row("403", ByteServer::http(403, "Access Denied", "text/plain"), ErrorKind::Status, 403, "permit");
    row("404", ByteServer::http(404, "", "text/plain"), ErrorKind::Status, 404, "does not exist");
    row("500", ByteServer::http(500, "Boom", "text/plain"), ErrorKind::Status, 500, "status 500");
    row("503", ByteServer::http(503, "No leader elected", "text/plain"), ErrorKind::Status, 503, "not available");
    row("429", ByteServer::http(429, "slow down", "text/plain"), ErrorKind::Status, 429, "status 429");
    row("web page", ByteServer::http(200, "<!DOCTYPE html><html></html>", "text/html"), ErrorKind::Decode, 200,
        "web page");
    row("web page that calls itself JSON", ByteServer::http(200, " <html>", "application/json"), ErrorKind::Decode, 200,
        "web page");
    row("binary", ByteServer::http(200, QByteArray("\x01\x02\x03\x00zz", 6), "application/octet-stream"),
        ErrorKind::Decode, 200, "not JSON");
}

void TestHttpClient::faults() {
    QFETCH(QByteArray, answer);
    QFETCH(ErrorKind, kind);
    QFETCH(int, status);
    QFETCH(QString, part);
    ByteServer server(always(answer, true));
    net::HttpClient client(clock);
    // The same words whether the request went the manager's way or by its own socket.
    for (const net::Request& r : {get(server.url()), post(server.url(), "{}")}) {
        Outcome o;
        const net::HttpCall call = client.send(r, this, o.done());
        QTRY_COMPARE(o.calls, 1);
        QVERIFY(!o.result);
        const base::Error& e = o.result.error();
        QVERIFY2(e.sentence.contains(part), qPrintable(e.sentence));
        QCOMPARE(e.kind, kind);
        QCOMPARE(e.httpStatus, status);
        QVERIFY(!e.advice.isEmpty() || status == 429);
    }
}

void TestHttpClient::notHttp() {
    ByteServer server(always("SSH-2.0-OpenSSH_9.2p1 Debian\r\n", true));
    net::HttpClient client(clock);
    for (const net::Request& r : {get(server.url()), post(server.url(), "{}")}) {
        Outcome o;
        const net::HttpCall call = client.send(r, this, o.done());
        QTRY_COMPARE(o.calls, 1);
        QVERIFY(!o.result);
        QVERIFY2(o.result.error().advice.contains(QLatin1String("port of Mesos master")),
                 qPrintable(o.result.error().advice));
    }
}

void TestHttpClient::nobodyListens() {
    ByteServer server(always(okJson));
    server.kill(true);
    net::HttpClient client(clock);
    for (const net::Request& r : {get(server.url()), post(server.url(), "{}")}) {
        Outcome o;
        const net::HttpCall call = client.send(r, this, o.done());
        QTRY_COMPARE(o.calls, 1);
        QCOMPARE(o.result.error().kind, ErrorKind::Transport);
        QCOMPARE(o.result.error().sentence, QStringLiteral("Nothing listens at 127.0.0.1:%1.").arg(server.port()));
        QVERIFY(o.result.error().advice.contains(QLatin1String("Mesos master")));
    }
}

void TestHttpClient::nameUnknown() {
    const base::Error e = net::transportError(get(QUrl(QStringLiteral("http://nowhere.invalid:5050/"))),
                                              QNetworkReply::HostNotFoundError, {});
    QCOMPARE(e.sentence, QStringLiteral("The name nowhere.invalid is not known."));
    const base::Error tls = net::transportError(get(QUrl(QStringLiteral("https://h/"))),
                                                QNetworkReply::SslHandshakeFailedError, QStringLiteral("self signed"));
    QVERIFY(tls.sentence.contains(QLatin1String("secure connection")));
    QCOMPARE(tls.serverText, QStringLiteral("self signed"));
}

void TestHttpClient::silence() {
    ByteServer server([](const ByteServer::Seen&) -> ByteServer::Answer { return {{}, 0, {}, true, true}; });
    net::HttpClient client(clock);
    for (const bool idle : {true, false}) {
        for (net::Request r : {get(server.url()), post(server.url(), "{}")}) {
            if (r.method == "POST" && idle)
                continue; // before its head a stream knows the total time-out only
            (idle ? r.idleTimeoutMs : r.totalTimeoutMs) = 40;
            Outcome o;
            const net::HttpCall call = client.send(r, this, o.done());
            QTRY_COMPARE(o.calls, 1);
            QCOMPARE(o.result.error().kind, ErrorKind::Timeout);
        }
    }
}

void TestHttpClient::bodyTooLarge() {
    ByteServer server(always(ByteServer::http(200, "[" + QByteArray(3'000'000, '1') + "]")));
    net::HttpClient client(clock);
    for (net::Request r : {get(server.url()), post(server.url(), "{}")}) {
        r.maxBody = 1'000'000;
        Outcome o;
        const net::HttpCall call = client.send(r, this, o.done());
        QTRY_COMPARE(o.calls, 1);
        QCOMPARE(o.result.error().kind, ErrorKind::Limit);
    }
}

void TestHttpClient::gzipBombIsStopped() {
    // qCompress: 4 bytes of length, then a zlib stream, which is what "deflate" means.
    const QByteArray small = qCompress(QByteArray(50'000'000, ' '), 9).sliced(4);
    QVERIFY(small.size() < 100'000);
    ByteServer server(always(ByteServer::http(200, small, "application/json", "Content-Encoding: deflate\r\n")));
    net::HttpClient client(clock);
    net::Request r = get(server.url());
    r.maxBody = 10'000'000;
    Outcome o;
    const net::HttpCall call = client.send(r, this, o.done());
    QTRY_COMPARE(o.calls, 1);
    QCOMPARE(o.result.error().kind, ErrorKind::Limit);
    r.maxBody = 60'000'000;
    const net::HttpCall allowed = client.send(r, this, o.done());
    QTRY_COMPARE_WITH_TIMEOUT(o.calls, 2, 20'000);
    QVERIFY(o.result);
    QCOMPARE(o.result->body.size(), 50'000'000);
}

void TestHttpClient::anyStatusKeepsTheBody() {
    ByteServer server(always(ByteServer::http(422, R"({"message":"Object is not valid","details":[1]})")));
    net::HttpClient client(clock);
    net::Request r = post(server.url(), "{}");
    Outcome o;
    net::HttpCall call = client.send(r, this, o.done());
    QTRY_COMPARE(o.calls, 1);
    QCOMPARE(o.result.error().serverText, QStringLiteral("Object is not valid"));
    r.anyStatus = true;
    call = client.send(r, this, o.done());
    QTRY_COMPARE(o.calls, 2);
    QCOMPARE(o.result->status, 422);
    QVERIFY(o.result->body.contains("details"));
}

void TestHttpClient::streamDelivers() {
    ByteServer server(always(ByteServer::streamHead("text/event-stream") + ByteServer::chunk("data: 1\n\n")));
    net::HttpClient client(clock);
    QByteArray body;
    QByteArray type;
    base::Error why;
    int ended = 0;
    net::Request r = get(server.url());
    r.accept = "text/event-stream";
    const net::HttpStream stream =
        client.stream(r, {[&](const net::Response& head) { type = head.contentType(); },
                          [&](std::string_view b) { body.append(b.data(), qsizetype(b.size())); },
                          [&](const base::Error& e) {
                              why = e;
                              ++ended;
                          },
                          {}});
    QTRY_COMPARE(body, QByteArray("data: 1\n\n"));
    QCOMPARE(type, QByteArray("text/event-stream"));
    server.push(ByteServer::chunk("data: 2\n\n"));
    QTRY_COMPARE(body.size(), 18);
    server.kill();
    QTRY_COMPARE(ended, 1);
    QCOMPARE(why.kind, ErrorKind::Transport);
    QVERIFY(!stream.isRunning());
}

void TestHttpClient::streamRedirects() {
    ByteServer leader(always(ByteServer::streamHead() + ByteServer::chunk("x")));
    ByteServer standby(
        always(ByteServer::http(302, {}, "text/plain", "Location: " + leader.url().toEncoded() + "/v2/events\r\n")));
    net::HttpClient client(clock);
    QByteArray body;
    QUrl from;
    const net::HttpStream stream =
        client.stream(get(standby.url()), {[&](const net::Response& head) { from = head.url; },
                                           [&](std::string_view b) { body.append(b.data(), qsizetype(b.size())); },
                                           {},
                                           {}});
    QTRY_COMPARE(body, QByteArray("x"));
    QCOMPARE(from, leader.url(QStringLiteral("/v2/events")));
    QCOMPARE(client.requestCount(), 2);
}

void TestHttpClient::streamDroppedInsideItsCallback() {
    ByteServer server(
        always(ByteServer::streamHead() + ByteServer::chunk("a") + ByteServer::chunk("b") + ByteServer::chunk("c")));
    net::HttpClient client(clock);
    net::HttpStream stream;
    QByteArray body;
    int ended = 0;
    stream = client.stream(get(server.url()), {{},
                                               [&](std::string_view b) {
                                                   body.append(b.data(), qsizetype(b.size()));
                                                   stream.cancel();
                                               },
                                               [&](const base::Error&) { ++ended; },
                                               {}});
    QTRY_COMPARE(body, QByteArray("a"));
    QTest::qWait(30);
    QCOMPARE(body, QByteArray("a"));
    QCOMPARE(ended, 0);
}

void TestHttpClient::uploadIsChunked() {
    ByteServer server(always(ByteServer::streamHead() + ByteServer::chunk("ok")));
    net::HttpClient client(clock);
    net::Request r = post(server.url(), "first");
    QByteArray body;
    net::HttpStream stream =
        client.stream(r, {{}, [&](std::string_view b) { body.append(b.data(), qsizetype(b.size())); }, {}, {}}, true);
    stream.write("second");
    stream.finishWriting();
    QTRY_COMPARE(body, QByteArray("ok"));
    QCOMPARE(server.seen().first().headers.value("transfer-encoding"), QByteArray("chunked"));
    QVERIFY(!server.seen().first().headers.contains("content-length"));
}

void TestHttpClient::readOnly_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char* name, const char* method, const char* path, const char* body, bool allowed) {
        QTest::newRow(name) << QByteArray(method) << QString::fromLatin1(path) << QByteArray(body) << allowed;
    };
    row("get", "GET", "/v2/apps", "", true);
    row("head", "HEAD", "/state", "", true);
    row("subscribe", "POST", "/api/v1", R"({"type":"SUBSCRIBE"})", true);
    row("get state at the internal path", "POST", "/master/api/v1", R"({"type":"GET_STATE"})", true);
    row("read a file", "POST", "/slave(1)/api/v1", R"({"read_file":{"path":"/x"},"type":"READ_FILE"})", true);
    row("drain", "POST", "/api/v1", R"({"type":"DRAIN_AGENT"})", false);
    row("two types", "POST", "/api/v1", R"({"type":"GET_STATE","type":"TEARDOWN"})", false);
    row("escaped key", "POST", "/api/v1", R"({"type":"GET_STATE","\u0074ype":"TEARDOWN"})", false);
    row("no type", "POST", "/api/v1", "{}", false);
    row("not JSON", "POST", "/api/v1", "type=GET_STATE", false);
    row("a read call elsewhere", "POST", "/api/v1/scheduler", R"({"type":"SUBSCRIBE"})", false);
    row("post", "POST", "/v2/apps", "{}", false);
    row("put", "PUT", "/v2/apps//x", "{}", false);
    row("patch", "PATCH", "/v2/apps//x", "{}", false);
    row("delete", "DELETE", "/v2/apps//x", "", false);
    row("lower case", "get", "/v2/apps", "", false);
}

void TestHttpClient::readOnly() {
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(bool, allowed);
    ByteServer server(always(okJson));
    QCOMPARE(net::isRead(method, server.url(path), body), allowed);
    net::HttpClient client(clock);
    client.setReadOnly(true);
    net::Request r = post(server.url(path), body);
    r.method = method;
    Outcome o;
    const net::HttpCall call = client.send(r, this, o.done());
    int streamEnded = 0;
    const net::HttpStream stream = client.stream(
        r, {{}, {}, [&](const base::Error& e) { streamEnded += e.kind == ErrorKind::Refused ? 1 : 10; }, {}});
    QTRY_COMPARE(o.calls, 1);
    if (allowed)
        return;
    QCOMPARE(o.result.error().kind, ErrorKind::Refused);
    QTRY_COMPARE(streamEnded, 1);
    QTest::qWait(10);
    QCOMPARE(server.seen().size(), 0);
    QCOMPARE(client.requestCount(), 0);
}

void TestHttpClient::auditHoldsNoSecrets() {
    ByteServer server(always(okJson));
    net::HttpClient client(clock);
    QList<net::AuditEntry> audit;
    client.setAudit([&](const net::AuditEntry& e) { audit.append(e); });
    net::Request r = post(server.url(QStringLiteral("/v1/kv?token=abc&x=1")), "{\"password\":\"p\"}");
    r.url.setUserInfo(QStringLiteral("me:hidden"));
    r.endpoint.credentials.bearerToken = QStringLiteral("bear");
    Outcome o;
    net::HttpCall call = client.send(r, this, o.done());
    QTRY_COMPARE(o.calls, 1);
    client.setReadOnly(true);
    call = client.send(r, this, o.done());
    QTRY_COMPARE(o.calls, 2);
    QCOMPARE(audit.size(), 2);
    QCOMPARE(audit.at(0).url, server.url(QStringLiteral("/v1/kv?token=***&x=1")).toString());
    QCOMPARE(audit.at(0).status, 200);
    QCOMPARE(audit.at(0).bodyBytes, 16);
    QVERIFY(!audit.at(0).refused);
    QVERIFY(audit.at(1).refused);
    const base::Error& e = o.result.error();
    for (const QString& secret : {QStringLiteral("abc"), QStringLiteral("hidden"), QStringLiteral("bear")})
        QVERIFY(!(e.sentence + e.advice + e.serverText + audit.at(1).url).contains(secret));
}

void TestHttpClient::countsRequests() {
    ByteServer server(always(okJson));
    net::HttpClient client(clock);
    Outcome o;
    QCOMPARE(client.requestsPerSecond(), 0.0);
    for (int i = 1; i <= 8; ++i) {
        const net::HttpCall call = client.send(get(server.url()), this, o.done());
        QTRY_COMPARE(o.calls, i);
    }
    QCOMPARE(client.requestCount(), 8);
    QCOMPARE(client.requestsPerSecond(), 2.0); // eight in the last four seconds
    clock.advance(60'000);
    QVERIFY(client.requestsPerSecond() < 0.01);
}

MESOSCOPE_TEST_MAIN(TestHttpClient)
#include "tst_http_client.moc"

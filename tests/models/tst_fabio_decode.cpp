// Recorded answers of real fabios decode to the routes they hold; its counters become rates.
#include "models/gateway/fabio/decode.h"
#include "models/gateway/prometheus_text.h"
#include "models/gateway/traffic_meter.h"
#include "tests/support/harness.h"
#include "tests/support/recorded.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace mesoscope;
using namespace mesoscope::gateway;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

std::string_view view(const QByteArray& b) {
    return {b.constData(), std::size_t(b.size())};
}

struct Exposition {
    std::vector<Sample> samples;
    int badLines = 0;
};

Exposition parsePrometheus(std::string_view text) {
    Exposition out;
    for (std::string_view line = takeLine(text); !line.empty(); line = takeLine(text)) {
        if (auto sample = parseSample(line))
            out.samples.push_back(std::move(*sample));
        else
            ++out.badLines;
    }
    return out;
}

ServiceTraffic service(const TrafficMeter& meter, const char* name) {
    for (const ServiceTraffic& t : meter.services()) {
        if (t.service == s(name))
            return t;
    }
    return {};
}

} // namespace

class TestFabioDecode : public QObject {
    Q_OBJECT
private:
    QList<test::Recorded> all_ = test::recordedAnswers(s("fabio/answers.txt"));

    QByteArray body(const char* name) { return test::recordedAnswer(all_, s(name)).body; }

private Q_SLOTS:
    void everyRoutesAnswer() {
        int seen = 0;
        for (const test::Recorded& r : all_) {
            if (r.status != 200 || !r.path.startsWith("/api/routes") || r.path.contains("raw"))
                continue;
            const auto routes = fabio::decodeRoutes(r.body, fabio::hasRates(s("1.6.3")));
            QVERIFY2(routes, qPrintable(r.name));
            const QJsonArray expected = QJsonDocument::fromJson(r.body).array();
            QCOMPARE(routes->size(), expected.size());
            for (qsizetype i = 0; i < routes->size(); ++i) {
                const Route& route = routes->at(i);
                QCOMPARE(route.service, expected[i][s("service")].toString());
                QCOMPARE(route.host, expected[i][s("host")].toString());
                QCOMPARE(route.path, expected[i][s("path")].toString());
                QCOMPARE(route.target, expected[i][s("dst")].toString());
                QCOMPARE(route.weight, expected[i][s("weight")].toDouble());
                QCOMPARE(route.tags.size(), expected[i][s("tags")].toArray().size());
                QCOMPARE(route.requestsPerSecond, -1.0);
            }
            ++seen;
        }
        QVERIFY(seen >= 8);
    }

    void optionsHaveOneOrder() {
        const auto a = fabio::decodeRoutes("[{\"service\":\"x\",\"opts\":\"b=2 a=1\"}]", false);
        QCOMPARE(a->first().options, s("a=1 b=2"));
        QVERIFY(fabio::decodeRoutes("null", false)->isEmpty());
        QVERIFY(!fabio::decodeRoutes("{}", false));
        QVERIFY(!fabio::decodeRoutes("<html>", false));
    }

    void ratesOfOldVersions() {
        QVERIFY(fabio::hasRates(s("1.5.15")));
        QVERIFY(!fabio::hasRates(s("1.6.3")));
        QVERIFY(!fabio::hasRates(QString()));
        double known = 0;
        const auto routes = fabio::decodeRoutes(body("v1.5.15-routes"), true);
        for (const Route& r : *routes) {
            QVERIFY(r.requestsPerSecond >= 0);
            known += r.p99Ms;
        }
        QVERIFY(known >= 0);
    }

    void overrides() {
        const auto doc = fabio::decodeManual(body("consul-manual-get"), QString());
        QCOMPARE(doc->text, s("route weight svc-shop shop.test/ weight 0.05 tags \"canary\""));
        QCOMPARE(doc->version, s("19"));
        QCOMPARE(fabio::decodePaths(body("consul-paths"))->size(), 2);
        QVERIFY(fabio::decodePaths(body("paths-file-backend"))->isEmpty());
        QCOMPARE(fabio::decodeManual(body("manual-get-file-backend"), QString())->version, s("0"));
        QVERIFY(!fabio::decodeManual("Forbidden\n", QString()));
    }

    void expositionOfRealText() {
        const QByteArray text = body("prometheus");
        const Exposition e = parsePrometheus(view(text));
        QCOMPARE(e.badLines, 0);
        qsizetype lines = 0;
        for (const QByteArray& line : text.split('\n'))
            lines += line.isEmpty() || line.startsWith('#') ? 0 : 1;
        QCOMPARE(qsizetype(e.samples.size()), lines);
        for (const Sample& sample : e.samples) {
            if (sample.name == "fabio_notfound")
                QCOMPARE(sample.value, 54.0);
        }
    }

    void expositionOfOddText() {
        const Exposition e =
            parsePrometheus("a 1\r\nb{x=\"1\\\"2\\\\\\n\", y=\"\",} +Inf 1234\n# HELP x\nc{x=\"open\nd\ne NaN\n"
                            "f{=\"\"} 1\n1x\n  g{ } -1e-3");
        QCOMPARE(e.samples.size(), std::size_t(4));
        QCOMPARE(e.badLines, 4);
        QCOMPARE(e.samples[1].label("x"), std::string_view("1\"2\\\n"));
        QVERIFY(std::isinf(e.samples[1].value));
        QVERIFY(std::isnan(e.samples[2].value));
        QCOMPARE(e.samples[3].value, -0.001);
        QVERIFY(parsePrometheus("").samples.empty());
    }

    void ratesBetweenTwoRealReadings() {
        TrafficMeter meter;
        meter.feed(view(body("prometheus-before-load")), 1000);
        QVERIFY(!meter.hasRates());
        meter.feed(view(body("prometheus")), 11'000);
        QVERIFY(meter.hasRates());
        // 767 + 86 requests of svc-shop in ten seconds; its series did not exist before.
        QCOMPARE(service(meter, "svc-shop").requestsPerSecond, 85.3);
        QVERIFY(service(meter, "svc-shop").p50Ms > 0);
        QVERIFY(service(meter, "svc-shop").p99Ms >= service(meter, "svc-shop").p50Ms);
        QCOMPARE(service(meter, "svc-shop").errorsPerSecond, -1.0);
        QCOMPARE(meter.errorsPerSecond(), 11.4); // 44 + 37 + 33 in ten seconds
        Route route;
        route.service = s("svc-shop");
        route.host = s("shop.test");
        route.path = s("/");
        route.target = s("http://127.0.0.1:9102/");
        meter.annotate(route);
        QCOMPARE(route.requestsPerSecond, 8.6);
    }

    void restartedCountersDoNotRunBackwards() {
        TrafficMeter meter;
        const auto reading = [](int n) {
            const std::string count = std::to_string(n);
            return "x_route_count{service=\"a\"} " + count + "\nx_route_bucket{service=\"a\",le=\"0.1\"} " + count +
                   "\nx_route_bucket{service=\"a\",le=\"+Inf\"} " + count + "\n";
        };
        meter.feed(reading(100), 0);
        meter.feed(reading(110), 1000);
        QCOMPARE(service(meter, "a").requestsPerSecond, 10.0);
        QCOMPARE(service(meter, "a").p50Ms, 50.0);
        meter.feed(reading(4), 2000);
        QCOMPARE(service(meter, "a").requestsPerSecond, 4.0);
        meter.feed(reading(4), 3000);
        QCOMPARE(service(meter, "a").requestsPerSecond, 0.0);
        QCOMPARE(service(meter, "a").p99Ms, -1.0);
    }

    void errorsPerServiceWhereCounted() {
        TrafficMeter meter;
        meter.feed("", 0);
        meter.feed("f_route_count{service=\"a\"} 10\nf_http_status_count{code=\"502\",service=\"a\"} 3\n"
                   "f_http_status_count{code=\"200\",service=\"a\"} 7\n",
                   2000);
        QCOMPARE(service(meter, "a").errorsPerSecond, 1.5);
    }

    void aSeriesIsToldByItsText() {
        const auto series = [](std::string_view line) { return rawSample(line).series; };
        QCOMPARE(series("a{x=\"}\\\"}\",y=\"\\\\\"} 1 1234"), std::string_view("a{x=\"}\\\"}\",y=\"\\\\\"}"));
        QCOMPARE(rawSample("a{x=\"b c\"}  2").value, std::string_view("2"));
        QCOMPARE(series("a 1"), std::string_view("a"));
        QVERIFY(series("a{x=\"1} 2").empty());
        QVERIFY(series("a{x=\"1\" 2").empty());
        QVERIFY(series("{} 2").empty());
    }

    void whatIsGoneIsForgotten() {
        TrafficMeter meter;
        const auto reading = [](int from, int value) {
            std::string text;
            for (int i = from; i < from + 1500; ++i)
                text += "r_route_count{service=\"s" + std::to_string(i) + "\"} " + std::to_string(value) + "\n";
            return text;
        };
        meter.feed(reading(0, 5), 0);
        meter.feed(reading(1000, 7), 1000);
        QCOMPARE(meter.services().size(), 1500);
        QCOMPARE(service(meter, "s1200").requestsPerSecond, 2.0);
        QCOMPARE(service(meter, "s2000").requestsPerSecond, 7.0); // new: from 0
        QCOMPARE(service(meter, "s10").requestsPerSecond, -1.0);
        meter.feed(reading(0, 9), 2000);
        QCOMPARE(service(meter, "s10").requestsPerSecond, 9.0); // came back
        QCOMPARE(service(meter, "s1200").requestsPerSecond, 2.0);
    }

    void beyondTheLastBucket() {
        Interval i;
        i.buckets = {{0.1, 1}, {std::numeric_limits<double>::infinity(), 9}};
        QCOMPARE(*i.quantile(0.99), 0.1);
        QVERIFY(!Interval().quantile(0.5));
    }
};

MESOSCOPE_TEST_MAIN(TestFabioDecode)
#include "tst_fabio_decode.moc"

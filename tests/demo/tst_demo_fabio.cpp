// The demo gateway against what a real fabio was seen to do: shares, drained and frozen tables, error texts, shapes.
#include "app/demo/fabio/fabio.h"
#include "tests/support/harness.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace mesoscope;
using demo::fabio::ParseError;
using demo::fabio::parseTable;
using demo::fabio::Table;

namespace {

class OneService final : public demo::ServiceSource {
public:
    std::uint64_t servicesVersion() const override { return 1; }
    std::vector<demo::Service> services() override {
        return {{"svc-shop",
                 "/shop",
                 "shop.test/",
                 "",
                 {"v1"},
                 {{"task-1", "127.0.0.1", 9101}, {"task-2", "127.0.0.1", 9102}}}};
    }
};

httplib::Request request(const std::string& method, const std::string& target, const std::string& body = {}) {
    httplib::Request r;
    r.method = method;
    r.target = target;
    r.path = target.substr(0, target.find('?'));
    r.body = body;
    if (const std::size_t question = target.find('?'); question != std::string::npos)
        r.params.emplace(target.substr(question + 1), "");
    return r;
}

class TestDemoFabio : public QObject {
    Q_OBJECT

private:
    demo::World world_{{1, true}};
    OneService source_;
    std::unique_ptr<demo::fabio::Fabio> fabio_;

    httplib::Response ask(const std::string& method, const std::string& target, const std::string& body = {}) {
        httplib::Response response;
        response.status = 200;
        fabio_->handleApi(request(method, target, body), response);
        return response;
    }

    std::vector<double> weights(const std::string& commands) {
        ParseError error;
        const std::optional<Table> table = parseTable(commands, error);
        if (!table)
            return {};
        std::vector<double> result;
        for (const auto& route : table->routes) {
            for (const auto& target : route.targets)
                result.push_back(std::round(target.weight * 10000) / 10000);
        }
        return result;
    }

private Q_SLOTS:
    void init() {
        world_.setServiceSource(&source_);
        fabio_ = std::make_unique<demo::fabio::Fabio>(world_);
        fabio_->refresh();
    }

    void sharesAsSeen() {
        const std::string two = "route add s h/ http://a:1/\nroute add s h/ http://b:1/ tags \"canary\"\n";
        QCOMPARE(weights(two), (std::vector<double>{0.5, 0.5}));
        QCOMPARE(weights(two + "route weight s h/ weight 0.05 tags \"canary\""), (std::vector<double>{0.95, 0.05}));
        // Weight 0 is "no fixed weight", not "drained".
        QCOMPARE(weights(two + "route weight s h/ weight 0 tags \"canary\""), (std::vector<double>{0.5, 0.5}));
        QCOMPARE(weights("route add s h/ http://a:1/ weight 0.3\nroute add s h/ http://b:1/ weight 0.1"),
                 (std::vector<double>{0.75, 0.25}));
        QCOMPARE(weights("route add s h/ http://a:1/ weight 1\nroute add s h/ http://b:1/"),
                 (std::vector<double>{1, 0}));
    }

    void drainedTargetLeavesTheTextForm() {
        ParseError error;
        const auto table = parseTable("route add s h/ http://a:1/ weight 1\nroute add s h/ http://b:1/", error);
        QVERIFY(table);
        QCOMPARE(table->raw(), std::string("route add s h/ http://a:1/ weight 1.0000"));
    }

    void refusedTexts() {
        ParseError error;
        QVERIFY(!parseTable("route add s h/ http://a:1/\nroute wieght s h/ weight 0.5", error));
        QVERIFY(!parseTable("route add s h/ http://a:1/\nroute weight s other/ weight 0.5", error));
        QVERIFY(!parseTable("route add s h/ http://a:1/ tags \"open", error));
        QVERIFY(parseTable("# a comment\n\nroute del nobody", error));
    }

    void badOverrideFreezesTheTable() {
        fabio_->setManual("", "route weight nobody shop.test/ weight 0.5");
        QVERIFY(!fabio_->frozenBy().empty());
        QCOMPARE(fabio_->table().routes.size(), std::size_t(1));
        fabio_->setManual("", "");
        QVERIFY(fabio_->frozenBy().empty());
    }

    void compareAndSet() {
        const auto read = nlohmann::json::parse(ask("GET", "/api/manual").body);
        QVERIFY(read["version"].is_string());
        const std::string body = R"({"value":"route weight svc-shop shop.test/ weight 0.9","version":"0"})";
        QCOMPARE(ask("PUT", "/api/manual", body).status, 200);
        const httplib::Response stale = ask("PUT", "/api/manual", body);
        QCOMPARE(stale.status, 409);
        QCOMPARE(stale.body, std::string("version mismatch\n"));
        const httplib::Response number = ask("PUT", "/api/manual", R"({"value":"","version":1})");
        QCOMPARE(number.status, 400);
        QCOMPARE(number.body, std::string("json: invalid use of ,string struct tag, trying to unmarshal unquoted value "
                                          "into uint64\n"));
        QCOMPARE(ask("PUT", "/api/manual", "{nope").body,
                 std::string("invalid character 'n' looking for beginning of object key string\n"));
        QCOMPARE(ask("DELETE", "/api/manual").status, 405);
    }

    void unknownPathsLeadToTheWebPage() {
        const httplib::Response response = ask("GET", "/metrics");
        QCOMPARE(response.status, 303);
        QCOMPARE(response.get_header_value("Location"), std::string("/routes"));
    }

    void routesHaveTheRecordedShape() {
        const auto ours = nlohmann::json::parse(ask("GET", "/api/routes").body);
        const QByteArray fixture = test::fixture(QStringLiteral("fabio/consul-routes.json"));
        const auto recorded = nlohmann::json::parse(fixture.toStdString());
        for (const auto& [key, value] : ours.at(0).items()) {
            bool known = false;
            for (const auto& entry : recorded) {
                if (!entry.contains(key))
                    continue;
                known = true;
                QVERIFY2(entry[key].is_number() == value.is_number() && entry[key].is_string() == value.is_string() &&
                             entry[key].is_array() == value.is_array(),
                         key.c_str());
            }
            QVERIFY2(known, key.c_str());
        }
        for (const auto& [key, value] : recorded.at(0).items())
            QVERIFY2(ours.at(0).contains(key), key.c_str());
    }

    void countersGrowWithTimeAndRefusedConnectionsAre502() {
        // No such tasks in the world: every connection is refused.
        world_.advance(10);
        httplib::Response response;
        fabio_->handleMetrics(request("GET", "/metrics"), response);
        QVERIFY(response.body.find("fabio_http_status_count{code=\"502\"}") != std::string::npos);
        QVERIFY(response.body.find("fabio_route_count{host=\"shop.test\",path=\"/\",service=\"svc-shop\",target=\"http:"
                                   "//127.0.0.1:9101/\"}") != std::string::npos);
        QVERIFY(response.body.find("le=\"+Inf\"") != std::string::npos);
    }
};

} // namespace

MESOSCOPE_TEST_MAIN(TestDemoFabio)
#include "tst_demo_fabio.moc"

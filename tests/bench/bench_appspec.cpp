// The app document at its design size: 2 MB, 1,000 apps; 40,000 agents. Prints a JSON list.
#include "models/appspec/diff.h"
#include "models/appspec/document.h"
#include "models/appspec/forecast.h"
#include "models/appspec/rules/marathon.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>

using namespace mesoscope::appspec;

namespace {

using Clock = std::chrono::steady_clock;

double median(const std::function<void()>& work) {
    std::vector<double> times;
    for (int i = 0; i < 9; ++i) {
        const auto begin = Clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

QJsonObject figure(const char* name, double value, double target, const char* against) {
    return {{QStringLiteral("name"), QString::fromLatin1(name)},
            {QStringLiteral("value"), std::round(value * 100) / 100},
            {QStringLiteral("unit"), QStringLiteral("ms")},
            {QStringLiteral("target"), target},
            {QStringLiteral("met"), value <= target},
            {QStringLiteral("against"), QString::fromUtf8(against)}};
}

QByteArray group(int apps) {
    QByteArray text = "{\n  \"id\": \"/big\",\n  \"apps\": [\n";
    for (int i = 0; i < apps; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += "    {\n      \"id\": \"/big/app-" + n +
                "\",\n      \"cmd\": \"exec ./server --port $PORT0 --name app-" + n +
                "\",\n      \"instances\": 3,\n      \"cpus\": 0.5,\n      \"mem\": 256,\n      \"env\": {\n";
        for (int k = 0; k < 16; ++k)
            text += "        \"VARIABLE_NUMBER_" + QByteArray::number(k) + "\": \"a value of ordinary length, number " +
                    n + "\",\n";
        text += "        \"LAST\": \"x\"\n      },\n      \"labels\": {\"team\": \"shop\", \"tier\": \"front\"},\n"
                "      \"constraints\": [[\"rack\", \"MAX_PER\", \"2\"]],\n"
                "      \"portDefinitions\": [{\"port\": 0, \"name\": \"http\"}],\n"
                "      \"healthChecks\": [{\"protocol\": \"MESOS_HTTP\", \"path\": \"/health\", \"portIndex\": 0}],\n";
        if (i > 0)
            text += "      \"dependencies\": [\"/big/app-" + QByteArray::number(i / 2) + "\"],\n";
        text += "      \"upgradeStrategy\": {\"minimumHealthCapacity\": 0.5, \"maximumOverCapacity\": 0.5}\n    }";
        text += i + 1 < apps ? ",\n" : "\n";
    }
    return text + "  ]\n}\n";
}

std::vector<ForecastAgent> agents(int count) {
    std::vector<ForecastAgent> list;
    for (int i = 0; i < count; ++i) {
        ForecastAgent agent;
        agent.id = "agent-" + QByteArray::number(i);
        agent.hostname = "host-" + QByteArray::number(i) + ".example.com";
        agent.attributes = {{"rack", "r" + QByteArray::number(i % 400)}, {"disk", i % 3 ? "ssd" : "hdd"}};
        agent.free = {double(i % 5), double(i % 7) * 512, 10000, 0};
        agent.ports = {{31000, 32000}};
        list.push_back(agent);
    }
    return list;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QJsonArray list;
    const QByteArray text = group(1000);
    const JsonTree tree = JsonTree::parse(text);
    list.append(figure("appspec.parse", median([&] { JsonTree::parse(text); }), 10, "2 MB group of 1,000 apps"));
    list.append(figure("appspec.keystroke_to_validated", median([&] {
                           const JsonTree parsed = JsonTree::parse(text);
                           marathon::validate(parsed);
                       }),
                       50, "parse and every rule, 2 MB group of 1,000 apps, in the background"));
    Document document(text);
    document.parsed();
    list.append(figure("appspec.keystroke_on_gui_thread", median([&] {
                           document.replaceText({500000, 0, "x"});
                       }),
                       4, "taking one typed character into the 2 MB document"));
    const JsonTree other = JsonTree::parse(QByteArray(text).replace("\"mem\": 256", "\"mem\": 257"));
    list.append(
        figure("appspec.diff", median([&] { diffDocuments(tree, other); }), 100, "two 2 MB groups, every app changed"));
    const std::vector<ForecastAgent> many = agents(40000);
    ForecastRequest request;
    request.need = {2, 1024, 0, 0};
    request.instances = request.wantedTotal = 500;
    request.constraints = {{"rack", "MAX_PER", "2"}, {"disk", "LIKE", "ss.*"}};
    list.append(figure("appspec.forecast", median([&] { forecast(many, request); }), 100,
                       "500 instances on 40,000 agents, two constraints"));
    request.constraints = {{"rack", "GROUP_BY", "10"}};
    list.append(figure("appspec.forecast_group_by", median([&] { forecast(many, request); }), 100,
                       "500 instances on 40,000 agents, evenly over ten racks"));
    std::puts(QJsonDocument(list).toJson(QJsonDocument::Compact).constData());
    return 0;
}

// The app document at its design size: 2 MB, 1,000 apps; 40,000 agents. Prints a JSON list.
#include "models/appspec/diff.h"
#include "models/appspec/document.h"
#include "models/appspec/forecast.h"
#include "models/appspec/rules/marathon.h"
#include "tests/bench/support/figures.h"
#include "widgets/editor/document_form.h"
#include "widgets/editor/editor_page.h"
#include "widgets/editor/json_editor.h"
#include "widgets/theme/theme_controller.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>

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

/// Measures how long the GUI thread is busy with one event; painting apart, because it grows with the window alone.
class MeasuringApplication final : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override {
        if (depth_++ > 0) {
            const bool handled = QApplication::notify(receiver, event);
            --depth_;
            return handled;
        }
        const bool paints = event->type() == QEvent::UpdateRequest || event->type() == QEvent::Paint;
        const auto begin = Clock::now();
        const bool handled = QApplication::notify(receiver, event);
        const double took = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
        --depth_;
        double& most = paints ? paint : work;
        most = std::max(most, took);
        return handled;
    }
    double work = 0;
    double paint = 0;

private:
    int depth_ = 0;
};

struct Keystrokes {
    std::vector<double> validated; ///< from the key to the verdict
    std::vector<double> work;      ///< longest single stretch of the GUI thread, painting apart
    std::vector<double> paint;
    double middle(std::vector<double> values) const {
        std::sort(values.begin(), values.end());
        return values[values.size() / 2];
    }
    double most(const std::vector<double>& values) const { return *std::max_element(values.begin(), values.end()); }
};

/// Types into the value of one app of the group, in the editor page itself.
Keystrokes type(MeasuringApplication& application, const QByteArray& text) {
    using mesoscope::widgets::EditorPage;
    EditorPage page;
    page.resize(1600, 960);
    page.show();
    QEventLoop loop;
    QObject::connect(&page.model(), &EditorModel::checked, &loop, &QEventLoop::quit);
    page.openDocument(text);
    loop.exec();
    auto& editor = page.text();
    const int at = int(text.indexOf("exec ./server", text.size() / 2)) + 4;
    editor.SendScintilla(QsciScintilla::SCI_GOTOPOS, static_cast<unsigned long>(at));
    QCoreApplication::processEvents();
    Keystrokes result;
    for (int i = 0; i < 15; ++i) {
        application.work = application.paint = 0;
        const auto begin = Clock::now();
        editor.SendScintilla(QsciScintilla::SCI_REPLACESEL, "x");
        const double typed = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
        loop.exec();
        result.validated.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
        QCoreApplication::processEvents();
        result.work.push_back(std::max(typed, application.work));
        result.paint.push_back(application.paint);
    }
    return result;
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
    MeasuringApplication application(argc, argv);
    const mesoscope::widgets::ThemeController theme(mesoscope::widgets::ThemeChoice::Light);
    mesoscope::bench::Figures figures;
    const QByteArray text = group(1000);
    const JsonTree tree = JsonTree::parse(text);
    figures.atMost("appspec.parse", median([&] { JsonTree::parse(text); }), "ms", 10, "2 MB group of 1,000 apps");
    figures.atMost("appspec.validate_whole", median([&] { marathon::validate(JsonTree::parse(text)); }), "ms", 200,
                   "parse and every rule from nothing, 2 MB group of 1,000 apps");
    const Keystrokes keys = type(application, text);
    figures.atMost("appspec.keystroke_to_validated", keys.middle(keys.validated), "ms", 50,
                   "a key in the editor page, until the verdict is on screen, 2 MB group of 1,000 apps");
    figures.atMost("appspec.keystroke_to_validated_worst", keys.most(keys.validated), "ms", 50,
                   "the slowest of 15 keys");
    figures.atMost("appspec.keystroke_on_gui_thread", keys.most(keys.work), "ms", 4,
                   "the longest single stretch of the GUI thread of 15 keys, painting apart");
    figures.atMost("appspec.keystroke_painting", keys.middle(keys.paint), "ms", 16,
                   "painting the page once after a key, 1600×960");
    const JsonTree other = JsonTree::parse(QByteArray(text).replace("\"mem\": 256", "\"mem\": 257"));
    figures.atMost("appspec.diff", median([&] { diffDocuments(tree, other); }), "ms", 100,
                   "two 2 MB groups, every app changed");
    const std::vector<ForecastAgent> many = agents(40000);
    ForecastRequest request;
    request.need = {2, 1024, 0, 0};
    request.instances = request.wantedTotal = 500;
    request.constraints = {{"rack", "MAX_PER", "2"}, {"disk", "LIKE", "ss.*"}};
    figures.atMost("appspec.forecast", median([&] { forecast(many, request); }), "ms", 100,
                   "500 instances on 40,000 agents, two constraints");
    request.constraints = {{"rack", "GROUP_BY", "10"}};
    figures.atMost("appspec.forecast_group_by", median([&] { forecast(many, request); }), "ms", 100,
                   "500 instances on 40,000 agents, evenly over ten racks");
    figures.print();
    return 0;
}

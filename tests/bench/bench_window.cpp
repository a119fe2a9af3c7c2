// The window on a live cluster of 1,000 agents and 20,000 tasks that changes 200 times a second: how soon it is there,
// how soon its map is complete, and how long the GUI thread ever stays away. The cluster runs in its own process.
#include "app/window/console.h"
#include "tests/bench/support/demo_process.h"
#include "tests/bench/support/figures.h"
#include "tests/bench/support/loop_watch.h"
#include "tests/bench/support/paint_watch.h"
#include "widgets/map/map_page.h"
#include "widgets/map/map_view.h"

#include <QApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>

using namespace mesoscope;
using namespace mesoscope::bench;

namespace {

constexpr int patienceMs = 60'000;
constexpr int watchedMs = 6'000;

/// What a started window does until it is seen: the child prints when its first picture was painted.
int showOnce(int argc, char** argv) {
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    app::window::Console console(widgets::ThemeChoice::Dark);
    PaintWatch watch(console.window(), [] {
        std::printf("%.3f\n", steadyMs());
        std::fflush(stdout);
        QTimer::singleShot(0, qApp, &QApplication::quit);
    });
    console.window().resize(1920, 1080);
    console.window().show();
    console.window().showPage(QStringLiteral("connect"));
    return QApplication::exec();
}

/// From the start of a process to its first painted window; the middle of five.
double startMs() {
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        QProcess child;
        const double begin = steadyMs();
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--show-once")});
        child.waitForFinished(patienceMs);
        times.push_back(child.readAllStandardOutput().trimmed().toDouble() - begin);
    }
    return percentile(times, 0.5);
}

std::vector<double> waited(const std::vector<LoopWatch::Wait>& waits) {
    std::vector<double> times;
    for (const LoopWatch::Wait& wait : waits)
        times.push_back(wait.ms);
    return times;
}

std::vector<double> busy(const std::vector<LoopWatch::Wait>& waits) {
    std::vector<double> times;
    for (const LoopWatch::Wait& wait : waits)
        times.push_back(wait.busyMs);
    return times;
}

class LiveWindow {
public:
    LiveWindow() : console_(widgets::ThemeChoice::Dark) {
        console_.window().resize(1920, 1080);
        console_.window().show();
        LoopWatch::runFor(300);
    }

    /// From the wish to connect until the map with every task is painted.
    double complete(const cluster::Connection& connection) {
        auto* page = qobject_cast<widgets::MapPage*>(console_.window().page(QStringLiteral("map")));
        bool done = false;
        PaintWatch watch(page->view(), [&] {
            const tables::MapPicturePtr& picture = page->view().picture();
            done = done || (picture && picture->snapshot->masterComplete);
        });
        const double begin = steadyMs();
        console_.open(connection);
        console_.window().showPage(QStringLiteral("map"));
        LoopWatch::runFor(patienceMs, [&] { return done; });
        return steadyMs() - begin;
    }

    /// The page is shown and settled, then watched; times away in ms.
    std::vector<LoopWatch::Wait> away(const QString& page) {
        console_.window().showPage(page);
        LoopWatch::runFor(1000);
        watch_.take();
        LoopWatch::runFor(watchedMs);
        return watch_.take();
    }

    /// Turning to a page that has been shown before.
    double turn(const QString& page) {
        console_.window().showPage(QStringLiteral("connect"));
        LoopWatch::runFor(400);
        watch_.take();
        console_.window().showPage(page);
        LoopWatch::runFor(400);
        return percentile(waited(watch_.take()), 1);
    }

    cluster::Totals totals() const { return console_.session()->current()->totals; }
    std::uint64_t version() const { return console_.session()->current()->version; }

private:
    app::window::Console console_;
    LoopWatch watch_;
};

QString place(const std::vector<LoopWatch::Wait>& waits) {
    return QStringLiteral("%1 answers, p99 %2 ms; longest time at work %3 ms")
        .arg(waits.size())
        .arg(percentile(waited(waits), 0.99), 0, 'f', 2)
        .arg(percentile(busy(waits), 1), 0, 'f', 2);
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 1 && qstrcmp(argv[1], "--show-once") == 0)
        return showOnce(argc, argv);
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    Figures figures;
    figures.atMost(QStringLiteral("window.shown_after_start"), startMs(), "ms", 150,
                   QStringLiteral("process start to first paint, middle of five"));
    const DemoProcess demo({QStringLiteral("--agents"), QStringLiteral("1000"), QStringLiteral("--tasks"),
                            QStringLiteral("20000"), QStringLiteral("--apps"), QStringLiteral("300"),
                            QStringLiteral("--rate"), QStringLiteral("200")});
    LiveWindow window;
    const double completeMs = window.complete(demo.connection());
    const cluster::Totals totals = window.totals();
    figures.atMost(QStringLiteral("window.map_complete_after_connection"), completeMs, "ms", 1000,
                   QStringLiteral("%1 agents, %2 tasks painted").arg(totals.agents).arg(totals.tasks));
    const QStringList pages =
        argc > 1 ? QStringList{QString::fromLocal8Bit(argv[1])}
                 : QStringList{QStringLiteral("map"),         QStringLiteral("apps"),   QStringLiteral("tasks"),
                               QStringLiteral("deployments"), QStringLiteral("agents"), QStringLiteral("editor")};
    for (const QString& page : pages) {
        const std::vector<LoopWatch::Wait> waits = window.away(page);
        figures.atMost(QStringLiteral("window.gui_thread_away_%1").arg(page), percentile(waited(waits), 1), "ms", 16,
                       place(waits));
    }
    for (const QString& page : pages)
        figures.report(QStringLiteral("window.turn_to_%1").arg(page), window.turn(page), "ms",
                       QStringLiteral("longest absence while the page is shown again"));
    figures.report(QStringLiteral("window.hand_overs"), double(window.version()), "snapshots",
                   QStringLiteral("%1 tasks at the end").arg(window.totals().tasks));
    figures.print();
    return 0;
}

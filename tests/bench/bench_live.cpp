// The console at the top of the sizes it is made for: a cluster of 40,000 agents and 400,000 tasks in its own process,
// read through a relay that notes when each event passed. Names one part as an argument to measure only that:
// snapshot, events, flood, idle.
#include "app/window/console.h"
#include "tests/bench/support/demo_process.h"
#include "tests/bench/support/figures.h"
#include "tests/bench/support/loop_watch.h"
#include "tests/bench/support/paint_watch.h"
#include "tests/bench/support/stream_relay.h"
#include "widgets/map/map_page.h"
#include "widgets/map/map_view.h"

#include <QApplication>
#include <QStandardPaths>

#include <map>

using namespace mesoscope;
using namespace mesoscope::bench;

namespace {

constexpr int patienceMs = 120'000;
/// What the store itself takes; measured by bench_store.
constexpr double storeBytesPerTask = 292;

/// Hidden; hears of every hand-over like any page.
class CountingPage final : public widgets::Page {
public:
    CountingPage() : Page(QStringLiteral("counting")) {}
    QString title() const override { return QStringLiteral("Counting"); }
    widgets::Glyph glyph() const override { return widgets::Glyph::Map; }
    bool onRail() const override { return false; }
    void apply(const cluster::Update& update) override {
        if (update.snapshot)
            events_ += update.diff.events;
    }
    std::uint64_t events() const { return events_; }

private:
    std::uint64_t events_ = 0;
};

/// The window with the map, and what was painted when.
class Stage {
public:
    Stage() : console_(widgets::ThemeChoice::Dark), counting_(new CountingPage) {
        console_.window().addPage(counting_);
        console_.window().resize(1920, 1080);
        console_.window().show();
        page_ = qobject_cast<widgets::MapPage*>(console_.window().page(QStringLiteral("map")));
        paint_ = std::make_unique<PaintWatch>(page_->view(), [this] { painted(); });
        LoopWatch::runFor(300);
    }

    void connectTo(const cluster::Connection& connection) {
        console_.open(connection);
        console_.window().showPage(QStringLiteral("map"));
        complete_ = LoopWatch::runFor(patienceMs, [this] { return completePaintMs > 0; });
    }

    bool complete() const { return complete_; }
    std::uint64_t events() const { return counting_->events(); }
    const cluster::Snapshot& now() const { return *console_.session()->current(); }

    double firstPaintMs = 0;    ///< of a map with agents
    double completePaintMs = 0; ///< of the map with everything
    /// Time of a paint, and how many events it showed.
    std::vector<std::pair<double, std::uint64_t>> paints;

private:
    void painted() {
        const tables::MapPicturePtr& picture = page_->view().picture();
        if (!picture || picture->snapshot->totals.agents == 0)
            return;
        const double at = steadyMs();
        if (firstPaintMs == 0)
            firstPaintMs = at;
        if (completePaintMs == 0 && picture->snapshot->masterComplete)
            completePaintMs = at;
        paints.emplace_back(at, counting_->events());
    }

    app::window::Console console_;
    CountingPage* counting_;
    widgets::MapPage* page_ = nullptr;
    bool complete_ = false;
    std::unique_ptr<PaintWatch> paint_;
};

QStringList large(const QString& rate, const QString& seconds = {}) {
    QStringList options{
        QStringLiteral("--agents"), QStringLiteral("40000"), QStringLiteral("--tasks"), QStringLiteral("400000"),
        QStringLiteral("--apps"),   QStringLiteral("4000"),  QStringLiteral("--rate"),  rate};
    if (!seconds.isEmpty())
        options << QStringLiteral("--rate-for") << seconds;
    return options;
}

/// Only the master: events of other sources are not what the relay sees.
cluster::Connection through(const StreamRelay& relay, const DemoProcess& demo) {
    cluster::Connection connection;
    connection.name = demo.connection().name;
    net::Endpoint master;
    master.urls << QUrl(QStringLiteral("http://127.0.0.1:%1").arg(relay.port()));
    connection.master = master;
    return connection;
}

int masterPort(const DemoProcess& demo) {
    return demo.connection().master->urls.first().port();
}

QString sizeOf(const cluster::Snapshot& snapshot) {
    return QStringLiteral("%1 agents, %2 tasks").arg(snapshot.totals.agents).arg(snapshot.totals.tasks);
}

void measureSnapshot(Figures& figures) {
    const DemoProcess demo(large(QStringLiteral("50")));
    figures.report(QStringLiteral("live.demo_start"), demo.startedMs(), "ms", QStringLiteral("40,000 / 400,000"));
    StreamRelay relay(masterPort(demo));
    Stage stage;
    const double before = peakResidentBytes();
    LoopWatch watch;
    stage.connectTo(through(relay, demo));
    const StreamRelay::Times times = relay.times();
    std::vector<double> waits;
    for (const LoopWatch::Wait& wait : watch.take())
        waits.push_back(wait.ms);
    const QString what = QStringLiteral("%1, %2 MB in %3 ms")
                             .arg(sizeOf(stage.now()))
                             .arg(times.snapshotBytes / 1e6, 0, 'f', 0)
                             .arg(times.lastByteMs - times.firstByteMs, 0, 'f', 0);
    figures.atMost(QStringLiteral("live.first_pixels_after_first_byte"), stage.firstPaintMs - times.firstByteMs, "ms",
                   50, what);
    figures.atMost(QStringLiteral("live.complete_map_after_last_byte"), stage.completePaintMs - times.lastByteMs, "ms",
                   50, what);
    figures.atMost(QStringLiteral("live.gui_loop_while_loading_p99"), percentile(waits, 0.99), "ms", 16,
                   QStringLiteral("longest %1 ms").arg(percentile(waits, 1), 0, 'f', 1));
    const double store = storeBytesPerTask * stage.now().totals.tasks;
    figures.atMost(QStringLiteral("live.peak_rss_beyond_store"), (peakResidentBytes() - store) / 1e6, "MB", 150,
                   QStringLiteral("peak %1 MB, of these %2 MB before the connection, store %3 MB")
                       .arg(peakResidentBytes() / 1e6, 0, 'f', 0)
                       .arg(before / 1e6, 0, 'f', 0)
                       .arg(store / 1e6, 0, 'f', 0));
}

/// From the byte to the painted map, for each event that was painted in the watched time.
std::vector<double> latencies(const Stage& stage, const StreamRelay::Times& times, std::uint64_t from) {
    std::vector<double> result;
    std::uint64_t shown = from;
    for (const auto& [at, events] : stage.paints) {
        for (; shown < events && shown < times.events.size(); ++shown)
            result.push_back(at - times.events[std::size_t(shown)]);
    }
    return result;
}

void measureEvents(Figures& figures) {
    const DemoProcess demo(large(QStringLiteral("10000")));
    StreamRelay relay(masterPort(demo));
    Stage stage;
    stage.connectTo(through(relay, demo));
    LoopWatch::runFor(5000);
    LoopWatch watch;
    const std::uint64_t from = stage.events();
    stage.paints.clear();
    constexpr int watchedMs = 15'000;
    LoopWatch::runFor(watchedMs);
    std::vector<double> waits;
    for (const LoopWatch::Wait& wait : watch.take())
        waits.push_back(wait.ms);
    const std::vector<double> times = latencies(stage, relay.times(), from);
    const QString what = QStringLiteral("%1 events in %2 s, %3 paints, middle %4 ms, longest %5 ms")
                             .arg(times.size())
                             .arg(watchedMs / 1000)
                             .arg(stage.paints.size())
                             .arg(percentile(times, 0.5), 0, 'f', 1)
                             .arg(percentile(times, 1), 0, 'f', 1);
    figures.atMost(QStringLiteral("live.event_to_pixel_p99"), percentile(times, 0.99), "ms", 25, what);
    figures.atMost(QStringLiteral("live.gui_loop_p99"), percentile(waits, 0.99), "ms", 4,
                   QStringLiteral("longest %1 ms").arg(percentile(waits, 1), 0, 'f', 1));
}

using States = std::map<std::string, int>;

States statesOf(const cluster::Snapshot& snapshot) {
    States states;
    for (cluster::Slot i = 0; i < snapshot.tasks.size(); ++i) {
        const cluster::TaskRow& row = snapshot.tasks[i];
        if (row.live())
            states.emplace(snapshot.view(row.id), int(row.state));
    }
    return states;
}

void measureFlood(Figures& figures) {
    constexpr int seconds = 30;
    const DemoProcess demo(large(QStringLiteral("100000"), QString::number(seconds)));
    StreamRelay relay(masterPort(demo));
    Stage stage;
    stage.connectTo(through(relay, demo));
    std::size_t before = 0;
    LoopWatch::runFor(patienceMs, [&, calm = 0]() mutable {
        const std::size_t passed = relay.times().events.size();
        calm = passed == before ? calm + 1 : 0;
        before = passed;
        return calm > 1500 && stage.events() == passed;
    });
    const StreamRelay::Times times = relay.times();
    const double span = times.events.empty() ? 1 : times.events.back() - times.events.front();
    // What the server says now, read anew, is the judge.
    Stage judge;
    judge.connectTo(demo.connection());
    const States streamed = statesOf(stage.now());
    const States asked = statesOf(judge.now());
    int different = 0;
    for (const auto& [id, state] : asked) {
        const auto it = streamed.find(id);
        different += it == streamed.end() || it->second != state;
    }
    different += int(streamed.size() > asked.size() ? streamed.size() - asked.size() : 0);
    figures.atMost(QStringLiteral("live.flood_events_lost"), double(times.events.size()) - double(stage.events()),
                   "events", 0, QStringLiteral("%1 events passed").arg(times.events.size()));
    figures.atMost(QStringLiteral("live.flood_tasks_that_differ"), different, "tasks", 0,
                   QStringLiteral("%1 live tasks by the server's own word").arg(asked.size()));
    figures.atLeast(QStringLiteral("live.flood_rate"), double(times.events.size()) / span * 1000, "1/s", 100'000,
                    QStringLiteral("as the demo cluster wrote them, over %1 s").arg(span / 1000, 0, 'f', 1));
}

void measureIdle(Figures& figures) {
    const DemoProcess demo(large(QStringLiteral("50")));
    Stage stage;
    stage.connectTo(demo.connection());
    LoopWatch::runFor(40'000); // what is read and kept once, as the definitions of all apps, is over by then
    const double begin = processorSeconds();
    constexpr int watchedMs = 30'000;
    LoopWatch::runFor(watchedMs);
    figures.atMost(QStringLiteral("live.idle_processor"), (processorSeconds() - begin) * 1e5 / watchedMs, "% of a core",
                   1, QStringLiteral("50 events/s, %1, the map shown").arg(sizeOf(stage.now())));
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const std::vector<std::pair<QString, void (*)(Figures&)>> parts{{QStringLiteral("snapshot"), measureSnapshot},
                                                                    {QStringLiteral("events"), measureEvents},
                                                                    {QStringLiteral("flood"), measureFlood},
                                                                    {QStringLiteral("idle"), measureIdle}};
    Figures figures;
    for (const auto& [name, measure] : parts) {
        if (argc < 2 || QApplication::arguments().contains(name))
            measure(figures);
    }
    figures.print();
    return 0;
}

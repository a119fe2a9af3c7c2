// The apps page on one Marathon with 10,000 apps and 400,000 tasks in its own process, read through relays that note
// when each answer was complete: how soon the whole list is on screen, and how soon the change of one app is.
#include "app/window/console.h"
#include "tests/bench/support/demo_process.h"
#include "tests/bench/support/figures.h"
#include "tests/bench/support/loop_watch.h"
#include "tests/bench/support/paint_watch.h"
#include "tests/bench/support/stream_relay.h"
#include "widgets/apps/apps_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStandardPaths>

using namespace mesoscope;
using namespace mesoscope::bench;

namespace {

constexpr int patienceMs = 90'000;
constexpr int apps = 10'000;

cluster::Connection through(const StreamRelay& master, const StreamRelay& scheduler, const DemoProcess& demo) {
    cluster::Connection connection;
    connection.name = demo.connection().name;
    const auto at = [](const StreamRelay& relay) {
        net::Endpoint endpoint;
        endpoint.urls << QUrl(QStringLiteral("http://127.0.0.1:%1").arg(relay.port()));
        return endpoint;
    };
    connection.master = at(master);
    connection.scheduler = at(scheduler);
    return connection;
}

/// The window with the apps page in front, and what its table showed at each paint.
class Stage {
public:
    Stage() : console_(widgets::ThemeChoice::Dark) {
        console_.window().resize(1920, 1080);
        console_.window().show();
        page_ = qobject_cast<widgets::AppsPage*>(console_.window().page(QStringLiteral("apps")));
        paint_ = std::make_unique<PaintWatch>(*page_->table().viewport(), [this] { painted(); });
        console_.window().showPage(QStringLiteral("apps"));
        console_.window()
            .findChild<QWidget*>(QStringLiteral("appsShape"))
            ->findChildren<QAbstractButton*>()
            .last()
            ->click(); // flat
        LoopWatch::runFor(300);
    }

    bool connectTo(const cluster::Connection& connection) {
        console_.open(connection);
        console_.window().showPage(QStringLiteral("apps"));
        return waitFor([](const cluster::Snapshot& shown) { return shown.schedulerComplete && shown.masterComplete; });
    }
    /// Until a paint whose snapshot is so; when that was stands in paintedMs.
    bool waitFor(std::function<bool(const cluster::Snapshot&)> wanted) {
        paintedMs = 0;
        wanted_ = std::move(wanted);
        return LoopWatch::runFor(patienceMs, [this] { return paintedMs > 0; });
    }

    /// An app in sight that has more instances than one.
    scheduler::AppPtr appInSight() const {
        const tables::SnapshotTableModel& rows = page_->table().rows();
        for (int row = 0; row < std::min(rows.rowCount(), 20); ++row) {
            if (rows.slot(row) == cluster::noSlot)
                continue;
            const scheduler::AppPtr app = rows.snapshot()->apps[rows.slot(row)].app;
            if (app && !app->isPod && app->instances > 1)
                return app;
        }
        return nullptr;
    }
    int rows() const { return page_->table().rows().rowCount(); }
    int known() const {
        int count = 0;
        const cluster::SnapshotPtr shown = page_->table().rows().snapshot();
        for (cluster::Slot i = 0; i < shown->apps.size(); ++i)
            count += shown->apps[i].app ? 1 : 0;
        return count;
    }
    /// By the newest snapshot.
    std::uint32_t tasks() const { return console_.session()->current()->totals.tasks; }

    double paintedMs = 0;

private:
    void painted() {
        const cluster::SnapshotPtr& shown = page_->table().rows().snapshot();
        if (paintedMs == 0 && wanted_ && shown && wanted_(*shown))
            paintedMs = steadyMs();
    }

    app::window::Console console_;
    widgets::AppsPage* page_ = nullptr;
    std::function<bool(const cluster::Snapshot&)> wanted_;
    std::unique_ptr<PaintWatch> paint_;
};

/// The last byte of everything that the first picture is made of.
double lastByteMs(const StreamRelay& master, const StreamRelay& scheduler) {
    double last = master.times().lastByteMs;
    for (const char* path : {"/v2/apps", "/v2/deployments", "/v2/groups"}) {
        const auto answers = scheduler.answers();
        if (const auto found = answers.find(path); found != answers.end())
            last = std::max(last, found->second.first.lastByteMs);
    }
    return last;
}

const scheduler::App* find(const cluster::Snapshot& snapshot, const QString& id) {
    for (cluster::Slot i = 0; i < snapshot.apps.size(); ++i) {
        if (snapshot.apps[i].app && snapshot.apps[i].app->id == id)
            return snapshot.apps[i].app.get();
    }
    return nullptr;
}

/// As somebody else would: the console hears of it by the event, reads the app again and shows it.
void scale(QNetworkAccessManager& net, const DemoProcess& demo, const QString& id, int instances) {
    QNetworkRequest request(
        QUrl(demo.connection().scheduler->urls.first().toString() + QStringLiteral("/v2/apps%1?force=true").arg(id)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply* reply = net.put(request, QByteArray("{\"instances\":" + QByteArray::number(instances) + "}"));
    QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

void measureUpdates(Figures& figures, const DemoProcess& demo, const StreamRelay& scheduler, Stage& stage) {
    QNetworkAccessManager net;
    const scheduler::AppPtr app = stage.appInSight();
    if (!app)
        return;
    const std::string path = "/v2/apps" + app->id.toStdString();
    std::vector<double> times;
    for (int i = 0; i < 20; ++i) {
        const int wanted = app->instances + 1 + i % 2;
        scale(net, demo, app->id, wanted);
        const bool shown = stage.waitFor([&](const cluster::Snapshot& snapshot) {
            const scheduler::App* now = find(snapshot, app->id);
            return now && now->instances == wanted;
        });
        if (shown)
            times.push_back(stage.paintedMs - scheduler.answers()[path].latest.lastByteMs);
        LoopWatch::runFor(1500);
    }
    figures.atMost(
        "apps.update_of_one_app_to_screen", percentile(times, 0.9), "ms", 16,
        QStringLiteral("from the last byte of the app's answer to the painted row, 9 of 10; %1 changes, middle "
                       "%2 ms, longest %3 ms")
            .arg(times.size())
            .arg(percentile(times, 0.5), 0, 'f', 1)
            .arg(percentile(times, 1), 0, 'f', 1));
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    Figures figures;
    const DemoProcess demo({QStringLiteral("--agents"), QStringLiteral("40000"), QStringLiteral("--tasks"),
                            QStringLiteral("400000"), QStringLiteral("--apps"), QString::number(apps),
                            QStringLiteral("--rate"), QStringLiteral("50")});
    StreamRelay master(demo.connection().master->urls.first().port());
    StreamRelay scheduler(demo.connection().scheduler->urls.first().port());
    Stage stage;
    LoopWatch watch;
    const bool complete = stage.connectTo(through(master, scheduler, demo));
    std::vector<double> waits;
    for (const LoopWatch::Wait& wait : watch.take())
        waits.push_back(wait.ms);
    figures.atMost("apps.first_complete_page_after_last_byte",
                   complete ? stage.paintedMs - lastByteMs(master, scheduler) : patienceMs, "ms", 2000,
                   QStringLiteral("%1 apps, %2 tasks, %3 rows; GUI thread away %4 ms at most")
                       .arg(stage.known())
                       .arg(stage.tasks())
                       .arg(stage.rows())
                       .arg(percentile(waits, 1), 0, 'f', 1));
    LoopWatch::runFor(5000);
    measureUpdates(figures, demo, scheduler, stage);
    figures.print();
    return 0;
}

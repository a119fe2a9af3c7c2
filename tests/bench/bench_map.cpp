// How fast the map is drawn at its design size, and what it costs beside the snapshot. Prints a JSON list.
#include "tests/bench/support/figures.h"
#include "tests/support/synthetic_cluster.h"
#include "widgets/map/map_renderer.h"
#include "widgets/map/map_view.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <functional>

using namespace mesoscope;
using namespace mesoscope::tables;
using namespace mesoscope::widgets;

namespace {

using Clock = std::chrono::steady_clock;

/// Median of the times in milliseconds; `prepare` is not counted.
double median(int rounds, const std::function<void(int)>& prepare, const std::function<void()>& work) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        prepare(i);
        const auto begin = Clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

class MapBench {
public:
    MapBench()
        : cluster_({.agents = 40'000, .tasks = 400'000, .apps = 400, .dataCentres = 4, .racksPerDataCentre = 25}) {
        query_.groupBy = {QStringLiteral("dc"), QStringLiteral("rack")};
        query_.viewport = QSizeF(1920, 1080);
        projection_.setQuery(query_);
        renderer_.setColours(MapColours::of(Theme::night(), query_.measure));
        renderer_.setViewport(QSize(1920, 1080), 1);
    }

    void run() {
        firstPicture();
        fullRedraw();
        zoomedFrames();
        changedTasks();
        wholeFrames();
        figures_.print();
    }

private:
    void firstPicture() {
        const cluster::SnapshotPtr snapshot = cluster_.publish();
        cluster::Diff all;
        all.everything = true;
        const auto anew = [&](int) {
            projection_ = {};
            projection_.setQuery(query_);
        };
        const double ms = median(5, anew, [&] { picture_ = projection_.picture(snapshot, all); });
        figures_.atMost("map.first_picture_session_thread", ms, "ms", 150, QStringLiteral("off the GUI thread"));
        renderer_.setPicture(picture_);
        cluster_.takeDiff();
    }

    void fullRedraw() {
        const double naive = median(
            5, [](int) {}, [&] { paintNaively(); });
        const auto disturb = [&](int i) { renderer_.setTransform({1, QPointF(i % 2, 0)}); };
        const double ms = median(40, disturb, [&] { renderer_.flush(); });
        figures_.atMost("map.full_redraw_40000_agents", ms, "ms", 4,
                        QStringLiteral("QPainter rectangles: %1 ms").arg(naive, 0, 'f', 1));
    }

    void paintNaively() {
        QImage image(1920, 1080, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        for (const MapCell& c : picture_->layout->cells)
            painter.fillRect(c.rect().adjusted(0, 0, -1, -1), QColor(0, 0, picture_->looks[c.agent].level));
    }

    void zoomedFrames() {
        for (const auto& [name, scale] :
             {std::pair("map.pan_frame_tasks_small", 2.6), std::pair("map.pan_frame_tasks_large", 8.0)}) {
            const auto pan = [&, s = scale](int i) {
                renderer_.setTransform({s, QPointF(-700 - 13 * i, -500 - 7 * i)});
            };
            const double ms = median(40, pan, [&] { renderer_.flush(); });
            figures_.atMost(name, ms, "ms", 8, QStringLiteral("one frame of a pan at zoom %1").arg(scale));
        }
        const auto zoom = [&](int i) { renderer_.setTransform({1 + 0.2 * i, QPointF(-100 * i, -60 * i)}); };
        const double ms = median(40, zoom, [&] { renderer_.flush(); });
        figures_.atMost("map.zoom_frame", ms, "ms", 8, QStringLiteral("one frame of a zoom from 1 to 9"));
        renderer_.setTransform({});
        renderer_.flush();
    }

    void changedTasks() {
        std::mt19937 random(3);
        std::vector<double> session;
        MapPicturePtr next;
        const auto change = [&](int) {
            for (int i = 0; i < 1000; ++i) {
                const auto agent = cluster::Slot(random() % 40'000);
                cluster_.addTask(agent, QStringLiteral("/shop/cart"));
            }
            const cluster::SnapshotPtr snapshot = cluster_.publish();
            const cluster::Diff diff = cluster_.takeDiff();
            const auto begin = Clock::now();
            next = projection_.picture(snapshot, diff);
            session.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
        };
        const double ms = median(40, change, [&] { renderer_.setPicture(next); });
        std::sort(session.begin(), session.end());
        figures_.atMost("map.1000_changed_tasks", ms, "ms", 1,
                        QStringLiteral("%1 cells drawn").arg(renderer_.cellsDrawn()));
        figures_.atMost("map.1000_changed_tasks_session_thread", session[session.size() / 2], "ms", 8,
                        QStringLiteral("off the GUI thread"));
    }

    /// The widget with its titles and the copy to the window's pixels.
    void wholeFrames() {
        MapView view;
        view.resize(1920, 1080);
        view.setPicture(picture_);
        QImage window(1920, 1080, QImage::Format_RGB32);
        view.render(&window);
        const auto draw = [&] { view.render(&window); };
        int step = 0;
        const auto pan = [&](int i) { view.scrollBy(QPointF(i % 2 ? 9 : -9, ++step % 2 ? 5 : -5)); };
        for (const double scale : {1.0, 2.6, 8.0}) {
            view.jumpTo(scale, QPointF(900, 500));
            const double ms = median(30, pan, draw);
            figures_.atMost("map.view_pan_frame", ms, "ms", 8,
                            QStringLiteral("zoom %1, everything repainted").arg(scale));
        }
        view.jumpTo(1, {});
        view.render(&window);
        std::mt19937 random(4);
        const auto change = [&](int) {
            for (int i = 0; i < 1000; ++i)
                cluster_.addTask(cluster::Slot(random() % 40'000), QStringLiteral("/shop/cart"));
            const cluster::SnapshotPtr snapshot = cluster_.publish();
            picture_ = projection_.picture(snapshot, cluster_.takeDiff());
        };
        const double ms = median(30, change, [&] {
            view.setPicture(picture_);
            view.render(&window);
        });
        figures_.atMost("map.view_1000_changed_tasks", ms, "ms", 8, QStringLiteral("cells, titles and one repaint"));
    }

    test::SyntheticCluster cluster_;
    MapQuery query_;
    MapProjection projection_;
    MapRenderer renderer_;
    MapPicturePtr picture_;
    bench::Figures figures_;
};

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    MapBench().run();
    return 0;
}

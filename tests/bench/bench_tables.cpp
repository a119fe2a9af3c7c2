// Rows in order: sorting, filtering, keeping up with events and taking over, at 20,000 and 400,000 tasks. Prints a JSON
// list.
#include "models/tables/projection.h"
#include "models/tables/snapshot_table_model.h"
#include "tests/bench/support/figures.h"
#include "tests/support/synthetic_cluster.h"

#include <QCoreApplication>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>

using namespace mesoscope;
using namespace mesoscope::tables;

namespace {

using Clock = std::chrono::steady_clock;

double measured(const std::function<void()>& work) {
    const auto begin = Clock::now();
    work();
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// Median of the times in milliseconds; `prepare` is not counted.
double median(int rounds, const std::function<void(int)>& prepare, const std::function<void()>& work) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        prepare(i);
        times.push_back(measured(work));
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

TableQuery query(const char* sort, bool descending = false, const QString& filter = {}) {
    TableQuery q;
    q.sort = sort;
    q.descending = descending;
    q.filter = parseFilter(filter).value();
    return q;
}

class TableBench {
public:
    TableBench(std::uint32_t agents, std::uint32_t tasks) : cluster_({.agents = agents, .tasks = tasks, .apps = 400}) {
        suffix_ = tasks >= 400'000 ? QStringLiteral("400k") : QStringLiteral("20k");
        large_ = tasks >= 400'000;
        snapshot_ = cluster_.publish();
        diff_ = cluster_.takeDiff();
    }

    void run(bench::Figures& results) {
        sorts(results);
        filters(results);
        updates(results);
        takeOver(results);
        if (!large_)
            proxy(results);
    }

private:
    void add(bench::Figures& results, const QString& name, double value, double target, const QString& against) {
        results.atMost(name + QLatin1Char('_') + suffix_, value, "ms", target, against);
    }
    double limit(double small, double large) const { return large_ ? large : small; }

    void sorts(bench::Figures& results) {
        for (const char* column : {"state", "app", "host", "rack", "cpus", "started", "id"}) {
            TableProjection projection(tasksTable(), query("mem"));
            projection.project(snapshot_, diff_);
            const double first = measured([&] {
                projection.setQuery(query(column));
                projection.project(snapshot_, {});
            });
            const double again = median(
                5, [&](int i) { projection.setQuery(query(column, i % 2 == 0)); },
                [&] { projection.project(snapshot_, {}); });
            add(results, QStringLiteral("table_sort_by_%1").arg(QLatin1String(column)), again, limit(5, 30),
                QStringLiteral("the first time, with the texts' order to learn: %1 ms").arg(first, 0, 'f', 1));
        }
    }

    void filters(bench::Figures& results) {
        TableProjection projection(tasksTable(), query("state"));
        projection.project(snapshot_, diff_);
        for (const auto& [name, text] :
             {std::pair("field", "app:/shop state:running"), std::pair("attribute", "rack:a1"),
              std::pair("number", "cpus:>1"), std::pair("text", "cart")}) {
            const double time = median(
                5,
                [&, filter = QString::fromLatin1(text)](int i) {
                    projection.setQuery(query("state"));
                    projection.project(snapshot_, {});
                    projection.setQuery(query("state", false, filter + (i % 2 ? QStringLiteral(" ") : QString())));
                },
                [&] { projection.project(snapshot_, {}); });
            add(results, QStringLiteral("table_filter_by_%1").arg(QLatin1String(name)), time, limit(5, 20),
                QString::fromLatin1(text));
        }
    }

    /// One hand-over of a busy cluster: 160 tasks changed (10,000 events a second, 60 hand-overs).
    void updates(bench::Figures& results) {
        TableProjection projection(tasksTable(), query("state"));
        projection.project(snapshot_, diff_);
        cluster::SnapshotPtr next;
        cluster::Diff diff;
        const double time = median(
            9,
            [&](int round) {
                change(round, 160);
                next = cluster_.publish();
                diff = cluster_.takeDiff();
            },
            [&] { projection.project(next, diff); });
        add(results, QStringLiteral("table_update_160_changed"), time, limit(5, 16), QStringLiteral("session thread"));
    }

    void takeOver(bench::Figures& results) {
        TableProjection projection(tasksTable(), query("state"));
        SnapshotTableModel model(tasksTable());
        snapshot_ = cluster_.publish();
        cluster::Diff everything;
        everything.everything = true;
        model.apply(asRowOrder(projection.project(snapshot_, everything)));
        const QPersistentModelIndex current(model.index(model.rowCount() / 2, 0));
        RowOrderPtr order;
        const double busy = median(
            9,
            [&](int round) {
                change(round + 100, 160);
                const auto next = cluster_.publish();
                order = asRowOrder(projection.project(next, cluster_.takeDiff()));
            },
            [&] { model.apply(order); });
        add(results, QStringLiteral("table_apply_160_changed"), busy, 2, QStringLiteral("GUI thread"));
        const double sorted = median(
            9,
            [&](int round) {
                projection.setQuery(query(round % 2 ? "state" : "host"));
                order = asRowOrder(projection.project(cluster_.publish(), {}));
            },
            [&] { model.apply(order); });
        add(results, QStringLiteral("table_apply_new_sort"), sorted, 2, QStringLiteral("GUI thread"));
    }

    /// What the usual way costs on the GUI thread.
    void proxy(bench::Figures& results) {
        QStandardItemModel source(int(snapshot_->tasks.size()), 1);
        for (cluster::Slot slot = 0; slot < snapshot_->tasks.size(); ++slot)
            source.setItem(int(slot), 0, new QStandardItem(snapshot_->text(snapshot_->tasks[slot].id)));
        QSortFilterProxyModel proxy;
        proxy.setSourceModel(&source);
        const double time = measured([&] { proxy.sort(0); });
        results.report("table_sort_proxy_model_20k", time, "ms", "QSortFilterProxyModel on the GUI thread");
    }

    void change(int round, std::uint32_t count) {
        static constexpr std::array states{master::TaskState::Running, master::TaskState::Killing,
                                           master::TaskState::Staging};
        for (std::uint32_t i = 0; i < count; ++i)
            cluster_.setTask((i * 2477 + std::uint32_t(round) * 31) % snapshot_->tasks.size(),
                             states[std::size_t(round) % 3], master::Health::Healthy);
    }

    test::SyntheticCluster cluster_;
    cluster::SnapshotPtr snapshot_;
    cluster::Diff diff_;
    QString suffix_;
    bool large_ = false;
};

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    bench::Figures results;
    TableBench(1'000, 20'000).run(results);
    TableBench(40'000, 400'000).run(results);
    results.print();
    return 0;
}

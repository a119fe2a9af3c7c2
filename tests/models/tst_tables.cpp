#include "models/tables/app_tree.h"
#include "models/tables/filter.h"
#include "models/tables/projection.h"
#include "models/tables/render.h"
#include "models/tables/snapshot_table_model.h"
#include "tests/support/harness.h"
#include "tests/support/synthetic_cluster.h"

#include <QAbstractItemModelTester>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <random>

using namespace mesoscope;
using namespace mesoscope::tables;

namespace {

TableQuery query(const char* sort, bool descending = false, const QString& filter = {}) {
    TableQuery q;
    q.sort = sort;
    q.descending = descending;
    q.filter = parseFilter(filter).value();
    return q;
}

QStringList idsOf(const SnapshotTableModel& model) {
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.objectId(row);
    return ids;
}

QStringList idsOf(const Table& table, const RowOrder& order) {
    QStringList ids;
    for (const RowEntry& entry : order.rows)
        ids += table.object(*order.snapshot, entry.slot);
    return ids;
}

/// Changes a few objects at random, as events would.
class Walk {
public:
    Walk(test::SyntheticCluster& cluster, quint32 seed) : cluster_(cluster), random_(seed) {
        for (cluster::Slot slot = 0; slot < 150; ++slot)
            tasks_.push_back(slot);
    }
    void step() {
        cluster_.advance(10);
        const int kind = pick(100);
        if (kind < 24)
            tasks_.push_back(cluster_.addTask(cluster::Slot(pick(20)), app(), 0.25F * float(1 + pick(8)), 128));
        else if (kind < 45 && tasks_.size() > 60)
            remove();
        else if (kind < 47)
            cluster_.setAgentState(cluster::Slot(pick(20)),
                                   pick(2) ? cluster::AgentState::Active : cluster::AgentState::Draining);
        else
            change();
    }

private:
    int pick(int below) { return int(random_() % quint32(below)); }
    QString app() { return pick(2) ? QStringLiteral("/shop/cart") : QStringLiteral("/pay/ledger"); }
    void remove() {
        const std::size_t at = std::size_t(pick(int(tasks_.size())));
        cluster_.removeTask(tasks_[at]);
        tasks_[at] = tasks_.back();
        tasks_.pop_back();
    }
    void change() {
        static constexpr std::array states{master::TaskState::Running, master::TaskState::Staging,
                                           master::TaskState::Killing, master::TaskState::Unreachable,
                                           master::TaskState::Failed};
        cluster_.setTask(tasks_[std::size_t(pick(int(tasks_.size())))], states[std::size_t(pick(int(states.size())))],
                         pick(2) ? master::Health::Healthy : master::Health::Unhealthy);
    }

    test::SyntheticCluster& cluster_;
    std::mt19937 random_;
    std::vector<cluster::Slot> tasks_;
};

test::SyntheticSpec smallSpec() {
    test::SyntheticSpec spec;
    spec.agents = 20;
    spec.tasks = 150;
    return spec;
}

} // namespace

class TablesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deltasEqualAFreshBuild_data() {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("sort");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<QString>("filter");
        QTest::newRow("tasks by state") << QByteArray("tasks") << QByteArray("state") << false << QString();
        QTest::newRow("tasks by id, down") << QByteArray("tasks") << QByteArray("id") << true << QString();
        QTest::newRow("running tasks by cpu")
            << QByteArray("tasks") << QByteArray("cpus") << true << QStringLiteral("state:running not rack:a1");
        QTest::newRow("tasks by rack") << QByteArray("tasks") << QByteArray("rack") << false << QStringLiteral("cart");
        QTest::newRow("agents by tasks") << QByteArray("agents") << QByteArray("tasks") << false << QString();
        QTest::newRow("apps by health") << QByteArray("apps") << QByteArray("health") << false << QString();
    }
    void deltasEqualAFreshBuild() {
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, sort);
        QFETCH(bool, descending);
        QFETCH(QString, filter);
        const Table& of = *findTable(table.toStdString());
        const TableQuery q = query(sort.constData(), descending, filter);
        test::SyntheticCluster cluster(smallSpec());
        Walk walk(cluster, 7);
        TableProjection projection(of, q);
        SnapshotTableModel model(of);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        std::mt19937 random(3);
        RowOrderPtr latest;
        for (int step = 0; step < 120; ++step) {
            for (int i = int(random() % 165); i >= 0; --i)
                walk.step();
            const SnapshotPtr snapshot = cluster.publish();
            const auto order = asRowOrder(projection.project(snapshot, cluster.takeDiff()));
            latest = order ? order : latest;
            // A mailbox drops orders that nobody took: some steps are never applied.
            if (random() % 5 != 0) {
                model.apply(latest);
                model.setSnapshot(snapshot);
            }
            if (order && step % 20 == 0)
                QCOMPARE(idsOf(of, *order), idsOf(of, *orderOf(of, q, snapshot)));
        }
        const SnapshotPtr last = cluster.publish();
        model.apply(latest);
        model.apply(orderOf(of, q, last)); // an older sequence changes nothing
        QCOMPARE(idsOf(model), idsOf(of, *orderOf(of, q, last)));
        QVERIFY(model.rowCount() > 0);
    }

    void persistentIndexesStayWithTheirObjects() {
        test::SyntheticCluster cluster(smallSpec());
        Walk walk(cluster, 5);
        TableProjection projection(tasksTable(), query("state"));
        SnapshotTableModel model(tasksTable());
        model.apply(asRowOrder(projection.project(cluster.publish(), cluster.takeDiff())));
        std::vector<std::pair<QPersistentModelIndex, QString>> followed;
        for (int row = 0; row < model.rowCount(); row += 3)
            followed.emplace_back(model.index(row, 0), model.objectId(row));
        for (int step = 0; step < 300; ++step) {
            walk.step();
            model.apply(asRowOrder(projection.project(cluster.publish(), cluster.takeDiff())));
        }
        int alive = 0;
        for (const auto& [index, id] : followed) {
            if (!index.isValid())
                continue;
            ++alive;
            QCOMPARE(model.objectId(index.row()), id);
        }
        QVERIFY(alive > 10);
    }

    void aNewSortIsOneLayoutChange() {
        test::SyntheticCluster cluster(smallSpec());
        TableProjection projection(tasksTable(), query("state"));
        SnapshotTableModel model(tasksTable());
        const SnapshotPtr snapshot = cluster.publish();
        model.apply(asRowOrder(projection.project(snapshot, cluster.takeDiff())));
        int signalCount = 0;
        connect(&model, &QAbstractItemModel::layoutChanged, this, [&signalCount] { ++signalCount; });
        connect(&model, &QAbstractItemModel::rowsInserted, this, [&signalCount] { ++signalCount; });
        connect(&model, &QAbstractItemModel::rowsRemoved, this, [&signalCount] { ++signalCount; });
        connect(&model, &QAbstractItemModel::modelReset, this, [&signalCount] { signalCount += 100; });
        projection.setQuery(query("host", true));
        model.apply(asRowOrder(projection.project(snapshot, {})));
        QCOMPARE(signalCount, 1);
        QStringList hosts;
        for (int row = 0; row < model.rowCount(); ++row)
            hosts += model.index(row, model.sectionOf("host")).data().toString();
        QVERIFY(std::is_sorted(hosts.crbegin(), hosts.crend()));
    }

    void aHeldOrderMovesNothing() {
        test::SyntheticCluster cluster(smallSpec());
        TableProjection projection(tasksTable(), query("state"));
        const auto before = asRowOrder(projection.project(cluster.publish(), cluster.takeDiff()));
        projection.setHeld(true);
        const RowEntry third = before->rows[before->rows.size() - 3];
        cluster.setTask(third.slot, master::TaskState::Unreachable);
        cluster.setTask(before->rows.back().slot, master::TaskState::Staging);
        cluster.addTask(0, QStringLiteral("/shop/cart"));
        const auto held = asRowOrder(projection.project(cluster.publish(), cluster.takeDiff()));
        QCOMPARE(held->rows, before->rows);
        QCOMPARE(held->pending, 3U);
        cluster.removeTask(before->rows[10].slot);
        const auto shorter = asRowOrder(projection.project(cluster.publish(), cluster.takeDiff()));
        QCOMPARE(shorter->rows.size(), before->rows.size() - 1);
        projection.setHeld(false);
        const auto released = asRowOrder(projection.project(cluster.publish(), {}));
        QCOMPARE(released->rows.front(), third);
        QCOMPARE(released->pending, 0U);
        QCOMPARE(idsOf(tasksTable(), *released),
                 idsOf(tasksTable(), *orderOf(tasksTable(), query("state"), released->snapshot)));
    }

    void unknownValuesSortLastBothWays() {
        test::SyntheticCluster cluster(smallSpec());
        scheduler::App none;
        none.id = QStringLiteral("/zero/wanted");
        cluster.setApp(none);
        const SnapshotPtr snapshot = cluster.publish();
        for (const bool down : {false, true})
            QCOMPARE(idsOf(appsTable(), *orderOf(appsTable(), query("health", down), snapshot)).last(), none.id);
    }

    void filtersSelect_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char* filter, const char* rows) {
            QTest::newRow(filter) << QString::fromLatin1(filter) << QString::fromLatin1(rows);
        };
        row("", "cart.1 cart.2 ledger.1 report.1");
        row("state:running", "cart.1 ledger.1 report.1");
        row("state:TASK_STAGING", "cart.2");
        row("state:staging,running app:/shop", "cart.1 cart.2");
        row("state:staging or running app:/shop", "cart.1 cart.2");
        row("app:/sho", "");
        row("app:/shop/", "cart.1 cart.2");
        row("not app:/shop", "ledger.1 report.1");
        row("-app:/shop", "ledger.1 report.1");
        row("rack:b1", "ledger.1");
        row("rack:b", "");
        row("host:A1", "cart.1 cart.2 report.1");
        row("cpus:>1", "report.1");
        row("cpus:<=1 not ledger", "cart.1 cart.2");
        row("LEDGER", "ledger.1");
        row("state:failed", "old.1");
        row("\"cart.1\"", "cart.1");
    }
    void filtersSelect() {
        QFETCH(QString, filter);
        QFETCH(QString, rows);
        const auto expression = parseFilter(filter);
        QVERIFY(expression.has_value());
        const SnapshotPtr snapshot = fourTasks();
        QVERIFY(checkFilter(*expression, tasksTable(), *snapshot).has_value());
        TableQuery q = query("name");
        q.filter = *expression;
        QStringList names;
        const RowOrderPtr order = orderOf(tasksTable(), q, snapshot);
        for (const RowEntry& entry : order->rows)
            names += snapshot->text(snapshot->tasks[entry.slot].name);
        QCOMPARE(names.join(QLatin1Char(' ')), rows);
        QCOMPARE(*parseFilter(filterText(*expression)), *expression);
    }

    void wrongFiltersSaySo_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("quote") << QStringLiteral("app:\"x")
                               << QStringLiteral("The filter has a quotation mark without its end.");
        QTest::newRow("value") << QStringLiteral("app:") << QStringLiteral("The filter field \"app\" has no value.");
        QTest::newRow("field") << QStringLiteral("grp:/shop")
                               << QStringLiteral("There is no field \"grp\" in this table.");
        QTest::newRow("compare") << QStringLiteral("app:>x")
                                 << QStringLiteral("The field \"app\" is not a number and can't be compared.");
        QTest::newRow("number") << QStringLiteral("cpus:>many") << QStringLiteral("\"many\" is not a number.");
    }
    void wrongFiltersSaySo() {
        QFETCH(QString, filter);
        QFETCH(QString, sentence);
        const auto query = parseRenderQuery(tasksTable(), *fourTasks(), filter, {}, 0);
        QVERIFY(!query.has_value());
        QCOMPARE(query.error().sentence, sentence);
        QVERIFY(!query.error().advice.isEmpty());
    }

    void rendersTextCsvAndJson() {
        const SnapshotPtr snapshot = fourTasks();
        const auto q =
            parseRenderQuery(tasksTable(), *snapshot, QStringLiteral("app:/shop,/pay"), QStringLiteral("-name"), 2);
        QVERIFY(q.has_value());
        const QString text = renderText(tasksTable(), snapshot, *q);
        QCOMPARE(text.section(QLatin1Char('\n'), 0, 0).simplified(),
                 QStringLiteral("TASK APP STATE HOST RACK HEALTH CPU MEMORY STARTED REASON"));
        QCOMPARE(text.section(QLatin1Char('\n'), 1, 1).simplified(),
                 QStringLiteral("pay_ledger.1 /pay/ledger running host-b1 b1 healthy 1.0 64 1 min"));
        QCOMPARE(text.count(QLatin1Char('\n')), 3);
        const QString csv = renderCsv(tasksTable(), snapshot, *q);
        QVERIFY(csv.startsWith(QStringLiteral("id,app,state,host,rack,health,cpus,mem,")));
        QVERIFY(csv.contains(QStringLiteral("\"needs \"\"care\"\", now\"")));
        const QJsonArray json = renderJson(tasksTable(), snapshot, *q);
        QCOMPARE(json.size(), 2);
        const QJsonObject first = json.first().toObject();
        QCOMPARE(first.value(QStringLiteral("state")).toString(), QStringLiteral("running"));
        QCOMPARE(first.value(QStringLiteral("cpus")).toDouble(), 1.0);
        QCOMPARE(first.value(QStringLiteral("started")).toString(), QStringLiteral("2020-09-13T12:26:40.000Z"));
    }

    void everyColumnHasOneSourceOfOrder() {
        for (const Table* table : allTables()) {
            QVERIFY2(table->column(table->sort), table->id);
            QStringList ids;
            for (const Column& column : table->columns) {
                const int sources = int(column.interned != nullptr) + int(column.plain != nullptr) +
                                    int(column.number != nullptr) + int(column.code != nullptr);
                QVERIFY2(sources == 1 && column.text, column.id);
                QVERIFY2(!column.code || column.codeWord, column.id);
                QVERIFY2(!ids.contains(QLatin1String(column.id)), column.id);
                ids += QLatin1String(column.id);
            }
        }
    }

    void theAppTreeShowsTroubleFirst() {
        test::SyntheticCluster cluster(smallSpec());
        const auto hit = cluster.tasksOfApp(QStringLiteral("/pay/ledger"));
        cluster.setTask(hit.front(), master::TaskState::Unreachable);
        AppTreeProjection projection({});
        SnapshotTableModel model(appsTable());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.apply(asRowOrder(projection.project(cluster.publish(), cluster.takeDiff())));
        QCOMPARE(
            treeText(model).join(QLatin1Char('\n')),
            QStringLiteral(
                "[Needs attention]\n/pay/ledger\n[]\n/batch: 1\n  report\n/data: 2\n  indexer\n  kafka\n/ml: 1\n"
                "  ranker\n/pay: 2\n  gateway\n/shop: 6\n  cart\n  catalog\n  checkout\n  price\n  search\n  stock"));
        projection.setExpanded({{QStringLiteral("/shop"), false}, {QStringLiteral("/data"), false}});
        cluster.setTask(hit.front(), master::TaskState::Running);
        model.apply(asRowOrder(projection.project(cluster.publish(), cluster.takeDiff())));
        QCOMPARE(
            treeText(model).join(QLatin1Char('\n')),
            QStringLiteral("/batch: 1\n  report\n/data: 2\n/ml: 1\n  ranker\n/pay: 2\n  gateway\n  ledger\n/shop: 6"));
        projection.setTree(false);
        model.apply(asRowOrder(projection.project(cluster.publish(), {})));
        QCOMPARE(model.rowCount(), 12);
        QCOMPARE(model.objectId(0), QStringLiteral("/batch/report"));
    }

    void theAppTreeFollowsARandomWalk() {
        test::SyntheticCluster cluster(smallSpec());
        Walk walk(cluster, 11);
        AppTreeProjection projection({});
        SnapshotTableModel model(appsTable());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        std::mt19937 random(4);
        RowOrderPtr latest;
        for (int step = 0; step < 300; ++step) {
            walk.step();
            projection.setHeld(step % 40 > 30);
            if (step % 97 == 0)
                projection.setExpanded({{QStringLiteral("/shop"), step % 2 == 0}});
            const auto order = asRowOrder(projection.project(cluster.publish(), cluster.takeDiff()));
            latest = order ? order : latest;
            if (random() % 4 != 0)
                model.apply(latest);
        }
        projection.setHeld(true);
        projection.setHeld(false);
        model.apply(asRowOrder(projection.project(cluster.publish(), cluster.takeDiff())));
        AppTreeProjection fresh({});
        fresh.setExpanded({{QStringLiteral("/shop"), 291 % 2 == 0}});
        SnapshotTableModel expected(appsTable());
        cluster::Diff everything;
        everything.everything = true;
        expected.apply(asRowOrder(fresh.project(cluster.publish(), everything)));
        QCOMPARE(treeText(model), treeText(expected));
    }

    void anotherProjectionBeginsAnew() {
        test::SyntheticCluster cluster(smallSpec());
        SnapshotTableModel model(tasksTable());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const SnapshotPtr snapshot = cluster.publish();
        TableProjection first(tasksTable(), query("state"));
        model.apply(asRowOrder(first.project(snapshot, {})));
        first.setQuery(query("id"));
        model.apply(asRowOrder(first.project(snapshot, {})));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        TableProjection second(tasksTable(), query("state", false, QStringLiteral("cart")));
        const RowOrderPtr order = asRowOrder(second.project(snapshot, {}));
        model.apply(order);
        QCOMPARE(model.rowCount(), int(order->rows.size()));
        QVERIFY(model.rowCount() > 0);
    }

    void anEmptySnapshotGivesAnEmptyTable() {
        for (const Table* table : allTables())
            QCOMPARE(orderOf(*table, {}, std::make_shared<Snapshot>())->rows.size(), std::size_t(0));
    }

    void ticksStayWithObjectsAndEndWithThem() {
        test::SyntheticCluster cluster(smallSpec());
        TableProjection projection(tasksTable(), query("state"));
        SnapshotTableModel model(tasksTable());
        model.setTickable(true);
        model.apply(asRowOrder(projection.project(cluster.publish(), cluster.takeDiff())));
        const QString first = model.objectId(0);
        const QString second = model.objectId(1);
        const cluster::Slot slot = model.slot(1);
        QVERIFY(model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(model.setData(model.index(1, 0), Qt::Checked, Qt::CheckStateRole));
        projection.setQuery(query("state", false, QStringLiteral("nothing-has-this-name")));
        model.apply(asRowOrder(projection.project(cluster.publish(), {})));
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.ticked(), (QStringList{first, second}));
        cluster.removeTask(slot);
        projection.setQuery(query("state"));
        model.apply(asRowOrder(projection.project(cluster.publish(), cluster.takeDiff())));
        QCOMPARE(model.ticked(), QStringList{first});
    }

private:
    static QStringList treeText(const SnapshotTableModel& model) {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString name = model.index(row, 0).data().toString();
            const QString indent(2 * model.index(row, 0).data(DepthRole).toInt(), QLatin1Char(' '));
            const GroupRow* group = model.group(row);
            if (!group)
                lines += indent + name;
            else if (group->kind == RowKind::Group)
                lines += indent + name + QStringLiteral(": ") + QString::number(group->apps);
            else
                lines += QLatin1Char('[') + name + QLatin1Char(']');
        }
        return lines;
    }

    static SnapshotPtr fourTasks() {
        auto strings = std::make_shared<base::StringPool>();
        base::ChunkedStore<cluster::TaskRow, cluster::taskChunk> tasks;
        base::ChunkedStore<cluster::AgentRow, cluster::agentChunk> agents;
        for (const char* rack : {"a1", "b1"}) {
            cluster::AgentRow agent;
            agent.id = strings->intern(std::string("agent-") + rack);
            agent.hostname = strings->intern(std::string("host-") + rack);
            agent.attributes = strings->intern(std::string("dc:x\nrack:") + rack);
            agents.append(agent);
        }
        const auto add = [&](const char* app, const char* name, cluster::Slot agent, float cpus,
                             master::TaskState state) {
            cluster::TaskRow task;
            task.id = strings->intern(std::string(app).substr(1, 4) + name);
            std::string id = std::string(app).substr(1);
            std::replace(id.begin(), id.end(), '/', '_');
            task.id = strings->intern(id + "." + std::string(name).substr(std::string(name).find('.') + 1));
            task.name = strings->intern(std::string_view(name));
            task.app = strings->intern(std::string_view(app));
            task.agent = agent;
            task.cpus = cpus;
            task.mem = 64;
            task.state = state;
            task.health = master::Health::Healthy;
            task.message = strings->intern(std::string_view("needs \"care\", now"));
            task.startedMs = 1'600'000'000'000;
            tasks.append(task);
        };
        using S = master::TaskState;
        add("/shop/cart", "cart.1", 0, 0.5F, S::Running);
        add("/shop/cart", "cart.2", 0, 0.5F, S::Staging);
        add("/pay/ledger", "ledger.1", 1, 1, S::Running);
        add("/batch/report", "report.1", 0, 4, S::Running);
        add("/batch/old", "old.1", 0, 4, S::Failed);
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->atMs = 1'600'000'060'000;
        snapshot->strings = strings;
        snapshot->tasks = tasks.publish();
        snapshot->agents = agents.publish();
        snapshot->attributeNames = QStringList{QStringLiteral("dc"), QStringLiteral("rack")};
        return snapshot;
    }
};

MESOSCOPE_TEST_MAIN(TablesTest)
#include "tst_tables.moc"

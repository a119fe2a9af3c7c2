#include "models/tables/map_projection.h"
#include "models/tables/natural_order.h"
#include "tests/support/harness.h"
#include "tests/support/synthetic_cluster.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace mesoscope;
using namespace mesoscope::tables;
using cluster::Slot;

namespace {

MapQuery byRack(QSizeF viewport = {1500, 860}) {
    MapQuery q;
    q.groupBy = {QStringLiteral("dc"), QStringLiteral("rack")};
    q.viewport = viewport;
    return q;
}

MapPicturePtr pictureOf(test::SyntheticCluster& cluster, const MapQuery& query) {
    MapProjection projection;
    projection.setQuery(query);
    cluster::Diff all;
    all.everything = true;
    return projection.picture(cluster.publish(), all);
}

bool overlap(const MapCell& a, const MapCell& b) {
    constexpr float slack = 0.01F;
    return a.x + a.w > b.x + slack && b.x + b.w > a.x + slack && a.y + a.h > b.y + slack && b.y + b.h > a.y + slack;
}

/// The first pair of cells that cover each other, by a sweep from left to right; empty when there is none.
QString overlapIn(const MapLayout& layout) {
    std::vector<const MapCell*> cells;
    for (const MapCell& c : layout.cells)
        cells.push_back(&c);
    std::sort(cells.begin(), cells.end(), [](auto* a, auto* b) { return a->x < b->x; });
    for (std::size_t i = 0; i < cells.size(); ++i) {
        for (std::size_t k = i + 1; k < cells.size() && cells[k]->x < cells[i]->x + cells[i]->w - 0.01F; ++k) {
            if (overlap(*cells[i], *cells[k]))
                return QStringLiteral("agents %1 and %2").arg(cells[i]->agent).arg(cells[k]->agent);
        }
    }
    return {};
}

bool operator==(const MapCell& a, const MapCell& b) {
    return a.agent == b.agent && a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

QStringList titles(const MapPicture& p) {
    QStringList result;
    for (const MapGroup& g : p.groups)
        result.append(g.outer + QLatin1Char('/') + g.inner);
    return result;
}

} // namespace

class TestMapLayout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesWithNumbersAreOrderedByTheNumbers() {
        QVERIFY(naturalCompare("agent-2", "agent-10") < 0);
        QVERIFY(naturalCompare("agent-10", "agent-010") < 0 || naturalCompare("agent-010", "agent-10") < 0);
        QVERIFY(naturalCompare("agent-9-b", "agent-9-a") > 0);
        QVERIFY(naturalCompare("rack", "rack1") < 0);
        QCOMPARE(naturalCompare("a1", "a1"), 0);
        QVERIFY(naturalCompare("a18446744073709551617", "a18446744073709551616") > 0);
    }

    void everyAgentHasExactlyOneCellThatFits_data() {
        QTest::addColumn<quint32>("agents");
        QTest::addColumn<QSizeF>("viewport");
        QTest::addColumn<QStringList>("groupBy");
        QTest::addColumn<int>("size");
        const QStringList dcRack{QStringLiteral("dc"), QStringLiteral("rack")};
        const QSizeF wide(1808, 860);
        const QSizeF narrow(1204, 560);
        QTest::newRow("one agent") << 1U << wide << dcRack << 0;
        QTest::newRow("three agents") << 3U << narrow << dcRack << 0;
        QTest::newRow("120 by cpu") << 120U << narrow << dcRack << 1;
        QTest::newRow("1,240") << 1240U << wide << dcRack << 0;
        QTest::newRow("1,240 narrow") << 1240U << narrow << dcRack << 0;
        QTest::newRow("1,240 by mem") << 1240U << wide << QStringList{QStringLiteral("role")} << 2;
        QTest::newRow("1,240 ungrouped") << 1240U << wide << QStringList{} << 0;
        QTest::newRow("unknown attribute") << 50U << wide << QStringList{QStringLiteral("nope")} << 0;
        QTest::newRow("five switches a rack")
            << 3000U << narrow << QStringList{QStringLiteral("rack"), QStringLiteral("switch")} << 0;
        QTest::newRow("40,000") << 40000U << wide << dcRack << 0;
        QTest::newRow("40,000 narrow") << 40000U << narrow << dcRack << 0;
        QTest::newRow("40,000 narrow by cpu") << 40000U << narrow << dcRack << 1;
    }
    void everyAgentHasExactlyOneCellThatFits() {
        QFETCH(quint32, agents);
        QFETCH(QSizeF, viewport);
        QFETCH(QStringList, groupBy);
        QFETCH(int, size);
        test::SyntheticSpec spec;
        spec.agents = agents;
        spec.tasks = 0;
        spec.racksPerDataCentre = agents > 10'000 ? 25 : 4;
        spec.dataCentres = agents > 10'000 ? 4 : 2;
        test::SyntheticCluster cluster(spec);
        MapQuery query = byRack(viewport);
        query.groupBy = groupBy;
        query.size = MapSize(size);
        const MapPicturePtr picture = pictureOf(cluster, query);
        const MapLayout& layout = *picture->layout;
        QCOMPARE(layout.cells.size(), std::size_t(agents));
        std::set<Slot> seen;
        const QRectF all(QPointF(0, 0), viewport);
        for (std::size_t i = 0; i < layout.cells.size(); ++i) {
            QVERIFY(seen.insert(layout.cells[i].agent).second);
            QVERIFY(all.adjusted(-0.01, -0.01, 0.01, 0.01).contains(layout.cells[i].rect()));
            QCOMPARE(layout.cellOfAgent(layout.cells[i].agent), std::uint32_t(i));
        }
        QVERIFY2(layout.smallestCell >= 2, qPrintable(QString::number(layout.smallestCell)));
        QCOMPARE(overlapIn(layout), QString());
        QCOMPARE(picture->sums.agents, qint64(agents));
    }

    void hitTestFindsTheCellUnderEachCentre() {
        test::SyntheticSpec spec;
        spec.agents = 1240;
        spec.tasks = 0;
        test::SyntheticCluster cluster(spec);
        for (const MapSize size : {MapSize::Equal, MapSize::Cpu}) {
            MapQuery query = byRack();
            query.size = size;
            const MapPicturePtr p = pictureOf(cluster, query);
            for (std::uint32_t i = 0; i < p->layout->cells.size(); ++i) {
                QCOMPARE(p->layout->cellAt(p->layout->cells[i].rect().center()), i);
                const MapBox& box = p->layout->boxes[p->layout->boxOfCell(i)];
                QVERIFY(i >= box.firstCell && i < box.firstCell + box.cells);
            }
            QCOMPARE(p->layout->cellAt(p->layout->bands[0].titleBar.center()), noCell);
            QCOMPARE(p->layout->cellAt({-5, -5}), noCell);
        }
    }

    void groupsAndCellsStandInNaturalOrder() {
        test::SyntheticCluster cluster({.agents = 0, .tasks = 0});
        for (const char* host : {"n10", "n9", "n1"})
            cluster.addAgent(QString::fromLatin1(host), QStringLiteral("dc:x\nrack:r10"), {4, 4096, 0, 0});
        cluster.addAgent(QStringLiteral("n3"), QStringLiteral("dc:x\nrack:r9"), {4, 4096, 0, 0});
        cluster.addAgent(QStringLiteral("stray"), QString(), {4, 4096, 0, 0});
        const MapPicturePtr p = pictureOf(cluster, byRack());
        QCOMPARE(titles(*p), (QStringList{QStringLiteral("x/r9"), QStringLiteral("x/r10"), QStringLiteral("/")}));
        QStringList hosts;
        for (const MapCell& c : p->layout->cells)
            hosts.append(p->snapshot->text(p->snapshot->agents[c.agent].hostname));
        QCOMPARE(hosts, (QStringList{QStringLiteral("n3"), QStringLiteral("n1"), QStringLiteral("n9"),
                                     QStringLiteral("n10"), QStringLiteral("stray")}));
    }

    void statesAndTasksMoveNoCell() {
        test::SyntheticCluster cluster;
        MapProjection projection;
        projection.setQuery(byRack());
        const MapPicturePtr before = projection.picture(cluster.publish(), cluster.takeDiff());
        cluster.setAgentState(7, cluster::AgentState::Unreachable);
        cluster.addTask(3, QStringLiteral("/shop/cart"));
        const MapPicturePtr after = projection.picture(cluster.publish(), cluster.takeDiff());
        QCOMPARE(after->layout, before->layout);
        QCOMPARE(after->looks[7].state, cluster::AgentState::Unreachable);
        QCOMPARE(after->looks[3].tasks, quint16(before->looks[3].tasks + 1));
        QVERIFY(after->looks.sharesChunk(before->looks, 100));
    }

    void anAgentMoreOrLessMovesNothingOutsideItsBox() {
        test::SyntheticSpec spec;
        spec.agents = 1240;
        spec.tasks = 0;
        test::SyntheticCluster cluster(spec);
        MapProjection projection;
        projection.setQuery(byRack());
        const MapPicturePtr before = projection.picture(cluster.publish(), cluster.takeDiff());
        cluster.removeAgent(cluster.agent(QStringLiteral("bj-a2-agent-040")));
        cluster.addAgent(QStringLiteral("bj-b1-agent-156"), QStringLiteral("dc:bj-b\nrack:b1"), {16, 65536, 0, 0});
        const MapPicturePtr after = projection.picture(cluster.publish(), cluster.takeDiff());
        int moved = 0;
        for (const MapCell& c : before->layout->cells) {
            const std::uint32_t now = after->layout->cellOfAgent(c.agent);
            if (now == noCell || !(after->layout->cells[now] == c))
                ++moved;
        }
        // Those behind the removed one in its rack, and the removed one itself (its slot is used again).
        QCOMPARE(moved, 116);
        QCOMPARE(after->layout->cells.size(), std::size_t(1240));
    }

    void sizesFollowTheResource() {
        test::SyntheticCluster cluster({.agents = 0, .tasks = 0});
        for (int i = 0; i < 40; ++i)
            cluster.addAgent(QStringLiteral("n%1").arg(i), QStringLiteral("dc:x\nrack:r"),
                             {i % 2 ? 8.0 : 32.0, 4096, 0, 0});
        MapQuery query = byRack();
        query.size = MapSize::Cpu;
        const MapPicturePtr p = pictureOf(cluster, query);
        const auto area = [&](Slot s) {
            const MapCell& c = p->layout->cells[p->layout->cellOfAgent(s)];
            return double(c.w) * double(c.h);
        };
        QVERIFY(qAbs(area(0) / area(1) - 4) < 0.01);
        QVERIFY(qAbs(area(38) / area(0) - 1) < 0.01);
    }

    void incrementalPicturesEqualFreshOnes() {
        test::SyntheticSpec spec;
        spec.agents = 200;
        spec.tasks = 1500;
        test::SyntheticCluster cluster(spec);
        MapQuery query = byRack();
        query.filter = MapFilter::parse(QStringLiteral("app:/shop/checkout"));
        MapProjection projection;
        projection.setQuery(query);
        projection.picture(cluster.publish(), cluster.takeDiff());
        std::mt19937 random(5);
        MapPicturePtr last;
        for (int round = 0; round < 60; ++round) {
            for (int i = 0; i < 8; ++i)
                step(cluster, random);
            if (MapPicturePtr p = projection.picture(cluster.publish(), cluster.takeDiff()))
                last = p;
            const MapPicturePtr fresh = pictureOf(cluster, query);
            QCOMPARE(titles(*last), titles(*fresh));
            QVERIFY(last->sums == fresh->sums);
            for (std::size_t g = 0; g < fresh->groups.size(); ++g) {
                QVERIFY(last->groups[g].sums == fresh->groups[g].sums);
                QCOMPARE(last->groups[g].lostSinceMs, fresh->groups[g].lostSinceMs);
            }
            for (Slot s = 0; s < fresh->looks.size(); ++s)
                QVERIFY(last->looks[s] == fresh->looks[s]);
            QCOMPARE(last->layout->cells.size(), fresh->layout->cells.size());
            for (std::size_t c = 0; c < fresh->layout->cells.size(); ++c)
                QCOMPARE(last->layout->cells[c].agent, fresh->layout->cells[c].agent);
        }
    }

    void nothingChangedMeansNoPicture() {
        test::SyntheticCluster cluster;
        MapProjection projection;
        projection.setQuery(byRack());
        QVERIFY(projection.picture(cluster.publish(), cluster.takeDiff()));
        QVERIFY(!projection.picture(cluster.publish(), cluster.takeDiff()));
        MapQuery query = byRack();
        query.measure = MapMeasure::MemAllocated;
        projection.setQuery(query);
        QVERIFY(projection.picture(cluster.publish(), cluster.takeDiff()));
    }

    void anotherViewportOnlyMovesCells() {
        test::SyntheticCluster cluster;
        MapProjection projection;
        projection.setQuery(byRack());
        const cluster::SnapshotPtr snapshot = cluster.publish();
        const MapPicturePtr before = projection.picture(snapshot, cluster.takeDiff());
        projection.setQuery(byRack({900, 500}));
        cluster::Diff all;
        all.everything = true;
        const MapPicturePtr after = projection.picture(snapshot, all);
        QVERIFY(after && after->layout->viewport == QSizeF(900, 500));
        QVERIFY(after->looks.sharesChunk(before->looks, 0));
        QVERIFY(!projection.picture(snapshot, all));
    }

    void aHighlightedAppIsCountedPerGroup() {
        test::SyntheticSpec spec;
        spec.agents = 16;
        spec.tasks = 0;
        test::SyntheticCluster cluster(spec);
        const Slot a1 = cluster.agentsOfRack(QStringLiteral("a1")).front();
        const Slot b4 = cluster.agentsOfRack(QStringLiteral("b4")).front();
        cluster.addTask(a1, QStringLiteral("/shop/checkout"));
        cluster.addTask(b4, QStringLiteral("/shop/checkout"));
        const Slot waiting = cluster.addTask(b4, QStringLiteral("/shop/checkout"));
        cluster.addTask(b4, QStringLiteral("/shop/checkout-2"));
        cluster.setTask(waiting, master::TaskState::Staging);
        cluster.setAgentState(a1, cluster::AgentState::Unreachable);
        MapQuery query = byRack();
        query.filter = MapFilter::parse(QStringLiteral("app:/shop/checkout"));
        const MapPicturePtr p = pictureOf(cluster, query);
        QCOMPARE(p->sums.instances, 3);
        QCOMPARE(p->sums.instancesLost, 1);
        QCOMPARE(p->sums.instancesStarting, 1);
        QCOMPARE(p->groups.front().sums.instances, 1);
        QCOMPARE(p->groups.back().sums.instances, 2);
        QCOMPARE(p->sums.matching, 2);
        QVERIFY(!p->looks[a1].has(AgentLook::Faded));
        QVERIFY(p->looks[0 == a1 ? 1 : 0].has(AgentLook::Faded));
        QVERIFY(p->looks[b4].has(AgentLook::Changing));
        QCOMPARE(int(p->looks[b4].mark(1)), int(TaskMark::Waiting));
        QVERIFY(p->looks[b4].markHighlighted(1));
        QVERIFY(!p->looks[b4].markHighlighted(2));
        query.filter = MapFilter::parse(QStringLiteral("/shop"));
        QCOMPARE(pictureOf(cluster, query)->sums.instances, 4);
    }

    void filterWordsSelectAgents() {
        test::SyntheticCluster cluster;
        cluster.setAgentState(0, cluster::AgentState::Gone);
        const auto matching = [&](const char* words) {
            MapQuery query = byRack();
            query.filter = MapFilter::parse(QString::fromLatin1(words));
            return pictureOf(cluster, query)->sums.matching;
        };
        QCOMPARE(matching(""), 120);
        QCOMPARE(matching("rack:b2"), 15);
        QCOMPARE(matching("rack:b2 role:web"), 5);
        QCOMPARE(matching("host:B2-agent-01"), 6);
        QCOMPARE(matching("bj-b2"), 15);
        QCOMPARE(matching("state:lost"), 1);
        QCOMPARE(matching("state:active"), 119);
        QCOMPARE(matching("not rack:b2"), 105);
        QCOMPARE(matching("not rack:b2 not role:web"), 70);
        QCOMPARE(matching("rack:"), 120);
        QCOMPARE(matching("rack:nowhere"), 0);
    }

    void arrowsWalkThroughRowsAndAcrossBoxes() {
        test::SyntheticSpec spec;
        spec.agents = 1240;
        spec.tasks = 0;
        test::SyntheticCluster cluster(spec);
        const MapPicturePtr p = pictureOf(cluster, byRack());
        const MapLayout& l = *p->layout;
        std::uint32_t cell = 0;
        QCOMPARE(l.neighbour(cell, 1, 0), 1U);
        QCOMPARE(l.neighbour(1, -1, 0), 0U);
        QCOMPARE(l.neighbour(0, -1, 0), 0U);
        int steps = 0;
        for (std::uint32_t next = l.neighbour(cell, 1, 0); next != cell; next = l.neighbour(cell, 1, 0)) {
            QVERIFY(l.cells[next].x > l.cells[cell].x);
            cell = next;
            ++steps;
        }
        QVERIFY(steps > 20);
        QCOMPARE(p->groups[l.boxOfCell(cell)].outer, QStringLiteral("bj-b"));
        const std::uint32_t below = l.neighbour(0, 0, 1);
        QCOMPARE(l.cells[below].x, l.cells[0].x);
        QVERIFY(l.cells[below].y > l.cells[0].y);
    }

private:
    static void step(test::SyntheticCluster& cluster, std::mt19937& random) {
        const auto agent = Slot(random() % 200);
        if (cluster.agentRow(agent).id == 0) {
            cluster.addAgent(QStringLiteral("new-%1").arg(random() % 100000),
                             QStringLiteral("dc:bj-a\nrack:a%1").arg(random() % 6), {8, 8192, 0, 0});
            return;
        }
        const std::vector<Slot> tasks = cluster.tasksOfAgent(agent);
        switch (random() % 12) {
        case 0:
            return cluster.setAgentState(agent, cluster::AgentState(random() % 8));
        case 1:
            return cluster.removeAgent(agent);
        case 2:
            return cluster.setAttributes(agent, QStringLiteral("dc:bj-b\nrack:b%1").arg(random() % 5));
        case 3:
        case 4:
        case 5:
            cluster.advance(500);
            cluster.addTask(agent, QStringLiteral("/shop/checkout"));
            return;
        case 6:
        case 7:
            if (!tasks.empty())
                cluster.removeTask(tasks[random() % tasks.size()]);
            return;
        default:
            if (!tasks.empty())
                cluster.setTask(tasks[random() % tasks.size()], master::TaskState(random() % 5),
                                master::Health(random() % 3));
        }
    }
};

MESOSCOPE_TEST_MAIN(TestMapLayout)
#include "tst_map_layout.moc"

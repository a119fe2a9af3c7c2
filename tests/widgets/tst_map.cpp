#include "tests/support/harness.h"
#include "tests/support/named_widgets.h"
#include "tests/support/synthetic_cluster.h"
#include "widgets/map/event_strip.h"
#include "widgets/map/hover_card.h"
#include "widgets/map/map_inspector.h"
#include "widgets/map/map_page.h"
#include "widgets/map/map_view.h"
#include "widgets/shell/main_window.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/theme_controller.h"

#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace mesoscope;
using namespace mesoscope::widgets;
using namespace mesoscope::tables;
using cluster::noSlot;
using cluster::Slot;

namespace {

/// A cluster with its projection and a page that shows it, as the session would do it.
class Stage {
public:
    explicit Stage(const test::SyntheticSpec& spec, QSize size = {1440, 960}) : Stage(spec, new MapPage) {
        own.reset(&page);
        page.resize(size);
        page.show();
        if (!QTest::qWaitForWindowExposed(&page))
            qFatal("no window");
        show();
    }
    /// Feeds a page that belongs to somebody else.
    Stage(const test::SyntheticSpec& spec, MapPage* shown) : cluster(spec), page(*shown) {
        QObject::connect(&page, &MapPage::queryChanged, &page, [this](const MapQuery& q) {
            projection.setQuery(q);
            show();
        });
        cluster::Update first;
        first.snapshot = cluster.publish();
        page.apply(first); // offers the groupings
        show();
    }
    void show() {
        const cluster::SnapshotPtr snapshot = cluster.publish();
        cluster::Diff diff = cluster.takeDiff();
        const MapPicturePtr picture = projection.picture(snapshot, diff);
        if (!picture)
            return;
        page.showPicture(picture, diff);
        if (deliver)
            deliver({picture->snapshot, {}, {}});
    }
    MapView& view() { return page.view(); }
    QImage grab() { return view().grab().toImage().convertToFormat(QImage::Format_RGB32); }
    QPoint centre(Slot agent) { return view().cellRect(agent).center().toPoint(); }

    test::SyntheticCluster cluster;
    MapProjection projection;
    std::unique_ptr<MapPage> own;
    MapPage& page;
    std::function<void(const cluster::Update&)> deliver;
};

test::SyntheticSpec story() {
    return {.agents = 1240, .tasks = 24'816, .apps = 40};
}

int distance(QRgb a, QRgb b) {
    return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
}

/// How many pixels inside the rectangle are close to the colour.
int pixelsLike(const QImage& image, const QRectF& rect, QRgb colour, int tolerance = 12) {
    int count = 0;
    const QRect r = rect.toRect() & image.rect();
    for (int y = r.top(); y <= r.bottom(); ++y) {
        for (int x = r.left(); x <= r.right(); ++x)
            count += distance(image.pixel(x, y), colour) <= tolerance ? 1 : 0;
    }
    return count;
}

QRect changedArea(const QImage& a, const QImage& b) {
    QRect area;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            if (a.pixel(x, y) != b.pixel(x, y))
                area |= QRect(x, y, 1, 1);
        }
    }
    return area;
}

void fillWithStory(test::SyntheticCluster& c) {
    const std::vector<Slot> b2 = c.agentsOfRack(QStringLiteral("b2"));
    for (const int i : {45, 46, 58, 59, 60, 71}) {
        c.setAgentState(b2[std::size_t(i)], cluster::AgentState::Unreachable);
        c.note(QStringLiteral("agent"), QStringLiteral("bj-b2-agent-0%1").arg(i + 1), QStringLiteral("unreachable"));
    }
    const std::vector<Slot> a3 = c.agentsOfRack(QStringLiteral("a3"));
    for (int i = 80; i < 85; ++i)
        c.setAgentState(a3[std::size_t(i)], cluster::AgentState::Draining);
    c.setAgentState(c.agentsOfRack(QStringLiteral("a1"))[7], cluster::AgentState::Deactivated);
    std::mt19937 random(11);
    for (const Slot task : c.tasksOfApp(QStringLiteral("/shop/checkout"))) {
        if (random() % 10 != 0 && !cluster::isLost(c.agentRow(c.taskRow(task).agent).state))
            c.removeTask(task);
    }
    const std::vector<Slot> left = c.tasksOfApp(QStringLiteral("/shop/checkout"));
    c.setTask(left.front(), master::TaskState::Staging);
    c.setTask(left.back(), master::TaskState::Running, master::Health::Unhealthy);
    c.note(QStringLiteral("app"), QStringLiteral("/shop/checkout"), QStringLiteral("deployed 4.18.2, took 3 min 40 s"));
    c.extra().capabilities = 0xFFFFFFFF;
    c.advance(240'000);
}

} // namespace

class TestMap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lostCellsAreHatchedInRed() {
        Stage stage(story());
        const Slot lost = stage.cluster.agentsOfRack(QStringLiteral("b2"))[20];
        const QRectF cell = stage.view().cellRect(lost);
        QVERIFY(cell.width() >= 12);
        const QRgb bad = Theme::day().bad.rgb();
        QCOMPARE(pixelsLike(stage.grab(), cell, bad), 0);
        stage.cluster.setAgentState(lost, cluster::AgentState::Unreachable);
        stage.show();
        const int red = pixelsLike(stage.grab(), cell, bad);
        const int all = int(cell.width() * cell.height());
        QVERIFY2(red > all / 6 && red < all * 3 / 4, qPrintable(QStringLiteral("%1 of %2").arg(red).arg(all)));
    }

    void statesDifferByMoreThanColour() {
        Stage stage(story());
        const std::vector<Slot> rack = stage.cluster.agentsOfRack(QStringLiteral("a1"));
        stage.cluster.setAgentState(rack[0], cluster::AgentState::Draining);
        stage.cluster.setAgentState(rack[1], cluster::AgentState::Deactivated);
        stage.show();
        const QImage image = stage.grab();
        const Theme& t = Theme::day();
        QVERIFY(pixelsLike(image, stage.view().cellRect(rack[0]), t.draining.rgb()) > 40);
        const QRectF off = stage.view().cellRect(rack[1]);
        QVERIFY(pixelsLike(image, off, t.window.rgb(), 3) > int(off.width() * off.height()) / 2);
        QVERIFY(pixelsLike(image, off, t.control.rgb()) > 10);
    }

    void aChangedTaskRepaintsItsCellOnly() {
        Stage stage(story());
        const Slot agent = 500;
        const QImage before = stage.grab();
        const Slot task = stage.cluster.tasksOfAgent(agent).front();
        stage.cluster.setTask(task, master::TaskState::Running, master::Health::Unhealthy);
        stage.show();
        QCOMPARE(stage.view().renderer().cellsDrawn(), 1);
        const QRect changed = changedArea(before, stage.grab());
        QVERIFY(!changed.isEmpty());
        QVERIFY(stage.view().cellRect(agent).toAlignedRect().adjusted(-2, -2, 2, 2).contains(changed));
    }

    void changesFarApartLeaveWhatIsBetweenThem() {
        Stage stage(story());
        MapRenderer renderer;
        renderer.setColours(MapColours::of(Theme::day(), MapMeasure::CpuAllocated));
        renderer.setViewport(stage.view().size(), 1);
        renderer.setTransform(stage.view().renderer().transform());
        renderer.setPicture(stage.view().picture());
        renderer.flush();
        const Slot near = 3;
        const Slot far = 1200;
        for (const Slot agent : {near, far})
            stage.cluster.setTask(stage.cluster.tasksOfAgent(agent).front(), master::TaskState::Running,
                                  master::Health::Unhealthy);
        stage.show();
        const QRegion dirty = renderer.setPicture(stage.view().picture());
        QVERIFY(dirty.contains(stage.view().cellRect(near).toAlignedRect()));
        QVERIFY(dirty.contains(stage.view().cellRect(far).toAlignedRect()));
        int pixels = 0;
        for (const QRect& part : dirty)
            pixels += part.width() * part.height();
        QVERIFY2(pixels < dirty.boundingRect().width() * dirty.boundingRect().height() / 10,
                 qPrintable(QString::number(pixels)));
    }

    void partialRedrawEqualsAFullOne() {
        Stage stage(story());
        stage.page.setFilter(QStringLiteral("app:/shop/cart"));
        stage.view().select({3, 4, 5});
        std::mt19937 random(9);
        stage.grab();
        for (int i = 0; i < 200; ++i) {
            const auto agent = Slot(random() % 1240);
            if (i % 5 == 0)
                stage.cluster.setAgentState(agent, cluster::AgentState(random() % 8));
            else
                stage.cluster.addTask(agent, QStringLiteral("/shop/cart"));
        }
        stage.show();
        const QImage partial = stage.grab();
        stage.view().select({});
        MapRenderer fresh;
        fresh.setColours(MapColours::of(Theme::day(), MapMeasure::CpuAllocated));
        fresh.setViewport(stage.view().size(), 1);
        fresh.setTransform(stage.view().renderer().transform());
        fresh.setPicture(stage.view().picture());
        fresh.flush();
        stage.grab();
        const QRect differs = changedArea(stage.view().renderer().image(), fresh.image());
        QVERIFY2(differs.isEmpty(), qPrintable(QStringLiteral("%1,%2").arg(differs.x()).arg(differs.y())));
        QVERIFY(!partial.isNull());
    }

    void selectedCellsHaveARing() {
        Stage stage(story());
        const Slot agent = 321;
        const QRectF around = stage.view().cellRect(agent).adjusted(-1, -1, 1, 1);
        const QRgb accent = Theme::day().accent.rgb();
        const int before = pixelsLike(stage.grab(), around, accent);
        stage.view().select({agent});
        QVERIFY(pixelsLike(stage.grab(), around, accent) >= before + 60);
        stage.view().clearSelection();
        QCOMPARE(pixelsLike(stage.grab(), around, accent), before);
    }

    void highlightedInstancesStandOutAndTheRestFades() {
        Stage stage(story());
        const Slot with =
            stage.cluster.taskRow(stage.cluster.tasksOfApp(QStringLiteral("/shop/checkout")).front()).agent;
        Slot without = 0;
        const auto has = [&](Slot a) {
            for (const Slot t : stage.cluster.tasksOfAgent(a)) {
                if (stage.view().picture()->snapshot->text(stage.cluster.taskRow(t).app) ==
                    QLatin1String("/shop/checkout"))
                    return true;
            }
            return false;
        };
        while (has(without))
            ++without;
        const auto corner = [&](Slot a) { return stage.view().cellRect(a).bottomRight().toPoint() - QPoint(2, 2); };
        const QImage before = stage.grab();
        stage.page.setFilter(QStringLiteral("app:/shop/checkout"));
        const QImage after = stage.grab();
        QVERIFY(qGray(after.pixel(corner(without))) >
                qGray(before.pixel(corner(without)))); // towards the white surface
        const QRectF ring = stage.view().cellRect(with).adjusted(-1, -1, 1, 1);
        QVERIFY(pixelsLike(after, ring, Theme::day().text.rgb()) > 60);
        QVERIFY(pixelsLike(after, ring, Theme::day().accent.rgb()) > 8);
        QVERIFY(stage.view().picture()->sums.instances > 0);
    }

    void aLostRackGetsOneLabel() {
        Stage stage({.agents = 4000, .tasks = 0, .racksPerDataCentre = 5});
        for (const Slot a : stage.cluster.agentsOfRack(QStringLiteral("b3")))
            stage.cluster.setAgentState(a, cluster::AgentState::Unreachable);
        stage.show();
        const auto& groups = stage.view().picture()->groups;
        int lost = 0;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (!MapRenderer::isLostGroup(groups[i]))
                continue;
            ++lost;
            const QRectF frame =
                stage.view().renderer().transform().toView(stage.view().picture()->layout->boxes[i].frame);
            QVERIFY(pixelsLike(stage.grab(), QRectF(frame.center() - QPointF(20, 18), QSizeF(40, 36)),
                               Theme::day().window.rgb(), 3) > 300);
        }
        QCOMPARE(lost, 1);
    }

    void clickingFindsTheCellUnderThePointer() {
        Stage stage(story());
        QSignalSpy selected(&stage.view(), &MapView::selectionChanged);
        for (Slot agent = 0; agent < 1240; agent += 97) {
            QCOMPARE(stage.view().agentAt(stage.view().cellRect(agent).center()), agent);
            QTest::mouseClick(&stage.view(), Qt::LeftButton, {}, stage.centre(agent));
            QCOMPARE(stage.view().selectedAgents(), std::vector<Slot>{agent});
        }
        QVERIFY(selected.count() >= 13);
        QTest::mouseClick(&stage.view(), Qt::LeftButton, Qt::ControlModifier, stage.centre(5));
        QCOMPARE(stage.view().selectedAgents().size(), std::size_t(2));
    }

    void hitTestSurvivesZoomAndPan() {
        Stage stage(story());
        stage.view().zoomToAgent(700);
        QTRY_VERIFY(stage.view().zoom() > 3);
        QTest::qWait(200);
        QCOMPARE(stage.view().agentAt(stage.view().cellRect(700).center()), Slot(700));
        QTest::keyClick(&stage.view(), Qt::Key_0);
        QTRY_COMPARE(stage.view().zoom(), 1.0);
    }

    void aLassoSelectsWhatItTouches() {
        Stage stage(story());
        const QRectF first = stage.view().cellRect(stage.cluster.agentsOfRack(QStringLiteral("a1"))[0]);
        QTest::mousePress(&stage.view(), Qt::LeftButton, {}, first.topLeft().toPoint() - QPoint(2, 2));
        QTest::mouseMove(&stage.view(), first.center().toPoint() + QPoint(30, 30));
        QTest::mouseMove(&stage.view(),
                         first.center().toPoint() + QPoint(int(first.width() * 2.2), int(first.height() * 1.2)));
        QTest::mouseRelease(&stage.view(), Qt::LeftButton, {},
                            first.center().toPoint() + QPoint(int(first.width() * 2.2), int(first.height() * 1.2)));
        QCOMPARE(stage.view().selectedAgents().size(), std::size_t(6));
        auto* inspector = qobject_cast<MapInspector*>(stage.page.inspector());
        QVERIFY(inspector->content().title.startsWith(QLatin1Char('6')));
    }

    void theKeyboardAloneIsEnough() {
        Stage stage(story());
        MapView& view = stage.view();
        view.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&view, Qt::Key_Left);
        const Slot first = view.currentAgent();
        QVERIFY(first != noSlot);
        QTest::keyClick(&view, Qt::Key_Right);
        const Slot second = view.currentAgent();
        QVERIFY(second != first);
        QCOMPARE(view.selectedAgents(), std::vector<Slot>{second});
        QVERIFY(view.accessibleDescription().contains(QLatin1String("agent-002")));
        QSignalSpy opened(&stage.page, &Page::objectRequested);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QTest::keyClick(&view, Qt::Key_Plus);
        QTRY_VERIFY(view.zoom() > 1.4);
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(view.selectedAgents().empty());
        QTest::keyClick(&view, Qt::Key_Escape);
        QTRY_COMPARE(view.zoom(), 1.0);
        QVERIFY(!stage.page.stepBack());
    }

    void theCardExplainsALostAgent() {
        Stage stage(story());
        fillWithStory(stage.cluster);
        stage.show();
        const Slot lost = stage.cluster.agent(QStringLiteral("bj-b2-agent-046"));
        const HoverContent card = stage.view().hoverContent(lost);
        QCOMPARE(card.title, QStringLiteral("bj-b2-agent-046"));
        QCOMPARE(card.tone, Tone::Bad);
        QVERIFY(card.state.endsWith(QLatin1String("4 min")));
        QVERIFY(card.rows.last().second.startsWith(QLatin1String("rack b2")));
        QTest::mouseMove(&stage.view(), stage.centre(lost));
        auto* widget = stage.view().findChild<HoverCard*>();
        QVERIFY(widget->isVisible());
        QVERIFY(stage.view().rect().contains(widget->geometry()));
    }

    void theInspectorTellsTheSpreadOfAnApp() {
        Stage stage({.agents = 16, .tasks = 0});
        for (int i = 0; i < 4; ++i)
            stage.cluster.addTask(stage.cluster.agentsOfRack(QStringLiteral("b1"))[std::size_t(i % 2)],
                                  QStringLiteral("/shop/checkout"));
        stage.cluster.addTask(stage.cluster.agentsOfRack(QStringLiteral("a2"))[0], QStringLiteral("/shop/checkout"));
        stage.cluster.extra().capabilities = 0xFFFFFFFF;
        stage.show();
        stage.page.setFilter(QStringLiteral("app:/shop/checkout"));
        auto* inspector = qobject_cast<MapInspector*>(stage.page.inspector());
        const InspectorContent& c = inspector->content();
        QCOMPARE(c.title, QStringLiteral("/shop/checkout"));
        QCOMPARE(c.figure, QStringLiteral("5"));
        QCOMPARE(c.sections.front().rows.size(), 8);
        QVERIFY(c.sections.front().text.contains(QLatin1String("80 %")));
        QVERIFY(c.sections.front().text.endsWith(QLatin1String("leaves 1.")));

        QSignalSpy requested(&stage.page, &Page::actionRequested);
        auto* kill = inspector->findChild<QPushButton*>(QStringLiteral("mapAction.kill"));
        QVERIFY(kill && kill->isEnabled());
        kill->click();
        const auto request = requested.first().first().value<ActionRequest>();
        QCOMPARE(request.verb, ActionRequest::Verb::KillTasks);
        QCOMPARE(request.targets.size(), 5);
        inspector->findChild<QPushButton*>(QStringLiteral("mapAction.scale"))->click();
        QCOMPARE(requested.last().first().value<ActionRequest>().targets,
                 QStringList{QStringLiteral("/shop/checkout")});
    }

    void aShortenedIdIsWholeUnderThePointer() {
        Stage stage({.agents = 16, .tasks = 0});
        const QString id = QStringLiteral("shop_cart.instance-39f01081-ddfb-11f1-8000-02fc00000001._app.1");
        stage.cluster.note(QStringLiteral("health"), QStringLiteral("/shop/cart"), id + QStringLiteral(" failed"));
        stage.cluster.note(QStringLiteral("app"), QStringLiteral("/shop/cart"), QStringLiteral("deployed"));
        stage.cluster.addTask(0, QStringLiteral("/shop/cart"));
        stage.show();
        auto* inspector = qobject_cast<MapInspector*>(stage.page.inspector());
        auto* sheet = inspector->findChild<InspectorSheet*>(QStringLiteral("mapInspectorSheet"));
        QVERIFY(sheet);
        QTRY_COMPARE(sheet->content().sections.last().rows.size(), 2);
        sheet->resize(328, sheet->heightForWidth(328));
        const auto& rows = sheet->content().sections.last().rows;
        QVERIFY(rows.last().value.startsWith(QStringLiteral("shop_cart.39f01081… ")));
        // Only that row has more to tell, from its first to its last pixel.
        QStringList told;
        int heights = 0;
        for (int y = 0; y < sheet->height(); ++y) {
            const QString whole = sheet->wholeAt(y);
            heights += whole.isEmpty() ? 0 : 1;
            if (!whole.isEmpty() && !told.contains(whole))
                told.append(whole);
        }
        QCOMPARE(told, QStringList{id + QStringLiteral(" failed")});
        QVERIFY(heights >= sheet->fontMetrics().height());
    }

    void readOnlyRefusesWithTheReason() {
        Stage stage({.agents = 16, .tasks = 0});
        stage.cluster.extra().readOnly = true;
        stage.cluster.addTask(0, QStringLiteral("/shop/cart"));
        stage.show();
        stage.view().select({0});
        auto* inspector = qobject_cast<MapInspector*>(stage.page.inspector());
        auto* drain = inspector->findChild<QPushButton*>(QStringLiteral("mapAction.drain"));
        QVERIFY(drain && !drain->isEnabled());
        QVERIFY(!inspector->content().actions.front().refusal.isEmpty());
    }

    void pausingHoldsThePictureAndThenCatchesUp() {
        Stage stage(story());
        auto* strip = stage.page.findChild<EventStrip*>();
        strip->setPaused(true);
        const QImage before = stage.grab();
        stage.cluster.setAgentState(9, cluster::AgentState::Unreachable);
        stage.show();
        QCOMPARE(stage.grab(), before);
        QVERIFY(strip->eventsInLastHour() > 0);
        strip->setPaused(false);
        QVERIFY(stage.grab() != before);
    }

    void aSelectionFollowsItsAgentAndNotItsSlot() {
        Stage stage(story());
        const Slot agent = stage.cluster.agent(QStringLiteral("bj-a1-agent-010"));
        stage.view().select({agent});
        stage.cluster.removeAgent(agent);
        QCOMPARE(stage.cluster.addAgent(QStringLiteral("other"), QStringLiteral("dc:bj-a\nrack:a1"), {4, 4096, 0, 0}),
                 agent);
        stage.show();
        QVERIFY(stage.view().selectedAgents().empty());
    }

    void fortyThousandAgentsAreAllThere() {
        Stage stage({.agents = 40'000, .tasks = 40'000, .dataCentres = 4, .racksPerDataCentre = 25}, {1280, 720});
        stage.grab();
        QCOMPARE(stage.view().renderer().cellsDrawn(), 40'000);
        QCOMPARE(stage.page.counts().remove(QLatin1Char(',')).section(QLatin1Char(' '), 0, 0), QStringLiteral("40000"));
        const QImage image = stage.grab();
        const QRgb box = Theme::day().window.rgb();
        for (Slot agent = 0; agent < 40'000; agent += 331)
            QVERIFY(distance(image.pixel(stage.centre(agent)), box) > 6);
    }

    void versionsOfTheHighlightedAppAreTold() {
        Stage stage({.agents = 16, .tasks = 0});
        const Slot now = stage.cluster.addTask(0, QStringLiteral("/shop/cart"));
        const Slot before = stage.cluster.addTask(1, QStringLiteral("/shop/cart"));
        auto instances = std::make_shared<QList<scheduler::Instance>>(2);
        const cluster::SnapshotPtr snapshot = stage.cluster.publish();
        (*instances)[0].taskId = snapshot->text(stage.cluster.taskRow(now).id);
        (*instances)[0].version = QStringLiteral("2026-11-23T02:31:07.000Z");
        (*instances)[1].taskId = snapshot->text(stage.cluster.taskRow(before).id);
        (*instances)[1].version = QStringLiteral("2026-11-20T00:00:00.000Z");
        stage.cluster.extra().watchedApp = QStringLiteral("/shop/cart");
        stage.cluster.extra().watchedInstances = instances;
        MapQuery query = stage.page.query();
        query.measure = MapMeasure::Version;
        query.filter = MapFilter::parse(QStringLiteral("app:/shop/cart"));
        stage.projection.setQuery(query);
        stage.show();
        const AgentLooks& looks = stage.view().picture()->looks;
        QVERIFY(looks[0].level > looks[1].level);
        QVERIFY(looks[2].has(AgentLook::Unmeasured));
    }

    void everyAttributeCanGroup() {
        Stage stage({.agents = 16, .tasks = 0});
        auto* list = stage.page.titleContent()->findChild<QComboBox*>(QStringLiteral("mapGroupByList"));
        QCOMPARE(list->count(), 6); // data centre › rack, role, rack, data centre, switch, none
        Q_EMIT list->activated(4);
        QCOMPARE(stage.page.query().groupBy, QStringList{QStringLiteral("switch")});
        QCOMPARE(stage.view().picture()->groups.front().inner, QStringLiteral("sw-a1-1"));
        Q_EMIT list->activated(5);
        QVERIFY(stage.page.query().groupBy.isEmpty());
        QCOMPARE(stage.view().picture()->groups.size(), std::size_t(1));
    }

    void anotherClusterStartsFromNothing() {
        Stage stage({.agents = 16, .tasks = 40});
        stage.page.setFilter(QStringLiteral("rack:a1"));
        auto* strip = stage.page.findChild<EventStrip*>();
        strip->setPaused(true);
        stage.page.attach(nullptr);
        QVERIFY(!stage.view().picture());
        QVERIFY(!stage.page.query().filter.active());
        QVERIFY(!strip->isPaused());
        QCOMPARE(strip->eventsInLastHour(), 0U);
        stage.grab(); // says that it waits
    }

    void thePageSaysWhatItIsDoing() {
        MapPage page;
        QVERIFY(page.counts().isEmpty());
        auto snapshot = std::make_shared<cluster::Snapshot>();
        snapshot->strings = std::make_shared<base::StringPool>();
        base::SourceStatus master;
        master.loadedBytes = 8'400'000;
        snapshot->sources = {master};
        snapshot->totals.agents = 6720;
        cluster::Update update;
        update.snapshot = snapshot;
        page.apply(update);
        QVERIFY(page.counts().startsWith(QLatin1String("loading 8.4 MB")));
    }

    void everythingInteractiveHasANameForScreenReaders() {
        Stage stage({.agents = 16, .tasks = 0});
        stage.view().select({0});
        for (const QWidget* root :
             {static_cast<QWidget*>(&stage.page), stage.page.titleContent(), stage.page.inspector()})
            QCOMPARE(test::nameless(*root), QStringList());
    }

    /// MESOSCOPE_SHOTS=folder writes pictures to be looked at.
    void pictures() {
        const QString folder = qEnvironmentVariable("MESOSCOPE_SHOTS");
        if (folder.isEmpty())
            QSKIP("set MESOSCOPE_SHOTS to a folder");
        QTranslator translator;
        if (translator.load(qEnvironmentVariable("MESOSCOPE_SHOTS_QM")))
            QCoreApplication::installTranslator(&translator);
        const test::SyntheticSpec huge{.agents = 40'000, .tasks = 400'000, .dataCentres = 4, .racksPerDataCentre = 25};
        const test::SyntheticSpec three{.agents = 3, .tasks = 12, .dataCentres = 1, .racksPerDataCentre = 1};
        const std::pair<QString, test::SyntheticSpec> kinds[] = {{QStringLiteral("map"), story()},
                                                                 {QStringLiteral("40000"), huge},
                                                                 {QStringLiteral("three"), three},
                                                                 {QStringLiteral("small"), {}}};
        for (const bool dark : {true, false}) {
            for (const auto& [name, spec] : kinds) {
                const QString tail = dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
                shoot(spec, {1920, 1080}, dark, folder + QLatin1Char('/') + name + tail);
                shoot(spec, {1280, 800}, dark, folder + QStringLiteral("/narrow-") + name + tail);
            }
        }
    }

private:
    static void shoot(const test::SyntheticSpec& spec, QSize size, bool dark, const QString& file) {
        ThemeController themes(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        base::ManualClock clock(spec.nowMs + 240'000);
        MainWindow window(themes, clock);
        auto* page = new MapPage;
        window.addPage(page);
        ClusterTag tag;
        tag.name = QStringLiteral("bj-prod");
        tag.environment = QStringLiteral("PROD");
        window.setCluster(tag);
        Stage stage(spec, page);
        stage.deliver = [&window](const cluster::Update& update) { window.apply(update); };
        window.showPage(QStringLiteral("map"));
        window.resize(size);
        window.show();
        if (spec.agents == 1240) {
            fillWithStory(stage.cluster);
            stage.page.setFilter(QStringLiteral("app:/shop/checkout"));
        } else if (spec.agents > 10'000) {
            for (const Slot a : stage.cluster.agentsOfRack(QStringLiteral("c14")))
                stage.cluster.setAgentState(a, cluster::AgentState::Unreachable);
            for (Slot a = 17; a < 40'000; a += 1733)
                stage.cluster.setAgentState(a, cluster::AgentState::Unreachable);
            const auto b8 = stage.cluster.agentsOfRack(QStringLiteral("b8"));
            for (std::size_t i = 0; i < 120; ++i)
                stage.cluster.setAgentState(b8[i], cluster::AgentState::Draining);
        }
        stage.show();
        QTest::qWait(300);
        if (spec.agents == 1240)
            QTest::mouseMove(&stage.view(), stage.centre(stage.cluster.agent(QStringLiteral("bj-b2-agent-046"))));
        QTest::qWait(300);
        window.grab().save(file);
        if (spec.agents == 1240) {
            stage.view().select({stage.cluster.agent(QStringLiteral("bj-b2-agent-046"))});
            stage.view().zoomToAgent(stage.cluster.agent(QStringLiteral("bj-b2-agent-046")));
            QTest::qWait(300);
            window.grab().save(QString(file).replace(QLatin1String(".png"), QLatin1String("-zoomed.png")));
        }
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    ThemeController themes(ThemeChoice::Light);
    TestMap test;
    return mesoscope::test::run(test, argc, argv);
}
#include "tst_map.moc"

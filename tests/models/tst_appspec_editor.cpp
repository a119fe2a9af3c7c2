// What stands behind the editor: trees that are read again in part, groups judged app by app, ways to mend, shapes,
// the server's answers on fields, timing, and every field of every valid document changed through the form.
#include "models/appspec/app_fields.h"
#include "models/appspec/editor_model.h"
#include "models/appspec/effects.h"
#include "models/appspec/group_layers.h"
#include "models/appspec/health_timing.h"
#include "models/appspec/rules/fixes.h"
#include "models/appspec/rules/server_answer.h"
#include "models/appspec/unions.h"
#include "tests/support/harness.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace mesoscope;
using namespace mesoscope::appspec;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

bool sameTree(const JsonTree& a, const JsonTree& b) {
    if (a.isValid() != b.isValid() || a.text() != b.text() || a.nodes().size() != b.nodes().size() ||
        a.notes().size() != b.notes().size())
        return false;
    for (size_t i = 0; i < a.nodes().size(); ++i) {
        const JsonTree::Node &x = a.nodes()[i], &y = b.nodes()[i];
        if (x.begin != y.begin || x.end != y.end || x.keyBegin != y.keyBegin || x.keyEnd != y.keyEnd ||
            x.parent != y.parent || x.firstChild != y.firstChild || x.next != y.next || x.children != y.children ||
            x.kind != y.kind || x.shadowed != y.shadowed || x.keyEscaped != y.keyEscaped)
            return false;
    }
    return true;
}

/// The bodies of all cases of a real server that it accepted.
QList<std::pair<QString, QByteArray>> validApps() {
    QList<std::pair<QString, QByteArray>> apps;
    const QDir dir(s(MESOSCOPE_FIXTURES "/marathon/cases"));
    for (const QString& name : dir.entryList({s("*.json")})) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = file.readAll();
        const JsonTree tree = JsonTree::parse(text);
        const JsonValue app = tree.root().member("app");
        if (tree.root().member("valid").toBool() && app.is(JsonValue::Kind::Object))
            apps.append({name, QByteArray(app.raw().data(), qsizetype(app.raw().size()))});
    }
    return apps;
}

void collect(const JsonTree& tree, JsonValue value, QMap<QString, QByteArray>& out) {
    if (value.childCount() == 0)
        out.insert(tree.pointerOf(value), QByteArray(value.raw().data(), qsizetype(value.raw().size())));
    for (JsonValue child = value.firstChild(); child.isValid(); child = child.next()) {
        if (!child.isShadowed())
            collect(tree, child, out);
    }
}

QMap<QString, QByteArray> scalars(const QByteArray& text) {
    const JsonTree tree = JsonTree::parse(text);
    QMap<QString, QByteArray> out;
    if (tree.isValid())
        collect(tree, tree.root(), out);
    return out;
}

QByteArray group(int apps) {
    QByteArrayList list;
    for (int i = 0; i < apps; ++i) {
        const QByteArray n = QByteArray::number(i);
        QByteArray app = "{\"id\": \"app-" + n + "\", \"cmd\": \"run " + n + "\", \"instances\": 2, \"mem\": 64";
        if (i > 0)
            app += ", \"dependencies\": [\"app-" + QByteArray::number(i / 2) + "\"]";
        if (i % 3 == 0)
            app += ", \"healthChecks\": [{\"protocol\": \"MESOS_HTTP\", \"path\": \"/\"}]";
        list.append(app + "}");
    }
    return "{\"id\": \"/g\", \"apps\": [\n" + list.join(",\n") + "\n]}\n";
}

QStringList told(const QList<Problem>& problems) {
    QStringList lines;
    for (const Problem& p : problems)
        lines.append(QStringLiteral("%1|%2|%3|%4|%5").arg(p.path, p.message, p.pointer).arg(int(p.stage)).arg(p.begin));
    return lines;
}

bool settled(EditorModel& model) {
    QSignalSpy checked(&model, &EditorModel::checked);
    return checked.wait(10000);
}

} // namespace

class TestAppSpecEditor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readingInPartIsReadingWhole();
    void replacementsComposeInOrder();
    void rememberingChangesNoVerdict();
    void oneBodyInTwoGroupsIsJudgedTwice();
    void podsAndStrayGroups();
    void everyFieldOfTheFormTouchesOnlyItsPath_data();
    void everyFieldOfTheFormTouchesOnlyItsPath();
    void whatAServerStoresIsKnown();
    void fixesMend();
    void shapesKeepWhatTheyHaveInCommon();
    void networksTakeTheirPortsAlong();
    void serverWordsStandOnFieldsUntilEdited();
    void healthChecksOverTime();
    void upgradesOverTime();
    void groupsInLayers();
    void groupsAreJudgedAsTheyAreSent();
    void effectsInWords();
    void reservationsAndPortsOfAgents();
    void volumesBringInstancesBack();
    void badInputKeepsTheText_data();
    void badInputKeepsTheText();
    void hundredMegabytesAreASentence();
};

void TestAppSpecEditor::readingInPartIsReadingWhole() {
    QRandomGenerator random(11);
    static constexpr const char* pieces[] = {"x",       "1", "\"",   " ", "\n", "{",  "}", ",",
                                             "\\u0041", "ä", "true", "",  "-",  "e5", "0"};
    QList<QByteArray> texts{group(6), "{ \"a\" : [1, 2.50, \"x\"], \"b\":{\"c\":null,\"d\":true} }", "[]", "\"alone\"",
                            "12"};
    for (const auto& [name, app] : validApps())
        texts.append(app);
    int partly = 0;
    for (const QByteArray& original : std::as_const(texts)) {
        QByteArray text = original;
        JsonTree tree = JsonTree::parse(text);
        for (int round = 0; round < 150; ++round) {
            const quint32 at = quint32(random.bounded(int(text.size()) + 1));
            const quint32 removed = quint32(std::min<qint64>(random.bounded(3), text.size() - at));
            const QByteArray piece = pieces[random.bounded(int(std::size(pieces)))];
            QByteArray next = text;
            next.replace(qsizetype(at), qsizetype(removed), piece);
            const JsonTree part = JsonTree::reparse(tree, next, {at, removed, quint32(piece.size())});
            const JsonTree whole = JsonTree::parse(next);
            QVERIFY2(sameTree(part, whole), next.constData());
            if (!whole.isValid())
                continue; // go on from the text that was valid
            partly += text != next;
            text = next;
            tree = part;
        }
    }
    QVERIFY(partly > 100);
}

void TestAppSpecEditor::replacementsComposeInOrder() {
    QRandomGenerator random(5);
    for (int round = 0; round < 500; ++round) {
        const QByteArray first = "abcdefghijklmnop";
        QByteArray text = first;
        Replacement all;
        for (int step = 0; step < 5; ++step) {
            const quint32 at = quint32(random.bounded(int(text.size()) + 1));
            const quint32 removed = quint32(random.bounded(int(text.size() - at) + 1) / 2);
            const QByteArray piece = QByteArray("XYZ").left(random.bounded(4));
            text.replace(qsizetype(at), qsizetype(removed), piece);
            const Replacement one{at, removed, quint32(piece.size())};
            all = step == 0 ? one : all.then(one);
        }
        QByteArray rebuilt = first;
        rebuilt.replace(qsizetype(all.offset), qsizetype(all.removed),
                        text.mid(qsizetype(all.offset), qsizetype(all.inserted)));
        QCOMPARE(rebuilt, text);
    }
}

void TestAppSpecEditor::rememberingChangesNoVerdict() {
    QRandomGenerator random(3);
    marathon::Memory memory;
    marathon::Options remembering;
    remembering.memory = &memory;
    QByteArray text = group(25);
    const QList<std::pair<QByteArray, QByteArray>> edits{{"\"mem\": 64", "\"mem\": -1"},
                                                         {"\"mem\": -1", "\"mem\": 65"},
                                                         {"\"instances\": 2", "\"instances\": 2.5"},
                                                         {"\"instances\": 2.5", "\"instances\": 3"},
                                                         {"\"run ", "\"walk "},
                                                         {"\"path\": \"/\"", "\"path\": \"/x\""},
                                                         {"\"id\": \"/g\"", "\"id\": \"/h\""},
                                                         {"\"app-7\"", "\"app-8\""},
                                                         {"\"MESOS_HTTP\"", "\"COMMAND\""},
                                                         {"\"apps\"", "\"enforceRole\": true, \"apps\""},
                                                         {"\"enforceRole\": true, ", ""}};
    for (int round = 0; round < 120; ++round) {
        const auto& [from, to] = edits[random.bounded(int(edits.size()))];
        const qsizetype at = text.indexOf(from, random.bounded(int(text.size())));
        if (at >= 0)
            text.replace(at, from.size(), to);
        const JsonTree tree = JsonTree::parse(text);
        const marathon::Result fresh = marathon::validate(tree);
        const marathon::Result again = marathon::validate(tree, remembering);
        QCOMPARE(told(again.problems), told(fresh.problems));
        QCOMPARE(again.valid, fresh.valid);
        QCOMPARE(again.apps.size(), fresh.apps.size());
        for (size_t i = 0; i < fresh.apps.size(); ++i)
            QCOMPARE(impactOf(&fresh.apps[i], &again.apps[i]).kind, ChangeClass::Nothing);
    }
}

void TestAppSpecEditor::oneBodyInTwoGroupsIsJudgedTwice() {
    marathon::Memory memory;
    marathon::Options remembering;
    remembering.memory = &memory;
    const QByteArray app = "{\"id\": \"web\", \"cmd\": \"run\", \"role\": \"a\"}";
    const QByteArray text = "{\"id\": \"/\", \"groups\": [{\"id\": \"a\", \"enforceRole\": true, \"apps\": [" + app +
                            "]}, {\"id\": \"b\", \"enforceRole\": true, \"apps\": [" + app + "]}]}";
    const JsonTree tree = JsonTree::parse(text);
    const marathon::Result fresh = marathon::validate(tree);
    QVERIFY(!fresh.valid); // the role of /a is foreign to /b
    for (int i = 0; i < 3; ++i)
        QCOMPARE(told(marathon::validate(tree, remembering).problems), told(fresh.problems));
}

void TestAppSpecEditor::podsAndStrayGroups() {
    marathon::Options options;
    options.world = marathon::World::of({}, {}, {}, {s("/shop/web"), s("/ops")});
    const auto first = [&](const QByteArray& text) {
        const QList<Problem> problems = marathon::validate(JsonTree::parse(text), options).problems;
        return problems.isEmpty() ? QString() : problems[0].path + QLatin1Char(' ') + problems[0].message;
    };
    QCOMPARE(first("{\"id\":\"/shop/web\",\"cmd\":\"run\"}"),
             s("/groups(0) Applications and Pods may not share the same id"));
    QCOMPARE(first("{\"id\":\"/ops/web\",\"cmd\":\"run\"}"), s("/ Groups and Pods may not have the same identifier."));
    QCOMPARE(first("{\"id\":\"/shop/other\",\"cmd\":\"run\"}"), QString());
    // An empty group elsewhere than below its parent; with apps the server takes it.
    QCOMPARE(first("{\"id\":\"/g\",\"groups\":[{\"id\":\"/elsewhere/x\",\"apps\":[]}]}"),
             s("/groups(1) Group has to be child of groups with parent id"));
    QCOMPARE(first("{\"id\":\"/g\",\"groups\":[{\"id\":\"/g/x\",\"apps\":[]}]}"), QString());
    QCOMPARE(first("{\"id\":\"/g\",\"groups\":[{\"id\":\"/elsewhere\",\"apps\":[{\"id\":\"/elsewhere/"
                   "a\",\"cmd\":\"run\"}]}]}"),
             QString());
}

void TestAppSpecEditor::everyFieldOfTheFormTouchesOnlyItsPath_data() {
    QTest::addColumn<QByteArray>("text");
    for (const auto& [name, app] : validApps())
        QTest::newRow(qPrintable(name)) << app;
}

void TestAppSpecEditor::everyFieldOfTheFormTouchesOnlyItsPath() {
    QFETCH(QByteArray, text);
    EditorModel model;
    model.open(text, {}, {});
    const QMap<QString, QByteArray> before = scalars(text);
    int changed = 0;
    for (const FormRow& row : model.rows(true)) {
        const bool value = row.kind == FormRow::Kind::Value || row.kind == FormRow::Kind::Element ||
                           row.kind == FormRow::Kind::Entry || row.kind == FormRow::Kind::Raw;
        if (!value || !row.present || model.json(row.pointer).childCount() > 0)
            continue;
        const bool raw = row.kind == FormRow::Kind::Raw;
        const QString error =
            raw ? model.setRaw(row.pointer, "\"other\"") : model.setValue(row.pointer, row.field, s("17"));
        QCOMPARE(error, QString());
        QMap<QString, QByteArray> after = scalars(model.text());
        QVERIFY2(after.contains(row.pointer), qPrintable(row.pointer));
        QVERIFY(after.value(row.pointer) != before.value(row.pointer) || before.value(row.pointer) == "17" ||
                before.value(row.pointer) == "\"17\"" || before.value(row.pointer) == "false");
        after.insert(row.pointer, before.value(row.pointer));
        QCOMPARE(after, before);
        // Byte for byte elsewhere.
        const JsonTree tree = JsonTree::parse(text);
        const JsonValue was = tree.at(row.pointer);
        QVERIFY(model.text().startsWith(text.left(qsizetype(was.begin()))));
        QVERIFY(model.text().endsWith(text.mid(qsizetype(was.end()))));
        while (model.canUndo())
            model.undo();
        QCOMPARE(model.text(), text);
        ++changed;
    }
    QVERIFY(changed > 0);
}

/// Every key of what a real server answered has its field in the form.
void TestAppSpecEditor::whatAServerStoresIsKnown() {
    const QDir dir(s(MESOSCOPE_FIXTURES "/marathon/cases"));
    int seen = 0;
    for (const QString& name : dir.entryList({s("valid-*.json")})) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const JsonTree tree = JsonTree::parse(file.readAll());
        if (!tree.root().member("stored").is(JsonValue::Kind::Object))
            continue;
        ++seen;
        for (const FormRow& row : formRows(tree, s("/stored"), true))
            QVERIFY2(row.kind != FormRow::Kind::Raw, qPrintable(name + s(" ") + row.pointer));
    }
    QVERIFY(seen > 10);
}

void TestAppSpecEditor::fixesMend() {
    const auto mended = [](const QByteArray& text) {
        const JsonTree tree = JsonTree::parse(text);
        for (const Problem& problem : marathon::validate(tree).problems) {
            const QList<Fix> fixes = fixesFor(problem, tree);
            if (problem.severity != Severity::Error || fixes.isEmpty())
                continue;
            Document document(text);
            document.setValue(fixes.first().pointer, fixes.first().json);
            return document.text();
        }
        return QByteArray("nothing mends it");
    };
    QCOMPARE(mended("{\"id\":\"/a\",\"cmd\":\"run\",\"instances\":2.5}"),
             QByteArray("{\"id\":\"/a\",\"cmd\":\"run\",\"instances\":3}"));
    QCOMPARE(mended("{\"id\":\"/a\",\"cmd\":\"run\",\"mem\":\"64\"}"),
             QByteArray("{\"id\":\"/a\",\"cmd\":\"run\",\"mem\":64}"));
    QCOMPARE(mended("{\"id\":\"/a\",\"cmd\":5}"), QByteArray("{\"id\":\"/a\",\"cmd\":\"5\"}"));
    QCOMPARE(mended("{\"id\":\"/a\",\"cmd\":\"run\",\"killSelection\":\"OLDEST\"}"),
             QByteArray("{\"id\":\"/a\",\"cmd\":\"run\",\"killSelection\":\"OLDEST_FIRST\"}"));
    QCOMPARE(mended("{\"id\":\"/a\",\"cmd\":\"run\",\"requirePorts\":\"true\"}"),
             QByteArray("{\"id\":\"/a\",\"cmd\":\"run\",\"requirePorts\":true}"));
}

void TestAppSpecEditor::shapesKeepWhatTheyHaveInCommon() {
    const auto shaped = [](const QByteArray& text, const char* place, const char* key) {
        return reshape(text, QString(), s(place), s(key)).text;
    };
    const QByteArray command =
        shaped("{\"id\":\"/a\",\"healthChecks\":[{\"protocol\":\"HTTP\",\"path\":\"/h\",\"portIndex\":0,"
               "\"intervalSeconds\":7}]}",
               "/healthChecks/0/protocol", "COMMAND");
    QCOMPARE(command,
             QByteArray("{\"id\":\"/a\",\"healthChecks\":[{\"protocol\":\"COMMAND\",\"intervalSeconds\":7,\"command\":"
                        "{\"value\":\"\"}}]}"));
    const QByteArray back = shaped(command, "/healthChecks/0/protocol", "MESOS_TCP");
    QCOMPARE(back, QByteArray("{\"id\":\"/a\",\"healthChecks\":[{\"protocol\":\"MESOS_TCP\",\"intervalSeconds\":7,"
                              "\"portIndex\":0}]}"));
    QByteArray volume = "{\"id\":\"/a\",\"container\":{\"volumes\":[{\"containerPath\":\"/srv/db\",\"hostPath\":\"/x\","
                        "\"mode\":\"RO\"}]}}";
    for (const char* kind : {"persistent", "external", "secret", "host"}) {
        volume = shaped(volume, "/container/volumes/0", kind);
        const JsonTree tree = JsonTree::parse(volume);
        QVERIFY2(tree.isValid(), volume.constData());
        QCOMPARE(shapeAt(tree.root(), s("/container/volumes/0")), s(kind));
    }
    QVERIFY(volume.contains("\"/db\""));
}

void TestAppSpecEditor::networksTakeTheirPortsAlong() {
    const QByteArray host =
        "{\"id\":\"/a\",\"cmd\":\"run\",\"portDefinitions\":[{\"port\":0,\"name\":\"http\",\"labels\":{\"V\":"
        "\"1\"}}]}";
    const QByteArray bridge = reshape(host, QString(), s("/networks"), s("container/bridge")).text;
    JsonTree tree = JsonTree::parse(bridge);
    QCOMPARE(tree.at(s("/container/portMappings/0/name")).toString(), s("http"));
    QCOMPARE(tree.at(s("/container/portMappings/0/labels/V")).toString(), s("1"));
    QVERIFY(!tree.at(s("/portDefinitions")).isValid());
    QVERIFY(marathon::validate(tree).valid);
    const QByteArray again = reshape(bridge, QString(), s("/networks"), s("host")).text;
    tree = JsonTree::parse(again);
    QCOMPARE(tree.at(s("/portDefinitions/0/name")).toString(), s("http"));
    QVERIFY(marathon::validate(tree).valid);
}

void TestAppSpecEditor::serverWordsStandOnFieldsUntilEdited() {
    const QByteArray text = "{\n  \"id\": \"/a\",\n  \"cmd\": \"run\",\n  \"env\": {\"A\": \"1\"},\n  \"mem\": 64\n}\n";
    EditorModel model;
    model.open(text, {}, {});
    QVERIFY(settled(model));
    const QString answer = s("Object is not valid\n/mem: must be at least 128\n/env: too many\nno path here");
    model.setServerProblems(serverProblems(answer, JsonTree::parse(text)));
    QVERIFY(settled(model));
    QCOMPARE(model.judgement().problems.size(), 2);
    QCOMPARE(model.judgement().problems[0].path, s("/mem"));
    QCOMPARE(model.judgement().problems[0].position.line, 5);
    QCOMPARE(model.judgement().errors(), 2);
    model.setRaw(s("/mem"), "128");
    QVERIFY(settled(model));
    QCOMPARE(model.judgement().problems.size(), 1);
    QCOMPARE(model.judgement().problems[0].pointer, s("/env"));
    // Without any path the words stand on the whole document; apps of a group are named by their id.
    QCOMPARE(serverProblems(s("Something else"), JsonTree::parse(text)).value(0).pointer, QString());
    const QList<Problem> inGroup = serverProblems(s("x\n/apps//g/app-2: is wrong"), JsonTree::parse(group(3)));
    QCOMPARE(inGroup.value(0).pointer, s("/apps/2"));
}

void TestAppSpecEditor::healthChecksOverTime() {
    const JsonTree tree =
        JsonTree::parse("{\"protocol\":\"MESOS_HTTP\",\"gracePeriodSeconds\":60,\"intervalSeconds\":10,"
                        "\"timeoutSeconds\":5,\"maxConsecutiveFailures\":3}");
    const HealthTiming timing = healthTiming(tree.root());
    QVERIFY(timing.onAgent && timing.kills());
    QCOMPARE(timing.fatal(), 4); // the kill comes one failure later than the number says
    QCOMPARE(timing.hungAtMost(), 60.0);
    QCOMPARE(timing.neverWorkedAtMost(), 120.0);
    QCOMPARE(timing.delay, 15.0);
    const JsonTree never = JsonTree::parse("{\"maxConsecutiveFailures\":0,\"intervalSeconds\":\"x\"}");
    QVERIFY(!healthTiming(never.root()).kills());
    QCOMPARE(healthTiming(never.root()).interval, 60.0);
}

void TestAppSpecEditor::upgradesOverTime() {
    Impact impact;
    impact.kind = ChangeClass::Restart;
    impact.before = impact.after = 64;
    impact.pace = paceOf(64, 0.9, 0.25);
    const UpgradeCourse course = courseOf(impact);
    QCOMPARE(course.startedAtOnce, 22); // 6 old ones may go at once, 80 may be present
    QCOMPARE(course.stoppedAtOnce, 6);
    for (const CoursePoint& point : course.points) {
        QVERIFY(point.old + point.fresh <= impact.pace.peak);
        QVERIFY(point.old + point.ready >= impact.pace.floor);
    }
    QCOMPARE(course.points.last(), (CoursePoint{64, 0, 64}));
    for (int n : {1, 2, 3, 7, 100}) {
        for (double health : {0.0, 0.5, 1.0}) {
            for (double over : {0.0, 0.3, 1.0}) {
                impact.before = impact.after = n;
                impact.pace = paceOf(n, health, over);
                QCOMPARE(courseOf(impact).points.last(), (CoursePoint{n, 0, n}));
            }
        }
    }
}

void TestAppSpecEditor::groupsInLayers() {
    const GroupLayers layers = groupLayers(JsonTree::parse(group(7)));
    QCOMPARE(layers.nodes.size(), 7);
    QCOMPARE(layers.nodes[0].layer, 0);
    QCOMPARE(layers.nodes[6].layer, 3); // 6 → 3 → 1 → 0
    QCOMPARE(layers.layers, 4);
    const GroupLayers cycle = groupLayers(JsonTree::parse(
        "{\"id\":\"/g\",\"apps\":[{\"id\":\"a\",\"dependencies\":[\"b\"]},{\"id\":\"b\",\"dependencies\":[\"a\","
        "\"/elsewhere\"]}]}"));
    QVERIFY(cycle.nodes[0].inCycle && cycle.nodes[1].inCycle);
    QCOMPARE(cycle.outside, QStringList{s("/elsewhere")});
    QVERIFY(groupLayers(JsonTree::parse(group(80))).tooMany);
}

void TestAppSpecEditor::groupsAreJudgedAsTheyAreSent() {
    PlanInput input;
    input.document = "{\"id\":\"/a/b\",\"apps\":[{\"id\":\"/a/b/c\",\"cmd\":\"run\",\"mem\":64}]}";
    input.running = {"{\"id\":\"/a/b/c\",\"cmd\":\"run\"}"};
    const Plan plan = planOf(input); // the id of a nested group goes into the URL alone
    QVERIFY2(plan.valid, qPrintable(plan.problems.isEmpty() ? QString() : plan.problems[0].message));
    QCOMPARE(plan.apps[0].diff.changes.size(), 1);
    marathon::Options options;
    options.world = marathon::World::of(input.running, {});
    QVERIFY(!marathon::validate(JsonTree::parse(input.document), options).valid); // as the body itself
    // What a group leaves out is destroyed, and the plan says so.
    input.running.append("{\"id\":\"/a/b/left-out\",\"cmd\":\"run\",\"instances\":3}");
    input.running.append("{\"id\":\"/a/other\",\"cmd\":\"run\"}");
    const Plan less = planOf(input);
    QCOMPARE(less.kind, ChangeClass::Removed);
    QCOMPARE(less.apps.last().diff.id, s("/a/b/left-out"));
    QCOMPARE(less.steps.first().actions.first().action, s("StopApplication"));
}

void TestAppSpecEditor::effectsInWords() {
    const QByteArray before =
        "{\"id\":\"/a\",\"cmd\":\"run\",\"instances\":4,\"mem\":2048,\"healthChecks\":[{\"protocol\":\"HTTP\","
        "\"path\":\"/\",\"intervalSeconds\":10,\"timeoutSeconds\":5}]}";
    const QByteArray after = QByteArray(before).replace("2048", "3072").replace(":4,", ":6,").replace("\":5}", "\":3}");
    PlanInput input;
    input.document = after;
    input.running = {before};
    const Plan plan = planOf(input);
    QVERIFY(plan.valid);
    const QString all = plan.apps[0].effects.join(QLatin1Char('\n'));
    QVERIFY2(all.contains(s("1 GiB more each")), qPrintable(all));
    QVERIFY2(all.contains(s("2 more; the running ones stay")), qPrintable(all));
    QVERIFY2(all.contains(s("after at most 52 s (was 60 s)")), qPrintable(all));
    QVERIFY2(plan.apps[0].titles.contains(s("Time-out, health check 1")),
             qPrintable(plan.apps[0].titles.join(s("; "))));
}

void TestAppSpecEditor::reservationsAndPortsOfAgents() {
    std::vector<ForecastAgent> agents(3);
    agents[0].free = {1, 1000, 0, 0};
    agents[0].reserved = {{"shop", {4, 4000, 0, 0}}};
    agents[1].free = {4, 4000, 0, 0};
    agents[1].ports = {{31000, 31000}};
    agents[2].free = {4, 4000, 0, 0};
    agents[2].ports = {{31000, 31005}};
    ForecastRequest request;
    request.need = {2, 512, 0, 0};
    request.instances = 9;
    QCOMPARE(forecast(agents, request).fits, 4); // nothing of the reservation for a role that is none
    request.role = "shop";
    QCOMPARE(forecast(agents, request).fits, 6);
    request.acceptUnreserved = false;
    QCOMPARE(forecast(agents, request).fits, 2);
    request = {};
    request.need = {0.1, 1, 0, 0};
    request.randomPorts = 2;
    request.instances = 9;
    QCOMPARE(forecast(agents, request).fits, 3);
}

void TestAppSpecEditor::volumesBringInstancesBack() {
    std::vector<ForecastAgent> agents(3);
    for (ForecastAgent& agent : agents)
        agent.free = {8, 8000, 8000, 0};
    const QByteArray app =
        "{\"id\":\"/shop/"
        "db\",\"cmd\":\"run\",\"role\":\"shop\",\"instances\":2,\"container\":{\"type\":\"MESOS\",\"volumes\":[{"
        "\"containerPath\":\"data\",\"mode\":\"RW\",\"persistent\":{\"size\":10}}]}}";
    PlanInput input;
    input.document = QByteArray(app).replace("\"run\"", "\"run faster\"");
    input.running = {app};
    input.agents = agents;
    input.instances.insert(s("/shop/db"), {{0, 1}, {1, 1}});
    Plan plan = planOf(input);
    QVERIFY2(plan.valid && plan.fits, qPrintable(plan.problems.isEmpty() ? QString() : plan.problems[0].message));
    QCOMPARE(plan.apps[0].forecast.rejected.first().first, Reject::NoCorrespondingReservationFound);
    QCOMPARE(plan.apps[0].forecast.rejected.first().second, 1);
    input.agents[1].unavailable = true;
    plan = planOf(input);
    QVERIFY(!plan.fits); // its volume is on an agent that makes no offers
    QCOMPARE(plan.apps[0].forecast.fits, 1);
}

void TestAppSpecEditor::badInputKeepsTheText_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("half typed") << QByteArray("{\n  \"id\": \"/a\",\n  \"cm");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\x02\x01\x00\xff\xfe",
                                          9);
    QTest::newRow("deep") << QByteArray(200'000, '[');
    QTest::newRow("nul") << QByteArray("{\"id\": \"/a\0b\"}", 14);
    QTest::newRow("surrogate") << QByteArray("{\"id\": \"/a\", \"cmd\": \"\\ud800\"}");
    QTest::newRow("beyond double") << QByteArray("{\"id\": \"/a\", \"cmd\": \"run\", \"cpus\": 1e999}");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("not utf-8") << QByteArray("{\"id\": \"/\xe4\"}");
}

void TestAppSpecEditor::badInputKeepsTheText() {
    QFETCH(QByteArray, text);
    EditorModel model;
    model.open(text, {}, {});
    QVERIFY(settled(model));
    QCOMPARE(model.text(), text);
    QVERIFY(model.judgement().errors() > 0);
    const Problem& problem = model.judgement().problems.first();
    QVERIFY(problem.message.size() > 20);
    QVERIFY(problem.position.line >= 1 && problem.position.column >= 1);
    model.rows(true);
    model.typed(0, 0, " ");
    QVERIFY(settled(model));
    QCOMPARE(model.text(), " " + text);
    model.undo();
    QCOMPARE(model.text(), text);
}

void TestAppSpecEditor::hundredMegabytesAreASentence() {
    QByteArray text = "{\"id\": \"/a\", \"cmd\": \"";
    text += QByteArray(100 * 1024 * 1024, 'x') + "\"}";
    EditorModel model;
    model.open(text, {}, {});
    QVERIFY(settled(model));
    QCOMPARE(model.judgement().errors(), 1);
    QVERIFY(model.judgement().problems[0].message.contains(s("larger than 64 MB")));
    QCOMPARE(model.text().size(), text.size());
}

MESOSCOPE_TEST_MAIN(TestAppSpecEditor)
#include "tst_appspec_editor.moc"

// Templates, imports, drafts and the schema table.
#include "models/appspec/drafts.h"
#include "models/appspec/rules/marathon.h"
#include "models/appspec/schema.h"
#include "models/appspec/sources.h"
#include "tests/support/harness.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace mesoscope::appspec;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

marathon::Result judged(const QByteArray& text, const QStringList& features = {}) {
    marathon::Options options;
    options.settings.features = QSet<QString>(features.begin(), features.end());
    return marathon::validate(JsonTree::parse(text), options);
}

} // namespace

class TestAppSpecSources : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void templatesAreValid();
    void dockerRun();
    void dockerRunSaysWhatItCannotDo();
    void compose();
    void composeThatIsNone();
    void draftsComeBackWhole();
    void draftsSurviveAKillAtAnyMoment();
    void schemaKnowsPointers();
};

void TestAppSpecSources::templatesAreValid() {
    QCOMPARE(templates().size(), 6);
    for (const Template& one : templates()) {
        const marathon::Result result = judged(one.text, one.features);
        QVERIFY2(result.valid && result.problems.isEmpty(),
                 qPrintable(one.id + s(": ") + (result.problems.isEmpty() ? QString() : result.problems[0].message)));
    }
}

void TestAppSpecSources::dockerRun() {
    const Imported imported = fromDockerRun(
        s("docker run -d --name 'My Web' -p 8080:80/udp -e A=1 -e \"B=x y\" -v /srv:/data:ro -m 512m --cpus=0.5 "
          "\\\n --net host --ulimit nofile=10 registry.example.com/team/nginx:1.25 nginx -g 'daemon off;'"));
    QVERIFY2(imported.error.isEmpty(), qPrintable(imported.error));
    const JsonTree tree = JsonTree::parse(imported.text);
    QCOMPARE(tree.at(s("/id")).toString(), s("/my-web"));
    QCOMPARE(tree.at(s("/mem")).toDouble(), 512.0);
    QCOMPARE(tree.at(s("/env/B")).toString(), s("x y"));
    QCOMPARE(tree.at(s("/args/2")).toString(), s("daemon off;"));
    QCOMPARE(tree.at(s("/container/volumes/0/mode")).toString(), s("RO"));
    QCOMPARE(tree.at(s("/container/docker/parameters/0/key")).toString(), s("ulimit"));
    QCOMPARE(tree.at(s("/networks/0/mode")).toString(), s("host"));
    QVERIFY(judged(imported.text).valid);
    const Imported bridge = fromDockerRun(s("run -itp 80 nginx"));
    QVERIFY(bridge.error.isEmpty());
}

void TestAppSpecSources::dockerRunSaysWhatItCannotDo() {
    QVERIFY(!fromDockerRun(s("docker run -d")).error.isEmpty());
    QVERIFY(!fromDockerRun(s("docker run -e 'A=1 nginx")).error.isEmpty());
    QVERIFY(!fromDockerRun(s("docker run nginx -p")).text.isEmpty());
    QCOMPARE(fromDockerRun(s("docker run -v data:/data nginx")).notes.size(), 1);
}

void TestAppSpecSources::compose() {
    const Imported imported = fromCompose(
        "services:\n  web:\n    image: nginx\n    ports: ['8080:80']\n    depends_on: [db]\n    deploy:\n      "
        "replicas: 3\n"
        "      resources:\n        limits: {cpus: '0.5', memory: 1G}\n    healthcheck:\n      test: ['CMD', 'true']\n"
        "      interval: 1m30s\n    environment:\n      - A=1\n    cap_add: [ALL]\n"
        "  db:\n    image: postgres\n    volumes: ['data:/var/lib']\n    command: postgres -c x\n",
        s("My Shop"));
    QVERIFY2(imported.error.isEmpty(), qPrintable(imported.error));
    const JsonTree tree = JsonTree::parse(imported.text);
    QCOMPARE(tree.at(s("/id")).toString(), s("/my-shop"));
    QCOMPARE(tree.at(s("/apps/0/dependencies/0")).toString(), s("/my-shop/db"));
    QCOMPARE(tree.at(s("/apps/0/instances")).toDouble(), 3.0);
    QCOMPARE(tree.at(s("/apps/0/mem")).toDouble(), 1024.0);
    QCOMPARE(tree.at(s("/apps/0/healthChecks/0/intervalSeconds")).toDouble(), 90.0);
    QCOMPARE(tree.at(s("/apps/1/cmd")).toString(), s("postgres -c x"));
    QCOMPARE(imported.notes.size(), 2);
    const marathon::Result result = judged(imported.text);
    QVERIFY2(result.valid,
             qPrintable(result.problems.isEmpty() ? QString() : result.problems[0].path + result.problems[0].message));
}

void TestAppSpecSources::composeThatIsNone() {
    QVERIFY(fromCompose("services: [\n", s("x")).error.contains(s("line")));
    QVERIFY(!fromCompose("version: 3\n", s("x")).error.isEmpty());
    QVERIFY(!fromCompose("just text", s("x")).error.isEmpty());
}

void TestAppSpecSources::draftsComeBackWhole() {
    QTemporaryDir folder;
    DraftStore store(folder.path() + s("/drafts"));
    QVERIFY(store.all().isEmpty());
    Draft draft;
    draft.name = s("Versuch ä");
    draft.text = QByteArray("{\"id\": \"/a\",\n\0 half", 18);
    draft.base = "{}\n\n";
    const auto key = store.save(draft, 1000);
    QVERIFY(key.has_value());
    Draft second = draft;
    second.key.clear();
    QVERIFY(store.save(second, 2000).has_value());
    const QList<Draft> all = store.all();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[1].text, draft.text);
    QCOMPARE(all[1].base, draft.base);
    QCOMPARE(all[1].name, draft.name);
    QCOMPARE(all[0].savedMs, 2000);
    QFile half(folder.path() + s("/drafts/half.draft"));
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write("{\"text\":5,\"base\":0}\nabc");
    half.close();
    QCOMPARE(store.all().size(), 2);
    store.remove(*key);
    QCOMPARE(store.all().size(), 1);
    QVERIFY(!store.load(s("../x")).has_value());
}

void TestAppSpecSources::draftsSurviveAKillAtAnyMoment() {
    QTemporaryDir folder;
    const QByteArray one(300'000, 'a'), other(200'000, 'b');
    Draft draft;
    draft.key = s("key");
    draft.text = one;
    DraftStore store(folder.path());
    QVERIFY(store.save(draft, 1).has_value());
    for (int round = 0; round < 8; ++round) {
        const pid_t child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            for (qint64 at = 2;; ++at) {
                draft.text = at % 2 ? one : other;
                (void)store.save(draft, at);
            }
        }
        QTest::qSleep(20 + 7 * round);
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        const auto found = store.load(s("key"));
        QVERIFY(found.has_value());
        QVERIFY(found->text == one || found->text == other);
    }
    QCOMPARE(store.all().size(), 1);
}

void TestAppSpecSources::schemaKnowsPointers() {
    QCOMPARE(patternOf(s("/env/MY_VAR")), s("/env/*"));
    QCOMPARE(patternOf(s("/container/portMappings/3/hostPort")), s("/container/portMappings/*/hostPort"));
    QCOMPARE(patternOf(s("/constraints/2/1")), s("/constraints/*/1"));
    QVERIFY(fieldInfo(s("/healthChecks/0/protocol"))->choiceList().contains(s("MESOS_TCP")));
    QVERIFY(!fieldInfo(s("/someFutureField")));
    QVERIFY(childFields(s("/upgradeStrategy")).size() == 2);
    int top = 0;
    for (const Section section : sections()) {
        QVERIFY(!sectionTitle(section).isEmpty());
        top += int(fieldsOfSection(section).size());
    }
    QCOMPARE(top, 50);
    QCOMPARE(childFields(QString()).size(), 50);
    for (const FieldInfo* field : allFields()) {
        if (*field->defaultJson)
            QVERIFY2(JsonTree::parse(field->defaultJson).isValid(), field->pattern);
    }
}

MESOSCOPE_TEST_MAIN(TestAppSpecSources)
#include "tst_appspec_sources.moc"

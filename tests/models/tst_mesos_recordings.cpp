// Every answer that was recorded from a real Mesos: errors keep the server's words, redirects lead to the leader, and
// what the program reads is read in full; compared with an independent reading of the same bytes.
#include "models/master/calls.h"
#include "models/master/event_decoder.h"
#include "models/master/observe.h"
#include "models/master/operations.h"
#include "models/master/polls.h"
#include "models/master/sandbox.h"
#include "models/net/errors.h"
#include "models/net/record_io_parser.h"
#include "models/net/redirect.h"
#include "tests/support/harness.h"
#include "tests/support/recorded.h"
#include "tests/support/recording_sink.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace mesoscope;
using test::Recorded;

namespace {

QJsonObject jsonOf(const QByteArray& body) {
    return QJsonDocument::fromJson(body).object();
}

/// "get_flags" → the object under it.
QJsonObject contentOf(const QByteArray& body) {
    const QJsonObject root = jsonOf(body);
    return root.value(root.value(QLatin1String("type")).toString().toLower()).toObject();
}

QString value(const QJsonObject& object, const char* key) {
    return object.value(QLatin1String(key)).toObject().value(QLatin1String("value")).toString();
}

net::Request requestOf(const Recorded& r) {
    net::Request request;
    request.method = r.method;
    request.url = QUrl(QStringLiteral("http://127.0.0.1:5051"));
    request.system = QStringLiteral("Mesos");
    request.endpoint.urls = {request.url};
    return request;
}

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), std::size_t(bytes.size())};
}

/// The unversioned endpoints, which the program never asks for.
bool isUnversioned(const QString& name) {
    static const QStringList parts{QStringLiteral(".GET.state"),
                                   QStringLiteral(".GET.slave"),
                                   QStringLiteral(".GET.tasks"),
                                   QStringLiteral(".GET.frameworks"),
                                   QStringLiteral(".GET.roles"),
                                   QStringLiteral(".GET.quota"),
                                   QStringLiteral(".GET.weights"),
                                   QStringLiteral(".GET.maintenance"),
                                   QStringLiteral(".GET.help"),
                                   QStringLiteral(".GET.redirect"),
                                   QStringLiteral(".GET.monitor"),
                                   QStringLiteral(".GET.system"),
                                   QStringLiteral(".GET.files_debug"),
                                   QStringLiteral(".GET.containers"),
                                   QStringLiteral(".GET.logging"),
                                   QStringLiteral(".GET.root"),
                                   QStringLiteral(".GET.master"),
                                   QStringLiteral(".GET.profiler"),
                                   QStringLiteral(".HEAD."),
                                   QStringLiteral(".OPTIONS."),
                                   QStringLiteral(".POST."),
                                   QStringLiteral("empty."),
                                   QStringLiteral("completed."),
                                   QStringLiteral("subscribe.s"),
                                   QStringLiteral("subscribe.teardown"),
                                   QStringLiteral("scheduler"),
                                   QStringLiteral("failover.state"),
                                   QStringLiteral("startup."),
                                   QStringLiteral("misc."),
                                   QStringLiteral("zk.")};
    return std::any_of(parts.cbegin(), parts.cend(), [&name](const QString& p) { return name.contains(p); });
}

void checkFlags(const QByteArray& body) {
    const auto flags = master::decodeFlags(body);
    QVERIFY(flags);
    QMap<QString, QString> expected;
    for (const QJsonValue& v : contentOf(body).value(QLatin1String("flags")).toArray())
        expected.insert(v.toObject().value(QLatin1String("name")).toString(),
                        v.toObject().value(QLatin1String("value")).toString());
    const QJsonObject plain = jsonOf(body).value(QLatin1String("flags")).toObject();
    for (auto it = plain.begin(); it != plain.end(); ++it)
        expected.insert(it.key(), it.value().toString());
    QVERIFY(expected.size() > 20);
    QCOMPARE(*flags, expected);
}

void checkMetrics(const QByteArray& body) {
    const auto metrics = master::decodeMetrics(body);
    QVERIFY(metrics);
    const QJsonObject root = jsonOf(body);
    const bool v1 = root.contains(QLatin1String("get_metrics"));
    const QJsonArray list = contentOf(body).value(QLatin1String("metrics")).toArray();
    QCOMPARE(metrics->size(), v1 ? list.size() : root.size());
    QVERIFY(metrics->size() > 10);
    for (const QJsonValue& v : list)
        QCOMPARE(metrics->value(v.toObject().value(QLatin1String("name")).toString()),
                 v.toObject().value(QLatin1String("value")).toDouble());
    for (auto it = root.begin(); !v1 && it != root.end(); ++it)
        QCOMPARE(metrics->value(it.key()), it.value().toDouble());
}

void checkContainers(const QByteArray& body) {
    const auto containers = master::decodeContainers(body);
    QVERIFY(containers);
    const QJsonArray list = contentOf(body).value(QLatin1String("containers")).toArray();
    QCOMPARE(containers->size(), list.size());
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonObject json = list.at(i).toObject();
        QCOMPARE(containers->at(i).id, value(json, "container_id"));
        QCOMPARE(containers->at(i).executorId, value(json, "executor_id"));
        QCOMPARE(containers->at(i).frameworkId, value(json, "framework_id"));
        QCOMPARE(double(containers->at(i).memBytes), json.value(QLatin1String("resource_statistics"))
                                                         .toObject()
                                                         .value(QLatin1String("mem_rss_bytes"))
                                                         .toDouble());
    }
}

void checkExecutors(const QByteArray& body) {
    const auto executors = master::decodeExecutors(body);
    QVERIFY(executors);
    const QJsonArray list = contentOf(body).value(QLatin1String("executors")).toArray();
    QCOMPARE(executors->size(), list.size());
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonObject info = list.at(i).toObject().value(QLatin1String("executor_info")).toObject();
        QCOMPARE(executors->at(i).id, value(info, "executor_id"));
        QCOMPARE(executors->at(i).type, info.value(QLatin1String("type")).toString());
        QVERIFY(executors->at(i).resources.mem > 0);
    }
}

void checkFiles(const QByteArray& body) {
    const auto files = master::decodeFileList(body);
    QVERIFY(files);
    const QJsonArray list = QJsonDocument::fromJson(body).isArray()
                                ? QJsonDocument::fromJson(body).array()
                                : contentOf(body).value(QLatin1String("file_infos")).toArray();
    QCOMPARE(files->size(), list.size());
    for (qsizetype i = 0; i < list.size(); ++i) {
        QCOMPARE(files->at(i).path, list.at(i).toObject().value(QLatin1String("path")).toString());
        QCOMPARE(double(files->at(i).size), list.at(i).toObject().value(QLatin1String("size")).toDouble());
    }
}

void checkPiece(const QByteArray& body) {
    const auto piece = master::decodeFilePiece(body, 0);
    QVERIFY(piece);
    const QJsonObject v1 = contentOf(body);
    const QByteArray expected = v1.isEmpty()
                                    ? jsonOf(body).value(QLatin1String("data")).toString().toUtf8()
                                    : QByteArray::fromBase64(v1.value(QLatin1String("data")).toString().toLatin1());
    QCOMPARE(piece->data, expected);
}

void checkState(const QByteArray& body) {
    test::RecordingSink sink;
    QVERIFY(master::decodeStateJson(view(body), sink));
    const QJsonObject state = contentOf(body);
    const auto count = [&state](const char* part, const char* list) {
        return state.value(QLatin1String(part)).toObject().value(QLatin1String(list)).toArray().size();
    };
    QCOMPARE(qsizetype(sink.agents.size()), count("get_agents", "agents"));
    QVERIFY(qsizetype(sink.tasks.size()) >= count("get_tasks", "tasks"));
}

void checkAgents(const QByteArray& body) {
    test::RecordingSink sink;
    QVERIFY(master::decodeAgentsJson(view(body), sink));
    const QJsonArray list = contentOf(body).value(QLatin1String("agents")).toArray();
    QCOMPARE(qsizetype(sink.agents.size()), list.size());
    for (const QJsonValue& v : list) {
        const QJsonObject info = v.toObject().value(QLatin1String("agent_info")).toObject();
        QVERIFY(sink.agents.contains(value(info, "id").toStdString()));
    }
}

void checkSettings(const QString& name, const QByteArray& body) {
    if (name.endsWith(QLatin1String("GET_ROLES"))) {
        master::RoleTable table;
        QVERIFY(table.addRoles(body));
    } else if (name.endsWith(QLatin1String("GET_QUOTA"))) {
        master::RoleTable table;
        QVERIFY(table.addQuota(body));
    } else if (name.endsWith(QLatin1String("GET_WEIGHTS"))) {
        master::RoleTable table;
        QVERIFY(table.addWeights(body));
    } else if (name.endsWith(QLatin1String("GET_MAINTENANCE_SCHEDULE"))) {
        const auto schedule = master::decodeMaintenance(body);
        QVERIFY(schedule);
        QCOMPARE(schedule->size(), contentOf(body)
                                       .value(QLatin1String("schedule"))
                                       .toObject()
                                       .value(QLatin1String("windows"))
                                       .toArray()
                                       .size());
    } else {
        const auto status = master::decodeMaintenanceStatus(body);
        QVERIFY(status);
        const QJsonObject json = contentOf(body).value(QLatin1String("status")).toObject();
        QCOMPARE(status->draining.size(), json.value(QLatin1String("draining_machines")).toArray().size());
        QCOMPARE(status->down.size(), json.value(QLatin1String("down_machines")).toArray().size());
        for (const master::Machine& machine : status->draining)
            QCOMPARE(machine.hostname, QStringLiteral("maint-host"));
    }
}

/// False: nothing in the program reads such an answer.
bool checkContent(const Recorded& r) {
    const QByteArray& b = r.body;
    const QString type = jsonOf(b).value(QLatin1String("type")).toString();
    if (type == QLatin1String("GET_FLAGS") || r.name.endsWith(QLatin1String(".GET.flags")))
        checkFlags(b);
    else if (type == QLatin1String("GET_METRICS") || r.name.endsWith(QLatin1String(".GET.metrics_snapshot")))
        checkMetrics(b);
    else if (type == QLatin1String("GET_CONTAINERS"))
        checkContainers(b);
    else if (type == QLatin1String("GET_EXECUTORS"))
        checkExecutors(b);
    else if (type == QLatin1String("GET_OPERATIONS"))
        [&] { QVERIFY(master::decodeOperations(b) && master::decodeOperations(b)->isEmpty()); }();
    else if (type == QLatin1String("LIST_FILES") || r.name.contains(QLatin1String("files_browse")))
        checkFiles(b);
    else if (type == QLatin1String("READ_FILE") || r.name.contains(QLatin1String("log.read")))
        checkPiece(b);
    else if (type == QLatin1String("GET_STATE") && r.name.startsWith(QLatin1String("agent")))
        return false;
    else if (type == QLatin1String("GET_STATE"))
        checkState(b);
    else if (type == QLatin1String("GET_AGENTS"))
        checkAgents(b);
    else if (type == QLatin1String("GET_VERSION"))
        [&] { QCOMPARE(master::decodeVersion(b).value_or(QString()), QStringLiteral("1.12.0")); }();
    else if (type == QLatin1String("GET_MASTER"))
        [&] {
            QCOMPARE(master::decodeMaster(b)->hostname, contentOf(b)
                                                            .value(QLatin1String("master_info"))
                                                            .toObject()
                                                            .value(QLatin1String("hostname"))
                                                            .toString());
        }();
    else if (type == QLatin1String("GET_ROLES") || type == QLatin1String("GET_QUOTA") ||
             type == QLatin1String("GET_WEIGHTS") || type.startsWith(QLatin1String("GET_MAINTENANCE")))
        checkSettings(QLatin1Char('.') + type, b);
    else
        return false;
    return true;
}

} // namespace

class TestMesosRecordings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusalsKeepTheServersWords_data();
    void refusalsKeepTheServersWords();
    void redirectsLeadToTheLeader();
    void whatIsReadIsReadInFull();
    void denialsAndUnknownObjectsAreExplained();
    void virtualSandbox();
    void failOver();

private:
    QList<Recorded> all_ = test::recordedAnswers(QStringLiteral("mesos/answers.txt"));
};

void TestMesosRecordings::refusalsKeepTheServersWords_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < all_.size(); ++i) {
        if (all_.at(i).status >= 400)
            QTest::newRow(qPrintable(all_.at(i).name)) << i;
    }
}

void TestMesosRecordings::refusalsKeepTheServersWords() {
    QFETCH(int, index);
    const Recorded& r = all_.at(index);
    const base::Error error = net::statusError(requestOf(r), r.status, r.contentType, r.body);
    QCOMPARE(error.kind, base::ErrorKind::Status);
    QCOMPARE(error.httpStatus, r.status);
    QVERIFY(!error.sentence.isEmpty());
    const QString words = QString::fromUtf8(r.body).simplified();
    if (r.contentType.startsWith("text/plain") && !words.isEmpty())
        QVERIFY2(words.startsWith(error.serverText.simplified().left(60)) && !error.serverText.isEmpty(),
                 qPrintable(error.serverText));
    if (words.isEmpty())
        QVERIFY(error.serverText.isEmpty());
    QVERIFY(!error.serverText.contains(QLatin1Char('<'))); // markup is for browsers
}

void TestMesosRecordings::redirectsLeadToTheLeader() {
    int count = 0;
    for (const Recorded& r : std::as_const(all_)) {
        if (r.status != 307)
            continue;
        ++count;
        QStringList visited;
        net::Request request = requestOf(r);
        request.body = r.method == "POST" ? QByteArray("{}") : QByteArray();
        const auto next = net::followed(request, r.status, r.deployment, visited); // the field holds the Location here
        QVERIFY2(next, qPrintable(r.name));
        QVERIFY2(next->url.scheme() == QStringLiteral("http"), qPrintable(r.name));
        QVERIFY(next->url.port() != 5051 || r.name.contains(QLatin1String("redirect")));
        QCOMPARE(next->method, r.method);
        QCOMPARE(next->body, request.body);
    }
    QVERIFY(count > 20);
}

void TestMesosRecordings::whatIsReadIsReadInFull() {
    int read = 0;
    QStringList unread;
    for (const Recorded& r : std::as_const(all_)) {
        if (r.status != 200 || r.body.isEmpty() || isUnversioned(r.name))
            continue;
        if (checkContent(r))
            ++read;
        else
            unread << r.name;
        if (QTest::currentTestFailed())
            qFatal("in %s", qPrintable(r.name));
    }
    QVERIFY2(read >= 30, qPrintable(QString::number(read)));
    // What nobody in the program asks for, by name: a new recording has to be thought about.
    for (const QString& name : std::as_const(unread)) {
        const bool known =
            name.contains(QLatin1String("GET_HEALTH")) || name.contains(QLatin1String("GET_LOGGING_LEVEL")) ||
            name.contains(QLatin1String("GET_FRAMEWORKS")) || name.contains(QLatin1String("GET_TASKS")) ||
            name.contains(QLatin1String("GET_AGENT")) || name.contains(QLatin1String("GET_RESOURCE_PROVIDERS")) ||
            name.contains(QLatin1String("GET.version")) || name.contains(QLatin1String("GET_STATE")) ||
            name.contains(QLatin1String("SESSION")) || name.contains(QLatin1String("SUBSCRIBE")) ||
            name.startsWith(QLatin1String("error.")) || name.startsWith(QLatin1String("failover.")) ||
            name.contains(QLatin1String("variant"));
        QVERIFY2(known, qPrintable(name));
    }
}

void TestMesosRecordings::denialsAndUnknownObjectsAreExplained() {
    const auto errorOf = [this](const char* name) {
        const Recorded r = test::recordedAnswer(all_, QLatin1String(name));
        return net::statusError(requestOf(r), r.status, r.contentType, r.body);
    };
    const base::Error denied = master::explained(master::updateWeightsCall({}), errorOf("auth.ops.v1.UPDATE_WEIGHTS"));
    QCOMPARE(denied.httpStatus, 403);
    QVERIFY2(denied.sentence.contains(QLatin1String("access control")), qPrintable(denied.sentence));
    const base::Error agent = master::explained(master::drainAgentCall({}), errorOf("error.DRAIN_unknown"));
    QVERIFY2(agent.sentence.contains(QLatin1String("does not know this agent")), qPrintable(agent.sentence));
    const base::Error framework = master::explained(master::teardownCall({}), errorOf("error.TEARDOWN_unknown"));
    QVERIFY2(framework.sentence.contains(QLatin1String("does not know this framework")),
             qPrintable(framework.sentence));
    QCOMPARE(errorOf("auth.none.v1.GET_STATE").httpStatus, 401);
}

void TestMesosRecordings::virtualSandbox() {
    const auto browse =
        master::decodeFileList(test::fixture(QStringLiteral("mesos/agent.sandbox.virtual_browse.body")));
    QVERIFY(browse);
    QStringList names;
    for (const master::SandboxFile& file : *browse)
        names << file.name;
    QVERIFY2(names.contains(QStringLiteral("stdout")) && names.contains(QStringLiteral("stderr")),
             qPrintable(names.join(QLatin1Char(' '))));
    QVERIFY(browse->first().path.startsWith(QLatin1String("/frameworks/")));
    const auto piece =
        master::decodeFilePiece(test::fixture(QStringLiteral("mesos/agent.sandbox.virtual_read.body")), 0);
    QVERIFY(piece);
    const QByteArray raw = test::fixture(QStringLiteral("mesos/agent.sandbox.virtual_read.body"));
    QCOMPARE(piece->data, jsonOf(raw).value(QLatin1String("data")).toString().toUtf8());
    // A download is the file itself: what the list says it is as long as.
    QVERIFY(!test::fixture(QStringLiteral("mesos/agent.sandbox.virtual_download.body")).isEmpty());
}

/// The stream of a leader that was killed, then the one of its successor.
void TestMesosRecordings::failOver() {
    const auto play = [](const char* name, test::RecordingSink& sink, std::uint64_t* recovered) {
        QByteArray raw = test::fixture(QStringLiteral("mesos/failover.%1.raw").arg(QLatin1String(name)));
        raw.remove(0, raw.indexOf("\r\n\r\n") + 4);
        QByteArray body;
        while (!raw.isEmpty()) {
            const qsizetype end = raw.indexOf("\r\n");
            bool ok = false;
            const qsizetype size = raw.left(end).toLongLong(&ok, 16);
            if (end < 0 || !ok)
                break;
            body += raw.mid(end + 2, size);
            raw.remove(0, end + 2 + size + 2);
        }
        const auto decoder = master::makeJsonDecoder(sink);
        net::RecordIoParser records;
        bool fine = true;
        records.onBegin = [&](std::uint64_t size) { decoder->begin(size); };
        records.onBytes = [&](std::string_view bytes, bool last) { fine = fine && decoder->bytes(bytes, last); };
        fine = fine && records.feed(view(body));
        decoder->abandon();
        *recovered = decoder->recoveredRows();
        return fine && decoder->pictures() == 1;
    };
    test::RecordingSink before;
    test::RecordingSink after;
    std::uint64_t recovered = 0;
    QVERIFY(play("old_leader", before, &recovered));
    QCOMPARE(recovered, 0U);
    const auto agents = before.agents;
    QVERIFY(agents.size() >= 2);
    QVERIFY(!before.tasks.empty());
    QVERIFY(play("new_leader", after, &recovered));
    // The successor knows them from the registry, then they come back one by one.
    QVERIFY2(recovered > 0 || after.agents.size() == agents.size(), qPrintable(after.text()));
    for (const auto& [id, what] : after.agents)
        QVERIFY2(agents.contains(id), id.c_str());
    for (const auto& [id, what] : after.tasks)
        QVERIFY2(before.tasks.contains(id), id.c_str());
}

MESOSCOPE_TEST_MAIN(TestMesosRecordings)
#include "tst_mesos_recordings.moc"

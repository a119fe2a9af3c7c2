// The protobuf decoder tells the sink exactly what the JSON decoder tells it: on recordings and on made-up states.
#include "models/master/event_decoder.h"
#include "models/master/proto_json.h"
#include "models/net/record_io_parser.h"
#include "tests/support/harness.h"
#include "tests/support/recording_sink.h"
#include "tests/support/twin_state.h"

#include <protozero/pbf_writer.hpp>

#include <QTest>

using namespace mesoscope;
using test::RecordingSink;

namespace {

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), std::size_t(bytes.size())};
}

bool feed(master::EventDecoder& decoder, const QByteArray& record, qsizetype piece) {
    decoder.begin(std::uint64_t(record.size()));
    for (qsizetype i = 0; i < record.size(); i += piece) {
        const qsizetype n = qMin(piece, record.size() - i);
        if (!decoder.bytes(view(record).substr(std::size_t(i), std::size_t(n)), i + n == record.size()))
            return false;
    }
    return true;
}

QByteArrayList records(const QByteArray& stream) {
    QByteArrayList list;
    QByteArray current;
    net::RecordIoParser parser;
    parser.onBytes = [&](std::string_view bytes, bool last) {
        current.append(bytes.data(), qsizetype(bytes.size()));
        if (last)
            list.append(std::exchange(current, {}));
    };
    return parser.feed(view(stream)) ? list : QByteArrayList();
}

} // namespace

class TestMasterProtobuf : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recordedStateIsTheSame();
    void recordedStreamIsRead();
    void madeUpStates_data();
    void madeUpStates();
    void updatesAreTheSame();
    void piecesDoNotMatter();
    void unknownEventsAndEnums();
    void wrongWireTypesAreSkipped();
    void flags_data();
    void flags();
    void truncatedEverywhere();
    void damagedBytesNeverCrash();
    void defaultsArePrinted();
};

void TestMasterProtobuf::recordedStateIsTheSame() {
    RecordingSink json;
    RecordingSink proto;
    QVERIFY(master::decodeStateJson(view(test::fixture(QStringLiteral("mesos/master.v1.GET_STATE.body"))), json));
    QVERIFY(master::decodeStateProtobuf(view(test::fixture(QStringLiteral("mesos/master.v1.GET_STATE_protobuf.body"))),
                                        proto));
    QStringList a = json.log;
    QStringList b = proto.log;
    a.sort(); // two answers, a moment apart: the master's hash maps have no order
    b.sort();
    QCOMPARE(b, a);
    QVERIFY(a.size() > 10);
}

void TestMasterProtobuf::recordedStreamIsRead() {
    RecordingSink sink;
    const auto decoder = master::makeProtobufDecoder(sink);
    const QByteArrayList list = records(test::fixture(QStringLiteral("mesos/subscribe_variant.protobuf.body")));
    QVERIFY(list.size() >= 2);
    for (const QByteArray& record : list)
        QVERIFY(feed(*decoder, record, record.size()));
    QCOMPARE(decoder->pictures(), 1);
    QCOMPARE(decoder->heartbeatSeconds(), 15.0);
    QVERIFY(decoder->events() >= 1);
    RecordingSink json;
    const auto other = master::makeJsonDecoder(json);
    for (const QByteArray& record : records(test::fixture(QStringLiteral("mesos/subscribe_variant.no_accept.body"))))
        QVERIFY(feed(*other, record, record.size()));
    QCOMPARE(sink.text(), json.text());
}

void TestMasterProtobuf::madeUpStates_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestMasterProtobuf::madeUpStates() {
    QFETCH(unsigned, seed);
    const test::TwinState twin = test::twinState(seed, 20, 200);
    RecordingSink json;
    RecordingSink proto;
    const auto a = master::makeJsonDecoder(json);
    const auto b = master::makeProtobufDecoder(proto);
    QVERIFY(feed(*a, twin.json, 50'000));
    QVERIFY(feed(*b, twin.protobuf, 50'000));
    QStringList fromJson = json.log;
    QStringList fromProto = proto.log;
    fromJson.sort(); // the lists of one message stand side by side in JSON and may be mixed in protobuf
    fromProto.sort();
    QCOMPARE(fromProto, fromJson);
    QCOMPARE(b->rows(), a->rows());
    QCOMPARE(b->agentRows(), 20U);
    QCOMPARE(b->recoveredRows(), 1U);
    QCOMPARE(a->recoveredRows(), 1U);
    QCOMPARE(b->heartbeatSeconds(), 12.5);
    QCOMPARE(a->heartbeatSeconds(), 12.5);
}

void TestMasterProtobuf::updatesAreTheSame() {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const test::TwinState twin = test::twinUpdate(seed);
        RecordingSink json;
        RecordingSink proto;
        QVERIFY(feed(*master::makeJsonDecoder(json), twin.json, 10'000));
        QVERIFY(feed(*master::makeProtobufDecoder(proto), twin.protobuf, 10'000));
        QCOMPARE(proto.log, json.log);
    }
}

void TestMasterProtobuf::piecesDoNotMatter() {
    const test::TwinState twin = test::twinState(7, 5, 30);
    RecordingSink whole;
    QVERIFY(feed(*master::makeProtobufDecoder(whole), twin.protobuf, twin.protobuf.size()));
    for (const qsizetype piece : {1, 2, 3, 17, 1000}) {
        RecordingSink cut;
        QVERIFY(feed(*master::makeProtobufDecoder(cut), twin.protobuf, piece));
        QCOMPARE(cut.log, whole.log);
    }
}

void TestMasterProtobuf::unknownEventsAndEnums() {
    RecordingSink sink;
    const auto decoder = master::makeProtobufDecoder(sink);
    std::string event;
    protozero::pbf_writer(event).add_uint32(1, 77);
    QVERIFY(feed(*decoder, QByteArray::fromStdString(event), 100));
    QCOMPARE(sink.log.last(), QStringLiteral("unknownEvent type 77"));
    std::string update;
    protozero::pbf_writer(update).add_uint32(3, 4000);
    event.clear();
    protozero::pbf_writer writer(event);
    writer.add_uint32(1, 3);
    writer.add_message(4, update);
    QVERIFY(feed(*decoder, QByteArray::fromStdString(event), 100));
    QVERIFY(sink.log.last().contains(QLatin1String("agent=  0 status")));
}

void TestMasterProtobuf::wrongWireTypesAreSkipped() {
    std::string task;
    protozero::pbf_writer w(task);
    w.add_uint32(1, 5);         // name as a number
    w.add_double(2, 1.5);       // task_id as a double
    w.add_string(6, "RUNNING"); // state as text
    w.add_fixed32(7, 1);
    w.add_string(999, "unknown");
    w.add_message(3, std::string("\x0a\x01"
                                 "F"));
    std::string tasks;
    protozero::pbf_writer(tasks).add_message(2, task);
    std::string state;
    protozero::pbf_writer(state).add_message(1, tasks);
    std::string response;
    protozero::pbf_writer(response).add_message(9, state);
    RecordingSink sink;
    QVERIFY(master::decodeStateProtobuf(response, sink));
    QVERIFY2(sink.log.at(1).startsWith(QLatin1String("task  \"\" framework=F ")), qPrintable(sink.log.at(1)));
}

void TestMasterProtobuf::flags_data() {
    QTest::addColumn<QByteArray>("active");
    QTest::addColumn<QString>("part");
    QTest::newRow("true") << QByteArray("\x01", 1) << QStringLiteral("active=1");
    QTest::newRow("false") << QByteArray("\x00", 1) << QStringLiteral("active=0");
    QTest::newRow("false in two bytes") << QByteArray("\x80\x00", 2) << QStringLiteral("active=0");
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestMasterProtobuf::flags() {
    QFETCH(QByteArray, active);
    QFETCH(QString, part);
    std::string agents;
    protozero::pbf_writer(agents).add_message(1, "\x10" + active.toStdString());
    std::string state;
    protozero::pbf_writer(state).add_message(4, agents);
    std::string answer;
    protozero::pbf_writer(answer).add_message(9, state);
    RecordingSink sink;
    QCOMPARE(master::decodeStateProtobuf(answer, sink).has_value(), !part.isEmpty());
    QVERIFY2(sink.log.join(QLatin1Char(' ')).contains(part), qPrintable(sink.text()));
}

void TestMasterProtobuf::truncatedEverywhere() {
    const QByteArray state = test::fixture(QStringLiteral("mesos/master.v1.GET_STATE_protobuf.body"));
    int incomplete = 0;
    for (qsizetype n = 0; n < state.size(); ++n) {
        RecordingSink sink;
        sink.keepLog = false;
        incomplete += master::decodeStateProtobuf(view(state).substr(0, std::size_t(n)), sink) ? 0 : 1;
    }
    // A cut between two outer fields leaves a valid message; everywhere else it is noticed.
    QVERIFY2(state.size() - incomplete <= 2, qPrintable(QString::number(state.size() - incomplete)));
}

void TestMasterProtobuf::damagedBytesNeverCrash() {
    const QByteArray good = test::twinState(3, 3, 10).protobuf;
    unsigned random = 12345;
    for (int round = 0; round < 3000; ++round) {
        QByteArray bad = good;
        for (int i = 0; i < 3; ++i) {
            random = random * 1664525U + 1013904223U;
            bad[qsizetype(random >> 8) % bad.size()] = char(random);
        }
        RecordingSink sink;
        const auto decoder = master::makeProtobufDecoder(sink);
        const bool ok = feed(*decoder, bad, 777);
        decoder->abandon();
        QVERIFY(ok ? sink.abandoned == 0 : sink.pictures == 0);
    }
}

void TestMasterProtobuf::defaultsArePrinted() {
    QCOMPARE(master::protoJson(master::JsonPart::Labels, {}), std::string("{}"));
    std::string check;
    protozero::pbf_writer(check).add_uint32(8, 2);
    QCOMPARE(
        master::protoJson(master::JsonPart::HealthCheck, check),
        std::string(R"({"delay_seconds":15.0,"interval_seconds":10.0,"timeout_seconds":20.0,"consecutive_failures":3,)"
                    R"("grace_period_seconds":10.0,"type":"HTTP"})"));
    QVERIFY(master::protoJson(master::JsonPart::Labels, "\x0a\x05xx").empty());
}

MESOSCOPE_TEST_MAIN(TestMasterProtobuf)
#include "tst_master_protobuf.moc"

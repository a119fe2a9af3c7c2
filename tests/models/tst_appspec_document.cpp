// The lossless document: round trip, minimal edits, undo, positions, bad input.
#include "models/appspec/document.h"
#include "models/appspec/rules/marathon.h"
#include "tests/support/harness.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace mesoscope::appspec;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

QString sentenceFor(const QByteArray& text) {
    const JsonTree tree = JsonTree::parse(text);
    if (tree.isValid())
        return {};
    return s("%1:%2 %3").arg(tree.error()->position.line).arg(tree.error()->position.column).arg(tree.error()->message);
}

void collect(const JsonTree& tree, JsonValue value, QStringList& pointers) {
    if (value.parent().isValid() && !value.isShadowed())
        pointers.append(tree.pointerOf(value));
    for (JsonValue child = value.firstChild(); child.isValid(); child = child.next())
        collect(tree, child, pointers);
}

/// Pointer → bytes of every scalar.
QMap<QString, QByteArray> scalars(const JsonTree& tree) {
    QStringList pointers;
    collect(tree, tree.root(), pointers);
    QMap<QString, QByteArray> result;
    for (const QString& pointer : pointers) {
        const JsonValue value = tree.at(pointer);
        if (value.childCount() == 0)
            result.insert(pointer, QByteArray(value.raw().data(), qsizetype(value.raw().size())));
    }
    return result;
}

} // namespace

class TestAppSpecDocument : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsOrderNumbersAndRepeatedKeys();
    void setTouchesOnlyItsBytes();
    void addsInTheFilesOwnStyle();
    void removesRenamesAndMoves();
    void undoAndRedoAcrossFormAndText();
    void positionsBothWays();
    void badInputIsASentence_data();
    void badInputIsASentence();
    void deepAndLargeInputEndsInASentence();
    void changingOneFieldChangesOnlyThatField_data();
    void changingOneFieldChangesOnlyThatField();
    void randomDamageNeverBreaks();
};

void TestAppSpecDocument::keepsOrderNumbersAndRepeatedKeys() {
    const QByteArray text = "{ \"b\" : 0.10, \"a\":1E2,\n\t\"b\":\"\\u00e4\" }";
    Document document(text);
    QVERIFY(document.isValid());
    QCOMPARE(document.text(), text);
    const auto tree = document.parsed();
    QCOMPARE(tree->root().member("a").raw(), std::string_view("1E2"));
    QCOMPARE(tree->at(s("/b")).toString(), s("ä"));
    QCOMPARE(tree->notes().size(), size_t(1));
    QVERIFY(tree->root().firstChild().isShadowed());
    QCOMPARE(tree->root().member("a").toDouble(), 100.0);
}

void TestAppSpecDocument::setTouchesOnlyItsBytes() {
    Document document("{\n    \"cpus\": 0.10,  \"mem\":64\n}\n");
    QCOMPARE(document.setValue(s("/mem"), "128"), QString());
    QCOMPARE(document.text(), QByteArray("{\n    \"cpus\": 0.10,  \"mem\":128\n}\n"));
    QCOMPARE(document.setValue(s("/mem"), "12x").isEmpty(), false);
    QCOMPARE(document.setValue(s("/mem/deeper"), "1").isEmpty(), false);
}

void TestAppSpecDocument::addsInTheFilesOwnStyle() {
    Document spread("{\r\n\t\"id\": \"/a\"\r\n}");
    QCOMPARE(spread.setValue(s("/upgradeStrategy/minimumHealthCapacity"), "1"), QString());
    QCOMPARE(spread.text(),
             QByteArray(
                 "{\r\n\t\"id\": \"/a\",\r\n\t\"upgradeStrategy\": {\r\n\t\t\"minimumHealthCapacity\": 1\r\n\t}\r\n}"));
    Document dense("{\"id\":\"/a\"}");
    QCOMPARE(dense.setValue(s("/env"), "{ \"A\": \"1\" }"), QString());
    QCOMPARE(dense.text(), QByteArray("{\"id\":\"/a\",\"env\":{\"A\":\"1\"}}"));
    Document list("{\n  \"constraints\": [\n    [\"hostname\", \"UNIQUE\"]\n  ]\n}\n");
    QCOMPARE(list.insertValue(s("/constraints/-"), "[\"rack\",\"MAX_PER\",\"2\"]"), QString());
    QCOMPARE(list.insertValue(s("/constraints/0"), "[\"a\",\"CLUSTER\"]"), QString());
    QCOMPARE(list.text(),
             QByteArray("{\n  \"constraints\": [\n    [\"a\", \"CLUSTER\"],\n    [\"hostname\", \"UNIQUE\"],\n    "
                        "[\"rack\", \"MAX_PER\", \"2\"]\n  ]\n}\n"));
    Document fresh;
    QCOMPARE(fresh.setValue(s("/id"), "\"/x\""), QString());
    QCOMPARE(fresh.text(), QByteArray("{\n  \"id\": \"/x\"\n}\n"));
}

void TestAppSpecDocument::removesRenamesAndMoves() {
    Document document("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": [1, 2,  3]\n}");
    QCOMPARE(document.removeValue(s("/b")), QString());
    QCOMPARE(document.text(), QByteArray("{\n  \"a\": 1,\n  \"c\": [1, 2,  3]\n}"));
    QCOMPARE(document.removeValue(s("/a")), QString());
    QCOMPARE(document.moveElement(s("/c/0"), 2), QString());
    QCOMPARE(document.text(), QByteArray("{\n  \"c\": [2, 3,  1]\n}"));
    QCOMPARE(document.renameKey(s("/c"), s("d\"")), QString());
    QCOMPARE(document.text(), QByteArray("{\n  \"d\\\"\": [2, 3,  1]\n}"));
    QCOMPARE(document.removeValue(s("/d\"")), QString());
    QCOMPARE(document.text(), QByteArray("{}"));
    QVERIFY(!document.removeValue(s("/d")).isEmpty());
    QVERIFY(!document.removeValue(QString()).isEmpty());
}

void TestAppSpecDocument::undoAndRedoAcrossFormAndText() {
    const QByteArray original = "{\"id\": \"/a\", \"instances\": 1}";
    Document document(original);
    document.setValue(s("/instances"), "2");
    document.setValue(s("/instances"), "23"); // the same field once more: one step
    const quint32 end = quint32(document.text().size()) - 1;
    for (const char* key : {",", "\"", "x", "\"", ":", "1"})
        document.replaceText({quint32(document.text().size()) - 1, 0, key});
    QCOMPARE(document.text(), QByteArray("{\"id\": \"/a\", \"instances\": 23,\"x\":1}"));
    QVERIFY(document.isModified());
    document.undo();
    QCOMPARE(quint32(document.text().size()) - 1, end);
    document.undo();
    QCOMPARE(document.text(), original);
    QVERIFY(!document.canUndo() && !document.isModified());
    document.redo();
    document.redo();
    QVERIFY(!document.canRedo());
    QCOMPARE(document.text(), QByteArray("{\"id\": \"/a\", \"instances\": 23,\"x\":1}"));
    document.setText("{\"id\": \"/a\"");
    QVERIFY(!document.isValid());
    QVERIFY(document.lastValid()->isValid());
    document.undo();
    QVERIFY(document.isValid());
}

void TestAppSpecDocument::positionsBothWays() {
    Document document(QByteArray("{\n  \"ä\": [1,\n    {\"k\": true}]\n}"));
    QCOMPARE(document.positionOf(s("/ä/1/k")), (Position{3, 11}));
    QCOMPARE(document.pointerAt({3, 7}), s("/ä/1/k"));
    QCOMPARE(document.pointerAt({2, 9}), s("/ä/0"));
    QCOMPARE(document.pointerAt({1, 1}), QString());
    QCOMPARE(document.positionOf(s("/ä/7/missing")), (Position{2, 8}));
}

void TestAppSpecDocument::badInputIsASentence_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("begin");
    QTest::newRow("empty") << QByteArray("") << s("1:1 The document is empty");
    QTest::newRow("half") << QByteArray("{\"id\": \"/a\",\n \"cmd\"") << s("2:7 The text ends too early");
    QTest::newRow("open text") << QByteArray("{\"id\": \"/a,\n}") << s("1:8 The text that begins");
    QTest::newRow("comment") << QByteArray("{\n  // x\n}") << s("2:3 Comments are not part of JSON");
    QTest::newRow("hash") << QByteArray("# x\n{}") << s("1:1 Comments");
    QTest::newRow("comma") << QByteArray("{\"a\": 1,}") << s("1:9 There is a comma before }");
    QTest::newRow("nan") << QByteArray("{\"a\": NaN}") << s("1:7 JSON has no NaN");
    QTest::newRow("word") << QByteArray("{\"a\": yes}") << s("1:7 “yes” is not a value");
    QTest::newRow("single") << QByteArray("{'a': 1}") << s("1:2 JSON writes texts in double quotes");
    QTest::newRow("nul") << QByteArray("{\"a\": \"b\0c\"}", 12) << s("1:9 There is a NUL byte inside");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\x02\x01\0",
                                          7)
                            << s("1:1");
    QTest::newRow("latin") << QByteArray("{\"a\": \"\xe4\"}") << s("1:8 This byte is not UTF-8");
    QTest::newRow("rest") << QByteArray("{} x") << s("1:4 The document is complete here");
    QTest::newRow("zero") << QByteArray("{\"a\": 01}") << s("1:7 A number may not begin with 0");
    QTest::newRow("escape") << QByteArray("{\"a\": \"\\q\"}") << s("1:8 This escape is unknown");
}

void TestAppSpecDocument::badInputIsASentence() {
    QFETCH(QByteArray, text);
    QFETCH(QString, begin);
    const QString sentence = sentenceFor(text);
    QVERIFY2(sentence.startsWith(begin), qPrintable(sentence));
    const marathon::Result result = marathon::validate(JsonTree::parse(text));
    QVERIFY(!result.valid && result.problems.size() == 1 && result.problems[0].stage == Stage::Syntax);
    QCOMPARE(Document(text).text(), text);
}

void TestAppSpecDocument::deepAndLargeInputEndsInASentence() {
    QVERIFY(sentenceFor(QByteArray(10000, '[')).startsWith(s("1:1001 Values are nested deeper")));
    QVERIFY(sentenceFor(QByteArray(70 * 1024 * 1024, ' ')).contains(s("larger than 64 MB")));
    const marathon::Result result =
        marathon::validate(JsonTree::parse("{\"id\": \"/a\", \"cmd\": \"\\ud800xx\",\n \"cpus\": 1e999}"));
    QCOMPARE(result.problems.size(), 2);
    QCOMPARE(result.problems[0].position, (Position{1, 21}));
    QCOMPARE(result.problems[1].position, (Position{2, 10}));
    QByteArray wide = "{\"env\": {";
    for (int i = 0; i < 50000; ++i)
        wide += (i ? ",\"K" : "\"K") + QByteArray::number(i) + "\":\"v\"";
    QVERIFY(JsonTree::parse(wide + "}}").isValid());
}

void TestAppSpecDocument::changingOneFieldChangesOnlyThatField_data() {
    QTest::addColumn<QByteArray>("text");
    const QDir dir(s(MESOSCOPE_FIXTURES "/marathon/cases"));
    for (const QString& name : dir.entryList({s("*.json")})) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll();
    }
}

void TestAppSpecDocument::changingOneFieldChangesOnlyThatField() {
    QFETCH(QByteArray, text);
    const JsonTree tree = JsonTree::parse(text);
    QVERIFY(tree.isValid());
    const QMap<QString, QByteArray> before = scalars(tree);
    for (auto it = before.begin(); it != before.end(); ++it) {
        Document document(text);
        QCOMPARE(document.setValue(it.key(), "\"other\""), QString());
        QMap<QString, QByteArray> after = scalars(*document.parsed());
        QCOMPARE(after.value(it.key()), QByteArray("\"other\""));
        after.insert(it.key(), it.value());
        QCOMPARE(after, before);
        const JsonValue value = tree.at(it.key());
        QCOMPARE(document.text(), text.left(qsizetype(value.begin())) + "\"other\"" + text.mid(qsizetype(value.end())));
        document.undo();
        QCOMPARE(document.text(), text);
        // What is added can be taken away again without a trace.
        QCOMPARE(document.setValue(s("/zz"), "{\"a\":[1,{\"b\":2}]}"), QString());
        QVERIFY(document.isValid());
        QCOMPARE(document.removeValue(s("/zz")), QString());
        QCOMPARE(document.text(), text);
    }
}

void TestAppSpecDocument::randomDamageNeverBreaks() {
    QFile file(s(MESOSCOPE_FIXTURES "/marathon/cases/valid-linuxinfo.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QRandomGenerator random(7);
    static constexpr char bytes[] = "{}[]\",:0-9.eE\\u/ \n\0\xff"
                                    "tfn";
    for (int round = 0; round < 3000; ++round) {
        QByteArray damaged = text;
        for (int i = random.bounded(1, 5); i > 0; --i)
            damaged[random.bounded(int(damaged.size()))] = bytes[random.bounded(int(sizeof bytes - 1))];
        const JsonTree tree = JsonTree::parse(damaged);
        if (tree.isValid()) {
            const marathon::Result result = marathon::validate(tree);
            for (const Problem& problem : result.problems)
                QVERIFY(problem.end <= quint32(damaged.size()));
            QVERIFY(patch::set(tree, s("/app/id"), "1").ok() || !tree.root().is(JsonValue::Kind::Object) ||
                    !tree.at(s("/app")).is(JsonValue::Kind::Object));
        } else {
            QVERIFY(!tree.error()->message.isEmpty());
            QVERIFY(tree.error()->offset <= quint32(damaged.size()));
        }
    }
}

MESOSCOPE_TEST_MAIN(TestAppSpecDocument)
#include "tst_appspec_document.moc"

#include "tests/support/harness.h"

#include <QFile>
#include <QMutex>
#include <QTest>

#include <cstdio>
#include <cstdlib>

namespace mesoscope::test {

namespace {

struct Expectations {
    QMutex mutex;
    QStringList expected;
    QStringList unexpected;
};

Expectations& expectations() {
    static Expectations instance;
    return instance;
}

QtMessageHandler previousHandler = nullptr;

void strictHandler(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    // The offscreen platform says so for every window with a smallest size.
    if (message.startsWith(QLatin1String("This plugin does not support propagateSizeHints")))
        return;
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        Expectations& e = expectations();
        const QMutexLocker lock(&e.mutex);
        for (qsizetype i = 0; i < e.expected.size(); ++i) {
            if (message.contains(e.expected.at(i))) {
                e.expected.removeAt(i);
                return;
            }
        }
        e.unexpected.append(message);
    }
    if (previousHandler)
        previousHandler(type, context, message);
}

} // namespace

void expectWarning(const QString& part) {
    const QMutexLocker lock(&expectations().mutex);
    expectations().expected.append(part);
}

int run(QObject& testObject, int argc, char** argv) {
    previousHandler = qInstallMessageHandler(strictHandler);
    const int failures = QTest::qExec(&testObject, argc, argv);
    const QMutexLocker lock(&expectations().mutex);
    for (const QString& message : std::as_const(expectations().unexpected))
        std::fprintf(stderr, "unexpected warning: %s\n", qUtf8Printable(message));
    for (const QString& message : std::as_const(expectations().expected))
        std::fprintf(stderr, "announced warning never came: %s\n", qUtf8Printable(message));
    return failures != 0 || !expectations().unexpected.isEmpty() || !expectations().expected.isEmpty() ? 1 : 0;
}

QByteArray fixture(const QString& name) {
    QFile file(QStringLiteral(MESOSCOPE_FIXTURES) + QLatin1Char('/') + name);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "missing fixture: %s\n", qUtf8Printable(file.fileName()));
        std::exit(1);
    }
    return file.readAll();
}

} // namespace mesoscope::test

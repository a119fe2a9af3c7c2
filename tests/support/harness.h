// The test main: any Qt warning that a test did not announce fails the test; and how long tests wait for what must
// come.
#pragma once

#include <QObject>
#include <QString>
#include <QTest>

namespace mesoscope::test {

/// Announces that the running test function will log exactly one warning that contains this text.
void expectWarning(const QString& part);

/// Runs all test functions of the object under the strict message handler; what main() returns.
int run(QObject& testObject, int argc, char** argv);

/// Reads tests/fixtures/NAME as bytes; ends the program with a sentence when it is missing.
QByteArray fixture(const QString& name);

} // namespace mesoscope::test

/// What must come does come, but on a loaded machine and under sanitizers not always within Qt Test's five seconds.
#undef QTRY_VERIFY
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 30'000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 30'000)

/// For tests that need no window (QCoreApplication).
#define MESOSCOPE_TEST_MAIN(Class)                                                                                     \
    int main(int argc, char** argv) {                                                                                  \
        QCoreApplication application(argc, argv);                                                                      \
        Class test;                                                                                                    \
        return mesoscope::test::run(test, argc, argv);                                                                 \
    }

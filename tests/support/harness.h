// The test main: any Qt warning that a test did not announce fails the test.
#pragma once

#include <QObject>
#include <QString>

namespace mesoscope::test {

/// Announces that the running test function will log exactly one warning that contains this text.
void expectWarning(const QString& part);

/// Runs all test functions of the object under the strict message handler; what main() returns.
int run(QObject& testObject, int argc, char** argv);

/// Reads tests/fixtures/NAME as bytes; ends the program with a sentence when it is missing.
QByteArray fixture(const QString& name);

} // namespace mesoscope::test

/// For tests that need no window (QCoreApplication).
#define MESOSCOPE_TEST_MAIN(Class)                                                                                     \
    int main(int argc, char** argv) {                                                                                  \
        QCoreApplication application(argc, argv);                                                                      \
        Class test;                                                                                                    \
        return mesoscope::test::run(test, argc, argv);                                                                 \
    }

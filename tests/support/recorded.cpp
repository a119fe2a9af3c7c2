#include "tests/support/recorded.h"

#include "tests/support/harness.h"

#include <cstdio>
#include <cstdlib>

namespace mesoscope::test {

namespace {

[[noreturn]] void fail(const QString& why) {
    std::fprintf(stderr, "%s\n", qUtf8Printable(why));
    std::exit(1);
}

} // namespace

QList<Recorded> recordedAnswers(const QString& file) {
    const QByteArray all = file.endsWith(QLatin1String(".z")) ? qUncompress(fixture(file)) : fixture(file);
    QList<Recorded> out;
    for (qsizetype at = 0; at < all.size();) {
        const qsizetype lineEnd = all.indexOf('\n', at);
        const QList<QByteArray> parts = all.mid(at, lineEnd - at).split('\t');
        if (lineEnd < 0 || parts.size() != 7)
            fail(QStringLiteral("damaged recording in %1 at byte %2").arg(file).arg(at));
        const qsizetype size = parts.at(6).toLongLong();
        out.append({QString::fromUtf8(parts.at(0)), parts.at(1).toInt(), parts.at(2), parts.at(3), parts.at(4),
                    parts.at(5), all.mid(lineEnd + 1, size)});
        at = lineEnd + 1 + size + 1;
    }
    return out;
}

Recorded recordedAnswer(const QList<Recorded>& all, const QString& name) {
    for (const Recorded& r : all) {
        if (r.name == name)
            return r;
    }
    fail(QStringLiteral("no recording named %1").arg(name));
}

} // namespace mesoscope::test

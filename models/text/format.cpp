#include "models/text/format.h"

#include "models/base/iso_time.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <cmath>

namespace mesoscope::text {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::text)
};

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QString grouped(QString digits) {
    const qsizetype start = digits.startsWith(QLatin1Char('-')) ? 1 : 0;
    qsizetype end = digits.indexOf(QLatin1Char('.'));
    if (end < 0)
        end = digits.size();
    for (qsizetype i = end - 3; i > start; i -= 3)
        digits.insert(i, QLatin1Char(','));
    return digits;
}

QString seconds(qint64 n) {
    return Words::tr("%1 s").arg(n);
}
QString minutes(qint64 n) {
    return Words::tr("%1 min").arg(n);
}
QString hours(qint64 n) {
    return Words::tr("%1 h").arg(n);
}
QString days(qint64 n) {
    return Words::tr("%1 d").arg(n);
}

QString joined(const QString& large, const QString& small, bool smallMatters) {
    return smallMatters ? Words::tr("%1 %2", "two units of one duration: 3 min 40 s").arg(large, small) : large;
}

} // namespace

QString none() {
    return QStringLiteral("–");
}

QString integer(qint64 value) {
    return grouped(QString::number(value));
}

QString fixed(double value, int decimals) {
    return std::isfinite(value) ? grouped(QString::number(value, 'f', decimals)) : none();
}

QString figure(double value) {
    const double size = std::fabs(value);
    if (size == 0)
        return QStringLiteral("0");
    if (size < 9.95)
        return fixed(value, size < 0.995 ? 2 : 1);
    return fixed(value, 0);
}

QString cpus(double cores) {
    if (cores != 0 && cores < 0.1)
        return fixed(cores, 2);
    return fixed(cores, cores < 9.95 ? 1 : 0);
}

QString cpusExact(double cores) {
    return fixed(cores, cores < 99.5 ? 1 : 0);
}

QString gib(double mib) {
    const double value = mib / 1024;
    if (value == 0)
        return QStringLiteral("0");
    if (value < 0.0995)
        return fixed(value, 2);
    return fixed(value, value < 9.95 ? 1 : 0);
}

QString memory(double mib) {
    return mib < 1024 ? Words::tr("%1 MiB").arg(fixed(mib, 0)) : Words::tr("%1 GiB").arg(gib(mib));
}

QString bytes(qint64 count) {
    static constexpr std::array units{"B", "KiB", "MiB", "GiB", "TiB"};
    double value = double(count);
    std::size_t unit = 0;
    while (value >= 1000 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    return fixed(value, unit == 0 || value >= 99.5 ? 0 : 1) + QLatin1Char(' ') + QLatin1String(units[unit]);
}

QString percent(double fraction) {
    return figure(fraction * 100);
}

QString age(qint64 ms) {
    if (ms < second)
        return Words::tr("%1 s").arg(fixed(double(std::max<qint64>(ms, 0) / 100) / 10, 1));
    if (ms < minute)
        return seconds(ms / second);
    if (ms < hour)
        return minutes(ms / minute);
    return ms < 2 * day ? hours(ms / hour) : days(ms / day);
}

QString duration(qint64 ms) {
    if (ms < minute)
        return age(ms);
    if (ms < hour)
        return joined(minutes(ms / minute), seconds(ms % minute / second),
                      ms % minute / second > 0 && ms < 10 * minute);
    if (ms < day)
        return joined(hours(ms / hour), minutes(ms % hour / minute), ms % hour / minute > 0);
    return joined(days(ms / day), hours(ms % day / hour), ms % day / hour > 0 && ms < 10 * day);
}

QString ageSince(qint64 stampMs, qint64 nowMs) {
    if (stampMs == 0)
        return none();
    // A server's clock may be ahead of ours: then the thing is simply new.
    const qint64 ms = std::max<qint64>(nowMs - stampMs, 0);
    return ms < second ? seconds(0) : age(ms);
}

QString ago(qint64 stampMs, qint64 nowMs) {
    if (stampMs == 0)
        return none();
    return nowMs - stampMs < 2 * second ? Words::tr("just now") : Words::tr("%1 ago").arg(age(nowMs - stampMs));
}

QString timeOfDay(qint64 stampMs, qint64 nowMs) {
    if (stampMs == 0)
        return none();
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(stampMs);
    const bool today = at.date() == QDateTime::fromMSecsSinceEpoch(nowMs).date();
    return at.toString(today ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString exactTime(qint64 stampMs) {
    if (stampMs == 0)
        return {};
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(stampMs);
    return at.toOffsetFromUtc(at.offsetFromUtc()).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss t"));
}

QString shortened(const QString& list, int limit) {
    const QStringList parts = list.split(QLatin1Char(','), Qt::SkipEmptyParts);
    if (parts.size() <= limit)
        return list;
    QStringList first = parts.mid(0, limit);
    for (QString& part : first)
        part = part.trimmed();
    return first.join(QStringLiteral(", ")) + QStringLiteral(", …");
}

QString withShortInstances(const QString& text) {
    // Marathon's UUIDs count time in their first group; the others are the same for all tasks that one Marathon starts
    // in a minute.
    static const QRegularExpression instance(QStringLiteral(
        "\\.(?:instance-)?([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:\\._app\\.1\\b)?"));
    return QString(text).replace(instance, QStringLiteral(".\\1…"));
}

QString withShortIds(const QString& text) {
    const QString sentence = withShortInstances(text);
    constexpr qsizetype longest = 40; // an app's id of a usual length stays whole
    constexpr qsizetype head = 20;
    constexpr qsizetype tail = 12;
    if (sentence.size() <= longest)
        return sentence;
    QStringList words = sentence.split(QLatin1Char(' '));
    for (QString& word : words) {
        if (word.size() > longest)
            word = word.first(head) + QChar(0x2026) + word.last(tail);
    }
    return words.join(QLatin1Char(' '));
}

QString imageTag(const QString& image) {
    const qsizetype digest = image.indexOf(QLatin1String("@sha256:"));
    if (digest >= 0)
        return image.mid(digest + 8, 10);
    const qsizetype colon = image.lastIndexOf(QLatin1Char(':'));
    return colon > image.lastIndexOf(QLatin1Char('/')) ? image.mid(colon + 1) : QString();
}

QString versionWord(const QString& version, qint64 nowMs) {
    constexpr qsizetype nanosecondDigits = 19; // a time in nanoseconds since the epoch, as Swan writes its versions
    bool isNumber = false;
    const qint64 number = version.toLongLong(&isNumber);
    const qint64 at =
        isNumber && version.size() == nanosecondDigits ? number / 1'000'000 : base::msFromIso(version.toStdString());
    return at != 0 ? timeOfDay(at, nowMs) : version.left(24);
}

} // namespace mesoscope::text

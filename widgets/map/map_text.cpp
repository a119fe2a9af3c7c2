#include "widgets/map/map_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace mesoscope::widgets::map_text {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::Map)
};

using tables::MapMeasure;

struct Fraction {
    qint64 part = 0;
    qint64 whole = 0;
    QString name;
};

Fraction fractionOf(const tables::MapSums& s, MapMeasure measure) {
    switch (measure) {
    case MapMeasure::MemAllocated:
    case MapMeasure::MemOffered:
    case MapMeasure::MemReserved:
        return {s.memAllocated, s.mem, Words::tr("mem")};
    case MapMeasure::DiskAllocated:
        return {s.diskAllocated, s.disk, Words::tr("disk")};
    case MapMeasure::GpuAllocated:
        return {s.gpuMilliAllocated, s.gpuMilli, Words::tr("gpu")};
    default:
        return {s.cpuMilliAllocated, s.cpuMilli, Words::tr("cpu")};
    }
}

void addStates(QList<Part>& parts, const tables::MapSums& sums, qint64 lostSinceMs, qint64 nowMs) {
    if (sums.deactivated > 0)
        parts.append({Words::tr("%Ln deactivated", nullptr, int(sums.deactivated)), Tone::Secondary});
    if (sums.draining > 0)
        parts.append({Words::tr("%Ln draining", nullptr, int(sums.draining)), Tone::Draining});
    if (sums.lost == 0)
        return;
    const QString since =
        lostSinceMs > 1 ? Words::tr("%Ln unreachable since %1", nullptr, int(sums.lost)).arg(clock(lostSinceMs, nowMs))
                        : Words::tr("%Ln unreachable", nullptr, int(sums.lost));
    parts.append({since, Tone::Bad});
}

} // namespace

QString attributeName(const QString& attribute) {
    if (attribute == QLatin1String("@region"))
        return Words::tr("region");
    if (attribute == QLatin1String("@zone"))
        return Words::tr("zone");
    if (attribute == QLatin1String("dc") || attribute == QLatin1String("datacenter"))
        return Words::tr("data centre");
    if (attribute == QLatin1String("rack"))
        return Words::tr("rack");
    if (attribute == QLatin1String("role"))
        return Words::tr("role");
    return attribute;
}

QString groupName(const QString& attribute, const QString& value, bool lost) {
    const QString name = attributeName(attribute);
    if (value.isEmpty() && lost)
        return Words::tr("%1 not known", "group of agents that were lost before the console knew them").arg(name);
    if (value.isEmpty())
        return Words::tr("no %1", "group of agents without the attribute").arg(name);
    const bool speaks = attribute.startsWith(QLatin1Char('@')) || attribute.startsWith(QLatin1String("dc")) ||
                        attribute == QLatin1String("datacenter") || value.startsWith(attribute);
    return speaks ? value : Words::tr("%1 %2", "attribute and its value: rack a1").arg(name, value);
}

QString measureName(MapMeasure measure) {
    switch (measure) {
    case MapMeasure::CpuAllocated:
        return Words::tr("cpu allocated");
    case MapMeasure::MemAllocated:
        return Words::tr("mem allocated");
    case MapMeasure::DiskAllocated:
        return Words::tr("disk allocated");
    case MapMeasure::GpuAllocated:
        return Words::tr("gpu allocated");
    case MapMeasure::CpuOffered:
        return Words::tr("cpu offered");
    case MapMeasure::MemOffered:
        return Words::tr("mem offered");
    case MapMeasure::CpuReserved:
        return Words::tr("cpu reserved");
    case MapMeasure::MemReserved:
        return Words::tr("mem reserved");
    case MapMeasure::Health:
        return Words::tr("health");
    case MapMeasure::Version:
        return Words::tr("version");
    }
    return {};
}

QString sizeName(tables::MapSize size) {
    switch (size) {
    case tables::MapSize::Equal:
        return Words::tr("equal");
    case tables::MapSize::Cpu:
        return Words::tr("cpu");
    case tables::MapSize::Mem:
        return Words::tr("mem");
    }
    return {};
}

QString share(const tables::MapSums& sums, MapMeasure measure) {
    const Fraction f = fractionOf(sums, measure);
    return f.whole > 0 ? Words::tr("%1 %2", "cpu 62 %").arg(f.name, percent(double(f.part), double(f.whole)))
                       : QString();
}

QList<Part> boxSummary(const tables::MapGroup& group, MapMeasure measure, qint64 nowMs) {
    QList<Part> parts{{Words::tr("%Ln agent(s)", nullptr, int(group.sums.agents)), Tone::Secondary}};
    // What is lost matters more than how full the rest is.
    if (const QString s = share(group.sums, measure); !s.isEmpty() && group.sums.lost == 0)
        parts.append({s, Tone::Secondary});
    addStates(parts, group.sums, group.lostSinceMs, nowMs);
    return parts;
}

QList<Part> bandSummary(const tables::MapSums& sums, MapMeasure measure) {
    QList<Part> parts{{Words::tr("%Ln agent(s)", nullptr, int(sums.agents)), Tone::Secondary},
                      {Words::tr("%Ln task(s)", nullptr, int(sums.tasks)), Tone::Secondary}};
    if (const QString s = share(sums, measure); !s.isEmpty())
        parts.append({Words::tr("%1 allocated", "cpu 71 % allocated").arg(s), Tone::Secondary});
    addStates(parts, sums, 0, 0);
    return parts;
}

QString percent(double part, double whole) {
    if (whole <= 0)
        return Words::tr("–");
    const double p = 100 * part / whole;
    // Never 100 % while something is missing, never 0 % while something is there.
    const double rounded = p > 99 && p < 100 ? 99 : p > 0 && p < 1 ? 1 : std::round(p);
    return Words::tr("%1 %", "a percentage").arg(QLocale().toString(int(rounded)));
}

QString happening(const cluster::EventNote& note, int count) {
    if (note.kind != QLatin1String("agent"))
        return count > 1 ? Words::tr("%1 (%Ln times)", nullptr, count).arg(note.text) : note.text;
    if (note.text == QLatin1String("unreachable"))
        return Words::tr("%Ln agent(s) unreachable", nullptr, count);
    if (note.text == QLatin1String("recovering"))
        return Words::tr("%Ln agent(s) not back after the fail-over", nullptr, count);
    if (note.text == QLatin1String("returned"))
        return Words::tr("%Ln agent(s) returned", nullptr, count);
    if (note.text == QLatin1String("added"))
        return Words::tr("%Ln agent(s) added", nullptr, count);
    if (note.text == QLatin1String("removed"))
        return Words::tr("%Ln agent(s) removed", nullptr, count);
    return note.text;
}

bool isTrouble(const cluster::EventNote& note) {
    return note.kind == QLatin1String("gap") ||
           (note.kind == QLatin1String("agent") &&
            (note.text == QLatin1String("unreachable") || note.text == QLatin1String("recovering")));
}

QString enumeration(const QStringList& parts) {
    QString text = parts.value(0);
    for (qsizetype i = 1; i < parts.size(); ++i)
        text = Words::tr("%1, %2", "enumeration").arg(text, parts.at(i));
    return text;
}

QString number(qint64 value) {
    return QLocale().toString(value);
}

QString decimal(double value) {
    const bool whole = std::abs(value - std::round(value)) < 0.05;
    return QLocale().toString(value, 'f', whole ? 0 : 1);
}

namespace {

struct Unit {
    double mib = 1;
    QString name;
};

Unit unitFor(double mib) {
    if (mib >= 10'240.0 * 1024 * 1024)
        return {1024.0 * 1024 * 1024, Words::tr("PiB")};
    if (mib >= 10'240.0 * 1024)
        return {1024.0 * 1024, Words::tr("TiB")};
    if (mib >= 1024)
        return {1024, Words::tr("GiB")};
    return {1, Words::tr("MiB")};
}

} // namespace

QString memory(double mib) {
    const Unit unit = unitFor(std::abs(mib));
    return Words::tr("%1 %2", "512 MiB").arg(decimal(mib / unit.mib), unit.name);
}

QString memory(double mib, double totalMib) {
    const Unit unit = unitFor(totalMib);
    return Words::tr("%1 / %2 %3", "49 / 64 GiB").arg(decimal(mib / unit.mib), decimal(totalMib / unit.mib), unit.name);
}

QString age(qint64 ms) {
    const qint64 seconds = std::max<qint64>(0, ms / 1000);
    if (seconds < 60)
        return Words::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return Words::tr("%1 min").arg(seconds / 60);
    if (seconds < 86'400)
        return seconds / 60 % 60 == 0 ? Words::tr("%1 h").arg(seconds / 3600)
                                      : Words::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
    return Words::tr("%1 d").arg(seconds / 86'400);
}

QString clock(qint64 atMs, qint64 nowMs) {
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs);
    const bool today = at.date() == QDateTime::fromMSecsSinceEpoch(nowMs).date();
    return today ? at.toString(QStringLiteral("HH:mm")) : QLocale().toString(at, QStringLiteral("d MMM HH:mm"));
}

QString clockSeconds(qint64 atMs) {
    return QDateTime::fromMSecsSinceEpoch(atMs).toString(QStringLiteral("HH:mm:ss"));
}

} // namespace mesoscope::widgets::map_text

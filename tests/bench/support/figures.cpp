#include "tests/bench/support/figures.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <unistd.h>

namespace mesoscope::bench {

namespace {

QByteArray procFile(qint64 pid, const char* name) {
    QFile file(QStringLiteral("/proc/%1/%2")
                   .arg(pid ? QString::number(pid) : QStringLiteral("self"), QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double statusBytes(qint64 pid, const char* key) {
    const QList<QByteArray> lines = procFile(pid, "status").split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith(key))
            return line.mid(qsizetype(qstrlen(key))).simplified().split(' ').value(0).toDouble() * 1024;
    }
    return 0;
}

} // namespace

QJsonObject Figures::row(const QString& name, double value, const char* unit, const QString& against) const {
    return {{QStringLiteral("name"), name},
            {QStringLiteral("value"), std::round(value * 1000) / 1000},
            {QStringLiteral("unit"), QString::fromLatin1(unit)},
            {QStringLiteral("target"), QJsonValue::Null},
            {QStringLiteral("met"), QJsonValue::Null},
            {QStringLiteral("against"), against}};
}

void Figures::atMost(const QString& name, double value, const char* unit, double target, const QString& against) {
    QJsonObject figure = row(name, value, unit, against);
    figure[QStringLiteral("target")] = target;
    figure[QStringLiteral("met")] = value <= target;
    rows_.append(figure);
}

void Figures::atLeast(const QString& name, double value, const char* unit, double target, const QString& against) {
    QJsonObject figure = row(name, value, unit, against);
    figure[QStringLiteral("target")] = target;
    figure[QStringLiteral("met")] = value >= target;
    rows_.append(figure);
}

void Figures::report(const QString& name, double value, const char* unit, const QString& against) {
    rows_.append(row(name, value, unit, against));
}

void Figures::print() const {
    std::fputs(QJsonDocument(rows_).toJson().constData(), stdout);
    std::fflush(stdout);
}

double percentile(std::vector<double> values, double share) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto index = std::size_t(std::ceil(share * double(values.size())));
    return values[std::clamp<std::size_t>(index, 1, values.size()) - 1];
}

double residentBytes(qint64 pid) {
    return statusBytes(pid, "VmRSS:");
}

double peakResidentBytes() {
    return statusBytes(0, "VmHWM:");
}

double processorSeconds(qint64 pid) {
    // The name in the second field may hold blanks: fields are counted behind its closing bracket.
    const QByteArray stat = procFile(pid, "stat");
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / double(sysconf(_SC_CLK_TCK));
}

} // namespace mesoscope::bench

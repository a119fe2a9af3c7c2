#include "tests/bench/support/figures.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
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

QJsonObject Figures::row(QAnyStringView name, double value, QAnyStringView unit, QAnyStringView against) const {
    return {{QStringLiteral("name"), name.toString()}, {QStringLiteral("value"), std::round(value * 1000) / 1000},
            {QStringLiteral("unit"), unit.toString()}, {QStringLiteral("target"), QJsonValue::Null},
            {QStringLiteral("met"), QJsonValue::Null}, {QStringLiteral("against"), against.toString()}};
}

void Figures::atMost(QAnyStringView name, double value, QAnyStringView unit, double target, QAnyStringView against) {
    QJsonObject figure = row(name, value, unit, against);
    figure[QStringLiteral("target")] = target;
    figure[QStringLiteral("met")] = value <= target;
    rows_.append(figure);
}

void Figures::atLeast(QAnyStringView name, double value, QAnyStringView unit, double target, QAnyStringView against) {
    QJsonObject figure = row(name, value, unit, against);
    figure[QStringLiteral("target")] = target;
    figure[QStringLiteral("met")] = value >= target;
    rows_.append(figure);
}

void Figures::report(QAnyStringView name, double value, QAnyStringView unit, QAnyStringView against) {
    rows_.append(row(name, value, unit, against));
}

void Figures::print() const {
    std::fputs(QJsonDocument(rows_).toJson().constData(), stdout);
    std::fflush(stdout);
}

double steadyMs() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(now).count();
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

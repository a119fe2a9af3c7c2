// What a benchmark prints: one JSON list of {name, value, unit, target, met, against}.
#pragma once

#include <QAnyStringView>
#include <QJsonArray>

#include <vector>

namespace mesoscope::bench {

class Figures {
public:
    /// Met when value <= target.
    void atMost(QAnyStringView name, double value, QAnyStringView unit, double target, QAnyStringView against);
    /// Met when value >= target.
    void atLeast(QAnyStringView name, double value, QAnyStringView unit, double target, QAnyStringView against);
    /// Nothing was promised: reported for comparison.
    void report(QAnyStringView name, double value, QAnyStringView unit, QAnyStringView against);
    /// To stdout.
    void print() const;

private:
    QJsonObject row(QAnyStringView name, double value, QAnyStringView unit, QAnyStringView against) const;

    QJsonArray rows_;
};

/// Steady clock in milliseconds.
double steadyMs();
/// The smallest value that at least this share (0…1) of the values does not exceed; 0 of none.
double percentile(std::vector<double> values, double share);

/// Resident memory of a process in bytes, 0 when it is gone; pid 0: this one. From /proc.
double residentBytes(qint64 pid = 0);
double peakResidentBytes();
/// Processor time of a process in seconds, user and system; pid 0: this one.
double processorSeconds(qint64 pid = 0);

} // namespace mesoscope::bench

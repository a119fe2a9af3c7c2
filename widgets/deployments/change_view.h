// Below the waterfall: what a deployment changes in the definition, and where its time went.
#pragma once

#include "models/scheduler/deployment_tracker.h"
#include "widgets/controls/panels.h"

namespace mesoscope::widgets {

class TimeSplit;

/// GUI thread.
class ChangeView final : public QWidget {
    Q_OBJECT
public:
    explicit ChangeView(QWidget* parent = nullptr);
    void show(const scheduler::DeploymentRecordPtr& record, qint64 nowMs);

private:
    void showChange(const scheduler::DeploymentRecord& record);
    void showFigures(const scheduler::DeploymentRecord& record, qint64 nowMs);

    scheduler::DeploymentRecordPtr record_;
    Words* changeNote_;
    KeyValues* change_;
    KeyValues* figures_;
    TimeSplit* split_;
};

/// How long an instance usually took for each part of its way; 0: not seen.
struct UsualWay {
    qint64 offerMs = 0;
    qint64 stagingMs = 0;
    qint64 healthMs = 0;
    qint64 killMs = 0;
    qint64 sum() const { return offerMs + stagingMs + healthMs + killMs; }
    friend bool operator==(const UsualWay&, const UsualWay&) = default;
};
/// Medians over the instances that have passed each part.
UsualWay usualWayOf(const scheduler::DeploymentRecord& record);

/// The parts of the usual way as one bar with its words.
class TimeSplit final : public QWidget {
    Q_OBJECT
public:
    explicit TimeSplit(QWidget* parent = nullptr);
    void setWay(const UsualWay& way);
    QSize sizeHint() const override { return {300, 44}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    UsualWay way_;
};

} // namespace mesoscope::widgets

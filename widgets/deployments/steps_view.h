// The steps of a deployment in their order: what is done, what runs, what comes.
#pragma once

#include "models/scheduler/types.h"

#include <QWidget>

namespace mesoscope::widgets {

/// GUI thread.
class StepsView final : public QWidget {
    Q_OBJECT
public:
    explicit StepsView(QWidget* parent = nullptr);
    void show(const scheduler::Deployment& deployment, bool ended);
    QSize sizeHint() const override { return {400, 56}; }
    QSize minimumSizeHint() const override { return {200, 56}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Step {
        QString action;
        QString apps;
    };
    QList<Step> steps_;
    int current_ = 0; ///< from 1
    bool ended_ = false;
};

} // namespace mesoscope::widgets

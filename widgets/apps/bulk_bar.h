// Docked below the list while rows are ticked: what is selected, what can be done with all of it, which risk is in it.
#pragma once

#include "widgets/controls/button.h"
#include "widgets/controls/panels.h"

#include <QWidget>

namespace mesoscope::widgets {

/// GUI thread.
class BulkBar final : public QWidget {
    Q_OBJECT
public:
    explicit BulkBar(QWidget* parent = nullptr);
    void show(int apps, int instances, const QString& risk, const QString& refusal);

Q_SIGNALS:
    void scaleWanted();
    void restartWanted();
    void suspendWanted();
    void destroyWanted();
    void clearWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Words* count_;
    Words* instances_;
    QLabel* sign_;
    Words* risk_;
    QList<Button*> actions_;
};

} // namespace mesoscope::widgets

// Where the new instances would go: racks with the agents that can take one, then every agent once under the reason
// that stops it. GUI thread.
#pragma once

#include "models/appspec/plan.h"

#include <QWidget>

namespace mesoscope::widgets {

class ForecastView final : public QWidget {
    Q_OBJECT
public:
    explicit ForecastView(QWidget* parent = nullptr);
    /// `need` in words for the reasons, out of the app's own amounts.
    void show(const appspec::AppPlan& plan, int agents, const QString& rackField);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Reason {
        QString label;
        QString detail;
        int count = 0;
        int shade = 0; ///< 0: can take one; then darker to lighter
    };
    QString labelOf(appspec::Reject reason) const;
    QString detailOf(appspec::Reject reason) const;
    void fillReasons();
    int shownRacks() const;
    QColor shade(int index) const;
    double paintRacks(QPainter& painter, double y) const;
    double paintStack(QPainter& painter, double y) const;
    void paintReasons(QPainter& painter, double y) const;

    appspec::AppPlan plan_;
    QString rackField_;
    int agents_ = 0;
    QList<Reason> reasons_;
};

} // namespace mesoscope::widgets

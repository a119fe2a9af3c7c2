// How many objects are in each state, worst first; a click filters by the state.
#pragma once

#include "widgets/theme/look.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace mesoscope::widgets {

struct StateCount {
    QString key; ///< what the filter takes: "unreachable"
    Look look;
    int count = 0;
};

/// GUI thread.
class StateCounts final : public QWidget {
    Q_OBJECT
public:
    explicit StateCounts(const QString& objectName, QWidget* parent = nullptr);
    /// States without objects are left out.
    void setCounts(const QList<StateCount>& counts);

Q_SIGNALS:
    void clicked(const QString& key);

private:
    QHBoxLayout* row_;
    QHash<QString, QToolButton*> buttons_;
};

} // namespace mesoscope::widgets

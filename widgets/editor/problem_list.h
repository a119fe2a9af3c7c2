// The problems of the document, one row each: where, what, since which stage, which line; a click leads to field and
// line. GUI thread.
#pragma once

#include "models/appspec/rules/problem.h"

#include <QListWidget>

namespace mesoscope::widgets {

class ProblemList final : public QListWidget {
    Q_OBJECT
public:
    explicit ProblemList(QWidget* parent = nullptr);
    void show(const QList<appspec::Problem>& problems);
    void next();
    const appspec::Problem* problemAt(int row) const;

Q_SIGNALS:
    void chosen(const QString& pointer);

private:
    QList<appspec::Problem> problems_;
};

} // namespace mesoscope::widgets

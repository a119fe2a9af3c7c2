// How many lines came when, errors in their tone, what lies on disk outlined, with marks of what happened meanwhile. A
// click leads to the lines of that moment.
#pragma once

#include "models/cluster/log_reader.h"

#include <QWidget>

namespace mesoscope::widgets {

/// GUI thread.
class LogHistogram final : public QWidget {
    Q_OBJECT
public:
    explicit LogHistogram(QWidget* parent = nullptr);

    struct Mark {
        qint64 atMs = 0;
        QString text;
    };
    void setView(const cluster::LogViewPtr& view);
    void setMarks(const QList<Mark>& marks);
    void setVisibleTimes(qint64 fromMs, qint64 toMs);
    QSize sizeHint() const override { return {600, 58}; }

Q_SIGNALS:
    void momentChosen(qint64 ms);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    QRectF bars() const;
    double xOf(qint64 ms) const;
    void paintBars(QPainter& painter) const;
    void paintTicks(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;

    cluster::LogViewPtr view_;
    QList<Mark> marks_;
    qint64 fromMs_ = 0;
    qint64 toMs_ = 0;
};

} // namespace mesoscope::widgets

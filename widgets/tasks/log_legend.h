// The letters of a tail with the host and state of each instance; a click hides or shows its lines.
#pragma once

#include "models/cluster/log_tail.h"

#include <QWidget>

namespace mesoscope::widgets {

/// GUI thread.
class LogLegend final : public QWidget {
    Q_OBJECT
public:
    explicit LogLegend(QWidget* parent = nullptr);
    void setLogs(const QList<cluster::TailedLog>& logs);
    /// Bit i: the lines of letter i are hidden.
    quint64 hidden() const { return hidden_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, 24}; }

Q_SIGNALS:
    void hiddenChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    struct Entry {
        QString host;
        QString words;
        QString tip;
        bool bad = false;
    };
    double widthOf(const Entry& entry) const;
    int entryAt(double x) const;

    QList<Entry> entries_;
    quint64 hidden_ = 0;
};

} // namespace mesoscope::widgets

// What a deployment did to each instance over time, as far as the scheduler tells: when it was staged, ran, became
// healthy. Marathon reports neither pairs of old and new instances nor batches; nothing of that is made up here.
#pragma once

#include "models/scheduler/types.h"

#include <QAbstractScrollArea>

namespace mesoscope::widgets {

/// GUI thread.
class Waterfall final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit Waterfall(QWidget* parent = nullptr);
    /// beganMs: of the deployment; version: of the definition it brings. Instances of other versions are old.
    void show(const QList<scheduler::Instance>& instances, const QString& version, qint64 beganMs, qint64 nowMs);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row {
        QString host;
        QString id;
        bool old = false;
        bool failing = false;
        qint64 staged = 0;
        qint64 started = 0;
        qint64 healthy = 0;
        bool checked = false; ///< health is reported at all
    };
    void paintAxis(QPainter& painter, const QRectF& lane) const;
    void paintRow(QPainter& painter, const Row& row, const QRectF& lane) const;
    double at(qint64 ms, const QRectF& lane) const;
    void fit();

    QList<Row> rows_;
    qint64 from_ = 0;
    qint64 to_ = 1;
};

} // namespace mesoscope::widgets

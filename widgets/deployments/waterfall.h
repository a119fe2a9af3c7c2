// What a deployment did to each instance over time: launched, ran, became healthy, was killed. Marathon reports neither
// pairs of old and new instances nor batches; old and new ones stand in one row only as they followed each other, and
// the head of the column says that this is inferred.
#pragma once

#include "models/scheduler/deployment_tracker.h"

#include <QAbstractScrollArea>

namespace mesoscope::widgets {

/// GUI thread.
class Waterfall final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit Waterfall(QWidget* parent = nullptr);
    void show(const scheduler::DeploymentRecordPtr& record, qint64 nowMs);
    void clear();
    /// For tests: "host: waits|staging|running|healthy|killed …" of each row.
    QStringList rowsInWords() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A new instance and the old one that went when it came; either may be missing.
    struct Row {
        const scheduler::InstanceTimeline* fresh = nullptr;
        const scheduler::InstanceTimeline* old = nullptr;
    };
    void pair();
    void paintAxis(QPainter& painter, const QRectF& lane) const;
    void paintLegend(QPainter& painter, double top) const;
    void paintRow(QPainter& painter, const Row& row, const QRectF& lane) const;
    void paintOld(QPainter& painter, const scheduler::InstanceTimeline& t, double y, const QRectF& lane) const;
    void paintNew(QPainter& painter, const scheduler::InstanceTimeline& t, double y, const QRectF& lane) const;
    QString outcomeOf(const Row& row) const;
    bool checked(const scheduler::InstanceTimeline& t) const;
    bool troubled(const scheduler::InstanceTimeline& t) const;
    double at(qint64 ms, const QRectF& lane) const;
    void fit();

    scheduler::DeploymentRecordPtr record_;
    QList<Row> rows_;
    qint64 from_ = 0;
    qint64 to_ = 1;
};

} // namespace mesoscope::widgets

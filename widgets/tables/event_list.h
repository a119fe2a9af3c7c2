// The latest events of one object or of all, newest first: time, kind, text.
#pragma once

#include "models/cluster/snapshot.h"

#include <QWidget>

namespace mesoscope::widgets {

/// GUI thread. Shows as many as there is room for.
class EventList final : public QWidget {
    Q_OBJECT
public:
    explicit EventList(const QString& objectName, QWidget* parent = nullptr);
    /// What happened before `sinceMs` stands under a line that says so; 0: nothing does.
    void setEvents(QList<cluster::EventNote> newestFirst, qint64 nowMs, qint64 sinceMs = 0);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, 60}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// Line by line as they are shown; the line above what was recorded earlier has no event.
    QList<const cluster::EventNote*> lines() const;

    QList<cluster::EventNote> events_;
    qint64 nowMs_ = 0;
    qint64 sinceMs_ = 0;
};

/// Those about any of the objects, newest first.
QList<cluster::EventNote> notesAbout(const cluster::Snapshot& snapshot, const QStringList& objects, int limit);

} // namespace mesoscope::widgets

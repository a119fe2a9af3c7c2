// The maintenance schedule: a calendar with the windows on it, the list of them, and a new one.
#pragma once

#include "widgets/shell/action_request.h"

#include "models/cluster/session.h"

#include <QWidget>

class QDateTimeEdit;
class QTreeWidget;

namespace mesoscope::widgets {

class Button;
class Edit;
class Field;
class WindowCalendar;
class Words;

/// GUI thread. Each change is the whole next schedule, sent through the action flow.
class MaintenancePane final : public QWidget {
    Q_OBJECT
public:
    explicit MaintenancePane(QWidget* parent = nullptr);
    void apply(const cluster::SnapshotPtr& snapshot, qint64 nowMs);
    /// Fills the machines of the new window: host names.
    void suggest(const QStringList& hosts);

Q_SIGNALS:
    void actionRequested(const mesoscope::widgets::ActionRequest& request);

private:
    QWidget* buildForm();
    void showWindows();
    void check();
    void add();
    void removeChosen();
    QList<master::Machine> machines(QStringList* unknown) const;
    qint64 durationMs(bool* wrong) const;
    void ask(const QList<master::MaintenanceWindow>& schedule);

    cluster::SnapshotPtr snapshot_;
    qint64 nowMs_ = 0;
    QList<master::MaintenanceWindow> shown_;
    WindowCalendar* calendar_;
    QTreeWidget* windows_;
    Button* remove_;
    Edit* hosts_;
    QDateTimeEdit* start_;
    Field* duration_;
    Words* note_;
    Button* add_;
};

} // namespace mesoscope::widgets

// The resources of one agent kept apart: total, allocated, offered, reserved by role, unreserved, free.
#pragma once

#include "models/cluster/snapshot.h"

#include <QWidget>

namespace mesoscope::widgets {

class FactTable;

/// GUI thread.
class ResourcesPane final : public QWidget {
    Q_OBJECT
public:
    explicit ResourcesPane(QWidget* parent = nullptr);
    void show(const cluster::Snapshot& snapshot, const cluster::AgentRow& agent);

private:
    FactTable* table_;
};

} // namespace mesoscope::widgets

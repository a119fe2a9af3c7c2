// Deployments as cards: stuck ones first with the cause, then those that run, then those that ended while this program
// looked.
#pragma once

#include "models/cluster/snapshot.h"

#include <QListView>

namespace mesoscope::widgets {

/// What the list shows of one deployment.
struct DeploymentCard {
    enum class Part : quint8 { Stuck, Running, Ended };
    Part part = Part::Running;
    QString id;
    QString apps;
    QString what;         ///< "scale, step 1 of 2"
    QString figure;       ///< "64 of 80 healthy"
    QString cause;        ///< stuck: why, as far as known
    QString age;          ///< "since 10:28", "10:34"
    double progress = -1; ///< 0…1; negative: not counted
    bool failed = false;  ///< ended without success
    friend bool operator==(const DeploymentCard&, const DeploymentCard&) = default;
};

class DeploymentModel;

/// GUI thread. The current card stays on its deployment.
class DeploymentList final : public QListView {
    Q_OBJECT
public:
    explicit DeploymentList(QWidget* parent = nullptr);
    /// In the order in which they are shown.
    void setCards(const QList<DeploymentCard>& cards);
    QString currentDeployment() const;
    bool select(const QString& id);

Q_SIGNALS:
    void currentChangedTo(const QString& id);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    DeploymentModel* model_;
};

} // namespace mesoscope::widgets

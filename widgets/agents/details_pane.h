// What the master or one agent tells about itself on demand: containers, executors, operations, flags, metrics.
#pragma once

#include "models/cluster/details.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QStackedWidget;
class QTabBar;

namespace mesoscope::widgets {

class Button;
class FactTable;
class Words;

/// GUI thread. Reads when it is shown; again by its button.
class DetailsPane final : public QWidget {
    Q_OBJECT
public:
    enum class Of { Master, Agent };
    explicit DetailsPane(Of of, QWidget* parent = nullptr);

    void attach(cluster::Session* session);
    /// Another agent; empty: none.
    void setAgent(const QString& agentId);
    void setSnapshot(const cluster::SnapshotPtr& snapshot) { snapshot_ = snapshot; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void ask();
    void take(const cluster::ProcessDetails& details);
    void takeHoldings();
    void fill(FactTable* table, const char* call, const QList<QStringList>& rows, const QString& none);
    QString frameworkName(const QString& id) const;
    QString agentName(const QString& id) const;

    Of of_;
    QPointer<cluster::Session> session_;
    cluster::SnapshotPtr snapshot_;
    std::unique_ptr<cluster::Details> details_;
    cluster::ProcessDetails shown_;
    QString agent_;
    QString asked_;
    QTabBar* tabs_;
    QStackedWidget* stack_;
    Words* state_;
    Button* again_;
    FactTable* containers_ = nullptr;
    FactTable* holdings_ = nullptr;
    FactTable* executors_;
    FactTable* operations_;
    FactTable* flags_;
    FactTable* metrics_;
};

} // namespace mesoscope::widgets

// The compose files that apps came out of, each with its apps, what its services wait for and its text; and the
// scheduler's own agents on the machines. For schedulers that have them.
#pragma once

#include "models/cluster/session.h"
#include "widgets/shell/action_request.h"

#include <QFrame>

class QListWidget;
class QPlainTextEdit;

namespace mesoscope::widgets {

class Button;
class KeyValues;
class Words;

/// GUI thread; a child of the window, deleted when it closes.
class ComposeSheet final : public QFrame {
    Q_OBJECT
public:
    explicit ComposeSheet(QWidget* parent = nullptr);
    void showComposes(const base::Result<QList<scheduler::Compose>>& composes);
    void showAgents(const base::Result<QList<scheduler::GatewayAgent>>& agents);
    /// Why nothing can be changed now; empty: it can.
    void setRefusal(const QString& refusal);
    QSize sizeHint() const override { return {900, 620}; }

Q_SIGNALS:
    void closed();
    void appWanted(const QString& app);
    void actionRequested(const mesoscope::widgets::ActionRequest& request);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refreshOne();
    void destroyOne();
    void createOne();

    QList<scheduler::Compose> composes_;
    Words* note_;
    QListWidget* list_;
    KeyValues* facts_;
    QPlainTextEdit* text_;
    Words* agentsNote_;
    KeyValues* agents_;
    Button* create_;
    Button* destroy_;
};

/// Opens it over the window and reads what it shows.
ComposeSheet* openComposeSheet(QWidget* window, cluster::Session& session);

} // namespace mesoscope::widgets

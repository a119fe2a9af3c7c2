// The four ways back, always in the same order: what each does, what it touches with versions before and after, the
// request it would send.
#pragma once

#include "models/cluster/session.h"
#include "widgets/inspector/pane.h"
#include "widgets/shell/action_request.h"

#include <QPointer>

#include <array>

namespace mesoscope::widgets {

/// GUI thread. What each way touches is worked out by the session, which reads what it has to.
class WaysBack final : public QWidget {
    Q_OBJECT
public:
    explicit WaysBack(QWidget* parent = nullptr);
    void attach(cluster::Session* session);
    /// Null: nothing is chosen. What the scheduler cannot do at all is not offered.
    void show(const cluster::SnapshotPtr& snapshot, const scheduler::DeploymentRecordPtr& record, qint64 nowMs);
    /// Also what the session brings; public for tests.
    void showOffers(const QList<cluster::WayBackOffer>& offers);

Q_SIGNALS:
    void actionRequested(const mesoscope::widgets::ActionRequest& request);
    /// Deploying an old version of one of several apps begins with choosing one.
    void versionsWanted(const QString& app);

private:
    struct Way {
        QWidget* box = nullptr;
        Button* button = nullptr;
        Words* effect = nullptr;
        KeyValues* touched = nullptr;
        Words* request = nullptr;
    };
    Way addWay(Glyph glyph, const QString& text, const QString& objectName, QVBoxLayout* column);
    void refresh();
    void press(int way);

    QPointer<cluster::Session> session_;
    scheduler::DeploymentRecordPtr record_;
    QString refusal_;
    qint64 nowMs_ = 0;
    QString asked_; ///< deployment, its state and the versions that the answer was about
    QList<cluster::WayBackOffer> offers_;
    std::array<Way, 4> ways_;
};

} // namespace mesoscope::widgets

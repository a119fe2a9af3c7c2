// The four ways back, always in the same order: what each does, what it touches, the request it would send.
#pragma once

#include "models/cluster/session.h"
#include "widgets/inspector/pane.h"
#include "widgets/shell/action_request.h"

#include <QPointer>

namespace mesoscope::widgets {

/// GUI thread.
class WaysBack final : public QWidget {
    Q_OBJECT
public:
    explicit WaysBack(QWidget* parent = nullptr);
    void attach(cluster::Session* session);
    /// ended: what can be cancelled is over. Null: nothing is chosen.
    void show(const cluster::SnapshotPtr& snapshot, const scheduler::DeploymentPtr& deployment, bool ended,
              qint64 nowMs);

Q_SIGNALS:
    void actionRequested(const mesoscope::widgets::ActionRequest& request);
    /// Deploying an old version begins with choosing one.
    void versionsWanted(const QString& app);

private:
    struct Way {
        Button* button = nullptr;
        Words* effect = nullptr;
        Words* request = nullptr;
    };
    Way addWay(Glyph glyph, const QString& text, const QString& objectName, class QVBoxLayout* column);
    void describe(Way& way, const ActionRequest& request, bool possible);
    ActionRequest revert() const;
    ActionRequest stop() const;

    QPointer<cluster::Session> session_;
    scheduler::DeploymentPtr deployment_;
    QString described_;
    Way old_;
    Way revert_;
    Way stop_;
    Way group_;
};

} // namespace mesoscope::widgets

// From "scale this" to its outcome: sheet with preview and exact request, decision, progress, and what came of it in
// the server's own words.
#pragma once

#include "models/cluster/session.h"
#include "widgets/actions/action_plan.h"
#include "widgets/controls/confirm_sheet.h"
#include "widgets/shell/object_ref.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace mesoscope::widgets {

class ActionForm;
class DipPicture;

/// What came of an action, for a toast.
struct ActionOutcome {
    bool good = true;
    QString title;
    QString text;
    QString button;              ///< "Show", "Override…"; empty: none
    std::function<void()> press; ///< may be empty
    ObjectRef object;            ///< what Show leads to
};

/// GUI thread; one per window, owned by who owns the session. Several objects are changed one after the other and the
/// first failure stops the rest.
class ActionFlow final : public QObject {
    Q_OBJECT
public:
    explicit ActionFlow(QWidget* window, QObject* parent = nullptr);
    ~ActionFlow() override;

    /// Null: the session ended; open sheets close.
    void attach(cluster::Session* session);
    void apply(const cluster::Update& update);
    /// Opens the sheet. With a refusal nothing can be sent, and the sheet says why.
    void request(const ActionRequest& request);

    /// "scaling /shop/cart 3 → 5: 4 of 5 healthy"; empty when nothing runs. For the status line.
    QString progressText() const;
    ConfirmSheet* sheet() const { return sheet_; }

Q_SIGNALS:
    void progressChanged();
    void finished(const mesoscope::widgets::ActionOutcome& outcome);

private:
    struct Running {
        ActionRequest request;
        ActionChoices choices;
        QList<cluster::Action> left; ///< not sent yet
        cluster::ActionId id = 0;
        int done = 0;
        int total = 0;
    };

    void open(const ActionRequest& request, const ActionChoices& choices, const QString& answers = {});
    Confirmation confirmation(const cluster::Preview* preview) const;
    QString riskyName() const;
    QList<Confirmation::Note> others() const;
    void preview();
    void go();
    void sendNext(Running& running);
    bool follow(Running& running);
    void succeed(const Running& running, const cluster::ActionProgress& progress);
    void fail(const Running& running, const cluster::ActionProgress& progress);
    void offerCorrection(const Running& running, const base::Error& error, ActionOutcome& outcome);
    QList<cluster::Action> planned(const ActionRequest& request, const ActionChoices& choices) const;
    void readVersions();
    void showDifference(const ActionRequest& request, const scheduler::Conflict& conflict, const QString& app);
    const cluster::Snapshot* snapshot() const { return snapshot_.get(); }

    QWidget* window_;
    QPointer<cluster::Session> session_;
    cluster::SnapshotPtr snapshot_;
    QPointer<ConfirmSheet> sheet_;
    QPointer<ActionForm> form_;
    QPointer<DipPicture> picture_;
    ActionRequest request_;
    ActionChoices choices_;
    std::optional<cluster::Preview> shown_;
    int asked_ = 0; ///< previews that were asked for: an older answer is not shown
    std::vector<Running> running_;
};

} // namespace mesoscope::widgets

Q_DECLARE_METATYPE(mesoscope::widgets::ActionOutcome)

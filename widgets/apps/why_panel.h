// "Why is it waiting?": the sentence, the scheduler's funnel, what it hangs on, what would help with its price.
#pragma once

#include "models/scheduler/why.h"
#include "widgets/controls/button.h"
#include "widgets/controls/panels.h"
#include "widgets/shell/action_request.h"

#include <QFrame>
#include <QVBoxLayout>

namespace mesoscope::widgets {

class FunnelView;

/// GUI thread. Hidden while nothing waits.
class WhyPanel final : public QFrame {
    Q_OBJECT
public:
    explicit WhyPanel(QWidget* parent = nullptr);
    /// refusal: why actions can't be sent now; empty when they can.
    void show(const QString& app, const scheduler::Why& why, const QString& refusal, qint64 nowMs);
    /// What came of asking for the last offers.
    void showOffers(const QString& sentence);
    QString sentence() const { return sentence_->text(); }

Q_SIGNALS:
    void actionRequested(const mesoscope::widgets::ActionRequest& request);
    /// The last offer of each agent is heavy for the scheduler: asked for only by the user.
    void offersWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showHelp(const QList<scheduler::Help>& help, const QString& refusal);

    QString app_;
    Words* sentence_;
    Words* source_;
    Words* funnelTitle_;
    FunnelView* funnel_;
    Button* offers_;
    Words* offersSaid_;
    KeyValues* evidence_;
    QWidget* helpBox_;
    QVBoxLayout* help_;
    QStringList helpShown_;
};

/// The scheduler's order of reasons: examined, refused, a bar for the share.
class FunnelView final : public QWidget {
    Q_OBJECT
public:
    explicit FunnelView(QWidget* parent = nullptr);
    void setRows(const QList<scheduler::FunnelRow>& rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<scheduler::FunnelRow> rows_;
    QStringList notes_; ///< the reasons without a row
};

} // namespace mesoscope::widgets

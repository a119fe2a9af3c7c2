// How a rolling replacement goes, as a small drawing: old instances leave, new ones come, how few serve at worst and
// how many exist at most.
#pragma once

#include "models/scheduler/effects.h"

#include <QWidget>

namespace mesoscope::widgets {

/// GUI thread.
class DipPicture final : public QWidget {
    Q_OBJECT
public:
    explicit DipPicture(QWidget* parent = nullptr);
    /// No dip: nothing is drawn and no room taken.
    void setDip(const std::optional<scheduler::Dip>& dip, int instances);
    QSize sizeHint() const override { return dip_ ? QSize(250, 104) : QSize(0, 0); }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<scheduler::Dip> dip_;
    int instances_ = 0;
};

} // namespace mesoscope::widgets

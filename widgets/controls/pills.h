// Small round-ended facts: the state of a task or agent, and how fresh a source is.
#pragma once

#include "models/base/source_status.h"
#include "widgets/theme/look.h"

#include <QAbstractButton>

namespace mesoscope::widgets {

/// Icon and word. Not interactive.
class StatePill final : public QWidget {
    Q_OBJECT
public:
    explicit StatePill(QWidget* parent = nullptr);
    explicit StatePill(const Look& look, QWidget* parent = nullptr);

    void setLook(const Look& look);
    /// Without outline, for title rows and inspectors.
    void setBare(bool bare);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look look_;
    bool bare_ = false;
};

/// Dot, name, age. Hover tells address, leader, rate and the last error; a click tries a retrying source now.
class FreshnessPill final : public QAbstractButton {
    Q_OBJECT
public:
    explicit FreshnessPill(QWidget* parent = nullptr);

    /// nowMs: wall clock, same as in the status.
    void setStatus(const base::SourceStatus& status, qint64 nowMs);
    const base::SourceStatus& status() const { return status_; }
    /// A recorded moment is shown, not the present: "10:31:07".
    void setReplay(const QString& moment);
    void setReadOnly(bool readOnly);
    /// Narrow windows: no age while the source is live.
    void setCompact(bool compact);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void retryWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    Look look() const;
    QString detail() const;
    QString explanation() const;

    base::SourceStatus status_;
    QString replay_;
    QString detail_;
    qint64 nowMs_ = 0;
    bool readOnly_ = false;
    bool compact_ = false;
};

} // namespace mesoscope::widgets

// One story of the demo cluster, with a small picture of its shape.
#pragma once

#include <QAbstractButton>

namespace mesoscope::widgets {

struct Scenario {
    QString id;
    QString title;
    QString text;
    QString length; ///< "4 min", "no end"
};

/// All stories, translated, in the order of the page.
QList<Scenario> scenarios();

class ScenarioCard final : public QAbstractButton {
    Q_OBJECT
public:
    explicit ScenarioCard(const Scenario& scenario, QWidget* parent = nullptr);
    const QString& id() const { return scenario_.id; }
    /// Lower, for small windows.
    void setCompact(bool compact);
    QSize sizeHint() const override { return {400, compact_ ? 56 : 78}; }
    QSize minimumSizeHint() const override { return {260, 56}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Scenario scenario_;
    bool compact_ = false;
};

} // namespace mesoscope::widgets

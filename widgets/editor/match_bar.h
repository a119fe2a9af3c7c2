// The share of agents that a constraint lets in, as a short bar. GUI thread.
#pragma once

#include <QWidget>

namespace mesoscope::widgets {

class MatchBar final : public QWidget {
    Q_OBJECT
public:
    explicit MatchBar(QWidget* parent = nullptr);
    void show(int matching, int of);
    QSize sizeHint() const override { return {36, 8}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int matching_ = 0;
    int of_ = 0;
};

} // namespace mesoscope::widgets

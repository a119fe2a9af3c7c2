// The apps of a group and what each is deployed after: layers from left to right, arrows along the order of deployment.
// GUI thread.
#pragma once

#include "models/appspec/group_layers.h"

#include <QWidget>

namespace mesoscope::widgets {

class GroupGraph final : public QWidget {
    Q_OBJECT
public:
    explicit GroupGraph(QWidget* parent = nullptr);
    /// `current`: pointer of the app in the form. `marks`: pointers of apps with changes, and with problems.
    void show(const appspec::GroupLayers& layers, const QString& current, const QSet<QString>& changed,
              const QSet<QString>& broken);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

Q_SIGNALS:
    void chosen(const QString& pointer);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF box(int node) const;
    int nodeAt(const QPointF& position) const;
    void paintEdge(QPainter& painter, int from, int to) const;
    void paintNode(QPainter& painter, int node) const;

    appspec::GroupLayers layers_;
    QString current_;
    QSet<QString> changed_;
    QSet<QString> broken_;
    int hovered_ = -1;
};

} // namespace mesoscope::widgets

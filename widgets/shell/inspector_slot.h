// Where a page's inspector stands: a column at the right of a wide window, an edge that opens over the content of a
// narrow one. Nothing reflows when it opens.
#pragma once

#include "widgets/controls/button.h"
#include "widgets/shell/page.h"

#include <QWidget>

class QScrollArea;
class QStackedWidget;

namespace mesoscope::widgets {

/// The folded form: name, state and health of the inspected object, written downwards.
class InspectorEdgeBar final : public QWidget {
    Q_OBJECT
public:
    explicit InspectorEdgeBar(QWidget* parent = nullptr);
    void setEdge(const InspectorEdge& edge);
    static constexpr int thickness = 28;

Q_SIGNALS:
    void toggled();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    InspectorEdge edge_;
    Button* button_;
};

/// Scrolls the inspector of the current page.
class InspectorPanel final : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPanel(QWidget* parent = nullptr);
    void add(Page* page, QWidget* content);
    /// False when the page has none.
    bool show(Page* page);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStackedWidget* stack_;
    QHash<Page*, QScrollArea*> areas_;
};

/// Draws text from top to bottom run by run: Chinese characters stay upright, everything else is turned. Returns the
/// used height.
double paintDownwards(QPainter& painter, const QRectF& rect, const QString& text);

} // namespace mesoscope::widgets

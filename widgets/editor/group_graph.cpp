#include "widgets/editor/group_graph.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/glyph.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace mesoscope::widgets {
namespace {

constexpr double boxHeight = 26;
constexpr double rowStep = 34;
constexpr double margin = 12;

} // namespace

GroupGraph::GroupGraph(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("editorGroupGraph"));
    setAccessibleName(tr("Apps of the group in the order of deployment"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void GroupGraph::show(const appspec::GroupLayers& layers, const QString& current, const QSet<QString>& changed,
                      const QSet<QString>& broken) {
    const bool resized = layers.rows != layers_.rows;
    layers_ = layers;
    current_ = current;
    changed_ = changed;
    broken_ = broken;
    QStringList words;
    for (const auto& node : layers.nodes) {
        QStringList after;
        for (const int i : node.after)
            after.append(layers.nodes[i].name);
        words.append(after.isEmpty() ? node.name : tr("%1 after %2").arg(node.name, after.join(QStringLiteral(", "))));
    }
    setAccessibleDescription(words.join(QLatin1Char('\n')));
    if (resized)
        updateGeometry();
    update();
}

QSize GroupGraph::sizeHint() const {
    return {400, int(2 * margin + std::max(1, layers_.rows) * rowStep - (rowStep - boxHeight))};
}

QRectF GroupGraph::box(int node) const {
    const auto& one = layers_.nodes[node];
    const double step = (width() - 2 * margin) / std::max(1, layers_.layers);
    const double boxWidth = std::min(190.0, step - 40);
    return {margin + one.layer * step, margin + one.row * rowStep, boxWidth, boxHeight};
}

int GroupGraph::nodeAt(const QPointF& position) const {
    for (int i = 0; i < layers_.nodes.size(); ++i) {
        if (box(i).contains(position))
            return i;
    }
    return -1;
}

void GroupGraph::mouseReleaseEvent(QMouseEvent* event) {
    const int node = nodeAt(event->position());
    if (node >= 0)
        Q_EMIT chosen(layers_.nodes[node].pointer);
}

void GroupGraph::mouseMoveEvent(QMouseEvent* event) {
    const int node = nodeAt(event->position());
    if (node == hovered_)
        return;
    hovered_ = node;
    setToolTip(node < 0 ? QString() : layers_.nodes[node].id);
    update();
}

void GroupGraph::keyPressEvent(QKeyEvent* event) {
    const int by = event->key() == Qt::Key_Down || event->key() == Qt::Key_Right ? 1
                   : event->key() == Qt::Key_Up || event->key() == Qt::Key_Left  ? -1
                                                                                 : 0;
    if (by == 0 || layers_.nodes.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    int at = 0;
    for (int i = 0; i < layers_.nodes.size(); ++i)
        at = layers_.nodes[i].pointer == current_ ? i : at;
    at = std::clamp(at + by, 0, int(layers_.nodes.size()) - 1);
    Q_EMIT chosen(layers_.nodes[at].pointer);
}

void GroupGraph::paintEdge(QPainter& painter, int from, int to) const {
    const Theme& theme = theme::of(this);
    const QRectF a = box(from), b = box(to);
    const bool own = layers_.nodes[from].pointer == current_ || layers_.nodes[to].pointer == current_;
    const bool cycle = layers_.nodes[from].inCycle && layers_.nodes[to].inCycle;
    const QPointF begin(a.right(), a.center().y()), end(b.left(), b.center().y());
    QPainterPath path(begin);
    const double bend = std::max(16.0, (end.x() - begin.x()) / 2);
    path.cubicTo(begin + QPointF(bend, 0), end - QPointF(bend, 0), end - QPointF(5, 0));
    painter.setPen(QPen(cycle ? theme.bad : own ? theme.accent : theme.control, own || cycle ? 1.75 : 1.25));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.drawLine(end, end - QPointF(6, 3.5));
    painter.drawLine(end, end - QPointF(6, -3.5));
}

void GroupGraph::paintNode(QPainter& painter, int node) const {
    const Theme& theme = theme::of(this);
    const auto& one = layers_.nodes[node];
    const QRectF area = box(node);
    const bool current = one.pointer == current_;
    const bool broken = broken_.contains(one.pointer);
    painter.setPen(Qt::NoPen);
    painter.setBrush(current ? theme.selected : node == hovered_ ? theme.hover : theme.surface);
    painter.drawRoundedRect(area, 4, 4);
    paintOutline(painter, area, broken ? theme.bad : current ? theme.accent : theme.line, current ? 2 : 1);
    if (changed_.contains(one.pointer))
        painter.fillRect(QRectF(area.left() + 2, area.top() + 5, 3, area.height() - 10), theme.accent);
    double right = area.right() - 8;
    if (broken) {
        paintGlyph(painter, QRectF(right - 14, area.top() + 6, 14, 14), Glyph::Warning, theme.bad);
        right -= 18;
    }
    painter.setFont(theme::font(Text::Small));
    painter.setPen(theme.secondary);
    const QString count = QStringLiteral("× %1").arg(one.instances);
    painter.drawText(QRectF(area.left(), area.top(), right - area.left(), area.height()),
                     Qt::AlignVCenter | Qt::AlignRight, count);
    right -= painter.fontMetrics().horizontalAdvance(count) + 8;
    painter.setFont(theme::font(current ? Text::Strong : Text::Body));
    painter.setPen(theme.text);
    const double room = right - area.left() - 10;
    painter.drawText(QRectF(area.left() + 10, area.top(), room, area.height()), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(one.name, Qt::ElideMiddle, int(room)));
}

void GroupGraph::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < layers_.nodes.size(); ++i) {
        for (const int before : layers_.nodes[i].after)
            paintEdge(painter, before, i);
    }
    for (int i = 0; i < layers_.nodes.size(); ++i)
        paintNode(painter, i);
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()).adjusted(2, 2, -2, -2), theme::of(this));
}

} // namespace mesoscope::widgets

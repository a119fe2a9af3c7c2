#include "widgets/shell/inspector_slot.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

bool isUpright(QChar c) {
    return c.unicode() >= 0x2E80 && c.unicode() <= 0xFFEF;
}

} // namespace

double paintDownwards(QPainter& painter, const QRectF& rect, const QString& text) {
    const QFontMetricsF fm(painter.font());
    double y = rect.top();
    for (qsizetype i = 0; i < text.size() && y < rect.bottom();) {
        qsizetype end = i + 1;
        if (isUpright(text.at(i))) {
            painter.drawText(QRectF(rect.left(), y, rect.width(), fm.height()), Qt::AlignCenter, text.mid(i, 1));
            y += fm.height() - 2;
        } else {
            while (end < text.size() && !isUpright(text.at(end)))
                ++end;
            const QString run = fm.elidedText(text.mid(i, end - i), Qt::ElideMiddle, rect.bottom() - y);
            const double length = fm.horizontalAdvance(run);
            painter.save();
            painter.translate(rect.right(), y);
            painter.rotate(90);
            painter.drawText(QRectF(0, 0, length + 2, rect.width()), int(Qt::AlignVCenter | Qt::TextSingleLine), run);
            painter.restore();
            y += length;
        }
        i = end;
    }
    return y - rect.top();
}

InspectorEdgeBar::InspectorEdgeBar(QWidget* parent)
    : QWidget(parent), button_(Button::iconOnly(Glyph::Panel, tr("Open or close the inspector"), this)) {
    setObjectName(QStringLiteral("inspector-edge"));
    setFixedWidth(thickness);
    button_->setObjectName(QStringLiteral("inspector-toggle"));
    button_->setGeometry(1, 8, 26, 28);
    connect(button_, &Button::clicked, this, &InspectorEdgeBar::toggled);
}

void InspectorEdgeBar::setEdge(const InspectorEdge& edge) {
    edge_ = edge;
    setAccessibleName(QStringLiteral("%1 %2 %3").arg(edge.name, edge.state.word, edge.figures));
    update();
}

void InspectorEdgeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.fillRect(QRect(0, 0, 1, height()), theme.line);
    painter.fillRect(QRect(0, 44, width(), 1), theme.line);
    if (edge_.name.isEmpty())
        return;
    double y = 56;
    if (!edge_.state.word.isEmpty()) {
        paintGlyph(painter, QRectF(7, y, 14, 14), edge_.state.glyph, theme.tone(edge_.state.tone));
        y += 22;
    }
    const auto words = [&](const QString& text, Text font, const QColor& color, double room) {
        if (text.isEmpty())
            return;
        painter.setFont(theme::font(font));
        painter.setPen(color);
        y += paintDownwards(painter, QRectF(3, y, width() - 6, std::min(room, height() - y - 8)), text) + 8;
    };
    words(edge_.name, Text::SmallStrong, theme.text, 240);
    words(edge_.state.word, Text::Small, theme.tone(edge_.state.tone), 120);
    if (edge_.health >= 0) {
        const QRectF bar(width() / 2.0 - 3, y, 6, 96);
        painter.fillRect(bar, edge_.health < 1 ? theme.bad : theme.barGood);
        painter.fillRect(QRectF(bar.left(), bar.top(), 6, 96 * edge_.health - (edge_.health < 1 ? 1 : 0)),
                         theme.barGood);
        y += 104;
    }
    words(edge_.figures, Text::Small, theme.secondary, 160);
}

void InspectorEdgeBar::mousePressEvent(QMouseEvent*) {
    Q_EMIT toggled();
}

InspectorPanel::InspectorPanel(QWidget* parent) : QWidget(parent), stack_(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Inspector"));
    setFixedWidth(metrics::inspectorWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->addWidget(stack_);
}

void InspectorPanel::add(Page* page, QWidget* content) {
    auto* area = new QScrollArea;
    area->setObjectName(page->id() + QStringLiteral("-inspector"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    area->setBackgroundRole(QPalette::Window);
    stack_->addWidget(area);
    areas_.insert(page, area);
}

bool InspectorPanel::show(Page* page) {
    QScrollArea* area = areas_.value(page);
    if (area)
        stack_->setCurrentWidget(area);
    return area != nullptr;
}

void InspectorPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.fillRect(rect(), theme.window);
    painter.fillRect(QRect(0, 0, 1, height()), theme.line);
}

} // namespace mesoscope::widgets

#include "widgets/map/map_inspector.h"

#include "widgets/controls/button.h"
#include "widgets/controls/panels.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QGridLayout>
#include <QHash>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollArea>
#include <QToolTip>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

constexpr double pad = 16;
constexpr double rowHeight = 22;
constexpr double headingHeight = 28;
constexpr double headHeight = 8 + headingHeight; ///< from a section's line to its first row
constexpr double sectionGap = 14;

using Fit = TextShaper::Fit;

double textHeight(const QFont& font, const QString& text, double width) {
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 10'000), Qt::TextWordWrap, text).height();
}

} // namespace

InspectorSheet::InspectorSheet(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("mapInspectorSheet"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void InspectorSheet::setContent(const InspectorContent& content) {
    const int before = heightForWidth(width());
    content_ = content;
    setAccessibleName(content_.title);
    setAccessibleDescription(spoken());
    // Figures move all the time, the height seldom; a new layout costs more than the figures.
    if (heightForWidth(width()) != before)
        updateGeometry();
    update();
}

double InspectorSheet::widthOf(const QString& text) const {
    return shaper_.width(Text::Small, Fit::ElideRight, text);
}

QString InspectorSheet::spoken() const {
    QStringList words{content_.state, content_.figure + content_.figureRest, content_.remark};
    for (const InspectorContent::Section& s : content_.sections) {
        words.append(s.heading);
        for (const InspectorContent::Row& r : s.rows)
            words.append(QStringList{r.label, r.value, r.remark}.join(QLatin1Char(' ')).simplified());
        words.append(s.text);
    }
    words.removeAll(QString());
    return words.join(QLatin1String(", "));
}

QSize InspectorSheet::sizeHint() const {
    return {328, int(lay(nullptr, 328)) + 1};
}

int InspectorSheet::heightForWidth(int width) const {
    return int(lay(nullptr, width)) + 1;
}

void InspectorSheet::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    lay(&painter, width());
}

bool InspectorSheet::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    if (const QString whole = wholeAt(help->pos().y()); !whole.isEmpty())
        QToolTip::showText(help->globalPos(), whole, this);
    else
        QToolTip::hideText();
    return true;
}

QString InspectorSheet::wholeAt(double at) const {
    const Columns shared = columns(width());
    double y = layTop(nullptr, width());
    for (const InspectorContent::Section& s : content_.sections) {
        double row = y + sectionGap + headHeight;
        for (const InspectorContent::Row& r : s.rows) {
            const double begin = row;
            row = layRow(nullptr, r, begin, width(), shared);
            if (at >= begin && at < row)
                return r.whole;
        }
        y = laySection(nullptr, s, y, width(), shared);
    }
    return {};
}

double InspectorSheet::layTop(QPainter* painter, double width) const {
    double y = layHead(painter, width);
    if (!content_.health.isEmpty())
        y = layHealth(painter, y + 8, width);
    if (!content_.remark.isEmpty())
        y = layText(painter, content_.remark, Tone::Secondary, y + 4, width);
    return y;
}

double InspectorSheet::lay(QPainter* painter, double width) const {
    double y = layTop(painter, width);
    const Columns shared = columns(width);
    for (const InspectorContent::Section& s : content_.sections)
        y = laySection(painter, s, y, width, shared);
    return y + pad / 2;
}

InspectorSheet::Columns InspectorSheet::columns(double width) const {
    Columns c;
    for (const InspectorContent::Section& s : content_.sections) {
        for (const InspectorContent::Row& r : s.rows) {
            if (r.kind != InspectorContent::Row::Kind::Bar)
                continue;
            const double remark = r.remark.isEmpty() ? 0 : widthOf(r.remark) + 12;
            c.labels = std::max(c.labels, widthOf(r.label) + 12);
            c.tail = std::max(c.tail, shaper_.width(Text::Small, Fit::Figures, r.value) + remark + 10);
        }
    }
    c.labels = std::min(c.labels, width * 0.4);
    c.tail = std::min(c.tail, width * 0.5);
    return c;
}

double InspectorSheet::layHead(QPainter* painter, double width) const {
    const QFont title = theme::font(Text::Title);
    const QFont small = theme::font(Text::Small);
    const double state = content_.state.isEmpty()
                             ? 0
                             : QFontMetricsF(small).horizontalAdvance(content_.state) + (content_.hasGlyph ? 20 : 4);
    const double room = width - 2 * pad - state - 8;
    if (painter) {
        const Theme& t = theme::of(this);
        painter->setFont(title);
        painter->setPen(t.text);
        painter->drawText(QRectF(pad, pad - 4, room, 26), Qt::AlignLeft | Qt::AlignVCenter,
                          elidedMiddle(title, content_.title, room));
        painter->setFont(small);
        painter->setPen(t.tone(content_.tone));
        painter->drawText(QRectF(0, pad - 4, width - pad, 26), Qt::AlignRight | Qt::AlignVCenter, content_.state);
        if (content_.hasGlyph && !content_.state.isEmpty())
            paintGlyph(*painter, QRectF(width - pad - state, pad + 2, 14, 14), content_.glyph, t.tone(content_.tone));
    }
    const double y = pad + 24;
    return content_.subtitle.isEmpty() ? y : layText(painter, content_.subtitle, Tone::Secondary, y, width);
}

double InspectorSheet::layHealth(QPainter* painter, double y, double width) const {
    const QFont strong = theme::font(Text::Strong);
    const QFont body = theme::font(Text::Body);
    const double rest = QFontMetricsF(body).horizontalAdvance(content_.figureRest);
    const double figure = figuresWidth(strong, content_.figure);
    if (!painter)
        return y + rowHeight;
    const Theme& t = theme::of(this);
    QRectF bar(pad, y + 8, width - 2 * pad - rest - figure - 16, 6);
    double total = 0;
    for (const InspectorContent::Segment& s : content_.health)
        total += s.count;
    painter->fillRect(bar, t.raised);
    double x = bar.left();
    for (const InspectorContent::Segment& s : content_.health) {
        if (s.count <= 0)
            continue;
        // A troubled segment is never too thin to be seen.
        const bool calm = s.tone == Tone::Good || s.tone == Tone::Unknown || s.tone == Tone::Disabled;
        const double w = std::max(calm ? 0.0 : 3.0, bar.width() * s.count / std::max(1.0, total));
        const QColor colour = s.tone == Tone::Good       ? t.barGood
                              : s.tone == Tone::Unknown  ? t.barGrey
                              : s.tone == Tone::Disabled ? t.raised
                                                         : t.tone(s.tone);
        painter->fillRect(QRectF(std::min(x, bar.right() - w), bar.top(), w, bar.height()), colour);
        x += w;
    }
    painter->setPen(t.secondary);
    painter->setFont(body);
    painter->drawText(QRectF(0, y, width - pad, rowHeight), Qt::AlignRight | Qt::AlignVCenter, content_.figureRest);
    painter->setPen(t.text);
    painter->setFont(strong);
    drawFigures(*painter, QRectF(0, y, width - pad - rest, rowHeight), Qt::AlignRight | Qt::AlignVCenter,
                content_.figure);
    return y + rowHeight;
}

double InspectorSheet::layText(QPainter* painter, const QString& text, Tone tone, double y, double width) const {
    const QFont small = theme::font(Text::Small);
    const double height = textHeight(small, text, width - 2 * pad);
    if (painter) {
        painter->setFont(small);
        painter->setPen(theme::of(this).tone(tone));
        painter->drawText(QRectF(pad, y, width - 2 * pad, height + 2), Qt::TextWordWrap | Qt::TextDontClip, text);
    }
    return y + height;
}

double InspectorSheet::laySection(QPainter* painter, const InspectorContent::Section& section, double y, double width,
                                  const Columns& columns) const {
    y += sectionGap;
    if (painter) {
        const Theme& t = theme::of(this);
        painter->fillRect(QRectF(pad, y, width - 2 * pad, 1), t.line);
        painter->setFont(theme::font(Text::SmallStrong));
        painter->setPen(t.text);
        painter->drawText(QRectF(pad, y + 8, width - 2 * pad, headingHeight - 4), Qt::AlignLeft | Qt::AlignVCenter,
                          section.heading);
    }
    y += headHeight;
    for (const InspectorContent::Row& r : section.rows)
        y = layRow(painter, r, y, width, columns);
    return section.text.isEmpty() ? y : layText(painter, section.text, Tone::Secondary, y + 2, width);
}

double InspectorSheet::layRow(QPainter* painter, const InspectorContent::Row& row, double y, double width,
                              const Columns& columns) const {
    using Kind = InspectorContent::Row::Kind;
    const QFont small = theme::font(Text::Small);
    const QFontMetricsF metrics(small);
    const double right = width - pad;
    if (row.kind == Kind::Note) {
        const double left = pad + figuresWidth(small, row.label) + 10;
        const double height = textHeight(small, row.value, right - left);
        if (painter) {
            const Theme& t = theme::of(this);
            painter->setFont(small);
            painter->setPen(t.secondary);
            drawFigures(*painter, QRectF(pad, y, left - pad, metrics.height()), Qt::AlignLeft | Qt::AlignTop,
                        row.label);
            painter->drawText(QRectF(left, y + height, right - left, metrics.height()),
                              Qt::AlignLeft | Qt::TextDontClip,
                              metrics.elidedText(row.remark, Qt::ElideMiddle, right - left));
            painter->setPen(t.text);
            painter->drawText(QRectF(left, y, right - left, height + 2), Qt::TextWordWrap | Qt::TextDontClip,
                              row.value);
        }
        return y + height + (row.remark.isEmpty() ? 0 : metrics.height()) + 6;
    }
    if (!painter)
        return y + rowHeight;
    const Theme& t = theme::of(this);
    painter->setFont(small);
    painter->setPen(t.secondary);
    const double labelRoom =
        std::max(40.0, row.kind == Kind::Bar ? columns.labels - 8 : right - pad - widthOf(row.value) - 12);
    shaper_.draw(*painter, QRectF(pad, y, labelRoom, rowHeight), Text::Small, Fit::ElideMiddle, Qt::AlignLeft,
                 row.label);
    painter->setPen(t.tone(row.tone));
    if (row.kind == Kind::Fact) {
        const double room = right - pad - std::min(widthOf(row.label), labelRoom) - 10;
        const bool whole = shaper_.width(Text::Small, Fit::Figures, row.value) <= room;
        shaper_.draw(*painter, QRectF(right - room, y, room, rowHeight), Text::Small,
                     whole ? Fit::Figures : Fit::ElideMiddle, Qt::AlignRight, row.value);
        return y + rowHeight;
    }
    const QRectF bar(pad + columns.labels, y + rowHeight / 2 - 3,
                     std::max(20.0, right - pad - columns.labels - columns.tail), 7);
    const double filled = bar.width() * row.fraction;
    const double bad = row.badFraction > 0 ? std::max(3.0, bar.width() * row.badFraction) : 0;
    painter->fillRect(QRectF(bar.left(), bar.top(), bar.width(), bar.height()), t.raised);
    painter->fillRect(QRectF(bar.left(), bar.top(), std::max(0.0, filled - bad), bar.height()),
                      t.sequential[t.dark ? 3 : 3]);
    painter->fillRect(QRectF(bar.left() + std::max(0.0, filled - bad), bar.top(), bad, bar.height()), t.bad);
    shaper_.draw(*painter, QRectF(bar.right() + 8, y, right - bar.right() - 8, rowHeight), Text::Small, Fit::Figures,
                 Qt::AlignLeft, row.value);
    painter->setPen(t.bad);
    shaper_.draw(*painter, QRectF(bar.right(), y, right - bar.right(), rowHeight), Text::Small, Fit::ElideRight,
                 Qt::AlignRight, row.remark);
    return y + rowHeight;
}

MapInspector::MapInspector(QWidget* parent)
    : QWidget(parent), sheet_(new InspectorSheet), scroll_(new QScrollArea(this)), buttons_(new QWidget(this)) {
    setObjectName(QStringLiteral("mapInspector"));
    setAccessibleName(tr("Inspector"));
    scroll_->setObjectName(QStringLiteral("mapInspectorScroll"));
    scroll_->setAccessibleName(tr("Details"));
    scroll_->setWidget(sheet_);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll_, 1);
    column->addWidget(buttons_);
    reasons_ = new Words({}, Text::Small, Tone::Secondary, this);
    reasons_->setObjectName(QStringLiteral("mapActionReasons"));
    reasons_->setWordWrap(true);
    reasons_->setContentsMargins(16, 0, 16, 12);
    column->addWidget(reasons_);
    grid_ = new QGridLayout(buttons_);
    grid_->setContentsMargins(16, 8, 16, 12);
    grid_->setHorizontalSpacing(8);
    grid_->setVerticalSpacing(8);
}

void MapInspector::setContent(const InspectorContent& next) {
    if (next == content())
        return;
    const bool otherActions = next.actions != content().actions;
    const bool otherObject = next.title != content().title;
    sheet_->setContent(next);
    if (otherActions)
        makeButtons(next.actions);
    if (otherObject)
        scroll_->ensureVisible(0, 0, 0, 0);
}

void MapInspector::makeButtons(const QList<InspectorContent::Action>& actions) {
    // Buttons that stay keep their place and the keyboard's focus.
    QStringList names;
    for (const auto& a : actions)
        names.append(QStringLiteral("mapAction.") + a.name);
    QStringList present;
    for (int i = 0; i < grid_->count(); ++i)
        present.append(grid_->itemAt(i)->widget()->objectName());
    if (names != present) {
        while (QLayoutItem* item = grid_->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        for (qsizetype i = 0; i < actions.size(); ++i) {
            const InspectorContent::Action& a = actions.at(i);
            auto* button = new Button(a.glyph, a.text, a.danger ? ButtonKind::Danger : ButtonKind::Plain, buttons_);
            button->setObjectName(names.at(i));
            button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
            connect(button, &QPushButton::clicked, this, [this, verb = a.verb] { Q_EMIT actionChosen(verb); });
            grid_->addWidget(button, int(i) / 2, int(i) % 2);
        }
    }
    for (qsizetype i = 0; i < actions.size(); ++i)
        static_cast<Button*>(grid_->itemAt(int(i))->widget())->setRefusal(actions.at(i).refusal);
    buttons_->setVisible(!actions.isEmpty());
    showReasons(actions);
}

/// "Drain, Deactivate: not reachable" stands under the buttons; a refusal is never left to a tool tip.
void MapInspector::showReasons(const QList<InspectorContent::Action>& actions) {
    QStringList reasons;
    QHash<QString, QStringList> refused;
    for (const InspectorContent::Action& a : actions) {
        if (a.refusal.isEmpty())
            continue;
        if (!refused.contains(a.refusal))
            reasons.append(a.refusal);
        refused[a.refusal].append(QString(a.text).remove(QLatin1String("...")));
    }
    for (QString& reason : reasons)
        reason = tr("%1: %2", "actions and why they are refused")
                     .arg(refused.value(reason).join(QLatin1String(", ")), reason);
    reasons_->setText(reasons.join(QLatin1Char('\n')));
    reasons_->setVisible(!reasons.isEmpty());
}

} // namespace mesoscope::widgets

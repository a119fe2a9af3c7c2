#include "widgets/deployments/deployment_list.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"

#include <QAbstractListModel>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

constexpr int CardRole = Qt::UserRole + 1;
constexpr int lineHeight = 20;
constexpr int headHeight = 26;

int linesOf(const DeploymentCard& card) {
    return card.part == DeploymentCard::Part::Stuck && !card.cause.isEmpty() ? 4 : 2;
}

} // namespace

class DeploymentModel final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(cards.size()); }
    QVariant data(const QModelIndex& index, int role) const override {
        if (!index.isValid())
            return {};
        const DeploymentCard& card = cards[index.row()];
        if (role == CardRole)
            return index.row();
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return QStringList{card.apps, card.what, card.figure, card.cause}.join(QLatin1Char(' ')).simplified();
        return {};
    }
    void set(const QList<DeploymentCard>& next) {
        if (next == cards)
            return;
        const auto ids = [](const QList<DeploymentCard>& list) {
            QStringList result;
            for (const DeploymentCard& card : list)
                result += card.id;
            return result;
        };
        if (ids(next) == ids(cards)) {
            cards = next;
            Q_EMIT dataChanged(index(0), index(int(cards.size()) - 1));
            return;
        }
        beginResetModel();
        cards = next;
        endResetModel();
    }
    /// Whether the card begins its part of the list.
    bool first(int row) const { return row == 0 || cards[row - 1].part != cards[row].part; }
    int countOf(DeploymentCard::Part part) const {
        return int(std::count_if(cards.cbegin(), cards.cend(), [part](const auto& card) { return card.part == part; }));
    }
    QList<DeploymentCard> cards;
};

namespace {

class CardDelegate final : public QStyledItemDelegate {
public:
    CardDelegate(const DeploymentModel& model, QObject* parent) : QStyledItemDelegate(parent), model_(model) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const DeploymentCard& card = model_.cards[index.row()];
        const int bar = card.progress >= 0 && card.part != DeploymentCard::Part::Ended ? 12 : 0;
        return {240, (model_.first(index.row()) ? headHeight : 0) + linesOf(card) * lineHeight + 14 + bar};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        painter->save();
        const Theme& theme = theme::of(option.palette);
        const DeploymentCard& card = model_.cards[index.row()];
        QRect room = option.rect;
        if (model_.first(index.row())) {
            paintHead(*painter, room.adjusted(0, 0, 0, headHeight - room.height()), card.part, theme);
            room.setTop(room.top() + headHeight);
        }
        const bool current = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(room, current                                          ? theme.selected
                                : option.state.testFlag(QStyle::State_MouseOver) ? theme.hover
                                                                                 : theme.surface);
        if (current)
            painter->fillRect(QRect(room.left(), room.top(), 3, room.height()), theme.accent);
        painter->setPen(theme.line);
        painter->drawLine(room.bottomLeft(), room.bottomRight());
        paintCard(*painter, room.adjusted(metrics::gap, 6, -metrics::gap, -8), card, theme);
        painter->restore();
    }

private:
    void paintHead(QPainter& painter, const QRect& room, DeploymentCard::Part part, const Theme& theme) const {
        const QString word = part == DeploymentCard::Part::Stuck     ? DeploymentList::tr("Stuck")
                             : part == DeploymentCard::Part::Running ? DeploymentList::tr("Running")
                                                                     : DeploymentList::tr("Ended");
        painter.fillRect(room, theme.window);
        painter.setFont(theme::font(Text::Strong));
        painter.setPen(theme.text);
        const QRect text = room.adjusted(metrics::gap, 0, 0, 0);
        painter.drawText(text, int(Qt::AlignVCenter | Qt::AlignLeft), word);
        const int width = painter.fontMetrics().horizontalAdvance(word);
        painter.setFont(theme::font(Text::Small));
        painter.setPen(theme.secondary);
        painter.drawText(text.adjusted(width + 8, 0, 0, 0), int(Qt::AlignVCenter | Qt::AlignLeft),
                         QString::number(model_.countOf(part)));
    }

    static void paintCard(QPainter& painter, const QRect& room, const DeploymentCard& card, const Theme& theme) {
        using Part = DeploymentCard::Part;
        const Glyph glyph = card.part == Part::Stuck     ? Glyph::Warning
                            : card.part == Part::Running ? Glyph::Scale
                            : card.failed                ? Glyph::Close
                                                         : Glyph::Check;
        const QColor color = card.part == Part::Stuck || card.failed ? theme.warning
                             : card.part == Part::Running            ? theme.accent
                                                                     : theme.secondary;
        paintGlyph(painter, QRectF(room.left(), room.top() + 2, 16, 16), glyph, color);
        const int left = room.left() + 26;
        const int width = room.right() - left;
        const auto line = [&](int row, Text font, const QColor& pen, const QString& text, const QString& right) {
            const QRect at(left, room.top() + row * lineHeight, width, lineHeight);
            painter.setFont(theme::font(Text::Small));
            const int taken = right.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(right) + 8;
            painter.setPen(theme.secondary);
            painter.drawText(at, int(Qt::AlignVCenter | Qt::AlignRight), right);
            painter.setFont(theme::font(font));
            painter.setPen(pen);
            painter.drawText(at.adjusted(0, 0, -taken, 0), int(Qt::AlignVCenter | Qt::AlignLeft),
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, width - taken));
        };
        line(0, Text::Strong, theme.text, card.apps, card.age);
        line(1, Text::Small, theme.secondary, card.what, card.figure);
        if (linesOf(card) > 2) {
            painter.setFont(theme::font(Text::Small));
            painter.setPen(theme.warning);
            painter.drawText(QRect(left, room.top() + 2 * lineHeight, width, 2 * lineHeight),
                             int(Qt::AlignTop | Qt::AlignLeft) | Qt::TextWordWrap, card.cause);
        }
        if (card.progress < 0 || card.part == Part::Ended)
            return;
        const QRectF bar(left, room.top() + linesOf(card) * lineHeight + 4, width, 4);
        painter.fillRect(bar, theme.raised);
        painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * std::clamp(card.progress, 0.0, 1.0), bar.height()),
                         color);
    }

    const DeploymentModel& model_;
};

} // namespace

DeploymentList::DeploymentList(QWidget* parent) : QListView(parent), model_(new DeploymentModel(this)) {
    setObjectName(QStringLiteral("deploymentList"));
    setAccessibleName(tr("Deployments"));
    setModel(model_);
    setItemDelegate(new CardDelegate(*model_, this));
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
}

void DeploymentList::setCards(const QList<DeploymentCard>& cards) {
    const QString before = currentDeployment();
    model_->set(cards);
    if (!select(before) && !cards.isEmpty())
        setCurrentIndex(model_->index(0));
}

QString DeploymentList::currentDeployment() const {
    return currentIndex().isValid() ? model_->cards[currentIndex().row()].id : QString();
}

bool DeploymentList::select(const QString& id) {
    for (int row = 0; row < model_->rowCount(); ++row) {
        if (model_->cards[row].id != id)
            continue;
        if (currentIndex().row() != row)
            setCurrentIndex(model_->index(row));
        return true;
    }
    return false;
}

void DeploymentList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    Q_EMIT currentChangedTo(currentDeployment());
}

} // namespace mesoscope::widgets

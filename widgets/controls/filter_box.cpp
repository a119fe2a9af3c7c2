#include "widgets/controls/filter_box.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <cmath>

namespace mesoscope::widgets {

namespace {

enum SuggestionRole { MatchedRole = Qt::UserRole, DetailRole };

/// One token; Delete or a click takes it out.
class Chip final : public QAbstractButton {
public:
    Chip(const FilterToken& token, QWidget* parent) : QAbstractButton(parent), valid_(token.valid) {
        setText(token.text);
        setToolTip(token.problem);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setFixedSize(int(std::ceil(QFontMetricsF(theme::font(Text::Small)).horizontalAdvance(token.text))) + 28, 20);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme& theme = theme::of(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.raised);
        painter.drawRoundedRect(rect(), 3, 3);
        if (hasFocus())
            paintOutline(painter, rect(), theme.accent, 2, 3);
        else
            paintOutline(painter, rect(), valid_ ? theme.line : theme.bad, 1, 3);
        painter.setFont(theme::font(Text::Small));
        painter.setPen(valid_ ? theme.text : theme.bad);
        painter.drawText(rect().adjusted(7, 0, -18, 0), int(Qt::AlignVCenter | Qt::TextSingleLine), text());
        paintGlyph(painter, QRectF(width() - 18, 4, 12, 12), Glyph::Close, underMouse() ? theme.text : theme.secondary);
    }

private:
    bool valid_;
};

class SuggestionDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, 24}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Theme& theme = theme::of(option.palette);
        const QRect r = option.rect;
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(r, theme.selected);
            painter->fillRect(QRect(r.left(), r.top(), 2, r.height()), theme.accent);
        }
        const QString text = index.data().toString();
        const QString matched = index.data(MatchedRole).toString();
        const qsizetype at = matched.isEmpty() ? -1 : text.indexOf(matched, 0, Qt::CaseInsensitive);
        double x = r.left() + 10;
        const auto piece = [&](const QString& part, bool strong) {
            painter->setFont(strong ? theme::font(Text::Strong) : theme::font(Text::Body));
            painter->setPen(strong ? theme.accent : theme.text);
            painter->drawText(QRectF(x, r.top(), r.right() - x - 80, r.height()),
                              int(Qt::AlignVCenter | Qt::TextSingleLine), part);
            x += QFontMetricsF(painter->font()).horizontalAdvance(part);
        };
        piece(at < 0 ? text : text.left(at), false);
        if (at >= 0) {
            piece(text.mid(at, matched.size()), true);
            piece(text.mid(at + matched.size()), false);
        }
        painter->setFont(theme::font(Text::Body));
        painter->setPen(theme.secondary);
        drawFigures(*painter, QRectF(r).adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight,
                    index.data(DetailRole).toString());
    }
};

class PopupFrame final : public QFrame {
public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme& theme = theme::of(this);
        painter.fillRect(rect(), theme.dark ? theme.raised : theme.window);
        paintOutline(painter, rect(), theme.line);
    }
};

bool looksLikeToken(const QString& text) {
    return text.contains(QLatin1Char(':')) && !text.endsWith(QLatin1Char(':'));
}

} // namespace

FilterBox::FilterBox(const QString& objectName, const QString& placeholder, QWidget* parent)
    : QWidget(parent), row_(new QHBoxLayout(this)), edit_(new QLineEdit(this)),
      clear_(Button::iconOnly(Glyph::Close, tr("Clear the filter"), this)), popup_(new PopupFrame(this)),
      list_(new QListView(popup_)), footer_(new Words({}, Text::Small, Tone::Secondary)) {
    setObjectName(objectName);
    setFixedHeight(metrics::controlHeight);
    setFocusProxy(edit_);
    row_->setContentsMargins(30, 0, 2, 0);
    row_->setSpacing(4);
    edit_->setFrame(false);
    edit_->setPlaceholderText(placeholder);
    edit_->setObjectName(objectName + QStringLiteral("-edit"));
    edit_->setAccessibleName(placeholder);
    edit_->installEventFilter(this);
    clear_->setObjectName(objectName + QStringLiteral("-clear"));
    clear_->setFixedSize(24, 24);
    clear_->hide();
    row_->addWidget(edit_, 1);
    row_->addWidget(clear_);

    popup_->setWindowFlags(Qt::ToolTip);
    popup_->hide();
    auto* column = new QVBoxLayout(popup_);
    column->setContentsMargins(1, 1, 1, 4);
    column->addWidget(list_);
    column->addWidget(footer_, 0, Qt::AlignRight);
    footer_->setContentsMargins(0, 0, 10, 0);
    list_->setModel(new QStandardItemModel(list_));
    list_->setItemDelegate(new SuggestionDelegate(list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setObjectName(objectName + QStringLiteral("-suggestions"));
    list_->setAccessibleName(tr("Suggestions"));

    connect(clear_, &Button::clicked, this, [this] {
        clear();
        edit_->setFocus();
        Q_EMIT changed();
    });
    connect(edit_, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.endsWith(QLatin1Char(' ')) && looksLikeToken(text.trimmed()))
            takeTyped();
        clear_->setVisible(!expression().isEmpty());
        Q_EMIT changed();
        Q_EMIT completionWanted(edit_->text());
    });
    connect(list_, &QListView::clicked, this, [this] { takeSuggestion(); });
}

QStringList FilterBox::tokens() const {
    QStringList texts;
    for (const FilterToken& token : tokens_)
        texts.append(token.text);
    return texts;
}

QString FilterBox::freeText() const {
    return edit_->text().trimmed();
}

QString FilterBox::expression() const {
    QStringList parts = tokens();
    if (!freeText().isEmpty())
        parts.append(freeText());
    return parts.join(QLatin1Char(' '));
}

void FilterBox::setExpression(const QString& expression) {
    tokens_.clear();
    edit_->clear();
    QStringList free;
    QString prefix;
    for (const QString& word : expression.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (word == QLatin1String("not")) {
            prefix = QStringLiteral("not ");
        } else if (looksLikeToken(word)) {
            addToken(prefix + word);
            prefix.clear();
        } else {
            free.append(prefix + word);
            prefix.clear();
        }
    }
    edit_->setText(free.join(QLatin1Char(' ')));
    layTokens();
}

void FilterBox::setFields(const QStringList& fields) {
    fields_ = fields;
    const QString kept = expression();
    setExpression(kept);
}

void FilterBox::addToken(const QString& text) {
    const QString plain = text.startsWith(QLatin1String("not ")) ? text.mid(4) : text;
    const QString field = plain.section(QLatin1Char(':'), 0, 0);
    FilterToken token{text, fields_.isEmpty() || fields_.contains(field), {}};
    if (!token.valid)
        token.problem = tr("There is no field “%1” here; known are %2.").arg(field, fields_.join(QStringLiteral(", ")));
    tokens_.append(token);
}

void FilterBox::removeToken(qsizetype index) {
    tokens_.removeAt(index);
    layTokens();
    edit_->setFocus();
    Q_EMIT changed();
}

void FilterBox::layTokens() {
    for (QAbstractButton* chip : std::as_const(chips_))
        chip->deleteLater();
    chips_.clear();
    for (qsizetype i = 0; i < tokens_.size(); ++i) {
        auto* chip = new Chip(tokens_.at(i), this);
        chip->setObjectName(QStringLiteral("%1-token-%2").arg(objectName()).arg(i));
        chip->setAccessibleName(tr("Filter %1; press to remove").arg(tokens_.at(i).text));
        connect(chip, &QAbstractButton::clicked, this, [this, i] { removeToken(i); });
        row_->insertWidget(int(i), chip);
        chip->show();
        chips_.append(chip);
    }
    clear_->setVisible(!expression().isEmpty());
}

void FilterBox::takeTyped() {
    addToken(edit_->text().trimmed());
    edit_->clear();
    layTokens();
}

bool FilterBox::takeSuggestion() {
    const QModelIndex index = list_->currentIndex();
    if (!popup_->isVisible() || !index.isValid())
        return false;
    edit_->setText(index.data().toString());
    popup_->hide();
    if (looksLikeToken(edit_->text()))
        takeTyped();
    Q_EMIT changed();
    return true;
}

void FilterBox::clear() {
    tokens_.clear();
    edit_->clear();
    popup_->hide();
    layTokens();
}

void FilterBox::setSuggestions(const QList<FilterSuggestion>& suggestions, const QString& footer) {
    auto* model = static_cast<QStandardItemModel*>(list_->model());
    model->clear();
    for (const FilterSuggestion& suggestion : suggestions) {
        auto* item = new QStandardItem(suggestion.text);
        item->setData(suggestion.matched, MatchedRole);
        item->setData(suggestion.detail, DetailRole);
        model->appendRow(item);
    }
    footer_->setText(footer);
    footer_->setVisible(!footer.isEmpty());
    if (suggestions.isEmpty() || !edit_->hasFocus())
        popup_->hide();
    else
        showPopup();
}

void FilterBox::showPopup() {
    list_->setCurrentIndex(list_->model()->index(0, 0));
    const int rows = std::min(list_->model()->rowCount(), 8);
    list_->setFixedHeight(rows * 24 + 2);
    popup_->setFixedWidth(std::max(width(), 260));
    popup_->adjustSize();
    popup_->move(mapToGlobal(QPoint(0, height() + 2)));
    popup_->show();
}

bool FilterBox::keyPressed(int key) {
    const int rows = list_->model()->rowCount();
    const int row = list_->currentIndex().row();
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (!popup_->isVisible())
            return false;
        list_->setCurrentIndex(list_->model()->index((row + (key == Qt::Key_Down ? 1 : rows - 1)) % rows, 0));
        return true;
    case Qt::Key_Tab:
        return takeSuggestion();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (looksLikeToken(edit_->text().trimmed())) {
            takeTyped();
            Q_EMIT changed();
        }
        popup_->hide();
        return false;
    case Qt::Key_Backspace:
        if (!edit_->text().isEmpty() || tokens_.isEmpty())
            return false;
        removeToken(tokens_.size() - 1);
        return true;
    case Qt::Key_Escape:
        if (popup_->isVisible()) {
            popup_->hide();
            return true;
        }
        if (expression().isEmpty())
            return false;
        clear();
        Q_EMIT changed();
        return true;
    default:
        return false;
    }
}

bool FilterBox::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && keyPressed(static_cast<QKeyEvent*>(event)->key()))
        return true;
    // Escape is a short cut of the window; claim it while there is something of ours to close.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
        (popup_->isVisible() || !expression().isEmpty()))
        event->accept();
    if (event->type() == QEvent::FocusOut)
        popup_->hide();
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

void FilterBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(rect(), metrics::radius, metrics::radius);
    const bool focus = edit_->hasFocus();
    paintOutline(painter, rect(), focus ? theme.accent : theme.line, focus ? 2 : 1);
    paintGlyph(painter, QRectF(8, 6, 16, 16), Glyph::Search, theme.secondary);
}

} // namespace mesoscope::widgets

#include "widgets/shell/palette.h"

#include "models/text/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QAbstractListModel>
#include <QEvent>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace mesoscope::widgets {

namespace {

constexpr int rowHeight = 30;
constexpr int limitPerProvider = 60;

QString kindName(PaletteItem::Kind kind) {
    switch (kind) {
    case PaletteItem::Kind::Action:
        return Palette::tr("action");
    case PaletteItem::Kind::App:
        return Palette::tr("app");
    case PaletteItem::Kind::Task:
        return Palette::tr("task");
    case PaletteItem::Kind::Agent:
        return Palette::tr("agent");
    case PaletteItem::Kind::Deployment:
        return Palette::tr("deployment");
    case PaletteItem::Kind::Framework:
        return Palette::tr("framework");
    case PaletteItem::Kind::Page:
        return Palette::tr("page");
    case PaletteItem::Kind::Other:
        break;
    }
    return Palette::tr("other");
}

QString kindPlural(int kind) {
    switch (PaletteItem::Kind(kind)) {
    case PaletteItem::Kind::Action:
        return Palette::tr("Actions");
    case PaletteItem::Kind::App:
        return Palette::tr("Apps");
    case PaletteItem::Kind::Task:
        return Palette::tr("Tasks");
    case PaletteItem::Kind::Agent:
        return Palette::tr("Agents");
    case PaletteItem::Kind::Deployment:
        return Palette::tr("Deployments");
    case PaletteItem::Kind::Framework:
        return Palette::tr("Frameworks");
    case PaletteItem::Kind::Page:
        return Palette::tr("Pages");
    case PaletteItem::Kind::Other:
        break;
    }
    return Palette::tr("Other");
}

double wordScore(QStringView word, QStringView text) {
    const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    if (at < 0)
        return 0;
    if (word.size() == text.size())
        return 1;
    const bool starts = at == 0 || !text.at(at - 1).isLetterOrNumber();
    const double share = double(word.size()) / double(text.size());
    return (starts ? 0.6 : 0.3) + 0.35 * share;
}

/// Ranges of the text that the query's words cover, sorted and disjoint.
QList<std::pair<qsizetype, qsizetype>> matches(const QString& query, const QString& text) {
    QList<std::pair<qsizetype, qsizetype>> found;
    for (const QString& word : query.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at >= 0)
            found.append({at, at + word.size()});
    }
    std::sort(found.begin(), found.end());
    return found;
}

class KindBar final : public QWidget {
public:
    KindBar(std::function<void(int)> chosen, QWidget* parent) : QWidget(parent), chosen_(std::move(chosen)) {
        setFixedHeight(36);
    }

    void show(const PaletteAnswer& answer, int current) {
        current_ = current;
        labels_.clear();
        int all = 0;
        for (int n : answer.found)
            all += n;
        labels_.append({-1, Palette::tr("All"), all});
        for (int kind = 0; kind < PaletteItem::kinds; ++kind) {
            if (answer.found.at(std::size_t(kind)) > 0)
                labels_.append({kind, kindPlural(kind), answer.found.at(std::size_t(kind))});
        }
        update();
    }

    int neighbour(int by) const {
        const auto at =
            std::find_if(labels_.begin(), labels_.end(), [&](const Label& l) { return l.kind == current_; });
        const qsizetype n = labels_.size();
        return n == 0 ? -1 : labels_.at((at - labels_.begin() + by + n) % n).kind;
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme& theme = theme::of(this);
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
        double x = 10;
        for (Label& label : labels_) {
            const bool on = label.kind == current_;
            const QFont font = theme::font(on ? Text::Strong : Text::Body);
            const QString count = text::integer(label.count);
            const double width = QFontMetricsF(font).horizontalAdvance(label.text) + 5 + figuresWidth(font, count) + 16;
            label.rect = QRectF(x, 5, width, 26);
            if (on)
                painter.fillRect(label.rect, theme.raised);
            painter.setFont(font);
            painter.setPen(on ? theme.text : theme.secondary);
            painter.drawText(label.rect.adjusted(8, 0, 0, 0), int(Qt::AlignVCenter | Qt::TextSingleLine), label.text);
            drawFigures(painter, label.rect.adjusted(0, 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight, count);
            x += width + 4;
        }
        painter.setFont(theme::font(Text::Body));
        painter.setPen(theme.secondary);
        const QString next = Palette::tr("next kind");
        const double words = QFontMetricsF(painter.font()).horizontalAdvance(next);
        painter.drawText(QRectF(width() - words - 14, 0, words + 4, 36), int(Qt::AlignVCenter), next);
        paintKeyCap(&painter, QPointF(width() - words - 22, 18), Palette::tr("Tab", "the key"), theme);
    }

    void mousePressEvent(QMouseEvent* event) override {
        for (const Label& label : labels_) {
            if (label.rect.contains(event->pos()))
                chosen_(label.kind);
        }
    }

private:
    struct Label {
        int kind;
        QString text;
        int count;
        QRectF rect = {};
    };
    QList<Label> labels_;
    std::function<void(int)> chosen_;
    int current_ = -1;
};

} // namespace

double matchScore(QStringView query, QStringView text) {
    double score = 0;
    int words = 0;
    for (QStringView word : query.split(u' ', Qt::SkipEmptyParts)) {
        const double s = wordScore(word, text);
        if (s <= 0)
            return 0;
        score += s;
        ++words;
    }
    return words == 0 ? 0.1 : score / words;
}

class PaletteModel final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void show(QList<PaletteItem> items, const QString& query) {
        beginResetModel();
        items_ = std::move(items);
        query_ = query;
        endResetModel();
    }
    const PaletteItem& item(int row) const { return items_.at(row); }
    const QString& query() const { return query_; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(items_.size()); }
    QVariant data(const QModelIndex& index, int role) const override {
        const PaletteItem& item = items_.at(index.row());
        if (role == Qt::DisplayRole)
            return item.text;
        if (role == Qt::AccessibleTextRole)
            return QStringLiteral("%1, %2 %3, %4").arg(item.text, item.detailWord, item.detail, kindName(item.kind));
        return {};
    }

private:
    QList<PaletteItem> items_;
    QString query_;
};

namespace {

class PaletteDelegate final : public QStyledItemDelegate {
public:
    explicit PaletteDelegate(PaletteModel* model) : QStyledItemDelegate(model), model_(model) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {300, rowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Theme& theme = theme::of(option.palette);
        const PaletteItem& item = model_->item(index.row());
        const QRectF r = option.rect;
        const bool current = option.state.testFlag(QStyle::State_Selected);
        if (current) {
            painter->fillRect(r, theme.selected);
            painter->fillRect(QRectF(r.left(), r.top(), 3, r.height()), theme.accent);
        }
        paintGlyph(*painter, QRectF(r.left() + 15, r.top() + 7, 16, 16), item.glyph, theme.tone(item.glyphTone));
        double right = r.right() - 14;
        painter->setFont(theme::font(Text::Body));
        painter->setPen(theme.secondary);
        const QString kind = kindName(item.kind);
        painter->drawText(QRectF(r.left(), r.top(), right - r.left(), r.height()),
                          int(Qt::AlignVCenter | Qt::AlignRight), kind);
        right -= std::max(84.0, QFontMetricsF(painter->font()).horizontalAdvance(kind) + 12);
        const QString keys = current && item.keys.isEmpty() ? Palette::tr("Enter", "the key") : item.keys;
        const QStringList caps = keys.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (qsizetype i = caps.size() - 1; i >= 0; --i)
            right -= paintKeyCap(painter, QPointF(right, r.center().y()), caps.at(i), theme) + 4;
        paintWords(*painter, item, QRectF(r.left() + 42, r.top(), right - r.left() - 50, r.height()), theme);
    }

private:
    void paintWords(QPainter& painter, const PaletteItem& item, QRectF room, const Theme& theme) const {
        const QFont plain = theme::font(item.monospace ? Text::Mono : Text::Body);
        QFont strong = plain;
        strong.setWeight(QFont::DemiBold);
        qsizetype at = 0;
        const auto piece = [&](const QString& text, const QFont& font, const QColor& color) {
            if (text.isEmpty() || room.width() < 8)
                return;
            painter.setFont(font);
            painter.setPen(color);
            const QFontMetricsF fm(font);
            painter.drawText(room, int(Qt::AlignVCenter | Qt::TextSingleLine),
                             fm.elidedText(text, Qt::ElideRight, room.width()));
            room.setLeft(room.left() + fm.horizontalAdvance(text));
        };
        for (const auto& [begin, end] : matches(model_->query(), item.text)) {
            if (begin < at)
                continue;
            piece(item.text.mid(at, begin - at), plain, theme.text);
            piece(item.text.mid(begin, end - begin), strong, theme.accent);
            at = end;
        }
        piece(item.text.mid(at), plain, theme.text);
        const QFont small = theme::font(Text::Small);
        room.setLeft(room.left() + 8);
        if (!item.detailWord.isEmpty()) {
            piece(item.detailWord, small, theme.tone(item.detailTone));
            room.setLeft(room.left() + 5);
        }
        piece(item.detail, small, theme.secondary);
    }

    PaletteModel* model_;
};

class FootBar final : public QWidget {
public:
    explicit FootBar(QWidget* parent) : QWidget(parent) { setFixedHeight(34); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme& theme = theme::of(this);
        painter.fillRect(QRect(0, 0, width(), 1), theme.line);
        double x = 14;
        const auto hint = [&](const QStringList& keys, const QString& words) {
            for (const QString& key : keys) {
                const double w = paintKeyCap(nullptr, {}, key, theme);
                paintKeyCap(&painter, QPointF(x + w, height() / 2.0), key, theme);
                x += w + 4;
            }
            painter.setFont(theme::font(Text::Small));
            painter.setPen(theme.secondary);
            painter.drawText(QRectF(x + 2, 0, 300, height()), int(Qt::AlignVCenter), words);
            x += QFontMetricsF(painter.font()).horizontalAdvance(words) + 18;
        };
        hint({QStringLiteral("↑"), QStringLiteral("↓")}, Palette::tr("choose"));
        hint({Palette::tr("Enter", "the key")}, Palette::tr("open"));
        hint({QStringLiteral("→")}, Palette::tr("its actions"));
    }
};

} // namespace

Palette::Palette(QWidget* parent)
    : QFrame(parent), edit_(new QLineEdit), timing_(new Words({}, Text::Small, Tone::Secondary)), kindBar_(new KindBar(
                                                                                                      [this](int kind) {
                                                                                                          kind_ = kind;
                                                                                                          showItems();
                                                                                                      },
                                                                                                      this)),
      model_(new PaletteModel(this)), list_(new QListView), searched_(new Words({}, Text::Small, Tone::Secondary)) {
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Command palette"));
    edit_->setObjectName(QStringLiteral("palette-edit"));
    edit_->setAccessibleName(tr("Search or run an action"));
    edit_->setFrame(false);
    edit_->setFont(theme::font(Text::Title));
    QFont font = edit_->font();
    font.setWeight(QFont::Normal);
    edit_->setFont(font);
    edit_->installEventFilter(this);
    setFocusProxy(edit_);
    list_->setObjectName(QStringLiteral("palette-list"));
    list_->setAccessibleName(tr("Results"));
    list_->setModel(model_);
    list_->setItemDelegate(new PaletteDelegate(model_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(42, 0, 14, 0);
    head->addWidget(edit_, 1);
    head->addWidget(timing_);
    auto* foot = new FootBar(this);
    auto* footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(0, 0, 14, 0);
    footRow->addStretch();
    footRow->addWidget(searched_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addSpacing(8);
    column->addLayout(head);
    column->addSpacing(6);
    column->addWidget(kindBar_);
    column->addWidget(list_, 1);
    column->addWidget(foot);
    connect(edit_, &QLineEdit::textChanged, this, &Palette::search);
    connect(list_, &QListView::clicked, this, &Palette::choose);
}

void Palette::setProviders(const QList<PaletteProvider*>& providers) {
    providers_ = providers;
}

void Palette::setPlaceholder(const QString& text) {
    edit_->setPlaceholderText(text);
}

void Palette::start(const QString& query) {
    kind_ = -1;
    inside_.clear();
    if (edit_->text() == query)
        search();
    else
        edit_->setText(query);
    edit_->selectAll();
}

void Palette::search() {
    delete query_.data();
    query_ = new QObject(this);
    inside_.clear();
    answer_ = {};
    awaited_ = int(providers_.size());
    timer_.start();
    const QString query = edit_->text().trimmed();
    for (PaletteProvider* provider : std::as_const(providers_))
        provider->search(query, limitPerProvider, query_, [this](const PaletteAnswer& answer) { take(answer); });
}

void Palette::take(const PaletteAnswer& answer) {
    answer_.items += answer.items;
    for (std::size_t i = 0; i < answer.found.size(); ++i)
        answer_.found.at(i) += answer.found.at(i);
    answer_.searchedObjects += answer.searchedObjects;
    answer_.searchedActions += answer.searchedActions;
    if (--awaited_ > 0)
        return;
    std::stable_sort(answer_.items.begin(), answer_.items.end(),
                     [](const PaletteItem& a, const PaletteItem& b) { return a.score > b.score; });
    int all = 0;
    for (int n : answer_.found)
        all += n;
    timing_->setText(tr("%Ln result(s) in %1 ms", nullptr, all).arg(timer_.elapsed()));
    searched_->setText(
        tr("searched %1 and %2")
            .arg(
                tr("%1 object(s)", nullptr, int(answer_.searchedObjects)).arg(text::integer(answer_.searchedObjects)),
                tr("%1 action(s)", nullptr, int(answer_.searchedActions)).arg(text::integer(answer_.searchedActions))));
    showItems();
}

void Palette::showItems() {
    QList<PaletteItem> shown;
    for (const PaletteItem& item : std::as_const(answer_.items)) {
        if (kind_ < 0 || int(item.kind) == kind_)
            shown.append(item);
    }
    model_->show(shown, edit_->text().trimmed());
    static_cast<KindBar*>(kindBar_)->show(answer_, kind_);
    list_->setCurrentIndex(model_->index(0, 0));
}

void Palette::choose() {
    const QModelIndex index = list_->currentIndex();
    if (!index.isValid())
        return;
    const PaletteItem item = model_->item(index.row());
    Q_EMIT finished();
    if (item.run)
        item.run();
    else if (item.action)
        Q_EMIT actionChosen(*item.action);
    else if (!item.object.isNull())
        Q_EMIT objectChosen(item.object);
}

void Palette::enterActions() {
    const QModelIndex index = list_->currentIndex();
    if (!index.isValid() || model_->item(index.row()).actions.isEmpty())
        return;
    inside_ = model_->item(index.row()).text;
    const QList<PaletteItem> actions = model_->item(index.row()).actions;
    model_->show(actions, {});
    list_->setCurrentIndex(model_->index(0, 0));
}

bool Palette::leaveActions() {
    if (inside_.isEmpty())
        return false;
    inside_.clear();
    showItems();
    return true;
}

void Palette::step(int by) {
    const int rows = model_->rowCount();
    if (rows > 0)
        list_->setCurrentIndex(model_->index(std::clamp(list_->currentIndex().row() + by, 0, rows - 1), 0));
}

void Palette::nextKind(int by) {
    kind_ = static_cast<KindBar*>(kindBar_)->neighbour(by);
    showItems();
}

bool Palette::keyPressed(int key, Qt::KeyboardModifiers modifiers) {
    const bool atEnd = edit_->cursorPosition() == edit_->text().size() && !edit_->hasSelectedText();
    switch (key) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(10);
        return true;
    case Qt::Key_PageUp:
        step(-10);
        return true;
    case Qt::Key_Tab:
        nextKind(1);
        return true;
    case Qt::Key_Backtab:
        nextKind(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Right:
        if (!atEnd || modifiers != Qt::NoModifier)
            return false;
        enterActions();
        return true;
    case Qt::Key_Left:
        return leaveActions();
    case Qt::Key_Escape:
        if (!leaveActions())
            Q_EMIT finished();
        return true;
    default:
        return false;
    }
}

bool Palette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Tab)
            event->accept();
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (keyPressed(key->key(), key->modifiers() & ~Qt::KeypadModifier))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

void Palette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.fillRect(rect(), theme.surface);
    paintOutline(painter, rect(), theme.line, 1, 3);
    paintGlyph(painter, QRectF(16, edit_->y() + (edit_->height() - 16) / 2.0, 16, 16), Glyph::Search, theme.secondary);
    painter.fillRect(QRect(1, kindBar_->y() - 1, width() - 2, 1), theme.line);
}

QRect PaletteOverlay::contentRect() const {
    const QSize wanted = content()->sizeHint().boundedTo(size() - QSize(32, 16));
    const int left = std::min(316, (width() - wanted.width()) / 2);
    return {QPoint(std::max(left, 16), 8), wanted};
}

} // namespace mesoscope::widgets

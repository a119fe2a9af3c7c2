#include "widgets/controls/confirm_sheet.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <cmath>

namespace mesoscope::widgets {

namespace {

constexpr int sheetWidth = 680;
constexpr int margin = 24;
constexpr int lockWidth = 20;

class TagLabel final : public QWidget {
public:
    TagLabel(const ClusterTag& cluster, QWidget* parent) : QWidget(parent), cluster_(cluster) {
        setFixedSize(int(std::ceil(clusterTagWidth(cluster))), 22);
        setAccessibleName(cluster.name + QLatin1Char(' ') + cluster.environment);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintClusterTag(painter, rect(), cluster_, theme::of(this));
    }

private:
    ClusterTag cluster_;
};

class Rule final : public QWidget {
public:
    explicit Rule(QWidget* parent) : QWidget(parent) { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), theme::of(this).line); }
};

class NoteRow final : public QFrame {
public:
    NoteRow(const Confirmation::Note& note, bool boxed, QWidget* parent) : QFrame(parent), note_(note), boxed_(boxed) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(boxed ? 38 : 24, boxed ? 8 : 2, boxed ? 10 : 0, boxed ? 8 : 2);
        row->setSpacing(6);
        if (!note.bold.isEmpty())
            row->addWidget(new Words(note.bold, Text::Strong, Tone::Text, this), 0, Qt::AlignTop);
        auto* words = new Words(note.text, Text::Body, Tone::Text, this);
        words->setWordWrap(true);
        row->addWidget(words, 1);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme& theme = theme::of(this);
        if (boxed_) {
            painter.fillRect(rect(), theme.tint(note_.tone));
            painter.fillRect(QRect(0, 0, 3, height()), theme.tone(note_.tone));
        }
        paintGlyph(painter, QRectF(boxed_ ? 14 : 0, boxed_ ? 10 : 4, 14, 14), note_.glyph, theme.tone(note_.tone));
    }

private:
    Confirmation::Note note_;
    bool boxed_;
};

/// Monospace text on a quiet ground.
class RequestBox final : public QFrame {
public:
    RequestBox(Words* words, QWidget* parent) : QFrame(parent) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(10, 8, 10, 8);
        column->addWidget(words);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), theme::of(this).window);
        paintOutline(painter, rect(), theme::of(this).line);
    }
};

QHBoxLayout* captionRow(const QString& caption, const QString& note, QWidget* right = nullptr) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new Words(caption, Text::Strong));
    row->addWidget(new Words(note, Text::Small, Tone::Secondary));
    row->addStretch();
    if (right)
        row->addWidget(right);
    return row;
}

void clearLayout(QLayout* layout) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

ConfirmSheet::ConfirmSheet(const Confirmation& confirmation, QWidget* parent)
    : QFrame(parent), confirmation_(confirmation), title_(new Words({}, Text::Title)),
      subtitle_(new Words({}, Text::Body, Tone::Secondary)), warnings_(new QVBoxLayout), form_(new QVBoxLayout),
      effectBox_(new QWidget), effect_(new KeyValues), effectText_(new Words), pictureSlot_(new QVBoxLayout),
      othersBox_(new QWidget), others_(new QVBoxLayout), request_(new Words({}, Text::Mono)),
      requestNote_(new Words({}, Text::Small, Tone::Secondary)), copy_(new Button(Glyph::Copy, tr("Copy as curl"))),
      typedRow_(new QWidget), typedLabel_(new Words), typed_(new Edit),
      wayOut_(new Words({}, Text::Small, Tone::Secondary)), keep_(new Button(QString())),
      go_(new Button(QString(), ButtonKind::Primary)) {
    setObjectName(QStringLiteral("confirm"));
    setFocusProxy(nullptr);
    copy_->setObjectName(QStringLiteral("confirm-copy"));
    typed_->setObjectName(QStringLiteral("confirm-typed"));
    typed_->setAccessibleName(tr("Name of the cluster"));
    keep_->setObjectName(QStringLiteral("confirm-keep"));
    go_->setObjectName(QStringLiteral("confirm-go"));
    effect_->setObjectName(QStringLiteral("confirm-effect"));
    build();
    refresh();
    connect(copy_, &Button::clicked, this, [this] { QGuiApplication::clipboard()->setText(confirmation_.curl); });
    connect(typed_, &QLineEdit::textChanged, this, &ConfirmSheet::checkTyped);
    connect(typed_, &QLineEdit::returnPressed, this, [this] {
        if (go_->isEnabled())
            Q_EMIT accepted();
    });
    connect(keep_, &Button::clicked, this, &ConfirmSheet::rejected);
    connect(go_, &Button::clicked, this, &ConfirmSheet::accepted);
}

QLayout* ConfirmSheet::headRow() {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    title_->setElided(true);
    row->addWidget(title_);
    row->addStretch();
    row->addWidget(new Words(tr("on", "before the name of a cluster"), Text::Body, Tone::Secondary));
    row->addWidget(new TagLabel(confirmation_.cluster, this));
    return row;
}

QLayout* ConfirmSheet::footRow() {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    wayOut_->setWordWrap(true);
    row->addWidget(wayOut_, 1);
    row->addWidget(new ButtonReason(go_, this));
    row->addWidget(keep_);
    row->addWidget(go_);
    keep_->setKeyHint(tr("Esc"));
    return row;
}

void ConfirmSheet::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, 20, margin, 16);
    column->setSpacing(8);
    subtitle_->setWordWrap(true);
    column->addLayout(headRow());
    column->addWidget(subtitle_);
    column->addLayout(warnings_);
    column->addLayout(form_);

    auto* effectColumn = new QVBoxLayout(effectBox_);
    effectColumn->setContentsMargins(0, 8, 0, 0);
    effectColumn->setSpacing(6);
    effectColumn->addWidget(new Rule(this));
    effectColumn->addWidget(new Words(tr("Effect"), Text::Strong));
    auto* effectRow = new QHBoxLayout;
    effectScroll_ = new QScrollArea;
    effectScroll_->setObjectName(QStringLiteral("confirm-effects"));
    effectScroll_->setAccessibleName(tr("What it touches"));
    effectScroll_->setFrameShape(NoFrame);
    effectScroll_->setWidgetResizable(true);
    effectScroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    effectScroll_->setWidget(effect_);
    effectScroll_->viewport()->setAutoFillBackground(false);
    effect_->setAutoFillBackground(false);
    effect_->setKeyWidth(220);
    auto* words = new QVBoxLayout;
    words->setSpacing(6);
    words->addWidget(effectScroll_);
    effectText_->setWordWrap(true);
    words->addWidget(effectText_);
    words->addStretch(1);
    effectRow->addLayout(words, 1);
    effectRow->addLayout(pictureSlot_);
    effectColumn->addLayout(effectRow);
    column->addWidget(effectBox_);

    auto* othersColumn = new QVBoxLayout(othersBox_);
    othersColumn->setContentsMargins(0, 8, 0, 0);
    othersColumn->setSpacing(6);
    othersColumn->addWidget(new Rule(this));
    othersColumn->addLayout(captionRow(tr("Who else deploys"), {}));
    others_->setSpacing(0);
    othersColumn->addLayout(others_);
    column->addWidget(othersBox_);

    column->addSpacing(8);
    column->addWidget(new Rule(this));
    column->addLayout(captionRow(tr("Request"), tr("nothing else is sent"), copy_));
    request_->setWordWrap(true);
    request_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(new RequestBox(request_, this));
    requestNote_->setWordWrap(true);
    column->addWidget(requestNote_);
    column->addSpacing(4);
    column->addWidget(new Rule(this));

    auto* typedLine = new QHBoxLayout(typedRow_);
    typedLine->setContentsMargins(22, 0, 0, 0);
    typedLine->addWidget(typedLabel_, 1);
    typed_->setFixedWidth(190);
    typedLine->addWidget(typed_);
    column->addWidget(typedRow_);
    column->addLayout(footRow());
}

void ConfirmSheet::fillNotes(QVBoxLayout* into, const QList<Confirmation::Note>& notes, bool boxed) {
    clearLayout(into);
    for (const Confirmation::Note& note : notes)
        into->addWidget(new NoteRow(note, boxed, this));
}

void ConfirmSheet::refresh() {
    const Confirmation& c = confirmation_;
    setAccessibleName(c.title);
    setAccessibleDescription(c.subtitle);
    title_->setText(c.title);
    subtitle_->setText(c.subtitle);
    subtitle_->setVisible(!c.subtitle.isEmpty());
    fillNotes(warnings_, c.warnings, true);
    effect_->setRows(c.effect);
    // A long list of what dies is read by scrolling; the decision stays in sight.
    constexpr int tallest = 190;
    effectScroll_->setVisible(!c.effect.isEmpty());
    effectScroll_->setFixedHeight(std::min(effect_->sizeHint().height(), tallest));
    effectText_->setText(c.effectSentences.join(QLatin1Char('\n')));
    effectText_->setVisible(!c.effectSentences.isEmpty());
    effectBox_->setVisible(!c.effect.isEmpty() || !c.effectSentences.isEmpty());
    fillNotes(others_, c.others, false);
    othersBox_->setVisible(!c.others.isEmpty());
    request_->setText(c.request);
    requestNote_->setText(c.requestNote);
    requestNote_->setVisible(!c.requestNote.isEmpty());
    copy_->setEnabled(!c.curl.isEmpty());
    typedRow_->setVisible(!c.typedName.isEmpty());
    typedLabel_->setText(c.cluster.protectedCluster ? tr("Protected cluster. To go on, type %1").arg(c.typedName)
                                                    : tr("It can't be undone. To go on, type %1").arg(c.typedName));
    wayOut_->setText(c.wayOut);
    keep_->setText(c.keepText.isEmpty() ? tr("Change nothing") : c.keepText);
    keep_->setAccessibleName(keep_->text());
    go_->setText(c.goText);
    go_->setAccessibleName(c.goText);
    go_->setKind(c.danger ? ButtonKind::Danger : ButtonKind::Primary);
    setFocusProxy(c.typedName.isEmpty() ? static_cast<QWidget*>(keep_) : typed_);
    checkTyped();
    updateGeometry();
}

void ConfirmSheet::checkTyped() {
    const bool matches = confirmation_.typedName.isEmpty() || typed_->text() == confirmation_.typedName;
    typed_->setGlyph(matches ? std::optional(Glyph::Check) : std::nullopt, Tone::Good);
    go_->setRefusal(confirmation_.refusal);
    if (confirmation_.refusal.isEmpty())
        go_->setEnabled(matches);
}

void ConfirmSheet::setConfirmation(const Confirmation& confirmation) {
    confirmation_ = confirmation;
    refresh();
    fit();
    // What changed inside is measured anew only when the events for it have gone round.
    QTimer::singleShot(0, this, &ConfirmSheet::fit);
}

void ConfirmSheet::fit() {
    auto* overlay = qobject_cast<Overlay*>(parentWidget());
    if (!overlay)
        return;
    for (const QWidget* part :
         {static_cast<QWidget*>(effectBox_), othersBox_, typedRow_, static_cast<QWidget*>(this)}) {
        if (part->layout())
            part->layout()->invalidate();
    }
    QRect r(QPoint(), sizeHint().boundedTo(overlay->size() - QSize(32, 32)));
    r.moveCenter(overlay->rect().center());
    setGeometry(r);
}

void ConfirmSheet::setForm(QWidget* form) {
    clearLayout(form_);
    form_->addWidget(form);
}

void ConfirmSheet::setPicture(QWidget* picture) {
    clearLayout(pictureSlot_);
    pictureSlot_->addWidget(picture);
}

QSize ConfirmSheet::sizeHint() const {
    const int height =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(sheetWidth) : QFrame::sizeHint().height();
    return {sheetWidth, height};
}

void ConfirmSheet::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.fillRect(rect(), theme.surface);
    paintOutline(painter, rect(), theme.line, 1, 2);
    painter.fillRect(QRect(0, 0, width(), 3), confirmation_.cluster.colour);
    if (typedRow_->isVisibleTo(this))
        paintGlyph(painter, QRectF(margin, typedRow_->y() + typedRow_->height() / 2.0 - 8, 16, 16), Glyph::Lock,
                   theme.secondary);
}

void ConfirmSheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT rejected();
    else
        QFrame::keyPressEvent(event);
}

ConfirmSheet* openConfirmSheet(QWidget* window, const Confirmation& confirmation) {
    auto* overlay = new Overlay(window);
    auto* sheet = new ConfirmSheet(confirmation, overlay);
    overlay->setContent(sheet);
    const auto end = [overlay] {
        overlay->dismiss();
        overlay->deleteLater();
    };
    QObject::connect(overlay, &Overlay::dismissed, sheet, &ConfirmSheet::rejected);
    QObject::connect(sheet, &ConfirmSheet::rejected, overlay, end);
    QObject::connect(sheet, &ConfirmSheet::accepted, overlay, end);
    overlay->open();
    return sheet;
}

double clusterTagWidth(const ClusterTag& cluster) {
    double width = 20 + QFontMetricsF(theme::font(Text::Strong)).horizontalAdvance(cluster.name);
    if (!cluster.environment.isEmpty())
        width += 8 + 12 + QFontMetricsF(theme::font(Text::Small)).horizontalAdvance(cluster.environment);
    if (cluster.protectedCluster || cluster.readOnly)
        width += lockWidth + 6;
    return width + 2;
}

double paintClusterTag(QPainter& painter, const QRectF& rect, const ClusterTag& cluster, const Theme& theme) {
    const double middle = rect.center().y();
    double x = rect.left();
    painter.fillRect(QRectF(x, std::round(middle - 5), 10, 10), cluster.colour);
    x += 20;
    painter.setFont(theme::font(Text::Strong));
    painter.setPen(theme.text);
    const int flags = int(Qt::AlignVCenter | Qt::TextSingleLine);
    painter.drawText(QRectF(x, rect.top(), 400, rect.height()), flags, cluster.name);
    x += QFontMetricsF(painter.font()).horizontalAdvance(cluster.name) + 8;
    if (!cluster.environment.isEmpty()) {
        painter.setFont(theme::font(Text::Small));
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(cluster.environment) + 12;
        const QRectF tag(x, std::round(middle - 9), width, 18);
        const QColor color = cluster.protectedCluster ? theme.bad : theme.secondary;
        paintOutline(painter, tag, cluster.protectedCluster ? color : theme.line, 1, 3);
        painter.setPen(color);
        painter.drawText(tag, Qt::AlignCenter, cluster.environment);
        x += width + 8;
    }
    if (cluster.protectedCluster || cluster.readOnly) {
        paintGlyph(painter, QRectF(x, middle - 8, 16, 16), Glyph::Lock, theme.secondary);
        x += lockWidth;
    }
    return x - rect.left();
}

} // namespace mesoscope::widgets

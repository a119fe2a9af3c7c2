#include "widgets/editor/text_pane.h"

#include "widgets/controls/button.h"
#include "widgets/controls/field.h"
#include "widgets/controls/panels.h"
#include "widgets/editor/json_editor.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace mesoscope::widgets {

MarkRuler::MarkRuler(JsonEditor& editor, QWidget* parent) : QWidget(parent), editor_(editor) {
    setObjectName(QStringLiteral("editorRuler"));
    setFixedWidth(8);
    setToolTip(tr("Changes and problems of the whole document"));
    connect(&editor, &JsonEditor::marksChanged, this, qOverload<>(&QWidget::update));
}

void MarkRuler::paintEvent(QPaintEvent*) {
    const Theme& theme = theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    const double lines = std::max(1, editor_.lines());
    const auto mark = [&](int line, const QColor& color) {
        painter.fillRect(QRectF(2, std::min(height() - 3.0, height() * line / lines), 5, 3), color);
    };
    for (const int line : editor_.changedLines())
        mark(line, theme.accent);
    for (const auto& [line, error] : editor_.problemLines())
        mark(line, error ? theme.bad : theme.warning);
}

void MarkRuler::mouseReleaseEvent(QMouseEvent* event) {
    const int line = int(editor_.lines() * event->position().y() / std::max(1, height()));
    editor_.setFocus();
    editor_.setCursorPosition(line, 0);
    editor_.ensureLineVisible(line);
}

TextPane::TextPane(appspec::EditorModel& model, QWidget* parent)
    : QWidget(parent), model_(model), editor_(new JsonEditor(model)) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    search_ = new Edit;
    search_->setObjectName(QStringLiteral("editorSearch"));
    search_->setAccessibleName(tr("Search in the text"));
    search_->setPlaceholderText(tr("Search in the text"));
    search_->setGlyph(Glyph::Search);
    search_->hide();
    column->addWidget(search_);
    auto* const row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(editor_, 1);
    row->addWidget(new MarkRuler(*editor_));
    column->addLayout(row, 1);
    connect(search_, &QLineEdit::textEdited, this, [this](const QString& text) { editor_->findNext(text); });
    connect(search_, &QLineEdit::returnPressed, this, [this] { editor_->findNext(search_->text()); });
    connect(editor_, &QsciScintilla::cursorPositionChanged, this, &TextPane::updatePlace);
    connect(&model_, &appspec::EditorModel::checked, this, &TextPane::updatePlace);
    updatePlace();
}

QWidget* TextPane::buildHead() {
    auto* const head = new QWidget;
    head->setFixedHeight(metrics::rowHeight);
    auto* const row = new QHBoxLayout(head);
    row->setContentsMargins(metrics::gap, 0, metrics::grid, 0);
    row->setSpacing(metrics::grid);
    crumbs_ = new Words({}, Text::MonoSmall, Tone::Secondary);
    crumbs_->setElidedMiddle(true);
    crumbs_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    place_ = new Words({}, Text::Small, Tone::Secondary);
    Button* const fold = Button::iconOnly(Glyph::ChevronUp, tr("Fold or unfold everything"));
    fold->setObjectName(QStringLiteral("editorFold"));
    Button* const find = Button::iconOnly(Glyph::Search, tr("Search in the text"));
    find->setObjectName(QStringLiteral("editorOpenSearch"));
    Button* const copy = Button::iconOnly(Glyph::Copy, tr("Copy the document"));
    copy->setObjectName(QStringLiteral("editorCopy"));
    row->addWidget(crumbs_, 1);
    row->addWidget(place_);
    for (Button* button : {fold, find, copy}) {
        button->setKind(ButtonKind::Quiet);
        row->addWidget(button);
    }
    connect(fold, &QPushButton::clicked, this, [this] {
        folded_ = !folded_;
        editor_->foldAll(folded_);
    });
    connect(find, &QPushButton::clicked, this, &TextPane::openSearch);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(QString::fromUtf8(model_.text())); });
    return head;
}

void TextPane::openSearch() {
    search_->show();
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

bool TextPane::closeSearch() {
    if (search_->isHidden())
        return false;
    search_->hide();
    editor_->setFocus();
    return true;
}

void TextPane::updatePlace() {
    int line = 0, column = 0;
    editor_->getCursorPosition(&line, &column);
    const quint32 position = quint32(editor_->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS));
    const QString pointer = model_.pointerAt(position);
    crumbs_->setText(pointer.isEmpty() ? tr("the whole document")
                                       : pointer.mid(1).replace(QLatin1Char('/'), QStringLiteral(" › ")));
    place_->setText(tr("line %1 of %2, column %3").arg(line + 1).arg(editor_->lines()).arg(column + 1));
}

void TextPane::paintEvent(QPaintEvent*) {
    const Theme& theme = theme::of(this);
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), metrics::rowHeight), theme.window);
    painter.fillRect(QRect(0, metrics::rowHeight - 1, width(), 1), theme.line);
}

} // namespace mesoscope::widgets

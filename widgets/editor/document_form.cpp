#include "widgets/editor/document_form.h"

#include "models/appspec/group_layers.h"
#include "widgets/controls/button.h"
#include "widgets/controls/panels.h"
#include "widgets/editor/form_row_widget.h"
#include "widgets/editor/group_graph.h"
#include "widgets/editor/parts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace mesoscope::widgets {

/// The line that opens and closes a section.
class SectionHead final : public QPushButton {
public:
    explicit SectionHead(appspec::Section section) : section_(section) {
        setCheckable(true);
        setObjectName(QStringLiteral("editorSection%1").arg(int(section)));
        setAccessibleName(appspec::sectionTitle(section));
        setFixedHeight(metrics::rowHeight);
    }
    void set(const QString& summary, int changes, int problems) {
        if (summary == summary_ && changes == changes_ && problems == problems_)
            return;
        summary_ = summary;
        changes_ = changes;
        problems_ = problems;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = theme::of(this);
        QPainter painter(this);
        if (underMouse())
            painter.fillRect(rect(), theme.hover);
        painter.fillRect(0, height() - 1, width(), 1, theme.line);
        paintGlyph(painter, QRectF(8, 6, 16, 16), isChecked() ? Glyph::ChevronDown : Glyph::ChevronRight,
                   theme.secondary);
        painter.setFont(theme::font(Text::Strong));
        painter.setPen(theme.text);
        const QString title = appspec::sectionTitle(section_);
        painter.drawText(QRect(30, 0, width() - 30, height()), Qt::AlignVCenter, title);
        int x = 30 + painter.fontMetrics().horizontalAdvance(title) + 12;
        painter.setFont(theme::font(Text::Small));
        const auto badge = [&](Glyph glyph, int count, const QColor& color) {
            if (count == 0)
                return;
            paintGlyph(painter, QRectF(x, 7, 14, 14), glyph, color);
            painter.setPen(color);
            painter.drawText(QRect(x + 18, 0, 40, height()), Qt::AlignVCenter, QString::number(count));
            x += 40;
        };
        badge(Glyph::Edit, changes_, theme.accent);
        badge(Glyph::Warning, problems_, theme.bad);
        painter.setPen(theme.secondary);
        x = std::max(x + 8, std::min(250, width() / 3));
        const QString text = painter.fontMetrics().elidedText(summary_, Qt::ElideRight, width() - x - 12);
        painter.drawText(QRect(x, 0, width() - x - 12, height()), Qt::AlignVCenter, text);
        if (hasFocus())
            paintFocusRing(painter, QRectF(rect()).adjusted(2, 2, -2, -2), theme);
    }

private:
    appspec::Section section_;
    QString summary_;
    int changes_ = 0;
    int problems_ = 0;
};

/// Changes of a folded section, one line each.
class FormDigest final : public QWidget {
public:
    FormDigest() {
        auto* const column = new QVBoxLayout(this);
        column->setContentsMargins(30, 0, metrics::gapLarge, metrics::grid);
        column->setSpacing(0);
    }
    void show(const QList<FormRowWidget*>& rows, appspec::EditorModel& model) {
        QStringList texts;
        for (FormRowWidget* row : rows)
            texts.append(row->digest());
        if (texts == texts_)
            return;
        texts_ = texts;
        while (QLayoutItem* const item = layout()->takeAt(0)) {
            item->widget()->hide();
            item->widget()->deleteLater();
            delete item;
        }
        for (qsizetype i = 0; i < rows.size(); ++i)
            addLine(texts[i], rows[i]->row().pointer, model);
        setVisible(!texts.isEmpty());
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(QRect(20, 2, 3, height() - metrics::grid - 4), theme::of(this).accent);
    }

private:
    void addLine(const QString& text, const QString& pointer, appspec::EditorModel& model) {
        auto* const line = new QWidget;
        auto* const row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto* const words = new Words(text, Text::Small);
        fillingLine(words);
        auto* const revert =
            new Button(QCoreApplication::translate("mesoscope::widgets::FormRowWidget", "Revert"), ButtonKind::Quiet);
        revert->setObjectName(QStringLiteral("editorDigestRevert:") + pointer);
        revert->setAccessibleName(revert->text() + QLatin1Char(' ') + text);
        revert->setFixedHeight(metrics::rowHeightCompact);
        QObject::connect(revert, &QPushButton::clicked, line, [&model, pointer] { model.revert(pointer); });
        row->addWidget(words, 1);
        row->addWidget(revert);
        layout()->addWidget(line);
    }
    QStringList texts_;
};

class FormSection final : public QWidget {
public:
    explicit FormSection(appspec::Section which)
        : section(which), head(new SectionHead(which)), body(new QWidget), digest(new FormDigest),
          more(new Button(Glyph::Plus, QString(), ButtonKind::Quiet)) {
        auto* const column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(head);
        column->addWidget(digest);
        column->addWidget(body);
        column->addWidget(more, 0, Qt::AlignLeft);
        more->setObjectName(QStringLiteral("editorMoreFields%1").arg(int(which)));
        more->hide();
        grid = new QGridLayout(body);
        grid->setContentsMargins(metrics::gapSmall, metrics::gapSmall, metrics::gap, metrics::gap);
        grid->setHorizontalSpacing(metrics::gapSmall);
        grid->setVerticalSpacing(2);
        for (int i = 0; i < 6; ++i)
            grid->setColumnStretch(i, 1);
        QObject::connect(head, &QPushButton::toggled, body, &QWidget::setVisible);
        QObject::connect(head, &QPushButton::toggled, digest,
                         [this](bool open) { digest->setVisible(!open && !folded.isEmpty()); });
        QObject::connect(head, &QPushButton::toggled, more,
                         [this](bool open) { more->setVisible(open && !offered.isEmpty()); });
        body->hide();
        digest->hide();
    }
    void offer(const QStringList& titles) {
        if (titles == offered)
            return;
        offered = titles;
        more->setText(DocumentForm::tr("More: %1").arg(titles.join(QStringLiteral(", "))));
        more->setAccessibleName(more->text());
        more->setVisible(!offered.isEmpty() && head->isChecked());
    }
    appspec::Section section;
    SectionHead* head;
    QWidget* body;
    FormDigest* digest;
    Button* more; ///< shows the rarely used fields
    QStringList offered;
    QGridLayout* grid = nullptr;
    QList<FormRowWidget*> folded; ///< rows that a folded section still tells
    int changes = 0;
    int problems = 0;
};

DocumentForm::DocumentForm(appspec::EditorModel& model, QWidget* parent) : QScrollArea(parent), model_(model) {
    setObjectName(QStringLiteral("editorForm"));
    setAccessibleName(tr("Document as a form"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const content = new QWidget;
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    graph_ = new GroupGraph;
    outside_ = new Words({}, Text::Small, Tone::Secondary);
    outside_->setContentsMargins(metrics::gap, 0, metrics::gap, metrics::grid);
    outside_->setWordWrap(true);
    column->addWidget(graph_);
    column->addWidget(outside_);
    graph_->hide();
    outside_->hide();
    connect(graph_, &GroupGraph::chosen, this, &DocumentForm::appChosen);
    for (const appspec::Section section : appspec::sections()) {
        auto* const one = new FormSection(section);
        sections_.append(one);
        column->addWidget(one);
        connect(one->more, &QPushButton::clicked, this, [this, section] {
            whole_.insert(section);
            refresh();
        });
    }
    column->addStretch(1);
    setWidget(content);
    connect(&model_, &appspec::EditorModel::changed, this, &DocumentForm::refresh);
    connect(&model_, &appspec::EditorModel::checked, this, [this] {
        showProblems();
        showGroup();
    });
    foldForStart(false);
    refresh();
}

void DocumentForm::foldForStart(bool running) {
    using appspec::Section;
    whole_.clear();
    for (FormSection* section : std::as_const(sections_)) {
        const Section which = section->section;
        const bool first = which == Section::Resources || which == Section::Health || which == Section::Placement ||
                           (which == Section::General && !running);
        section->head->setChecked(first);
    }
}

int DocumentForm::openSections() const {
    return int(std::count_if(sections_.begin(), sections_.end(), [](FormSection* s) { return s->head->isChecked(); }));
}

/// The picture of a group; for one app there is none.
void DocumentForm::showGroup() {
    const appspec::Judgement& judgement = model_.judgement();
    const bool group = judgement.apps.size() > 1 && judgement.tree && judgement.tree->isValid();
    constexpr int most = 60;
    const bool tooMany = judgement.apps.size() > most;
    graph_->setVisible(group && !tooMany);
    if (group && tooMany)
        outside_->setText(
            tr("%Ln apps are too many to draw; choose one in the title row.", nullptr, int(judgement.apps.size())));
    if (!group || tooMany) {
        outside_->setVisible(group);
        return;
    }
    const appspec::GroupLayers layers = appspec::groupLayers(*judgement.tree, most);
    QSet<QString> changed, broken;
    const auto appOf = [&](const QString& pointer) {
        const appspec::AppPlace* const place = model_.appAt(pointer);
        return place ? place->pointer : QString();
    };
    for (const QString& pointer : judgement.changed)
        changed.insert(appOf(pointer));
    for (const appspec::Problem& problem : judgement.problems)
        broken.insert(appOf(problem.pointer));
    graph_->show(layers, model_.appPointer(), changed, broken);
    QStringList words;
    if (!layers.outside.isEmpty())
        words.append(
            tr("Deployed after what is not in this document: %1").arg(layers.outside.join(QStringLiteral(", "))));
    outside_->setText(words.join(QLatin1Char(' ')));
    outside_->setVisible(!words.isEmpty());
}

void DocumentForm::showDigests() {
    for (FormSection* section : std::as_const(sections_)) {
        section->folded.clear();
        for (FormRowWidget* row : std::as_const(rows_)) {
            if (sections_[int(row->row().section)] == section && row->isChanged() && section->folded.size() < 3)
                section->folded.append(row);
        }
        section->digest->show(section->folded, model_);
        section->digest->setVisible(!section->head->isChecked() && !section->folded.isEmpty());
    }
}

QList<appspec::FormRow> DocumentForm::wantedRows() {
    QList<appspec::FormRow> rows;
    QHash<appspec::Section, QStringList> left;
    for (const appspec::FormRow& row : model_.rows(true)) {
        const bool found = !filter_.isEmpty() && matches(row);
        if (!row.rare || whole_.contains(row.section) || found)
            rows.append(row);
        else if (QStringList& titles = left[row.section]; !titles.contains(row.title))
            titles.append(row.title);
    }
    for (FormSection* section : std::as_const(sections_))
        section->offer(left.value(section->section));
    return rows;
}

void DocumentForm::refresh() {
    const QList<appspec::FormRow> rows = wantedRows();
    bool same = rows.size() == rows_.size();
    for (qsizetype i = 0; same && i < rows.size(); ++i)
        same = rows[i].sameShape(rows_[i]->row());
    if (same) {
        for (qsizetype i = 0; i < rows.size(); ++i)
            rows_[i]->refresh(rows[i]);
    } else {
        rebuild(rows);
    }
    showProblems();
}

void DocumentForm::rebuild(const QList<appspec::FormRow>& rows) {
    // Rows that stay keep their widgets, so that what is typed in keeps the focus.
    QHash<QString, FormRowWidget*> old;
    for (FormRowWidget* widget : std::as_const(rows_))
        old.insert(QString::number(int(widget->row().kind)) + widget->row().pointer + QLatin1Char('\n') +
                       widget->row().key,
                   widget);
    rows_.clear();
    for (const appspec::FormRow& row : rows) {
        const QString key = QString::number(int(row.kind)) + row.pointer + QLatin1Char('\n') + row.key;
        FormRowWidget* widget = old.value(key);
        if (widget && widget->row().sameShape(row)) {
            old.remove(key);
            widget->refresh(row);
        } else {
            widget = new FormRowWidget(model_, row);
            connect(widget, &FormRowWidget::focused, this, [this](const QString& pointer) {
                showPointer(pointer);
                Q_EMIT pointerChanged(pointer);
            });
            connect(widget, &FormRowWidget::widthChanged, this, &DocumentForm::placeSoon);
        }
        rows_.append(widget);
    }
    for (FormRowWidget* widget : std::as_const(old)) {
        widget->hide();
        widget->deleteLater();
    }
    place();
}

void DocumentForm::place() {
    using Width = appspec::FormRow::Width;
    placing_ = false;
    QHash<appspec::Section, std::pair<int, int>> next; // row and column of the grid
    for (FormRowWidget* widget : std::as_const(rows_)) {
        const appspec::FormRow& row = widget->row();
        QGridLayout* const grid = sections_[int(row.section)]->grid;
        auto& [line, column] = next[row.section];
        grid->removeWidget(widget);
        const Width width = widget->wantedWidth();
        const int third = narrow_ ? 3 : 2;
        const int span = width == Width::Whole ? 6 : width == Width::Third ? third : std::min(6, 2 * third);
        if (column + span > 6) {
            ++line;
            column = 0;
        }
        grid->addWidget(widget, line, column, 1, span, Qt::AlignTop);
        column += span;
        widget->setVisible(isWanted(widget));
    }
}

/// Fields widen and shrink while the text is typed: once for all of them.
void DocumentForm::placeSoon() {
    if (placing_)
        return;
    placing_ = true;
    QTimer::singleShot(0, this, &DocumentForm::place);
}

void DocumentForm::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    const bool narrow = width() < 560;
    if (narrow == narrow_)
        return;
    narrow_ = narrow;
    place();
}

void DocumentForm::showProblems() {
    for (FormSection* section : std::as_const(sections_))
        section->changes = section->problems = 0;
    // Each problem goes to the most exact row there is.
    QHash<FormRowWidget*, QList<appspec::Problem>> byRow;
    for (const appspec::Problem& problem : model_.judgement().problems) {
        if (FormRowWidget* const row = rowFor(problem.pointer))
            byRow[row].append(problem);
    }
    for (FormRowWidget* row : std::as_const(rows_)) {
        FormSection* const section = sections_[int(row->row().section)];
        row->showProblems(byRow.value(row));
        section->problems += int(byRow.value(row).size());
        section->changes += row->isChanged();
        row->setVisible(isWanted(row));
    }
    for (FormSection* section : std::as_const(sections_))
        section->head->set(model_.summary(section->section), section->changes, section->problems);
    showDigests();
    Q_EMIT countsChanged();
}

bool DocumentForm::matches(const appspec::FormRow& row) const {
    return row.title.contains(filter_, Qt::CaseInsensitive) || row.pointer.contains(filter_, Qt::CaseInsensitive);
}

bool DocumentForm::isWanted(const FormRowWidget* row) const {
    return filter_.isEmpty() || matches(row->row());
}

FormRowWidget* DocumentForm::rowFor(const QString& pointer) const {
    FormRowWidget* best = nullptr;
    for (FormRowWidget* row : rows_) {
        const QString& own = row->row().pointer;
        const bool above = pointer == own || pointer.startsWith(own + QLatin1Char('/'));
        if (above && (!best || own.size() > best->row().pointer.size()))
            best = row;
    }
    if (best)
        return best;
    for (FormRowWidget* row : rows_) {
        if (row->row().pointer.startsWith(pointer + QLatin1Char('/')))
            return row;
    }
    return nullptr;
}

void DocumentForm::showPointer(const QString& pointer, bool focus) {
    FormRowWidget* const row = rowFor(pointer);
    for (FormRowWidget* other : std::as_const(rows_))
        other->setCurrent(other == row);
    if (!row)
        return;
    current_ = row->row().pointer;
    sections_[int(row->row().section)]->head->setChecked(true);
    // The section may only now get its height.
    QTimer::singleShot(0, row, [this, row, focus] {
        ensureWidgetVisible(row, 0, 80);
        horizontalScrollBar()->setValue(0);
        if (focus)
            row->focusControl();
    });
}

void DocumentForm::showSection(appspec::Section section) {
    FormSection* const one = sections_[int(section)];
    one->head->setChecked(true);
    QTimer::singleShot(0, one, [this, one] { ensureWidgetVisible(one->head, 0, height() - 60); });
}

void DocumentForm::setFilter(const QString& text) {
    filter_ = text.trimmed();
    if (!filter_.isEmpty()) {
        for (FormSection* section : std::as_const(sections_))
            section->head->setChecked(true);
    }
    refresh();
}

std::pair<int, int> DocumentForm::counts(appspec::Section section) const {
    return {sections_[int(section)]->changes, sections_[int(section)]->problems};
}

} // namespace mesoscope::widgets

#include "widgets/editor/document_form.h"

#include "widgets/controls/panels.h"
#include "widgets/editor/form_row_widget.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QGridLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

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
        x = std::max(x, 250);
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

class FormSection final : public QWidget {
public:
    explicit FormSection(appspec::Section which) : section(which), head(new SectionHead(which)), body(new QWidget) {
        auto* const column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(head);
        column->addWidget(body);
        grid = new QGridLayout(body);
        grid->setContentsMargins(metrics::gapSmall, metrics::gapSmall, metrics::gapLarge, metrics::gap);
        grid->setHorizontalSpacing(metrics::gapLarge);
        grid->setVerticalSpacing(2);
        grid->setColumnStretch(0, 1);
        grid->setColumnStretch(1, 1);
        QObject::connect(head, &QPushButton::toggled, body, &QWidget::setVisible);
        const bool first = which == appspec::Section::General || which == appspec::Section::Resources ||
                           which == appspec::Section::Health || which == appspec::Section::Placement;
        head->setChecked(first);
        body->setVisible(first);
    }
    appspec::Section section;
    SectionHead* head;
    QWidget* body;
    QGridLayout* grid;
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
    for (const appspec::Section section : appspec::sections()) {
        auto* const one = new FormSection(section);
        sections_.append(one);
        column->addWidget(one);
    }
    column->addStretch(1);
    setWidget(content);
    connect(&model_, &appspec::EditorModel::changed, this, &DocumentForm::refresh);
    connect(&model_, &appspec::EditorModel::checked, this, &DocumentForm::showProblems);
    refresh();
}

void DocumentForm::refresh() {
    const QList<appspec::FormRow> rows = model_.rows(false);
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
    QHash<appspec::Section, std::pair<int, int>> next; // row and column of the grid
    for (FormRowWidget* widget : std::as_const(rows_)) {
        const appspec::FormRow& row = widget->row();
        QGridLayout* const grid = sections_[int(row.section)]->grid;
        auto& [line, column] = next[row.section];
        grid->removeWidget(widget);
        if (!narrow_ && FormRowWidget::isShort(row)) {
            grid->addWidget(widget, line, column, Qt::AlignTop);
            line += column;
            column = 1 - column;
        } else {
            line += column;
            column = 0;
            grid->addWidget(widget, line++, 0, 1, 2);
        }
        widget->show();
    }
}

void DocumentForm::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    const bool narrow = width() < 700;
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
        section->changes += row->property("changed").toBool();
        const bool wanted = filter_.isEmpty() || row->row().title.contains(filter_, Qt::CaseInsensitive) ||
                            row->row().pointer.contains(filter_, Qt::CaseInsensitive);
        row->setVisible(wanted);
    }
    for (FormSection* section : std::as_const(sections_))
        section->head->set(model_.summary(section->section), section->changes, section->problems);
    Q_EMIT countsChanged();
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
    showProblems();
}

std::pair<int, int> DocumentForm::counts(appspec::Section section) const {
    return {sections_[int(section)]->changes, sections_[int(section)]->problems};
}

} // namespace mesoscope::widgets

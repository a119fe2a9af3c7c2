// The form half of the editor: sections that fold to a line, rows from the schema, one scrolling document. GUI thread.
#pragma once

#include "models/appspec/editor_model.h"

#include <QScrollArea>
#include <QSet>

class QGridLayout;

namespace mesoscope::widgets {

class FormRowWidget;
class FormSection;
class GroupGraph;
class Words;

class DocumentForm final : public QScrollArea {
    Q_OBJECT
public:
    explicit DocumentForm(appspec::EditorModel& model, QWidget* parent = nullptr);

    /// Marks the row of the value and scrolls to it, opening its section.
    void showPointer(const QString& pointer, bool focus = false);
    void showSection(appspec::Section section);
    void setFilter(const QString& text);
    QString currentPointer() const { return current_; }
    /// Changed fields and problems of a section, for the list beside the form.
    std::pair<int, int> counts(appspec::Section section) const;
    int openSections() const;
    /// A new document begins with the sections open that a first look needs.
    void foldForStart(bool running);

Q_SIGNALS:
    void pointerChanged(const QString& pointer);
    void countsChanged();
    /// An app of the group was chosen in its picture.
    void appChosen(const QString& pointer);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    /// The rows without rarely used fields that nobody asked for; what is left out is told by a button per section.
    QList<appspec::FormRow> wantedRows();
    void rebuild(const QList<appspec::FormRow>& rows);
    /// Puts the rows into the grids of their sections: short ones side by side while there is room.
    void place();
    void placeSoon();
    void showProblems();
    void showGroup();
    void showDigests();
    bool isWanted(const FormRowWidget* row) const;
    bool matches(const appspec::FormRow& row) const;
    FormRowWidget* rowFor(const QString& pointer) const;

    appspec::EditorModel& model_;
    QList<FormSection*> sections_;
    QList<FormRowWidget*> rows_;
    QString current_;
    QString filter_;
    QSet<appspec::Section> whole_; ///< sections that show their rarely used fields, too
    GroupGraph* graph_ = nullptr;
    Words* outside_ = nullptr;
    bool narrow_ = false;
    bool placing_ = false;
};

} // namespace mesoscope::widgets

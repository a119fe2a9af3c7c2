// One row of the form: label, control, unit, what it was, and what is wrong with it. GUI thread.
#pragma once

#include "models/appspec/editor_model.h"

#include <QWidget>

class QAbstractButton;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace mesoscope::widgets {

class Button;
class Edit;
class HealthTimeline;
class MatchBar;
class UpgradeChart;
class Words;

class FormRowWidget final : public QWidget {
    Q_OBJECT
public:
    FormRowWidget(appspec::EditorModel& model, const appspec::FormRow& row, QWidget* parent = nullptr);

    const appspec::FormRow& row() const { return row_; }
    /// The same row with other values; what is being typed in stays as it is.
    void refresh(const appspec::FormRow& row);
    /// Problems at or below this row's value.
    void showProblems(const QList<appspec::Problem>& problems);
    void setCurrent(bool current);
    /// The room it wants now: what changed or is wrong needs more.
    appspec::FormRow::Width wantedWidth() const;
    bool isChanged() const { return changed_; }
    bool isBad() const { return problem_ && !problemText_.isEmpty(); }
    /// One line for a folded section: "Memory 3,072 MB, was 2,048".
    QString digest() const;
    void focusControl();

Q_SIGNALS:
    void focused(const QString& pointer);
    /// wantedWidth() is another one.
    void widthChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void buildValue(QHBoxLayout* line);
    void buildControl(QHBoxLayout* line);
    void buildHead(QHBoxLayout* line);
    void buildEntry(QHBoxLayout* line);
    void buildConstraint(QHBoxLayout* line);
    void buildShape(QHBoxLayout* line);
    void buildNumbers(QHBoxLayout* line);
    void buildTitles(QHBoxLayout* line);
    void buildTogether(QVBoxLayout* column);
    void buildPicture(QVBoxLayout* column);
    void buildBelow(QVBoxLayout* column);
    void addChangeMarks(QHBoxLayout* line);
    QLabel* label(const QString& text);
    void fillConstraint();
    void fillShape();
    void fillTogether();
    void fillPicture();
    void fillChoice(const QString& value);
    void fillSuggested(const QString& value);
    /// 0 the field, 1 the operator, 2 the value; Swan keeps them under names.
    QString partPointer(int part) const;
    QString constraintPart(int part) const { return model_.value(partPointer(part)); }
    QString constraintMeaning() const;
    QStringList suggestions() const;
    Edit* edit(const QString& text, const QString& name);
    QComboBox* choice(const QStringList& options, const QString& name, bool editable);
    Button* small(const QString& text, const QString& name);
    void commit(const QString& text);
    void commitConstraint();
    void fill();
    void fillChange();
    void watch(QWidget* control);
    QString name() const;

    appspec::EditorModel& model_;
    appspec::FormRow row_;
    Words* label_ = nullptr;
    Edit* key_ = nullptr;
    Edit* edit_ = nullptr;
    QComboBox* combo_ = nullptr;
    QComboBox* operator_ = nullptr;
    QComboBox* operand_ = nullptr;
    QAbstractButton* check_ = nullptr;
    Words* matches_ = nullptr;
    Words* was_ = nullptr;
    Button* revert_ = nullptr;
    Words* problem_ = nullptr;
    Button* fix_ = nullptr;
    Button* otherFix_ = nullptr;
    Words* meaning_ = nullptr;
    Words* hint_ = nullptr;
    MatchBar* bar_ = nullptr;
    HealthTimeline* timeline_ = nullptr;
    UpgradeChart* chart_ = nullptr;
    QList<appspec::Fix> fixes_;
    QString problemText_;
    bool filling_ = false;
    bool current_ = false;
    bool changed_ = false;
    bool bad_ = false;
};

} // namespace mesoscope::widgets

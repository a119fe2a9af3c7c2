// One row of the form: label, control, unit, what it was, and what is wrong with it. GUI thread.
#pragma once

#include "models/appspec/editor_model.h"

#include <QWidget>

class QAbstractButton;
class QComboBox;
class QHBoxLayout;
class QVBoxLayout;

namespace mesoscope::widgets {

class Button;
class Edit;
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
    /// Whether two of these may stand side by side.
    static bool isShort(const appspec::FormRow& row);
    void focusControl();

Q_SIGNALS:
    void focused(const QString& pointer);

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
    std::optional<appspec::Fix> currentFix_;
    bool filling_ = false;
    bool current_ = false;
    bool bad_ = false;
};

} // namespace mesoscope::widgets

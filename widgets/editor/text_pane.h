// The text with what belongs to it: where the caret is, search, folding, and a ruler with all changes and problems.
// GUI thread.
#pragma once

#include "models/appspec/editor_model.h"

#include <QWidget>

namespace mesoscope::widgets {

class Button;
class Edit;
class JsonEditor;
class Words;

/// A strip beside the text: one mark for every change and problem of the whole document; a press leads there.
class MarkRuler final : public QWidget {
    Q_OBJECT
public:
    explicit MarkRuler(JsonEditor& editor, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {8, 40}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    JsonEditor& editor_;
};

class TextPane final : public QWidget {
    Q_OBJECT
public:
    explicit TextPane(appspec::EditorModel& model, QWidget* parent = nullptr);
    JsonEditor& editor() { return *editor_; }
    /// Ctrl+F inside of the text.
    void openSearch();
    bool closeSearch();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* buildHead();
    void updatePlace();

    appspec::EditorModel& model_;
    JsonEditor* editor_;
    Words* crumbs_ = nullptr;
    Words* place_ = nullptr;
    Edit* search_ = nullptr;
    bool folded_ = false;
};

} // namespace mesoscope::widgets

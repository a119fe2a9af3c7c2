// The text half of the editor: highlighting, folding, braces, completion from the schema, problems under their line.
// GUI thread. Undo belongs to the model, so that form and text share it.
#pragma once

#include "models/appspec/editor_model.h"
#include "widgets/editor/scintilla.h"

#include <QAccessible>
#include <QMap>

#include <optional>

namespace mesoscope::widgets {

class JsonEditor final : public QsciScintilla, private QAccessible::ActivationObserver {
    Q_OBJECT
public:
    explicit JsonEditor(appspec::EditorModel& model, QWidget* parent = nullptr);
    ~JsonEditor() override;

    /// Somebody reads the screen.
    bool isRead() const { return read_ || QAccessible::isActive(); }
    /// Moves the caret to the value, unfolds and scrolls there; does not take the focus.
    void showPointer(const QString& pointer);
    void foldAll(bool folded);
    /// Folds long lists and maps of a document that was just opened, and those alone.
    void foldLong();
    /// Marks the next place of the text behind the caret; false when there is none.
    bool findNext(const QString& text);
    /// Mends the first problem of the caret's line that can be mended.
    bool mendHere();
    /// Lines with changes and lines with problems, for the ruler; from 0.
    const QList<int>& changedLines() const { return changedLines_; }
    const QList<std::pair<int, bool>>& problemLines() const { return problemLines_; }

Q_SIGNALS:
    /// The caret is in this value now.
    void pointerChanged(const QString& pointer);
    void marksChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void accessibilityActiveChanged(bool active) override;
    void modified(int position, int type, int length);
    void tellModel();
    bool isTooLongToShow() const;
    void replaceFromModel(quint32 offset, quint32 length, const QByteArray& bytes);
    void fitMargin();
    void showProblems();
    void applyTheme();
    QString told(const appspec::Problem& problem) const;
    void showChanges();
    QList<int> markedLines(int marker) const;
    void annotate(const QMap<int, std::pair<QString, bool>>& lines);
    void underline(const QList<appspec::Problem>& problems);
    void complete(bool asked);
    bool isOnScreen(quint32 position) const;
    QStringList completions(const QString& pointer) const;
    QString helpAt(const QPoint& position) const;

    appspec::EditorModel& model_;
    QsciLexerJSON* lexer_;
    bool fromModel_ = false;
    bool fromForm_ = false;
    int digits_ = 0;
    struct Typed {
        int position;
        int removed;
        int inserted;
    };
    std::optional<Typed> typed_; ///< shown already, not told to the model yet
    QMap<int, std::pair<QString, bool>> annotated_;
    bool underlined_ = false;
    bool read_ = false;
    bool hidden_ = false; ///< a sentence stands here in place of the text
    QList<int> changedLines_;
    QList<std::pair<int, bool>> problemLines_;
};

} // namespace mesoscope::widgets

// One app document: its text, its tree, and edits that touch only the bytes they mean.
//
// Thread: a Document is a value for one thread at a time; parsed() may be handed to any other thread.
// Order: every edit, from the form or from the text, goes through one undo list.
#pragma once

#include "models/appspec/json_tree.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace mesoscope::appspec {

/// Replace the bytes [offset, offset + length) by other bytes.
struct TextEdit {
    quint32 offset = 0;
    quint32 length = 0;
    QByteArray bytes;
};

/// How the file at hand is written, so that what is added looks like what is there.
struct DocumentStyle {
    QByteArray newline = "\n";
    QByteArray indent = "  ";
    QByteArray afterColon = " ";
    bool multiLine = true;
};

DocumentStyle styleOf(const JsonTree& tree);
/// The JSON value laid out in the style, its first line standing at the given depth.
QByteArray layOut(const QByteArray& json, const DocumentStyle& style, int depth);

/// An edit that is possible, or the reason in one sentence why not. No edit and no error: nothing to do.
struct EditResult {
    std::optional<TextEdit> edit;
    QString error;
    bool ok() const { return error.isEmpty(); }
};

/// The patcher: pure functions from a tree and a wish to the smallest text edit. Pointers are RFC 6901.
namespace patch {
/// Replaces the value, or adds it where it is missing; missing objects on the way are created, "-" appends to a list.
EditResult set(const JsonTree& tree, const QString& pointer, const QByteArray& json);
/// Inserts before the list element at the pointer; in objects like set, but refuses an existing key.
EditResult insert(const JsonTree& tree, const QString& pointer, const QByteArray& json);
EditResult remove(const JsonTree& tree, const QString& pointer);
EditResult rename(const JsonTree& tree, const QString& pointer, const QString& key);
/// Moves a list element to another index; the white space and commas between the elements stay where they are.
EditResult move(const JsonTree& tree, const QString& pointer, int to);
} // namespace patch

class Document {
public:
    explicit Document(const QByteArray& text = QByteArrayLiteral("{\n}\n"));

    const QByteArray& text() const { return text_; }
    /// The tree of the present text; not valid while the text is not JSON.
    std::shared_ptr<const JsonTree> parsed() const;
    bool isValid() const { return parsed()->isValid(); }
    /// Takes the tree that a worker parsed from text() at that revision, so that parsed() need not do it.
    void adopt(quint64 revision, const std::shared_ptr<const JsonTree>& tree);
    /// A tree of an earlier text and what was replaced since, so that a worker need not read everything again. Null:
    /// there is none.
    std::shared_ptr<const JsonTree> earlier() const { return earlier_; }
    Replacement sinceEarlier() const { return since_; }
    /// The last tree that was valid, for a form that stays readable while the text is half typed.
    std::shared_ptr<const JsonTree> lastValid() const;
    const LineIndex& lines() const;

    /// Form edits. The returned sentence is empty on success. Equal labels right after another merge into one undo step
    /// when they touch the same pointer.
    QString setValue(const QString& pointer, const QByteArray& json);
    QString insertValue(const QString& pointer, const QByteArray& json);
    QString removeValue(const QString& pointer);
    QString renameKey(const QString& pointer, const QString& key);
    QString moveElement(const QString& pointer, int to);
    /// Text edits, as typed.
    void replaceText(const TextEdit& edit);
    void setText(const QByteArray& text);

    bool canUndo() const { return done_ > 0; }
    bool canRedo() const { return done_ < int(changes_.size()); }
    void undo();
    void redo();
    /// Whether the text differs from when markSaved was called (or from the beginning).
    bool isModified() const { return text_ != saved_; }
    void markSaved() { saved_ = text_; }
    /// Counts up with every change of the text; lets a late answer from a worker be recognised.
    quint64 revision() const { return revision_; }
    void beginAt(quint64 revision) { revision_ = revision; }

    QString pointerAt(Position position) const;
    /// Where the value at the pointer begins; the nearest existing ancestor if there is none.
    Position positionOf(const QString& pointer) const;

private:
    struct Change {
        quint32 offset;
        QByteArray before;
        QByteArray after;
        QString mergeKey;
    };
    QString apply(const EditResult& result, const QString& mergeKey);
    void record(const TextEdit& edit, const QString& mergeKey);
    void replace(quint32 offset, qsizetype length, const QByteArray& bytes);

    QByteArray text_;
    QByteArray saved_;
    std::vector<Change> changes_;
    int done_ = 0;
    quint64 revision_ = 0;
    mutable std::shared_ptr<const JsonTree> parsed_;
    mutable std::shared_ptr<const JsonTree> lastValid_;
    std::shared_ptr<const JsonTree> earlier_;
    Replacement since_;
    mutable std::optional<LineIndex> lines_;
};

} // namespace mesoscope::appspec

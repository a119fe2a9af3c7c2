// The difference between two app documents as people mean it: fields, not lines.
//
// Thread: pure functions, any thread.
#pragma once

#include "models/appspec/json_tree.h"

#include <QList>
#include <QString>

namespace mesoscope::appspec {

enum class ChangeKind { Added, Removed, Changed };

/// "added", "removed", "changed".
QString changeKindName(ChangeKind kind);

struct Change {
    QString path;  ///< /env/PATH_PREFIX, /container/portMappings/http/hostPort
    QString field; ///< the top-level field: env
    ChangeKind kind = ChangeKind::Changed;
    QString before; ///< JSON text as written there; empty when it was not written
    QString after;
    QString pointerBefore; ///< where it stands in each document, empty when it does not
    QString pointerAfter;
};

/// One line for people: a single value, or how many entries of a map or list came and went.
struct FieldSummary {
    QString field;
    QString before; ///< single values only
    QString after;
    int added = 0;
    int removed = 0;
    int changed = 0;
    bool single = false;
    /// "instances 4 → 6", "env +2 −1", in the user's language.
    QString text() const;
};

struct AppDiff {
    QString id;
    ChangeKind kind = ChangeKind::Changed; ///< Added or Removed: the whole app
    QList<Change> changes;
    QList<FieldSummary> summary() const;
    bool isEmpty() const { return kind == ChangeKind::Changed && changes.isEmpty(); }
};

/// Two single apps. Values that equal the server's defaults count as absent, 1 equals 1.0, read-only fields are left
/// out.
AppDiff diffApps(const JsonValue& before, const JsonValue& after, const JsonTree& beforeTree,
                 const JsonTree& afterTree);

/// Whole documents (one app, lists, groups); apps without a difference are left out. In the order of ids.
QList<AppDiff> diffDocuments(const JsonTree& before, const JsonTree& after);

/// Line by line, for the text view.
struct TextLine {
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
    int before = 0; ///< line number there, 0 when it has none
    int after = 0;
};
QList<TextLine> diffText(const QByteArray& before, const QByteArray& after);

} // namespace mesoscope::appspec

// Three-way merge of app documents: what they changed on the server is put into what I wrote, field by field.
#pragma once

#include "models/appspec/json_tree.h"

#include <QList>
#include <QString>

namespace mesoscope::appspec {

/// Both sides changed the same place differently. Mine stands in the merged text until somebody decides.
struct Conflict {
    QString pointer;
    QByteArray base; ///< JSON text, empty when absent
    QByteArray mine;
    QByteArray theirs;
};

struct MergeResult {
    QByteArray text;   ///< mine with their changes, in my own layout
    QStringList taken; ///< pointers taken over from theirs
    QList<Conflict> conflicts;
    QString error; ///< one sentence when a document is not JSON
};

/// base: what both started from; mine: my document; theirs: what runs now. Fields that only the server writes are left
/// alone.
MergeResult merge(const QByteArray& base, const QByteArray& mine, const QByteArray& theirs);

} // namespace mesoscope::appspec

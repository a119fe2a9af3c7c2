// Drafts: documents that are being written, each in a file of its own, safe against a crash at any moment.
//
// Thread: one thread at a time. Files are written whole and renamed into place; a draft is either the old or the new
// text.
#pragma once

#include "models/base/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace mesoscope::appspec {

struct Draft {
    QString key;     ///< names its file
    QString name;    ///< given by the user, or the app's id
    QString appId;   ///< empty while the text has none
    QString cluster; ///< where it was begun
    qint64 savedMs = 0;
    QByteArray text;
    QByteArray base; ///< what ran when it was begun; empty for a new app
};

class DraftStore {
public:
    /// The folder is made when the first draft is saved.
    explicit DraftStore(const QString& folder);

    /// Names a draft that was never saved.
    static QString newKey();
    /// Saves under draft.key, or under a new key when that is empty; returns the key.
    base::Result<QString> save(Draft draft, qint64 nowMs);
    /// Newest first. Files that cannot be read are left out and stay where they are.
    QList<Draft> all() const;
    base::Result<Draft> load(const QString& key) const;
    void remove(const QString& key);

private:
    QString fileOf(const QString& key) const;
    QString folder_;
};

} // namespace mesoscope::appspec

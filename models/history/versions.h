// Every version of every app that was ever seen, for good: the server keeps only some, and none after a destroy.
// SQLite, one file for all clusters. Thread: the one that opened it (a history thread); the values may go anywhere.
// Errors are of kind Input: the file is the user's.
#pragma once

#include "models/base/error.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <memory>

namespace mesoscope::history {

class Database;

struct StoredVersion {
    QString app;
    QString version; ///< the server's own text
    qint64 firstSeenMs = 0;
    QString note;
    bool pinned = false; ///< never pruned
    qint64 bytes = 0;    ///< of the document
    friend bool operator==(const StoredVersion&, const StoredVersion&) = default;
};

class VersionStore {
public:
    /// Opens or creates the file; `cluster` separates the clusters in it. ":memory:" keeps nothing.
    static base::Result<std::unique_ptr<VersionStore>> open(const QString& file, const QString& cluster);
    ~VersionStore();
    VersionStore(const VersionStore&) = delete;
    VersionStore& operator=(const VersionStore&) = delete;

    struct Seen {
        QString app;
        QString version;
        QByteArray document;
    };
    /// Keeps what is new, all in one transaction; how many were. What is known stays as it was first seen.
    base::Result<int> remember(const QList<Seen>& seen, qint64 nowMs);

    /// Newest first by when they were seen: versions are not always in the order of time.
    base::Result<QList<StoredVersion>> versionsOf(const QString& app) const;
    base::Result<QByteArray> document(const QString& app, const QString& version) const;
    /// Every app that has a version here, also destroyed ones.
    base::Result<QStringList> apps() const;
    base::Result<void> setNote(const QString& app, const QString& version, const QString& note);
    base::Result<void> setPinned(const QString& app, const QString& version, bool pinned);
    /// Forgets the oldest of each app beyond `keep`; pinned and noted ones stay. How many went.
    base::Result<int> prune(int keep);

private:
    VersionStore(std::unique_ptr<Database> database, QString cluster);

    std::unique_ptr<Database> database_;
    QString cluster_;
};

} // namespace mesoscope::history

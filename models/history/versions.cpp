#include "models/history/versions.h"

#include "models/history/database.h"

#include <QCoreApplication>

namespace mesoscope::history {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("History", text);
}

const char* versionsTable =
    "CREATE TABLE IF NOT EXISTS versions (cluster TEXT NOT NULL, app TEXT NOT NULL, version TEXT NOT NULL, "
    "seen INTEGER NOT NULL, document BLOB NOT NULL, note TEXT NOT NULL DEFAULT '', "
    "pinned INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (cluster, app, version))";

} // namespace

VersionStore::VersionStore(std::unique_ptr<Database> database, QString cluster)
    : database_(std::move(database)), cluster_(std::move(cluster)) {}

VersionStore::~VersionStore() = default;

base::Result<std::unique_ptr<VersionStore>> VersionStore::open(const QString& file, const QString& cluster) {
    auto database = Database::open(file, {QString::fromLatin1(versionsTable)});
    if (!database)
        return tl::unexpected(database.error());
    return std::unique_ptr<VersionStore>(new VersionStore(std::move(*database), cluster));
}

base::Result<int> VersionStore::remember(const QList<Seen>& seen, qint64 nowMs) {
    int added = 0;
    const auto kept = database_->transaction([&]() -> base::Result<void> {
        for (const Seen& s : seen) {
            const auto done =
                database_->run(QStringLiteral("INSERT OR IGNORE INTO versions (cluster, app, version, seen, document) "
                                              "VALUES (?,?,?,?,?)"),
                               {cluster_, s.app, s.version, nowMs, s.document});
            if (!done)
                return tl::unexpected(done.error());
            added += done->numRowsAffected();
        }
        return {};
    });
    if (!kept)
        return tl::unexpected(kept.error());
    return added;
}

base::Result<QList<StoredVersion>> VersionStore::versionsOf(const QString& app) const {
    auto rows = database_->run(
        QStringLiteral("SELECT version, seen, note, pinned, length(document) FROM versions WHERE cluster=? AND app=? "
                       "ORDER BY seen DESC, rowid DESC"),
        {cluster_, app});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<StoredVersion> out;
    while (rows->next())
        out.append({app, rows->value(0).toString(), rows->value(1).toLongLong(), rows->value(2).toString(),
                    rows->value(3).toBool(), rows->value(4).toLongLong()});
    return out;
}

base::Result<QByteArray> VersionStore::document(const QString& app, const QString& version) const {
    auto rows = database_->run(QStringLiteral("SELECT document FROM versions WHERE cluster=? AND app=? AND version=?"),
                               {cluster_, app, version});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->next())
        return rows->value(0).toByteArray();
    base::Error e;
    e.kind = base::ErrorKind::Input;
    e.sentence = tr("Version %1 of %2 is not in the local history.").arg(version, app);
    return tl::unexpected(e);
}

base::Result<QStringList> VersionStore::apps() const {
    auto rows =
        database_->run(QStringLiteral("SELECT DISTINCT app FROM versions WHERE cluster=? ORDER BY app"), {cluster_});
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList out;
    while (rows->next())
        out.append(rows->value(0).toString());
    return out;
}

base::Result<void> VersionStore::setNote(const QString& app, const QString& version, const QString& note) {
    const auto done =
        database_->run(QStringLiteral("UPDATE versions SET note=? WHERE cluster=? AND app=? AND version=?"),
                       {note.isNull() ? QStringLiteral("") : note, cluster_, app, version});
    return done ? base::Result<void>() : tl::unexpected(done.error());
}

base::Result<void> VersionStore::setPinned(const QString& app, const QString& version, bool pinned) {
    const auto done =
        database_->run(QStringLiteral("UPDATE versions SET pinned=? WHERE cluster=? AND app=? AND version=?"),
                       {pinned, cluster_, app, version});
    return done ? base::Result<void>() : tl::unexpected(done.error());
}

base::Result<int> VersionStore::prune(int keep) {
    const auto done = database_->run(
        QStringLiteral("DELETE FROM versions WHERE rowid IN (SELECT rowid FROM (SELECT rowid, pinned, note, "
                       "row_number() OVER (PARTITION BY app ORDER BY seen DESC, rowid DESC) AS place "
                       "FROM versions WHERE cluster=?) WHERE place>? AND pinned=0 AND note='')"),
        {cluster_, keep});
    if (!done)
        return tl::unexpected(done.error());
    return done->numRowsAffected();
}

} // namespace mesoscope::history

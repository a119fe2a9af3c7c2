#include "models/history/versions.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace mesoscope::history {

namespace {

constexpr int schemaVersion = 1;

QString tr(const char* text) {
    return QCoreApplication::translate("History", text);
}

base::Error failure(const QSqlError& error) {
    base::Error e;
    e.kind = base::ErrorKind::Input;
    e.sentence = tr("The local history could not be used.");
    e.advice = tr("Check that its file can be written and is not damaged; another file can be chosen in the settings.");
    e.serverText = error.text().left(300);
    return e;
}

base::Result<QSqlQuery> run(const QSqlDatabase& db, const QString& sql, const QVariantList& values = {}) {
    QSqlQuery query(db);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return tl::unexpected(failure(query.lastError()));
    for (const QVariant& value : values)
        query.addBindValue(value);
    if (!query.exec())
        return tl::unexpected(failure(query.lastError()));
    return query;
}

base::Result<void> prepareFile(const QSqlDatabase& db) {
    const QStringList statements = {
        QStringLiteral("PRAGMA journal_mode=WAL"),
        QStringLiteral("PRAGMA synchronous=NORMAL"),
        QStringLiteral("PRAGMA busy_timeout=3000"),
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS versions (cluster TEXT NOT NULL, app TEXT NOT NULL, version TEXT NOT NULL, "
            "seen INTEGER NOT NULL, document BLOB NOT NULL, note TEXT NOT NULL DEFAULT '', "
            "pinned INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (cluster, app, version))"),
    };
    auto stored = run(db, QStringLiteral("PRAGMA user_version"));
    if (!stored)
        return tl::unexpected(stored.error());
    if (stored->next() && stored->value(0).toInt() > schemaVersion) {
        base::Error e;
        e.kind = base::ErrorKind::Input;
        e.sentence = tr("The local history was written by a newer version of this program.");
        e.advice = tr("Update the program, or choose another file.");
        return tl::unexpected(e);
    }
    stored->finish();
    for (const QString& sql : statements) {
        if (const auto done = run(db, sql); !done)
            return tl::unexpected(done.error());
    }
    if (const auto done = run(db, QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion)); !done)
        return tl::unexpected(done.error());
    return {};
}

} // namespace

VersionStore::VersionStore(QString connection, QString cluster)
    : connection_(std::move(connection)), cluster_(std::move(cluster)) {}

VersionStore::~VersionStore() {
    QSqlDatabase::removeDatabase(connection_);
}

QSqlDatabase VersionStore::database() const {
    return QSqlDatabase::database(connection_);
}

base::Result<std::unique_ptr<VersionStore>> VersionStore::open(const QString& file, const QString& cluster) {
    const QString name = QStringLiteral("versions-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<VersionStore> store(new VersionStore(name, cluster));
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    db.setDatabaseName(file);
    if (!db.open())
        return tl::unexpected(failure(db.lastError()));
    if (const auto ready = prepareFile(db); !ready)
        return tl::unexpected(ready.error());
    return store;
}

base::Result<int> VersionStore::remember(const QList<Seen>& seen, qint64 nowMs) {
    QSqlDatabase db = database();
    if (!db.transaction())
        return tl::unexpected(failure(db.lastError()));
    int added = 0;
    for (const Seen& s : seen) {
        const auto done = run(
            db,
            QStringLiteral("INSERT OR IGNORE INTO versions (cluster, app, version, seen, document) VALUES (?,?,?,?,?)"),
            {cluster_, s.app, s.version, nowMs, s.document});
        if (!done) {
            db.rollback();
            return tl::unexpected(done.error());
        }
        added += done->numRowsAffected();
    }
    if (!db.commit())
        return tl::unexpected(failure(db.lastError()));
    return added;
}

base::Result<QList<StoredVersion>> VersionStore::versionsOf(const QString& app) const {
    auto rows = run(
        database(),
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
    auto rows = run(database(), QStringLiteral("SELECT document FROM versions WHERE cluster=? AND app=? AND version=?"),
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
        run(database(), QStringLiteral("SELECT DISTINCT app FROM versions WHERE cluster=? ORDER BY app"), {cluster_});
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList out;
    while (rows->next())
        out.append(rows->value(0).toString());
    return out;
}

base::Result<void> VersionStore::setNote(const QString& app, const QString& version, const QString& note) {
    const auto done =
        run(database(), QStringLiteral("UPDATE versions SET note=? WHERE cluster=? AND app=? AND version=?"),
            {note.isNull() ? QStringLiteral("") : note, cluster_, app, version});
    return done ? base::Result<void>() : tl::unexpected(done.error());
}

base::Result<void> VersionStore::setPinned(const QString& app, const QString& version, bool pinned) {
    const auto done =
        run(database(), QStringLiteral("UPDATE versions SET pinned=? WHERE cluster=? AND app=? AND version=?"),
            {pinned, cluster_, app, version});
    return done ? base::Result<void>() : tl::unexpected(done.error());
}

base::Result<int> VersionStore::prune(int keep) {
    const auto done =
        run(database(),
            QStringLiteral("DELETE FROM versions WHERE rowid IN (SELECT rowid FROM (SELECT rowid, pinned, note, "
                           "row_number() OVER (PARTITION BY app ORDER BY seen DESC, rowid DESC) AS place "
                           "FROM versions WHERE cluster=?) WHERE place>? AND pinned=0 AND note='')"),
            {cluster_, keep});
    if (!done)
        return tl::unexpected(done.error());
    return done->numRowsAffected();
}

} // namespace mesoscope::history

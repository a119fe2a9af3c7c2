#include "models/history/database.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QUuid>

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

base::Error writtenByNewer() {
    base::Error e;
    e.kind = base::ErrorKind::Input;
    e.sentence = tr("The local history was written by a newer version of this program.");
    e.advice = tr("Update the program, or choose another file.");
    return e;
}

} // namespace

base::Result<std::unique_ptr<Database>> Database::open(const QString& file, const QStringList& tables) {
    const QString name = QStringLiteral("history-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Database> database(new Database(name));
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    db.setDatabaseName(file);
    if (!db.open())
        return tl::unexpected(failure(db.lastError()));
    if (const auto ready = database->prepare(tables); !ready)
        return tl::unexpected(ready.error());
    return database;
}

Database::~Database() {
    QSqlDatabase::removeDatabase(connection_);
}

base::Result<QSqlQuery> Database::run(const QString& sql, const QVariantList& values) const {
    QSqlQuery query(QSqlDatabase::database(connection_));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return tl::unexpected(failure(query.lastError()));
    for (const QVariant& value : values)
        query.addBindValue(value);
    if (!query.exec())
        return tl::unexpected(failure(query.lastError()));
    return query;
}

base::Result<void> Database::transaction(const std::function<base::Result<void>()>& work) const {
    QSqlDatabase db = QSqlDatabase::database(connection_);
    if (!db.transaction())
        return tl::unexpected(failure(db.lastError()));
    if (const auto done = work(); !done) {
        db.rollback();
        return done;
    }
    if (!db.commit())
        return tl::unexpected(failure(db.lastError()));
    return {};
}

base::Result<void> Database::prepare(const QStringList& tables) const {
    auto stored = run(QStringLiteral("PRAGMA user_version"));
    if (!stored)
        return tl::unexpected(stored.error());
    if (stored->next() && stored->value(0).toInt() > schemaVersion)
        return tl::unexpected(writtenByNewer());
    stored->finish();
    const QStringList settings = {
        QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=NORMAL"),
        QStringLiteral("PRAGMA busy_timeout=3000"), QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion)};
    for (const QString& sql : settings + tables) {
        if (const auto done = run(sql); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

} // namespace mesoscope::history

// What the stores of this room share: one SQLite file, opened once per store, errors as values. Thread: a database is
// used on the thread that opened it. Errors are of kind Input: the file is the user's.
#pragma once

#include "models/base/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>

namespace mesoscope::history {

/// One connection to the file; closed with this value.
class Database {
public:
    /// Opens or creates the file and makes `tables` (CREATE … IF NOT EXISTS) in it. ":memory:" keeps nothing.
    static base::Result<std::unique_ptr<Database>> open(const QString& file, const QStringList& tables);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    base::Result<QSqlQuery> run(const QString& sql, const QVariantList& values = {}) const;
    /// All of it or nothing; `work` says whether it went well.
    base::Result<void> transaction(const std::function<base::Result<void>()>& work) const;

private:
    explicit Database(QString connection) : connection_(std::move(connection)) {}
    base::Result<void> prepare(const QStringList& tables) const;

    QString connection_;
};

} // namespace mesoscope::history

#include "models/history/chronicle.h"

#include "models/history/database.h"
#include "models/history/record_bytes.h"

#include <algorithm>

namespace mesoscope::history {

using cluster::EventNote;
using scheduler::DeploymentRecord;
using scheduler::DeploymentRecordPtr;

namespace {

const char* deploymentsTable =
    "CREATE TABLE IF NOT EXISTS deployments (cluster TEXT NOT NULL, id TEXT NOT NULL, started INTEGER NOT NULL, "
    "record BLOB NOT NULL, PRIMARY KEY (cluster, id))";
const char* eventsTable =
    "CREATE TABLE IF NOT EXISTS events (cluster TEXT NOT NULL, object TEXT NOT NULL, at INTEGER NOT NULL, "
    "kind TEXT NOT NULL, words TEXT NOT NULL)";
const char* eventsIndex = "CREATE INDEX IF NOT EXISTS events_by_object ON events (cluster, object, at)";

constexpr int pruneEvery = 500;
/// A running deployment changes many times a second; the disk hears of it this often.
constexpr qint64 handOverEveryMs = 3000;

/// Events about the program's own connection would only fill the file.
bool isWorthKeeping(const EventNote& note) {
    static const QStringList kinds = {QStringLiteral("task"),       QStringLiteral("app"),    QStringLiteral("health"),
                                      QStringLiteral("deployment"), QStringLiteral("change"), QStringLiteral("action")};
    return !note.object.isEmpty() && kinds.contains(note.kind);
}

} // namespace

Chronicle::Chronicle(std::unique_ptr<Database> database, QString cluster)
    : database_(std::move(database)), cluster_(std::move(cluster)) {}

Chronicle::~Chronicle() = default;

base::Result<std::unique_ptr<Chronicle>> Chronicle::open(const QString& file, const QString& cluster) {
    auto database = Database::open(file, {QString::fromLatin1(deploymentsTable), QString::fromLatin1(eventsTable),
                                          QString::fromLatin1(eventsIndex)});
    if (!database)
        return tl::unexpected(database.error());
    return std::unique_ptr<Chronicle>(new Chronicle(std::move(*database), cluster));
}

base::Result<void> Chronicle::keepOne(const DeploymentRecord& record) {
    const QString& id = record.deployment.id;
    auto known =
        database_->run(QStringLiteral("SELECT record FROM deployments WHERE cluster=? AND id=?"), {cluster_, id});
    if (!known)
        return tl::unexpected(known.error());
    const auto earlier = known->next() ? recordOf(known->value(0).toByteArray()) : std::nullopt;
    known->finish();
    const DeploymentRecord whole = earlier ? merged(*earlier, record) : record;
    const auto done = database_->run(QStringLiteral("INSERT OR REPLACE INTO deployments (cluster, id, started, record) "
                                                    "VALUES (?,?,?,?)"),
                                     {cluster_, id, whole.startedMs, bytesOf(whole)});
    return done ? base::Result<void>() : tl::unexpected(done.error());
}

base::Result<void> Chronicle::prune(const char* table, const char* order, int most) {
    const QString name = QString::fromLatin1(table);
    const auto done =
        database_->run(QStringLiteral("DELETE FROM %1 WHERE cluster=? AND rowid NOT IN (SELECT rowid FROM %1 WHERE "
                                      "cluster=? ORDER BY %2 DESC, rowid DESC LIMIT ?)")
                           .arg(name, QString::fromLatin1(order)),
                       {cluster_, cluster_, most});
    return done ? base::Result<void>() : tl::unexpected(done.error());
}

base::Result<void> Chronicle::keepDeployments(const QList<DeploymentRecordPtr>& records) {
    return database_->transaction([&]() -> base::Result<void> {
        for (const DeploymentRecordPtr& record : records) {
            if (const auto kept = keepOne(*record); !kept)
                return kept;
        }
        return prune("deployments", "started", mostDeployments);
    });
}

base::Result<void> Chronicle::keepEvents(const QList<EventNote>& events) {
    return database_->transaction([&]() -> base::Result<void> {
        for (const EventNote& e : events) {
            const auto done = database_->run(
                QStringLiteral("INSERT INTO events (cluster, object, at, kind, words) VALUES (?,?,?,?,?)"),
                {cluster_, e.object, e.atMs, e.kind, e.text});
            if (!done)
                return tl::unexpected(done.error());
        }
        sincePruned_ += int(events.size());
        if (sincePruned_ < pruneEvery)
            return {};
        sincePruned_ = 0;
        return prune("events", "at", mostEvents);
    });
}

base::Result<QList<DeploymentRecordPtr>> Chronicle::deployments() const {
    auto rows =
        database_->run(QStringLiteral("SELECT record FROM deployments WHERE cluster=? ORDER BY started DESC LIMIT ?"),
                       {cluster_, mostDeployments});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<DeploymentRecordPtr> out;
    while (rows->next()) {
        if (const auto record = recordOf(rows->value(0).toByteArray()))
            out.append(std::make_shared<const DeploymentRecord>(*record));
    }
    return out;
}

base::Result<QList<EventNote>> Chronicle::eventsOf(const QString& object, int limit) const {
    auto rows = database_->run(QStringLiteral("SELECT at, kind, words FROM events WHERE cluster=? AND object=? "
                                              "ORDER BY at DESC, rowid DESC LIMIT ?"),
                               {cluster_, object, limit});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<EventNote> out;
    while (rows->next())
        out.append({rows->value(0).toLongLong(), rows->value(1).toString(), object, rows->value(2).toString()});
    return out;
}

// --- beside what is followed -----------------------------------------------------------------------------------------

void KeptDeployments::set(const QList<DeploymentRecordPtr>& kept) {
    kept_ = kept;
    joined_.clear();
    ended_.clear();
    onlyKept_.clear();
    for (const DeploymentRecordPtr& record : kept) {
        if (record->endedMs != 0)
            continue;
        DeploymentRecord ended = *record;
        ended.endedMs = std::max(ended.startedMs, ended.lastProgressMs);
        ended.outcomeKnown = false;
        ended.cause.clear();
        ended_.insert(record->deployment.id, std::make_shared<const DeploymentRecord>(ended));
    }
}

QList<DeploymentRecordPtr> KeptDeployments::beside(const QList<DeploymentRecordPtr>& followed, bool runningKnown) {
    if (kept_.isEmpty())
        return followed;
    QHash<QString, qsizetype> places;
    QList<DeploymentRecordPtr> out = followed;
    for (qsizetype i = 0; i < out.size(); ++i)
        places.insert(out.at(i)->deployment.id, i);
    onlyKept_.clear();
    for (const DeploymentRecordPtr& record : std::as_const(kept_)) {
        const QString& id = record->deployment.id;
        const auto place = places.constFind(id);
        if (place != places.constEnd()) {
            Joined& joined = joined_[id];
            if (joined.followed != followed.at(*place)) {
                joined.followed = followed.at(*place);
                joined.both = std::make_shared<const DeploymentRecord>(merged(*record, *joined.followed));
            }
            out[*place] = joined.both;
        } else if (record->endedMs != 0 || runningKnown) {
            out.append(ended_.value(id, record));
            onlyKept_.insert(id);
        }
    }
    return out;
}

// --- collecting ------------------------------------------------------------------------------------------------------

ChronicleFollower::~ChronicleFollower() {
    handOver(handedMs_);
}

std::shared_ptr<const void> ChronicleFollower::project(const cluster::SnapshotPtr& snapshot,
                                                       const cluster::Diff& diff) {
    if (diff.deployments || diff.everything)
        collectDeployments(*snapshot);
    if (diff.notes || diff.everything)
        collectEvents(*snapshot);
    if (snapshot->atMs - handedMs_ >= handOverEveryMs)
        handOver(snapshot->atMs);
    return nullptr;
}

void ChronicleFollower::collectDeployments(const cluster::Snapshot& snapshot) {
    for (const DeploymentRecordPtr& record : snapshot.deploymentLog) {
        DeploymentRecordPtr& seen = seen_[record->deployment.id];
        if (seen == record)
            continue;
        seen = record;
        changed_.insert(record->deployment.id, record);
    }
}

/// The list grows at its end and loses its oldest.
void ChronicleFollower::collectEvents(const cluster::Snapshot& snapshot) {
    const QList<EventNote>& notes = snapshot.notes;
    qsizetype from = notes.size();
    while (from > 0 && !(last_ && notes.at(from - 1) == *last_))
        --from;
    for (qsizetype i = from; i < notes.size(); ++i) {
        if (isWorthKeeping(notes.at(i)))
            events_.append(notes.at(i));
    }
    if (!notes.isEmpty())
        last_ = notes.last();
}

void ChronicleFollower::handOver(qint64 nowMs) {
    handedMs_ = nowMs;
    if (changed_.isEmpty() && events_.isEmpty())
        return;
    keep_(changed_.values(), std::exchange(events_, {}));
    changed_.clear();
}

} // namespace mesoscope::history

#include "widgets/shell/snapshot_search.h"

#include "models/text/states.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::SnapshotSearch)
};

using Kind = PaletteItem::Kind;

/// The query's words as bytes; ids are ASCII and lower case nearly always, so the typed and the lower form suffice.
class Needle {
public:
    explicit Needle(const QString& query) {
        for (const QString& word : query.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            typed_.push_back(word.toStdString());
            lower_.push_back(word.toLower().toStdString());
        }
    }

    bool in(std::string_view text) const {
        for (std::size_t i = 0; i < typed_.size(); ++i) {
            if (text.find(lower_[i]) == std::string_view::npos && text.find(typed_[i]) == std::string_view::npos)
                return false;
        }
        return true;
    }
    bool empty() const { return typed_.empty(); }

private:
    std::vector<std::string> typed_;
    std::vector<std::string> lower_;
};

void count(PaletteAnswer& answer, Kind kind, int by = 1) {
    answer.found.at(std::size_t(kind)) += by;
}

PaletteItem verbItem(Glyph glyph, const QString& text, const QString& detail, ActionRequest request) {
    PaletteItem item;
    item.kind = Kind::Action;
    item.glyph = glyph;
    item.text = text;
    item.detail = detail;
    item.action = std::move(request);
    return item;
}

PaletteItem appItem(const cluster::Snapshot& snapshot, const cluster::AppRow& row) {
    PaletteItem item;
    item.kind = Kind::App;
    item.glyph = Glyph::Apps;
    item.text = row.app->id;
    const text::Worded state = text::worded(text::appState(row));
    item.detailWord =
        state.severity == text::Severity::Neutral || state.severity == text::Severity::Good ? QString() : state.word;
    item.detailTone = toneOf(state.severity);
    item.detail = row.app->hasHealthChecks
                      ? Tr::tr("%1 of %2 healthy").arg(row.app->tasksHealthy).arg(row.app->instances)
                      : Tr::tr("%1 of %2 running").arg(row.app->tasksRunning).arg(row.app->instances);
    item.object = {ObjectRef::Kind::App, row.app->id};
    item.actions = appActions(row.app->id, row.app->instances, snapshot.capabilities);
    return item;
}

PaletteItem agentItem(const cluster::Snapshot& snapshot, const cluster::AgentRow& row) {
    const Look look = lookOf(row.state);
    PaletteItem item;
    item.kind = Kind::Agent;
    item.glyph = row.state == cluster::AgentState::Active ? Glyph::Agents : look.glyph;
    item.glyphTone = look.tone;
    item.text = snapshot.text(row.hostname);
    if (row.state != cluster::AgentState::Active)
        item.detailWord = look.word;
    item.detailTone = look.tone;
    item.detail = Tr::tr("%Ln task(s)", nullptr, int(row.tasks));
    item.object = {ObjectRef::Kind::Agent, snapshot.text(row.id)};
    return item;
}

PaletteItem taskItem(const cluster::Snapshot& snapshot, const cluster::TaskRow& row) {
    const Look look = lookOf(row.state, row.health);
    PaletteItem item;
    item.kind = Kind::Task;
    item.glyph = look.glyph;
    item.glyphTone = look.tone;
    item.text = snapshot.text(row.id);
    item.monospace = true;
    item.detailWord = look.word;
    item.detailTone = look.tone;
    if (row.agent != cluster::noSlot)
        item.detail = Tr::tr("on %1").arg(snapshot.text(snapshot.agents[row.agent].hostname));
    item.object = {ObjectRef::Kind::Task, snapshot.text(row.id)};
    return item;
}

void findApps(const cluster::Snapshot& snapshot, const QString& query, int limit, PaletteAnswer& answer) {
    const QString words = query;
    QList<PaletteItem> found;
    for (std::uint32_t slot = 0; slot < snapshot.apps.size(); ++slot) {
        const cluster::AppRow& row = snapshot.apps[slot];
        if (!row.app)
            continue;
        ++answer.searchedObjects;
        const double score = matchScore(query, row.app->id);
        if (score <= 0 || query.isEmpty())
            continue;
        count(answer, Kind::App);
        PaletteItem item = appItem(snapshot, row);
        item.score = score + 0.3;
        found.append(item);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    answer.items += found.mid(0, limit);
    for (const PaletteItem& app : found.mid(0, 2)) {
        double below = app.score - 0.01;
        for (PaletteItem action : app.actions) {
            count(answer, Kind::Action);
            action.score = below;
            below -= 0.005;
            answer.items.append(action);
        }
    }
}

/// "restart cart" finds the verb and the app together.
void findVerbs(const cluster::Snapshot& snapshot, const QString& query, int limit, PaletteAnswer& answer) {
    if (!query.contains(QLatin1Char(' ')))
        return;
    for (std::uint32_t slot = 0; slot < snapshot.apps.size() && limit > 0; ++slot) {
        const cluster::AppRow& row = snapshot.apps[slot];
        if (!row.app || matchScore(query.section(QLatin1Char(' '), 1), row.app->id) <= 0)
            continue;
        for (PaletteItem action : appActions(row.app->id, row.app->instances, snapshot.capabilities)) {
            action.score = matchScore(query, action.text);
            if (action.score <= 0)
                continue;
            action.score += 0.3;
            count(answer, Kind::Action);
            answer.items.append(action);
            --limit;
        }
    }
}

void findAgents(const cluster::Snapshot& snapshot, const QString& query, const Needle& needle, int limit,
                PaletteAnswer& answer) {
    for (std::uint32_t slot = 0; slot < snapshot.agents.size(); ++slot) {
        const cluster::AgentRow& row = snapshot.agents[slot];
        if (row.id == 0)
            continue;
        ++answer.searchedObjects;
        if (needle.empty() || (!needle.in(snapshot.view(row.hostname)) && !needle.in(snapshot.view(row.id))))
            continue;
        count(answer, Kind::Agent);
        if (limit-- <= 0)
            continue;
        PaletteItem item = agentItem(snapshot, row);
        item.score = matchScore(query, item.text) + 0.15;
        answer.items.append(item);
    }
}

void findTasks(const cluster::Snapshot& snapshot, const QString& query, const Needle& needle, int limit,
               PaletteAnswer& answer) {
    for (std::uint32_t slot = 0; slot < snapshot.tasks.size(); ++slot) {
        const cluster::TaskRow& row = snapshot.tasks[slot];
        if (!row.live())
            continue;
        ++answer.searchedObjects;
        if (needle.empty() || !needle.in(snapshot.view(row.id)))
            continue;
        count(answer, Kind::Task);
        if (limit-- <= 0)
            continue;
        PaletteItem item = taskItem(snapshot, row);
        item.score = matchScore(query, item.text) * 0.8;
        answer.items.append(item);
    }
}

void findFrameworks(const cluster::Snapshot& snapshot, const QString& query, PaletteAnswer& answer) {
    if (!snapshot.frameworks)
        return;
    for (const cluster::FrameworkRow& row : *snapshot.frameworks) {
        ++answer.searchedObjects;
        const double score = query.isEmpty() ? 0 : matchScore(query, row.name);
        if (score <= 0)
            continue;
        count(answer, Kind::Framework);
        PaletteItem item;
        item.kind = Kind::Framework;
        item.glyph = Glyph::Tasks;
        item.text = row.name;
        item.detail = Tr::tr("%Ln task(s)", nullptr, int(row.tasks));
        item.object = {ObjectRef::Kind::Framework, row.id};
        item.score = score;
        answer.items.append(item);
    }
}

void findDeployments(const cluster::Snapshot& snapshot, const QString& query, PaletteAnswer& answer) {
    for (const scheduler::DeploymentPtr& deployment : snapshot.deployments) {
        ++answer.searchedObjects;
        const QString apps = deployment->affectedApps.join(QStringLiteral(", "));
        const double score = query.isEmpty() ? 0 : std::max(matchScore(query, apps), matchScore(query, deployment->id));
        if (score <= 0)
            continue;
        count(answer, Kind::Deployment);
        PaletteItem item;
        item.kind = Kind::Deployment;
        item.glyph = Glyph::Deployments;
        item.text = apps;
        item.detail = Tr::tr("step %1 of %2").arg(deployment->currentStep).arg(deployment->totalSteps);
        item.object = {ObjectRef::Kind::Deployment, deployment->id};
        item.score = score + 0.1;
        answer.items.append(item);
    }
}

} // namespace

QList<PaletteItem> appActions(const QString& appId, int instances, scheduler::Capabilities capabilities) {
    using Verb = ActionRequest::Verb;
    QList<PaletteItem> items;
    const auto add = [&](scheduler::Capability needed, Glyph glyph, const QString& text, const QString& detail,
                         Verb verb) {
        if (scheduler::has(capabilities, needed))
            items.append(verbItem(glyph, text, detail, ActionRequest{verb, {appId}}));
    };
    add(scheduler::Capability::Scale, Glyph::Scale, Tr::tr("Scale %1…").arg(appId),
        Tr::tr("%Ln wanted", nullptr, instances), Verb::Scale);
    add(scheduler::Capability::Restart, Glyph::Restart, Tr::tr("Restart %1…").arg(appId),
        Tr::tr("%Ln instance(s), rolling", nullptr, instances), Verb::Restart);
    add(scheduler::Capability::Deploy, Glyph::Edit, Tr::tr("Edit %1…").arg(appId), {}, Verb::Deploy);
    add(scheduler::Capability::Suspend, Glyph::Suspend, Tr::tr("Suspend %1…").arg(appId), {}, Verb::Suspend);
    add(scheduler::Capability::Destroy, Glyph::Destroy, Tr::tr("Destroy %1…").arg(appId), {}, Verb::Destroy);
    return items;
}

PaletteAnswer searchSnapshot(const cluster::Snapshot& snapshot, const QString& query, int limit) {
    PaletteAnswer answer;
    const Needle needle(query);
    findApps(snapshot, query, limit, answer);
    findVerbs(snapshot, query, 10, answer);
    findAgents(snapshot, query, needle, limit, answer);
    findTasks(snapshot, query, needle, limit, answer);
    findFrameworks(snapshot, query, answer);
    findDeployments(snapshot, query, answer);
    answer.searchedActions = 5LL * (answer.found.at(std::size_t(Kind::App)));
    return answer;
}

void SnapshotSearch::search(const QString& query, int limit, QObject* context,
                            std::function<void(const PaletteAnswer&)> done) {
    if (!snapshot_) {
        done({});
        return;
    }
    // The context is only looked at on the GUI thread, where it also dies.
    QThreadPool::globalInstance()->start(
        [snapshot = snapshot_, query, limit, alive = QPointer<QObject>(context), done = std::move(done)] {
            PaletteAnswer answer = searchSnapshot(*snapshot, query, limit);
            QMetaObject::invokeMethod(
                qApp,
                [answer = std::move(answer), alive, done] {
                    if (alive)
                        done(answer);
                },
                Qt::QueuedConnection);
        });
}

} // namespace mesoscope::widgets

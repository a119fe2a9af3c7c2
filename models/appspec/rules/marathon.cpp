#include "models/appspec/rules/marathon.h"

#include "models/appspec/rules/marathon_parse.h"

#include <QCoreApplication>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace mesoscope::appspec::marathon {
namespace {

using Kind = Request::Kind;

QString en(const char* text) {
    return QString::fromLatin1(text);
}

/// Stages 3 to 6 of a complete app. False when one refused.
bool settle(App& app, const Settings& settings, const Roles& roles, const PathId& base, Report& report) {
    checkDeprecated(app, report);
    if (report.failed())
        return false;
    if (!normaliseDeprecated(app, settings, report))
        return false;
    normaliseRole(app, roles);
    checkCanonical(app, settings, roles, report);
    if (report.failed())
        return false;
    normaliseCanonical(app, settings, base);
    return true;
}

/// Stages 7 and 8.
bool model(const App& app, const Settings& settings, const Roles& roles, Report& report) {
    checkConversion(app, report);
    if (report.failed())
        return false;
    report.setStage(Stage::Model);
    checkModelRole(app, roles, report);
    checkModel(app, settings, report);
    return !report.failed();
}

bool isGroup(const JsonValue& root) {
    const auto isList = [](const JsonValue& v) { return v.is(JsonValue::Kind::Array); };
    return isList(root.member("apps")) || isList(root.member("groups"));
}

/// Validates one document; holds what all the kinds of request share.
class Validation {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::marathon::Validation)
public:
    Validation(const JsonTree& tree, const Options& options)
        : tree_(tree), options_(options), settings_(options.settings), report_(&result_.problems),
          world_(options.world ? options.world : World::of({}, options.settings)) {}

    Result run();

private:
    void syntax();
    void notes();
    Kind kind() const;
    void createApp(const JsonValue& json);
    void changeApp(const JsonValue& json, Kind kind);
    void list(const JsonValue& json, Kind kind);
    void listElement(App app, Kind kind);
    std::optional<App> updated(App update, const App& stored, const Roles& roles);
    std::optional<App> created(App app, const Roles& roles);
    void finish(std::vector<App> changed);
    void group(const JsonValue& json, Kind kind);
    void visitGroup(GroupUpdate& update, const PathId& path, const QString& role, const QString& pointer);
    void visitApp(App& app, const PathId& group, const QString& role, bool enforce, const QString& pointer,
                  Memory::EntryPtr known);
    void adviseAll(const std::vector<App>& apps);
    void checkGroup(const GroupUpdate& update, const PathId& base, bool services, const QString& path);
    void applyGroup(const GroupUpdate& update, const PathId& path, const QString& pointer);
    void finishGroup(const GroupUpdate& update, const PathId& path);

    const JsonTree& tree_;
    const Options& options_;
    const Settings& settings_;
    Result result_;
    Report report_;
    std::shared_ptr<const World> world_;
    std::vector<App> all_;
    QHash<QString, QString> pointers_;
    QSet<QString> groups_;
    QHash<QString, Memory::EntryPtr> remembered_;
    QSet<const Memory::Entry*> taken_;
    QList<StrayGroup> strays_;
    bool enforceGiven_ = false; ///< by the document itself
};

void Validation::syntax() {
    const SyntaxError& error = *tree_.error();
    Problem problem;
    problem.message = error.message;
    problem.stage = Stage::Syntax;
    problem.position = error.position;
    problem.begin = problem.end = error.offset;
    result_.problems.append(problem);
}

void Validation::notes() {
    report_.setStage(Stage::Syntax);
    for (const SyntaxNote& note : tree_.notes()) {
        const JsonValue value(&tree_, note.node);
        const QString pointer = tree_.pointerOf(value);
        switch (note.kind) {
        case SyntaxNote::Kind::RepeatedKey:
            report_.warn(pointer,
                         tr("The key “%1” stands here more than once; only the last one counts.").arg(value.key()),
                         pointer);
            break;
        case SyntaxNote::Kind::LoneSurrogate:
            report_.add(pointer,
                        tr("This text holds half of a character (a lone surrogate), which no UTF-8 text can carry."),
                        pointer);
            break;
        case SyntaxNote::Kind::BeyondDouble:
            report_.add(pointer, tr("This number is beyond what the server can hold."), pointer);
            break;
        }
    }
}

Kind Validation::kind() const {
    if (options_.request.kind != Kind::Automatic)
        return options_.request.kind;
    if (tree_.root().is(JsonValue::Kind::Array))
        return Kind::ReplaceApps;
    return isGroup(tree_.root()) ? Kind::PutGroup : Kind::PostApp;
}

Result Validation::run() {
    if (!tree_.isValid()) {
        syntax();
        result_.valid = false;
        return std::move(result_);
    }
    notes();
    if (options_.memory)
        options_.memory->begin();
    const JsonValue root = tree_.root();
    switch (const Kind asked = kind()) {
    case Kind::Automatic:
    case Kind::PostApp:
        createApp(root);
        break;
    case Kind::PutApp:
    case Kind::ReplaceApp:
    case Kind::PatchApp:
        changeApp(root, asked);
        break;
    case Kind::PutApps:
    case Kind::ReplaceApps:
    case Kind::PatchApps:
        list(root, asked);
        break;
    case Kind::PostGroup:
    case Kind::PutGroup:
    case Kind::PatchGroup:
        group(root, asked);
        break;
    }
    if (options_.memory)
        options_.memory->end();
    locate(result_.problems, tree_);
    result_.valid = std::none_of(result_.problems.begin(), result_.problems.end(),
                                 [](const Problem& p) { return p.severity == Severity::Error; });
    return std::move(result_);
}

void Validation::createApp(const JsonValue& json) {
    report_.setStage(Stage::Parse);
    App app = parseApp(json, Reading::Create, QString(), report_);
    if (report_.failed())
        return;
    const PathId id = PathId::parse(*app.id).canonical();
    const Roles roles = rolesFor(id, settings_, *world_, false);
    if (!settle(app, settings_, roles, PathId::root(), report_) || !model(app, settings_, roles, report_))
        return;
    if (world_->app(*app.id)) {
        report_.setStage(Stage::State);
        report_.add(QString(), QStringLiteral("An app with id [%1] already exists.").arg(*app.id), en("/id"));
        return;
    }
    pointers_.insert(*app.id, QString());
    finish({app});
}

std::optional<App> Validation::updated(App update, const App& stored, const Roles& roles) {
    report_.setStage(Stage::Update);
    if (!normaliseUpdate(update, settings_, report_))
        return std::nullopt;
    if (update.version) {
        // The version may stand alone or with the id, and then means: go back to it.
        report_.setStage(Stage::Update);
        if (update.fieldsGiven > (update.id ? 2 : 1))
            report_.add(en("/"), en("The 'version' field may only be combined with the 'id' field."), en("/version"),
                        Fix{tr("Remove version"), en("/version"), {}});
        return std::nullopt;
    }
    App app = merged(stored, update);
    if (!settle(app, settings_, roles, PathId::root(), report_) || !model(app, settings_, roles, report_))
        return std::nullopt;
    return app;
}

/// PUT of an app as a whole: settled once as sent and once more with the defaults written out.
std::optional<App> Validation::created(App app, const Roles& roles) {
    if (!settle(app, settings_, roles, PathId::root(), report_))
        return std::nullopt;
    app.upgradeStrategy = effectiveUpgradeStrategy(app);
    if (!settle(app, settings_, roles, PathId::root(), report_) || !model(app, settings_, roles, report_))
        return std::nullopt;
    return app;
}

void Validation::changeApp(const JsonValue& json, Kind kind) {
    const PathId id = PathId::parse(options_.request.id).canonical();
    const App* const stored = world_->app(id.toString());
    const bool partial = stored && kind != Kind::ReplaceApp;
    report_.setStage(Stage::Parse);
    if (!partial && !json.is(JsonValue::Kind::Object)) {
        report_.add(QString(), en("error.expected.jsobject"));
        return;
    }
    App app = parseApp(json, partial ? Reading::Update : Reading::Replace, QString(), report_);
    if (report_.failed())
        return;
    const Roles roles = rolesFor(id, settings_, *world_, options_.request.force);
    pointers_.insert(id.toString(), QString());
    std::optional<App> done;
    if (partial) {
        done = updated(app, *stored, roles);
    } else {
        app.id = id.toString();
        if (kind == Kind::PatchApp) {
            if (!settle(app, settings_, roles, PathId::root(), report_))
                return;
            report_.setStage(Stage::State);
            report_.add(QString(), QStringLiteral("App '%1' does not exist").arg(id.toString()));
            return;
        }
        done = created(app, roles);
    }
    if (done)
        finish({*done});
}

void Validation::list(const JsonValue& json, Kind kind) {
    report_.setStage(Stage::Parse);
    if (!json.is(JsonValue::Kind::Array)) {
        report_.add(QString(), en("error.expected.jsarray"));
        return;
    }
    std::vector<App> apps;
    int index = 0;
    const Reading reading = kind == Kind::ReplaceApps ? Reading::Create : Reading::Update;
    for (JsonValue child = json.firstChild(); child.isValid(); child = child.next(), ++index)
        apps.push_back(parseApp(child, reading, QStringLiteral("(%1)").arg(index), report_));
    if (report_.failed())
        return;
    std::vector<App> changed;
    std::swap(changed, all_);
    for (size_t i = 0; i < apps.size(); ++i) {
        report_.setBase(QStringLiteral("/%1").arg(i));
        listElement(std::move(apps[i]), kind);
    }
    std::swap(changed, all_);
    report_.setBase(QString());
    const bool refused = std::any_of(result_.problems.begin(), result_.problems.end(),
                                     [](const Problem& p) { return p.severity == Severity::Error; });
    if (!refused)
        finish(std::move(changed));
}

void Validation::listElement(App app, Kind kind) {
    if (!app.id) {
        report_.setStage(Stage::Update);
        report_.add(QString(), en("requirement failed: App Update must have app id set"));
        return;
    }
    const PathId id = PathId::parse(*app.id).canonical();
    const Roles roles = rolesFor(id, settings_, *world_, options_.request.force);
    const App* const stored = world_->app(id.toString());
    app.id = id.toString();
    pointers_.insert(id.toString(), report_.base());
    if (!stored && kind == Kind::PatchApps) {
        report_.setStage(Stage::State);
        report_.add(QString(), QStringLiteral("App '%1' does not exist").arg(id.toString()));
        return;
    }
    const std::optional<App> done =
        stored && kind != Kind::ReplaceApps ? updated(app, *stored, roles) : created(app, roles);
    if (done)
        all_.push_back(*done);
}

/// Root and plan for the apps that the request writes.
void Validation::finish(std::vector<App> changed) {
    std::vector<App> all;
    for (const App& app : world_->apps()) {
        if (!pointers_.contains(*app.id))
            all.push_back(app);
    }
    all.insert(all.end(), changed.begin(), changed.end());
    checkRoot(all, pointers_, settings_, *world_, {}, report_);
    if (!report_.failed()) {
        report_.setStage(Stage::DeploymentPlan);
        for (size_t i = 0; i < changed.size(); ++i) {
            report_.setBase(pointers_.value(*changed[i].id));
            if (const App* const before = world_->app(*changed[i].id))
                checkPlan(*before, changed[i], int(i), report_);
        }
        report_.setBase(QString());
    }
    adviseAll(changed);
    result_.apps = std::move(changed);
}

// Groups --------------------------------------------------------------------------------------------------------------

bool modifiesServices(const GroupUpdate& update) {
    if (update.version || update.scaleBy || update.apps)
        return true;
    for (const GroupUpdate& child : update.groups.value_or(std::vector<GroupUpdate>{})) {
        if (modifiesServices(child))
            return true;
    }
    return false;
}

PathId pathOf(const GroupUpdate& update, const PathId& base) {
    return update.id ? PathId::parse(*update.id).canonical(base) : base;
}

void Validation::group(const JsonValue& json, Kind kind) {
    const PathId url = PathId::parse(options_.request.id).canonical();
    report_.setStage(Stage::Parse);
    GroupUpdate update = parseGroup(json, QString(), report_, options_.memory);
    if (report_.failed())
        return;
    if (kind == Kind::PatchGroup) {
        report_.setStage(Stage::Group);
        if (url.segments.size() != 1)
            report_.add(en("/"), en("Path needs to be top-level"));
        return;
    }
    const PathId path = pathOf(update, url);
    const bool services = modifiesServices(update);
    enforceGiven_ = update.enforceRole.has_value();
    if (!update.version && !update.scaleBy) {
        QString role = settings_.mesosRole;
        if (path.segments.size() > 1 && world_->enforces(path.segments.first()))
            role = path.segments.first();
        visitGroup(update, path, role, QString());
        const bool refused = std::any_of(result_.problems.begin(), result_.problems.end(),
                                         [](const Problem& p) { return p.severity == Severity::Error; });
        if (refused)
            return;
    }
    report_.setStage(Stage::Group);
    checkGroup(update, kind == Kind::PostGroup ? url : path, services, QString());
    if (report_.failed())
        return;
    if (kind == Kind::PostGroup && (world_->hasGroup(path) || world_->app(path.toString()))) {
        report_.setStage(Stage::State);
        report_.add(
            QString(),
            world_->app(path.toString())
                ? QStringLiteral("An app with the path %1 already exists.").arg(path.toString())
                : QStringLiteral("Group %1 is already created. Use PUT to change this group.").arg(path.toString()));
        return;
    }
    if (!update.version && !update.scaleBy)
        finishGroup(update, path);
}

void Validation::visitGroup(GroupUpdate& update, const PathId& path, const QString& inheritedRole,
                            const QString& pointer) {
    const qsizetype depth = path.segments.size();
    QString role = inheritedRole;
    bool enforce = update.enforceRole.value_or(depth == 1 && settings_.newGroupsEnforceRole);
    if (depth == 0)
        enforce = false;
    if (depth == 1)
        role = enforce ? path.segments.first() : settings_.mesosRole;
    update.enforceRole = enforce;
    if (update.groups) {
        for (size_t i = 0; i < update.groups->size(); ++i) {
            GroupUpdate& child = (*update.groups)[i];
            visitGroup(child, pathOf(child, path), role,
                       QStringLiteral("%1/groups/%2").arg(pointer).arg(update.groupIndexes[i]));
        }
    }
    if (update.apps) {
        for (size_t i = 0; i < update.apps->size(); ++i)
            visitApp((*update.apps)[i], path, role, enforce,
                     QStringLiteral("%1/apps/%2").arg(pointer).arg(update.appIndexes[i]),
                     std::static_pointer_cast<Memory::Entry>(update.remembered[i]));
        // Dependencies of the group change its apps behind their own text.
        if (update.dependencies) {
            for (const App& app : *update.apps)
                remembered_.remove(*app.id);
        }
    }
}

void Validation::visitApp(App& app, const PathId& group, const QString& role, bool enforce, const QString& pointer,
                          Memory::EntryPtr known) {
    const QString id = PathId::parse(*app.id).canonical(group).toString();
    pointers_.insert(id, pointer);
    const QString context = group.toString() + QLatin1Char('\n') + role + (enforce ? en("!") : QString());
    if (known && taken_.contains(known.get())) {
        // The same bytes stand in another group, too: what holds there need not hold here.
        app = known->parsed;
        known.reset();
    }
    taken_.insert(known.get());
    if (known && known->context == context && known->settles) {
        app = known->settled;
        remembered_.insert(id, known);
        return;
    }
    if (known)
        app = known->parsed;
    app.id = id;
    const App* const stored = world_->app(id);
    Roles roles;
    roles.byDefault = role;
    roles.valid = {role};
    if (!enforce)
        roles.valid.append(settings_.mesosRole);
    if (stored && stored->role)
        roles.valid.append(*stored->role);
    roles.valid.removeDuplicates();
    report_.setBase(pointer);
    const qsizetype before = result_.problems.size();
    const bool settled = settle(app, settings_, roles, group, report_);
    if (settled)
        checkConversion(app, report_);
    report_.setBase(QString());
    if (!known || !settled || result_.problems.size() != before)
        return;
    known->context = context;
    known->settled = app;
    known->settles = true;
    known->sound = known->advised = false;
    remembered_.insert(id, known);
}

void Validation::checkGroup(const GroupUpdate& update, const PathId& base, bool services, const QString& path) {
    const PathId id = pathOf(update, base);
    const int given = (update.id ? 1 : 0) + (update.apps ? 1 : 0) + (update.groups ? 1 : 0) +
                      (update.dependencies ? 1 : 0) + (update.scaleBy ? 1 : 0) + (update.version ? 1 : 0) +
                      (update.enforceRole ? 1 : 0);
    if (update.version && given > 1)
        report_.add(path + en("/version"), en("not allowed in conjunction with other properties."));
    if (update.scaleBy && given > 1)
        report_.add(path + en("/scaleBy"), en("not allowed in conjunction with other properties."));
    static const QStringList reserved{en("restart"), en("tasks"), en("versions"), en("."), en("..")};
    const PathId written = update.id ? PathId::parse(*update.id) : PathId();
    if (!written.segments.isEmpty() && reserved.contains(written.segments.last()))
        report_.add(path + en("/id"),
                    en("must not end with any of the following reserved keywords: restart, tasks, versions, ., .."));
    if (id.segments.size() != 1 && update.enforceRole.value_or(false))
        report_.add(path + en("/enforceRole"),
                    QStringLiteral("enforceRole can only be set for top-level groups, and %1 is not top-level")
                        .arg(id.toString()));
    static const std::vector<App> none;
    const std::vector<App>& apps = update.apps ? *update.apps : none;
    const QString prefix = id.isRoot() ? en("/") : id.toString() + QLatin1Char('/');
    for (size_t i = 0; i < apps.size(); ++i) {
        if (!apps[i].id->startsWith(prefix) || apps[i].id->indexOf(QLatin1Char('/'), prefix.size()) >= 0)
            report_.add(QStringLiteral("%1/apps(%2)/id").arg(path).arg(i),
                        QStringLiteral("Identifier is not child of '%1'").arg(id.toString()),
                        pointers_.value(*apps[i].id) + en("/id"));
    }
    const bool top = id.segments.size() == 1;
    const bool asStored = options_.groupAsSent && path.isEmpty() && !(top && enforceGiven_);
    if (services && update.id && world_->hasGroup(id) && !asStored) {
        const Maybe<bool> stored = top ? Maybe<bool>(world_->enforces(id.segments.first())) : std::nullopt;
        if (update.enforceRole != stored)
            report_.add(
                path + en("/enforceRole"),
                en("enforceRole cannot be modified in a request that adds, removes or modifies services; please make "
                   "these changes in separate requests."));
    }
    for (size_t i = 0; update.groups && i < update.groups->size(); ++i)
        checkGroup((*update.groups)[i], id, services, QStringLiteral("%1/groups(%2)").arg(path).arg(i));
}

/// Makes the group's apps what the update says, within all_.
void Validation::applyGroup(const GroupUpdate& update, const PathId& path, const QString& pointer) {
    groups_.insert(path.toString());
    if (update.apps) {
        QHash<QString, size_t> last; // of an app named twice the last one counts
        for (size_t i = 0; i < update.apps->size(); ++i)
            last.insert(*(*update.apps)[i].id, i);
        std::erase_if(
            all_, [&](const App& app) { return PathId::parse(*app.id).parent() == path || last.contains(*app.id); });
        all_.reserve(all_.size() + update.apps->size());
        for (size_t i = 0; i < update.apps->size(); ++i) {
            const App& app = (*update.apps)[i];
            if (last.value(*app.id) != i)
                continue;
            all_.push_back(app);
            if (update.dependencies) {
                QStringList dependencies = app.dependencies.value_or(QStringList());
                for (const QString& dependency : *update.dependencies)
                    dependencies.append(PathId::parse(dependency).canonical(path).toString());
                all_.back().dependencies = dependencies;
            }
        }
    }
    if (!update.groups)
        return;
    std::erase_if(all_, [&](const App& app) {
        const PathId id = PathId::parse(*app.id);
        if (!path.includes(id) || id.parent() == path)
            return false;
        return std::none_of(update.groups->begin(), update.groups->end(),
                            [&](const GroupUpdate& child) { return pathOf(child, path).includes(id); });
    });
    for (size_t i = 0; i < update.groups->size(); ++i) {
        const GroupUpdate& child = (*update.groups)[i];
        const PathId id = pathOf(child, path);
        const QString at = QStringLiteral("%1/groups/%2").arg(pointer).arg(update.groupIndexes[i]);
        const bool empty = (!child.apps || child.apps->empty()) && (!child.groups || child.groups->empty());
        if (id.parent() == path || !empty)
            applyGroup(child, id, at);
        else
            strays_.append({id.toString(), path.toString(), at});
    }
}

void Validation::finishGroup(const GroupUpdate& update, const PathId& path) {
    all_ = world_->apps();
    applyGroup(update, path, QString());
    checkRoot(all_, pointers_, settings_, *world_, groups_, report_, remembered_, strays_);
    const bool fine = !report_.failed();
    report_.setStage(Stage::DeploymentPlan);
    int index = 0;
    for (const App& app : all_) {
        const auto pointer = pointers_.constFind(*app.id);
        if (pointer == pointers_.cend())
            continue;
        report_.setBase(*pointer);
        const App* const before = world_->app(*app.id);
        if (fine && before)
            checkPlan(*before, app, index, report_);
        ++index;
        result_.apps.push_back(app);
    }
    adviseAll(result_.apps);
    QSet<QString> left;
    for (const App& app : all_)
        left.insert(*app.id);
    for (const App& app : world_->apps()) {
        if (!left.contains(*app.id))
            result_.removed.append(*app.id);
    }
}

void Validation::adviseAll(const std::vector<App>& apps) {
    if (!options_.advice)
        return;
    report_.setStage(Stage::Advice);
    for (const App& app : apps) {
        const Memory::EntryPtr known = remembered_.value(*app.id);
        QList<Problem> own;
        if (known && known->advised) {
            own = known->advice;
        } else {
            Report inner(&own);
            advise(app, inner);
        }
        report_.setBase(pointers_.value(*app.id));
        for (const Problem& problem : std::as_const(own))
            report_.warn(problem.path, problem.message, problem.pointer, problem.fix);
        if (known) {
            known->advised = true;
            known->advice = own;
        }
    }
    report_.setBase(QString());
}

} // namespace

std::optional<Request> Request::of(const QString& method, const QString& path) {
    const QUrl url(path);
    const QUrlQuery query(url);
    const auto isTrue = [&](const char* name, bool byDefault) {
        const QString value = query.queryItemValue(QLatin1String(name));
        return value.isNull() || value.isEmpty() ? byDefault
                                                 : value.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
    };
    const QString where = url.path();
    const bool apps = where == QLatin1String("/v2/apps") || where.startsWith(QLatin1String("/v2/apps/"));
    const bool groups = where == QLatin1String("/v2/groups") || where.startsWith(QLatin1String("/v2/groups/"));
    if (!apps && !groups)
        return std::nullopt;
    Request request;
    request.force = isTrue("force", false);
    request.id = where.mid(apps ? 8 : 10);
    if (request.id.isEmpty())
        request.id = en("/");
    const bool one = request.id != QLatin1String("/");
    const bool partial = isTrue("partialUpdate", true);
    if (method == QLatin1String("POST"))
        request.kind = apps ? Kind::PostApp : Kind::PostGroup;
    else if (method == QLatin1String("PUT"))
        request.kind = groups ? Kind::PutGroup
                       : one  ? (partial ? Kind::PutApp : Kind::ReplaceApp)
                              : (partial ? Kind::PutApps : Kind::ReplaceApps);
    else if (method == QLatin1String("PATCH"))
        request.kind = groups ? Kind::PatchGroup : one ? Kind::PatchApp : Kind::PatchApps;
    else
        return std::nullopt;
    return request;
}

std::shared_ptr<const World> World::of(const QList<QByteArray>& apps, const Settings& settings,
                                       const QSet<QString>& enforcing, const QStringList& pods) {
    auto world = std::make_shared<World>();
    world->enforcing_ = enforcing;
    world->pods_ = pods;
    for (const QString& group : enforcing)
        world->groups_.insert(QLatin1Char('/') + group);
    QList<Problem> ignored;
    for (const QByteArray& text : apps) {
        const JsonTree tree = JsonTree::parse(text);
        if (!tree.isValid())
            continue;
        Report report(&ignored);
        report.setSilent(true);
        App app = parseApp(tree.root(), Reading::Create, QString(), report);
        if (report.failed() || !normaliseDeprecated(app, settings, report))
            continue;
        normaliseRole(app, rolesFor(PathId::parse(*app.id), settings, *world, false));
        normaliseCanonical(app, settings, PathId::root());
        app.upgradeStrategy = effectiveUpgradeStrategy(app);
        for (PathId group = PathId::parse(*app.id).parent(); !group.isRoot(); group = group.parent())
            world->groups_.insert(group.toString());
        world->byId_.insert(*app.id, world->apps_.size());
        world->apps_.push_back(std::move(app));
    }
    return world;
}

const App* World::app(const QString& id) const {
    const auto it = byId_.constFind(id);
    return it == byId_.cend() ? nullptr : &apps_[*it];
}

Result validate(const JsonTree& tree, const Options& options) {
    return Validation(tree, options).run();
}

} // namespace mesoscope::appspec::marathon

// Marathon's validation as the server does it: same stages in the same order, same paths, same texts.
//
// Thread: validate() is a pure function of its arguments; any thread. World is immutable once built.
#pragma once

#include "models/appspec/rules/marathon_memory.h"
#include "models/appspec/rules/marathon_stages.h"
#include "models/appspec/rules/problem.h"

#include <memory>

namespace mesoscope::appspec::marathon {

/// Which request the document is the body of.
struct Request {
    enum class Kind {
        Automatic,   ///< an app: PostApp; an object with apps or groups: PutGroup; a list: ReplaceApps
        PostApp,     ///< POST /v2/apps
        PutApp,      ///< PUT /v2/apps/ID, partial; creates when missing
        ReplaceApp,  ///< PUT /v2/apps/ID?partialUpdate=false
        PatchApp,    ///< PATCH /v2/apps/ID
        PutApps,     ///< PUT /v2/apps, a list of updates
        ReplaceApps, ///< PUT /v2/apps?partialUpdate=false
        PatchApps,   ///< PATCH /v2/apps
        PostGroup,   ///< POST /v2/groups/ID
        PutGroup,    ///< PUT /v2/groups/ID
        PatchGroup   ///< PATCH /v2/groups/ID
    };
    Kind kind = Kind::Automatic;
    QString id = QStringLiteral("/"); ///< of the URL
    bool force = false;

    /// From "PUT" and "/v2/apps/prod/web?force=true"; nothing when it is none of these.
    static std::optional<Request> of(const QString& method, const QString& path);
};

/// The apps and groups that are there already.
class World {
public:
    /// Apps as sent or as GET returns them; what cannot be read is left out. Enforcing groups by their top-level name.
    static std::shared_ptr<const World> of(const QList<QByteArray>& apps, const Settings& settings,
                                           const QSet<QString>& enforcingGroups = {}, const QStringList& pods = {});
    const App* app(const QString& id) const;
    const std::vector<App>& apps() const { return apps_; }
    bool hasGroup(const PathId& id) const { return groups_.contains(id.toString()); }
    const QStringList& pods() const { return pods_; }
    bool enforces(const QString& topLevel) const { return enforcing_.contains(topLevel); }

private:
    std::vector<App> apps_;
    QHash<QString, size_t> byId_;
    QSet<QString> groups_;
    QSet<QString> enforcing_;
    QStringList pods_;
};

/// A group that an update names elsewhere than below its parent; allowed only when apps come with it.
struct StrayGroup {
    QString id;
    QString parent;
    QString pointer; ///< in the document
};

struct Options {
    Settings settings;
    Request request;
    std::shared_ptr<const World> world;
    bool advice = true; ///< also the console's own warnings
    /// The body of a group is sent as the console does: the id of a nested one in the URL alone, enforceRole as it is
    /// stored where the document does not say it.
    bool groupAsSent = false;
    /// For groups that are validated again and again; may be null. Must have seen no other world and no other settings.
    Memory* memory = nullptr;
};

struct Result {
    bool valid = true; ///< no error; warnings do not count
    QList<Problem> problems;
    std::vector<App> apps; ///< what would be stored, when valid
    QStringList removed;   ///< apps of the world that a group without them destroys
};

/// Validates the document. A tree that is not JSON gives its syntax error and nothing else.
Result validate(const JsonTree& tree, const Options& options = {});

/// The whole-tree rules: cycles, ids of apps and groups, volume names, other apps that are no longer accepted.
/// `changed` holds the ids that the request writes; `pointers` where they stand in the document. `remembered`: what is
/// known of apps, by id.
void checkRoot(const std::vector<App>& all, const QHash<QString, QString>& pointers, const Settings& settings,
               const World& world, const QSet<QString>& createdGroups, Report& report,
               const QHash<QString, Memory::EntryPtr>& remembered = {}, const QList<StrayGroup>& strays = {});
/// Rules about updates of apps with persistent volumes.
void checkPlan(const App& before, const App& after, int index, Report& report);
Roles rolesFor(const PathId& app, const Settings& settings, const World& world, bool force);

} // namespace mesoscope::appspec::marathon

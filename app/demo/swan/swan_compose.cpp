// Several apps out of one compose file: each is created when those that it needs have started, and all go together.
#include "app/demo/marathon/path_id.h"
#include "app/demo/marathon/time_text.h"
#include "app/demo/swan/answers.h"
#include "app/demo/swan/swan.h"

#include <algorithm>
#include <cstdio>

namespace mesoscope::demo::swan {

using marathon::textOf;

Json Swan::composeJson(const Compose& compose) const {
    const ComposeWish& wish = compose.wish;
    const auto mapOf = [](const std::map<std::string, std::string>& pairs) {
        Json out = Json::object();
        for (const auto& [key, value] : pairs)
            out[key] = value;
        return out;
    };
    return Json{{"id", compose.id},
                {"name", wish.name},
                {"run_as", wish.runAs},
                {"cluster", wish.cluster},
                {"display_name", wish.name + "." + wish.runAs + "." + wish.cluster},
                {"desc", wish.description},
                {"op_status", compose.operation},
                {"errmsg", compose.errmsg},
                {"created_at", timeText(compose.created)},
                {"updated_at", timeText(compose.updated)},
                {"labels", mapOf(wish.labels)},
                {"yaml_raw", compose.yaml},
                {"yaml_env", mapOf(wish.environment)},
                {"ComposeV3", shownCompose(compose.file)}};
}

Swan::Compose& Swan::findCompose(const std::string& idOrName) {
    for (auto& [id, compose] : composes_)
        if (id == idOrName || compose.wish.name == idOrName)
            return compose;
    throw Refusal{404, "compose app not found"};
}

std::vector<Swan::App*> Swan::appsOf(const Compose& compose) {
    std::vector<App*> out;
    for (const auto& [id, app] : apps_)
        if (id == app->name + "." + compose.wish.name + "." + compose.wish.runAs + "." + compose.wish.cluster)
            out.push_back(app.get());
    return out;
}

Response Swan::composeRoute(const Request& request, const std::vector<std::string>& path,
                            const marathon::Query& query) {
    const std::string& method = request.method;
    if (path.size() == 2)
        return method == "GET"    ? listComposes(query)
               : method == "POST" ? createCompose(request, query)
                                  : notFoundPage();
    if (path.size() == 3 && path[2] == "parse" && method == "POST") {
        const ComposeFile file = readCompose(request.body, {});
        Json names = Json::array();
        for (const ComposeService& service : file.services)
            names.push_back(service.name);
        std::sort(names.begin(), names.end());
        return json(200, Json{{"services", names}, {"variables", file.variables}});
    }
    Compose& compose = findCompose(marathon::percentDecode(path[2], false));
    if (path.size() == 3 && method == "DELETE")
        return deleteCompose(compose);
    if (method != "GET")
        return notFoundPage();
    if (path.size() == 4 && path[3] == "dependency")
        return json(200, dependenciesOf(compose.file));
    if (path.size() == 5 && path[3] == "debug" && path[4] == "versions") {
        Json versions = Json::object();
        for (const ComposeService& service : compose.file.services)
            versions[service.name] = shownVersion(service, std::to_string(++lastVersion_));
        return json(200, versions);
    }
    if (path.size() != 3)
        return notFoundPage();
    Json body = composeJson(compose);
    body["apps"] = Json::array();
    for (const App* app : appsOf(compose))
        body["apps"].push_back(appJson(*app));
    return json(200, body);
}

Response Swan::listComposes(const marathon::Query& query) {
    std::vector<const Compose*> newestFirst;
    for (const auto& [id, compose] : composes_) {
        const bool wanted = std::all_of(query.pairs().begin(), query.pairs().end(), [&](const auto& pair) {
            const auto label = compose.wish.labels.find(pair.first);
            return label != compose.wish.labels.end() && label->second == pair.second;
        });
        if (wanted)
            newestFirst.push_back(&compose);
    }
    std::stable_sort(newestFirst.begin(), newestFirst.end(),
                     [](const Compose* a, const Compose* b) { return a->created > b->created; });
    Json list = Json::array();
    for (const Compose* compose : newestFirst)
        list.push_back(composeJson(*compose));
    return json(200, list);
}

Response Swan::createCompose(const Request& request, const marathon::Query& query) {
    ComposeWish wish{query.value("name"),
                     query.value("runas"),
                     query.value("cluster").empty() ? options_.cluster : query.value("cluster"),
                     query.value("desc"),
                     pairsOf(query.value("envs")),
                     pairsOf(query.value("labels"))};
    // A form's body is eaten before anybody reads it.
    const bool eaten = request.header("content-type") == "application/x-www-form-urlencoded";
    Compose compose;
    compose.file = readCompose(eaten ? std::string() : request.body, wish);
    for (const auto& [id, other] : composes_)
        if (other.wish.name == wish.name)
            throw Refusal{409, "compose " + wish.name + " already exists"};
    for (const ComposeService& service : compose.file.services)
        checkVersion(service.version);
    char id[24];
    std::snprintf(id, sizeof id, "%016llx",
                  static_cast<unsigned long long>((++serial_ + 1234) * 0x9e3779b97f4a7c15ULL));
    compose.id = id;
    compose.wish = std::move(wish);
    compose.yaml = request.body;
    compose.operation = "creating";
    compose.created = compose.updated = world_.now();
    Compose& stored = composes_[compose.id] = std::move(compose);
    continueCompose(stored);
    return json(201, Json{{"id", stored.id}});
}

/// The next service, once those before it have started.
void Swan::continueCompose(Compose& compose) {
    if (compose.operation != "creating")
        return;
    const std::vector<App*> present = appsOf(compose);
    if (std::any_of(present.begin(), present.end(), [](const App* app) { return app->operation != "noop"; }))
        return;
    if (compose.next < compose.file.services.size()) {
        const Json& version = compose.file.services[compose.next++].version;
        try {
            launchApp(version, compose.wish.name);
        } catch (const Refusal& refusal) {
            compose.errmsg = refusal.text;
            compose.next = compose.file.services.size();
        }
        if (compose.errmsg.empty())
            return;
    }
    compose.operation = "noop";
    compose.updated = world_.now();
}

Response Swan::deleteCompose(Compose& compose) {
    compose.operation = "deleting";
    compose.updated = world_.now();
    for (App* app : appsOf(compose))
        removeApp(*app);
    if (appsOf(compose).empty())
        composes_.erase(compose.id);
    return empty(204);
}

/// An app has ended what it did, or is gone.
void Swan::tellComposes() {
    for (auto it = composes_.begin(); it != composes_.end();) {
        Compose& compose = it->second;
        if (compose.operation == "deleting" && appsOf(compose).empty()) {
            it = composes_.erase(it);
            continue;
        }
        continueCompose(compose);
        ++it;
    }
}

} // namespace mesoscope::demo::swan

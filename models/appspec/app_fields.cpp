#include "models/appspec/app_fields.h"

#include "models/appspec/document.h"
#include "models/appspec/rules/server_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>

namespace mesoscope::appspec {
namespace {

using Kind = JsonValue::Kind;

std::string canonicalNumber(const JsonValue& value) {
    const double number = value.toDouble();
    char buffer[40];
    if (number == std::floor(number) && std::fabs(number) < 1e15)
        return std::to_string(static_cast<long long>(number));
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr};
}

std::string canonicalString(const JsonValue& value) {
    const std::string_view raw = value.raw();
    return raw.find('\\') == raw.npos ? std::string(raw) : quoted(value.toString()).toStdString();
}

void canonical(const JsonValue& value, std::string& out) {
    switch (value.kind()) {
    case Kind::Number:
        out += canonicalNumber(value);
        return;
    case Kind::String:
        out += canonicalString(value);
        return;
    case Kind::Array: {
        out += '[';
        for (JsonValue child = value.firstChild(); child.isValid(); child = child.next()) {
            if (out.back() != '[')
                out += ',';
            canonical(child, out);
        }
        out += ']';
        return;
    }
    case Kind::Object: {
        std::vector<std::pair<std::string, JsonValue>> members;
        for (JsonValue child = value.firstChild(); child.isValid(); child = child.next()) {
            if (!child.isShadowed() && !child.isNull())
                members.emplace_back(child.key().toStdString(), child);
        }
        std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        out += '{';
        for (const auto& [key, child] : members) {
            if (out.back() != '{')
                out += ',';
            out += '"' + key + "\":";
            canonical(child, out);
        }
        out += '}';
        return;
    }
    default:
        out += value.raw();
    }
}

/// Defaults by path; * stands for a list element's name. Equal to the default is as good as absent.
struct Default {
    const char* path;
    const char* value;
};

constexpr std::array defaults{
    Default{"/instances", "1"},
    Default{"/cpus", "1"},
    Default{"/mem", "128"},
    Default{"/disk", "0"},
    Default{"/gpus", "0"},
    Default{"/executor", "\"\""},
    Default{"/requirePorts", "false"},
    Default{"/backoffSeconds", "1"},
    Default{"/backoffFactor", "1.15"},
    Default{"/maxLaunchDelaySeconds", "300"},
    Default{"/killSelection", "\"YOUNGEST_FIRST\""},
    Default{"/role", "\"*\""},
    Default{"/unreachableStrategy/inactiveAfterSeconds", "0"},
    Default{"/unreachableStrategy/expungeAfterSeconds", "0"},
    Default{"/container/type", "\"DOCKER\""},
    Default{"/container/docker/forcePullImage", "false"},
    Default{"/container/docker/privileged", "false"},
    Default{"/container/linuxInfo/seccomp/unconfined", "false"},
    Default{"/container/portMappings/*/containerPort", "0"},
    Default{"/container/portMappings/*/servicePort", "0"},
    Default{"/container/portMappings/*/protocol", "\"tcp\""},
    Default{"/container/volumes/*/persistent/type", "\"root\""},
    Default{"/container/volumes/*/external/shared", "false"},
    Default{"/portDefinitions/*/port", "0"},
    Default{"/portDefinitions/*/protocol", "\"tcp\""},
    Default{"/healthChecks/*/gracePeriodSeconds", "300"},
    Default{"/healthChecks/*/intervalSeconds", "60"},
    Default{"/healthChecks/*/timeoutSeconds", "20"},
    Default{"/healthChecks/*/maxConsecutiveFailures", "3"},
    Default{"/healthChecks/*/delaySeconds", "15"},
    Default{"/healthChecks/*/ipProtocol", "\"IPv4\""},
    Default{"/healthChecks/*/ignoreHttp1xx", "false"},
    Default{"/healthChecks/*/portIndex", "0"},
    Default{"/healthChecks/*/protocol", "\"HTTP\""},
    Default{"/check/intervalSeconds", "60"},
    Default{"/check/timeoutSeconds", "20"},
    Default{"/check/delaySeconds", "15"},
    Default{"/check/http/scheme", "\"HTTP\""},
    Default{"/readinessChecks/*/protocol", "\"HTTP\""},
    Default{"/readinessChecks/*/path", "\"/\""},
    Default{"/readinessChecks/*/intervalSeconds", "30"},
    Default{"/readinessChecks/*/timeoutSeconds", "10"},
    Default{"/readinessChecks/*/httpStatusCodesForReady/200", "200"},
    Default{"/readinessChecks/*/preserveLastResponse", "false"},
    Default{"/fetch/*/extract", "true"},
    Default{"/fetch/*/executable", "false"},
    Default{"/fetch/*/cache", "false"},
    Default{"/upgradeStrategy/minimumHealthCapacity", "1"},
    Default{"/upgradeStrategy/maximumOverCapacity", "1"},
};

const std::unordered_map<std::string_view, std::string_view>& defaultTable() {
    static const auto table = [] {
        std::unordered_map<std::string_view, std::string_view> map;
        for (const Default& d : defaults)
            map.emplace(d.path, d.value);
        return map;
    }();
    return table;
}

std::string textOf(const JsonValue& object, const char* key) {
    const JsonValue value = object.member(key);
    return value.isAbsent()         ? std::string()
           : value.is(Kind::String) ? value.toString().toStdString()
                                    : canonicalNumber(value);
}

/// The name under which a list element is compared.
std::string elementName(std::string_view list, const JsonValue& element, int index) {
    if (!element.is(Kind::Object) && !element.is(Kind::Array)) {
        if (list == "/args")
            return std::to_string(index);
        return element.is(Kind::String) ? element.toString().toStdString() : canonicalNumber(element);
    }
    if (element.is(Kind::Array)) { // a constraint
        std::string name;
        for (JsonValue part = element.firstChild(); part.isValid(); part = part.next())
            name += (name.empty() ? "" : " ") + part.toString().toStdString();
        return name;
    }
    if (list == "/container/volumes")
        return textOf(element, "containerPath");
    if (list == "/fetch")
        return textOf(element, "uri");
    if (list == "/container/docker/parameters")
        return textOf(element, "key") + "=" + textOf(element, "value");
    if (list == "/networks") {
        const std::string mode = textOf(element, "mode");
        return mode.empty() || mode == "container" ? "container " + textOf(element, "name") : mode;
    }
    if (list == "/healthChecks") {
        const std::string protocol = textOf(element, "protocol");
        const std::string port = textOf(element, "port");
        return (protocol.empty() ? std::string("HTTP") : protocol) + (port.empty() ? std::string() : " port " + port) +
               " " + textOf(element, "path");
    }
    const std::string name = textOf(element, "name");
    return name.empty() ? std::to_string(index) : name;
}

class Flattener {
public:
    std::vector<AppField> run(const JsonValue& app) {
        app_ = app;
        for (JsonValue child = app.firstChild(); child.isValid(); child = child.next()) {
            const std::string key(child.rawKey());
            if (child.isShadowed() || child.isNull() || isReadOnlyField(key) || key == "residency")
                continue;
            add(child, "/" + key, "/" + key);
        }
        fillStrategies();
        std::sort(fields_.begin(), fields_.end(), [](const AppField& a, const AppField& b) { return a.path < b.path; });
        return std::move(fields_);
    }

private:
    void add(const JsonValue& value, const std::string& path, const std::string& pattern) {
        if (value.isNull())
            return;
        if (value.is(Kind::Object)) {
            for (JsonValue child = value.firstChild(); child.isValid(); child = child.next()) {
                if (!child.isShadowed()) {
                    const std::string key = "/" + child.key().toStdString();
                    add(child, path + key, pattern + key);
                }
            }
            return;
        }
        if (value.is(Kind::Array)) {
            addList(value, path, pattern);
            return;
        }
        std::string text;
        canonical(value, text);
        leaf(path, pattern, std::move(text), value.node());
    }

    void addList(const JsonValue& list, const std::string& path, const std::string& pattern) {
        // No ports at all is not the same as not saying anything about ports.
        if (list.childCount() == 0 && (path == "/portDefinitions" || path == "/container/portMappings"))
            fields_.push_back({path, "[]", list.node()});
        std::unordered_map<std::string, int> seen;
        int index = 0;
        for (JsonValue child = list.firstChild(); child.isValid(); child = child.next(), ++index) {
            std::string name = elementName(pattern, child, index);
            if (const int times = seen[name]++)
                name += " #" + std::to_string(times + 1);
            const std::string at = path + "/" + name;
            if (child.is(Kind::Array)) {
                std::string text;
                canonical(child, text);
                fields_.push_back({at, std::move(text), child.node()});
                continue;
            }
            // Most elements exist only with what they hold, but a port with nothing but defaults exists, too.
            const size_t before = fields_.size();
            add(child, at, pattern + "/*");
            if (child.is(Kind::Object) && fields_.size() == before && !isDefaultElement(pattern, child))
                fields_.push_back({at, "{}", child.node()});
        }
    }

    static bool isDefaultElement(std::string_view list, const JsonValue& element) {
        if (list == "/networks")
            return textOf(element, "mode") == "host";
        if (list == "/portDefinitions" || list == "/container/portMappings")
            return textOf(element, "name") == "default";
        return false;
    }

    /// What the server drops or fills in.
    void leaf(const std::string& path, const std::string& pattern, std::string text, int node) {
        if (path == "/networks/host/mode" || path == "/portDefinitions/default/name" ||
            path == "/container/portMappings/default/name")
            return;
        if (pattern == "/healthChecks/*/ignoreHttp1xx")
            return;
        // A number the server gave out stands for the 0 that asked for it.
        const bool servicePort =
            pattern == "/portDefinitions/*/port" || pattern == "/container/portMappings/*/servicePort";
        if (servicePort && text.size() == 5 && text >= "10000" && text <= "20000")
            text = "0";
        if (pattern == "/container/portMappings/*/hostPort" && text == "0" && isBridge())
            return;
        if (pattern == "/killSelection" || pattern == "/container/type" || pattern == "/healthChecks/*/protocol")
            std::transform(text.begin(), text.end(), text.begin(),
                           [](unsigned char c) { return char(std::toupper(c)); });
        if (path.rfind("/upgradeStrategy/", 0) == 0) {
            fields_.push_back({path, std::move(text), node});
            return;
        }
        const auto found = defaultTable().find(pattern);
        if (found != defaultTable().end() && found->second == text)
            return;
        if (path == "/unreachableStrategy" && text == "\"disabled\"" && hasVolume("persistent"))
            return;
        fields_.push_back({path, std::move(text), node});
    }

    bool isBridge() const {
        for (JsonValue n = app_.member("networks").firstChild(); n.isValid(); n = n.next()) {
            if (textOf(n, "mode") == "container/bridge")
                return true;
        }
        return false;
    }

    bool hasVolume(const char* kind) const {
        for (JsonValue v = app_.member("container").member("volumes").firstChild(); v.isValid(); v = v.next()) {
            if (!v.member(kind).isAbsent())
                return true;
        }
        return false;
    }

    /// The default strategy depends on the volumes, so it is taken out here.
    void fillStrategies() {
        const bool volumes = hasVolume("persistent") || hasVolume("external");
        const std::string health = volumes ? "0.5" : "1";
        const std::string over = volumes ? "0" : "1";
        std::erase_if(fields_, [&](const AppField& f) {
            return (f.path == "/upgradeStrategy/minimumHealthCapacity" && f.value == health) ||
                   (f.path == "/upgradeStrategy/maximumOverCapacity" && f.value == over) ||
                   (f.path == "/id" && f.value.size() > 2);
        });
    }

    JsonValue app_;
    std::vector<AppField> fields_;
};

QString idOf(const JsonValue& app, const PathId& base) {
    return PathId::parse(app.member("id").toString()).canonical(base).toString();
}

void collectList(const JsonValue& list, const PathId& base, const QString& pointer, std::vector<NamedApp>& out) {
    int index = 0;
    for (JsonValue app = list.firstChild(); app.isValid(); app = app.next())
        out.push_back({idOf(app, base), app, pointer + QLatin1Char('/') + QString::number(index++)});
}

void collectApps(const JsonValue& group, const PathId& base, const QString& pointer, std::vector<NamedApp>& out) {
    const JsonValue id = group.member("id");
    const PathId path = id.is(Kind::String) ? PathId::parse(id.toString()).canonical(base) : base;
    if (group.member("apps").is(Kind::Array))
        collectList(group.member("apps"), path, pointer + QLatin1String("/apps"), out);
    int index = 0;
    for (JsonValue child = group.member("groups").firstChild(); child.isValid(); child = child.next(), ++index) {
        if (out.size() < 1'000'000)
            collectApps(child, path, QStringLiteral("%1/groups/%2").arg(pointer).arg(index), out);
    }
}

} // namespace

std::vector<AppField> fieldsOf(const JsonValue& app) {
    return Flattener().run(app);
}

std::string canonicalJson(const JsonValue& value) {
    std::string out;
    canonical(value, out);
    return out;
}

bool sameJson(const JsonValue& a, const JsonValue& b) {
    if (a.isValid() != b.isValid())
        return false;
    return !a.isValid() || a.raw() == b.raw() || canonicalJson(a) == canonicalJson(b);
}

bool isReadOnlyField(std::string_view name) {
    static constexpr std::array<std::string_view, 12> names{
        "version",     "versionInfo", "tasksStaged",           "tasksRunning",    "tasksHealthy", "tasksUnhealthy",
        "deployments", "tasks",       "readinessCheckResults", "lastTaskFailure", "tasksStats",   "taskStats"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<NamedApp> appsOf(const JsonTree& tree) {
    std::vector<NamedApp> out;
    const JsonValue root = tree.root();
    if (root.is(Kind::Array)) {
        collectList(root, PathId::root(), QString(), out);
    } else if (root.member("apps").is(Kind::Array) || root.member("groups").is(Kind::Array)) {
        collectApps(root, PathId::root(), QString(), out);
    } else if (root.member("app").is(Kind::Object) && root.childCount() == 1) {
        const JsonValue app = root.member("app");
        out.push_back({idOf(app, PathId::root()), app, QStringLiteral("/app")});
    } else if (root.is(Kind::Object)) {
        out.push_back({idOf(root, PathId::root()), root, QString()});
    }
    return out;
}

QByteArray editableDocument(const QByteArray& stored) {
    Document document(layOut(stored, DocumentStyle{}, 0) + '\n');
    const std::shared_ptr<const JsonTree> tree = document.parsed();
    for (JsonValue child = tree->root().firstChild(); child.isValid(); child = child.next()) {
        if (isReadOnlyField(child.rawKey()))
            document.removeValue(QLatin1Char('/') + child.key());
    }
    return document.text();
}

} // namespace mesoscope::appspec

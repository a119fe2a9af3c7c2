// Rules about persistent, external and secret volumes.
#include "app/demo/marathon/app_rules.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace mesoscope::demo::marathon {

namespace {

const char* const labelPattern = "^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$";
const char* const optionPattern = "^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?/[A-Za-z0-9](?:[-A-Za-z0-9\\._:]*[A-Za-z0-9])?$";

std::string mustMatch(const char* pattern) {
    return std::string("must match regular expression '") + pattern + "'";
}

bool isDots(const std::string& path) {
    return path == "." || path == "..";
}

bool isOptionName(const std::string& text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos || !isLabelText(text.substr(0, slash)))
        return false;
    const std::string name = text.substr(slash + 1);
    const auto plain = [](unsigned char c) { return std::isalnum(c) != 0; };
    return !name.empty() && plain(static_cast<unsigned char>(name.front())) &&
           plain(static_cast<unsigned char>(name.back())) &&
           std::all_of(name.begin(), name.end(),
                       [&](unsigned char c) { return plain(c) || c == '-' || c == '.' || c == '_' || c == ':'; });
}

void checkVolumeConstraint(const Json& constraint, const std::string& path, Violations& violations) {
    static const std::set<std::string> operators = {"UNIQUE", "CLUSTER", "GROUP_BY", "LIKE", "UNLIKE", "MAX_PER", "IS"};
    std::vector<std::string> parts;
    std::string joined;
    for (const auto& part : constraint) {
        parts.push_back(part.get<std::string>());
        joined += (joined.empty() ? "" : ",") + parts.back();
    }
    if (parts.empty())
        return violations.add(path, "Missing field and operator");
    if (parts.size() < 3 || parts[0] != "path")
        return violations.add(path, "Unsupported constraint " + joined);
    if (!operators.count(parts[1]))
        return violations.add(path, "unknown constraint operator " + parts[1]);
    if (parts[1] != "LIKE" && parts[1] != "UNLIKE")
        return violations.add(path, "Operator must be one of LIKE, UNLIKE");
    if (!isRegularExpression(parts[2]))
        violations.add(path + "/" + parts[2], "Invalid regular expression");
}

void checkPersistent(const Json& volume, const std::string& path, Violations& violations) {
    const Json& info = volume["persistent"];
    const std::string mount = textOf(volume, "containerPath");
    const std::string type = textOf(info, "type");
    const std::string infoPath = path + "/persistent";
    if (isDots(mount))
        violations.add(path + "/containerPath", "can not be one of (.,..)");
    if (mount.find('/') != std::string::npos)
        violations.add(path + "/containerPath", "value must not contain \"/\"");
    if (textOf(volume, "mode") != "RW")
        violations.add(path + "/mode", "does not equal RW");
    if (numberOf(info, "size") <= 0)
        violations.add(infoPath + "/size", "got 0, expected more than 0");
    for (const auto& constraint : listOf(info, "constraints"))
        checkVolumeConstraint(constraint, infoPath + "/constraints", violations);
    if (member(info, "maxSize") && type != "mount")
        violations.add(infoPath, "Only mount volumes can have maxSize");
    if ((type.empty() || type == "root") && !listOf(info, "constraints").empty())
        violations.add(infoPath, "Constraints on root volumes are not supported");
    if (member(info, "maxSize") && numberOf(info, "maxSize") <= numberOf(info, "size"))
        violations.add(infoPath, "Max size must be larger than size");
}

std::string optionOf(const Json& info, const char* name) {
    const Json* options = member(info, "options");
    return options ? textOf(*options, name) : std::string();
}

void checkRexRay(const Json& info, const std::string& path, Violations& violations) {
    const Json* options = member(info, "options");
    for (const char* name : {"dvdi/volumetype", "dvdi/newfstype"})
        if (options->contains(name) && !isLabelText(optionOf(info, name)))
            violations.add(path + "/\"" + name + "\"", mustMatch(labelPattern));
    if (options->contains("dvdi/iops")) {
        const std::string value = optionOf(info, "dvdi/iops");
        const bool digits =
            !value.empty() && std::all_of(value.begin(), value.end(), [](unsigned char c) { return std::isdigit(c); });
        if (!digits || !isJavaInt(value) || std::stoi(value) == 0)
            violations.add(path + "/\"dvdi/iops\"", "Expected a valid, positive integer instead of " + value);
    }
    if (options->contains("dvdi/overwritefs") && optionOf(info, "dvdi/overwritefs") != "true")
        violations.add(path + "/\"dvdi/overwritefs\"", "Expected a valid boolean");
}

/// What the provider says about the volume, once it is known to be dvdi.
void checkDvdiProvider(const Json& info, const std::string& path, Violations& violations) {
    if (!member(info, "name"))
        violations.add(path + "/name", "not defined");
    const std::string driver = optionOf(info, "dvdi/driver");
    const Json* options = member(info, "options");
    if (!options || !options->contains("dvdi/driver"))
        violations.add(path + "/options(\"dvdi/driver\")", "not defined");
    else if (!isLabelText(driver))
        violations.add(path + "/options(\"dvdi/driver\")", mustMatch(labelPattern));
    if (driver == "rexray")
        checkRexRay(info, path + "/options", violations);
}

/// Once from the volume's and once from the app's rules.
void checkDvdiEngine(const Json& app, const Json& volume, const std::string& path, Violations& violations) {
    const Json& info = volume["external"];
    if (isDots(textOf(volume, "containerPath")))
        violations.add(path + "/containerPath", "can not be one of (.,..)");
    if (isMesosEngine(app)) {
        if (textOf(volume, "mode") != "RW")
            violations.add(path + "/mode", "does not equal RW");
        return;
    }
    const Json* options = member(info, "options");
    const bool others = options && std::any_of(options->items().begin(), options->items().end(),
                                               [](const auto& item) { return item.key() != "dvdi/driver"; });
    if (others)
        violations.add(path + "/external/options", "must only contain dvdi/driver");
    if (member(info, "size"))
        violations.add(path + "/external/size", "must be undefined for Docker containers");
}

bool isCsi(const Json& info) {
    const Json* options = member(info, "options");
    return textOf(info, "provider") == "csi" && options && options->contains("capability") &&
           (*options)["capability"].is_object();
}

void checkExternal(const Json& app, const Json& volume, const std::string& path, const MarathonOptions& options,
                   Violations& violations) {
    const Json& info = volume["external"];
    const std::string provider = textOf(info, "provider");
    if (!isCsi(info)) {
        if (textOf(info, "name").empty())
            violations.add(path + "/external/name", "must not be empty");
        if (!member(info, "provider"))
            violations.add(path + "/external/provider", "not defined");
        else if (!isLabelText(provider))
            violations.add(path + "/external/provider", mustMatch(labelPattern));
        if (const Json* map = member(info, "options"))
            for (const auto& item : map->items())
                if (!isOptionName(item.key()))
                    violations.add(path + "/external/options/keys", mustMatch(optionPattern));
    }
    if (provider == "dvdi") {
        checkDvdiProvider(info, path + "/external", violations);
        checkDvdiEngine(app, volume, path, violations);
    } else if (!provider.empty() && provider != "csi") {
        violations.add(path + "/external/provider", "is unknown provider");
    }
    if (!options.enabledFeatures.count("external_volumes"))
        violations.add(path, featureMissing("external_volumes"));
}

void checkDvdiApp(const Json& app, Violations& violations) {
    const Json& volumes = listOf(app["container"], "volumes");
    std::map<std::string, int> names;
    bool any = false;
    for (std::size_t i = 0; i < volumes.size(); ++i) {
        const Json* info = member(volumes[i], "external");
        if (!info || textOf(*info, "provider") != "dvdi")
            continue;
        any = true;
        if (member(*info, "name") && !(*info)["shared"].get<bool>())
            ++names[textOf(*info, "name")];
        checkDvdiEngine(app, volumes[i], indexedPath("/container/volumes", i), violations);
    }
    if (!any)
        return;
    for (const auto& [name, uses] : names)
        if (uses > 1)
            violations.add("/", "Requested DVDI volume '" + name + "' is declared more than once within app " +
                                    textOf(app, "id"));
    if (numberOf(app, "instances") > 1)
        violations.add("/", "Number of instances is limited to 1 when declaring DVDI volumes in app [App(" +
                                textOf(app, "id") + ").id]");
    const Json* strategy = member(app, "upgradeStrategy");
    if (strategy && numberOf(*strategy, "maximumOverCapacity") != 0)
        violations.add("/upgradeStrategy/maximumOverCapacity",
                       "got " + javaDouble(numberOf(*strategy, "maximumOverCapacity")) + ", expected 0.0");
}

void checkUniqueNames(const Json& volumes, Violations& violations) {
    std::set<std::string> names;
    for (const auto& volume : volumes)
        if (const Json* name = member(volume, "external", "name"))
            if (!names.insert(name->get<std::string>()).second)
                return violations.add("/container/volumes", "Volume names must be unique");
}

} // namespace

void checkVolumes(const Json& app, const MarathonOptions& options, Violations& violations) {
    const Json& volumes = listOf(app["container"], "volumes");
    checkUniqueNames(volumes, violations);
    bool secretVolumes = false;
    for (std::size_t i = 0; i < volumes.size(); ++i) {
        const std::string path = indexedPath("/container/volumes", i);
        if (volumes[i].contains("persistent"))
            checkPersistent(volumes[i], path, violations);
        else if (volumes[i].contains("external"))
            checkExternal(app, volumes[i], path, options, violations);
        if (!volumes[i].contains("secret"))
            continue;
        secretVolumes = true;
        const Json* secrets = member(app, "secrets");
        if (!secrets || !secrets->contains(textOf(volumes[i], "secret")))
            violations.add(path, "volume.secret must refer to an existing secret");
    }
    if (secretVolumes && !options.enabledFeatures.count("secrets")) {
        violations.add("/container/secretVolumes(container)", "must be empty");
        violations.add("/container/secretVolumes(container)", featureMissing("secrets"));
    }
    checkDvdiApp(app, violations);
}

} // namespace mesoscope::demo::marathon

#include "models/appspec/rules/marathon_stages.h"

#include <QCoreApplication>

#include <algorithm>

namespace mesoscope::appspec::marathon {
namespace {

QString en(const char* text) {
    return QString::fromLatin1(text);
}
QString at(const char* path, qsizetype index) {
    return QStringLiteral("%1(%2)").arg(QLatin1String(path)).arg(index);
}
QString fixLabel(const char* text) {
    return QCoreApplication::translate("appspec", text);
}

QString featureText(const char* feature) {
    return QStringLiteral("Feature %1 is not enabled. Enable with --enable_features %1)").arg(QLatin1String(feature));
}

const char* const labelPattern = "^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$";
const char* const optionKeyPattern = "^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?/[A-Za-z0-9](?:[-A-Za-z0-9\\._:]*[A-Za-z0-9])?$";

QString mustMatch(const char* pattern) {
    return QStringLiteral("must match regular expression '%1'").arg(QLatin1String(pattern));
}

bool isOptionKey(const QString& key) {
    const qsizetype slash = key.indexOf(QLatin1Char('/'));
    if (slash < 0 || !isServerName(QStringView(key).left(slash)))
        return false;
    const QStringView name = QStringView(key).mid(slash + 1);
    const auto alnum = [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); };
    if (name.isEmpty() || !alnum(name.front()) || !alnum(name.back()))
        return false;
    return std::all_of(name.begin(), name.end(),
                       [&](QChar c) { return alnum(c) || QLatin1String("-._:").contains(c); });
}

template<typename List, typename Key>
bool hasRepeated(const List& list, Key key) {
    QSet<QString> seen;
    for (const auto& item : list) {
        const Maybe<QString> name = key(item);
        if (name && seen.contains(*name))
            return true;
        if (name)
            seen.insert(*name);
    }
    return false;
}

QString got(double value, double expected) {
    return QStringLiteral("got %1, expected %2").arg(serverDouble(value), serverDouble(expected));
}

/// The canonical rules of one app; the members only save passing the same four things around.
class Canonical {
public:
    Canonical(const App& app, const Settings& settings, const Roles& roles, Report& report)
        : app_(app), settings_(settings), roles_(roles), report_(report) {}

    void run() {
        identity();
        command();
        if (app_.container)
            container(*app_.container);
        portDefinitions();
        networks();
        healthChecks();
        readinessChecks();
        artifacts();
        limits();
        secrets();
        environment();
        roles();
        labels();
        upgrade();
        constraints();
        externalApp();
    }

private:
    void identity();
    void dependency(const QString& text, qsizetype index);
    void command();
    void container(const Container& container);
    void pullConfig(const Container& container);
    void portMappings(const std::vector<PortMapping>& mappings);
    void volumes(const Container& container);
    void persistent(const Volume& volume, const QString& path);
    void persistentConstraint(const QStringList& constraint, const QString& path);
    void external(const Container& container, const Volume& volume, const QString& path);
    void dvdi(const ExternalInfo& info, const QString& path);
    void dvdiEngine(const Container& container, const Volume& volume, const QString& path);
    void portDefinitions();
    void networks();
    void healthChecks();
    void readinessChecks();
    void artifacts();
    void limits();
    void limit(const char* name, const Maybe<Limit>& limit, double requested);
    void secrets();
    void environment();
    void roles();
    void roleName(const QString& role);
    void labels();
    void upgrade();
    void constraints();
    QString constraintProblem(const QStringList& constraint) const;
    void externalApp();

    const App& app_;
    const Settings& settings_;
    const Roles& roles_;
    Report& report_;
};

void Canonical::identity() {
    const PathId id = PathId::parse(app_.id.value_or(QString()));
    if (id.isRoot()) {
        report_.add(en("/"), en("must not be root"), en("/id"));
        report_.add(en("/id"), en("Path must contain at least one path element"));
    }
    static const QStringList reserved{en("restart"), en("tasks"), en("versions"), en("."), en("..")};
    if (!id.segments.isEmpty() && reserved.contains(id.segments.last()))
        report_.add(en("/id"),
                    en("must not end with any of the following reserved keywords: restart, tasks, versions, ., .."));
    const QStringList dependencies = app_.dependencies.value_or(QStringList());
    for (qsizetype i = 0; i < dependencies.size(); ++i)
        dependency(dependencies[i], i);
}

void Canonical::dependency(const QString& text, qsizetype index) {
    const PathId id = PathId::parse(text);
    static const QStringList reserved{en("restart"), en("tasks"), en("versions"), en("."), en("..")};
    const QString path = at("/dependencies", index);
    if (!std::all_of(id.segments.begin(), id.segments.end(), [](const QString& s) { return isIdSegment(s); }))
        report_.add(path,
                    QStringLiteral("must fully match regular expression '%1'").arg(QLatin1String(idSegmentPattern)));
    if (!id.segments.isEmpty() && reserved.contains(id.segments.last()))
        report_.add(path,
                    en("must not end with any of the following reserved keywords: restart, tasks, versions, ., .."));
    if (id.absolute && id.canonical(id.parent()).parent() != id.parent())
        report_.add(path, QStringLiteral("Identifier is not child of '%1'").arg(id.parent().toString()));
}

void Canonical::command() {
    const bool cmd = app_.cmd.has_value();
    const bool args = app_.args && !app_.args->isEmpty();
    const bool container =
        app_.container && (app_.container->docker.has_value() || app_.container->type == Engine::Mesos);
    if (cmd == args && (cmd || !container)) {
        std::optional<Fix> fix;
        if (cmd)
            fix = Fix{fixLabel(QT_TRANSLATE_NOOP("appspec", "Remove args")), en("/args"), {}};
        report_.add(en("/"), en("AppDefinition must either contain one of 'cmd' or 'args', and/or a 'container'."),
                    cmd ? en("/args") : QString::fromLatin1(""), fix);
    }
    if (cmd && app_.cmd->size() <= 1)
        report_.add(en("/"), en("must not be an empty string"), en("/cmd"));
}

void Canonical::container(const Container& container) {
    if (container.portMappings)
        portMappings(*container.portMappings);
    volumes(container);
    if (container.type == Engine::Docker && !container.docker)
        report_.add(en("/container/docker"), en("not defined"));
    if (container.docker && container.docker->pullSecret)
        pullConfig(container);
}

void Canonical::pullConfig(const Container& container) {
    const QString path = en("/container/docker/pullConfig");
    if (container.type == Engine::Docker) {
        report_.add(path, en("pullConfig is not supported with Docker containerizer"));
        return;
    }
    if (!settings_.has("secrets")) {
        report_.add(path, en("must be empty"));
        report_.add(path, featureText("secrets"));
    }
    if (!app_.secrets || !app_.secrets->contains(*container.docker->pullSecret))
        report_.add(path, en("pullConfig.secret must refer to an existing secret"));
}

void Canonical::portMappings(const std::vector<PortMapping>& mappings) {
    if (hasRepeated(mappings, [](const PortMapping& m) { return m.name; }))
        report_.add(en("/container/portMappings"), en("Port names must be unique."));
    QStringList names;
    int containers = 0;
    for (const Network& network : app_.networks.value_or(std::vector<Network>{})) {
        containers += network.mode == NetworkMode::Container;
        if (network.name)
            names.append(*network.name);
    }
    for (size_t i = 0; i < mappings.size(); ++i) {
        const PortMapping& mapping = mappings[i];
        const QString path = at("/container/portMappings", qsizetype(i));
        if (containers > 1 && mapping.hostPort && mapping.networkNames.size() != 1)
            report_.add(path, en("networkNames must be a single item list when hostPort is specified and more than 1 "
                                 "container network is defined"));
        for (qsizetype j = 0; j < mapping.networkNames.size(); ++j) {
            if (!names.contains(mapping.networkNames[j]))
                report_.add(QStringLiteral("%1/networkNames(%2)").arg(path).arg(j),
                            QStringLiteral("is not one of (%1)").arg(names.join(QLatin1Char(','))));
        }
    }
}

void Canonical::volumes(const Container& container) {
    if (hasRepeated(container.volumes, [](const Volume& v) -> Maybe<QString> {
            return v.kind == Volume::Kind::External ? v.external.name : std::nullopt;
        }))
        report_.add(en("/container/volumes"), en("Volume names must be unique"));
    for (size_t i = 0; i < container.volumes.size(); ++i) {
        const Volume& volume = container.volumes[i];
        const QString path = at("/container/volumes", qsizetype(i));
        switch (volume.kind) {
        case Volume::Kind::Persistent:
            persistent(volume, path);
            break;
        case Volume::Kind::External:
            external(container, volume, path);
            break;
        case Volume::Kind::Secret:
            if (!app_.secrets || !app_.secrets->contains(volume.secret))
                report_.add(path, en("volume.secret must refer to an existing secret"));
            break;
        case Volume::Kind::Host:
            break;
        }
    }
    if (container.has(Volume::Kind::Secret) && !settings_.has("secrets")) {
        const QString path = en("/container/secretVolumes(container)");
        report_.add(path, en("must be empty"), en("/container/volumes"));
        report_.add(path, featureText("secrets"), en("/container/volumes"));
    }
}

void Canonical::persistent(const Volume& volume, const QString& path) {
    const PersistentInfo& info = volume.persistent;
    const QString pointer = pointerOfPath(path);
    if (volume.containerPath == QLatin1String(".") || volume.containerPath == QLatin1String(".."))
        report_.add(path + en("/containerPath"), en("can not be one of (.,..)"));
    if (volume.containerPath.contains(QLatin1Char('/')))
        report_.add(path + en("/containerPath"), en("value must not contain \"/\""));
    if (volume.readOnly)
        report_.add(path + en("/mode"), en("does not equal RW"), pointer + en("/mode"),
                    Fix{fixLabel(QT_TRANSLATE_NOOP("appspec", "Use RW")), pointer + en("/mode"), "\"RW\""});
    if (info.size <= 0)
        report_.add(path + en("/persistent/size"), en("got 0, expected more than 0"));
    const bool root = !info.type || *info.type == QLatin1String("root");
    if (info.maxSize && !(info.type && *info.type == QLatin1String("mount")))
        report_.add(path + en("/persistent"), en("Only mount volumes can have maxSize"),
                    pointer + en("/persistent/maxSize"));
    if (root && !info.constraints.empty())
        report_.add(path + en("/persistent"), en("Constraints on root volumes are not supported"),
                    pointer + en("/persistent/constraints"));
    if (info.maxSize && *info.maxSize <= info.size)
        report_.add(path + en("/persistent"), en("Max size must be larger than size"),
                    pointer + en("/persistent/maxSize"));
    for (const QStringList& constraint : info.constraints)
        persistentConstraint(constraint, path + en("/persistent/constraints"));
}

void Canonical::persistentConstraint(const QStringList& c, const QString& path) {
    static const QStringList operators{en("UNIQUE"), en("CLUSTER"), en("GROUP_BY"), en("LIKE"),
                                       en("UNLIKE"), en("MAX_PER"), en("IS")};
    const QString pointer = pointerOfPath(path);
    if (c.isEmpty()) {
        report_.add(path, en("Missing field and operator"));
    } else if (c.size() < 3 || c[0] != QLatin1String("path")) {
        report_.add(path, QStringLiteral("Unsupported constraint %1").arg(c.join(QLatin1Char(','))));
    } else if (!operators.contains(c[1])) {
        report_.add(path, QStringLiteral("unknown constraint operator %1").arg(c[1]));
    } else if (c[1] != QLatin1String("LIKE") && c[1] != QLatin1String("UNLIKE")) {
        report_.add(path, en("Operator must be one of LIKE, UNLIKE"));
    } else if (!isServerRegex(c[2])) {
        report_.add(path + QLatin1Char('/') + c[2], en("Invalid regular expression"), pointer);
    }
}

void Canonical::external(const Container& container, const Volume& volume, const QString& path) {
    const ExternalInfo& info = volume.external;
    const QString where = path + en("/external");
    if (!info.csi) {
        if (!info.name)
            report_.add(where + en("/name"), en("must not be empty"));
        if (!info.provider)
            report_.add(where + en("/provider"), en("not defined"));
        else if (!isServerName(*info.provider))
            report_.add(where + en("/provider"), mustMatch(labelPattern));
        for (auto it = info.options.begin(); it != info.options.end(); ++it) {
            if (!isOptionKey(it.key()))
                report_.add(where + en("/options/keys"), mustMatch(optionKeyPattern),
                            pointerOfPath(where) + en("/options/") + pointerToken(it.key()));
        }
    }
    if (info.provider && *info.provider == QLatin1String("dvdi")) {
        dvdi(info, where);
        dvdiEngine(container, volume, path);
    } else if (info.provider && *info.provider != QLatin1String("csi")) {
        report_.add(where + en("/provider"), en("is unknown provider"));
    }
    if (!settings_.has("external_volumes"))
        report_.add(path, featureText("external_volumes"));
}

void Canonical::dvdi(const ExternalInfo& info, const QString& where) {
    const QString options = pointerOfPath(where) + en("/options");
    if (!info.name)
        report_.add(where + en("/name"), en("not defined"));
    else if (info.name->isEmpty())
        report_.add(where + en("/name"), en("must not be empty"));
    const auto driver = info.options.constFind(en("dvdi/driver"));
    const QString driverPath = where + en("/options(\"dvdi/driver\")");
    const QString driverPointer = options + en("/dvdi~1driver");
    if (driver == info.options.cend())
        report_.add(driverPath, en("not defined"), driverPointer);
    else if (!isServerName(*driver))
        report_.add(driverPath, mustMatch(labelPattern), driverPointer);
    if (driver == info.options.cend() || *driver != QLatin1String("rexray"))
        return;
    const auto option = [&](const char* name, auto good, const auto& text) {
        const auto it = info.options.constFind(en("dvdi/") + QLatin1String(name));
        if (it != info.options.cend() && !good(*it))
            report_.add(where + en("/options/\"dvdi/") + QLatin1String(name) + QLatin1Char('"'), text(*it),
                        options + en("/dvdi~1") + QLatin1String(name));
    };
    const auto label = [](const QString&) { return mustMatch(labelPattern); };
    const auto isLabel = [](const QString& v) { return isServerName(v); };
    option("volumetype", isLabel, label);
    option("newfstype", isLabel, label);
    option(
        "iops", [](const QString& v) { return !v.startsWith(QLatin1Char(' ')) && v.toLongLong() > 0; },
        [](const QString& v) { return QStringLiteral("Expected a valid, positive integer instead of %1").arg(v); });
    option(
        "overwritefs", [](const QString& v) { return v.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0; },
        [](const QString&) { return en("Expected a valid boolean"); });
}

void Canonical::dvdiEngine(const Container& container, const Volume& volume, const QString& path) {
    const QString pointer = pointerOfPath(path);
    if (volume.containerPath == QLatin1String(".") || volume.containerPath == QLatin1String(".."))
        report_.add(path + en("/containerPath"), en("can not be one of (.,..)"));
    if (container.type == Engine::Mesos) {
        if (volume.readOnly)
            report_.add(path + en("/mode"), en("does not equal RW"), pointer + en("/mode"),
                        Fix{fixLabel(QT_TRANSLATE_NOOP("appspec", "Use RW")), pointer + en("/mode"), "\"RW\""});
        return;
    }
    const Labels& options = volume.external.options;
    if (options.size() > (options.contains(en("dvdi/driver")) ? 1 : 0))
        report_.add(path + en("/external/options"), en("must only contain dvdi/driver"));
    if (volume.external.size)
        report_.add(path + en("/external/size"), en("must be undefined for Docker containers"),
                    pointer + en("/external/size"),
                    Fix{fixLabel(QT_TRANSLATE_NOOP("appspec", "Remove size")), pointer + en("/external/size"), {}});
}

void Canonical::portDefinitions() {
    if (!app_.portDefinitions)
        return;
    if (hasRepeated(*app_.portDefinitions, [](const PortDefinition& d) { return d.name; }))
        report_.add(en("/portDefinitions"), en("Port names must be unique."));
    if (hasRepeated(*app_.portDefinitions, [](const PortDefinition& d) -> Maybe<QString> {
            return d.port ? Maybe<QString>(QString::number(d.port)) : std::nullopt;
        }))
        report_.add(en("/portDefinitions"), en("Ports must be unique."));
}

void Canonical::networks() {
    int host = 0, bridge = 0, containers = 0, unnamed = 0;
    bool dressedHost = false, namedBridge = false;
    for (const Network& network : app_.networks.value_or(std::vector<Network>{})) {
        const bool named = network.name && !network.name->isEmpty();
        host += network.mode == NetworkMode::Host;
        bridge += network.mode == NetworkMode::Bridge;
        containers += network.mode == NetworkMode::Container;
        unnamed += network.mode == NetworkMode::Container && !network.name;
        dressedHost |= network.mode == NetworkMode::Host && (named || !network.labels.isEmpty());
        namedBridge |= network.mode == NetworkMode::Bridge && named;
    }
    const QString path = en("/networks");
    if (unnamed > 0 && !settings_.defaultNetworkName)
        report_.add(path, en("Network name must be specified when container network is selected."));
    if (dressedHost)
        report_.add(path, en("Host networks may not have names or labels"));
    if (namedBridge)
        report_.add(path, en("Bridge networks may not have names"));
    if (unnamed > 1 ||
        hasRepeated(app_.networks.value_or(std::vector<Network>{}), [](const Network& n) { return n.name; }))
        report_.add(path, en("Duplicate networks are not allowed"));
    const bool fine = (host <= 1 && !bridge && !containers) || (!host && bridge <= 1 && !containers) ||
                      (!host && !bridge && containers > 0);
    if (!fine)
        report_.add(path,
                    en("May specify a single host network, single bridge network, or else 1-to-n container networks"));
    if (app_.isDocker() && containers > 1)
        report_.add(en("/"), en("may only specify a single container network when using the Docker container engine"),
                    path);
}

void Canonical::healthChecks() {
    const std::vector<HealthCheck> checks = app_.healthChecks.value_or(std::vector<HealthCheck>{});
    const int ports = app_.portCount();
    int mesos = 0;
    for (size_t i = 0; i < checks.size(); ++i) {
        const HealthCheck& check = checks[i];
        const QString path = at("/healthChecks", qsizetype(i));
        const QString pointer = QStringLiteral("/healthChecks/%1").arg(check.written);
        const bool byMarathon =
            check.protocol == Protocol::Http || check.protocol == Protocol::Https || check.protocol == Protocol::Tcp;
        if (!check.command && byMarathon) {
            const bool good = check.portIndex ? *check.portIndex < ports : check.port || ports == 1;
            if (!good) {
                std::optional<Fix> fix;
                if (check.portIndex && ports > 0)
                    fix = Fix{fixLabel(QT_TRANSLATE_NOOP("appspec", "Use port index 0")), pointer + en("/portIndex"),
                              "0"};
                report_.add(path,
                            en("Health check port indices must address an element of the ports array or container port "
                               "mappings."),
                            check.portIndex ? pointer + en("/portIndex") : pointer, fix);
            }
        }
        if (check.ipv6 && !(check.isMesos() && app_.isDocker()))
            report_.add(path,
                        en("IPv6 can only be used for container type DOCKER and Mesos http/https/tcp health checks"),
                        pointer + en("/ipProtocol"));
        // Commands count as Mesos checks and are then taken off again, whatever protocol they claim.
        mesos += (check.command || check.isMesos() || check.protocol == Protocol::Command) - (check.command ? 1 : 0);
    }
    if (mesos > 1)
        report_.add(en("/"), en("AppDefinition can contain at most one Mesos health check"), en("/healthChecks"));
}

void Canonical::readinessChecks() {
    if (!app_.readinessChecks)
        return;
    const auto& checks = *app_.readinessChecks;
    if (checks.size() > 1)
        report_.add(en("/readinessChecks/size"), QStringLiteral("got %1, expected 1 or less").arg(checks.size()),
                    en("/readinessChecks"));
    QSet<QString> names;
    if (app_.container && app_.container->portMappings) {
        for (const PortMapping& mapping : *app_.container->portMappings)
            names.insert(mapping.name.value_or(QString()));
    } else {
        for (const PortDefinition& definition : app_.portDefinitions.value_or(std::vector<PortDefinition>{}))
            names.insert(definition.name.value_or(QString()));
    }
    for (size_t i = 0; i < checks.size(); ++i) {
        const QString path = at("/readinessChecks", qsizetype(i));
        if (!names.contains(checks[i].portName))
            report_.add(path + en("/portName"),
                        QStringLiteral("No port definition reference for portName %1").arg(checks[i].portName));
        if (checks[i].timeout >= checks[i].interval)
            report_.add(path + en("/timeoutSeconds"),
                        QStringLiteral("got %1, expected less than %2").arg(checks[i].timeout).arg(checks[i].interval));
    }
}

void Canonical::artifacts() {
    const std::vector<Artifact> fetch = app_.fetch.value_or(std::vector<Artifact>{});
    for (size_t i = 0; i < fetch.size(); ++i) {
        if (!isServerUri(fetch[i].uri))
            report_.add(at("/fetch", qsizetype(i)) + en("/uri"), en("URI has invalid syntax."));
    }
}

void Canonical::limit(const char* name, const Maybe<Limit>& limit, double requested) {
    if (!limit)
        return;
    const QString path = en("/resourceLimits/") + QLatin1String(name);
    if (limit->text && *limit->text != QLatin1String("unlimited"))
        report_.add(
            path,
            QStringLiteral("'%1' is an invalid resource limit. It must be 'unlimited' or a number").arg(*limit->text),
            path, Fix{fixLabel(QT_TRANSLATE_NOOP("appspec", "Use unlimited")), path, "\"unlimited\""});
    if (!limit->text && limit->number < requested)
        report_.add(path,
                    QStringLiteral("resource limit must be greater than or equal to requested resource (%1)")
                        .arg(serverDouble(requested)),
                    path,
                    Fix{fixLabel(QT_TRANSLATE_NOOP("appspec", "Use the requested amount")), path,
                        serverDouble(requested).toLatin1()});
}

void Canonical::limits() {
    if (app_.resourceLimits) {
        limit("cpus", app_.resourceLimits->cpus, app_.cpusOr());
        limit("mem", app_.resourceLimits->mem, app_.memOr());
    }
    if (app_.gpusOr() <= 0)
        return;
    if (app_.isDocker())
        report_.add(en("/"), en("GPU resources only work with the Mesos containerizer"), en("/gpus"));
    if (!settings_.has("gpu_resources"))
        report_.add(en("/"), featureText("gpu_resources"), en("/gpus"));
}

void Canonical::secrets() {
    if (!app_.secrets || app_.secrets->isEmpty())
        return;
    if (!settings_.has("secrets")) {
        report_.add(en("/secrets"), featureText("secrets"));
        return;
    }
    if (app_.emptySecretKey >= 0)
        report_.add(at("/secrets/keys", app_.emptySecretKey), en("must not be empty"), en("/secrets"));
}

void Canonical::environment() {
    if (!app_.env)
        return;
    if (app_.emptyEnvKey >= 0)
        report_.add(at("/env/keys", app_.emptyEnvKey), en("must not be empty"), en("/env"));
    bool refers = false;
    for (auto it = app_.env->begin(); it != app_.env->end(); ++it) {
        if (!it->secret)
            continue;
        refers = true;
        if (!app_.secrets || !app_.secrets->contains(it->text))
            report_.add(en("/env/") + it.key() + en("/secret"), en("references an undefined secret"),
                        en("/env/") + pointerToken(it.key()) + en("/secret"));
    }
    if (refers && !settings_.has("secrets"))
        report_.add(en("/env"),
                    en("use of secret-references in the environment requires the secrets feature to be enabled"));
}

void Canonical::roleName(const QString& role) {
    const QString path = en("/acceptedResourceRoles");
    if (role.isEmpty())
        report_.add(path, en("A role name must not be \"\"."));
    if (role == QLatin1String(".") || role == QLatin1String(".."))
        report_.add(path, QStringLiteral("A role name must not be \"%1\".").arg(role));
    if (role.startsWith(QLatin1Char('-')))
        report_.add(path, en("A role name must not start with a '-'."));
    static constexpr std::pair<ushort, const char*> bad[]{
        {0x09, "horizontal tab (\\x09)"}, {0x0a, "line feed (\\x0a)"},       {0x0b, "vertical tab (\\x0b)"},
        {0x0c, "form feed (\\x0c)"},      {0x0d, "carriage return (\\x0d)"}, {0x20, "space (\\x20)"},
        {0x2f, "slash (\\x2f)"},          {0x7f, "backspace (\\x7f)"}};
    for (qsizetype i = 0; i < role.size(); ++i) {
        for (const auto& [code, name] : bad) {
            if (role[i].unicode() == code)
                report_.add(at("/acceptedResourceRoles", i),
                            QStringLiteral("A role name must not include a %1 character.").arg(QLatin1String(name)),
                            path);
        }
    }
}

void Canonical::roles() {
    if (app_.role && !roles_.valid.contains(*app_.role))
        report_.add(en("/role"),
                    QStringLiteral("got %1, expected one of: [%2]").arg(*app_.role, roles_.valid.join(en(", "))));
    if (!app_.acceptedResourceRoles)
        return;
    const QStringList accepted = *app_.acceptedResourceRoles;
    const QString path = en("/acceptedResourceRoles");
    if (accepted.isEmpty())
        report_.add(path, en("must not be empty"), path,
                    Fix{fixLabel(QT_TRANSLATE_NOOP("appspec", "Remove it")), path, {}});
    for (const QString& role : accepted)
        roleName(role);
    if (app_.residency && accepted != QStringList(en("*")))
        report_.add(path, en("A resident app must have `acceptedResourceRoles = [\"*\"]`."), path,
                    Fix{fixLabel(QT_TRANSLATE_NOOP("appspec", "Use *")), path, "[\"*\"]"});
    QStringList allowed{en("*")};
    if (app_.role && !allowed.contains(*app_.role))
        allowed.append(*app_.role);
    allowed.sort();
    const bool within =
        std::all_of(accepted.begin(), accepted.end(), [&](const QString& role) { return allowed.contains(role); });
    if (!within)
        report_.add(path, QStringLiteral("acceptedResourceRoles can only contain %1").arg(allowed.join(en(" and "))));
}

void Canonical::labels() {
    const Labels labels = app_.labels.value_or(Labels());
    const QString version = labels.value(en("DCOS_MIGRATION_API_VERSION"));
    if (!version.isEmpty() &&
        (version != QLatin1String("v1") || labels.value(en("DCOS_PACKAGE_FRAMEWORK_NAME")).isEmpty() ||
         labels.value(en("DCOS_MIGRATION_API_PATH")).isEmpty()))
        report_.add(en("/"),
                    en("DCOS_PACKAGE_FRAMEWORK_NAME and DCOS_MIGRATION_API_PATH must be defined when using "
                       "DCOS_MIGRATION_API_VERSION"),
                    en("/labels/DCOS_MIGRATION_API_VERSION"));
    if (app_.isSingleInstance() && app_.instanceCount() > 1)
        report_.add(en("/"), en("Single instance app may only have one instance"), en("/instances"),
                    Fix{fixLabel(QT_TRANSLATE_NOOP("appspec", "Use 1")), en("/instances"), "1"});
}

void Canonical::upgrade() {
    const QString base = en("/upgradeStrategy");
    const auto zero = [&](const char* name, double value) {
        const QString path = base + QLatin1Char('/') + QLatin1String(name);
        if (value != 0)
            report_.add(path, got(value, 0), path, Fix{fixLabel(QT_TRANSLATE_NOOP("appspec", "Use 0")), path, "0"});
    };
    if (app_.upgradeStrategy && app_.isSingleInstance())
        zero("minimumHealthCapacity", app_.upgradeStrategy->minimumHealthCapacity);
    bool noOver = app_.isSingleInstance() || app_.residency;
    if (app_.container) {
        for (const Volume& volume : app_.container->volumes)
            noOver |= volume.kind == Volume::Kind::External && volume.external.provider == en("dvdi");
    }
    if (app_.upgradeStrategy && noOver)
        zero("maximumOverCapacity", app_.upgradeStrategy->maximumOverCapacity);
    if (app_.residency && app_.unreachableStrategy && !app_.unreachableStrategy->disabled)
        report_.add(
            en("/"), en("unreachableStrategy must be disabled for resident tasks"), en("/unreachableStrategy"),
            Fix{fixLabel(QT_TRANSLATE_NOOP("appspec", "Use disabled")), en("/unreachableStrategy"), "\"disabled\""});
}

QString Canonical::constraintProblem(const QStringList& c) const {
    if (c.size() < 2 || c.size() > 3)
        return en("Each constraint must have either 2 or 3 fields");
    if (c[0].isEmpty())
        return en("illegal constraint specification");
    const QString op = c[1].toUpper();
    const bool value = c.size() == 3;
    if (op == QLatin1String("UNIQUE"))
        return value ? en("UNIQUE does not accept a value") : QString();
    if (op == QLatin1String("CLUSTER"))
        return {};
    if (op == QLatin1String("GROUP_BY"))
        return value && !isServerInt(c[2]) ? en("GROUP BY must define an integer value or else no value at all")
                                           : QString();
    if (op == QLatin1String("MAX_PER"))
        return !value || !isServerInt(c[2]) ? en("MAX_PER requires an integer value") : QString();
    if (op == QLatin1String("LIKE") || op == QLatin1String("UNLIKE")) {
        if (!value)
            return en("LIKE and UNLIKE require a non-empty, regular expression value");
        return isServerRegex(c[2]) ? QString() : en("is not a valid regular expression");
    }
    if (op == QLatin1String("IS")) {
        const QString literal = value ? c[2] : QString();
        const bool plain = std::all_of(literal.begin(), literal.end(), [](QChar ch) {
            return ch.unicode() < 128 && (ch.isLetterOrNumber() || QLatin1String("_/.-").contains(ch));
        });
        return plain ? QString()
                     : en("IS only supports Mesos text and float values (see "
                          "http://mesos.apache.org/documentation/latest/attributes-resources/)");
    }
    return en("operator must be one of the following UNIQUE, CLUSTER, GROUP_BY, LIKE, MAX_PER, UNLIKE or IS");
}

void Canonical::constraints() {
    const std::vector<QStringList> constraints = app_.constraints.value_or(std::vector<QStringList>{});
    for (size_t i = 0; i < constraints.size(); ++i) {
        const QString problem = constraintProblem(constraints[i]);
        if (!problem.isEmpty())
            report_.add(en("/constraints"), problem, QStringLiteral("/constraints/%1").arg(i));
    }
}

/// Rules over the whole app that its DVDI volumes bring; they count the external volumes only.
void Canonical::externalApp() {
    if (!app_.container)
        return;
    bool dvdiUsed = false;
    QStringList names;
    for (const Volume& volume : app_.container->volumes) {
        if (volume.kind != Volume::Kind::External || volume.external.provider != en("dvdi"))
            continue;
        dvdiUsed = true;
        if (!volume.external.shared && volume.external.name)
            names.append(*volume.external.name);
    }
    if (!dvdiUsed)
        return;
    QStringList unique = names;
    unique.removeDuplicates();
    for (const QString& name : unique) {
        if (names.count(name) > 1)
            report_.add(en("/"),
                        QStringLiteral("Requested DVDI volume '%1' is declared more than once within app %2")
                            .arg(name, app_.id.value_or(QString())),
                        en("/container/volumes"));
    }
    if (app_.instanceCount() > 1)
        report_.add(en("/"),
                    QStringLiteral("Number of instances is limited to 1 when declaring DVDI volumes in app [%1]")
                        .arg(app_.id.value_or(QString())),
                    en("/instances"), Fix{fixLabel(QT_TRANSLATE_NOOP("appspec", "Use 1")), en("/instances"), "1"});
    int externals = 0;
    for (size_t i = 0; i < app_.container->volumes.size(); ++i) {
        const Volume& volume = app_.container->volumes[i];
        if (volume.kind != Volume::Kind::External)
            continue;
        const int index = externals++;
        // With other volumes before it the server counts this one a second time at a shifted index.
        if (index != int(i) && volume.external.provider == en("dvdi"))
            dvdiEngine(*app_.container, volume, at("/container/volumes", index));
    }
}

} // namespace

void checkCanonical(const App& app, const Settings& settings, const Roles& roles, Report& report) {
    report.setStage(Stage::Canonical);
    Canonical(app, settings, roles, report).run();
}

} // namespace mesoscope::appspec::marathon

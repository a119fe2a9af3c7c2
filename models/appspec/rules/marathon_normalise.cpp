#include "models/appspec/rules/marathon_stages.h"

#include <QCoreApplication>

#include <algorithm>

namespace mesoscope::appspec::marathon {
namespace {

class Thrown {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::marathon::Thrown)
public:
    /// A mistake the server answers with 500: our sentence, its text.
    static void report(Report& report, const QString& sentence, const char* text, const QString& pointer) {
        report.setStage(Stage::Conversion);
        report.add(QString(), tr("%1 (The server answers 500: %2)").arg(sentence, QLatin1String(text)), pointer);
    }

    static bool networks(const App& app, Report& report) {
        const bool docker = app.container && app.container->docker && app.container->docker->network;
        if ((app.ipAddress || docker) && app.networks) {
            Thrown::report(report, tr("Give either networks or the older ipAddress and docker.network, not both."),
                           "cannot mix deprecated and canonical network APIs", QStringLiteral("/networks"));
            return false;
        }
        if (docker && *app.container->docker->network == DockerNetwork::None) {
            Thrown::report(report,
                           tr("The docker network NONE does not exist for apps; use networks with mode host, "
                              "container/bridge or container."),
                           "unsupported docker network type NONE", QStringLiteral("/container/docker/network"));
            return false;
        }
        return true;
    }

    static bool artifacts(App& app, Report& report) {
        if (app.uris && !app.uris->isEmpty()) {
            if (app.fetch && !app.fetch->empty()) {
                Thrown::report(report, tr("uris is the older form of fetch; keep only fetch."),
                               "cannot specify both uris and fetch fields", QStringLiteral("/uris"));
                return false;
            }
            std::vector<Artifact> fetch;
            for (const QString& uri : *app.uris)
                fetch.push_back({uri, true, false, false, std::nullopt});
            app.fetch = fetch;
        }
        app.uris.reset();
        return true;
    }

    static bool portMappings(Container& container, Report& report) {
        if (!container.docker || !container.docker->portMappings)
            return true;
        std::vector<PortMapping> old = *container.docker->portMappings;
        container.docker->portMappings.reset();
        if (container.portMappings && !old.empty()) {
            Thrown::report(
                report,
                tr("Port mappings stand in container and in container.docker; keep only container.portMappings."),
                "cannot specify both portMappings and docker.portMappings",
                QStringLiteral("/container/docker/portMappings"));
            return false;
        }
        if (!container.portMappings)
            container.portMappings = std::move(old);
        return true;
    }

    static bool discovery(Container& container, const Maybe<IpAddress>& ip, Report& report) {
        if (!ip || !ip->discovery || ip->discovery->empty())
            return true;
        const QString pointer = QStringLiteral("/ipAddress/discovery/ports");
        if (container.type != Engine::Mesos) {
            Thrown::report(report, tr("Ports under ipAddress.discovery are for the MESOS engine only."),
                           "ipAddress.discovery.ports do not apply for container type DOCKER", pointer);
            return false;
        }
        if (container.portMappings) {
            Thrown::report(report,
                           tr("Ports stand in container.portMappings and in ipAddress.discovery; keep only the first."),
                           "container.portMappings and ipAddress.discovery.ports must not both be set", pointer);
            return false;
        }
        container.portMappings = ip->discovery;
        return true;
    }
};

bool isHost(const std::vector<Network>& networks) {
    return networks.empty() ||
           std::any_of(networks.begin(), networks.end(), [](const Network& n) { return n.mode == NetworkMode::Host; });
}

bool anyOffHost(const std::vector<Network>& networks) {
    return std::any_of(networks.begin(), networks.end(), [](const Network& n) { return n.mode != NetworkMode::Host; });
}

std::vector<PortMapping> defaultPortMappings() {
    PortMapping mapping;
    mapping.name = QStringLiteral("default");
    return {mapping};
}

/// networks as the deprecated fields mean them.
void translateNetworks(App& app, const Settings& settings) {
    const Maybe<DockerNetwork> docker =
        app.container && app.container->docker ? app.container->docker->network : std::nullopt;
    Network network;
    if (app.ipAddress)
        network.labels = app.ipAddress->labels;
    if (docker) {
        network.mode = *docker == DockerNetwork::Host     ? NetworkMode::Host
                       : *docker == DockerNetwork::Bridge ? NetworkMode::Bridge
                                                          : NetworkMode::Container;
        if (network.mode == NetworkMode::Host)
            network.labels.clear();
        if (app.ipAddress && network.mode == NetworkMode::Container)
            network.name = app.ipAddress->networkName;
        app.networks = {network};
    } else if (app.ipAddress) {
        const bool bridge = app.ipAddress->networkName == settings.bridgeName;
        network.mode = bridge ? NetworkMode::Bridge : NetworkMode::Container;
        if (!bridge)
            network.name = app.ipAddress->networkName;
        app.networks = {network};
    }
}

void normaliseContainerPorts(Container& container, const std::vector<Network>& networks, size_t definitions) {
    if (isHost(networks))
        container.portMappings.reset();
    else if (!container.portMappings)
        container.portMappings = defaultPortMappings();
    if (anyOffHost(networks)) {
        const size_t have = container.portMappings ? container.portMappings->size() : 0;
        if (definitions > have) {
            if (!container.portMappings)
                container.portMappings.emplace();
            container.portMappings->resize(definitions);
        }
    }
}

void defaultPortIndex(App& app) {
    if (!app.healthChecks)
        return;
    for (HealthCheck& check : *app.healthChecks) {
        if (check.protocol != Protocol::Command && !check.port && !check.portIndex)
            check.portIndex = 0;
    }
}

/// Containers off host networking exist even when not given, and bridge mappings have a host port.
void normaliseNetworkedContainer(App& app) {
    const std::vector<Network> networks = app.networks.value_or(std::vector<Network>{});
    if (!app.container && anyOffHost(networks)) {
        app.container.emplace();
        app.container->type = Engine::Mesos;
        app.container->portMappings = defaultPortMappings();
    }
    if (!app.container)
        return;
    if (app.container->docker)
        app.container->docker->network.reset();
    const bool bridge =
        std::any_of(networks.begin(), networks.end(), [](const Network& n) { return n.mode == NetworkMode::Bridge; });
    if (bridge && app.container->portMappings) {
        for (PortMapping& mapping : *app.container->portMappings)
            mapping.hostPort = mapping.hostPort.value_or(0);
    }
}

void nameNetworks(App& app, const Settings& settings) {
    if (!app.networks)
        return;
    for (Network& network : *app.networks) {
        if (network.mode == NetworkMode::Container && !network.name)
            network.name = settings.defaultNetworkName;
    }
}

} // namespace

bool normaliseDeprecated(App& app, const Settings& settings, Report& report) {
    // An empty list means the same as none here.
    if (app.networks && app.networks->empty())
        app.networks.reset();
    if (!Thrown::artifacts(app, report) || !Thrown::networks(app, report))
        return false;
    const bool hadPorts = app.portDefinitions && !app.portDefinitions->empty();
    translateNetworks(app, settings);
    const std::vector<Network> networks = app.networks.value_or(std::vector<Network>{});
    if (!app.portDefinitions && app.ports) {
        app.portDefinitions.emplace();
        for (const int port : *app.ports)
            app.portDefinitions->push_back({port, QStringLiteral("tcp"), std::nullopt, {}});
    }
    const size_t definitions = app.portDefinitions ? app.portDefinitions->size() : 0;
    app.ports.reset();
    if (app.isResident())
        app.residency = true;
    if (!app.container && app.ipAddress) {
        app.container.emplace();
        app.container->type = Engine::Mesos;
    }
    if (app.container) {
        if (!Thrown::portMappings(*app.container, report) || !Thrown::discovery(*app.container, app.ipAddress, report))
            return false;
        if (app.container->docker)
            app.container->docker->network.reset();
        normaliseContainerPorts(*app.container, networks, definitions);
    }
    app.ipAddress.reset();
    if (anyOffHost(networks)) {
        app.portDefinitions.reset();
    } else if (!app.portDefinitions) {
        app.portDefinitions = {{0, QStringLiteral("tcp"), QStringLiteral("default"), {}}};
    }
    if (hadPorts || (app.container && app.container->portMappings))
        defaultPortIndex(app);
    app.id = PathId::parse(app.id.value_or(QString())).canonical().toString();
    return true;
}

void normaliseRole(App& app, const Roles& roles) {
    if (!app.role)
        app.role = roles.byDefault;
}

void normaliseCanonical(App& app, const Settings& settings, const PathId& base) {
    nameNetworks(app, settings);
    if (!app.networks || app.networks->empty())
        app.networks = {{NetworkMode::Host, std::nullopt, {}}};
    normaliseNetworkedContainer(app);
    if (!app.unreachableStrategy) {
        app.unreachableStrategy.emplace();
        app.unreachableStrategy->disabled = app.isResident();
    }
    if (anyOffHost(*app.networks))
        app.requirePorts = false;
    if (app.dependencies) {
        for (QString& dependency : *app.dependencies)
            dependency = PathId::parse(dependency).canonical(base).toString();
    }
}

bool normaliseUpdate(App& update, const Settings& settings, Report& report) {
    if (!Thrown::artifacts(update, report) || !Thrown::networks(update, report))
        return false;
    translateNetworks(update, settings);
    if (!update.container && update.ipAddress) {
        update.container.emplace();
        update.container->type = Engine::Mesos;
    }
    if (update.container) {
        if (!Thrown::portMappings(*update.container, report) ||
            !Thrown::discovery(*update.container, update.ipAddress, report))
            return false;
        if (update.container->docker)
            update.container->docker->network.reset();
    }
    update.ipAddress.reset();
    if (!update.portDefinitions && update.ports) {
        update.portDefinitions.emplace();
        for (const int port : *update.ports)
            update.portDefinitions->push_back({port, QStringLiteral("tcp"), std::nullopt, {}});
    }
    update.ports.reset();
    defaultPortIndex(update);
    nameNetworks(update, settings);
    normaliseNetworkedContainer(update);
    if (update.dependencies) {
        for (QString& dependency : *update.dependencies)
            dependency = PathId::parse(dependency).canonical().toString();
    }
    return true;
}

UpgradeStrategy effectiveUpgradeStrategy(const App& app) {
    if (app.upgradeStrategy)
        return *app.upgradeStrategy;
    const bool volumes =
        app.container && (app.container->has(Volume::Kind::Persistent) || app.container->has(Volume::Kind::External));
    return volumes ? UpgradeStrategy{0.5, 0} : UpgradeStrategy{1, 1};
}

App merged(const App& stored, const App& update) {
    App app = stored;
    const auto take = [](auto& to, const auto& from) {
        if (from)
            to = from;
    };
    take(app.cmd, update.cmd);
    take(app.args, update.args);
    take(app.user, update.user);
    take(app.env, update.env);
    take(app.instances, update.instances);
    take(app.cpus, update.cpus);
    take(app.mem, update.mem);
    take(app.disk, update.disk);
    take(app.gpus, update.gpus);
    take(app.executor, update.executor);
    take(app.constraints, update.constraints);
    take(app.fetch, update.fetch);
    take(app.portDefinitions, update.portDefinitions);
    take(app.requirePorts, update.requirePorts);
    take(app.backoffFactor, update.backoffFactor);
    take(app.backoffSeconds, update.backoffSeconds);
    take(app.maxLaunchDelaySeconds, update.maxLaunchDelaySeconds);
    take(app.container, update.container);
    take(app.healthChecks, update.healthChecks);
    take(app.check, update.check);
    take(app.readinessChecks, update.readinessChecks);
    take(app.dependencies, update.dependencies);
    take(app.upgradeStrategy, update.upgradeStrategy);
    take(app.labels, update.labels);
    take(app.acceptedResourceRoles, update.acceptedResourceRoles);
    take(app.networks, update.networks);
    take(app.secrets, update.secrets);
    take(app.taskKillGracePeriodSeconds, update.taskKillGracePeriodSeconds);
    take(app.unreachableStrategy, update.unreachableStrategy);
    take(app.killSelection, update.killSelection);
    take(app.tty, update.tty);
    take(app.role, update.role);
    app.residency = stored.residency || update.residency;
    app.resourceLimits = update.resourceLimits; // lost unless repeated
    return app;
}

} // namespace mesoscope::appspec::marathon

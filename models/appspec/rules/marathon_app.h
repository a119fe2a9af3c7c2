// An app (or an update of one) as Marathon understands it: typed, every field optional, deprecated fields kept apart.
// Names are Marathon's. Set-like lists have lost their duplicates.
#pragma once

#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace mesoscope::appspec::marathon {

template<typename T>
using Maybe = std::optional<T>;
using Labels = QMap<QString, QString>;

enum class Engine { Mesos, Docker };
enum class NetworkMode { Container, Bridge, Host };
enum class DockerNetwork { Bridge, Host, None, User };
enum class Protocol { Http, Https, Tcp, Command, MesosTcp, MesosHttp, MesosHttps };

struct PortDefinition {
    int port = 0;
    QString protocol = QStringLiteral("tcp");
    Maybe<QString> name;
    Labels labels;
    bool operator==(const PortDefinition&) const = default;
};

struct PortMapping {
    int containerPort = 0;
    Maybe<int> hostPort;
    int servicePort = 0;
    QString protocol = QStringLiteral("tcp");
    Maybe<QString> name;
    Labels labels;
    QStringList networkNames;
    bool operator==(const PortMapping&) const = default;
};

struct Network {
    NetworkMode mode = NetworkMode::Container;
    Maybe<QString> name;
    Labels labels;
    bool operator==(const Network&) const = default;
};

struct PersistentInfo {
    Maybe<QString> type; ///< root, path, mount
    qint64 size = 0;
    Maybe<qint64> maxSize;
    Maybe<QString> profileName;
    std::vector<QStringList> constraints;
    bool operator==(const PersistentInfo&) const = default;
};

struct CsiInfo {
    QString pluginName;
    QString accessMode;
    QString accessType;
    Maybe<QString> fsType;
    bool operator==(const CsiInfo&) const = default;
};

struct ExternalInfo {
    Maybe<QString> name;
    Maybe<QString> provider;
    Maybe<qint64> size;
    Labels options;
    bool shared = false;
    Maybe<CsiInfo> csi; ///< set when it was understood as a CSI volume
    bool operator==(const ExternalInfo&) const = default;
};

struct Volume {
    enum class Kind { Persistent, External, Secret, Host };
    Kind kind = Kind::Host;
    QString containerPath;
    bool readOnly = false;
    PersistentInfo persistent;
    ExternalInfo external;
    QString secret;
    QString hostPath;
    bool operator==(const Volume&) const = default;
};

struct Docker {
    QString image;
    bool forcePullImage = false;
    bool privileged = false;
    std::vector<std::pair<QString, QString>> parameters;
    Maybe<QString> pullSecret;
    bool hasCredential = false;
    Maybe<DockerNetwork> network;
    Maybe<std::vector<PortMapping>> portMappings;
    bool operator==(const Docker&) const = default;
};

struct Seccomp {
    Maybe<QString> profileName;
    bool unconfined = false;
    bool operator==(const Seccomp&) const = default;
};

struct IpcInfo {
    bool shareParent = false;
    Maybe<int> shmSize;
    bool operator==(const IpcInfo&) const = default;
};

struct Container {
    Engine type = Engine::Docker;
    Maybe<Docker> docker;
    Maybe<Seccomp> seccomp;
    Maybe<IpcInfo> ipc;
    std::vector<Volume> volumes;
    Maybe<std::vector<PortMapping>> portMappings;
    bool operator==(const Container&) const = default;
    bool has(Volume::Kind kind) const {
        for (const Volume& volume : volumes) {
            if (volume.kind == kind)
                return true;
        }
        return false;
    }
};

struct HealthCheck {
    Protocol protocol = Protocol::Http;
    Maybe<QString> path;
    Maybe<int> port;
    Maybe<int> portIndex;
    Maybe<QString> command;
    bool ipv6 = false;
    int gracePeriod = 300, interval = 60, timeout = 20, maxFailures = 3, delay = 15;
    int written = 0; ///< its index in the document
    bool operator==(const HealthCheck& o) const {
        return protocol == o.protocol && path == o.path && port == o.port && portIndex == o.portIndex &&
               command == o.command && ipv6 == o.ipv6 && gracePeriod == o.gracePeriod && interval == o.interval &&
               timeout == o.timeout && maxFailures == o.maxFailures && delay == o.delay;
    }
    bool isMesos() const {
        return protocol == Protocol::MesosHttp || protocol == Protocol::MesosHttps || protocol == Protocol::MesosTcp;
    }
};

struct PortCheck {
    Maybe<int> port;
    Maybe<int> portIndex;
    Maybe<QString> path;
    bool https = false;
    bool operator==(const PortCheck&) const = default;
};

struct Check {
    Maybe<PortCheck> http;
    Maybe<PortCheck> tcp;
    Maybe<QStringList> argv;
    Maybe<QString> shell;
    int interval = 60, timeout = 20, delay = 15;
    bool operator==(const Check&) const = default;
};

struct ReadinessCheck {
    QString name = QStringLiteral("readinessCheck");
    QString portName = QStringLiteral("http-api");
    QString path = QStringLiteral("/");
    bool https = false;
    int interval = 30, timeout = 10;
    std::vector<int> codes{200};
    bool preserveLastResponse = false;
    bool operator==(const ReadinessCheck&) const = default;
};

struct Artifact {
    QString uri;
    bool extract = true, executable = false, cache = false;
    Maybe<QString> destPath;
    bool operator==(const Artifact&) const = default;
};

struct IpAddress {
    Maybe<std::vector<PortMapping>> discovery; ///< set when discovery is given
    Labels labels;
    Maybe<QString> networkName;
    bool operator==(const IpAddress&) const = default;
};

struct UpgradeStrategy {
    double minimumHealthCapacity = 1;
    double maximumOverCapacity = 1;
    bool operator==(const UpgradeStrategy&) const = default;
};

struct Unreachable {
    bool disabled = false;
    qint64 inactiveAfter = 0;
    qint64 expungeAfter = 0;
    bool operator==(const Unreachable&) const = default;
};

struct Limit {
    Maybe<QString> text;
    double number = 0;
    bool operator==(const Limit&) const = default;
};

struct Limits {
    Maybe<Limit> cpus, mem;
    bool operator==(const Limits&) const = default;
};

struct EnvValue {
    QString text;
    bool secret = false; ///< text is the name of a secret
    bool operator==(const EnvValue&) const = default;
};

struct App {
    Maybe<QString> id, cmd, user, executor, role, killSelection, version;
    Maybe<QStringList> args, dependencies, acceptedResourceRoles;
    Maybe<int> instances, gpus, backoffSeconds, maxLaunchDelaySeconds, taskKillGracePeriodSeconds;
    Maybe<double> cpus, mem, disk, backoffFactor;
    Maybe<bool> requirePorts, tty;
    Maybe<Limits> resourceLimits;
    Maybe<Container> container;
    Maybe<std::vector<Network>> networks;
    Maybe<std::vector<PortDefinition>> portDefinitions;
    Maybe<std::vector<HealthCheck>> healthChecks;
    Maybe<Check> check;
    Maybe<std::vector<ReadinessCheck>> readinessChecks;
    Maybe<std::vector<Artifact>> fetch;
    Maybe<QMap<QString, EnvValue>> env;
    Maybe<Labels> secrets; ///< name → source
    Maybe<std::vector<QStringList>> constraints;
    Maybe<UpgradeStrategy> upgradeStrategy;
    Maybe<Unreachable> unreachableStrategy;
    Maybe<Labels> labels;
    bool residency = false;
    // deprecated
    Maybe<QStringList> uris;
    Maybe<std::vector<int>> ports;
    Maybe<IpAddress> ipAddress;
    // what the document named at all, for rules about combinations in updates
    int fieldsGiven = 0;
    int emptyEnvKey = -1;    ///< where a variable without a name stands, or -1
    int emptySecretKey = -1; ///< the same for secrets

    int instanceCount() const { return instances.value_or(1); }
    double cpusOr() const { return cpus.value_or(1); }
    double memOr() const { return mem.value_or(128); }
    double diskOr() const { return disk.value_or(0); }
    int gpusOr() const { return gpus.value_or(0); }
    bool isDocker() const { return container && container->type == Engine::Docker; }
    bool isResident() const { return container && container->has(Volume::Kind::Persistent); }
    bool isSingleInstance() const {
        return labels && labels->value(QStringLiteral("MARATHON_SINGLE_INSTANCE_APP")) == QLatin1String("true");
    }
    /// The ports that a port index may address, once the app is normalised.
    int portCount() const {
        if (container && container->portMappings)
            return int(container->portMappings->size());
        return portDefinitions ? int(portDefinitions->size()) : 0;
    }
};

struct GroupUpdate {
    Maybe<QString> id, version;
    Maybe<std::vector<App>> apps;
    Maybe<std::vector<GroupUpdate>> groups;
    Maybe<QStringList> dependencies;
    Maybe<double> scaleBy;
    Maybe<bool> enforceRole;
    std::vector<int> appIndexes;                   ///< where each app stands in the document
    std::vector<int> groupIndexes;                 ///< where each group stands in the document
    std::vector<std::shared_ptr<void>> remembered; ///< Memory::Entry of each app, or null
};

} // namespace mesoscope::appspec::marathon

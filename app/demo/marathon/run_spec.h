// An app or a pod as Marathon holds it: the stored document and the figures that scheduling needs, read once.
#pragma once

#include "app/demo/marathon/json.h"
#include "app/demo/marathon/time_text.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mesoscope::demo::marathon {

struct VersionInfo {
    Millis version = 0;
    Millis lastScaling = 0;
    Millis lastConfigChange = 0;
    /// Only a version so far (before the change was stored).
    bool onlyVersion = false;
    /// Marked for restarting.
    bool none = false;

    bool operator==(const VersionInfo&) const = default;
};

struct Resources {
    double cpus = 0;
    double mem = 0;
    double disk = 0;
    int gpus = 0;
};

/// One container of a pod, or the single "app" of an app.
struct ContainerSpec {
    std::string name;
    Resources resources;
    std::string command;
    std::size_t ports = 0;
};

struct RunSpec {
    std::string id;
    bool pod = false;
    Json spec;
    int instances = 0;
    /// Of all containers and the executor.
    Resources resources;
    std::vector<ContainerSpec> containers;
    std::string role;
    std::vector<std::vector<std::string>> constraints;
    std::vector<std::string> dependencies;
    /// Host ports: a number, or 0 for any.
    std::vector<int> hostPorts;
    double minimumHealthCapacity = 1;
    double maximumOverCapacity = 1;
    double backoffSeconds = 1;
    double backoffFactor = 1.15;
    double maxLaunchDelay = 300;
    bool unreachableDisabled = false;
    double inactiveAfter = 0;
    double expungeAfter = 0;
    bool oldestFirst = false;
    std::optional<int> killGrace;
    std::vector<Json> healthChecks;
    std::optional<Json> readinessCheck;
    bool resident = false;
    VersionInfo versionInfo;
    /// Everything whose change restarts instances, in one canonical text.
    std::string configKey;
    /// The document as answers print it; made when it is first shown.
    mutable std::string shownText;

    bool isUpgradeTo(const RunSpec& other) const { return configKey != other.configKey; }
    bool isOnlyScaleChangeTo(const RunSpec& other) const { return !isUpgradeTo(other) && instances != other.instances; }
    bool needsRestartTo(const RunSpec& other) const {
        return !(versionInfo == other.versionInfo) || isUpgradeTo(other);
    }
    /// Checks that Marathon itself runs (HTTP, HTTPS, TCP).
    bool hasMarathonChecks() const;
    /// At least one check that the agent runs and that can report.
    bool hasAgentChecks() const;
    std::string label(const std::string& name) const;
};

using SpecPtr = std::shared_ptr<const RunSpec>;

/// From the stored document of an app or a (normalised) pod.
SpecPtr makeApp(Json stored, const VersionInfo& versionInfo);
SpecPtr makePod(Json stored, const VersionInfo& versionInfo);
/// The same with other versions / instances.
SpecPtr withVersion(const SpecPtr& spec, const VersionInfo& versionInfo);
SpecPtr withInstances(const SpecPtr& spec, int instances);
/// Service ports in the order of the ports.
std::vector<int> servicePorts(const RunSpec& app);
SpecPtr withServicePorts(const SpecPtr& app, const std::vector<int>& ports);
/// As GET shows it: the document with version and, once stored, versionInfo. Throws for what cannot be written.
Json appDocument(const RunSpec& app);
Json podDocument(const RunSpec& pod);

} // namespace mesoscope::demo::marathon

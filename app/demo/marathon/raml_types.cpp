#include "app/demo/marathon/raml_types.h"

#include "app/demo/marathon/path_id.h"

#include <algorithm>

namespace mesoscope::demo::marathon {

namespace {

const Json none = nullptr;

bool isNameText(const std::string& text, bool underscore) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !text.empty() && plain(text.front()) && plain(text.back()) &&
           std::all_of(text.begin(), text.end(),
                       [&](char c) { return plain(c) || c == '-' || (underscore && c == '_'); });
}

bool isPortName(const std::string& text) {
    return isNameText(text, false);
}

bool isNetworkName(const std::string& text) {
    return isNameText(text, true);
}

bool isExecutorText(const std::string& text) {
    if (text.empty() || text == "//cmd")
        return true;
    return text.find("//") == std::string::npos && text.back() != '/';
}

Type text(std::size_t minLength = 0, std::size_t maxLength = std::string::npos,
          bool (*matches)(const std::string&) = nullptr) {
    Type type;
    type.minLength = minLength;
    type.maxLength = maxLength;
    type.matches = matches;
    return type;
}

Type number(Kind kind, double min = -std::numeric_limits<double>::infinity(),
            double max = std::numeric_limits<double>::infinity()) {
    Type type;
    type.kind = kind;
    type.min = min;
    type.max = max;
    return type;
}

Type of(Kind kind) {
    Type type;
    type.kind = kind;
    return type;
}

Type literals(std::vector<std::string> values) {
    Type type = of(Kind::Enum);
    type.literals = std::move(values);
    return type;
}

Type collection(Kind kind, const Type& element, std::size_t minLength = 0, std::size_t maxLength = std::string::npos) {
    Type type = of(kind);
    type.element = &element;
    type.minLength = minLength;
    type.maxLength = maxLength;
    return type;
}

Type object(std::vector<Field> fields, bool strict = false) {
    Type type = of(Kind::Object);
    type.fields = std::move(fields);
    type.strict = strict;
    return type;
}

Type unionOf(std::vector<const Type*> alternatives) {
    Type type = of(Kind::Union);
    type.alternatives = std::move(alternatives);
    return type;
}

Field required(const char* name, const Type& type) {
    return {name, &type, true, none, false};
}

Field optional(const char* name, const Type& type) {
    return {name, &type, false, none, false};
}

Field withDefault(const char* name, const Type& type, Json value) {
    return {name, &type, false, std::move(value), false};
}

/// A list or map that is empty by default and left out when empty.
Field sparse(const char* name, const Type& type) {
    const bool map = type.kind == Kind::Map;
    return {name, &type, false, map ? Json::object() : Json::array(), true};
}

constexpr bool plainSmall = true;

// Scalars.
const Type anyText = text();
const Type filledText = text(1);
const Type pathText = text(1, 1024);
const Type idText = text(1, std::string::npos, isPathIdText);
const Type portName = text(1, std::string::npos, isPortName);
const Type name63 = text(1, 63, isPortName);
const Type networkName = text(1, 63, isNetworkName);
const Type executorText = text(0, std::string::npos, isExecutorText);
const Type anyBool = of(Kind::Bool);
const Type looseBool = of(Kind::LooseBool);
const Type timeStamp = of(Kind::TimeStamp);
const Type wholeNumber = number(Kind::Int);
const Type count = number(Kind::Int, 0);
const Type positiveCount = number(Kind::Int, 1);
const Type longCount = number(Kind::Long, 0);
const Type port = number(Kind::Int, 0, 65535);
const Type containerPort1 = number(Kind::Int, 1, 65535);
const Type amount = number(Kind::Double, 0);
const Type anyAmount = number(Kind::Double);
const Type share = number(Kind::Double, 0, 1);
const Type atLeastOne = number(Kind::Double, 1);
const Type executorMem = number(Kind::Double, 32);
const Type executorDisk = number(Kind::Double, 10);

// Enumerations.
const Type engine = literals({"MESOS", "DOCKER"});
const Type protocol = literals({"tcp", "udp", "udp,tcp"});
const Type dockerNetwork = literals({"BRIDGE", "HOST", "NONE", "USER"});
const Type readMode = literals({"RO", "RW"});
const Type networkMode = literals({"container", "container/bridge", "host"});
const Type checkProtocol = literals({"HTTP", "HTTPS", "TCP", "COMMAND", "MESOS_TCP", "MESOS_HTTP", "MESOS_HTTPS"});
const Type ipProtocol = literals({"IPv4", "IPv6"});
const Type httpScheme = literals({"HTTP", "HTTPS"});
const Type killSelection = literals({"YOUNGEST_FIRST", "OLDEST_FIRST"});
const Type diskType = literals({"root", "path", "mount"});
const Type ipcMode = literals({"PRIVATE", "SHARE_PARENT"});
const Type taskLost = literals({"WAIT_FOREVER", "RELAUNCH_AFTER_TIMEOUT"});
const Type operatorName = literals({"UNIQUE", "CLUSTER", "GROUP_BY", "LIKE", "UNLIKE", "MAX_PER", "IS"});
const Type imageKind = literals({"DOCKER"});
const Type scalingKind = literals({"fixed"});
const Type csiName = literals({"csi"});
const Type logLevel = literals({"trace", "debug", "info", "warn", "error"});

// Lists and maps of scalars.
const Type texts = collection(Kind::List, anyText);
const Type textSet = collection(Kind::Set, anyText);
const Type roleSet = collection(Kind::Set, anyText);
const Type texts1 = collection(Kind::List, anyText, 1);
const Type labels = collection(Kind::Map, anyText);
const Type constraint = collection(Kind::List, anyText);
const Type constraintSet = collection(Kind::Set, constraint);
const Type portNumbers = collection(Kind::List, wholeNumber);
const Type statusCodes = collection(Kind::Set, wholeNumber, 1);

// Environment and secrets.
Type makeEnvValue() {
    Type type = object({required("secret", anyText)}, plainSmall);
    type.kind = Kind::EnvValue;
    return type;
}
const Type envValue = makeEnvValue();
const Type environment = collection(Kind::Map, envValue);
const Type secretSource = object({required("source", filledText)});
const Type secrets = collection(Kind::Map, secretSource);

// Container.
const Type dockerParameter = object({required("key", filledText), required("value", anyText)});
const Type dockerParameters = collection(Kind::List, dockerParameter);
const Type pullConfig = object({required("secret", filledText)});
const Type credential = object({required("principal", anyText), optional("secret", anyText)}, plainSmall);
const Type portMapping = object({withDefault("containerPort", port, 0), optional("hostPort", port),
                                 withDefault("labels", labels, Json::object()), optional("name", portName),
                                 withDefault("protocol", protocol, "tcp"), withDefault("servicePort", port, 0),
                                 sparse("networkNames", texts)});
const Type portMappings = collection(Kind::List, portMapping);
const Type docker =
    object({optional("credential", credential), withDefault("forcePullImage", anyBool, false),
            required("image", filledText), optional("network", dockerNetwork),
            withDefault("parameters", dockerParameters, Json::array()), optional("portMappings", portMappings),
            withDefault("privileged", anyBool, false), optional("pullConfig", pullConfig)});
const Type seccomp = object({optional("profileName", anyText), withDefault("unconfined", looseBool, false)});
const Type ipcInfo = object({required("mode", ipcMode), optional("shmSize", wholeNumber)}, plainSmall);
const Type linuxInfo = object({optional("seccomp", seccomp), optional("ipcInfo", ipcInfo)}, plainSmall);

// Volumes.
const Type persistentInfo =
    object({optional("type", diskType), required("size", longCount), optional("maxSize", longCount),
            optional("profileName", anyText), withDefault("constraints", constraintSet, Json::array())});
const Type dvdiInfo = object({optional("size", longCount), optional("name", anyText), optional("provider", anyText),
                              sparse("options", labels), withDefault("shared", anyBool, false)});
const Type csiCapability = object({required("accessMode", anyText), required("accessType", anyText),
                                   optional("fsType", anyText), sparse("mountFlags", texts)});
const Type csiOptions =
    object({required("pluginName", filledText), required("capability", csiCapability),
            sparse("nodeStageSecret", labels), sparse("nodePublishSecret", labels), sparse("volumeContext", labels)});
const Type csiInfo =
    object({required("name", anyText), required("provider", csiName), required("options", csiOptions)});
const Type externalInfo = unionOf({&dvdiInfo, &csiInfo});
const Type persistentVolume =
    object({required("containerPath", filledText), required("persistent", persistentInfo), required("mode", readMode)});
const Type externalVolume =
    object({required("containerPath", filledText), required("external", externalInfo), required("mode", readMode)});
const Type secretVolume = object({required("containerPath", filledText), required("secret", filledText)});
const Type hostVolume =
    object({required("containerPath", filledText), required("hostPath", filledText), required("mode", readMode)});
const Type volume = unionOf({&persistentVolume, &externalVolume, &secretVolume, &hostVolume});
const Type volumes = collection(Kind::List, volume);
const Type container =
    object({withDefault("type", engine, "DOCKER"), optional("docker", docker), optional("linuxInfo", linuxInfo),
            withDefault("volumes", volumes, Json::array()), optional("portMappings", portMappings)});

// Networks and ports.
const Type network =
    object({optional("name", networkName), withDefault("mode", networkMode, "container"), sparse("labels", labels)});
const Type networks = collection(Kind::List, network);
const Type portDefinition = object({withDefault("port", port, 0), sparse("labels", labels), optional("name", portName),
                                    withDefault("protocol", protocol, "tcp")});
const Type portDefinitions = collection(Kind::List, portDefinition);
const Type discoveryPort = object({withDefault("number", port, 0), required("name", portName),
                                   withDefault("protocol", protocol, "tcp"), sparse("labels", labels)});
const Type discoveryPorts = collection(Kind::List, discoveryPort);
const Type discovery = object({sparse("ports", discoveryPorts)});
const Type ipAddress = object({optional("discovery", discovery), sparse("groups", textSet), sparse("labels", labels),
                               optional("networkName", filledText)});

// Checks.
const Type commandCheck = object({required("value", anyText)}, plainSmall);
const Type healthCheck =
    object({optional("command", commandCheck), withDefault("gracePeriodSeconds", count, 300),
            optional("ignoreHttp1xx", anyBool), withDefault("intervalSeconds", count, 60),
            withDefault("maxConsecutiveFailures", count, 3), optional("path", anyText), optional("port", port),
            optional("portIndex", port), withDefault("protocol", checkProtocol, "HTTP"),
            withDefault("ipProtocol", ipProtocol, "IPv4"), withDefault("timeoutSeconds", wholeNumber, 20),
            withDefault("delaySeconds", count, 15)});
const Type healthChecks = collection(Kind::Set, healthCheck);
const Type appHttpCheck = object({optional("portIndex", port), optional("port", port), optional("path", pathText),
                                  withDefault("scheme", httpScheme, "HTTP")});
const Type appTcpCheck = object({optional("portIndex", port), optional("port", port)});
const Type shellCommand = object({required("shell", filledText)});
const Type argvCommand = object({required("argv", texts1)});
const Type mesosCommand = unionOf({&shellCommand, &argvCommand});
const Type execCheck = object({required("command", mesosCommand)}, plainSmall);
const Type appCheck = object({optional("http", appHttpCheck), optional("tcp", appTcpCheck), optional("exec", execCheck),
                              withDefault("intervalSeconds", count, 60), withDefault("timeoutSeconds", count, 20),
                              withDefault("delaySeconds", count, 15)});
const Type readinessCheck =
    object({withDefault("name", filledText, "readinessCheck"), withDefault("protocol", httpScheme, "HTTP"),
            withDefault("path", pathText, "/"), withDefault("portName", portName, "http-api"),
            withDefault("intervalSeconds", count, 30), withDefault("timeoutSeconds", positiveCount, 10),
            optional("httpStatusCodesForReady", statusCodes), withDefault("preserveLastResponse", anyBool, false)});
const Type readinessChecks = collection(Kind::List, readinessCheck, 0, 1);

// Strategies and the rest.
const Type artifact =
    object({required("uri", pathText), withDefault("extract", anyBool, true), withDefault("executable", anyBool, false),
            withDefault("cache", anyBool, false), optional("destPath", pathText)});
const Type artifacts = collection(Kind::List, artifact);
const Type upgradeStrategy = object({required("maximumOverCapacity", share), required("minimumHealthCapacity", share)});
Type makeUnreachable() {
    Type type =
        object({withDefault("inactiveAfterSeconds", longCount, 0), withDefault("expungeAfterSeconds", longCount, 0)});
    type.kind = Kind::UnreachableStrategy;
    return type;
}
const Type unreachableStrategy = makeUnreachable();
const Type resourceLimit = of(Kind::ResourceLimit);
const Type resourceLimits = object({optional("cpus", resourceLimit), optional("mem", resourceLimit)}, plainSmall);
const Type executorResources = object(
    {withDefault("cpus", amount, 0.1), withDefault("mem", executorMem, 32.0), withDefault("disk", executorDisk, 10.0)});
const Type residency = object({withDefault("relaunchEscalationTimeoutSeconds", longCount, 3600),
                               withDefault("taskLostBehavior", taskLost, "WAIT_FOREVER")});
const Type versionInfo =
    object({required("lastScalingAt", timeStamp), required("lastConfigChangeAt", timeStamp)}, plainSmall);

const Type app = object({required("id", idText),
                         optional("acceptedResourceRoles", roleSet),
                         sparse("args", texts),
                         withDefault("backoffFactor", atLeastOne, 1.15),
                         withDefault("backoffSeconds", count, 1),
                         optional("cmd", filledText),
                         sparse("constraints", constraintSet),
                         optional("container", container),
                         withDefault("cpus", amount, 1.0),
                         sparse("dependencies", textSet),
                         withDefault("disk", amount, 0.0),
                         sparse("env", environment),
                         withDefault("executor", executorText, ""),
                         optional("executorResources", executorResources),
                         sparse("fetch", artifacts),
                         sparse("healthChecks", healthChecks),
                         optional("check", appCheck),
                         withDefault("instances", count, 1),
                         withDefault("labels", labels, Json::object()),
                         withDefault("maxLaunchDelaySeconds", count, 300),
                         withDefault("mem", amount, 128.0),
                         withDefault("gpus", count, 0),
                         optional("ipAddress", ipAddress),
                         withDefault("networks", networks, Json::array()),
                         optional("ports", portNumbers),
                         optional("portDefinitions", portDefinitions),
                         sparse("readinessChecks", readinessChecks),
                         optional("residency", residency),
                         optional("resourceLimits", resourceLimits),
                         withDefault("requirePorts", anyBool, false),
                         sparse("secrets", secrets),
                         optional("taskKillGracePeriodSeconds", count),
                         optional("upgradeStrategy", upgradeStrategy),
                         optional("uris", texts),
                         optional("user", anyText),
                         optional("version", timeStamp),
                         optional("versionInfo", versionInfo),
                         withDefault("killSelection", killSelection, "YOUNGEST_FIRST"),
                         optional("unreachableStrategy", unreachableStrategy),
                         optional("tty", anyBool),
                         optional("role", filledText)});

const Type apps = collection(Kind::Set, app);

/// A group contains groups: the type refers to itself.
struct GroupType {
    GroupType() {
        groups = collection(Kind::Set, type);
        type = object({optional("id", idText), optional("apps", apps), optional("groups", groups),
                       optional("dependencies", textSet), optional("scaleBy", amount), optional("version", timeStamp),
                       optional("enforceRole", anyBool)});
    }
    GroupType(const GroupType&) = delete;
    GroupType& operator=(const GroupType&) = delete;
    Type type;
    Type groups;
};
const GroupType groupUpdate;
const Type groupPartialUpdate = object({optional("enforceRole", anyBool)}, plainSmall);

// Pods.
const Type podConstraint = object(
    {required("fieldName", anyText), required("operator", operatorName), optional("value", anyText)}, plainSmall);
const Type podConstraints = collection(Kind::Set, podConstraint);
const Type podHttpCheck =
    object({required("endpoint", name63), optional("path", pathText), withDefault("scheme", httpScheme, "HTTP")});
const Type podTcpCheck = object({required("endpoint", name63)});
const Type podHealthCheck =
    object({optional("http", podHttpCheck), optional("tcp", podTcpCheck), optional("exec", execCheck),
            withDefault("gracePeriodSeconds", count, 300), withDefault("intervalSeconds", count, 60),
            withDefault("maxConsecutiveFailures", count, 3), withDefault("timeoutSeconds", count, 20),
            withDefault("delaySeconds", count, 15)});
const Type podCheck = object({optional("http", podHttpCheck), optional("tcp", podTcpCheck), optional("exec", execCheck),
                              withDefault("intervalSeconds", count, 60), withDefault("timeoutSeconds", count, 20),
                              withDefault("delaySeconds", count, 15)});
const Type podExec = object({required("command", mesosCommand), optional("overrideEntrypoint", anyBool)}, plainSmall);
const Type podResources = object({required("cpus", amount), required("mem", amount), withDefault("disk", amount, 0.0),
                                  withDefault("gpus", count, 0)});
const Type names1 = collection(Kind::List, name63, 1);
const Type names = collection(Kind::List, name63);
const Type endpoint =
    object({required("name", name63), optional("containerPort", containerPort1), optional("hostPort", port),
            optional("protocol", names1), sparse("labels", labels), sparse("networkNames", names)});
const Type endpoints = collection(Kind::List, endpoint);
const Type image = object({required("kind", imageKind), required("id", pathText), optional("pullConfig", pullConfig),
                           optional("forcePull", anyBool), sparse("labels", labels)});
const Type lifecycle = object({optional("killGracePeriodSeconds", amount)});
const Type volumeMount =
    object({required("name", name63), required("mountPath", pathText), withDefault("readOnly", anyBool, false)});
const Type volumeMounts = collection(Kind::List, volumeMount);
const Type podContainer =
    object({required("name", name63), optional("exec", podExec), required("resources", podResources),
            optional("resourceLimits", resourceLimits), sparse("endpoints", endpoints),
            optional("linuxInfo", linuxInfo), optional("image", image), sparse("environment", environment),
            optional("user", anyText), optional("healthCheck", podHealthCheck), optional("check", podCheck),
            sparse("volumeMounts", volumeMounts), sparse("artifacts", artifacts), sparse("labels", labels),
            optional("lifecycle", lifecycle), optional("tty", anyBool)});
const Type podContainers = collection(Kind::List, podContainer, 1);
const Type podPersistentVolume = object({required("name", filledText), required("persistent", persistentInfo)});
const Type podSecretVolume = object({required("name", filledText), required("secret", filledText)});
const Type podHostVolume = object({required("name", name63), required("host", anyText)});
const Type podEphemeralVolume = object({required("name", name63)});
const Type podVolume = unionOf({&podPersistentVolume, &podSecretVolume, &podHostVolume, &podEphemeralVolume});
const Type podVolumes = collection(Kind::List, podVolume);
const Type scaling = object({withDefault("instances", count, 1), required("kind", scalingKind)});
const Type backoff = object({withDefault("backoff", amount, 1.0), withDefault("backoffFactor", amount, 1.15),
                             withDefault("maxLaunchDelay", amount, 300.0)});
const Type podUpgrade =
    object({withDefault("minimumHealthCapacity", share, 1.0), withDefault("maximumOverCapacity", share, 1.0)});
const Type placement = object({sparse("constraints", podConstraints), sparse("acceptedResourceRoles", texts)});
const Type scheduling =
    object({optional("backoff", backoff), optional("upgrade", podUpgrade), optional("placement", placement),
            optional("killSelection", killSelection), optional("unreachableStrategy", unreachableStrategy)},
           plainSmall);
const Type pod =
    object({required("id", idText), sparse("labels", labels), optional("version", timeStamp), optional("user", anyText),
            sparse("environment", environment), required("containers", podContainers), sparse("secrets", secrets),
            sparse("volumes", podVolumes), sparse("networks", networks), optional("scaling", scaling),
            optional("scheduling", scheduling), optional("executorResources", executorResources),
            optional("role", filledText), optional("linuxInfo", linuxInfo), optional("legacySharedCgroups", anyBool)});

const Type loggingChange = object(
    {required("level", logLevel), required("logger", anyText), optional("durationSeconds", wholeNumber)}, plainSmall);

} // namespace

const Type& appType() {
    return app;
}

const Type& groupUpdateType() {
    return groupUpdate.type;
}

const Type& groupPartialUpdateType() {
    return groupPartialUpdate;
}

const Type& podType() {
    return pod;
}

const Type& loggingChangeType() {
    return loggingChange;
}

} // namespace mesoscope::demo::marathon

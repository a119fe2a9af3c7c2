#include "models/appspec/schema.h"

#include <QCoreApplication>
#include <QHash>

#include <array>

namespace mesoscope::appspec {
namespace {

constexpr double none = -std::numeric_limits<double>::infinity();
constexpr double any = std::numeric_limits<double>::infinity();
constexpr double int32 = 2147483647;
constexpr auto General = Section::General;
constexpr auto Amounts = Section::Resources;
constexpr auto Box = Section::Container;
constexpr auto Net = Section::Networking;
constexpr auto Health = Section::Health;
constexpr auto Disk = Section::Volumes;
constexpr auto Env = Section::Environment;
constexpr auto Place = Section::Placement;
constexpr auto Upgrade = Section::Upgrade;
constexpr auto Text = FieldType::Text;
constexpr auto Code = FieldType::Code;
constexpr auto Int = FieldType::Integer;
constexpr auto Num = FieldType::Number;
constexpr auto Bool = FieldType::Boolean;
constexpr auto Choice = FieldType::Choice;
constexpr auto List = FieldType::List;
constexpr auto Map = FieldType::Map;
constexpr auto Obj = FieldType::Object;
using F = FieldInfo;

#define N(text) QT_TRANSLATE_NOOP("appspec-schema", text)

// clang-format off
constexpr F table[] = {
{"/id", Text, General, N("ID"), N("The path of the app: lower-case segments with slashes between them, such as /prod/web. The last one may not be restart, tasks or versions."), "", "", none, any, "", F::Required, ""},
{"/cmd", Code, General, N("Command"), N("Run by /bin/sh -c. Give either a command or arguments; an image can do without both."), "", "", none, any, "", 0, ""},
{"/args", List, General, N("Arguments"), N("The program and its arguments without a shell, or arguments for the image's entry point."), "[]", "", none, any, "", 0, ""},
{"/args/*", Text, General, N("Argument"), N("One argument, passed as it is."), "", "", none, any, "", 0, ""},
{"/instances", Int, General, N("Instances"), N("How many run at the same time. Changing only this restarts nothing."), "1", "", 0, int32, "", 0, ""},
{"/user", Text, General, N("User"), N("The account on the agent under which the instances run."), "", "", none, any, "", 0, ""},
{"/dependencies", List, General, N("Dependencies"), N("Apps or groups that are deployed before this one. They need not exist; cycles are refused."), "[]", "", none, any, "", 0, ""},
{"/dependencies/*", Text, General, N("Dependency"), N("The id of an app or group."), "", "", none, any, "", 0, ""},
{"/fetch", List, General, N("Artifacts"), N("Files that the agent downloads into the sandbox before the start."), "[]", "", none, any, "", 0, ""},
{"/fetch/*", Obj, General, N("Artifact"), N("One file to download."), "", "", none, any, "", 0, ""},
{"/fetch/*/uri", Text, General, N("URI"), N("Where it comes from."), "", "", none, any, "", F::Required, ""},
{"/fetch/*/extract", Bool, General, N("Extract"), N("Unpack an archive after the download."), "true", "", none, any, "", 0, ""},
{"/fetch/*/executable", Bool, General, N("Executable"), N("Make the file executable."), "false", "", none, any, "", 0, ""},
{"/fetch/*/cache", Bool, General, N("Cache"), N("Let the agent keep it for the next instance."), "false", "", none, any, "", 0, ""},
{"/fetch/*/destPath", Text, General, N("Destination"), N("Name below the sandbox."), "", "", none, any, "", 0, ""},
{"/uris", List, General, N("URIs"), N("The older form of artifacts."), "", "", none, any, "", F::Deprecated, ""},
{"/executor", Text, General, N("Executor"), N("Another executor than the server's; empty is right nearly always."), "\"\"", "", none, any, "", F::Advanced, ""},
{"/tty", Bool, General, N("Terminal"), N("Give the process a pseudo terminal."), "", "", none, any, "", F::Advanced, ""},
{"/cpus", Num, Amounts, N("CPUs"), N("Share of processors per instance; fractions are fine."), "1", "", 0, any, "", 0, ""},
{"/mem", Num, Amounts, N("Memory"), N("Per instance. An instance that uses more is killed."), "128", "MB", 0, any, "", 0, ""},
{"/disk", Num, Amounts, N("Disk"), N("Room in the sandbox per instance."), "0", "MB", 0, any, "", 0, ""},
{"/gpus", Int, Amounts, N("GPUs"), N("Whole GPUs per instance; MESOS engine only."), "0", "", 0, int32, "", F::MesosOnly, "gpu_resources"},
{"/resourceLimits", Obj, Amounts, N("Limits"), N("How far an instance may go beyond what it asked for. A partial update that does not repeat them removes them and restarts the app."), "", "", none, any, "", F::Advanced, ""},
{"/resourceLimits/cpus", Text, Amounts, N("CPU limit"), N("A number not below CPUs, or unlimited."), "", "", 0, any, "", 0, ""},
{"/resourceLimits/mem", Text, Amounts, N("Memory limit"), N("A number not below memory, or unlimited."), "", "MB", 0, any, "", 0, ""},
{"/executorResources", Obj, Amounts, N("Executor resources"), N("What the executor itself may use. Any update that does not repeat them removes them."), "", "", none, any, "", F::Advanced, ""},
{"/executorResources/cpus", Num, Amounts, N("CPUs"), N("CPU share of the executor."), "0.1", "", 0, any, "", 0, ""},
{"/executorResources/mem", Num, Amounts, N("Memory"), N("Memory of the executor."), "32", "MB", 32, any, "", 0, ""},
{"/executorResources/disk", Num, Amounts, N("Disk"), N("Disk of the executor."), "10", "MB", 10, any, "", 0, ""},
{"/container", Obj, Box, N("Container"), N("The engine, the image and what is mounted and mapped into it."), "", "", none, any, "", 0, ""},
{"/container/type", Choice, Box, N("Engine"), N("DOCKER hands the image to the Docker daemon and needs one; MESOS runs images and plain processes itself."), "\"DOCKER\"", "", none, any, "MESOS|DOCKER", 0, ""},
{"/container/docker", Obj, Box, N("Image settings"), N("The image and how it is run."), "", "", none, any, "", 0, ""},
{"/container/docker/image", Text, Box, N("Image"), N("Name with an optional tag, such as nginx:1.19."), "", "", none, any, "", F::Required, ""},
{"/container/docker/forcePullImage", Bool, Box, N("Always pull"), N("Fetch the image even when the agent has it."), "false", "", none, any, "", 0, ""},
{"/container/docker/privileged", Bool, Box, N("Privileged"), N("Full access to the agent's devices."), "false", "", none, any, "", F::DockerOnly, ""},
{"/container/docker/parameters", List, Box, N("Docker parameters"), N("Further options of docker run."), "[]", "", none, any, "", F::DockerOnly, ""},
{"/container/docker/parameters/*", Obj, Box, N("Parameter"), N("One option."), "", "", none, any, "", 0, ""},
{"/container/docker/parameters/*/key", Text, Box, N("Option"), N("Name without dashes."), "", "", none, any, "", F::Required, ""},
{"/container/docker/parameters/*/value", Text, Box, N("Value"), N("Its value."), "", "", none, any, "", F::Required, ""},
{"/container/docker/pullConfig", Obj, Box, N("Registry login"), N("Credentials of the registry out of a secret."), "", "", none, any, "", F::MesosOnly, "secrets"},
{"/container/docker/pullConfig/secret", Text, Box, N("Secret"), N("The name of an entry in Secrets."), "", "", none, any, "", F::Required, ""},
{"/container/docker/credential", Obj, Box, N("Credential"), N("Always refused; use the registry login."), "", "", none, any, "", F::Deprecated, ""},
{"/container/docker/network", Choice, Net, N("Docker network"), N("The older form of networks."), "", "", none, any, "BRIDGE|HOST|USER", F::Deprecated, ""},
{"/container/docker/portMappings", List, Net, N("Docker port mappings"), N("The older place of port mappings."), "", "", none, any, "", F::Deprecated, ""},
{"/container/linuxInfo", Obj, Box, N("Linux isolation"), N("System call filter and shared memory."), "", "", none, any, "", F::Advanced | F::MesosOnly, ""},
{"/container/linuxInfo/seccomp", Obj, Box, N("Seccomp"), N("Either a profile or unconfined."), "", "", none, any, "", 0, ""},
{"/container/linuxInfo/seccomp/profileName", Text, Box, N("Profile"), N("A file on the agent."), "", "", none, any, "", 0, ""},
{"/container/linuxInfo/seccomp/unconfined", Bool, Box, N("Unconfined"), N("No filter at all."), "false", "", none, any, "", 0, ""},
{"/container/linuxInfo/ipcInfo", Obj, Box, N("IPC"), N("Shared memory."), "", "", none, any, "", 0, ""},
{"/container/linuxInfo/ipcInfo/mode", Choice, Box, N("Mode"), N("An own name space or the parent's."), "", "", none, any, "PRIVATE|SHARE_PARENT", F::Required, ""},
{"/container/linuxInfo/ipcInfo/shmSize", Int, Box, N("Shared memory"), N("Only with PRIVATE."), "", "MiB", none, int32, "", 0, ""},
{"/networks", List, Net, N("Networks"), N("The host's network, a bridge, or container networks with an address of their own."), "[{\"mode\":\"host\"}]", "", none, any, "", 0, ""},
{"/networks/*", Obj, Net, N("Network"), N("One network."), "", "", none, any, "", 0, ""},
{"/networks/*/mode", Choice, Net, N("Mode"), N("host: the agent's own ports. container/bridge: mapped ports. container: an address of its own on a named network."), "\"container\"", "", none, any, "host|container/bridge|container", 0, ""},
{"/networks/*/name", Text, Net, N("Name"), N("Of the container network."), "", "", none, any, "", 0, ""},
{"/networks/*/labels", Map, Net, N("Labels"), N("Handed to the network plug-in."), "{}", "", none, any, "", 0, ""},
{"/portDefinitions", List, Net, N("Ports"), N("Ports on the agent. 0 lets the server choose; an explicit empty list means none."), "[{\"port\":0,\"name\":\"default\"}]", "", none, any, "", F::HostOnly, ""},
{"/portDefinitions/*", Obj, Net, N("Port"), N("One port."), "", "", none, any, "", 0, ""},
{"/portDefinitions/*/port", Int, Net, N("Port"), N("The service port, or with “require ports” the port on the agent."), "0", "", 0, 65535, "", 0, ""},
{"/portDefinitions/*/protocol", Choice, Net, N("Protocol"), N("udp,tcp asks for both."), "\"tcp\"", "", none, any, "tcp|udp|udp,tcp", 0, ""},
{"/portDefinitions/*/name", Text, Net, N("Name"), N("Must differ from the other ports' names."), "", "", none, any, "", 0, ""},
{"/portDefinitions/*/labels", Map, Net, N("Labels"), N("For load balancers, such as a virtual address."), "{}", "", none, any, "", 0, ""},
{"/requirePorts", Bool, Net, N("Require ports"), N("Run only where exactly these ports are free."), "false", "", none, any, "", F::HostOnly, ""},
{"/container/portMappings", List, Net, N("Port mappings"), N("Ports inside the container and outside. An explicit empty list means none."), "[{\"containerPort\":0,\"name\":\"default\"}]", "", none, any, "", F::OffHostOnly, ""},
{"/container/portMappings/*", Obj, Net, N("Port mapping"), N("One mapped port."), "", "", none, any, "", 0, ""},
{"/container/portMappings/*/containerPort", Int, Net, N("Container port"), N("Where the process listens; 0 takes the host port's number."), "0", "", 0, 65535, "", 0, ""},
{"/container/portMappings/*/hostPort", Int, Net, N("Host port"), N("On the agent; 0 takes any free one. On a container network none is taken unless given."), "", "", 0, 65535, "", 0, ""},
{"/container/portMappings/*/servicePort", Int, Net, N("Service port"), N("Cluster-wide number for load balancers; 0 lets the server choose."), "0", "", 0, 65535, "", 0, ""},
{"/container/portMappings/*/protocol", Choice, Net, N("Protocol"), N("udp,tcp asks for both."), "\"tcp\"", "", none, any, "tcp|udp|udp,tcp", 0, ""},
{"/container/portMappings/*/name", Text, Net, N("Name"), N("Must differ from the other mappings' names."), "", "", none, any, "", 0, ""},
{"/container/portMappings/*/labels", Map, Net, N("Labels"), N("For load balancers, such as a virtual address."), "{}", "", none, any, "", 0, ""},
{"/container/portMappings/*/networkNames", List, Net, N("Network names"), N("The container networks this port is for; empty means all."), "[]", "", none, any, "", 0, ""},
{"/ports", List, Net, N("Ports (old)"), N("The older form of ports."), "", "", none, any, "", F::Deprecated, ""},
{"/ipAddress", Obj, Net, N("IP address (old)"), N("The older form of networks and port mappings."), "", "", none, any, "", F::Deprecated, ""},
{"/healthChecks", List, Health, N("Health checks"), N("How the cluster finds out whether an instance works. An instance that fails too often is killed and started elsewhere."), "[]", "", none, any, "", 0, ""},
{"/healthChecks/*", Obj, Health, N("Health check"), N("One check."), "", "", none, any, "", 0, ""},
{"/healthChecks/*/protocol", Choice, Health, N("Protocol"), N("MESOS_ checks and COMMAND run on the agent, the others from the scheduler."), "\"HTTP\"", "", none, any, "MESOS_HTTP|MESOS_HTTPS|MESOS_TCP|COMMAND|HTTP|HTTPS|TCP", 0, ""},
{"/healthChecks/*/path", Text, Health, N("Path"), N("Asked for over HTTP."), "", "", none, any, "", 0, ""},
{"/healthChecks/*/portIndex", Int, Health, N("Port index"), N("Which of the app's ports, counted from 0."), "0", "", 0, 65535, "", 0, ""},
{"/healthChecks/*/port", Int, Health, N("Port"), N("A fixed port instead of an index."), "", "", 0, 65535, "", 0, ""},
{"/healthChecks/*/command", Obj, Health, N("Command"), N("Healthy when it ends with 0."), "", "", none, any, "", 0, ""},
{"/healthChecks/*/command/value", Code, Health, N("Command"), N("Run by a shell inside the container."), "", "", none, any, "", F::Required, ""},
{"/healthChecks/*/gracePeriodSeconds", Int, Health, N("Grace period"), N("Failures this soon after the start do not count, until the first success."), "300", "s", 0, int32, "", 0, ""},
{"/healthChecks/*/intervalSeconds", Int, Health, N("Interval"), N("From one probe to the next."), "60", "s", 0, int32, "", 0, ""},
{"/healthChecks/*/timeoutSeconds", Int, Health, N("Time-out"), N("A probe that takes longer has failed."), "20", "s", none, int32, "", 0, ""},
{"/healthChecks/*/maxConsecutiveFailures", Int, Health, N("Max failures"), N("Failures in a row that are allowed: the instance is killed with one more. 0 never kills."), "3", "", 0, int32, "", 0, ""},
{"/healthChecks/*/delaySeconds", Int, Health, N("Delay"), N("Before the first probe; checks on the agent only."), "15", "s", 0, int32, "", F::Advanced, ""},
{"/healthChecks/*/ipProtocol", Choice, Health, N("IP version"), N("IPv6 with the DOCKER engine and MESOS_ checks only."), "\"IPv4\"", "", none, any, "IPv4|IPv6", F::Advanced, ""},
{"/healthChecks/*/ignoreHttp1xx", Bool, Health, N("Ignore 1xx"), N("Taken but not kept by the server."), "", "", none, any, "", F::Advanced | F::Deprecated, ""},
{"/readinessChecks", List, Health, N("Readiness check"), N("During a deployment an instance only counts once it answers this. At most one."), "[]", "", none, any, "", 0, ""},
{"/readinessChecks/*", Obj, Health, N("Readiness check"), N("Asked until it says ready."), "", "", none, any, "", 0, ""},
{"/readinessChecks/*/name", Text, Health, N("Name"), N("How it is called in results."), "\"readinessCheck\"", "", none, any, "", 0, ""},
{"/readinessChecks/*/protocol", Choice, Health, N("Protocol"), N("HTTP or HTTPS."), "\"HTTP\"", "", none, any, "HTTP|HTTPS", 0, ""},
{"/readinessChecks/*/path", Text, Health, N("Path"), N("Asked for over HTTP."), "\"/\"", "", none, any, "", 0, ""},
{"/readinessChecks/*/portName", Text, Health, N("Port name"), N("Must be the name of one of the ports."), "\"http-api\"", "", none, any, "", 0, ""},
{"/readinessChecks/*/intervalSeconds", Int, Health, N("Interval"), N("From one probe to the next."), "30", "s", 0, int32, "", 0, ""},
{"/readinessChecks/*/timeoutSeconds", Int, Health, N("Time-out"), N("Must be shorter than the interval."), "10", "s", 1, int32, "", 0, ""},
{"/readinessChecks/*/httpStatusCodesForReady", List, Health, N("Codes for ready"), N("HTTP status codes that mean ready."), "[200]", "", none, any, "", 0, ""},
{"/readinessChecks/*/preserveLastResponse", Bool, Health, N("Keep the last answer"), N("Show it in the deployment."), "false", "", none, any, "", 0, ""},
{"/check", Obj, Health, N("Generic check"), N("Its result is shown and never kills. Exactly one of http, tcp and exec; MESOS engine only."), "", "", none, any, "", F::Advanced | F::MesosOnly, ""},
{"/check/http", Obj, Health, N("HTTP"), N("Asks for a path."), "", "", none, any, "", 0, ""},
{"/check/http/portIndex", Int, Health, N("Port index"), N("Which of the app's ports."), "", "", 0, 65535, "", 0, ""},
{"/check/http/port", Int, Health, N("Port"), N("A fixed port."), "", "", 0, 65535, "", 0, ""},
{"/check/http/path", Text, Health, N("Path"), N("Asked for over HTTP."), "", "", none, any, "", 0, ""},
{"/check/http/scheme", Choice, Health, N("Scheme"), N("Only HTTP works."), "\"HTTP\"", "", none, any, "HTTP", 0, ""},
{"/check/tcp", Obj, Health, N("TCP"), N("Opens a connection."), "", "", none, any, "", 0, ""},
{"/check/tcp/portIndex", Int, Health, N("Port index"), N("Which of the app's ports."), "", "", 0, 65535, "", 0, ""},
{"/check/tcp/port", Int, Health, N("Port"), N("A fixed port."), "", "", 0, 65535, "", 0, ""},
{"/check/exec", Obj, Health, N("Command"), N("Runs a command."), "", "", none, any, "", 0, ""},
{"/check/exec/command", Obj, Health, N("Command"), N("Use shell; argv breaks the server."), "", "", none, any, "", F::Required, ""},
{"/check/exec/command/shell", Code, Health, N("Shell command"), N("Run by a shell."), "", "", none, any, "", F::Required, ""},
{"/check/intervalSeconds", Int, Health, N("Interval"), N("From one probe to the next."), "60", "s", 0, int32, "", 0, ""},
{"/check/timeoutSeconds", Int, Health, N("Time-out"), N("A probe that takes longer has failed."), "20", "s", 0, int32, "", 0, ""},
{"/check/delaySeconds", Int, Health, N("Delay"), N("Before the first probe."), "15", "s", 0, int32, "", 0, ""},
{"/container/volumes", List, Disk, N("Volumes"), N("Directories of the agent, disks that stay with the app, volumes of a storage system, and secrets as files."), "[]", "", none, any, "", 0, ""},
{"/container/volumes/*", Obj, Disk, N("Volume"), N("One mounted directory."), "", "", none, any, "", 0, ""},
{"/container/volumes/*/containerPath", Text, Disk, N("Container path"), N("Where it appears. For a persistent volume a name without slashes."), "", "", none, any, "", F::Required, ""},
{"/container/volumes/*/hostPath", Text, Disk, N("Host path"), N("A directory or file of the agent."), "", "", none, any, "", 0, ""},
{"/container/volumes/*/mode", Choice, Disk, N("Mode"), N("Read-only or writable."), "", "", none, any, "RO|RW", F::Required, ""},
{"/container/volumes/*/persistent", Obj, Disk, N("Persistent"), N("A disk that is reserved for this app and outlives its instances."), "", "", none, any, "", 0, ""},
{"/container/volumes/*/persistent/type", Choice, Disk, N("Disk type"), N("root: a share of the agent's disk; path and mount: disks of their own."), "\"root\"", "", none, any, "root|path|mount", 0, ""},
{"/container/volumes/*/persistent/size", Int, Disk, N("Size"), N("Reserved per instance."), "", "MB", 1, any, "", F::Required, ""},
{"/container/volumes/*/persistent/maxSize", Int, Disk, N("Largest size"), N("Of a mount disk that is taken."), "", "MB", 0, any, "", 0, ""},
{"/container/volumes/*/persistent/profileName", Text, Disk, N("Profile"), N("Only disks with this profile."), "", "", none, any, "", 0, ""},
{"/container/volumes/*/persistent/constraints", List, Disk, N("Constraints"), N("Which disks: path LIKE an expression."), "[]", "", none, any, "", 0, ""},
{"/container/volumes/*/external", Obj, Disk, N("External"), N("A volume of a storage system."), "", "", none, any, "", 0, "external_volumes"},
{"/container/volumes/*/external/provider", Choice, Disk, N("Provider"), N("dvdi for Docker volume drivers, csi for CSI plug-ins."), "", "", none, any, "dvdi|csi", F::Required, ""},
{"/container/volumes/*/external/name", Text, Disk, N("Name"), N("Of the volume in its storage system."), "", "", none, any, "", F::Required, ""},
{"/container/volumes/*/external/size", Int, Disk, N("Size"), N("MESOS engine only."), "", "GiB", 1, any, "", 0, ""},
{"/container/volumes/*/external/shared", Bool, Disk, N("Shared"), N("Several apps may use it."), "false", "", none, any, "", 0, ""},
{"/container/volumes/*/external/options", Map, Disk, N("Options"), N("dvdi/driver is required for dvdi; csi needs pluginName and capability."), "", "", none, any, "", 0, ""},
{"/container/volumes/*/secret", Text, Disk, N("Secret"), N("The name of an entry in Secrets, mounted as a file."), "", "", none, any, "", 0, "secrets"},
{"/residency", Obj, Disk, N("Residency"), N("Without effect; the server shows it for apps with persistent volumes."), "", "", none, any, "", F::Deprecated, ""},
{"/env", Map, Env, N("Environment"), N("Variables of the process, as text or out of a secret."), "{}", "", none, any, "", 0, ""},
{"/env/*", Text, Env, N("Value"), N("Text, or a reference to a secret."), "", "", none, any, "", 0, ""},
{"/env/*/secret", Text, Env, N("Secret"), N("The name of an entry in Secrets."), "", "", none, any, "", F::Required, "secrets"},
{"/secrets", Map, Env, N("Secrets"), N("Names for secrets of the secret store."), "{}", "", none, any, "", 0, "secrets"},
{"/secrets/*", Obj, Env, N("Secret"), N("One secret."), "", "", none, any, "", 0, ""},
{"/secrets/*/source", Text, Env, N("Source"), N("Its path in the secret store."), "", "", none, any, "", F::Required, ""},
{"/constraints", List, Place, N("Constraints"), N("Which agents may take an instance. All of them must hold."), "[]", "", none, any, "", 0, ""},
{"/constraints/*", List, Place, N("Constraint"), N("A field, an operator and, for most operators, a value."), "", "", none, any, "", 0, ""},
{"/constraints/*/0", Text, Place, N("Field"), N("An attribute of agents, or hostname, @hostname, @region, @zone."), "", "", none, any, "", F::Required, ""},
{"/constraints/*/1", Choice, Place, N("Operator"), N("UNIQUE: each value once. MAX_PER: at most n each. GROUP_BY: evenly over n values. CLUSTER: all on one value. LIKE, UNLIKE: expression. IS: equal."), "", "", none, any, "UNIQUE|CLUSTER|GROUP_BY|LIKE|UNLIKE|MAX_PER|IS", F::Required, ""},
{"/constraints/*/2", Text, Place, N("Value"), N("What the operator compares with."), "", "", none, any, "", 0, ""},
{"/role", Text, Place, N("Role"), N("Whose resources are used. Directly below the root only the server's own role."), "\"*\"", "", none, any, "", 0, ""},
{"/acceptedResourceRoles", List, Place, N("Accepted roles"), N("Take only offers of these roles: * and the app's own."), "", "", none, any, "", F::Advanced, ""},
{"/upgradeStrategy", Obj, Upgrade, N("Upgrade"), N("How many instances may be missing, and how many extra may run, while old ones are replaced."), "", "", none, any, "", 0, ""},
{"/upgradeStrategy/minimumHealthCapacity", Num, Upgrade, N("Stay healthy"), N("Share of the instances that stay up, 0 to 1."), "1", "", 0, 1, "", F::Required, ""},
{"/upgradeStrategy/maximumOverCapacity", Num, Upgrade, N("Run extra"), N("Share of instances that may run in addition, 0 to 1."), "1", "", 0, 1, "", F::Required, ""},
{"/backoffSeconds", Int, Upgrade, N("Back-off"), N("Wait after the first failed start."), "1", "s", 0, int32, "", 0, ""},
{"/backoffFactor", Num, Upgrade, N("Back-off factor"), N("The wait grows by this with each further failure."), "1.15", "", 1, any, "", 0, ""},
{"/maxLaunchDelaySeconds", Int, Upgrade, N("Longest wait"), N("The wait never gets longer than this."), "300", "s", 0, int32, "", 0, ""},
{"/taskKillGracePeriodSeconds", Int, Upgrade, N("Kill grace period"), N("Between SIGTERM and SIGKILL."), "", "s", 0, int32, "", 0, ""},
{"/killSelection", Choice, Upgrade, N("Kill first"), N("Which instances go when the app is scaled down."), "\"YOUNGEST_FIRST\"", "", none, any, "YOUNGEST_FIRST|OLDEST_FIRST", 0, ""},
{"/unreachableStrategy", Obj, Upgrade, N("Lost agents"), N("When instances on an agent out of contact are replaced; disabled waits for ever."), "{\"inactiveAfterSeconds\":0,\"expungeAfterSeconds\":0}", "", none, any, "", 0, ""},
{"/unreachableStrategy/inactiveAfterSeconds", Int, Upgrade, N("Replace after"), N("A replacement starts after this long."), "0", "s", 0, 9223372036, "", 0, ""},
{"/unreachableStrategy/expungeAfterSeconds", Int, Upgrade, N("Forget after"), N("After this long the old instance is forgotten, and killed should it come back."), "0", "s", 0, 9223372036, "", 0, ""},
{"/labels", Map, Section::Labels, N("Labels"), N("Free text for people and for other programs. Changing them restarts the app."), "{}", "", none, any, "", 0, ""},
{"/labels/*", Text, Section::Labels, N("Value"), N("Text."), "", "", none, any, "", 0, ""},
{"/version", FieldType::DateTime, General, N("Version"), N("Written by the server. Alone in an update it means: go back to it."), "", "", none, any, "", F::ReadOnly, ""},
{"/versionInfo", Obj, General, N("Version info"), N("Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/tasksStaged", Int, General, N("Staged"), N("Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/tasksRunning", Int, General, N("Running"), N("Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/tasksHealthy", Int, General, N("Healthy"), N("Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/tasksUnhealthy", Int, General, N("Unhealthy"), N("Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/deployments", List, General, N("Deployments"), N("Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/readinessCheckResults", List, Health, N("Readiness results"), N("Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/tasks", List, General, N("Tasks"), N("Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/lastTaskFailure", Obj, Upgrade, N("Last failure"), N("Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/tasksStats", Obj, General, N("Task statistics"), N("Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
};
// clang-format on

#undef N

const QHash<QString, const FieldInfo*>& byPattern() {
    static const auto index = [] {
        QHash<QString, const FieldInfo*> map;
        for (const FieldInfo& field : table)
            map.insert(QLatin1String(field.pattern), &field);
        return map;
    }();
    return index;
}

} // namespace

QString FieldInfo::title() const {
    return QCoreApplication::translate("appspec-schema", titleText);
}

QString FieldInfo::help() const {
    return QCoreApplication::translate("appspec-schema", helpText);
}

QStringList FieldInfo::choiceList() const {
    return QString::fromLatin1(choices).split(QLatin1Char('|'), Qt::SkipEmptyParts);
}

QString FieldInfo::name() const {
    return QString::fromLatin1(pattern).section(QLatin1Char('/'), -1);
}

QString sectionTitle(Section section) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("appspec-schema", "General"),
        QT_TRANSLATE_NOOP("appspec-schema", "Resources"),
        QT_TRANSLATE_NOOP("appspec-schema", "Container"),
        QT_TRANSLATE_NOOP("appspec-schema", "Networking and ports"),
        QT_TRANSLATE_NOOP("appspec-schema", "Health and readiness"),
        QT_TRANSLATE_NOOP("appspec-schema", "Volumes"),
        QT_TRANSLATE_NOOP("appspec-schema", "Environment and secrets"),
        QT_TRANSLATE_NOOP("appspec-schema", "Placement"),
        QT_TRANSLATE_NOOP("appspec-schema", "Upgrade and failure handling"),
        QT_TRANSLATE_NOOP("appspec-schema", "Labels"),
        QT_TRANSLATE_NOOP("appspec-schema", "Other fields"),
    };
    return QCoreApplication::translate("appspec-schema", names[size_t(section)]);
}

QList<Section> sections() {
    QList<Section> all;
    for (int i = 0; i <= int(Section::Other); ++i)
        all.append(Section(i));
    return all;
}

const QList<const FieldInfo*>& allFields() {
    static const auto list = [] {
        QList<const FieldInfo*> all;
        for (const FieldInfo& field : table)
            all.append(&field);
        return all;
    }();
    return list;
}

QString patternOf(const QString& pointer) {
    QString pattern;
    const QStringList tokens = pointer.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (const QString& token : tokens) {
        // A constraint is a list whose positions have a meaning of their own.
        const QString exact = pattern + QLatin1Char('/') + token;
        const bool known = byPattern().contains(exact);
        pattern = known || !byPattern().contains(pattern + QLatin1String("/*")) ? exact : pattern + QLatin1String("/*");
    }
    return pattern;
}

const FieldInfo* fieldInfo(const QString& pointerOrPattern) {
    return byPattern().value(patternOf(pointerOrPattern));
}

QList<const FieldInfo*> childFields(const QString& pointerOrPattern) {
    static const auto byParent = [] {
        QHash<QString, QList<const FieldInfo*>> map;
        for (const FieldInfo& field : table) {
            const QString pattern = QString::fromLatin1(field.pattern);
            if (!pattern.endsWith(QLatin1Char('*')))
                map[pattern.left(pattern.lastIndexOf(QLatin1Char('/')))].append(&field);
        }
        return map;
    }();
    return byParent.value(patternOf(pointerOrPattern));
}

QList<const FieldInfo*> fieldsOfSection(Section section) {
    QList<const FieldInfo*> fields;
    for (const FieldInfo& field : table) {
        if (field.section == section &&
            std::count(field.pattern, field.pattern + std::char_traits<char>::length(field.pattern), '/') == 1)
            fields.append(&field);
    }
    return fields;
}

} // namespace mesoscope::appspec

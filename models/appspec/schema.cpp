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

// clang-format off
constexpr F table[] = {
{"/id", Text, General, QT_TRANSLATE_NOOP("appspec-schema", "ID"), QT_TRANSLATE_NOOP("appspec-schema", "The path of the app: lower-case segments with slashes between them, such as /prod/web. The last one may not be restart, tasks or versions."), "", "", none, any, "", F::Required, ""},
{"/cmd", Code, General, QT_TRANSLATE_NOOP("appspec-schema", "Command"), QT_TRANSLATE_NOOP("appspec-schema", "Run by /bin/sh -c. Give either a command or arguments; an image can do without both."), "", "", none, any, "", 0, ""},
{"/args", List, General, QT_TRANSLATE_NOOP("appspec-schema", "Arguments"), QT_TRANSLATE_NOOP("appspec-schema", "The program and its arguments without a shell, or arguments for the image's entry point."), "[]", "", none, any, "", 0, ""},
{"/args/*", Text, General, QT_TRANSLATE_NOOP("appspec-schema", "Argument"), QT_TRANSLATE_NOOP("appspec-schema", "One argument, passed as it is."), "", "", none, any, "", 0, ""},
{"/instances", Int, General, QT_TRANSLATE_NOOP("appspec-schema", "Instances"), QT_TRANSLATE_NOOP("appspec-schema", "How many run at the same time. Changing only this restarts nothing."), "1", "", 0, int32, "", 0, ""},
{"/user", Text, General, QT_TRANSLATE_NOOP("appspec-schema", "User"), QT_TRANSLATE_NOOP("appspec-schema", "The account on the agent under which the instances run."), "", "", none, any, "", 0, ""},
{"/dependencies", List, General, QT_TRANSLATE_NOOP("appspec-schema", "Dependencies"), QT_TRANSLATE_NOOP("appspec-schema", "Apps or groups that are deployed before this one. They need not exist; cycles are refused."), "[]", "", none, any, "", 0, ""},
{"/dependencies/*", Text, General, QT_TRANSLATE_NOOP("appspec-schema", "Dependency"), QT_TRANSLATE_NOOP("appspec-schema", "The id of an app or group."), "", "", none, any, "", 0, ""},
{"/fetch", List, General, QT_TRANSLATE_NOOP("appspec-schema", "Artifacts"), QT_TRANSLATE_NOOP("appspec-schema", "Files that the agent downloads into the sandbox before the start."), "[]", "", none, any, "", 0, ""},
{"/fetch/*", Obj, General, QT_TRANSLATE_NOOP("appspec-schema", "Artifact"), QT_TRANSLATE_NOOP("appspec-schema", "One file to download."), "", "", none, any, "", 0, ""},
{"/fetch/*/uri", Text, General, QT_TRANSLATE_NOOP("appspec-schema", "URI"), QT_TRANSLATE_NOOP("appspec-schema", "Where it comes from."), "", "", none, any, "", F::Required, ""},
{"/fetch/*/extract", Bool, General, QT_TRANSLATE_NOOP("appspec-schema", "Extract"), QT_TRANSLATE_NOOP("appspec-schema", "Unpack an archive after the download."), "true", "", none, any, "", 0, ""},
{"/fetch/*/executable", Bool, General, QT_TRANSLATE_NOOP("appspec-schema", "Executable"), QT_TRANSLATE_NOOP("appspec-schema", "Make the file executable."), "false", "", none, any, "", 0, ""},
{"/fetch/*/cache", Bool, General, QT_TRANSLATE_NOOP("appspec-schema", "Cache"), QT_TRANSLATE_NOOP("appspec-schema", "Let the agent keep it for the next instance."), "false", "", none, any, "", 0, ""},
{"/fetch/*/destPath", Text, General, QT_TRANSLATE_NOOP("appspec-schema", "Destination"), QT_TRANSLATE_NOOP("appspec-schema", "Name below the sandbox."), "", "", none, any, "", 0, ""},
{"/uris", List, General, QT_TRANSLATE_NOOP("appspec-schema", "URIs"), QT_TRANSLATE_NOOP("appspec-schema", "The older form of artifacts."), "", "", none, any, "", F::Deprecated, ""},
{"/executor", Text, General, QT_TRANSLATE_NOOP("appspec-schema", "Executor"), QT_TRANSLATE_NOOP("appspec-schema", "Another executor than the server's; empty is right nearly always."), "\"\"", "", none, any, "", F::Advanced, ""},
{"/tty", Bool, General, QT_TRANSLATE_NOOP("appspec-schema", "Terminal"), QT_TRANSLATE_NOOP("appspec-schema", "Give the process a pseudo terminal."), "", "", none, any, "", F::Advanced, ""},
{"/cpus", Num, Amounts, QT_TRANSLATE_NOOP("appspec-schema", "CPUs"), QT_TRANSLATE_NOOP("appspec-schema", "Share of processors per instance; fractions are fine."), "1", "", 0, any, "", 0, ""},
{"/mem", Num, Amounts, QT_TRANSLATE_NOOP("appspec-schema", "Memory"), QT_TRANSLATE_NOOP("appspec-schema", "Per instance. An instance that uses more is killed."), "128", "MB", 0, any, "", 0, ""},
{"/disk", Num, Amounts, QT_TRANSLATE_NOOP("appspec-schema", "Disk"), QT_TRANSLATE_NOOP("appspec-schema", "Room in the sandbox per instance."), "0", "MB", 0, any, "", 0, ""},
{"/gpus", Int, Amounts, QT_TRANSLATE_NOOP("appspec-schema", "GPUs"), QT_TRANSLATE_NOOP("appspec-schema", "Whole GPUs per instance; MESOS engine only."), "0", "", 0, int32, "", F::MesosOnly, "gpu_resources"},
{"/resourceLimits", Obj, Amounts, QT_TRANSLATE_NOOP("appspec-schema", "Limits"), QT_TRANSLATE_NOOP("appspec-schema", "How far an instance may go beyond what it asked for. A partial update that does not repeat them removes them and restarts the app."), "", "", none, any, "", F::Advanced, ""},
{"/resourceLimits/cpus", Text, Amounts, QT_TRANSLATE_NOOP("appspec-schema", "CPU limit"), QT_TRANSLATE_NOOP("appspec-schema", "A number not below CPUs, or unlimited."), "", "", 0, any, "", 0, ""},
{"/resourceLimits/mem", Text, Amounts, QT_TRANSLATE_NOOP("appspec-schema", "Memory limit"), QT_TRANSLATE_NOOP("appspec-schema", "A number not below memory, or unlimited."), "", "MB", 0, any, "", 0, ""},
{"/executorResources", Obj, Amounts, QT_TRANSLATE_NOOP("appspec-schema", "Executor resources"), QT_TRANSLATE_NOOP("appspec-schema", "What the executor itself may use. Any update that does not repeat them removes them."), "", "", none, any, "", F::Advanced, ""},
{"/executorResources/cpus", Num, Amounts, QT_TRANSLATE_NOOP("appspec-schema", "CPUs"), QT_TRANSLATE_NOOP("appspec-schema", "CPU share of the executor."), "0.1", "", 0, any, "", 0, ""},
{"/executorResources/mem", Num, Amounts, QT_TRANSLATE_NOOP("appspec-schema", "Memory"), QT_TRANSLATE_NOOP("appspec-schema", "Memory of the executor."), "32", "MB", 32, any, "", 0, ""},
{"/executorResources/disk", Num, Amounts, QT_TRANSLATE_NOOP("appspec-schema", "Disk"), QT_TRANSLATE_NOOP("appspec-schema", "Disk of the executor."), "10", "MB", 10, any, "", 0, ""},
{"/container", Obj, Box, QT_TRANSLATE_NOOP("appspec-schema", "Container"), QT_TRANSLATE_NOOP("appspec-schema", "The engine, the image and what is mounted and mapped into it."), "", "", none, any, "", 0, ""},
{"/container/type", Choice, Box, QT_TRANSLATE_NOOP("appspec-schema", "Engine"), QT_TRANSLATE_NOOP("appspec-schema", "DOCKER hands the image to the Docker daemon and needs one; MESOS runs images and plain processes itself."), "\"DOCKER\"", "", none, any, "MESOS|DOCKER", 0, ""},
{"/container/docker", Obj, Box, QT_TRANSLATE_NOOP("appspec-schema", "Image settings"), QT_TRANSLATE_NOOP("appspec-schema", "The image and how it is run."), "", "", none, any, "", 0, ""},
{"/container/docker/image", Text, Box, QT_TRANSLATE_NOOP("appspec-schema", "Image"), QT_TRANSLATE_NOOP("appspec-schema", "Name with an optional tag, such as nginx:1.19."), "", "", none, any, "", F::Required, ""},
{"/container/docker/forcePullImage", Bool, Box, QT_TRANSLATE_NOOP("appspec-schema", "Always pull"), QT_TRANSLATE_NOOP("appspec-schema", "Fetch the image even when the agent has it."), "false", "", none, any, "", 0, ""},
{"/container/docker/privileged", Bool, Box, QT_TRANSLATE_NOOP("appspec-schema", "Privileged"), QT_TRANSLATE_NOOP("appspec-schema", "Full access to the agent's devices."), "false", "", none, any, "", F::DockerOnly, ""},
{"/container/docker/parameters", List, Box, QT_TRANSLATE_NOOP("appspec-schema", "Docker parameters"), QT_TRANSLATE_NOOP("appspec-schema", "Further options of docker run."), "[]", "", none, any, "", F::DockerOnly, ""},
{"/container/docker/parameters/*", Obj, Box, QT_TRANSLATE_NOOP("appspec-schema", "Parameter"), QT_TRANSLATE_NOOP("appspec-schema", "One option."), "", "", none, any, "", 0, ""},
{"/container/docker/parameters/*/key", Text, Box, QT_TRANSLATE_NOOP("appspec-schema", "Option"), QT_TRANSLATE_NOOP("appspec-schema", "Name without dashes."), "", "", none, any, "", F::Required, ""},
{"/container/docker/parameters/*/value", Text, Box, QT_TRANSLATE_NOOP("appspec-schema", "Value"), QT_TRANSLATE_NOOP("appspec-schema", "Its value."), "", "", none, any, "", F::Required, ""},
{"/container/docker/pullConfig", Obj, Box, QT_TRANSLATE_NOOP("appspec-schema", "Registry login"), QT_TRANSLATE_NOOP("appspec-schema", "Credentials of the registry out of a secret."), "", "", none, any, "", F::MesosOnly, "secrets"},
{"/container/docker/pullConfig/secret", Text, Box, QT_TRANSLATE_NOOP("appspec-schema", "Secret"), QT_TRANSLATE_NOOP("appspec-schema", "The name of an entry in Secrets."), "", "", none, any, "", F::Required, ""},
{"/container/docker/credential", Obj, Box, QT_TRANSLATE_NOOP("appspec-schema", "Credential"), QT_TRANSLATE_NOOP("appspec-schema", "Always refused; use the registry login."), "", "", none, any, "", F::Deprecated, ""},
{"/container/docker/network", Choice, Net, QT_TRANSLATE_NOOP("appspec-schema", "Docker network"), QT_TRANSLATE_NOOP("appspec-schema", "The older form of networks."), "", "", none, any, "BRIDGE|HOST|USER", F::Deprecated, ""},
{"/container/docker/portMappings", List, Net, QT_TRANSLATE_NOOP("appspec-schema", "Docker port mappings"), QT_TRANSLATE_NOOP("appspec-schema", "The older place of port mappings."), "", "", none, any, "", F::Deprecated, ""},
{"/container/linuxInfo", Obj, Box, QT_TRANSLATE_NOOP("appspec-schema", "Linux isolation"), QT_TRANSLATE_NOOP("appspec-schema", "System call filter and shared memory."), "", "", none, any, "", F::Advanced | F::MesosOnly, ""},
{"/container/linuxInfo/seccomp", Obj, Box, QT_TRANSLATE_NOOP("appspec-schema", "Seccomp"), QT_TRANSLATE_NOOP("appspec-schema", "Either a profile or unconfined."), "", "", none, any, "", 0, ""},
{"/container/linuxInfo/seccomp/profileName", Text, Box, QT_TRANSLATE_NOOP("appspec-schema", "Profile"), QT_TRANSLATE_NOOP("appspec-schema", "A file on the agent."), "", "", none, any, "", 0, ""},
{"/container/linuxInfo/seccomp/unconfined", Bool, Box, QT_TRANSLATE_NOOP("appspec-schema", "Unconfined"), QT_TRANSLATE_NOOP("appspec-schema", "No filter at all."), "false", "", none, any, "", 0, ""},
{"/container/linuxInfo/ipcInfo", Obj, Box, QT_TRANSLATE_NOOP("appspec-schema", "IPC"), QT_TRANSLATE_NOOP("appspec-schema", "Shared memory."), "", "", none, any, "", 0, ""},
{"/container/linuxInfo/ipcInfo/mode", Choice, Box, QT_TRANSLATE_NOOP("appspec-schema", "Mode"), QT_TRANSLATE_NOOP("appspec-schema", "An own name space or the parent's."), "", "", none, any, "PRIVATE|SHARE_PARENT", F::Required, ""},
{"/container/linuxInfo/ipcInfo/shmSize", Int, Box, QT_TRANSLATE_NOOP("appspec-schema", "Shared memory"), QT_TRANSLATE_NOOP("appspec-schema", "Only with PRIVATE."), "", "MiB", none, int32, "", 0, ""},
{"/networks", List, Net, QT_TRANSLATE_NOOP("appspec-schema", "Networks"), QT_TRANSLATE_NOOP("appspec-schema", "The host's network, a bridge, or container networks with an address of their own."), "[{\"mode\":\"host\"}]", "", none, any, "", 0, ""},
{"/networks/*", Obj, Net, QT_TRANSLATE_NOOP("appspec-schema", "Network"), QT_TRANSLATE_NOOP("appspec-schema", "One network."), "", "", none, any, "", 0, ""},
{"/networks/*/mode", Choice, Net, QT_TRANSLATE_NOOP("appspec-schema", "Mode"), QT_TRANSLATE_NOOP("appspec-schema", "host: the agent's own ports. container/bridge: mapped ports. container: an address of its own on a named network."), "\"container\"", "", none, any, "host|container/bridge|container", 0, ""},
{"/networks/*/name", Text, Net, QT_TRANSLATE_NOOP("appspec-schema", "Name"), QT_TRANSLATE_NOOP("appspec-schema", "Of the container network."), "", "", none, any, "", 0, ""},
{"/networks/*/labels", Map, Net, QT_TRANSLATE_NOOP("appspec-schema", "Labels"), QT_TRANSLATE_NOOP("appspec-schema", "Handed to the network plug-in."), "{}", "", none, any, "", 0, ""},
{"/portDefinitions", List, Net, QT_TRANSLATE_NOOP("appspec-schema", "Ports"), QT_TRANSLATE_NOOP("appspec-schema", "Ports on the agent. 0 lets the server choose; an explicit empty list means none."), "[{\"port\":0,\"name\":\"default\"}]", "", none, any, "", F::HostOnly, ""},
{"/portDefinitions/*", Obj, Net, QT_TRANSLATE_NOOP("appspec-schema", "Port"), QT_TRANSLATE_NOOP("appspec-schema", "One port."), "", "", none, any, "", 0, ""},
{"/portDefinitions/*/port", Int, Net, QT_TRANSLATE_NOOP("appspec-schema", "Port"), QT_TRANSLATE_NOOP("appspec-schema", "The service port, or with “require ports” the port on the agent."), "0", "", 0, 65535, "", 0, ""},
{"/portDefinitions/*/protocol", Choice, Net, QT_TRANSLATE_NOOP("appspec-schema", "Protocol"), QT_TRANSLATE_NOOP("appspec-schema", "udp,tcp asks for both."), "\"tcp\"", "", none, any, "tcp|udp|udp,tcp", 0, ""},
{"/portDefinitions/*/name", Text, Net, QT_TRANSLATE_NOOP("appspec-schema", "Name"), QT_TRANSLATE_NOOP("appspec-schema", "Must differ from the other ports' names."), "", "", none, any, "", 0, ""},
{"/portDefinitions/*/labels", Map, Net, QT_TRANSLATE_NOOP("appspec-schema", "Labels"), QT_TRANSLATE_NOOP("appspec-schema", "For load balancers, such as a virtual address."), "{}", "", none, any, "", 0, ""},
{"/requirePorts", Bool, Net, QT_TRANSLATE_NOOP("appspec-schema", "Require ports"), QT_TRANSLATE_NOOP("appspec-schema", "Run only where exactly these ports are free."), "false", "", none, any, "", F::HostOnly, ""},
{"/container/portMappings", List, Net, QT_TRANSLATE_NOOP("appspec-schema", "Port mappings"), QT_TRANSLATE_NOOP("appspec-schema", "Ports inside the container and outside. An explicit empty list means none."), "[{\"containerPort\":0,\"name\":\"default\"}]", "", none, any, "", F::OffHostOnly, ""},
{"/container/portMappings/*", Obj, Net, QT_TRANSLATE_NOOP("appspec-schema", "Port mapping"), QT_TRANSLATE_NOOP("appspec-schema", "One mapped port."), "", "", none, any, "", 0, ""},
{"/container/portMappings/*/containerPort", Int, Net, QT_TRANSLATE_NOOP("appspec-schema", "Container port"), QT_TRANSLATE_NOOP("appspec-schema", "Where the process listens; 0 takes the host port's number."), "0", "", 0, 65535, "", 0, ""},
{"/container/portMappings/*/hostPort", Int, Net, QT_TRANSLATE_NOOP("appspec-schema", "Host port"), QT_TRANSLATE_NOOP("appspec-schema", "On the agent; 0 takes any free one. On a container network none is taken unless given."), "", "", 0, 65535, "", 0, ""},
{"/container/portMappings/*/servicePort", Int, Net, QT_TRANSLATE_NOOP("appspec-schema", "Service port"), QT_TRANSLATE_NOOP("appspec-schema", "Cluster-wide number for load balancers; 0 lets the server choose."), "0", "", 0, 65535, "", 0, ""},
{"/container/portMappings/*/protocol", Choice, Net, QT_TRANSLATE_NOOP("appspec-schema", "Protocol"), QT_TRANSLATE_NOOP("appspec-schema", "udp,tcp asks for both."), "\"tcp\"", "", none, any, "tcp|udp|udp,tcp", 0, ""},
{"/container/portMappings/*/name", Text, Net, QT_TRANSLATE_NOOP("appspec-schema", "Name"), QT_TRANSLATE_NOOP("appspec-schema", "Must differ from the other mappings' names."), "", "", none, any, "", 0, ""},
{"/container/portMappings/*/labels", Map, Net, QT_TRANSLATE_NOOP("appspec-schema", "Labels"), QT_TRANSLATE_NOOP("appspec-schema", "For load balancers, such as a virtual address."), "{}", "", none, any, "", 0, ""},
{"/container/portMappings/*/networkNames", List, Net, QT_TRANSLATE_NOOP("appspec-schema", "Network names"), QT_TRANSLATE_NOOP("appspec-schema", "The container networks this port is for; empty means all."), "[]", "", none, any, "", 0, ""},
{"/ports", List, Net, QT_TRANSLATE_NOOP("appspec-schema", "Ports (old)"), QT_TRANSLATE_NOOP("appspec-schema", "The older form of ports."), "", "", none, any, "", F::Deprecated, ""},
{"/ipAddress", Obj, Net, QT_TRANSLATE_NOOP("appspec-schema", "IP address (old)"), QT_TRANSLATE_NOOP("appspec-schema", "The older form of networks and port mappings."), "", "", none, any, "", F::Deprecated, ""},
{"/healthChecks", List, Health, QT_TRANSLATE_NOOP("appspec-schema", "Health checks"), QT_TRANSLATE_NOOP("appspec-schema", "How the cluster finds out whether an instance works. An instance that fails too often is killed and started elsewhere."), "[]", "", none, any, "", 0, ""},
{"/healthChecks/*", Obj, Health, QT_TRANSLATE_NOOP("appspec-schema", "Health check"), QT_TRANSLATE_NOOP("appspec-schema", "One check."), "", "", none, any, "", 0, ""},
{"/healthChecks/*/protocol", Choice, Health, QT_TRANSLATE_NOOP("appspec-schema", "Protocol"), QT_TRANSLATE_NOOP("appspec-schema", "MESOS_ checks and COMMAND run on the agent, the others from the scheduler."), "\"HTTP\"", "", none, any, "MESOS_HTTP|MESOS_HTTPS|MESOS_TCP|COMMAND|HTTP|HTTPS|TCP", 0, ""},
{"/healthChecks/*/path", Text, Health, QT_TRANSLATE_NOOP("appspec-schema", "Path"), QT_TRANSLATE_NOOP("appspec-schema", "Asked for over HTTP."), "", "", none, any, "", 0, ""},
{"/healthChecks/*/portIndex", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Port index"), QT_TRANSLATE_NOOP("appspec-schema", "Which of the app's ports, counted from 0."), "0", "", 0, 65535, "", 0, ""},
{"/healthChecks/*/port", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Port"), QT_TRANSLATE_NOOP("appspec-schema", "A fixed port instead of an index."), "", "", 0, 65535, "", 0, ""},
{"/healthChecks/*/command", Obj, Health, QT_TRANSLATE_NOOP("appspec-schema", "Command"), QT_TRANSLATE_NOOP("appspec-schema", "Healthy when it ends with 0."), "", "", none, any, "", 0, ""},
{"/healthChecks/*/command/value", Code, Health, QT_TRANSLATE_NOOP("appspec-schema", "Command"), QT_TRANSLATE_NOOP("appspec-schema", "Run by a shell inside the container."), "", "", none, any, "", F::Required, ""},
{"/healthChecks/*/gracePeriodSeconds", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Grace period"), QT_TRANSLATE_NOOP("appspec-schema", "Failures this soon after the start do not count, until the first success."), "300", "s", 0, int32, "", 0, ""},
{"/healthChecks/*/intervalSeconds", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Interval"), QT_TRANSLATE_NOOP("appspec-schema", "From one probe to the next."), "60", "s", 0, int32, "", 0, ""},
{"/healthChecks/*/timeoutSeconds", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Time-out"), QT_TRANSLATE_NOOP("appspec-schema", "A probe that takes longer has failed."), "20", "s", none, int32, "", 0, ""},
{"/healthChecks/*/maxConsecutiveFailures", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Max failures"), QT_TRANSLATE_NOOP("appspec-schema", "Failures in a row that are allowed: the instance is killed with one more. 0 never kills."), "3", "", 0, int32, "", 0, ""},
{"/healthChecks/*/delaySeconds", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Delay"), QT_TRANSLATE_NOOP("appspec-schema", "Before the first probe; checks on the agent only."), "15", "s", 0, int32, "", F::Advanced, ""},
{"/healthChecks/*/ipProtocol", Choice, Health, QT_TRANSLATE_NOOP("appspec-schema", "IP version"), QT_TRANSLATE_NOOP("appspec-schema", "IPv6 with the DOCKER engine and MESOS_ checks only."), "\"IPv4\"", "", none, any, "IPv4|IPv6", F::Advanced, ""},
{"/healthChecks/*/ignoreHttp1xx", Bool, Health, QT_TRANSLATE_NOOP("appspec-schema", "Ignore 1xx"), QT_TRANSLATE_NOOP("appspec-schema", "Taken but not kept by the server."), "", "", none, any, "", F::Advanced | F::Deprecated, ""},
{"/readinessChecks", List, Health, QT_TRANSLATE_NOOP("appspec-schema", "Readiness check"), QT_TRANSLATE_NOOP("appspec-schema", "During a deployment an instance only counts once it answers this. At most one."), "[]", "", none, any, "", 0, ""},
{"/readinessChecks/*", Obj, Health, QT_TRANSLATE_NOOP("appspec-schema", "Readiness check"), QT_TRANSLATE_NOOP("appspec-schema", "Asked until it says ready."), "", "", none, any, "", 0, ""},
{"/readinessChecks/*/name", Text, Health, QT_TRANSLATE_NOOP("appspec-schema", "Name"), QT_TRANSLATE_NOOP("appspec-schema", "How it is called in results."), "\"readinessCheck\"", "", none, any, "", 0, ""},
{"/readinessChecks/*/protocol", Choice, Health, QT_TRANSLATE_NOOP("appspec-schema", "Protocol"), QT_TRANSLATE_NOOP("appspec-schema", "HTTP or HTTPS."), "\"HTTP\"", "", none, any, "HTTP|HTTPS", 0, ""},
{"/readinessChecks/*/path", Text, Health, QT_TRANSLATE_NOOP("appspec-schema", "Path"), QT_TRANSLATE_NOOP("appspec-schema", "Asked for over HTTP."), "\"/\"", "", none, any, "", 0, ""},
{"/readinessChecks/*/portName", Text, Health, QT_TRANSLATE_NOOP("appspec-schema", "Port name"), QT_TRANSLATE_NOOP("appspec-schema", "Must be the name of one of the ports."), "\"http-api\"", "", none, any, "", 0, ""},
{"/readinessChecks/*/intervalSeconds", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Interval"), QT_TRANSLATE_NOOP("appspec-schema", "From one probe to the next."), "30", "s", 0, int32, "", 0, ""},
{"/readinessChecks/*/timeoutSeconds", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Time-out"), QT_TRANSLATE_NOOP("appspec-schema", "Must be shorter than the interval."), "10", "s", 1, int32, "", 0, ""},
{"/readinessChecks/*/httpStatusCodesForReady", List, Health, QT_TRANSLATE_NOOP("appspec-schema", "Codes for ready"), QT_TRANSLATE_NOOP("appspec-schema", "HTTP status codes that mean ready."), "[200]", "", none, any, "", 0, ""},
{"/readinessChecks/*/preserveLastResponse", Bool, Health, QT_TRANSLATE_NOOP("appspec-schema", "Keep the last answer"), QT_TRANSLATE_NOOP("appspec-schema", "Show it in the deployment."), "false", "", none, any, "", 0, ""},
{"/check", Obj, Health, QT_TRANSLATE_NOOP("appspec-schema", "Generic check"), QT_TRANSLATE_NOOP("appspec-schema", "Its result is shown and never kills. Exactly one of http, tcp and exec; MESOS engine only."), "", "", none, any, "", F::Advanced | F::MesosOnly, ""},
{"/check/http", Obj, Health, QT_TRANSLATE_NOOP("appspec-schema", "HTTP"), QT_TRANSLATE_NOOP("appspec-schema", "Asks for a path."), "", "", none, any, "", 0, ""},
{"/check/http/portIndex", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Port index"), QT_TRANSLATE_NOOP("appspec-schema", "Which of the app's ports."), "", "", 0, 65535, "", 0, ""},
{"/check/http/port", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Port"), QT_TRANSLATE_NOOP("appspec-schema", "A fixed port."), "", "", 0, 65535, "", 0, ""},
{"/check/http/path", Text, Health, QT_TRANSLATE_NOOP("appspec-schema", "Path"), QT_TRANSLATE_NOOP("appspec-schema", "Asked for over HTTP."), "", "", none, any, "", 0, ""},
{"/check/http/scheme", Choice, Health, QT_TRANSLATE_NOOP("appspec-schema", "Scheme"), QT_TRANSLATE_NOOP("appspec-schema", "Only HTTP works."), "\"HTTP\"", "", none, any, "HTTP", 0, ""},
{"/check/tcp", Obj, Health, QT_TRANSLATE_NOOP("appspec-schema", "TCP"), QT_TRANSLATE_NOOP("appspec-schema", "Opens a connection."), "", "", none, any, "", 0, ""},
{"/check/tcp/portIndex", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Port index"), QT_TRANSLATE_NOOP("appspec-schema", "Which of the app's ports."), "", "", 0, 65535, "", 0, ""},
{"/check/tcp/port", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Port"), QT_TRANSLATE_NOOP("appspec-schema", "A fixed port."), "", "", 0, 65535, "", 0, ""},
{"/check/exec", Obj, Health, QT_TRANSLATE_NOOP("appspec-schema", "Command"), QT_TRANSLATE_NOOP("appspec-schema", "Runs a command."), "", "", none, any, "", 0, ""},
{"/check/exec/command", Obj, Health, QT_TRANSLATE_NOOP("appspec-schema", "Command"), QT_TRANSLATE_NOOP("appspec-schema", "Use shell; argv breaks the server."), "", "", none, any, "", F::Required, ""},
{"/check/exec/command/shell", Code, Health, QT_TRANSLATE_NOOP("appspec-schema", "Shell command"), QT_TRANSLATE_NOOP("appspec-schema", "Run by a shell."), "", "", none, any, "", F::Required, ""},
{"/check/intervalSeconds", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Interval"), QT_TRANSLATE_NOOP("appspec-schema", "From one probe to the next."), "60", "s", 0, int32, "", 0, ""},
{"/check/timeoutSeconds", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Time-out"), QT_TRANSLATE_NOOP("appspec-schema", "A probe that takes longer has failed."), "20", "s", 0, int32, "", 0, ""},
{"/check/delaySeconds", Int, Health, QT_TRANSLATE_NOOP("appspec-schema", "Delay"), QT_TRANSLATE_NOOP("appspec-schema", "Before the first probe."), "15", "s", 0, int32, "", 0, ""},
{"/container/volumes", List, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Volumes"), QT_TRANSLATE_NOOP("appspec-schema", "Directories of the agent, disks that stay with the app, volumes of a storage system, and secrets as files."), "[]", "", none, any, "", 0, ""},
{"/container/volumes/*", Obj, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Volume"), QT_TRANSLATE_NOOP("appspec-schema", "One mounted directory."), "", "", none, any, "", 0, ""},
{"/container/volumes/*/containerPath", Text, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Container path"), QT_TRANSLATE_NOOP("appspec-schema", "Where it appears. For a persistent volume a name without slashes."), "", "", none, any, "", F::Required, ""},
{"/container/volumes/*/hostPath", Text, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Host path"), QT_TRANSLATE_NOOP("appspec-schema", "A directory or file of the agent."), "", "", none, any, "", 0, ""},
{"/container/volumes/*/mode", Choice, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Mode"), QT_TRANSLATE_NOOP("appspec-schema", "Read-only or writable."), "", "", none, any, "RO|RW", F::Required, ""},
{"/container/volumes/*/persistent", Obj, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Persistent"), QT_TRANSLATE_NOOP("appspec-schema", "A disk that is reserved for this app and outlives its instances."), "", "", none, any, "", 0, ""},
{"/container/volumes/*/persistent/type", Choice, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Disk type"), QT_TRANSLATE_NOOP("appspec-schema", "root: a share of the agent's disk; path and mount: disks of their own."), "\"root\"", "", none, any, "root|path|mount", 0, ""},
{"/container/volumes/*/persistent/size", Int, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Size"), QT_TRANSLATE_NOOP("appspec-schema", "Reserved per instance."), "", "MB", 1, any, "", F::Required, ""},
{"/container/volumes/*/persistent/maxSize", Int, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Largest size"), QT_TRANSLATE_NOOP("appspec-schema", "Of a mount disk that is taken."), "", "MB", 0, any, "", 0, ""},
{"/container/volumes/*/persistent/profileName", Text, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Profile"), QT_TRANSLATE_NOOP("appspec-schema", "Only disks with this profile."), "", "", none, any, "", 0, ""},
{"/container/volumes/*/persistent/constraints", List, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Constraints"), QT_TRANSLATE_NOOP("appspec-schema", "Which disks: path LIKE an expression."), "[]", "", none, any, "", 0, ""},
{"/container/volumes/*/external", Obj, Disk, QT_TRANSLATE_NOOP("appspec-schema", "External"), QT_TRANSLATE_NOOP("appspec-schema", "A volume of a storage system."), "", "", none, any, "", 0, "external_volumes"},
{"/container/volumes/*/external/provider", Choice, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Provider"), QT_TRANSLATE_NOOP("appspec-schema", "dvdi for Docker volume drivers, csi for CSI plug-ins."), "", "", none, any, "dvdi|csi", F::Required, ""},
{"/container/volumes/*/external/name", Text, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Name"), QT_TRANSLATE_NOOP("appspec-schema", "Of the volume in its storage system."), "", "", none, any, "", F::Required, ""},
{"/container/volumes/*/external/size", Int, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Size"), QT_TRANSLATE_NOOP("appspec-schema", "MESOS engine only."), "", "GiB", 1, any, "", 0, ""},
{"/container/volumes/*/external/shared", Bool, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Shared"), QT_TRANSLATE_NOOP("appspec-schema", "Several apps may use it."), "false", "", none, any, "", 0, ""},
{"/container/volumes/*/external/options", Map, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Options"), QT_TRANSLATE_NOOP("appspec-schema", "dvdi/driver is required for dvdi; csi needs pluginName and capability."), "", "", none, any, "", 0, ""},
{"/container/volumes/*/secret", Text, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Secret"), QT_TRANSLATE_NOOP("appspec-schema", "The name of an entry in Secrets, mounted as a file."), "", "", none, any, "", 0, "secrets"},
{"/residency", Obj, Disk, QT_TRANSLATE_NOOP("appspec-schema", "Residency"), QT_TRANSLATE_NOOP("appspec-schema", "Without effect; the server shows it for apps with persistent volumes."), "", "", none, any, "", F::Deprecated, ""},
{"/env", Map, Env, QT_TRANSLATE_NOOP("appspec-schema", "Environment"), QT_TRANSLATE_NOOP("appspec-schema", "Variables of the process, as text or out of a secret."), "{}", "", none, any, "", 0, ""},
{"/env/*", Text, Env, QT_TRANSLATE_NOOP("appspec-schema", "Value"), QT_TRANSLATE_NOOP("appspec-schema", "Text, or a reference to a secret."), "", "", none, any, "", 0, ""},
{"/env/*/secret", Text, Env, QT_TRANSLATE_NOOP("appspec-schema", "Secret"), QT_TRANSLATE_NOOP("appspec-schema", "The name of an entry in Secrets."), "", "", none, any, "", F::Required, "secrets"},
{"/secrets", Map, Env, QT_TRANSLATE_NOOP("appspec-schema", "Secrets"), QT_TRANSLATE_NOOP("appspec-schema", "Names for secrets of the secret store."), "{}", "", none, any, "", 0, "secrets"},
{"/secrets/*", Obj, Env, QT_TRANSLATE_NOOP("appspec-schema", "Secret"), QT_TRANSLATE_NOOP("appspec-schema", "One secret."), "", "", none, any, "", 0, ""},
{"/secrets/*/source", Text, Env, QT_TRANSLATE_NOOP("appspec-schema", "Source"), QT_TRANSLATE_NOOP("appspec-schema", "Its path in the secret store."), "", "", none, any, "", F::Required, ""},
{"/constraints", List, Place, QT_TRANSLATE_NOOP("appspec-schema", "Constraints"), QT_TRANSLATE_NOOP("appspec-schema", "Which agents may take an instance. All of them must hold."), "[]", "", none, any, "", 0, ""},
{"/constraints/*", List, Place, QT_TRANSLATE_NOOP("appspec-schema", "Constraint"), QT_TRANSLATE_NOOP("appspec-schema", "A field, an operator and, for most operators, a value."), "", "", none, any, "", 0, ""},
{"/constraints/*/0", Text, Place, QT_TRANSLATE_NOOP("appspec-schema", "Field"), QT_TRANSLATE_NOOP("appspec-schema", "An attribute of agents, or hostname, @hostname, @region, @zone."), "", "", none, any, "", F::Required, ""},
{"/constraints/*/1", Choice, Place, QT_TRANSLATE_NOOP("appspec-schema", "Operator"), QT_TRANSLATE_NOOP("appspec-schema", "UNIQUE: each value once. MAX_PER: at most n each. GROUP_BY: evenly over n values. CLUSTER: all on one value. LIKE, UNLIKE: expression. IS: equal."), "", "", none, any, "UNIQUE|CLUSTER|GROUP_BY|LIKE|UNLIKE|MAX_PER|IS", F::Required, ""},
{"/constraints/*/2", Text, Place, QT_TRANSLATE_NOOP("appspec-schema", "Value"), QT_TRANSLATE_NOOP("appspec-schema", "What the operator compares with."), "", "", none, any, "", 0, ""},
{"/role", Text, Place, QT_TRANSLATE_NOOP("appspec-schema", "Role"), QT_TRANSLATE_NOOP("appspec-schema", "Whose resources are used. Directly below the root only the server's own role."), "\"*\"", "", none, any, "", 0, ""},
{"/acceptedResourceRoles", List, Place, QT_TRANSLATE_NOOP("appspec-schema", "Accepted roles"), QT_TRANSLATE_NOOP("appspec-schema", "Take only offers of these roles: * and the app's own."), "", "", none, any, "", F::Advanced, ""},
{"/upgradeStrategy", Obj, Upgrade, QT_TRANSLATE_NOOP("appspec-schema", "Upgrade"), QT_TRANSLATE_NOOP("appspec-schema", "How many instances may be missing, and how many extra may run, while old ones are replaced."), "", "", none, any, "", 0, ""},
{"/upgradeStrategy/minimumHealthCapacity", Num, Upgrade, QT_TRANSLATE_NOOP("appspec-schema", "Stay healthy"), QT_TRANSLATE_NOOP("appspec-schema", "Share of the instances that stay up, 0 to 1."), "1", "", 0, 1, "", F::Required, ""},
{"/upgradeStrategy/maximumOverCapacity", Num, Upgrade, QT_TRANSLATE_NOOP("appspec-schema", "Run extra"), QT_TRANSLATE_NOOP("appspec-schema", "Share of instances that may run in addition, 0 to 1."), "1", "", 0, 1, "", F::Required, ""},
{"/backoffSeconds", Int, Upgrade, QT_TRANSLATE_NOOP("appspec-schema", "Back-off"), QT_TRANSLATE_NOOP("appspec-schema", "Wait after the first failed start."), "1", "s", 0, int32, "", 0, ""},
{"/backoffFactor", Num, Upgrade, QT_TRANSLATE_NOOP("appspec-schema", "Back-off factor"), QT_TRANSLATE_NOOP("appspec-schema", "The wait grows by this with each further failure."), "1.15", "", 1, any, "", 0, ""},
{"/maxLaunchDelaySeconds", Int, Upgrade, QT_TRANSLATE_NOOP("appspec-schema", "Longest wait"), QT_TRANSLATE_NOOP("appspec-schema", "The wait never gets longer than this."), "300", "s", 0, int32, "", 0, ""},
{"/taskKillGracePeriodSeconds", Int, Upgrade, QT_TRANSLATE_NOOP("appspec-schema", "Kill grace period"), QT_TRANSLATE_NOOP("appspec-schema", "Between SIGTERM and SIGKILL."), "", "s", 0, int32, "", 0, ""},
{"/killSelection", Choice, Upgrade, QT_TRANSLATE_NOOP("appspec-schema", "Kill first"), QT_TRANSLATE_NOOP("appspec-schema", "Which instances go when the app is scaled down."), "\"YOUNGEST_FIRST\"", "", none, any, "YOUNGEST_FIRST|OLDEST_FIRST", 0, ""},
{"/unreachableStrategy", Obj, Upgrade, QT_TRANSLATE_NOOP("appspec-schema", "Lost agents"), QT_TRANSLATE_NOOP("appspec-schema", "When instances on an agent out of contact are replaced; disabled waits for ever."), "{\"inactiveAfterSeconds\":0,\"expungeAfterSeconds\":0}", "", none, any, "", 0, ""},
{"/unreachableStrategy/inactiveAfterSeconds", Int, Upgrade, QT_TRANSLATE_NOOP("appspec-schema", "Replace after"), QT_TRANSLATE_NOOP("appspec-schema", "A replacement starts after this long."), "0", "s", 0, 9223372036, "", 0, ""},
{"/unreachableStrategy/expungeAfterSeconds", Int, Upgrade, QT_TRANSLATE_NOOP("appspec-schema", "Forget after"), QT_TRANSLATE_NOOP("appspec-schema", "After this long the old instance is forgotten, and killed should it come back."), "0", "s", 0, 9223372036, "", 0, ""},
{"/labels", Map, Section::Labels, QT_TRANSLATE_NOOP("appspec-schema", "Labels"), QT_TRANSLATE_NOOP("appspec-schema", "Free text for people and for other programs. Changing them restarts the app."), "{}", "", none, any, "", 0, ""},
{"/labels/*", Text, Section::Labels, QT_TRANSLATE_NOOP("appspec-schema", "Value"), QT_TRANSLATE_NOOP("appspec-schema", "Text."), "", "", none, any, "", 0, ""},
{"/version", FieldType::DateTime, General, QT_TRANSLATE_NOOP("appspec-schema", "Version"), QT_TRANSLATE_NOOP("appspec-schema", "Written by the server. Alone in an update it means: go back to it."), "", "", none, any, "", F::ReadOnly, ""},
{"/versionInfo", Obj, General, QT_TRANSLATE_NOOP("appspec-schema", "Version info"), QT_TRANSLATE_NOOP("appspec-schema", "Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/tasksStaged", Int, General, QT_TRANSLATE_NOOP("appspec-schema", "Staged"), QT_TRANSLATE_NOOP("appspec-schema", "Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/tasksRunning", Int, General, QT_TRANSLATE_NOOP("appspec-schema", "Running"), QT_TRANSLATE_NOOP("appspec-schema", "Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/tasksHealthy", Int, General, QT_TRANSLATE_NOOP("appspec-schema", "Healthy"), QT_TRANSLATE_NOOP("appspec-schema", "Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/tasksUnhealthy", Int, General, QT_TRANSLATE_NOOP("appspec-schema", "Unhealthy"), QT_TRANSLATE_NOOP("appspec-schema", "Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/deployments", List, General, QT_TRANSLATE_NOOP("appspec-schema", "Deployments"), QT_TRANSLATE_NOOP("appspec-schema", "Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/readinessCheckResults", List, Health, QT_TRANSLATE_NOOP("appspec-schema", "Readiness results"), QT_TRANSLATE_NOOP("appspec-schema", "Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/tasks", List, General, QT_TRANSLATE_NOOP("appspec-schema", "Tasks"), QT_TRANSLATE_NOOP("appspec-schema", "Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/lastTaskFailure", Obj, Upgrade, QT_TRANSLATE_NOOP("appspec-schema", "Last failure"), QT_TRANSLATE_NOOP("appspec-schema", "Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
{"/tasksStats", Obj, General, QT_TRANSLATE_NOOP("appspec-schema", "Task statistics"), QT_TRANSLATE_NOOP("appspec-schema", "Written by the server."), "", "", none, any, "", F::ReadOnly, ""},
};
// clang-format on

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

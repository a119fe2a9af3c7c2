#include "app/demo/mesos/sandbox.h"

#include "app/demo/mesos/ids.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace mesoscope::demo::sandbox {

namespace {

/// Every line is padded to this width: any part of a log that has been growing for months can be made without the rest.
constexpr std::int64_t lineBytes = 112;
/// One line per so many seconds.
constexpr double stdoutEvery = 2;
constexpr double stderrEvery = 30;

std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ (x >> 31)) * 0x7fb5d329728ea185ULL;
    x = (x ^ (x >> 27)) * 0x81dadef4bc2dd44dULL;
    return x ^ (x >> 33);
}

double interval(const File& file) {
    return file.name == "stdout" ? stdoutEvery : stderrEvery;
}

/// Logs end with their task.
double lastMoment(const World& world, const Task& task) {
    return isTerminal(task.state) && !task.statuses.empty() ? task.statuses.back().time : world.now();
}

std::int64_t lines(const World& world, const File& file) {
    const double age = lastMoment(world, *file.task) - file.task->launched;
    return age <= 0 ? 0 : 1 + static_cast<std::int64_t>(age / interval(file));
}

std::string timeText(double time) {
    const auto seconds = static_cast<std::time_t>(time);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char text[40];
    const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc);
    std::snprintf(text + length, sizeof text - length, ".%03dZ", static_cast<int>((time - std::floor(time)) * 1000));
    return text;
}

std::string message(const World& world, const File& file, std::uint64_t random) {
    const Behaviour behaviour = world.behaviour(*file.task);
    const std::string ms =
        std::to_string(static_cast<int>(behaviour.latencyMs * (0.6 + 0.008 * static_cast<double>(random % 100)))) +
        " ms";
    const bool fails = static_cast<double>(random >> 20 & 1023) < behaviour.errorShare * 1024;
    if (file.name == "stdout")
        return fails ? "ERROR request " + std::to_string(random % 1000000) + " failed: upstream timed out after " + ms
                     : "INFO  GET /" + std::to_string(random % 9973) + " 200 in " + ms;
    if (!behaviour.healthy)
        return "ERROR health check failed: dependency is not reachable";
    return random % 11 == 0 ? "WARN  slow response: " + ms
                            : "INFO  heap " + std::to_string(40 + random % 40) + " %, " + std::to_string(random % 64) +
                                  " connections";
}

std::string line(const World& world, const File& file, std::int64_t number) {
    const double time = file.task->launched + static_cast<double>(number) * interval(file);
    std::string text = timeText(time) + " ";
    if (number == 0)
        text += file.name == "stdout" ? "INFO  Starting " + file.task->spec().app : "Marked '/' as rslave";
    else
        text += message(world, file,
                        mixed(file.task->serial * 7919 + static_cast<std::uint64_t>(number) * 31 + file.name.size()));
    text.resize(static_cast<std::size_t>(lineBytes) - 1, ' ');
    return text + "\n";
}

const Task* taskOn(const World& world, const Agent& agent, std::string_view frameworkId, std::string_view executor,
                   std::string_view container) {
    const auto fits = [&](const Task& task) {
        return executorId(task) == executor && world.frameworkOf(task).id == frameworkId &&
               (container == "latest" || containerId(task) == container);
    };
    for (const Task* task : agent.tasks)
        if (fits(*task))
            return task;
    for (const auto& framework : world.frameworks())
        if (framework->id == frameworkId)
            for (auto it = framework->completed.rbegin(); it != framework->completed.rend(); ++it)
                if ((*it)->agent == agent.index && fits(**it))
                    return it->get();
    return nullptr;
}

/// Takes "/word/" off the front of path and returns what follows up to the next slash.
std::optional<std::string_view> segment(std::string_view& path, std::string_view word) {
    if (!path.starts_with(word))
        return std::nullopt;
    path.remove_prefix(word.size());
    const std::string_view found = path.substr(0, path.find('/'));
    path.remove_prefix(found.size());
    return found;
}

} // namespace

std::string directory(const World& world, const Task& task) {
    return "/var/lib/mesos/slaves/" + world.agentOf(task).id + "/frameworks/" + world.frameworkOf(task).id +
           "/executors/" + executorId(task) + "/runs/" + containerId(task);
}

std::string virtualDirectory(const World& world, const Task& task) {
    return "/frameworks/" + world.frameworkOf(task).id + "/executors/" + executorId(task) + "/runs/latest";
}

std::optional<File> find(const World& world, const Agent& agent, std::string_view path) {
    const std::string_view whole = path;
    if (path.find("..") != std::string_view::npos)
        return std::nullopt;
    if (path.starts_with("/var/lib/mesos") && segment(path, "/var/lib/mesos/slaves/") != std::string_view(agent.id))
        return std::nullopt;
    const auto framework = segment(path, "/frameworks/");
    const auto executor = segment(path, "/executors/");
    const auto container = segment(path, "/runs/");
    if (!framework || !executor || !container)
        return std::nullopt;
    File file;
    file.task = taskOn(world, agent, *framework, *executor, *container);
    file.directory = std::string(whole.substr(0, whole.size() - path.size()));
    while (path.starts_with('/'))
        path.remove_prefix(1);
    file.name = std::string(path);
    return file.task ? std::optional(file) : std::nullopt;
}

std::vector<std::string> names() {
    return {"stderr", "stdout"};
}

bool exists(const File& file) {
    return file.name == "stdout" || file.name == "stderr";
}

std::int64_t size(const World& world, const File& file) {
    return lines(world, file) * lineBytes;
}

double modified(const World& world, const File& file) {
    return std::floor(file.task->launched +
                      static_cast<double>(std::max<std::int64_t>(0, lines(world, file) - 1)) * interval(file));
}

std::string read(const World& world, const File& file, std::int64_t offset, std::int64_t length) {
    const std::int64_t end = std::min(size(world, file), offset + std::min(length, size(world, file)));
    std::string out;
    if (offset >= end)
        return out;
    out.reserve(static_cast<std::size_t>(end - offset + 2 * lineBytes));
    for (std::int64_t number = offset / lineBytes; number * lineBytes < end; ++number)
        out += line(world, file, number);
    return out.substr(static_cast<std::size_t>(offset % lineBytes), static_cast<std::size_t>(end - offset));
}

} // namespace mesoscope::demo::sandbox

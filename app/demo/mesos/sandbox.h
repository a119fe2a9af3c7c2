// The files of a task's sandbox, generated from the task and the clock. Call under the world's lock.
#pragma once

#include "app/demo/world/world.h"

#include <optional>

namespace mesoscope::demo::sandbox {

/// /var/lib/mesos/slaves/A/frameworks/F/executors/E/runs/CONTAINER
std::string directory(const World& world, const Task& task);
/// /frameworks/F/executors/E/runs/latest
std::string virtualDirectory(const World& world, const Task& task);

struct File {
    const Task* task = nullptr;
    std::string directory; ///< as it was asked for
    std::string name;      ///< empty: the directory itself
};
/// Understands both forms of the path; nothing if there is no such task on the agent (or the path leaves the sandbox).
std::optional<File> find(const World& world, const Agent& agent, std::string_view path);

/// "stderr", "stdout" (for pods also in a directory "tasks")
std::vector<std::string> names();
bool exists(const File& file);
std::int64_t size(const World& world, const File& file);
double modified(const World& world, const File& file);
/// length bytes from offset, fewer at the end.
std::string read(const World& world, const File& file, std::int64_t offset, std::int64_t length);

} // namespace mesoscope::demo::sandbox

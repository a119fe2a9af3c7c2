#include "app/demo/mesos/ids.h"

#include <cstring>

namespace mesoscope::demo {

namespace {

std::uint64_t mixed(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

std::string uuidText(std::uint64_t a, std::uint64_t b) {
    static constexpr char digits[] = "0123456789abcdef";
    a = (a & ~0xf000ULL) | 0x4000ULL;
    b = (b & ~(3ULL << 62)) | (2ULL << 62);
    std::string text;
    text.reserve(36);
    for (int i = 15; i >= 0; --i) {
        text += digits[a >> (4 * i) & 15];
        if (i == 8 || i == 4)
            text += '-';
    }
    text += '-';
    for (int i = 15; i >= 0; --i) {
        text += digits[b >> (4 * i) & 15];
        if (i == 12)
            text += '-';
    }
    return text;
}

std::uint64_t hashOf(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

} // namespace

std::string containerId(const Task& task) {
    const std::uint64_t seed = task.serial * 0x51ed2701ULL + hashOf(task.id());
    return uuidText(mixed(seed), mixed(seed + 1));
}

std::string parentContainerId(const World& world, const Task& task) {
    if (task.info.executorId.empty())
        return {};
    const std::uint64_t seed = hashOf(task.info.executorId) + hashOf(world.agentOf(task).id);
    return uuidText(mixed(seed), mixed(seed + 1));
}

std::string updateUuid(const Task& task, const Status& status) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &status.time, sizeof bits);
    const std::uint64_t words[2] = {mixed(bits ^ task.serial),
                                    mixed(bits + task.serial * 31 + static_cast<std::uint64_t>(status.state))};
    std::string bytes(sizeof words, '\0');
    std::memcpy(bytes.data(), words, sizeof words);
    return bytes;
}

int executorPid(const Task& task) {
    return 2000 + static_cast<int>(task.serial % 30000);
}

std::string taskAddress(const Agent& agent, const Task& task) {
    if (!task.spec().container || task.spec().container->network.empty())
        return agent.ip;
    return "172." + std::to_string(16 + agent.index / 250 % 16) + "." + std::to_string(agent.index % 250) + "." +
           std::to_string(2 + task.serial % 250);
}

const std::string& executorId(const Task& task) {
    return task.info.executorId.empty() ? task.info.id : task.info.executorId;
}

} // namespace mesoscope::demo

#include "models/tables/cells.h"

namespace mesoscope::tables {

StateSign signOf(master::TaskState state) {
    using S = master::TaskState;
    static constexpr std::array signs{
        StateSign::Unknown,  StateSign::Staging,     StateSign::Starting, StateSign::Running, StateSign::Killing,
        StateSign::Finished, StateSign::Failed,      StateSign::Killed,   StateSign::Error,   StateSign::Lost,
        StateSign::Dropped,  StateSign::Unreachable, StateSign::Gone,     StateSign::Gone};
    static_assert(signs.size() == std::size_t(S::GoneByOperator) + 1);
    return signs[std::min(std::size_t(state), signs.size() - 1)];
}

StateSign signOf(cluster::AgentState state) {
    static constexpr std::array signs{
        StateSign::AgentActive,       StateSign::AgentDeactivated, StateSign::AgentDraining,   StateSign::AgentDrained,
        StateSign::AgentDisconnected, StateSign::AgentUnreachable, StateSign::AgentRecovering, StateSign::AgentGone};
    return signs[std::min(std::size_t(state), signs.size() - 1)];
}

StateSign signOf(text::AppState state) {
    static constexpr std::array signs{StateSign::Degraded, StateSign::Waiting, StateSign::Deploying,
                                      StateSign::Starting, StateSign::None,    StateSign::Suspended};
    return signs[std::min(std::size_t(state), signs.size() - 1)];
}

QString fromView(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

std::string_view attributeValue(std::string_view lines, std::string_view name) {
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        const std::string_view line = lines.substr(0, end);
        if (line.size() > name.size() && line[name.size()] == ':' && line.starts_with(name))
            return line.substr(name.size() + 1);
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return {};
}

std::string_view rackOf(std::string_view lines) {
    return attributeValue(lines, "rack");
}

QString groupOf(const QString& appId) {
    const qsizetype slash = appId.lastIndexOf(QLatin1Char('/'));
    return slash <= 0 ? QStringLiteral("/") : appId.left(slash);
}

} // namespace mesoscope::tables

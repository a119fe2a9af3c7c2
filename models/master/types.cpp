#include "models/master/types.h"

#include <array>
#include <utility>

namespace mesoscope::master {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array<std::pair<TaskState, std::string_view>, 14> names{{
    {TaskState::Unknown, "TASK_UNKNOWN"sv},
    {TaskState::Staging, "TASK_STAGING"sv},
    {TaskState::Starting, "TASK_STARTING"sv},
    {TaskState::Running, "TASK_RUNNING"sv},
    {TaskState::Killing, "TASK_KILLING"sv},
    {TaskState::Finished, "TASK_FINISHED"sv},
    {TaskState::Failed, "TASK_FAILED"sv},
    {TaskState::Killed, "TASK_KILLED"sv},
    {TaskState::Error, "TASK_ERROR"sv},
    {TaskState::Lost, "TASK_LOST"sv},
    {TaskState::Dropped, "TASK_DROPPED"sv},
    {TaskState::Unreachable, "TASK_UNREACHABLE"sv},
    {TaskState::Gone, "TASK_GONE"sv},
    {TaskState::GoneByOperator, "TASK_GONE_BY_OPERATOR"sv},
}};

} // namespace

TaskState taskStateFromName(std::string_view name) {
    if (name == "TASK_RUNNING")
        return TaskState::Running; // nearly all of them
    for (const auto& [state, text] : names) {
        if (text == name)
            return state;
    }
    return TaskState::Unknown;
}

std::string_view taskStateName(TaskState state) {
    return names[std::size_t(state)].second;
}

} // namespace mesoscope::master

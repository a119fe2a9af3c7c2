#include "models/master/state_cutter.h"

#include <QCoreApplication>

#include <array>
#include <optional>
#include <utility>

namespace mesoscope::master {

namespace {

using base::Error;
using base::ErrorKind;
using std::string_view_literals::operator""sv;

constexpr std::size_t maxLevels = 8;       ///< what is nested deeper is skipped as a whole
constexpr std::size_t maxText = 64 * 1024; ///< of a key or a scalar outside the rows

struct List {
    std::string_view parent;
    std::string_view key;
    Section section;
};

// master/master.proto, Response: GetTasks, GetAgents, GetFrameworks
constexpr std::array lists{
    List{"get_tasks"sv, "tasks"sv, Section::Tasks},
    List{"get_tasks"sv, "pending_tasks"sv, Section::Tasks},
    List{"get_tasks"sv, "orphan_tasks"sv, Section::Tasks},
    List{"get_tasks"sv, "unreachable_tasks"sv, Section::UnreachableTasks},
    List{"get_tasks"sv, "completed_tasks"sv, Section::CompletedTasks},
    List{"get_agents"sv, "agents"sv, Section::Agents},
    List{"get_agents"sv, "recovered_agents"sv, Section::RecoveredAgents},
    List{"get_frameworks"sv, "frameworks"sv, Section::Frameworks},
    List{"get_frameworks"sv, "completed_frameworks"sv, Section::CompletedFrameworks},
};

std::optional<Section> sectionOf(std::string_view parent, std::string_view key) {
    for (const List& list : lists) {
        if (list.parent == parent && list.key == key)
            return list.section;
    }
    return std::nullopt;
}

bool isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace

base::Result<void> StateCutter::feed(std::string_view bytes) {
    while (!bytes.empty()) {
        std::size_t used = 1;
        switch (mode_) {
        case Mode::Skeleton:
            if (const auto ok = skeleton(bytes.front()); !ok)
                return ok;
            // An opening brace of a row, and the first character of a number, are read again by their own mode.
            used = mode_ == Mode::Row || mode_ == Mode::Skip || mode_ == Mode::Scalar ? 0 : 1;
            break;
        case Mode::Key:
        case Mode::String:
            used = takeString(bytes);
            break;
        case Mode::Scalar:
            used = takeScalar(bytes);
            break;
        case Mode::Skip:
            used = takeSkip(bytes);
            break;
        case Mode::Row:
            const auto taken = takeRow(bytes);
            if (!taken)
                return tl::unexpected(taken.error());
            used = *taken;
            break;
        }
        if (text_.size() > maxText || key_.size() > maxText)
            return broken();
        bytes.remove_prefix(used);
    }
    return {};
}

base::Result<void> StateCutter::broken() const {
    return tl::unexpected(
        Error{ErrorKind::Decode,
              QCoreApplication::translate("master", "The state that the master sent is not valid JSON."),
              QCoreApplication::translate(
                  "master", "It is read again. If this stays, check whether the address is a Mesos master."),
              {},
              0});
}

base::Result<void> StateCutter::skeleton(char c) {
    if (isSpace(c) || c == ',')
        return {};
    if (complete_)
        return broken();
    if (levels_.empty() && c != '{')
        return broken();
    switch (c) {
    case '{':
    case '[':
        return open(c);
    case '}':
    case ']':
        return close(c);
    case ':':
        return expectKey_ ? broken() : base::Result<void>();
    case '"':
        mode_ = expectKey_ ? Mode::Key : Mode::String;
        text_.clear();
        return {};
    default:
        break;
    }
    if (expectKey_)
        return broken();
    mode_ = Mode::Scalar;
    text_.clear();
    return {};
}

base::Result<void> StateCutter::open(char c) {
    const bool inArray = !levels_.empty() && levels_.back().array;
    if (!levels_.empty() && !inArray && expectKey_)
        return broken();
    if (inArray && c == '{') {
        const std::optional<Section> section = levels_.back().section;
        section_ = section.value_or(Section::Skipped);
        startRow();
        mode_ = section ? Mode::Row : Mode::Skip;
        return {};
    }
    if (inArray || levels_.size() >= maxLevels) {
        startRow();
        mode_ = Mode::Skip;
        return {};
    }
    const std::string_view parent = levels_.empty() ? std::string_view() : std::string_view(levels_.back().key);
    levels_.push_back({key_, c == '[', sectionOf(parent, key_)});
    expectKey_ = c == '{';
    return {};
}

base::Result<void> StateCutter::close(char c) {
    if (levels_.empty() || levels_.back().array != (c == ']'))
        return broken();
    levels_.pop_back();
    complete_ = levels_.empty();
    expectKey_ = !complete_ && !levels_.back().array;
    return {};
}

void StateCutter::startRow() {
    scan_.reset();
    row_.clear();
}

std::size_t StateCutter::takeString(std::string_view bytes) {
    std::size_t i = 0;
    for (; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (std::exchange(escaped_, false))
            continue;
        if (c == '\\')
            escaped_ = true;
        else if (c == '"')
            break;
    }
    text_.append(bytes.substr(0, std::min(i, maxText + 1)));
    if (i == bytes.size())
        return i;
    endString();
    return i + 1;
}

void StateCutter::endString() {
    if (mode_ == Mode::Key) {
        key_ = text_;
        expectKey_ = false;
    } else {
        if (onScalar && !levels_.back().array)
            onScalar(key_, text_);
        expectKey_ = !levels_.back().array;
    }
    mode_ = Mode::Skeleton;
}

std::size_t StateCutter::takeScalar(std::string_view bytes) {
    const std::size_t end = bytes.find_first_of(",]} \n\r\t");
    text_.append(bytes.substr(0, std::min(end, maxText + 1)));
    if (end == std::string_view::npos)
        return bytes.size();
    if (onScalar && !levels_.back().array)
        onScalar(key_, text_);
    expectKey_ = !levels_.back().array;
    mode_ = Mode::Skeleton;
    return end;
}

std::size_t StateCutter::takeSkip(std::string_view bytes) {
    const std::size_t used = scan_.feed(bytes);
    if (scan_.done()) {
        mode_ = Mode::Skeleton;
        expectKey_ = !levels_.back().array;
    }
    return used;
}

base::Result<std::size_t> StateCutter::takeRow(std::string_view bytes) {
    const std::size_t used = scan_.feed(bytes);
    if (row_.size() + used > maxRow_)
        return tl::unexpected(
            Error{ErrorKind::Limit,
                  QCoreApplication::translate("master", "One entry of the master's state is larger than %1 MB.")
                      .arg(QString::number(maxRow_ >> 20)),
                  QCoreApplication::translate("master", "Look for a task or framework with enormous labels."),
                  {},
                  0});
    if (!scan_.done()) {
        row_.append(bytes);
        return bytes.size();
    }
    mode_ = Mode::Skeleton;
    base::Result<void> ok;
    if (row_.empty()) {
        ok = onRow(section_, {bytes.substr(0, used), bytes.size() - used, scan_.hasBackslash()});
    } else {
        row_.append(bytes.substr(0, used));
        ok = onRow(section_, {row_, 0, scan_.hasBackslash()});
        row_.clear();
    }
    if (!ok)
        return tl::unexpected(ok.error());
    return used;
}

} // namespace mesoscope::master

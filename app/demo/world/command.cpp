#include "app/demo/world/command.h"

#include <cstdlib>
#include <string>

namespace mesoscope::demo {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

std::string_view nextStep(std::string_view& rest) {
    const auto end = rest.find_first_of(";\n&");
    const std::string_view step = trimmed(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    return step;
}

bool isNumber(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// Commands that come back at once, so that what follows them decides.
bool isQuick(std::string_view step) {
    return step.empty() || step == "true" || step.starts_with("echo ") || step.starts_with("env") ||
           step.starts_with("trap ");
}

} // namespace

CommandPlan planOf(std::string_view command) {
    CommandPlan plan;
    if (command.empty() || command.find("while ") != std::string_view::npos ||
        command.find("for ") != std::string_view::npos)
        return plan;
    for (std::string_view rest = command; !rest.empty();) {
        const std::string_view step = nextStep(rest);
        if (step.starts_with("exit ") && isNumber(trimmed(step.substr(5)))) {
            plan.servesForEver = false;
            plan.status = std::atoi(std::string(trimmed(step.substr(5))).c_str()) & 255;
            return plan;
        }
        if (step.starts_with("sleep ") && isNumber(trimmed(step.substr(6)))) {
            plan.servesForEver = false;
            plan.seconds += std::strtod(std::string(trimmed(step.substr(6))).c_str(), nullptr);
        } else if (step == "false") {
            plan.servesForEver = false;
            plan.status = 1;
        } else if (!isQuick(step)) {
            return CommandPlan();
        } else if (!step.empty()) {
            plan.servesForEver = false;
        }
    }
    return plan;
}

bool ignoresTerm(std::string_view command) {
    return command.find("trap ") != std::string_view::npos && command.find("TERM") != std::string_view::npos;
}

} // namespace mesoscope::demo

// Rules about constraints and roles.
#include "app/demo/marathon/app_rules.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace mesoscope::demo::marathon {

namespace {

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

bool isMesosLiteral(const std::string& text) {
    return std::all_of(text.begin(), text.end(),
                       [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '/' || c == '.' || c == '-'; });
}

std::string constraintFault(const std::string& name, const std::optional<std::string>& value) {
    if (name == "UNIQUE")
        return value ? "UNIQUE does not accept a value" : "";
    if (name == "GROUP_BY")
        return !value || isJavaInt(*value) ? "" : "GROUP BY must define an integer value or else no value at all";
    if (name == "MAX_PER")
        return value && isJavaInt(*value) ? "" : "MAX_PER requires an integer value";
    if (name == "LIKE" || name == "UNLIKE") {
        if (!value)
            return "LIKE and UNLIKE require a non-empty, regular expression value";
        return isRegularExpression(*value) ? "" : "is not a valid regular expression";
    }
    if (name == "IS")
        return isMesosLiteral(value.value_or(""))
                   ? ""
                   : "IS only supports Mesos text and float values (see "
                     "http://mesos.apache.org/documentation/latest/attributes-resources/)";
    if (name == "CLUSTER")
        return "";
    return "operator must be one of the following UNIQUE, CLUSTER, GROUP_BY, LIKE, MAX_PER, UNLIKE or IS";
}

std::string characterFault(char c) {
    switch (c) {
    case '\t':
        return "horizontal tab (\\x09)";
    case '\n':
        return "line feed (\\x0a)";
    case '\v':
        return "vertical tab (\\x0b)";
    case '\f':
        return "form feed (\\x0c)";
    case '\r':
        return "carriage return (\\x0d)";
    case ' ':
        return "space (\\x20)";
    case '/':
        return "slash (\\x2f)";
    case '\x7f':
        return "backspace (\\x7f)";
    default:
        return "";
    }
}

void checkRoleName(const std::string& role, Violations& violations) {
    const std::string path = "/acceptedResourceRoles";
    for (const char* forbidden : {"", ".", ".."})
        if (role == forbidden)
            violations.add(path, std::string("A role name must not be \"") + forbidden + "\".");
    if (!role.empty() && role[0] == '-')
        violations.add(path, "A role name must not start with a '-'.");
    for (std::size_t i = 0; i < role.size(); ++i)
        if (const std::string fault = characterFault(role[i]); !fault.empty())
            violations.add(indexedPath(path, i), "A role name must not include a " + fault + " character.");
}

} // namespace

void checkConstraint(const Json& constraint, Violations& violations) {
    const std::string path = "/constraints";
    if (constraint.size() < 2 || constraint.size() > 3)
        return violations.add(path, "Each constraint must have either 2 or 3 fields");
    if (constraint[0].get<std::string>().empty())
        return violations.add(path, "illegal constraint specification");
    std::optional<std::string> value;
    if (constraint.size() == 3)
        value = constraint[2].get<std::string>();
    if (const std::string fault = constraintFault(upper(constraint[1].get<std::string>()), value); !fault.empty())
        violations.add(path, fault);
}

void checkAcceptedRoles(const Json& app, const std::string& role, Violations& violations) {
    const Json* accepted = member(app, "acceptedResourceRoles");
    if (!accepted)
        return;
    const std::string path = "/acceptedResourceRoles";
    if (accepted->empty())
        violations.add(path, "must not be empty");
    bool foreign = false;
    for (const auto& entry : *accepted) {
        const auto name = entry.get<std::string>();
        checkRoleName(name, violations);
        foreign |= name != "*" && name != role;
    }
    if (member(app, "residency") && *accepted != Json::array({"*"}))
        violations.add(path, "A resident app must have `acceptedResourceRoles = [\"*\"]`.");
    if (foreign)
        violations.add(path, "acceptedResourceRoles can only contain *" +
                                 (role == "*" || role.empty() ? std::string() : " and " + role));
}

} // namespace mesoscope::demo::marathon

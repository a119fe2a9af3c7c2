// Validation of app documents, stage by stage, in the words of the real server.
#pragma once

#include "app/demo/marathon/json.h"
#include "app/demo/marathon/options.h"
#include "app/demo/marathon/violations.h"

#include <optional>
#include <string>
#include <vector>

namespace mesoscope::demo::marathon {

/// Which roles an app at some place may have.
struct RoleSettings {
    std::vector<std::string> validRoles;
    std::string defaultRole;
    std::optional<std::string> previousRole;
    bool forceRoleUpdate = false;

    bool allows(const std::string& role) const;
    /// "got x, expected one of: [a, b]"
    std::string refusalOf(const std::string& role) const;
};

/// Rules about deprecated fields, before anything is normalised.
void checkDeprecated(const Json& app, Violations& violations);
/// Rules about the canonical document (id absolute, role filled in).
void checkCanonical(const Json& app, const MarathonOptions& options, const RoleSettings& roles, Violations& violations);
/// Only "version" (and "id") in a partial update with a version.
void checkUpdateVersion(const Json& update, Violations& violations);

/// Parts of the above.
void checkContainer(const Json& app, const MarathonOptions& options, Violations& violations);
void checkVolumes(const Json& app, const MarathonOptions& options, Violations& violations);
void checkConstraint(const Json& constraint, Violations& violations);
void checkHealthChecks(const Json& app, Violations& violations);
void checkAcceptedRoles(const Json& app, const std::string& role, Violations& violations);
void checkPortNames(const Json& ports, const std::string& path, Violations& violations);

/// Helpers shared by the stages.
bool isDocker(const Json& app);
bool isMesosEngine(const Json& app);
bool hasVolume(const Json& app, const char* kind);
/// Number of ports: mappings if there are any, else definitions.
std::size_t portCount(const Json& app);
std::string indexedPath(const std::string& path, std::size_t index);
std::string featureMissing(const std::string& feature);
/// As Java prints doubles.
std::string javaDouble(double value);
bool isUri(const std::string& text);
bool isRegularExpression(const std::string& text);
bool isJavaInt(const std::string& text);
bool isLabelText(const std::string& text);

} // namespace mesoscope::demo::marathon

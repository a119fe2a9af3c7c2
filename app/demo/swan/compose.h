// A compose file (YAML) as Swan understands it: services in the order in which they have to start, and the app that
// each becomes. Pure.
#pragma once

#include "app/demo/swan/swan_version.h"

#include <map>
#include <string>
#include <vector>

namespace mesoscope::demo::swan {

struct ComposeService {
    std::string name;
    std::vector<std::string> needs;
    Json version; ///< the app's specification
    Json shown;   ///< as the answers tell it, keys in Go's case
};

struct ComposeFile {
    std::vector<ComposeService> services; ///< what is needed stands before what needs it
    std::vector<std::string> variables;   ///< "MODE:"
    std::string schema;                   ///< "3"
};

struct ComposeWish {
    std::string name;
    std::string runAs;
    std::string cluster;
    std::string description;
    std::map<std::string, std::string> environment;
    std::map<std::string, std::string> labels;
};

/// "a=1,b=2".
std::map<std::string, std::string> pairsOf(const std::string& text);
/// Throws 400 when the text is none or has no services.
ComposeFile readCompose(const std::string& yaml, const ComposeWish& wish);
/// What each service needs: null, or a list.
Json dependenciesOf(const ComposeFile& file);
/// A service's specification as it is made anew for who asks.
Json shownVersion(const ComposeService& service, const std::string& id);
/// The member ComposeV3 of an answer.
Json shownCompose(const ComposeFile& file);

} // namespace mesoscope::demo::swan

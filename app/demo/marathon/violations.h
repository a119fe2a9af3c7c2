// What a validation found, and the refusals that end a request early.
#pragma once

#include "app/demo/marathon/json.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace mesoscope::demo::marathon {

/// Texts by path, in the order found.
class Violations {
public:
    void add(const std::string& path, const std::string& text);
    bool empty() const { return entries_.empty(); }
    /// [{"path":…,"errors":[…]}]
    Json details() const;
    const std::vector<std::pair<std::string, std::vector<std::string>>>& entries() const { return entries_; }

private:
    std::vector<std::pair<std::string, std::vector<std::string>>> entries_;
};

/// Ends the request with this answer. Thrown inside the demo server only, and caught where requests are handled.
struct Refusal {
    int status = 500;
    Json body;
    std::string contentType = "application/json";
    std::map<std::string, std::string> headers;
};

/// {"message":…} without details.
Refusal refusal(int status, const std::string& message);
/// A look-up that found nothing: {"message":…,"details":[]}.
Refusal notFound(const std::string& message);
/// 422 with the "Object is not valid" body.
Refusal invalidObject(const Violations& violations);
/// 422 with the "Invalid JSON" body of the parse stage.
Refusal invalidJson(const Violations& violations);
void throwIfInvalid(const Violations& violations);

} // namespace mesoscope::demo::marathon

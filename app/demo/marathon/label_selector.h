// Label selectors of GET /v2/apps.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace mesoscope::demo::marathon {

/// Label values of one app.
using Labels = std::map<std::string, std::string>;

class LabelSelector {
public:
    /// Throws the 422 of a selector that cannot be parsed.
    explicit LabelSelector(const std::string& text);
    bool matches(const Labels& labels) const;

private:
    struct Term {
        std::string key;
        bool exists = false;
        bool negated = false;
        std::vector<std::string> values;
    };
    std::vector<Term> terms_;
};

} // namespace mesoscope::demo::marathon

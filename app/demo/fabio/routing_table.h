// fabio's routing table: the commands `route add|weight|del` and the shares that come out of them. Pure values.
// Rules: fabio 1.6 (route/parse_new.go, route/table.go): order matters; a syntax error anywhere, and in versions up to
// 1.7.2 a `route weight` that matches nothing, refuses the whole text.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace mesoscope::demo::fabio {

struct Target {
    std::string service;
    std::string destination; ///< http://10.0.0.1:31000/
    std::vector<std::string> tags;
    std::string options;
    double fixedWeight = 0; ///< as configured; 0: none
    double weight = 0;      ///< effective share within the route
};

struct Route {
    std::string host;
    std::string path;
    std::vector<Target> targets;
    std::string source() const { return host + path; }
};

struct Table {
    std::vector<Route> routes; ///< hosts from the last letter backwards, longer paths first, as fabio lists them

    /// The text form (`?raw`): configured weights; targets without a share are left out.
    std::string raw() const;
};

struct ParseError {
    std::string text;
};

/// Applies the commands in order. `error` is set, and the result empty, when fabio would keep its old table.
std::optional<Table> parseTable(const std::string& commands, ParseError& error);

} // namespace mesoscope::demo::fabio

#include "app/demo/fabio/routing_table.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <sstream>
#include <unordered_set>

namespace mesoscope::demo::fabio {

namespace {

/// One line: words, and what stands behind weight, tags and opts.
struct Command {
    std::string verb;
    std::vector<std::string> words;
    std::optional<double> weight;
    std::vector<std::string> tags;
    std::string options;
    bool hasTags = false;
};

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::stringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) {
        const std::size_t from = part.find_first_not_of(" \t");
        const std::size_t to = part.find_last_not_of(" \t");
        if (from != std::string::npos)
            parts.push_back(part.substr(from, to - from + 1));
    }
    return parts;
}

/// Words and quoted texts; false when a quote has no end.
bool tokenize(const std::string& line, std::vector<std::string>& tokens) {
    for (std::size_t i = 0; i < line.size();) {
        if (line[i] == ' ' || line[i] == '\t' || line[i] == '\r') {
            ++i;
            continue;
        }
        if (line[i] == '"') {
            const std::size_t end = line.find('"', i + 1);
            if (end == std::string::npos)
                return false;
            tokens.push_back(line.substr(i, end - i));
            i = end + 1;
            continue;
        }
        const std::size_t end = std::min(line.find_first_of(" \t\r", i), line.size());
        tokens.push_back(line.substr(i, end - i));
        i = end;
    }
    return true;
}

std::string unquoted(const std::string& token) {
    return token.size() > 1 && token[0] == '"' ? token.substr(1) : token;
}

bool readOption(const std::vector<std::string>& tokens, std::size_t& i, Command& command) {
    const std::string& key = tokens[i];
    if (i + 1 >= tokens.size())
        return false;
    const std::string value = unquoted(tokens[i + 1]);
    if (key == "weight") {
        char* end = nullptr;
        command.weight = std::strtod(value.c_str(), &end);
        if (*end != '\0' || *command.weight < 0)
            return false;
    } else if (key == "tags") {
        command.tags = split(value, ',');
        command.hasTags = true;
    } else {
        command.options = value;
    }
    i += 2;
    return true;
}

std::optional<Command> parseLine(const std::string& line) {
    std::vector<std::string> tokens;
    if (!tokenize(line, tokens) || tokens.size() < 3 || tokens[0] != "route")
        return std::nullopt;
    Command command;
    command.verb = tokens[1];
    std::size_t i = 2;
    while (i < tokens.size() && tokens[i] != "weight" && tokens[i] != "tags" && tokens[i] != "opts")
        command.words.push_back(tokens[i++]);
    while (i < tokens.size()) {
        if (tokens[i] != "weight" && tokens[i] != "tags" && tokens[i] != "opts")
            return std::nullopt;
        if (!readOption(tokens, i, command))
            return std::nullopt;
    }
    const std::size_t n = command.words.size();
    const bool add = command.verb == "add" && n == 3;
    const bool weight = command.verb == "weight" && command.weight && (n == 2 || (n == 1 && command.hasTags));
    const bool del = command.verb == "del" && (n <= 3) && (n > 0 || command.hasTags);
    return add || weight || del ? std::optional(command) : std::nullopt;
}

struct Builder {
    std::map<std::string, Route> routes; // by source
    /// What was added, so that only repetitions are looked for in a route of thousands of targets.
    std::unordered_set<std::string> added;

    Route& route(const std::string& source) {
        Route& r = routes[source];
        if (r.path.empty()) {
            const std::size_t slash = source.find('/');
            r.host = source.substr(0, slash);
            r.path = slash == std::string::npos ? "/" : source.substr(slash);
        }
        return r;
    }
};

bool carries(const Target& target, const std::vector<std::string>& tags) {
    return std::all_of(tags.begin(), tags.end(), [&](const std::string& tag) {
        return std::find(target.tags.begin(), target.tags.end(), tag) != target.tags.end();
    });
}

void add(Builder& builder, const Command& c) {
    std::string source = c.words[1];
    const std::size_t slash = std::min(source.find('/'), source.size());
    std::transform(source.begin(), source.begin() + std::ptrdiff_t(slash), source.begin(),
                   [](unsigned char ch) { return char(std::tolower(ch)); });
    Target target{c.words[0], c.words[2], c.tags, c.options, c.weight.value_or(0), 0};
    std::vector<Target>& targets = builder.route(source).targets;
    std::string key = source + ' ' + target.service + ' ' + target.destination;
    for (const std::string& tag : target.tags)
        key += ',' + tag;
    const bool repeated = !builder.added.insert(std::move(key)).second;
    if (!repeated || std::none_of(targets.begin(), targets.end(), [&](const Target& t) {
            return t.service == target.service && t.destination == target.destination && t.tags == target.tags;
        }))
        targets.push_back(std::move(target));
}

/// Returns whether anything matched.
bool setWeight(Builder& builder, const Command& c) {
    const bool named = c.words.size() == 2;
    const auto it = builder.routes.find(c.words.back());
    if (it == builder.routes.end())
        return false;
    std::vector<Target*> matching;
    for (Target& t : it->second.targets) {
        if ((!named || t.service == c.words[0]) && carries(t, c.tags))
            matching.push_back(&t);
    }
    for (Target* t : matching)
        t->fixedWeight = *c.weight / double(matching.size());
    return !matching.empty();
}

void del(Builder& builder, const Command& c) {
    for (auto it = builder.routes.begin(); it != builder.routes.end();) {
        Route& route = it->second;
        std::erase_if(route.targets, [&](const Target& t) {
            return (c.words.empty() || t.service == c.words[0]) && (c.words.size() < 2 || it->first == c.words[1]) &&
                   (c.words.size() < 3 || t.destination == c.words[2]) && carries(t, c.tags);
        });
        it = route.targets.empty() ? builder.routes.erase(it) : std::next(it);
    }
}

/// Fixed weights are taken as they are unless they exceed 1, or all are fixed: then they are normalised. The rest is
/// shared evenly by the others.
void weigh(Route& route) {
    double fixed = 0;
    std::size_t free = 0;
    for (const Target& t : route.targets) {
        fixed += t.fixedWeight;
        free += t.fixedWeight > 0 ? 0 : 1;
    }
    const bool normalise = fixed > 1 || free == 0;
    const double scale = normalise && fixed > 0 ? 1 / fixed : 1;
    const double rest = free > 0 ? std::max(0.0, 1 - fixed * scale) / double(free) : 0;
    for (Target& t : route.targets)
        t.weight = t.fixedWeight > 0 ? t.fixedWeight * scale : rest;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ",") + part;
    return text;
}

} // namespace

std::string Table::raw() const {
    std::string text;
    for (const Route& route : routes) {
        for (const Target& t : route.targets) {
            if (t.weight <= 0)
                continue;
            text +=
                (text.empty() ? "" : "\n") + ("route add " + t.service + ' ' + route.source() + ' ' + t.destination);
            if (t.fixedWeight > 0) {
                char weight[32];
                std::snprintf(weight, sizeof weight, " weight %.4f", t.fixedWeight);
                text += weight;
            }
            if (!t.tags.empty())
                text += " tags \"" + joined(t.tags) + '"';
            if (!t.options.empty())
                text += " opts \"" + t.options + '"';
        }
    }
    return text;
}

std::optional<Table> parseTable(const std::string& commands, ParseError& error) {
    Builder builder;
    int number = 0;
    std::stringstream stream(commands);
    for (std::string line; std::getline(stream, line);) {
        ++number;
        const std::size_t begin = line.find_first_not_of(" \t\r");
        if (begin == std::string::npos || line[begin] == '#')
            continue;
        const std::optional<Command> command = parseLine(line.substr(begin));
        if (!command) {
            error.text = "line " + std::to_string(number) + ": syntax error";
            return std::nullopt;
        }
        if (command->verb == "add") {
            add(builder, *command);
        } else if (command->verb == "del") {
            del(builder, *command);
        } else if (!setWeight(builder, *command)) {
            error.text = "line " + std::to_string(number) + ": route: no target match";
            return std::nullopt;
        }
    }
    Table table;
    for (auto& [source, route] : builder.routes) {
        weigh(route);
        table.routes.push_back(std::move(route));
    }
    std::stable_sort(table.routes.begin(), table.routes.end(), [](const Route& a, const Route& b) {
        return a.host != b.host ? a.host < b.host : a.path > b.path;
    });
    return table;
}

} // namespace mesoscope::demo::fabio

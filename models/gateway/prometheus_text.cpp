#include "models/gateway/prometheus_text.h"

#include <charconv>
#include <limits>

namespace mesoscope::gateway {

namespace {

bool isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ':';
}

void skipBlanks(std::string_view& s) {
    while (!s.empty() && (s.front() == ' ' || s.front() == '\t'))
        s.remove_prefix(1);
}

std::string_view takeName(std::string_view& s) {
    std::size_t n = 0;
    while (n < s.size() && isNameChar(s[n]))
        ++n;
    const std::string_view name = s.substr(0, n);
    s.remove_prefix(n);
    return name;
}

/// A quoted label value with its escapes \\, \" and \n; false when the closing quote is missing.
bool takeQuoted(std::string_view& s, std::string& out) {
    if (s.empty() || s.front() != '"')
        return false;
    for (std::size_t i = 1; i < s.size(); ++i) {
        if (s[i] == '"') {
            s.remove_prefix(i + 1);
            return true;
        }
        if (s[i] == '\\' && i + 1 < s.size())
            out += s[++i] == 'n' ? '\n' : s[i];
        else
            out += s[i];
    }
    return false;
}

bool takeLabels(std::string_view& s, Sample& sample) {
    if (s.empty() || s.front() != '{')
        return true;
    s.remove_prefix(1);
    for (;;) {
        skipBlanks(s);
        if (!s.empty() && s.front() == '}') {
            s.remove_prefix(1);
            return true;
        }
        const std::string_view name = takeName(s);
        skipBlanks(s);
        if (name.empty() || s.empty() || s.front() != '=')
            return false;
        s.remove_prefix(1);
        skipBlanks(s);
        std::string value;
        if (!takeQuoted(s, value))
            return false;
        sample.labels.emplace_back(name, std::move(value));
        skipBlanks(s);
        if (!s.empty() && s.front() == ',')
            s.remove_prefix(1);
    }
}

bool takeSample(std::string_view line, Sample& out) {
    out.name = takeName(line);
    skipBlanks(line);
    if (out.name.empty() || !takeLabels(line, out))
        return false;
    skipBlanks(line);
    return parseValue(line, out.value);
}

/// Where the value closes that opens at `open`; npos: nowhere.
std::size_t closingQuote(std::string_view s, std::size_t open) {
    for (std::size_t i = s.find('"', open + 1); i != std::string_view::npos; i = s.find('"', i + 1)) {
        std::size_t escapes = 0;
        while (s[i - 1 - escapes] == '\\')
            ++escapes;
        if (escapes % 2 == 0)
            return i;
    }
    return std::string_view::npos;
}

/// Behind the brace that closes the labels which open at `i`; 0: nowhere.
std::size_t behindLabels(std::string_view s, std::size_t i) {
    for (++i; i < s.size(); ++i) {
        if (s[i] == '}')
            return i + 1;
        if (s[i] == '"' && (i = closingQuote(s, i)) == std::string_view::npos)
            return 0;
    }
    return 0;
}

} // namespace

std::string_view Sample::label(std::string_view wanted) const {
    for (const auto& [key, text] : labels) {
        if (key == wanted)
            return text;
    }
    return {};
}

bool parseValue(std::string_view text, double& out) {
    const std::string_view word = text.substr(0, text.find_first_of(" \t"));
    const std::string_view plain = !word.empty() && word.front() == '+' ? word.substr(1) : word;
    if (plain == "Inf" || plain == "-Inf")
        out = plain.front() == '-' ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    else if (plain == "NaN" || plain == "Nan")
        out = std::numeric_limits<double>::quiet_NaN();
    else {
        const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), out);
        return !plain.empty() && error == std::errc() && end == plain.data() + plain.size();
    }
    return true;
}

std::optional<Sample> parseSample(std::string_view line) {
    Sample sample;
    return takeSample(line, sample) ? std::optional(std::move(sample)) : std::nullopt;
}

RawSample rawSample(std::string_view line) {
    std::string_view rest = line;
    std::size_t end = takeName(rest).size();
    if (end == 0)
        return {};
    if (!rest.empty() && rest.front() == '{')
        end = behindLabels(line, end);
    rest = line.substr(end);
    skipBlanks(rest);
    return {line.substr(0, end), rest};
}

std::string_view takeLine(std::string_view& text) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        skipBlanks(line);
        if (!line.empty() && line.front() != '#')
            return line;
    }
    return {};
}

} // namespace mesoscope::gateway

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

bool takeValue(std::string_view s, double& out) {
    const std::string_view word = s.substr(0, s.find_first_of(" \t"));
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

bool takeSample(std::string_view line, Sample& out) {
    out.name = takeName(line);
    skipBlanks(line);
    if (out.name.empty() || !takeLabels(line, out))
        return false;
    skipBlanks(line);
    return takeValue(line, out.value);
}

} // namespace

std::string_view Sample::label(std::string_view wanted) const {
    for (const auto& [key, text] : labels) {
        if (key == wanted)
            return text;
    }
    return {};
}

Exposition parsePrometheus(std::string_view text) {
    Exposition out;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        skipBlanks(line);
        if (line.empty() || line.front() == '#')
            continue;
        Sample sample;
        if (takeSample(line, sample))
            out.samples.push_back(std::move(sample));
        else
            ++out.badLines;
    }
    return out;
}

} // namespace mesoscope::gateway

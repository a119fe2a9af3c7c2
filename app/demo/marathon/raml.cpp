#include "app/demo/marathon/raml.h"

#include "app/demo/marathon/time_text.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace mesoscope::demo::marathon {

namespace {

std::string indexed(const std::string& path, std::size_t index) {
    return path + "(" + std::to_string(index) + ")";
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

Json fail(Violations& violations, const std::string& path, const std::string& code) {
    violations.add(path, code);
    return nullptr;
}

Json readText(const Type& type, const Json& value, const std::string& path, Violations& violations) {
    if (!value.is_string())
        return fail(violations, path, "error.expected.jsstring");
    const auto& text = value.get_ref<const std::string&>();
    const std::size_t length = characters(text);
    if (length < type.minLength)
        violations.add(path, "error.minLength");
    if (length > type.maxLength)
        violations.add(path, "error.maxLength");
    if (type.matches && !type.matches(text))
        violations.add(path, "error.pattern");
    return value;
}

Json readNumber(const Type& type, const Json& value, const std::string& path, Violations& violations) {
    if (!value.is_number())
        return fail(violations, path, "error.expected.jsnumber");
    const double number = value.get<double>();
    const bool whole = std::floor(number) == number;
    if (type.kind == Kind::Int && (!whole || number > 2147483647.0 || number < -2147483648.0))
        return fail(violations, path, "error.expected.int");
    if (type.kind == Kind::Long && (!whole || number >= 9223372036854775808.0 || number < -9223372036854775808.0))
        return fail(violations, path, "error.expected.long");
    if (number < type.min)
        return fail(violations, path, "error.min");
    if (number > type.max)
        return fail(violations, path, "error.max");
    if (type.kind == Kind::Double)
        return number;
    return value.is_number_float() ? static_cast<std::int64_t>(number) : value.get<std::int64_t>();
}

Json readEnum(const Type& type, const Json& value, const std::string& path, Violations& violations) {
    if (value.is_string()) {
        const std::string wanted = lower(value.get<std::string>());
        for (const auto& literal : type.literals)
            if (lower(literal) == wanted)
                return literal;
    }
    return fail(violations, path, "error.unknown.enum.literal");
}

Json readList(const Type& type, const Json& value, const std::string& path, Violations& violations) {
    if (!value.is_array())
        return fail(violations, path, "error.expected.jsarray");
    Json result = Json::array();
    for (std::size_t i = 0; i < value.size(); ++i) {
        Json item = readRaml(*type.element, value[i], indexed(path, i), violations);
        if (type.kind == Kind::Set && std::find(result.begin(), result.end(), item) != result.end())
            continue;
        result.push_back(std::move(item));
    }
    if (result.size() < type.minLength)
        violations.add(path, "error.minLength");
    if (result.size() > type.maxLength)
        violations.add(path, "error.maxLength");
    return result;
}

Json readMap(const Type& type, const Json& value, const std::string& path, Violations& violations) {
    if (!value.is_object())
        return fail(violations, path, "error.expected.jsobject");
    Json result = Json::object();
    for (const auto& [key, item] : value.items())
        result[key] = readRaml(*type.element, item, path + "/" + key, violations);
    return result;
}

std::string missingText(const Type& type, const Field& field, const Json& value) {
    if (type.strict)
        return "error.path.missing";
    if (value.is_object())
        return std::string("'") + field.name + "' is undefined on object: " + compact(value);
    return compact(value) + " is not an object";
}

Json readObject(const Type& type, const Json& value, const std::string& path, Violations& violations, bool partial) {
    if (type.strict && !value.is_object())
        return fail(violations, path, "error.expected.jsobject");
    Json result = Json::object();
    for (const Field& field : type.fields) {
        const std::string place = path + "/" + field.name;
        const auto found = value.is_object() ? value.find(field.name) : value.end();
        const bool present = value.is_object() && found != value.end();
        const bool required = field.required && !partial;
        if (present && (required || !found->is_null())) {
            result[field.name] = readRaml(*field.type, *found, place, violations);
        } else if (required) {
            violations.add(place, missingText(type, field, value));
        } else if (!partial && !field.fallback.is_null()) {
            result[field.name] = field.fallback;
        }
    }
    return result;
}

Json readUnion(const Type& type, const Json& value, const std::string& path, Violations& violations) {
    for (const Type* alternative : type.alternatives) {
        Violations tried;
        Json result = readRaml(*alternative, value, path, tried);
        if (tried.empty())
            return result;
        if (alternative == type.alternatives.back())
            for (const auto& [place, texts] : tried.entries())
                for (const auto& text : texts)
                    violations.add(place, text);
    }
    return nullptr;
}

Json readTimeStamp(const Json& value, const std::string& path, Violations& violations) {
    if (!value.is_string())
        return fail(violations, path, "error.expected.date");
    const auto time = parseIso(value.get<std::string>());
    if (!time)
        return fail(violations, path, "error.expected.date.isoformat");
    return isoText(*time);
}

Json readUnreachable(const Type& type, const Json& value, const std::string& path, Violations& violations) {
    if (value.is_string())
        return "disabled";
    return readObject(type, value, path, violations, false);
}

Json readLimit(const Json& value, const std::string& path, Violations& violations) {
    if (value.is_string())
        return value;
    if (!value.is_number())
        return fail(violations, path, "error.expected.jsnumber");
    return value.get<double>();
}

Json readEnvValue(const Type& type, const Json& value, const std::string& path, Violations& violations) {
    return value.is_string() ? value : readObject(type, value, path, violations, false);
}

bool leftOut(const Field& field, const Json& value) {
    return value.is_null() || (field.omitEmpty && value.is_structured() && value.empty());
}

Json writeObject(const Type& type, const Json& value) {
    Json result = Json::object();
    for (const Field& field : type.fields) {
        const auto found = value.find(field.name);
        if (found != value.end() && !leftOut(field, *found))
            result[field.name] = writeRaml(*field.type, *found);
    }
    return result;
}

const Type* fittingAlternative(const Type& type, const Json& value) {
    for (const Type* alternative : type.alternatives) {
        Violations tried;
        readRaml(*alternative, value, "", tried);
        if (tried.empty())
            return alternative;
    }
    return nullptr;
}

} // namespace

Json readRaml(const Type& type, const Json& value, const std::string& path, Violations& violations, bool partial) {
    switch (type.kind) {
    case Kind::Text:
        return readText(type, value, path, violations);
    case Kind::Int:
    case Kind::Long:
    case Kind::Double:
        return readNumber(type, value, path, violations);
    case Kind::Bool:
        return value.is_boolean() ? value : fail(violations, path, "error.expected.jsboolean");
    case Kind::LooseBool:
        return value.is_boolean() && value.get<bool>();
    case Kind::Enum:
        return readEnum(type, value, path, violations);
    case Kind::List:
    case Kind::Set:
        return readList(type, value, path, violations);
    case Kind::Map:
        return readMap(type, value, path, violations);
    case Kind::Object:
        return readObject(type, value, path, violations, partial);
    case Kind::Union:
        return readUnion(type, value, path, violations);
    case Kind::TimeStamp:
        return readTimeStamp(value, path, violations);
    case Kind::UnreachableStrategy:
        return readUnreachable(type, value, path, violations);
    case Kind::ResourceLimit:
        return readLimit(value, path, violations);
    case Kind::EnvValue:
        return readEnvValue(type, value, path, violations);
    case Kind::Ignored:
        break;
    }
    return nullptr;
}

Json parseRaml(const Type& type, const Json& value, bool partial) {
    Violations violations;
    Json result = readRaml(type, value, "", violations, partial);
    if (!violations.empty())
        throw invalidJson(violations);
    return result;
}

Json writeRaml(const Type& type, const Json& value) {
    switch (type.kind) {
    case Kind::Object:
        return value.is_object() ? writeObject(type, value) : value;
    case Kind::List:
    case Kind::Set: {
        Json result = Json::array();
        for (const auto& item : value)
            result.push_back(writeRaml(*type.element, item));
        return result;
    }
    case Kind::Union: {
        const Type* alternative = fittingAlternative(type, value);
        return alternative ? writeRaml(*alternative, value) : value;
    }
    default:
        return value;
    }
}

} // namespace mesoscope::demo::marathon

// The parse stage: turns JSON into documents with known fields, defaults filled in, by tables of types. Error codes are
// those of the real server's reader (error.expected.jsstring, error.min, …).
#pragma once

#include "app/demo/marathon/json.h"
#include "app/demo/marathon/violations.h"

#include <limits>
#include <string>
#include <vector>

namespace mesoscope::demo::marathon {

enum class Kind {
    Text,
    Int,
    Long,
    Double,
    Bool,
    Enum,
    List,
    Set,
    Map,
    Object,
    Union,
    TimeStamp,
    LooseBool,
    Ignored,
    UnreachableStrategy,
    ResourceLimit,
    EnvValue
};

struct Type;

struct Field {
    const char* name = "";
    const Type* type = nullptr;
    bool required = false;
    /// Filled in when absent; null means: stays absent.
    Json fallback = nullptr;
    /// Left out by the writer when empty.
    bool omitEmpty = false;
};

struct Type {
    Kind kind = Kind::Text;
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
    std::size_t minLength = 0;
    std::size_t maxLength = std::numeric_limits<std::size_t>::max();
    bool (*matches)(const std::string&) = nullptr;
    std::vector<std::string> literals = {};
    const Type* element = nullptr;
    std::vector<Field> fields = {};
    /// Plain small types refuse what is no object; the others treat it as an object without keys.
    bool strict = false;
    std::vector<const Type*> alternatives = {};
};

/// Reads a value; problems go to violations, the result is then of no use.
/// partial: top-level fields get no defaults and none is required (an update).
Json readRaml(const Type& type, const Json& value, const std::string& path, Violations& violations,
              bool partial = false);

/// Reads or throws the 422 of the parse stage.
Json parseRaml(const Type& type, const Json& value, bool partial = false);

/// Drops what the writer leaves out (empty lists and maps of marked fields) and brings keys into the order of the
/// table.
Json writeRaml(const Type& type, const Json& value);

} // namespace mesoscope::demo::marathon

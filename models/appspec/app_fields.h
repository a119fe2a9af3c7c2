// An app document as a flat list of comparable fields: the white space, the order of keys, the spelling of numbers and
// everything that equals the server's default are gone; list elements stand under a name instead of a number.
#pragma once

#include "models/appspec/json_tree.h"

#include <string>
#include <vector>

namespace mesoscope::appspec {

struct AppField {
    std::string path;  ///< /container/portMappings/http/hostPort
    std::string value; ///< canonical JSON
    int node = -1;     ///< in the tree it came from; -1 for a default written out
};

/// Sorted by path. Read-only fields (version, tasks, …) are left out.
std::vector<AppField> fieldsOf(const JsonValue& app);

/// Whether the two texts are the same JSON value: 1 and 1.0, any order of keys.
bool sameJson(const JsonValue& a, const JsonValue& b);
std::string canonicalJson(const JsonValue& value);

/// Top-level fields that only the server writes.
bool isReadOnlyField(std::string_view name);

/// Every app of a document: one app, a list, {"apps": […]} or a group with subgroups; with its absolute id.
struct NamedApp {
    QString id;
    JsonValue value;
    QString pointer; ///< RFC 6901, from the root of the document
};
std::vector<NamedApp> appsOf(const JsonTree& tree);

/// The server's document as it is best edited: without what only the server writes, laid out over lines.
QByteArray editableDocument(const QByteArray& stored);

} // namespace mesoscope::appspec

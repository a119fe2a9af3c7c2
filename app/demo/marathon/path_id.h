// Ids of apps, pods and groups: slash-separated paths.
#pragma once

#include <string>
#include <vector>

namespace mesoscope::demo::marathon {

/// "/a/b" → {"a","b"}; empty parts vanish.
std::vector<std::string> segments(const std::string& path);
/// Makes a path absolute against a base ("/" for the root) and resolves "." and "..".
std::string canonicalPath(const std::string& path, const std::string& base = "/");
/// "/a/b" → "/a"; the parent of "/a" and of "/" is "/".
std::string parentOf(const std::string& absolute);
bool isTopLevel(const std::string& absolute);
/// First segment: "/a/b" → "a".
std::string topName(const std::string& absolute);
/// "/a/b/c" below "/a": true; a path is not below itself. Everything but "/" is below "/".
bool isBelow(const std::string& path, const std::string& group);
/// "/a/b" → "a_b", the form inside task ids.
std::string safePath(const std::string& absolute);
/// "a_b" → "/a/b"
std::string pathOfSafe(const std::string& safe);
/// Matches the id pattern of the parse stage.
bool isPathIdText(const std::string& text);
/// One segment with only legal characters ("." and ".." included).
bool isLegalSegment(const std::string& segment);

} // namespace mesoscope::demo::marathon

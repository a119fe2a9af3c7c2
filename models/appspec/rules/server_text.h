// Small pieces of the server's runtime whose behaviour decides what it accepts: how it prints numbers, which regular
// expressions and URIs its libraries take, how it resolves ids.
#pragma once

#include <QString>
#include <QStringList>

namespace mesoscope::appspec {

/// 1 becomes "1.0", 0.5 "0.5", 1e7 "1.0E7".
QString serverDouble(double value);
/// Whether the server's regular expression library compiles the text.
bool isServerRegex(const QString& text);
/// Whether the server's URI parser takes the text (RFC 2396 with its liberties).
bool isServerUri(const QString& text);
/// ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$, with underscores inside if allowed.
bool isServerName(QStringView text, bool underscores = false);
/// A date-time with offset, as the server wants versions.
bool isServerDateTime(const QString& text);
/// Text that converts to a 32-bit integer there.
bool isServerInt(const QString& text);

/// Ids: paths of segments, absolute or relative.
struct PathId {
    QStringList segments;
    bool absolute = false;

    static PathId parse(const QString& text);
    /// Absolute, with . and .. resolved against the base.
    PathId canonical(const PathId& base = root()) const;
    static PathId root() { return {{}, true}; }
    bool isRoot() const { return absolute && segments.isEmpty(); }
    PathId parent() const;
    /// The same or an ancestor of the other.
    bool includes(const PathId& other) const;
    QString toString() const;
    friend bool operator==(const PathId&, const PathId&) = default;
};

/// The pattern the parse stage applies to ids.
bool matchesIdPattern(QStringView text);
/// One segment, as the canonical stage checks it.
bool isIdSegment(QStringView segment);
extern const char* const idSegmentPattern;

} // namespace mesoscope::appspec

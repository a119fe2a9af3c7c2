// The lossless JSON tree: every value knows the bytes it was written with, so nothing that is not edited ever changes.
//
// Thread: a JsonTree is immutable once parsed; any thread may read it. Values are small views and die with their tree.
// Units: offsets are bytes into the UTF-8 text; lines and columns count from 1, columns in characters (code points).
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace mesoscope::appspec {

struct Position {
    int line = 1;
    int column = 1;
    friend bool operator==(const Position&, const Position&) = default;
};

/// Why a text is not JSON: one sentence for people and the byte where it went wrong.
struct SyntaxError {
    QString message;
    quint32 offset = 0;
    Position position;
};

/// What is legal JSON, or nearly, and still deserves a word.
struct SyntaxNote {
    enum class Kind { RepeatedKey, LoneSurrogate, BeyondDouble };
    Kind kind;
    quint32 offset;
    int node;
};

struct ParseLimits {
    qsizetype bytes = 64 * 1024 * 1024;
    int depth = 1000;
};

class JsonTree;

/// A view of one value of a tree; invalid when the value does not exist.
class JsonValue {
public:
    enum class Kind : quint8 { Null, Bool, Number, String, Array, Object };

    JsonValue() = default;
    JsonValue(const JsonTree* tree, int node) : tree_(tree), node_(node) {}

    bool isValid() const { return tree_ && node_ >= 0; }
    Kind kind() const;
    bool is(Kind kind) const { return isValid() && this->kind() == kind; }
    bool isNull() const { return is(Kind::Null); }
    /// Absent or null: what the server treats alike for optional fields.
    bool isAbsent() const { return !isValid() || isNull(); }

    bool toBool() const;
    double toDouble() const;
    /// The decoded text of a string; a lone surrogate stays one.
    QString toString() const;
    /// The bytes as written, from the first to the last of the value.
    std::string_view raw() const;
    quint32 begin() const;
    quint32 end() const;

    /// The decoded key under which this value stands in its object.
    QString key() const;
    std::string_view rawKey() const;
    quint32 keyBegin() const;
    quint32 keyEnd() const;
    /// A later member of the same object has the same key, so this one does not count.
    bool isShadowed() const;

    int childCount() const;
    JsonValue firstChild() const;
    JsonValue next() const;
    /// The member that counts (the last of a repeated key), or an invalid value. Keys are compared after decoding.
    JsonValue member(std::string_view key) const;
    JsonValue member(const char* key) const { return member(std::string_view(key)); }
    JsonValue member(const QString& key) const;
    JsonValue element(int index) const;
    JsonValue parent() const;
    int node() const { return node_; }

private:
    const JsonTree* tree_ = nullptr;
    int node_ = -1;
};

/// Which bytes of one text became which bytes of another: [offset, offset + removed) is now as long as inserted.
struct Replacement {
    quint32 offset = 0;
    quint32 removed = 0;
    quint32 inserted = 0;
    /// The two replacements one after the other as one that covers both.
    Replacement then(const Replacement& later) const;
};

class JsonTree {
public:
    struct Node {
        quint32 begin = 0;
        quint32 end = 0;
        quint32 keyBegin = 0;
        quint32 keyEnd = 0;
        int parent = -1;
        int firstChild = -1;
        int next = -1;
        int children = 0;
        JsonValue::Kind kind = JsonValue::Kind::Null;
        bool keyEscaped = false;
        bool shadowed = false;
    };

    /// Parses in one pass without recursion, in time linear in the text. Refuses what the server refuses: comments,
    /// trailing commas, NaN, text after the value, control characters in strings, bytes that are not UTF-8. A leading
    /// byte order mark is skipped. Never throws.
    static JsonTree parse(const QByteArray& text, const ParseLimits& limits = {});
    /// The tree of the text after a replacement, without reading what did not change: for what happens inside of one
    /// text, number or word, or between the values. Otherwise as parse().
    static JsonTree reparse(const JsonTree& before, const QByteArray& text, const Replacement& change);

    bool isValid() const { return !error_ && !nodes_.empty(); }
    const std::optional<SyntaxError>& error() const { return error_; }
    const std::vector<SyntaxNote>& notes() const { return notes_; }
    const QByteArray& text() const { return text_; }
    const std::vector<Node>& nodes() const { return nodes_; }
    JsonValue root() const { return isValid() ? JsonValue(this, 0) : JsonValue(); }

    /// The value at an RFC 6901 pointer ("" is the whole document), or an invalid value.
    JsonValue at(const QString& pointer) const;
    /// The deepest value that exists on the way to the pointer.
    JsonValue nearest(const QString& pointer) const;
    QString pointerOf(JsonValue value) const;
    /// The innermost value whose bytes (or key) contain the offset.
    JsonValue valueAt(quint32 offset) const;

private:
    friend class JsonParser;
    int scalarAround(const Replacement& change) const;
    bool isBetweenValues(const Replacement& change) const;
    bool takeScalar(const Replacement& change);
    QByteArray text_;
    std::vector<Node> nodes_;
    std::vector<SyntaxNote> notes_;
    std::optional<SyntaxError> error_;
};

/// Escapes one token of a pointer.
QString pointerToken(const QString& key);
/// The tokens of a pointer, unescaped; empty for "".
QStringList pointerTokens(const QString& pointer);
/// Text as a JSON string with quotes.
QByteArray quoted(const QString& text);
/// Decodes a JSON string with or without quotes around it.
QString decodeString(std::string_view raw);

/// Where lines begin; turns offsets into positions and back.
class LineIndex {
public:
    LineIndex() = default;
    explicit LineIndex(const QByteArray& text);
    Position position(quint32 offset) const;
    /// Many at once in one pass over each touched line; offsets in any order.
    std::vector<Position> positions(const std::vector<quint32>& offsets) const;
    quint32 offset(Position position) const;
    int lineCount() const { return int(starts_.size()); }

private:
    QByteArray text_;
    std::vector<quint32> starts_{0};
};

} // namespace mesoscope::appspec

#include "models/appspec/json_tree.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <deque>
#include <numeric>
#include <unordered_map>

namespace mesoscope::appspec {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

int hexDigit(char c) {
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// Length of the well-formed UTF-8 sequence at p, or 0.
int utf8Length(const unsigned char* p, const unsigned char* end) {
    const auto tail = [&](int i) { return p + i < end && (p[i] & 0xC0) == 0x80; };
    const unsigned char c = p[0];
    if (c < 0x80)
        return 1;
    if (c >= 0xC2 && c <= 0xDF)
        return tail(1) ? 2 : 0;
    if (c >= 0xE0 && c <= 0xEF) {
        if (!tail(1) || !tail(2))
            return 0;
        if ((c == 0xE0 && p[1] < 0xA0) || (c == 0xED && p[1] > 0x9F))
            return 0;
        return 3;
    }
    if (c >= 0xF0 && c <= 0xF4) {
        if (!tail(1) || !tail(2) || !tail(3))
            return 0;
        if ((c == 0xF0 && p[1] < 0x90) || (c == 0xF4 && p[1] > 0x8F))
            return 0;
        return 4;
    }
    return 0;
}

} // namespace

/// One pass over the text with an explicit state; the nodes it appends link themselves into a tree.
class JsonParser {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::JsonParser)
public:
    JsonParser(JsonTree& tree, const ParseLimits& limits)
        : tree_(tree), begin_(tree.text_.constData()), p_(begin_), end_(begin_ + tree.text_.size()), limits_(limits) {
        tree_.nodes_.reserve(size_t(tree.text_.size() / 24 + 8));
    }

    void run();

private:
    using Kind = JsonValue::Kind;
    using Node = JsonTree::Node;

    bool fail(const QString& message, const char* at);
    bool unexpected(const QString& wanted);
    bool skipSpace();
    bool value();
    bool afterValue();
    bool beforeKey(bool first);
    bool beforeElement(bool first);
    bool string(bool* escaped);
    bool escape(quint32 stringBegin);
    bool number();
    bool word();
    int append(Kind kind);
    bool open(Kind kind);
    void close();
    void markRepeatedKeys(int object);
    quint32 offset(const char* at) const { return quint32(at - begin_); }

    JsonTree& tree_;
    const char* begin_;
    const char* p_;
    const char* end_;
    ParseLimits limits_;
    int current_ = -1;
    int depth_ = 0;
    std::vector<int> lastChild_;
    quint32 keyBegin_ = 0;
    quint32 keyEnd_ = 0;
    bool keyEscaped_ = false;
};

bool JsonParser::fail(const QString& message, const char* at) {
    if (!tree_.error_)
        tree_.error_ = SyntaxError{message, offset(at), {}};
    return false;
}

bool JsonParser::unexpected(const QString& wanted) {
    if (p_ >= end_)
        return fail(tr("The text ends too early: %1 is missing.").arg(wanted), p_);
    const unsigned char c = static_cast<unsigned char>(*p_);
    if (c == 0)
        return fail(tr("There is a NUL byte here; this looks like a binary file, not JSON."), p_);
    if (c == '\'')
        return fail(tr("JSON writes texts in double quotes, not in single ones."), p_);
    const int length =
        c < 0x80 ? 1
                 : utf8Length(reinterpret_cast<const unsigned char*>(p_), reinterpret_cast<const unsigned char*>(end_));
    if (length == 0 || c < 0x20)
        return fail(tr("This byte is not UTF-8 text; the file may be binary or in another encoding."), p_);
    QString sentence = tr("%1 is expected here, not “%2”.").arg(wanted, QString::fromUtf8(p_, length));
    sentence[0] = sentence[0].toUpper();
    return fail(sentence, p_);
}

bool JsonParser::skipSpace() {
    while (p_ < end_ && (*p_ == ' ' || *p_ == '\n' || *p_ == '\r' || *p_ == '\t'))
        ++p_;
    if (p_ < end_ && (*p_ == '/' || *p_ == '#')) {
        const bool slash = *p_ == '/' && p_ + 1 < end_ && (p_[1] == '/' || p_[1] == '*');
        if (slash || *p_ == '#')
            return fail(tr("Comments are not part of JSON and the server refuses them; remove this one."), p_);
    }
    return true;
}

void JsonParser::run() {
    if (end_ - begin_ >= 3 && std::memcmp(begin_, "\xEF\xBB\xBF", 3) == 0)
        p_ += 3;
    if (tree_.text_.size() > limits_.bytes) {
        fail(tr("The document is larger than %1 MB; it is kept as text but not examined.")
                 .arg(limits_.bytes / (1024 * 1024)),
             begin_ + limits_.bytes);
        return;
    }
    if (!skipSpace())
        return;
    if (p_ >= end_) {
        fail(tr("The document is empty; an app begins with {."), p_);
        return;
    }
    bool ok = value();
    while (ok && current_ >= 0)
        ok = afterValue();
    if (!ok || !skipSpace())
        return;
    if (p_ < end_)
        fail(tr("The document is complete here; what follows must be removed."), p_);
}

int JsonParser::append(Kind kind) {
    const int index = int(tree_.nodes_.size());
    Node node;
    node.kind = kind;
    node.begin = offset(p_);
    node.parent = current_;
    if (current_ >= 0) {
        Node& parent = tree_.nodes_[size_t(current_)];
        if (parent.kind == Kind::Object) {
            node.keyBegin = keyBegin_;
            node.keyEnd = keyEnd_;
            node.keyEscaped = keyEscaped_;
        }
        if (lastChild_.back() >= 0)
            tree_.nodes_[size_t(lastChild_.back())].next = index;
        else
            parent.firstChild = index;
        lastChild_.back() = index;
        ++parent.children;
    }
    tree_.nodes_.push_back(node);
    return index;
}

bool JsonParser::open(Kind kind) {
    if (++depth_ > limits_.depth)
        return fail(tr("Values are nested deeper than %1 levels.").arg(limits_.depth), p_);
    current_ = append(kind);
    lastChild_.push_back(-1);
    ++p_;
    return kind == Kind::Object ? beforeKey(true) : beforeElement(true);
}

void JsonParser::close() {
    ++p_;
    Node& node = tree_.nodes_[size_t(current_)];
    node.end = offset(p_);
    if (node.kind == Kind::Object)
        markRepeatedKeys(current_);
    current_ = node.parent;
    lastChild_.pop_back();
    --depth_;
}

bool JsonParser::value() {
    if (p_ >= end_)
        return unexpected(tr("a value"));
    switch (*p_) {
    case '{':
        return open(Kind::Object);
    case '[':
        return open(Kind::Array);
    case '"': {
        const int index = append(Kind::String);
        bool escaped = false;
        if (!string(&escaped))
            return false;
        tree_.nodes_[size_t(index)].end = offset(p_);
        return true;
    }
    default:
        return *p_ == '-' || isDigit(*p_) ? number() : word();
    }
}

bool JsonParser::afterValue() {
    if (!skipSpace())
        return false;
    const bool object = tree_.nodes_[size_t(current_)].kind == Kind::Object;
    if (p_ < end_ && *p_ == ',') {
        ++p_;
        return object ? beforeKey(false) : beforeElement(false);
    }
    if (p_ < end_ && *p_ == (object ? '}' : ']')) {
        close();
        return true;
    }
    return unexpected(object ? tr("a comma or }") : tr("a comma or ]"));
}

bool JsonParser::beforeKey(bool first) {
    if (!skipSpace())
        return false;
    if (p_ < end_ && *p_ == '}') {
        if (!first)
            return fail(tr("There is a comma before } with nothing after it; remove the comma."), p_);
        close();
        return true;
    }
    if (p_ >= end_ || *p_ != '"')
        return unexpected(tr("a key in double quotes"));
    keyBegin_ = offset(p_);
    keyEscaped_ = false;
    if (!string(&keyEscaped_))
        return false;
    keyEnd_ = offset(p_);
    if (!skipSpace())
        return false;
    if (p_ >= end_ || *p_ != ':')
        return unexpected(tr("a colon"));
    ++p_;
    return skipSpace() && value();
}

bool JsonParser::beforeElement(bool first) {
    if (!skipSpace())
        return false;
    if (p_ < end_ && *p_ == ']') {
        if (!first)
            return fail(tr("There is a comma before ] with nothing after it; remove the comma."), p_);
        close();
        return true;
    }
    return value();
}

bool JsonParser::string(bool* escaped) {
    const char* const start = p_++;
    while (p_ < end_) {
        const unsigned char c = static_cast<unsigned char>(*p_);
        if (c == '"') {
            ++p_;
            return true;
        }
        if (c == '\\') {
            *escaped = true;
            if (!escape(offset(start)))
                return false;
            continue;
        }
        if (c == '\n' || c == '\r')
            return fail(tr("The text that begins in this line has no closing quote."), start);
        if (c == 0)
            return fail(tr("There is a NUL byte inside this text; write it as \\u0000."), p_);
        if (c < 0x20)
            return fail(tr("A control character stands inside this text; write it as an escape such as \\t or \\n."),
                        p_);
        const int length = c < 0x80 ? 1
                                    : utf8Length(reinterpret_cast<const unsigned char*>(p_),
                                                 reinterpret_cast<const unsigned char*>(end_));
        if (length == 0)
            return fail(tr("This byte is not UTF-8 text; the file may be binary or in another encoding."), p_);
        p_ += length;
    }
    return fail(tr("The text that begins here has no closing quote."), start);
}

bool JsonParser::escape(quint32 stringBegin) {
    const char* const start = p_++;
    if (p_ >= end_)
        return fail(tr("The text that begins here has no closing quote."), begin_ + stringBegin);
    if (std::strchr("\"\\/bfnrt", *p_) && *p_) {
        ++p_;
        return true;
    }
    if (*p_ != 'u')
        return fail(tr("This escape is unknown; JSON has \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits."),
                    start);
    const auto unit = [&](const char* at) {
        int code = 0;
        for (int i = 0; i < 4; ++i) {
            const int digit = at + i < end_ ? hexDigit(at[i]) : -1;
            if (digit < 0)
                return -1;
            code = code * 16 + digit;
        }
        return code;
    };
    const int code = unit(p_ + 1);
    if (code < 0)
        return fail(tr("\\u needs four hexadecimal digits."), start);
    p_ += 5;
    if (code < 0xD800 || code > 0xDFFF)
        return true;
    const bool pair = code < 0xDC00 && end_ - p_ >= 6 && p_[0] == '\\' && p_[1] == 'u' && unit(p_ + 2) >= 0xDC00 &&
                      unit(p_ + 2) <= 0xDFFF;
    if (pair)
        p_ += 6;
    else
        tree_.notes_.push_back({SyntaxNote::Kind::LoneSurrogate, offset(start), int(tree_.nodes_.size()) - 1});
    return true;
}

bool JsonParser::number() {
    const char* const start = p_;
    const int index = append(Kind::Number);
    const auto digits = [&] {
        const char* const from = p_;
        while (p_ < end_ && isDigit(*p_))
            ++p_;
        return p_ > from;
    };
    if (*p_ == '-')
        ++p_;
    const char* const first = p_;
    if (!digits())
        return fail(tr("A minus must be followed by digits."), start);
    if (*first == '0' && p_ - first > 1)
        return fail(tr("A number may not begin with 0 before other digits."), start);
    if (p_ < end_ && *p_ == '.') {
        ++p_;
        if (!digits())
            return fail(tr("The point of this number must be followed by digits."), start);
    }
    if (p_ < end_ && (*p_ == 'e' || *p_ == 'E')) {
        ++p_;
        if (p_ < end_ && (*p_ == '+' || *p_ == '-'))
            ++p_;
        if (!digits())
            return fail(tr("The exponent of this number has no digits."), start);
    }
    tree_.nodes_[size_t(index)].end = offset(p_);
    if (p_ - start > 15) {
        double parsed = 0;
        if (std::from_chars(start, p_, parsed).ec == std::errc::result_out_of_range)
            tree_.notes_.push_back({SyntaxNote::Kind::BeyondDouble, offset(start), index});
    } else if (std::find_if(start, p_, [](char c) { return c == 'e' || c == 'E'; }) != p_) {
        double parsed = 0;
        if (std::from_chars(start, p_, parsed).ec == std::errc::result_out_of_range)
            tree_.notes_.push_back({SyntaxNote::Kind::BeyondDouble, offset(start), index});
    }
    return true;
}

bool JsonParser::word() {
    const char* stop = p_;
    while (stop < end_ && stop - p_ < 32 && (std::isalnum(static_cast<unsigned char>(*stop)) || *stop == '_'))
        ++stop;
    const std::string_view text(p_, size_t(stop - p_));
    if (text == "true" || text == "false" || text == "null") {
        const int index = append(text == "null" ? Kind::Null : Kind::Bool);
        p_ = stop;
        tree_.nodes_[size_t(index)].end = offset(p_);
        return true;
    }
    if (text.empty())
        return unexpected(tr("a value"));
    if (text == "NaN" || text == "Infinity")
        return fail(tr("JSON has no NaN and no Infinity."), p_);
    return fail(tr("“%1” is not a value; texts stand in double quotes, otherwise write true, false, null or a number.")
                    .arg(QString::fromLatin1(text.data(), qsizetype(text.size()))),
                p_);
}

void JsonParser::markRepeatedKeys(int object) {
    const Node& node = tree_.nodes_[size_t(object)];
    if (node.children < 2)
        return;
    std::deque<std::string> decoded;
    const auto keyOf = [&](const Node& child) {
        const std::string_view raw(begin_ + child.keyBegin + 1, child.keyEnd - child.keyBegin - 2);
        if (!child.keyEscaped)
            return raw;
        decoded.push_back(decodeString(raw).toStdString());
        return std::string_view(decoded.back());
    };
    const auto repeat = [&](int earlier, int later) {
        tree_.nodes_[size_t(earlier)].shadowed = true;
        tree_.notes_.push_back({SyntaxNote::Kind::RepeatedKey, tree_.nodes_[size_t(later)].keyBegin, later});
    };
    if (node.children <= 12) {
        std::string_view keys[12];
        int indexes[12];
        int count = 0;
        for (int i = node.firstChild; i >= 0; i = tree_.nodes_[size_t(i)].next, ++count) {
            keys[count] = keyOf(tree_.nodes_[size_t(i)]);
            indexes[count] = i;
            for (int k = count - 1; k >= 0; --k) {
                if (keys[k] == keys[count]) {
                    repeat(indexes[k], i);
                    break;
                }
            }
        }
        return;
    }
    std::unordered_map<std::string_view, int> seen;
    seen.reserve(size_t(node.children));
    for (int i = node.firstChild; i >= 0; i = tree_.nodes_[size_t(i)].next) {
        auto [entry, fresh] = seen.try_emplace(keyOf(tree_.nodes_[size_t(i)]), i);
        if (!fresh) {
            repeat(entry->second, i);
            entry->second = i;
        }
    }
}

JsonTree JsonTree::parse(const QByteArray& text, const ParseLimits& limits) {
    JsonTree tree;
    tree.text_ = text;
    JsonParser(tree, limits).run();
    if (tree.error_) {
        tree.error_->position = LineIndex(text).position(tree.error_->offset);
        tree.nodes_.clear();
        tree.notes_.clear();
    }
    return tree;
}

Replacement Replacement::then(const Replacement& later) const {
    const quint32 begin = std::min(offset, later.offset);
    const quint32 end = std::max(offset + inserted, later.offset + later.removed); // in the text between the two
    return {begin, end + removed - inserted - begin, end - begin + later.inserted - later.removed};
}

namespace {

bool isSpace(const char* from, quint32 length) {
    return std::all_of(from, from + length, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
}

} // namespace

/// The text, number or word that holds everything that is replaced, or -1.
int JsonTree::scalarAround(const Replacement& change) const {
    const JsonValue value = valueAt(change.offset);
    const bool container = value.is(JsonValue::Kind::Object) || value.is(JsonValue::Kind::Array);
    if (!value.isValid() || container || change.offset < value.begin() || change.offset + change.removed > value.end())
        return -1;
    return value.node();
}

/// Whether white space alone goes and no key and no value is touched.
bool JsonTree::isBetweenValues(const Replacement& change) const {
    if (change.offset + change.removed > quint32(text_.size()) ||
        !isSpace(text_.constData() + change.offset, change.removed))
        return false;
    const JsonValue value = valueAt(change.offset);
    if (!value.isValid())
        return false;
    const bool container = value.is(JsonValue::Kind::Object) || value.is(JsonValue::Kind::Array);
    const bool inKey = value.keyEnd() && change.offset > value.keyBegin() && change.offset < value.keyEnd();
    const bool inside = change.offset > value.begin() && change.offset < value.end();
    return !inKey && (container || !inside);
}

/// Reads the one value anew and moves everything behind it. False when it is none.
bool JsonTree::takeScalar(const Replacement& change) {
    const int node = scalarAround(change);
    if (node < 0)
        return false;
    const int shift = int(change.inserted) - int(change.removed);
    Node& changed = nodes_[size_t(node)];
    const JsonTree alone = parse(text_.mid(changed.begin, int(changed.end - changed.begin) + shift));
    const JsonValue value = alone.root();
    const bool whole = value.isValid() && value.begin() == 0 && value.end() == quint32(alone.text_.size());
    if (!whole || !alone.notes_.empty() || value.is(JsonValue::Kind::Object) || value.is(JsonValue::Kind::Array))
        return false;
    changed.kind = value.kind();
    changed.end += quint32(shift);
    for (int above = changed.parent; above >= 0; above = nodes_[size_t(above)].parent)
        nodes_[size_t(above)].end += quint32(shift);
    // Nodes stand in the order of the text, so all that follow lie behind.
    for (size_t i = size_t(node) + 1; i < nodes_.size(); ++i) {
        Node& later = nodes_[i];
        later.begin += quint32(shift);
        later.end += quint32(shift);
        if (later.keyEnd) {
            later.keyBegin += quint32(shift);
            later.keyEnd += quint32(shift);
        }
    }
    return true;
}

JsonTree JsonTree::reparse(const JsonTree& before, const QByteArray& text, const Replacement& change) {
    const bool inMark = change.offset < 3 && before.text_.startsWith("\xEF\xBB\xBF");
    const bool possible = before.isValid() && before.notes_.empty() && !inMark &&
                          text.size() == before.text_.size() + qsizetype(change.inserted) - qsizetype(change.removed) &&
                          qsizetype(change.offset) + qsizetype(change.inserted) <= text.size();
    if (!possible)
        return parse(text);
    if (isSpace(text.constData() + change.offset, change.inserted) && before.isBetweenValues(change)) {
        JsonTree tree = before;
        tree.text_ = text;
        const quint32 shift = change.inserted - change.removed;
        for (Node& node : tree.nodes_) {
            node.begin += node.begin >= change.offset ? shift : 0;
            node.end += node.end > change.offset ? shift : 0;
            node.keyBegin += node.keyEnd && node.keyBegin >= change.offset ? shift : 0;
            node.keyEnd += node.keyEnd > change.offset ? shift : 0;
        }
        return tree;
    }
    JsonTree tree = before;
    tree.text_ = text;
    return tree.takeScalar(change) ? tree : parse(text);
}

JsonValue::Kind JsonValue::kind() const {
    return isValid() ? tree_->nodes()[size_t(node_)].kind : Kind::Null;
}

std::string_view JsonValue::raw() const {
    if (!isValid())
        return {};
    const JsonTree::Node& node = tree_->nodes()[size_t(node_)];
    return {tree_->text().constData() + node.begin, node.end - node.begin};
}

bool JsonValue::toBool() const {
    return is(Kind::Bool) && raw() == "true";
}

double JsonValue::toDouble() const {
    const std::string_view text = raw();
    double result = 0;
    const auto outcome = std::from_chars(text.data(), text.data() + text.size(), result);
    if (outcome.ec == std::errc::result_out_of_range) {
        const bool tiny = text.find("e-") != text.npos || text.find("E-") != text.npos;
        return tiny ? 0.0 : (text.front() == '-' ? -1 : 1) * std::numeric_limits<double>::infinity();
    }
    return result;
}

QString JsonValue::toString() const {
    return is(Kind::String) ? decodeString(raw()) : QString();
}

quint32 JsonValue::begin() const {
    return isValid() ? tree_->nodes()[size_t(node_)].begin : 0;
}
quint32 JsonValue::end() const {
    return isValid() ? tree_->nodes()[size_t(node_)].end : 0;
}
quint32 JsonValue::keyBegin() const {
    return isValid() ? tree_->nodes()[size_t(node_)].keyBegin : 0;
}
quint32 JsonValue::keyEnd() const {
    return isValid() ? tree_->nodes()[size_t(node_)].keyEnd : 0;
}
bool JsonValue::isShadowed() const {
    return isValid() && tree_->nodes()[size_t(node_)].shadowed;
}
int JsonValue::childCount() const {
    return isValid() ? tree_->nodes()[size_t(node_)].children : 0;
}

std::string_view JsonValue::rawKey() const {
    if (!isValid() || keyEnd() == 0)
        return {};
    return {tree_->text().constData() + keyBegin() + 1, keyEnd() - keyBegin() - 2};
}

QString JsonValue::key() const {
    if (isValid() && !tree_->nodes()[size_t(node_)].keyEscaped) {
        const std::string_view raw = rawKey();
        return QString::fromUtf8(raw.data(), qsizetype(raw.size()));
    }
    return decodeString(rawKey());
}

JsonValue JsonValue::firstChild() const {
    return isValid() ? JsonValue(tree_, tree_->nodes()[size_t(node_)].firstChild) : JsonValue();
}

JsonValue JsonValue::next() const {
    return isValid() ? JsonValue(tree_, tree_->nodes()[size_t(node_)].next) : JsonValue();
}

JsonValue JsonValue::parent() const {
    return isValid() ? JsonValue(tree_, tree_->nodes()[size_t(node_)].parent) : JsonValue();
}

JsonValue JsonValue::member(std::string_view wanted) const {
    if (!is(Kind::Object))
        return {};
    for (JsonValue child = firstChild(); child.isValid(); child = child.next()) {
        if (child.isShadowed())
            continue;
        const bool escaped = tree_->nodes()[size_t(child.node_)].keyEscaped;
        if (escaped ? child.key().toStdString() == wanted : child.rawKey() == wanted)
            return child;
    }
    return {};
}

JsonValue JsonValue::member(const QString& wanted) const {
    const QByteArray utf8 = wanted.toUtf8();
    return member(std::string_view(utf8.constData(), size_t(utf8.size())));
}

JsonValue JsonValue::element(int index) const {
    if (!is(Kind::Array) || index < 0 || index >= childCount())
        return {};
    JsonValue child = firstChild();
    while (index-- > 0)
        child = child.next();
    return child;
}

JsonValue JsonTree::nearest(const QString& pointer) const {
    JsonValue value = root();
    for (const QString& token : pointerTokens(pointer)) {
        JsonValue next;
        if (value.is(JsonValue::Kind::Object)) {
            next = value.member(token);
        } else if (value.is(JsonValue::Kind::Array)) {
            bool ok = false;
            const int index = token.toInt(&ok);
            next = ok ? value.element(index) : JsonValue();
        }
        if (!next.isValid())
            return value;
        value = next;
    }
    return value;
}

JsonValue JsonTree::at(const QString& pointer) const {
    JsonValue value = root();
    for (const QString& token : pointerTokens(pointer)) {
        if (value.is(JsonValue::Kind::Object)) {
            value = value.member(token);
        } else {
            bool ok = false;
            const int index = token.toInt(&ok);
            value = ok && value.is(JsonValue::Kind::Array) ? value.element(index) : JsonValue();
        }
        if (!value.isValid())
            return {};
    }
    return value;
}

QString JsonTree::pointerOf(JsonValue value) const {
    QStringList tokens;
    for (JsonValue parent = value.parent(); parent.isValid(); value = parent, parent = value.parent()) {
        if (parent.is(JsonValue::Kind::Object)) {
            tokens.prepend(pointerToken(value.key()));
        } else {
            int index = 0;
            for (JsonValue child = parent.firstChild(); child.node() != value.node(); child = child.next())
                ++index;
            tokens.prepend(QString::number(index));
        }
    }
    return tokens.isEmpty() ? QString() : QLatin1Char('/') + tokens.join(QLatin1Char('/'));
}

JsonValue JsonTree::valueAt(quint32 offset) const {
    JsonValue value = root();
    while (value.isValid()) {
        JsonValue inner;
        for (JsonValue child = value.firstChild(); child.isValid(); child = child.next()) {
            const quint32 from = child.keyEnd() ? child.keyBegin() : child.begin();
            if (offset < from)
                break;
            if (offset <= child.end()) {
                inner = child;
                break;
            }
        }
        if (!inner.isValid())
            return value;
        value = inner;
    }
    return value;
}

QString pointerToken(const QString& key) {
    QString token = key;
    if (token.contains(QLatin1Char('~')))
        token.replace(QLatin1Char('~'), QLatin1String("~0"));
    if (token.contains(QLatin1Char('/')))
        token.replace(QLatin1Char('/'), QLatin1String("~1"));
    return token;
}

QStringList pointerTokens(const QString& pointer) {
    if (pointer.isEmpty())
        return {};
    QStringList tokens = pointer.mid(1).split(QLatin1Char('/'));
    for (QString& token : tokens) {
        if (token.contains(QLatin1Char('~')))
            token.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
    }
    return tokens;
}

QByteArray quoted(const QString& text) {
    QByteArray result;
    result.reserve(text.size() + 2);
    result += '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const ushort c = text[i].unicode();
        switch (c) {
        case '"':
            result += "\\\"";
            break;
        case '\\':
            result += "\\\\";
            break;
        case '\n':
            result += "\\n";
            break;
        case '\r':
            result += "\\r";
            break;
        case '\t':
            result += "\\t";
            break;
        default:
            if (c < 0x20 || (QChar::isSurrogate(c) &&
                             !(QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()))) {
                result += "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
            } else if (QChar::isHighSurrogate(c)) {
                result += text.mid(i++, 2).toUtf8();
            } else {
                result += QString(QChar(c)).toUtf8();
            }
        }
    }
    return result + '"';
}

QString decodeString(std::string_view raw) {
    if (raw.size() >= 2 && raw.front() == '"' && raw.back() == '"')
        raw = raw.substr(1, raw.size() - 2);
    if (raw.find('\\') == raw.npos)
        return QString::fromUtf8(raw.data(), qsizetype(raw.size()));
    QString result;
    result.reserve(qsizetype(raw.size()));
    size_t plain = 0;
    for (size_t i = 0; i < raw.size();) {
        if (raw[i] != '\\' || i + 1 >= raw.size()) {
            ++i;
            continue;
        }
        result += QString::fromUtf8(raw.data() + plain, qsizetype(i - plain));
        const char c = raw[i + 1];
        i += 2;
        if (c == 'u' && i + 4 <= raw.size()) {
            ushort code = 0;
            for (int k = 0; k < 4; ++k)
                code = ushort(code * 16 + std::max(0, hexDigit(raw[i + size_t(k)])));
            result += QChar(code);
            i += 4;
        } else {
            static constexpr char from[] = "bfnrt";
            static constexpr char to[] = "\b\f\n\r\t";
            const char* const found = c ? std::strchr(from, c) : nullptr;
            result += QLatin1Char(found ? to[found - from] : c);
        }
        plain = i;
    }
    return result + QString::fromUtf8(raw.data() + plain, qsizetype(raw.size() - plain));
}

LineIndex::LineIndex(const QByteArray& text) : text_(text) {
    const char* const begin = text_.constData();
    const char* const end = begin + text_.size();
    for (const char* p = begin; (p = static_cast<const char*>(std::memchr(p, '\n', size_t(end - p)))) != nullptr;)
        starts_.push_back(quint32(++p - begin));
}

Position LineIndex::position(quint32 offset) const {
    return positions({offset}).front();
}

std::vector<Position> LineIndex::positions(const std::vector<quint32>& offsets) const {
    std::vector<size_t> order(offsets.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return offsets[a] < offsets[b]; });
    std::vector<Position> result(offsets.size());
    size_t line = 0;
    quint32 at = 0;
    int column = 1;
    for (const size_t i : order) {
        const quint32 target = std::min(offsets[i], quint32(text_.size()));
        const size_t wanted = size_t(std::upper_bound(starts_.begin(), starts_.end(), target) - starts_.begin()) - 1;
        if (wanted != line || at < starts_[wanted]) {
            line = wanted;
            at = starts_[line];
            column = 1;
        }
        for (; at < target; ++at)
            column += (static_cast<unsigned char>(text_[qsizetype(at)]) & 0xC0) != 0x80;
        result[i] = {int(line) + 1, column};
    }
    return result;
}

quint32 LineIndex::offset(Position position) const {
    if (position.line < 1)
        return 0;
    if (size_t(position.line) > starts_.size())
        return quint32(text_.size());
    quint32 at = starts_[size_t(position.line) - 1];
    const quint32 stop =
        size_t(position.line) < starts_.size() ? starts_[size_t(position.line)] - 1 : quint32(text_.size());
    for (int column = 1; at < stop && column < position.column;) {
        ++at;
        if (at >= stop || (static_cast<unsigned char>(text_[qsizetype(at)]) & 0xC0) != 0x80)
            ++column;
    }
    return at;
}

} // namespace mesoscope::appspec

#include "models/appspec/document.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace mesoscope::appspec {
namespace {

class Patch {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::Patch)
public:
    static EditResult refuse(const QString& why) { return {std::nullopt, why}; }
    static EditResult notJson() { return refuse(tr("The text is not JSON at the moment; mend it first.")); }
    static EditResult badValue(const SyntaxError& error) {
        return refuse(tr("The new value is not JSON: %1").arg(error.message));
    }
    static EditResult missing(const QString& pointer) { return refuse(tr("There is nothing at %1.").arg(pointer)); }
    static EditResult occupied(const QString& key) { return refuse(tr("The key “%1” exists already.").arg(key)); }
    static EditResult notContainer(const QString& pointer) {
        return refuse(tr("%1 lies inside a value that is neither an object nor a list.").arg(pointer));
    }
    static EditResult badIndex(const QString& token) { return refuse(tr("“%1” is no place in this list.").arg(token)); }
    static EditResult whole() { return refuse(tr("The whole document cannot be removed, renamed or moved.")); }
};

QByteArray bytes(const JsonTree& tree, quint32 from, quint32 to) {
    return tree.text().mid(from, qsizetype(to) - qsizetype(from));
}

quint32 memberBegin(const JsonValue& child) {
    return child.keyEnd() ? child.keyBegin() : child.begin();
}

int depthOf(JsonValue value) {
    int depth = 0;
    for (value = value.parent(); value.isValid(); value = value.parent())
        ++depth;
    return depth;
}

bool spansLines(const JsonTree& tree, JsonValue value) {
    return value.raw().find('\n') != std::string_view::npos || (value.childCount() == 0 && styleOf(tree).multiLine);
}

/// The white space between an opening bracket and its first child.
QByteArray leadOf(const JsonTree& tree, JsonValue container) {
    const JsonValue first = container.firstChild();
    return first.isValid() ? bytes(tree, container.begin() + 1, memberBegin(first)) : QByteArray();
}

QByteArray lineStart(const DocumentStyle& style, int depth) {
    return style.newline + style.indent.repeated(depth);
}

/// What separates two children of this container: comma and white space.
QByteArray separatorOf(const JsonTree& tree, JsonValue container, JsonValue last) {
    const JsonValue first = container.firstChild();
    if (first.next().isValid()) {
        const QByteArray between = bytes(tree, first.end(), memberBegin(first.next()));
        if (between.trimmed() == ",")
            return between;
    }
    const QByteArray lead = leadOf(tree, container);
    if (lead.contains('\n'))
        return ',' + lead;
    Q_UNUSED(last);
    return styleOf(tree).afterColon.isEmpty() ? QByteArrayLiteral(",") : QByteArrayLiteral(", ");
}

QByteArray memberText(const JsonTree& tree, JsonValue object, const QString& key, const QByteArray& value) {
    const JsonValue first = object.firstChild();
    QByteArray colon = ':' + styleOf(tree).afterColon;
    if (first.isValid()) {
        const QByteArray like = bytes(tree, first.keyEnd(), first.begin());
        if (like.trimmed() == ":" && !like.contains('\n'))
            colon = like;
    }
    return quoted(key) + colon + value;
}

/// Adds a child text (with its key, in objects) before `before`, or at the end when that is invalid.
TextEdit addChild(const JsonTree& tree, JsonValue container, JsonValue before, const QByteArray& text) {
    if (before.isValid()) {
        JsonValue last = before;
        return {memberBegin(before), 0, text + separatorOf(tree, container, last)};
    }
    JsonValue last = container.firstChild();
    for (JsonValue next = last; next.isValid(); next = next.next())
        last = next;
    if (last.isValid())
        return {last.end(), 0, separatorOf(tree, container, last) + text};
    const DocumentStyle style = styleOf(tree);
    const quint32 inside = container.begin() + 1;
    const quint32 length = container.end() - 1 - inside;
    if (!style.multiLine)
        return {inside, length, text};
    const int depth = depthOf(container);
    return {inside, length, lineStart(style, depth + 1) + text + lineStart(style, depth)};
}

QByteArray placed(const JsonTree& tree, JsonValue container, const QByteArray& json) {
    DocumentStyle style = styleOf(tree);
    style.multiLine = style.multiLine && spansLines(tree, container);
    return layOut(json, style, depthOf(container) + 1);
}

/// The value wrapped in the objects (or lists) that the remaining tokens ask for.
QByteArray wrapped(const QStringList& tokens, qsizetype from, QByteArray json) {
    for (qsizetype i = tokens.size() - 1; i >= from; --i) {
        const bool list = tokens[i] == QLatin1String("-") || tokens[i] == QLatin1String("0");
        json = list ? '[' + json + ']' : '{' + quoted(tokens[i]) + ':' + json + '}';
    }
    return json;
}

EditResult addMissing(const JsonTree& tree, JsonValue container, const QStringList& tokens, qsizetype at,
                      const QByteArray& json) {
    const QByteArray value = placed(tree, container, wrapped(tokens, at + 1, json));
    if (container.is(JsonValue::Kind::Object))
        return {addChild(tree, container, {}, memberText(tree, container, tokens[at], value)), {}};
    if (container.is(JsonValue::Kind::Array)) {
        bool ok = false;
        const int index = tokens[at].toInt(&ok);
        if (tokens[at] != QLatin1String("-") && (!ok || index != container.childCount()))
            return Patch::badIndex(tokens[at]);
        return {addChild(tree, container, {}, value), {}};
    }
    return Patch::notContainer(QLatin1Char('/') + tokens.join(QLatin1Char('/')));
}

JsonValue childOf(JsonValue container, const QString& token) {
    if (container.is(JsonValue::Kind::Object))
        return container.member(token);
    bool ok = false;
    const int index = token.toInt(&ok);
    return ok ? container.element(index) : JsonValue();
}

JsonValue previousOf(JsonValue child) {
    JsonValue previous;
    for (JsonValue at = child.parent().firstChild(); at.node() != child.node(); at = at.next())
        previous = at;
    return previous;
}

EditResult replaceValue(const JsonTree& tree, JsonValue value, const QByteArray& json) {
    const QByteArray now = bytes(tree, value.begin(), value.end());
    if (now == json)
        return {};
    const JsonValue parent = value.parent();
    const QByteArray laid = parent.isValid() ? placed(tree, parent, json) : layOut(json, styleOf(tree), 0);
    if (now == laid)
        return {};
    return {TextEdit{value.begin(), value.end() - value.begin(), laid}, {}};
}

void layOutValue(JsonValue value, const DocumentStyle& style, int depth, QByteArray& out);

bool fitsOneLine(JsonValue value) {
    if (value.is(JsonValue::Kind::Object))
        return value.childCount() == 0;
    for (JsonValue child = value.firstChild(); child.isValid(); child = child.next()) {
        if (child.is(JsonValue::Kind::Object) || child.is(JsonValue::Kind::Array))
            return false;
    }
    return value.raw().size() < 100;
}

void layOutChildren(JsonValue value, const DocumentStyle& style, int depth, QByteArray& out) {
    const bool broken = style.multiLine && !fitsOneLine(value);
    for (JsonValue child = value.firstChild(); child.isValid(); child = child.next()) {
        if (child.node() != value.firstChild().node())
            out += broken || style.afterColon.isEmpty() ? "," : ", ";
        if (broken)
            out += lineStart(style, depth + 1);
        if (value.is(JsonValue::Kind::Object)) {
            out += '"';
            out.append(child.rawKey().data(), qsizetype(child.rawKey().size()));
            out += "\":" + style.afterColon;
        }
        layOutValue(child, style, depth + 1, out);
    }
    if (broken && value.childCount() > 0)
        out += lineStart(style, depth);
}

void layOutValue(JsonValue value, const DocumentStyle& style, int depth, QByteArray& out) {
    const bool object = value.is(JsonValue::Kind::Object);
    if (!object && !value.is(JsonValue::Kind::Array)) {
        out.append(value.raw().data(), qsizetype(value.raw().size()));
        return;
    }
    out += object ? '{' : '[';
    layOutChildren(value, style, depth, out);
    out += object ? '}' : ']';
}

/// Checks the wish that all edits share; returns the parsed new value through `value`.
std::optional<EditResult> unfit(const JsonTree& tree, const QByteArray& json, QByteArray& trimmed) {
    if (!tree.isValid())
        return Patch::notJson();
    ParseLimits limits;
    limits.depth = 200;
    trimmed = json.trimmed();
    const JsonTree value = JsonTree::parse(trimmed, limits);
    if (!value.isValid())
        return Patch::badValue(*value.error());
    return std::nullopt;
}

} // namespace

DocumentStyle styleOf(const JsonTree& tree) {
    DocumentStyle style;
    const JsonValue root = tree.root();
    JsonValue container = root;
    while (container.isValid() && container.childCount() > 0 && leadOf(tree, container).isEmpty() &&
           (container.firstChild().is(JsonValue::Kind::Object) || container.firstChild().is(JsonValue::Kind::Array)))
        container = container.firstChild();
    if (!container.isValid())
        return style;
    const QByteArray lead = leadOf(tree, container);
    style.multiLine = container.childCount() == 0 ? !root.isValid() || root.childCount() == 0 : lead.contains('\n');
    if (lead.contains('\n')) {
        style.newline = lead.contains("\r\n") ? "\r\n" : "\n";
        const QByteArray indent = lead.mid(lead.lastIndexOf('\n') + 1);
        const int depth = depthOf(container) + 1;
        style.indent = depth > 1 && indent.size() % depth == 0 ? indent.left(indent.size() / depth) : indent;
    }
    const JsonValue first = container.firstChild();
    if (first.isValid() && first.keyEnd()) {
        const QByteArray colon = bytes(tree, first.keyEnd(), first.begin());
        const QByteArray after = colon.mid(colon.indexOf(':') + 1);
        style.afterColon = after.contains('\n') ? QByteArrayLiteral(" ") : after;
    }
    return style;
}

QByteArray layOut(const QByteArray& json, const DocumentStyle& style, int depth) {
    ParseLimits limits;
    limits.depth = 200; // layOutValue recurses
    const JsonTree tree = JsonTree::parse(json, limits);
    if (!tree.isValid())
        return json;
    QByteArray out;
    out.reserve(json.size() * 2);
    layOutValue(tree.root(), style, depth, out);
    return out;
}

namespace patch {

EditResult set(const JsonTree& tree, const QString& pointer, const QByteArray& json) {
    QByteArray value;
    if (const auto problem = unfit(tree, json, value))
        return *problem;
    const QStringList tokens = pointerTokens(pointer);
    JsonValue at = tree.root();
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const JsonValue child = childOf(at, tokens[i]);
        if (!child.isValid())
            return addMissing(tree, at, tokens, i, value);
        if (child.isNull() && i + 1 < tokens.size())
            return replaceValue(tree, child, wrapped(tokens, i + 1, value));
        at = child;
    }
    return replaceValue(tree, at, value);
}

EditResult insert(const JsonTree& tree, const QString& pointer, const QByteArray& json) {
    QByteArray value;
    if (const auto problem = unfit(tree, json, value))
        return *problem;
    QStringList tokens = pointerTokens(pointer);
    if (tokens.isEmpty())
        return Patch::whole();
    const JsonValue existing = tree.at(pointer);
    if (!existing.isValid())
        return set(tree, pointer, value);
    const JsonValue container = existing.parent();
    if (!container.is(JsonValue::Kind::Array))
        return Patch::occupied(tokens.last());
    return {addChild(tree, container, existing, placed(tree, container, value)), {}};
}

EditResult remove(const JsonTree& tree, const QString& pointer) {
    if (!tree.isValid())
        return Patch::notJson();
    const JsonValue value = tree.at(pointer);
    if (!value.isValid())
        return Patch::missing(pointer);
    const JsonValue container = value.parent();
    if (!container.isValid())
        return Patch::whole();
    const JsonValue previous = previousOf(value);
    if (previous.isValid())
        return {TextEdit{previous.end(), value.end() - previous.end(), {}}, {}};
    if (value.next().isValid()) {
        const quint32 from = memberBegin(value);
        return {TextEdit{from, memberBegin(value.next()) - from, {}}, {}};
    }
    return {TextEdit{container.begin() + 1, container.end() - container.begin() - 2, {}}, {}};
}

EditResult rename(const JsonTree& tree, const QString& pointer, const QString& key) {
    if (!tree.isValid())
        return Patch::notJson();
    const JsonValue value = tree.at(pointer);
    if (!value.isValid())
        return Patch::missing(pointer);
    if (!value.parent().is(JsonValue::Kind::Object))
        return Patch::whole();
    if (value.key() == key)
        return {};
    if (value.parent().member(key).isValid())
        return Patch::occupied(key);
    return {TextEdit{value.keyBegin(), value.keyEnd() - value.keyBegin(), quoted(key)}, {}};
}

EditResult move(const JsonTree& tree, const QString& pointer, int to) {
    if (!tree.isValid())
        return Patch::notJson();
    const JsonValue value = tree.at(pointer);
    if (!value.isValid())
        return Patch::missing(pointer);
    const JsonValue list = value.parent();
    if (!list.is(JsonValue::Kind::Array))
        return Patch::whole();
    if (to < 0 || to >= list.childCount())
        return Patch::badIndex(QString::number(to));
    std::vector<JsonValue> elements;
    int from = 0;
    for (JsonValue child = list.firstChild(); child.isValid(); child = child.next()) {
        if (child.node() == value.node())
            from = int(elements.size());
        elements.push_back(child);
    }
    if (from == to)
        return {};
    std::vector<JsonValue> ordered = elements;
    if (from < to)
        std::rotate(ordered.begin() + from, ordered.begin() + from + 1, ordered.begin() + to + 1);
    else
        std::rotate(ordered.begin() + to, ordered.begin() + from, ordered.begin() + from + 1);
    const size_t first = size_t(std::min(from, to));
    const size_t last = size_t(std::max(from, to));
    QByteArray text;
    for (size_t i = first; i <= last; ++i) {
        text.append(ordered[i].raw().data(), qsizetype(ordered[i].raw().size()));
        if (i < last)
            text += bytes(tree, elements[i].end(), elements[i + 1].begin());
    }
    return {TextEdit{elements[first].begin(), elements[last].end() - elements[first].begin(), text}, {}};
}

} // namespace patch
} // namespace mesoscope::appspec

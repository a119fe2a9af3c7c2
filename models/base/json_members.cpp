#include "models/base/json_members.h"

#include <QString>

#include <algorithm>

namespace mesoscope::base::json {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

qsizetype skipBlanks(QByteArrayView t, qsizetype i) {
    while (i < t.size() && isBlank(t[i]))
        ++i;
    return i;
}

/// From an opening quote to behind the closing one; -1 when it is missing.
qsizetype skipString(QByteArrayView t, qsizetype i) {
    for (++i; i < t.size(); ++i) {
        if (t[i] == '\\')
            ++i;
        else if (t[i] == '"')
            return i + 1;
    }
    return -1;
}

/// From an opening bracket to behind its closing one, without recursion; -1 when it is missing.
qsizetype skipNested(QByteArrayView t, qsizetype i) {
    qsizetype depth = 0;
    while (i >= 0 && i < t.size()) {
        const char c = t[i];
        if (c == '"') {
            i = skipString(t, i);
            continue;
        }
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        ++i;
        if (depth == 0)
            return i;
    }
    return -1;
}

qsizetype skipValue(QByteArrayView t, qsizetype i) {
    if (i >= t.size())
        return -1;
    if (t[i] == '"')
        return skipString(t, i);
    if (t[i] == '{' || t[i] == '[')
        return skipNested(t, i);
    const qsizetype start = i;
    while (i < t.size() && t[i] != ',' && t[i] != '}' && t[i] != ']' && !isBlank(t[i]))
        ++i;
    return i == start ? -1 : i;
}

/// Behind the separator, or the closing bracket itself; -1 when neither stands there.
qsizetype behindValue(QByteArrayView t, qsizetype i, char close) {
    i = skipBlanks(t, i);
    if (i >= t.size())
        return -1;
    if (t[i] == close)
        return i;
    return t[i] == ',' ? skipBlanks(t, i + 1) : -1;
}

/// Reads one member at i and moves behind it; false when there is none.
bool takeMember(QByteArrayView t, qsizetype& i, Member& out) {
    if (i >= t.size() || t[i] != '"')
        return false;
    const qsizetype keyEnd = skipString(t, i);
    if (keyEnd < 0)
        return false;
    out.key = t.sliced(i + 1, keyEnd - i - 2);
    const qsizetype colon = skipBlanks(t, keyEnd);
    if (colon >= t.size() || t[colon] != ':')
        return false;
    const qsizetype start = skipBlanks(t, colon + 1);
    const qsizetype end = skipValue(t, start);
    if (end < 0)
        return false;
    out.value = t.sliced(start, end - start);
    i = behindValue(t, end, '}');
    return i >= 0;
}

} // namespace

QList<Member> members(QByteArrayView object) {
    QList<Member> out;
    qsizetype i = skipBlanks(object, 0);
    if (i >= object.size() || object[i] != '{')
        return out;
    i = skipBlanks(object, i + 1);
    while (i < object.size() && object[i] != '}') {
        Member m;
        if (!takeMember(object, i, m))
            return {};
        out.append(m);
    }
    return i < object.size() ? out : QList<Member>();
}

QList<QByteArrayView> elements(QByteArrayView array) {
    QList<QByteArrayView> out;
    qsizetype i = skipBlanks(array, 0);
    if (i >= array.size() || array[i] != '[')
        return out;
    i = skipBlanks(array, i + 1);
    while (i < array.size() && array[i] != ']') {
        const qsizetype end = skipValue(array, i);
        if (end < 0)
            return {};
        out.append(array.sliced(i, end - i));
        i = behindValue(array, end, ']');
        if (i < 0)
            return {};
    }
    return i < array.size() ? out : QList<QByteArrayView>();
}

std::optional<QByteArrayView> member(QByteArrayView object, QByteArrayView key) {
    std::optional<QByteArrayView> out;
    for (const Member& m : members(object)) {
        if (m.key == key)
            out = m.value; // the last one wins, as with the servers' own readers
    }
    return out;
}

QByteArray objectOf(const QList<Member>& list) {
    QByteArray out = "{";
    for (const Member& m : list) {
        if (out.size() > 1)
            out += ',';
        out += '"';
        out += m.key;
        out += "\":";
        out += m.value;
    }
    return out += '}';
}

QByteArray without(QByteArrayView object, std::initializer_list<QByteArrayView> keys) {
    const QList<Member> all = members(object);
    QList<Member> kept;
    for (const Member& m : all) {
        if (std::find(keys.begin(), keys.end(), m.key) == keys.end())
            kept.append(m);
    }
    return kept.size() == all.size() ? object.toByteArray() : objectOf(kept);
}

QByteArray with(QByteArrayView object, QByteArrayView key, QByteArrayView value) {
    QList<Member> list = members(object);
    const auto found = std::find_if(list.begin(), list.end(), [&](const Member& m) { return m.key == key; });
    if (found != list.end())
        found->value = value;
    else
        list.append({key, value});
    return objectOf(list);
}

QByteArray quoted(const QString& text) {
    QByteArray out = "\"";
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (uchar(c) < 0x20)
            out += "\\u00" + QByteArray(1, c).toHex();
        else
            out += c;
    }
    return out += '"';
}

std::optional<QString> plainString(QByteArrayView value) {
    if (value.size() < 2 || value.front() != '"' || value.back() != '"' || value.contains('\\'))
        return std::nullopt;
    return QString::fromUtf8(value.sliced(1, value.size() - 2));
}

} // namespace mesoscope::base::json

// Cuts the members of a JSON object by their bytes, so that a document keeps every digit, key order and escape that it
// came with. Pure; any thread. Safe on any bytes: what is no object has no members.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <initializer_list>
#include <optional>

namespace mesoscope::base::json {

struct Member {
    QByteArrayView key;   ///< between the quotes, escapes as they stand
    QByteArrayView value; ///< without surrounding blanks
};

/// The members of the outermost object in their order; empty when the text is no complete object.
QList<Member> members(QByteArrayView object);
/// The elements of the outermost array.
QList<QByteArrayView> elements(QByteArrayView array);
std::optional<QByteArrayView> member(QByteArrayView object, QByteArrayView key);
/// The object without these members; the same bytes when it has none of them.
QByteArray without(QByteArrayView object, std::initializer_list<QByteArrayView> keys);
/// The object with this member replaced, or appended when it is missing. `value` is JSON.
QByteArray with(QByteArrayView object, QByteArrayView key, QByteArrayView value);
/// An object of these members.
QByteArray objectOf(const QList<Member>& members);
/// A text as a JSON string with quotes.
QByteArray quoted(const QString& text);
/// A JSON string's value without quotes when it has no escapes; nothing else.
std::optional<QString> plainString(QByteArrayView value);

} // namespace mesoscope::base::json

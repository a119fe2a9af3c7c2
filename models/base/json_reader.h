// Tolerant reading of JSON answers on demand: a field of another type reads as empty, an unknown one costs nothing.
// Only for .cpp files of models/ (simdjson is a private dependency). Any thread; one walk per text.
#pragma once

#include "models/base/error.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <simdjson.h>

#include <string_view>

namespace mesoscope::base::json {

using Value = simdjson::ondemand::value;

inline std::string_view text(Value v) {
    std::string_view out;
    return v.get_string().get(out) == simdjson::SUCCESS ? out : std::string_view();
}

inline QString string(Value v) {
    const std::string_view s = text(v);
    return QString::fromUtf8(s.data(), qsizetype(s.size()));
}

inline double number(Value v) {
    double out = 0;
    return v.get_double().get(out) == simdjson::SUCCESS ? out : 0;
}

/// Whole numbers, also when they are written as 1.0; out of range reads as 0.
inline qint64 integer(Value v) {
    std::int64_t out = 0;
    if (v.get_int64().get(out) == simdjson::SUCCESS)
        return out;
    const double d = number(v);
    return d > -9e15 && d < 9e15 ? qint64(d) : 0;
}

inline bool boolean(Value v) {
    bool out = false;
    return v.get_bool().get(out) == simdjson::SUCCESS && out;
}

inline bool is(Value v, simdjson::ondemand::json_type type) {
    simdjson::ondemand::json_type t{};
    return v.type().get(t) == simdjson::SUCCESS && t == type;
}
inline bool isObject(Value v) {
    return is(v, simdjson::ondemand::json_type::object);
}
inline bool isArray(Value v) {
    return is(v, simdjson::ondemand::json_type::array);
}
inline bool isString(Value v) {
    return is(v, simdjson::ondemand::json_type::string);
}
inline bool isNull(Value v) {
    return is(v, simdjson::ondemand::json_type::null);
}

template<typename F>
void eachField(simdjson::ondemand::object object, F&& visit) {
    for (auto field : object) {
        const std::string_view key = field.unescaped_key();
        visit(key, Value(field.value()));
    }
}

/// visit(key, value) for every field, nothing when it is no object.
template<typename F>
void eachField(Value v, F&& visit) {
    if (isObject(v))
        eachField(simdjson::ondemand::object(v.get_object()), visit);
}

/// visit(value) for every element, nothing when it is no array.
template<typename F>
void eachItem(Value v, F&& visit) {
    if (!isArray(v))
        return;
    for (auto item : simdjson::ondemand::array(v.get_array()))
        visit(Value(item.value()));
}

inline QStringList strings(Value v) {
    QStringList out;
    eachItem(v, [&](Value item) { out.append(string(item)); });
    return out;
}

/// The object's bytes as they were sent; it can be walked afterwards.
inline QByteArrayView bytes(simdjson::ondemand::object& object) {
    const std::string_view raw = object.raw_json();
    object.reset();
    return QByteArrayView(raw.data(), qsizetype(raw.size())).trimmed();
}

/// Why a text is no JSON, in plain words.
QString reason(simdjson::error_code code);
/// "The answer of … could not be read: …".
Error decodeError(const QString& source, const QString& why);

/// Walks a text. walk(Value root) runs once; the result is an error when the text is no JSON or breaks off.
/// `source` names who sent it ("Marathon's app list").
template<typename F>
Result<void> read(QByteArrayView text, const QString& source, F&& walk) {
    simdjson::ondemand::parser parser;
    try {
        const simdjson::padded_string padded(text.data(), std::size_t(text.size()));
        simdjson::ondemand::document document = parser.iterate(padded);
        walk(Value(document.get_value().value()));
    } catch (const simdjson::simdjson_error& e) {
        return tl::unexpected(decodeError(source, reason(e.error())));
    }
    return {};
}

} // namespace mesoscope::base::json

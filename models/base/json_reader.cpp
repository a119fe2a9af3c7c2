#include "models/base/json_reader.h"

#include <QCoreApplication>

namespace mesoscope::base::json {

QString reason(simdjson::error_code code) {
    switch (code) {
    case simdjson::UTF8_ERROR:
        return QCoreApplication::translate("Json", "it is not valid UTF-8");
    case simdjson::EMPTY:
        return QCoreApplication::translate("Json", "it is empty");
    case simdjson::INCORRECT_TYPE:
    case simdjson::SCALAR_DOCUMENT_AS_VALUE:
        return QCoreApplication::translate("Json", "it is not the expected kind of document");
    case simdjson::DEPTH_ERROR:
        return QCoreApplication::translate("Json", "it is nested too deep");
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
        return QCoreApplication::translate("Json", "it is too large");
    case simdjson::UNCLOSED_STRING:
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
        return QCoreApplication::translate("Json", "it breaks off");
    default:
        return QCoreApplication::translate("Json", "it is not JSON");
    }
}

Error decodeError(const QString& source, const QString& why) {
    Error e;
    e.kind = ErrorKind::Decode;
    e.sentence = QCoreApplication::translate("Json", "%1 could not be read: %2.").arg(source, why);
    e.advice =
        QCoreApplication::translate("Json", "Check that the address is right and that no proxy changes the answers.");
    return e;
}

} // namespace mesoscope::base::json

#include "models/gateway/fabio/decode.h"

#include "models/base/json_reader.h"

#include <QCoreApplication>

namespace mesoscope::gateway::fabio {

namespace json = base::json;
using json::Value;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Fabio", text);
}

base::Error missing(const QString& what) {
    return json::decodeError(what, tr("what it should hold is not in it"));
}

void readRates(std::string_view key, Value value, Route& r) {
    if (key == "rate1")
        r.requestsPerSecond = json::number(value);
    else if (key == "pct99")
        r.p99Ms = json::number(value) / 1e6;
}

Route readRoute(Value v, bool rates) {
    Route r;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "service")
            r.service = json::string(value);
        else if (key == "host")
            r.host = json::string(value);
        else if (key == "path")
            r.path = json::string(value);
        else if (key == "dst")
            r.target = json::string(value);
        else if (key == "opts") {
            QStringList options = json::string(value).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            options.sort(); // fabio prints them in random order
            r.options = options.join(QLatin1Char(' '));
        } else if (key == "weight")
            r.weight = json::number(value);
        else if (key == "tags")
            r.tags = json::strings(value);
        else if (rates)
            readRates(key, value, r);
    });
    return r;
}

} // namespace

base::Result<QList<Route>> decodeRoutes(QByteArrayView body, bool rates) {
    const QString what = tr("fabio's routing table");
    QList<Route> out;
    if (body.trimmed() == QByteArrayView("null")) // an empty table
        return out;
    bool found = false;
    const auto read = json::read(body, what, [&](Value root) {
        found = json::isArray(root);
        json::eachItem(root, [&](Value item) { out.append(readRoute(item, rates)); });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!found)
        return tl::unexpected(missing(what));
    return out;
}

base::Result<OverrideDocument> decodeManual(QByteArrayView body, const QString& path) {
    const QString what = tr("fabio's manual overrides");
    OverrideDocument out;
    bool found = false;
    out.path = path;
    const auto read = json::read(body, what, [&](Value root) {
        json::eachField(root, [&](std::string_view key, Value value) {
            if (key == "value") {
                out.text = json::string(value);
                found = true;
            } else if (key == "version")
                out.version = json::string(value);
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!found)
        return tl::unexpected(missing(what));
    return out;
}

base::Result<QStringList> decodePaths(QByteArrayView body) {
    const QString what = tr("fabio's list of overrides");
    QStringList out;
    if (body.trimmed() == QByteArrayView("null"))
        return out;
    bool found = false;
    const auto read = json::read(body, what, [&](Value root) {
        found = json::isArray(root);
        out = json::strings(root);
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!found)
        return tl::unexpected(missing(what));
    return out;
}

bool hasRates(const QString& version) {
    return version.section(QLatin1Char('.'), 0, 0) == QLatin1String("1") &&
           version.section(QLatin1Char('.'), 1, 1).toInt() < 6 && version.contains(QLatin1Char('.'));
}

} // namespace mesoscope::gateway::fabio

#include "models/scheduler/request_parts.h"

#include "models/base/json_members.h"

#include <cstring>

namespace mesoscope::scheduler {

base::Error refusal(const QString& sentence, const QString& advice) {
    base::Error e;
    e.kind = base::ErrorKind::Refused;
    e.sentence = sentence;
    e.advice = advice;
    return e;
}

net::RequestSummary requestBelow(const QUrl& base, const char* method, const QString& path, const QByteArray& body) {
    net::RequestSummary r;
    r.method = method;
    r.url = base.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    r.url.setPath(r.url.path() + path, QUrl::DecodedMode);
    r.body = body;
    if (!body.isEmpty())
        r.contentType = "application/json";
    return r;
}

QByteArray withImage(const QByteArray& document, const QString& image) {
    namespace json = base::json;
    const auto container = json::member(document, "container");
    const auto docker = container ? json::member(*container, "docker") : std::nullopt;
    if (!docker)
        return document;
    const QByteArray changed = json::with(*docker, "image", json::quoted(image));
    return json::with(document, "container", json::with(*container, "docker", changed));
}

bool isPlain(QChar c, const char* others) {
    const char16_t u = c.unicode();
    const bool letter = (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z');
    const bool digit = u >= u'0' && u <= u'9';
    return letter || digit || (u > 0 && u < 128 && std::strchr(others, char(u)) != nullptr);
}

} // namespace mesoscope::scheduler

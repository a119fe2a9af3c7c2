#include "models/scheduler/marathon/ids.h"

#include "models/scheduler/request_parts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace mesoscope::scheduler::marathon {

namespace {

constexpr std::size_t uuidSize = 36;

bool isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isUuid(std::string_view text) {
    if (text.size() != uuidSize)
        return false;
    for (std::size_t i = 0; i < uuidSize; ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : !isHex(text[i]))
            return false;
    }
    return true;
}

/// Where the UUID of an instance or task id ends and its app part stops; both npos when there is none.
struct TaskIdParts {
    std::size_t appEnd = std::string_view::npos;
    std::size_t instanceEnd = std::string_view::npos;
};

TaskIdParts split(std::string_view id) {
    for (const std::string_view mark : {std::string_view(".instance-"), std::string_view(".marathon-")}) {
        const std::size_t at = id.rfind(mark);
        if (at == std::string_view::npos || at == 0)
            continue;
        const std::size_t uuid = at + mark.size();
        const std::size_t end = uuid + uuidSize;
        if (id.size() >= end && isUuid(id.substr(uuid, uuidSize)) && (id.size() == end || id[end] == '.'))
            return {at, end};
    }
    if (id.size() > uuidSize + 1 && id[id.size() - uuidSize - 1] == '.' && isUuid(id.substr(id.size() - uuidSize)))
        return {id.size() - uuidSize - 1, id.size()};
    return {};
}

base::Error refuse(const QString& id) {
    return refusal(
        QCoreApplication::translate("Marathon", "“%1” cannot be sent to Marathon as an id.").arg(id.left(200)),
        QCoreApplication::translate("Marathon", "Ids are made of lower-case letters, digits, dots and hyphens."));
}

bool isSafeElement(QStringView e) {
    return !e.isEmpty() && e != QLatin1String(".") && e != QLatin1String("..") &&
           std::all_of(e.begin(), e.end(), [](QChar c) { return isPlain(c, "-._"); });
}

base::Result<QByteArray> safePath(const QString& id) {
    const QStringView rest = QStringView(id).mid(id.startsWith(QLatin1Char('/')) ? 1 : 0);
    for (const QStringView element : rest.split(QLatin1Char('/'))) {
        if (!isSafeElement(element))
            return tl::unexpected(refuse(id));
    }
    return "/" + rest.toLatin1();
}

} // namespace

QString absoluteId(const QString& id) {
    QString out = id.startsWith(QLatin1Char('/')) ? id : QLatin1Char('/') + id;
    while (out.size() > 1 && out.endsWith(QLatin1Char('/')))
        out.chop(1);
    return out;
}

QString parentOf(const QString& id) {
    const qsizetype at = id.lastIndexOf(QLatin1Char('/'));
    return at <= 0 ? QStringLiteral("/") : id.left(at);
}

bool isInGroup(const QString& appId, const QString& groupId) {
    return groupId == QLatin1String("/") || appId.startsWith(groupId + QLatin1Char('/'));
}

base::Result<QByteArray> appPath(const QString& id) {
    static const std::array routes = {QLatin1String("tasks"), QLatin1String("restart"), QLatin1String("versions")};
    const QString last = id.section(QLatin1Char('/'), -1);
    if (std::find(routes.begin(), routes.end(), last) != routes.end())
        return tl::unexpected(refuse(id));
    return safePath(id);
}

base::Result<QByteArray> groupPath(const QString& id) {
    const QString last = id.section(QLatin1Char('/'), -1);
    if (id == QLatin1String("/"))
        return QByteArray();
    if (last == QLatin1String("versions") || last == QLatin1String("apps"))
        return tl::unexpected(refuse(id));
    return safePath(id);
}

base::Result<QByteArray> pathElement(const QString& text) {
    QString plain = text;
    plain.remove(QLatin1Char(':'));
    if (!isSafeElement(plain))
        return tl::unexpected(refuse(text));
    return text.toLatin1();
}

QString appOfTask(std::string_view taskId) {
    const TaskIdParts parts = split(taskId);
    if (parts.appEnd == std::string_view::npos || parts.appEnd == 0)
        return {};
    QString app = QString::fromUtf8(taskId.data(), qsizetype(parts.appEnd));
    app.replace(QLatin1Char('_'), QLatin1Char('/'));
    return QLatin1Char('/') + app;
}

QString instanceOfTask(const QString& taskId) {
    const QByteArray utf8 = taskId.toUtf8();
    const TaskIdParts parts = split(std::string_view(utf8.constData(), std::size_t(utf8.size())));
    return parts.instanceEnd == std::string_view::npos ? taskId
                                                       : QString::fromUtf8(utf8.left(qsizetype(parts.instanceEnd)));
}

QString bareInstanceId(const QString& text) {
    const QLatin1String head("instance [");
    return text.startsWith(head) && text.endsWith(QLatin1Char(']'))
               ? text.mid(head.size(), text.size() - head.size() - 1)
               : text;
}

} // namespace mesoscope::scheduler::marathon

#include "models/scheduler/marathon/errors.h"

#include "models/base/json_reader.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace mesoscope::scheduler::marathon {

namespace json = base::json;
using json::Value;

namespace {

constexpr qsizetype maxText = 600;

QString tr(const char* text) {
    return QCoreApplication::translate("Marathon", text);
}

QString cut(QString text) {
    text = text.trimmed();
    if (text.size() > maxText)
        text = text.left(maxText) + QChar(0x2026);
    return text;
}

/// Cuts what the server repeats of the request.
QString withoutEcho(QString text) {
    for (const QLatin1String mark :
         {QLatin1String(" on object: "), QLatin1String("\n at [Source"), QLatin1String(" at [Source")}) {
        const qsizetype at = text.indexOf(mark);
        if (at >= 0)
            text.truncate(at);
    }
    return cut(text);
}

FieldProblem readProblem(Value v) {
    FieldProblem p;
    json::eachField(v, [&](std::string_view key, Value value) {
        if (key == "path")
            p.path = json::string(value);
        else if (key == "errors")
            for (const QString& text : json::strings(value))
                p.texts.append(withoutEcho(text));
    });
    return p;
}

void readDetails(Value v, ServerRefusal& out) {
    if (json::isString(v))
        out.details = withoutEcho(json::string(v));
    json::eachItem(v, [&](Value item) {
        if (json::isString(item))
            out.problems.append({QString(), {withoutEcho(json::string(item))}});
        else
            out.problems.append(readProblem(item));
    });
}

void readDeployments(Value v, ServerRefusal& out) {
    json::eachItem(v, [&](Value item) {
        json::eachField(item, [&](std::string_view key, Value value) {
            if (key == "id")
                out.deployments.append(json::string(value));
        });
    });
}

bool readJson(QByteArrayView body, ServerRefusal& out) {
    const auto read = json::read(body, QString(), [&](Value root) {
        json::eachField(root, [&](std::string_view key, Value value) {
            if (key == "message")
                out.message = withoutEcho(json::string(value));
            else if (key == "details")
                readDetails(value, out);
            else if (key == "deployments")
                readDeployments(value, out);
        });
    });
    return read.has_value() && !out.message.isEmpty();
}

QString firstMatch(const QString& html, const char* pattern) {
    const QRegularExpression re(QString::fromLatin1(pattern), QRegularExpression::CaseInsensitiveOption |
                                                                  QRegularExpression::DotMatchesEverythingOption);
    return re.match(html).captured(1).simplified();
}

/// The reason out of a web server's error page.
QString htmlText(QByteArrayView body) {
    const QString html = QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), 20'000)));
    for (const char* pattern : {"<pre>(.*?)</pre>", "<title>(?:Error \\d+ )?(.*?)</title>", "<h1>(.*?)</h1>"}) {
        QString text = firstMatch(html, pattern);
        text.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
        if (!text.isEmpty())
            return cut(text);
    }
    return {};
}

bool looksLikeHtml(QByteArrayView contentType, QByteArrayView body) {
    return contentType.toByteArray().toLower().contains("html") || body.trimmed().startsWith('<');
}

} // namespace

ServerRefusal readRefusal(QByteArrayView contentType, QByteArrayView body) {
    ServerRefusal out;
    if (body.trimmed().isEmpty())
        return out;
    if (looksLikeHtml(contentType, body)) {
        out.message = htmlText(body);
        return out;
    }
    if (!readJson(body, out)) {
        out.message = cut(QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), 2000))));
        return out;
    }
    ServerRefusal inner; // a missing pod answers with a document inside the message
    if (out.message.startsWith(QLatin1Char('{')) && readJson(out.message.toUtf8(), inner))
        out.message = inner.message;
    if (!out.deployments.isEmpty())
        out.message.replace(QStringLiteral("<DEPLOYMENT_ID>"), out.deployments.join(QStringLiteral(", ")));
    return out;
}

namespace {

struct Words {
    QString sentence;
    QString advice;
};

Words wordsForClient(int status, const ServerRefusal& refusal) {
    switch (status) {
    case 400:
        return {tr("Marathon could not read the request."), tr("Correct the document and send it again.")};
    case 401:
        return {tr("Marathon wants to know who you are."),
                tr("Check the user name, password or token of this cluster.")};
    case 403:
        if (refusal.message.startsWith(QLatin1String("Max number")))
            return {tr("Marathon runs as many deployments as it may."),
                    tr("Cancel one of the running deployments first; overriding does not help here.")};
        return {tr("Marathon does not allow this to you."), tr("Ask for the permission, or use another account.")};
    case 404:
        return {tr("Marathon does not know this object."),
                tr("It may have been removed meanwhile; read the list again.")};
    case 409:
        if (refusal.deployments.isEmpty())
            return {tr("Marathon refuses the change because something of this name exists."),
                    tr("Choose another id, or change the existing one.")};
        return {tr("A running deployment holds a lock."), tr("Wait until it ends, cancel it, or override it.")};
    case 415:
    case 406:
        return {tr("Marathon does not speak this format."), tr("Check that the address is Marathon's own.")};
    case 422:
        return {tr("Marathon does not accept the document."),
                tr("Correct the fields that it names and send it again.")};
    default:
        return {tr("Marathon refused the request."), QString()};
    }
}

Words wordsFor(int status, const ServerRefusal& refusal) {
    if (status == 500 && refusal.message == QLatin1String("URI not found"))
        return {tr("This Marathon does not have the address that was asked for."),
                tr("Check that the address holds no path of its own and that the version is supported.")};
    if (status == 502)
        return {tr("This Marathon is not the leader and could not reach the leader."),
                tr("Wait until a new leader is elected, or name the other members' addresses.")};
    if (status == 503)
        return {tr("Marathon is too busy."), tr("Wait a moment and try again.")};
    if (status >= 500)
        return {tr("Marathon failed to answer."),
                tr("Read the state before trying again: the change may have gone through.")};
    return wordsForClient(status, refusal);
}

QString joined(const ServerRefusal& refusal) {
    QStringList lines;
    if (!refusal.message.isEmpty())
        lines.append(refusal.message);
    if (!refusal.details.isEmpty())
        lines.append(refusal.details);
    for (const FieldProblem& p : refusal.problems) {
        const QString texts = p.texts.join(QStringLiteral("; "));
        lines.append(p.path.isEmpty() ? texts : p.path + QStringLiteral(": ") + texts);
    }
    return cut(lines.join(QLatin1Char('\n')));
}

} // namespace

base::Error errorFrom(int status, QByteArrayView contentType, QByteArrayView body) {
    const ServerRefusal refusal = readRefusal(contentType, body);
    const Words words = wordsFor(status, refusal);
    base::Error e;
    e.kind = base::ErrorKind::Status;
    e.sentence = words.sentence;
    e.advice = words.advice;
    e.serverText = joined(refusal);
    e.httpStatus = status;
    return e;
}

} // namespace mesoscope::scheduler::marathon

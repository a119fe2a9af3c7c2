#include "models/appspec/rules/server_answer.h"

#include "models/appspec/app_fields.h"

#include <QRegularExpression>

namespace mesoscope::appspec {
namespace {

/// Problems of an app inside a group come under its id: /apps//shop/cart.
QString pointerFor(const QString& path, const std::vector<NamedApp>& apps) {
    for (const NamedApp& app : apps) {
        const QString prefix = QLatin1String("/apps/") + app.id;
        if (path == prefix || path.startsWith(prefix + QLatin1Char('/')))
            return app.pointer + pointerOfPath(path.mid(prefix.size()));
    }
    // A document of one app is answered with paths inside of it.
    return (apps.size() == 1 ? apps.front().pointer : QString()) + pointerOfPath(path);
}

} // namespace

QList<Problem> serverProblems(const QString& text, const JsonTree& tree) {
    static const QRegularExpression line(QStringLiteral("^(/\\S*|\\(\\d+\\)\\S*): (.+)$"));
    const std::vector<NamedApp> apps = appsOf(tree);
    QList<Problem> problems;
    QStringList words;
    for (const QString& one : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch match = line.match(one);
        if (!match.hasMatch()) {
            words.append(one.trimmed());
            continue;
        }
        Problem problem;
        problem.path = match.captured(1);
        problem.message = match.captured(2);
        problem.pointer = pointerFor(problem.path, apps);
        problem.stage = Stage::Server;
        problems.append(problem);
    }
    if (problems.isEmpty() && !words.isEmpty()) {
        Problem whole;
        whole.message = words.join(QLatin1Char(' '));
        whole.stage = Stage::Server;
        problems.append(whole);
    }
    locate(problems, tree);
    return problems;
}

} // namespace mesoscope::appspec

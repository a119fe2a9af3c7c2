#include "app/commands/app_diff.h"

#include "app/commands/app_validate.h"
#include "models/appspec/app_fields.h"
#include "models/appspec/document.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>

namespace mesoscope::app::commands {
namespace {

class DiffCommand {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::app::commands::DiffCommand)
public:
    static QString same() { return tr("No difference."); }
    static QString notJson(const appspec::SyntaxError& error) {
        return tr("The document is not JSON: line %1, column %2: %3")
            .arg(error.position.line)
            .arg(error.position.column)
            .arg(error.message);
    }
    static QString heading(const appspec::AppDiff& diff) {
        if (diff.kind == appspec::ChangeKind::Added)
            return tr("%1: new").arg(diff.id);
        if (diff.kind == appspec::ChangeKind::Removed)
            return tr("%1: removed").arg(diff.id);
        return diff.id;
    }
    static QString usage() { return tr("Usage: mesoscope app diff FILE [APP or FILE] [--json]"); }
};

/// JSON text as a JSON value, so that scripts need not parse twice.
QJsonValue valueOf(const QString& text) {
    if (text.isEmpty())
        return QJsonValue::Null;
    const QJsonArray wrapped = QJsonDocument::fromJson('[' + text.toUtf8() + ']').array();
    return wrapped.isEmpty() ? QJsonValue(text) : wrapped.first();
}

void printText(const QList<appspec::AppPlan>& apps, const appspec::Plan& plan) {
    QTextStream out(stdout);
    bool any = false;
    for (const appspec::AppPlan& app : apps) {
        if (app.diff.isEmpty())
            continue;
        any = true;
        out << DiffCommand::heading(app.diff) << Qt::endl;
        for (const appspec::FieldSummary& line : app.diff.summary())
            out << "  " << line.text() << Qt::endl;
        out << "  " << app.impact.headline();
        for (const QString& detail : app.impact.details())
            out << "; " << detail;
        out << Qt::endl;
    }
    Q_UNUSED(plan);
    if (!any)
        out << DiffCommand::same() << Qt::endl;
}

} // namespace

QJsonArray changesJson(const QList<appspec::AppDiff>& diffs) {
    QJsonArray list;
    for (const appspec::AppDiff& diff : diffs) {
        const QString prefix = diffs.size() > 1 ? diff.id : QString();
        if (diff.kind != appspec::ChangeKind::Changed)
            list.append(QJsonObject{{QStringLiteral("path"), diffs.size() > 1 ? diff.id : QStringLiteral("/")},
                                    {QStringLiteral("kind"), appspec::changeKindName(diff.kind)},
                                    {QStringLiteral("before"), QJsonValue::Null},
                                    {QStringLiteral("after"), QJsonValue::Null}});
        for (const appspec::Change& change : diff.changes)
            list.append(QJsonObject{{QStringLiteral("path"), prefix + change.path},
                                    {QStringLiteral("kind"), appspec::changeKindName(change.kind)},
                                    {QStringLiteral("before"), valueOf(change.before)},
                                    {QStringLiteral("after"), valueOf(change.after)}});
    }
    return list;
}

int printDiff(const QByteArray& document, const QList<QByteArray>& running, const QString& app, bool json) {
    QByteArray text = document;
    const appspec::JsonTree tree = appspec::JsonTree::parse(document);
    if (!tree.isValid()) {
        QTextStream(stderr) << DiffCommand::notJson(*tree.error()) << Qt::endl;
        return 2;
    }
    if (!app.isEmpty() && tree.root().is(appspec::JsonValue::Kind::Object) && tree.root().member("id").isAbsent()) {
        appspec::Document changed(document);
        changed.setValue(QStringLiteral("/id"), appspec::quoted(app));
        text = changed.text();
    }
    appspec::PlanInput input;
    input.document = text;
    input.running = running;
    input.options.advice = false;
    appspec::Plan plan = appspec::planOf(input);
    if (!plan.valid) {
        printProblems(QStringLiteral("-"), plan.problems);
        return 1;
    }
    if (!app.isEmpty())
        plan.apps.removeIf([&](const appspec::AppPlan& one) { return one.diff.id != app; });
    if (!json) {
        printText(plan.apps, plan);
        return 0;
    }
    QList<appspec::AppDiff> diffs;
    for (const appspec::AppPlan& one : plan.apps) {
        if (!one.diff.isEmpty())
            diffs.append(one.diff);
    }
    const QJsonObject result{{QStringLiteral("changes"), changesJson(diffs)},
                             {QStringLiteral("class"), appspec::changeClassName(plan.kind)}};
    QTextStream(stdout) << QString::fromUtf8(QJsonDocument(result).toJson(QJsonDocument::Compact)) << Qt::endl;
    return 0;
}

std::optional<int> appDiffFiles(const QStringList& arguments) {
    QStringList files = arguments;
    const bool json = files.removeAll(QStringLiteral("--json")) > 0;
    if (files.size() != 2) {
        if (files.size() == 1)
            return std::nullopt;
        QTextStream(stderr) << DiffCommand::usage() << Qt::endl;
        return 2;
    }
    if (!QFileInfo(files[1]).isFile())
        return std::nullopt;
    const std::optional<QByteArray> document = readDocument(files[0]);
    const std::optional<QByteArray> running = readDocument(files[1]);
    if (!document || !running)
        return 2;
    const appspec::JsonTree tree = appspec::JsonTree::parse(*running);
    if (!tree.isValid()) {
        QTextStream(stderr) << DiffCommand::notJson(*tree.error()) << Qt::endl;
        return 2;
    }
    QList<QByteArray> apps;
    for (const appspec::NamedApp& app : appspec::appsOf(tree))
        apps.append(QByteArray(app.value.raw().data(), qsizetype(app.value.raw().size())));
    return printDiff(*document, apps, QString(), json);
}

} // namespace mesoscope::app::commands

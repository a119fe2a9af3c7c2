#include "app/commands/app_validate.h"

#include "models/appspec/app_fields.h"
#include "models/appspec/rules/marathon.h"
#include "models/appspec/rules/swan.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>
#include <cstdio>

namespace mesoscope::app::commands {
namespace {

class ValidateCommand {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::app::commands::ValidateCommand)
public:
    bool parse(const QStringList& arguments);
    int run();

private:
    bool refuse(const QString& sentence) {
        QTextStream(stderr) << sentence << Qt::endl;
        return false;
    }
    bool option(const QString& name, const QString& value);
    void addExisting(const QByteArray& text);
    QList<appspec::Problem> problems(const appspec::JsonTree& tree) const;

    QString file_;
    bool json_ = false;
    bool swan_ = false;
    appspec::marathon::Options options_;
    QList<QByteArray> existing_;
};

void ValidateCommand::addExisting(const QByteArray& text) {
    const appspec::JsonTree tree = appspec::JsonTree::parse(text);
    for (const appspec::NamedApp& app : appspec::appsOf(tree))
        existing_.append(QByteArray(app.value.raw().data(), qsizetype(app.value.raw().size())));
}

bool ValidateCommand::option(const QString& name, const QString& value) {
    if (name == QLatin1String("--for")) {
        swan_ = value == QLatin1String("swan");
        return swan_ || value == QLatin1String("marathon") ||
               refuse(tr("--for takes marathon or swan, not %1.").arg(value));
    }
    if (name == QLatin1String("--features")) {
        for (const QString& feature : value.split(QLatin1Char(','), Qt::SkipEmptyParts))
            options_.settings.features.insert(feature.trimmed());
    } else if (name == QLatin1String("--default-network")) {
        options_.settings.defaultNetworkName = value;
    } else if (name == QLatin1String("--mesos-role")) {
        options_.settings.mesosRole = value;
    } else if (name == QLatin1String("--existing")) {
        const std::optional<QByteArray> text = readDocument(value);
        if (!text)
            return false;
        addExisting(*text);
    } else if (name == QLatin1String("--request")) {
        const auto request =
            appspec::marathon::Request::of(value.section(QLatin1Char(' '), 0, 0), value.section(QLatin1Char(' '), 1));
        if (!request)
            return refuse(tr("--request takes a method and a path, for example \"PUT /v2/apps/prod/web\"."));
        options_.request = *request;
    } else {
        return refuse(tr("app validate does not know %1.").arg(name));
    }
    return true;
}

bool ValidateCommand::parse(const QStringList& arguments) {
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (argument == QLatin1String("--json")) {
            json_ = true;
        } else if (argument.startsWith(QLatin1String("--"))) {
            const qsizetype equals = argument.indexOf(QLatin1Char('='));
            if (equals < 0 && i + 1 >= arguments.size())
                return refuse(tr("%1 needs a value.").arg(argument));
            const QString value = equals < 0 ? arguments[++i] : argument.mid(equals + 1);
            if (!option(equals < 0 ? argument : argument.left(equals), value))
                return false;
        } else if (file_.isEmpty()) {
            file_ = argument;
        } else {
            return refuse(tr("app validate takes one file; %1 is one too many.").arg(argument));
        }
    }
    return !file_.isEmpty() ||
           refuse(tr("Usage: mesoscope app validate FILE [--for marathon|swan] [--features LIST] [--json]"));
}

QList<appspec::Problem> ValidateCommand::problems(const appspec::JsonTree& tree) const {
    if (swan_)
        return appspec::swan::validate(tree);
    appspec::marathon::Options options = options_;
    options.world = appspec::marathon::World::of(existing_, options.settings);
    return appspec::marathon::validate(tree, options).problems;
}

int ValidateCommand::run() {
    const std::optional<QByteArray> text = readDocument(file_);
    if (!text)
        return 2;
    const appspec::JsonTree tree = appspec::JsonTree::parse(*text);
    const QList<appspec::Problem> found = problems(tree);
    const bool valid = std::none_of(found.begin(), found.end(),
                                    [](const appspec::Problem& p) { return p.severity == appspec::Severity::Error; });
    if (json_) {
        QJsonArray list;
        for (const appspec::Problem& problem : found)
            list.append(problemJson(problem));
        const QJsonObject result{{QStringLiteral("valid"), valid}, {QStringLiteral("problems"), list}};
        QTextStream(stdout) << QString::fromUtf8(QJsonDocument(result).toJson(QJsonDocument::Compact)) << Qt::endl;
    } else {
        printProblems(file_, found);
        if (valid)
            QTextStream(stdout) << tr("%1 is valid.").arg(file_) << Qt::endl;
    }
    return valid ? 0 : 1;
}

} // namespace

std::optional<QByteArray> readDocument(const QString& name) {
    QFile file(name);
    const bool open =
        name == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        QTextStream(stderr) << QCoreApplication::translate("mesoscope::app::commands", "%1 cannot be read: %2.")
                                   .arg(name, file.errorString())
                            << Qt::endl;
        return std::nullopt;
    }
    return file.readAll();
}

QJsonObject problemJson(const appspec::Problem& problem) {
    const bool error = problem.severity == appspec::Severity::Error;
    return {{QStringLiteral("path"), problem.path},
            {QStringLiteral("message"), problem.message},
            {QStringLiteral("severity"), error ? QStringLiteral("error") : QStringLiteral("warning")},
            {QStringLiteral("line"), problem.position.line},
            {QStringLiteral("column"), problem.position.column},
            {QStringLiteral("stage"), appspec::stageName(problem.stage)}};
}

void printProblems(const QString& file, const QList<appspec::Problem>& problems) {
    QTextStream out(stdout);
    for (const appspec::Problem& problem : problems) {
        const bool error = problem.severity == appspec::Severity::Error;
        out << file << ':' << problem.position.line << ':' << problem.position.column << ": "
            << (error ? QStringLiteral("error: ") : QStringLiteral("warning: "));
        if (!problem.path.isEmpty())
            out << problem.path << ": ";
        out << problem.message << " [" << appspec::stageName(problem.stage) << ']' << Qt::endl;
    }
}

int appValidate(const QStringList& arguments) {
    ValidateCommand command;
    return command.parse(arguments) ? command.run() : 2;
}

} // namespace mesoscope::app::commands

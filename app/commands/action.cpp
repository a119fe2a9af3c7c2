#include "app/commands/action.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace mesoscope::app::commands {

namespace {

using cluster::AgentCommand;
using SchedulerCommand = scheduler::Command;

base::Error wrongUse(const QString& sentence) {
    return {base::ErrorKind::Input, sentence, QStringLiteral("See mesoscope --help."), {}, 0};
}

base::Result<QByteArray> readDocument(const QString& path) {
    QFile file(path);
    const bool opened =
        path == QStringLiteral("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return tl::unexpected(base::Error{base::ErrorKind::Input,
                                          QStringLiteral("%1 can't be read: %2.").arg(path, file.errorString()),
                                          QStringLiteral("Check the path and its permissions."),
                                          {},
                                          0});
    return file.readAll();
}

/// Line and column (from 1) of a byte offset.
std::pair<qsizetype, qsizetype> place(const QByteArray& text, qsizetype offset) {
    const QByteArray before = text.left(offset);
    return {before.count('\n') + 1, offset - before.lastIndexOf('\n')};
}

base::Result<QString> idOfDocument(const QByteArray& document, const QString& path) {
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(document, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto [line, column] = place(document, error.offset);
        return tl::unexpected(base::Error{base::ErrorKind::Input,
                                          QStringLiteral("%1 is not JSON: line %2, column %3: %4.")
                                              .arg(path)
                                              .arg(line)
                                              .arg(column)
                                              .arg(error.errorString()),
                                          QStringLiteral("Mend the text there; nothing was sent."),
                                          {},
                                          0});
    }
    const QString id = json.object().value(QStringLiteral("id")).toString();
    const bool ofSwan =
        json.object().contains(QStringLiteral("name")) && json.object().contains(QStringLiteral("runAs"));
    if (ofSwan && id.isEmpty())
        return QString(); // the scheduler makes the id from the name, the user and the cluster
    if (id.isEmpty())
        return tl::unexpected(base::Error{base::ErrorKind::Input,
                                          QStringLiteral("%1 has no \"id\".").arg(path),
                                          QStringLiteral("An app document is one object with an id like /shop/cart."),
                                          {},
                                          0});
    return id.startsWith(QLatin1Char('/')) ? id : QLatin1Char('/') + id;
}

QJsonObject requestJson(const net::RequestSummary& request) {
    return {{QStringLiteral("method"), QString::fromLatin1(request.method)},
            {QStringLiteral("url"), request.url.toString()},
            {QStringLiteral("body"), QString::fromUtf8(request.body)}};
}

base::Result<qint64> graceFrom(const Arguments& arguments) {
    if (!arguments.has("max-grace"))
        return -1;
    QString text = arguments.value("max-grace");
    double factor = 1000;
    if (text.endsWith(QLatin1Char('h')) || text.endsWith(QLatin1Char('m')) || text.endsWith(QLatin1Char('s'))) {
        factor = text.endsWith(QLatin1Char('h')) ? 3'600'000 : text.endsWith(QLatin1Char('m')) ? 60'000 : 1000;
        text.chop(1);
    }
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!ok || value < 0)
        return tl::unexpected(wrongUse(QStringLiteral("--max-grace needs a time like 30s, 5m or 1h.")));
    return qint64(value * factor);
}

} // namespace

QString ActionCommand::actionName() const {
    return arguments().command + QLatin1Char(' ') + arguments().verb;
}

QList<base::SourceKind> ActionCommand::needs() const {
    return {std::holds_alternative<SchedulerCommand>(action_.command) ? base::SourceKind::Scheduler
                                                                      : base::SourceKind::Master};
}

base::Result<cluster::Action> ActionCommand::appAction() const {
    const Arguments& a = arguments();
    SchedulerCommand command;
    command.force = a.has("force");
    command.targets = {a.operands.value(0)};
    if (command.targets.front().isEmpty())
        return tl::unexpected(wrongUse(QStringLiteral("mesoscope app %1 needs an app.").arg(a.verb)));
    if (a.verb == QStringLiteral("deploy")) {
        const auto document = readDocument(a.operands.front());
        if (!document)
            return tl::unexpected(document.error());
        command.verb = SchedulerCommand::Verb::Deploy;
        command.document = *document;
        command.targets = a.operands.mid(1); // a compose file goes with the name and the user of its apps
        if (!command.targets.isEmpty())
            return cluster::Action{command, {}};
        const auto id = idOfDocument(*document, a.operands.front());
        if (!id)
            return tl::unexpected(id.error());
        if (!id->isEmpty())
            command.targets = {*id};
        return cluster::Action{command, {}};
    }
    if (!command.targets.front().startsWith(QLatin1Char('/')))
        command.targets.front().prepend(QLatin1Char('/'));
    if (a.verb == QStringLiteral("scale")) {
        bool ok = false;
        command.verb = SchedulerCommand::Verb::Scale;
        command.instances = a.operands.value(1).toInt(&ok);
        if (!ok || command.instances < 0)
            return tl::unexpected(wrongUse(QStringLiteral("mesoscope app scale APP N needs a number of instances.")));
    } else if (a.verb == QStringLiteral("restart")) {
        command.verb = SchedulerCommand::Verb::Restart;
    } else if (a.verb == QStringLiteral("destroy")) {
        command.verb = SchedulerCommand::Verb::Destroy;
    } else if (a.verb == QStringLiteral("rollback")) {
        command.verb = SchedulerCommand::Verb::DeployVersion;
        command.version = a.value("to");
    } else {
        return tl::unexpected(wrongUse(QStringLiteral("\"app %1\" is not a command of mesoscope.").arg(a.verb)));
    }
    return cluster::Action{command, {}};
}

base::Result<cluster::Action> ActionCommand::actionFromArguments() const {
    const Arguments& a = arguments();
    if (a.command == QStringLiteral("app"))
        return appAction();
    if (a.operands.isEmpty())
        return tl::unexpected(wrongUse(QStringLiteral("mesoscope %1 needs at least one id.").arg(actionName())));
    if (a.command == QStringLiteral("task") && a.verb == QStringLiteral("kill")) {
        if (a.has("scale") && a.has("wipe"))
            return tl::unexpected(wrongUse(QStringLiteral("--scale and --wipe exclude each other.")));
        SchedulerCommand command;
        command.verb = SchedulerCommand::Verb::KillTasks;
        command.targets = a.operands;
        command.killAndScale = a.has("scale");
        command.killAndWipe = a.has("wipe");
        command.force = a.has("force");
        return cluster::Action{command, {}};
    }
    if (a.command != QStringLiteral("agent"))
        return tl::unexpected(wrongUse(QStringLiteral("\"%1\" is not a command of mesoscope.").arg(actionName())));
    AgentCommand command;
    command.agentIds = a.operands;
    command.markGone = a.has("mark-gone");
    const auto grace = graceFrom(a);
    if (!grace)
        return tl::unexpected(grace.error());
    command.maxGraceMs = *grace;
    if (a.verb == QStringLiteral("deactivate"))
        command.verb = AgentCommand::Verb::Deactivate;
    else if (a.verb == QStringLiteral("reactivate"))
        command.verb = AgentCommand::Verb::Reactivate;
    else if (a.verb != QStringLiteral("drain"))
        return tl::unexpected(wrongUse(QStringLiteral("\"agent %1\" is not a command of mesoscope.").arg(a.verb)));
    return cluster::Action{command, {}};
}

void ActionCommand::start() {
    base::Result<cluster::Action> action = actionFromArguments();
    if (!action) {
        complain(action.error());
        return finish(WrongUse);
    }
    action_ = std::move(*action);
    ClusterCommand::start();
}

void ActionCommand::ready(const cluster::Snapshot&) {
    auto* command = std::get_if<SchedulerCommand>(&action_.command);
    const bool swan = session().connection().schedulerSystem == cluster::SchedulerSystem::Swan;
    if (command && swan && !command->targets.isEmpty() && command->targets.front().startsWith(QLatin1Char('/')))
        command->targets.front().remove(0, 1); // its ids are names joined by dots
    if (command && command->verb == SchedulerCommand::Verb::DeployVersion && command->version.isEmpty())
        return rollBack();
    session().preview(action_, this, [this](const cluster::Preview& preview) { showPreview(preview); });
}

void ActionCommand::rollBack() {
    const QString app = std::get<SchedulerCommand>(action_.command).targets.front();
    session().versions(app, this, [this, app](const base::Result<QStringList>& versions) {
        if (!versions) {
            complain(versions.error());
            return finish(No);
        }
        const cluster::Slot slot = current()->findApp(app);
        const QString now = slot == cluster::noSlot ? QString() : current()->apps[slot].app->version;
        const auto older =
            std::find_if(versions->cbegin(), versions->cend(), [&](const QString& v) { return v != now; });
        if (older == versions->cend()) {
            complain({base::ErrorKind::Refused,
                      QStringLiteral("%1 has no older version to go back to.").arg(app),
                      QStringLiteral("Name one with --to VERSION."),
                      {},
                      0});
            return finish(No);
        }
        std::get<SchedulerCommand>(action_.command).version = *older;
        session().preview(action_, this, [this](const cluster::Preview& preview) { showPreview(preview); });
    });
}

void ActionCommand::showPreview(const cluster::Preview& preview) {
    preview_ = preview;
    if (preview.refusal) {
        complain(*preview.refusal);
        reportOutcome(QStringLiteral("refused"), {}, 0, preview.refusal->sentence);
        return finish(No);
    }
    if (!arguments().json()) {
        print(preview.title);
        for (const QString& effect : preview.effects)
            print(QStringLiteral("  ") + effect);
        if (preview.touched.size() > 1) {
            for (const scheduler::AppEffect& e : preview.touched)
                print(QStringLiteral("  %1: %2 -> %3 instances%4")
                          .arg(e.app)
                          .arg(e.instancesBefore)
                          .arg(e.instancesAfter)
                          .arg(e.versionAfter.isEmpty()
                                   ? QString()
                                   : QStringLiteral(", %1 -> %2").arg(e.versionBefore, e.versionAfter)));
        }
        for (const QString& warning : preview.warnings)
            print(QStringLiteral("  ! ") + warning);
        if (arguments().has("explain") || arguments().has("dry-run")) {
            for (const net::RequestSummary& request : preview.requests)
                print(request.asCurl());
        }
    }
    if (arguments().has("dry-run")) {
        reportOutcome(QStringLiteral("dry-run"), {}, 0, QStringLiteral("nothing was sent"));
        return finish(Done);
    }
    id_ = session().perform(action_);
}

void ActionCommand::changed(const cluster::Update& update) {
    if (id_ == 0)
        return;
    for (const cluster::ActionProgress& progress : update.snapshot->actions) {
        if (progress.id == id_)
            return report(progress);
    }
}

void ActionCommand::report(const cluster::ActionProgress& progress) {
    const double seconds = double(progress.endedMs == 0 ? 0 : progress.endedMs - progress.startedMs) / 1000;
    const bool waits = arguments().has("wait");
    if (!cluster::isOver(progress.phase)) {
        if (progress.phase == cluster::ActionPhase::InProgress && !waits) {
            reportOutcome(QStringLiteral("started"), progress.deploymentId, seconds, progress.detail);
            return finish(Done);
        }
        if (waits && !arguments().json() && !progress.detail.isEmpty() && progress.detail != lastDetail_)
            print(QStringLiteral("  ") + progress.detail);
        lastDetail_ = progress.detail;
        return;
    }
    if (progress.phase == cluster::ActionPhase::Done) {
        reportOutcome(QStringLiteral("done"), progress.deploymentId, seconds, progress.detail);
        return finish(Done);
    }
    complain(progress.error.sentence.isEmpty() ? base::Error{base::ErrorKind::Refused, progress.detail, {}, {}, 0}
                                               : progress.error);
    reportOutcome(progress.phase == cluster::ActionPhase::Refused ? QStringLiteral("refused")
                                                                  : QStringLiteral("failed"),
                  progress.deploymentId, seconds, progress.detail);
    finish(No);
}

void ActionCommand::reportOutcome(const QString& outcome, const QString& deployment, double seconds,
                                  const QString& detail) {
    if (!arguments().json()) {
        print(QStringLiteral("%1%2").arg(outcome, detail.isEmpty() ? QString() : QStringLiteral(": ") + detail));
        return;
    }
    QJsonObject object{{QStringLiteral("action"), actionName()},
                       {QStringLiteral("request"), preview_.requests.isEmpty()
                                                       ? QJsonValue()
                                                       : QJsonValue(requestJson(preview_.requests.front()))},
                       {QStringLiteral("deployment"), deployment.isEmpty() ? QJsonValue() : QJsonValue(deployment)},
                       {QStringLiteral("outcome"), outcome},
                       {QStringLiteral("seconds"), seconds}};
    if (!detail.isEmpty())
        object.insert(QStringLiteral("detail"), detail);
    printJson(object);
}

} // namespace mesoscope::app::commands

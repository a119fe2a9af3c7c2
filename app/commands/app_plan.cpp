#include "app/commands/app_plan.h"

#include "app/commands/app_diff.h"
#include "app/commands/app_validate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

namespace mesoscope::app::commands {
namespace {

class PlanCommand {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::app::commands::PlanCommand)
public:
    static QString fits(const appspec::AppPlan& plan, bool agentsKnown) {
        if (!agentsKnown)
            return tr("Where it would run is not known: no agents.");
        if (plan.toPlace == 0)
            return tr("No more room is needed.");
        return plan.fits() ? tr("%Ln more instance(s) fit.", nullptr, plan.toPlace)
                           : tr("Only %1 of %2 more instances fit.").arg(plan.forecast.fits).arg(plan.toPlace);
    }
    static QString rejected(appspec::Reject reason, int count) {
        return tr("%Ln agent(s): %1", nullptr, count).arg(appspec::rejectName(reason));
    }
    static QString missing(const appspec::Resources& r) {
        QStringList parts;
        if (r.cpus > 0)
            parts.append(tr("%1 CPUs").arg(r.cpus));
        if (r.mem > 0)
            parts.append(tr("%1 MB memory").arg(r.mem));
        if (r.disk > 0)
            parts.append(tr("%1 MB disk").arg(r.disk));
        if (r.gpus > 0)
            parts.append(tr("%1 GPUs").arg(r.gpus));
        return parts.isEmpty() ? QString() : tr("The closest agent misses %1.").arg(parts.join(QLatin1String(", ")));
    }
    static QString step(int number) { return tr("Step %1:").arg(number); }
};

QJsonObject resources(const appspec::Resources& r) {
    QJsonObject object;
    const auto add = [&](const char* name, double amount) {
        if (amount > 0)
            object.insert(QLatin1String(name), amount);
    };
    add("cpus", r.cpus);
    add("mem", r.mem);
    add("disk", r.disk);
    add("gpus", r.gpus);
    return object;
}

QJsonArray stepsJson(const QList<appspec::PlanStep>& steps) {
    QJsonArray list;
    for (const appspec::PlanStep& step : steps) {
        QJsonArray actions;
        for (const appspec::PlanStep::Action& action : step.actions)
            actions.append(QJsonObject{{QStringLiteral("action"), action.action},
                                       {QStringLiteral("app"), action.app},
                                       {QStringLiteral("from"), action.from},
                                       {QStringLiteral("to"), action.to}});
        list.append(QJsonObject{{QStringLiteral("actions"), actions}});
    }
    return list;
}

QJsonObject planJson(const appspec::Plan& plan, const appspec::PlanInput& input) {
    QList<appspec::AppDiff> diffs;
    QJsonArray placements, rejected;
    appspec::Resources missing;
    for (const appspec::AppPlan& app : plan.apps) {
        if (!app.diff.isEmpty())
            diffs.append(app.diff);
        for (const auto& placement : app.forecast.placements)
            placements.append(QJsonObject{
                {QStringLiteral("agent"), QString::fromUtf8(input.agents[size_t(placement.agent)].hostname)},
                {QStringLiteral("count"), placement.count}});
        for (const auto& [reason, count] : app.forecast.rejected) {
            if (reason != appspec::Reject::None)
                rejected.append(QJsonObject{{QStringLiteral("reason"), appspec::rejectName(reason)},
                                            {QStringLiteral("count"), count}});
        }
        if (!app.fits())
            missing = app.forecast.missing;
    }
    return {{QStringLiteral("class"), appspec::changeClassName(plan.kind)},
            {QStringLiteral("changes"), changesJson(diffs)},
            {QStringLiteral("fits"), plan.fits},
            {QStringLiteral("placements"), placements},
            {QStringLiteral("missing"), resources(missing)},
            {QStringLiteral("rejected"), rejected},
            {QStringLiteral("steps"), stepsJson(plan.steps)}};
}

void printText(const appspec::Plan& plan, const appspec::PlanInput& input) {
    QTextStream out(stdout);
    for (const appspec::AppPlan& app : plan.apps) {
        out << app.diff.id << ": " << app.impact.headline();
        for (const QString& detail : app.impact.details())
            out << "; " << detail;
        out << Qt::endl;
        for (const appspec::FieldSummary& line : app.diff.summary())
            out << "  " << line.text() << Qt::endl;
        out << "  " << PlanCommand::fits(app, !input.agents.empty()) << Qt::endl;
        for (const auto& [reason, count] : app.forecast.rejected) {
            if (reason != appspec::Reject::None && !app.fits())
                out << "    " << PlanCommand::rejected(reason, count) << Qt::endl;
        }
        const QString missing = app.fits() ? QString() : PlanCommand::missing(app.forecast.missing);
        if (!missing.isEmpty())
            out << "    " << missing << Qt::endl;
    }
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        out << PlanCommand::step(int(i) + 1);
        for (const appspec::PlanStep::Action& action : plan.steps[i].actions)
            out << ' ' << action.action << ' ' << action.app;
        out << Qt::endl;
    }
}

} // namespace

int printPlan(const appspec::PlanInput& input, bool json) {
    const appspec::Plan plan = appspec::planOf(input);
    if (!plan.valid) {
        const bool syntax = !plan.problems.isEmpty() && plan.problems.first().stage == appspec::Stage::Syntax;
        printProblems(QStringLiteral("-"), plan.problems);
        return syntax ? 2 : 1;
    }
    if (json)
        QTextStream(stdout) << QString::fromUtf8(QJsonDocument(planJson(plan, input)).toJson(QJsonDocument::Compact))
                            << Qt::endl;
    else
        printText(plan, input);
    return plan.fits ? 0 : 1;
}

} // namespace mesoscope::app::commands

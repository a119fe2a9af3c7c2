#include "models/appspec/change_class.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace mesoscope::appspec {
namespace {

using marathon::App;

class Words {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::Impact)
public:
    static QString headline(const Impact& impact) {
        switch (impact.kind) {
        case ChangeClass::Nothing:
            return tr("Nothing changes");
        case ChangeClass::Unnoticed:
            return tr("Stored without any step: nothing restarts");
        case ChangeClass::Scale:
            return tr("Scale %1 → %2 without a restart").arg(impact.before).arg(impact.after);
        case ChangeClass::Restart:
            return tr("Rolling restart of %Ln instance(s)", nullptr, std::max(impact.before, impact.after));
        case ChangeClass::NewApp:
            return tr("New app with %Ln instance(s)", nullptr, impact.after);
        case ChangeClass::Removed:
            return tr("The app and its %Ln instance(s) go", nullptr, impact.before);
        }
        return {};
    }
    static QString more(int count) { return tr("needs %Ln more at its peak", nullptr, count); }
    static QString floor(int count) { return tr("never fewer than %Ln healthy", nullptr, count); }
};

bool isDynamic(int port) {
    return port == 0 || (port >= 10000 && port <= 20000);
}

/// 0 and a number that the server gave out for it are the same.
int normalPort(int port) {
    return isDynamic(port) ? 0 : port;
}

App comparable(const App& app) {
    App a = app;
    if (a.portDefinitions) {
        for (auto& definition : *a.portDefinitions)
            definition.port = normalPort(definition.port);
    }
    if (a.container) {
        if (a.container->portMappings) {
            for (auto& mapping : *a.container->portMappings)
                mapping.servicePort = normalPort(mapping.servicePort);
        }
        for (auto& volume : a.container->volumes) {
            if (!volume.persistent.type)
                volume.persistent.type =
                    volume.persistent.profileName ? QStringLiteral("mount") : QStringLiteral("root");
        }
        if (a.container->type == marathon::Engine::Mesos && a.container->docker)
            a.container->docker->privileged = false;
        if (a.container->type == marathon::Engine::Docker) {
            a.container->seccomp.reset();
            a.container->ipc.reset();
        }
    }
    if (a.healthChecks) {
        for (auto& check : *a.healthChecks) {
            if (check.protocol == marathon::Protocol::Command)
                check.portIndex.reset();
            else if (!check.isMesos())
                check.delay = 15;
            if (check.protocol == marathon::Protocol::Tcp || check.protocol == marathon::Protocol::MesosTcp)
                check.path.reset();
        }
        std::sort(a.healthChecks->begin(), a.healthChecks->end(), [](const auto& x, const auto& y) {
            return std::tie(x.protocol, x.portIndex, x.port, x.path, x.command) <
                   std::tie(y.protocol, y.portIndex, y.port, y.path, y.command);
        });
    }
    if (a.constraints)
        std::sort(a.constraints->begin(), a.constraints->end());
    if (a.dependencies)
        a.dependencies->sort();
    if (a.acceptedResourceRoles)
        a.acceptedResourceRoles->sort();
    return a;
}

template<typename T>
bool same(const marathon::Maybe<T>& a, const marathon::Maybe<T>& b, const T& absent) {
    return a.value_or(absent) == b.value_or(absent);
}

QStringList upgradeFields(const App& x, const App& y) {
    const App a = comparable(x), b = comparable(y);
    QStringList fields;
    const auto check = [&](const char* name, bool equal) {
        if (!equal)
            fields.append(QLatin1String(name));
    };
    check("cmd", a.cmd == b.cmd);
    check("args", same(a.args, b.args, {}));
    check("user", a.user == b.user);
    check("env", same(a.env, b.env, {}));
    check("cpus", a.cpusOr() == b.cpusOr());
    check("mem", a.memOr() == b.memOr());
    check("disk", a.diskOr() == b.diskOr());
    check("gpus", a.gpusOr() == b.gpusOr());
    check("resourceLimits", same(a.resourceLimits, b.resourceLimits, {}));
    check("executor", same(a.executor, b.executor, {}));
    check("constraints", same(a.constraints, b.constraints, {}));
    check("fetch", same(a.fetch, b.fetch, {}));
    check("portDefinitions", same(a.portDefinitions, b.portDefinitions, {}));
    check("requirePorts", same(a.requirePorts, b.requirePorts, false));
    check("backoffSeconds", same(a.backoffSeconds, b.backoffSeconds, 1));
    check("backoffFactor", same(a.backoffFactor, b.backoffFactor, 1.15));
    check("maxLaunchDelaySeconds", same(a.maxLaunchDelaySeconds, b.maxLaunchDelaySeconds, 300));
    check("container", a.container == b.container);
    check("healthChecks", same(a.healthChecks, b.healthChecks, {}));
    check("check", a.check == b.check);
    check("readinessChecks", same(a.readinessChecks, b.readinessChecks, {}));
    check("taskKillGracePeriodSeconds", a.taskKillGracePeriodSeconds == b.taskKillGracePeriodSeconds);
    check("dependencies", same(a.dependencies, b.dependencies, {}));
    check("upgradeStrategy", marathon::effectiveUpgradeStrategy(a) == marathon::effectiveUpgradeStrategy(b));
    check("labels", same(a.labels, b.labels, {}));
    check("acceptedResourceRoles", same(a.acceptedResourceRoles, b.acceptedResourceRoles, {}));
    check("networks", same(a.networks, b.networks, {}));
    check("unreachableStrategy", a.unreachableStrategy == b.unreachableStrategy);
    check("killSelection", same(a.killSelection, b.killSelection, QStringLiteral("YOUNGEST_FIRST")));
    check("secrets", same(a.secrets, b.secrets, {}));
    check("tty", a.tty == b.tty);
    check("role", a.role == b.role);
    return fields;
}

Resources times(const Resources& r, int n) {
    return {r.cpus * n, r.mem * n, r.disk * n, r.gpus * n};
}

QStringList dependenciesOf(const App& app) {
    return app.dependencies.value_or(QStringList());
}

} // namespace

Resources perInstance(const App& app) {
    double disk = app.diskOr();
    if (app.container) {
        for (const marathon::Volume& volume : app.container->volumes)
            disk += volume.kind == marathon::Volume::Kind::Persistent ? double(volume.persistent.size) : 0;
    }
    return {app.cpusOr(), app.memOr(), disk, double(app.gpusOr())};
}

QString changeClassName(ChangeClass kind) {
    static constexpr std::array names{"nothing", "unnoticed", "scale", "restart", "new-app", "removed"};
    return QLatin1String(names[size_t(kind)]);
}

Pace paceOf(int n, double minimumHealthCapacity, double maximumOverCapacity, bool resident) {
    Pace pace{int(std::ceil(n * minimumHealthCapacity)), int(std::floor(n * (1 + maximumOverCapacity)))};
    if (pace.floor == n && pace.peak == n && n > 0) {
        if (resident)
            --pace.floor;
        else
            ++pace.peak;
    }
    return pace;
}

Impact impactOf(const App* before, const App* after) {
    Impact impact;
    if (!before && !after)
        return impact;
    impact.app = (after ? after : before)->id.value_or(QString());
    impact.before = before ? before->instanceCount() : 0;
    impact.after = after ? after->instanceCount() : 0;
    if (!before || !after) {
        impact.kind = before ? ChangeClass::Removed : ChangeClass::NewApp;
        impact.pace = {0, std::max(impact.before, impact.after)};
        if (after) {
            impact.moreInstances = impact.after;
            impact.more = times(perInstance(*after), impact.after);
        }
        return impact;
    }
    impact.restartBecause = upgradeFields(*before, *after);
    impact.pace = {std::min(impact.before, impact.after), std::max(impact.before, impact.after)};
    if (impact.restartBecause.isEmpty()) {
        impact.kind = impact.before == impact.after ? ChangeClass::Nothing : ChangeClass::Scale;
        impact.moreInstances = std::max(0, impact.after - impact.before);
        impact.more = times(perInstance(*after), impact.moreInstances);
        return impact;
    }
    if (impact.after == 0 && impact.before > 0) {
        impact.kind = ChangeClass::Scale;
        return impact;
    }
    impact.kind = ChangeClass::Restart;
    const marathon::UpgradeStrategy strategy = marathon::effectiveUpgradeStrategy(*after);
    impact.pace =
        paceOf(impact.after, strategy.minimumHealthCapacity, strategy.maximumOverCapacity, after->isResident());
    impact.pace.floor = std::min(impact.pace.floor, impact.before);
    impact.pace.peak = std::max(impact.pace.peak, impact.before);
    impact.moreInstances = impact.pace.peak - impact.before;
    impact.more = times(perInstance(*after), impact.moreInstances);
    return impact;
}

QString Impact::headline() const {
    return Words::headline(*this);
}

QStringList Impact::details() const {
    QStringList lines;
    if (kind == ChangeClass::Restart || kind == ChangeClass::Scale) {
        if (moreInstances > 0)
            lines.append(Words::more(moreInstances));
        if (pace.floor > 0)
            lines.append(Words::floor(pace.floor));
    }
    return lines;
}

QList<PlanStep> stepsOf(const std::vector<App>& before, const std::vector<App>& after) {
    std::map<QString, const App*> was, is;
    for (const App& app : before)
        was[*app.id] = &app;
    for (const App& app : after)
        is[*app.id] = &app;
    PlanStep stop, start;
    std::map<QString, Impact> changed;
    for (const auto& [id, app] : was) {
        if (!is.contains(id))
            stop.actions.append({QStringLiteral("StopApplication"), id, app->instanceCount(), 0});
    }
    for (const auto& [id, app] : is) {
        const Impact impact = impactOf(was.contains(id) ? was[id] : nullptr, app);
        if (impact.kind == ChangeClass::NewApp)
            start.actions.append({QStringLiteral("StartApplication"), id, 0, 0});
        if (impact.kind != ChangeClass::Nothing)
            changed[id] = impact;
    }
    QList<PlanStep> steps;
    if (!stop.actions.isEmpty())
        steps.append(stop);
    if (!start.actions.isEmpty())
        steps.append(start);
    std::set<QString> done;
    while (done.size() < changed.size()) {
        PlanStep layer;
        std::vector<QString> names;
        for (const auto& [id, impact] : changed) {
            if (done.contains(id))
                continue;
            const QString& own = id; // lambdas capture no structured binding
            const QStringList dependencies = dependenciesOf(*is[id]);
            const bool waits = std::any_of(changed.begin(), changed.end(), [&](const auto& other) {
                return !done.contains(other.first) && other.first != own &&
                       std::any_of(dependencies.begin(), dependencies.end(), [&](const QString& d) {
                           return PathId::parse(d).includes(PathId::parse(other.first));
                       });
            });
            if (waits)
                continue;
            const bool restart = impact.kind == ChangeClass::Restart;
            layer.actions.append({restart ? QStringLiteral("RestartApplication") : QStringLiteral("ScaleApplication"),
                                  id, impact.before, impact.after});
            names.push_back(id);
        }
        if (names.empty())
            break; // a cycle, which the rules have told already
        done.insert(names.begin(), names.end());
        steps.append(layer);
    }
    return steps;
}

} // namespace mesoscope::appspec

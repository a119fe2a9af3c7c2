#include "models/appspec/rules/marathon_stages.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace mesoscope::appspec::marathon {
namespace {

QString en(const char* text) {
    return QString::fromLatin1(text);
}
QString at(const char* path, qsizetype index) {
    return QStringLiteral("%1(%2)").arg(QLatin1String(path)).arg(index);
}

template<typename T>
QString printedMaybe(const Maybe<T>& value) {
    return value ? QStringLiteral("Some(%1)").arg(*value) : QStringLiteral("None");
}

QString protocolName(Protocol protocol) {
    static constexpr std::array names{"HTTP", "HTTPS", "TCP", "COMMAND", "MESOS_TCP", "MESOS_HTTP", "MESOS_HTTPS"};
    return QLatin1String(names[size_t(protocol)]);
}

/// The check as the server prints it in its message.
QString printed(const HealthCheck& c) {
    const QStringList parts{QStringLiteral("Some(AppCommandCheck(%1))").arg(*c.command),
                            QString::number(c.gracePeriod),
                            QStringLiteral("None"),
                            QString::number(c.interval),
                            QString::number(c.maxFailures),
                            printedMaybe(c.path),
                            printedMaybe(c.port),
                            printedMaybe(c.portIndex),
                            protocolName(c.protocol),
                            c.ipv6 ? QStringLiteral("IPv6") : QStringLiteral("IPv4"),
                            QString::number(c.timeout),
                            QString::number(c.delay)};
    return QStringLiteral("AppHealthCheck(%1)").arg(parts.join(QLatin1Char(',')));
}

/// What makes the server throw while it builds its model; each is told with a sentence of our own and the server's
/// text.
class Conversion {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::marathon::Conversion)
public:
    Conversion(const App& app, Report& report) : app_(app), report_(report) {}

    void run() {
        constraints();
        if (app_.container) {
            for (size_t i = 0; i < app_.container->volumes.size(); ++i)
                volume(app_.container->volumes[i], QStringLiteral("/container/volumes/%1").arg(i));
        }
        for (const HealthCheck& check : app_.healthChecks.value_or(std::vector<HealthCheck>{}))
            healthCheck(check, QStringLiteral("/healthChecks/%1").arg(check.written));
        if (app_.check)
            check(*app_.check);
        if (app_.unreachableStrategy)
            unreachable(*app_.unreachableStrategy);
    }

private:
    void fail(const QString& sentence, const QString& text, const QString& pointer,
              std::optional<Fix> fix = std::nullopt) {
        report_.add(QString(), tr("%1 (The server answers 500: %2)").arg(sentence, text), pointer, std::move(fix));
    }

    void constraints() {
        const std::vector<QStringList> constraints = app_.constraints.value_or(std::vector<QStringList>{});
        for (size_t i = 0; i < constraints.size(); ++i) {
            const QStringList& c = constraints[i];
            if (c.size() < 2 || c[1] == c[1].toUpper())
                continue;
            const QString pointer = QStringLiteral("/constraints/%1/1").arg(i);
            fail(tr("Constraint operators are written in capitals: %1.").arg(c[1].toUpper()),
                 QStringLiteral("illegal constraint specification %1").arg(c.join(QLatin1Char(','))), pointer,
                 Fix{tr("Use %1").arg(c[1].toUpper()), pointer, quoted(c[1].toUpper())});
        }
    }

    void healthCheck(const HealthCheck& check, const QString& pointer) {
        if (check.command && (check.path || check.port)) {
            fail(tr("A check with a command has neither path nor port."),
                 QStringLiteral("Invalid combination of HealthCheck parameters in %1").arg(printed(check)),
                 pointer + (check.path ? en("/path") : en("/port")),
                 Fix{check.path ? tr("Remove path") : tr("Remove port"),
                     pointer + (check.path ? en("/path") : en("/port")),
                     {}});
        } else if (check.command && check.protocol != Protocol::Command) {
            fail(tr("A check with a command has the protocol COMMAND."),
                 QStringLiteral("illegal protocol %1 specified with command").arg(protocolName(check.protocol)),
                 pointer, Fix{tr("Use COMMAND"), pointer + en("/protocol"), "\"COMMAND\""});
        } else if (!check.command && check.protocol == Protocol::Command) {
            fail(tr("A COMMAND check needs a command: {\"value\": \"…\"}."),
                 en("illegal protocol COMMAND for non-command health check"), pointer);
        }
    }

    void check(const Check& check) {
        const QString pointer = en("/check");
        const int kinds = (check.http ? 1 : 0) + (check.tcp ? 1 : 0) + (check.shell || check.argv ? 1 : 0);
        if (kinds != 1) {
            fail(tr("A check has exactly one of http, tcp and exec."),
                 en("illegal RAML Check: expected one of http, tcp or exec checks"), pointer);
        } else if (check.http && check.http->https) {
            fail(tr("A check cannot use HTTPS; use HTTP or a command."),
                 en("HTTPS (of class mesosphere.marathon.raml.HttpScheme$Https$)"), pointer + en("/http/scheme"),
                 Fix{tr("Use HTTP"), pointer + en("/http/scheme"), "\"HTTP\""});
        } else if (check.argv) {
            fail(tr("Never send a check with argv: the server stores the app and from then on fails to list any app. "
                    "Use "
                    "command.shell."),
                 QStringLiteral("ArgvList(List(%1)) (of class mesosphere.marathon.state.ArgvList)")
                     .arg(check.argv->join(en(", "))),
                 pointer + en("/exec/command/argv"));
        }
    }

    void volume(const Volume& volume, const QString& pointer) {
        if (volume.kind == Volume::Kind::Persistent) {
            for (size_t i = 0; i < volume.persistent.constraints.size(); ++i) {
                const QStringList& c = volume.persistent.constraints[i];
                if (c.size() >= 3 && c[0] == QLatin1String("path") && c[1] == QLatin1String("LIKE"))
                    continue;
                fail(tr("A volume can only be constrained by [\"path\", \"LIKE\", expression]."),
                     QStringLiteral("illegal volume constraint %1").arg(c.join(QLatin1Char(','))),
                     QStringLiteral("%1/persistent/constraints/%2").arg(pointer).arg(i));
            }
        }
        if (volume.kind == Volume::Kind::External && volume.external.csi)
            csi(*volume.external.csi, pointer + en("/external/options/capability"));
        else if (volume.kind == Volume::Kind::External && volume.external.provider == en("csi"))
            fail(tr("A CSI volume needs options with pluginName and capability."),
                 en("Bug. CSIVolumeValidator applied to DVDI external volume"), pointer + en("/external"));
    }

    void csi(const CsiInfo& info, const QString& pointer) {
        if (info.accessType != QLatin1String("mount") && info.accessType != QLatin1String("block"))
            fail(tr("The access type of a CSI volume is mount or block."),
                 QStringLiteral("%1 (of class java.lang.String)").arg(info.accessType), pointer + en("/accessType"));
        else if (info.accessType == QLatin1String("mount") && !info.fsType)
            fail(
                tr("A CSI volume that is mounted needs fsType."),
                en("fsType must be specified with mount access type CSI volumes. This is a bug. Validation should have "
                   "prevented this"),
                pointer);
        else if (!isKnownAccessMode(info.accessMode))
            fail(tr("The CSI access mode %1 does not exist.").arg(info.accessMode),
                 en("CSI options.access.mode is invalid. This is a bug. Validation should have prevented this."),
                 pointer + en("/accessMode"));
    }

    void unreachable(const Unreachable& strategy) {
        constexpr qint64 longest = 9223372036;
        if (!strategy.disabled && (strategy.inactiveAfter > longest || strategy.expungeAfter > longest))
            report_.add(QString(), en("requirement failed: Duration is limited to +-(2^63-1)ns (ca. 292 years)"),
                        strategy.inactiveAfter > longest ? en("/unreachableStrategy/inactiveAfterSeconds")
                                                         : en("/unreachableStrategy/expungeAfterSeconds"));
    }

    const App& app_;
    Report& report_;
};

QString got(double value, double expected) {
    return QStringLiteral("got %1, expected %2").arg(serverDouble(value), serverDouble(expected));
}

void checkLinux(const Container& container, Report& report) {
    if (container.type == Engine::Docker)
        return;
    const QString seccomp = en("/container/linuxInfo/seccomp");
    if (container.seccomp && container.seccomp->profileName && container.seccomp->unconfined)
        report.add(seccomp, en("Seccomp unconfined can NOT be true when Profile is defined"),
                   seccomp + en("/unconfined"),
                   Fix{QCoreApplication::translate("appspec", "Use false"), seccomp + en("/unconfined"), "false"});
    if (container.seccomp && !container.seccomp->profileName && !container.seccomp->unconfined)
        report.add(seccomp, en("Seccomp unconfined must be true when Profile is NOT defined"), seccomp,
                   Fix{QCoreApplication::translate("appspec", "Use true"), seccomp + en("/unconfined"), "true"});
    const QString ipc = en("/container/linuxInfo/ipcInfo");
    if (container.ipc && container.ipc->shareParent && container.ipc->shmSize)
        report.add(ipc, en("ipcInfo shmSize can NOT be set when mode is SHARE_PARENT"), ipc + en("/shmSize"),
                   Fix{QCoreApplication::translate("appspec", "Remove shmSize"), ipc + en("/shmSize"), {}});
}

void checkVolumes(const App& app, Report& report) {
    bool shareable = true, singleWriter = true, anyCsi = false;
    for (size_t i = 0; i < app.container->volumes.size(); ++i) {
        const Volume& volume = app.container->volumes[i];
        const QString path = at("/container/volumes", qsizetype(i)) + en("/volume");
        const QString pointer = QStringLiteral("/container/volumes/%1").arg(i);
        if (volume.kind == Volume::Kind::Persistent && volume.persistent.profileName == QString::fromLatin1(""))
            report.add(path + en("/persistent/profileName"), en("must not be empty"),
                       pointer + en("/persistent/profileName"));
        if (volume.kind != Volume::Kind::External)
            continue;
        if (!volume.external.csi) {
            if (volume.external.size && *volume.external.size <= 0)
                report.add(path + en("/external/size"), en("got 0, expected more than 0"),
                           pointer + en("/external/size"));
            continue;
        }
        anyCsi = true;
        const QString mode = volume.external.csi->accessMode;
        shareable &= isShareable(mode);
        singleWriter &= !volume.readOnly && mode == QLatin1String("MULTI_NODE_SINGLE_WRITER");
        if (!volume.readOnly && isReadOnlyMode(mode))
            report.add(path, en("CSI volume must be mounted readonly with a read-only access mode"),
                       pointer + en("/mode"),
                       Fix{QCoreApplication::translate("appspec", "Use RO"), pointer + en("/mode"), "\"RO\""});
    }
    if (!anyCsi || app.instanceCount() <= 1)
        return;
    const QString text = QStringLiteral("got %1, expected 1 or less %2").arg(app.instanceCount());
    if (!shareable)
        report.add(en("/instances"), text.arg(en("while non-shareable CSI volumes are defined")));
    else if (singleWriter)
        report.add(en("/instances"),
                   text.arg(en("while a multi-node single-writer volume is defined mounted as read/write")));
}

bool addresses(const Maybe<int>& portIndex, const Maybe<int>& port, int ports) {
    return portIndex ? *portIndex < ports : port || ports == 1;
}

void checkPorts(const App& app, Report& report) {
    // Port mappings that exist but are empty leave the (absent) port definitions: no port either way.
    const int ports = app.portCount();
    const std::vector<HealthCheck> checks = app.healthChecks.value_or(std::vector<HealthCheck>{});
    for (size_t i = 0; i < checks.size(); ++i) {
        if (checks[i].protocol == Protocol::Command || addresses(checks[i].portIndex, checks[i].port, ports))
            continue;
        report.add(
            at("/healthChecks", qsizetype(i)),
            en("Health check port indices must address an element of the ports array or container port mappings."),
            QStringLiteral("/healthChecks/%1").arg(checks[i].written));
    }
    const std::vector<PortDefinition> definitions = app.portDefinitions.value_or(std::vector<PortDefinition>{});
    for (size_t i = 0; i < definitions.size(); ++i) {
        if (definitions[i].port < 0)
            report.add(at("/portDefinitions", qsizetype(i)) + en("/port"),
                       QStringLiteral("got %1, expected 0 or more").arg(definitions[i].port));
    }
    if (!app.check)
        return;
    const Maybe<PortCheck>& check = app.check->http ? app.check->http : app.check->tcp;
    if (check && !addresses(check->portIndex, check->port, ports))
        report.add(en("/check/get"),
                   en("check port index must address an element of the ports array or container port mappings."),
                   app.check->http ? en("/check/http") : en("/check/tcp"));
}

void checkSingleInstance(const App& app, Report& report) {
    if (!app.isSingleInstance())
        return;
    const UpgradeStrategy strategy = effectiveUpgradeStrategy(app);
    if (strategy == UpgradeStrategy{0, 0})
        return;
    const QString label = en("/labels/MARATHON_SINGLE_INSTANCE_APP");
    const Fix fix{QCoreApplication::translate("appspec", "Use 0 and 0"), en("/upgradeStrategy"),
                  "{\"minimumHealthCapacity\": 0, \"maximumOverCapacity\": 0}"};
    report.add(en("/isSingleInstance"), en("must be false"), label, fix);
    if (strategy.minimumHealthCapacity != 0)
        report.add(en("/upgradeStrategy/minimumHealthCapacity"), got(strategy.minimumHealthCapacity, 0), label, fix);
    if (strategy.maximumOverCapacity != 0)
        report.add(en("/upgradeStrategy/maximumOverCapacity"), got(strategy.maximumOverCapacity, 0), label, fix);
}

void checkNetworks(const App& app, Report& report) {
    QSet<QString> names;
    for (const Network& network : app.networks.value_or(std::vector<Network>{})) {
        if (network.mode != NetworkMode::Container || !network.name)
            continue;
        if (names.contains(*network.name)) {
            report.add(en("/networks"), en("Duplicate networks are not allowed"));
            return;
        }
        names.insert(*network.name);
    }
}

} // namespace

bool isKnownAccessMode(const QString& mode) {
    static const QStringList known{en("SINGLE_NODE_WRITER"), en("SINGLE_NODE_READER_ONLY"),
                                   en("MULTI_NODE_READER_ONLY"), en("MULTI_NODE_SINGLE_WRITER"),
                                   en("MULTI_NODE_MULTI_WRITER")};
    return known.contains(mode);
}

bool isShareable(const QString& mode) {
    return mode.startsWith(QLatin1String("MULTI_NODE_"));
}

bool isReadOnlyMode(const QString& mode) {
    return mode.endsWith(QLatin1String("_READER_ONLY"));
}

void checkConversion(const App& app, Report& report) {
    report.setStage(Stage::Conversion);
    Conversion(app, report).run();
}

void checkModel(const App& app, const Settings& settings, Report& report) {
    const bool cmd = app.cmd.has_value();
    const bool args = app.args && !app.args->isEmpty();
    const bool image = app.container && app.container->docker;
    if (cmd == args && (cmd || !image))
        report.add(en("/"), en("AppDefinition must either contain one of 'cmd' or 'args', and/or a 'container'."),
                   en("/container"));
    if (app.check && app.isDocker())
        report.add(en("/"), en("AppDefinition must not use 'checks' if using docker"), en("/check"));
    if (app.container) {
        checkLinux(*app.container, report);
        checkVolumes(app, report);
    }
    checkPorts(app, report);
    checkSingleInstance(app, report);
    checkNetworks(app, report);
    const Unreachable unreachable = app.unreachableStrategy.value_or(Unreachable{});
    if (!unreachable.disabled && unreachable.inactiveAfter > unreachable.expungeAfter)
        report.add(en("/unreachableStrategy/inactiveAfterSeconds"),
                   QStringLiteral("inactiveAfterSeconds (%1) must be less or equal to expungeAfterSeconds, which is %2")
                       .arg(unreachable.inactiveAfter)
                       .arg(unreachable.expungeAfter),
                   en("/unreachableStrategy/inactiveAfterSeconds"),
                   Fix{QCoreApplication::translate("appspec", "Use %1").arg(unreachable.expungeAfter),
                       en("/unreachableStrategy/inactiveAfterSeconds"), QByteArray::number(unreachable.expungeAfter)});
    // What an earlier configuration allowed and this one does not; for new apps the canonical stage was first.
    const auto feature = [&](const char* name, const char* path) {
        report.add(
            en(path),
            QStringLiteral("Feature %1 is not enabled. Enable with --enable_features %1)").arg(QLatin1String(name)));
    };
    if (app.gpusOr() > 0 && !settings.has("gpu_resources"))
        feature("gpu_resources", "/");
    if (app.secrets && !app.secrets->isEmpty() && !settings.has("secrets"))
        feature("secrets", "/secrets");
    if (app.container && app.container->has(Volume::Kind::External) && !settings.has("external_volumes"))
        feature("external_volumes", "/container/volumes");
}

void checkModelRole(const App& app, const Roles& roles, Report& report) {
    const QString role = app.role.value_or(QString());
    if (!roles.valid.contains(role))
        report.add(en("/role"), QStringLiteral("got %1, expected one of: [%2]").arg(role, roles.valid.join(en(", "))));
    if (!app.isResident())
        return;
    if (role == QLatin1String("*"))
        report.add(en("/role"), en("Resident apps cannot have the role *"));
    if (roles.previous && *roles.previous != role && !roles.force)
        report.add(en("/role"),
                   QStringLiteral(
                       "It is not possible to change the role for existing reservations. If you proceed with this "
                       "change, all existing instances will continue to run under the previous role, %1. Only new "
                       "instances will be allocated with the new role, %2. In order to continue, retry your request "
                       "with ?force=true")
                       .arg(*roles.previous, role));
}

} // namespace mesoscope::appspec::marathon

#include "models/appspec/rules/marathon_stages.h"

#include <QCoreApplication>

namespace mesoscope::appspec::marathon {
namespace {

QString en(const char* text) {
    return QString::fromLatin1(text);
}

/// Accepted by the server, and still a mistake: each sentence says what will happen.
class Advice {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::marathon::Advice)
public:
    Advice(const App& app, Report& report) : app_(app), report_(report) {}

    void run() {
        groupBy();
        silentChecks();
        if (app_.requirePorts.value_or(false) && app_.networks && offHost())
            report_.warn(en("/requirePorts"), tr("requirePorts has no effect off host networking."));
    }

private:
    bool offHost() const {
        for (const Network& network : *app_.networks) {
            if (network.mode != NetworkMode::Host)
                return true;
        }
        return false;
    }

    void groupBy() {
        const std::vector<QStringList> constraints = app_.constraints.value_or(std::vector<QStringList>{});
        for (size_t i = 0; i < constraints.size(); ++i) {
            const QStringList& c = constraints[i];
            if (c.size() >= 2 && c[1] == QLatin1String("GROUP_BY") && (c.size() == 2 || c[2].toInt() <= 0))
                report_.warn(
                    en("/constraints"),
                    tr("GROUP_BY without the number of groups stops the server from launching any app at all; give "
                       "the number, for example [\"%1\", \"GROUP_BY\", \"3\"].")
                        .arg(c[0]),
                    QStringLiteral("/constraints/%1").arg(i));
        }
    }

    void silentChecks() {
        for (const HealthCheck& check : app_.healthChecks.value_or(std::vector<HealthCheck>{})) {
            const QString pointer = QStringLiteral("/healthChecks/%1").arg(check.written);
            if (check.isMesos() && !check.port && !check.portIndex)
                report_.warn(
                    QStringLiteral("/healthChecks(%1)").arg(check.written),
                    tr("Without portIndex this check never runs, and a deployment that waits for it never ends."),
                    pointer, Fix{tr("Use port index 0"), pointer + en("/portIndex"), "0"});
            if (check.maxFailures == 0)
                report_.warn(QStringLiteral("/healthChecks(%1)/maxConsecutiveFailures").arg(check.written),
                             tr("0 means that a failing instance is never killed."),
                             pointer + en("/maxConsecutiveFailures"));
            if (check.timeout > check.interval && check.protocol != Protocol::Command)
                report_.warn(QStringLiteral("/healthChecks(%1)/timeoutSeconds").arg(check.written),
                             tr("The time-out is longer than the interval; probes will overlap."),
                             pointer + en("/timeoutSeconds"));
        }
    }

    const App& app_;
    Report& report_;
};

} // namespace

void advise(const App& app, Report& report) {
    report.setStage(Stage::Advice);
    Advice(app, report).run();
}

} // namespace mesoscope::appspec::marathon

#include "models/scheduler/scheduler.h"

#include <QCoreApplication>
#include <QTimer>

namespace mesoscope::scheduler {

namespace {

/// A refusal from the event loop, as every other outcome comes.
template<typename T>
void refuse(QObject* context, std::function<void(base::Result<T>)> done, const char* why) {
    base::Error e;
    e.kind = base::ErrorKind::Refused;
    e.sentence = QCoreApplication::translate("Scheduler", why);
    QTimer::singleShot(0, context, [done = std::move(done), e] { done(tl::unexpected(e)); });
}

} // namespace

void Scheduler::unusedOffers(const QString& appId, QObject* context,
                             std::function<void(base::Result<QList<UnusedOffer>>)> done) {
    Q_UNUSED(appId);
    refuse(context, std::move(done),
           QT_TRANSLATE_NOOP("Scheduler", "This scheduler does not tell which offers it refused."));
}

void Scheduler::groupVersions(const QString& groupId, QObject* context,
                              std::function<void(base::Result<QStringList>)> done) {
    Q_UNUSED(groupId);
    refuse(context, std::move(done), QT_TRANSLATE_NOOP("Scheduler", "This scheduler keeps no versions of groups."));
}

void Scheduler::groupAt(const QString& groupId, const QString& version, QObject* context,
                        std::function<void(base::Result<QList<AppPtr>>)> done) {
    Q_UNUSED(groupId);
    Q_UNUSED(version);
    refuse(context, std::move(done), QT_TRANSLATE_NOOP("Scheduler", "This scheduler keeps no versions of groups."));
}

void Scheduler::dryRun(const Command& command, QObject* context,
                       std::function<void(base::Result<QList<QList<DeploymentAction>>>)> done) {
    Q_UNUSED(command);
    refuse(context, std::move(done), QT_TRANSLATE_NOOP("Scheduler", "This scheduler does not plan without doing."));
}

void Scheduler::composes(QObject* context, std::function<void(base::Result<QList<Compose>>)> done) {
    refuse(context, std::move(done), QT_TRANSLATE_NOOP("Scheduler", "This scheduler knows no compose files."));
}

void Scheduler::gatewayAgents(QObject* context, std::function<void(base::Result<QList<GatewayAgent>>)> done) {
    refuse(context, std::move(done), QT_TRANSLATE_NOOP("Scheduler", "This scheduler has no agents of its own."));
}

} // namespace mesoscope::scheduler

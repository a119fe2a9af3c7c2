#include "models/scheduler/scheduler.h"

#include <QCoreApplication>
#include <QTimer>

namespace mesoscope::scheduler {

void Scheduler::unusedOffers(const QString& appId, QObject* context,
                             std::function<void(base::Result<QList<UnusedOffer>>)> done) {
    Q_UNUSED(appId);
    base::Error e;
    e.kind = base::ErrorKind::Refused;
    e.sentence = QCoreApplication::translate("Scheduler", "This scheduler does not tell which offers it refused.");
    QTimer::singleShot(0, context, [done = std::move(done), e] { done(tl::unexpected(e)); });
}

} // namespace mesoscope::scheduler

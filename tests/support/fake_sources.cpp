#include "tests/support/fake_sources.h"

namespace mesoscope::test {

void FakeLink::start() {
    status_.state = base::SourceState::Live;
    Q_EMIT statusChanged();
}

void FakeLink::call(const QByteArray& json, QObject* context, std::function<void(base::Result<QByteArray>)> done) {
    calls << json;
    QMetaObject::invokeMethod(
        context, [done = std::move(done), answer = answer] { done(answer); }, Qt::QueuedConnection);
}

net::RequestSummary FakeLink::describe(const QByteArray& json) const {
    return {"POST", QUrl(QStringLiteral("http://master:5050/api/v1")), "application/json", json};
}

void FakeLink::setState(base::SourceState state) {
    status_.state = state;
    Q_EMIT statusChanged();
}

void FakeLink::tell(const std::function<void(master::StateSink&)>& words) {
    words(sink_);
    Q_EMIT batchDelivered();
}

void FakeScheduler::start() {
    status_.state = base::SourceState::Live;
    Q_EMIT statusChanged();
}

base::Result<net::RequestSummary> FakeScheduler::describe(const scheduler::Command& command) const {
    return net::RequestSummary{"PUT", QUrl(QStringLiteral("http://marathon:8080/v2/apps") + command.targets.value(0)),
                               "application/json", "{}"};
}

void FakeScheduler::perform(const scheduler::Command& command, QObject* context,
                            std::function<void(base::Result<scheduler::CommandResult>)> done) {
    commands << command;
    QMetaObject::invokeMethod(
        context, [done = std::move(done), result = answer] { done(result); }, Qt::QueuedConnection);
}

void FakeScheduler::versions(const QString&, QObject*, std::function<void(base::Result<QStringList>)> done) {
    done(QStringList{QStringLiteral("v2"), QStringLiteral("v1")});
}

void FakeScheduler::versionDocument(const QString&, const QString&, QObject*,
                                    std::function<void(base::Result<QByteArray>)> done) {
    if (versionGone)
        return done(tl::unexpected(base::Error{base::ErrorKind::Status,
                                               QStringLiteral("The server does not know this object."),
                                               {},
                                               QStringLiteral("App '/shop/cart' does not exist in version v0"),
                                               404}));
    done(QByteArray("{}"));
}

void FakeScheduler::dryRun(const scheduler::Command& command, QObject* context,
                           std::function<void(base::Result<QList<QList<scheduler::DeploymentAction>>>)> done) {
    if (!plan)
        return Scheduler::dryRun(command, context, std::move(done));
    done(*plan);
}

QString FakeScheduler::appOfTask(std::string_view taskId) const {
    const std::string_view app = taskId.substr(0, taskId.find(".instance-"));
    return QLatin1Char('/') +
           QString::fromUtf8(app.data(), qsizetype(app.size())).replace(QLatin1Char('_'), QLatin1Char('/'));
}

void FakeScheduler::setState(base::SourceState state) {
    status_.state = state;
    Q_EMIT statusChanged();
}

std::unique_ptr<master::Link> FakeSources::master(const cluster::Connection&, net::HttpClient&, const base::Clock&,
                                                  master::StateSink& sink) {
    auto link = std::make_unique<FakeLink>(sink);
    made_.link = link.get();
    return link;
}

std::unique_ptr<scheduler::Scheduler> FakeSources::scheduler(const cluster::Connection&, net::HttpClient&,
                                                             const base::Clock&) {
    auto result = std::make_unique<FakeScheduler>();
    made_.scheduler = result.get();
    return result;
}

std::unique_ptr<gateway::Gateway> FakeSources::gateway(const cluster::Connection&, net::HttpClient&,
                                                       const base::Clock&) {
    return nullptr;
}

scheduler::AppPtr someApp(const QString& id, int instances, const QString& version) {
    auto app = std::make_shared<scheduler::App>();
    app->id = id;
    app->version = version;
    app->instances = instances;
    app->tasksRunning = instances;
    app->tasksHealthy = instances;
    app->cpus = 1;
    app->mem = 256;
    return app;
}

} // namespace mesoscope::test

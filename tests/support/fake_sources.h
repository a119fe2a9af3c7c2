// Sources that say what a test tells them to; for sessions without a network.
#pragma once

#include "models/cluster/source_factory.h"

#include <QPointer>

#include <functional>

namespace mesoscope::test {

class FakeLink final : public master::Link {
    Q_OBJECT
public:
    explicit FakeLink(master::StateSink& sink) : sink_(sink) { status_.kind = base::SourceKind::Master; }

    void start() override;
    void resync() override { ++resyncs; }
    const base::SourceStatus& status() const override { return status_; }
    void call(const QByteArray& json, QObject* context, std::function<void(base::Result<QByteArray>)> done) override;
    net::RequestSummary describe(const QByteArray& json) const override;

    void setState(base::SourceState state);
    /// Lets the test speak through the sink, then publishes.
    void tell(const std::function<void(master::StateSink&)>& words);

    QList<QByteArray> calls;
    /// What call() answers from now on.
    base::Result<QByteArray> answer = QByteArray();
    int resyncs = 0;

private:
    master::StateSink& sink_;
    base::SourceStatus status_;
};

class FakeScheduler final : public scheduler::Scheduler {
    Q_OBJECT
public:
    FakeScheduler() { status_.kind = base::SourceKind::Scheduler; }

    void start() override;
    void resync() override { ++resyncs; }
    const base::SourceStatus& status() const override { return status_; }
    scheduler::Capabilities capabilities() const override { return 0xFFFFFFFFU; }
    void watchApp(const QString&) override {}
    base::Result<net::RequestSummary> describe(const scheduler::Command& command) const override;
    void perform(const scheduler::Command& command, QObject* context,
                 std::function<void(base::Result<scheduler::CommandResult>)> done) override;
    void versions(const QString&, QObject*, std::function<void(base::Result<QStringList>)> done) override;
    void versionDocument(const QString&, const QString&, QObject*,
                         std::function<void(base::Result<QByteArray>)> done) override;
    void dryRun(const scheduler::Command& command, QObject* context,
                std::function<void(base::Result<QList<QList<scheduler::DeploymentAction>>>)> done) override;
    QString appOfTask(std::string_view taskId) const override;
    QString frameworkId() const override { return QStringLiteral("F"); }

    void setState(base::SourceState state);

    QList<scheduler::Command> commands;
    /// What perform() answers next.
    base::Result<scheduler::CommandResult> answer = scheduler::CommandResult{};
    /// What dryRun() answers; nothing: it cannot be asked.
    std::optional<base::Result<QList<QList<scheduler::DeploymentAction>>>> plan;
    bool versionGone = false; ///< versionDocument() finds none
    int resyncs = 0;

private:
    base::SourceStatus status_;
};

/// Hands out one link and one scheduler and remembers them. Touch them only through invoke().
class FakeSources final : public cluster::SourceFactory {
public:
    struct Made {
        QPointer<FakeLink> link;
        QPointer<FakeScheduler> scheduler;
    };
    explicit FakeSources(Made& made) : made_(made) {}
    std::unique_ptr<master::Link> master(const cluster::Connection&, net::HttpClient&, const base::Clock&,
                                         master::StateSink& sink) override;
    std::unique_ptr<scheduler::Scheduler> scheduler(const cluster::Connection&, net::HttpClient&,
                                                    const base::Clock&) override;
    std::unique_ptr<gateway::Gateway> gateway(const cluster::Connection&, net::HttpClient&,
                                              const base::Clock&) override;

private:
    Made& made_;
};

/// An app with so many instances, all running.
scheduler::AppPtr someApp(const QString& id, int instances, const QString& version = QStringLiteral("v1"));

} // namespace mesoscope::test

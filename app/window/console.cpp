#include "app/window/console.h"

#include "app/arguments.h"
#include "app/commands/cluster_command.h"
#include "app/window/recent_clusters.h"
#include "widgets/agents/agents_page.h"
#include "widgets/apps/app_page.h"
#include "widgets/apps/apps_page.h"
#include "widgets/controls/gallery_page.h"
#include "widgets/deployments/deployments_page.h"
#include "widgets/editor/editor_page.h"
#include "widgets/map/map_page.h"
#include "widgets/tasks/tasks_page.h"

#include <QStandardPaths>

#include <algorithm>
#include <stdexcept>

namespace mesoscope::app::window {

namespace {

/// The cluster's own colour where the connection names none.
constexpr const char* demoColour = "#5b8def";

widgets::ClusterTag tagOf(const cluster::Connection& connection) {
    widgets::ClusterTag tag;
    tag.name = connection.name;
    tag.environment = connection.environment;
    tag.colour = QColor(connection.colour.isEmpty() ? QString::fromLatin1(demoColour) : connection.colour);
    tag.protectedCluster = connection.protectedCluster;
    tag.readOnly = connection.readOnly;
    return tag;
}

} // namespace

Console::Console(widgets::ThemeChoice theme, QObject* parent)
    : QObject(parent), theme_(theme), tester_(clock_), schedulerReader_(clock_),
      window_(std::make_unique<widgets::MainWindow>(theme_, clock_)),
      flow_(std::make_unique<widgets::ActionFlow>(window_.get())) {
    addPages();
    connectWindow();
}

Console::~Console() {
    starter_.waitForDone();
    close();
}

void Console::addPages() {
    connectPage_ = new widgets::ConnectPage(tester_);
    connectPage_->setRecent(recentClusters());
    connect(connectPage_, &widgets::ConnectPage::connectWanted, this, &Console::connectTo);
    connect(connectPage_, &widgets::ConnectPage::demoWanted, this,
            qOverload<const widgets::DemoRequest&>(&Console::startDemo));
    window_->addPage(new widgets::MapPage);
    // One app's own page stands before the list: both know apps, and the first one that does is shown.
    appPage_ = new widgets::AppPage;
    connect(appPage_, &widgets::AppPage::backRequested, this, [this] { window_->showPage(QStringLiteral("apps")); });
    window_->addPage(appPage_);
    appsPage_ = new widgets::AppsPage;
    window_->addPage(appsPage_);
    deploymentsPage_ = new widgets::DeploymentsPage;
    window_->addPage(deploymentsPage_);
    window_->addPage(new widgets::TasksPage);
    window_->addPage(new widgets::AgentsPage);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    editor_ = new widgets::EditorPage(data + QStringLiteral("/drafts"));
    window_->addPage(editor_);
    connectEditor();
    window_->addPage(new widgets::GalleryPage(theme_));
    window_->addPage(connectPage_);
}

void Console::request(const widgets::ActionRequest& request) {
    if (request.verb != widgets::ActionRequest::Verb::Deploy)
        return flow_->request(request);
    const QString target = request.targets.value(0);
    if (!request.document.isEmpty())
        editor_->openDocument(request.document);
    else if (target.isEmpty() || !(editor_->editApp(target) || editor_->editGroup(target)))
        editor_->create();
    window_->showPage(editor_->id());
}

void Console::connectEditor() {
    connect(editor_, &widgets::EditorPage::otherClusterWanted, this,
            [this](const QString& address, const QString& app) {
                schedulerReader_.app(address, app, [this, address](const base::Result<QByteArray>& document) {
                    if (document)
                        editor_->compareWith(address, *document);
                    else
                        editor_->complain(tr("Not compared."),
                                          document.error().sentence + QLatin1Char(' ') + document.error().serverText);
                });
            });
}

void Console::readServer(const cluster::Connection& connection) {
    schedulerReader_.cancel();
    if (!connection.scheduler || connection.schedulerSystem != cluster::SchedulerSystem::Marathon)
        return;
    schedulerReader_.info(*connection.scheduler, [this](const scheduler::ServerInfo& info) {
        editor_->setServer(QSet<QString>(info.features.begin(), info.features.end()), info.role);
    });
}

void Console::complain(const QString& title, const base::Error& error) {
    window_->showToast(widgets::Toast::Kind::Error, title, error.sentence + QLatin1Char(' ') + error.advice);
}

void Console::connectTo(const widgets::ConnectRequest& request) {
    // The same words as on the command line, read by the same parser.
    Arguments arguments;
    if (!request.master.isEmpty())
        arguments.options[QStringLiteral("master")] << request.master;
    if (!request.scheduler.isEmpty())
        arguments.options[QStringLiteral("scheduler")] << request.scheduler;
    if (!request.gateway.isEmpty())
        arguments.options[QStringLiteral("gateway")] << request.gateway;
    base::Result<cluster::Connection> connection = connectionFrom(arguments);
    if (!connection)
        return complain(tr("Not connected"), connection.error());
    if (!request.name.isEmpty())
        connection->name = request.name;
    connection->environment = request.environment;
    connection->colour = request.colour;
    connection->readOnly = request.readOnly;
    connection->protectedCluster = request.protectedCluster;
    rememberCluster(request);
    close();
    open(std::move(*connection));
    window_->showPage(QStringLiteral("map"));
}

void Console::startDemo(const widgets::DemoRequest& request) {
    demo::Options options;
    options.scenario = request.scenario.toStdString();
    options.agents = request.agents;
    options.tasks = request.agents * 10;
    options.apps = std::clamp(request.agents / 3, 20, 2000);
    startDemo(options, false);
}

void Console::startDemo(const demo::Options& options, bool readOnly) {
    close();
    connectPage_->setDemoBusy(true);
    // A world of 40,000 agents takes a moment; the window stays alive meanwhile.
    starter_.start([this, options, readOnly] {
        std::shared_ptr<demo::Cluster> made;
        QString failure;
        try {
            made = std::make_shared<demo::Cluster>(options);
        } catch (const std::exception& e) {
            failure = QString::fromUtf8(e.what());
        }
        QMetaObject::invokeMethod(this, [this, made, failure, readOnly] {
            connectPage_->setDemoBusy(false);
            if (!made)
                return complain(tr("The demo cluster did not start"), {base::ErrorKind::Input, failure, {}, {}, 0});
            demo_ = made;
            cluster::Connection connection = app::connectionTo(demo_->endpoints());
            connection.readOnly = readOnly;
            open(std::move(connection));
            window_->showPage(QStringLiteral("map"));
            Q_EMIT opened();
        });
    });
}

void Console::connectWindow() {
    using widgets::MainWindow;
    connect(window_.get(), &MainWindow::connectRequested, this,
            [this] { window_->showPage(QStringLiteral("connect")); });
    connect(window_.get(), &MainWindow::actionRequested, this, &Console::request);
    connect(window_.get(), &MainWindow::resyncRequested, this, [this] {
        if (session_)
            session_->resync();
    });
    connect(window_.get(), &MainWindow::retryRequested, this, [this] {
        if (session_)
            session_->resync();
    });
    connect(flow_.get(), &widgets::ActionFlow::finished, this, &Console::showOutcome);
}

void Console::showOutcome(const widgets::ActionOutcome& outcome) {
    using widgets::Toast;
    Toast* toast = window_->showToast(outcome.good ? Toast::Kind::Done : Toast::Kind::Error, outcome.title,
                                      outcome.text, outcome.button);
    connect(toast, &Toast::actionTriggered, this, [this, press = outcome.press, object = outcome.object] {
        if (press)
            press();
        else if (!object.isNull())
            window_->reveal(object);
    });
}

/// Every definition that the session sees is kept: of a real cluster for good, of a demo while it runs.
void Console::keepVersions(const cluster::Connection& connection) {
    std::unique_ptr<history::VersionArchive>& archive = demo_ ? demoArchive_ : archive_;
    if (!archive) {
        const QString data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
        archive = std::make_unique<history::VersionArchive>(
            demo_ ? QStringLiteral(":memory:") : data + QStringLiteral("/history.sqlite"), clock_);
        connect(archive.get(), &history::VersionArchive::failed, this,
                [this](const base::Error& error) { complain(tr("Versions are not kept"), error); });
    }
    archive->choose(connection.name);
    appPage_->setArchive(archive.get());
    appsPage_->setArchive(archive.get());
    editor_->setArchive(archive.get());
    deploymentsPage_->setArchive(archive.get());
}

void Console::open(cluster::Connection connection) {
    session_.reset();
    window_->setCluster(tagOf(connection));
    keepVersions(connection);
    session_ = std::make_unique<cluster::Session>(std::move(connection), clock_);
    connect(session_.get(), &cluster::Session::updated, this, &Console::take);
    history::VersionArchive& archive = demo_ ? *demoArchive_ : *archive_;
    session_->addProjection(archive.follower());
    session_->addProjection(archive.chronicler());
    window_->attach(session_.get());
    flow_->attach(session_.get());
    readServer(session_->connection());
}

void Console::close() {
    if (!session_)
        return;
    schedulerReader_.cancel();
    window_->attach(nullptr);
    flow_->attach(nullptr);
    session_.reset();
    demo_.reset();
}

void Console::take() {
    const cluster::Update update = session_->take();
    if (!update.snapshot)
        return;
    window_->apply(update);
    flow_->apply(update);
    Q_EMIT applied();
}

} // namespace mesoscope::app::window

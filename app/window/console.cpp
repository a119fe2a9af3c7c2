#include "app/window/console.h"

#include "app/commands/cluster_command.h"
#include "widgets/agents/agents_page.h"
#include "widgets/apps/apps_page.h"
#include "widgets/map/map_page.h"
#include "widgets/tasks/tasks_page.h"

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
    : QObject(parent), theme_(theme), window_(std::make_unique<widgets::MainWindow>(theme_, clock_)),
      flow_(std::make_unique<widgets::ActionFlow>(window_.get())) {
    addPages();
    connectWindow();
}

Console::~Console() {
    close();
}

void Console::addPages() {
    window_->addPage(new widgets::MapPage);
    window_->addPage(new widgets::AppsPage);
    window_->addPage(new widgets::TasksPage);
    window_->addPage(new widgets::AgentsPage);
}

void Console::connectWindow() {
    using widgets::MainWindow;
    connect(window_.get(), &MainWindow::actionRequested, flow_.get(), &widgets::ActionFlow::request);
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
    Toast* toast = window_->showToast(outcome.good ? Toast::Kind::Done : Toast::Kind::Error, outcome.title, outcome.text,
                                      outcome.button);
    connect(toast, &Toast::actionTriggered, this, [this, press = outcome.press, object = outcome.object] {
        if (press)
            press();
        else if (!object.isNull())
            window_->reveal(object);
    });
}

base::Result<void> Console::openDemo(const demo::Options& options, bool readOnly) {
    close();
    try {
        demo_ = std::make_unique<demo::Cluster>(options);
    } catch (const std::exception& e) {
        return tl::unexpected(base::Error{base::ErrorKind::Input, QString::fromUtf8(e.what()), {}, {}, 0});
    }
    cluster::Connection connection = connectionTo(demo_->endpoints());
    connection.readOnly = readOnly;
    open(std::move(connection));
    return {};
}

void Console::open(cluster::Connection connection) {
    session_.reset();
    window_->setCluster(tagOf(connection));
    session_ = std::make_unique<cluster::Session>(std::move(connection), clock_);
    connect(session_.get(), &cluster::Session::updated, this, &Console::take);
    window_->attach(session_.get());
    flow_->attach(session_.get());
}

void Console::close() {
    if (!session_)
        return;
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

// The window with everything behind it: pages, the action flow, the session and, for the demo, the embedded cluster.
// GUI thread. Owns all of it; created once by the composition root.
#pragma once

#include "app/demo/cluster.h"
#include "app/window/connection_tester.h"
#include "app/window/scheduler_reader.h"
#include "models/base/clock.h"
#include "models/cluster/session.h"
#include "models/history/archive.h"
#include "widgets/actions/action_flow.h"
#include "widgets/connect/connect_page.h"
#include "widgets/shell/main_window.h"
#include "widgets/theme/theme_controller.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace mesoscope::widgets {
class AppPage;
class AppsPage;
class DeploymentsPage;
class EditorPage;
} // namespace mesoscope::widgets

namespace mesoscope::app::window {

class Console : public QObject {
    Q_OBJECT
public:
    explicit Console(widgets::ThemeChoice theme, QObject* parent = nullptr);
    ~Console() override;

    widgets::MainWindow& window() { return *window_; }
    /// Leaves the cluster that was open.
    void open(cluster::Connection connection);
    /// Starts the embedded cluster beside the GUI thread and opens it; a toast says why when it can't start.
    void startDemo(const demo::Options& options, bool readOnly);
    const cluster::Session* session() const { return session_.get(); }

Q_SIGNALS:
    /// A cluster is open and its first page shown.
    void opened();
    /// A newer snapshot has been handed to all pages.
    void applied();

private:
    void addPages();
    void connectTo(const widgets::ConnectRequest& request);
    void startDemo(const widgets::DemoRequest& request);
    void complain(const QString& title, const base::Error& error);
    void connectWindow();
    /// New and changed definitions go to the editor, everything else through the action flow.
    void request(const widgets::ActionRequest& request);
    void connectEditor();
    /// The server's switches decide which fields a document may have.
    void readServer(const cluster::Connection& connection);
    void close();
    void keepVersions(const cluster::Connection& connection);
    void take();
    void showOutcome(const widgets::ActionOutcome& outcome);

    base::SystemClock clock_;
    widgets::ThemeController theme_;
    AddressTester tester_;
    SchedulerReader schedulerReader_;
    QThreadPool starter_;
    std::shared_ptr<demo::Cluster> demo_;
    widgets::ConnectPage* connectPage_ = nullptr;
    std::unique_ptr<widgets::MainWindow> window_;
    std::unique_ptr<widgets::ActionFlow> flow_;
    std::unique_ptr<history::VersionArchive> archive_;     ///< of real clusters
    std::unique_ptr<history::VersionArchive> demoArchive_; ///< a demo's definitions are gone with it
    std::unique_ptr<cluster::Session> session_;            ///< ends before the archives that it feeds
    widgets::AppPage* appPage_ = nullptr;                  ///< owned by the window, as all pages
    widgets::AppsPage* appsPage_ = nullptr;
    widgets::DeploymentsPage* deploymentsPage_ = nullptr;
    widgets::EditorPage* editor_ = nullptr; ///< owned by the window
};

} // namespace mesoscope::app::window

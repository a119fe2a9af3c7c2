// The window: rail, cluster header, page with title row, inspector, status line, palette and toasts. It knows no
// concrete page and no address; what it is told comes from the composition root, what the user wants leaves as signals.
// GUI thread.
#pragma once

#include "models/base/clock.h"
#include "models/cluster/session.h"
#include "widgets/controls/confirm_sheet.h"
#include "widgets/controls/panels.h"
#include "widgets/shell/page.h"
#include "widgets/shell/palette.h"
#include "widgets/shell/snapshot_search.h"
#include "widgets/theme/theme_controller.h"

#include <QBasicTimer>
#include <QWidget>

#include <optional>

class QStackedWidget;

namespace mesoscope::widgets {

class Header;
class InspectorEdgeBar;
class InspectorPanel;
class PageProvider;
class Notices;
class Rail;
class StatusLine;
class TitleRow;
class ToastStack;

class MainWindow : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the window.
    MainWindow(ThemeController& theme, const base::Clock& clock, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Takes ownership. The order is the order on the rail and of Alt+1 … Alt+8.
    void addPage(Page* page);
    Page* page(const QString& id) const;
    Page* currentPage() const;
    /// Adds to the history that Back walks.
    void showPage(const QString& id);
    /// Shows the first page that knows the object; false when none does.
    bool reveal(const ObjectRef& object);

    /// No cluster: only pages without a rail entry (connect) can be reached.
    void setCluster(const std::optional<ClusterTag>& cluster);
    const std::optional<ClusterTag>& cluster() const { return cluster_; }
    /// Forwards to all pages. The shell reads snapshots only for header, status line, banner and palette.
    void attach(cluster::Session* session);
    void apply(const cluster::Update& update);

    /// Further palette entries; outlive the window.
    void addPaletteProvider(PaletteProvider* provider);
    /// The outcome of something; owned by the window. Connect to its actionTriggered().
    Toast* showToast(Toast::Kind kind, const QString& title, const QString& text, const QString& action = {});
    /// Opens a decision over the window.
    ConfirmSheet* confirm(const Confirmation& confirmation);
    void setLanguage(const QString& code);
    /// Overrides the banner that the sources would ask for (replay, an own notice); nullopt returns to it.
    struct Notice {
        Banner::Kind kind = Banner::Kind::Info;
        QString bold;
        QString text;
        QString action;
    };
    void setNotice(const std::optional<Notice>& notice);

    bool isNarrow() const { return narrow_; }
    void openPalette(const QString& query = {});
    void openInspector(bool open);

    static constexpr int narrowBelow = 1400;

Q_SIGNALS:
    void actionRequested(const mesoscope::widgets::ActionRequest& request);
    void resyncRequested();
    void retryRequested(mesoscope::base::SourceKind kind);
    void connectRequested(); ///< the cluster button: choose another cluster
    void noticeAction();
    void languageChosen(const QString& code);
    void pageShown(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    void bindKeys();
    void activate(Page* page);
    void go(int step);
    void refreshHeading();
    void refreshEdge();
    void refreshBanner();
    void refreshStatus();
    void layInspector();
    void stepBack();
    void setNarrow(bool narrow);

    ThemeController& theme_;
    const base::Clock& clock_;
    std::optional<ClusterTag> cluster_;
    std::optional<Notice> notice_;
    std::optional<base::SourceKind> bannerSource_;
    cluster::SnapshotPtr snapshot_;
    QList<Page*> pages_;
    QStringList history_;
    int historyAt_ = -1;
    bool narrow_ = false;
    bool inspectorOpen_ = false;
    QBasicTimer second_;

    Rail* rail_ = nullptr;
    Header* header_ = nullptr;
    Banner* banner_ = nullptr;
    TitleRow* titleRow_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    QWidget* body_ = nullptr;
    QWidget* content_ = nullptr;
    InspectorPanel* inspector_ = nullptr;
    InspectorEdgeBar* edge_ = nullptr;
    StatusLine* status_ = nullptr;
    ToastStack* toasts_ = nullptr;
    PaletteOverlay* paletteOverlay_ = nullptr;
    Palette* palette_ = nullptr;
    Notices* notices_ = nullptr;
    SnapshotSearch snapshotSearch_;
    std::unique_ptr<PageProvider> pageProvider_;
    QList<PaletteProvider*> providers_;
};

} // namespace mesoscope::widgets

// One app: why it waits, its instances, configuration, versions, deployments and events.
#pragma once

#include "models/history/archive.h"
#include "models/tables/why_projection.h"
#include "widgets/controls/panels.h"
#include "widgets/controls/pills.h"
#include "widgets/shell/page.h"
#include "widgets/tables/table_link.h"

#include <QPointer>

class QPlainTextEdit;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace mesoscope::widgets {

class AppInspector;
class AppVersions;
class InstanceInspector;
class EventList;
class RackSpread;
class WhyPanel;

/// GUI thread. Reached from the lists, the map and the palette; Escape goes back.
class AppPage final : public Page {
    Q_OBJECT
public:
    explicit AppPage(QWidget* parent = nullptr);

    /// Every version that was ever seen; null: none is kept.
    void setArchive(history::VersionArchive* archive);

    QString title() const override { return app_.isEmpty() ? tr("App") : app_; }
    Glyph glyph() const override { return Glyph::Apps; }
    bool onRail() const override { return false; }
    bool hasTitleRow() const override { return false; }
    QWidget* inspector() override;
    InspectorEdge inspectorEdge() const override;
    void attach(cluster::Session* session) override;
    void apply(const cluster::Update& update) override;
    void tick(qint64 nowMs) override;
    void setNarrow(bool narrow) override;
    bool reveal(const ObjectRef& object) override;

Q_SIGNALS:
    void backRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildInstances();
    QWidget* buildConfiguration();
    QWidget* buildVersions();
    QWidget* buildDeployments();
    QWidget* buildEvents();
    void showTab(int tab);
    void refresh();
    void refreshInspector();
    void refreshHead(const cluster::AppRow& row);
    void refreshActions(const cluster::AppRow& row);
    void refreshDeployments(const scheduler::AppPtr& app);
    void refreshInstances();
    void readOffers();
    void readKeptEvents();
    QList<cluster::EventNote> eventsOfApp(int limit) const;
    void ask(ActionRequest::Verb verb);
    void deployVersion(const QString& version);
    void deployDocument(const QByteArray& document);
    void openMenu();
    cluster::Slot slot() const;
    QString refusal() const;

    QString app_;
    QString version_;
    cluster::Session* session_ = nullptr;
    cluster::SnapshotPtr snapshot_;
    quint64 whyProjection_ = 0;
    std::unique_ptr<tables::WhyProjection> localWhy_;
    QPointer<history::VersionArchive> archive_;
    history::KeptDeployments kept_;
    QList<cluster::EventNote> keptEvents_; ///< of app_, newest first; also of this run
    qint64 attachedMs_ = 0;                ///< what happened before was recorded by an earlier run
    qint64 nowMs_ = 0;
    QByteArray shownDocument_;

    Words* name_;
    StatePill* state_;
    Words* figures_;
    Words* traits_;
    Button* edit_;
    Button* scale_;
    Button* restart_;
    Button* suspend_;
    Button* more_;
    QTabBar* tabs_;
    QStackedWidget* stack_;
    WhyPanel* why_;
    Words* instancesNote_;
    ObjectTable* table_;
    std::unique_ptr<TableLink<tables::TableProjection>> link_;
    EventList* latest_;
    RackSpread* spread_;
    QPlainTextEdit* configuration_;
    AppVersions* versions_;
    KeyValues* deployments_;
    QStackedWidget* tableStack_;
    EmptyState* tableEmpty_;
    QWidget* bottom_;
    bool narrow_ = false;
    EventList* events_;
    QStackedWidget* inspectors_;
    AppInspector* inspector_;
    InstanceInspector* instance_;
};

} // namespace mesoscope::widgets

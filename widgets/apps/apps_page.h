// All apps: what needs attention first, then the groups as a tree or everything flat.
#pragma once

#include "models/history/archive.h"
#include "models/tables/app_tree.h"
#include "widgets/controls/choice.h"
#include "widgets/tables/list_page.h"
#include "widgets/tables/table_link.h"

#include <QPointer>
#include <QStackedWidget>

namespace mesoscope::widgets {

class AppInspector;
class BulkBar;
class GroupInspector;

/// GUI thread.
class AppsPage final : public ListPage {
    Q_OBJECT
public:
    explicit AppsPage(QWidget* parent = nullptr);

    /// Where destroyed apps are remembered; null: nowhere.
    void setArchive(history::VersionArchive* archive);

    QString title() const override { return tr("Apps"); }
    Glyph glyph() const override { return Glyph::Apps; }
    QWidget* inspector() override;
    InspectorEdge inspectorEdge() const override;
    void attach(cluster::Session* session) override;
    void apply(const cluster::Update& update) override;
    void setNarrow(bool narrow) override;
    /// Groups, and apps while this is the page that is asked (the app's own page comes before it for everybody else).
    bool reveal(const ObjectRef& object) override;

private:
    QString thing(int count) const override { return tr("%Ln app(s)", nullptr, count); }
    QString emptySentence() const override { return tr("The scheduler runs no app yet."); }
    void currentChangedTo(const QString& id) override;
    void buildTitle();
    void updateBulk();
    void askBulk(ActionRequest::Verb verb);
    void openGone();
    void openComposes();

    TableLink<tables::AppTreeProjection> link_;
    QStackedWidget* inspectors_;
    AppInspector* inspector_;
    GroupInspector* groupInspector_;
    BulkBar* bulk_;
    SegmentedChoice* shape_;
    Button* gone_;
    Button* composes_; ///< only for schedulers that know them
    Button* create_;
    QPointer<history::VersionArchive> archive_;
    QHash<QString, bool> expanded_;
    cluster::Session* session_ = nullptr;
};

} // namespace mesoscope::widgets

// The editor: sections, form and text of one document side by side, its problems below, and the review before sending.
// GUI thread.
#pragma once

#include "models/appspec/drafts.h"
#include "models/appspec/editor_model.h"
#include "models/history/archive.h"
#include "widgets/editor/review_pane.h"
#include "widgets/shell/page.h"

#include <QPointer>
#include <QThreadPool>

#include <memory>

class QComboBox;
class QListWidget;
class QSplitter;
class QStackedWidget;

namespace mesoscope::widgets {

class Banner;
class Button;
class DocumentForm;
class Edit;
class JsonEditor;
class KeyValues;
class NameBar;
class ProblemList;
class SegmentedChoice;
class StartPane;
class TextPane;
class Words;

class EditorPage final : public Page {
    Q_OBJECT
public:
    /// Drafts are kept in this folder, own templates in one below it; empty: nothing is kept.
    explicit EditorPage(const QString& draftFolder = {}, QWidget* parent = nullptr);
    ~EditorPage() override;

    QString title() const override;
    Glyph glyph() const override { return Glyph::Edit; }
    QString counts() const override;
    bool onRail() const override { return false; }
    QWidget* titleContent() override;
    QString statusHint() const override;
    void attach(cluster::Session* session) override;
    void apply(const cluster::Update& update) override;
    void tick(qint64 nowMs) override;
    void setNarrow(bool narrow) override;
    bool reveal(const ObjectRef& object) override;
    bool stepBack() override;
    void focusFilter() override;

    /// Opens the running definition of an app; false when the snapshot has none such.
    bool editApp(const QString& appId);
    /// The same for all apps of a group, in one document.
    bool editGroup(const QString& groupId);
    /// Templates, drafts and imports.
    void create();
    /// A document from anywhere, as new or, when its apps run, as a change of those. `note`: said above it.
    void openDocument(const QByteArray& text, const QString& note = {});
    /// 0 form, 1 split, 2 text.
    void setView(int view);
    void review();
    /// Versions that the program itself kept; the server keeps only some. Outlives the page or is taken away.
    void setArchive(history::VersionArchive* archive) { archive_ = archive; }
    /// What another cluster answered to otherClusterWanted().
    void compareWith(const QString& title, const QByteArray& document);
    void complain(const QString& title, const QString& text);
    /// What the server said about itself; until then its features count as on.
    void setServer(const QSet<QString>& features, const QString& role);

    appspec::EditorModel& model() { return model_; }
    DocumentForm& form() { return *form_; }
    JsonEditor& text();
    ReviewPane& reviewPane() { return *review_; }

Q_SIGNALS:
    /// The same app on another cluster is wanted for comparison; the answer is compareWith() or complain().
    void otherClusterWanted(const QString& address, const QString& appId);

private:
    void buildTitle();
    void buildBody();
    void buildEditing();
    void buildSide();
    void buildFormHead(QWidget* formSide);
    QWidget* buildProblems();
    void connectParts();
    void connectReview();
    void begin(const QByteArray& text, const QByteArray& running, const QString& version, const QString& draft);
    void updateTitle();
    void updateSections();
    void updateApps();
    void updateProblems();
    void showField(const QString& pointer, bool inForm, bool inText);
    void showHelp(const QString& pointer);
    void saveDraft(bool now);
    void openMenu();
    void nameDraft();
    void keepTemplate();
    void layOutText();
    void saveFile();
    void compareFile();
    void deploy();
    void goBack();
    void follow(const cluster::Snapshot& snapshot);
    void followed(const cluster::ActionProgress& progress);
    void lookForStuck(const cluster::Snapshot& snapshot, const cluster::ActionProgress& progress);
    void takeWhy(const cluster::Update& update);
    void watchWhy(bool on);
    void noticeMove();
    bool showsOwnDeploy() const;
    void takeRunning();
    void mergeRunning();
    void readVersions();
    void offerVersions(const QStringList& versions);
    void readVersion(int comparison);
    void choose(int comparison);
    void showComparison();
    cluster::Action action() const;
    const scheduler::App* runningApp(const QString& id) const;
    /// What runs in the place of the document: one app, or the group's apps in one document.
    QByteArray runningFor(const appspec::JsonTree& tree, QString& version) const;

    appspec::EditorModel model_;
    appspec::DraftStore drafts_;
    appspec::DraftStore templates_;
    bool keepsDrafts_ = false;
    QString draftKey_;
    QString draftName_;
    QString draftState_;
    QString fileName_;
    qint64 draftMs_ = 0;
    qint64 nowMs_ = 0;
    qint64 lookedMs_ = 0;
    cluster::Session* session_ = nullptr;
    QPointer<history::VersionArchive> archive_;
    cluster::SnapshotPtr snapshot_;
    cluster::ActionId action_ = 0;
    quint64 why_ = 0;
    QString whySentence_;
    QString versionBefore_; ///< where the way back leads after a deploy
    QString deployedApp_;
    QString movedTo_;
    qint64 ownUntilMs_ = 0; ///< until then the picture may still be that of before the own deploy; 0: it is not
    QByteArray movedDocument_;
    appspec::Plan plan_;
    struct Comparison {
        QString title;
        QString version;     ///< a version of the app, read when chosen
        QByteArray document; ///< known already
        bool running = false;
    };
    QList<Comparison> comparisons_;
    int comparison_ = 0;
    bool open_ = false;
    bool narrow_ = false;

    QWidget* titleRow_ = nullptr;
    Words* state_ = nullptr;
    Words* changes_ = nullptr;
    Words* counters_ = nullptr;
    QComboBox* apps_ = nullptr;
    SegmentedChoice* view_ = nullptr;
    Button* undo_ = nullptr;
    Button* redo_ = nullptr;
    Button* more_ = nullptr;
    Button* new_ = nullptr;
    Button* reviewButton_ = nullptr;
    NameBar* names_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    StartPane* start_ = nullptr;
    QWidget* side_ = nullptr;
    Edit* find_ = nullptr;
    QWidget* formHead_ = nullptr;
    Edit* findNarrow_ = nullptr;
    Words* sectionCount_ = nullptr;
    QListWidget* sections_ = nullptr;
    Words* helpTitle_ = nullptr;
    Words* helpPath_ = nullptr;
    Words* helpText_ = nullptr;
    KeyValues* helpFacts_ = nullptr;
    QSplitter* split_ = nullptr;
    QWidget* formSide_ = nullptr;
    DocumentForm* form_ = nullptr;
    TextPane* text_ = nullptr;
    Words* problemTitle_ = nullptr;
    Words* problemFirst_ = nullptr;
    Button* problemFold_ = nullptr;
    ProblemList* problems_ = nullptr;
    Banner* banner_ = nullptr;
    ReviewPane* review_ = nullptr;
    QString helpPointer_;
    QList<appspec::AppPlace> shownApps_; ///< in the list of apps
    QTimer autosave_;
    QThreadPool writer_;
};

} // namespace mesoscope::widgets

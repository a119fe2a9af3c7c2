// The editor: sections, form and text of one document side by side, its problems below, and the review before sending.
// GUI thread.
#pragma once

#include "models/appspec/drafts.h"
#include "models/appspec/editor_model.h"
#include "widgets/shell/page.h"

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
class ProblemList;
class ReviewPane;
class SegmentedChoice;
class StartPane;
class Words;

class EditorPage final : public Page {
    Q_OBJECT
public:
    /// Drafts are kept in this folder; empty: they are not kept.
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
    bool stepBack() override;
    void focusFilter() override;

    /// Opens the running definition of an app; false when the snapshot has none such.
    bool editApp(const QString& appId);
    /// Templates, drafts and imports.
    void create();
    /// A document from anywhere, as a new app or, when an app of its id runs, as a change of that.
    void openDocument(const QByteArray& text);
    /// 0 form, 1 split, 2 text.
    void setView(int view);
    void review();

    appspec::EditorModel& model() { return model_; }
    DocumentForm& form() { return *form_; }
    JsonEditor& text() { return *text_; }
    ReviewPane& reviewPane() { return *review_; }

private:
    void buildTitle();
    void buildBody();
    void buildEditing();
    void buildSide();
    void connectParts();
    void begin(const QByteArray& text, const QByteArray& running, const QString& version, const QString& draft);
    void updateTitle();
    void updateSections();
    void updateApps();
    void showHelp(const QString& pointer);
    void saveDraft();
    void deploy();
    void follow(const cluster::Snapshot& snapshot);
    void noticeMove(const cluster::Snapshot& snapshot);
    void mergeRunning();
    cluster::Action action() const;
    const scheduler::App* runningApp(const QString& id) const;

    appspec::EditorModel model_;
    appspec::DraftStore drafts_;
    bool keepsDrafts_ = false;
    QString draftKey_;
    QString draftState_;
    cluster::Session* session_ = nullptr;
    cluster::SnapshotPtr snapshot_;
    quint64 agentsVersion_ = 0;
    cluster::ActionId action_ = 0;
    QString movedTo_;
    QByteArray movedDocument_;
    bool open_ = false;
    bool narrow_ = false;

    QWidget* titleRow_ = nullptr;
    Words* state_ = nullptr;
    Words* counters_ = nullptr;
    QComboBox* apps_ = nullptr;
    SegmentedChoice* view_ = nullptr;
    Button* undo_ = nullptr;
    Button* redo_ = nullptr;
    Button* reviewButton_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    StartPane* start_ = nullptr;
    QWidget* side_ = nullptr;
    Edit* find_ = nullptr;
    QListWidget* sections_ = nullptr;
    Words* helpTitle_ = nullptr;
    Words* helpPath_ = nullptr;
    Words* helpText_ = nullptr;
    QSplitter* split_ = nullptr;
    DocumentForm* form_ = nullptr;
    JsonEditor* text_ = nullptr;
    Words* problemTitle_ = nullptr;
    ProblemList* problems_ = nullptr;
    Banner* banner_ = nullptr;
    ReviewPane* review_ = nullptr;
    QTimer autosave_;
};

} // namespace mesoscope::widgets

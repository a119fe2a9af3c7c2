#include "widgets/editor/editor_page.h"

#include "models/appspec/app_fields.h"
#include "models/appspec/effects.h"
#include "models/text/format.h"
#include "widgets/controls/button.h"
#include "widgets/controls/choice.h"
#include "widgets/controls/field.h"
#include "widgets/controls/panels.h"
#include "widgets/editor/document_form.h"
#include "widgets/editor/json_editor.h"
#include "widgets/editor/name_bar.h"
#include "widgets/editor/parts.h"
#include "widgets/editor/problem_list.h"
#include "widgets/editor/start_pane.h"
#include "widgets/editor/text_pane.h"
#include "widgets/theme/metrics.h"

#include <QComboBox>
#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QSaveFile>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mesoscope::widgets {
namespace {

enum Layer { Start, Editing, Review };

/// Agents are looked at again after this long while the page is open: matches need no newer picture.
constexpr qint64 lookEveryMs = 10'000;

/// Until the server tells, its optional features count as on: a false alarm would be worse than the server's own
/// refusal.
appspec::marathon::Settings lenientSettings() {
    appspec::marathon::Settings settings;
    settings.features = {QStringLiteral("secrets"), QStringLiteral("external_volumes"), QStringLiteral("gpu_resources"),
                         QStringLiteral("vips"), QStringLiteral("task_killing")};
    return settings;
}

} // namespace

EditorPage::EditorPage(const QString& draftFolder, QWidget* parent)
    : Page(QStringLiteral("editor"), parent), drafts_(draftFolder),
      templates_(draftFolder + QStringLiteral("/templates")), keepsDrafts_(!draftFolder.isEmpty()) {
    writer_.setMaxThreadCount(1);
    model_.setSettings(lenientSettings());
    buildTitle();
    buildBody();
    autosave_.setSingleShot(true);
    autosave_.setInterval(1500);
    connect(&autosave_, &QTimer::timeout, this, [this] { saveDraft(false); });
    connect(&model_, &appspec::EditorModel::changed, this, [this] {
        undo_->setEnabled(model_.canUndo());
        redo_->setEnabled(model_.canRedo());
        if (open_ && model_.canUndo() && !autosave_.isActive())
            autosave_.start();
    });
    connect(&model_, &appspec::EditorModel::checked, this, [this] {
        if (open_ && model_.isModified() && !autosave_.isActive())
            autosave_.start();
        updateProblems();
        updateApps();
        updateSections();
        updateTitle();
        showHelp(helpPointer_);
    });
    create();
}

EditorPage::~EditorPage() {
    if (autosave_.isActive())
        saveDraft(true);
    writer_.waitForDone();
}

JsonEditor& EditorPage::text() {
    return text_->editor();
}

QString EditorPage::title() const {
    if (!open_)
        return tr("New app");
    const QString id = model_.appId();
    const QString page = model_.isNew() ? tr("New %1").arg(id) : tr("Edit %1").arg(id);
    return stack_->currentIndex() == Review ? page + QStringLiteral("  ›  ") + tr("Review") : page;
}

QString EditorPage::counts() const {
    return {};
}

QWidget* EditorPage::titleContent() {
    return titleRow_;
}

QString EditorPage::statusHint() const {
    return {};
}

void EditorPage::buildTitle() {
    titleRow_ = new QWidget;
    auto* const row = new QHBoxLayout(titleRow_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gapSmall);
    state_ = new Words({}, Text::Small, Tone::Secondary);
    fillingLine(state_);
    changes_ = new Words({}, Text::Small, Tone::Accent);
    counters_ = new Words({}, Text::Small, Tone::Secondary);
    apps_ = new QComboBox;
    apps_->setObjectName(QStringLiteral("editorApp"));
    apps_->setAccessibleName(tr("App of the group"));
    apps_->setMaximumWidth(220);
    apps_->hide();
    undo_ = Button::iconOnly(Glyph::Rollback, tr("Undo"));
    undo_->setObjectName(QStringLiteral("editorUndo"));
    redo_ = Button::iconOnly(Glyph::Forward, tr("Redo"));
    redo_->setObjectName(QStringLiteral("editorRedo"));
    view_ = new SegmentedChoice(QStringLiteral("editorView"), tr("View"), {tr("Form"), tr("Split"), tr("JSON")});
    view_->setCurrent(1);
    more_ = Button::iconOnly(Glyph::More, tr("More"));
    more_->setObjectName(QStringLiteral("editorMore"));
    new_ = new Button(Glyph::Plus, tr("New…"));
    new_->setObjectName(QStringLiteral("editorNew"));
    new_->setAccessibleName(new_->text());
    reviewButton_ = new Button(tr("Review…"), ButtonKind::Primary);
    reviewButton_->setObjectName(QStringLiteral("editorReview"));
    reviewButton_->setAccessibleName(tr("Review"));
    row->addWidget(state_, 1);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{changes_, counters_, apps_, undo_, redo_, view_, new_, more_, reviewButton_})
        row->addWidget(widget);
    connect(undo_, &QPushButton::clicked, &model_, &appspec::EditorModel::undo);
    connect(redo_, &QPushButton::clicked, &model_, &appspec::EditorModel::redo);
    connect(view_, &SegmentedChoice::chosen, this, &EditorPage::setView);
    connect(new_, &QPushButton::clicked, this, &EditorPage::create);
    connect(more_, &QPushButton::clicked, this, &EditorPage::openMenu);
    connect(reviewButton_, &QPushButton::clicked, this, &EditorPage::review);
    connect(apps_, &QComboBox::activated, this, [this](int index) {
        model_.setAppPointer(model_.appPointers().value(index));
        text_->editor().showPointer(model_.appPointer());
    });
}

void EditorPage::buildBody() {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    banner_ = new Banner;
    banner_->hide();
    names_ = new NameBar;
    column->addWidget(banner_);
    column->addWidget(names_);
    stack_ = new QStackedWidget;
    column->addWidget(stack_, 1);
    start_ = new StartPane;
    stack_->addWidget(start_);
    buildEditing();
    review_ = new ReviewPane;
    stack_->addWidget(review_);
    connectParts();
    connectReview();
}

void EditorPage::buildEditing() {
    auto* const editing = new QWidget;
    stack_->addWidget(editing);
    auto* const row = new QHBoxLayout(editing);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    buildSide();
    row->addWidget(side_);
    auto* const main = new QVBoxLayout;
    main->setSpacing(0);
    row->addLayout(main, 1);
    split_ = new QSplitter(Qt::Horizontal);
    split_->setChildrenCollapsible(false);
    split_->setHandleWidth(1);
    formSide_ = new QWidget;
    form_ = new DocumentForm(model_);
    buildFormHead(formSide_);
    text_ = new TextPane(model_);
    split_->addWidget(formSide_);
    split_->addWidget(text_);
    split_->setSizes({600, 500});
    main->addWidget(split_, 1);
    main->addWidget(buildProblems());
}

/// In narrow windows the list of sections goes; a line above the form keeps what it was for.
void EditorPage::buildFormHead(QWidget* formSide) {
    auto* const column = new QVBoxLayout(formSide);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    formHead_ = new QWidget;
    auto* const row = new QHBoxLayout(formHead_);
    row->setContentsMargins(metrics::gapSmall, metrics::grid, metrics::gap, metrics::grid);
    findNarrow_ = new Edit;
    findNarrow_->setObjectName(QStringLiteral("editorFindNarrow"));
    findNarrow_->setAccessibleName(tr("Find a field"));
    findNarrow_->setPlaceholderText(tr("Find a field"));
    findNarrow_->setGlyph(Glyph::Search);
    sectionCount_ = new Words({}, Text::Small, Tone::Secondary);
    row->addWidget(findNarrow_, 1);
    row->addWidget(sectionCount_);
    formHead_->hide();
    column->addWidget(formHead_);
    column->addWidget(form_, 1);
    connect(findNarrow_, &QLineEdit::textChanged, form_, &DocumentForm::setFilter);
}

QWidget* EditorPage::buildProblems() {
    auto* const box = new QWidget;
    auto* const column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(metrics::gapSmall, metrics::grid, metrics::gap, metrics::grid);
    row->setSpacing(metrics::gap);
    problemFold_ = Button::iconOnly(Glyph::ChevronDown, tr("Show or hide the list of problems"));
    problemFold_->setObjectName(QStringLiteral("editorProblemFold"));
    problemFold_->setKind(ButtonKind::Quiet);
    problemTitle_ = new Words({}, Text::Strong);
    problemFirst_ = new Words({}, Text::Small, Tone::Secondary);
    fillingLine(problemFirst_);
    row->addWidget(problemFold_);
    row->addWidget(problemTitle_);
    row->addWidget(problemFirst_, 1);
    row->addWidget(new Words(tr("F8 next"), Text::Small, Tone::Secondary));
    column->addLayout(row);
    problems_ = new ProblemList;
    problems_->setFixedHeight(4 * metrics::rowHeightCompact);
    column->addWidget(problems_);
    connect(problemFold_, &QPushButton::clicked, this, [this] {
        problems_->setVisible(problems_->isHidden());
        updateProblems();
    });
    return box;
}

void EditorPage::buildSide() {
    side_ = new QWidget;
    side_->setFixedWidth(232);
    auto* const sideColumn = new QVBoxLayout(side_);
    sideColumn->setContentsMargins(metrics::gapSmall, metrics::gapSmall, metrics::gapSmall, metrics::gapSmall);
    find_ = new Edit;
    find_->setObjectName(QStringLiteral("editorFind"));
    find_->setAccessibleName(tr("Find a field"));
    find_->setPlaceholderText(tr("Find a field"));
    find_->setGlyph(Glyph::Search);
    sections_ = new QListWidget;
    sections_->setObjectName(QStringLiteral("editorSections"));
    sections_->setAccessibleName(tr("Sections"));
    sections_->setFrameShape(QFrame::NoFrame);
    helpTitle_ = new Words({}, Text::Strong);
    helpPath_ = new Words({}, Text::MonoSmall, Tone::Secondary);
    helpPath_->setElidedMiddle(true);
    helpText_ = new Words({}, Text::Small);
    helpText_->setWordWrap(true);
    helpFacts_ = new KeyValues;
    helpFacts_->setKeyWidth(56);
    helpFacts_->setObjectName(QStringLiteral("editorHelpFacts"));
    helpFacts_->setAccessibleName(tr("About the field"));
    sideColumn->addWidget(find_);
    sideColumn->addWidget(sections_, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{helpTitle_, helpPath_, helpText_, helpFacts_})
        sideColumn->addWidget(widget);
    for (const appspec::Section section : appspec::sections()) {
        auto* const item = new QListWidgetItem(appspec::sectionTitle(section), sections_);
        item->setSizeHint(QSize(100, metrics::rowHeight));
    }
}

void EditorPage::connectParts() {
    connect(sections_, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { form_->showSection(appspec::Section(sections_->row(item))); });
    connect(sections_, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { form_->showSection(appspec::Section(sections_->row(item))); });
    connect(find_, &QLineEdit::textChanged, form_, &DocumentForm::setFilter);
    connect(form_, &DocumentForm::countsChanged, this, &EditorPage::updateSections);
    connect(form_, &DocumentForm::appChosen, this, [this](const QString& pointer) {
        model_.setAppPointer(pointer);
        text_->editor().showPointer(pointer);
    });
    connect(form_, &DocumentForm::pointerChanged, this,
            [this](const QString& pointer) { showField(pointer, false, true); });
    connect(&text_->editor(), &JsonEditor::pointerChanged, this,
            [this](const QString& pointer) { showField(pointer, true, false); });
    connect(problems_, &ProblemList::chosen, this, [this](const QString& pointer) { showField(pointer, true, true); });
    connect(new QShortcut(QKeySequence(Qt::Key_F8), this), &QShortcut::activated, problems_, &ProblemList::next);
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, this, [this] { saveDraft(true); });
    connect(start_, &StartPane::documentChosen, this, &EditorPage::openDocument);
    connect(start_, &StartPane::draftChosen, this, [this](const QString& key) {
        const base::Result<appspec::Draft> draft = drafts_.load(key);
        if (!draft)
            return complain(tr("Not opened."), draft.error().sentence);
        draftName_ = draft->name == draft->appId ? QString() : draft->name;
        begin(draft->text, draft->base, {}, key);
    });
    connect(banner_, &Banner::actionTriggered, this, &EditorPage::mergeRunning);
}

/// One selection in four places: field, line, section, help.
void EditorPage::showField(const QString& pointer, bool inForm, bool inText) {
    const appspec::AppPlace* const place = model_.appAt(pointer);
    if (place && place->pointer != model_.appPointer())
        model_.setAppPointer(QString(place->pointer));
    if (inForm)
        form_->showPointer(pointer);
    if (inText)
        text_->editor().showPointer(pointer);
    showHelp(pointer);
}

void EditorPage::begin(const QByteArray& text, const QByteArray& running, const QString& version,
                       const QString& draft) {
    autosave_.stop();
    open_ = true;
    draftKey_ = draft;
    if (draft.isEmpty())
        draftName_.clear();
    draftState_.clear();
    draftMs_ = 0;
    movedTo_.clear();
    ownUntilMs_ = 0;
    action_ = 0;
    comparisons_.clear();
    banner_->hide();
    names_->hide();
    form_->foldForStart(!running.isEmpty());
    model_.open(text, running, version);
    text_->editor().foldLong();
    stack_->setCurrentIndex(Editing);
    model_.look(snapshot_);
    updateApps();
    updateTitle();
    showHelp({});
}

const scheduler::App* EditorPage::runningApp(const QString& id) const {
    const cluster::Slot slot = snapshot_ ? snapshot_->findApp(id) : cluster::noSlot;
    return slot == cluster::noSlot ? nullptr : snapshot_->apps[slot].app.get();
}

QByteArray EditorPage::runningFor(const appspec::JsonTree& tree, QString& version) const {
    const std::vector<appspec::NamedApp> apps = appspec::appsOf(tree);
    const bool one = apps.size() == 1 && apps.front().pointer.isEmpty();
    if (one) {
        const scheduler::App* const app = runningApp(apps.front().id);
        version = app && !app->isPod ? app->version : QString();
        return app && !app->isPod ? appspec::editableDocument(app->document) : QByteArray();
    }
    QHash<QString, const scheduler::App*> known;
    for (cluster::Slot slot = 0; snapshot_ && slot < snapshot_->apps.size(); ++slot) {
        const scheduler::App* const app = snapshot_->apps[slot].app.get();
        if (app && !app->isPod)
            known.insert(app->id, app);
    }
    QByteArrayList documents;
    for (const appspec::NamedApp& app : apps) {
        if (const scheduler::App* const running = known.value(app.id))
            documents.append(appspec::editableDocument(running->document).trimmed());
    }
    if (documents.isEmpty())
        return {};
    return "{\"id\": " + appspec::quoted(tree.root().member("id").toString()) + ", \"apps\": [\n" +
           documents.join(",\n") + "\n]}\n";
}

bool EditorPage::editApp(const QString& appId) {
    const scheduler::App* const app = runningApp(appId);
    if (!app || app->isPod)
        return false;
    const QByteArray text = appspec::editableDocument(app->document);
    begin(text, text, app->version, {});
    return true;
}

bool EditorPage::editGroup(const QString& groupId) {
    QMap<QString, QByteArray> documents;
    const QString prefix = groupId.endsWith(QLatin1Char('/')) ? groupId : groupId + QLatin1Char('/');
    for (cluster::Slot slot = 0; snapshot_ && slot < snapshot_->apps.size(); ++slot) {
        const scheduler::App* const app = snapshot_->apps[slot].app.get();
        // Groups inside of the group stay as they are: what a document does not name is not touched.
        const bool inside =
            app && !app->isPod && app->id.startsWith(prefix) && app->id.indexOf(QLatin1Char('/'), prefix.size()) < 0;
        if (inside)
            documents.insert(app->id, appspec::editableDocument(app->document).trimmed());
    }
    if (documents.isEmpty())
        return false;
    QByteArrayList list;
    for (const QByteArray& one : std::as_const(documents))
        list.append("    " + QByteArray(one).replace("\n", "\n    "));
    const QByteArray text =
        "{\n  \"id\": " + appspec::quoted(groupId) + ",\n  \"apps\": [\n" + list.join(",\n") + "\n  ]\n}\n";
    begin(text, text, {}, {});
    return true;
}

bool EditorPage::reveal(const ObjectRef& object) {
    if (object.kind == ObjectRef::Kind::App)
        return editApp(object.id);
    return object.kind == ObjectRef::Kind::Group && editGroup(object.id);
}

void EditorPage::create() {
    if (autosave_.isActive())
        saveDraft(true);
    writer_.waitForDone();
    open_ = false;
    banner_->hide();
    start_->showKept(keepsDrafts_ ? &drafts_ : nullptr, keepsDrafts_ ? &templates_ : nullptr);
    stack_->setCurrentIndex(Start);
    updateTitle();
}

void EditorPage::openDocument(const QByteArray& text, const QString& note) {
    QString version;
    const QByteArray running = runningFor(appspec::JsonTree::parse(text), version);
    begin(text, running, version, {});
    if (note.isEmpty())
        return;
    banner_->show(Banner::Kind::Info, tr("Not everything could be taken over."), note);
    banner_->setVisible(true);
}

void EditorPage::setView(int view) {
    view_->setCurrent(view);
    formSide_->setVisible(view != 2);
    text_->setVisible(view != 0);
    side_->setVisible(view != 2 && !narrow_);
}

void EditorPage::setNarrow(bool narrow) {
    narrow_ = narrow;
    side_->setVisible(view_->current() != 2 && !narrow);
    formHead_->setVisible(narrow);
    problems_->setVisible(!narrow);
    new_->setVisible(!narrow || !open_);
    review_->setNarrow(narrow);
    split_->setSizes(narrow ? QList<int>{700, 530} : QList<int>{600, 500});
    updateProblems();
}

bool EditorPage::stepBack() {
    if (names_->stepBack() || text_->closeSearch())
        return true;
    if (stack_->currentIndex() == Review) {
        stack_->setCurrentIndex(Editing);
        updateTitle();
        return true;
    }
    Edit* const find = narrow_ ? findNarrow_ : find_;
    if (!find->text().isEmpty()) {
        find->clear();
        return true;
    }
    return false;
}

void EditorPage::focusFilter() {
    if (text_->editor().hasFocus())
        text_->openSearch();
    else
        (narrow_ ? findNarrow_ : find_)->setFocus(Qt::ShortcutFocusReason);
}

void EditorPage::attach(cluster::Session* session) {
    session_ = session;
    action_ = 0;
    why_ = 0;
    snapshot_.reset();
    const cluster::Connection none;
    const cluster::Connection& connection = session ? session->connection() : none;
    review_->setProtectedName(connection.name, connection.protectedCluster);
    const bool swan = session && connection.schedulerSystem == cluster::SchedulerSystem::Swan;
    model_.setSettings(lenientSettings(), swan ? appspec::System::Swan : appspec::System::Marathon);
}

void EditorPage::setServer(const QSet<QString>& features, const QString& role) {
    appspec::marathon::Settings settings = lenientSettings();
    settings.features = features;
    if (!role.isEmpty())
        settings.mesosRole = role;
    model_.setSettings(settings, model_.system());
}

void EditorPage::apply(const cluster::Update& update) {
    if (!update.snapshot)
        return;
    snapshot_ = update.snapshot;
    if (!model_.agents() || (isVisible() && snapshot_->atMs - lookedMs_ > lookEveryMs)) {
        lookedMs_ = snapshot_->atMs;
        if (snapshot_->masterComplete)
            model_.look(snapshot_);
    }
    takeWhy(update);
    if (action_ != 0)
        follow(*snapshot_);
    if (open_ && action_ == 0 && ownUntilMs_ != 0 && (showsOwnDeploy() || snapshot_->atMs > ownUntilMs_))
        takeRunning();
    if (open_ && !model_.isNew() && action_ == 0 && ownUntilMs_ == 0)
        noticeMove();
}

void EditorPage::tick(qint64 nowMs) {
    nowMs_ = nowMs;
    if (open_ && draftMs_ > 0)
        updateTitle();
}

void EditorPage::updateTitle() {
    const appspec::Judgement& judgement = model_.judgement();
    const int errors = judgement.errors();
    const bool editing = open_ && stack_->currentIndex() != Start;
    const bool writing = open_ && stack_->currentIndex() == Editing;
    for (QWidget* widget : std::initializer_list<QWidget*>{counters_, changes_, more_})
        widget->setVisible(editing);
    for (QWidget* widget : std::initializer_list<QWidget*>{undo_, redo_, view_, reviewButton_})
        widget->setVisible(writing);
    new_->setVisible(editing && (!writing || !narrow_));
    QStringList state;
    if (!draftName_.isEmpty() && open_)
        state.append(tr("“%1”").arg(draftName_));
    if (draftMs_ > 0 && open_)
        state.append(tr("Draft, saved %1").arg(text::ago(draftMs_, std::max(nowMs_, draftMs_))));
    else if (!draftState_.isEmpty())
        state.append(draftState_);
    if (open_ && !model_.runningVersion().isEmpty())
        state.append(movedTo_.isEmpty() ? tr("based on version %1, still the running one").arg(model_.runningVersion())
                                        : tr("based on version %1").arg(model_.runningVersion()));
    state_->setText(state.join(QStringLiteral("  ·  ")));
    changes_->setText(model_.isNew() || judgement.changes == 0 ? QString()
                                                               : tr("✎ %Ln change(s)", nullptr, judgement.changes));
    counters_->setText(errors > 0 ? tr("⚠ %Ln problem(s)", nullptr, errors) : tr("no problems"));
    counters_->setTone(errors > 0 ? Tone::Bad : Tone::Secondary);
    reviewButton_->setText(!model_.isNew() && judgement.changes > 0
                               ? tr("Review %Ln change(s)…", nullptr, judgement.changes)
                               : tr("Review…"));
    sectionCount_->setText(tr("%1 sections, %2 open").arg(appspec::sections().size()).arg(form_->openSections()));
    Q_EMIT headingChanged();
}

void EditorPage::updateProblems() {
    const QList<appspec::Problem>& found = model_.judgement().problems;
    const int errors = model_.judgement().errors();
    problems_->show(found);
    QStringList title{tr("Problems")};
    if (errors > 0)
        title.append(QStringLiteral("⚠ %1").arg(errors));
    if (found.size() > errors)
        title.append(tr("%Ln note(s)", nullptr, int(found.size()) - errors));
    if (found.isEmpty())
        title.append(tr("none"));
    problemTitle_->setText(title.join(QStringLiteral("   ")));
    problemTitle_->setTone(errors > 0 ? Tone::Bad : Tone::Text);
    const bool folded = problems_->isHidden();
    problemFold_->setGlyph(folded ? Glyph::ChevronRight : Glyph::ChevronDown);
    const bool first = folded && !found.isEmpty();
    problemFirst_->setText(first ? found.first().path + QStringLiteral("   ") + found.first().message +
                                       QStringLiteral("   ") + appspec::explanation(found.first())
                           : model_.system() == appspec::System::Swan
                               ? tr("checked as you type")
                               : tr("checked as you type; paths and texts as the server spells them"));
}

void EditorPage::updateSections() {
    for (int i = 0; i < sections_->count(); ++i) {
        const auto [changes, problems] = form_->counts(appspec::Section(i));
        QString text = appspec::sectionTitle(appspec::Section(i));
        if (changes > 0)
            text += QStringLiteral("   ✎ %1").arg(changes);
        if (problems > 0)
            text += QStringLiteral("   ⚠ %1").arg(problems);
        sections_->item(i)->setText(text);
    }
}

void EditorPage::updateApps() {
    const QList<appspec::AppPlace>& places = model_.apps();
    const bool several = open_ && places.size() > 1;
    apps_->setVisible(several);
    if (!several)
        return;
    if (shownApps_ != places) {
        shownApps_ = places;
        QStringList names;
        for (const appspec::AppPlace& place : places)
            names.append(place.id);
        apps_->clear();
        apps_->addItems(names);
    }
    for (int i = 0; i < places.size(); ++i) {
        if (places[i].pointer == model_.appPointer())
            apps_->setCurrentIndex(i);
    }
}

void EditorPage::showHelp(const QString& pointer) {
    helpPointer_ = pointer;
    const QString own = pointer.startsWith(model_.appPointer()) ? pointer.mid(model_.appPointer().size()) : pointer;
    const appspec::FieldInfo* const field = appspec::fieldInfo(own);
    const bool known = field || own.isEmpty();
    helpTitle_->setText(field           ? field->title()
                        : own.isEmpty() ? tr("No field chosen")
                                        : own.section(QLatin1Char('/'), -1));
    helpPath_->setText(own);
    helpText_->setText(field   ? field->help()
                       : known ? tr("Choose a field, or put the caret into the text, and read here what it means.")
                               : tr("The schema does not know this field; it is kept as it is."));
    QList<KeyValue> facts;
    const auto add = [&](const QString& key, const QString& value) {
        if (!value.isEmpty())
            facts.append({key, value});
    };
    if (field) {
        static const QStringList types{tr("text"),      tr("command"), tr("whole number"), tr("number"),
                                       tr("yes or no"), tr("one of"),  tr("list"),         tr("names and values"),
                                       tr("object"),    tr("date")};
        add(tr("type"), types.value(int(field->type)));
        add(tr("unit"), QString::fromUtf8(field->unit));
        add(tr("default"), QString::fromLatin1(field->defaultJson));
        if (!model_.isNew())
            add(tr("running"), model_.runningValue(pointer).left(60));
        const QString top = own.section(QLatin1Char('/'), 1, 1);
        if (!model_.isNew() && model_.judgement().impactKnown)
            add(tr("effect"), appspec::fieldEffect(top, model_.judgement().impact.before));
        add(tr("needs"), QString::fromLatin1(field->feature));
    }
    helpFacts_->setRows(facts);
    helpFacts_->setVisible(!facts.isEmpty());
    if (field)
        sections_->setCurrentRow(int(field->section));
}

// Drafts, templates, files
// ---------------------------------------------------------------------------------------------

/// Written beside the GUI thread, unless the page is being left.
void EditorPage::saveDraft(bool now) {
    autosave_.stop();
    if (!keepsDrafts_ || !open_ || !model_.isModified())
        return;
    if (draftKey_.isEmpty())
        draftKey_ = appspec::DraftStore::newKey();
    appspec::Draft draft;
    draft.key = draftKey_;
    draft.appId = model_.appId();
    draft.name = draftName_.isEmpty() ? draft.appId : draftName_;
    draft.cluster = session_ ? session_->connection().name : QString();
    draft.text = model_.text();
    draft.base = model_.runningText();
    const qint64 at = QDateTime::currentMSecsSinceEpoch();
    const auto told = [this, at](const base::Result<QString>& key) {
        draftMs_ = key ? at : 0;
        draftState_ = key ? QString() : key.error().sentence;
        updateTitle();
    };
    if (now) {
        writer_.waitForDone();
        told(drafts_.save(draft, at));
        return;
    }
    writer_.start([this, draft, at, told, store = drafts_]() mutable {
        const base::Result<QString> key = store.save(draft, at);
        QMetaObject::invokeMethod(
            this, [told, key] { told(key); }, Qt::QueuedConnection);
    });
}

void EditorPage::openMenu() {
    auto* const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("editorMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](Glyph glyph, const QString& text, void (EditorPage::*what)()) {
        menu->addAction(icon(glyph), text, this, what);
    };
    add(Glyph::Plus, tr("New…"), &EditorPage::create);
    if (keepsDrafts_) {
        add(Glyph::Edit, tr("Name this draft…"), &EditorPage::nameDraft);
        add(Glyph::Pin, tr("Keep as own template…"), &EditorPage::keepTemplate);
    }
    add(Glyph::Tasks, tr("Lay out the text"), &EditorPage::layOutText);
    add(Glyph::Download, tr("Save to a file…"), &EditorPage::saveFile);
    add(Glyph::File, tr("Compare with a file…"), &EditorPage::compareFile);
    menu->popup(more_->mapToGlobal(QPoint(0, more_->height())));
}

void EditorPage::nameDraft() {
    names_->ask(tr("Name of this draft"), draftName_.isEmpty() ? model_.appId() : draftName_, tr("Name it"),
                [this](const QString& name) {
                    draftName_ = name;
                    appspec::Draft draft;
                    draft.key = draftKey_.isEmpty() ? appspec::DraftStore::newKey() : draftKey_;
                    draft.name = name;
                    draft.appId = model_.appId();
                    draft.cluster = session_ ? session_->connection().name : QString();
                    draft.text = model_.text();
                    draft.base = model_.runningText();
                    draftKey_ = draft.key;
                    const qint64 at = QDateTime::currentMSecsSinceEpoch();
                    writer_.waitForDone();
                    const base::Result<QString> key = drafts_.save(draft, at);
                    if (!key)
                        return complain(tr("Not kept."), key.error().sentence);
                    draftMs_ = at;
                    updateTitle();
                });
}

void EditorPage::keepTemplate() {
    names_->ask(tr("Name of the template"), model_.appId(), tr("Keep it"), [this](const QString& name) {
        appspec::Draft own;
        own.name = name;
        own.appId = model_.appId();
        own.text = model_.text();
        const base::Result<QString> key = templates_.save(own, QDateTime::currentMSecsSinceEpoch());
        if (!key)
            return complain(tr("Not kept."), key.error().sentence);
        banner_->show(Banner::Kind::Info, tr("Kept as a template."), tr("“%1” stands first under New….").arg(name));
        banner_->setVisible(true);
    });
}

/// Every value on a line of its own; what they say stays as it is written.
void EditorPage::layOutText() {
    const std::shared_ptr<const appspec::JsonTree> tree = model_.judgement().tree;
    if (!tree || !tree->isValid())
        return complain(tr("Not laid out."), tr("Only a document without mistakes in its JSON can be laid out."));
    model_.replaceAll(appspec::layOut(model_.text().trimmed(), appspec::DocumentStyle(), 0) + '\n');
}

void EditorPage::saveFile() {
    auto* const dialog = new QFileDialog(this, tr("Save the document"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(model_.appId().section(QLatin1Char('/'), -1) + QStringLiteral(".json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
        QSaveFile file(name);
        const bool saved =
            file.open(QIODevice::WriteOnly) && file.write(model_.text()) == model_.text().size() && file.commit();
        if (!saved)
            return complain(tr("Not saved."), tr("%1 cannot be written: %2.").arg(name, file.errorString()));
        model_.markSaved();
        banner_->show(Banner::Kind::Info, tr("Saved."), name);
        banner_->setVisible(true);
    });
    dialog->open();
}

void EditorPage::compareFile() {
    auto* const dialog = new QFileDialog(this, tr("Compare with a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return complain(tr("Not compared."), tr("%1 cannot be read: %2.").arg(name, file.errorString()));
        const QByteArray text = file.readAll();
        if (stack_->currentIndex() != Review)
            review();
        compareWith(name.section(QLatin1Char('/'), -1), text);
    });
    dialog->open();
}

void EditorPage::complain(const QString& title, const QString& text) {
    banner_->show(Banner::Kind::Error, title, text);
    banner_->setVisible(true);
}

} // namespace mesoscope::widgets

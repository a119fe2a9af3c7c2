#include "widgets/editor/editor_page.h"

#include "models/appspec/app_fields.h"
#include "models/appspec/live.h"
#include "models/appspec/merge.h"
#include "widgets/controls/button.h"
#include "widgets/controls/choice.h"
#include "widgets/controls/field.h"
#include "widgets/controls/panels.h"
#include "widgets/editor/document_form.h"
#include "widgets/editor/json_editor.h"
#include "widgets/editor/problem_list.h"
#include "widgets/editor/review_pane.h"
#include "widgets/editor/start_pane.h"
#include "widgets/theme/metrics.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mesoscope::widgets {
namespace {

enum Layer { Start, Editing, Review };

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
    : Page(QStringLiteral("editor"), parent), drafts_(draftFolder), keepsDrafts_(!draftFolder.isEmpty()) {
    model_.setSettings(lenientSettings());
    buildTitle();
    buildBody();
    autosave_.setSingleShot(true);
    autosave_.setInterval(2000);
    connect(&autosave_, &QTimer::timeout, this, &EditorPage::saveDraft);
    connect(&model_, &appspec::EditorModel::changed, this, [this] {
        if (open_ && model_.isModified())
            autosave_.start();
        updateTitle();
    });
    connect(&model_, &appspec::EditorModel::checked, this, [this] {
        problems_->show(model_.judgement().problems);
        updateApps();
        updateSections();
        updateTitle();
    });
    create();
}

EditorPage::~EditorPage() {
    if (autosave_.isActive())
        saveDraft();
}

QString EditorPage::title() const {
    if (!open_)
        return tr("New app");
    const QString id = model_.appId();
    return model_.isNew() ? tr("New %1").arg(id) : tr("Edit %1").arg(id);
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
    state_->setElided(true);
    counters_ = new Words({}, Text::Small, Tone::Accent);
    apps_ = new QComboBox;
    apps_->setObjectName(QStringLiteral("editorApp"));
    apps_->setAccessibleName(tr("App of the group"));
    apps_->hide();
    undo_ = Button::iconOnly(Glyph::Rollback, tr("Undo"));
    undo_->setObjectName(QStringLiteral("editorUndo"));
    redo_ = Button::iconOnly(Glyph::Forward, tr("Redo"));
    redo_->setObjectName(QStringLiteral("editorRedo"));
    view_ = new SegmentedChoice(QStringLiteral("editorView"), tr("View"), {tr("Form"), tr("Split"), tr("JSON")});
    view_->setCurrent(1);
    auto* const other = new Button(Glyph::Plus, tr("New…"));
    other->setObjectName(QStringLiteral("editorNew"));
    other->setAccessibleName(other->text());
    reviewButton_ = new Button(tr("Review…"), ButtonKind::Primary);
    reviewButton_->setObjectName(QStringLiteral("editorReview"));
    reviewButton_->setAccessibleName(tr("Review"));
    row->addWidget(state_, 1);
    row->addWidget(counters_);
    row->addWidget(apps_);
    row->addWidget(undo_);
    row->addWidget(redo_);
    row->addWidget(view_);
    row->addWidget(other);
    row->addWidget(reviewButton_);
    connect(undo_, &QPushButton::clicked, &model_, &appspec::EditorModel::undo);
    connect(redo_, &QPushButton::clicked, &model_, &appspec::EditorModel::redo);
    connect(view_, &SegmentedChoice::chosen, this, &EditorPage::setView);
    connect(other, &QPushButton::clicked, this, &EditorPage::create);
    connect(reviewButton_, &QPushButton::clicked, this, &EditorPage::review);
    connect(apps_, &QComboBox::activated, this, [this](int index) {
        model_.setAppPointer(model_.appPointers().value(index));
        text_->showPointer(model_.appPointer());
    });
}

void EditorPage::buildBody() {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    banner_ = new Banner;
    banner_->hide();
    column->addWidget(banner_);
    stack_ = new QStackedWidget;
    column->addWidget(stack_, 1);
    start_ = new StartPane;
    stack_->addWidget(start_);

    buildEditing();
    review_ = new ReviewPane;
    stack_->addWidget(review_);
    connectParts();
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
    form_ = new DocumentForm(model_);
    text_ = new JsonEditor(model_);
    split_->addWidget(form_);
    split_->addWidget(text_);
    split_->setSizes({500, 500});
    main->addWidget(split_, 1);
    problemTitle_ = new Words({}, Text::Strong);
    problemTitle_->setContentsMargins(metrics::gap, metrics::grid, metrics::gap, metrics::grid);
    problems_ = new ProblemList;
    problems_->setFixedHeight(4 * metrics::rowHeightCompact);
    main->addWidget(problemTitle_);
    main->addWidget(problems_);
}

void EditorPage::buildSide() {
    side_ = new QWidget;
    side_->setFixedWidth(224);
    auto* const sideColumn = new QVBoxLayout(side_);
    sideColumn->setContentsMargins(metrics::gapSmall, metrics::gapSmall, metrics::gapSmall, metrics::gapSmall);
    find_ = new Edit;
    find_->setObjectName(QStringLiteral("editorFind"));
    find_->setAccessibleName(tr("Find a field"));
    find_->setPlaceholderText(tr("Find a field"));
    sections_ = new QListWidget;
    sections_->setObjectName(QStringLiteral("editorSections"));
    sections_->setAccessibleName(tr("Sections"));
    sections_->setFrameShape(QFrame::NoFrame);
    helpTitle_ = new Words({}, Text::Strong);
    helpPath_ = new Words({}, Text::MonoSmall, Tone::Secondary);
    helpPath_->setElidedMiddle(true);
    helpText_ = new Words({}, Text::Small, Tone::Secondary);
    helpText_->setWordWrap(true);
    sideColumn->addWidget(find_);
    sideColumn->addWidget(sections_, 1);
    sideColumn->addWidget(helpTitle_);
    sideColumn->addWidget(helpPath_);
    sideColumn->addWidget(helpText_);
    for (const appspec::Section section : appspec::sections()) {
        auto* const item = new QListWidgetItem(appspec::sectionTitle(section), sections_);
        item->setSizeHint(QSize(100, metrics::rowHeight));
    }
}

void EditorPage::connectParts() {
    connect(sections_, &QListWidget::currentRowChanged, this, [this](int index) {
        if (index >= 0)
            form_->showSection(appspec::Section(index));
    });
    connect(find_, &QLineEdit::textChanged, form_, &DocumentForm::setFilter);
    connect(form_, &DocumentForm::countsChanged, this, &EditorPage::updateSections);
    connect(form_, &DocumentForm::pointerChanged, this, [this](const QString& pointer) {
        text_->showPointer(pointer);
        showHelp(pointer);
    });
    connect(text_, &JsonEditor::pointerChanged, this, [this](const QString& pointer) {
        form_->showPointer(pointer);
        showHelp(pointer);
    });
    connect(problems_, &ProblemList::chosen, this, [this](const QString& pointer) {
        form_->showPointer(pointer);
        text_->showPointer(pointer);
        showHelp(pointer);
    });
    connect(new QShortcut(QKeySequence(Qt::Key_F8), this), &QShortcut::activated, problems_, &ProblemList::next);
    connect(start_, &StartPane::documentChosen, this, &EditorPage::openDocument);
    connect(start_, &StartPane::draftChosen, this, [this](const QString& key) {
        if (const base::Result<appspec::Draft> draft = drafts_.load(key))
            begin(draft->text, draft->base, {}, key);
    });
    connect(banner_, &Banner::actionTriggered, this, &EditorPage::mergeRunning);
    connect(review_, &ReviewPane::backWanted, this, [this] { stepBack(); });
    connect(review_, &ReviewPane::deployWanted, this, &EditorPage::deploy);
}

void EditorPage::begin(const QByteArray& text, const QByteArray& running, const QString& version,
                       const QString& draft) {
    autosave_.stop();
    open_ = true;
    draftKey_ = draft;
    draftState_.clear();
    movedTo_.clear();
    action_ = 0;
    banner_->hide();
    model_.open(text, running, version);
    stack_->setCurrentIndex(Editing);
    updateApps();
    updateTitle();
}

const scheduler::App* EditorPage::runningApp(const QString& id) const {
    const cluster::Slot slot = snapshot_ ? snapshot_->findApp(id) : cluster::noSlot;
    return slot == cluster::noSlot ? nullptr : snapshot_->apps[slot].app.get();
}

bool EditorPage::editApp(const QString& appId) {
    const scheduler::App* const app = runningApp(appId);
    if (!app || app->isPod)
        return false;
    const QByteArray text = appspec::editableDocument(app->document);
    begin(text, text, app->version, {});
    return true;
}

void EditorPage::create() {
    if (autosave_.isActive())
        saveDraft();
    open_ = false;
    start_->showDrafts(keepsDrafts_ ? &drafts_ : nullptr);
    stack_->setCurrentIndex(Start);
    updateTitle();
}

void EditorPage::openDocument(const QByteArray& text) {
    const appspec::JsonTree tree = appspec::JsonTree::parse(text);
    const std::vector<appspec::NamedApp> apps = appspec::appsOf(tree);
    const scheduler::App* const app = apps.size() == 1 ? runningApp(apps.front().id) : nullptr;
    begin(text, app ? appspec::editableDocument(app->document) : QByteArray(), app ? app->version : QString(), {});
}

void EditorPage::setView(int view) {
    view_->setCurrent(view);
    form_->setVisible(view != 2);
    text_->setVisible(view != 0);
    side_->setVisible(view != 2 && !narrow_);
}

void EditorPage::setNarrow(bool narrow) {
    narrow_ = narrow;
    side_->setVisible(view_->current() != 2 && !narrow);
}

bool EditorPage::stepBack() {
    if (stack_->currentIndex() == Review) {
        stack_->setCurrentIndex(Editing);
        updateTitle();
        return true;
    }
    if (!find_->text().isEmpty()) {
        find_->clear();
        return true;
    }
    return false;
}

void EditorPage::focusFilter() {
    find_->setFocus(Qt::ShortcutFocusReason);
}

void EditorPage::attach(cluster::Session* session) {
    session_ = session;
    action_ = 0;
    const cluster::Connection none;
    const cluster::Connection& connection = session ? session->connection() : none;
    review_->setProtectedName(connection.name, connection.protectedCluster);
}

void EditorPage::apply(const cluster::Update& update) {
    if (!update.snapshot)
        return;
    snapshot_ = update.snapshot;
    // Agents are copied only now and then: matches and forecast need no newer picture while somebody types.
    if (!model_.agents() || snapshot_->version > agentsVersion_ + 600) {
        agentsVersion_ = snapshot_->version;
        model_.setAgents(std::make_shared<const std::vector<appspec::ForecastAgent>>(appspec::agentsOf(*snapshot_)));
    }
    if (action_ != 0)
        follow(*snapshot_);
    if (open_ && !model_.isNew() && action_ == 0)
        noticeMove(*snapshot_);
}

void EditorPage::tick(qint64 nowMs) {
    Q_UNUSED(nowMs)
}

void EditorPage::updateTitle() {
    const appspec::Judgement& judgement = model_.judgement();
    const int errors = judgement.errors();
    const bool editing = open_ && stack_->currentIndex() != Start;
    for (QWidget* widget : std::initializer_list<QWidget*>{undo_, redo_, view_, reviewButton_, counters_})
        widget->setVisible(editing);
    undo_->setEnabled(model_.canUndo());
    redo_->setEnabled(model_.canRedo());
    QStringList state;
    if (!draftState_.isEmpty())
        state.append(draftState_);
    if (open_ && !model_.runningVersion().isEmpty())
        state.append(tr("based on version %1").arg(model_.runningVersion()));
    state_->setText(state.join(QStringLiteral("  ·  ")));
    QStringList counts;
    if (!model_.isNew())
        counts.append(tr("%n change(s)", nullptr, judgement.changes));
    counts.append(errors > 0 ? tr("%n problem(s)", nullptr, errors) : tr("no problems"));
    counters_->setText(counts.join(QStringLiteral("   ")));
    counters_->setTone(errors > 0 ? Tone::Bad : Tone::Accent);
    reviewButton_->setText(!model_.isNew() && judgement.changes > 0
                               ? tr("Review %n change(s)…", nullptr, judgement.changes)
                               : tr("Review…"));
    problemTitle_->setText(errors > 0 ? tr("Problems: %1").arg(errors) : tr("Problems: none"));
    Q_EMIT headingChanged();
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
    const QStringList pointers = model_.appPointers();
    const bool several = open_ && pointers.size() > 1;
    apps_->setVisible(several);
    if (!several)
        return;
    QStringList names;
    for (const QString& pointer : pointers)
        names.append(model_.value(pointer + QStringLiteral("/id")));
    QStringList shown;
    for (int i = 0; i < apps_->count(); ++i)
        shown.append(apps_->itemText(i));
    if (shown != names) {
        apps_->clear();
        apps_->addItems(names);
    }
    apps_->setCurrentIndex(int(pointers.indexOf(model_.appPointer())));
}

void EditorPage::showHelp(const QString& pointer) {
    const QString own = pointer.mid(model_.appPointer().size());
    const appspec::FieldInfo* const field = appspec::fieldInfo(own);
    helpTitle_->setText(field ? field->title() : own.section(QLatin1Char('/'), -1));
    helpPath_->setText(own);
    QString text = field ? field->help() : tr("The schema does not know this field; it is kept as it is.");
    if (field && *field->defaultJson)
        text += QLatin1Char('\n') + tr("Default: %1").arg(QString::fromLatin1(field->defaultJson));
    if (field && *field->feature)
        text += QLatin1Char('\n') + tr("Needs the server's feature %1.").arg(QString::fromLatin1(field->feature));
    helpText_->setText(text);
}

void EditorPage::saveDraft() {
    if (!keepsDrafts_ || !open_ || !model_.isModified())
        return;
    appspec::Draft draft;
    draft.key = draftKey_;
    draft.appId = draft.name = model_.appId();
    draft.cluster = session_ ? session_->connection().name : QString();
    draft.text = model_.text();
    draft.base = model_.runningText();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const base::Result<QString> key = drafts_.save(draft, now);
    if (key)
        draftKey_ = *key;
    draftState_ = key ? tr("Draft, saved at %1").arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat))
                      : key.error().sentence;
    updateTitle();
}

cluster::Action EditorPage::action() const {
    scheduler::Command command;
    command.verb = scheduler::Command::Verb::Deploy;
    command.targets = {model_.appId()};
    command.document = model_.text();
    return {command, model_.runningVersion()};
}

void EditorPage::review() {
    const appspec::Plan plan = model_.plan();
    static const std::vector<appspec::ForecastAgent> none;
    const std::shared_ptr<const std::vector<appspec::ForecastAgent>> agents = model_.agents();
    review_->show(plan, agents ? *agents : none, model_.runningText(), model_.text());
    if (session_) {
        session_->preview(action(), this, [this](const cluster::Preview& preview) { review_->showPreview(preview); });
    }
    stack_->setCurrentIndex(Review);
    updateTitle();
}

void EditorPage::deploy() {
    if (!session_)
        return;
    action_ = session_->perform(action());
    review_->setBusy(tr("Sent; waiting for the answer…"));
}

void EditorPage::follow(const cluster::Snapshot& snapshot) {
    for (const cluster::ActionProgress& progress : snapshot.actions) {
        if (progress.id != action_)
            continue;
        if (!cluster::isOver(progress.phase)) {
            review_->setBusy(progress.detail.isEmpty() ? progress.title
                                                       : progress.title + QStringLiteral(": ") + progress.detail);
            return;
        }
        const bool good = progress.phase == cluster::ActionPhase::Done;
        const QString said = progress.error.serverText.isEmpty()
                                 ? progress.error.sentence
                                 : progress.error.sentence + QLatin1Char('\n') + progress.error.serverText;
        action_ = 0;
        if (good) {
            const QString id = model_.appId();
            if (!draftKey_.isEmpty())
                drafts_.remove(draftKey_);
            if (const scheduler::App* const app = runningApp(id))
                begin(model_.text(), appspec::editableDocument(app->document), app->version, {});
            stack_->setCurrentIndex(Review);
        }
        review_->showOutcome(good, good ? tr("Deployed. %1").arg(progress.detail) : said);
        return;
    }
}

/// Somebody else deployed while this document was being written.
void EditorPage::noticeMove(const cluster::Snapshot& snapshot) {
    Q_UNUSED(snapshot)
    const scheduler::App* const app = runningApp(model_.appId());
    if (!app || app->version == model_.runningVersion() || app->version == movedTo_ ||
        model_.runningVersion().isEmpty())
        return;
    movedTo_ = app->version;
    movedDocument_ = appspec::editableDocument(app->document);
    banner_->show(Banner::Kind::Info, tr("The running version moved."),
                  tr("%1 was deployed while you were editing.").arg(app->version), tr("Merge"));
    banner_->setVisible(true);
}

void EditorPage::mergeRunning() {
    const appspec::MergeResult merged = appspec::merge(model_.runningText(), model_.text(), movedDocument_);
    if (!merged.error.isEmpty()) {
        banner_->show(Banner::Kind::Error, tr("Not merged."), merged.error);
        return;
    }
    const QByteArray text = merged.text;
    const QString version = movedTo_;
    begin(text, movedDocument_, version, draftKey_);
    movedTo_ = version;
    if (merged.conflicts.isEmpty())
        return;
    QStringList fields;
    for (const appspec::Conflict& conflict : merged.conflicts)
        fields.append(conflict.pointer);
    banner_->show(Banner::Kind::Stale, tr("%n field(s) changed on both sides.", nullptr, int(fields.size())),
                  tr("Yours was kept in %1.").arg(fields.join(QStringLiteral(", "))));
    banner_->setVisible(true);
    form_->showPointer(fields.first());
}

} // namespace mesoscope::widgets

#include "widgets/shell/main_window.h"

#include "models/text/format.h"
#include "widgets/shell/frame_parts.h"
#include "widgets/shell/header.h"
#include "widgets/shell/inspector_slot.h"
#include "widgets/shell/notices.h"
#include "widgets/shell/rail.h"
#include "widgets/theme/metrics.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimerEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

/// Which source deserves the banner: failed before stale before the rest; the master's first.
const base::SourceStatus* worstSource(const QList<base::SourceStatus>& sources) {
    const auto weight = [](const base::SourceStatus& s) {
        switch (s.state) {
        case base::SourceState::Failed:
            return 3;
        case base::SourceState::Retrying:
            return 2;
        case base::SourceState::Stale:
            return 1;
        default:
            return 0;
        }
    };
    const base::SourceStatus* worst = nullptr;
    for (const base::SourceStatus& s : sources) {
        if (weight(s) > 0 && (!worst || weight(s) > weight(*worst)))
            worst = &s;
    }
    return worst;
}

MainWindow::Notice noticeOf(const base::SourceStatus& source, qint64 nowMs) {
    const QString name = sourceName(source.kind);
    const QString why = (source.problem.sentence + QLatin1Char(' ') + source.problem.advice).trimmed();
    if (source.state == base::SourceState::Failed)
        return {Banner::Kind::Error, MainWindow::tr("No picture from the %1.").arg(name), why,
                MainWindow::tr("Try now")};
    const bool known = source.lastNewsMs > 0;
    const QString bold =
        known
            ? MainWindow::tr("The %1 is stale since %2.")
                  .arg(name, text::timeOfDay(source.staleSinceMs > 0 ? source.staleSinceMs : source.lastNewsMs, nowMs))
            : MainWindow::tr("The %1 does not answer.").arg(name);
    const QString rest = known ? MainWindow::tr("Its last state stays readable; changes are refused.") : QString();
    return {Banner::Kind::Stale, bold, (rest + QLatin1Char(' ') + why).trimmed(), MainWindow::tr("Try now")};
}

} // namespace

MainWindow::MainWindow(ThemeController& theme, const base::Clock& clock, QWidget* parent)
    : QWidget(parent), theme_(theme), clock_(clock), pageProvider_(std::make_unique<PageProvider>()) {
    setObjectName(QStringLiteral("window"));
    setWindowTitle(QStringLiteral("Mesoscope"));
    resize(1440, 900);
    setMinimumSize(960, 600);
    build();
    bindKeys();
    setCluster(std::nullopt);
    second_.start(1000, Qt::CoarseTimer, this);
}

MainWindow::~MainWindow() = default;

void MainWindow::build() {
    rail_ = new Rail;
    header_ = new Header;
    banner_ = new Banner;
    titleRow_ = new TitleRow;
    stack_ = new QStackedWidget;
    body_ = new QWidget;
    content_ = new QWidget;
    status_ = new StatusLine;
    inspector_ = new InspectorPanel(body_);
    edge_ = new InspectorEdgeBar;
    banner_->hide();
    banner_->findChild<Button*>()->setAccessibleName(tr("Act on the notice"));

    auto* contentColumn = new QVBoxLayout(content_);
    contentColumn->setContentsMargins(0, 0, 0, 0);
    contentColumn->setSpacing(0);
    contentColumn->addWidget(banner_);
    contentColumn->addWidget(titleRow_);
    contentColumn->addWidget(stack_, 1);
    auto* bodyRow = new QHBoxLayout(body_);
    bodyRow->setContentsMargins(0, 0, 0, 0);
    bodyRow->setSpacing(0);
    bodyRow->addWidget(content_, 1);
    bodyRow->addWidget(inspector_);
    bodyRow->addWidget(edge_);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(body_, 1);
    column->addWidget(status_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(rail_);
    row->addLayout(column, 1);

    toasts_ = new ToastStack(this);
    paletteOverlay_ = new PaletteOverlay(this);
    palette_ = new Palette(paletteOverlay_);
    notices_ = new Notices(this);
    palette_->setPlaceholder(tr("Search or run an action…"));
    paletteOverlay_->setContent(palette_);
    providers_ = {pageProvider_.get(), &snapshotSearch_};
    palette_->setProviders(providers_);

    connect(rail_, &Rail::chosen, this, &MainWindow::showPage);
    connect(header_, &Header::backPressed, this, [this] { go(-1); });
    connect(header_, &Header::forwardPressed, this, [this] { go(1); });
    connect(header_, &Header::palettePressed, this, [this] { openPalette(); });
    connect(header_, &Header::clusterPressed, this, &MainWindow::connectRequested);
    connect(header_, &Header::bellPressed, notices_, &Notices::look);
    connect(notices_, &Notices::missedChanged, header_, &Header::setNotifications);
    connect(header_, &Header::retryPressed, this, &MainWindow::retryRequested);
    connect(header_, &Header::languageChosen, this, &MainWindow::languageChosen);
    connect(header_, &Header::themeChosen, this, [this](int choice) { theme_.choose(ThemeChoice(choice)); });
    header_->setThemeChoice(int(theme_.choice()));
    connect(&theme_, &ThemeController::changed, this, [this] { header_->setThemeChoice(int(theme_.choice())); });
    connect(banner_, &Banner::actionTriggered, this, [this] {
        if (bannerSource_)
            Q_EMIT retryRequested(*bannerSource_);
        else
            Q_EMIT noticeAction();
    });
    connect(edge_, &InspectorEdgeBar::toggled, this, [this] { openInspector(!inspectorOpen_); });
    connect(palette_, &Palette::finished, paletteOverlay_, &Overlay::dismiss);
    connect(paletteOverlay_, &Overlay::dismissed, paletteOverlay_, &Overlay::dismiss);
    connect(palette_, &Palette::actionChosen, this, &MainWindow::actionRequested);
    connect(palette_, &Palette::objectChosen, this, &MainWindow::reveal);
}

void MainWindow::bindKeys() {
    const auto bind = [this](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    bind(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openPalette(); });
    bind(QKeySequence(Qt::Key_F5), [this] { Q_EMIT resyncRequested(); });
    bind(QKeySequence(Qt::Key_Escape), [this] { stepBack(); });
    bind(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { go(-1); });
    bind(QKeySequence(Qt::ALT | Qt::Key_Right), [this] { go(1); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        if (Page* page = currentPage())
            page->focusFilter();
    });
    for (int i = 0; i < 8; ++i) {
        bind(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), [this, i] {
            int n = 0;
            for (Page* page : std::as_const(pages_)) {
                if (page->onRail() && n++ == i && cluster_)
                    return showPage(page->id());
            }
        });
    }
}

void MainWindow::addPage(Page* page) {
    pages_.append(page);
    stack_->addWidget(page);
    if (page->onRail()) {
        RailButton* button = rail_->add(page->id(), page->glyph(), page->railLabel());
        button->setEnabled(cluster_.has_value());
    }
    if (QWidget* title = page->titleContent())
        titleRow_->add(page, title);
    if (QWidget* inspector = page->inspector())
        inspector_->add(page, inspector);
    page->setNarrow(narrow_);
    connect(page, &Page::headingChanged, this, [this, page] {
        if (page == currentPage())
            return refreshHeading();
        if (RailButton* button = rail_->button(page->id()))
            button->setBadge(page->badge());
    });
    connect(page, &Page::inspectorChanged, this, &MainWindow::refreshEdge);
    connect(page, &Page::inspectorWanted, this, [this] { openInspector(true); });
    connect(page, &Page::actionRequested, this, &MainWindow::actionRequested);
    connect(page, &Page::objectRequested, this, &MainWindow::reveal);
}

Page* MainWindow::page(const QString& id) const {
    const auto at = std::find_if(pages_.begin(), pages_.end(), [&](Page* p) { return p->id() == id; });
    return at == pages_.end() ? nullptr : *at;
}

Page* MainWindow::currentPage() const {
    return qobject_cast<Page*>(stack_->currentWidget());
}

void MainWindow::showPage(const QString& id) {
    Page* wanted = page(id);
    if (!wanted)
        return;
    if (historyAt_ < 0 || history_.at(historyAt_) != id) {
        history_ = history_.mid(0, historyAt_ + 1);
        history_.append(id);
        historyAt_ = int(history_.size()) - 1;
    }
    activate(wanted);
}

void MainWindow::activate(Page* page) {
    stack_->setCurrentWidget(page);
    rail_->setCurrent(page->id());
    header_->setHistory(historyAt_ > 0, historyAt_ + 1 < history_.size());
    page->tick(clock_.wallMs());
    refreshHeading();
    layInspector();
    if (!page->isAncestorOf(QApplication::focusWidget()))
        page->setFocus(Qt::OtherFocusReason);
    Q_EMIT pageShown(page->id());
}

void MainWindow::go(int step) {
    const int at = historyAt_ + step;
    if (at < 0 || at >= history_.size())
        return;
    historyAt_ = at;
    if (Page* wanted = page(history_.at(at)))
        activate(wanted);
}

bool MainWindow::reveal(const ObjectRef& object) {
    for (Page* page : std::as_const(pages_)) {
        if (page->reveal(object)) {
            showPage(page->id());
            return true;
        }
    }
    return false;
}

void MainWindow::setCluster(const std::optional<ClusterTag>& cluster) {
    cluster_ = cluster;
    header_->setCluster(cluster);
    rail_->setPagesEnabled(cluster.has_value());
    setWindowTitle(cluster ? QStringLiteral("%1 – Mesoscope").arg(cluster->name) : QStringLiteral("Mesoscope"));
    if (!cluster) {
        snapshot_.reset();
        snapshotSearch_.setSnapshot(nullptr);
        notices_->clear();
        header_->setSources({}, clock_.wallMs());
        history_.clear();
        historyAt_ = -1;
    }
    refreshBanner();
    refreshStatus();
}

void MainWindow::attach(cluster::Session* session) {
    for (Page* page : std::as_const(pages_))
        page->attach(session);
}

void MainWindow::apply(const cluster::Update& update) {
    if (!update.snapshot)
        return;
    const bool sourcesChanged = update.diff.sources || update.diff.everything || !snapshot_;
    snapshot_ = update.snapshot;
    snapshotSearch_.setSnapshot(snapshot_);
    for (Page* page : std::as_const(pages_))
        page->apply(update);
    if (sourcesChanged) {
        header_->setSources(snapshot_->sources, clock_.wallMs());
        refreshBanner();
    }
    if (update.diff.actions)
        refreshStatus();
    if (update.diff.notes || update.diff.everything)
        notices_->setSnapshot(snapshot_, clock_.wallMs());
}

void MainWindow::addPaletteProvider(PaletteProvider* provider) {
    providers_.append(provider);
    palette_->setProviders(providers_);
}

Toast* MainWindow::showToast(Toast::Kind kind, const QString& title, const QString& text, const QString& action) {
    return toasts_->add(kind, title, text, action);
}

ConfirmSheet* MainWindow::confirm(const Confirmation& confirmation) {
    return openConfirmSheet(this, confirmation);
}

void MainWindow::setLanguage(const QString& code) {
    header_->setLanguage(code);
}

void MainWindow::setNotice(const std::optional<Notice>& notice) {
    notice_ = notice;
    refreshBanner();
}

void MainWindow::openPalette(const QString& query) {
    if (paletteOverlay_->isVisible())
        return;
    QList<PageProvider::Entry> entries;
    int number = 0;
    for (Page* page : std::as_const(pages_)) {
        const QString id = page->id();
        const QString keys = page->onRail() && ++number <= 8 ? tr("Alt %1").arg(number) : QString();
        if (cluster_ || !page->onRail())
            entries.append({PaletteItem::Kind::Page, page->glyph(), page->title(), keys, [this, id] { showPage(id); }});
    }
    using Kind = PaletteItem::Kind;
    entries.append(
        {Kind::Action, Glyph::Connect, tr("Connect to another cluster"), {}, [this] { Q_EMIT connectRequested(); }});
    entries.append({Kind::Action, Glyph::Refresh, tr("Read everything again"), QStringLiteral("F5"),
                    [this] { Q_EMIT resyncRequested(); }});
    entries.append(
        {Kind::Action, Glyph::Sun, tr("Use the light theme"), {}, [this] { theme_.choose(ThemeChoice::Light); }});
    entries.append(
        {Kind::Action, Glyph::Moon, tr("Use the dark theme"), {}, [this] { theme_.choose(ThemeChoice::Dark); }});
    if (cluster_)
        entries.append({Kind::Action, Glyph::Plus, tr("Deploy an app…"), {}, [this] {
                            Q_EMIT actionRequested(ActionRequest{ActionRequest::Verb::Deploy, {}});
                        }});
    pageProvider_->set(std::move(entries));
    paletteOverlay_->open();
    palette_->start(query);
}

void MainWindow::openInspector(bool open) {
    inspectorOpen_ = open;
    layInspector();
}

void MainWindow::layInspector() {
    Page* page = currentPage();
    const bool has = page && inspector_->show(page);
    edge_->setVisible(has && narrow_);
    auto* row = static_cast<QHBoxLayout*>(body_->layout());
    if (narrow_) {
        row->removeWidget(inspector_);
        const int top = titleRow_->isVisibleTo(content_) ? titleRow_->geometry().bottom() + 1 : 0;
        const int left = body_->width() - InspectorEdgeBar::thickness - inspector_->width();
        inspector_->setGeometry(left, top, inspector_->width(), body_->height() - top);
        inspector_->setVisible(has && inspectorOpen_);
        inspector_->raise();
    } else {
        if (row->indexOf(inspector_) < 0)
            row->insertWidget(1, inspector_);
        inspector_->setVisible(has);
    }
    refreshEdge();
}

void MainWindow::refreshHeading() {
    titleRow_->show(currentPage());
    for (Page* page : std::as_const(pages_)) {
        if (RailButton* button = rail_->button(page->id()))
            button->setBadge(page->badge());
    }
    refreshStatus();
}

void MainWindow::refreshEdge() {
    if (Page* page = currentPage())
        edge_->setEdge(page->inspectorEdge());
}

void MainWindow::refreshBanner() {
    bannerSource_.reset();
    std::optional<Notice> shown = notice_;
    if (!shown && snapshot_) {
        if (const base::SourceStatus* worst = worstSource(snapshot_->sources)) {
            bannerSource_ = worst->kind;
            shown = noticeOf(*worst, clock_.wallMs());
        }
    }
    if (shown)
        banner_->show(shown->kind, shown->bold, shown->text, shown->action);
    else
        banner_->hide();
    banner_->findChild<Button*>()->setAccessibleName(tr("Act on the notice"));
    if (narrow_)
        layInspector();
}

void MainWindow::refreshStatus() {
    Page* page = currentPage();
    status_->show(snapshot_.get(), page ? page->statusHint() : QString(), clock_.wallMs());
}

void MainWindow::stepBack() {
    if (toasts_->closeNewest())
        return;
    Page* page = currentPage();
    if (page && page->stepBack())
        return;
    if (narrow_ && inspectorOpen_)
        return openInspector(false);
    go(-1);
}

void MainWindow::setNarrow(bool narrow) {
    narrow_ = narrow;
    rail_->setNarrow(narrow);
    header_->setNarrow(narrow);
    for (Page* page : std::as_const(pages_))
        page->setNarrow(narrow);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool narrow = width() < narrowBelow;
    if (narrow != narrow_)
        setNarrow(narrow);
    layInspector();
    toasts_->place();
}

void MainWindow::timerEvent(QTimerEvent* event) {
    if (event->timerId() != second_.timerId())
        return QWidget::timerEvent(event);
    if (!isVisible())
        return;
    const qint64 now = clock_.wallMs();
    if (snapshot_)
        header_->setSources(snapshot_->sources, now);
    if (Page* page = currentPage())
        page->tick(now);
    refreshStatus();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    event->accept();
}

} // namespace mesoscope::widgets

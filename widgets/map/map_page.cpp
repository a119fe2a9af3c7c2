#include "widgets/map/map_page.h"

#include "widgets/controls/choice.h"
#include "widgets/controls/filter_box.h"
#include "widgets/map/event_strip.h"
#include "widgets/map/map_inspector.h"
#include "widgets/map/map_legend.h"
#include "widgets/map/map_suggestions.h"
#include "widgets/map/map_text.h"
#include "widgets/map/map_view.h"
#include "widgets/theme/glyph.h"
#include "widgets/theme/metrics.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QMenu>

#include <algorithm>

namespace mesoscope::widgets {

using cluster::noSlot;
using cluster::Slot;
using tables::MapMeasure;

namespace {

constexpr int inspectorMs = 250; ///< how often live values in the inspector move
constexpr int filterMs = 120;    ///< how long typing rests before the map follows

constexpr std::array measures{MapMeasure::CpuAllocated, MapMeasure::MemAllocated, MapMeasure::DiskAllocated,
                              MapMeasure::GpuAllocated, MapMeasure::CpuOffered,   MapMeasure::MemOffered,
                              MapMeasure::CpuReserved,  MapMeasure::MemReserved,  MapMeasure::Health,
                              MapMeasure::Version};

} // namespace

// ---- MapOption -----------------------------------------------------------------------------------------------------

MapOption::MapOption(const QString& objectName, const QString& name, QWidget* parent)
    : QWidget(parent), label_(new QLabel(name, this)), segments_(new SegmentedChoice(objectName, name, {}, this)),
      list_(new QComboBox(this)) {
    list_->setObjectName(objectName + QStringLiteral("List"));
    list_->setAccessibleName(name);
    list_->setSizeAdjustPolicy(QComboBox::AdjustToContents); // groupings come with the agents
    list_->hide();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gapSmall);
    row->addWidget(label_);
    row->addWidget(segments_);
    row->addWidget(list_);
    connect(segments_, &SegmentedChoice::chosen, this, &MapOption::chooseSegment);
    connect(list_, &QComboBox::activated, this, &MapOption::choose);
}

void MapOption::setName(const QString& name) {
    label_->setText(name);
    list_->setAccessibleName(name);
}

void MapOption::setOptions(const QStringList& options, int current) {
    if (options != options_) {
        options_ = options;
        list_->clear();
        list_->addItems(options);
    }
    current_ = current;
    arrange();
}

void MapOption::setNarrow(bool narrow) {
    narrow_ = narrow;
    arrange();
}

/// Segments for the first options and the last; what has no room among them stands in a menu behind the final one.
void MapOption::arrange() {
    shown_.clear();
    const int count = int(options_.size());
    for (int i = 0; i < count; ++i) {
        if (count <= mostSegments || i < mostSegments - 2 || i == count - 1)
            shown_.append(i);
    }
    QStringList texts;
    for (const int i : std::as_const(shown_))
        texts.append(options_.at(i));
    const bool hidden = !shown_.contains(current_);
    if (shown_.size() < count)
        texts.append(hidden && current_ < count ? options_.at(current_) : tr("other..."));
    if (texts != segments_->options())
        segments_->setOptions(texts);
    segments_->setCurrent(hidden ? int(shown_.size()) : int(shown_.indexOf(current_)));
    list_->setCurrentIndex(current_);
    segments_->setVisible(!narrow_);
    list_->setVisible(narrow_);
}

void MapOption::chooseSegment(int segment) {
    if (segment < shown_.size())
        return choose(shown_.at(segment));
    arrange(); // the choice has not changed yet
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(list_->accessibleName());
    for (int i = 0; i < options_.size(); ++i) {
        if (!shown_.contains(i))
            connect(menu->addAction(options_.at(i)), &QAction::triggered, this, [this, i] { choose(i); });
    }
    menu->popup(segments_->mapToGlobal(QPoint(segments_->width() - menu->sizeHint().width(), segments_->height())));
}

void MapOption::choose(int index) {
    current_ = index;
    arrange();
    Q_EMIT chosen(index);
}

// ---- MapPage -------------------------------------------------------------------------------------------------------

MapPage::MapPage(QWidget* parent) : Page(QStringLiteral("map"), parent) {
    buildBody();
    buildTitleContent();
    inspector_ = new MapInspector;
    connect(inspector_, &MapInspector::actionChosen, this, &MapPage::request);
    inspectorTimer_.setSingleShot(true);
    inspectorTimer_.setInterval(inspectorMs);
    connect(&inspectorTimer_, &QTimer::timeout, this, &MapPage::refreshInspector);
    filterTimer_.setSingleShot(true);
    filterTimer_.setInterval(filterMs);
    connect(&filterTimer_, &QTimer::timeout, this, [this] {
        query_.filter = tables::MapFilter::parse(filter_->expression());
        changeQuery();
    });
    offerGroupings({});
    retranslate();
}

MapPage::~MapPage() {
    if (session_ && projection_ != 0)
        session_->removeProjection(projection_);
    // Both are usually given to the window, which may be gone before the page.
    if (inspector_ && !inspector_->parent())
        delete inspector_.data();
    if (titleContent_ && !titleContent_->parent())
        delete titleContent_.data();
}

void MapPage::buildBody() {
    view_ = new MapView(this);
    setFocusProxy(view_);
    legend_ = new MapLegend(this);
    strip_ = new EventStrip(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(view_, 1);
    column->addWidget(legend_);
    column->addWidget(strip_);
    connect(view_, &MapView::layoutSizeChanged, this, [this](QSizeF size) {
        query_.viewport = size;
        changeQuery();
    });
    connect(view_, &MapView::selectionChanged, this, &MapPage::refreshInspector);
    connect(view_, &MapView::zoomChanged, this, &MapPage::refreshLegend);
    connect(view_, &MapView::activated, this, &MapPage::open);
    connect(strip_, &EventStrip::pausedChanged, this, &MapPage::hold);
}

void MapPage::buildTitleContent() {
    titleContent_ = new QWidget;
    titleContent_->setObjectName(QStringLiteral("mapTitleContent"));
    filter_ = new FilterBox(QStringLiteral("mapFilter"), tr("Filter or highlight..."), titleContent_);
    filter_->setMaximumWidth(380);
    groupBy_ = new MapOption(QStringLiteral("mapGroupBy"), tr("Group by"), titleContent_);
    size_ = new MapOption(QStringLiteral("mapSize"), tr("Size"), titleContent_);
    colourLabel_ = new QLabel(titleContent_);
    colour_ = new QComboBox(titleContent_);
    colour_->setObjectName(QStringLiteral("mapColour"));
    colourLabel_->setBuddy(colour_);
    auto* row = new QHBoxLayout(titleContent_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gapSmall);
    row->addWidget(filter_, 1);
    row->addStretch(1);
    row->addWidget(groupBy_);
    row->addSpacing(metrics::gap);
    row->addWidget(size_);
    row->addSpacing(metrics::gap);
    row->addWidget(colourLabel_);
    row->addWidget(colour_);
    connect(filter_, &FilterBox::changed, this, [this] { filterTimer_.start(); });
    connect(filter_, &FilterBox::completionWanted, this, [this](const QString& typed) {
        filter_->setSuggestions(map_suggestions::of(view_->picture().get(), attributes_, typed));
    });
    connect(groupBy_, &MapOption::chosen, this, [this](int i) {
        groupingChosen_ = true;
        query_.groupBy = groupings_.at(i).by;
        changeQuery();
    });
    connect(size_, &MapOption::chosen, this, [this](int i) {
        query_.size = tables::MapSize(i);
        changeQuery();
    });
    connect(colour_, &QComboBox::activated, this, [this](int i) {
        query_.measure = measures.at(std::size_t(i));
        changeQuery();
    });
}

void MapPage::retranslate() {
    filter_->setAccessibleName(tr("Filter or highlight"));
    filter_->setToolTip(tr("app:/shop/checkout shows where a service runs; host:, state:lost or ATTRIBUTE:VALUE keep "
                           "some agents in full colour"));
    groupBy_->setName(tr("Group by"));
    size_->setName(tr("Size"));
    colourLabel_->setText(tr("Colour"));
    colour_->setAccessibleName(tr("Colour"));
    using tables::MapSize;
    size_->setOptions(
        {map_text::sizeName(MapSize::Equal), map_text::sizeName(MapSize::Cpu), map_text::sizeName(MapSize::Mem)},
        int(query_.size));
    colour_->clear();
    for (const MapMeasure m : measures)
        colour_->addItem(map_text::measureName(m));
    colour_->setCurrentIndex(int(std::find(measures.begin(), measures.end(), query_.measure) - measures.begin()));
    offerGroupings(attributes_);
}

void MapPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refreshLegend();
        refreshInspector();
        Q_EMIT headingChanged();
    }
    Page::changeEvent(event);
}

QString MapPage::title() const {
    return tr("Map");
}

QString MapPage::counts() const {
    if (!snapshot_)
        return {};
    const QString agents = tr("%Ln agent(s)", nullptr, int(snapshot_->totals.agents));
    if (!snapshot_->masterComplete) {
        const base::SourceStatus* master = snapshot_->source(base::SourceKind::Master);
        if (!master || master->loadedBytes == 0)
            return tr("waiting for the master");
        return tr("loading %1 MB, %2").arg(map_text::decimal(double(master->loadedBytes) / 1e6), agents);
    }
    const tables::MapPicturePtr picture = view_->picture();
    if (picture && picture->query.filter.selectsAgents())
        return tr("%1 of %2 match").arg(map_text::number(picture->sums.matching), agents);
    return tr("%1 · complete").arg(agents);
}

QWidget* MapPage::titleContent() {
    return titleContent_;
}

QWidget* MapPage::inspector() {
    return inspector_;
}

InspectorEdge MapPage::inspectorEdge() const {
    const InspectorContent& c = inspector_->content();
    InspectorEdge edge;
    edge.name = c.title;
    edge.state = {c.hasGlyph ? c.glyph : Glyph::Agents, c.tone, c.state};
    edge.figures = c.figure.isEmpty() ? QString() : c.figure + c.figureRest;
    double total = 0;
    for (const auto& s : c.health)
        total += s.count;
    if (total > 0)
        edge.health = (c.health.front().count + c.health.at(1).count) / total;
    return edge;
}

void MapPage::attach(cluster::Session* session) {
    if (session_ && projection_ != 0)
        session_->removeProjection(projection_);
    session_ = session;
    projection_ = 0;
    held_.reset();
    snapshot_.reset();
    lastNoteMs_ = 0;
    groupingChosen_ = false;
    strip_->reset();
    filterTimer_.stop();
    filter_->clear();
    query_.filter = {};
    offerGroupings({});
    view_->setPicture(nullptr);
    refreshInspector();
    if (!session_)
        return;
    auto projection = std::make_unique<tables::MapProjection>();
    query_.viewport = view_->layoutSize();
    projection->setQuery(query_);
    projection_ = session_->addProjection(std::move(projection));
    session_->setProjectionShown(projection_, isVisible());
}

void MapPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    if (session_)
        session_->setProjectionShown(projection_, true);
}

void MapPage::hideEvent(QHideEvent* event) {
    Page::hideEvent(event);
    if (session_)
        session_->setProjectionShown(projection_, false);
}

void MapPage::apply(const cluster::Update& update) {
    tables::MapPicturePtr picture;
    for (const auto& [id, result] : update.projections) {
        if (id == projection_ && result)
            picture = std::static_pointer_cast<const tables::MapPicture>(result);
    }
    if (!update.snapshot)
        return;
    noteEvents(*update.snapshot, update.diff);
    const bool heading = !snapshot_ || snapshot_->totals.agents != update.snapshot->totals.agents ||
                         snapshot_->masterComplete != update.snapshot->masterComplete ||
                         !update.snapshot->masterComplete;
    snapshot_ = update.snapshot;
    if (picture)
        takePicture(picture);
    if (update.snapshot->attributeNames != attributes_)
        offerGroupings(update.snapshot->attributeNames);
    if (heading)
        Q_EMIT headingChanged();
}

void MapPage::showPicture(const tables::MapPicturePtr& picture, const cluster::Diff& diff) {
    cluster::Update update;
    update.snapshot = picture->snapshot;
    update.diff = diff;
    update.projections.emplace_back(projection_, picture);
    apply(update);
}

/// Red where something was lost or failed, as far as the notes tell.
void MapPage::noteEvents(const cluster::Snapshot& snapshot, const cluster::Diff& diff) {
    bool troubled = false;
    for (auto it = snapshot.notes.crbegin(); it != snapshot.notes.crend() && it->atMs > lastNoteMs_; ++it)
        troubled |= map_text::isTrouble(*it);
    if (!snapshot.notes.isEmpty())
        lastNoteMs_ = std::max(lastNoteMs_, snapshot.notes.last().atMs);
    strip_->add(snapshot.atMs, diff.events, troubled);
}

void MapPage::takePicture(const tables::MapPicturePtr& picture) {
    if (strip_->isPaused()) {
        held_ = picture;
        return;
    }
    const bool otherQuery = !view_->picture() || !(view_->picture()->query == picture->query);
    view_->setPicture(picture);
    refreshLegend();
    if (otherQuery) {
        refreshInspector();
        Q_EMIT headingChanged();
    } else if (!inspectorTimer_.isActive()) {
        inspectorTimer_.start();
    }
}

void MapPage::hold(bool paused) {
    if (!paused && held_)
        takePicture(std::exchange(held_, nullptr));
}

void MapPage::tick(qint64 nowMs) {
    strip_->setNow(nowMs);
    if (!inspectorTimer_.isActive())
        refreshInspector(); // ages move on
}

void MapPage::setNarrow(bool narrow) {
    groupBy_->setNarrow(narrow);
    size_->setNarrow(narrow);
}

void MapPage::offerGroupings(const QStringList& attributes) {
    attributes_ = attributes;
    filter_->setFields(map_suggestions::fields(attributes));
    groupings_.clear();
    const auto two = [this, &attributes](const QString& outer, const QString& inner) {
        const bool known =
            (attributes.contains(outer) || outer.startsWith(QLatin1Char('@'))) && attributes.contains(inner);
        if (known)
            groupings_.append({map_text::attributeName(outer) + QStringLiteral(" › ") + map_text::attributeName(inner),
                               {outer, inner}});
        return known;
    };
    const QString rack = QStringLiteral("rack");
    const QStringList outers{QStringLiteral("dc"), QStringLiteral("datacenter"), QStringLiteral("region"),
                             QStringLiteral("zone")};
    const bool nested = std::any_of(outers.cbegin(), outers.cend(), [&](const QString& o) { return two(o, rack); });
    if (attributes.contains(QStringLiteral("role")))
        groupings_.append({map_text::attributeName(QStringLiteral("role")), {QStringLiteral("role")}});
    if (!nested && attributes.contains(rack))
        groupings_.append({map_text::attributeName(rack), {rack}});
    if (!nested)
        groupings_.append({tr("region › zone"), {QStringLiteral("@region"), QStringLiteral("@zone")}});
    if (attributes.contains(rack) && nested)
        groupings_.append({map_text::attributeName(rack), {rack}});
    for (const QString& name : attributes) {
        const bool offered = std::any_of(groupings_.cbegin(), groupings_.cend(),
                                         [&](const Grouping& g) { return g.by == QStringList{name}; });
        if (!offered)
            groupings_.append({map_text::attributeName(name), {name}});
    }
    groupings_.append({tr("none"), {}});
    if (!groupingChosen_ && query_.groupBy != groupings_.front().by) {
        query_.groupBy = groupings_.front().by;
        changeQuery();
    }
    QStringList texts;
    int current = int(groupings_.size()) - 1;
    for (int i = 0; i < int(groupings_.size()); ++i) {
        texts.append(groupings_.at(i).text);
        if (groupings_.at(i).by == query_.groupBy)
            current = i;
    }
    groupBy_->setOptions(texts, current);
}

void MapPage::changeQuery() {
    if (session_ && projection_ != 0) {
        session_->changeProjection(projection_, [query = query_](cluster::Projection& p) {
            static_cast<tables::MapProjection&>(p).setQuery(query);
        });
        // Versions of instances are only known for the app that is watched.
        if (query_.measure == MapMeasure::Version && !query_.filter.app.isEmpty())
            session_->watchApp(query_.filter.app);
    }
    Q_EMIT queryChanged(query_);
}

void MapPage::setFilter(const QString& words) {
    filter_->setExpression(words);
    filterTimer_.stop();
    query_.filter = tables::MapFilter::parse(words);
    changeQuery();
}

void MapPage::refreshLegend() {
    const tables::MapPicturePtr picture = view_->picture();
    const double cell = picture ? picture->layout->smallestCell * view_->zoom() : 0;
    legend_->display(picture, view_->renderer().tasksVisible(), cell >= 10);
}

InspectorContent MapPage::inspected() const {
    const tables::MapPicturePtr p = view_->picture();
    if (!p)
        return {};
    const std::vector<Slot>& agents = view_->selectedAgents();
    if (agents.size() == 1)
        return inspector_content::ofAgent(*p, agents.front());
    if (!agents.empty())
        return inspector_content::ofAgents(*p, agents);
    if (const int box = view_->selectedBox(); box >= 0)
        return inspector_content::ofGroup(*p, box);
    if (!p->query.filter.app.isEmpty())
        return inspector_content::ofApp(*p);
    return inspector_content::ofCluster(*p);
}

void MapPage::refreshInspector() {
    if (!inspector_)
        return;
    const InspectorContent next = inspected();
    if (next == inspector_->content())
        return;
    inspector_->setContent(next);
    Q_EMIT inspectorChanged();
}

QStringList MapPage::targetsOf(ActionRequest::Verb verb) const {
    const tables::MapPicturePtr p = view_->picture();
    const std::vector<Slot>& agents = view_->selectedAgents();
    if (verb == ActionRequest::Verb::KillTasks)
        return inspector_content::instancesOfApp(*p);
    const cluster::Snapshot& s = *p->snapshot;
    QStringList ids;
    if (!agents.empty()) {
        for (const Slot a : agents)
            ids.append(s.text(s.agents[a].id));
        return ids;
    }
    const int box = view_->selectedBox();
    if (box < 0)
        return {p->query.filter.app};
    const tables::MapBox& place = p->layout->boxes[std::size_t(box)];
    for (std::uint32_t i = place.firstCell; i < place.firstCell + place.cells; ++i)
        ids.append(s.text(s.agents[p->layout->cells[i].agent].id));
    return ids;
}

void MapPage::request(ActionRequest::Verb verb) {
    if (!view_->picture())
        return;
    ActionRequest r;
    r.verb = verb;
    r.targets = targetsOf(verb);
    const cluster::Snapshot& s = *view_->picture()->snapshot;
    if (r.targets.size() == 1) {
        if (const Slot app = s.findApp(r.targets.front()); app != noSlot)
            r.seenVersion = s.apps[app].app->version;
    }
    Q_EMIT actionRequested(r);
}

void MapPage::open(Slot agent) {
    const tables::MapPicturePtr p = view_->picture();
    if (!p)
        return;
    view_->select({agent});
    Q_EMIT inspectorWanted();
    Q_EMIT objectRequested({ObjectRef::Kind::Agent, p->snapshot->text(p->snapshot->agents[agent].id)});
}

bool MapPage::showOnMap(const ObjectRef& object) {
    const tables::MapPicturePtr p = view_->picture();
    if (object.kind == ObjectRef::Kind::App || object.kind == ObjectRef::Kind::Group) {
        setFilter(QStringLiteral("app:") + object.id);
        view_->clearSelection();
        return true;
    }
    if (!p)
        return false;
    Slot agent = noSlot;
    if (object.kind == ObjectRef::Kind::Agent)
        agent = p->snapshot->findAgent(object.id.toStdString());
    if (object.kind == ObjectRef::Kind::Task) {
        const Slot task = p->snapshot->findTask(object.id.toStdString());
        agent = task == noSlot ? noSlot : p->snapshot->tasks[task].agent;
    }
    if (agent == noSlot)
        return false;
    view_->setCurrentAgent(agent);
    view_->select({agent});
    return true;
}

bool MapPage::stepBack() {
    if (view_->stepBack())
        return true;
    if (filter_->expression().isEmpty())
        return false;
    setFilter({});
    return true;
}

void MapPage::focusFilter() {
    filter_->setFocus(Qt::ShortcutFocusReason);
}

} // namespace mesoscope::widgets

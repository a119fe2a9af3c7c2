#include "models/tables/app_tree.h"

#include "models/tables/cause.h"
#include "models/tables/cells.h"
#include "models/tables/snapshot_table_model.h"
#include "models/tables/words.h"
#include "models/text/format.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace mesoscope::tables {

namespace {

constexpr int unfoldUpTo = 40;
constexpr std::uint8_t notIndented = 0xFF;

struct Node {
    std::map<QString, Node> groups; // by last part of the path, sorted
    std::vector<RowEntry> apps;     // in the order of the query
    GroupRow sum;
};

void add(HealthCounts& sum, const HealthCounts& part) {
    sum.wanted += part.wanted;
    sum.healthy += part.healthy;
    sum.unchecked += part.unchecked;
    sum.starting += part.starting;
    sum.unhealthy += part.unhealthy;
    sum.lost += part.lost;
    sum.draining += part.draining;
    sum.waiting += part.waiting;
}

/// What the tree wants to know of an app, read once for as long as the app stays the same: the definitions of ten
/// thousand apps lie all over the memory, and one update changes one of them.
struct Known {
    cluster::AppRow row;
    text::AppState state = text::AppState::Running;
    std::uint32_t identity = 0;
    QStringList groups; // parts of the path without the app's own
    HealthCounts health;
    double cpus = 0;
    double mem = 0;

    bool needsAttention() const { return state == text::AppState::Degraded || state == text::AppState::Waiting; }
};

} // namespace

struct AppTreeProjection::Private {
    Private(TableQuery q, bool t) : query(q), inner(appsTable(), std::move(q)), tree(t) {}

    TableQuery query;
    TableProjection inner;
    bool tree;
    bool held = false;
    bool changed = true;
    QHash<QString, bool> expanded;
    base::StringPool ids;
    std::vector<Known> known; // by slot
    RowOrderPtr flat;
    std::shared_ptr<const RowOrder> last;
    quint64 sequence = 0;

    bool byName() const { return query.sort.isEmpty() || query.sort == "id"; }

    bool isExpanded(const QString& group, int apps) const {
        const auto it = expanded.constFind(group);
        if (it != expanded.cend())
            return *it;
        const bool searched = std::any_of(query.filter.terms.cbegin(), query.filter.terms.cend(),
                                          [](const FilterTerm& term) { return term.field.isEmpty() && !term.negated; });
        return searched || apps <= unfoldUpTo;
    }

    std::uint32_t identity(const char* kind, const QString& id) { return ids.intern(QLatin1String(kind) + id); }

    void readApps(const Snapshot& snapshot) {
        known.resize(snapshot.apps.size());
        for (Slot slot = 0; slot < known.size(); ++slot) {
            if (!(known[slot].row == snapshot.apps[slot]))
                known[slot] = read(snapshot.apps[slot]);
        }
    }

    Known read(const cluster::AppRow& row) {
        Known k;
        k.row = row;
        if (!row.app)
            return k;
        k.state = text::appState(row);
        k.identity = identity("a", row.app->id);
        k.groups = row.app->id.split(QLatin1Char('/'), Qt::SkipEmptyParts);
        if (!k.groups.isEmpty())
            k.groups.removeLast();
        k.health = healthOf(row);
        k.cpus = row.app->cpus * row.app->instances;
        k.mem = row.app->mem * row.app->instances;
        return k;
    }

    void append(RowOrder& order, const RowEntry& app, int depth) {
        order.rows.push_back({app.slot, known[app.slot].identity});
        order.depths.push_back(depth < 0 ? notIndented : std::uint8_t(depth));
    }

    void append(RowOrder& order, GroupRow group, const char* kind) {
        const std::uint32_t id = identity(kind, group.id);
        order.rows.push_back({groupSlot, id});
        order.depths.push_back(group.kind == RowKind::Group ? std::uint8_t(group.depth) : notIndented);
        order.groups.insert(id, std::move(group));
    }

    void appendBand(RowOrder& order, std::vector<RowEntry> troubled, int apps) {
        if (troubled.empty())
            return;
        std::stable_sort(troubled.begin(), troubled.end(), [this](const RowEntry& a, const RowEntry& b) {
            return known[a.slot].state < known[b.slot].state;
        });
        GroupRow band;
        band.kind = RowKind::Band;
        band.id = QStringLiteral("attention");
        band.name = Words::tr("Needs attention");
        band.apps = apps;
        band.troubled = int(troubled.size());
        band.detail = Words::tr("%1 of %2", "apps that need attention, of all")
                          .arg(text::integer(band.troubled), text::integer(apps)) +
                      QStringLiteral("   ") + bandDetail(*order.snapshot, troubled);
        append(order, band, "b");
        for (const RowEntry& app : troubled)
            append(order, app, -1);
        GroupRow gap;
        gap.kind = RowKind::Gap;
        gap.id = QStringLiteral("gap");
        append(order, gap, "b");
        order.attention = std::uint32_t(troubled.size());
    }

    static QString bandDetail(const Snapshot& snapshot, const std::vector<RowEntry>& troubled) {
        const LostAgents lost = lostAgents(snapshot);
        const auto hit = std::count_if(troubled.begin(), troubled.end(), [&snapshot](const RowEntry& e) {
            return snapshot.apps[e.slot].unreachable > 0;
        });
        if (lost.agents > 0 && hit > 0)
            return Words::tr("%1; %2 have instances there.", "a cause; how many of the apps below")
                .arg(lostAgentsSentence(lost, snapshot.atMs), Words::tr("%Ln of these apps", nullptr, int(hit)));
        QHash<QString, int> reasons;
        for (const RowEntry& e : troubled) {
            const auto& waiting = snapshot.apps[e.slot].waiting;
            const QString reason = waiting ? text::mainRejectReason(*waiting) : QString();
            if (!reason.isEmpty())
                ++reasons[reason];
        }
        for (auto it = reasons.cbegin(); it != reasons.cend(); ++it) {
            if (it.value() > 1 && 2 * it.value() > int(troubled.size()))
                return Words::tr("%Ln of them wait for the same reason: %1.", nullptr, it.value()).arg(it.key());
        }
        return Words::tr("No shared cause is known.");
    }

    static void count(Node& node, const Known& app, double requestsPerSecond) {
        GroupRow& sum = node.sum;
        add(sum.health, app.health);
        ++sum.apps;
        sum.deploying += app.row.app->deployments.isEmpty() ? 0 : 1;
        sum.troubled += app.needsAttention() ? 1 : 0;
        sum.cpus += app.cpus;
        sum.mem += app.mem;
        if (requestsPerSecond >= 0)
            sum.requestsPerSecond = std::max(sum.requestsPerSecond, 0.0) + requestsPerSecond;
    }

    /// Of the apps that need no attention; these count in their groups as well.
    Node plant(const RowOrder& order) const {
        Node root;
        for (const RowEntry& entry : flat->rows) {
            const Known& app = known[entry.slot];
            const auto* traffic = trafficOf(*order.lookup, *app.row.app);
            const double requests = traffic ? traffic->requestsPerSecond : -1;
            Node* node = &root;
            count(root, app, requests);
            for (const QString& part : app.groups) {
                node = &node->groups[part];
                count(*node, app, requests);
            }
            if (!app.needsAttention())
                node->apps.push_back(entry);
        }
        return root;
    }

    void appendTree(RowOrder& order, Node& node, const QString& path, int depth, int apps) {
        auto group = node.groups.begin();
        for (const RowEntry& app : node.apps) {
            // By name, groups and apps of one level stand in one alphabet; else groups come first.
            const QString name = order.snapshot->apps[app.slot].app->id.section(QLatin1Char('/'), -1);
            while (group != node.groups.end() && (!byName() || (query.descending ? false : group->first < name)))
                appendGroup(order, *group++, path, depth, apps);
            append(order, app, depth);
        }
        while (group != node.groups.end())
            appendGroup(order, *group++, path, depth, apps);
    }

    void appendGroup(RowOrder& order, std::pair<const QString, Node>& child, const QString& path, int depth, int apps) {
        GroupRow row = child.second.sum;
        row.id = path + QLatin1Char('/') + child.first;
        row.name = depth == 0 ? row.id : child.first;
        row.depth = depth;
        row.expandable = true;
        row.expanded = isExpanded(row.id, apps);
        row.detail = Words::tr("%Ln app(s)", nullptr, row.apps);
        const QString id = row.id;
        const bool open = row.expanded;
        append(order, std::move(row), "g");
        if (open && depth < 100)
            appendTree(order, child.second, id, depth + 1, apps);
    }

    std::shared_ptr<RowOrder> build() {
        auto order = std::make_shared<RowOrder>();
        order->snapshot = flat->snapshot;
        order->lookup = flat->lookup;
        order->bySlot = false;
        order->total = flat->total;
        order->objects = flat->objects;
        readApps(*order->snapshot);
        const auto troubled = [this](const RowEntry& entry) { return known[entry.slot].needsAttention(); };
        std::vector<RowEntry> band;
        std::copy_if(flat->rows.begin(), flat->rows.end(), std::back_inserter(band), troubled);
        appendBand(*order, std::move(band), int(flat->rows.size()));
        if (tree) {
            Node root = plant(*order);
            appendTree(*order, root, QString(), 0, int(flat->rows.size()));
        } else {
            for (const RowEntry& entry : flat->rows) {
                if (!troubled(entry))
                    append(*order, entry, -1);
            }
        }
        return order;
    }

    /// The rows as they stood, without those that ended, with the values of now.
    std::shared_ptr<RowOrder> stay(const RowOrder& fresh) const {
        auto order = std::make_shared<RowOrder>(fresh);
        order->rows.clear();
        order->depths.clear();
        for (std::size_t i = 0; i < last->rows.size(); ++i) {
            const RowEntry& entry = last->rows[i];
            const std::uint32_t at = fresh.row(entry);
            if (at == noRow && entry.slot != groupSlot && !alive(entry))
                continue;
            if (at == noRow && entry.slot == groupSlot) {
                const auto group = last->groups.constFind(entry.identity);
                if (group == last->groups.cend())
                    continue;
                order->groups.insert(entry.identity, *group);
            }
            order->rows.push_back(entry);
            order->depths.push_back(last->depths[i]);
        }
        for (std::size_t i = 0; i < fresh.rows.size(); ++i)
            order->pending += i >= order->rows.size() || !(order->rows[i] == fresh.rows[i]) ? 1 : 0;
        return order;
    }

    /// `known` is of the fresh order's snapshot.
    bool alive(const RowEntry& entry) const {
        return entry.slot < known.size() && known[entry.slot].row.app && known[entry.slot].identity == entry.identity;
    }
};

AppTreeProjection::AppTreeProjection(TableQuery query, bool tree)
    : d_(std::make_unique<Private>(std::move(query), tree)) {}
AppTreeProjection::~AppTreeProjection() = default;

void AppTreeProjection::setQuery(TableQuery query) {
    d_->query = query;
    d_->inner.setQuery(std::move(query));
    d_->changed = true;
}

void AppTreeProjection::setTree(bool tree) {
    d_->tree = tree;
    d_->changed = true;
}

void AppTreeProjection::setExpanded(QHash<QString, bool> expanded) {
    d_->expanded = std::move(expanded);
    d_->changed = true;
}

void AppTreeProjection::setHeld(bool held) {
    d_->changed = d_->changed || (d_->held && !held);
    d_->held = held;
}

std::shared_ptr<const void> AppTreeProjection::project(const SnapshotPtr& snapshot, const cluster::Diff& diff) {
    Private& d = *d_;
    if (auto flat = asRowOrder(d.inner.project(snapshot, diff))) {
        d.flat = std::move(flat);
    } else if (diff.agents.empty() && !d.changed) {
        return nullptr;
    } else {
        // The cause may read another way although no app changed.
        auto again = std::make_shared<RowOrder>(*d.flat);
        again->snapshot = snapshot;
        d.flat = again;
    }
    auto next = d.build();
    compareOrders(d.last.get(), *next);
    if (d.held && d.last && !d.changed) {
        next = d.stay(*next);
        compareOrders(d.last.get(), *next);
    }
    d.changed = false;
    next->sequence = ++d.sequence;
    if (!next->rows.empty())
        next->changed = {{0, std::uint32_t(next->rows.size())}};
    d.last = next;
    return next;
}

namespace {

QVariant groupName(const GroupRow& group, int role) {
    switch (role) {
    case Qt::DisplayRole:
        return group.name;
    case DetailRole:
        return group.detail;
    case DepthRole:
        return group.depth;
    case ExpandableRole:
        return group.expandable;
    case ExpandedRole:
        return group.expanded;
    case CountRole:
        return group.kind == RowKind::Band ? group.troubled : group.apps;
    case SeverityRole:
        return int(group.kind == RowKind::Band ? text::Severity::Bad : text::Severity::Neutral);
    case Qt::AccessibleTextRole:
        return group.detail.isEmpty() ? group.name : group.name + QStringLiteral(", ") + group.detail;
    default:
        return {};
    }
}

QVariant groupHealth(const GroupRow& group, int role) {
    switch (role) {
    case Qt::DisplayRole:
        return text::integer(group.health.healthy + group.health.unchecked);
    case PairRole:
        return text::integer(group.health.wanted);
    case HealthRole:
        return QVariant::fromValue(group.health);
    default:
        return {};
    }
}

QString groupText(const GroupRow& group, std::string_view column) {
    if (column == "deployment" && group.deploying > 0)
        return Words::tr("%Ln in flight", nullptr, group.deploying);
    if (column == "cpus")
        return text::cpus(group.cpus);
    if (column == "mem")
        return text::gib(group.mem);
    if (column == "requests")
        return group.requestsPerSecond < 0 ? text::none() : text::figure(group.requestsPerSecond);
    // A quantile of quantiles would be made up.
    return column == "errors" || column == "p99" ? text::none() : QString();
}

} // namespace

QVariant groupCell(const GroupRow& group, const Column& column, int role) {
    const std::string_view id = column.id;
    if (id == "id")
        return groupName(group, role);
    if (group.kind != RowKind::Group)
        return {};
    if (id == "health")
        return groupHealth(group, role);
    if (id == "state" && role == DetailRole && group.troubled > 0)
        return Words::tr("%Ln need(s) attention, shown above", nullptr, group.troubled);
    return role == Qt::DisplayRole ? QVariant(groupText(group, id)) : QVariant();
}

} // namespace mesoscope::tables

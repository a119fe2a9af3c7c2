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

bool needsAttention(const cluster::AppRow& row) {
    const text::AppState state = text::appState(row);
    return state == text::AppState::Degraded || state == text::AppState::Waiting;
}

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

    void append(RowOrder& order, const RowEntry& app, int depth) {
        const QString& id = order.snapshot->apps[app.slot].app->id;
        order.rows.push_back({app.slot, identity("a", id)});
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
        const auto& rows = order.snapshot->apps;
        std::stable_sort(troubled.begin(), troubled.end(), [&rows](const RowEntry& a, const RowEntry& b) {
            return text::appState(rows[a.slot]) < text::appState(rows[b.slot]);
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
                .arg(lostAgentsSentence(lost, snapshot.atMs), Words::tr("%n of these apps", nullptr, int(hit)));
        QHash<QString, int> reasons;
        for (const RowEntry& e : troubled) {
            const auto& waiting = snapshot.apps[e.slot].waiting;
            const QString reason = waiting ? text::mainRejectReason(*waiting) : QString();
            if (!reason.isEmpty())
                ++reasons[reason];
        }
        for (auto it = reasons.cbegin(); it != reasons.cend(); ++it) {
            if (it.value() > 1 && 2 * it.value() > int(troubled.size()))
                return Words::tr("%n of them wait for the same reason: %1.", nullptr, it.value()).arg(it.key());
        }
        return Words::tr("No shared cause is known.");
    }

    void count(Node& node, const cluster::AppRow& row, bool troubled, const Lookup& lookup) {
        GroupRow& sum = node.sum;
        add(sum.health, healthOf(row));
        ++sum.apps;
        sum.deploying += row.app->deployments.isEmpty() ? 0 : 1;
        sum.troubled += troubled ? 1 : 0;
        sum.cpus += row.app->cpus * row.app->instances;
        sum.mem += row.app->mem * row.app->instances;
        const auto* traffic = trafficOf(lookup, *row.app);
        if (traffic && traffic->requestsPerSecond >= 0)
            sum.requestsPerSecond = std::max(sum.requestsPerSecond, 0.0) + traffic->requestsPerSecond;
    }

    Node plant(const RowOrder& order, std::vector<RowEntry>& troubled) {
        Node root;
        for (const RowEntry& entry : flat->rows) {
            const cluster::AppRow& row = order.snapshot->apps[entry.slot];
            const bool bad = needsAttention(row);
            Node* node = &root;
            count(root, row, bad, *order.lookup);
            const QStringList parts = row.app->id.split(QLatin1Char('/'), Qt::SkipEmptyParts);
            for (int i = 0; i + 1 < parts.size(); ++i) {
                node = &node->groups[parts[i]];
                count(*node, row, bad, *order.lookup);
            }
            if (bad)
                troubled.push_back(entry);
            else
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
        row.detail = Words::tr("%n app(s)", nullptr, row.apps);
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
        std::vector<RowEntry> troubled;
        Node root = plant(*order, troubled);
        appendBand(*order, troubled, int(flat->rows.size()));
        if (tree) {
            appendTree(*order, root, QString(), 0, int(flat->rows.size()));
        } else {
            for (const RowEntry& entry : flat->rows) {
                if (!needsAttention(order->snapshot->apps[entry.slot]))
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
            if (at == noRow && entry.slot != groupSlot && !alive(fresh, entry))
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

    bool alive(const RowOrder& fresh, const RowEntry& entry) const {
        const auto& apps = fresh.snapshot->apps;
        if (entry.slot >= apps.size() || !apps[entry.slot].app)
            return false;
        const QByteArray wanted = "a" + apps[entry.slot].app->id.toUtf8();
        return ids.view(entry.identity) == std::string_view(wanted.constData(), std::size_t(wanted.size()));
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
        return Words::tr("%n in flight", nullptr, group.deploying);
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
        return Words::tr("%n need(s) attention, shown above", nullptr, group.troubled);
    return role == Qt::DisplayRole ? QVariant(groupText(group, id)) : QVariant();
}

} // namespace mesoscope::tables

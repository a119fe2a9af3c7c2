#include "models/appspec/diff.h"

#include "models/appspec/app_fields.h"

#include <QCoreApplication>

#include <map>

namespace mesoscope::appspec {
namespace {

QString qt(const std::string& text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString topField(const std::string& path) {
    return qt(path.substr(1, path.find('/', 1) - 1));
}

QString written(const JsonTree& tree, const AppField* field) {
    if (!field)
        return {};
    if (field->node < 0)
        return qt(field->value);
    const std::string_view raw = JsonValue(&tree, field->node).raw();
    return QString::fromUtf8(raw.data(), qsizetype(raw.size()));
}

QString pointer(const JsonTree& tree, const AppField* field) {
    return field && field->node >= 0 ? tree.pointerOf(JsonValue(&tree, field->node)) : QString();
}

Change changeOf(const AppField* before, const AppField* after, const JsonTree& beforeTree, const JsonTree& afterTree) {
    Change change;
    const std::string& path = before ? before->path : after->path;
    change.path = qt(path);
    change.field = topField(path);
    change.kind = !before ? ChangeKind::Added : !after ? ChangeKind::Removed : ChangeKind::Changed;
    change.before = written(beforeTree, before);
    change.after = written(afterTree, after);
    change.pointerBefore = pointer(beforeTree, before);
    change.pointerAfter = pointer(afterTree, after);
    return change;
}

/// The value a single field has when it is not written, for "mem 128 → 256".
QString defaultText(const QString& field) {
    static const QHash<QString, QString> known{{QStringLiteral("instances"), QStringLiteral("1")},
                                               {QStringLiteral("cpus"), QStringLiteral("1")},
                                               {QStringLiteral("mem"), QStringLiteral("128")},
                                               {QStringLiteral("disk"), QStringLiteral("0")},
                                               {QStringLiteral("gpus"), QStringLiteral("0")},
                                               {QStringLiteral("role"), QStringLiteral("*")},
                                               {QStringLiteral("backoffSeconds"), QStringLiteral("1")},
                                               {QStringLiteral("backoffFactor"), QStringLiteral("1.15")},
                                               {QStringLiteral("maxLaunchDelaySeconds"), QStringLiteral("300")}};
    return known.value(field);
}

QString unquoted(const QString& json) {
    return json.startsWith(QLatin1Char('"')) ? decodeString(json.toStdString()) : json;
}

class Words {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::Words)
public:
    static QString nothing() { return tr("not set"); }
};

} // namespace

QString changeKindName(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::Added:
        return QStringLiteral("added");
    case ChangeKind::Removed:
        return QStringLiteral("removed");
    case ChangeKind::Changed:
        break;
    }
    return QStringLiteral("changed");
}

QString FieldSummary::text() const {
    if (single) {
        const QString from = before.isEmpty() ? Words::nothing() : before;
        const QString to = after.isEmpty() ? Words::nothing() : after;
        return QStringLiteral("%1 %2 → %3").arg(field, from, to);
    }
    QStringList parts{field};
    if (added)
        parts.append(QStringLiteral("+%1").arg(added));
    if (removed)
        parts.append(QStringLiteral("−%1").arg(removed));
    if (changed)
        parts.append(QStringLiteral("~%1").arg(changed));
    return parts.join(QLatin1Char(' '));
}

QList<FieldSummary> AppDiff::summary() const {
    QList<FieldSummary> lines;
    for (const Change& change : changes) {
        const bool single = change.path.count(QLatin1Char('/')) == 1;
        if (lines.isEmpty() || lines.last().field != change.field || single) {
            lines.append(FieldSummary{});
            lines.last().field = change.field;
        }
        FieldSummary& line = lines.last();
        if (single) {
            line.single = true;
            line.before = change.before.isEmpty() ? defaultText(change.field) : unquoted(change.before);
            line.after = change.after.isEmpty() ? defaultText(change.field) : unquoted(change.after);
        }
        line.added += change.kind == ChangeKind::Added;
        line.removed += change.kind == ChangeKind::Removed;
        line.changed += change.kind == ChangeKind::Changed;
    }
    return lines;
}

AppDiff diffApps(const JsonValue& before, const JsonValue& after, const JsonTree& beforeTree,
                 const JsonTree& afterTree) {
    AppDiff diff;
    if (before.raw() == after.raw())
        return diff;
    const std::vector<AppField> was = fieldsOf(before);
    const std::vector<AppField> is = fieldsOf(after);
    size_t i = 0, k = 0;
    while (i < was.size() || k < is.size()) {
        const AppField* a = i < was.size() ? &was[i] : nullptr;
        const AppField* b = k < is.size() ? &is[k] : nullptr;
        if (a && b && a->path == b->path) {
            if (a->value != b->value)
                diff.changes.append(changeOf(a, b, beforeTree, afterTree));
            ++i;
            ++k;
        } else if (!b || (a && a->path < b->path)) {
            diff.changes.append(changeOf(a, nullptr, beforeTree, afterTree));
            ++i;
        } else {
            diff.changes.append(changeOf(nullptr, b, beforeTree, afterTree));
            ++k;
        }
    }
    return diff;
}

QList<AppDiff> diffDocuments(const JsonTree& before, const JsonTree& after) {
    std::map<QString, std::pair<JsonValue, JsonValue>> pairs;
    for (const NamedApp& app : appsOf(before))
        pairs[app.id].first = app.value;
    for (const NamedApp& app : appsOf(after))
        pairs[app.id].second = app.value;
    QList<AppDiff> diffs;
    for (const auto& [id, pair] : pairs) {
        AppDiff diff;
        if (!pair.first.isValid() || !pair.second.isValid())
            diff.kind = pair.first.isValid() ? ChangeKind::Removed : ChangeKind::Added;
        else
            diff = diffApps(pair.first, pair.second, before, after);
        diff.id = id;
        if (!diff.isEmpty())
            diffs.append(diff);
    }
    return diffs;
}

} // namespace mesoscope::appspec

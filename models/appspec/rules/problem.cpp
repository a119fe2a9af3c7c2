#include "models/appspec/rules/problem.h"

#include <QStringList>

#include <array>

namespace mesoscope::appspec {

QString stageName(Stage stage) {
    static constexpr std::array names{"syntax", "parse", "update",     "deprecated-api",  "canonical", "conversion",
                                      "model",  "state", "root-group", "deployment-plan", "group",     "advice"};
    return QString::fromLatin1(names[size_t(stage)]);
}

void Report::add(const QString& path, const QString& message, const QString& pointer, std::optional<Fix> fix) {
    failed_ = true;
    if (silent_)
        return;
    Problem problem;
    problem.path = prefix_ + path;
    problem.message = message;
    problem.pointer = base_ + (pointer.isNull() ? pointerOfPath(path) : pointer);
    problem.stage = stage_;
    problem.fix = std::move(fix);
    if (problem.fix)
        problem.fix->pointer.prepend(base_);
    out_->append(std::move(problem));
}

void Report::warn(const QString& path, const QString& message, const QString& pointer, std::optional<Fix> fix) {
    if (silent_)
        return;
    const bool failed = failed_;
    add(path, message, pointer, std::move(fix));
    out_->last().severity = Severity::Warning;
    failed_ = failed;
}

QString pointerOfPath(const QString& path) {
    QString pointer;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const QChar c = path[i];
        if (c == QLatin1Char('(')) {
            const qsizetype close = path.indexOf(QLatin1Char(')'), i);
            bool ok = false;
            path.mid(i + 1, close - i - 1).toInt(&ok);
            if (close < 0 || !ok)
                break;
            pointer += QLatin1Char('/') + path.mid(i + 1, close - i - 1);
            i = close;
        } else if (c == QLatin1Char('/') && i + 1 == path.size()) {
            break;
        } else {
            pointer += c;
        }
    }
    return pointer;
}

namespace {

/// Canonical fields may have been filled from deprecated ones; the user sees the latter.
QString sourceOf(const QString& pointer, const JsonTree& tree) {
    static constexpr std::array<std::array<const char*, 2>, 4> moved{
        {{"/container/portMappings", "/container/docker/portMappings"},
         {"/portDefinitions", "/ports"},
         {"/networks", "/ipAddress"},
         {"/networks", "/container/docker/network"}}};
    for (const auto& [canonical, deprecated] : moved) {
        const QString from = QLatin1String(canonical);
        const qsizetype at = pointer.indexOf(from);
        if (at < 0)
            continue;
        const QString base = pointer.left(at);
        if (tree.at(base + from).isValid() || !tree.at(base + QLatin1String(deprecated)).isValid())
            continue;
        return base + QLatin1String(deprecated) + pointer.mid(at + from.size());
    }
    return pointer;
}

} // namespace

void locate(QList<Problem>& problems, const JsonTree& tree) {
    if (!tree.isValid())
        return;
    std::vector<quint32> offsets;
    for (Problem& problem : problems) {
        JsonValue value = tree.at(problem.pointer);
        if (!value.isValid())
            value = tree.nearest(sourceOf(problem.pointer, tree));
        problem.pointer = tree.pointerOf(value);
        problem.begin = value.begin();
        problem.end = value.end();
        offsets.push_back(problem.begin);
    }
    const std::vector<Position> positions = LineIndex(tree.text()).positions(offsets);
    for (qsizetype i = 0; i < problems.size(); ++i)
        problems[i].position = positions[size_t(i)];
}

} // namespace mesoscope::appspec

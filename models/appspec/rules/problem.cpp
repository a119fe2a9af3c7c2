#include "models/appspec/rules/problem.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace mesoscope::appspec {

QString stageName(Stage stage) {
    static constexpr std::array names{"syntax",     "parse",  "update", "deprecated-api", "canonical",
                                      "conversion", "model",  "state",  "root-group",     "deployment-plan",
                                      "group",      "advice", "server"};
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

namespace {

class Meaning {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::Problem)
public:
    static QString of(const QString& code) {
        const std::pair<const char*, QString> known[]{
            {"error.expected.int", tr("A whole number is expected.")},
            {"error.expected.long", tr("A whole number is expected.")},
            {"error.expected.jsnumber", tr("A number is expected, without quotes.")},
            {"error.expected.jsstring", tr("A text in quotes is expected.")},
            {"error.expected.jsboolean", tr("true or false is expected.")},
            {"error.expected.jsarray", tr("A list in [ ] is expected.")},
            {"error.expected.jsobject", tr("An object in { } is expected.")},
            {"error.expected.date", tr("A date is expected, such as 2020-01-31T12:00:00.000Z.")},
            {"error.expected.date.isoformat", tr("A date is expected, such as 2020-01-31T12:00:00.000Z.")},
            {"error.min", tr("The number is too small.")},
            {"error.max", tr("The number is too large.")},
            {"error.minLength", tr("It must not be empty.")},
            {"error.maxLength", tr("It is too long.")},
            {"error.pattern", tr("Only lower-case letters, digits and dashes are allowed here.")},
            {"error.unknown.enum.literal", tr("This is none of the known words.")},
            {"error.path.missing", tr("A required key is missing.")}};
        for (const auto& [name, text] : known) {
            if (code == QLatin1String(name))
                return text;
        }
        return {};
    }
};

} // namespace

QString explanation(const Problem& problem) {
    return Meaning::of(problem.message);
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
    if (!tree.isValid() || problems.isEmpty())
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

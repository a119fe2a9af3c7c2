#include "models/scheduler/compose_file.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace mesoscope::scheduler {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("ComposeFile", text);
}

base::Error problem(const QString& sentence, const QString& advice) {
    return {base::ErrorKind::Input, sentence, advice, {}, 0};
}

QString scalar(const YAML::Node& node) {
    return node && node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
}

/// depends_on: a list, or (in newer files) a map with conditions.
QStringList needsOf(const YAML::Node& node) {
    QStringList out;
    if (!node || !(node.IsSequence() || node.IsMap()))
        return out;
    for (const auto& entry : node)
        out << scalar(node.IsMap() ? entry.first : YAML::Node(entry));
    return out;
}

ComposeService serviceOf(const QString& name, const YAML::Node& node) {
    ComposeService service;
    service.name = name;
    if (!node.IsMap())
        return service;
    service.image = scalar(node["image"]);
    service.needs = needsOf(node["depends_on"]);
    if (const YAML::Node deploy = node["deploy"]; deploy && deploy.IsMap())
        service.instances = std::max(1, scalar(deploy["replicas"]).toInt());
    return service;
}

QStringList variablesIn(const QByteArray& yaml) {
    static const QRegularExpression variable(QStringLiteral("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}"));
    QStringList names;
    for (auto it = variable.globalMatch(QString::fromUtf8(yaml)); it.hasNext();)
        names << it.next().captured(1);
    names.removeDuplicates();
    return names;
}

/// What is needed first; services that need each other stay in the order of the file.
QList<ComposeService> inOrder(QList<ComposeService> left) {
    QList<ComposeService> out;
    QSet<QString> placed;
    while (!left.isEmpty()) {
        auto next = std::find_if(left.begin(), left.end(), [&](const ComposeService& s) {
            return std::all_of(s.needs.begin(), s.needs.end(), [&](const QString& n) { return placed.contains(n); });
        });
        if (next == left.end())
            next = left.begin();
        placed.insert(next->name);
        out.append(*next);
        left.erase(next);
    }
    return out;
}

/// A service that waits for one which is not in the file never starts.
base::Result<void> checkNeeds(const QList<ComposeService>& services) {
    for (const ComposeService& service : services) {
        for (const QString& need : service.needs) {
            const bool there = std::any_of(services.begin(), services.end(),
                                           [&](const ComposeService& other) { return other.name == need; });
            if (!there)
                return tl::unexpected(
                    problem(tr("The service %1 waits for %2, which is not in the file.").arg(service.name, need),
                            tr("Add that service, or take it out of depends_on.")));
        }
        if (service.image.isEmpty())
            return tl::unexpected(problem(tr("The service %1 has no image.").arg(service.name),
                                          tr("Build it first and name the image in the file.")));
    }
    return {};
}

} // namespace

bool isComposeFile(QByteArrayView document) {
    const QByteArray text = document.trimmed().toByteArray();
    return !text.startsWith('{') && (text.startsWith("services:") || text.contains("\nservices:"));
}

bool createsCompose(const Command& command) {
    return command.verb == Command::Verb::Deploy && (command.targets.size() > 1 || isComposeFile(command.document));
}

base::Result<ComposeFile> readComposeFile(const QByteArray& yaml) {
    ComposeFile file;
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        const YAML::Node services = root.IsMap() ? root["services"] : YAML::Node();
        if (!services || !services.IsMap() || services.size() == 0)
            return tl::unexpected(
                problem(tr("The compose file has no services."),
                        tr("It has to be YAML with an entry “services”, one below it for each app.")));
        for (const auto& entry : services)
            file.services.append(serviceOf(scalar(entry.first), entry.second));
    } catch (const YAML::Exception& error) {
        return tl::unexpected(problem(tr("The compose file is not YAML: line %1, column %2: %3.")
                                          .arg(error.mark.line + 1)
                                          .arg(error.mark.column + 1)
                                          .arg(QString::fromStdString(error.msg)),
                                      tr("Correct the text there.")));
    }
    if (const auto checked = checkNeeds(file.services); !checked)
        return tl::unexpected(checked.error());
    file.services = inOrder(std::move(file.services));
    file.variables = variablesIn(yaml);
    return file;
}

QString composeOrder(const ComposeFile& file) {
    QStringList out;
    for (const ComposeService& service : file.services)
        out << (service.needs.isEmpty()
                    ? service.name
                    : tr("%1 (after %2)").arg(service.name, service.needs.join(QStringLiteral(", "))));
    return out.join(QStringLiteral(", "));
}

} // namespace mesoscope::scheduler

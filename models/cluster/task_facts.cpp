#include "models/cluster/task_facts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mesoscope::cluster {

namespace {

QJsonObject objectOf(std::string_view json) {
    return QJsonDocument::fromJson(QByteArray(json.data(), qsizetype(json.size()))).object();
}

QString text(const QJsonObject& object, const char* key) {
    return object.value(QLatin1String(key)).toString();
}

QString volumeText(const QJsonObject& volume) {
    QString source = text(volume, "host_path");
    if (source.isEmpty())
        source = text(volume.value(QLatin1String("source")).toObject(), "type").toLower();
    const QString to = text(volume, "container_path");
    const QString mode = text(volume, "mode").toLower();
    return (source.isEmpty() ? to : source + QStringLiteral(" → ") + to) +
           (mode.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(mode));
}

QString imageOf(const QJsonObject& container) {
    const QString docker = text(container.value(QLatin1String("docker")).toObject(), "image");
    if (!docker.isEmpty())
        return docker;
    const QJsonObject image =
        container.value(QLatin1String("mesos")).toObject().value(QLatin1String("image")).toObject();
    const QString name = text(image.value(QLatin1String("docker")).toObject(), "name");
    return name.isEmpty() ? text(image.value(QLatin1String("appc")).toObject(), "name") : name;
}

void addContainer(const QJsonObject& container, TaskFacts& facts) {
    facts.containerType = text(container, "type");
    facts.image = imageOf(container);
    const QJsonArray volumes = container.value(QLatin1String("volumes")).toArray();
    for (const auto& v : volumes)
        facts.volumes << volumeText(v.toObject());
    const QJsonArray networks = container.value(QLatin1String("network_infos")).toArray();
    for (const auto& v : networks) {
        const QString name = text(v.toObject(), "name");
        if (!name.isEmpty() && !facts.networks.contains(name))
            facts.networks << name;
    }
}

void addDiscovery(const QJsonObject& discovery, TaskFacts& facts) {
    facts.discoveryName = text(discovery, "name");
    facts.visibility = text(discovery, "visibility");
    const QJsonArray ports = discovery.value(QLatin1String("ports")).toObject().value(QLatin1String("ports")).toArray();
    for (const auto& v : ports) {
        const QJsonObject port = v.toObject();
        const QString protocol = text(port, "protocol");
        const QString name = text(port, "name");
        facts.ports << QString::number(port.value(QLatin1String("number")).toInt()) +
                           (protocol.isEmpty() ? QString() : QLatin1Char('/') + protocol) +
                           (name.isEmpty() ? QString() : QLatin1Char(' ') + name);
    }
}

} // namespace

TaskFacts taskFacts(const Snapshot& snapshot, const TaskRow& task) {
    TaskFacts facts;
    const QJsonArray labels = objectOf(snapshot.view(task.labels)).value(QLatin1String("labels")).toArray();
    for (const auto& v : labels)
        facts.labels.append({text(v.toObject(), "key"), text(v.toObject(), "value")});
    facts.networks = snapshot.text(task.networks).split(QLatin1Char(','), Qt::SkipEmptyParts);
    facts.addresses = snapshot.text(task.ipAddresses).split(QLatin1Char(','), Qt::SkipEmptyParts);
    addContainer(objectOf(snapshot.view(task.container)), facts);
    addDiscovery(objectOf(snapshot.view(task.discovery)), facts);
    return facts;
}

} // namespace mesoscope::cluster

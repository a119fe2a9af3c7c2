#include "models/appspec/rules/marathon_stages.h"

#include <QCoreApplication>

namespace mesoscope::appspec::marathon {
namespace {

QString en(const char* text) {
    return QString::fromLatin1(text);
}

bool repeated(QStringList names) {
    names.removeAll(QString());
    const qsizetype all = names.size();
    return names.removeDuplicates() > 0 && all > 0;
}

void checkOldContainer(const Container& container, Report& report) {
    if (!container.docker)
        return;
    const auto mustBeEmpty = [&](const char* field, bool given) {
        const QString path = QLatin1String("/container/docker/") + QLatin1String(field);
        if (given)
            report.add(path, en("must be empty"), path,
                       Fix{QCoreApplication::translate("appspec", "Remove %1").arg(QLatin1String(field)), path, {}});
    };
    const Docker& docker = *container.docker;
    mustBeEmpty("credential", docker.hasCredential);
    if (container.type == Engine::Mesos) {
        mustBeEmpty("network", docker.network.has_value());
        mustBeEmpty("parameters", !docker.parameters.empty());
        mustBeEmpty("portMappings", docker.portMappings.has_value());
    }
}

void checkUris(const App& app, Report& report) {
    if (!app.uris)
        return;
    for (qsizetype i = 0; i < app.uris->size(); ++i) {
        if (!isServerUri(app.uris->at(i)))
            report.add(QStringLiteral("/uris(%1)").arg(i), en("URI has invalid syntax."));
    }
    if (!app.uris->isEmpty() && app.fetch && !app.fetch->empty())
        report.add(en("/uris"), en("may not be set in conjunction with fetch"));
}

void checkOldPorts(const App& app, Report& report) {
    if (app.ports) {
        std::vector<int> used;
        for (const int port : *app.ports) {
            if (port != 0)
                used.push_back(port);
        }
        std::sort(used.begin(), used.end());
        if (std::adjacent_find(used.begin(), used.end()) != used.end())
            report.add(en("/"), en("ports must be unique"), en("/ports"));
    }
    const bool somePorts = (app.ports && !app.ports->empty()) || (app.portDefinitions && !app.portDefinitions->empty());
    if (app.ipAddress && somePorts)
        report.add(en("/"), en("cannot specify both an IP address and port"), en("/ipAddress"));
    if (app.ports && app.portDefinitions) {
        std::vector<int> numbers;
        for (const PortDefinition& definition : *app.portDefinitions)
            numbers.push_back(definition.port);
        if (numbers != *app.ports)
            report.add(en("/"), en("cannot specify both ports and port definitions"), en("/ports"));
    }
}

} // namespace

void checkDeprecated(const App& app, Report& report) {
    report.setStage(Stage::DeprecatedApi);
    if (app.container)
        checkOldContainer(*app.container, report);
    if (app.container && app.container->docker && app.container->docker->portMappings) {
        QStringList names;
        for (const PortMapping& mapping : *app.container->docker->portMappings)
            names.append(mapping.name.value_or(QString()));
        if (repeated(names))
            report.add(en("/app.container.flatMap(_.docker.flatMap(_.portMappings))"), en("Port names must be unique."),
                       en("/container/docker/portMappings"));
    }
    if (app.ipAddress && app.ipAddress->discovery && app.isDocker())
        report.add(en("/ipAddress"), en("ipAddress/discovery is not allowed for Docker containers"));
    checkUris(app, report);
    const bool networks = app.networks && !app.networks->empty();
    if (networks && app.container && app.container->docker && app.container->docker->network)
        report.add(en("/"), en("must not specify both container.docker.network and networks"),
                   en("/container/docker/network"));
    if (networks && app.ipAddress)
        report.add(en("/"), en("must not specify both networks and ipAddress"), en("/ipAddress"));
    checkOldPorts(app, report);
}

} // namespace mesoscope::appspec::marathon

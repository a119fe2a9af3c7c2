#include "models/appspec/document.h"
#include "models/appspec/sources.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace mesoscope::appspec {
namespace {

/// Writes members in the order in which they are added; empty ones are left out.
class ObjectWriter {
public:
    void raw(const char* key, const QByteArray& json) {
        if (json.isEmpty())
            return;
        text_ += text_.isEmpty() ? "" : ",";
        text_ += '"' + QByteArray(key) + "\":" + json;
    }
    void text(const char* key, const QString& value) {
        if (!value.isEmpty())
            raw(key, quoted(value));
    }
    bool isEmpty() const { return text_.isEmpty(); }
    QByteArray done() const { return '{' + text_ + '}'; }
    QByteArray doneOrNothing() const { return isEmpty() ? QByteArray() : done(); }

private:
    QByteArray text_;
};

QByteArray listOf(const QList<QByteArray>& items) {
    return items.isEmpty() ? QByteArray() : '[' + items.join(',') + ']';
}

QByteArray textsOf(const QStringList& texts) {
    QList<QByteArray> items;
    for (const QString& text : texts)
        items.append(quoted(text));
    return listOf(items);
}

QByteArray mapOf(const QList<std::pair<QString, QString>>& pairs) {
    QByteArray text;
    for (const auto& [key, value] : pairs)
        text += (text.isEmpty() ? "" : ",") + quoted(key) + ':' + quoted(value);
    return pairs.isEmpty() ? QByteArray() : '{' + text + '}';
}

QString segmentOf(const QString& name) {
    QString segment = name.toLower();
    segment.replace(QRegularExpression(QStringLiteral("[^a-z0-9-]+")), QStringLiteral("-"));
    while (segment.startsWith(QLatin1Char('-')))
        segment.remove(0, 1);
    while (segment.endsWith(QLatin1Char('-')))
        segment.chop(1);
    return segment.isEmpty() ? QStringLiteral("app") : segment;
}

/// "512m", "1g", "1GB", "1073741824" in MB; 0 when it is none of these.
double megabytes(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^\\s*([0-9.]+)\\s*([bkmg]?)(i?b)?\\s*$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return 0;
    const double number = match.captured(1).toDouble();
    const QString unit = match.captured(2).toLower();
    if (unit == QLatin1String("g"))
        return number * 1024;
    if (unit == QLatin1String("m"))
        return number;
    return unit == QLatin1String("k") ? number / 1024 : number / (1024 * 1024);
}

/// "30s", "1m30s", "500ms" in whole seconds, at least one.
int seconds(const QString& text) {
    static const QRegularExpression part(QStringLiteral("([0-9.]+)(h|ms|m|s)"));
    double total = 0;
    for (auto it = part.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString unit = match.captured(2);
        const double factor = unit == QLatin1String("h")   ? 3600
                              : unit == QLatin1String("m") ? 60
                              : unit == QLatin1String("s") ? 1
                                                           : 0.001;
        total += match.captured(1).toDouble() * factor;
    }
    return std::max(1, int(total + 0.5));
}

/// What both kinds of import know about one container.
struct Container {
    QString name;
    QString image;
    QString command; ///< for a shell
    QStringList arguments;
    QString user;
    QString network; ///< host, bridge or a name
    QList<std::pair<QString, QString>> environment;
    QList<std::pair<QString, QString>> labels;
    QList<std::pair<QString, QString>> parameters;
    QStringList ports;
    QStringList volumes;
    QStringList dependencies;
    double cpus = 0;
    double mem = 0;
    int instances = 1;
    bool privileged = false;
    bool tty = false;
    QByteArray healthCheck;
};

class Importer {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::Importer)
public:
    QStringList notes;

    static QString noImage() { return tr("The command names no image."); }
    static QString openQuote() { return tr("A quotation mark is not closed."); }
    static QString needsValue(const QString& option) { return tr("%1 has no value.").arg(option); }
    static QString noServices() { return tr("The Compose file has no services."); }
    static QString notYaml(int line, int column, const QString& what) {
        return tr("The Compose file is not YAML: line %1, column %2: %3.").arg(line).arg(column).arg(what);
    }
    void left(const QString& what) { notes.append(tr("%1 was left out.").arg(what)); }
    void noImageFor(const QString& service) {
        notes.append(tr("%1 has no image; build it first and name it here.").arg(service));
    }
    void namedVolume(const QString& name) {
        notes.append(
            tr("The named volume %1 became a directory of the agent; choose a persistent volume if its data must stay.")
                .arg(name));
    }

    QByteArray appOf(const Container& c, const QString& id) {
        ObjectWriter app;
        app.text("id", id);
        app.text("cmd", c.command);
        app.raw("args", c.command.isEmpty() ? textsOf(c.arguments) : QByteArray());
        app.text("user", c.user);
        app.raw("instances", c.instances == 1 ? QByteArray() : QByteArray::number(c.instances));
        app.raw("cpus", c.cpus > 0 ? QByteArray::number(c.cpus) : QByteArray());
        app.raw("mem", c.mem > 0 ? QByteArray::number(c.mem) : QByteArray());
        app.raw("container", containerOf(c));
        app.raw("networks", networksOf(c));
        app.raw("env", mapOf(c.environment));
        app.raw("healthChecks", c.healthCheck);
        app.raw("dependencies", textsOf(c.dependencies));
        app.raw("labels", mapOf(c.labels));
        app.raw("tty", c.tty ? QByteArrayLiteral("true") : QByteArray());
        return app.done();
    }

private:
    static bool isHost(const Container& c) { return c.network == QLatin1String("host"); }

    static QByteArray networksOf(const Container& c) {
        if (isHost(c))
            return QByteArrayLiteral("[{\"mode\":\"host\"}]");
        if (c.network.isEmpty() || c.network == QLatin1String("bridge") || c.network == QLatin1String("default"))
            return QByteArrayLiteral("[{\"mode\":\"container/bridge\"}]");
        return "[{\"mode\":\"container\",\"name\":" + quoted(c.network) + "}]";
    }

    QByteArray containerOf(const Container& c) {
        ObjectWriter docker;
        docker.text("image", c.image);
        docker.raw("privileged", c.privileged ? QByteArrayLiteral("true") : QByteArray());
        QList<QByteArray> parameters;
        for (const auto& [key, value] : c.parameters)
            parameters.append("{\"key\":" + quoted(key) + ",\"value\":" + quoted(value) + '}');
        docker.raw("parameters", listOf(parameters));
        ObjectWriter container;
        container.text("type", QStringLiteral("DOCKER"));
        container.raw("docker", docker.done());
        if (!isHost(c)) {
            QList<QByteArray> ports;
            for (const QString& port : c.ports)
                ports.append(portOf(port));
            ports.removeAll(QByteArray());
            container.raw("portMappings", ports.isEmpty() ? QByteArrayLiteral("[]") : listOf(ports));
        }
        QList<QByteArray> volumes;
        for (const QString& volume : c.volumes)
            volumes.append(volumeOf(volume));
        volumes.removeAll(QByteArray());
        container.raw("volumes", listOf(volumes));
        return container.done();
    }

    /// [[ip:]host:]container[/protocol]
    QByteArray portOf(const QString& text) {
        const QString protocol = text.section(QLatin1Char('/'), 1, 1);
        const QStringList parts = text.section(QLatin1Char('/'), 0, 0).split(QLatin1Char(':'));
        bool ok = false;
        const int inside = parts.last().toInt(&ok);
        if (!ok) {
            left(tr("Port %1").arg(text));
            return {};
        }
        const int outside = parts.size() > 1 ? parts[parts.size() - 2].toInt() : 0;
        QByteArray json =
            "{\"containerPort\":" + QByteArray::number(inside) + ",\"hostPort\":" + QByteArray::number(outside);
        if (!protocol.isEmpty() && protocol != QLatin1String("tcp"))
            json += ",\"protocol\":" + quoted(protocol);
        return json + '}';
    }

    /// [source:]target[:mode]
    QByteArray volumeOf(const QString& text) {
        const QStringList parts = text.split(QLatin1Char(':'));
        if (parts.size() < 2) {
            left(tr("The anonymous volume %1").arg(text));
            return {};
        }
        const bool readOnly = parts.value(2).split(QLatin1Char(',')).contains(QLatin1String("ro"));
        if (!parts[0].startsWith(QLatin1Char('/')) && !parts[0].startsWith(QLatin1Char('.')))
            namedVolume(parts[0]);
        return "{\"containerPath\":" + quoted(parts[1]) + ",\"hostPath\":" + quoted(parts[0]) +
               ",\"mode\":" + (readOnly ? "\"RO\"" : "\"RW\"") + '}';
    }
};

/// Words as a POSIX shell splits them; nothing when a quotation mark is open.
std::optional<QStringList> shellWords(const QString& text) {
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else if (c == u'\\' && quote == u'"' && i + 1 < text.size() &&
                     QStringLiteral("\"\\$`").contains(text[i + 1]))
                word += text[++i];
            else
                word += c;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
            inWord = true;
        } else if (c == u'\\' && i + 1 < text.size()) {
            const QChar next = text[++i];
            if (next != u'\n') {
                word += next;
                inWord = true;
            }
        } else if (c.isSpace()) {
            if (inWord)
                words.append(word);
            word.clear();
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (!quote.isNull())
        return std::nullopt;
    if (inWord)
        words.append(word);
    return words;
}

std::pair<QString, QString> assignment(const QString& text) {
    return {text.section(QLatin1Char('='), 0, 0), text.section(QLatin1Char('='), 1)};
}

/// Reads the options of docker run into a container.
class DockerRun {
public:
    explicit DockerRun(Importer& importer) : importer_(importer) {}

    QString read(QStringList words) {
        if (words.value(0) == QLatin1String("sudo"))
            words.removeFirst();
        if (words.value(0) == QLatin1String("docker") || words.value(0) == QLatin1String("podman"))
            words.removeFirst();
        if (words.value(0) == QLatin1String("container"))
            words.removeFirst();
        if (words.value(0) == QLatin1String("run"))
            words.removeFirst();
        while (!words.isEmpty() && words.first().startsWith(QLatin1Char('-'))) {
            const QString error = option(words);
            if (!error.isEmpty())
                return error;
        }
        if (words.isEmpty())
            return Importer::noImage();
        container.image = words.takeFirst();
        container.arguments = words;
        return {};
    }

    Container container;

private:
    static const QHash<QString, QString>& longNames() {
        static const QHash<QString, QString> names{
            {QStringLiteral("-p"), QStringLiteral("publish")},    {QStringLiteral("-e"), QStringLiteral("env")},
            {QStringLiteral("-v"), QStringLiteral("volume")},     {QStringLiteral("-m"), QStringLiteral("memory")},
            {QStringLiteral("-l"), QStringLiteral("label")},      {QStringLiteral("-u"), QStringLiteral("user")},
            {QStringLiteral("-c"), QStringLiteral("cpu-shares")}, {QStringLiteral("-w"), QStringLiteral("workdir")},
            {QStringLiteral("-h"), QStringLiteral("hostname")}};
        return names;
    }

    QString option(QStringList& words) {
        const QString word = words.takeFirst();
        static const QStringList flags{
            QStringLiteral("privileged"), QStringLiteral("tty"),         QStringLiteral("interactive"),
            QStringLiteral("detach"),     QStringLiteral("rm"),          QStringLiteral("init"),
            QStringLiteral("read-only"),  QStringLiteral("publish-all"), QStringLiteral("no-healthcheck")};
        if (word.startsWith(QLatin1String("--"))) {
            const QString name = word.mid(2).section(QLatin1Char('='), 0, 0);
            if (flags.contains(name))
                return flag(name), QString();
            if (word.contains(QLatin1Char('=')))
                return set(name, word.section(QLatin1Char('='), 1)), QString();
            if (words.isEmpty())
                return Importer::needsValue(word);
            return set(name, words.takeFirst()), QString();
        }
        const QString name = longNames().value(word.left(2));
        if (name.isEmpty()) {
            for (const QChar c : word.mid(1))
                flag(c == u't' ? QStringLiteral("tty") : QString());
            return {};
        }
        if (word.size() > 2)
            return set(name, word.mid(2)), QString();
        if (words.isEmpty())
            return Importer::needsValue(word);
        return set(name, words.takeFirst()), QString();
    }

    void flag(const QString& name) {
        container.privileged |= name == QLatin1String("privileged");
        container.tty |= name == QLatin1String("tty");
        if (name == QLatin1String("read-only") || name == QLatin1String("init"))
            container.parameters.append({name, QStringLiteral("true")});
    }

    void set(const QString& name, const QString& value) {
        if (name == QLatin1String("name"))
            container.name = value;
        else if (name == QLatin1String("publish"))
            container.ports.append(value);
        else if (name == QLatin1String("env"))
            container.environment.append(assignment(value));
        else if (name == QLatin1String("label"))
            container.labels.append(assignment(value));
        else if (name == QLatin1String("volume"))
            container.volumes.append(value);
        else if (name == QLatin1String("memory"))
            container.mem = megabytes(value);
        else if (name == QLatin1String("cpus"))
            container.cpus = value.toDouble();
        else if (name == QLatin1String("network") || name == QLatin1String("net"))
            container.network = value;
        else if (name == QLatin1String("user"))
            container.user = value;
        else if (name == QLatin1String("restart"))
            Q_UNUSED(value) // the scheduler always restarts
        else
            container.parameters.append({name, value});
    }

    Importer& importer_;
};

QString textOf(const YAML::Node& node) {
    return node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
}

/// The two spellings of Compose: a map, or a list of "key=value".
QList<std::pair<QString, QString>> pairsOf(const YAML::Node& node) {
    QList<std::pair<QString, QString>> pairs;
    if (node.IsMap()) {
        for (const auto& entry : node)
            pairs.append({textOf(entry.first), textOf(entry.second)});
    } else if (node.IsSequence()) {
        for (const auto& entry : node)
            pairs.append(assignment(textOf(entry)));
    }
    return pairs;
}

QStringList textsOfNode(const YAML::Node& node) {
    QStringList texts;
    if (node.IsScalar())
        texts.append(textOf(node));
    if (node.IsSequence()) {
        for (const auto& entry : node) {
            if (entry.IsScalar()) {
                texts.append(textOf(entry));
            } else if (entry["target"]) { // the long spelling of ports and volumes
                const QString from = textOf(entry["published"] ? entry["published"] : entry["source"]);
                texts.append((from.isEmpty() ? QString() : from + QLatin1Char(':')) + textOf(entry["target"]));
            }
        }
    }
    if (node.IsMap()) {
        for (const auto& entry : node)
            texts.append(textOf(entry.first));
    }
    return texts;
}

QByteArray healthCheckOf(const YAML::Node& node) {
    if (!node || !node["test"])
        return {};
    QStringList test = textsOfNode(node["test"]);
    const QString kind = test.value(0);
    if (kind == QLatin1String("NONE"))
        return {};
    if (test.size() > 1 && (kind == QLatin1String("CMD") || kind == QLatin1String("CMD-SHELL")))
        test.removeFirst();
    ObjectWriter check;
    check.text("protocol", QStringLiteral("COMMAND"));
    check.raw("command", "{\"value\":" + quoted(test.join(QLatin1Char(' '))) + '}');
    const auto time = [&](const char* key, const char* name) {
        if (node[name])
            check.raw(key, QByteArray::number(seconds(textOf(node[name]))));
    };
    time("intervalSeconds", "interval");
    time("timeoutSeconds", "timeout");
    time("gracePeriodSeconds", "start_period");
    if (node["retries"])
        check.raw("maxConsecutiveFailures", QByteArray::number(textOf(node["retries"]).toInt()));
    return '[' + check.done() + ']';
}

void readCommand(const YAML::Node& node, Container& container) {
    if (!node)
        return;
    if (node.IsSequence())
        container.arguments = textsOfNode(node);
    else
        container.command = textOf(node);
}

void readDeploy(const YAML::Node& deploy, Container& container) {
    if (!deploy)
        return;
    if (deploy["replicas"])
        container.instances = textOf(deploy["replicas"]).toInt();
    const YAML::Node resources = deploy["resources"];
    for (const char* kind : {"reservations", "limits"}) {
        if (!resources || !resources[kind])
            continue;
        if (resources[kind]["cpus"])
            container.cpus = textOf(resources[kind]["cpus"]).toDouble();
        if (resources[kind]["memory"])
            container.mem = megabytes(textOf(resources[kind]["memory"]));
    }
}

Container serviceOf(const QString& name, const YAML::Node& node, const QString& group, Importer& importer) {
    Container container;
    container.name = name;
    static const QStringList known{
        QStringLiteral("image"),    QStringLiteral("command"),      QStringLiteral("environment"),
        QStringLiteral("ports"),    QStringLiteral("volumes"),      QStringLiteral("depends_on"),
        QStringLiteral("labels"),   QStringLiteral("deploy"),       QStringLiteral("healthcheck"),
        QStringLiteral("user"),     QStringLiteral("privileged"),   QStringLiteral("tty"),
        QStringLiteral("networks"), QStringLiteral("network_mode"), QStringLiteral("mem_limit"),
        QStringLiteral("cpus"),     QStringLiteral("restart"),      QStringLiteral("container_name"),
        QStringLiteral("build"),    QStringLiteral("hostname"),     QStringLiteral("expose")};
    for (const auto& entry : node) {
        if (!known.contains(textOf(entry.first)))
            importer.left(name + QLatin1Char('.') + textOf(entry.first));
    }
    container.image = node["image"] ? textOf(node["image"]) : QString();
    if (container.image.isEmpty()) {
        importer.noImageFor(name);
        container.image = segmentOf(name) + QStringLiteral(":latest");
    }
    readCommand(node["command"], container);
    container.environment = node["environment"] ? pairsOf(node["environment"]) : container.environment;
    container.labels = node["labels"] ? pairsOf(node["labels"]) : container.labels;
    container.ports = node["ports"] ? textsOfNode(node["ports"]) : QStringList();
    container.volumes = node["volumes"] ? textsOfNode(node["volumes"]) : QStringList();
    container.user = node["user"] ? textOf(node["user"]) : QString();
    container.privileged = node["privileged"] && textOf(node["privileged"]) == QLatin1String("true");
    container.tty = node["tty"] && textOf(node["tty"]) == QLatin1String("true");
    container.network = node["network_mode"] ? textOf(node["network_mode"]) : QString();
    container.cpus = node["cpus"] ? textOf(node["cpus"]).toDouble() : 0;
    container.mem = node["mem_limit"] ? megabytes(textOf(node["mem_limit"])) : 0;
    if (node["hostname"])
        container.parameters.append({QStringLiteral("hostname"), textOf(node["hostname"])});
    readDeploy(node["deploy"], container);
    container.healthCheck = healthCheckOf(node["healthcheck"]);
    if (node["depends_on"]) {
        for (const QString& other : textsOfNode(node["depends_on"]))
            container.dependencies.append(group + QLatin1Char('/') + segmentOf(other));
    }
    return container;
}

Imported laidOut(const QByteArray& json, const QStringList& notes) {
    return {layOut(json, DocumentStyle{}, 0) + '\n', notes, {}};
}

} // namespace

Imported fromDockerRun(const QString& commandLine) {
    Importer importer;
    const std::optional<QStringList> words = shellWords(commandLine);
    if (!words)
        return {{}, {}, Importer::openQuote()};
    DockerRun run(importer);
    const QString error = run.read(*words);
    if (!error.isEmpty())
        return {{}, {}, error};
    const QString image = run.container.image.section(QLatin1Char('/'), -1).section(QLatin1Char(':'), 0, 0);
    const QString name = run.container.name.isEmpty() ? image : run.container.name;
    const QByteArray app = importer.appOf(run.container, QLatin1Char('/') + segmentOf(name));
    return laidOut(app, importer.notes);
}

Imported fromCompose(const QByteArray& yaml, const QString& project) {
    Importer importer;
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        if (!root.IsMap() || !root["services"] || !root["services"].IsMap() || root["services"].size() == 0)
            return {{}, {}, Importer::noServices()};
        const QString group = QLatin1Char('/') + segmentOf(project);
        QList<QByteArray> apps;
        for (const auto& service : root["services"]) {
            const QString name = textOf(service.first);
            if (service.second.IsMap())
                apps.append(importer.appOf(serviceOf(name, service.second, group, importer),
                                           group + QLatin1Char('/') + segmentOf(name)));
        }
        return laidOut("{\"id\":" + quoted(group) + ",\"apps\":" + listOf(apps) + '}', importer.notes);
    } catch (const YAML::Exception& error) {
        return {
            {}, {}, Importer::notYaml(error.mark.line + 1, error.mark.column + 1, QString::fromStdString(error.msg))};
    }
}

} // namespace mesoscope::appspec

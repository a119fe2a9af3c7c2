#include "models/appspec/unions.h"

#include "models/appspec/document.h"
#include "models/appspec/schema.h"

#include <QCoreApplication>

namespace mesoscope::appspec {
namespace {

using Kind = JsonValue::Kind;

QString en(const char* text) {
    return QString::fromLatin1(text);
}

QByteArray rawOf(const JsonValue& value) {
    return {value.raw().data(), qsizetype(value.raw().size())};
}

class Shapes {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::Shapes)
public:
    static QList<Shape> networks() {
        return {{en("host"), tr("Host"), tr("The agent's own network and ports.")},
                {en("container/bridge"), tr("Bridge"),
                 tr("A bridge on the agent; container ports are mapped to host ports.")},
                {en("container"), tr("Container network"),
                 tr("A named network (CNI or Docker) that gives each instance its own address.")}};
    }
    static QList<Shape> volumes() {
        return {{en("host"), tr("Host directory"), tr("A directory of whatever agent the instance is on.")},
                {en("persistent"), tr("Persistent"),
                 tr("A disk that is reserved for the app; an instance comes back to it.")},
                {en("external"), tr("External"), tr("A volume of a storage system that follows the instance.")},
                {en("secret"), tr("Secret file"), tr("A secret, mounted as a file.")}};
    }
    static QList<Shape> checks() {
        return {{en("http"), tr("HTTP"), tr("Asks for a path.")},
                {en("tcp"), tr("TCP"), tr("Opens a connection.")},
                {en("exec"), tr("Command"), tr("Runs a command.")}};
    }
    static QList<Shape> protocols() {
        QList<Shape> list;
        for (const QString& name : fieldInfo(en("/healthChecks/0/protocol"))->choiceList())
            list.append({name, name,
                         name == en("COMMAND")           ? tr("Runs a command inside the container.")
                         : name.startsWith(en("MESOS_")) ? tr("Run by the agent beside the instance.")
                                                         : tr("Run by the scheduler over the network.")});
        return list;
    }
    static QList<Shape> values() {
        return {{en("text"), tr("Text"), tr("The value itself.")},
                {en("secret"), tr("Secret"), tr("The value comes out of the secret store.")}};
    }
};

QString volumeShape(const JsonValue& volume) {
    for (const char* key : {"persistent", "external", "secret"}) {
        if (!volume.member(key).isAbsent())
            return en(key);
    }
    return en("host");
}

/// Edits one copy of the document, one value after the other.
class Reshaper {
public:
    Reshaper(const QByteArray& text, const QString& app) : document_(text), app_(app) {}

    Reshaped run(const QString& place, const QString& key) {
        const QString pattern = patternOf(place);
        if (pattern == en("/networks"))
            network(key);
        else if (pattern == en("/container/volumes/*"))
            volume(place, key);
        else if (pattern == en("/check"))
            check(place, key);
        else if (pattern == en("/healthChecks/*/protocol"))
            protocol(place, key);
        else if (pattern == en("/env/*"))
            set(place, key == en("secret") ? "{\"secret\": \"\"}" : "\"\"");
        return {error_.isEmpty() ? document_.text() : QByteArray(), error_};
    }

private:
    JsonValue at(const QString& place) const { return document_.parsed()->at(app_ + place); }
    void set(const QString& place, const QByteArray& json) { note(document_.setValue(app_ + place, json)); }
    void remove(const QString& place) {
        if (at(place).isValid())
            note(document_.removeValue(app_ + place));
    }
    void note(const QString& error) {
        if (error_.isEmpty())
            error_ = error;
    }

    /// Ports of the host's network are definitions, of every other one mappings of the container.
    void network(const QString& key) {
        const bool host = key == en("host");
        if (!host && at(en("/container")).isAbsent())
            set(en("/container"), "{\"type\": \"MESOS\"}");
        if (host)
            movePorts(en("/container/portMappings"), en("/portDefinitions"), true);
        else
            movePorts(en("/portDefinitions"), en("/container/portMappings"), false);
        const QString name = at(en("/networks/0/name")).toString();
        QByteArray json = "[{\"mode\": " + quoted(key);
        if (key == en("container"))
            json += ", \"name\": " + quoted(name);
        set(en("/networks"), json + "}]");
    }

    void movePorts(const QString& from, const QString& to, bool toHost) {
        const JsonValue list = at(from);
        if (list.isAbsent() || list.childCount() == 0 || !at(to).isAbsent()) {
            remove(from);
            return;
        }
        QByteArrayList ports;
        for (JsonValue port = list.firstChild(); port.isValid(); port = port.next())
            ports.append(toHost ? definition(port) : mapping(port));
        remove(from);
        set(to, '[' + ports.join(", ") + ']');
    }

    static void copy(const JsonValue& from, const char* key, const char* as, QByteArray& json) {
        const JsonValue value = from.member(key);
        if (!value.isAbsent())
            json += ", \"" + QByteArray(as) + "\": " + rawOf(value);
    }

    static QByteArray definition(const JsonValue& port) {
        QByteArray json = "{\"port\": ";
        const JsonValue service = port.member("servicePort");
        json += service.is(Kind::Number) ? rawOf(service) : QByteArray("0");
        for (const char* key : {"protocol", "name", "labels"})
            copy(port, key, key, json);
        return json + '}';
    }

    static QByteArray mapping(const JsonValue& port) {
        QByteArray json = "{\"containerPort\": 0, \"hostPort\": 0";
        copy(port, "port", "servicePort", json);
        for (const char* key : {"protocol", "name", "labels"})
            copy(port, key, key, json);
        return json + '}';
    }

    void volume(const QString& place, const QString& key) {
        const QString path = at(place + en("/containerPath")).toString();
        const bool readOnly = at(place + en("/mode")).toString() == en("RO");
        // A persistent volume lives inside of the sandbox, so its path has no slash.
        const QString inside =
            path.section(QLatin1Char('/'), -1).isEmpty() ? en("data") : path.section(QLatin1Char('/'), -1);
        const QString mounted = path.startsWith(QLatin1Char('/')) ? path : QLatin1Char('/') + inside;
        const QByteArray mode = readOnly ? ", \"mode\": \"RO\"}" : ", \"mode\": \"RW\"}";
        if (key == en("persistent"))
            set(place, "{\"containerPath\": " + quoted(inside) + ", \"persistent\": {\"size\": 1024}" + mode);
        else if (key == en("external"))
            set(place, "{\"containerPath\": " + quoted(mounted) +
                           ", \"external\": {\"provider\": \"dvdi\", \"name\": \"\", \"options\": {\"dvdi/driver\": "
                           "\"rexray\"}}" +
                           mode);
        else if (key == en("secret"))
            set(place, "{\"containerPath\": " + quoted(mounted) + ", \"secret\": \"\"}");
        else
            set(place, "{\"containerPath\": " + quoted(mounted) + ", \"hostPath\": \"/srv/data\"" + mode);
    }

    void check(const QString& place, const QString& key) {
        for (const char* other : {"http", "tcp", "exec"})
            remove(place + QLatin1Char('/') + en(other));
        set(place + QLatin1Char('/') + key,
            key == en("exec") ? "{\"command\": {\"shell\": \"\"}}" : "{\"portIndex\": 0}");
    }

    void protocol(const QString& place, const QString& key) {
        const QString check = place.section(QLatin1Char('/'), 0, 2);
        set(place, quoted(key));
        const bool command = key == en("COMMAND");
        if (command) {
            for (const char* name : {"/path", "/port", "/portIndex", "/ipProtocol"})
                remove(check + en(name));
            if (at(check + en("/command")).isAbsent())
                set(check + en("/command"), "{\"value\": \"\"}");
            return;
        }
        remove(check + en("/command"));
        if (key.endsWith(en("TCP")))
            remove(check + en("/path"));
        else if (at(check + en("/path")).isAbsent())
            set(check + en("/path"), "\"/\"");
        if (at(check + en("/portIndex")).isAbsent() && at(check + en("/port")).isAbsent())
            set(check + en("/portIndex"), "0");
    }

    Document document_;
    QString app_;
    QString error_;
};

} // namespace

QList<Shape> shapesOf(const QString& pattern) {
    if (pattern == en("/networks"))
        return Shapes::networks();
    if (pattern == en("/container/volumes/*"))
        return Shapes::volumes();
    if (pattern == en("/check"))
        return Shapes::checks();
    if (pattern == en("/healthChecks/*/protocol"))
        return Shapes::protocols();
    return pattern == en("/env/*") ? Shapes::values() : QList<Shape>();
}

QString shapeAt(const JsonValue& app, const QString& place) {
    JsonValue value = app;
    for (const QString& token : pointerTokens(place))
        value = value.is(Kind::Array) ? value.element(token.toInt()) : value.member(token);
    const QString pattern = patternOf(place);
    if (pattern == en("/networks")) {
        const JsonValue first = value.element(0);
        return !first.isValid()                  ? en("host")
               : first.member("mode").isAbsent() ? en("container")
                                                 : first.member("mode").toString();
    }
    if (pattern == en("/container/volumes/*"))
        return volumeShape(value);
    if (pattern == en("/check")) {
        for (const char* key : {"http", "tcp", "exec"}) {
            if (!value.member(key).isAbsent())
                return en(key);
        }
        return {};
    }
    if (pattern == en("/env/*"))
        return value.is(Kind::Object) ? en("secret") : en("text");
    return value.isAbsent() ? en("HTTP") : value.toString().toUpper();
}

Reshaped reshape(const QByteArray& text, const QString& app, const QString& place, const QString& key) {
    return Reshaper(text, app).run(place, key);
}

} // namespace mesoscope::appspec

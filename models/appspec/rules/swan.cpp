#include "models/appspec/rules/swan.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace mesoscope::appspec::swan {
namespace {

using Kind = JsonValue::Kind;

QString en(const char* text) {
    return QString::fromLatin1(text);
}

class Rules {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::swan::Rules)
public:
    explicit Rules(Report& report) : report_(report) {}

    void version(const JsonValue& v) {
        report_.setStage(Stage::Parse);
        if (!v.is(Kind::Object)) {
            fail(en("/"), tr("A version is an object."));
            return;
        }
        types(v);
        if (report_.failed())
            return;
        report_.setStage(Stage::Canonical);
        names(v);
        amounts(v);
        container(v);
        healthCheck(v);
        update(v);
        constraints(v);
        proxy(v);
        report_.setStage(Stage::Advice);
        advice(v);
    }

private:
    void fail(const QString& path, const QString& text) { report_.add(path, text); }

    struct Type {
        const char* place; ///< of the field; * stands for every element or value
        Kind kind;
        bool whole = false;
    };

    /// What the decoder refuses: a value of another type than the field has. null is taken for every field.
    void types(const JsonValue& v) {
        static constexpr Type fields[]{
            {"name", Kind::String},
            {"cmd", Kind::String},
            {"runAs", Kind::String},
            {"cluster", Kind::String},
            {"cpus", Kind::Number},
            {"gpus", Kind::Number},
            {"mem", Kind::Number},
            {"disk", Kind::Number},
            {"instances", Kind::Number, true},
            {"container", Kind::Object},
            {"container/type", Kind::String},
            {"container/docker", Kind::Object},
            {"container/docker/image", Kind::String},
            {"container/docker/network", Kind::String},
            {"container/docker/forcePullImage", Kind::Bool},
            {"container/docker/privileged", Kind::Bool},
            {"container/docker/parameters", Kind::Array},
            {"container/docker/parameters/*", Kind::Object},
            {"container/docker/parameters/*/key", Kind::String},
            {"container/docker/parameters/*/value", Kind::String},
            {"container/docker/portMappings", Kind::Array},
            {"container/docker/portMappings/*", Kind::Object},
            {"container/docker/portMappings/*/name", Kind::String},
            {"container/docker/portMappings/*/protocol", Kind::String},
            {"container/docker/portMappings/*/containerPort", Kind::Number, true},
            {"container/docker/portMappings/*/hostPort", Kind::Number, true},
            {"container/volumes", Kind::Array},
            {"container/volumes/*", Kind::Object},
            {"container/volumes/*/containerPath", Kind::String},
            {"container/volumes/*/hostPath", Kind::String},
            {"container/volumes/*/mode", Kind::String},
            {"labels", Kind::Object},
            {"labels/*", Kind::String},
            {"env", Kind::Object},
            {"env/*", Kind::String},
            {"healthCheck", Kind::Object},
            {"healthCheck/protocol", Kind::String},
            {"healthCheck/portName", Kind::String},
            {"healthCheck/path", Kind::String},
            {"healthCheck/cmd", Kind::String},
            {"healthCheck/consecutiveFailures", Kind::Number, true},
            {"healthCheck/gracePeriodSeconds", Kind::Number},
            {"healthCheck/intervalSeconds", Kind::Number},
            {"healthCheck/timeoutSeconds", Kind::Number},
            {"healthCheck/delaySeconds", Kind::Number},
            {"kill", Kind::Object},
            {"kill/duration", Kind::Number, true},
            {"restart", Kind::Object},
            {"restart/retries", Kind::Number, true},
            {"update", Kind::Object},
            {"update/delay", Kind::Number},
            {"update/onFailure", Kind::String},
            {"constraints", Kind::Array},
            {"constraints/*", Kind::Object},
            {"constraints/*/attribute", Kind::String},
            {"constraints/*/operator", Kind::String},
            {"constraints/*/value", Kind::String},
            {"uris", Kind::Array},
            {"uris/*", Kind::String},
            {"ips", Kind::Array},
            {"ips/*", Kind::String},
            {"proxy", Kind::Object},
            {"proxy/enabled", Kind::Bool},
            {"proxy/proxies", Kind::Array},
            {"proxy/proxies/*", Kind::Object},
            {"proxy/proxies/*/alias", Kind::String},
            {"proxy/proxies/*/listen", Kind::String},
            {"proxy/proxies/*/sticky", Kind::Bool},
        };
        for (const Type& field : fields)
            typeOf(v, QLatin1String(field.place), QString(), field);
    }

    /// Follows the place from the value on and looks at what is there.
    void typeOf(const JsonValue& value, const QString& place, const QString& path, const Type& field) {
        const QString step = place.section(QLatin1Char('/'), 0, 0);
        const QString rest = place.section(QLatin1Char('/'), 1);
        const auto next = [&](const JsonValue& child, const QString& at) {
            if (child.isAbsent())
                return;
            if (rest.isEmpty())
                judge(child, at, field);
            else
                typeOf(child, rest, at, field);
        };
        if (step != QLatin1String("*")) {
            if (value.is(Kind::Object))
                next(value.member(step), path + QLatin1Char('/') + step);
            return;
        }
        int index = 0;
        const bool list = value.is(Kind::Array);
        for (JsonValue child = value.firstChild(); child.isValid(); child = child.next(), ++index)
            next(child, list ? QStringLiteral("%1(%2)").arg(path).arg(index) : path + QLatin1Char('/') + child.key());
    }

    void judge(const JsonValue& value, const QString& path, const Type& field) {
        const QString name = path.section(QLatin1Char('/'), -1);
        if (!value.is(field.kind)) {
            fail(path, tr("%1 must be %2.").arg(name, kindName(field.kind)));
            return;
        }
        // The decoder takes no point and no exponent for a whole number, not even 2.0.
        if (field.whole && value.raw().find_first_of(".eE") != std::string_view::npos)
            fail(path, tr("%1 must be a whole number.").arg(name));
    }

    static QString kindName(Kind kind) {
        switch (kind) {
        case Kind::String:
            return tr("a text");
        case Kind::Number:
            return tr("a number");
        case Kind::Array:
            return tr("a list");
        case Kind::Bool:
            return tr("true or false");
        default:
            return tr("an object");
        }
    }

    void name(const JsonValue& v, const char* field, bool required) {
        const QString path = QLatin1Char('/') + QLatin1String(field);
        const QString text = v.member(field).toString();
        if (text.isEmpty()) {
            if (required)
                fail(path, tr("%1 is required.").arg(QLatin1String(field)));
            return;
        }
        const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) {
            return c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('-'));
        });
        if (!plain || text.size() > 64)
            fail(path, tr("%1 may only have letters, digits and -, at most 64.").arg(QLatin1String(field)));
    }

    void names(const JsonValue& v) {
        name(v, "name", true);
        name(v, "runAs", true);
        name(v, "cluster", false);
    }

    void amounts(const JsonValue& v) {
        if (v.member("instances").toDouble() <= 0)
            fail(en("/instances"), tr("instances must be above 0."));
        for (const char* field : {"cpus", "gpus", "mem", "disk"}) {
            if (v.member(field).toDouble() < 0)
                fail(QLatin1Char('/') + QLatin1String(field), tr("%1 must not be negative.").arg(QLatin1String(field)));
        }
        const JsonValue retries = v.member("restart").member("retries");
        if (!retries.isAbsent() && retries.toDouble() < 0)
            fail(en("/restart/retries"), tr("retries must not be negative."));
    }

    void container(const JsonValue& v) {
        const JsonValue container = v.member("container");
        if (container.isAbsent()) {
            fail(en("/container"), tr("A container is required."));
            return;
        }
        if (container.member("type").toString().compare(QLatin1String("docker"), Qt::CaseInsensitive) != 0)
            fail(en("/container/type"), tr("The container type is DOCKER."));
        const JsonValue docker = container.member("docker");
        if (!docker.is(Kind::Object)) {
            fail(en("/container/docker"), tr("container.docker is required."));
            return;
        }
        if (docker.member("image").toString().isEmpty())
            fail(en("/container/docker/image"), tr("An image is required."));
        if (docker.member("network").toString().isEmpty())
            fail(en("/container/docker/network"),
                 tr("network is required: bridge, host or the name of a docker network."));
        portMappings(docker.member("portMappings"));
        volumes(container.member("volumes"));
    }

    void portMappings(const JsonValue& list) {
        QSet<QString> seen;
        int index = 0;
        for (JsonValue m = list.firstChild(); m.isValid(); m = m.next(), ++index) {
            const QString path = QStringLiteral("/container/docker/portMappings(%1)").arg(index);
            const QString portName = m.member("name").toString();
            if (portName.isEmpty())
                fail(path + en("/name"), tr("Every port mapping has a name."));
            else if (seen.contains(portName))
                fail(path + en("/name"), tr("Two port mappings are called %1.").arg(portName));
            seen.insert(portName);
            const QString protocol = m.member("protocol").toString();
            if (!protocol.isEmpty() && protocol != QLatin1String("tcp") && protocol != QLatin1String("udp"))
                fail(path + en("/protocol"), tr("The protocol is tcp or udp."));
            for (const char* field : {"containerPort", "hostPort"}) {
                const double port = m.member(field).toDouble();
                if (port < 0 || port > 65535)
                    fail(path + QLatin1Char('/') + QLatin1String(field), tr("A port lies between 0 and 65535."));
            }
        }
        ports_ = seen;
    }

    void volumes(const JsonValue& list) {
        int index = 0;
        for (JsonValue volume = list.firstChild(); volume.isValid(); volume = volume.next(), ++index) {
            const QString path = QStringLiteral("/container/volumes(%1)").arg(index);
            if (volume.member("containerPath").toString().isEmpty())
                fail(path + en("/containerPath"), tr("containerPath is required."));
            if (!volume.member("hostPath").toString().startsWith(QLatin1Char('/')))
                fail(path + en("/hostPath"), tr("hostPath must be absolute."));
            const QString mode = volume.member("mode").toString();
            if (mode != QLatin1String("RO") && mode != QLatin1String("RW"))
                fail(path + en("/mode"), tr("The mode is RO or RW."));
        }
    }

    void healthCheck(const JsonValue& v) {
        const JsonValue check = v.member("healthCheck");
        if (check.isAbsent())
            return;
        const QString base = en("/healthCheck");
        const QString protocol = check.member("protocol").toString();
        if (protocol == QLatin1String("cmd")) {
            if (check.member("cmd").toString().isEmpty())
                fail(base + en("/cmd"), tr("A cmd check needs a command."));
        } else if (protocol == QLatin1String("tcp") || protocol == QLatin1String("http")) {
            const QString portName = check.member("portName").toString();
            if (portName.isEmpty())
                fail(base + en("/portName"), tr("A %1 check needs the name of a port.").arg(protocol));
            else if (!ports_.contains(portName))
                fail(base + en("/portName"), tr("No port mapping is called %1.").arg(portName));
            if (protocol == QLatin1String("http") && check.member("path").toString().isEmpty())
                fail(base + en("/path"), tr("An http check needs a path."));
        } else {
            fail(base + en("/protocol"), tr("The protocol is cmd, tcp or http."));
        }
        if (check.member("intervalSeconds").toDouble() <= 0)
            fail(base + en("/intervalSeconds"), tr("intervalSeconds must be above 0."));
        for (const char* field : {"gracePeriodSeconds", "timeoutSeconds", "delaySeconds", "consecutiveFailures"}) {
            if (check.member(field).toDouble() < 0)
                fail(base + QLatin1Char('/') + QLatin1String(field),
                     tr("%1 must not be negative.").arg(QLatin1String(field)));
        }
    }

    void update(const JsonValue& v) {
        const JsonValue update = v.member("update");
        if (update.isAbsent())
            return;
        static const QStringList known{en("stop"), en("continue"), en("rollback")};
        if (!known.contains(update.member("onFailure").toString()))
            fail(en("/update/onFailure"), tr("With update, onFailure is required: stop, continue or rollback."));
        if (update.member("delay").toDouble() < 0)
            fail(en("/update/delay"), tr("delay must not be negative."));
    }

    void constraints(const JsonValue& v) {
        static const QStringList operators{en("=="), en("!="), en("~=")};
        int index = 0;
        for (JsonValue c = v.member("constraints").firstChild(); c.isValid(); c = c.next(), ++index) {
            const QString path = QStringLiteral("/constraints(%1)").arg(index);
            if (c.member("attribute").toString().isEmpty())
                fail(path + en("/attribute"), tr("A constraint needs an attribute."));
            if (!operators.contains(c.member("operator").toString()))
                fail(path + en("/operator"), tr("The operator is ==, != or ~=."));
            if (c.member("value").toString().isEmpty())
                fail(path + en("/value"), tr("A constraint needs a value."));
        }
    }

    void proxy(const JsonValue& v) {
        const JsonValue proxy = v.member("proxy");
        if (!proxy.member("enabled").toBool())
            return;
        int index = 0;
        for (JsonValue one = proxy.member("proxies").firstChild(); one.isValid(); one = one.next(), ++index) {
            const JsonValue listen = one.member("listen");
            const QString text = listen.toString();
            const bool digits =
                !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
            if (!digits || text.toInt() > 65535)
                fail(QStringLiteral("/proxy/proxies(%1)/listen").arg(index),
                     tr("listen is a port as a text of digits, for example \"8080\"."));
        }
    }

    void advice(const JsonValue& v) {
        for (const char* field : {"priority", "args", "deploy", "label"}) {
            if (!v.member(field).isAbsent())
                report_.warn(QLatin1Char('/') + QLatin1String(field), tr("Swan ignores %1.").arg(QLatin1String(field)));
        }
        const JsonValue proxy = v.member("proxy");
        if (!proxy.isAbsent() && !proxy.member("proxies").isValid() && !proxy.member("alias").isAbsent())
            report_.warn(en("/proxy"), tr("Swan ignores this older form of proxy; put alias and listen into proxies."));
        if (!v.member("kill").member("duration").isAbsent())
            report_.warn(en("/kill/duration"), tr("Swan passes this on as milliseconds, not as seconds."));
        if (v.member("update").member("onFailure").toString() == QLatin1String("rollback"))
            report_.warn(en("/update/onFailure"), tr("Swan accepts rollback but does not do it."));
    }

    Report& report_;
    QSet<QString> ports_;
};

} // namespace

QList<Problem> validate(const JsonTree& tree) {
    QList<Problem> problems;
    if (!tree.isValid()) {
        Problem problem;
        problem.message = tree.error()->message;
        problem.stage = Stage::Syntax;
        problem.position = tree.error()->position;
        problem.begin = problem.end = tree.error()->offset;
        return {problem};
    }
    Report report(&problems);
    if (tree.root().is(Kind::Array)) {
        int index = 0;
        for (JsonValue v = tree.root().firstChild(); v.isValid(); v = v.next(), ++index) {
            report.setBase(QStringLiteral("/%1").arg(index));
            report.setPathPrefix(QStringLiteral("(%1)").arg(index));
            Rules(report).version(v);
        }
    } else {
        Rules(report).version(tree.root());
    }
    locate(problems, tree);
    return problems;
}

} // namespace mesoscope::appspec::swan

#include "models/appspec/rules/marathon_parse.h"

#include "models/appspec/rules/server_text.h"

#include <QSet>

#include <cmath>

namespace mesoscope::appspec::marathon {
namespace {

using Kind = JsonValue::Kind;

/// The way to a value; a path text is only made when something is wrong.
struct At {
    const At* parent = nullptr;
    const char* name = nullptr;
    QString key;
    int index = -1;

    QString path() const {
        const QString before = parent ? parent->path() : QString();
        if (name)
            return before + QLatin1Char('/') + QLatin1String(name);
        if (index >= 0)
            return before + QLatin1Char('(') + QString::number(index) + QLatin1Char(')');
        return parent ? before + QLatin1Char('/') + key : key;
    }
    QString pointer() const {
        const QString before = parent ? parent->pointer() : QString();
        if (name)
            return before + QLatin1Char('/') + QLatin1String(name);
        if (index >= 0)
            return before + QLatin1Char('/') + QString::number(index);
        return parent ? before + QLatin1Char('/') + pointerToken(key) : pointerOfPath(key);
    }
};

At in(const At& parent, const char* name) {
    return {&parent, name, {}, -1};
}
At in(const At& parent, int index) {
    return {&parent, nullptr, {}, index};
}
At inKey(const At& parent, const QString& key) {
    return {&parent, nullptr, key, -1};
}

QString compact(const JsonValue& value) {
    const std::string_view raw = value.raw();
    QByteArray out;
    bool inText = false;
    for (size_t i = 0; i < raw.size() && out.size() < 4000; ++i) {
        const char c = raw[i];
        if (inText && c == '\\' && i + 1 < raw.size()) {
            out += c;
            out += raw[++i];
            continue;
        }
        if (c == '"')
            inText = !inText;
        if (inText || (c != ' ' && c != '\n' && c != '\r' && c != '\t'))
            out += c;
    }
    return QString::fromUtf8(out);
}

struct TextRule {
    int minLength = 0;
    int maxLength = -1;
    bool (*pattern)(QStringView) = nullptr;
};

struct NumberRule {
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
};

constexpr NumberRule notNegative{0};
constexpr NumberRule port{0, 65535};

bool plainName(QStringView text) {
    return isServerName(text);
}
bool networkName(QStringView text) {
    return isServerName(text, true);
}

bool executorPattern(QStringView text) {
    if (text.isEmpty() || text == QLatin1String("//cmd"))
        return true;
    if (text.startsWith(u'/'))
        text = text.mid(1);
    if (text.isEmpty() || text.startsWith(u'/') || text.endsWith(u'/'))
        return false;
    return !text.contains(QLatin1String("//"));
}

class Reader {
public:
    explicit Reader(Report& report, Memory* memory = nullptr) : report_(report), memory_(memory) {}

    void fail(const At& at, const char* code) { report_.add(at.path(), QLatin1String(code), at.pointer()); }

    // One value -------------------------------------------------------------------------------------------------------

    bool text(const JsonValue& v, const At& at, QString& out, const TextRule& rule = {}) {
        if (!v.is(Kind::String)) {
            fail(at, "error.expected.jsstring");
            return false;
        }
        out = v.toString();
        bool ok = true;
        const auto check = [&](bool good, const char* code) {
            if (!good)
                fail(at, code);
            ok = ok && good;
        };
        check(out.size() >= rule.minLength, "error.minLength");
        check(rule.maxLength < 0 || out.size() <= rule.maxLength, "error.maxLength");
        check(!rule.pattern || rule.pattern(out), "error.pattern");
        return ok;
    }

    bool boolean(const JsonValue& v, const At& at, bool& out) {
        out = v.toBool();
        if (!v.is(Kind::Bool))
            fail(at, "error.expected.jsboolean");
        return v.is(Kind::Bool);
    }

    bool number(const JsonValue& v, const At& at, double& out, const NumberRule& rule = {}) {
        if (!v.is(Kind::Number)) {
            fail(at, "error.expected.jsnumber");
            return false;
        }
        out = v.toDouble();
        return bounds(out, at, rule);
    }

    bool whole(const JsonValue& v, const At& at, qint64& out, const NumberRule& rule, double limit, const char* code) {
        if (!v.is(Kind::Number)) {
            fail(at, "error.expected.jsnumber");
            return false;
        }
        const double value = v.toDouble();
        if (value != std::floor(value) || value > limit || value < -limit - 1 || std::isinf(value)) {
            fail(at, code);
            return false;
        }
        bool exact = false;
        out = QByteArray::fromRawData(v.raw().data(), qsizetype(v.raw().size())).toLongLong(&exact);
        if (!exact) {
            if (value >= 9.2233720368547758e18) {
                fail(at, code);
                return false;
            }
            out = qint64(value);
        }
        return bounds(double(out), at, rule);
    }

    bool integer(const JsonValue& v, const At& at, int& out, const NumberRule& rule = {}) {
        qint64 value = 0;
        const bool ok = whole(v, at, value, rule, 2147483647.0, "error.expected.int");
        out = int(value);
        return ok;
    }

    bool longInteger(const JsonValue& v, const At& at, qint64& out, const NumberRule& rule = {}) {
        return whole(v, at, out, rule, 9.2233720368547758e18, "error.expected.long");
    }

    /// The index of the literal, compared without case; -1 and a problem otherwise.
    int literal(const JsonValue& v, const At& at, std::initializer_list<const char*> known) {
        if (v.is(Kind::String)) {
            const QString given = v.toString();
            int index = 0;
            for (const char* candidate : known) {
                if (given.compare(QLatin1String(candidate), Qt::CaseInsensitive) == 0)
                    return index;
                ++index;
            }
        }
        fail(at, "error.unknown.enum.literal");
        return -1;
    }

    void dateTime(const JsonValue& v, const At& at, QString& out) {
        if (!v.is(Kind::String)) {
            fail(at, "error.expected.date");
            return;
        }
        out = v.toString();
        if (!isServerDateTime(out))
            fail(at, "error.expected.date.isoformat");
    }

    // Collections -----------------------------------------------------------------------------------------------------

    template<typename F>
    bool list(const JsonValue& v, const At& at, F&& each) {
        if (!v.is(Kind::Array)) {
            fail(at, "error.expected.jsarray");
            return false;
        }
        int index = 0;
        for (JsonValue child = v.firstChild(); child.isValid(); child = child.next(), ++index)
            each(child, in(at, index), index);
        return true;
    }

    template<typename F>
    bool map(const JsonValue& v, const At& at, F&& each) {
        if (!v.is(Kind::Object)) {
            fail(at, "error.expected.jsobject");
            return false;
        }
        for (JsonValue child = v.firstChild(); child.isValid(); child = child.next()) {
            if (!child.isShadowed()) {
                const QString key = child.key();
                each(child, inKey(at, key), key);
            }
        }
        return true;
    }

    QStringList texts(const JsonValue& v, const At& at, bool unique = false) {
        QStringList out;
        list(v, at, [&](const JsonValue& child, const At& where, int) {
            QString one;
            if (text(child, where, one) && !(unique && out.contains(one)))
                out.append(one);
        });
        return out;
    }

    Labels labels(const JsonValue& v, const At& at) {
        Labels out;
        map(v, at, [&](const JsonValue& child, const At& where, const QString& key) {
            QString one;
            if (text(child, where, one))
                out.insert(key, one);
        });
        return out;
    }

    // Fields of an object ---------------------------------------------------------------------------------------------

    template<typename F>
    bool given(const JsonValue& object, const At& at, const char* name, F&& read) {
        const JsonValue v = object.member(name);
        if (v.isAbsent())
            return false;
        read(v, in(at, name));
        return true;
    }

    void textField(const JsonValue& o, const At& at, const char* name, Maybe<QString>& out, const TextRule& rule = {}) {
        given(o, at, name, [&](const JsonValue& v, const At& where) {
            QString value;
            if (text(v, where, value, rule))
                out = value;
        });
    }
    void boolField(const JsonValue& o, const At& at, const char* name, bool& out) {
        given(o, at, name, [&](const JsonValue& v, const At& where) { boolean(v, where, out); });
    }
    void boolField(const JsonValue& o, const At& at, const char* name, Maybe<bool>& out) {
        given(o, at, name, [&](const JsonValue& v, const At& where) { boolean(v, where, out.emplace()); });
    }
    void intField(const JsonValue& o, const At& at, const char* name, int& out, const NumberRule& rule = notNegative) {
        given(o, at, name, [&](const JsonValue& v, const At& where) { integer(v, where, out, rule); });
    }
    void intField(const JsonValue& o, const At& at, const char* name, Maybe<int>& out,
                  const NumberRule& rule = notNegative) {
        given(o, at, name, [&](const JsonValue& v, const At& where) { integer(v, where, out.emplace(), rule); });
    }
    void longField(const JsonValue& o, const At& at, const char* name, Maybe<qint64>& out,
                   const NumberRule& rule = notNegative) {
        given(o, at, name, [&](const JsonValue& v, const At& where) { longInteger(v, where, out.emplace(), rule); });
    }
    void numberField(const JsonValue& o, const At& at, const char* name, Maybe<double>& out,
                     const NumberRule& rule = notNegative) {
        given(o, at, name, [&](const JsonValue& v, const At& where) { number(v, where, out.emplace(), rule); });
    }
    void labelsField(const JsonValue& o, const At& at, const char* name, Labels& out) {
        given(o, at, name, [&](const JsonValue& v, const At& where) { out = labels(v, where); });
    }

    /// A required key. Types with bounds or collections name the whole object when it is missing, small ones only a
    /// code.
    template<typename F>
    bool required(const JsonValue& o, const At& at, const char* name, bool small, F&& read) {
        const At where = in(at, name);
        const JsonValue v = o.member(name);
        if (v.isValid()) {
            read(v, where);
            return true;
        }
        if (small)
            fail(where, "error.path.missing");
        else if (o.is(Kind::Object))
            report_.add(where.path(),
                        QStringLiteral("'%1' is undefined on object: %2").arg(QLatin1String(name), compact(o)),
                        at.pointer());
        else
            report_.add(where.path(), compact(o) + QLatin1String(" is not an object"), at.pointer());
        return false;
    }
    void requiredText(const JsonValue& o, const At& at, const char* name, QString& out, const TextRule& rule = {},
                      bool small = false) {
        required(o, at, name, small, [&](const JsonValue& v, const At& where) { text(v, where, out, rule); });
    }
    /// Small types refuse what is no object at once.
    bool object(const JsonValue& v, const At& at) {
        if (!v.is(Kind::Object))
            fail(at, "error.expected.jsobject");
        return v.is(Kind::Object);
    }

    // Types -----------------------------------------------------------------------------------------------------------

    void protocolField(const JsonValue& o, const At& at, QString& out) {
        given(o, at, "protocol", [&](const JsonValue& v, const At& where) {
            static constexpr const char* names[]{"tcp", "udp", "udp,tcp"};
            const int index = literal(v, where, {names[0], names[1], names[2]});
            if (index >= 0)
                out = QLatin1String(names[index]);
        });
    }

    PortDefinition portDefinition(const JsonValue& o, const At& at) {
        PortDefinition out;
        intField(o, at, "port", out.port, port);
        labelsField(o, at, "labels", out.labels);
        textField(o, at, "name", out.name, {1, -1, plainName});
        protocolField(o, at, out.protocol);
        return out;
    }

    PortMapping portMapping(const JsonValue& o, const At& at) {
        PortMapping out;
        intField(o, at, "containerPort", out.containerPort, port);
        intField(o, at, "hostPort", out.hostPort, port);
        labelsField(o, at, "labels", out.labels);
        textField(o, at, "name", out.name, {1, -1, plainName});
        protocolField(o, at, out.protocol);
        intField(o, at, "servicePort", out.servicePort, port);
        given(o, at, "networkNames", [&](const JsonValue& v, const At& where) { out.networkNames = texts(v, where); });
        return out;
    }

    std::vector<PortMapping> portMappings(const JsonValue& v, const At& at) {
        std::vector<PortMapping> out;
        list(v, at, [&](const JsonValue& child, const At& where, int) { out.push_back(portMapping(child, where)); });
        return out;
    }

    Network network(const JsonValue& o, const At& at) {
        Network out;
        textField(o, at, "name", out.name, {1, 63, networkName});
        given(o, at, "mode", [&](const JsonValue& v, const At& where) {
            const int index = literal(v, where, {"container", "container/bridge", "host"});
            if (index >= 0)
                out.mode = NetworkMode(index);
        });
        labelsField(o, at, "labels", out.labels);
        return out;
    }

    Docker docker(const JsonValue& o, const At& at) {
        Docker out;
        given(o, at, "credential", [&](const JsonValue& v, const At& where) {
            out.hasCredential = true;
            QString ignored;
            Maybe<QString> secret;
            if (object(v, where)) {
                requiredText(v, where, "principal", ignored, {}, true);
                textField(v, where, "secret", secret);
            }
        });
        given(o, at, "pullConfig", [&](const JsonValue& v, const At& where) {
            requiredText(v, where, "secret", out.pullSecret.emplace(), {1});
        });
        boolField(o, at, "forcePullImage", out.forcePullImage);
        requiredText(o, at, "image", out.image, {1});
        given(o, at, "network", [&](const JsonValue& v, const At& where) {
            const int index = literal(v, where, {"BRIDGE", "HOST", "NONE", "USER"});
            out.network = DockerNetwork(std::max(0, index));
        });
        given(o, at, "parameters", [&](const JsonValue& v, const At& where) {
            list(v, where, [&](const JsonValue& child, const At& one, int) {
                auto& parameter = out.parameters.emplace_back();
                requiredText(child, one, "key", parameter.first, {1});
                requiredText(child, one, "value", parameter.second);
            });
        });
        given(o, at, "portMappings",
              [&](const JsonValue& v, const At& where) { out.portMappings = portMappings(v, where); });
        boolField(o, at, "privileged", out.privileged);
        return out;
    }

    void linuxInfo(const JsonValue& v, const At& at, Container& out) {
        if (!object(v, at))
            return;
        given(v, at, "seccomp", [&](const JsonValue& s, const At& where) {
            Seccomp& seccomp = out.seccomp.emplace();
            textField(s, where, "profileName", seccomp.profileName);
            seccomp.unconfined = s.member("unconfined").toBool();
        });
        given(v, at, "ipcInfo", [&](const JsonValue& i, const At& where) {
            if (!object(i, where))
                return;
            IpcInfo& ipc = out.ipc.emplace();
            required(i, where, "mode", true, [&](const JsonValue& mode, const At& there) {
                ipc.shareParent = literal(mode, there, {"PRIVATE", "SHARE_PARENT"}) == 1;
            });
            intField(i, where, "shmSize", ipc.shmSize, {});
        });
    }

    bool mode(const JsonValue& o, const At& at, bool& readOnly) {
        return required(o, at, "mode", false, [&](const JsonValue& v, const At& where) {
            readOnly = literal(v, where, {"RO", "RW"}) == 0;
        });
    }

    void persistent(const JsonValue& o, const At& at, Volume& out) {
        requiredText(o, at, "containerPath", out.containerPath, {1});
        required(o, at, "persistent", false, [&](const JsonValue& p, const At& where) {
            PersistentInfo& info = out.persistent;
            given(p, where, "type", [&](const JsonValue& v, const At& there) {
                static constexpr const char* names[]{"root", "path", "mount"};
                const int index = literal(v, there, {names[0], names[1], names[2]});
                info.type = QLatin1String(names[std::max(0, index)]);
            });
            required(p, where, "size", false,
                     [&](const JsonValue& v, const At& there) { longInteger(v, there, info.size, notNegative); });
            longField(p, where, "maxSize", info.maxSize);
            textField(p, where, "profileName", info.profileName);
            given(p, where, "constraints", [&](const JsonValue& v, const At& there) {
                list(v, there, [&](const JsonValue& child, const At& one, int) {
                    const QStringList constraint = texts(child, one);
                    if (std::find(info.constraints.begin(), info.constraints.end(), constraint) ==
                        info.constraints.end())
                        info.constraints.push_back(constraint);
                });
            });
        });
        mode(o, at, out.readOnly);
    }

    void dvdi(const JsonValue& e, const At& at, ExternalInfo& info) {
        longField(e, at, "size", info.size);
        textField(e, at, "name", info.name);
        textField(e, at, "provider", info.provider);
        labelsField(e, at, "options", info.options);
        boolField(e, at, "shared", info.shared);
    }

    void csi(const JsonValue& e, const At& at, ExternalInfo& info) {
        if (!object(e, at))
            return;
        CsiInfo& csi = info.csi.emplace();
        requiredText(e, at, "name", info.name.emplace(), {}, true);
        required(e, at, "provider", true, [&](const JsonValue& v, const At& where) { literal(v, where, {"csi"}); });
        info.provider = QStringLiteral("csi");
        required(e, at, "options", true, [&](const JsonValue& o, const At& where) {
            requiredText(o, where, "pluginName", csi.pluginName, {1});
            required(o, where, "capability", false, [&](const JsonValue& c, const At& there) {
                requiredText(c, there, "accessMode", csi.accessMode);
                requiredText(c, there, "accessType", csi.accessType);
                textField(c, there, "fsType", csi.fsType);
                given(c, there, "mountFlags", [&](const JsonValue& v, const At& flags) { texts(v, flags); });
            });
            Labels ignored;
            for (const char* name : {"nodeStageSecret", "nodePublishSecret", "volumeContext"})
                labelsField(o, where, name, ignored);
        });
    }

    /// Reads with a reader of its own whose problems vanish; true when there were none.
    template<typename F>
    static bool fits(F&& read) {
        QList<Problem> none;
        Report silent(&none);
        silent.setSilent(true);
        Reader reader(silent);
        read(reader);
        return !silent.failed();
    }

    bool external(const JsonValue& o, const At& at, Volume& out) {
        const JsonValue e = o.member("external");
        const bool asDvdi = fits([&](Reader& r) { r.dvdi(e, at, out.external); });
        if (asDvdi)
            return true;
        out.external = {};
        return fits([&](Reader& r) { r.csi(e, at, out.external); });
    }

    /// The alternatives in the server's order; when none fits, the last one's problems are told.
    Volume volume(const JsonValue& o, const At& at) {
        Volume out;
        out.kind = Volume::Kind::Persistent;
        if (o.member("persistent").isValid() && fits([&](Reader& r) { r.persistent(o, at, out); }))
            return out;
        out = {};
        out.kind = Volume::Kind::External;
        if (o.member("external").isValid() && fits([&](Reader& r) {
                r.requiredText(o, at, "containerPath", out.containerPath, {1});
                r.mode(o, at, out.readOnly);
            }) &&
            external(o, at, out))
            return out;
        out = {};
        out.kind = Volume::Kind::Secret;
        if (o.member("secret").isValid() && fits([&](Reader& r) {
                r.requiredText(o, at, "containerPath", out.containerPath, {1});
                r.requiredText(o, at, "secret", out.secret, {1});
            }))
            return out;
        out = {};
        requiredText(o, at, "containerPath", out.containerPath, {1});
        requiredText(o, at, "hostPath", out.hostPath, {1});
        mode(o, at, out.readOnly);
        return out;
    }

    Container container(const JsonValue& o, const At& at) {
        Container out;
        given(o, at, "type", [&](const JsonValue& v, const At& where) {
            out.type = literal(v, where, {"MESOS", "DOCKER"}) == 0 ? Engine::Mesos : Engine::Docker;
        });
        given(o, at, "docker", [&](const JsonValue& v, const At& where) { out.docker = docker(v, where); });
        given(o, at, "linuxInfo", [&](const JsonValue& v, const At& where) { linuxInfo(v, where, out); });
        given(o, at, "volumes", [&](const JsonValue& v, const At& where) {
            list(v, where,
                 [&](const JsonValue& child, const At& one, int) { out.volumes.push_back(volume(child, one)); });
        });
        given(o, at, "portMappings",
              [&](const JsonValue& v, const At& where) { out.portMappings = portMappings(v, where); });
        return out;
    }

    HealthCheck healthCheck(const JsonValue& o, const At& at, int index) {
        HealthCheck out;
        out.written = index;
        given(o, at, "command", [&](const JsonValue& v, const At& where) {
            if (object(v, where))
                requiredText(v, where, "value", out.command.emplace(), {}, true);
        });
        bool ignored = false;
        boolField(o, at, "ignoreHttp1xx", ignored);
        intField(o, at, "gracePeriodSeconds", out.gracePeriod);
        intField(o, at, "intervalSeconds", out.interval);
        intField(o, at, "maxConsecutiveFailures", out.maxFailures);
        textField(o, at, "path", out.path);
        intField(o, at, "port", out.port, port);
        intField(o, at, "portIndex", out.portIndex, port);
        given(o, at, "protocol", [&](const JsonValue& v, const At& where) {
            const int i =
                literal(v, where, {"HTTP", "HTTPS", "TCP", "COMMAND", "MESOS_TCP", "MESOS_HTTP", "MESOS_HTTPS"});
            out.protocol = Protocol(std::max(0, i));
        });
        given(o, at, "ipProtocol", [&](const JsonValue& v, const At& where) {
            out.ipv6 = literal(v, where, {"IPv4", "IPv6"}) == 1;
        });
        intField(o, at, "timeoutSeconds", out.timeout, {});
        intField(o, at, "delaySeconds", out.delay);
        return out;
    }

    PortCheck portCheck(const JsonValue& o, const At& at, bool http) {
        PortCheck out;
        intField(o, at, "portIndex", out.portIndex, port);
        intField(o, at, "port", out.port, port);
        if (http) {
            textField(o, at, "path", out.path, {1, 1024});
            given(o, at, "scheme", [&](const JsonValue& v, const At& where) {
                out.https = literal(v, where, {"HTTP", "HTTPS"}) == 1;
            });
        }
        return out;
    }

    void command(const JsonValue& v, const At& at, Check& out) {
        QString shell;
        if (v.member("shell").isValid() && fits([&](Reader& r) { r.requiredText(v, at, "shell", shell, {1}); })) {
            out.shell = shell;
            return;
        }
        required(v, at, "argv", false, [&](const JsonValue& a, const At& where) {
            out.argv = texts(a, where);
            if (a.is(Kind::Array) && a.childCount() == 0)
                fail(where, "error.minLength");
        });
    }

    Check check(const JsonValue& o, const At& at) {
        Check out;
        given(o, at, "http", [&](const JsonValue& v, const At& where) { out.http = portCheck(v, where, true); });
        given(o, at, "tcp", [&](const JsonValue& v, const At& where) { out.tcp = portCheck(v, where, false); });
        given(o, at, "exec", [&](const JsonValue& v, const At& where) {
            if (object(v, where))
                required(v, where, "command", true,
                         [&](const JsonValue& c, const At& there) { command(c, there, out); });
        });
        intField(o, at, "intervalSeconds", out.interval);
        intField(o, at, "timeoutSeconds", out.timeout);
        intField(o, at, "delaySeconds", out.delay);
        return out;
    }

    ReadinessCheck readinessCheck(const JsonValue& o, const At& at) {
        ReadinessCheck out;
        const auto textOr = [&](const char* name, QString& value, const TextRule& rule) {
            Maybe<QString> given;
            textField(o, at, name, given, rule);
            value = given.value_or(value);
        };
        textOr("name", out.name, {1});
        given(o, at, "protocol", [&](const JsonValue& v, const At& where) {
            out.https = literal(v, where, {"HTTP", "HTTPS"}) == 1;
        });
        textOr("path", out.path, {1, 1024});
        textOr("portName", out.portName, {1, -1, plainName});
        intField(o, at, "intervalSeconds", out.interval);
        intField(o, at, "timeoutSeconds", out.timeout, {1});
        given(o, at, "httpStatusCodesForReady", [&](const JsonValue& v, const At& where) {
            out.codes.clear();
            const bool isList = list(v, where, [&](const JsonValue& child, const At& one, int) {
                int code = 0;
                if (integer(child, one, code))
                    out.codes.push_back(code);
            });
            std::sort(out.codes.begin(), out.codes.end());
            if (isList && v.childCount() == 0)
                fail(where, "error.minLength");
        });
        boolField(o, at, "preserveLastResponse", out.preserveLastResponse);
        return out;
    }

    Artifact artifact(const JsonValue& o, const At& at) {
        Artifact out;
        requiredText(o, at, "uri", out.uri, {1, 1024});
        boolField(o, at, "extract", out.extract);
        boolField(o, at, "executable", out.executable);
        boolField(o, at, "cache", out.cache);
        textField(o, at, "destPath", out.destPath, {1, 1024});
        return out;
    }

    IpAddress ipAddress(const JsonValue& o, const At& at) {
        IpAddress out;
        given(o, at, "discovery", [&](const JsonValue& v, const At& where) {
            out.discovery.emplace();
            given(v, where, "ports", [&](const JsonValue& ports, const At& there) {
                list(ports, there, [&](const JsonValue& child, const At& one, int) {
                    PortMapping mapping;
                    intField(child, one, "number", mapping.containerPort, port);
                    requiredText(child, one, "name", mapping.name.emplace(), {1, -1, plainName});
                    protocolField(child, one, mapping.protocol);
                    labelsField(child, one, "labels", mapping.labels);
                    out.discovery->push_back(mapping);
                });
            });
        });
        given(o, at, "groups", [&](const JsonValue& v, const At& where) { texts(v, where); });
        labelsField(o, at, "labels", out.labels);
        textField(o, at, "networkName", out.networkName, {1});
        return out;
    }

    Limit limit(const JsonValue& v, const At& at) {
        Limit out;
        if (v.is(Kind::String))
            out.text = v.toString();
        else
            number(v, at, out.number);
        return out;
    }

    void executorResources(const JsonValue& o, const At& at) {
        Maybe<double> ignored;
        numberField(o, at, "cpus", ignored, notNegative);
        numberField(o, at, "mem", ignored, {32});
        numberField(o, at, "disk", ignored, {10});
    }

    Unreachable unreachable(const JsonValue& v, const At& at) {
        Unreachable out;
        out.disabled = v.is(Kind::String);
        const auto seconds = [&](const char* name, qint64& value) {
            Maybe<qint64> given;
            longField(v, at, name, given);
            value = given.value_or(0);
        };
        seconds("inactiveAfterSeconds", out.inactiveAfter);
        seconds("expungeAfterSeconds", out.expungeAfter);
        return out;
    }

    EnvValue envValue(const JsonValue& v, const At& at) {
        EnvValue out;
        if (v.is(Kind::String)) {
            out.text = v.toString();
        } else if (object(v, at)) {
            out.secret = true;
            requiredText(v, at, "secret", out.text, {}, true);
        }
        return out;
    }

    void versionInfo(const JsonValue& v, const At& at) {
        if (!object(v, at))
            return;
        QString ignored;
        for (const char* name : {"lastScalingAt", "lastConfigChangeAt"})
            required(v, at, name, true, [&](const JsonValue& d, const At& where) { dateTime(d, where, ignored); });
    }

    template<typename T, typename F>
    void listField(const JsonValue& o, const At& at, const char* name, Maybe<std::vector<T>>& out, bool unique,
                   F&& read) {
        given(o, at, name, [&](const JsonValue& v, const At& where) {
            auto& items = out.emplace();
            list(v, where, [&](const JsonValue& child, const At& one, int index) {
                T item = read(child, one, index);
                if (!unique || std::find(items.begin(), items.end(), item) == items.end())
                    items.push_back(std::move(item));
            });
        });
    }
    void textsField(const JsonValue& o, const At& at, const char* name, Maybe<QStringList>& out, bool unique = false) {
        given(o, at, name, [&](const JsonValue& v, const At& where) { out = texts(v, where, unique); });
    }

    App app(const JsonValue& o, const At& at, Reading reading);
    GroupUpdate group(const JsonValue& o, const At& at);
    std::shared_ptr<void> rememberedApp(const JsonValue& o, const At& at, App& out);

private:
    void appGeneral(const JsonValue& o, const At& at, App& out);
    void appResources(const JsonValue& o, const At& at, App& out);
    void appNetworking(const JsonValue& o, const At& at, App& out);
    void appChecks(const JsonValue& o, const At& at, App& out);
    void appPlacement(const JsonValue& o, const At& at, App& out);
    void appUpgrade(const JsonValue& o, const At& at, App& out);
    static int countFields(const JsonValue& o);

    bool bounds(double value, const At& at, const NumberRule& rule) {
        if (value < rule.min)
            fail(at, "error.min");
        if (value > rule.max)
            fail(at, "error.max");
        return value >= rule.min && value <= rule.max;
    }

    Report& report_;
    Memory* memory_;
};

void Reader::appGeneral(const JsonValue& o, const At& at, App& out) {
    textField(o, at, "cmd", out.cmd, {1});
    textsField(o, at, "args", out.args);
    intField(o, at, "instances", out.instances);
    textField(o, at, "user", out.user);
    textsField(o, at, "dependencies", out.dependencies, true);
    listField(o, at, "fetch", out.fetch, false,
              [&](const JsonValue& v, const At& where, int) { return artifact(v, where); });
    textsField(o, at, "uris", out.uris);
    textField(o, at, "executor", out.executor, {0, -1, executorPattern});
    boolField(o, at, "tty", out.tty);
    given(o, at, "version", [&](const JsonValue& v, const At& where) { dateTime(v, where, out.version.emplace()); });
    given(o, at, "versionInfo", [&](const JsonValue& v, const At& where) { versionInfo(v, where); });
    given(o, at, "labels", [&](const JsonValue& v, const At& where) { out.labels = labels(v, where); });
}

void Reader::appResources(const JsonValue& o, const At& at, App& out) {
    numberField(o, at, "cpus", out.cpus);
    numberField(o, at, "mem", out.mem);
    numberField(o, at, "disk", out.disk);
    intField(o, at, "gpus", out.gpus);
    given(o, at, "resourceLimits", [&](const JsonValue& v, const At& where) {
        if (!object(v, where))
            return;
        Limits& limits = out.resourceLimits.emplace();
        given(v, where, "cpus", [&](const JsonValue& one, const At& there) { limits.cpus = limit(one, there); });
        given(v, where, "mem", [&](const JsonValue& one, const At& there) { limits.mem = limit(one, there); });
    });
    given(o, at, "executorResources", [&](const JsonValue& v, const At& where) { executorResources(v, where); });
}

void Reader::appNetworking(const JsonValue& o, const At& at, App& out) {
    given(o, at, "container", [&](const JsonValue& v, const At& where) { out.container = container(v, where); });
    listField(o, at, "networks", out.networks, false,
              [&](const JsonValue& v, const At& where, int) { return network(v, where); });
    listField(o, at, "portDefinitions", out.portDefinitions, false,
              [&](const JsonValue& v, const At& where, int) { return portDefinition(v, where); });
    boolField(o, at, "requirePorts", out.requirePorts);
    listField(o, at, "ports", out.ports, false, [&](const JsonValue& v, const At& where, int) {
        int value = 0;
        integer(v, where, value);
        return value;
    });
    given(o, at, "ipAddress", [&](const JsonValue& v, const At& where) { out.ipAddress = ipAddress(v, where); });
}

void Reader::appChecks(const JsonValue& o, const At& at, App& out) {
    listField(o, at, "healthChecks", out.healthChecks, true,
              [&](const JsonValue& v, const At& where, int index) { return healthCheck(v, where, index); });
    given(o, at, "check", [&](const JsonValue& v, const At& where) { out.check = check(v, where); });
    listField(o, at, "readinessChecks", out.readinessChecks, false,
              [&](const JsonValue& v, const At& where, int) { return readinessCheck(v, where); });
    given(o, at, "env", [&](const JsonValue& v, const At& where) {
        auto& env = out.env.emplace();
        int index = 0;
        map(v, where, [&](const JsonValue& child, const At& one, const QString& key) {
            if (key.isEmpty())
                out.emptyEnvKey = index;
            ++index;
            env.insert(key, envValue(child, one));
        });
    });
    given(o, at, "secrets", [&](const JsonValue& v, const At& where) {
        Labels& secrets = out.secrets.emplace();
        int index = 0;
        map(v, where, [&](const JsonValue& child, const At& one, const QString& key) {
            if (key.isEmpty())
                out.emptySecretKey = index;
            ++index;
            QString source;
            requiredText(child, one, "source", source, {1});
            secrets.insert(key, source);
        });
    });
}

void Reader::appPlacement(const JsonValue& o, const At& at, App& out) {
    listField(o, at, "constraints", out.constraints, true,
              [&](const JsonValue& v, const At& where, int) { return texts(v, where); });
    textField(o, at, "role", out.role, {1});
    textsField(o, at, "acceptedResourceRoles", out.acceptedResourceRoles, true);
}

void Reader::appUpgrade(const JsonValue& o, const At& at, App& out) {
    given(o, at, "upgradeStrategy", [&](const JsonValue& v, const At& where) {
        UpgradeStrategy& strategy = out.upgradeStrategy.emplace();
        const auto share = [&](const char* name, double& value) {
            required(v, where, name, false, [&](const JsonValue& n, const At& there) {
                number(n, there, value, {0, 1});
            });
        };
        share("maximumOverCapacity", strategy.maximumOverCapacity);
        share("minimumHealthCapacity", strategy.minimumHealthCapacity);
    });
    intField(o, at, "backoffSeconds", out.backoffSeconds);
    numberField(o, at, "backoffFactor", out.backoffFactor, {1});
    intField(o, at, "maxLaunchDelaySeconds", out.maxLaunchDelaySeconds);
    intField(o, at, "taskKillGracePeriodSeconds", out.taskKillGracePeriodSeconds);
    given(o, at, "killSelection", [&](const JsonValue& v, const At& where) {
        const int index = literal(v, where, {"YOUNGEST_FIRST", "OLDEST_FIRST"});
        out.killSelection = index == 1 ? QStringLiteral("OLDEST_FIRST") : QStringLiteral("YOUNGEST_FIRST");
    });
    given(o, at, "unreachableStrategy",
          [&](const JsonValue& v, const At& where) { out.unreachableStrategy = unreachable(v, where); });
    given(o, at, "residency", [&](const JsonValue& v, const At& where) {
        out.residency = true;
        Maybe<qint64> ignored;
        longField(v, where, "relaunchEscalationTimeoutSeconds", ignored);
        given(v, where, "taskLostBehavior", [&](const JsonValue& b, const At& there) {
            literal(b, there, {"WAIT_FOREVER", "RELAUNCH_AFTER_TIMEOUT"});
        });
    });
}

/// How many fields an update gives that the server knows and that mean a change.
int Reader::countFields(const JsonValue& o) {
    static const QSet<QByteArray> known{"id",
                                        "cmd",
                                        "args",
                                        "instances",
                                        "user",
                                        "dependencies",
                                        "fetch",
                                        "uris",
                                        "executor",
                                        "tty",
                                        "cpus",
                                        "mem",
                                        "disk",
                                        "gpus",
                                        "resourceLimits",
                                        "executorResources",
                                        "container",
                                        "networks",
                                        "portDefinitions",
                                        "requirePorts",
                                        "ports",
                                        "ipAddress",
                                        "healthChecks",
                                        "check",
                                        "readinessChecks",
                                        "env",
                                        "secrets",
                                        "constraints",
                                        "role",
                                        "acceptedResourceRoles",
                                        "upgradeStrategy",
                                        "backoffSeconds",
                                        "backoffFactor",
                                        "maxLaunchDelaySeconds",
                                        "taskKillGracePeriodSeconds",
                                        "killSelection",
                                        "unreachableStrategy",
                                        "residency",
                                        "labels",
                                        "version",
                                        "versionInfo"};
    int count = 0;
    for (JsonValue child = o.firstChild(); child.isValid(); child = child.next()) {
        const std::string_view key = child.rawKey();
        count += !child.isNull() && !child.isShadowed() &&
                 known.contains(QByteArray::fromRawData(key.data(), qsizetype(key.size())));
    }
    return count;
}

App Reader::app(const JsonValue& o, const At& at, Reading reading) {
    App out;
    if (reading == Reading::Update)
        textField(o, at, "id", out.id, {1, -1, matchesIdPattern});
    else if (reading == Reading::Create)
        requiredText(o, at, "id", out.id.emplace(), {1, -1, matchesIdPattern});
    out.fieldsGiven = o.is(Kind::Object) ? countFields(o) : 0;
    appGeneral(o, at, out);
    appResources(o, at, out);
    appNetworking(o, at, out);
    appChecks(o, at, out);
    appPlacement(o, at, out);
    appUpgrade(o, at, out);
    return out;
}

std::shared_ptr<void> Reader::rememberedApp(const JsonValue& o, const At& at, App& out) {
    if (!memory_) {
        out = app(o, at, Reading::Create);
        return nullptr;
    }
    if (const Memory::EntryPtr known = memory_->find(o.raw())) {
        out.id = known->parsed.id;
        return known;
    }
    const bool failedBefore = report_.failed();
    report_.setStage(report_.stage());
    out = app(o, at, Reading::Create);
    const bool fine = !report_.failed();
    if (failedBefore)
        report_.setFailed();
    return fine ? memory_->add(o.raw(), out) : nullptr;
}

GroupUpdate Reader::group(const JsonValue& o, const At& at) {
    GroupUpdate out;
    textField(o, at, "id", out.id, {1, -1, matchesIdPattern});
    given(o, at, "version", [&](const JsonValue& v, const At& where) { dateTime(v, where, out.version.emplace()); });
    given(o, at, "apps", [&](const JsonValue& v, const At& where) {
        auto& apps = out.apps.emplace();
        list(v, where, [&](const JsonValue& child, const At& one, int index) {
            out.remembered.push_back(rememberedApp(child, one, apps.emplace_back()));
            out.appIndexes.push_back(index);
        });
    });
    given(o, at, "groups", [&](const JsonValue& v, const At& where) {
        auto& groups = out.groups.emplace();
        list(v, where, [&](const JsonValue& child, const At& one, int index) {
            groups.push_back(group(child, one));
            out.groupIndexes.push_back(index);
        });
    });
    textsField(o, at, "dependencies", out.dependencies, true);
    numberField(o, at, "scaleBy", out.scaleBy);
    boolField(o, at, "enforceRole", out.enforceRole);
    return out;
}

} // namespace

App parseApp(const JsonValue& json, Reading reading, const QString& path, Report& report) {
    At at;
    at.key = path;
    return Reader(report).app(json, at, reading);
}

GroupUpdate parseGroup(const JsonValue& json, const QString& path, Report& report, Memory* memory) {
    At at;
    at.key = path;
    return Reader(report, memory).group(json, at);
}

} // namespace mesoscope::appspec::marathon

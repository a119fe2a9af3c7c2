#include "app/arguments.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>

namespace mesoscope::app {

namespace {

enum class Takes : quint8 { Nothing, Value, Maybe };

struct Option {
    const char* name;
    Takes takes;
};

// One table for the whole program: an option means the same with every command.
constexpr std::array options = {
    Option{"demo", Takes::Maybe},         Option{"cluster", Takes::Value},
    Option{"master", Takes::Value},       Option{"scheduler", Takes::Value},
    Option{"gateway", Takes::Value},      Option{"metrics", Takes::Value},
    Option{"coordination", Takes::Value}, Option{"token-file", Takes::Value},
    Option{"user", Takes::Value},         Option{"ca", Takes::Value},
    Option{"cert", Takes::Value},         Option{"key", Takes::Value},
    Option{"read-only", Takes::Nothing},  Option{"json", Takes::Nothing},
    Option{"help", Takes::Nothing},       Option{"filter", Takes::Value},
    Option{"sort", Takes::Value},         Option{"limit", Takes::Value},
    Option{"csv", Takes::Nothing},        Option{"wait", Takes::Nothing},
    Option{"force", Takes::Nothing},      Option{"explain", Takes::Nothing},
    Option{"dry-run", Takes::Nothing},    Option{"to", Takes::Value},
    Option{"for", Takes::Value},          Option{"features", Takes::Value},
    Option{"scale", Takes::Nothing},      Option{"wipe", Takes::Nothing},
    Option{"max-grace", Takes::Value},    Option{"mark-gone", Takes::Nothing},
    Option{"follow", Takes::Nothing},     Option{"file", Takes::Value},
    Option{"grep", Takes::Value},         Option{"format", Takes::Value},
    Option{"page", Takes::Value},         Option{"select", Takes::Value},
    Option{"size", Takes::Value},         Option{"theme", Takes::Value},
    Option{"language", Takes::Value},     Option{"out", Takes::Value},
    Option{"agents", Takes::Value},       Option{"apps", Takes::Value},
    Option{"tasks", Takes::Value},        Option{"seed", Takes::Value},
    Option{"scenario", Takes::Value},     Option{"rate", Takes::Value},
    Option{"rate-for", Takes::Value},     Option{"timeout", Takes::Value},
    Option{"narrow", Takes::Nothing},     Option{"existing", Takes::Value},
    Option{"request", Takes::Value},      Option{"default-network", Takes::Value},
    Option{"mesos-role", Takes::Value},
};

constexpr std::array commands = {"status", "list", "watch",      "app",          "task",
                                 "agent",  "logs", "screenshot", "demo-cluster", "version"};
constexpr std::array commandsWithVerb = {"app", "task", "agent"};

base::Error wrongUse(const QString& sentence) {
    return {base::ErrorKind::Input, sentence, QStringLiteral("See mesoscope --help."), {}, 0};
}

const Option* findOption(const QString& name) {
    const auto it =
        std::find_if(options.begin(), options.end(), [&](const Option& o) { return name == QLatin1String(o.name); });
    return it == options.end() ? nullptr : &*it;
}

template<typename List>
bool contains(const List& list, const QString& word) {
    return std::any_of(list.begin(), list.end(), [&](const char* w) { return word == QLatin1String(w); });
}

base::Result<QByteArray> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(base::Error{base::ErrorKind::Input,
                                          QStringLiteral("%1 can't be read: %2.").arg(path, file.errorString()),
                                          QStringLiteral("Check the path and its permissions."),
                                          {},
                                          0});
    return file.read(1 << 20);
}

/// "http://host:port[,…]"; a missing scheme means http.
base::Result<QList<QUrl>> urlsFrom(const QString& text, const char* option) {
    QList<QUrl> urls;
    const QStringList parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const QUrl url =
            QUrl(part.contains(QStringLiteral("://")) ? part : QStringLiteral("http://") + part, QUrl::StrictMode);
        const bool known = url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https");
        if (!url.isValid() || url.host().isEmpty() || !known)
            return tl::unexpected(wrongUse(QStringLiteral("--%1: \"%2\" is not an address like http://host:port.")
                                               .arg(QString::fromLatin1(option), part)));
        urls << url;
    }
    if (urls.isEmpty())
        return tl::unexpected(wrongUse(QStringLiteral("--%1 needs an address.").arg(QString::fromLatin1(option))));
    return urls;
}

/// "system=URL[,URL…]" → system and the rest; without "=" the default system.
std::pair<QString, QString> systemOf(const QString& text, const QString& fallback) {
    const qsizetype equals = text.indexOf(QLatin1Char('='));
    const qsizetype scheme = text.indexOf(QStringLiteral("://"));
    if (equals < 0 || (scheme >= 0 && scheme < equals))
        return {fallback, text};
    return {text.left(equals), text.mid(equals + 1)};
}

base::Result<net::Credentials> credentialsFrom(const Arguments& arguments) {
    net::Credentials credentials;
    if (arguments.has("token-file")) {
        const base::Result<QByteArray> token = readFile(arguments.value("token-file"));
        if (!token)
            return tl::unexpected(token.error());
        credentials.bearerToken = QString::fromUtf8(token->trimmed());
    }
    credentials.user = arguments.value("user");
    if (!credentials.user.isEmpty())
        credentials.password = qEnvironmentVariable("MESOSCOPE_PASSWORD");
    return credentials;
}

base::Result<void> addScheduler(const QString& text, net::Endpoint endpoint, cluster::Connection& connection) {
    const auto [system, addresses] = systemOf(text, QStringLiteral("marathon"));
    if (system == QStringLiteral("swan"))
        connection.schedulerSystem = cluster::SchedulerSystem::Swan;
    else if (system != QStringLiteral("marathon"))
        return tl::unexpected(wrongUse(
            QStringLiteral("--scheduler: \"%1\" is not a scheduler; say marathon=URL or swan=URL.").arg(system)));
    const auto urls = urlsFrom(addresses, "scheduler");
    if (!urls)
        return tl::unexpected(urls.error());
    endpoint.urls = *urls;
    connection.scheduler = endpoint;
    return {};
}

base::Result<void> addGateway(const QString& text, net::Endpoint endpoint, cluster::Connection& connection) {
    const auto [system, addresses] = systemOf(text, QStringLiteral("fabio"));
    if (system != QStringLiteral("fabio"))
        return tl::unexpected(wrongUse(
            QStringLiteral("--gateway: \"%1\" is no gateway that this version reads; say fabio=URL.").arg(system)));
    const auto urls = urlsFrom(addresses, "gateway");
    if (!urls)
        return tl::unexpected(urls.error());
    endpoint.urls = *urls;
    connection.gateway = endpoint;
    return {};
}

/// The host; with the port where it is not the usual one, so that clusters behind tunnels of one machine do not share a
/// name, and with it what is kept of them.
QString nameOf(const QUrl& url) {
    constexpr std::array usual{-1, 80, 443, 5050, 8080, 9998};
    const bool plain = std::find(usual.begin(), usual.end(), url.port()) != usual.end();
    QUrl place;
    place.setHost(url.host());
    place.setPort(plain ? -1 : url.port());
    return place.authority();
}

} // namespace

base::Result<Arguments> parseArguments(const QStringList& all) {
    Arguments result;
    result.program = all.value(0);
    bool onlyOperands = false;
    for (qsizetype i = 1; i < all.size(); ++i) {
        const QString& word = all.at(i);
        if (!result.command.isEmpty())
            result.raw << word;
        if (word == QStringLiteral("--") && !onlyOperands) {
            onlyOperands = true;
            continue;
        }
        if (onlyOperands || !word.startsWith(QStringLiteral("--")) || word.size() == 2) {
            if (result.command.isEmpty()) {
                if (!contains(commands, word))
                    return tl::unexpected(wrongUse(QStringLiteral("\"%1\" is not a command of mesoscope.").arg(word)));
                result.command = word;
            } else if (result.verb.isEmpty() && contains(commandsWithVerb, result.command)) {
                result.verb = word;
            } else {
                result.operands << word;
            }
            continue;
        }
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        const Option* option = findOption(name);
        if (!option)
            return tl::unexpected(wrongUse(QStringLiteral("--%1 is not an option of mesoscope.").arg(name)));
        QString value = equals < 0 ? QString() : word.mid(equals + 1);
        if (option->takes == Takes::Nothing && equals >= 0)
            return tl::unexpected(wrongUse(QStringLiteral("--%1 takes no value.").arg(name)));
        if (option->takes == Takes::Value && equals < 0) {
            if (i + 1 >= all.size())
                return tl::unexpected(wrongUse(QStringLiteral("--%1 needs a value.").arg(name)));
            value = all.at(++i);
            if (!result.command.isEmpty())
                result.raw << value;
        }
        result.options[name] << value;
    }
    if (contains(commandsWithVerb, result.command) && result.verb.isEmpty() && !result.has("help"))
        return tl::unexpected(
            wrongUse(QStringLiteral("mesoscope %1 needs to be told what to do.").arg(result.command)));
    return result;
}

bool namesCluster(const Arguments& a) {
    return a.has("demo") || a.has("master") || a.has("scheduler") || a.has("gateway") || a.has("cluster");
}

base::Result<cluster::Connection> connectionFrom(const Arguments& a) {
    cluster::Connection connection;
    const base::Result<net::Credentials> credentials = credentialsFrom(a);
    if (!credentials)
        return tl::unexpected(credentials.error());
    net::Endpoint base;
    base.credentials = *credentials;
    base.tls = {a.value("ca"), a.value("cert"), a.value("key")};
    connection.readOnly = a.has("read-only");
    if (a.has("cluster"))
        return tl::unexpected(wrongUse(QStringLiteral("There is no saved profile \"%1\".").arg(a.value("cluster"))));
    if (a.has("master")) {
        const auto urls = urlsFrom(a.value("master"), "master");
        if (!urls)
            return tl::unexpected(urls.error());
        connection.master = base;
        connection.master->urls = *urls;
    }
    for (const QString& text : a.values("scheduler")) {
        if (const auto added = addScheduler(text, base, connection); !added)
            return tl::unexpected(added.error());
    }
    for (const QString& text : a.values("gateway")) {
        if (const auto added = addGateway(text, base, connection); !added)
            return tl::unexpected(added.error());
    }
    if (!connection.master && !connection.scheduler && !connection.gateway)
        return tl::unexpected(wrongUse(QStringLiteral(
            "Say where the cluster is: --demo, --master URL, --scheduler marathon=URL or --gateway fabio=URL.")));
    const net::Endpoint& first = connection.master      ? *connection.master
                                 : connection.scheduler ? *connection.scheduler
                                                        : *connection.gateway;
    connection.name = nameOf(first.urls.front());
    connection.gatewayMetrics = QUrl(a.value("metrics").section(QLatin1Char('='), -1));
    return connection;
}

QString usage() {
    return QStringLiteral(R"(mesoscope [where] [command]

Without a command the window opens.

Where:
  --demo[=SCENARIO]                 the embedded cluster (calm, rolling-deploy, crash-loop, agent-lost, rack-lost,
                                    leader-failover, slow-service, bad-override); --agents N --apps N --tasks N --seed S
                                    --rate EVENTS_PER_SECOND change its size, --rate-for SECONDS ends the rate;
                                    --scheduler swan lets Swan own the apps
  --master URL[,URL...]             Mesos masters
  --scheduler marathon=URL[,URL...] or swan=URL[,URL...]
  --gateway fabio=URL
  --token-file FILE, --user NAME    credentials (password from MESOSCOPE_PASSWORD)
  --ca FILE, --cert FILE --key FILE TLS
  --read-only                       nothing that changes the cluster can leave

Commands (--json for one JSON document):
  status
  list agents|tasks|frameworks|roles|apps|deployments|queue|routes|composes
                                    [--filter EXPR] [--sort COLUMN] [--limit N] [--csv]
                                    composes: the compose files of a Swan
  watch [--for SECONDS]
  app validate FILE [--for marathon|swan] [--features LIST]
  app diff FILE [APP], app plan FILE
  app deploy FILE [--wait], app scale APP N [--wait], app restart APP, app rollback APP [--to VERSION], app destroy APP
                                    with --explain, --dry-run, --force
                                    a compose file for Swan: app deploy FILE.yml NAME USER [CLUSTER [VARIABLE=VALUE...]]
  task kill ID... [--scale] [--wipe]
  agent drain ID... [--max-grace SECONDS] [--mark-gone], agent deactivate|reactivate ID...
  logs APP|TASK [--follow] [--file stderr] [--grep RE] [--limit LINES; 0: everything]
  screenshot --page NAME [--select ID] --size WxH [--theme light|dark] [--language zh_CN] --out FILE
  demo-cluster [--agents N] [--apps N] [--tasks N] [--seed S] [--scenario NAME] [--rate EVENTS_PER_SECOND]
               [--scheduler marathon|swan]
  version

Exit codes: 0 done, 1 the cluster or the document says no, 2 wrong usage or unreadable input, 3 could not connect.
)");
}

} // namespace mesoscope::app

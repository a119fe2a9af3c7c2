#include "app/commands/cluster_command.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace mesoscope::app {

namespace {

bool complete(const cluster::Snapshot& snapshot, const base::SourceStatus& source) {
    switch (source.kind) {
    case base::SourceKind::Master:
        return snapshot.masterComplete;
    case base::SourceKind::Scheduler:
        return snapshot.schedulerComplete;
    default:
        return source.state == base::SourceState::Live;
    }
}

base::Result<double> number(const Arguments& arguments, const char* option, double fallback) {
    if (!arguments.has(option))
        return fallback;
    bool ok = false;
    const double value = arguments.value(option).toDouble(&ok);
    if (!ok || value < 0)
        return tl::unexpected(base::Error{base::ErrorKind::Input,
                                          QStringLiteral("--%1 needs a number, not \"%2\".")
                                              .arg(QString::fromLatin1(option), arguments.value(option)),
                                          QStringLiteral("See mesoscope --help."),
                                          {},
                                          0});
    return value;
}

std::optional<base::Error> noneOf(const std::vector<std::string>& names, const std::string& wanted, const char* what) {
    if (std::find(names.begin(), names.end(), wanted) != names.end())
        return std::nullopt;
    QStringList list;
    for (const std::string& name : names)
        list << QString::fromStdString(name);
    return base::Error{
        base::ErrorKind::Input,
        QStringLiteral("There is no %1 \"%2\".").arg(QString::fromLatin1(what), QString::fromStdString(wanted)),
        QStringLiteral("Take one of: %1.").arg(list.join(QStringLiteral(", "))),
        {},
        0};
}

} // namespace

base::Result<demo::Options> demoOptionsFrom(const Arguments& arguments) {
    demo::Options options;
    const auto agents = number(arguments, "agents", options.agents);
    const auto tasks = number(arguments, "tasks", arguments.has("agents") && agents ? *agents * 10 : options.tasks);
    // A large cluster runs more services, not the same ones with ten thousand instances each.
    const auto apps = number(arguments, "apps", tasks ? std::max<double>(options.apps, *tasks / 100) : options.apps);
    const auto seed = number(arguments, "seed", double(options.seed));
    const auto rate = number(arguments, "rate", options.rate);
    const auto rateSeconds = number(arguments, "rate-for", options.rateSeconds);
    for (const auto* value : {&agents, &apps, &tasks, &seed, &rate, &rateSeconds}) {
        if (!*value)
            return tl::unexpected(value->error());
    }
    options.agents = int(*agents);
    options.apps = int(*apps);
    options.tasks = int(*tasks);
    options.seed = std::uint64_t(*seed);
    options.rate = *rate;
    options.rateSeconds = *rateSeconds;
    const QString scenario = arguments.value("scenario", arguments.value("demo"));
    if (!scenario.isEmpty())
        options.scenario = scenario.toStdString();
    if (arguments.has("scheduler"))
        options.scheduler = arguments.value("scheduler").toStdString();
    if (auto wrong = noneOf(demo::Cluster::scenarioNames(), options.scenario, "scenario"))
        return tl::unexpected(*wrong);
    if (auto wrong = noneOf(demo::Cluster::schedulerNames(), options.scheduler, "scheduler in the embedded cluster"))
        return tl::unexpected(*wrong);
    return options;
}

cluster::Connection connectionTo(const demo::Endpoints& endpoints) {
    const auto endpoint = [](const std::string& url) {
        net::Endpoint result;
        const QStringList urls = QString::fromStdString(url).split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (const QString& one : urls)
            result.urls << QUrl(one);
        return result;
    };
    cluster::Connection connection;
    connection.name = QStringLiteral("demo");
    connection.environment = QStringLiteral("DEMO");
    connection.master = endpoint(endpoints.master);
    if (!endpoints.scheduler.empty())
        connection.scheduler = endpoint(endpoints.scheduler);
    if (endpoints.schedulerSystem == "swan")
        connection.schedulerSystem = cluster::SchedulerSystem::Swan;
    if (!endpoints.gateway.empty())
        connection.gateway = endpoint(endpoints.gateway);
    connection.gatewayMetrics = QUrl(QString::fromStdString(endpoints.metrics));
    return connection;
}

namespace commands {

ClusterCommand::~ClusterCommand() = default;

void ClusterCommand::start() {
    cluster::Connection connection;
    if (arguments().has("demo")) {
        const base::Result<demo::Options> options = demoOptionsFrom(arguments());
        if (!options) {
            complain(options.error());
            return finish(WrongUse);
        }
        try {
            demo_ = std::make_unique<demo::Cluster>(*options);
        } catch (const std::exception& e) {
            complain({base::ErrorKind::Input, QString::fromUtf8(e.what()), {}, {}, 0});
            return finish(NotConnected);
        }
        connection = connectionTo(demo_->endpoints());
        connection.readOnly = arguments().has("read-only");
    } else {
        base::Result<cluster::Connection> given = connectionFrom(arguments());
        if (!given) {
            complain(given.error());
            return finish(WrongUse);
        }
        connection = std::move(*given);
    }
    timeout_.setSingleShot(true);
    connect(&timeout_, &QTimer::timeout, this, &ClusterCommand::giveUp);
    timeout_.start(int(arguments().value("timeout", QStringLiteral("30")).toDouble() * 1000));
    session_ = std::make_unique<cluster::Session>(std::move(connection), clock_, 5);
    connect(session_.get(), &cluster::Session::updated, this, &ClusterCommand::take);
}

bool ClusterCommand::settled(const cluster::Snapshot& snapshot) const {
    // A source that is tried again after a failure has had its chance; the first picture does not wait for it.
    return !snapshot.sources.isEmpty() &&
           std::all_of(snapshot.sources.cbegin(), snapshot.sources.cend(), [&](const base::SourceStatus& s) {
               return complete(snapshot, s) || s.state == base::SourceState::Failed ||
                      s.state == base::SourceState::Retrying;
           });
}

void ClusterCommand::take() {
    const cluster::Update update = session_->take();
    if (!update.snapshot)
        return;
    if (ready_)
        return changed(update);
    if (!settled(*update.snapshot))
        return;
    const QList<base::SourceKind> needed = needs();
    bool any = false;
    bool missing = false;
    for (const base::SourceStatus& source : update.snapshot->sources) {
        const bool here = complete(*update.snapshot, source);
        any |= here;
        if (here)
            continue;
        complain(source.problem);
        missing |= needed.contains(source.kind);
    }
    if (!any || missing)
        return finish(NotConnected);
    ready_ = true;
    timeout_.stop();
    ready(*update.snapshot);
}

void ClusterCommand::giveUp() {
    for (const base::SourceStatus& source : session_->current()->sources) {
        if (!complete(*session_->current(), source) && !source.problem.sentence.isEmpty())
            complain(source.problem);
    }
    complain({base::ErrorKind::Timeout,
              QStringLiteral("No whole picture of the cluster arrived in time."),
              QStringLiteral("Check the addresses, or wait longer with --timeout SECONDS."),
              {},
              0});
    finish(NotConnected);
}

} // namespace commands
} // namespace mesoscope::app

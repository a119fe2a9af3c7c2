#include "models/master/mesos_link.h"

#include "models/master/calls.h"
#include "models/master/event_decoder.h"
#include "models/master/polls.h"
#include "models/net/backoff.h"
#include "models/net/errors.h"
#include "models/net/rate_meter.h"
#include "models/net/read_only_gate.h"
#include "models/net/record_io_parser.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRandomGenerator>
#include <QTimer>

namespace mesoscope::master {

namespace {

using base::Error;
using base::ErrorKind;
using base::SourceState;

constexpr qint64 never = std::numeric_limits<qint64>::max();
constexpr qint64 progressEveryMs = 100;
constexpr qint64 slowMs = 2000;
constexpr qint64 afterCallMs = 300; ///< an operator call changes agents without an event: look soon
/// A stream that ends sooner counts as a failure: where a master keeps only so many subscribers, two consoles would
/// otherwise throw each other out without a pause.
constexpr qint64 settledMs = 30'000;
constexpr int maxPollRepeats = 3;

QString apiPath() {
    return QStringLiteral("/api/v1");
}

/// The address before "/master/api/v1" or "/api/v1".
QUrl baseOf(const QUrl& url) {
    QString path = url.path();
    for (const QLatin1String tail : {QLatin1String("/api/v1"), QLatin1String("/master")}) {
        if (path.endsWith(tail))
            path.chop(tail.size());
    }
    QUrl base = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    base.setPath(path);
    return base;
}

Error silentError(const QUrl& url, double seconds) {
    return {ErrorKind::Timeout,
            QCoreApplication::translate("master", "%1 sent nothing for %2 s, not even a heartbeat.")
                .arg(net::printable(url), QString::number(qRound(seconds))),
            QCoreApplication::translate("master", "The stream is opened again."),
            {},
            0};
}

Error notAStream(const QUrl& url) {
    return {ErrorKind::Decode,
            QCoreApplication::translate("master", "%1 answers, but not with a Mesos event stream.")
                .arg(net::printable(url)),
            QCoreApplication::translate("master", "Check whether this is the port of a Mesos master (usually 5050)."),
            {},
            0};
}

class MesosLink final : public Link {
public:
    MesosLink(net::HttpClient& client, const base::Clock& clock, StateSink& sink, net::Endpoint endpoint,
              LinkOptions options, QObject* parent);
    ~MesosLink() override { drop(); }

    void start() override;
    void resync() override;
    const base::SourceStatus& status() const override { return status_; }
    void call(const QByteArray& json, QObject* context, std::function<void(base::Result<QByteArray>)> done) override;
    net::RequestSummary describe(const QByteArray& json) const override { return request(json).summary(); }

private:
    // The stream
    void connectNow();
    void onOpened(const net::Response& head);
    void onData(std::string_view bytes);
    void onPicture();
    void onEnded(const Error& why);
    void drop();
    bool declinedProtobuf(const Error& why) const;
    bool isFinal(const Error& why) const;
    void retry(const Error& why, bool final);
    QUrl candidate() const;
    net::Request request(const QByteArray& json) const;

    // Time
    void tick();
    void watch(qint64 now);
    void publishRates(qint64 now);

    // Polls
    void pollDue(qint64 now);
    void poll(const QByteArray& json, std::function<void(const net::Response&)> use);
    void pollMaster();
    void pollVersion();
    void pollAgents();
    void onAgents(const net::Response& answer, std::uint64_t agentEventsBefore);
    void pollRoles();
    void pollQuota();
    void pollWeights();
    void pollMaintenance();
    qint64 agentPollPeriod() const;

    void setState(SourceState state, const Error& problem = {});
    void markStale();

    net::HttpClient& client_;
    const base::Clock& clock_;
    StateSink& sink_;
    net::Endpoint endpoint_;
    LinkOptions options_;
    base::SourceStatus status_;
    QTimer tick_;
    net::Backoff backoff_;
    net::RateMeter events_;
    net::RateMeter requests_;

    net::HttpStream stream_;
    std::unique_ptr<net::RecordIoParser> records_;
    std::unique_ptr<EventDecoder> decoder_;
    std::optional<Error> unreadable_; ///< what the decoder said inside the framer's loop
    net::HttpCall pollCall_;
    RoleTable roleTable_;
    QUrl leader_;           ///< where the last picture came from; tried first
    QUrl asked_;            ///< where the attempt now goes
    qsizetype attempt_ = 0; ///< index into leader + addresses within one round
    bool askProtobuf_ = true;
    bool protobuf_ = false; ///< the stream now
    bool hasPicture_ = false;
    bool recovering_ = false;
    std::uint64_t agents_ = 0;
    std::uint64_t seenChanges_ = 0;
    int seenPictures_ = 0;
    int pollRepeats_ = 0;

    // Clock::steadyMs
    qint64 lastByteMs_ = 0;
    qint64 retryAt_ = never;
    qint64 liveSince_ = 0;
    qint64 masterAt_ = never;
    qint64 agentsAt_ = never;
    qint64 rolesAt_ = never;
    qint64 progressAt_ = 0;
    qint64 ratesAt_ = 0;
};

MesosLink::MesosLink(net::HttpClient& client, const base::Clock& clock, StateSink& sink, net::Endpoint endpoint,
                     LinkOptions options, QObject* parent)
    : Link(parent), client_(client), clock_(clock), sink_(sink), endpoint_(std::move(endpoint)),
      options_(std::move(options)), backoff_(options_.firstRetryMs, options_.maxRetryMs),
      askProtobuf_(options_.protobuf) {
    status_.kind = base::SourceKind::Master;
    status_.system = QStringLiteral("mesos");
    status_.state = endpoint_.urls.isEmpty() ? SourceState::Off : SourceState::Connecting;
    if (!options_.chance)
        options_.chance = [] { return QRandomGenerator::global()->generateDouble(); };
    connect(&tick_, &QTimer::timeout, this, &MesosLink::tick);
    tick_.setInterval(options_.tickMs);
}

void MesosLink::start() {
    if (endpoint_.urls.isEmpty())
        return;
    tick_.start();
    connectNow();
}

void MesosLink::resync() {
    if (endpoint_.urls.isEmpty())
        return;
    backoff_.reset();
    attempt_ = 0;
    markStale();
    connectNow();
}

QUrl MesosLink::candidate() const {
    QList<QUrl> all = endpoint_.urls;
    if (!leader_.isEmpty() &&
        !std::any_of(all.begin(), all.end(), [&](const QUrl& u) { return net::origin(u) == net::origin(leader_); }))
        all.prepend(leader_);
    else if (!leader_.isEmpty())
        std::stable_partition(all.begin(), all.end(),
                              [&](const QUrl& u) { return net::origin(u) == net::origin(leader_); });
    return attempt_ < all.size() ? all.at(attempt_) : QUrl();
}

net::Request MesosLink::request(const QByteArray& json) const {
    net::Request r;
    r.endpoint = endpoint_;
    r.method = "POST";
    r.url = net::joined(leader_.isEmpty() ? endpoint_.urls.value(0) : leader_, apiPath());
    r.body = json;
    r.contentType = "application/json";
    r.system = QStringLiteral("Mesos");
    return r;
}

void MesosLink::connectNow() {
    drop();
    decoder_.reset();
    asked_ = candidate();
    if (asked_.isEmpty()) {
        attempt_ = 0;
        asked_ = candidate();
    }
    retryAt_ = never;
    lastByteMs_ = clock_.steadyMs();
    setState(hasPicture_ ? SourceState::Stale : SourceState::Connecting, status_.problem);
    net::Request r = request(R"({"type":"SUBSCRIBE"})");
    r.url = net::joined(asked_, apiPath());
    // Masters take JSON whenever it is acceptable at all, so only one of them may be named.
    r.accept = askProtobuf_ ? "application/x-protobuf" : "application/json";
    r.expect = net::Expect::NoPage;
    r.idleTimeoutMs = 0; // the watch-dog knows the heartbeat
    r.totalTimeoutMs = options_.headTimeoutMs;
    requests_.add(clock_.steadyMs());
    stream_ = client_.stream(r, {[this](const net::Response& head) { onOpened(head); },
                                 [this](std::string_view bytes) { onData(bytes); },
                                 [this](const Error& why) { onEnded(why); }});
}

/// 0: the head tells no time.
qint64 dateOf(const net::Response& head) {
    QString date = QString::fromLatin1(head.header("date")).trimmed();
    if (!date.endsWith(QLatin1String(" GMT")))
        return 0;
    date.chop(3);
    const QDateTime time = QDateTime::fromString(date + QStringLiteral("+0000"), Qt::RFC2822Date);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

void MesosLink::onOpened(const net::Response& head) {
    if (const qint64 theirs = dateOf(head); theirs != 0)
        sink_.serverClock(theirs - clock_.wallMs());
    lastByteMs_ = clock_.steadyMs();
    const QByteArray type = head.contentType();
    if (type != "application/json" && type != "application/x-protobuf") {
        stream_.cancel();
        return onEnded(notAStream(head.url));
    }
    leader_ = baseOf(head.url);
    status_.url = net::printable(leader_);
    protobuf_ = type == "application/x-protobuf";
    decoder_ = !protobuf_ ? makeJsonDecoder(sink_) : makeProtobufDecoder(sink_);
    seenChanges_ = 0;
    seenPictures_ = 0;
    status_.loadedBytes = 0;
    status_.loadedRows = 0;
    records_ = std::make_unique<net::RecordIoParser>();
    records_->onBegin = [this](std::uint64_t size) { decoder_->begin(size); };
    records_->onBytes = [this](std::string_view piece, bool last) {
        if (const auto ok = decoder_->bytes(piece, last); !ok) {
            records_->stop();
            unreadable_ = ok.error();
        }
    };
}

void MesosLink::onData(std::string_view bytes) {
    const qint64 now = clock_.steadyMs();
    lastByteMs_ = now;
    status_.lastNewsMs = clock_.wallMs();
    const std::uint64_t rowsBefore = decoder_->rows();
    if (const auto ok = records_->feed(bytes); !ok)
        return onEnded(ok.error());
    if (unreadable_)
        return onEnded(*std::exchange(unreadable_, std::nullopt));
    if (decoder_->pictures() == 0)
        status_.loadedBytes += qint64(bytes.size());
    status_.loadedRows = qint64(decoder_->rows());
    const std::uint64_t changes = decoder_->changes();
    const bool delivered =
        changes != seenChanges_ || decoder_->rows() != rowsBefore || decoder_->pictures() != seenPictures_;
    events_.add(now, double(changes - seenChanges_));
    seenChanges_ = changes;
    if (decoder_->pictures() != seenPictures_)
        onPicture();
    else if (decoder_->pictures() == 0 && now - progressAt_ >= progressEveryMs) {
        progressAt_ = now;
        Q_EMIT statusChanged();
    }
    if (delivered)
        Q_EMIT batchDelivered();
}

void MesosLink::onPicture() {
    const qint64 now = clock_.steadyMs();
    seenPictures_ = decoder_->pictures();
    agents_ = decoder_->agentRows();
    recovering_ = decoder_->recoveredRows() > 0;
    hasPicture_ = true;
    attempt_ = 0;
    liveSince_ = now;
    status_.staleSinceMs = 0;
    status_.retryAtMs = 0;
    masterAt_ = now;
    rolesAt_ = now;
    agentsAt_ = recovering_ ? now : now + agentPollPeriod();
    setState(SourceState::Live);
}

void MesosLink::drop() {
    stream_.cancel();
    pollCall_.cancel();
    if (decoder_)
        decoder_->abandon();
    masterAt_ = agentsAt_ = rolesAt_ = never;
}

bool MesosLink::declinedProtobuf(const Error& why) const {
    return askProtobuf_ && (why.httpStatus == 406 || why.httpStatus == 415 || why.httpStatus == 400);
}

/// Trying again would bring the same answer until somebody changes something.
bool MesosLink::isFinal(const Error& why) const {
    if (why.httpStatus == 401 || why.httpStatus == 403 || why.kind == ErrorKind::Input ||
        why.kind == ErrorKind::Refused)
        return true;
    return !hasPicture_ && why.kind == ErrorKind::Decode;
}

void MesosLink::onEnded(const Error& why) {
    drop();
    markStale();
    // What one decoder can't read the other one may.
    if (declinedProtobuf(why) || (why.kind == ErrorKind::Decode && std::exchange(protobuf_, false))) {
        askProtobuf_ = false;
        return connectNow();
    }
    const bool opened = decoder_ != nullptr;
    const bool alive = opened && decoder_->pictures() > 0;
    decoder_.reset();
    attempt_ = alive ? 0 : attempt_ + 1; // one that was alive a moment ago is asked first
    retry(why, !opened && isFinal(why));
}

void MesosLink::retry(const Error& why, bool final) {
    if (!candidate().isEmpty() && attempt_ > 0) {
        status_.problem = why;
        return connectNow(); // the other addresses at once; the delay comes after a whole round
    }
    attempt_ = 0;
    if (final)
        return setState(SourceState::Failed, why);
    const qint64 delay = backoff_.next(options_.chance());
    retryAt_ = clock_.steadyMs() + delay;
    status_.retryAtMs = clock_.wallMs() + delay;
    setState(SourceState::Retrying, why);
}

void MesosLink::markStale() {
    if (hasPicture_ && status_.staleSinceMs == 0)
        status_.staleSinceMs = clock_.wallMs();
}

void MesosLink::setState(SourceState state, const Error& problem) {
    status_.state = state;
    status_.problem = problem;
    if (status_.url.isEmpty() || !hasPicture_)
        status_.url = net::printable(asked_);
    Q_EMIT statusChanged();
}

void MesosLink::tick() {
    const qint64 now = clock_.steadyMs();
    if (now >= retryAt_)
        return connectNow();
    if (status_.state == SourceState::Live && now - liveSince_ > settledMs)
        backoff_.reset();
    watch(now);
    publishRates(now);
    pollDue(now);
}

void MesosLink::watch(qint64 now) {
    if (!decoder_ || !stream_.isRunning())
        return;
    const double limit = decoder_->pictures() > 0 ? decoder_->heartbeatSeconds() * 1000 * options_.silentHeartbeats
                                                  : double(options_.loadingSilenceMs);
    if (double(now - lastByteMs_) > limit)
        onEnded(silentError(asked_, limit / 1000));
}

void MesosLink::publishRates(qint64 now) {
    if (now < ratesAt_)
        return;
    ratesAt_ = now + 1000;
    const double events = events_.perSecond(now);
    const double requests = requests_.perSecond(now);
    const bool changed =
        qAbs(events - status_.eventsPerSecond) > 0.05 || qAbs(requests - status_.requestsPerSecond) > 0.05;
    status_.eventsPerSecond = events;
    status_.requestsPerSecond = requests;
    if (changed)
        Q_EMIT statusChanged();
}

qint64 MesosLink::agentPollPeriod() const {
    if (recovering_) // a new leader: they come back one by one
        return options_.minAgentPollMs;
    return std::clamp(qint64(double(agents_) * options_.agentPollMsPerAgent), options_.minAgentPollMs,
                      options_.maxAgentPollMs);
}

void MesosLink::pollDue(qint64 now) {
    if (status_.state != SourceState::Live || pollCall_.isRunning())
        return;
    if (now >= masterAt_) {
        masterAt_ = never;
        pollMaster();
    } else if (now >= agentsAt_) {
        agentsAt_ = now + agentPollPeriod();
        pollAgents();
    } else if (now >= rolesAt_) {
        rolesAt_ = now + options_.rolesPollMs;
        pollRoles();
    }
}

void MesosLink::poll(const QByteArray& json, std::function<void(const net::Response&)> use) {
    requests_.add(clock_.steadyMs());
    pollCall_ =
        client_.send(request(json), this, [this, use = std::move(use)](const base::Result<net::Response>& answer) {
            if (!answer)
                return; // the stream tells whether the master is there; what was polled stays as it is
            const bool slow = answer->elapsedMs > slowMs;
            if (std::exchange(status_.slow, slow) != slow)
                Q_EMIT statusChanged();
            use(*answer);
        });
}

void MesosLink::pollMaster() {
    poll(R"({"type":"GET_MASTER"})", [this](const net::Response& answer) {
        const auto info = decodeMaster(answer.body);
        if (!info)
            return;
        status_.leader = QStringLiteral("%1:%2").arg(info->hostname, QString::number(info->port));
        status_.version = info->version;
        Q_EMIT statusChanged();
        if (info->version.isEmpty())
            pollVersion();
    });
}

void MesosLink::pollVersion() {
    poll(R"({"type":"GET_VERSION"})", [this](const net::Response& answer) {
        if (const auto version = decodeVersion(answer.body)) {
            status_.version = *version;
            Q_EMIT statusChanged();
        }
    });
}

void MesosLink::pollAgents() {
    const std::uint64_t before = decoder_->agentEvents();
    poll(R"({"type":"GET_AGENTS"})", [this, before](const net::Response& answer) { onAgents(answer, before); });
}

void MesosLink::onAgents(const net::Response& answer, std::uint64_t agentEventsBefore) {
    // The answer may have been written before an agent came whose event we know: it would make it vanish.
    if (decoder_->agentEvents() != agentEventsBefore && pollRepeats_ < maxPollRepeats) {
        ++pollRepeats_;
        agentsAt_ = clock_.steadyMs() + options_.minAgentPollMs / 4;
        return;
    }
    pollRepeats_ = 0;
    AgentPoll counts;
    const auto ok = decodeAgentsJson({answer.body.constData(), std::size_t(answer.body.size())}, sink_, &counts);
    if (ok) {
        agents_ = counts.agents;
        recovering_ = counts.recovered > 0;
        agentsAt_ = clock_.steadyMs() + agentPollPeriod();
    }
    Q_EMIT batchDelivered();
}

void MesosLink::pollRoles() {
    poll(R"({"type":"GET_ROLES"})", [this](const net::Response& answer) {
        roleTable_ = {};
        if (roleTable_.addRoles(answer.body))
            pollQuota();
    });
}

void MesosLink::pollQuota() {
    poll(R"({"type":"GET_QUOTA"})", [this](const net::Response& answer) {
        if (roleTable_.addQuota(answer.body))
            pollWeights();
    });
}

void MesosLink::pollWeights() {
    poll(R"({"type":"GET_WEIGHTS"})", [this](const net::Response& answer) {
        if (!roleTable_.addWeights(answer.body))
            return;
        roleTable_.deliver(sink_);
        Q_EMIT batchDelivered();
        pollMaintenance();
    });
}

void MesosLink::pollMaintenance() {
    poll(R"({"type":"GET_MAINTENANCE_SCHEDULE"})", [this](const net::Response& answer) {
        const auto schedule = decodeMaintenance(answer.body);
        if (!schedule)
            return;
        sink_.maintenance(std::span(schedule->constData(), std::size_t(schedule->size())));
        Q_EMIT batchDelivered();
    });
}

void MesosLink::call(const QByteArray& json, QObject* context, std::function<void(base::Result<QByteArray>)> done) {
    net::Request r = request(json);
    r.expect = net::Expect::NoPage; // most writes answer with nothing
    requests_.add(clock_.steadyMs());
    const bool changes = !net::isRead(r.method, r.url, r.body);
    auto* call = new QObject(this); // ends with the link, or with the context
    connect(context, &QObject::destroyed, call, &QObject::deleteLater);
    client_.sendFor(call, r,
                    [this, call, changes, context = QPointer<QObject>(context),
                     done = std::move(done)](const base::Result<net::Response>& answer) {
                        call->deleteLater();
                        if (changes && answer) {
                            agentsAt_ = std::min(agentsAt_, clock_.steadyMs() + afterCallMs);
                            rolesAt_ = std::min(rolesAt_, clock_.steadyMs() + afterCallMs);
                        }
                        if (context)
                            done(answer ? base::Result<QByteArray>(answer->body) : tl::unexpected(answer.error()));
                    });
}

} // namespace

std::unique_ptr<Link> makeMesosLink(net::HttpClient& client, const base::Clock& clock, StateSink& sink,
                                    net::Endpoint endpoint, LinkOptions options, QObject* parent) {
    return std::make_unique<MesosLink>(client, clock, sink, std::move(endpoint), std::move(options), parent);
}

} // namespace mesoscope::master

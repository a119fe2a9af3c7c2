#include "models/cluster/details.h"

#include "models/cluster/guest.h"
#include "models/master/link.h"
#include "models/master/polls.h"
#include "models/net/http_client.h"

#include <QCoreApplication>
#include <functional>
#include <memory>

namespace mesoscope::cluster {

namespace {

base::Error notThere(const QString& agent) {
    return {
        base::ErrorKind::Input,
        QCoreApplication::translate("mesoscope::cluster::Details", "%1 is not an agent of this cluster.").arg(agent),
        {},
        {},
        0};
}

QString noAgent() {
    return QCoreApplication::translate("mesoscope::cluster::Details", "The agent of this task is not known.");
}

/// One call and where its answer goes; false: it can't be read.
struct Question {
    const char* call;
    std::function<base::Result<void>(const QByteArray&, ProcessDetails&)> take;
};

template<typename T, typename Member>
auto into(base::Result<T> (*decode)(const QByteArray&), Member member) {
    return [decode, member](const QByteArray& answer, ProcessDetails& details) -> base::Result<void> {
        base::Result<T> value = decode(answer);
        if (!value)
            return tl::unexpected(value.error());
        details.*member = std::move(*value);
        return {};
    };
}

std::vector<Question> commonQuestions() {
    return {{"GET_VERSION", into(master::decodeVersion, &ProcessDetails::version)},
            {"GET_FLAGS", into(master::decodeFlags, &ProcessDetails::flags)},
            {"GET_METRICS", into(master::decodeMetrics, &ProcessDetails::metrics)},
            {"GET_EXECUTORS", into(master::decodeExecutors, &ProcessDetails::executors)},
            {"GET_OPERATIONS", into(master::decodeOperations, &ProcessDetails::operations)}};
}

} // namespace

class DetailsGuest final : public Guest {
    Q_OBJECT
public:
    void begin(const MasterAccess& access) override { access_ = access; }
    void observe(const SnapshotPtr& snapshot) override;
    void readMaster();
    void readAgent(const QString& agentId);
    void readTask(const QString& taskId);
    void readHoldings(const QString& agentId);

Q_SIGNALS:
    void read(const mesoscope::cluster::ProcessDetails& details);
    void taskRead(const QString& taskId, const mesoscope::master::TaskDetail& detail, const QString& problem);
    void holdingsRead(const QString& agentId, const QList<mesoscope::master::Holding>& holdings,
                      const QString& problem);

private:
    struct Asked {
        ProcessDetails details;
        int left = 0;
    };
    void answered(const std::shared_ptr<Asked>& asked, const Question& question,
                  const base::Result<QByteArray>& answer);
    net::Request requestTo(const QUrl& agent, const char* call) const;
    void askAgent(const std::shared_ptr<Asked>& asked, const QUrl& agent, const Question& question);

    MasterAccess access_;
    SnapshotPtr snapshot_;
    std::vector<std::function<void()>> waiting_; ///< until the first picture
};

void DetailsGuest::observe(const SnapshotPtr& snapshot) {
    snapshot_ = snapshot;
    if (!snapshot->masterComplete || !access_.client)
        return;
    for (const auto& work : std::exchange(waiting_, {}))
        work();
}

void DetailsGuest::answered(const std::shared_ptr<Asked>& asked, const Question& question,
                            const base::Result<QByteArray>& answer) {
    const base::Result<void> taken =
        answer ? question.take(*answer, asked->details) : base::Result<void>(tl::unexpected(answer.error()));
    if (!taken)
        asked->details.problems.insert(QLatin1String(question.call), taken.error());
    if (--asked->left > 0)
        return;
    asked->details.atMs = access_.clock->wallMs();
    Q_EMIT read(asked->details);
}

void DetailsGuest::readMaster() {
    if (!snapshot_ || !snapshot_->masterComplete || !access_.link)
        return waiting_.push_back([this] { readMaster(); });
    std::vector<Question> questions = commonQuestions();
    questions.push_back(
        {"GET_MAINTENANCE_STATUS", into(master::decodeMaintenanceStatus, &ProcessDetails::maintenance)});
    const auto asked = std::make_shared<Asked>();
    asked->left = int(questions.size());
    for (const Question& question : questions)
        access_.link->call(
            master::readCall(question.call), this,
            [this, asked, question](const base::Result<QByteArray>& answer) { answered(asked, question, answer); });
}

void DetailsGuest::readAgent(const QString& agentId) {
    if (!snapshot_ || !snapshot_->masterComplete || !access_.client)
        return waiting_.push_back([this, agentId] { readAgent(agentId); });
    const auto asked = std::make_shared<Asked>();
    asked->details.agentId = agentId;
    const Slot slot = snapshot_->findAgent(agentId.toStdString());
    if (slot == noSlot) {
        asked->details.problems.insert(QStringLiteral("GET_AGENT"), notThere(agentId));
        return Q_EMIT read(asked->details);
    }
    std::vector<Question> questions = commonQuestions();
    questions.push_back({"GET_CONTAINERS", into(master::decodeContainers, &ProcessDetails::containers)});
    questions.push_back({"/state", into(master::decodeHoldings, &ProcessDetails::holdings)});
    asked->left = int(questions.size());
    const QUrl agent = addressOf(*snapshot_, snapshot_->agents[slot], access_.https);
    for (const Question& question : questions)
        askAgent(asked, agent, question);
}

void DetailsGuest::readTask(const QString& taskId) {
    if (!snapshot_ || !snapshot_->masterComplete || !access_.client)
        return waiting_.push_back([this, taskId] { readTask(taskId); });
    const Slot slot = snapshot_->findTask(taskId.toStdString());
    const Slot agent = slot == noSlot ? noSlot : snapshot_->tasks[slot].agent;
    if (agent >= snapshot_->agents.size())
        return Q_EMIT taskRead(taskId, {}, noAgent());
    net::Request request = requestTo(addressOf(*snapshot_, snapshot_->agents[agent], access_.https), "GET_TASKS");
    access_.client->sendFor(this, request, [this, taskId](const base::Result<net::Response>& answer) {
        const base::Result<master::TaskDetail> detail =
            answer ? master::decodeTaskDetail(answer->body, taskId)
                   : base::Result<master::TaskDetail>(tl::unexpected(answer.error()));
        if (detail)
            Q_EMIT taskRead(taskId, *detail, {});
        else
            Q_EMIT taskRead(taskId, {},
                            (detail.error().sentence + QLatin1Char(' ') + detail.error().serverText).trimmed());
    });
}

void DetailsGuest::readHoldings(const QString& agentId) {
    if (!snapshot_ || !snapshot_->masterComplete || !access_.client)
        return waiting_.push_back([this, agentId] { readHoldings(agentId); });
    const Slot slot = snapshot_->findAgent(agentId.toStdString());
    if (slot == noSlot)
        return Q_EMIT holdingsRead(agentId, {}, notThere(agentId).sentence);
    const net::Request request = requestTo(addressOf(*snapshot_, snapshot_->agents[slot], access_.https), "/state");
    access_.client->sendFor(this, request, [this, agentId](const base::Result<net::Response>& answer) {
        const base::Result<QList<master::Holding>> holdings =
            answer ? master::decodeHoldings(answer->body)
                   : base::Result<QList<master::Holding>>(tl::unexpected(answer.error()));
        Q_EMIT holdingsRead(agentId, holdings.value_or(QList<master::Holding>()),
                            holdings ? QString() : holdings.error().sentence);
    });
}

/// A call, or a path that is read ("/state").
net::Request DetailsGuest::requestTo(const QUrl& agent, const char* call) const {
    net::Request request;
    request.endpoint = {{agent}, access_.credentials, access_.tls};
    request.system = QStringLiteral("Mesos agent");
    if (*call == '/') {
        request.url = net::joined(agent, QLatin1String(call));
        return request;
    }
    request.method = "POST";
    request.url = net::joined(agent, QStringLiteral("/api/v1"));
    request.contentType = "application/json";
    request.expect = net::Expect::NoPage;
    request.body =
        qstrcmp(call, "GET_CONTAINERS") == 0
            ? QByteArray(R"({"type":"GET_CONTAINERS","get_containers":{"show_nested":true,"show_standalone":true}})")
            : master::readCall(call);
    return request;
}

void DetailsGuest::askAgent(const std::shared_ptr<Asked>& asked, const QUrl& agent, const Question& question) {
    const net::Request request = requestTo(agent, question.call);
    access_.client->sendFor(this, request, [this, asked, question](const base::Result<net::Response>& answer) {
        answered(asked, question, answer ? base::Result<QByteArray>(answer->body) : tl::unexpected(answer.error()));
    });
}

Details::Details(Session& session, QObject* parent) : QObject(parent), guest_(new DetailsGuest) {
    connect(guest_, &DetailsGuest::read, this, &Details::read, Qt::QueuedConnection);
    connect(guest_, &DetailsGuest::taskRead, this, &Details::taskRead, Qt::QueuedConnection);
    connect(guest_, &DetailsGuest::holdingsRead, this, &Details::holdingsRead, Qt::QueuedConnection);
    session.host(guest_);
}

Details::~Details() {
    if (guest_)
        guest_->deleteLater();
}

void Details::readMaster() {
    if (guest_)
        QMetaObject::invokeMethod(
            guest_, [guest = guest_.data()] { guest->readMaster(); }, Qt::QueuedConnection);
}

void Details::readAgent(const QString& agentId) {
    if (guest_)
        QMetaObject::invokeMethod(
            guest_, [guest = guest_.data(), agentId] { guest->readAgent(agentId); }, Qt::QueuedConnection);
}

void Details::readTask(const QString& taskId) {
    if (guest_)
        QMetaObject::invokeMethod(
            guest_, [guest = guest_.data(), taskId] { guest->readTask(taskId); }, Qt::QueuedConnection);
}

void Details::readHoldings(const QString& agentId) {
    if (guest_)
        QMetaObject::invokeMethod(
            guest_, [guest = guest_.data(), agentId] { guest->readHoldings(agentId); }, Qt::QueuedConnection);
}

} // namespace mesoscope::cluster

#include "details.moc"

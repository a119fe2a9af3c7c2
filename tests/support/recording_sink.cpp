#include "tests/support/recording_sink.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sstream>

namespace mesoscope::test {

namespace {

using namespace master;

std::string normalised(std::string_view json) {
    if (json.empty())
        return "-";
    const QJsonDocument doc = QJsonDocument::fromJson(QByteArray(json.data(), qsizetype(json.size())));
    return doc.isNull() ? "invalid JSON" : doc.toJson(QJsonDocument::Compact).toStdString();
}

std::ostream& operator<<(std::ostream& out, const Scalars& s) {
    return out << s.cpus << '/' << s.mem << '/' << s.disk << '/' << s.gpus;
}

std::ostream& operator<<(std::ostream& out, const StatusView& s) {
    return out << s.stateName << ' ' << int(s.state) << " health=" << int(s.health) << " at=" << s.timestampMs << ' '
               << s.reason << ' ' << s.source << " \"" << s.message << "\" container=" << s.containerId
               << " ip=" << s.ipAddresses << " net=" << s.networkNames;
}

std::string key(std::string_view framework, std::string_view task) {
    return std::string(framework) + '/' + std::string(task);
}

std::string shortTask(std::string_view stateName, std::string_view agent) {
    return std::string(stateName) + " on " + std::string(agent);
}

std::string shortAgent(const AgentView& a) {
    std::ostringstream out;
    out << a.hostname << ':' << a.port << (a.active ? " active" : " inactive");
    return out.str();
}

std::string shortFramework(const FrameworkView& f) {
    std::ostringstream out;
    out << f.name << (f.active ? " active" : " inactive");
    return out.str();
}

} // namespace

std::string describe(const TaskView& t) {
    std::ostringstream out;
    out.precision(12);
    out << t.id << " \"" << t.name << "\" framework=" << t.frameworkId << " executor=" << t.executorId
        << " agent=" << t.agentId << ' ' << t.stateName << ' ' << int(t.state) << " resources=" << t.resources
        << " ports=";
    for (const PortRange& p : t.ports)
        out << p.begin << '-' << p.end << ' ';
    out << "role=" << t.role << " status=[" << t.status << "] started=" << t.startedMs << " completed=" << t.completed
        << " unreachable=" << t.unreachableList << " labels=" << normalised(t.labelsJson)
        << " discovery=" << normalised(t.discoveryJson) << " container=" << normalised(t.containerJson)
        << " check=" << normalised(t.healthCheckJson);
    return out.str();
}

std::string describe(const TaskUpdateView& u) {
    std::ostringstream out;
    out << u.taskId << " framework=" << u.frameworkId << " agent=" << u.agentId << ' ' << u.stateName << ' '
        << int(u.state) << " status=[" << u.status << ']';
    return out.str();
}

std::string describe(const AgentView& a) {
    std::ostringstream out;
    out.precision(12);
    out << a.id << ' ' << a.hostname << ' ' << a.pid << ' ' << a.port << ' ' << a.version << " active=" << a.active
        << " deactivated=" << a.deactivated << " drain=" << int(a.drain) << ',' << a.drainGraceMs << ','
        << a.drainMarkGone << ',' << a.drainStartedMs << " registered=" << a.registeredMs << ',' << a.reregisteredMs
        << " total=" << a.total << " allocated=" << a.allocated << (a.hasAllocated ? "" : "?")
        << " offered=" << a.offered << " reserved=" << a.reserved << " attributes=";
    for (const AttributeView& attribute : a.attributes)
        out << attribute.name << ':' << attribute.value << ' ';
    out << "domain=" << a.region << '/' << a.zone << " by role=";
    for (const ReservationView& reservation : a.reservations)
        out << reservation.role << ':' << reservation.amount << ' ';
    for (const AgentPortsView& ports : a.ports)
        out << ports.range.begin << '-' << ports.range.end << ports.role << ' ';
    return out.str();
}

std::string describe(const FrameworkView& f) {
    std::ostringstream out;
    out.precision(12);
    out << f.id << " \"" << f.name << "\" " << f.user << ' ' << f.principal << ' ' << f.hostname << ' ' << f.webuiUrl
        << " roles=" << f.roles << " capabilities=" << f.capabilities << " active=" << f.active
        << " connected=" << f.connected << " recovered=" << f.recovered << " checkpoint=" << f.checkpoint
        << " registered=" << f.registeredMs << ',' << f.reregisteredMs << " failover=" << f.failoverTimeoutMs
        << " allocated=" << f.allocated << " offered=" << f.offered << " offers=" << f.offers
        << " completed=" << f.completed;
    return out.str();
}

QString RecordingSink::text() const {
    std::string all;
    for (const auto* map : {&agents, &frameworks, &tasks}) {
        for (const auto& [id, what] : *map)
            all += id + "  " + what + '\n';
    }
    return QString::fromStdString(all);
}

void RecordingSink::note(const char* call, const std::string& what) {
    if (keepLog)
        log.append(QString::fromLatin1(call) + QLatin1Char(' ') + QString::fromStdString(what));
}

void RecordingSink::beginState() {
    note("beginState");
    newTasks_.clear();
    newAgents_.clear();
    newFrameworks_.clear();
    newCompleted_ = 0;
}

void RecordingSink::agent(const AgentView& a) {
    note("agent", keepLog ? describe(a) : std::string());
    newAgents_[std::string(a.id)] = shortAgent(a);
}

void RecordingSink::framework(const FrameworkView& f) {
    note("framework", keepLog ? describe(f) : std::string());
    if (!f.completed)
        newFrameworks_[std::string(f.id)] = shortFramework(f);
}

void RecordingSink::task(const TaskView& t) {
    note("task", keepLog ? describe(t) : std::string());
    if (t.completed)
        ++newCompleted_;
    else
        newTasks_[key(t.frameworkId, t.id)] = shortTask(t.stateName, t.agentId);
}

void RecordingSink::endState() {
    note("endState");
    ++pictures;
    tasks.swap(newTasks_);
    agents.swap(newAgents_);
    frameworks.swap(newFrameworks_);
    completedTasks = newCompleted_;
}

void RecordingSink::abandonState() {
    note("abandonState");
    ++abandoned;
}

void RecordingSink::taskAdded(const TaskView& t) {
    ++heardEvents;
    note("taskAdded", describe(t));
    tasks[key(t.frameworkId, t.id)] = shortTask(t.stateName, t.agentId);
}

void RecordingSink::taskUpdated(const TaskUpdateView& u) {
    ++heardEvents;
    note("taskUpdated", describe(u));
    const auto it = tasks.find(key(u.frameworkId, u.taskId));
    if (it == tasks.end())
        return;
    if (isTerminal(u.state)) {
        tasks.erase(it);
        ++completedTasks;
    } else {
        it->second = shortTask(u.stateName, it->second.substr(it->second.find(" on ") + 4));
    }
}

void RecordingSink::agentAdded(const AgentView& a) {
    ++heardEvents;
    note("agentAdded", describe(a));
    agents[std::string(a.id)] = shortAgent(a);
}

void RecordingSink::agentRemoved(std::string_view agentId) {
    ++heardEvents;
    note("agentRemoved", std::string(agentId));
    agents.erase(std::string(agentId));
}

void RecordingSink::frameworkAdded(const FrameworkView& f) {
    ++heardEvents;
    note("frameworkAdded", describe(f));
    frameworks[std::string(f.id)] = shortFramework(f);
}

void RecordingSink::frameworkUpdated(const FrameworkView& f) {
    ++heardEvents;
    note("frameworkUpdated", describe(f));
    frameworks[std::string(f.id)] = shortFramework(f);
}

void RecordingSink::frameworkRemoved(const FrameworkView& f) {
    ++heardEvents;
    note("frameworkRemoved", describe(f));
    frameworks.erase(std::string(f.id));
}

void RecordingSink::unknownEvent(std::string_view type) {
    ++heardEvents;
    note("unknownEvent", std::string(type));
}

void RecordingSink::beginAgentPoll() {
    note("beginAgentPoll");
    polled_.clear();
}

void RecordingSink::polledAgent(const AgentView& a) {
    note("polledAgent", describe(a));
    polled_[std::string(a.id)] = shortAgent(a);
}

void RecordingSink::endAgentPoll(std::span<const std::string_view> ids) {
    note("endAgentPoll");
    recovering.clear();
    for (const std::string_view id : ids)
        recovering.append(QString::fromUtf8(id.data(), qsizetype(id.size())));
    agents.swap(polled_);
}

void RecordingSink::roles(std::span<const RoleView> list) {
    roleLines.clear();
    for (const RoleView& r : list) {
        std::ostringstream out;
        out << r.name << " weight=" << r.weight << " frameworks=" << r.frameworks << " allocated=" << r.allocated;
        if (r.guarantee)
            out << " guarantee=" << *r.guarantee;
        if (r.limit)
            out << " limit=" << *r.limit;
        roleLines.append(QString::fromStdString(out.str()));
    }
    note("roles");
}

} // namespace mesoscope::test

#include "models/master/proto_rows.h"

#include "models/master/proto_json.h"
#include "models/master/row_scratch.h"

#include <QCoreApplication>

#include <protozero/pbf_reader.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace mesoscope::master {

namespace {

using base::Error;
using base::ErrorKind;
using protozero::pbf_reader;
using protozero::pbf_wire_type;
using std::string_view_literals::operator""sv;

Error broken() {
    return {ErrorKind::Decode,
            QCoreApplication::translate("master", "A part of what the master sent is not a valid message."),
            QCoreApplication::translate("master", "It is read again as JSON."),
            {},
            0};
}

// A case of a switch over tag_and_type(): a field of another wire type falls through to skip().
constexpr std::uint32_t bytesField(std::uint32_t n) {
    return protozero::tag_and_type(n, pbf_wire_type::length_delimited);
}
constexpr std::uint32_t varintField(std::uint32_t n) {
    return protozero::tag_and_type(n, pbf_wire_type::varint);
}
constexpr std::uint32_t doubleField(std::uint32_t n) {
    return protozero::tag_and_type(n, pbf_wire_type::fixed64);
}

std::string_view text(pbf_reader& r) {
    const auto view = r.get_view();
    return {view.data(), view.size()};
}

/// Not get_bool(): that looks at a byte before it knows whether there is one.
bool flag(pbf_reader& r) {
    return r.get_uint64() != 0;
}

/// The string in field 1 of a message: {Task,Agent,Framework,…}ID.value, Text.value, RegionInfo.name …
std::string_view first(pbf_reader&& message) {
    std::string_view value;
    while (message.next()) {
        if (message.tag_and_type() == bytesField(1))
            value = text(message);
        else
            message.skip();
    }
    return value;
}

double firstDouble(pbf_reader&& message) {
    double value = 0;
    while (message.next()) {
        if (message.tag_and_type() == doubleField(1))
            value = message.get_double();
        else
            message.skip();
    }
    return value;
}

/// TimeInfo, DurationInfo
qint64 timeMs(pbf_reader&& message) {
    std::int64_t nanoseconds = 0;
    while (message.next()) {
        if (message.tag_and_type() == varintField(1))
            nanoseconds = message.get_int64();
        else
            message.skip();
    }
    return msFromSeconds(double(nanoseconds) / 1e9);
}

struct Named {
    std::uint32_t number;
    std::string_view name;
};

template<std::size_t N>
std::string_view nameOf(const std::array<Named, N>& names, std::uint32_t number) {
    for (const Named& n : names) {
        if (n.number == number)
            return n.name;
    }
    return {};
}

struct State {
    std::string_view name;
    TaskState state;
};

State taskState(std::uint32_t number) {
    static constexpr std::array states{State{"TASK_STARTING"sv, TaskState::Starting},
                                       State{"TASK_RUNNING"sv, TaskState::Running},
                                       State{"TASK_FINISHED"sv, TaskState::Finished},
                                       State{"TASK_FAILED"sv, TaskState::Failed},
                                       State{"TASK_KILLED"sv, TaskState::Killed},
                                       State{"TASK_LOST"sv, TaskState::Lost},
                                       State{"TASK_STAGING"sv, TaskState::Staging},
                                       State{"TASK_ERROR"sv, TaskState::Error},
                                       State{"TASK_KILLING"sv, TaskState::Killing},
                                       State{"TASK_DROPPED"sv, TaskState::Dropped},
                                       State{"TASK_UNREACHABLE"sv, TaskState::Unreachable},
                                       State{"TASK_GONE"sv, TaskState::Gone},
                                       State{"TASK_GONE_BY_OPERATOR"sv, TaskState::GoneByOperator},
                                       State{"TASK_UNKNOWN"sv, TaskState::Unknown}};
    return number < states.size() ? states[number] : State{{}, TaskState::Unknown};
}

constexpr std::array sources{Named{0, "SOURCE_MASTER"}, Named{1, "SOURCE_AGENT"}, Named{2, "SOURCE_EXECUTOR"}};
constexpr std::array reasons{
    Named{0, "REASON_COMMAND_EXECUTOR_FAILED"},
    Named{21, "REASON_CONTAINER_LAUNCH_FAILED"},
    Named{19, "REASON_CONTAINER_LIMITATION"},
    Named{20, "REASON_CONTAINER_LIMITATION_DISK"},
    Named{8, "REASON_CONTAINER_LIMITATION_MEMORY"},
    Named{17, "REASON_CONTAINER_PREEMPTED"},
    Named{22, "REASON_CONTAINER_UPDATE_FAILED"},
    Named{33, "REASON_MAX_COMPLETION_TIME_REACHED"},
    Named{23, "REASON_EXECUTOR_REGISTRATION_TIMEOUT"},
    Named{24, "REASON_EXECUTOR_REREGISTRATION_TIMEOUT"},
    Named{1, "REASON_EXECUTOR_TERMINATED"},
    Named{2, "REASON_EXECUTOR_UNREGISTERED"},
    Named{3, "REASON_FRAMEWORK_REMOVED"},
    Named{4, "REASON_GC_ERROR"},
    Named{5, "REASON_INVALID_FRAMEWORKID"},
    Named{6, "REASON_INVALID_OFFERS"},
    Named{27, "REASON_IO_SWITCHBOARD_EXITED"},
    Named{7, "REASON_MASTER_DISCONNECTED"},
    Named{9, "REASON_RECONCILIATION"},
    Named{18, "REASON_RESOURCES_UNKNOWN"},
    Named{10, "REASON_AGENT_DISCONNECTED"},
    Named{34, "REASON_AGENT_DRAINING"},
    Named{11, "REASON_AGENT_REMOVED"},
    Named{31, "REASON_AGENT_REMOVED_BY_OPERATOR"},
    Named{32, "REASON_AGENT_REREGISTERED"},
    Named{12, "REASON_AGENT_RESTARTED"},
    Named{13, "REASON_AGENT_UNKNOWN"},
    Named{30, "REASON_TASK_KILLED_DURING_LAUNCH"},
    Named{28, "REASON_TASK_CHECK_STATUS_UPDATED"},
    Named{29, "REASON_TASK_HEALTH_CHECK_STATUS_UPDATED"},
    Named{25, "REASON_TASK_GROUP_INVALID"},
    Named{26, "REASON_TASK_GROUP_UNAUTHORIZED"},
    Named{14, "REASON_TASK_INVALID"},
    Named{15, "REASON_TASK_UNAUTHORIZED"},
    Named{16, "REASON_TASK_UNKNOWN"},
};
constexpr std::array capabilities{
    Named{0, "UNKNOWN"},       Named{1, "REVOCABLE_RESOURCES"},    Named{2, "TASK_KILLING_STATE"},
    Named{3, "GPU_RESOURCES"}, Named{4, "SHARED_RESOURCES"},       Named{5, "PARTITION_AWARE"},
    Named{6, "MULTI_ROLE"},    Named{7, "RESERVATION_REFINEMENT"}, Named{8, "REGION_AWARE"}};
constexpr std::array eventTypes{
    Named{1, "SUBSCRIBED"},        Named{2, "TASK_ADDED"},        Named{3, "TASK_UPDATED"},
    Named{4, "AGENT_ADDED"},       Named{5, "AGENT_REMOVED"},     Named{6, "FRAMEWORK_ADDED"},
    Named{7, "FRAMEWORK_UPDATED"}, Named{8, "FRAMEWORK_REMOVED"}, Named{9, "HEARTBEAT"}};

/// Labels, containers and the like are the same for all instances of a service: each is printed once.
class JsonMemo {
public:
    std::string_view json(JsonPart part, std::string_view bytes) {
        Texts& texts = texts_[std::size_t(part)];
        const auto known = texts.find(bytes);
        if (known != texts.end())
            return known->second;
        if (size_ + bytes.size() > limit)
            clear();
        const std::string& text = texts.emplace(std::string(bytes), protoJson(part, bytes)).first->second;
        size_ += 2 * text.size();
        return text;
    }

    void clearIfFull() {
        if (size_ > limit)
            clear();
    }

private:
    static constexpr std::size_t limit = 8 * 1024 * 1024;
    void clear() {
        for (Texts& texts : texts_)
            texts.clear();
        size_ = 0;
    }
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void; // looks up without a copy of the key
    };
    using Texts = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;

    std::array<Texts, 4> texts_; ///< by JsonPart
    std::size_t size_ = 0;
};

} // namespace

/// Messages are handed on by reference: copying a reader costs more than reading most messages.
class ProtoRows::Impl {
public:
    explicit Impl(StateSink& s) : sink(s) {}

    void ranges(pbf_reader&& message, std::vector<PortRange>& out);
    ResourceParts resource(pbf_reader&& message, std::vector<PortRange>* ports);
    void addTo(Scalars& total, pbf_reader&& message, Scalars* reserved = nullptr);
    void networkInfo(pbf_reader&& message, Listed& addresses, Listed& networks);
    std::string_view containerId(pbf_reader&& message);
    void containerStatus(pbf_reader&& message, StatusView& out);
    void status(pbf_reader&& message, StatusView& out, TaskUpdateView* update);
    void task(pbf_reader&& message, TaskView& out);
    void taskPart(pbf_reader& r, TaskView& out);
    void attribute(pbf_reader&& message);
    void attributeValue(pbf_reader& r, std::string& value);
    void domain(pbf_reader&& message, AgentView& out);
    void agentInfo(pbf_reader&& message, AgentView& out);
    void drain(pbf_reader&& message, AgentView& out);
    void agent(pbf_reader&& message, AgentView& out);
    void frameworkInfo(pbf_reader&& message, FrameworkView& out);
    void framework(pbf_reader&& message, FrameworkView& out);

    void row(Section section, std::string_view bytes);
    void event(std::string_view type, pbf_reader payload);
    void taskUpdated(pbf_reader payload);
    void frameworkEvent(std::string_view type, pbf_reader payload);

    StateSink& sink;
    RowScratch scratch;
    JsonMemo memo;
    std::string typeName;
};

void ProtoRows::Impl::ranges(pbf_reader&& message, std::vector<PortRange>& out) {
    while (message.next()) {
        if (message.tag_and_type() != bytesField(1)) {
            message.skip();
            continue;
        }
        pbf_reader range = message.get_message();
        double begin = 0;
        double end = -1;
        while (range.next()) {
            if (range.tag_and_type() == varintField(1))
                begin = double(range.get_uint64());
            else if (range.tag_and_type() == varintField(2))
                end = double(range.get_uint64());
            else
                range.skip();
        }
        addPorts(out, begin, end);
    }
}

ResourceParts ProtoRows::Impl::resource(pbf_reader&& message, std::vector<PortRange>* ports) {
    ResourceParts r;
    while (message.next()) {
        switch (message.tag_and_type()) {
        case bytesField(1):
            r.name = text(message);
            break;
        case bytesField(3):
            r.hasScalar = true;
            r.scalar = firstDouble(message.get_message());
            break;
        case bytesField(4):
            if (ports && r.name == "ports")
                ranges(message.get_message(), *ports);
            else
                message.skip();
            break;
        case bytesField(6):
            r.role = text(message);
            break;
        case bytesField(11):
            r.allocatedTo = first(message.get_message());
            break;
        case bytesField(13): {
            pbf_reader reservation = message.get_message();
            while (reservation.next()) {
                if (reservation.tag_and_type() == bytesField(3))
                    r.reservedTo = text(reservation);
                else
                    reservation.skip();
            }
            break;
        }
        default:
            message.skip();
        }
    }
    return r;
}

void ProtoRows::Impl::addTo(Scalars& total, pbf_reader&& message, Scalars* reserved) {
    const ResourceParts r = resource(std::move(message), reserved ? &scratch.ports : nullptr);
    addResource(total, r);
    scratch.keepAgentPorts(r);
    if (reserved && r.isReserved()) {
        addResource(*reserved, r);
        addReservation(scratch.reservations, r);
    }
}

void ProtoRows::Impl::networkInfo(pbf_reader&& message, Listed& addresses, Listed& networks) {
    while (message.next()) {
        switch (message.tag_and_type()) {
        case bytesField(6):
            networks.add(text(message));
            break;
        case bytesField(5): {
            pbf_reader address = message.get_message();
            while (address.next()) {
                if (address.tag_and_type() == bytesField(2))
                    addresses.add(text(address));
                else
                    address.skip();
            }
            break;
        }
        default:
            message.skip();
        }
    }
}

/// The names from the outermost container to this one, as Mesos prints them.
std::string_view ProtoRows::Impl::containerId(pbf_reader&& message) {
    std::string_view own;
    std::string_view outer;
    while (message.next()) {
        if (message.tag_and_type() == bytesField(1))
            own = text(message);
        else if (message.tag_and_type() == bytesField(2))
            outer = containerId(message.get_message());
        else
            message.skip();
    }
    if (outer.empty())
        return own;
    std::string& path = scratch.text();
    (path.append(outer) += '.').append(own);
    return path;
}

void ProtoRows::Impl::containerStatus(pbf_reader&& message, StatusView& out) {
    Listed addresses(scratch);
    Listed networks(scratch);
    while (message.next()) {
        switch (message.tag_and_type()) {
        case bytesField(4):
            out.containerId = containerId(message.get_message());
            break;
        case bytesField(1):
            networkInfo(message.get_message(), addresses, networks);
            break;
        default:
            message.skip();
        }
    }
    out.ipAddresses = addresses.text();
    out.networkNames = networks.text();
}

void ProtoRows::Impl::status(pbf_reader&& message, StatusView& out, TaskUpdateView* update) {
    std::string_view taskId;
    std::string_view agentId;
    while (message.next()) {
        switch (message.tag_and_type()) {
        case bytesField(1):
            taskId = first(message.get_message());
            break;
        case varintField(2): {
            const State state = taskState(message.get_uint32());
            out.state = state.state;
            out.stateName = state.name;
            break;
        }
        case bytesField(4):
            out.message = text(message);
            break;
        case varintField(9):
            out.source = nameOf(sources, message.get_uint32());
            break;
        case varintField(10):
            out.reason = nameOf(reasons, message.get_uint32());
            break;
        case bytesField(5):
            agentId = first(message.get_message());
            break;
        case doubleField(6):
            out.timestampMs = msFromSeconds(message.get_double());
            break;
        case varintField(8):
            out.health = flag(message) ? Health::Healthy : Health::Unhealthy;
            break;
        case bytesField(13):
            containerStatus(message.get_message(), out);
            break;
        default:
            message.skip();
        }
    }
    if (update) {
        update->taskId = taskId;
        update->agentId = agentId;
    }
}

void ProtoRows::Impl::taskPart(pbf_reader& r, TaskView& out) {
    switch (r.tag_and_type()) {
    case bytesField(7): {
        const ResourceParts parts = resource(r.get_message(), &scratch.ports);
        addResource(out.resources, parts);
        if (out.role.empty())
            out.role = parts.allocatedTo;
        break;
    }
    case bytesField(8):
        out.status = {};
        status(r.get_message(), out.status, nullptr);
        if (out.startedMs == 0 && out.status.state == TaskState::Running)
            out.startedMs = out.status.timestampMs;
        break;
    case bytesField(11):
        out.labelsJson = memo.json(JsonPart::Labels, text(r));
        break;
    case bytesField(12):
        out.discoveryJson = memo.json(JsonPart::Discovery, text(r));
        break;
    case bytesField(13):
        out.containerJson = memo.json(JsonPart::Container, text(r));
        break;
    case bytesField(15):
        out.healthCheckJson = memo.json(JsonPart::HealthCheck, text(r));
        break;
    default:
        r.skip();
    }
}

void ProtoRows::Impl::task(pbf_reader&& r, TaskView& out) {
    memo.clearIfFull();
    while (r.next()) {
        switch (r.tag_and_type()) {
        case bytesField(1):
            out.name = text(r);
            break;
        case bytesField(2):
            out.id = first(r.get_message());
            break;
        case bytesField(3):
            out.frameworkId = first(r.get_message());
            break;
        case bytesField(4):
            out.executorId = first(r.get_message());
            break;
        case bytesField(5):
            out.agentId = first(r.get_message());
            break;
        case varintField(6): {
            const State state = taskState(r.get_uint32());
            out.state = state.state;
            out.stateName = state.name;
            break;
        }
        default:
            taskPart(r, out);
        }
    }
    out.ports = scratch.ports;
}

void ProtoRows::Impl::attributeValue(pbf_reader& r, std::string& value) {
    switch (r.tag_and_type()) {
    case bytesField(3):
        appendNumber(value, firstDouble(r.get_message()));
        break;
    case bytesField(4): {
        std::vector<PortRange> list;
        ranges(r.get_message(), list);
        for (const PortRange& range : list)
            value += (value.empty() ? "[" : ", ") + std::to_string(range.begin) + '-' + std::to_string(range.end);
        value += value.empty() ? "[]" : "]";
        break;
    }
    case bytesField(5):
        value = first(r.get_message());
        break;
    case bytesField(6): {
        pbf_reader set = r.get_message();
        while (set.next()) {
            if (set.tag_and_type() == bytesField(1))
                (value += value.empty() ? "{" : ", ") += text(set);
            else
                set.skip();
        }
        value += value.empty() ? "{}" : "}";
        break;
    }
    default:
        r.skip();
    }
}

void ProtoRows::Impl::attribute(pbf_reader&& message) {
    AttributeView a;
    std::string& value = scratch.text();
    while (message.next()) {
        if (message.tag_and_type() == bytesField(1))
            a.name = text(message);
        else
            attributeValue(message, value);
    }
    a.value = value;
    scratch.attributes.push_back(a);
}

void ProtoRows::Impl::domain(pbf_reader&& message, AgentView& out) {
    while (message.next()) {
        if (message.tag_and_type() != bytesField(1)) {
            message.skip();
            continue;
        }
        pbf_reader fault = message.get_message();
        while (fault.next()) {
            if (fault.tag_and_type() == bytesField(1))
                out.region = first(fault.get_message());
            else if (fault.tag_and_type() == bytesField(2))
                out.zone = first(fault.get_message());
            else
                fault.skip();
        }
    }
}

void ProtoRows::Impl::agentInfo(pbf_reader&& message, AgentView& out) {
    out.port = 5051; // the default of the field
    while (message.next()) {
        switch (message.tag_and_type()) {
        case bytesField(1):
            out.hostname = text(message);
            break;
        case varintField(8):
            out.port = std::uint16_t(std::clamp(message.get_int32(), 0, 65535));
            break;
        case bytesField(5):
            attribute(message.get_message());
            break;
        case bytesField(6):
            out.id = first(message.get_message());
            break;
        case bytesField(10):
            domain(message.get_message(), out);
            break;
        default:
            message.skip();
        }
    }
}

void ProtoRows::Impl::drain(pbf_reader&& message, AgentView& out) {
    while (message.next()) {
        switch (message.tag_and_type()) {
        case varintField(1): {
            const std::uint32_t state = message.get_uint32();
            out.drain = state == 1 ? DrainState::Draining : state == 2 ? DrainState::Drained : DrainState::None;
            break;
        }
        case bytesField(2): {
            pbf_reader config = message.get_message();
            while (config.next()) {
                if (config.tag_and_type() == bytesField(1))
                    out.drainGraceMs = timeMs(config.get_message());
                else if (config.tag_and_type() == varintField(2))
                    out.drainMarkGone = flag(config);
                else
                    config.skip();
            }
            break;
        }
        default:
            message.skip();
        }
    }
}

void ProtoRows::Impl::agent(pbf_reader&& r, AgentView& out) {
    while (r.next()) {
        switch (r.tag_and_type()) {
        case bytesField(1):
            agentInfo(r.get_message(), out);
            break;
        case varintField(2):
            out.active = flag(r);
            break;
        case varintField(12):
            out.deactivated = flag(r);
            break;
        case bytesField(3):
            out.version = text(r);
            break;
        case bytesField(4):
            out.pid = text(r);
            break;
        case bytesField(5):
            out.registeredMs = timeMs(r.get_message());
            break;
        case bytesField(6):
            out.reregisteredMs = timeMs(r.get_message());
            break;
        case bytesField(7):
            addTo(out.total, r.get_message(), &out.reserved);
            break;
        case bytesField(8):
            addTo(out.allocated, r.get_message());
            out.hasAllocated = true;
            break;
        case bytesField(9):
            addTo(out.offered, r.get_message());
            break;
        case bytesField(13):
            drain(r.get_message(), out);
            break;
        case bytesField(14):
            out.drainStartedMs = timeMs(r.get_message());
            break;
        default:
            r.skip();
        }
    }
    out.attributes = scratch.attributes;
    out.reservations = scratch.reservations;
    out.ports = scratch.agentPorts;
}

void ProtoRows::Impl::frameworkInfo(pbf_reader&& r, FrameworkView& out) {
    Listed roles(scratch);
    Listed listed(scratch);
    while (r.next()) {
        switch (r.tag_and_type()) {
        case bytesField(1):
            out.user = text(r);
            break;
        case bytesField(2):
            out.name = text(r);
            break;
        case bytesField(3):
            out.id = first(r.get_message());
            break;
        case doubleField(4):
            out.failoverTimeoutMs = msFromSeconds(r.get_double());
            break;
        case varintField(5):
            out.checkpoint = flag(r);
            break;
        case bytesField(6):
        case bytesField(12):
            roles.add(text(r));
            break;
        case bytesField(7):
            out.hostname = text(r);
            break;
        case bytesField(8):
            out.principal = text(r);
            break;
        case bytesField(9):
            out.webuiUrl = text(r);
            break;
        case bytesField(10): {
            pbf_reader capability = r.get_message();
            while (capability.next()) {
                if (capability.tag_and_type() == varintField(1))
                    listed.add(nameOf(capabilities, capability.get_uint32()));
                else
                    capability.skip();
            }
            break;
        }
        default:
            r.skip();
        }
    }
    out.roles = roles.text();
    out.capabilities = listed.text();
}

void ProtoRows::Impl::framework(pbf_reader&& r, FrameworkView& out) {
    while (r.next()) {
        switch (r.tag_and_type()) {
        case bytesField(1):
            frameworkInfo(r.get_message(), out);
            break;
        case varintField(2):
            out.active = flag(r);
            break;
        case varintField(3):
            out.connected = flag(r);
            break;
        case varintField(11):
            out.recovered = flag(r);
            break;
        case bytesField(4):
            out.registeredMs = timeMs(r.get_message());
            break;
        case bytesField(5):
            out.reregisteredMs = timeMs(r.get_message());
            break;
        case bytesField(7):
            ++out.offers;
            r.skip();
            break;
        case bytesField(9):
            addTo(out.allocated, r.get_message());
            break;
        case bytesField(10):
            addTo(out.offered, r.get_message());
            break;
        default:
            r.skip();
        }
    }
}

void ProtoRows::Impl::row(Section section, std::string_view bytes) {
    scratch.clear();
    pbf_reader message(bytes.data(), bytes.size());
    switch (section) {
    case Section::Tasks:
    case Section::UnreachableTasks:
    case Section::CompletedTasks: {
        TaskView view;
        view.completed = section == Section::CompletedTasks;
        view.unreachableList = section == Section::UnreachableTasks;
        task(std::move(message), view);
        sink.task(view);
        break;
    }
    case Section::Agents: {
        AgentView view;
        agent(std::move(message), view);
        view.hasAllocated = true; // these lists report it; an absent one is an empty one
        sink.agent(view);
        break;
    }
    case Section::Frameworks:
    case Section::CompletedFrameworks: {
        FrameworkView view;
        view.completed = section == Section::CompletedFrameworks;
        framework(std::move(message), view);
        sink.framework(view);
        break;
    }
    default:
        break;
    }
}

void ProtoRows::Impl::taskUpdated(pbf_reader payload) {
    TaskUpdateView view;
    while (payload.next()) {
        switch (payload.tag_and_type()) {
        case bytesField(1):
            view.frameworkId = first(payload.get_message());
            break;
        case bytesField(2):
            status(payload.get_message(), view.status, &view);
            break;
        case varintField(3): {
            const State state = taskState(payload.get_uint32());
            view.state = state.state;
            view.stateName = state.name;
            break;
        }
        default:
            payload.skip();
        }
    }
    sink.taskUpdated(view);
}

void ProtoRows::Impl::frameworkEvent(std::string_view type, pbf_reader payload) {
    FrameworkView view;
    while (payload.next()) {
        if (payload.tag_and_type() != bytesField(1))
            payload.skip();
        else if (type == "FRAMEWORK_REMOVED")
            frameworkInfo(payload.get_message(), view);
        else
            framework(payload.get_message(), view);
    }
    if (type == "FRAMEWORK_ADDED")
        sink.frameworkAdded(view);
    else if (type == "FRAMEWORK_UPDATED")
        sink.frameworkUpdated(view);
    else
        sink.frameworkRemoved(view);
}

void ProtoRows::Impl::event(std::string_view type, pbf_reader payload) {
    if (type == "TASK_UPDATED")
        return taskUpdated(payload);
    if (type == "AGENT_REMOVED") {
        while (payload.next()) {
            if (payload.tag_and_type() == bytesField(1))
                sink.agentRemoved(first(payload.get_message()));
            else
                payload.skip();
        }
        return;
    }
    if (type != "TASK_ADDED" && type != "AGENT_ADDED")
        return frameworkEvent(type, payload);
    while (payload.next()) {
        if (payload.tag_and_type() != bytesField(1)) {
            payload.skip();
        } else if (type == "TASK_ADDED") {
            TaskView view;
            task(payload.get_message(), view);
            sink.taskAdded(view);
        } else {
            AgentView view;
            agent(payload.get_message(), view);
            sink.agentAdded(view);
        }
    }
}

ProtoRows::ProtoRows(StateSink& sink) : impl_(std::make_unique<Impl>(sink)) {}
ProtoRows::~ProtoRows() = default;

base::Result<void> ProtoRows::stateRow(Section section, std::string_view row) {
    try {
        impl_->row(section, row);
        return {};
    } catch (const protozero::exception&) {
        return tl::unexpected(broken());
    }
}

base::Result<std::string_view> ProtoRows::event(std::string_view record) {
    Impl& d = *impl_;
    d.scratch.clear();
    d.typeName.clear();
    try {
        std::uint32_t type = 0;
        pbf_reader payload;
        pbf_reader r(record.data(), record.size());
        while (r.next()) {
            if (r.tag_and_type() == varintField(1))
                type = r.get_uint32();
            else if (r.tag() == type + 1 && r.wire_type() == pbf_wire_type::length_delimited)
                payload = r.get_message(); // Event: the payload's field number follows the number of its type
            else
                r.skip();
        }
        d.typeName = nameOf(eventTypes, type);
        if (d.typeName.empty()) {
            d.typeName = "type " + std::to_string(type);
            d.sink.unknownEvent(d.typeName);
        } else if (type >= 2 && type <= 8) {
            d.event(d.typeName, payload);
        }
    } catch (const protozero::exception&) {
        return tl::unexpected(broken());
    }
    return std::string_view(d.typeName);
}

} // namespace mesoscope::master

#include "models/master/json_rows.h"

#include "models/master/row_scratch.h"

#include <QCoreApplication>

#include <simdjson.h>

#include <cstring>

namespace mesoscope::master {

namespace {

namespace od = simdjson::ondemand;
using base::Error;
using base::ErrorKind;

base::Result<void> notJson() {
    return tl::unexpected(
        Error{ErrorKind::Decode,
              QCoreApplication::translate("master", "A part of what the master sent is not valid JSON."),
              QCoreApplication::translate(
                  "master", "It is read again. If this stays, check whether the address is a Mesos master."),
              {},
              0});
}

/// The name of a field where it lies, to be compared with names that hold no escapes. Nobody looks for its end: the
/// length comes from the name that it is compared with, so that a comparison is a few instructions.
class Key {
public:
    explicit Key(od::raw_json_string raw) : begin_(raw.raw()) {}

    template<std::size_t N>
    bool operator==(const char (&name)[N]) const {
        static_assert(N <= simdjson::SIMDJSON_PADDING); // that much may be read behind any key
        return std::memcmp(begin_, name, N - 1) == 0 && begin_[N - 1] == '"';
    }

private:
    const char* begin_;
};

} // namespace

class JsonRows::Impl {
public:
    explicit Impl(StateSink& s) : sink(s) {}

    // Reading. `bad` is set by what is not JSON; a value of an unexpected type only counts as missing.
    bool parse(const JsonRow& row);
    bool iterate(std::string_view bytes, std::size_t readable);
    void check(simdjson::error_code code) {
        if (code && code != simdjson::INCORRECT_TYPE && code != simdjson::STRING_ERROR &&
            code != simdjson::NUMBER_ERROR && code != simdjson::NUMBER_OUT_OF_RANGE)
            bad = true;
    }
    template<typename F>
    void fields(od::value& v, const F& f);
    template<typename F>
    void fieldsOf(od::object& object, const F& f);
    template<typename F>
    void items(od::value& v, const F& f);
    std::string_view text(od::value& v);
    std::string_view plainText(od::value& v, std::size_t tokenSize);
    std::string_view anyText(od::value& v);
    std::string_view id(od::value& v); ///< {"value": …}
    double number(od::value& v);
    bool flag(od::value& v);
    std::string_view raw(od::value& v);
    qint64 timeMs(od::value& v);

    // Parts
    ResourceParts resource(od::value& v, std::vector<PortRange>* ports);
    std::string_view lastReservation(od::value& v);
    void ranges(od::value& v, std::vector<PortRange>& out);
    void sum(od::value& v, Scalars& total, Scalars* reserved = nullptr);
    void status(od::value& v, StatusView& out, TaskUpdateView* update);
    std::string_view containerId(od::value& v);
    void containerStatus(od::value& v, StatusView& out);
    void networkInfo(od::value& v, Listed& addresses, Listed& networks);
    void task(od::object& object, TaskView& out);
    void statuses(od::value& v, TaskView& out);
    void taskResources(od::value& v, TaskView& out);
    void agent(od::object& object, AgentView& out);
    void agentInfo(od::value& v, AgentView& out);
    void attribute(od::value& v);
    void domain(od::value& v, AgentView& out);
    void drain(od::value& v, AgentView& out);
    void framework(od::object& object, FrameworkView& out);
    void frameworkInfo(od::value& v, FrameworkView& out);

    base::Result<void> row(Section section, const JsonRow& row, bool poll);
    void deliverTask(od::object& object, Section section);
    void deliverAgent(od::object& object, bool poll);
    void agentAdded(od::value& payload);
    void event(std::string_view type, od::value& payload);
    void frameworkEvent(std::string_view type, od::value& payload);
    void taskUpdated(od::value& payload);

    StateSink& sink;
    od::parser parser;
    od::document document;
    RowScratch scratch;
    std::string copy;
    std::string typeName;
    std::vector<std::string> recovered;
    bool escapes = true; ///< the row may hold a backslash
    bool bad = false;
};

bool JsonRows::Impl::iterate(std::string_view bytes, std::size_t readable) {
    if (readable < simdjson::SIMDJSON_PADDING) {
        if (bytes.data() != copy.data())
            copy.assign(bytes);
        copy.reserve(bytes.size() + simdjson::SIMDJSON_PADDING);
        bytes = copy;
    }
    const auto code =
        parser.iterate(bytes.data(), bytes.size(), bytes.size() + simdjson::SIMDJSON_PADDING).get(document);
    bad = code && code != simdjson::UTF8_ERROR;
    return code == simdjson::SUCCESS;
}

bool JsonRows::Impl::parse(const JsonRow& row) {
    scratch.clear();
    escapes = row.hasBackslash;
    if (iterate(row.bytes, row.readable))
        return true;
    if (bad)
        return false;
    // Invalid UTF-8, as task output in a status message may be: replaced, and read once more.
    const QByteArray clean = QString::fromUtf8(row.bytes.data(), qsizetype(row.bytes.size())).toUtf8();
    copy.assign(clean.constData(), std::size_t(clean.size()));
    if (iterate(copy, 0))
        return true;
    bad = true;
    return false;
}

// The loops below hand on references into what the iterators return. A copied value is written in parts and read back
// as a whole, for which the processor has to wait: that cost more than reading what it stands for. Each loop is used
// with a function of its own, so that inlining them doubles nothing and saves every field a call.
#define MESOSCOPE_INLINE __attribute__((always_inline)) inline
// Resources and statuses are most of a task: what they call is taken into them as well.
#define MESOSCOPE_FLAT __attribute__((flatten))

template<typename F>
MESOSCOPE_INLINE void JsonRows::Impl::fieldsOf(od::object& object, const F& f) {
    for (auto result : object) {
        if (result.error()) {
            bad = true;
            return;
        }
        od::field& field = result.value_unsafe();
        f(Key(field.key()), field.value());
        if (bad)
            return;
    }
}

template<typename F>
MESOSCOPE_INLINE void JsonRows::Impl::fields(od::value& v, const F& f) {
    auto object = v.get_object();
    if (object.error())
        return check(object.error());
    fieldsOf(object.value_unsafe(), f);
}

template<typename F>
MESOSCOPE_INLINE void JsonRows::Impl::items(od::value& v, const F& f) {
    auto array = v.get_array();
    if (array.error())
        return check(array.error());
    for (auto result : array.value_unsafe()) {
        if (result.error()) {
            bad = true;
            return;
        }
        f(result.value_unsafe());
        if (bad)
            return;
    }
}

/// A string without escapes is taken where it lies: copying it out would cost more than finding it.
inline std::string_view JsonRows::Impl::text(od::value& v) {
    const std::string_view token = v.raw_json_token();
    return !escapes && token.size() >= 2 && token.back() == '"' ? plainText(v, token.size()) : anyText(v);
}

/// Of a token of this size, quotes included, that holds no escapes.
inline std::string_view JsonRows::Impl::plainText(od::value& v, std::size_t tokenSize) {
    od::raw_json_string raw;
    if (const auto code = v.get_raw_json_string().get(raw); code) {
        check(code);
        return {};
    }
    return {raw.raw(), tokenSize - 2};
}

std::string_view JsonRows::Impl::anyText(od::value& v) {
    std::string_view token = v.raw_json_token();
    while (!token.empty() && token.back() != '"')
        token.remove_suffix(1); // white space up to the next token
    if (token.size() >= 2 && !std::memchr(token.data(), '\\', token.size()))
        return plainText(v, token.size());
    std::string_view t;
    check(v.get_string().get(t));
    return t;
}

std::string_view JsonRows::Impl::id(od::value& v) {
    std::string_view t;
    fields(v, [&](Key key, od::value& x) {
        if (key == "value")
            t = text(x);
    });
    return t;
}

double JsonRows::Impl::number(od::value& v) {
    double d = 0;
    check(v.get_double().get(d));
    return d;
}

bool JsonRows::Impl::flag(od::value& v) {
    bool b = false;
    check(v.get_bool().get(b));
    return b;
}

std::string_view JsonRows::Impl::raw(od::value& v) {
    od::json_type type;
    if (v.type().get(type) || (type != od::json_type::object && type != od::json_type::array))
        return {};
    std::string_view json;
    if (type == od::json_type::array) {
        od::array array;
        check(v.get_array().get(array));
        check(array.raw_json().get(json));
    } else {
        od::object object;
        check(v.get_object().get(object));
        check(object.raw_json().get(json));
    }
    return json;
}

qint64 JsonRows::Impl::timeMs(od::value& v) {
    od::json_type type;
    if (v.type().get(type))
        return 0;
    if (type == od::json_type::number)
        return msFromSeconds(number(v));
    double nanoseconds = 0;
    fields(v, [&](Key key, od::value& x) {
        if (key == "nanoseconds")
            nanoseconds = number(x);
    });
    return msFromSeconds(nanoseconds / 1e9);
}

void JsonRows::Impl::ranges(od::value& v, std::vector<PortRange>& out) {
    fields(v, [&](Key key, od::value& list) {
        if (key != "range")
            return;
        items(list, [&](od::value& item) {
            double begin = 0;
            double end = -1;
            fields(item, [&](Key k, od::value& x) {
                if (k == "begin")
                    begin = number(x);
                else if (k == "end")
                    end = number(x);
            });
            addPorts(out, begin, end);
        });
    });
}

std::string_view JsonRows::Impl::lastReservation(od::value& v) {
    std::string_view role;
    items(v, [&](od::value& item) {
        fields(item, [&](Key key, od::value& x) {
            if (key == "role")
                role = text(x);
        });
    });
    return role;
}

MESOSCOPE_FLAT ResourceParts JsonRows::Impl::resource(od::value& v, std::vector<PortRange>* ports) {
    ResourceParts r;
    fields(v, [&](Key key, od::value& x) {
        if (key == "name") {
            r.name = text(x);
        } else if (key == "scalar") {
            fields(x, [&](Key k, od::value& y) {
                if (k == "value") {
                    r.hasScalar = true;
                    r.scalar = number(y);
                }
            });
        } else if (key == "ranges") {
            if (ports && r.name == "ports")
                ranges(x, *ports);
        } else if (key == "role") {
            r.role = text(x);
        } else if (key == "reservations") {
            r.reservedTo = lastReservation(x);
        } else if (key == "allocation_info") {
            fields(x, [&](Key k, od::value& y) {
                if (k == "role")
                    r.allocatedTo = text(y);
            });
        }
    });
    return r;
}

void JsonRows::Impl::sum(od::value& v, Scalars& total, Scalars* reserved) {
    items(v, [&](od::value& item) {
        const ResourceParts r = resource(item, reserved ? &scratch.ports : nullptr);
        addResource(total, r);
        scratch.keepAgentPorts(r);
        if (reserved && r.isReserved()) {
            addResource(*reserved, r);
            addReservation(scratch.reservations, r);
        }
    });
}

void JsonRows::Impl::networkInfo(od::value& v, Listed& addresses, Listed& networks) {
    fields(v, [&](Key key, od::value& x) {
        if (key == "name")
            networks.add(text(x));
        else if (key == "ip_addresses")
            items(x, [&](od::value& item) {
                fields(item, [&](Key k, od::value& y) {
                    if (k == "ip_address")
                        addresses.add(text(y));
                });
            });
    });
}

/// The names from the outermost container to this one, as Mesos prints them.
std::string_view JsonRows::Impl::containerId(od::value& v) {
    std::string_view own;
    std::string_view outer;
    fields(v, [&](Key key, od::value& x) {
        if (key == "value")
            own = text(x);
        else if (key == "parent")
            outer = containerId(x);
    });
    if (outer.empty())
        return own;
    std::string& path = scratch.text();
    (path.append(outer) += '.').append(own);
    return path;
}

void JsonRows::Impl::containerStatus(od::value& v, StatusView& out) {
    Listed addresses(scratch);
    Listed networks(scratch);
    fields(v, [&](Key key, od::value& x) {
        if (key == "container_id")
            out.containerId = containerId(x);
        else if (key == "network_infos")
            items(x, [&](od::value& item) { networkInfo(item, addresses, networks); });
    });
    out.ipAddresses = addresses.text();
    out.networkNames = networks.text();
}

MESOSCOPE_FLAT void JsonRows::Impl::status(od::value& v, StatusView& out, TaskUpdateView* update) {
    fields(v, [&](Key key, od::value& x) {
        if (key == "state") {
            out.stateName = text(x);
            out.state = taskStateFromName(out.stateName);
        } else if (key == "timestamp") {
            out.timestampMs = timeMs(x);
        } else if (key == "healthy") {
            out.health = flag(x) ? Health::Healthy : Health::Unhealthy;
        } else if (key == "reason") {
            out.reason = text(x);
        } else if (key == "source") {
            out.source = text(x);
        } else if (key == "message") {
            out.message = text(x);
        } else if (key == "container_status") {
            containerStatus(x, out);
        } else if (update && key == "task_id") {
            update->taskId = id(x);
        } else if (update && key == "agent_id") {
            update->agentId = id(x);
        }
    });
}

void JsonRows::Impl::statuses(od::value& v, TaskView& out) {
    items(v, [&](od::value& item) {
        out.status = {};
        status(item, out.status, nullptr);
        if (out.startedMs == 0 && out.status.state == TaskState::Running)
            out.startedMs = out.status.timestampMs;
    });
}

void JsonRows::Impl::taskResources(od::value& v, TaskView& out) {
    items(v, [&](od::value& item) {
        const ResourceParts r = resource(item, &scratch.ports);
        addResource(out.resources, r);
        if (out.role.empty())
            out.role = r.allocatedTo;
    });
}

void JsonRows::Impl::task(od::object& object, TaskView& out) {
    fieldsOf(object, [&](Key key, od::value& x) {
        if (key == "name") {
            out.name = text(x);
        } else if (key == "task_id") {
            out.id = id(x);
        } else if (key == "framework_id") {
            out.frameworkId = id(x);
        } else if (key == "executor_id") {
            out.executorId = id(x);
        } else if (key == "agent_id") {
            out.agentId = id(x);
        } else if (key == "state") {
            out.stateName = text(x);
            out.state = taskStateFromName(out.stateName);
        } else if (key == "resources") {
            taskResources(x, out);
        } else if (key == "statuses") {
            statuses(x, out);
        } else if (key == "labels") {
            out.labelsJson = raw(x);
        } else if (key == "discovery") {
            out.discoveryJson = raw(x);
        } else if (key == "container") {
            out.containerJson = raw(x);
        } else if (key == "health_check") {
            out.healthCheckJson = raw(x);
        }
    });
    out.ports = scratch.ports;
}

void JsonRows::Impl::attribute(od::value& v) {
    AttributeView a;
    std::string& value = scratch.text();
    fields(v, [&](Key key, od::value& x) {
        if (key == "name") {
            a.name = text(x);
        } else if (key == "text") {
            value = id(x);
        } else if (key == "scalar") {
            fields(x, [&](Key k, od::value& y) {
                if (k == "value")
                    appendNumber(value, number(y));
            });
        } else if (key == "ranges") {
            std::vector<PortRange> list;
            ranges(x, list);
            for (const PortRange& r : list)
                value += (value.empty() ? "[" : ", ") + std::to_string(r.begin) + '-' + std::to_string(r.end);
            value += value.empty() ? "[]" : "]";
        } else if (key == "set") {
            fields(x, [&](Key k, od::value& list) {
                if (k == "item")
                    items(list, [&](od::value& y) { (value += value.empty() ? "{" : ", ") += text(y); });
            });
            value += value.empty() ? "{}" : "}";
        }
    });
    a.value = value;
    scratch.attributes.push_back(a);
}

void JsonRows::Impl::domain(od::value& v, AgentView& out) {
    const auto named = [&](od::value& part, std::string_view& name) {
        fields(part, [&](Key key, od::value& x) {
            if (key == "name")
                name = text(x);
        });
    };
    fields(v, [&](Key key, od::value& fault) {
        if (key != "fault_domain")
            return;
        fields(fault, [&](Key k, od::value& part) {
            if (k == "region")
                named(part, out.region);
            else if (k == "zone")
                named(part, out.zone);
        });
    });
}

void JsonRows::Impl::agentInfo(od::value& v, AgentView& out) {
    fields(v, [&](Key key, od::value& x) {
        if (key == "hostname")
            out.hostname = text(x);
        else if (key == "port")
            out.port = std::uint16_t(std::clamp(number(x), 0.0, 65535.0));
        else if (key == "id")
            out.id = id(x);
        else if (key == "attributes")
            items(x, [&](od::value& item) { attribute(item); });
        else if (key == "domain")
            domain(x, out);
    });
}

void JsonRows::Impl::drain(od::value& v, AgentView& out) {
    fields(v, [&](Key key, od::value& x) {
        if (key == "state") {
            const std::string_view name = text(x);
            out.drain = name == "DRAINING"  ? DrainState::Draining
                        : name == "DRAINED" ? DrainState::Drained
                                            : DrainState::None;
        } else if (key == "config") {
            fields(x, [&](Key k, od::value& y) {
                if (k == "max_grace_period")
                    out.drainGraceMs = timeMs(y);
                else if (k == "mark_gone")
                    out.drainMarkGone = flag(y);
            });
        }
    });
}

void JsonRows::Impl::agent(od::object& object, AgentView& out) {
    fieldsOf(object, [&](Key key, od::value& x) {
        if (key == "agent_info") {
            agentInfo(x, out);
        } else if (key == "active") {
            out.active = flag(x);
        } else if (key == "deactivated") {
            out.deactivated = flag(x);
        } else if (key == "version") {
            out.version = text(x);
        } else if (key == "pid") {
            out.pid = text(x);
        } else if (key == "registered_time") {
            out.registeredMs = timeMs(x);
        } else if (key == "reregistered_time") {
            out.reregisteredMs = timeMs(x);
        } else if (key == "total_resources") {
            sum(x, out.total, &out.reserved);
        } else if (key == "allocated_resources") {
            sum(x, out.allocated);
            out.hasAllocated = true;
        } else if (key == "offered_resources") {
            sum(x, out.offered);
        } else if (key == "drain_info") {
            drain(x, out);
        } else if (key == "estimated_drain_start_time") {
            out.drainStartedMs = timeMs(x);
        }
    });
    out.attributes = scratch.attributes;
    out.reservations = scratch.reservations;
    out.ports = scratch.agentPorts;
}

void JsonRows::Impl::frameworkInfo(od::value& v, FrameworkView& out) {
    Listed roles(scratch);
    Listed capabilities(scratch);
    fields(v, [&](Key key, od::value& x) {
        if (key == "id") {
            out.id = id(x);
        } else if (key == "name") {
            out.name = text(x);
        } else if (key == "user") {
            out.user = text(x);
        } else if (key == "principal") {
            out.principal = text(x);
        } else if (key == "hostname") {
            out.hostname = text(x);
        } else if (key == "webui_url") {
            out.webuiUrl = text(x);
        } else if (key == "role") {
            roles.add(text(x));
        } else if (key == "roles") {
            items(x, [&](od::value& item) { roles.add(text(item)); });
        } else if (key == "checkpoint") {
            out.checkpoint = flag(x);
        } else if (key == "failover_timeout") {
            out.failoverTimeoutMs = msFromSeconds(number(x));
        } else if (key == "capabilities") {
            items(x, [&](od::value& item) {
                fields(item, [&](Key k, od::value& y) {
                    if (k == "type")
                        capabilities.add(text(y));
                });
            });
        }
    });
    out.roles = roles.text();
    out.capabilities = capabilities.text();
}

void JsonRows::Impl::framework(od::object& object, FrameworkView& out) {
    fieldsOf(object, [&](Key key, od::value& x) {
        if (key == "framework_info") {
            frameworkInfo(x, out);
        } else if (key == "active") {
            out.active = flag(x);
        } else if (key == "connected") {
            out.connected = flag(x);
        } else if (key == "recovered") {
            out.recovered = flag(x);
        } else if (key == "registered_time") {
            out.registeredMs = timeMs(x);
        } else if (key == "reregistered_time") {
            out.reregisteredMs = timeMs(x);
        } else if (key == "allocated_resources") {
            sum(x, out.allocated);
        } else if (key == "offered_resources") {
            sum(x, out.offered);
        } else if (key == "offers") {
            items(x, [&](od::value&) { ++out.offers; });
        }
    });
}

void JsonRows::Impl::deliverTask(od::object& object, Section section) {
    TaskView view;
    view.completed = section == Section::CompletedTasks;
    view.unreachableList = section == Section::UnreachableTasks;
    task(object, view);
    if (!bad)
        sink.task(view);
}

void JsonRows::Impl::deliverAgent(od::object& object, bool poll) {
    AgentView view;
    agent(object, view);
    view.hasAllocated = true; // these lists report it; an absent one is an empty one
    if (bad)
        return;
    poll ? sink.polledAgent(view) : sink.agent(view);
}

base::Result<void> JsonRows::Impl::row(Section section, const JsonRow& row, bool poll) {
    if (section == Section::Skipped || (section == Section::RecoveredAgents && !poll))
        return {};
    od::object object;
    if (!parse(row) || document.get_object().get(object))
        return notJson();
    switch (section) {
    case Section::Tasks:
    case Section::UnreachableTasks:
    case Section::CompletedTasks:
        deliverTask(object, section);
        break;
    case Section::Agents:
        deliverAgent(object, poll);
        break;
    case Section::RecoveredAgents:
        fieldsOf(object, [&](Key key, od::value& x) {
            if (key == "id")
                recovered.emplace_back(id(x));
        });
        break;
    default: {
        FrameworkView view;
        view.completed = section == Section::CompletedFrameworks;
        framework(object, view);
        if (!bad)
            sink.framework(view);
        break;
    }
    }
    return bad ? notJson() : base::Result<void>();
}

void JsonRows::Impl::taskUpdated(od::value& payload) {
    TaskUpdateView view;
    fields(payload, [&](Key key, od::value& x) {
        if (key == "framework_id") {
            view.frameworkId = id(x);
        } else if (key == "status") {
            status(x, view.status, &view);
        } else if (key == "state") {
            view.stateName = text(x);
            view.state = taskStateFromName(view.stateName);
        }
    });
    if (!bad)
        sink.taskUpdated(view);
}

void JsonRows::Impl::agentAdded(od::value& payload) {
    fields(payload, [&](Key key, od::value& x) {
        od::object object;
        if (key != "agent" || x.get_object().get(object))
            return;
        AgentView view;
        agent(object, view);
        if (!bad)
            sink.agentAdded(view);
    });
}

void JsonRows::Impl::frameworkEvent(std::string_view type, od::value& payload) {
    FrameworkView view;
    fields(payload, [&](Key key, od::value& x) {
        od::object object;
        if (key == "framework_info")
            frameworkInfo(x, view);
        else if (key == "framework" && !x.get_object().get(object))
            framework(object, view);
    });
    if (bad)
        return;
    if (type == "FRAMEWORK_ADDED")
        sink.frameworkAdded(view);
    else if (type == "FRAMEWORK_UPDATED")
        sink.frameworkUpdated(view);
    else
        sink.frameworkRemoved(view);
}

void JsonRows::Impl::event(std::string_view type, od::value& payload) {
    if (type == "TASK_UPDATED") {
        taskUpdated(payload);
    } else if (type == "TASK_ADDED") {
        fields(payload, [&](Key key, od::value& x) {
            od::object object;
            if (key != "task" || x.get_object().get(object))
                return;
            TaskView view;
            task(object, view);
            if (!bad)
                sink.taskAdded(view);
        });
    } else if (type == "AGENT_ADDED") {
        agentAdded(payload);
    } else if (type == "AGENT_REMOVED") {
        std::string_view agentId;
        fields(payload, [&](Key key, od::value& x) {
            if (key == "agent_id")
                agentId = id(x);
        });
        if (!bad)
            sink.agentRemoved(agentId);
    } else {
        frameworkEvent(type, payload);
    }
}

JsonRows::JsonRows(StateSink& sink) : impl_(std::make_unique<Impl>(sink)) {}
JsonRows::~JsonRows() = default;

base::Result<void> JsonRows::stateRow(Section section, const JsonRow& row) {
    return impl_->row(section, row, false);
}

base::Result<void> JsonRows::pollRow(Section section, const JsonRow& row) {
    return impl_->row(section, row, true);
}

void JsonRows::endAgentPoll() {
    const std::vector<std::string_view> ids(impl_->recovered.begin(), impl_->recovered.end());
    impl_->sink.endAgentPoll(ids);
    impl_->recovered.clear();
}

base::Result<std::string_view> JsonRows::event(std::string_view record) {
    struct Known {
        std::string_view type;
        std::string_view payload;
    };
    static constexpr Known known[] = {
        {"TASK_UPDATED", "task_updated"},
        {"TASK_ADDED", "task_added"},
        {"AGENT_ADDED", "agent_added"},
        {"AGENT_REMOVED", "agent_removed"},
        {"FRAMEWORK_ADDED", "framework_added"},
        {"FRAMEWORK_UPDATED", "framework_updated"},
        {"FRAMEWORK_REMOVED", "framework_removed"},
    };
    Impl& d = *impl_;
    std::string_view type;
    od::object object;
    if (!d.parse({record}) || d.document.get_object().get(object) || object["type"].get_string().get(type))
        return tl::unexpected(notJson().error());
    d.typeName = type;
    for (const Known& k : known) {
        if (k.type != d.typeName)
            continue;
        od::value payload;
        if (object[k.payload].get(payload))
            return tl::unexpected(notJson().error());
        d.event(d.typeName, payload);
        if (d.bad)
            return tl::unexpected(notJson().error());
        return std::string_view(d.typeName);
    }
    if (d.typeName != "HEARTBEAT" && d.typeName != "SUBSCRIBED")
        d.sink.unknownEvent(d.typeName);
    return std::string_view(d.typeName);
}

} // namespace mesoscope::master

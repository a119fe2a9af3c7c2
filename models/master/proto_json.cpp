#include "models/master/proto_json.h"

#include "models/master/row_scratch.h"

#include <protozero/pbf_reader.hpp>

#include <array>
#include <cstdint>
#include <cstdio>
#include <span>

namespace mesoscope::master {

namespace {

using std::string_view_literals::operator""sv;

enum class Kind : unsigned char { Bool, Number, Double, String, Enum, Message };

struct Name {
    std::uint32_t number;
    std::string_view name;
};

struct Field {
    std::uint32_t number;
    std::string_view name;
    Kind kind;
    bool repeated = false;
    std::span<const Field> message = {};
    std::span<const Name> names = {};
    std::string_view otherwise = {}; ///< printed when unset
};

using Fields = std::span<const Field>;

constexpr std::array label{Field{1, "key", Kind::String}, Field{2, "value", Kind::String}};
constexpr std::array labels{Field{1, "labels", Kind::Message, true, label}};

constexpr std::array visibility{Name{0, "FRAMEWORK"}, Name{1, "CLUSTER"}, Name{2, "EXTERNAL"}};
constexpr std::array port{Field{1, "number", Kind::Number}, Field{2, "name", Kind::String},
                          Field{3, "protocol", Kind::String}, Field{4, "visibility", Kind::Enum, false, {}, visibility},
                          Field{5, "labels", Kind::Message, false, labels}};
constexpr std::array ports{Field{1, "ports", Kind::Message, true, port}};
constexpr std::array discovery{Field{1, "visibility", Kind::Enum, false, {}, visibility},
                               Field{2, "name", Kind::String},
                               Field{3, "environment", Kind::String},
                               Field{4, "location", Kind::String},
                               Field{5, "version", Kind::String},
                               Field{6, "ports", Kind::Message, false, ports},
                               Field{7, "labels", Kind::Message, false, labels}};

constexpr std::array secretTypes{Name{0, "UNKNOWN"}, Name{1, "REFERENCE"}, Name{2, "VALUE"}};
constexpr std::array secretReference{Field{1, "name", Kind::String}, Field{2, "key", Kind::String}};
constexpr std::array secret{Field{1, "type", Kind::Enum, false, {}, secretTypes},
                            Field{2, "reference", Kind::Message, false, secretReference}};
constexpr std::array parameter{Field{1, "key", Kind::String}, Field{2, "value", Kind::String}};
constexpr std::array parameters{Field{1, "parameter", Kind::Message, true, parameter}};

constexpr std::array imageTypes{Name{1, "APPC"}, Name{2, "DOCKER"}};
constexpr std::array appc{Field{1, "name", Kind::String}, Field{2, "id", Kind::String},
                          Field{3, "labels", Kind::Message, false, labels}};
constexpr std::array dockerImage{Field{1, "name", Kind::String}, Field{3, "config", Kind::Message, false, secret}};
constexpr std::array image{
    Field{1, "type", Kind::Enum, false, {}, imageTypes}, Field{2, "appc", Kind::Message, false, appc},
    Field{3, "docker", Kind::Message, false, dockerImage}, Field{4, "cached", Kind::Bool, false, {}, {}, "true"}};

constexpr std::array volumeModes{Name{1, "RW"}, Name{2, "RO"}};
constexpr std::array volumeSourceTypes{Name{0, "UNKNOWN"},      Name{1, "DOCKER_VOLUME"}, Name{4, "HOST_PATH"},
                                       Name{2, "SANDBOX_PATH"}, Name{3, "SECRET"},        Name{5, "CSI_VOLUME"}};
constexpr std::array dockerVolume{Field{1, "driver", Kind::String}, Field{2, "name", Kind::String},
                                  Field{3, "driver_options", Kind::Message, false, parameters}};
constexpr std::array hostPath{Field{1, "path", Kind::String}};
constexpr std::array sandboxTypes{Name{0, "UNKNOWN"}, Name{1, "SELF"}, Name{2, "PARENT"}};
constexpr std::array sandboxPath{Field{1, "type", Kind::Enum, false, {}, sandboxTypes}, Field{2, "path", Kind::String}};
constexpr std::array csiVolume{Field{1, "plugin_name", Kind::String}};
constexpr std::array volumeSource{Field{1, "type", Kind::Enum, false, {}, volumeSourceTypes},
                                  Field{2, "docker_volume", Kind::Message, false, dockerVolume},
                                  Field{5, "host_path", Kind::Message, false, hostPath},
                                  Field{3, "sandbox_path", Kind::Message, false, sandboxPath},
                                  Field{4, "secret", Kind::Message, false, secret},
                                  Field{6, "csi_volume", Kind::Message, false, csiVolume}};
constexpr std::array volume{Field{3, "mode", Kind::Enum, false, {}, volumeModes},
                            Field{1, "container_path", Kind::String}, Field{2, "host_path", Kind::String},
                            Field{4, "image", Kind::Message, false, image},
                            Field{5, "source", Kind::Message, false, volumeSource}};

constexpr std::array protocols{Name{1, "IPv4"}, Name{2, "IPv6"}};
constexpr std::array ipAddress{Field{1, "protocol", Kind::Enum, false, {}, protocols, "\"IPv4\""},
                               Field{2, "ip_address", Kind::String}};
constexpr std::array portMapping{Field{1, "host_port", Kind::Number}, Field{2, "container_port", Kind::Number},
                                 Field{3, "protocol", Kind::String}};
constexpr std::array networkInfo{Field{5, "ip_addresses", Kind::Message, true, ipAddress},
                                 Field{6, "name", Kind::String}, Field{3, "groups", Kind::String, true},
                                 Field{4, "labels", Kind::Message, false, labels},
                                 Field{7, "port_mappings", Kind::Message, true, portMapping}};

constexpr std::array dockerNetworks{Name{1, "HOST"}, Name{2, "BRIDGE"}, Name{3, "NONE"}, Name{4, "USER"}};
constexpr std::array dockerInfo{Field{1, "image", Kind::String},
                                Field{2, "network", Kind::Enum, false, {}, dockerNetworks, "\"HOST\""},
                                Field{3, "port_mappings", Kind::Message, true, portMapping},
                                Field{4, "privileged", Kind::Bool, false, {}, {}, "false"},
                                Field{5, "parameters", Kind::Message, true, parameter},
                                Field{6, "force_pull_image", Kind::Bool},
                                Field{7, "volume_driver", Kind::String}};
constexpr std::array mesosInfo{Field{1, "image", Kind::Message, false, image}};
constexpr std::array ipcModes{Name{0, "UNKNOWN"}, Name{1, "PRIVATE"}, Name{2, "SHARE_PARENT"}};
constexpr std::array linuxInfo{
    Field{4, "share_pid_namespace", Kind::Bool}, Field{6, "ipc_mode", Kind::Enum, false, {}, ipcModes},
    Field{7, "shm_size", Kind::Number}, Field{8, "share_cgroups", Kind::Bool, false, {}, {}, "true"}};
constexpr std::array windowSize{Field{1, "rows", Kind::Number}, Field{2, "columns", Kind::Number}};
constexpr std::array ttyInfo{Field{1, "window_size", Kind::Message, false, windowSize}};
constexpr std::array containerTypes{Name{1, "DOCKER"}, Name{2, "MESOS"}};
constexpr std::array container{Field{1, "type", Kind::Enum, false, {}, containerTypes},
                               Field{2, "volumes", Kind::Message, true, volume},
                               Field{4, "hostname", Kind::String},
                               Field{3, "docker", Kind::Message, false, dockerInfo},
                               Field{5, "mesos", Kind::Message, false, mesosInfo},
                               Field{7, "network_infos", Kind::Message, true, networkInfo},
                               Field{8, "linux_info", Kind::Message, false, linuxInfo},
                               Field{10, "tty_info", Kind::Message, false, ttyInfo}};

constexpr std::array uri{Field{1, "value", Kind::String}, Field{2, "executable", Kind::Bool},
                         Field{3, "extract", Kind::Bool, false, {}, {}, "true"}, Field{4, "cache", Kind::Bool},
                         Field{5, "output_file", Kind::String}};
constexpr std::array variableTypes{Name{0, "UNKNOWN"}, Name{1, "VALUE"}, Name{2, "SECRET"}};
constexpr std::array variable{Field{1, "name", Kind::String},
                              Field{3, "type", Kind::Enum, false, {}, variableTypes, "\"VALUE\""},
                              Field{2, "value", Kind::String}, Field{4, "secret", Kind::Message, false, secret}};
constexpr std::array environment{Field{1, "variables", Kind::Message, true, variable}};
constexpr std::array command{Field{1, "uris", Kind::Message, true, uri},
                             Field{2, "environment", Kind::Message, false, environment},
                             Field{6, "shell", Kind::Bool, false, {}, {}, "true"},
                             Field{3, "value", Kind::String},
                             Field{7, "arguments", Kind::String, true},
                             Field{5, "user", Kind::String}};
constexpr std::array checkTypes{Name{0, "UNKNOWN"}, Name{1, "COMMAND"}, Name{2, "HTTP"}, Name{3, "TCP"}};
constexpr std::array httpCheck{Field{5, "protocol", Kind::Enum, false, {}, protocols, "\"IPv4\""},
                               Field{3, "scheme", Kind::String}, Field{1, "port", Kind::Number},
                               Field{2, "path", Kind::String}, Field{4, "statuses", Kind::Number, true}};
constexpr std::array tcpCheck{Field{2, "protocol", Kind::Enum, false, {}, protocols, "\"IPv4\""},
                              Field{1, "port", Kind::Number}};
constexpr std::array healthCheck{Field{2, "delay_seconds", Kind::Double, false, {}, {}, "15.0"},
                                 Field{3, "interval_seconds", Kind::Double, false, {}, {}, "10.0"},
                                 Field{4, "timeout_seconds", Kind::Double, false, {}, {}, "20.0"},
                                 Field{5, "consecutive_failures", Kind::Number, false, {}, {}, "3"},
                                 Field{6, "grace_period_seconds", Kind::Double, false, {}, {}, "10.0"},
                                 Field{8, "type", Kind::Enum, false, {}, checkTypes},
                                 Field{7, "command", Kind::Message, false, command},
                                 Field{1, "http", Kind::Message, false, httpCheck},
                                 Field{9, "tcp", Kind::Message, false, tcpCheck}};

void appendString(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            (out += '\\') += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            std::array<char, 8> escape;
            std::snprintf(escape.data(), escape.size(), "\\u%04x", unsigned(c));
            out += escape.data();
        } else {
            out += c;
        }
    }
    out += '"';
}

void appendDouble(std::string& out, double value) {
    const std::size_t from = out.size();
    appendNumber(out, value);
    if (out.find_first_of(".en", from) == std::string::npos)
        out += ".0";
}

void appendEnum(std::string& out, std::uint32_t number, std::span<const Name> names) {
    for (const Name& n : names) {
        if (n.number == number)
            return appendString(out, n.name);
    }
    out += std::to_string(number);
}

void appendMessage(std::string& out, protozero::pbf_reader message, Fields fields);

constexpr protozero::pbf_wire_type wireType(Kind kind) {
    switch (kind) {
    case Kind::Double:
        return protozero::pbf_wire_type::fixed64;
    case Kind::String:
    case Kind::Message:
        return protozero::pbf_wire_type::length_delimited;
    default:
        return protozero::pbf_wire_type::varint;
    }
}

void appendValue(std::string& out, protozero::pbf_reader& reader, const Field& field) {
    switch (field.kind) {
    case Kind::Bool:
        out += reader.get_uint64() != 0 ? "true" : "false";
        break;
    case Kind::Number:
        out += std::to_string(reader.get_int64());
        break;
    case Kind::Double:
        appendDouble(out, reader.get_double());
        break;
    case Kind::String: {
        const auto view = reader.get_view();
        appendString(out, {view.data(), view.size()});
        break;
    }
    case Kind::Enum:
        appendEnum(out, reader.get_uint32(), field.names);
        break;
    case Kind::Message:
        appendMessage(out, reader.get_message(), field.message);
        break;
    }
}

/// All values of one field; of a field that is not repeated the last one counts. Returns how many there were.
int collect(std::string& out, protozero::pbf_reader message, const Field& field) {
    int found = 0;
    const std::size_t from = out.size();
    while (message.next()) {
        if (message.tag() != field.number || message.wire_type() != wireType(field.kind)) {
            message.skip();
            continue;
        }
        if (!field.repeated)
            out.resize(from);
        else if (found > 0)
            out += ',';
        appendValue(out, message, field);
        ++found;
    }
    return found;
}

void appendMessage(std::string& out, protozero::pbf_reader message, Fields fields) {
    out += '{';
    bool first = true;
    for (const Field& field : fields) {
        std::string value;
        if (collect(value, message, field) == 0) {
            if (field.otherwise.empty())
                continue;
            value = field.otherwise;
        } else if (field.repeated) {
            value = '[' + value + ']';
        }
        ((((out += first ? "\"" : ",\"") += field.name) += "\":") += value);
        first = false;
    }
    out += '}';
}

Fields fieldsOf(JsonPart part) {
    switch (part) {
    case JsonPart::Labels:
        return labels;
    case JsonPart::Discovery:
        return discovery;
    case JsonPart::Container:
        return container;
    case JsonPart::HealthCheck:
        break;
    }
    return healthCheck;
}

} // namespace

std::string protoJson(JsonPart part, std::string_view bytes) {
    std::string out;
    try {
        appendMessage(out, protozero::pbf_reader(bytes.data(), bytes.size()), fieldsOf(part));
    } catch (const protozero::exception&) {
        out.clear();
    }
    return out;
}

} // namespace mesoscope::master

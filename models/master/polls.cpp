#include "models/master/polls.h"

#include "models/master/row_scratch.h"

#include <QCoreApplication>

#include <simdjson.h>

namespace mesoscope::master {

namespace {

namespace dom = simdjson::dom;
using base::Error;
using base::ErrorKind;

base::Result<void> unreadable(const char* call) {
    return tl::unexpected(Error{
        ErrorKind::Decode,
        QCoreApplication::translate("master", "The master's answer to %1 can't be read.").arg(QLatin1String(call)),
        QCoreApplication::translate("master", "Check whether the address is a Mesos master."),
        {},
        0});
}

bool parse(dom::parser& parser, const QByteArray& answer, dom::element& out) {
    return !parser.parse(answer.constData(), std::size_t(answer.size())).get(out) && out.is_object();
}

std::string_view text(dom::element e, const char* pointer) {
    std::string_view t;
    return e.at_pointer(pointer).get_string().get(t) ? std::string_view() : t;
}

/// A name to keep; longer than any that a server accepts is cut.
std::string name(dom::element e, const char* pointer) {
    constexpr std::size_t limit = 4096;
    return std::string(text(e, pointer).substr(0, limit));
}

QString qtext(dom::element e, const char* pointer) {
    const std::string_view t = text(e, pointer);
    return QString::fromUtf8(t.data(), qsizetype(t.size()));
}

double number(dom::element e, const char* pointer, double otherwise = 0) {
    double d = 0;
    return e.at_pointer(pointer).get_double().get(d) ? otherwise : d;
}

/// For each element of an array that may be absent: Mesos leaves empty lists out.
template<typename F>
void each(dom::element e, const char* pointer, F f) {
    dom::array array;
    if (e.at_pointer(pointer).get_array().get(array))
        return;
    for (const dom::element item : array)
        f(item);
}

Scalars resources(dom::element e, const char* pointer) {
    Scalars sum;
    each(e, pointer, [&](dom::element r) {
        ResourceParts parts;
        parts.name = text(r, "/name");
        parts.scalar = number(r, "/scalar/value");
        parts.hasScalar = true;
        addResource(sum, parts);
    });
    return sum;
}

/// {"cpus":{"value":1.0},"mem":{"value":256.0}}
std::optional<Scalars> quantities(dom::element e, const char* pointer) {
    dom::element map;
    if (e.at_pointer(pointer).get(map) || !map.is_object())
        return std::nullopt;
    return Scalars{number(map, "/cpus/value"), number(map, "/mem/value"), number(map, "/disk/value"),
                   number(map, "/gpus/value")};
}

} // namespace

base::Result<void> RoleTable::addRoles(const QByteArray& answer) {
    dom::parser parser;
    dom::element root;
    if (!parse(parser, answer, root))
        return unreadable("GET_ROLES");
    each(root, "/get_roles/roles", [&](dom::element r) {
        Role& role = roles_[name(r, "/name")];
        role.weight = number(r, "/weight", 1);
        role.allocated = resources(r, "/resources");
        each(r, "/frameworks", [&](dom::element f) { appendListed(role.frameworks, text(f, "/value")); });
    });
    return {};
}

base::Result<void> RoleTable::addQuota(const QByteArray& answer) {
    dom::parser parser;
    dom::element root;
    if (!parse(parser, answer, root))
        return unreadable("GET_QUOTA");
    // "infos" is what masters before 1.9 send; "configs" says it better where both stand.
    each(root, "/get_quota/status/infos",
         [&](dom::element info) { roles_[name(info, "/role")].guarantee = resources(info, "/guarantee"); });
    each(root, "/get_quota/status/configs", [&](dom::element config) {
        Role& role = roles_[name(config, "/role")];
        role.guarantee = quantities(config, "/guarantees");
        role.limit = quantities(config, "/limits");
    });
    return {};
}

base::Result<void> RoleTable::addWeights(const QByteArray& answer) {
    dom::parser parser;
    dom::element root;
    if (!parse(parser, answer, root))
        return unreadable("GET_WEIGHTS");
    each(root, "/get_weights/weight_infos",
         [&](dom::element info) { roles_[name(info, "/role")].weight = number(info, "/weight", 1); });
    return {};
}

void RoleTable::deliver(StateSink& sink) const {
    std::vector<RoleView> views;
    views.reserve(roles_.size());
    for (const auto& [name, role] : roles_) {
        RoleView& v = views.emplace_back();
        v.name = name;
        v.weight = role.weight;
        v.frameworks = role.frameworks;
        v.allocated = role.allocated;
        v.guarantee = role.guarantee;
        v.limit = role.limit;
    }
    sink.roles(views);
}

base::Result<MasterInfo> decodeMaster(const QByteArray& answer) {
    dom::parser parser;
    dom::element root;
    if (!parse(parser, answer, root))
        return tl::unexpected(unreadable("GET_MASTER").error());
    MasterInfo info;
    info.id = qtext(root, "/get_master/master_info/id");
    info.pid = qtext(root, "/get_master/master_info/pid");
    info.hostname = qtext(root, "/get_master/master_info/hostname");
    info.version = qtext(root, "/get_master/master_info/version");
    info.port = int(number(root, "/get_master/master_info/port"));
    info.startedMs = msFromSeconds(number(root, "/get_master/start_time"));
    info.electedMs = msFromSeconds(number(root, "/get_master/elected_time"));
    return info;
}

base::Result<QString> decodeVersion(const QByteArray& answer) {
    dom::parser parser;
    dom::element root;
    if (!parse(parser, answer, root))
        return tl::unexpected(unreadable("GET_VERSION").error());
    return qtext(root, "/get_version/version_info/version");
}

} // namespace mesoscope::master

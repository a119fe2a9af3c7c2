#include "app/demo/mesos/v1_answer.h"

namespace mesoscope::demo::v1 {

namespace {

template<class Writer>
ElementWriters writersFor(const World& world, int agentsPort) {
    const auto whole = [](std::string& out, auto body) {
        Writer w(out);
        w.root([&] { body(w); });
    };
    ElementWriters writers;
    writers.task = [&world, whole](std::string& out, const Task& t) {
        whole(out, [&](auto& w) { task(w, world, t); });
    };
    writers.agent = [&world, whole, agentsPort](std::string& out, const Agent& a) {
        whole(out, [&](auto& w) { agent(w, world, a, agentsPort); });
    };
    writers.recovered = [whole, agentsPort](std::string& out, const Agent& a) {
        whole(out, [&](auto& w) { agentInfo(w, a, agentsPort); });
    };
    return writers;
}

} // namespace

ElementWriters elementWriters(const World& world, int agentsPort, Encoding encoding) {
    return encoding == Encoding::Json ? writersFor<JsonWriter>(world, agentsPort)
                                      : writersFor<ProtoWriter>(world, agentsPort);
}

} // namespace mesoscope::demo::v1

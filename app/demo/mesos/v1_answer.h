// Opens answers to v1 calls that hold many tasks or agents (see state_answer.h).
#pragma once

#include "app/demo/mesos/outline.h"
#include "app/demo/mesos/state_answer.h"
#include "app/demo/mesos/v1_messages.h"

namespace mesoscope::demo::v1 {

/// Writers of single tasks and agents in the messages of the v1 API.
ElementWriters elementWriters(const World& world, int agentsPort, Encoding encoding);

/// write: a function of a writer, as those of v1_messages.h. Under the world's lock.
template<class Write>
std::shared_ptr<StateAnswer> openAnswer(StateAnswers& answers, const World& world, int agentsPort, Encoding encoding,
                                        Write write) {
    OutlineParts parts;
    if (encoding == Encoding::Json) {
        std::string rest;
        JsonWriter w(rest, &parts);
        w.root([&] { write(w); });
        parts.push_back(outlineText(std::move(rest)));
    } else {
        ProtoOutline w(parts);
        write(w);
    }
    return answers.open(encoding, std::move(parts), elementWriters(world, agentsPort, encoding));
}

} // namespace mesoscope::demo::v1

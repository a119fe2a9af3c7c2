// A made-up cluster state in both of Mesos' wire formats, to prove that two decoders agree on it.
#pragma once

#include <QByteArray>

namespace mesoscope::test {

struct TwinState {
    QByteArray json;     ///< a SUBSCRIBED event
    QByteArray protobuf; ///< the same
};

/// Everything that a decoder looks at occurs now and then: all states and reasons, odd texts, missing parts, several
/// networks, reservations, attributes of all kinds. The same seed gives the same bytes.
TwinState twinState(unsigned seed, int agents, int tasks);

/// A TASK_UPDATED event in both forms.
TwinState twinUpdate(unsigned seed);

} // namespace mesoscope::test

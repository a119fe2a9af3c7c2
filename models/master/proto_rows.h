// One row or one event of protobuf to typed views, handed to the sink at once: the twin of JsonRows, with the same
// result. Internal to the protobuf decoder. One thread.
// Field numbers: include/mesos/v1/mesos.proto and master/master.proto of Apache Mesos. Unknown fields, and fields of
// another wire type than expected, are skipped.
#pragma once

#include "models/base/error.h"
#include "models/master/state_cutter.h"
#include "models/master/types.h"

#include <memory>
#include <string_view>

namespace mesoscope::master {

class ProtoRows {
public:
    explicit ProtoRows(StateSink& sink);
    ~ProtoRows();

    base::Result<void> stateRow(Section section, std::string_view row);
    /// A whole Event. `type` is its name in JSON ("TASK_UPDATED"); its view lives until the next call.
    base::Result<std::string_view> event(std::string_view record);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mesoscope::master

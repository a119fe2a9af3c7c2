// One row or one event of JSON to typed views, handed to the sink at once. Internal to the JSON decoder.
// Field names: master/master.proto and mesos.proto (v1) of Apache Mesos. Unknown fields are skipped, fields of another
// type than expected count as missing, invalid UTF-8 is replaced; only what is not JSON at all is an error. One thread.
#pragma once

#include "models/base/error.h"
#include "models/master/state_cutter.h"
#include "models/master/types.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mesoscope::master {

class JsonRows {
public:
    explicit JsonRows(StateSink& sink);
    ~JsonRows();

    /// A row of the state.
    base::Result<void> stateRow(Section section, const JsonRow& row);
    /// A row of GET_AGENTS; ids of recovered agents are collected for endAgentPoll.
    base::Result<void> pollRow(Section section, const JsonRow& row);
    void endAgentPoll();
    /// A whole record of the event stream that is not SUBSCRIBED. `type` tells which it was; its view lives until the
    /// next call.
    base::Result<std::string_view> event(std::string_view record);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace mesoscope::master

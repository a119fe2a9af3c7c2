// The demo cluster's gateway: fabio 1.6 with a Consul registry behind it, as its UI listener and its Prometheus
// listener answer. The registry is the world's list of services. Threads: everything under the world's lock; the handle
// functions take it.
#pragma once

#include "app/demo/fabio/routing_table.h"
#include "app/demo/fabio/traffic.h"
#include "app/demo/world/world.h"

#include <httplib.h>

#include <cstdint>
#include <map>
#include <string>

namespace mesoscope::demo::fabio {

class Fabio {
public:
    explicit Fabio(World& world);
    ~Fabio();
    Fabio(const Fabio&) = delete;
    Fabio& operator=(const Fabio&) = delete;

    /// The UI and API listener.
    void handleApi(const httplib::Request& request, httplib::Response& response);
    /// The Prometheus listener.
    void handleMetrics(const httplib::Request& request, httplib::Response& response);

    /// What an operator's PUT of the root override does (scenarios).
    void setManual(const std::string& path, const std::string& value);
    /// Builds the table anew from registry and overrides; keeps the old one when the text can't be applied.
    void refresh();
    const Table& table() const { return table_; }
    /// Why the last refresh kept the old table; empty when it did not.
    const std::string& frozenBy() const { return frozenBy_; }

private:
    struct Override {
        std::string value;
        std::uint64_t version = 0;
    };
    void tick();
    double stepSeconds() const;
    std::string registryCommands();
    void paths(const httplib::Request& request, httplib::Response& response);
    void routes(const httplib::Request& request, httplib::Response& response);
    void manual(const httplib::Request& request, httplib::Response& response);
    void putManual(const std::string& path, const httplib::Request& request, httplib::Response& response);

    World& world_;
    TimerId timer_ = 0;
    Traffic traffic_;
    Table table_;
    std::string frozenBy_;
    std::string commands_; ///< what the last refresh read
    std::string registry_; ///< the part of it that comes from the registry
    std::uint64_t registryVersion_ = ~std::uint64_t(0);
    std::map<std::string, Override> overrides_;
    std::map<std::string, std::string> taskByDestination_;
    std::uint64_t index_ = 17; ///< Consul's ModifyIndex
};

} // namespace mesoscope::demo::fabio

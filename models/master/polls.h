// The small answers that are asked for now and then: roles with quota and weights, who leads. Pure; any thread.
// Shapes: master/master.proto (GetRoles, GetQuota, GetWeights, GetMaster) and quota.proto of Apache Mesos.
#pragma once

#include "models/base/error.h"
#include "models/master/types.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <string>

namespace mesoscope::master {

/// Puts three answers together to one list of roles. Roles that only one of them knows are in it, too.
class RoleTable {
public:
    base::Result<void> addRoles(const QByteArray& answer);   ///< GET_ROLES
    base::Result<void> addQuota(const QByteArray& answer);   ///< GET_QUOTA; empty ({}) is fine
    base::Result<void> addWeights(const QByteArray& answer); ///< GET_WEIGHTS
    /// Calls sink.roles() once, sorted by name.
    void deliver(StateSink& sink) const;

private:
    struct Role {
        double weight = 1;
        std::string frameworks;
        Scalars allocated;
        std::optional<Scalars> guarantee;
        std::optional<Scalars> limit;
    };
    std::map<std::string, Role> roles_;
};

struct MasterInfo {
    QString id;
    QString pid; ///< master@127.0.0.1:5050
    QString hostname;
    QString version; ///< empty on masters that do not tell it here
    int port = 0;
    qint64 startedMs = 0;
    qint64 electedMs = 0;
};

base::Result<MasterInfo> decodeMaster(const QByteArray& answer); ///< GET_MASTER
base::Result<QString> decodeVersion(const QByteArray& answer);   ///< GET_VERSION

} // namespace mesoscope::master

// The stages behind the parse stage, each a function over the typed app. A stage reports all its own problems.
#pragma once

#include "models/appspec/rules/marathon_app.h"
#include "models/appspec/rules/problem.h"
#include "models/appspec/rules/server_text.h"

#include <QSet>

namespace mesoscope::appspec::marathon {

/// What of the server's configuration decides.
struct Settings {
    QSet<QString> features;
    std::optional<QString> defaultNetworkName;
    QString mesosRole = QStringLiteral("*");
    QString bridgeName = QStringLiteral("mesos-bridge");
    bool newGroupsEnforceRole = false;

    bool has(const char* feature) const { return features.contains(QLatin1String(feature)); }
};

/// Which roles an app may have, in the order in which the server lists them.
struct Roles {
    QStringList valid;
    QString byDefault;
    std::optional<QString> previous;
    bool force = false;
};

/// Stage "old": rules that touch deprecated fields.
void checkDeprecated(const App& app, Report& report);

/// Stages 4 and 6. What makes the server throw is reported (stage conversion, path "") and false returned.
bool normaliseDeprecated(App& app, const Settings& settings, Report& report);
void normaliseRole(App& app, const Roles& roles);
void normaliseCanonical(App& app, const Settings& settings, const PathId& base);
/// The same for an update of an app.
bool normaliseUpdate(App& update, const Settings& settings, Report& report);

/// Stage "can".
void checkCanonical(const App& app, const Settings& settings, const Roles& roles, Report& report);

/// Stage 7: what cannot be turned into the model.
void checkConversion(const App& app, Report& report);

/// Stage "mod": fields of the model, then what depends on the roles. `app` must be normalised.
void checkModel(const App& app, const Settings& settings, Report& report);
void checkModelRole(const App& app, const Roles& roles, Report& report);

/// The strategy the server uses when none is given.
UpgradeStrategy effectiveUpgradeStrategy(const App& app);
/// Whether a CSI access mode exists, may be shared, is read-only.
bool isKnownAccessMode(const QString& mode);
bool isShareable(const QString& mode);
bool isReadOnlyMode(const QString& mode);

/// Merges an update into the stored app, the way partial PUT and PATCH do.
App merged(const App& stored, const App& update);

/// Advice: what the server takes although nobody wants it.
void advise(const App& app, Report& report);

} // namespace mesoscope::appspec::marathon

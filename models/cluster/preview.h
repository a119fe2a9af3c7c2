// What an action would do, in words, from one snapshot. Pure functions; any thread.
#pragma once

#include "models/cluster/action.h"
#include "models/cluster/snapshot.h"

namespace mesoscope::cluster {

/// The operator call (JSON body of POST /api/v1).
QByteArray masterCall(const MasterCommand& command);
/// Whether the picture already is as the command wants it.
bool isFulfilled(const Snapshot& snapshot, const MasterCommand& command);

/// "Scale /shop/cart to 5".
QString actionTitle(const Action& action);

/// Title, effects, warnings, and the refusal when the picture it would be decided on is not live. The requests are
/// added by the session, which knows the addresses.
/// `input`: what had to be read (old definitions, a group as it was); without it versions before and after are only
/// told as far as the snapshot knows them.
Preview previewOf(const Snapshot& snapshot, const Action& action, const scheduler::EffectInput& input = {});

/// The steps that the server itself would take, as one sentence.
QString planSentence(const QList<QList<scheduler::DeploymentAction>>& plan);

/// The apps an action is about: the target, or all apps below a group.
QStringList appsTouched(const Snapshot& snapshot, const Action& action);

} // namespace mesoscope::cluster

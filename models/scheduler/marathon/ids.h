// Ids of apps, instances and tasks, and the paths they may become. Pure; any thread.
#pragma once

#include "models/base/error.h"

#include <QByteArray>
#include <QString>

#include <string_view>

namespace mesoscope::scheduler::marathon {

/// "/shop/cart" for "shop/cart" and "/shop/cart/".
QString absoluteId(const QString& id);
/// The last element of an id, and the group it is in ("/" at the top).
QString parentOf(const QString& id);
bool isInGroup(const QString& appId, const QString& groupId);

/// The path of an id behind "/v2/apps" ("/shop/cart"). Refuses every id that could name another object there: dot
/// elements, which the server resolves; empty elements; elements that are routes of their own (tasks, restart,
/// versions, *); and every character that an id cannot hold.
base::Result<QByteArray> appPath(const QString& id);
/// The same for a group; "/" is the root group's empty path.
base::Result<QByteArray> groupPath(const QString& id);
/// One path element made of letters, digits and "-._:" (deployment ids, versions, task ids).
base::Result<QByteArray> pathElement(const QString& text);

/// The app of a task from the form of its id: shop_cart.instance-<uuid>._app.3, shop_cart.marathon-<uuid>,
/// shop_cart.<uuid>, and containers of pods shop_pod.instance-<uuid>.web.1. Empty when it has none of them.
QString appOfTask(std::string_view taskId);
/// The instance of a task: what stands before the incarnation. The text itself when it is of an older form.
QString instanceOfTask(const QString& taskId);
/// "instance [x]" in health results is x in events.
QString bareInstanceId(const QString& text);

} // namespace mesoscope::scheduler::marathon

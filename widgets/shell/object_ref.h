// Names one object of a cluster so that any place can lead to it: the palette, a link, a toast, an inspector.
#pragma once

#include <QMetaType>
#include <QString>

namespace mesoscope::widgets {

struct ObjectRef {
    enum class Kind : quint8 { None, Agent, Task, App, Group, Deployment, Framework, Source };
    Kind kind = Kind::None;
    QString id; ///< agent id, task id, "/shop/cart", deployment id, …

    bool isNull() const { return kind == Kind::None; }
    friend bool operator==(const ObjectRef&, const ObjectRef&) = default;
};

} // namespace mesoscope::widgets

Q_DECLARE_METATYPE(mesoscope::widgets::ObjectRef)

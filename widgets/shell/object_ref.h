// Names one object of a cluster so that any place can lead to it: the palette, a link, a toast, an inspector.
#pragma once

#include <QMetaType>
#include <QString>

namespace mesoscope::widgets {

struct ObjectRef {
    enum class Kind : quint8 { None, Agent, Task, App, Group, Deployment, Framework, Source };
    /// What of it is wanted, where its page has several parts.
    enum class Part : quint8 { Page, Logs, Sandbox, Command };
    Kind kind = Kind::None;
    QString id; ///< agent id, task id (Logs and Sandbox: several, one a line), "/shop/cart", deployment id, …
    Part part = Part::Page;

    bool isNull() const { return kind == Kind::None; }
    friend bool operator==(const ObjectRef&, const ObjectRef&) = default;
};

} // namespace mesoscope::widgets

Q_DECLARE_METATYPE(mesoscope::widgets::ObjectRef)

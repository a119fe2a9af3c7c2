// What a validation of a group found about each app, kept for the next validation of nearly the same text: only apps
// whose bytes changed are examined again. Rules over the whole group are never remembered.
//
// Thread: one at a time. Holds for one World and one Settings: throw it away when either changes.
#pragma once

#include "models/appspec/rules/marathon_app.h"
#include "models/appspec/rules/problem.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <string_view>

namespace mesoscope::appspec::marathon {

class Memory {
public:
    /// An app that the parse stage took without a complaint.
    struct Entry {
        App parsed;
        QString context; ///< group, role and enforcement under which the rest holds
        App settled;
        bool settles = false; ///< the stages before the model found nothing
        bool sound = false;   ///< the model found nothing
        bool advised = false;
        QList<Problem> advice; ///< pointers relative to the app
        quint64 used = 0;
    };
    using EntryPtr = std::shared_ptr<Entry>;

    /// The entry of an app with exactly these bytes, or null.
    EntryPtr find(std::string_view raw);
    EntryPtr add(std::string_view raw, App parsed);
    /// Brackets one validation; what it did not use is forgotten when much has gathered.
    void begin() { ++round_; }
    void end();

private:
    QHash<QByteArray, EntryPtr> entries_;
    quint64 round_ = 0;
};

} // namespace mesoscope::appspec::marathon

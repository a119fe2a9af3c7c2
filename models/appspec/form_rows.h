// The rows of the form for one app, computed from the document and the schema: what is there, what could be added, and
// what nobody knows. The form only draws them.
//
// Thread: a pure function, any thread.
#pragma once

#include "models/appspec/json_tree.h"
#include "models/appspec/schema.h"

#include <QList>

namespace mesoscope::appspec {

struct FormRow {
    enum class Kind {
        Value,      ///< one value with label and control
        Switchable, ///< a strategy that can be switched off as a whole: "disabled" or an object
        Head,       ///< title of a list or map, with a button that adds an entry
        Item,       ///< title of one list element, removable
        Entry,      ///< one entry of a map: key and value
        Element,    ///< one plain element of a list
        Constraint, ///< field, operator, value
        Add,        ///< a button that adds a missing object
        Raw         ///< an unknown field as JSON text
    };
    Kind kind = Kind::Value;
    Section section = Section::General;
    QString pointer;                  ///< of the value, from the root of the document
    const FieldInfo* field = nullptr; ///< null: unknown
    QString title;
    QString key; ///< Entry: its name
    int depth = 0;
    bool present = false; ///< the document has it
    bool secret = false;  ///< Entry: the value names a secret
    QByteArray added;     ///< Head, Add: what the button puts in
    friend bool operator==(const FormRow&, const FormRow&) = default;
    /// Whether a form that shows the other row can show this one by changing values only.
    bool sameShape(const FormRow& other) const {
        return kind == other.kind && pointer == other.pointer && key == other.key && secret == other.secret;
    }
};

/// `app` is the pointer of the app inside the document ("" for a document that is one app). advanced: also rarely used
/// fields that are not set.
QList<FormRow> formRows(const JsonTree& tree, const QString& app, bool advanced);

/// A line about a section that is folded: "64 instances: 96 CPU, 192 GiB".
QString sectionSummary(const JsonTree& tree, const QString& app, Section section);

} // namespace mesoscope::appspec

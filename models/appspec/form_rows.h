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
        Raw,        ///< an unknown field as JSON text
        Shape,      ///< which of several shapes stands here (unions.h); pointer names the place
        Numbers,    ///< a list of numbers in one line
        Timeline,   ///< the health check at the pointer, drawn over time
        Course,     ///< the upgrade, drawn over time
        Titles,     ///< titles of the columns of the constraints
        Together    ///< all constraints at once, with a button that adds one
    };
    /// How much room it wants in the grid.
    enum class Width { Third, TwoThirds, Whole };
    Kind kind = Kind::Value;
    Section section = Section::General;
    QString pointer;                  ///< of the value, from the root of the document
    const FieldInfo* field = nullptr; ///< null: unknown
    QString title;
    QString key; ///< Entry: its name
    int depth = 0;
    bool present = false; ///< the document has it
    bool secret = false;  ///< Entry: the value names a secret
    bool rare = false;    ///< a rarely used field that the document does not have; only among the advanced rows
    QByteArray added;     ///< Head, Add: what the button puts in
    QString note;         ///< Item: said behind the title
    Width width = Width::Whole;
    friend bool operator==(const FormRow&, const FormRow&) = default;
    /// Whether a form that shows the other row can show this one by changing values only.
    bool sameShape(const FormRow& other) const {
        return kind == other.kind && width == other.width && pointer == other.pointer && key == other.key &&
               secret == other.secret;
    }
};

/// `app` is the pointer of the app inside the document ("" for a document that is one app). advanced: also rarely used
/// fields that are not set.
QList<FormRow> formRows(const JsonTree& tree, const QString& app, bool advanced);

/// A line about a section that is folded: "64 instances: 96 CPU, 192 GiB".
QString sectionSummary(const JsonTree& tree, const QString& app, Section section);

} // namespace mesoscope::appspec

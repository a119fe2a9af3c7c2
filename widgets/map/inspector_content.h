// What the inspector says about an object of the map, as a value: the widget only draws it. GUI thread; costs what the
// one object holds, never what the cluster holds.
#pragma once

#include "models/tables/map_projection.h"
#include "widgets/shell/action_request.h"
#include "widgets/theme/glyph.h"
#include "widgets/theme/tone.h"

#include <QList>
#include <QString>

#include <vector>

namespace mesoscope::widgets {

struct InspectorContent {
    struct Segment {
        double count = 0;
        Tone tone = Tone::Good;
        friend bool operator==(const Segment&, const Segment&) = default;
    };
    struct Row {
        enum class Kind : quint8 {
            Fact, ///< label at the left, value at the right
            Bar,  ///< label, a bar of `fraction` with `badFraction` of it in red at its end, value, remark at the right
            Note, ///< time, text, and a second line
        };
        Kind kind = Kind::Fact;
        QString label;
        QString value;
        QString remark;
        QString whole; ///< what stands shortened in the row, as it is; shown when the pointer rests there
        Tone tone = Tone::Text;
        double fraction = 0;
        double badFraction = 0;
        friend bool operator==(const Row&, const Row&) = default;
    };
    struct Section {
        QString heading;
        QList<Row> rows;
        QString text;
        friend bool operator==(const Section&, const Section&) = default;
    };
    struct Action {
        QString name; ///< for tests and screen readers, stable: "scale"
        QString text;
        Glyph glyph = Glyph::Scale;
        bool danger = false;
        QString refusal; ///< why it can't be done now; empty: it can
        ActionRequest::Verb verb = ActionRequest::Verb::Scale;
        friend bool operator==(const Action&, const Action&) = default;
    };

    QString title;
    QString state; ///< one word; empty: none
    Tone tone = Tone::Secondary;
    Glyph glyph = Glyph::Info;
    bool hasGlyph = false;
    QString subtitle;
    QList<Segment> health; ///< empty: no bar
    QString figure;        ///< "58"
    QString figureRest;    ///< " of 64 healthy"
    QString remark;        ///< under the bar
    QList<Section> sections;
    QList<Action> actions;

    friend bool operator==(const InspectorContent&, const InspectorContent&) = default;
};

namespace inspector_content {

InspectorContent ofCluster(const tables::MapPicture& picture);
InspectorContent ofAgent(const tables::MapPicture& picture, cluster::Slot agent);
InspectorContent ofAgents(const tables::MapPicture& picture, const std::vector<cluster::Slot>& agents);
InspectorContent ofGroup(const tables::MapPicture& picture, int box);
/// The highlighted app, or group of apps.
InspectorContent ofApp(const tables::MapPicture& picture);

/// Live instances of the highlighted app: looks only into agents that have some. For a button, not for every picture.
QStringList instancesOfApp(const tables::MapPicture& picture);

} // namespace inspector_content
} // namespace mesoscope::widgets

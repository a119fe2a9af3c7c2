// The map's words: titles of groups, states, sums. GUI thread; translated.
#pragma once

#include "models/tables/map_projection.h"
#include "widgets/theme/tone.h"

#include <QList>
#include <QString>

namespace mesoscope::widgets::map_text {

/// A run of text in one tone.
struct Part {
    QString text;
    Tone tone = Tone::Secondary;
    friend bool operator==(const Part&, const Part&) = default;
};

/// "data centre" for dc, "region" for @region, the attribute's own name otherwise.
QString attributeName(const QString& attribute);
/// "rack a1"; the value alone where it says what it is; "no rack" for agents without the attribute.
/// lost: all agents of the group were lost before their attributes were known.
QString groupName(const QString& attribute, const QString& value, bool lost = false);
QString measureName(tables::MapMeasure measure);
QString sizeName(tables::MapSize size);
/// What a group's title says behind its name, most important last so that it can't be overlooked in its tone.
QList<Part> boxSummary(const tables::MapGroup& group, tables::MapMeasure measure, qint64 nowMs);
QList<Part> bandSummary(const tables::MapSums& sums, tables::MapMeasure measure);
/// "cpu 62 %"; empty where the sums say nothing about the measure.
QString share(const tables::MapSums& sums, tables::MapMeasure measure);
QString percent(double part, double whole);

/// "a, b, c" as the language separates it.
QString enumeration(const QStringList& parts);
QString number(qint64 value);
/// What happened, to `count` objects at once: "6 agents unreachable", "deployed 4.18.2".
QString happening(const cluster::EventNote& note, int count);
/// Whether a note tells of something lost.
bool isTrouble(const cluster::EventNote& note);
/// One decimal where it says something: "14.5", "16".
QString decimal(double value);
/// "49.0 / 64 GiB", "512 / 1,024 MiB".
QString memory(double mib, double totalMib);
QString memory(double mib);
/// "4 s", "12 min", "3 h 20 min", "2 d".
QString age(qint64 ms);
/// "10:38", with the day when it was not today.
QString clock(qint64 atMs, qint64 nowMs);
QString clockSeconds(qint64 atMs);

} // namespace mesoscope::widgets::map_text

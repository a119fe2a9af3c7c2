// Numbers, amounts and ages as people read them. Pure functions, any thread. Digits are grouped by comma and decimals
// follow a point in every language, so that columns, exports and tests agree.
#pragma once

#include <QString>

namespace mesoscope::text {

/// U+2013: there is no value. Never used for zero.
QString none();

/// "12,480"
QString integer(qint64 value);
/// "3.14" with exactly so many decimals, grouped.
QString fixed(double value, int decimals);
/// Three significant figures: "0.41", "9.4", "118", "3,910". Zero is "0".
QString figure(double value);
/// CPU cores: "0.5", "2.0", "41", "1,420": one decimal below ten.
QString cpus(double cores);
/// The same with one decimal below a hundred, for columns in which tenths matter: "11.4", "12.0".
QString cpusExact(double cores);
/// MiB as GiB without unit: "0.5", "6.6", "128", "15,640".
QString gib(double mib);
/// Bytes with unit: "512 B", "8.4 MiB".
QString bytes(qint64 count);
/// A fraction 0…1 as percent without sign: "71", "0.41".
QString percent(double fraction);
/// Memory with its unit, for sentences: "512 MiB", "1.2 GiB".
QString memory(double mib);

/// One unit: "0.4 s", "4 s", "12 min", "3 h", "14 d". Negative counts as zero.
QString age(qint64 ms);
/// Two units where the second still matters: "3 min 40 s", "1 h 5 min", "2 d 3 h".
QString duration(qint64 ms);
/// age() since a time stamp: none() when the stamp is 0.
QString ageSince(qint64 stampMs, qint64 nowMs);
/// "7 min ago", "just now"; none() when the stamp is 0.
QString ago(qint64 stampMs, qint64 nowMs);
/// Local time of day "10:38:02"; with the day in front when it is not the day of now.
QString timeOfDay(qint64 stampMs, qint64 nowMs);
/// Local date and time to the second with the offset from UTC; empty when the stamp is 0.
QString exactTime(qint64 stampMs);

/// A version as people read it: the time that it is ("10:31:07", with the day when that is another), else its text.
QString versionWord(const QString& version, qint64 nowMs);

/// "31000, 31001" of "31000, 31001-31003" cut after `limit` entries with "…".
QString shortened(const QString& list, int limit);
/// The id of one of Marathon's tasks with only the part that tells it from the others of its app: "shop_cart.39f01081…"
/// for "shop_cart.instance-39f01081-ddfb-11f1-8000-02fc00000001._app.1". All other ids, and sentences, stay as they are
/// around it.
QString withShortInstances(const QString& text);
/// A sentence with the ids of instances short and other long ids cut in their middle.
QString withShortIds(const QString& sentence);
/// The tag of an image: "4.18.2" of "registry:5000/shop/checkout:4.18.2", ten digits of a digest, empty when there is
/// none.
QString imageTag(const QString& image);

} // namespace mesoscope::text

// Places of a document where one of several shapes stands: choosing another shape keeps what both have in common and
// drops what the server would refuse.
//
// Thread: pure functions, any thread. Pointers are RFC 6901 from the root of the document.
#pragma once

#include "models/appspec/json_tree.h"

#include <QList>
#include <QString>

namespace mesoscope::appspec {

struct Shape {
    QString key;
    QString title; ///< translated
    QString help;  ///< translated, one sentence
};

/// The shapes at this place of an app (pattern of its pointer): /networks, /container/volumes/*, /check,
/// /healthChecks/*/protocol, /env/*. Empty elsewhere.
QList<Shape> shapesOf(const QString& pattern);
/// The key of the shape that stands there; empty when it is none of them.
QString shapeAt(const JsonValue& app, const QString& relativePointer);

struct Reshaped {
    QByteArray text; ///< the whole document
    QString error;
};
/// `app`: pointer of the app; `relativePointer`: of the place inside of it.
Reshaped reshape(const QByteArray& text, const QString& app, const QString& relativePointer, const QString& key);

} // namespace mesoscope::appspec

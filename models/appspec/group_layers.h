// The order in which the apps of a group are deployed: layers by dependencies, for drawing.
//
// Thread: a pure function, any thread.
#pragma once

#include "models/appspec/json_tree.h"

#include <QList>
#include <QString>

namespace mesoscope::appspec {

struct GroupLayers {
    struct Node {
        QString id;
        QString name;    ///< the id below the group
        QString pointer; ///< of the app in the document
        int instances = 1;
        int layer = 0;    ///< 0 is deployed first
        int row = 0;      ///< within its layer
        QList<int> after; ///< indexes of the nodes that are deployed before it
        bool inCycle = false;
    };
    QList<Node> nodes;
    int layers = 0;
    int rows = 0;         ///< of the tallest layer
    QStringList outside;  ///< dependencies on what is not in this document
    bool tooMany = false; ///< more apps than can be drawn; nodes is empty
};

/// A dependency on a group is one on every app below it.
GroupLayers groupLayers(const JsonTree& tree, int most = 60);

} // namespace mesoscope::appspec

// What a page, the inspector, the map or the palette asks for: a verb on some objects as the user saw them. The action
// flow turns it into a preview, a decision, a request and an outcome; who asks needs to know nothing about those.
#pragma once

#include "models/cluster/action.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace mesoscope::widgets {

struct ActionRequest {
    enum class Verb : quint8 {
        Deploy,           ///< no target: paste or open a document; else the app whose definition is the start
        Scale,            ///< apps
        ScaleGroup,       ///< one group
        Restart,          ///< apps
        Suspend,          ///< apps
        Destroy,          ///< apps
        DestroyGroup,     ///< one group
        ResetDelay,       ///< apps
        KillTasks,        ///< tasks
        DeployVersion,    ///< one app, version
        RevertDeployment, ///< one deployment
        StopDeployment,   ///< one deployment
        RevertGroup,      ///< one group; version, or the form asks for it
        Start,            ///< apps that were stopped (Swan)
        Canary,           ///< one app (Swan)
        SetWeights,       ///< one app with an unfinished canary (Swan)
        CreateCompose,    ///< no target: the form asks for a compose file (Swan)
        DrainAgents,      ///< agents
        DeactivateAgents, ///< agents
        ReactivateAgents, ///< agents
        MarkAgentsGone,   ///< agents
        OfMaster,         ///< the command tells: teardown, weights, quota, maintenance
    };
    Verb verb = Verb::Scale;
    QStringList targets;
    /// The version of the (only) app that the user looked at; empty: not checked.
    QString seenVersion = {};
    /// DeployVersion, RevertGroup: where to go.
    QString version = {};
    /// Scale: the number the form starts with; -1: what is wanted now.
    int instances = -1;
    /// Deploy: the definition to begin with instead of what runs.
    QByteArray document = {};
    /// KillTasks: what the form starts with.
    bool killAndScale = false;
    bool killAndWipe = false;
    /// OfMaster.
    cluster::MasterCommand master = {};

    static ActionRequest ofMaster(const cluster::MasterCommand& command) {
        ActionRequest request;
        request.verb = Verb::OfMaster;
        request.master = command;
        return request;
    }
};

} // namespace mesoscope::widgets

Q_DECLARE_METATYPE(mesoscope::widgets::ActionRequest)

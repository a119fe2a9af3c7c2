// What the confirm sheet asks beside yes and no: a number, how to kill, the grace of a drain, a document.
#pragma once

#include "widgets/actions/action_plan.h"

#include <QWidget>

namespace mesoscope::widgets {

/// Null when the verb needs no choice. Emits changed() with every new valid choice.
class ActionForm : public QWidget {
    Q_OBJECT
public:
    static ActionForm* make(const ActionRequest& request, const ActionChoices& choices,
                            const cluster::Snapshot* snapshot);

    const ActionChoices& choices() const { return choices_; }
    /// Why what was typed can't be sent; empty when it can.
    QString problem() const { return problem_; }
    /// RevertGroup: the versions to choose from, newest first; or why there are none.
    virtual void setVersions(const QStringList& versions, const QString& problem, qint64 nowMs) {
        Q_UNUSED(versions)
        Q_UNUSED(problem)
        Q_UNUSED(nowMs)
    }
    /// The server's answers to the document, one a line.
    virtual void showAnswers(const QString& text) { Q_UNUSED(text) }

Q_SIGNALS:
    void changed();

protected:
    explicit ActionForm(const ActionChoices& choices) : choices_(choices) {}
    ActionChoices choices_;
    QString problem_;
};

} // namespace mesoscope::widgets

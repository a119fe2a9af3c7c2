#include "app/commands/app_document.h"

#include "app/commands/app_diff.h"
#include "app/commands/app_plan.h"
#include "app/commands/app_validate.h"
#include "models/appspec/live.h"

namespace mesoscope::app::commands {

void AppDocument::start() {
    const QStringList operands = arguments().operands;
    if (operands.isEmpty()) {
        complain({base::ErrorKind::Input,
                  tr("mesoscope app %1 needs a document.").arg(arguments().verb),
                  tr("See mesoscope --help."),
                  {},
                  0});
        return finish(WrongUse);
    }
    if (!isPlan() && operands.size() == 2) {
        if (const std::optional<int> code =
                appDiffFiles(arguments().json() ? operands + QStringList{QStringLiteral("--json")} : operands))
            return finish(*code);
    }
    const std::optional<QByteArray> text = readDocument(operands.first());
    if (!text)
        return finish(WrongUse);
    document_ = *text;
    ClusterCommand::start();
}

QList<base::SourceKind> AppDocument::needs() const {
    if (isPlan())
        return {base::SourceKind::Scheduler, base::SourceKind::Master};
    return {base::SourceKind::Scheduler};
}

void AppDocument::ready(const cluster::Snapshot& snapshot) {
    const appspec::PlanInput input = appspec::planInputOf(snapshot, document_);
    finish(isPlan() ? printPlan(input, arguments().json())
                    : printDiff(document_, input.running, arguments().operands.value(1), arguments().json()));
}

} // namespace mesoscope::app::commands

#include "widgets/editor/problem_list.h"

#include "widgets/theme/glyph.h"
#include "widgets/theme/metrics.h"

namespace mesoscope::widgets {

ProblemList::ProblemList(QWidget* parent) : QListWidget(parent) {
    setObjectName(QStringLiteral("editorProblems"));
    setAccessibleName(tr("Problems"));
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideRight);
    setIconSize(QSize(16, 16));
    const auto lead = [this](QListWidgetItem* item) {
        const int row = this->row(item);
        if (row >= 0 && row < problems_.size())
            Q_EMIT chosen(problems_[row].pointer);
    };
    connect(this, &QListWidget::itemClicked, this, lead);
    connect(this, &QListWidget::itemActivated, this, lead);
}

void ProblemList::show(const QList<appspec::Problem>& problems) {
    problems_ = problems;
    clear();
    for (const appspec::Problem& problem : problems) {
        const bool error = problem.severity == appspec::Severity::Error;
        const QString path = problem.path.isEmpty() ? problem.pointer : problem.path;
        auto* const item = new QListWidgetItem(
            icon(error ? Glyph::Warning : Glyph::Info, error ? Tone::Bad : Tone::Warning),
            tr("line %1   %2   %3   (%4)")
                .arg(problem.position.line)
                .arg(path, (problem.message + QLatin1Char(' ') + appspec::explanation(problem)).trimmed(),
                     appspec::stageName(problem.stage)),
            this);
        item->setToolTip(problem.message);
        item->setSizeHint(QSize(200, metrics::rowHeightCompact));
    }
}

void ProblemList::next() {
    if (problems_.isEmpty())
        return;
    const int row = (currentRow() + 1) % count();
    setCurrentRow(row);
    Q_EMIT chosen(problems_[row].pointer);
}

} // namespace mesoscope::widgets

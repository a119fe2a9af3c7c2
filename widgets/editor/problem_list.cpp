#include "widgets/editor/problem_list.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/glyph.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyledItemDelegate>

namespace mesoscope::widgets {
namespace {

/// More rows than anybody mends one by one.
constexpr qsizetype mostRows = 500;

QString wordsOf(const appspec::Problem& problem) {
    return (problem.message + QStringLiteral("  ") + appspec::explanation(problem)).trimmed();
}

class ProblemDelegate final : public QStyledItemDelegate {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::ProblemList)
public:
    explicit ProblemDelegate(ProblemList* list) : QStyledItemDelegate(list), list_(list) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const appspec::Problem* const problem = list_->problemAt(index.row());
        if (!problem)
            return;
        const Theme& theme = theme::of(option.widget);
        const QRectF area = option.rect;
        if (option.state & QStyle::State_Selected)
            painter->fillRect(area, theme.selected);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(area, theme.hover);
        const bool error = problem->severity == appspec::Severity::Error;
        const QColor color = error ? theme.bad : theme.warning;
        paintGlyph(*painter, QRectF(area.left() + 8, area.top() + 5, 14, 14), error ? Glyph::Warning : Glyph::Info,
                   color);
        const double pathWidth = std::min(280.0, area.width() * 0.28);
        const double stageWidth = area.width() > 700 ? 110 : 0;
        const double lineWidth = 72;
        double x = area.left() + 30;
        const auto text = [&](double width, Text font, const QColor& pen, const QString& words,
                              Qt::TextElideMode mode) {
            painter->setFont(theme::font(font));
            painter->setPen(pen);
            painter->drawText(QRectF(x, area.top(), width - 12, area.height()), Qt::AlignVCenter,
                              painter->fontMetrics().elidedText(words, mode, int(width) - 12));
            x += width;
        };
        const QString path = problem->path.isEmpty() ? problem->pointer : problem->path;
        text(pathWidth, Text::MonoSmall, theme.text, path.isEmpty() ? QStringLiteral("/") : path, Qt::ElideMiddle);
        const double rest = area.right() - x - stageWidth - lineWidth;
        text(rest, Text::Small, theme.text, wordsOf(*problem), Qt::ElideRight);
        if (stageWidth > 0)
            text(stageWidth, Text::Small, theme.secondary, appspec::stageName(problem->stage), Qt::ElideRight);
        text(lineWidth, Text::Small, theme.secondary, tr("line %1").arg(problem->position.line), Qt::ElideRight);
    }

private:
    ProblemList* list_;
};

} // namespace

ProblemList::ProblemList(QWidget* parent) : QListWidget(parent) {
    setObjectName(QStringLiteral("editorProblems"));
    setAccessibleName(tr("Problems"));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setItemDelegate(new ProblemDelegate(this));
    const auto lead = [this](QListWidgetItem* item) {
        const int row = this->row(item);
        if (row >= 0 && row < problems_.size())
            Q_EMIT chosen(problems_[row].pointer);
    };
    connect(this, &QListWidget::itemClicked, this, lead);
    connect(this, &QListWidget::itemActivated, this, lead);
}

const appspec::Problem* ProblemList::problemAt(int row) const {
    return row >= 0 && row < problems_.size() ? &problems_[row] : nullptr;
}

void ProblemList::show(const QList<appspec::Problem>& problems) {
    problems_ = problems.mid(0, mostRows);
    const int current = currentRow();
    clear();
    for (const appspec::Problem& problem : std::as_const(problems_)) {
        auto* const item = new QListWidgetItem(this);
        item->setToolTip(wordsOf(problem));
        item->setData(Qt::AccessibleTextRole, tr("line %1   %2   %3   (%4)")
                                                  .arg(problem.position.line)
                                                  .arg(problem.path.isEmpty() ? problem.pointer : problem.path,
                                                       wordsOf(problem), appspec::stageName(problem.stage)));
        item->setSizeHint(QSize(200, metrics::rowHeightCompact));
    }
    setCurrentRow(current < problems_.size() ? current : -1, QItemSelectionModel::NoUpdate);
}

void ProblemList::next() {
    if (problems_.isEmpty())
        return;
    const int row = (currentRow() + 1) % count();
    setCurrentRow(row);
    Q_EMIT chosen(problems_[row].pointer);
}

} // namespace mesoscope::widgets

#include "widgets/deployments/steps_view.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"

#include <QPainter>

namespace mesoscope::widgets {

StepsView::StepsView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("deploymentSteps"));
    setAccessibleName(tr("Steps"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepsView::show(const scheduler::Deployment& deployment, bool ended) {
    steps_.clear();
    QStringList words;
    for (const auto& step : deployment.steps) {
        QStringList actions;
        QStringList apps;
        for (const auto& action : step) {
            if (!actions.contains(action.action))
                actions += action.action;
            apps += action.app;
        }
        steps_.append({actions.join(QStringLiteral(", ")), apps.join(QStringLiteral(", "))});
        words += actions.join(QStringLiteral(", "));
    }
    current_ = deployment.currentStep;
    ended_ = ended;
    setAccessibleDescription(
        tr("Step %1 of %2: %3").arg(current_).arg(steps_.size()).arg(words.join(QStringLiteral("; "))));
    update();
}

void StepsView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    if (steps_.isEmpty())
        return;
    const double each = double(width() - 2 * metrics::gapLarge) / double(steps_.size());
    for (qsizetype i = 0; i < steps_.size(); ++i) {
        const bool done = ended_ || i + 1 < current_;
        const bool now = !ended_ && i + 1 == current_;
        const QRectF box(metrics::gapLarge + double(i) * each, 4, each - 8, 46);
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 4), done  ? theme.barGood
                                                                        : now ? theme.accent
                                                                              : theme.raised);
        painter.setFont(theme::font(now ? Text::Strong : Text::Body));
        painter.setPen(now || done ? theme.text : theme.secondary);
        const auto line = [&](double y, const QString& text) {
            painter.drawText(QRectF(box.left(), y, box.width(), 20), int(Qt::AlignVCenter | Qt::AlignLeft),
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, int(box.width())));
        };
        line(box.top() + 6, tr("Step %1  %2").arg(i + 1).arg(steps_[i].action));
        painter.setFont(theme::font(Text::Small));
        painter.setPen(theme.secondary);
        line(box.top() + 25, steps_[i].apps);
    }
}

} // namespace mesoscope::widgets

#include "widgets/tables/state_counts.h"

#include "models/text/format.h"
#include "widgets/theme/glyph.h"
#include "widgets/theme/metrics.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace mesoscope::widgets {

StateCounts::StateCounts(const QString& objectName, QWidget* parent) : QWidget(parent), row_(new QHBoxLayout(this)) {
    setObjectName(objectName);
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(metrics::gapSmall);
}

void StateCounts::setCounts(const QList<StateCount>& counts) {
    int place = 0;
    for (const StateCount& state : counts) {
        QToolButton*& button = buttons_[state.key];
        if (!button && state.count == 0)
            continue;
        if (!button) {
            button = new QToolButton(this);
            button->setObjectName(objectName() + QLatin1Char('_') + state.key);
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
            button->setAutoRaise(true);
            button->setIconSize({14, 14});
            connect(button, &QToolButton::clicked, this, [this, key = state.key] { Q_EMIT clicked(key); });
        }
        button->setVisible(state.count > 0);
        button->setIcon(icon(state.look.glyph, state.look.tone));
        button->setText(state.look.word + QStringLiteral("  ") + text::integer(state.count));
        button->setAccessibleName(button->text());
        button->setToolTip(tr("Show only these"));
        row_->insertWidget(place++, button);
    }
}

} // namespace mesoscope::widgets

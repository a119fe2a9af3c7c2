#include "widgets/apps/health_line.h"

#include "widgets/controls/bars.h"
#include "widgets/controls/panels.h"

#include <QHBoxLayout>

namespace mesoscope::widgets {

HealthLine::HealthLine(QWidget* parent) : QWidget(parent), bar_(new HealthBar), words_(new Words) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(bar_, 1);
    row->addWidget(words_);
}

void HealthLine::setHealth(const tables::HealthCounts& counts, const QString& words) {
    bar_->setCounts(counts);
    words_->setText(words);
}

} // namespace mesoscope::widgets

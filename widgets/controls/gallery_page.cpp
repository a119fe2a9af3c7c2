#include "widgets/controls/gallery_page.h"

#include "widgets/controls/choice.h"
#include "widgets/controls/gallery_parts.h"
#include "widgets/controls/panels.h"
#include "widgets/theme/theme_controller.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>

namespace mesoscope::widgets {

GalleryPage::GalleryPage(ThemeController& theme, QWidget* parent)
    : Page(QStringLiteral("gallery"), parent), theme_(theme) {
    auto* inner = new QWidget;
    auto* grid = new QGridLayout(inner);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    build(grid);
    auto* area = new QScrollArea;
    area->setObjectName(QStringLiteral("gallery-area"));
    area->setAccessibleName(tr("Components"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(inner);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(area);
}

void GalleryPage::build(QGridLayout* grid) {
    const auto row = [grid](int at, std::initializer_list<std::pair<QWidget*, int>> tiles) {
        auto* line = new QHBoxLayout;
        line->setSpacing(0);
        for (const auto& [tile, share] : tiles)
            line->addWidget(tile, share);
        grid->addLayout(line, at, 0);
    };
    row(0, {{gallery::freshness(), 33}, {gallery::taskStates(), 34}, {gallery::agentStates(), 33}});
    row(1, {{gallery::healthBars(), 17},
            {gallery::sparklines(), 17},
            {gallery::historyStrips(), 18},
            {gallery::keyValues(), 16},
            {gallery::progress(), 18},
            {gallery::mapCells(), 16}});
    row(2, {{gallery::buttons(), 48}, {gallery::choices(), 20}, {gallery::fields(), 32}});
    row(3, {{gallery::tableRows(), 38}, {gallery::filterBoxes(), 22}, {gallery::banners(), 40}});
    row(4, {{gallery::toasts(), 50}, {gallery::emptyStates(), 50}});
    row(5, {{gallery::colours(), 62}, {gallery::ramps(), 38}});
}

QWidget* GalleryPage::titleContent() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addStretch();
    row->addWidget(new Words(tr("Theme"), Text::Body, Tone::Secondary));
    auto* choice = new SegmentedChoice(QStringLiteral("gallery-theme"), tr("Theme"), {tr("Dark"), tr("Light")});
    choice->setCurrent(theme_.isDark() ? 0 : 1);
    connect(choice, &SegmentedChoice::chosen, this,
            [this](int index) { theme_.choose(index == 0 ? ThemeChoice::Dark : ThemeChoice::Light); });
    connect(&theme_, &ThemeController::changed, choice,
            [this, choice] { choice->setCurrent(theme_.isDark() ? 0 : 1); });
    row->addWidget(choice);
    return box;
}

} // namespace mesoscope::widgets

#include "widgets/theme/theme_controller.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/style.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QToolTip>

namespace mesoscope::widgets {

ThemeController::ThemeController(ThemeChoice choice, QObject* parent)
    : QObject(parent), choice_(choice), systemDark_(QApplication::palette().color(QPalette::Window).lightness() < 128) {
    QApplication::setStyle(new Style);
    QApplication::setFont(theme::interfaceFont());
    apply();
}

void ThemeController::choose(ThemeChoice choice) {
    if (choice == choice_)
        return;
    choice_ = choice;
    apply();
    Q_EMIT changed();
}

void ThemeController::apply() {
    dark_ = choice_ == ThemeChoice::Dark || (choice_ == ThemeChoice::System && systemDark_);
    const QPalette palette = (dark_ ? Theme::night() : Theme::day()).palette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QToolTip::setFont(theme::font(Text::Small));
}

bool reducedMotion() {
    return !QApplication::isEffectEnabled(Qt::UI_General) || qEnvironmentVariableIsSet("MESOSCOPE_REDUCED_MOTION");
}

} // namespace mesoscope::widgets

// Puts a theme on the application and tells when it changed. One per process, owned by the composition root; GUI
// thread.
#pragma once

#include <QObject>

namespace mesoscope::widgets {

enum class ThemeChoice { System, Light, Dark };

class ThemeController final : public QObject {
    Q_OBJECT
public:
    /// Sets style, fonts and palette of the running QApplication at once.
    explicit ThemeController(ThemeChoice choice = ThemeChoice::System, QObject* parent = nullptr);

    ThemeChoice choice() const { return choice_; }
    bool isDark() const { return dark_; }
    /// Switches while windows are open: every widget gets a palette change and repaints.
    void choose(ThemeChoice choice);

Q_SIGNALS:
    void changed();

private:
    void apply();

    ThemeChoice choice_;
    bool systemDark_ = false; ///< what the platform's own palette was before ours
    bool dark_ = false;
};

/// Motion is only ever an answer to the user, and none when the desktop or the user asks for none.
bool reducedMotion();

} // namespace mesoscope::widgets

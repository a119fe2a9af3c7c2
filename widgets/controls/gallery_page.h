// Every class of widgets/controls in every state, for developers; opened from the palette. Tests walk it, and a picture
// of it in both themes and languages shows what a change did.
#pragma once

#include "widgets/shell/page.h"

class QGridLayout;

namespace mesoscope::widgets {

class ThemeController;

class GalleryPage final : public Page {
    Q_OBJECT
public:
    /// The controller outlives the page.
    explicit GalleryPage(ThemeController& theme, QWidget* parent = nullptr);

    QString title() const override { return tr("Components"); }
    Glyph glyph() const override { return Glyph::Settings; }
    bool onRail() const override { return false; }
    QString counts() const override { return tr("every class of widgets/controls in every state"); }
    QWidget* titleContent() override;

private:
    void build(QGridLayout* grid);

    ThemeController& theme_;
};

} // namespace mesoscope::widgets

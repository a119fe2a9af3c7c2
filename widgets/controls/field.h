// One value to type in: label, unit, and one line beneath that helps, warns or says what is wrong.
#pragma once

#include "widgets/controls/panels.h"

#include <QLineEdit>

namespace mesoscope::widgets {

/// A line edit whose outline shows warning and error; usable alone.
class Edit : public QLineEdit {
    Q_OBJECT
public:
    explicit Edit(const QString& text = {}, QWidget* parent = nullptr);
    void setTone(Tone tone); ///< Text, Warning or Bad
    void setMonospace(bool monospace);
    void setGlyph(std::optional<Glyph> glyph, Tone tone = Tone::Secondary); ///< at the right end
    /// For the gallery.
    void showFocused(bool focused);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone tone_ = Tone::Text;
    std::optional<Glyph> glyph_;
    Tone glyphTone_ = Tone::Secondary;
    bool shownFocused_ = false;
};

class Field final : public QWidget {
    Q_OBJECT
public:
    Field(const QString& objectName, const QString& label, QWidget* parent = nullptr);

    Edit* edit() const { return edit_; }
    QString text() const { return edit_->text(); }
    void setText(const QString& text) { edit_->setText(text); }
    /// Numbers are right-aligned with the unit behind.
    void setUnit(const QString& unit);
    void setNumber(bool number);
    void setNote(const QString& note); ///< small, at the right of the label
    void setHelp(const QString& help);
    void setWarning(const QString& text);
    void setError(const QString& text);
    void clearProblem();

private:
    void showLine(const QString& text, Tone tone, bool sign);

    Words* label_;
    Words* note_;
    Edit* edit_;
    Words* unit_;
    QLabel* sign_;
    Words* line_;
    QString help_;
};

} // namespace mesoscope::widgets

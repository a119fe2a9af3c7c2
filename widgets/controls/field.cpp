#include "widgets/controls/field.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QGridLayout>
#include <QPainter>

namespace mesoscope::widgets {

Edit::Edit(const QString& text, QWidget* parent) : QLineEdit(text, parent) {
    setMinimumHeight(metrics::controlHeight);
    setTextMargins(6, 0, 6, 0);
}

void Edit::setTone(Tone tone) {
    tone_ = tone;
    update();
}

void Edit::setMonospace(bool monospace) {
    setFont(theme::font(monospace ? Text::Mono : Text::Body));
}

void Edit::setGlyph(std::optional<Glyph> glyph, Tone tone) {
    glyph_ = glyph;
    glyphTone_ = tone;
    setTextMargins(6, 0, glyph ? 24 : 6, 0);
    update();
}

void Edit::showFocused(bool focused) {
    shownFocused_ = focused;
    update();
}

void Edit::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    if (shownFocused_)
        paintOutline(painter, rect(), theme.accent, 2);
    else if (tone_ != Tone::Text)
        paintOutline(painter, rect(), theme.tone(tone_), hasFocus() ? 2 : 1);
    if (glyph_)
        paintGlyph(painter, QRectF(width() - 24, (height() - 14) / 2.0, 14, 14), *glyph_, theme.tone(glyphTone_));
}

Field::Field(const QString& objectName, const QString& label, QWidget* parent)
    : QWidget(parent), label_(new Words(label)), note_(new Words({}, Text::Small, Tone::Secondary)), edit_(new Edit),
      unit_(new Words({}, Text::Body, Tone::Secondary)), sign_(new QLabel),
      line_(new Words({}, Text::Small, Tone::Secondary)) {
    setObjectName(objectName);
    edit_->setObjectName(objectName + QStringLiteral("-edit"));
    edit_->setAccessibleName(label);
    label_->setBuddy(edit_);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(3);
    grid->addWidget(label_, 0, 0, 1, 2);
    grid->addWidget(note_, 0, 2, 1, 2, Qt::AlignRight);
    grid->addWidget(edit_, 1, 0, 1, 3);
    grid->addWidget(unit_, 1, 3);
    auto* below = new QHBoxLayout;
    below->setSpacing(4);
    below->addWidget(sign_);
    below->addWidget(line_, 1);
    grid->addLayout(below, 2, 0, 1, 4);
    grid->setColumnStretch(2, 1);
    line_->setElided(true);
    line_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    unit_->hide();
    showLine({}, Tone::Secondary, false);
}

void Field::setUnit(const QString& unit) {
    unit_->setText(unit);
    unit_->setVisible(!unit.isEmpty());
    setNumber(true);
}

void Field::setNumber(bool number) {
    edit_->setAlignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

void Field::setNote(const QString& note) {
    note_->setText(note);
}

void Field::setHelp(const QString& help) {
    help_ = help;
    clearProblem();
}

void Field::setWarning(const QString& text) {
    edit_->setTone(Tone::Warning);
    showLine(text, Tone::Warning, true);
}

void Field::setError(const QString& text) {
    edit_->setTone(Tone::Bad);
    showLine(text, Tone::Bad, true);
}

void Field::clearProblem() {
    edit_->setTone(Tone::Text);
    showLine(help_, Tone::Secondary, false);
}

void Field::showLine(const QString& text, Tone tone, bool sign) {
    line_->setText(text);
    line_->setTone(tone);
    line_->setToolTip(text);
    sign_->setVisible(sign);
    if (sign)
        sign_->setPixmap(icon(Glyph::Warning, tone).pixmap(QSize(12, 12), devicePixelRatioF()));
    edit_->setAccessibleDescription(text);
}

} // namespace mesoscope::widgets

#include "widgets/inspector/pane.h"

#include "widgets/theme/metrics.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QTimer>

#include <utility>

namespace mesoscope::widgets {

QWidget* makeLine(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    line->setFixedHeight(1);
    return line;
}

InspectorPane::InspectorPane(const QString& objectName, const QString& name, QWidget* parent)
    : QWidget(parent), column_(new QVBoxLayout(this)), content_(new QWidget) {
    setObjectName(objectName);
    setAccessibleName(name);
    column_->setContentsMargins(metrics::gapLarge, metrics::gapLarge, metrics::gapLarge, metrics::gapLarge);
    nothing_ = new Words(QString(), Text::Body, Tone::Secondary);
    nothing_->setWordWrap(true);
    column_->addWidget(nothing_);
    auto* inner = new QVBoxLayout(content_);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(metrics::gap);
    auto* head = new QHBoxLayout;
    name_ = new Words(QString(), Text::Title);
    name_->setElidedMiddle(true);
    state_ = new StatePill;
    state_->setBare(true);
    name_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    head->addWidget(name_, 1);
    head->addWidget(state_, 0, Qt::AlignRight);
    subtitle_ = new Words(QString(), Text::Small, Tone::Secondary);
    subtitle_->setWordWrap(true);
    auto* top = new QVBoxLayout;
    top->setSpacing(2);
    top->addLayout(head);
    top->addWidget(subtitle_);
    inner->addLayout(top);
    sections_ = new QVBoxLayout;
    sections_->setSpacing(metrics::gap);
    inner->addLayout(sections_);
    actions_ = new QGridLayout;
    actions_->setSpacing(metrics::gapSmall);
    inner->addLayout(actions_);
    reason_ = new Words(QString(), Text::Small, Tone::Secondary);
    reason_->setWordWrap(true);
    reason_->hide();
    inner->addWidget(reason_);
    column_->addWidget(content_);
    column_->addStretch(1);
    content_->hide();
}

void InspectorPane::setHead(const QString& name, const Look& state, const QString& subtitle) {
    setSomething();
    name_->setText(name);
    state_->setLook(state);
    state_->setVisible(!state.word.isEmpty());
    subtitle_->setText(subtitle);
    subtitle_->setVisible(!subtitle.isEmpty());
}

Words* InspectorPane::addSection(const QString& heading, QWidget* content, const QString& note) {
    addLine();
    auto* row = new QHBoxLayout;
    row->addWidget(new Words(heading, Text::Strong));
    row->addStretch(1);
    auto* words = new Words(note, Text::Small, Tone::Secondary);
    row->addWidget(words);
    sections_->addLayout(row);
    if (content)
        sections_->addWidget(content);
    return words;
}

void InspectorPane::addWidget(QWidget* widget) {
    sections_->addWidget(widget);
}
void InspectorPane::addLine() {
    sections_->addWidget(makeLine(content_));
}

Button* InspectorPane::addAction(Glyph glyph, const QString& text, const QString& objectName, ButtonKind kind) {
    if (count_ == 0)
        addLine();
    auto* button = new Button(glyph, text, kind);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    actions_->addWidget(button, count_ / 2, count_ % 2);
    ++count_;
    return button;
}

void InspectorPane::setReason(const QString& reason) {
    reason_->setText(reason);
    reason_->setVisible(!reason.isEmpty());
}

void InspectorPane::setNothing(const QString& sentence) {
    nothing_->setText(sentence);
    nothing_->show();
    content_->hide();
}

/// What was filled while hidden asked for its room in vain: ask again once everything is filled.
void InspectorPane::settle() {
    if (std::exchange(settling_, true))
        return;
    QTimer::singleShot(0, this, [this] {
        settling_ = false;
        content_->layout()->invalidate();
        content_->layout()->activate();
        content_->updateGeometry();
        column_->invalidate();
        column_->activate();
        updateGeometry();
    });
}

void InspectorPane::setSomething() {
    nothing_->hide();
    content_->show();
    settle();
}

} // namespace mesoscope::widgets

#include "widgets/editor/name_bar.h"

#include "widgets/controls/button.h"
#include "widgets/controls/field.h"
#include "widgets/controls/panels.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace mesoscope::widgets {

NameBar::NameBar(QWidget* parent)
    : QFrame(parent), question_(new Words), name_(new Edit), take_(new Button(QString(), ButtonKind::Plain)) {
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::gapLarge, metrics::grid, metrics::gapLarge, metrics::grid);
    name_->setObjectName(QStringLiteral("editorName"));
    name_->setAccessibleName(tr("Name"));
    take_->setObjectName(QStringLiteral("editorNameTake"));
    take_->setAccessibleName(name_->accessibleName()); // until a question is asked
    Button* const close = Button::iconOnly(Glyph::Close, tr("Step back"));
    close->setObjectName(QStringLiteral("editorNameClose"));
    row->addWidget(question_);
    row->addWidget(name_, 1);
    row->addWidget(take_);
    row->addWidget(close);
    connect(take_, &QPushButton::clicked, this, &NameBar::given);
    connect(name_, &QLineEdit::returnPressed, this, &NameBar::given);
    connect(close, &QPushButton::clicked, this, [this] { stepBack(); });
    hide();
}

void NameBar::ask(const QString& question, const QString& name, const QString& button,
                  std::function<void(QString)> take) {
    callback_ = std::move(take);
    question_->setText(question);
    name_->setText(name);
    take_->setText(button);
    take_->setAccessibleName(button);
    show();
    name_->setFocus(Qt::OtherFocusReason);
    name_->selectAll();
}

void NameBar::given() {
    const QString name = name_->text().trimmed();
    if (name.isEmpty())
        return;
    hide();
    if (callback_)
        callback_(name);
}

bool NameBar::stepBack() {
    if (isHidden())
        return false;
    hide();
    return true;
}

void NameBar::paintEvent(QPaintEvent*) {
    const Theme& theme = theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.tint(Tone::Accent));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
}

} // namespace mesoscope::widgets

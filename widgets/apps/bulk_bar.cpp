#include "widgets/apps/bulk_bar.h"

#include "widgets/theme/metrics.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace mesoscope::widgets {

BulkBar::BulkBar(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("bulkBar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::gapLarge, metrics::gapSmall, metrics::gapLarge, metrics::gapSmall);
    row->setSpacing(metrics::gapSmall);
    count_ = new Words(QString(), Text::Strong);
    instances_ = new Words(QString(), Text::Body, Tone::Secondary);
    row->addWidget(count_);
    row->addWidget(instances_);
    row->addSpacing(metrics::gap);
    const auto add = [&](Glyph glyph, const QString& text, const QString& name, void (BulkBar::*signal)(),
                         ButtonKind kind = ButtonKind::Plain) {
        auto* button = new Button(glyph, text, kind);
        button->setObjectName(name);
        button->setAccessibleName(text);
        connect(button, &QPushButton::clicked, this, signal);
        row->addWidget(button);
        actions_.append(button);
    };
    add(Glyph::Scale, tr("Scale…"), QStringLiteral("bulkScale"), &BulkBar::scaleWanted);
    add(Glyph::Restart, tr("Restart…"), QStringLiteral("bulkRestart"), &BulkBar::restartWanted);
    add(Glyph::Suspend, tr("Suspend…"), QStringLiteral("bulkSuspend"), &BulkBar::suspendWanted);
    add(Glyph::Destroy, tr("Destroy…"), QStringLiteral("bulkDestroy"), &BulkBar::destroyWanted, ButtonKind::Danger);
    row->addSpacing(metrics::gap);
    sign_ = new QLabel;
    row->addWidget(sign_);
    risk_ = new Words;
    risk_->setElided(true);
    row->addWidget(risk_, 1);
    row->addWidget(new Words(tr("App by app, stops at the first failure"), Text::Small, Tone::Secondary));
    auto* clear = new Button(tr("Clear selection"));
    clear->setObjectName(QStringLiteral("bulkClear"));
    clear->setKeyHint(tr("Esc"));
    connect(clear, &QPushButton::clicked, this, &BulkBar::clearWanted);
    row->addWidget(clear);
    hide();
}

void BulkBar::show(int apps, int instances, const QString& risk, const QString& refusal) {
    count_->setText(tr("%Ln app(s) selected", nullptr, apps));
    instances_->setText(tr("%Ln instance(s)", nullptr, instances));
    risk_->setText(refusal.isEmpty() ? risk : refusal);
    sign_->setVisible(!risk_->text().isEmpty());
    sign_->setPixmap(
        icon(refusal.isEmpty() ? Glyph::Warning : Glyph::Lock, refusal.isEmpty() ? Tone::Bad : Tone::Secondary)
            .pixmap(16, 16));
    for (Button* button : std::as_const(actions_))
        button->setRefusal(refusal);
    setVisible(apps > 0);
}

void BulkBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.fillRect(rect(), theme.selected);
    painter.fillRect(QRect(0, 0, width(), 1), theme.line);
}

} // namespace mesoscope::widgets

#include "widgets/versions/difference_sheet.h"

#include "widgets/controls/button.h"
#include "widgets/controls/overlay.h"
#include "widgets/controls/panels.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"
#include "widgets/versions/diff_view.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace mesoscope::widgets {

DifferenceSheet::DifferenceSheet(const QString& app, const QString& sentence, QWidget* parent)
    : QFrame(parent), view_(new DiffView(QStringLiteral("differenceView"))) {
    setObjectName(QStringLiteral("differenceSheet"));
    setAccessibleName(tr("What changed in %1").arg(app));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gapHuge, metrics::gapLarge, metrics::gapHuge, metrics::gapLarge);
    column->setSpacing(metrics::gapSmall);
    column->addWidget(new Words(tr("What changed in %1").arg(app), Text::Title));
    auto* words = new Words(sentence, Text::Body, Tone::Secondary);
    words->setWordWrap(true);
    column->addWidget(words);
    view_->showNothing(tr("Reading both definitions…"));
    column->addWidget(view_, 1);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    auto* close = new Button(tr("Change nothing"));
    close->setObjectName(QStringLiteral("differenceClose"));
    close->setAccessibleName(close->text());
    auto* again = new Button(tr("Decide again…"), ButtonKind::Primary);
    again->setObjectName(QStringLiteral("differenceAgain"));
    again->setAccessibleName(again->text());
    row->addWidget(close);
    row->addWidget(again);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &DifferenceSheet::closed);
    connect(again, &QPushButton::clicked, this, [this] {
        Q_EMIT closed();
        Q_EMIT againWanted();
    });
    setFocusProxy(close);
}

void DifferenceSheet::show(const QByteArray& seen, const QByteArray& now) {
    view_->show(seen, now, tr("What you looked at"), tr("Runs now"));
}

void DifferenceSheet::showProblem(const QString& sentence) {
    view_->showNothing(sentence);
}

void DifferenceSheet::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.fillRect(rect(), theme.surface);
    paintOutline(painter, rect(), theme.line, 1, 2);
}

DifferenceSheet* openDifferenceSheet(QWidget* window, const QString& app, const QString& sentence) {
    auto* overlay = new Overlay(window);
    auto* sheet = new DifferenceSheet(app, sentence, overlay);
    overlay->setContent(sheet);
    QObject::connect(overlay, &Overlay::dismissed, sheet, &DifferenceSheet::closed);
    QObject::connect(sheet, &DifferenceSheet::closed, overlay, [overlay] {
        overlay->dismiss();
        overlay->deleteLater();
    });
    overlay->open();
    return sheet;
}

} // namespace mesoscope::widgets

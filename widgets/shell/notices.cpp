#include "widgets/shell/notices.h"

#include "widgets/controls/button.h"
#include "widgets/controls/panels.h"
#include "widgets/tables/event_list.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

constexpr int cardWidth = 460;
constexpr int cardHeight = 460;
constexpr int mostShown = 60;

bool matters(const cluster::EventNote& note) {
    static const QStringList kinds{QStringLiteral("agent"), QStringLiteral("gap"), QStringLiteral("source"),
                                   QStringLiteral("deployment")};
    return kinds.contains(note.kind);
}

} // namespace

Notices::Notices(QWidget* host)
    : Overlay(host), list_(new EventList(QStringLiteral("noticeList"))), counts_(new QLabel) {
    setObjectName(QStringLiteral("notices"));
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("noticesCard"));
    card->setAccessibleName(tr("Latest events"));
    card->setFrameShape(QFrame::StyledPanel);
    card->setAutoFillBackground(true);
    auto* title = new QLabel(tr("Latest events"));
    title->setFont(theme::font(Text::Title));
    auto* close = new Button(Glyph::Close, QString(), ButtonKind::Quiet);
    close->setObjectName(QStringLiteral("noticesClose"));
    close->setAccessibleName(tr("Close"));
    connect(close, &QPushButton::clicked, this, &Overlay::dismiss);
    auto* top = new QHBoxLayout;
    top->addWidget(title);
    top->addWidget(counts_, 1);
    top->addWidget(close);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(metrics::gapLarge, metrics::gap, metrics::gap, metrics::gap);
    column->addLayout(top);
    column->addWidget(list_, 1);
    setContent(card);
    hide();
    connect(this, &Overlay::dismissed, this, &Overlay::dismiss);
}

QRect Notices::contentRect() const {
    const QSize size = QSize(cardWidth, cardHeight).boundedTo(this->size() - QSize(32, 72));
    return {QPoint(this->width() - size.width() - 16, 56), size};
}

void Notices::clear() {
    snapshot_.reset();
    lookedMs_ = 0;
    count();
}

void Notices::setSnapshot(const cluster::SnapshotPtr& snapshot, qint64 nowMs) {
    // What happened before the first whole picture is its making, not news.
    if (lookedMs_ == 0 && snapshot->masterComplete)
        lookedMs_ = nowMs;
    snapshot_ = snapshot;
    nowMs_ = nowMs;
    count();
    if (isVisible())
        look();
}

void Notices::count() {
    int missed = 0;
    if (snapshot_ && lookedMs_ > 0) {
        for (auto it = snapshot_->notes.crbegin(); it != snapshot_->notes.crend() && it->atMs > lookedMs_; ++it)
            missed += matters(*it) ? 1 : 0;
    }
    if (missed == missed_)
        return;
    missed_ = missed;
    Q_EMIT missedChanged(missed);
}

void Notices::look() {
    QList<cluster::EventNote> notes;
    if (snapshot_) {
        std::reverse_copy(snapshot_->notes.cbegin(), snapshot_->notes.cend(), std::back_inserter(notes));
        lookedMs_ = std::max(lookedMs_, snapshot_->notes.isEmpty() ? 0 : snapshot_->notes.last().atMs);
    }
    counts_->setText(tr("%Ln since this program connected", nullptr, int(notes.size())));
    list_->setEvents(notes.mid(0, mostShown), nowMs_);
    count();
    if (!isVisible())
        open();
}

} // namespace mesoscope::widgets

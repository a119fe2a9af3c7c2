#include "widgets/shell/frame_parts.h"

#include "models/text/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QDateTime>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QPainter>

namespace mesoscope::widgets {

TitleRow::TitleRow(QWidget* parent)
    : QWidget(parent), row_(new QHBoxLayout(this)), title_(new Words({}, Text::Title)),
      counts_(new Words({}, Text::Body, Tone::Secondary)), filler_(new QWidget) {
    setFixedHeight(metrics::titleHeight);
    row_->setContentsMargins(16, 0, 16, 0);
    row_->setSpacing(10);
    row_->addWidget(title_);
    row_->addWidget(counts_);
    row_->addWidget(filler_, 1);
}

void TitleRow::add(Page* page, QWidget* content) {
    content->setParent(this);
    content->hide();
    row_->addWidget(content, 1);
    contents_.insert(page, content);
}

void TitleRow::show(Page* page) {
    setVisible(page && page->hasTitleRow());
    if (!page)
        return;
    title_->setText(page->title());
    counts_->setText(page->counts());
    counts_->setVisible(!page->counts().isEmpty());
    for (auto it = contents_.cbegin(); it != contents_.cend(); ++it)
        it.value()->setVisible(it.key() == page);
    filler_->setVisible(!contents_.contains(page));
}

void TitleRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme::of(this).line);
}

QString runningActionText(const cluster::Snapshot& snapshot) {
    for (auto it = snapshot.actions.crbegin(); it != snapshot.actions.crend(); ++it) {
        if (cluster::isOver(it->phase))
            continue;
        return it->detail.isEmpty() ? it->title : QStringLiteral("%1: %2").arg(it->title, it->detail);
    }
    return {};
}

StatusLine::StatusLine(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("status"));
    setFixedHeight(metrics::statusHeight);
}

void StatusLine::show(const cluster::Snapshot* snapshot, const QString& pageHint, qint64 nowMs) {
    QStringList left;
    QString right = pageHint;
    if (snapshot) {
        double events = 0;
        double requests = 0;
        for (const base::SourceStatus& source : snapshot->sources) {
            events += source.eventsPerSecond;
            requests += source.requestsPerSecond;
        }
        left = {
            tr("%1 events/s").arg(text::integer(qint64(events + 0.5))),
            tr("%1 requests/s").arg(text::fixed(requests, 1)),
            QStringList{
                tr("%1 agent(s)", nullptr, int(snapshot->totals.agents)).arg(text::integer(snapshot->totals.agents)),
                tr("%1 task(s)", nullptr, int(snapshot->totals.tasks)).arg(text::integer(snapshot->totals.tasks))}
                .join(QStringLiteral(" · "))};
        const QString running = runningActionText(*snapshot);
        if (!running.isEmpty())
            right = running;
    } else {
        left = {tr("no cluster open")};
    }
    const QString time = QDateTime::fromMSecsSinceEpoch(nowMs).toString(QStringLiteral("HH:mm:ss"));
    if (left == left_ && right == right_ && time == time_)
        return;
    left_ = left;
    right_ = right;
    time_ = time;
    setAccessibleName(left.join(QStringLiteral(", ")) + QStringLiteral(", ") + right);
    update();
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.fillRect(rect(), theme.window);
    painter.fillRect(QRect(0, 0, width(), 1), theme.line);
    painter.setFont(theme::font(Text::Small));
    painter.setPen(theme.secondary);
    double x = 16;
    for (const QString& part : left_) {
        drawFigures(painter, QRectF(x, 1, width() - x, height() - 1), Qt::AlignVCenter | Qt::AlignLeft, part);
        x += figuresWidth(painter.font(), part) + 18;
    }
    const double timeWidth = figuresWidth(painter.font(), time_);
    drawFigures(painter, QRectF(width() - timeWidth - 17, 1, timeWidth + 1, height() - 1),
                Qt::AlignVCenter | Qt::AlignLeft, time_);
    const QRectF room(x, 1, width() - timeWidth - 35 - x, height() - 1);
    if (room.width() > 40)
        drawFigures(painter, room, Qt::AlignVCenter | Qt::AlignRight, right_);
}

ToastStack::ToastStack(QWidget* window) : QWidget(window) {
    setObjectName(QStringLiteral("toasts"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

Toast* ToastStack::add(Toast::Kind kind, const QString& title, const QString& text, const QString& action) {
    constexpr int most = 4;
    while (toasts_.size() >= most)
        remove(toasts_.first());
    // Toasts are children of the window, not of this widget, so that they take the pointer.
    auto* toast = new Toast(kind, title, text, action, parentWidget());
    toasts_.append(toast);
    connect(toast, &Toast::closed, this, [this, toast] { remove(toast); });
    connect(toast, &Toast::actionTriggered, this, [this, toast] { remove(toast); });
    toast->show();
    place();
    return toast;
}

void ToastStack::place() {
    int bottom = parentWidget()->height() - metrics::statusHeight - 16;
    for (auto it = toasts_.crbegin(); it != toasts_.crend(); ++it) {
        Toast* toast = *it;
        toast->adjustSize();
        bottom -= toast->height();
        toast->move(parentWidget()->width() - toast->width() - 16, bottom);
        toast->raise();
        bottom -= 8;
    }
}

void ToastStack::remove(Toast* toast) {
    if (!toasts_.removeOne(toast))
        return;
    toast->hide();
    toast->deleteLater();
    place();
}

bool ToastStack::closeNewest() {
    if (toasts_.isEmpty())
        return false;
    remove(toasts_.last());
    return true;
}

void PageProvider::search(const QString& query, int limit, QObject*, std::function<void(const PaletteAnswer&)> done) {
    PaletteAnswer answer;
    for (const Entry& entry : std::as_const(entries_)) {
        const double score = matchScore(query, entry.text);
        const bool page = entry.kind == PaletteItem::Kind::Page;
        page ? ++answer.searchedObjects : ++answer.searchedActions;
        if (score <= 0)
            continue;
        ++answer.found.at(std::size_t(entry.kind));
        if (limit-- <= 0)
            continue;
        PaletteItem item;
        item.kind = entry.kind;
        item.glyph = entry.glyph;
        item.text = entry.text;
        item.keys = entry.keys;
        item.run = entry.run;
        item.score = score + (page ? 0.2 : 0.05);
        answer.items.append(item);
    }
    done(answer);
}

} // namespace mesoscope::widgets

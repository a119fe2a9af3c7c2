#include "widgets/tables/event_list.h"

#include "models/text/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <utility>

namespace mesoscope::widgets {

namespace {
constexpr int rowHeight = 26;
constexpr int timeWidth = 76;
constexpr int kindWidth = 84;

QString earlierWords() {
    return EventList::tr("Recorded earlier, by an earlier run of this program");
}
QString kindWord(const QString& kind) {
    static constexpr std::pair<const char*, const char*> words[] = {
        {"agent", QT_TRANSLATE_NOOP("mesoscope::widgets::EventList", "agent")},
        {"task", QT_TRANSLATE_NOOP("mesoscope::widgets::EventList", "task")},
        {"app", QT_TRANSLATE_NOOP("mesoscope::widgets::EventList", "app")},
        {"health", QT_TRANSLATE_NOOP("mesoscope::widgets::EventList", "health")},
        {"deployment", QT_TRANSLATE_NOOP("mesoscope::widgets::EventList", "deployment")},
        {"change", QT_TRANSLATE_NOOP("mesoscope::widgets::EventList", "change")},
        {"action", QT_TRANSLATE_NOOP("mesoscope::widgets::EventList", "action")},
        {"scheduler", QT_TRANSLATE_NOOP("mesoscope::widgets::EventList", "scheduler")},
        {"framework", QT_TRANSLATE_NOOP("mesoscope::widgets::EventList", "framework")},
        {"source", QT_TRANSLATE_NOOP("mesoscope::widgets::EventList", "source")},
        {"gap", QT_TRANSLATE_NOOP("mesoscope::widgets::EventList", "gap")}};
    for (const auto& [name, word] : words) {
        if (kind == QLatin1String(name))
            return EventList::tr(word);
    }
    return kind;
}

} // namespace

EventList::EventList(const QString& objectName, QWidget* parent) : QWidget(parent) {
    setObjectName(objectName);
    setAccessibleName(tr("Latest events"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void EventList::setEvents(QList<cluster::EventNote> newestFirst, qint64 nowMs, qint64 sinceMs) {
    events_ = std::move(newestFirst);
    nowMs_ = nowMs;
    sinceMs_ = sinceMs;
    QStringList spoken;
    for (const cluster::EventNote* note : lines().mid(0, 8))
        spoken += note ? text::timeOfDay(note->atMs, nowMs) + QLatin1Char(' ') + note->text : earlierWords();
    setAccessibleDescription(spoken.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QList<const cluster::EventNote*> EventList::lines() const {
    QList<const cluster::EventNote*> out;
    bool parted = false;
    for (const cluster::EventNote& note : events_) {
        if (!parted && note.atMs < sinceMs_) {
            parted = true;
            out.append(nullptr);
        }
        out.append(&note);
    }
    return out;
}

QSize EventList::sizeHint() const {
    return {320, std::max(2, int(lines().size())) * rowHeight};
}

void EventList::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.setFont(theme::font(Text::Body));
    if (events_.isEmpty()) {
        painter.setPen(theme.secondary);
        painter.drawText(rect().adjusted(0, 4, 0, 0), int(Qt::AlignTop | Qt::AlignLeft) | int(Qt::TextWordWrap),
                         tr("Nothing has happened since this program connected."));
        return;
    }
    int y = 0;
    for (const cluster::EventNote* note : lines()) {
        if (y + rowHeight > height())
            break;
        const auto line = [&](int x, int width, const QColor& color, const QString& text) {
            painter.setPen(color);
            painter.drawText(QRect(x, y, width, rowHeight), int(Qt::AlignVCenter | Qt::AlignLeft),
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, width));
        };
        if (note) {
            line(0, timeWidth, theme.secondary, text::timeOfDay(note->atMs, nowMs_));
            line(timeWidth, kindWidth, theme.secondary, kindWord(note->kind));
            line(timeWidth + kindWidth, width() - timeWidth - kindWidth,
                 note->atMs < sinceMs_ ? theme.secondary : theme.text, text::withShortIds(note->text));
        } else {
            line(0, width(), theme.secondary, earlierWords());
        }
        painter.setPen(mixed(theme.line, theme.surface, 0.4));
        painter.drawLine(0, y + rowHeight - 1, width(), y + rowHeight - 1);
        y += rowHeight;
    }
}

bool EventList::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const qsizetype row = help->pos().y() / rowHeight;
    if (const cluster::EventNote* note = lines().value(row))
        QToolTip::showText(help->globalPos(), text::exactTime(note->atMs) + QLatin1Char('\n') + note->text, this);
    return true;
}

QList<cluster::EventNote> notesAbout(const cluster::Snapshot& snapshot, const QStringList& objects, int limit) {
    QList<cluster::EventNote> notes;
    for (auto it = snapshot.notes.crbegin(); it != snapshot.notes.crend() && notes.size() < limit; ++it) {
        const bool about = std::any_of(objects.cbegin(), objects.cend(), [&](const QString& object) {
            return it->object == object || it->text.contains(object);
        });
        if (about)
            notes.append(*it);
    }
    return notes;
}

} // namespace mesoscope::widgets

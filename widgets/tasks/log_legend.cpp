#include "widgets/tasks/log_legend.h"

#include "widgets/controls/letter.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/look.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace mesoscope::widgets {

namespace {
constexpr double letterSide = 15;
constexpr double gap = 18;
} // namespace

LogLegend::LogLegend(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("logLegend"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMouseTracking(true);
    setFixedHeight(24);
}

void LogLegend::setLogs(const QList<cluster::TailedLog>& logs) {
    using State = cluster::TailedLog::State;
    entries_.clear();
    QStringList names;
    for (const cluster::TailedLog& log : logs) {
        Entry entry;
        entry.host = log.host.isEmpty() ? log.task.left(24) : log.host;
        const QString state = log.taskState == master::TaskState::Unknown ? QString() : lookOf(log.taskState).word;
        entry.words = log.state == State::Failed    ? tr("can't be read")
                      : log.state == State::Waiting ? tr("connecting")
                      : log.state == State::Ended   ? (state.isEmpty() ? tr("ended") : state)
                                                    : state;
        if (!log.beforeHost.isEmpty())
            entry.words += (entry.words.isEmpty() ? QString() : tr(", ")) + tr("follows %1").arg(log.beforeHost);
        entry.bad = log.state == State::Failed;
        entry.tip = log.task;
        if (entry.bad)
            entry.tip += QLatin1Char('\n') + log.problem.sentence + QLatin1Char('\n') + log.problem.serverText;
        names << letterOf(int(entries_.size())) + QLatin1Char(' ') + entry.host + QLatin1Char(' ') + entry.words;
        entries_ << entry;
    }
    setAccessibleName(tr("Instances: %1").arg(names.join(QStringLiteral("; "))));
    updateGeometry();
    update();
}

double LogLegend::widthOf(const Entry& entry) const {
    const QFontMetricsF body(theme::font(Text::Body));
    const QFontMetricsF small(theme::font(Text::Small));
    return letterSide + 6 + body.horizontalAdvance(entry.host) + 6 + small.horizontalAdvance(entry.words) + gap;
}

QSize LogLegend::sizeHint() const {
    double width = 0;
    for (const Entry& entry : entries_)
        width += widthOf(entry);
    return {int(std::ceil(width)), 24};
}

void LogLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    double x = 0;
    for (int i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_.at(i);
        if (x + letterSide > width())
            break;
        const bool off = (hidden_ >> i & 1U) != 0;
        painter.setOpacity(off ? 0.35 : 1);
        paintLetter(painter, QRectF(x, height() / 2.0 - letterSide / 2, letterSide, letterSide), i, theme);
        painter.setFont(theme::font(Text::Body));
        painter.setPen(theme.text);
        const double host = painter.fontMetrics().horizontalAdvance(entry.host);
        painter.drawText(QRectF(x + letterSide + 6, 0, host + 2, height()), Qt::AlignVCenter, entry.host);
        painter.setFont(theme::font(Text::Small));
        painter.setPen(entry.bad ? theme.bad : theme.secondary);
        painter.drawText(QRectF(x + letterSide + 12 + host, 0, 400, height()), Qt::AlignVCenter, entry.words);
        x += widthOf(entry);
    }
}

int LogLegend::entryAt(double x) const {
    double left = 0;
    for (int i = 0; i < entries_.size(); ++i) {
        left += widthOf(entries_.at(i));
        if (x < left)
            return i;
    }
    return -1;
}

void LogLegend::mousePressEvent(QMouseEvent* event) {
    const int entry = entryAt(event->position().x());
    if (entry < 0 || entry >= 64)
        return;
    hidden_ ^= quint64(1) << entry;
    update();
    Q_EMIT hiddenChanged();
}

void LogLegend::mouseMoveEvent(QMouseEvent* event) {
    const int entry = entryAt(event->position().x());
    setToolTip(entry < 0 ? QString()
                         : entries_.at(entry).tip + QLatin1Char('\n') + tr("Click to hide or show its lines"));
}

} // namespace mesoscope::widgets

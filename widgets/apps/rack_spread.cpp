#include "widgets/apps/rack_spread.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"

#include <QHash>
#include <QPainter>

#include <algorithm>

namespace mesoscope::widgets {

namespace {
constexpr int side = 14;
constexpr int step = 18;
constexpr int nameWidth = 56;
constexpr int rowHeight = 24;
} // namespace

RackSpread::RackSpread(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("rackSpread"));
    setAccessibleName(tr("Where the instances run"));
}

void RackSpread::show(const cluster::Snapshot& snapshot) {
    QHash<QString, QString> rackOfHost;
    for (const auto& instance : snapshot.watchedInstances ? *snapshot.watchedInstances : QList<scheduler::Instance>())
        rackOfHost.insert(instance.host, QString());
    for (cluster::Slot slot = 0; slot < snapshot.agents.size() && !rackOfHost.isEmpty(); ++slot) {
        const auto it = rackOfHost.find(snapshot.text(snapshot.agents[slot].hostname));
        if (it == rackOfHost.end())
            continue;
        const std::string_view rack = snapshot.attribute(snapshot.agents[slot], "rack");
        *it = QString::fromUtf8(rack.data(), qsizetype(rack.size()));
    }
    QMap<QString, Rack> racks;
    int largest = 0;
    for (const auto& instance : snapshot.watchedInstances ? *snapshot.watchedInstances : QList<scheduler::Instance>()) {
        const QString name = rackOfHost.value(instance.host);
        Rack& rack = racks[name.isEmpty() ? tr("no rack") : name];
        const auto state = master::taskStateFromName(instance.state.toStdString());
        const bool failing =
            std::any_of(instance.health.cbegin(), instance.health.cend(), [](const auto& h) { return !h.alive; });
        rack.marks.append(state == master::TaskState::Running ? (failing ? Mark::Unhealthy : Mark::Running)
                          : state == master::TaskState::Staging || state == master::TaskState::Starting ? Mark::Starting
                                                                                                        : Mark::Lost);
        largest = std::max(largest, int(rack.marks.size()));
    }
    racks_.clear();
    int all = 0;
    for (auto it = racks.cbegin(); it != racks.cend(); ++it) {
        racks_.append({it.key(), it->marks});
        // What is wrong first: it must not be what is cut off.
        std::sort(racks_.last().marks.begin(), racks_.last().marks.end(), std::greater<>());
        all += int(it->marks.size());
    }
    summary_ = all == 0 ? tr("No instance is known.")
                        : tr("%1. Losing the fullest rack leaves %2 of %3.")
                              .arg(tr("In %Ln rack(s)", nullptr, int(racks_.size())))
                              .arg(all - largest)
                              .arg(all);
    setAccessibleDescription(summary_);
    updateGeometry();
    update();
}

QSize RackSpread::sizeHint() const {
    return {320, (int(racks_.size()) + 1) * rowHeight};
}

void RackSpread::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.setFont(theme::font(Text::Body));
    painter.setPen(theme.secondary);
    painter.drawText(QRect(0, 0, width(), rowHeight), int(Qt::AlignVCenter | Qt::AlignLeft), summary_);
    const int rows = std::max((height() - rowHeight) / rowHeight, 1);
    const int columns = std::clamp((int(racks_.size()) + rows - 1) / rows, 1, 3);
    const int each = width() / columns;
    for (int i = 0; i < int(racks_.size()) && i < rows * columns; ++i)
        paintRack(painter, racks_[i], QRect(i / rows * each, rowHeight + i % rows * rowHeight, each, rowHeight));
}

void RackSpread::paintRack(QPainter& painter, const Rack& rack, const QRect& room) const {
    const Theme& theme = theme::of(this);
    painter.setPen(theme.secondary);
    painter.drawText(QRect(room.left(), room.top(), nameWidth, rowHeight), int(Qt::AlignVCenter | Qt::AlignLeft),
                     painter.fontMetrics().elidedText(rack.name, Qt::ElideRight, nameWidth));
    const int fit = std::max((room.width() - nameWidth - 40) / step, 1);
    for (int i = 0; i < std::min(fit, int(rack.marks.size())); ++i) {
        const QRectF box(room.left() + nameWidth + i * step, room.top() + (rowHeight - side) / 2.0, side, side);
        paintMark(painter, rack.marks[i], box);
    }
    if (rack.marks.size() > fit) {
        painter.setPen(theme.secondary);
        painter.drawText(QRect(room.left() + nameWidth + fit * step, room.top(), 40, rowHeight),
                         int(Qt::AlignVCenter | Qt::AlignLeft), tr("+%1").arg(rack.marks.size() - fit));
    }
}

void RackSpread::paintMark(QPainter& painter, Mark mark, const QRectF& box) const {
    const Theme& theme = theme::of(this);
    switch (mark) {
    case Mark::Running:
        painter.fillRect(box, theme.barGood);
        break;
    case Mark::Starting:
        painter.fillRect(box, theme.raised);
        paintTexture(painter, box, Texture::Hatch, theme.accent, 4, 1.2);
        paintOutline(painter, box, theme.accent, 1, 0);
        break;
    case Mark::Unhealthy:
        painter.fillRect(box, theme.warning);
        break;
    case Mark::Lost:
        paintTexture(painter, box, Texture::Hatch, theme.bad, 4, 1.2);
        paintOutline(painter, box, theme.bad, 1, 0);
        break;
    }
}

} // namespace mesoscope::widgets

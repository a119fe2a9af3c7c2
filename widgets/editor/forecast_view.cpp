#include "widgets/editor/forecast_view.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>

namespace mesoscope::widgets {
namespace {

constexpr int row = 20;
constexpr int nameWidth = 72;
constexpr int figureWidth = 62;
constexpr int noteWidth = 96;

QString number(double value) {
    return QLocale().toString(value, 'g', 8);
}

} // namespace

ForecastView::ForecastView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("reviewForecast"));
    setAccessibleName(tr("Placement forecast"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ForecastView::show(const appspec::AppPlan& plan, int agents, const QString& rackField) {
    plan_ = plan;
    agents_ = agents;
    rackField_ = rackField;
    // The fullest picture of racks is the one with the most to say first when not all have room.
    if (plan_.racks.size() > 10)
        std::stable_sort(plan_.racks.begin(), plan_.racks.end(), [](const auto& a, const auto& b) {
            return std::pair(a.runsNow + a.willTake, a.canTake) > std::pair(b.runsNow + b.willTake, b.canTake);
        });
    fillReasons();
    QStringList words;
    for (const Reason& reason : std::as_const(reasons_))
        words.append(number(reason.count) + QLatin1Char(' ') + reason.label);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    setVisible(agents > 0);
    updateGeometry();
    update();
}

QString ForecastView::labelOf(appspec::Reject reason) const {
    switch (reason) {
    case appspec::Reject::None:
        return tr("can take one");
    case appspec::Reject::UnfulfilledRole:
        return tr("have nothing for the role");
    case appspec::Reject::UnfulfilledConstraint:
        return tr("fail a constraint");
    case appspec::Reject::NoCorrespondingReservationFound:
        return tr("hold no volume of it");
    case appspec::Reject::AgentMaintenance:
        return tr("make no offers");
    case appspec::Reject::InsufficientCpus:
        return tr("lack CPU");
    case appspec::Reject::InsufficientMemory:
        return tr("lack memory");
    case appspec::Reject::InsufficientDisk:
        return tr("lack disk");
    case appspec::Reject::InsufficientGpus:
        return tr("lack GPUs");
    case appspec::Reject::InsufficientPorts:
        return tr("lack ports");
    }
    return {};
}

QString ForecastView::detailOf(appspec::Reject reason) const {
    const appspec::Resources& need = plan_.perInstance;
    switch (reason) {
    case appspec::Reject::None:
        return plan_.toPlace > 0 ? tr("%Ln needed beyond those that run", nullptr, plan_.toPlace)
                                 : tr("none is needed beyond those that run");
    case appspec::Reject::AgentMaintenance:
        return tr("draining, deactivated or out of contact");
    case appspec::Reject::InsufficientCpus:
        return tr("need %1").arg(number(need.cpus));
    case appspec::Reject::InsufficientMemory:
        return tr("need %1 MiB").arg(number(need.mem));
    case appspec::Reject::InsufficientDisk:
        return tr("need %1 MiB").arg(number(need.disk));
    case appspec::Reject::InsufficientGpus:
        return tr("need %1").arg(number(need.gpus));
    case appspec::Reject::NoCorrespondingReservationFound:
        return QStringLiteral("NoCorrespondingReservationFound");
    default:
        return appspec::rejectName(reason);
    }
}

void ForecastView::fillReasons() {
    reasons_.clear();
    reasons_.append({labelOf(appspec::Reject::None), detailOf(appspec::Reject::None), plan_.canTakeOne, 0});
    int taken = 0;
    for (const auto& [reason, count] : plan_.forecast.rejected) {
        if (reason != appspec::Reject::None)
            reasons_.append({labelOf(reason), detailOf(reason), count, 1});
        taken += reason == appspec::Reject::None ? 0 : count;
    }
    // Agents that the forecast filled up are those that could take one before.
    reasons_.first().count = std::max(0, agents_ - taken);
    std::stable_sort(reasons_.begin() + 1, reasons_.end(),
                     [](const Reason& a, const Reason& b) { return a.count > b.count; });
    for (qsizetype i = 1; i < reasons_.size(); ++i)
        reasons_[i].shade = int(i);
}

int ForecastView::shownRacks() const {
    return int(std::min<qsizetype>(plan_.racks.size(), 10));
}

QSize ForecastView::sizeHint() const {
    const int racks = shownRacks() > 0 ? (shownRacks() + 1 + (plan_.racks.size() > 10 ? 1 : 0)) * row + 8 : 0;
    return {420, racks + 16 + int(reasons_.size()) * row + 4};
}

QSize ForecastView::minimumSizeHint() const {
    return {300, sizeHint().height()};
}

QColor ForecastView::shade(int index) const {
    const Theme& theme = theme::of(this);
    if (index == 0)
        return theme.accent;
    return mixed(theme.unknown, theme.surface, std::min(0.75, (index - 1) * 0.25));
}

double ForecastView::paintRacks(QPainter& painter, double y) const {
    if (plan_.racks.isEmpty())
        return y;
    const Theme& theme = theme::of(this);
    const QLocale locale;
    int most = 1;
    for (const appspec::RackCount& rack : plan_.racks)
        most = std::max(most, rack.agents);
    const double left = nameWidth;
    const double right = width() - 2 * figureWidth - noteWidth;
    painter.setPen(theme.secondary);
    painter.drawText(QRectF(0, y, left - 8, row), Qt::AlignVCenter, rackField_);
    painter.drawText(QRectF(left, y, right - left, row), Qt::AlignVCenter, tr("agents that can take one"));
    painter.drawText(QRectF(right, y, figureWidth, row), Qt::AlignVCenter | Qt::AlignRight, tr("can take"));
    painter.drawText(QRectF(right + figureWidth, y, figureWidth, row), Qt::AlignVCenter | Qt::AlignRight,
                     tr("runs now"));
    y += row;
    for (int i = 0; i < shownRacks(); ++i, y += row) {
        const appspec::RackCount& rack = plan_.racks[i];
        painter.setPen(theme.text);
        const QString name = rack.name.isEmpty() ? tr("none") : rack.name;
        painter.drawText(QRectF(0, y, left - 8, row), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(name, Qt::ElideRight, int(left) - 8));
        const double width = (right - left - 8) * rack.agents / most;
        painter.fillRect(QRectF(left, y + 6, width, 8), theme.raised);
        painter.fillRect(QRectF(left, y + 6, rack.agents ? width * rack.canTake / rack.agents : 0, 8), theme.accent);
        drawFigures(painter, QRectF(right, y, figureWidth, row), Qt::AlignVCenter | Qt::AlignRight,
                    locale.toString(rack.canTake));
        drawFigures(painter, QRectF(right + figureWidth, y, figureWidth, row), Qt::AlignVCenter | Qt::AlignRight,
                    locale.toString(rack.runsNow));
        if (rack.willTake > 0) {
            painter.setPen(theme.accent);
            painter.drawText(QRectF(right + 2 * figureWidth + 10, y, noteWidth - 10, row), Qt::AlignVCenter,
                             tr("%Ln more here", nullptr, rack.willTake));
        }
    }
    if (plan_.racks.size() > shownRacks()) {
        painter.setPen(theme.secondary);
        painter.drawText(QRectF(0, y, width(), row), Qt::AlignVCenter,
                         tr("and %Ln more", nullptr, int(plan_.racks.size()) - shownRacks()));
        y += row;
    }
    return y + 8;
}

double ForecastView::paintStack(QPainter& painter, double y) const {
    double x = 0;
    for (const Reason& reason : reasons_) {
        const double share = agents_ > 0 ? double(reason.count) / agents_ : 0;
        const double room = width() * share;
        painter.fillRect(QRectF(x, y, std::max(0.0, room - 1), 8), shade(reason.shade));
        x += room;
    }
    return y + 14;
}

void ForecastView::paintReasons(QPainter& painter, double y) const {
    const Theme& theme = theme::of(this);
    const QLocale locale;
    for (const Reason& reason : reasons_) {
        painter.fillRect(QRectF(0, y + 5, 10, 10), shade(reason.shade));
        painter.setFont(theme::font(Text::SmallStrong));
        painter.setPen(theme.text);
        drawFigures(painter, QRectF(16, y, 52, row), Qt::AlignVCenter | Qt::AlignRight, locale.toString(reason.count));
        painter.setFont(theme::font(Text::Small));
        painter.drawText(QRectF(76, y, 170, row), Qt::AlignVCenter, reason.label);
        painter.setPen(theme.secondary);
        const int room = width() - 236;
        painter.drawText(QRectF(236, y, room, row), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(reason.detail, Qt::ElideRight, room));
        y += row;
    }
}

void ForecastView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(theme::font(Text::Small));
    paintReasons(painter, paintStack(painter, paintRacks(painter, 0)));
}

} // namespace mesoscope::widgets

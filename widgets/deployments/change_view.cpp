#include "widgets/deployments/change_view.h"

#include "models/appspec/diff.h"
#include "models/text/format.h"
#include "models/text/states.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

qint64 median(std::vector<qint64> values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

QString shown(const QString& value) {
    return value.isEmpty() ? ChangeView::tr("not set") : value;
}

QList<appspec::FieldSummary> summaryOf(const scheduler::AppPtr& before, const scheduler::AppPtr& after) {
    const appspec::JsonTree a = appspec::JsonTree::parse(before->document);
    const appspec::JsonTree b = appspec::JsonTree::parse(after->document);
    if (!a.isValid() || !b.isValid())
        return {};
    return appspec::diffApps(a.root(), b.root(), a, b).summary();
}

} // namespace

UsualWay usualWayOf(const scheduler::DeploymentRecord& record) {
    std::vector<qint64> offer;
    std::vector<qint64> staging;
    std::vector<qint64> health;
    std::vector<qint64> kill;
    const auto add = [](std::vector<qint64>& to, qint64 from, qint64 until) {
        if (from != 0 && until >= from)
            to.push_back(until - from);
    };
    for (const scheduler::InstanceTimeline& t : record.instances) {
        if (!t.isNew) {
            add(kill, t.killingMs, t.endedMs);
            continue;
        }
        add(offer, t.waitingMs, t.launchedMs);
        add(staging, t.launchedMs, t.runningMs);
        add(health, t.runningMs, t.healthyMs);
    }
    return {median(offer), median(staging), median(health), median(kill)};
}

TimeSplit::TimeSplit(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("deploymentTime"));
    setAccessibleName(tr("Where the time of an instance went"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimeSplit::setWay(const UsualWay& way) {
    if (way == way_)
        return;
    way_ = way;
    setAccessibleDescription(tr("offer %1, staging %2, health %3, kill %4")
                                 .arg(text::duration(way.offerMs), text::duration(way.stagingMs),
                                      text::duration(way.healthMs), text::duration(way.killMs)));
    update();
}

void TimeSplit::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    if (way_.sum() == 0) {
        painter.setFont(theme::font(Text::Small));
        painter.setPen(theme.secondary);
        painter.drawText(rect(), int(Qt::AlignTop | Qt::AlignLeft),
                         tr("No instance has passed a part of its way yet."));
        return;
    }
    struct Part {
        QString word;
        qint64 ms;
        int look;
    };
    const std::array<Part, 4> parts{{{tr("offer"), way_.offerMs, 0},
                                     {tr("staging"), way_.stagingMs, 1},
                                     {tr("health"), way_.healthMs, 2},
                                     {tr("kill"), way_.killMs, 3}}};
    double x = 0;
    painter.setFont(theme::font(Text::Small));
    for (const Part& part : parts) {
        const double width = this->width() * double(part.ms) / double(way_.sum());
        if (part.ms == 0)
            continue;
        const QRectF bar(x, 2, std::max(width - 1, 1.0), 10);
        if (part.look == 1)
            paintTexture(painter, bar, Texture::Hatch, theme.accent, 4, 1.2);
        else
            painter.fillRect(bar, part.look == 2   ? mixed(theme.accent, theme.surface, 0.3)
                                  : part.look == 3 ? theme.barGrey
                                                   : theme.raised);
        painter.setPen(theme.secondary);
        const QString word = part.word + QLatin1Char(' ') + text::duration(part.ms);
        if (painter.fontMetrics().horizontalAdvance(word) < width)
            painter.drawText(QRectF(x, 16, width, 20), int(Qt::AlignVCenter | Qt::AlignLeft), word);
        x += width;
    }
}

ChangeView::ChangeView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("deploymentChange"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::gapLarge, metrics::gapSmall, metrics::gapLarge, metrics::gap);
    row->setSpacing(metrics::gapHuge);
    auto* left = new QVBoxLayout;
    auto* heading = new QHBoxLayout;
    const auto caption = [](const QString& text, Text font, Tone tone) {
        auto* words = new Words(text, font, tone);
        words->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        return words;
    };
    heading->addWidget(caption(tr("What changed"), Text::Strong, Tone::Text));
    changeNote_ = caption(QString(), Text::Small, Tone::Secondary);
    heading->addWidget(changeNote_, 1);
    left->addLayout(heading);
    change_ = new KeyValues;
    change_->setObjectName(QStringLiteral("deploymentFields"));
    change_->setKeyWidth(150);
    left->addWidget(change_);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->addWidget(caption(tr("Figures"), Text::Strong, Tone::Text));
    figures_ = new KeyValues;
    figures_->setObjectName(QStringLiteral("deploymentFigures"));
    figures_->setKeyWidth(150);
    right->addWidget(figures_);
    right->addWidget(caption(tr("Where the time of an instance went"), Text::Small, Tone::Secondary));
    split_ = new TimeSplit;
    right->addWidget(split_);
    right->addStretch(1);
    row->addLayout(left, 3);
    row->addLayout(right, 2);
}

void ChangeView::show(const scheduler::DeploymentRecordPtr& record, qint64 nowMs) {
    const bool same = record_ && record_->before == record->before && record_->after == record->after &&
                      record_->deployment.id == record->deployment.id;
    record_ = record;
    if (!same)
        showChange(*record);
    showFigures(*record, nowMs);
    split_->setWay(usualWayOf(*record));
}

namespace {
/// Without a definition from before an app is new only if the plan starts it; else this program came too late to see.
bool isStarted(const scheduler::Deployment& deployment, const QString& app) {
    for (const auto& step : deployment.steps) {
        for (const scheduler::DeploymentAction& action : step) {
            if (action.app == app && action.action.startsWith(QLatin1String("Start")))
                return true;
        }
    }
    return false;
}
} // namespace

void ChangeView::showChange(const scheduler::DeploymentRecord& record) {
    constexpr qsizetype mostRows = 6;
    QList<KeyValue> rows;
    const bool several = record.deployment.affectedApps.size() > 1;
    for (auto it = record.after.cbegin(); it != record.after.cend(); ++it) {
        const scheduler::AppPtr before = record.before.value(it.key());
        const QString prefix = several ? it.key() + QLatin1Char(' ') : QString();
        if (!before) {
            const bool starts = isStarted(record.deployment, it.key());
            rows.append({prefix.isEmpty() ? it.key() : prefix, starts ? tr("new") : tr("not seen before it began"),
                         starts ? Tone::Accent : Tone::Unknown});
            continue;
        }
        for (const appspec::FieldSummary& field : summaryOf(before, *it))
            rows.append({prefix + field.field,
                         field.single ? shown(field.before) + QStringLiteral(" → ") + shown(field.after)
                                      : field.text().mid(field.field.size()).trimmed(),
                         Tone::Text});
    }
    const qsizetype more = rows.size() - mostRows;
    if (more > 0) {
        rows.resize(mostRows);
        rows.append({QString(), tr("and %Ln more", nullptr, int(more)), Tone::Secondary});
    }
    changeNote_->setText(text::deploymentKind(record.deployment));
    if (rows.isEmpty())
        rows.append({tr("definition"),
                     record.after.isEmpty() ? tr("not seen before it began") : tr("the same as before"),
                     Tone::Secondary});
    change_->setRows(rows);
}

void ChangeView::showFigures(const scheduler::DeploymentRecord& record, qint64 nowMs) {
    int fresh = 0;
    int healthy = 0;
    int lost = 0;
    std::vector<qint64> toHealthy;
    for (const scheduler::InstanceTimeline& t : record.instances) {
        fresh += t.isNew ? 1 : 0;
        healthy += t.isNew && t.healthyMs != 0 && t.endedMs == 0 ? 1 : 0;
        lost += t.isNew && t.endedMs != 0 ? 1 : 0;
        if (t.isNew && t.healthyMs != 0 && t.launchedMs != 0)
            toHealthy.push_back(t.healthyMs - t.launchedMs);
    }
    const qint64 end = record.endedMs != 0 ? record.endedMs : nowMs;
    QList<KeyValue> rows{{record.endedMs != 0 ? tr("took") : tr("runs for"), text::duration(end - record.startedMs)},
                         {tr("new instances"), tr("%1, %2 healthy").arg(fresh).arg(healthy)}};
    if (!toHealthy.empty())
        rows.append({tr("to healthy, median"), text::duration(median(toHealthy))});
    if (lost > 0)
        rows.append({tr("ended again"), text::integer(lost), Tone::Bad});
    figures_->setRows(rows);
}

} // namespace mesoscope::widgets

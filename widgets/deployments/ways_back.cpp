#include "widgets/deployments/ways_back.h"

#include "models/text/request.h"
#include "models/text/states.h"
#include "widgets/theme/metrics.h"
#include "widgets/versions/effect_line.h"

#include <algorithm>

namespace mesoscope::widgets {

namespace {

using Verb = ActionRequest::Verb;
using Command = scheduler::Command;

enum Which { OldVersion, Revert, Stop, Group };

std::optional<Verb> verbOf(Command::Verb verb) {
    switch (verb) {
    case Command::Verb::DeployVersion:
        return Verb::DeployVersion;
    case Command::Verb::RevertDeployment:
        return Verb::RevertDeployment;
    case Command::Verb::StopDeployment:
        return Verb::StopDeployment;
    case Command::Verb::RevertGroup:
        return Verb::RevertGroup;
    default:
        return std::nullopt;
    }
}

} // namespace

WaysBack::WaysBack(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("waysBack"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    ways_ = {addWay(Glyph::ArrowUp, tr("Deploy an old version…"), QStringLiteral("wayOldVersion"), column),
             addWay(Glyph::Rollback, tr("Cancel and revert…"), QStringLiteral("wayRevert"), column),
             addWay(Glyph::Pause, tr("Stop half-way…"), QStringLiteral("wayStop"), column),
             addWay(Glyph::Apps, tr("Revert a group…"), QStringLiteral("wayGroup"), column)};
    for (int i = 0; i < int(ways_.size()); ++i)
        connect(ways_[std::size_t(i)].button, &QPushButton::clicked, this, [this, i] { press(i); });
}

WaysBack::Way WaysBack::addWay(Glyph glyph, const QString& text, const QString& objectName, QVBoxLayout* column) {
    Way way{new QWidget, new Button(glyph, text), new Words(QString(), Text::Small, Tone::Secondary), new KeyValues,
            new Words(QString(), Text::MonoSmall, Tone::Secondary)};
    auto* box = new QVBoxLayout(way.box);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    if (column->count() > 0)
        box->addWidget(makeLine(this));
    way.button->setObjectName(objectName);
    way.button->setAccessibleName(text);
    way.button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    way.effect->setWordWrap(true);
    way.touched->setObjectName(objectName + QStringLiteral("Touches"));
    way.touched->setKeyWidth(110);
    way.request->setWordWrap(true);
    way.request->setTextInteractionFlags(Qt::TextSelectableByMouse);
    box->addWidget(way.button);
    box->addWidget(way.effect);
    box->addWidget(way.touched);
    box->addWidget(way.request);
    column->addWidget(way.box);
    return way;
}

void WaysBack::attach(cluster::Session* session) {
    session_ = session;
    asked_.clear();
    offers_.clear();
}

void WaysBack::show(const cluster::SnapshotPtr& snapshot, const scheduler::DeploymentRecordPtr& record, qint64 nowMs) {
    const bool other = !record || !record_ || record->deployment.id != record_->deployment.id;
    record_ = record;
    nowMs_ = nowMs;
    setVisible(record != nullptr);
    if (!record || !snapshot)
        return;
    using C = scheduler::Capability;
    const auto can = [&](C capability) { return scheduler::has(snapshot->capabilities, capability); };
    ways_[OldVersion].box->setVisible(can(C::DeployVersion));
    ways_[Revert].box->setVisible(can(C::CancelDeployment));
    ways_[Stop].box->setVisible(can(C::CancelDeployment));
    ways_[Group].box->setVisible(can(C::Groups));
    refusal_ = text::actionRefusal(*snapshot, base::SourceKind::Scheduler, nowMs);
    if (other)
        offers_.clear();
    // Asked anew when what it would be computed from is another.
    QString about = record->deployment.id + (record->endedMs != 0 ? QLatin1Char('e') : QLatin1Char('r'));
    for (const QString& app : record->deployment.affectedApps.mid(0, 20)) {
        const cluster::Slot slot = snapshot->findApp(app);
        about += slot == cluster::noSlot ? QStringLiteral("-") : snapshot->apps[slot].app->version;
    }
    if (session_ && about != asked_) {
        asked_ = about;
        session_->waysBack(record, this, [this, about](const QList<cluster::WayBackOffer>& offers) {
            if (about == asked_)
                showOffers(offers);
        });
    }
    refresh();
}

void WaysBack::showOffers(const QList<cluster::WayBackOffer>& offers) {
    offers_ = offers;
    refresh();
}

void WaysBack::refresh() {
    constexpr qsizetype mostLines = 8;
    for (std::size_t i = 0; i < ways_.size(); ++i) {
        Way& way = ways_[i];
        const cluster::WayBackOffer offer = offers_.value(qsizetype(i));
        const bool known = !offer.way.title.isEmpty();
        const bool choose = i == OldVersion && record_ && record_->deployment.affectedApps.size() > 1;
        way.button->setRefusal(!refusal_.isEmpty()            ? refusal_
                               : !known                       ? tr("What it would touch is being worked out.")
                               : offer.way.possible || choose ? QString()
                                                              : offer.way.whyNot);
        way.effect->setText(!known               ? tr("What it would touch is being worked out.")
                            : offer.way.possible ? offer.way.effect
                                                 : offer.way.whyNot + QLatin1Char(' ') + offer.way.effect);
        QList<KeyValue> lines;
        for (const scheduler::AppEffect& effect : offer.way.effects.mid(0, mostLines))
            lines.append(lineOf(effect, nowMs_));
        if (offer.way.effects.size() > mostLines)
            lines.append({QString(), tr("and %Ln more app(s)", nullptr, int(offer.way.effects.size() - mostLines)),
                          Tone::Secondary});
        way.touched->setRows(lines);
        way.touched->setVisible(!lines.isEmpty());
        way.request->setText(offer.request ? text::requestsText({*offer.request}) : QString());
        way.request->setVisible(offer.request.has_value());
    }
}

void WaysBack::press(int way) {
    const cluster::WayBackOffer offer = offers_.value(way);
    if (!record_)
        return;
    if (way == OldVersion && !offer.way.possible)
        return Q_EMIT versionsWanted(record_->deployment.affectedApps.value(0));
    const auto verb = verbOf(offer.way.command.verb);
    if (!verb || !offer.way.possible)
        return;
    ActionRequest request;
    request.verb = *verb;
    request.targets = offer.way.command.targets;
    request.version = offer.way.command.version;
    Q_EMIT actionRequested(request);
}

} // namespace mesoscope::widgets

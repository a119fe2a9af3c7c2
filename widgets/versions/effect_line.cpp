#include "widgets/versions/effect_line.h"

#include "models/text/format.h"

#include <QCoreApplication>

namespace mesoscope::widgets {

namespace {

struct Line {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::EffectLine)
};

QString changeOf(const scheduler::AppEffect& e, qint64 nowMs) {
    using Kind = scheduler::AppEffect::Kind;
    const auto arrow = [](const QString& a, const QString& b) { return a + QStringLiteral(" → ") + b; };
    if (e.kind == Kind::Destroyed)
        return Line::tr("is destroyed");
    if (e.kind == Kind::Created)
        return Line::tr("comes back");
    if (e.kind == Kind::Stopped)
        return Line::tr("stays as it is now");
    const QString before = text::imageTag(e.imageBefore);
    const QString after = text::imageTag(e.imageAfter);
    if (!before.isEmpty() && !after.isEmpty() && before != after)
        return arrow(before, after);
    if (!e.versionAfter.isEmpty())
        return arrow(text::versionWord(e.versionBefore, nowMs), text::versionWord(e.versionAfter, nowMs));
    return e.kind == Kind::Scaled ? Line::tr("scaled") : Line::tr("replaced");
}

} // namespace

KeyValue lineOf(const scheduler::AppEffect& e, qint64 nowMs) {
    KeyValue line{e.app, changeOf(e, nowMs), e.kind == scheduler::AppEffect::Kind::Destroyed ? Tone::Bad : Tone::Text};
    if (e.instancesBefore != e.instancesAfter)
        line.rest = Line::tr("%1 → %2 instances").arg(e.instancesBefore).arg(e.instancesAfter);
    line.tip = e.versionBefore + QStringLiteral(" → ") + e.versionAfter;
    return line;
}

} // namespace mesoscope::widgets

#include "widgets/editor/review_pane.h"

#include "widgets/controls/bars.h"
#include "widgets/controls/button.h"
#include "widgets/controls/choice.h"
#include "widgets/controls/field.h"
#include "widgets/controls/panels.h"
#include "widgets/editor/change_table.h"
#include "widgets/editor/forecast_view.h"
#include "widgets/editor/parts.h"
#include "widgets/editor/text_diff_view.h"
#include "widgets/editor/upgrade_chart.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace mesoscope::widgets {
namespace {

/// More rows than anybody compares one by one.
constexpr qsizetype mostChanges = 200;
constexpr qsizetype shortBody = 700;

void clear(QLayout* layout) {
    while (QLayoutItem* const item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        } else if (item->layout()) {
            clear(item->layout());
        }
        delete item;
    }
}

QString number(double value) {
    return QLocale().toString(value, 'g', 6);
}

QString memory(double mebibytes) {
    return mebibytes >= 1024 ? number(mebibytes / 1024) + QStringLiteral(" GiB")
                             : number(mebibytes) + QStringLiteral(" MiB");
}

QScrollArea* scrolled(QWidget* content) {
    auto* const area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

QString amounts(const appspec::Resources& more) {
    QStringList parts;
    if (more.cpus > 0)
        parts.append(QStringLiteral("+%1 CPU").arg(number(more.cpus)));
    if (more.mem > 0)
        parts.append(QStringLiteral("+%1").arg(memory(more.mem)));
    if (more.gpus > 0)
        parts.append(QStringLiteral("+%1 GPU").arg(number(more.gpus)));
    return parts.join(QStringLiteral(", "));
}

} // namespace

ReviewPane::ReviewPane(QWidget* parent) : QWidget(parent) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    auto* const sides = new QHBoxLayout;
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(0);
    sides->addWidget(leftSide(), 19);
    sides->addWidget(rightSide(), 11);
    column->addLayout(sides, 1);
    setProtectedName({}, false);
    offerWayBack({});
}

QWidget* ReviewPane::buildHead() {
    auto* const head = new QWidget;
    auto* const row = new QHBoxLayout(head);
    row->setContentsMargins(metrics::gapLarge, metrics::gap, metrics::gapLarge, metrics::gap);
    row->setSpacing(metrics::gapHuge);
    auto* const words = new QVBoxLayout;
    words->setSpacing(2);
    headline_ = new Words({}, Text::Heading);
    fillingLine(headline_);
    details_ = new Words({}, Text::Body, Tone::Secondary);
    details_->setWordWrap(true);
    words->addWidget(headline_);
    words->addWidget(details_);
    row->addLayout(words, 1);
    auto* const box = new QWidget;
    auto* const figures = new QVBoxLayout(box);
    figures->setContentsMargins(0, 0, 0, 0);
    figures_ = new QVBoxLayout;
    figures->addLayout(figures_);
    row->addWidget(box);
    return head;
}

QLayout* ReviewPane::textHead() {
    auto* const row = new QHBoxLayout;
    row->setSpacing(metrics::gapSmall);
    textTitle_ = new Words({}, Text::Strong);
    fillingLine(textTitle_);
    textMode_ = new SegmentedChoice(QStringLiteral("reviewTextMode"), tr("Text"), {tr("Side by side"), tr("Inline")});
    whole_ = new Button(tr("Show all lines"));
    whole_->setObjectName(QStringLiteral("reviewAllLines"));
    whole_->setAccessibleName(whole_->text());
    whole_->setCheckable(true);
    row->addWidget(textTitle_, 1);
    row->addWidget(textMode_);
    row->addWidget(whole_);
    connect(textMode_, &SegmentedChoice::chosen, this, [this](int mode) { text_->setSideBySide(mode == 0); });
    connect(whole_, &QPushButton::toggled, this, [this](bool on) { text_->setWhole(on); });
    return row;
}

QLayout* ReviewPane::requestHead() {
    auto* const row = new QHBoxLayout;
    row->setSpacing(metrics::gapSmall);
    auto* const title = new Words(tr("Request"), Text::Strong);
    auto* const note = new Words(tr("nothing else is sent"), Text::Small, Tone::Secondary);
    copyCurl_ = new Button(Glyph::Copy, tr("Copy as curl"));
    copyCurl_->setObjectName(QStringLiteral("reviewCurl"));
    copyCurl_->setAccessibleName(copyCurl_->text());
    showBody_ = new Button(tr("Show body"));
    showBody_->setObjectName(QStringLiteral("reviewBody"));
    showBody_->setAccessibleName(showBody_->text());
    showBody_->setCheckable(true);
    row->addWidget(title);
    row->addWidget(fillingLine(note), 1);
    row->addWidget(copyCurl_);
    row->addWidget(showBody_);
    connect(copyCurl_, &QPushButton::clicked, this, [this] {
        QStringList lines;
        for (const net::RequestSummary& request : std::as_const(requests_))
            lines.append(request.asCurl());
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    });
    connect(showBody_, &QPushButton::toggled, this, [this](bool on) {
        wholeBody_ = on;
        updateRequest();
    });
    return row;
}

QWidget* ReviewPane::leftSide() {
    auto* const side = new QWidget;
    auto* const left = new QVBoxLayout(side);
    left->setContentsMargins(metrics::gapLarge, 0, metrics::gapLarge, metrics::gap);
    left->setSpacing(metrics::gapSmall);
    auto* const head = new QHBoxLayout;
    changesTitle_ = new Words({}, Text::Strong);
    fillingLine(changesTitle_);
    compared_ = new QComboBox;
    compared_->setObjectName(QStringLiteral("reviewCompared"));
    compared_->setAccessibleName(tr("Compared with"));
    compared_->setFixedHeight(metrics::controlHeight);
    compared_->setMinimumContentsLength(18);
    compared_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    head->addWidget(changesTitle_, 1);
    head->addWidget(new Words(tr("Compared with"), Text::Small, Tone::Secondary));
    head->addWidget(compared_);
    left->addLayout(head);
    changes_ = new ChangeTable;
    changesArea_ = scrolled(changes_);
    left->addWidget(changesArea_, 2);
    left->addLayout(textHead());
    text_ = new TextDiffView;
    left->addWidget(text_, 5);
    left->addLayout(requestHead());
    request_ = new QPlainTextEdit;
    request_->setObjectName(QStringLiteral("reviewRequest"));
    request_->setAccessibleName(tr("Request"));
    request_->setReadOnly(true);
    request_->setFont(theme::font(Text::MonoSmall));
    request_->setFrameShape(QFrame::NoFrame);
    left->addWidget(request_, 2);
    connect(changes_, &ChangeTable::chosen, this, &ReviewPane::fieldWanted);
    connect(compared_, &QComboBox::activated, this, &ReviewPane::comparisonWanted);
    return side;
}

QWidget* ReviewPane::rightSide() {
    auto* const content = new QWidget;
    auto* const inner = new QVBoxLayout(content);
    inner->setContentsMargins(metrics::gapLarge, 0, metrics::gapLarge, 0);
    inner->setSpacing(metrics::gapSmall);
    forecastTitle_ = new Words(tr("Placement forecast"), Text::Strong);
    forecast_ = new ForecastView;
    forecastNote_ = new Words({}, Text::Small, Tone::Secondary);
    forecastNote_->setWordWrap(true);
    stepsTitle_ = new Words(tr("Deployment steps"), Text::Strong);
    chart_ = new UpgradeChart;
    steps_ = new QVBoxLayout;
    steps_->setSpacing(0);
    inner->addWidget(forecastTitle_);
    inner->addWidget(forecast_);
    inner->addWidget(forecastNote_);
    inner->addSpacing(metrics::gapSmall);
    inner->addWidget(stepsTitle_);
    inner->addWidget(chart_);
    inner->addLayout(steps_);
    inner->addStretch(1);
    auto* const side = new QWidget;
    auto* const right = new QVBoxLayout(side);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(scrolled(content), 1);
    right->addLayout(buttons());
    return side;
}

QLayout* ReviewPane::buttons() {
    auto* const foot = new QVBoxLayout;
    foot->setContentsMargins(metrics::gapLarge, metrics::gapSmall, metrics::gapLarge, metrics::gap);
    foot->setSpacing(metrics::gapSmall);
    warnings_ = new Words({}, Text::Small, Tone::Warning);
    warnings_->setWordWrap(true);
    progress_ = new Progress;
    progress_->hide();
    outcome_ = new Words({}, Text::Body);
    outcome_->setWordWrap(true);
    outcome_->setObjectName(QStringLiteral("reviewOutcome"));
    wayBack_ = new Button(Glyph::Rollback, QString());
    wayBack_->setObjectName(QStringLiteral("reviewWayBack"));
    protect_ = new Words({}, Text::Body, Tone::Secondary);
    typed_ = new Edit;
    typed_->setObjectName(QStringLiteral("reviewTypedName"));
    typed_->setAccessibleName(tr("Name of the cluster"));
    for (QWidget* widget : std::initializer_list<QWidget*>{warnings_, progress_, outcome_})
        foot->addWidget(widget);
    foot->addWidget(wayBack_, 0, Qt::AlignLeft);
    auto* const typedRow = new QHBoxLayout;
    typedRow->addWidget(protect_, 1);
    typedRow->addWidget(typed_);
    foot->addLayout(typedRow);
    auto* const row = new QHBoxLayout;
    keep_ = new Button(tr("Keep as draft"));
    keep_->setObjectName(QStringLiteral("reviewKeep"));
    keep_->setAccessibleName(keep_->text());
    deploy_ = new Button(tr("Deploy"), ButtonKind::Primary);
    deploy_->setObjectName(QStringLiteral("reviewDeploy"));
    deploy_->setAccessibleName(tr("Deploy"));
    auto* const back = new Button(Glyph::Back, tr("Back to editing"));
    back->setObjectName(QStringLiteral("reviewBack"));
    back->setAccessibleName(back->text());
    back->setKeyHint(QStringLiteral("Esc"));
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(new ButtonReason(deploy_));
    row->addWidget(keep_);
    row->addWidget(deploy_);
    foot->addLayout(row);
    connect(back, &QPushButton::clicked, this, &ReviewPane::backWanted);
    connect(keep_, &QPushButton::clicked, this, &ReviewPane::keepWanted);
    connect(deploy_, &QPushButton::clicked, this, &ReviewPane::deployWanted);
    connect(wayBack_, &QPushButton::clicked, this, &ReviewPane::wayBackWanted);
    connect(typed_, &QLineEdit::textEdited, this, &ReviewPane::updateButton);
    return foot;
}

void ReviewPane::setNarrow(bool narrow) {
    textMode_->setCurrent(narrow ? 1 : 0);
    text_->setSideBySide(!narrow);
}

void ReviewPane::fillLines(QVBoxLayout* column, const QStringList& lines, int tone) {
    for (const QString& line : lines) {
        auto* const words = new Words(line, Text::Body, Tone(tone));
        words->setWordWrap(true);
        column->addWidget(words);
    }
}

void ReviewPane::showLoading() {
    valid_ = false;
    busy_ = false;
    refusal_ = tr("The plan is being computed.");
    headline_->setText(tr("Computing what this will do…"));
    details_->setText({});
    outcome_->setText({});
    warnings_->setText({});
    progress_->hide();
    requests_.clear();
    updateRequest();
    offerWayBack({});
    clear(figures_);
    clear(steps_);
    chart_->hide();
    forecast_->hide();
    forecastNote_->setText({});
    changes_->show({});
    text_->show({}, {}, {});
    updateButton();
}

void ReviewPane::show(const appspec::Plan& plan, int agents, const QString& rack, bool isNew) {
    valid_ = plan.valid;
    refusal_.clear();
    if (plan.valid)
        showHeadline(plan, isNew);
    else
        showRefused(plan);
    showFigures(plan);
    showForecast(plan, agents, rack);
    showSteps(plan);
    updateButton();
}

/// instances now → at most → afterwards, what the peak needs, what it takes afterwards.
void ReviewPane::showFigures(const appspec::Plan& plan) {
    clear(figures_);
    auto* const row = new QHBoxLayout;
    row->setSpacing(metrics::gapHuge);
    figures_->addLayout(row);
    const auto add = [&](const QString& figure, const QString& below) {
        auto* const cell = new QVBoxLayout;
        cell->setSpacing(0);
        cell->addWidget(new Words(figure, Text::Title));
        cell->addWidget(new Words(below, Text::Small, Tone::Secondary));
        row->addLayout(cell);
    };
    int before = 0, peak = 0, after = 0;
    appspec::Resources more;
    for (const appspec::AppPlan& app : plan.apps) {
        before += app.impact.before;
        after += app.impact.after;
        peak += std::max({app.impact.pace.peak, app.impact.before, app.impact.after});
        more.cpus += app.impact.more.cpus;
        more.mem += app.impact.more.mem;
        more.gpus += app.impact.more.gpus;
    }
    if (plan.apps.isEmpty())
        return;
    const QLocale locale;
    add(peak > std::max(before, after)
            ? QStringLiteral("%1 → %2 → %3").arg(locale.toString(before), locale.toString(peak), locale.toString(after))
            : QStringLiteral("%1 → %2").arg(locale.toString(before), locale.toString(after)),
        tr("instances"));
    const QString needed = amounts(more);
    if (!needed.isEmpty())
        add(needed, tr("more at the peak"));
    if (plan.apps.size() > 1)
        add(locale.toString(plan.apps.size()), tr("apps"));
}

void ReviewPane::showHeadline(const appspec::Plan& plan, bool isNew) {
    QStringList headlines, details;
    int touched = 0;
    for (const appspec::AppPlan& app : plan.apps) {
        if (app.impact.kind == appspec::ChangeClass::Nothing)
            continue;
        ++touched;
        const QString prefix = plan.apps.size() > 1 ? app.diff.id + QStringLiteral(": ") : QString();
        QString headline = prefix + app.impact.headline();
        const QStringList own = app.impact.details();
        if (plan.apps.size() == 1 && !own.isEmpty())
            headline += QStringLiteral("; ") + own.first();
        headlines.append(headline);
        details += plan.apps.size() == 1 ? own.mid(1) : own;
        if (!app.impact.restartBecause.isEmpty() && !isNew)
            details.append(tr("restarts because of %1").arg(app.impact.restartBecause.join(QStringLiteral(", "))));
    }
    if (headlines.isEmpty())
        headlines.append(tr("Nothing changes"));
    headline_->setTone(plan.fits ? Tone::Text : Tone::Warning);
    QString text = headlines.mid(0, 2).join(QStringLiteral(" · "));
    if (touched > 2)
        text += QStringLiteral(" · ") + tr("and %Ln more app(s)", nullptr, touched - 2);
    if (!plan.fits)
        text += QStringLiteral("; ") + tr("will not fit");
    headline_->setText(text);
    details_->setText(details.mid(0, 4).join(QStringLiteral("; ")));
}

void ReviewPane::showRefused(const appspec::Plan& plan) {
    QStringList lines;
    for (const appspec::Problem& problem : plan.problems) {
        if (problem.severity == appspec::Severity::Error)
            lines.append((problem.path + QStringLiteral("  ") + problem.message).trimmed());
    }
    headline_->setTone(Tone::Bad);
    headline_->setText(tr("The document has %Ln problem(s)", nullptr, int(lines.size())));
    details_->setText(lines.mid(0, 4).join(QLatin1Char('\n')));
}

void ReviewPane::showChanges(const appspec::Plan& plan, const ComparedWith& with, const QString& mine) {
    QList<ChangeRow> rows;
    int restarting = 0, total = 0;
    for (const appspec::AppPlan& app : plan.apps) {
        const QString prefix = plan.apps.size() > 1 ? app.diff.id + QLatin1Char(' ') : QString();
        if (app.diff.kind != appspec::ChangeKind::Changed && !with.document.isEmpty())
            rows.append({app.diff.id,
                         {},
                         {},
                         app.diff.kind == appspec::ChangeKind::Added ? tr("new app") : tr("removed"),
                         app.impact.headline(),
                         {},
                         true});
        total += int(app.diff.changes.size());
        for (qsizetype i = 0; i < app.diff.changes.size() && rows.size() < mostChanges; ++i) {
            const appspec::Change& change = app.diff.changes[i];
            restarting += app.impact.restartBecause.contains(change.field);
            rows.append({app.titles.value(i), prefix + change.path, appspec::changeValue(change, false),
                         appspec::changeValue(change, true), app.effects.value(i), change.pointerAfter,
                         change.kind == appspec::ChangeKind::Added});
        }
    }
    QString title = with.document.isEmpty() ? tr("All of it is new") : tr("%Ln change(s)", nullptr, total);
    if (with.running && total > 0)
        title +=
            QStringLiteral("   ") + (restarting > 0 ? tr("%Ln of them restart(s) the instances", nullptr, restarting)
                                                    : tr("none of them restarts an instance"));
    changesTitle_->setText(title);
    changes_->show(rows);
    changesArea_->setVisible(!rows.isEmpty());
    changesArea_->setMinimumHeight(std::min(changes_->sizeHint().height(), 140));
    changesArea_->setMaximumHeight(std::max(1, changes_->sizeHint().height()));
    text_->show(with.lines, with.title, mine);
    textTitle_->setText(
        tr("Text   %1 changed, %2 added, %3 removed").arg(text_->changed()).arg(text_->added()).arg(text_->removed()));
}

void ReviewPane::setChoices(const QStringList& titles, int current) {
    compared_->clear();
    compared_->addItems(titles);
    compared_->setCurrentIndex(current);
}

void ReviewPane::showForecast(const appspec::Plan& plan, int agents, const QString& rack) {
    // Of several apps the one with the least room says the most.
    const appspec::AppPlan* shown = nullptr;
    int misfits = 0;
    for (const appspec::AppPlan& app : plan.apps) {
        misfits += !app.fits();
        if (!shown || (shown->fits() && !app.fits()) || (shown->toPlace == 0 && app.toPlace > 0))
            shown = &app;
    }
    if (!shown || agents == 0) {
        forecast_->hide();
        forecastTitle_->setText(tr("Placement forecast"));
        forecastNote_->setText(plan.valid ? tr("Nothing is known about the agents.") : QString());
        return;
    }
    const QLocale locale;
    const QString prefix = plan.apps.size() > 1 ? shown->diff.id + QStringLiteral(": ") : QString();
    forecastTitle_->setTone(shown->fits() ? Tone::Text : Tone::Bad);
    forecastTitle_->setText(tr("Placement forecast") + QStringLiteral("   ") + prefix +
                            (shown->fits() ? tr("fits") : tr("does not fit")));
    forecast_->show(*shown, agents, rack);
    QString note = tr("%1 of %2 agents can take one instance now.")
                       .arg(locale.toString(shown->canTakeOne), locale.toString(agents));
    if (shown->toPlace > 0 && shown->fits())
        note = tr("%Ln more instance(s) fit on %1 agents.", nullptr, shown->toPlace)
                   .arg(shown->forecast.placements.size()) +
               QLatin1Char(' ') + note;
    if (!shown->fits()) {
        note = tr("Only %1 of %2 more instances fit.").arg(shown->forecast.fits).arg(shown->toPlace);
        QStringList lacks;
        if (shown->forecast.missing.cpus > 0)
            lacks.append(tr("%1 CPUs").arg(number(shown->forecast.missing.cpus)));
        if (shown->forecast.missing.mem > 0)
            lacks.append(memory(shown->forecast.missing.mem));
        if (!lacks.isEmpty())
            note += QLatin1Char(' ') + tr("The closest agent misses %1.").arg(lacks.join(QStringLiteral(", ")));
    }
    if (misfits > 1)
        note += QLatin1Char(' ') + tr("%Ln app(s) do not fit.", nullptr, misfits);
    forecastNote_->setText(note);
}

void ReviewPane::showSteps(const appspec::Plan& plan) {
    clear(steps_);
    const appspec::AppPlan* drawn = nullptr;
    for (const appspec::AppPlan& app : plan.apps) {
        if (app.impact.kind == appspec::ChangeClass::Restart && (!drawn || app.impact.after > drawn->impact.after))
            drawn = &app;
    }
    if (!drawn && plan.apps.size() == 1)
        drawn = &plan.apps.first();
    chart_->show(drawn ? drawn->impact : appspec::Impact(), drawn ? drawn->course : appspec::UpgradeCourse());
    stepsTitle_->setText(plan.steps.isEmpty() ? tr("Deployment steps")
                                              : tr("Deployment steps   %Ln step(s)", nullptr, int(plan.steps.size())));
    QStringList lines;
    for (qsizetype i = 0; i < plan.steps.size() && i < 8; ++i) {
        QStringList actions;
        for (const appspec::PlanStep::Action& action : plan.steps[i].actions)
            actions.append(action.action + QLatin1Char(' ') + action.app);
        lines.append(tr("%1. %2").arg(i + 1).arg(actions.mid(0, 6).join(QStringLiteral(", "))));
    }
    if (plan.steps.isEmpty() && plan.valid)
        lines.append(tr("No step: nothing is started or stopped."));
    fillLines(steps_, lines, int(Tone::Text));
    QStringList more;
    if (drawn && drawn->impact.kind == appspec::ChangeClass::Restart) {
        if (drawn->course.startedAtOnce > 0)
            more.append(tr("%Ln new instance(s) start at once", nullptr, drawn->course.startedAtOnce));
        if (drawn->course.stoppedAtOnce > 0)
            more.append(tr("%Ln old instance(s) stop at once", nullptr, drawn->course.stoppedAtOnce));
        more.append(tr("Each new one that is healthy and ready ends an old one."));
    }
    if (!plan.steps.isEmpty())
        more.append(tr("Without progress for 2 minutes this counts as stuck, and the cause is shown."));
    fillLines(steps_, more, int(Tone::Secondary));
}

void ReviewPane::showPreview(const cluster::Preview& preview) {
    requests_ = preview.requests;
    updateRequest();
    refusal_ = preview.refusal ? preview.refusal->sentence : QString();
    warnings_->setText(preview.warnings.join(QLatin1Char('\n')));
    warnings_->setVisible(!preview.warnings.isEmpty());
    updateButton();
}

void ReviewPane::updateRequest() {
    QStringList lines;
    bool cut = false;
    for (const net::RequestSummary& request : std::as_const(requests_)) {
        const QString body = QString::fromUtf8(request.body);
        const bool shorten = !wholeBody_ && body.size() > shortBody;
        cut = cut || shorten;
        lines.append(
            QString::fromLatin1(request.method) + QLatin1Char(' ') + request.url.toString() + QLatin1Char('\n') +
            (request.contentType.isEmpty()
                 ? QString()
                 : QStringLiteral("Content-Type: ") + QString::fromLatin1(request.contentType) + QLatin1Char('\n')) +
            QLatin1Char('\n') +
            (shorten ? body.left(shortBody).simplified() + QStringLiteral("… ") +
                           tr("%1 bytes").arg(QLocale().toString(request.body.size()))
             : wholeBody_ ? body
                          : body.simplified()));
    }
    request_->setPlainText(lines.join(QStringLiteral("\n\n")));
    showBody_->setVisible(cut || wholeBody_);
    copyCurl_->setEnabled(!requests_.isEmpty());
}

void ReviewPane::setProtectedName(const QString& cluster, bool isProtected) {
    cluster_ = cluster;
    protected_ = isProtected;
    protect_->setText(tr("Protected cluster. To deploy, type %1").arg(cluster));
    protect_->setVisible(isProtected);
    typed_->setVisible(isProtected);
    typed_->clear();
    deploy_->setText(cluster.isEmpty() ? tr("Deploy") : tr("Deploy to %1").arg(cluster));
    updateButton();
}

void ReviewPane::updateButton() {
    QString reason = refusal_;
    if (!valid_ && reason.isEmpty())
        reason = tr("The document has problems.");
    else if (reason.isEmpty() && protected_ && typed_->text() != cluster_)
        reason = tr("The name is not typed yet.");
    typed_->setGlyph(protected_ && typed_->text() == cluster_ ? std::optional(Glyph::Check) : std::nullopt, Tone::Good);
    deploy_->setRefusal(reason);
    deploy_->setBusy(busy_, tr("Deploying…"));
    keep_->setEnabled(!busy_);
}

void ReviewPane::setBusy(const QString& progress) {
    busy_ = !progress.isEmpty();
    outcome_->setTone(Tone::Accent);
    outcome_->setText(progress);
    updateButton();
}

void ReviewPane::showProgress(const cluster::ActionProgress& progress) {
    setBusy(progress.detail.isEmpty() ? progress.title : progress.title + QStringLiteral(": ") + progress.detail);
    progress_->setVisible(true);
    progress_->show(progress.wanted > 0 ? Progress::State::Running : Progress::State::Busy, progress.reached,
                    progress.wanted, progress.detail);
}

void ReviewPane::showStuck(const QString& text) {
    progress_->show(Progress::State::Stuck, 0, 0, tr("stuck"));
    outcome_->setTone(Tone::Warning);
    outcome_->setText(text);
}

void ReviewPane::showOutcome(bool good, const QString& text) {
    busy_ = false;
    progress_->hide();
    outcome_->setTone(good ? Tone::Good : Tone::Bad);
    outcome_->setText(text);
    updateButton();
}

void ReviewPane::offerWayBack(const QString& text) {
    wayBack_->setText(text);
    wayBack_->setAccessibleName(text);
    wayBack_->setVisible(!text.isEmpty());
}

} // namespace mesoscope::widgets

#include "widgets/editor/review_pane.h"

#include "widgets/controls/button.h"
#include "widgets/controls/field.h"
#include "widgets/controls/panels.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

namespace mesoscope::widgets {
namespace {

QPlainTextEdit* plain(const QString& objectName, const QString& name) {
    auto* const edit = new QPlainTextEdit;
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    edit->setReadOnly(true);
    edit->setFont(theme::font(Text::MonoSmall));
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setFrameShape(QFrame::NoFrame);
    return edit;
}

void clear(QVBoxLayout* column) {
    while (QLayoutItem* const item = column->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

QString number(double value) {
    return QLocale().toString(value, 'g', 6);
}

} // namespace

ReviewPane::ReviewPane(QWidget* parent)
    : QWidget(parent), headline_(new Words({}, Text::Heading)), details_(new Words({}, Text::Body, Tone::Secondary)),
      changes_(new QVBoxLayout), text_(plain(QStringLiteral("reviewText"), tr("Difference of the texts"))),
      forecast_(new QVBoxLayout), steps_(new QVBoxLayout),
      request_(plain(QStringLiteral("reviewRequest"), tr("Request"))), outcome_(new Words({}, Text::Body)),
      protect_(new Words({}, Text::Body, Tone::Secondary)), typed_(new Edit),
      deploy_(new Button(tr("Deploy"), ButtonKind::Primary)) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gapLarge, metrics::gap, metrics::gapLarge, metrics::gap);
    column->setSpacing(metrics::gapSmall);
    column->addWidget(headline_);
    details_->setWordWrap(true);
    column->addWidget(details_);
    auto* const sides = new QHBoxLayout;
    sides->setSpacing(metrics::gapHuge);
    column->addLayout(sides, 1);
    sides->addLayout(leftSide(), 3);
    sides->addLayout(rightSide(), 2);
    for (QVBoxLayout* lines : {changes_, forecast_, steps_})
        lines->setSpacing(0);
    setProtectedName({}, false);
    connect(deploy_, &QPushButton::clicked, this, &ReviewPane::deployWanted);
    connect(typed_, &QLineEdit::textEdited, this, &ReviewPane::updateButton);
}

QLayout* ReviewPane::leftSide() {
    auto* const left = new QVBoxLayout;
    left->addWidget(new Words(tr("Changes"), Text::Strong));
    left->addLayout(changes_);
    left->addWidget(new Words(tr("Text"), Text::Strong));
    left->addWidget(text_, 3);
    left->addWidget(new Words(tr("Request"), Text::Strong));
    request_->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    left->addWidget(request_, 1);
    return left;
}

QLayout* ReviewPane::rightSide() {
    auto* const right = new QVBoxLayout;
    right->addWidget(new Words(tr("Placement forecast"), Text::Strong));
    right->addLayout(forecast_);
    right->addSpacing(metrics::gap);
    right->addWidget(new Words(tr("Deployment steps"), Text::Strong));
    right->addLayout(steps_);
    right->addStretch(1);
    outcome_->setWordWrap(true);
    right->addWidget(outcome_);
    right->addWidget(protect_);
    typed_->setObjectName(QStringLiteral("reviewTypedName"));
    typed_->setAccessibleName(tr("Name of the cluster"));
    right->addWidget(typed_);
    auto* const buttons = new QHBoxLayout;
    auto* const back = new Button(Glyph::Back, tr("Back to editing"));
    back->setObjectName(QStringLiteral("reviewBack"));
    back->setAccessibleName(back->text());
    back->setKeyHint(QStringLiteral("Esc"));
    connect(back, &QPushButton::clicked, this, &ReviewPane::backWanted);
    deploy_->setObjectName(QStringLiteral("reviewDeploy"));
    deploy_->setAccessibleName(tr("Deploy"));
    buttons->addWidget(back);
    buttons->addStretch(1);
    buttons->addWidget(new ButtonReason(deploy_));
    buttons->addWidget(deploy_);
    right->addLayout(buttons);
    return right;
}

void ReviewPane::fillLines(QVBoxLayout* column, const QStringList& lines, int tone) {
    for (const QString& line : lines) {
        auto* const words = new Words(line, Text::Body, Tone(tone));
        words->setElided(true);
        words->setFixedHeight(metrics::rowHeightCompact);
        column->addWidget(words);
    }
}

void ReviewPane::show(const appspec::Plan& plan, const std::vector<appspec::ForecastAgent>& agents,
                      const QByteArray& running, const QByteArray& document) {
    valid_ = plan.valid;
    refusal_.clear();
    busy_ = false;
    outcome_->setText({});
    request_->clear();
    clear(changes_);
    clear(forecast_);
    clear(steps_);
    if (plan.valid)
        showHeadline(plan, running.isEmpty());
    else
        showRefused(plan);
    for (const appspec::AppPlan& app : plan.apps) {
        const QString prefix = plan.apps.size() > 1 ? app.diff.id + QStringLiteral(": ") : QString();
        QStringList lines;
        for (const appspec::FieldSummary& line : app.diff.summary())
            lines.append(prefix + line.text());
        fillLines(changes_, lines, int(Tone::Text));
        if (!agents.empty())
            showForecast(app, prefix);
    }
    showSteps(plan);
    showText(running, document);
    updateButton();
}

void ReviewPane::showHeadline(const appspec::Plan& plan, bool isNew) {
    QStringList headlines, details;
    for (const appspec::AppPlan& app : plan.apps) {
        const QString prefix = plan.apps.size() > 1 ? app.diff.id + QStringLiteral(": ") : QString();
        headlines.append(prefix + app.impact.headline());
        details += app.impact.details();
        if (!app.impact.restartBecause.isEmpty() && !isNew)
            details.append(tr("restarts because of %1").arg(app.impact.restartBecause.join(QStringLiteral(", "))));
    }
    headline_->setText(headlines.mid(0, 3).join(QStringLiteral(" · ")));
    details_->setText(details.mid(0, 6).join(QStringLiteral("; ")));
}

void ReviewPane::showRefused(const appspec::Plan& plan) {
    headline_->setText(tr("The document has problems"));
    details_->setText({});
    QStringList lines;
    for (const appspec::Problem& problem : plan.problems)
        lines.append(problem.path + QStringLiteral("  ") + problem.message);
    fillLines(changes_, lines.mid(0, 8), int(Tone::Bad));
}

void ReviewPane::showForecast(const appspec::AppPlan& app, const QString& prefix) {
    QString place = tr("No more room is needed.");
    if (app.toPlace > 0 && app.fits())
        place = tr("%n more instance(s) fit on %1 agents.", nullptr, app.toPlace).arg(app.forecast.placements.size());
    else if (app.toPlace > 0)
        place = tr("Only %1 of %2 more instances fit.").arg(app.forecast.fits).arg(app.toPlace);
    fillLines(forecast_, {prefix + place}, int(app.fits() ? Tone::Text : Tone::Bad));
    QStringList rejected;
    for (const auto& [reason, count] : app.forecast.rejected)
        rejected.append(reason == appspec::Reject::None
                            ? tr("%n agent(s) could take one more", nullptr, count)
                            : tr("%n agent(s): %1", nullptr, count).arg(appspec::rejectName(reason)));
    if (!app.fits() && app.forecast.missing.mem > 0)
        rejected.append(tr("the closest agent misses %1 MB").arg(number(app.forecast.missing.mem)));
    if (!app.fits() && app.forecast.missing.cpus > 0)
        rejected.append(tr("the closest agent misses %1 CPUs").arg(number(app.forecast.missing.cpus)));
    fillLines(forecast_, rejected, int(Tone::Secondary));
}

void ReviewPane::showSteps(const appspec::Plan& plan) {
    QStringList steps;
    for (qsizetype i = 0; i < plan.steps.size() && i < 8; ++i) {
        QStringList actions;
        for (const appspec::PlanStep::Action& action : plan.steps[i].actions)
            actions.append(action.action + QLatin1Char(' ') + action.app);
        steps.append(tr("%1. %2").arg(i + 1).arg(actions.mid(0, 6).join(QStringLiteral(", "))));
    }
    if (steps.isEmpty())
        steps.append(tr("No step: nothing is started or stopped."));
    fillLines(steps_, steps, int(Tone::Text));
}

void ReviewPane::showText(const QByteArray& running, const QByteArray& document) {
    const QList<appspec::TextLine> lines = appspec::diffText(running, document);
    QStringList shown;
    QList<int> kinds;
    constexpr int context = 3;
    qsizetype hidden = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        bool near = false;
        for (qsizetype k = std::max<qsizetype>(0, i - context); k <= std::min(lines.size() - 1, i + context); ++k)
            near = near || lines[k].kind != appspec::TextLine::Kind::Same;
        if (!near) {
            ++hidden;
            continue;
        }
        if (hidden > 0) {
            shown.append(tr("      %n unchanged line(s)", nullptr, int(hidden)));
            kinds.append(-1);
            hidden = 0;
        }
        const bool added = lines[i].kind == appspec::TextLine::Kind::Added;
        const bool removed = lines[i].kind == appspec::TextLine::Kind::Removed;
        shown.append(QStringLiteral("%1 %2 %3")
                         .arg(removed ? lines[i].before : lines[i].after, 5)
                         .arg(added     ? QStringLiteral("+")
                              : removed ? QStringLiteral("−")
                                        : QStringLiteral(" "),
                              lines[i].text));
        kinds.append(added ? 1 : removed ? 2 : 0);
    }
    if (hidden > 0) {
        shown.append(tr("      %n unchanged line(s)", nullptr, int(hidden)));
        kinds.append(-1);
    }
    text_->setPlainText(shown.join(QLatin1Char('\n')));
    const Theme& theme = theme::of(this);
    QList<QTextEdit::ExtraSelection> marks;
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        if (kinds[i] == 0)
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(text_->document()->findBlockByNumber(int(i)));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        if (kinds[i] > 0)
            mark.format.setBackground(kinds[i] == 1 ? theme.selected : theme.raised);
        else
            mark.format.setForeground(theme.secondary);
        marks.append(mark);
    }
    text_->setExtraSelections(marks);
}

void ReviewPane::showPreview(const cluster::Preview& preview) {
    QStringList requests;
    for (const net::RequestSummary& request : preview.requests)
        requests.append(QString::fromLatin1(request.method) + QLatin1Char(' ') + request.url.toString() +
                        QStringLiteral("\n\n") + QString::fromUtf8(request.body.left(4000)));
    request_->setPlainText(requests.join(QStringLiteral("\n\n")));
    refusal_ = preview.refusal ? preview.refusal->sentence : QString();
    if (!preview.warnings.isEmpty()) {
        outcome_->setTone(Tone::Warning);
        outcome_->setText(preview.warnings.join(QLatin1Char('\n')));
    }
    updateButton();
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
    if (!valid_)
        reason = tr("The document has problems.");
    else if (reason.isEmpty() && protected_ && typed_->text() != cluster_)
        reason = tr("The name is not typed yet.");
    deploy_->setRefusal(reason);
    deploy_->setBusy(busy_, tr("Deploying…"));
}

void ReviewPane::setBusy(const QString& progress) {
    busy_ = !progress.isEmpty();
    outcome_->setTone(Tone::Accent);
    outcome_->setText(progress);
    updateButton();
}

void ReviewPane::showOutcome(bool good, const QString& text) {
    busy_ = false;
    outcome_->setTone(good ? Tone::Good : Tone::Bad);
    outcome_->setText(text);
    updateButton();
}

} // namespace mesoscope::widgets

#include "widgets/apps/why_panel.h"

#include "models/text/format.h"
#include "widgets/inspector/pane.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace mesoscope::widgets {

namespace {

constexpr int funnelRow = 24;
constexpr int noteRow = 20;

std::optional<ActionRequest> requestOf(const scheduler::Command& command) {
    using V = scheduler::Command::Verb;
    using R = ActionRequest::Verb;
    ActionRequest request;
    request.targets = command.targets;
    request.version = command.version;
    request.instances = command.instances;
    request.killAndScale = command.killAndScale;
    request.killAndWipe = command.killAndWipe;
    switch (command.verb) {
    case V::Scale:
        request.verb = R::Scale;
        return request;
    case V::Restart:
        request.verb = R::Restart;
        return request;
    case V::Suspend:
        request.verb = R::Suspend;
        return request;
    case V::ResetDelay:
        request.verb = R::ResetDelay;
        return request;
    case V::KillTasks:
        request.verb = R::KillTasks;
        return request;
    case V::RevertDeployment:
        request.verb = R::RevertDeployment;
        return request;
    case V::StopDeployment:
        request.verb = R::StopDeployment;
        return request;
    case V::DeployVersion:
        request.verb = R::DeployVersion;
        return request;
    default:
        return std::nullopt;
    }
}

QString helpWords(const ActionRequest& request) {
    using R = ActionRequest::Verb;
    switch (request.verb) {
    case R::Scale:
        return WhyPanel::tr("Scale…");
    case R::Restart:
        return WhyPanel::tr("Restart…");
    case R::Suspend:
        return WhyPanel::tr("Suspend…");
    case R::ResetDelay:
        return WhyPanel::tr("Try now…");
    case R::KillTasks:
        return request.killAndWipe ? WhyPanel::tr("Replace with wipe…") : WhyPanel::tr("Kill…");
    case R::RevertDeployment:
        return WhyPanel::tr("Cancel and revert…");
    case R::StopDeployment:
        return WhyPanel::tr("Stop half-way…");
    default:
        return WhyPanel::tr("Deploy version…");
    }
}

QString signOf(scheduler::Evidence::Sign sign) {
    switch (sign) {
    case scheduler::Evidence::Sign::For:
        return QStringLiteral("+");
    case scheduler::Evidence::Sign::Against:
        return QStringLiteral("−");
    case scheduler::Evidence::Sign::Open:
        break;
    }
    return QStringLiteral("·");
}

} // namespace

FunnelView::FunnelView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("whyFunnel"));
    setAccessibleName(tr("Offers examined and refused, by reason"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

/// What refused something has a row; what let everything pass, and what nothing came to, share a line each.
void FunnelView::setRows(const QList<scheduler::FunnelRow>& rows) {
    rows_.clear();
    QStringList passed;
    QStringList unreached;
    for (const auto& row : rows) {
        if (row.refused > 0)
            rows_.append(row);
        else
            (row.examined > 0 ? passed : unreached).append(row.label);
    }
    notes_.clear();
    if (!passed.isEmpty())
        notes_ += tr("Refused nothing: %1").arg(passed.join(QStringLiteral(", ")));
    if (!unreached.isEmpty())
        notes_ += tr("Not reached: %1").arg(unreached.join(QStringLiteral(", ")));
    setToolTip(notes_.join(QLatin1Char('\n')));
    QStringList lines;
    for (const auto& row : rows)
        lines += tr("%1: %2 of %3 refused").arg(row.label).arg(row.refused).arg(row.examined);
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QSize FunnelView::sizeHint() const {
    return {320, (int(rows_.size()) + 1) * funnelRow + int(notes_.size()) * noteRow};
}

void FunnelView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    const int bar = std::min(140, width() / 4);
    const int number = 72;
    const int label = width() - bar - 2 * number - metrics::gap;
    const auto line = [&](int y, const QString& name, const QString& examined, const QString& refused) {
        painter.drawText(QRect(0, y, label, funnelRow), int(Qt::AlignVCenter | Qt::AlignLeft),
                         painter.fontMetrics().elidedText(name, Qt::ElideRight, label));
        drawFigures(painter, QRectF(label, y, number, funnelRow), Qt::AlignVCenter | Qt::AlignRight, examined);
        drawFigures(painter, QRectF(label + number, y, number, funnelRow), Qt::AlignVCenter | Qt::AlignRight, refused);
    };
    painter.setFont(theme::font(Text::Small));
    painter.setPen(theme.secondary);
    line(0, tr("Refused because of"), tr("examined"), tr("refused"));
    int y = funnelRow;
    for (const auto& row : rows_) {
        painter.setPen(mixed(theme.line, theme.surface, 0.3));
        painter.drawLine(0, y, width(), y);
        painter.setFont(theme::font(row.decisive ? Text::Strong : Text::Body));
        painter.setPen(row.refused > 0 ? theme.text : theme.secondary);
        line(y, row.label, text::integer(row.examined), text::integer(row.refused));
        const QRectF ground(width() - bar, y + funnelRow / 2.0 - 3, bar, 6);
        painter.fillRect(ground, theme.raised);
        if (row.refused > 0 && row.examined > 0)
            painter.fillRect(
                QRectF(ground.left(), ground.top(), std::max(2.0, bar * double(row.refused) / double(row.examined)), 6),
                row.decisive ? theme.barGrey : mixed(theme.barGrey, theme.raised, 0.3));
        y += funnelRow;
    }
    painter.setFont(theme::font(Text::Small));
    painter.setPen(theme.secondary);
    for (const QString& note : notes_) {
        painter.drawText(QRect(0, y, width(), noteRow), int(Qt::AlignVCenter | Qt::AlignLeft),
                         painter.fontMetrics().elidedText(note, Qt::ElideRight, width()));
        y += noteRow;
    }
}

WhyPanel::WhyPanel(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("whyPanel"));
    setAccessibleName(tr("Why is it waiting?"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gapLarge + 4, metrics::gap, metrics::gapLarge, metrics::gap);
    column->setSpacing(metrics::gap);
    auto* head = new QHBoxLayout;
    auto* sign = new QLabel;
    sign->setPixmap(icon(Glyph::Clock, Tone::Warning).pixmap(18, 18));
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new Words(tr("Why is it waiting?"), Text::Small, Tone::Secondary));
    sentence_ = new Words(QString(), Text::Title);
    sentence_->setObjectName(QStringLiteral("whySentence"));
    sentence_->setWordWrap(true);
    words->addWidget(sentence_);
    source_ = new Words(QString(), Text::Small, Tone::Secondary);
    head->addWidget(sign, 0, Qt::AlignVCenter);
    head->addLayout(words, 1);
    head->addWidget(source_, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(makeLine(this));
    auto* parts = new QHBoxLayout;
    parts->setSpacing(metrics::gapHuge);
    const auto part = [&](const QString& title, int stretch) {
        auto* holder = new QWidget;
        auto* box = new QVBoxLayout(holder);
        box->setContentsMargins(0, 0, 0, 0);
        box->setSpacing(metrics::gapSmall);
        auto* heading = new Words(title, Text::Strong);
        box->addWidget(heading);
        parts->addWidget(holder, stretch);
        return std::pair(box, heading);
    };
    const auto [funnel, funnelTitle] = part(QString(), 4);
    funnelTitle_ = funnelTitle;
    funnel_ = new FunnelView;
    funnel->addWidget(funnel_);
    offers_ = new Button(Glyph::Search, tr("Ask for the last offers"));
    offers_->setObjectName(QStringLiteral("whyOffers"));
    offers_->setAccessibleName(offers_->text());
    offers_->setToolTip(
        tr("What each agent last offered and what it lacked. The answer is large; it is only read on demand."));
    offersSaid_ = new Words(QString(), Text::Small, Tone::Secondary);
    offersSaid_->setWordWrap(true);
    auto* ask = new QHBoxLayout;
    ask->addWidget(offers_);
    ask->addWidget(offersSaid_, 1);
    funnel->addLayout(ask);
    connect(offers_, &QPushButton::clicked, this, [this] {
        offers_->setBusy(true, tr("Reading"));
        Q_EMIT offersWanted();
    });
    funnel->addStretch(1);
    const auto [hangs, hangsTitle] = part(tr("What it hangs on"), 4);
    Q_UNUSED(hangsTitle)
    evidence_ = new KeyValues;
    evidence_->setKeyWidth(140);
    hangs->addWidget(evidence_);
    hangs->addStretch(1);
    const auto [help, helpTitle] = part(tr("What would help, and its price"), 4);
    helpBox_ = helpTitle->parentWidget();
    help_ = new QVBoxLayout;
    help_->setSpacing(metrics::gapSmall);
    help->addLayout(help_);
    help->addStretch(1);
    column->addLayout(parts);
    hide();
}

void WhyPanel::show(const QString& app, const scheduler::Why& why, const QString& refusal, qint64 nowMs) {
    Q_UNUSED(nowMs)
    if (app != app_)
        showOffers({});
    app_ = app;
    if (why.cause == scheduler::WaitCause::Nothing) {
        hide();
        return;
    }
    sentence_->setText(why.sentence);
    funnelTitle_->setText(why.offersOverMs > 0 ? tr("%1 seen in the last %2")
                                                     .arg(tr("%Ln offer(s)", nullptr, int(why.offersSeen)),
                                                          text::duration(why.offersOverMs))
                                               : tr("%Ln offer(s) seen since it waits", nullptr, int(why.offersSeen)));
    funnel_->setRows(why.funnel);
    funnel_->parentWidget()->setVisible(!why.funnel.isEmpty());
    QList<KeyValue> rows;
    for (const auto& evidence : why.evidence)
        rows.append({signOf(evidence.sign) + QLatin1Char(' ') + evidence.label, evidence.text,
                     evidence.sign == scheduler::Evidence::Sign::Open ? Tone::Unknown : Tone::Text});
    evidence_->setRows(rows);
    showHelp(why.help, refusal);
    helpBox_->setVisible(!why.help.isEmpty());
    QFrame::show();
}

void WhyPanel::showOffers(const QString& sentence) {
    offers_->setBusy(false);
    offersSaid_->setText(sentence);
}

/// Built anew only when the words differ, so that a button keeps the keyboard.
void WhyPanel::showHelp(const QList<scheduler::Help>& help, const QString& refusal) {
    QStringList words{refusal};
    for (const auto& one : help)
        words += one.text + one.cost;
    if (words == helpShown_)
        return;
    helpShown_ = words;
    while (QLayoutItem* item = help_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int number = 0;
    for (const auto& one : help) {
        auto* row = new QWidget;
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        const bool destroys = one.price == scheduler::Help::Price::Destroys;
        auto* text = new QVBoxLayout;
        text->setSpacing(0);
        auto* what = new Words(one.text, Text::Strong);
        what->setWordWrap(true);
        auto* cost = new Words(one.cost, Text::Small, destroys ? Tone::Bad : Tone::Secondary);
        cost->setWordWrap(true);
        text->addWidget(what);
        text->addWidget(cost);
        layout->addLayout(text, 1);
        const auto request = one.command ? requestOf(*one.command) : std::nullopt;
        if (request) {
            auto* button = new Button(helpWords(*request), destroys ? ButtonKind::Danger : ButtonKind::Plain);
            button->setObjectName(QStringLiteral("whyHelp%1").arg(number++));
            button->setAccessibleName(one.text);
            button->setRefusal(refusal);
            connect(button, &QPushButton::clicked, this, [this, request] { Q_EMIT actionRequested(*request); });
            layout->addWidget(button, 0, Qt::AlignTop);
        }
        help_->addWidget(row);
    }
}

void WhyPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.fillRect(rect(), theme.surface);
    paintOutline(painter, QRectF(rect()), theme.line);
    painter.fillRect(QRect(0, 0, 3, height()), theme.warning);
}

} // namespace mesoscope::widgets

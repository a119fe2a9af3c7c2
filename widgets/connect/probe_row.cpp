#include "widgets/connect/probe_row.h"

#include "models/text/format.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"

#include <QGridLayout>
#include <QPainter>

namespace mesoscope::widgets {

namespace {

Look lookOf(ProbeResult::State state) {
    switch (state) {
    case ProbeResult::State::Testing:
        return {Glyph::SourceConnecting, Tone::Accent, {}};
    case ProbeResult::State::Found:
        return {Glyph::Check, Tone::Good, {}};
    case ProbeResult::State::Failed:
        return {Glyph::Warning, Tone::Warning, {}};
    case ProbeResult::State::NotGiven:
        break;
    }
    return {Glyph::StateRunning, Tone::Unknown, {}};
}

} // namespace

ProbeRow::ProbeRow(base::SourceKind part, const QString& placeholder, const QString& without, QWidget* parent)
    : QFrame(parent), part_(part), without_(without), name_(new Words(sourceName(part), Text::Strong)), edit_(new Edit),
      time_(new Words({}, Text::Small, Tone::Secondary)), headline_(new Words),
      detail_(new Words({}, Text::MonoSmall, Tone::Secondary)), advice_(new Words({}, Text::Small)) {
    const QString id = QStringLiteral("connect-part-%1").arg(int(part));
    setObjectName(id);
    edit_->setObjectName(id + QStringLiteral("-address"));
    edit_->setAccessibleName(tr("Address of the %1").arg(sourceName(part)));
    edit_->setPlaceholderText(placeholder);
    edit_->setMonospace(true);
    headline_->setWordWrap(true);
    detail_->setWordWrap(true);
    advice_->setWordWrap(true);
    time_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    time_->setMinimumWidth(64);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(40, 9, 14, 10);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(3);
    grid->setColumnMinimumWidth(0, 84);
    grid->setColumnStretch(1, 1);
    grid->addWidget(name_, 0, 0);
    grid->addWidget(edit_, 0, 1);
    grid->addWidget(time_, 0, 2);
    grid->addWidget(headline_, 1, 1, 1, 2);
    grid->addWidget(detail_, 2, 1, 1, 2);
    grid->addWidget(advice_, 3, 1, 1, 2);
    show({});
    connect(edit_, &QLineEdit::textEdited, this, [this] {
        running_.reset();
        show({});
        Q_EMIT changed();
    });
    connect(edit_, &QLineEdit::editingFinished, this, [this] {
        if (!address().isEmpty() && address() != tested_)
            Q_EMIT testWanted();
    });
    connect(edit_, &QLineEdit::returnPressed, this, &ProbeRow::submitted);
}

QString ProbeRow::address() const {
    return edit_->text().trimmed();
}

void ProbeRow::setAddress(const QString& address) {
    edit_->setText(address);
    running_.reset();
    show({});
}

void ProbeRow::suggest(const QString& address) {
    if (!this->address().isEmpty() || address.isEmpty())
        return;
    setAddress(address);
    Q_EMIT testWanted();
}

void ProbeRow::test(ConnectionTester& tester) {
    tested_ = address();
    if (tested_.isEmpty())
        return show({});
    ProbeResult testing;
    testing.state = ProbeResult::State::Testing;
    testing.headline = tr("Asking…");
    show(testing);
    running_ = std::make_unique<QObject>();
    tester.test(part_, tested_, running_.get(), [this](const ProbeResult& result) {
        show(result);
        Q_EMIT changed();
        if (result.state == ProbeResult::State::Found)
            Q_EMIT found(result);
    });
}

void ProbeRow::show(const ProbeResult& result) {
    result_ = result;
    const bool failed = result.state == ProbeResult::State::Failed;
    const bool given = result.state != ProbeResult::State::NotGiven;
    headline_->setFontRole(failed ? Text::Strong : Text::Body);
    headline_->setTone(failed ? Tone::Warning : given ? Tone::Text : Tone::Secondary);
    headline_->setText(given ? result.headline : address().isEmpty() ? without_ : tr("not tested yet"));
    detail_->setText(result.detail);
    detail_->setVisible(!result.detail.isEmpty());
    QStringList advice;
    for (qsizetype i = 0; i < result.advice.size(); ++i)
        advice.append(result.advice.size() == 1 ? result.advice.at(i)
                                                : QStringLiteral("%1  %2").arg(i + 1).arg(result.advice.at(i)));
    advice_->setText(advice.join(QLatin1Char('\n')));
    advice_->setVisible(!advice.isEmpty());
    if (result.state == ProbeResult::State::Found)
        time_->setText(tr("%1 ms").arg(text::figure(result.milliseconds)));
    else
        time_->setText(failed ? tr("no answer", "of a server that was asked") : QString());
    edit_->setAccessibleDescription(headline_->text() + QLatin1Char(' ') + advice_->text());
    update();
}

void ProbeRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    const bool failed = result_.state == ProbeResult::State::Failed;
    painter.fillRect(rect(), failed ? theme.tint(Tone::Warning) : theme.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
    if (failed)
        painter.fillRect(QRect(0, 0, 3, height()), theme.warning);
    const Look look = lookOf(result_.state);
    paintGlyph(painter, QRectF(13, 15, 16, 16), look.glyph, theme.tone(look.tone));
}

} // namespace mesoscope::widgets

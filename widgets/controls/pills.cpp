#include "widgets/controls/pills.h"

#include "models/text/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QDateTime>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace mesoscope::widgets {

namespace {

constexpr int pillHeight = 24;
constexpr int statePillHeight = 22;
constexpr int sidePadding = 9;
constexpr int signSize = 12;
constexpr int signGap = 5;

QString clockText(qint64 ms) {
    return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("HH:mm:ss"));
}

} // namespace

StatePill::StatePill(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

StatePill::StatePill(const Look& look, QWidget* parent) : StatePill(parent) {
    setLook(look);
}

void StatePill::setLook(const Look& look) {
    look_ = look;
    setAccessibleName(look.word);
    updateGeometry();
    update();
}

void StatePill::setBare(bool bare) {
    bare_ = bare;
    updateGeometry();
    update();
}

QSize StatePill::sizeHint() const {
    const double text = QFontMetricsF(font()).horizontalAdvance(look_.word);
    return {int(std::ceil(text)) + signSize + signGap + (bare_ ? 2 : 2 * sidePadding), statePillHeight};
}

void StatePill::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    const QColor color = isEnabled() ? theme.tone(look_.tone) : theme.disabled;
    const bool calm = look_.tone == Tone::Secondary || look_.tone == Tone::Unknown || look_.tone == Tone::Good;
    if (!bare_)
        paintOutline(painter, rect(), calm ? theme.line : mixed(theme.line, color, 0.45), 1, height() / 2.0);
    const double left = bare_ ? 0 : sidePadding - 1;
    paintGlyph(painter, QRectF(left, (height() - signSize) / 2.0, signSize, signSize), look_.glyph, color);
    painter.setPen(calm ? theme.text : color);
    painter.drawText(QRectF(left + signSize + signGap, 0, width(), height()),
                     int(Qt::AlignVCenter | Qt::TextSingleLine), look_.word);
}

FreshnessPill::FreshnessPill(QWidget* parent) : QAbstractButton(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractButton::clicked, this, &FreshnessPill::retryWanted);
}

void FreshnessPill::setStatus(const base::SourceStatus& status, qint64 nowMs) {
    status_ = status;
    nowMs_ = nowMs;
    refresh();
}

void FreshnessPill::setReplay(const QString& moment) {
    replay_ = moment;
    refresh();
}

void FreshnessPill::setReadOnly(bool readOnly) {
    readOnly_ = readOnly;
    refresh();
}

void FreshnessPill::setCompact(bool compact) {
    compact_ = compact;
    refresh();
}

void FreshnessPill::refresh() {
    const int before = sizeHint().width();
    detail_ = detail();
    setAccessibleName(tr("Source %1").arg(sourceName(status_.kind)));
    setAccessibleDescription(look().word + QLatin1Char(' ') + detail_);
    setToolTip(explanation());
    if (sizeHint().width() != before)
        updateGeometry();
    update();
}

Look FreshnessPill::look() const {
    if (!replay_.isEmpty())
        return {Glyph::SourceReplay, Tone::Accent, QString()};
    return lookOf(status_);
}

QString FreshnessPill::detail() const {
    if (!replay_.isEmpty())
        return replay_;
    const QString age = status_.lastNewsMs > 0 ? text::age(nowMs_ - status_.lastNewsMs) : QString();
    switch (status_.state) {
    case base::SourceState::Off:
        return tr("no source");
    case base::SourceState::Connecting:
        return tr("connecting");
    case base::SourceState::Live:
        return status_.slow ? tr("%1, slow").arg(age) : compact_ ? QString() : age;
    case base::SourceState::Stale:
        return compact_ ? age : tr("stale since %1").arg(clockText(status_.staleSinceMs));
    case base::SourceState::Failed:
        return status_.problem.httpStatus > 0 ? tr("failed: %1").arg(status_.problem.httpStatus) : tr("failed");
    case base::SourceState::Retrying:
        return status_.retryAtMs > nowMs_
                   ? tr("retrying in %1").arg(text::age((status_.retryAtMs - nowMs_ + 999) / 1000 * 1000))
                   : tr("retrying");
    }
    return {};
}

QString FreshnessPill::explanation() const {
    QStringList rows;
    const auto row = [&rows](const QString& key, const QString& value) {
        if (!value.isEmpty())
            rows.append(QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>").arg(key, value.toHtmlEscaped()));
    };
    row(tr("system"), (status_.system + QLatin1Char(' ') + status_.version).trimmed());
    row(tr("address"), status_.url);
    row(tr("leader"), status_.leader);
    row(tr("rate"),
        tr("%1 events/s, %2 requests/s")
            .arg(text::integer(qint64(status_.eventsPerSecond + 0.5)), text::fixed(status_.requestsPerSecond, 1)));
    row(tr("last error"), (status_.problem.sentence + QLatin1Char(' ') + status_.problem.advice).trimmed());
    return QStringLiteral("<b>%1</b><table>%2</table>").arg(sourceName(status_.kind), rows.join(QString()));
}

QSize FreshnessPill::sizeHint() const {
    const QFontMetricsF fm(font());
    double width = 2 * sidePadding + signSize + signGap + fm.horizontalAdvance(sourceName(status_.kind));
    if (!detail_.isEmpty())
        width += 5 + figuresWidth(font(), detail_);
    if (readOnly_)
        width += 5 + signSize;
    return {int(std::ceil(width)) + 1, pillHeight};
}

void FreshnessPill::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    const Look shown = look();
    const QColor color = theme.tone(shown.tone);
    const bool calm = shown.tone == Tone::Good || shown.tone == Tone::Unknown ||
                      (status_.state == base::SourceState::Live && replay_.isEmpty());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(underMouse() || isDown() ? theme.raised : theme.surface);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    paintOutline(painter, rect(),
                 showsFocus(*this) ? theme.accent
                 : calm            ? theme.line
                                   : color,
                 showsFocus(*this) ? 2 : 1, height() / 2.0);
    paintGlyph(painter, QRectF(sidePadding - 1, (height() - signSize) / 2.0, signSize, signSize), shown.glyph, color);
    double x = sidePadding + signSize + signGap - 1;
    const QString name = sourceName(status_.kind);
    painter.setPen(theme.text);
    painter.drawText(QRectF(x, 0, width(), height()), int(Qt::AlignVCenter | Qt::TextSingleLine), name);
    x += QFontMetricsF(font()).horizontalAdvance(name) + 5;
    painter.setPen(calm ? theme.secondary : color);
    drawFigures(painter, QRectF(x, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, detail_);
    if (readOnly_)
        paintGlyph(painter,
                   QRectF(width() - sidePadding - signSize + 2, (height() - signSize) / 2.0, signSize, signSize),
                   Glyph::Lock, theme.secondary);
}

} // namespace mesoscope::widgets

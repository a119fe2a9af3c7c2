#include "widgets/controls/panels.h"

#include "widgets/controls/bars.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/theme_controller.h"

#include <QClipboard>
#include <QEvent>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimerEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <cmath>

namespace mesoscope::widgets {

namespace {

constexpr int keyRow = 22;

/// Paints one glyph in a tone; for layouts.
class Sign final : public QWidget {
public:
    Sign(Glyph glyph, Tone tone, int side, QWidget* parent) : QWidget(parent), glyph_(glyph), tone_(tone) {
        setFixedSize(side, side);
    }
    void set(Glyph glyph, Tone tone) {
        glyph_ = glyph;
        tone_ = tone;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintGlyph(painter, rect(), glyph_, theme::of(this).tone(tone_));
    }

private:
    Glyph glyph_;
    Tone tone_;
};

struct BannerLook {
    Glyph glyph;
    Tone tone;
};

BannerLook lookOf(Banner::Kind kind) {
    switch (kind) {
    case Banner::Kind::Stale:
        return {Glyph::Clock, Tone::Warning};
    case Banner::Kind::ReadOnly:
        return {Glyph::Lock, Tone::Unknown};
    case Banner::Kind::Replay:
        return {Glyph::Play, Tone::Accent};
    case Banner::Kind::Error:
        return {Glyph::StateFailed, Tone::Bad};
    case Banner::Kind::Info:
        break;
    }
    return {Glyph::Info, Tone::Unknown};
}

} // namespace

Words::Words(const QString& text, Text font, Tone tone, QWidget* parent) : QLabel(text, parent), tone_(tone) {
    setFont(theme::font(font));
    setTextFormat(Qt::PlainText);
    recolour();
}

void Words::setTone(Tone tone) {
    if (tone == tone_)
        return;
    tone_ = tone;
    recolour();
}

void Words::setFontRole(Text font) {
    setFont(theme::font(font));
}

void Words::setElided(bool elided) {
    elide_ = elided ? Qt::ElideRight : Qt::ElideNone;
    setSizePolicy(elided ? QSizePolicy::Maximum : QSizePolicy::Preferred, QSizePolicy::Preferred);
    updateGeometry();
}

void Words::setElidedMiddle(bool middle) {
    setElided(middle);
    if (middle)
        elide_ = Qt::ElideMiddle;
}

QSize Words::minimumSizeHint() const {
    return elide_ == Qt::ElideNone ? QLabel::minimumSizeHint() : QSize(24, QLabel::minimumSizeHint().height());
}

void Words::recolour() {
    // Only the foreground is set, as a palette of its own, so that the window's colours still arrive with a new theme.
    QPalette own;
    own.setColor(QPalette::WindowText, theme::of(this).tone(tone_));
    own.setColor(QPalette::Link, theme::of(this).accent);
    if (palette().color(QPalette::WindowText) != own.color(QPalette::WindowText) || !testAttribute(Qt::WA_SetPalette)) {
        QPalette p = QGuiApplication::palette();
        p.setColor(QPalette::WindowText, own.color(QPalette::WindowText));
        p.setColor(QPalette::Disabled, QPalette::WindowText, theme::of(this).disabled);
        setPalette(p);
    }
}

void Words::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ThemeChange) {
        setPalette(QPalette());
        recolour();
    }
}

void Words::paintEvent(QPaintEvent* event) {
    if (elide_ == Qt::ElideNone)
        return QLabel::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const QRect r = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), elide_, r.width());
    painter.drawText(r, int(alignment() | Qt::TextSingleLine), shown);
    if (shown != text() && toolTip().isEmpty())
        setToolTip(text());
}

KeyValues::KeyValues(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void KeyValues::setRows(const QList<KeyValue>& rows) {
    const bool resized = rows.size() != rows_.size();
    rows_ = rows;
    QStringList spoken;
    bool links = false;
    for (const KeyValue& row : rows) {
        spoken.append(QStringLiteral("%1: %2 %3").arg(row.key, row.value, row.rest));
        links = links || !row.link.isEmpty() || row.monospace;
    }
    setAccessibleName(spoken.join(QStringLiteral("; ")));
    setFocusPolicy(links ? Qt::TabFocus : Qt::NoFocus);
    if (resized)
        updateGeometry();
    update();
}

void KeyValues::setKeyWidth(int width) {
    keyWidth_ = width;
    update();
}

QSize KeyValues::sizeHint() const {
    return {keyWidth_ + 180, int(rows_.size()) * keyRow};
}
QSize KeyValues::minimumSizeHint() const {
    return {keyWidth_ + 60, int(rows_.size()) * keyRow};
}

QRectF KeyValues::valueRect(int row) const {
    const double x = keyWidth_ + (rows_.at(row).glyph ? 20 : 0);
    return {x, double(row * keyRow), width() - x, double(keyRow)};
}

int KeyValues::linkAt(const QPoint& position) const {
    const int row = position.y() / keyRow;
    if (position.y() < 0 || row >= rows_.size() || !valueRect(row).contains(position))
        return -1;
    return rows_.at(row).link.isEmpty() && !rows_.at(row).monospace ? -1 : row;
}

bool KeyValues::onCopy(const QPoint& position, int row) const {
    return rows_.at(row).monospace && (rows_.at(row).link.isEmpty() || position.x() > width() - 20);
}

void KeyValues::paintRow(QPainter& painter, int row) const {
    const Theme& theme = theme::of(this);
    const KeyValue& r = rows_.at(row);
    painter.setFont(font());
    painter.setPen(theme.secondary);
    const QRectF key(0, row * keyRow, keyWidth_ - 8, keyRow);
    painter.drawText(key, int(Qt::AlignVCenter | Qt::TextSingleLine),
                     fontMetrics().elidedText(r.key, Qt::ElideRight, int(key.width())));
    QRectF room = valueRect(row);
    const QColor color = r.link.isEmpty() ? theme.tone(r.tone) : theme.accent;
    if (r.glyph)
        paintGlyph(painter, QRectF(keyWidth_, row * keyRow + 4, 14, 14), *r.glyph, theme.tone(r.tone));
    QFont valueFont = r.monospace ? theme::font(Text::Mono) : font();
    valueFont.setUnderline(!r.link.isEmpty() && hovered_ == row);
    painter.setFont(valueFont);
    painter.setPen(color);
    if (r.monospace)
        room.setRight(room.right() - 20);
    const QString value = r.monospace ? elidedMiddle(valueFont, r.value, room.width()) : r.value;
    drawFigures(painter, room, Qt::AlignVCenter | Qt::AlignLeft, value);
    const double used = std::min(figuresWidth(valueFont, value), room.width());
    if (r.monospace)
        paintGlyph(painter, QRectF(room.left() + used + 5, row * keyRow + 4, 14, 14), Glyph::Copy,
                   hovered_ == row ? theme.accent : theme.secondary);
    if (!r.rest.isEmpty() && room.width() - used > 30) {
        painter.setFont(font());
        painter.setPen(theme.secondary);
        drawFigures(painter, room.adjusted(used + 6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, r.rest);
    }
    if (hasFocus() && focused_ == row)
        paintOutline(painter, valueRect(row).adjusted(-3, 1, 0, -1), theme.accent, 2);
}

void KeyValues::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (int i = 0; i < rows_.size(); ++i)
        paintRow(painter, i);
}

void KeyValues::mouseMoveEvent(QMouseEvent* event) {
    hovered_ = linkAt(event->pos());
    setCursor(hovered_ >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void KeyValues::leaveEvent(QEvent* event) {
    hovered_ = -1;
    update();
    QWidget::leaveEvent(event);
}

void KeyValues::mouseReleaseEvent(QMouseEvent* event) {
    const int row = linkAt(event->pos());
    if (row < 0)
        return;
    if (onCopy(event->pos(), row))
        QGuiApplication::clipboard()->setText(rows_.at(row).value);
    else
        Q_EMIT linkActivated(rows_.at(row).link);
}

int KeyValues::step(int from, int by) const {
    for (int row = from + by; row >= 0 && row < rows_.size(); row += by) {
        if (!rows_.at(row).link.isEmpty() || rows_.at(row).monospace)
            return row;
    }
    return from;
}

void KeyValues::activate(int row) {
    if (row < 0 || row >= rows_.size())
        return;
    if (!rows_.at(row).link.isEmpty())
        Q_EMIT linkActivated(rows_.at(row).link);
    else if (rows_.at(row).monospace)
        QGuiApplication::clipboard()->setText(rows_.at(row).value);
}

void KeyValues::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Down:
        focused_ = step(focused_, 1);
        break;
    case Qt::Key_Up:
        focused_ = step(focused_, -1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(focused_);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

bool KeyValues::event(QEvent* event) {
    if (event->type() == QEvent::FocusIn && focused_ < 0)
        focused_ = step(-1, 1);
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = help->pos().y() / keyRow;
        if (row >= 0 && row < rows_.size())
            QToolTip::showText(help->globalPos(), rows_.at(row).tip.isEmpty() ? rows_.at(row).value : rows_.at(row).tip,
                               this);
        return true;
    }
    return QWidget::event(event);
}

Banner::Banner(QWidget* parent)
    : QFrame(parent), bold_(new Words({}, Text::Strong)), text_(new Words), action_(new Button(QString())) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(40, 4, 8, 4);
    row->setSpacing(8);
    text_->setElided(true);
    text_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(bold_);
    row->addWidget(text_, 1);
    row->addWidget(action_);
    action_->setObjectName(QStringLiteral("banner-action"));
    action_->hide();
    setMinimumHeight(36);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(action_, &Button::clicked, this, &Banner::actionTriggered);
}

void Banner::show(Kind kind, const QString& bold, const QString& text, const QString& action) {
    kind_ = kind;
    bold_->setText(bold);
    text_->setText(text);
    action_->setText(action);
    action_->setAccessibleName(action);
    action_->setAccessibleName(action);
    action_->setVisible(!action.isEmpty());
    setAccessibleName(bold + QLatin1Char(' ') + text);
    if (parentWidget()) // without one it would open as a window of its own
        setVisible(true);
    update();
}

void Banner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    const BannerLook look = lookOf(kind_);
    const bool calm = look.tone == Tone::Unknown;
    painter.fillRect(rect(), calm ? theme.surface : theme.tint(look.tone));
    paintOutline(painter, rect(), calm ? theme.line : mixed(theme.line, theme.tone(look.tone), 0.3), 1, 2);
    painter.fillRect(QRect(0, 0, 3, height()), theme.tone(look.tone));
    paintGlyph(painter, QRectF(14, (height() - 16) / 2.0, 16, 16), look.glyph, theme.tone(look.tone));
}

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent), sign_(new Sign(Glyph::Info, Tone::Secondary, 20, this)), progress_(new Progress(this)),
      title_(new Words({}, Text::Strong)), text_(new Words({}, Text::Small, Tone::Secondary)),
      action_(new Button(QString())) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 6);
    column->setSpacing(4);
    title_->setAlignment(Qt::AlignCenter);
    text_->setAlignment(Qt::AlignCenter);
    text_->setWordWrap(true);
    progress_->setBarWidth(120);
    progress_->setFixedWidth(120);
    action_->setObjectName(QStringLiteral("empty-action"));
    column->addStretch();
    column->addWidget(sign_, 0, Qt::AlignHCenter);
    column->addWidget(progress_, 0, Qt::AlignHCenter);
    column->addWidget(title_);
    column->addWidget(text_);
    column->addWidget(action_, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(action_, &Button::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::show(Kind kind, const QString& title, const QString& text, const QString& action) {
    kind_ = kind;
    auto* sign = static_cast<Sign*>(sign_);
    switch (kind) {
    case Kind::Loading:
        break;
    case Kind::KnownEmpty:
        sign->set(Glyph::Empty, Tone::Secondary);
        break;
    case Kind::Unknown:
        sign->set(Glyph::Question, Tone::Unknown);
        break;
    case Kind::Filtered:
        sign->set(Glyph::Filter, Tone::Secondary);
        break;
    case Kind::Error:
        sign->set(Glyph::StateFailed, Tone::Bad);
        break;
    }
    sign_->setVisible(kind != Kind::Loading);
    progress_->setVisible(kind == Kind::Loading);
    if (kind == Kind::Loading)
        progress_->show(Progress::State::Busy, 0, 0, {});
    title_->setText(title);
    text_->setText(text);
    text_->setVisible(!text.isEmpty());
    action_->setText(action);
    action_->setAccessibleName(action);
    action_->setAccessibleName(action);
    action_->setVisible(!action.isEmpty());
    setAccessibleName(title + QLatin1Char(' ') + text);
    if (parentWidget()) // without one it would open as a window of its own
        setVisible(true);
    update();
}

void EmptyState::setProgress(qint64 done, qint64 total) {
    if (total > 0)
        progress_->show(Progress::State::Running, int(done * 1000 / total), 1000, {});
    else
        progress_->show(Progress::State::Busy, 0, 0, {});
}

void EmptyState::setCard(bool card) {
    card_ = card;
    update();
}

void EmptyState::paintEvent(QPaintEvent*) {
    if (!card_)
        return;
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    if (kind_ == Kind::Unknown)
        return paintDashedOutline(painter, rect(), theme.unknown);
    painter.fillRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme.dark ? theme.surface : theme.window);
    paintOutline(painter, rect(), theme.line);
}

Toast::Toast(Kind kind, const QString& title, const QString& text, const QString& action, QWidget* parent)
    : QFrame(parent), kind_(kind), left_(new Words({}, Text::Small, Tone::Secondary, this)) {
    setObjectName(QStringLiteral("toast"));
    setAccessibleName(title + QLatin1Char(' ') + text);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(36, 8, 10, 8);
    row->setSpacing(8);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* bold = new Words(title, Text::Strong);
    auto* plain = new Words(text, Text::Small, Tone::Secondary);
    bold->setElided(true);
    plain->setWordWrap(true);
    words->addWidget(bold);
    words->addWidget(plain);
    row->addLayout(words, 1);
    if (!action.isEmpty()) {
        auto* button = new Button(action, ButtonKind::Quiet, this);
        button->setObjectName(QStringLiteral("toast-action"));
        connect(button, &Button::clicked, this, &Toast::actionTriggered);
        row->addWidget(button, 0, Qt::AlignTop);
    }
    auto* close = Button::iconOnly(Glyph::Close, tr("Close"), this);
    close->setObjectName(QStringLiteral("toast-close"));
    connect(close, &Button::clicked, this, &Toast::closed);
    row->addWidget(left_, 0, Qt::AlignTop);
    row->addWidget(close, 0, Qt::AlignTop);
    left_->setVisible(kind != Kind::Error);
    left_->setFixedWidth(44);
    left_->setContentsMargins(18, 6, 0, 0);
    left_->setText(tr("%1 s").arg(leftMs_ / 1000));
    if (kind != Kind::Error)
        countdown_.start(250, this);
    setFixedWidth(420);
}

void Toast::hold() {
    countdown_.stop();
}

void Toast::timerEvent(QTimerEvent* event) {
    if (event->timerId() != countdown_.timerId())
        return QFrame::timerEvent(event);
    if (underMouse())
        return;
    leftMs_ -= 250;
    left_->setText(tr("%1 s").arg((leftMs_ + 999) / 1000));
    update();
    if (leftMs_ <= 0) {
        countdown_.stop();
        Q_EMIT closed();
    }
}

void Toast::paintCountdown(QPainter& painter) const {
    const QRectF ring(left_->x() + 2, left_->y() + 7, 12, 12);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::of(this).secondary, 1.5));
    painter.drawArc(ring, 90 * 16, -360 * 16 * leftMs_ / 8000);
}

void Toast::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.fillRect(rect(), theme.raised);
    paintOutline(painter, rect(), theme.dark ? theme.control : theme.line);
    const Glyph glyph = kind_ == Kind::Error ? Glyph::StateFailed : kind_ == Kind::Done ? Glyph::Check : Glyph::Info;
    paintGlyph(painter, QRectF(12, 14, 14, 14), glyph, kind_ == Kind::Error ? theme.bad : theme.secondary);
    if (left_->isVisibleTo(this))
        paintCountdown(painter);
}

} // namespace mesoscope::widgets

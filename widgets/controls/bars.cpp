#include "widgets/controls/bars.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme_controller.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTimerEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace mesoscope::widgets {

namespace {

struct Part {
    double amount;
    QColor color;
    bool trouble;
};

/// Widths of the parts on `room` pixels of `total`; troubled ones are never under 3 px, calm ones give way.
std::vector<double> partWidths(const std::vector<Part>& parts, double total, double room) {
    std::vector<double> widths;
    double sum = 0;
    for (const Part& part : parts) {
        double w = total > 0 ? part.amount / total * room : 0;
        if (part.trouble && part.amount > 0)
            w = std::max(w, 3.0);
        widths.push_back(w);
        sum += w;
    }
    for (std::size_t i = 0; i < parts.size() && sum > room; ++i) {
        if (parts[i].trouble)
            continue;
        const double cut = std::min(widths[i], sum - room);
        widths[i] -= cut;
        sum -= cut;
    }
    return widths;
}

void paintParts(QPainter& painter, const QRectF& rect, const std::vector<Part>& parts, double total) {
    const std::vector<double> widths = partWidths(parts, total, rect.width());
    double x = rect.left();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (widths[i] <= 0)
            continue;
        const double gap = x > rect.left() && widths[i] > 2 ? 1 : 0;
        painter.fillRect(QRectF(x + gap, rect.top(), widths[i] - gap, rect.height()), parts[i].color);
        x += widths[i];
    }
}

void paintHollow(QPainter& painter, const QRectF& rect, const Theme& theme) {
    paintOutline(painter, rect, theme.unknown, 1, 1);
}

} // namespace

void paintHealthBar(QPainter& painter, const QRectF& rect, const tables::HealthCounts& counts, const Theme& theme) {
    if (counts.lastKnown)
        return paintHollow(painter, rect, theme);
    painter.fillRect(rect, theme.raised);
    const int known = counts.healthy + counts.unchecked + counts.starting + counts.unhealthy + counts.lost +
                      counts.draining + counts.waiting;
    const double total = std::max({counts.wanted, known, 1});
    paintParts(painter, rect,
               {{double(counts.healthy), theme.barGood, false},
                {double(counts.unchecked), theme.barGrey, false},
                {double(counts.draining), theme.draining, true},
                {double(counts.starting), theme.accent, true},
                {double(counts.unhealthy + counts.waiting), theme.warning, true},
                {double(counts.lost), theme.bad, true}},
               total);
}

void paintCapacityBar(QPainter& painter, const QRectF& rect, const tables::Capacity& capacity, const Theme& theme) {
    if (capacity.lastKnown)
        return paintHollow(painter, rect, theme);
    painter.fillRect(rect, theme.raised);
    if (capacity.total <= 0)
        return;
    const auto width = [&](double amount) { return std::clamp(amount / capacity.total, 0.0, 1.0) * rect.width(); };
    const double allocated = width(capacity.allocated);
    painter.fillRect(QRectF(rect.left(), rect.top(), allocated, rect.height()), theme.barGrey);
    const double reserved = std::max(0.0, width(capacity.reserved) - allocated);
    if (reserved > 1)
        paintOutline(painter, QRectF(rect.left() + allocated, rect.top(), reserved, rect.height()), theme.barGrey, 1,
                     1);
    const double offered = std::min(width(capacity.offered), rect.width() - allocated);
    if (offered > 1)
        paintTexture(painter, QRectF(rect.left() + allocated, rect.top(), offered, rect.height()), Texture::Hatch,
                     theme.accent, 4, 1);
}

QString healthWords(const tables::HealthCounts& counts) {
    QStringList words;
    const auto add = [&words](int n, const QString& text) {
        if (n > 0)
            words.append(text);
    };
    add(counts.healthy, HealthBar::tr("%Ln healthy", nullptr, counts.healthy));
    add(counts.unchecked, HealthBar::tr("%Ln running without a health check", nullptr, counts.unchecked));
    add(counts.starting, HealthBar::tr("%Ln starting", nullptr, counts.starting));
    add(counts.unhealthy, HealthBar::tr("%Ln unhealthy", nullptr, counts.unhealthy));
    add(counts.waiting, HealthBar::tr("%Ln waiting", nullptr, counts.waiting));
    add(counts.draining, HealthBar::tr("%Ln draining", nullptr, counts.draining));
    add(counts.lost, HealthBar::tr("%Ln unreachable", nullptr, counts.lost));
    return words.join(HealthBar::tr(", ", "between parts of a list"));
}

HealthBar::HealthBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(24);
}

void HealthBar::setCounts(const tables::HealthCounts& counts) {
    if (counts == counts_)
        return;
    counts_ = counts;
    const QString words = healthWords(counts);
    setToolTip(words);
    setAccessibleName(words);
    update();
}

void HealthBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintHealthBar(painter, rect(), counts_, theme::of(this));
}

Progress::Progress(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Progress::show(State state, int reached, int wanted, const QString& text, const QString& rest) {
    state_ = state;
    reached_ = reached;
    wanted_ = wanted;
    text_ = text;
    rest_ = rest;
    setAccessibleName(text + QLatin1Char(' ') + rest);
    if (state == State::Busy && !reducedMotion())
        sweep_.start(40, this);
    else
        sweep_.stop();
    updateGeometry();
    update();
}

void Progress::setBarWidth(int width) {
    barWidth_ = width;
    updateGeometry();
    update();
}

QSize Progress::sizeHint() const {
    if (text_.isEmpty())
        return {barWidth_, 20};
    const double text = figuresWidth(theme::font(Text::Strong), text_) + 6 + figuresWidth(font(), rest_);
    return {barWidth_ + 12 + int(std::ceil(text)), 20};
}

void Progress::paintBar(QPainter& painter, const QRectF& bar) const {
    const Theme& theme = theme::of(this);
    const double part = wanted_ > 0 ? std::clamp(double(reached_) / wanted_, 0.0, 1.0) : 0;
    if (state_ == State::Steps) {
        const double width = (bar.width() - 3 * (wanted_ - 1)) / std::max(wanted_, 1);
        for (int i = 0; i < wanted_; ++i) {
            const QRectF box(bar.left() + i * (width + 3), bar.top(), width, bar.height());
            if (i < reached_)
                painter.fillRect(box, theme.accent);
            else
                paintOutline(painter, box, theme.control, 1, 1);
        }
        return;
    }
    painter.fillRect(bar, theme.raised);
    QRectF filled = bar;
    filled.setWidth(bar.width() * part);
    switch (state_) {
    case State::Running:
        painter.fillRect(filled, theme.accent);
        break;
    case State::Done:
        painter.fillRect(bar, theme.barGrey);
        break;
    case State::Stopped:
        painter.fillRect(filled, theme.barGrey);
        painter.fillRect(QRectF(filled.right(), bar.top() - 1, 2, bar.height() + 2), theme.text);
        break;
    case State::Stuck:
        paintTexture(painter, bar.adjusted(0, 0, -bar.width() * 0.3, 0), Texture::Hatch, theme.warning, 5, 2);
        break;
    case State::Busy: {
        const double width = bar.width() * 0.3;
        const double x = bar.left() + (bar.width() - width) * (0.5 - 0.5 * std::cos(phase_ * 0.06));
        painter.fillRect(QRectF(x, bar.top(), width, bar.height()), theme.accent);
        break;
    }
    case State::Steps:
        break;
    }
}

void Progress::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    const double barWidth = text_.isEmpty() ? width() : barWidth_;
    paintBar(painter, QRectF(0, std::round(height() / 2.0 - 3), barWidth, 6));
    if (text_.isEmpty())
        return;
    painter.setFont(theme::font(Text::Strong));
    painter.setPen(theme.text);
    const double x = barWidth + 12;
    drawFigures(painter, QRectF(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, text_);
    const double next = x + figuresWidth(painter.font(), text_) + 6;
    painter.setFont(font());
    painter.setPen(state_ == State::Stuck ? theme.warning : theme.secondary);
    drawFigures(painter, QRectF(next, 0, width() - next, height()), Qt::AlignVCenter | Qt::AlignLeft, rest_);
}

void Progress::timerEvent(QTimerEvent* event) {
    if (event->timerId() != sweep_.timerId())
        return QWidget::timerEvent(event);
    ++phase_;
    if (isVisible())
        update(QRect(0, 0, text_.isEmpty() ? width() : barWidth_, height()));
}

Sparkline::Sparkline(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setPoints(std::vector<double> points, double top) {
    if (points.size() > 60)
        points.erase(points.begin(), points.end() - 60);
    points_ = std::move(points);
    top_ = top;
    update();
}

void Sparkline::setTone(Tone tone) {
    tone_ = tone;
    update();
}

void Sparkline::setStale(bool stale) {
    stale_ = stale;
    update();
}

void Sparkline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = theme::of(this);
    const QColor color = theme.tone(stale_ ? Tone::Unknown : tone_);
    QPen pen(color, 1.25);
    if (stale_ || points_.empty())
        pen.setDashPattern({2, 2});
    painter.setPen(pen);
    const QRectF r = QRectF(rect()).adjusted(1, 3, -5, -3);
    if (points_.empty()) {
        painter.drawLine(QPointF(r.left(), r.bottom()), QPointF(r.right(), r.bottom()));
        return;
    }
    double top = top_;
    for (double p : points_)
        top = std::max(top, std::isnan(p) ? 0.0 : p);
    const auto at = [&](std::size_t i) {
        const double share = top > 0 ? points_[i] / top : 0;
        const double across = points_.size() > 1 ? double(i) / double(points_.size() - 1) : 1;
        return QPointF(r.left() + across * r.width(), r.bottom() - share * r.height());
    };
    QPainterPath path;
    bool open = false;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        if (std::isnan(points_[i])) {
            open = false;
            continue;
        }
        open ? path.lineTo(at(i)) : path.moveTo(at(i));
        open = true;
    }
    painter.drawPath(path);
    if (open && !stale_) {
        painter.setBrush(color);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(at(points_.size() - 1), 2, 2);
    }
}

void paintTrail(QPainter& painter, const QPointF& leftMiddle, const QByteArray& trail, int places, const Theme& theme) {
    constexpr double step = 4;
    const qsizetype shown = std::min<qsizetype>(trail.size(), places);
    for (qsizetype i = 0; i < shown; ++i) {
        const double x = leftMiddle.x() + double(places - shown + i) * step;
        const char mark = trail.at(trail.size() - shown + i);
        if (mark == '+')
            painter.fillRect(QRectF(x, leftMiddle.y() - 4, 3, 8), theme.barGood);
        else if (mark == '-')
            painter.fillRect(QRectF(x, leftMiddle.y() - 8, 3, 16), theme.bad);
        else
            painter.fillRect(QRectF(x, leftMiddle.y() + 3, 3, 1.5), theme.unknown);
    }
}

HistoryStrip::HistoryStrip(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void HistoryStrip::setMarks(std::vector<Mark> marks) {
    marks_ = std::move(marks);
    updateGeometry();
    update();
}

QSize HistoryStrip::sizeHint() const {
    return {int(marks_.size()) * 4, 18};
}

void HistoryStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    const double middle = height() / 2.0;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        const double x = double(i) * 4;
        switch (marks_[i]) {
        case Mark::Passed:
            painter.fillRect(QRectF(x, middle - 4, 3, 8), theme.barGood);
            break;
        case Mark::Failed:
            painter.fillRect(QRectF(x, middle - 8, 3, 16), theme.bad);
            break;
        case Mark::Unknown:
            painter.fillRect(QRectF(x, middle + 3, 3, 1.5), theme.unknown);
            break;
        case Mark::Before:
            break;
        }
    }
}

Ramp::Ramp(Kind kind, const QStringList& ticks, QWidget* parent) : QWidget(parent), kind_(kind), ticks_(ticks) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(ticks.join(QLatin1Char(' ')));
}

QSize Ramp::sizeHint() const {
    return {200, ticks_.isEmpty() ? 12 : 34};
}

void Ramp::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    const QRectF bar(0, 0, width(), ticks_.isEmpty() ? height() : 14);
    const int steps = 48;
    for (int i = 0; i < steps; ++i) {
        const double at = double(i) / (steps - 1);
        const QColor color = kind_ == Kind::Sequential ? theme.sequentialAt(at) : theme.divergingAt(2 * at - 1);
        painter.fillRect(QRectF(bar.width() * i / steps, 0, bar.width() / steps + 1, bar.height()), color);
    }
    painter.setFont(theme::font(Text::Small));
    painter.setPen(theme.secondary);
    for (qsizetype i = 0; i < ticks_.size(); ++i) {
        const double x = ticks_.size() > 1 ? double(i) / double(ticks_.size() - 1) * width() : 0;
        const Qt::Alignment align = i == 0 ? Qt::AlignLeft : i + 1 == ticks_.size() ? Qt::AlignRight : Qt::AlignHCenter;
        const double left = i == 0 ? 0 : i + 1 == ticks_.size() ? width() - 60 : x - 30;
        painter.drawText(QRectF(left, 16, 60, 18), int(align | Qt::AlignTop), ticks_.at(i));
    }
}

MapCell::MapCell(State state, QWidget* parent) : QWidget(parent), state_(state) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MapCell::setSide(int side) {
    side_ = side;
    updateGeometry();
}

void MapCell::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    const bool ring = state_ == State::Selected || state_ == State::Found;
    const QRectF cell = ring ? QRectF(rect()).adjusted(3, 3, -3, -3) : QRectF(rect());
    QColor fill = theme.sequentialAt(0.6);
    QColor dots = theme.sequentialAt(theme.dark ? 0.85 : 0.95);
    switch (state_) {
    case State::Lost:
        painter.fillRect(cell, theme.tint(Tone::Bad));
        paintTexture(painter, cell, Texture::Hatch, theme.bad, 6, 1.5);
        return;
    case State::Draining:
        painter.fillRect(cell, theme.tint(Tone::Draining));
        paintTexture(painter, cell, Texture::Stripes, theme.draining, 6, 1.5);
        return;
    case State::Deactivated:
        paintDashedOutline(painter, cell, theme.secondary);
        return;
    case State::LastKnown:
        paintOutline(painter, cell, theme.secondary, 1, 0);
        fill = Qt::transparent;
        dots = theme.secondary;
        break;
    case State::Hidden:
        fill = mixed(fill, theme.surface, 0.72);
        dots = mixed(dots, theme.surface, 0.72);
        break;
    default:
        break;
    }
    painter.fillRect(cell, fill);
    for (int i = 0; side_ >= 20 && i < 15; ++i)
        painter.fillRect(QRectF(cell.left() + 4 + (i % 5) * 5, cell.top() + 5 + (i / 5) * 6, 3, 3), dots);
    if (state_ == State::Deploying) {
        const QPointF corner[] = {cell.topRight(), cell.topRight() + QPointF(-12, 0), cell.topRight() + QPointF(0, 12)};
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawPolygon(corner, 3);
    }
    if (ring)
        paintOutline(painter, rect(), theme.text, 2, 0);
    if (state_ == State::Found) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.surface, 2));
        painter.setBrush(theme.accent);
        painter.drawEllipse(cell.center(), 5, 5);
    }
}

} // namespace mesoscope::widgets

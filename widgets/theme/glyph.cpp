#include "widgets/theme/glyph.h"

#include "widgets/theme/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>

namespace mesoscope::widgets {

namespace {

constexpr std::array fileNames = {
    "map",
    "apps",
    "deployments",
    "tasks",
    "agents",
    "gateway",
    "slo",
    "incident",
    "connect",
    "scale",
    "restart",
    "edit",
    "kill",
    "suspend",
    "deploy",
    "search",
    "close",
    "more",
    "lock",
    "unlock",
    "bell",
    "back",
    "forward",
    "chevron-down",
    "chevron-up",
    "chevron-left",
    "chevron-right",
    "check",
    "warning",
    "error",
    "info",
    "question",
    "copy",
    "refresh",
    "drain",
    "link-broken",
    "clock",
    "filter",
    "columns",
    "play",
    "pause",
    "plus",
    "minus",
    "arrow-up",
    "arrow-down",
    "arrow-right",
    "panel",
    "code",
    "destroy",
    "rollback",
    "open",
    "terminal",
    "folder",
    "file",
    "user",
    "settings",
    "sun",
    "moon",
    "download",
    "history",
    "route",
    "pin",
    "state-staging",
    "state-starting",
    "state-running",
    "state-healthy",
    "state-unhealthy",
    "state-killing",
    "state-finished",
    "state-killed",
    "state-failed",
    "state-lost",
    "state-gone",
    "state-dropped",
    "source-live",
    "source-slow",
    "source-stale",
    "source-connecting",
    "source-retrying",
    "source-replay",
    "empty",
    "agent-active",
    "agent-draining",
    "agent-drained",
    "agent-maintenance",
    "agent-deactivated",
    "agent-unreachable",
    "agent-gone",
};
static_assert(fileNames.size() == std::size_t(Glyph::Count));

QByteArray recoloured(Glyph glyph, const QColor& color) {
    QFile file(QStringLiteral(":/icons/") + QLatin1String(fileNames.at(std::size_t(glyph))) + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

QPixmap render(Glyph glyph, int pixels, const QColor& color) {
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(recoloured(glyph, color));
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter);
    return pixmap;
}

QPixmap cached(Glyph glyph, int pixels, const QColor& color) {
    const QString key = QStringLiteral("mesoscope-glyph-%1-%2-%3").arg(int(glyph)).arg(pixels).arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(glyph, pixels, color);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

class GlyphEngine final : public QIconEngine {
public:
    GlyphEngine(Glyph glyph, Tone tone) : glyph_(glyph), tone_(tone) {}

    QIconEngine* clone() const override { return new GlyphEngine(glyph_, tone_); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        paintGlyph(*painter, rect, glyph_, color(mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return cached(glyph_, std::min(size.width(), size.height()), color(mode));
    }

private:
    QColor color(QIcon::Mode mode) const {
        const Theme& theme = theme::of(QGuiApplication::palette());
        return theme.tone(mode == QIcon::Disabled ? Tone::Disabled : tone_);
    }

    Glyph glyph_;
    Tone tone_;
};

} // namespace

void paintGlyph(QPainter& painter, const QRectF& rect, Glyph glyph, const QColor& color) {
    const double side = std::min(rect.width(), rect.height());
    const double scale = painter.device()->devicePixelRatioF() * painter.worldTransform().m11();
    const int pixels = int(std::lround(side * scale));
    if (pixels <= 0)
        return;
    const QPointF corner(std::round(rect.center().x() - side / 2), std::round(rect.center().y() - side / 2));
    painter.drawPixmap(QRectF(corner, QSizeF(side, side)), cached(glyph, pixels, color), QRectF(0, 0, pixels, pixels));
}

QIcon icon(Glyph glyph) {
    return icon(glyph, Tone::Text);
}

QIcon icon(Glyph glyph, Tone tone) {
    return QIcon(new GlyphEngine(glyph, tone));
}

} // namespace mesoscope::widgets

#include "widgets/theme/fonts.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

/// Families that say nothing about what the user likes: the fallback a bare system ends at.
bool isFallbackFamily(const QString& family) {
    static const QStringList fallbacks{QStringLiteral("DejaVu Sans"), QStringLiteral("Bitstream Vera Sans"),
                                       QStringLiteral("Helvetica"), QStringLiteral("Nimbus Sans")};
    return fallbacks.contains(QFontInfo(QFont(family)).family());
}

QFont sized(double points, QFont::Weight weight) {
    QFont f = QGuiApplication::font();
    f.setPointSizeF(points);
    f.setWeight(weight);
    return f;
}

QFont mono(double points) {
    QFont f(QStringList{QStringLiteral("JetBrains Mono"), QStringLiteral("monospace"),
                        QStringLiteral("Noto Sans Mono CJK SC")});
    f.setPointSizeF(points);
    f.setStyleHint(QFont::Monospace);
    return f;
}

double digitWidth(const QFontMetricsF& metrics) {
    return std::max(metrics.horizontalAdvance(u'0'), metrics.horizontalAdvance(u'4'));
}

bool hasDigits(QStringView text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

namespace theme {

QFont interfaceFont() {
    const QFont system = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const QString family = isFallbackFamily(system.family()) ? QStringLiteral("Inter") : system.family();
    QFont f(QStringList{family, QStringLiteral("Noto Sans CJK SC")});
    f.setPointSizeF(10);
    return f;
}

QFont font(Text text) {
    switch (text) {
    case Text::Body:
        return sized(10, QFont::Normal);
    case Text::Strong:
        return sized(10, QFont::DemiBold);
    case Text::Small:
        return sized(9, QFont::Normal);
    case Text::SmallStrong:
        return sized(9, QFont::DemiBold);
    case Text::Title:
        return sized(13, QFont::DemiBold);
    case Text::Heading:
        return sized(15, QFont::DemiBold);
    case Text::Key:
        return sized(20, QFont::DemiBold);
    case Text::Mono:
        return mono(9.5);
    case Text::MonoSmall:
        return mono(8.5);
    }
    return sized(10, QFont::Normal);
}

} // namespace theme

double layFigures(const QFont& font, QStringView text, const std::function<void(const QString&, double)>& piece) {
    const QFontMetricsF metrics(font);
    const double cell = digitWidth(metrics);
    double x = 0;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i + 1;
        const bool digit = text.at(i).isDigit();
        while (!digit && end < text.size() && !text.at(end).isDigit())
            ++end;
        const QString run = text.mid(i, end - i).toString();
        const double width = digit ? metrics.horizontalAdvance(text.at(i)) : metrics.horizontalAdvance(run); // unshaped
        piece(run, digit ? x + (cell - width) / 2 : x);
        x += digit ? cell : width;
        i = end;
    }
    return x;
}

double figuresWidth(const QFont& font, QStringView text) {
    return layFigures(font, text, [](const QString&, double) {});
}

void drawFigures(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text) {
    const QFontMetricsF metrics(painter.font());
    QList<std::pair<QString, double>> pieces; // measuring is most of the cost: once
    const auto keep = [&](const QString& run, double x) { pieces.emplace_back(run, x); };
    const double width = hasDigits(text) ? layFigures(painter.font(), text, keep) : rect.width() + 1;
    if (width > rect.width()) {
        painter.drawText(rect, int(alignment | Qt::TextSingleLine),
                         metrics.elidedText(text, Qt::ElideRight, rect.width()));
        return;
    }
    double left = rect.left();
    if (alignment & Qt::AlignRight)
        left = rect.right() - width;
    else if (alignment & Qt::AlignHCenter)
        left = rect.center().x() - width / 2;
    double base = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    if (alignment & Qt::AlignTop)
        base = rect.top() + metrics.ascent();
    else if (alignment & Qt::AlignBottom)
        base = rect.bottom() - metrics.descent();
    for (const auto& [run, x] : std::as_const(pieces))
        painter.drawText(QPointF(left + x, base), run);
}

} // namespace mesoscope::widgets

#include "widgets/connect/scenario_card.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <array>

namespace mesoscope::widgets {

namespace {

constexpr double pictureWidth = 90;
constexpr double pictureHeight = 45;

/// Draws into a box of 90 × 45; the origin is its corner.
class Sketch {
public:
    Sketch(QPainter& painter, const Theme& theme) : p_(painter), theme_(theme) {}

    void draw(const QString& id) {
        p_.setRenderHint(QPainter::Antialiasing);
        if (id == QLatin1String("crash-loop"))
            crashLoop();
        else if (id == QLatin1String("leader-failover"))
            failover();
        else if (id == QLatin1String("slow-service"))
            slow();
        else if (id == QLatin1String("bad-override"))
            badOverride();
        else
            agents(id);
    }

private:
    QColor quiet() const { return theme_.sequentialAt(theme_.dark ? 0.22 : 0.2); }
    QColor strong() const { return theme_.sequentialAt(theme_.dark ? 0.75 : 0.6); }

    void agents(const QString& id) {
        p_.setRenderHint(QPainter::Antialiasing, false);
        for (int i = 0; i < 32; ++i) {
            const int column = i % 8;
            const int row = i / 8;
            const QRectF cell(column * 11.5, row * 11.5, 10, 10);
            const bool lost = id == QLatin1String("rack-lost") ? column == 4 || column == 5
                                                               : id == QLatin1String("agent-lost") && i == 13;
            if (lost) {
                paintTexture(p_, cell, Texture::Hatch, theme_.bad, 7, 1.5);
                paintOutline(p_, cell, theme_.bad, 1, 0);
                continue;
            }
            QColor fill = quiet();
            if (id == QLatin1String("rolling-deploy"))
                fill = column < 3 || (column == 3 && row > 1) ? strong() : column == 3 ? theme_.accent : quiet();
            p_.fillRect(cell, fill);
        }
    }

    void cross(QPointF at, const QColor& color) {
        p_.setPen(QPen(color, 1.75));
        p_.drawLine(at + QPointF(-3, -3.5), at + QPointF(3, 3.5));
        p_.drawLine(at + QPointF(3, -3.5), at + QPointF(-3, 3.5));
    }

    void crashLoop() {
        constexpr std::array starts{0.0, 18.0, 38.0, 64.0};
        for (double x : starts) {
            p_.fillRect(QRectF(x, 8, 6, 30), quiet());
            cross(QPointF(x + 12, 23), theme_.bad);
        }
        p_.fillRect(QRectF(0, 38, pictureWidth, 1), theme_.line);
    }

    void failover() {
        const QPointF middle(46, 25);
        p_.setBrush(Qt::NoBrush);
        QPen dashed(theme_.bad, 1.5);
        dashed.setDashPattern({2, 2});
        p_.setPen(dashed);
        p_.drawEllipse(QPointF(14, 25), 10, 10);
        cross(QPointF(14, 25), theme_.bad);
        p_.setPen(QPen(strong(), 6));
        p_.drawEllipse(middle, 7, 7);
        p_.setPen(QPen(strong(), 1.5));
        p_.drawEllipse(QPointF(78, 25), 10, 10);
        QPainterPath arc;
        arc.moveTo(16, 11);
        arc.quadTo(30, 2, 42, 11);
        p_.setPen(QPen(theme_.secondary, 1.5));
        p_.drawPath(arc);
        p_.drawLine(QPointF(42, 11), QPointF(42, 6));
        p_.drawLine(QPointF(42, 11), QPointF(37, 11));
    }

    void slow() {
        QPen dashed(theme_.secondary, 1);
        dashed.setDashPattern({3, 2});
        p_.setPen(dashed);
        p_.drawLine(QPointF(0, 18), QPointF(pictureWidth, 18));
        p_.setPen(QPen(strong(), 1.75));
        p_.drawPolyline(QPolygonF({{0, 36}, {12, 34}, {24, 36}, {36, 32}, {48, 28}, {58, 20}}));
        p_.setPen(QPen(theme_.warning, 1.75));
        p_.drawPolyline(QPolygonF({{58, 20}, {66, 13}, {76, 8}, {90, 6}}));
        p_.fillRect(QRectF(0, 43, pictureWidth, 1), theme_.line);
    }

    void badOverride() {
        p_.setPen(QPen(strong(), 1.75));
        p_.setBrush(strong());
        p_.drawEllipse(QPointF(7, 23), 4, 4);
        p_.setBrush(Qt::NoBrush);
        p_.drawPolyline(QPolygonF({{11, 23}, {30, 23}, {46, 6}, {70, 6}}));
        p_.drawLine(QPointF(30, 23), QPointF(38, 23));
        p_.drawLine(QPointF(52, 23), QPointF(70, 23));
        p_.drawPolyline(QPolygonF({{30, 23}, {46, 40}, {70, 40}}));
        for (double y : {2.0, 19.0, 36.0})
            p_.fillRect(QRectF(74, y, 10, 8), quiet());
        cross(QPointF(45, 23), theme_.warning);
    }

    QPainter& p_;
    const Theme& theme_;
};

} // namespace

QList<Scenario> scenarios() {
    return {
        {QStringLiteral("calm"), ScenarioCard::tr("Calm"),
         ScenarioCard::tr("Steady traffic, nothing breaks. A place to look around."), ScenarioCard::tr("no end")},
        {QStringLiteral("rolling-deploy"), ScenarioCard::tr("Rolling deploy"),
         ScenarioCard::tr("/shop/checkout goes to a new version in batches."), ScenarioCard::tr("%1 min").arg(4)},
        {QStringLiteral("crash-loop"), ScenarioCard::tr("Crash loop"),
         ScenarioCard::tr("One app exits soon after every start; its delay grows."), ScenarioCard::tr("%1 min").arg(6)},
        {QStringLiteral("agent-lost"), ScenarioCard::tr("Agent lost"),
         ScenarioCard::tr("One agent stops answering; its tasks start elsewhere."), ScenarioCard::tr("%1 min").arg(3)},
        {QStringLiteral("rack-lost"), ScenarioCard::tr("Rack lost"),
         ScenarioCard::tr("A switch fails and a whole rack is unreachable."), ScenarioCard::tr("%1 min").arg(8)},
        {QStringLiteral("leader-failover"), ScenarioCard::tr("Leader fail-over"),
         ScenarioCard::tr("The leading master dies; another is elected."), ScenarioCard::tr("%1 min").arg(2)},
        {QStringLiteral("slow-service"), ScenarioCard::tr("Slow service"),
         ScenarioCard::tr("p99 of one service passes its objective."), ScenarioCard::tr("%1 min").arg(10)},
        {QStringLiteral("bad-override"), ScenarioCard::tr("Bad override"),
         ScenarioCard::tr("One wrong line in fabio freezes its routing table."), ScenarioCard::tr("%1 min").arg(5)},
    };
}

ScenarioCard::ScenarioCard(const Scenario& scenario, QWidget* parent) : QAbstractButton(parent), scenario_(scenario) {
    setObjectName(QStringLiteral("scenario-") + scenario.id);
    setText(scenario.title);
    setAccessibleName(scenario.title);
    setAccessibleDescription(scenario.text);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ScenarioCard::setCompact(bool compact) {
    compact_ = compact;
    updateGeometry();
}

void ScenarioCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.fillRect(rect().adjusted(1, 1, -1, -1), isChecked()    ? theme.selected
                                                    : underMouse() ? theme.hover
                                                                   : theme.surface);
    paintOutline(painter, rect(), theme.line);
    if (isChecked())
        painter.fillRect(QRect(0, 0, 3, height()), theme.accent);
    painter.save();
    painter.translate(14, (height() - pictureHeight) / 2);
    Sketch(painter, theme).draw(scenario_.id);
    painter.restore();

    const QRectF words(14 + pictureWidth + 18, 0, width() - pictureWidth - 46, height());
    painter.setFont(theme::font(Text::Small));
    painter.setPen(theme.secondary);
    const double length = QFontMetricsF(painter.font()).horizontalAdvance(scenario_.length);
    painter.drawText(words, int(Qt::AlignRight | Qt::AlignVCenter), scenario_.length);
    const QRectF room = words.adjusted(0, 0, -length - 12, 0);
    painter.setFont(theme::font(Text::Strong));
    painter.setPen(theme.text);
    const QFontMetricsF body(theme::font(Text::Body));
    const bool wraps = body.horizontalAdvance(scenario_.text) > room.width();
    const double top = height() / 2.0 - (wraps ? 1.5 : 1) * 20;
    painter.drawText(QRectF(room.left(), top, room.width(), 20), int(Qt::AlignVCenter), scenario_.title);
    painter.setFont(theme::font(Text::Body));
    painter.setPen(theme.secondary);
    painter.drawText(QRectF(room.left(), top + 20, room.width(), wraps ? 40 : 20),
                     int(Qt::AlignTop) | int(Qt::TextWordWrap), scenario_.text);
    if (showsFocus(*this))
        paintFocusRing(painter, rect(), theme);
}

} // namespace mesoscope::widgets

// Quantities without axes: health, progress, a short history, a ramp. Paint functions are shared with table cells.
#pragma once

#include "models/tables/roles.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/tone.h"

#include <QBasicTimer>
#include <QWidget>

#include <vector>

namespace mesoscope::widgets {

void paintHealthBar(QPainter& painter, const QRectF& rect, const tables::HealthCounts& counts, const Theme& theme);
void paintCapacityBar(QPainter& painter, const QRectF& rect, const tables::Capacity& capacity, const Theme& theme);

/// The marks of a cluster::HealthTrail, 4 px each, the newest at the right end of `places`; by shape as well as colour.
void paintTrail(QPainter& painter, const QPointF& leftMiddle, const QByteArray& trail, int places, const Theme& theme);

/// Segments with counts on hover; a troubled segment is never under 3 px.
class HealthBar final : public QWidget {
    Q_OBJECT
public:
    explicit HealthBar(QWidget* parent = nullptr);
    void setCounts(const tables::HealthCounts& counts);
    QSize sizeHint() const override { return {160, 8}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    tables::HealthCounts counts_;
};
/// "58 healthy, 2 starting, 4 lost".
QString healthWords(const tables::HealthCounts& counts);

/// Progress of one thing, with the sentence beside it.
class Progress final : public QWidget {
    Q_OBJECT
public:
    enum class State {
        Running,
        Busy,  ///< no known end
        Stuck, ///< hatched amber
        Done,
        Stopped, ///< where it ended stays
        Steps,   ///< a few attempts, drawn as separate boxes
    };
    explicit Progress(QWidget* parent = nullptr);
    /// rest: secondary text behind, e.g. "about 20 s left".
    void show(State state, int reached, int wanted, const QString& text, const QString& rest = {});
    /// Only the bar.
    void setBarWidth(int width);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void paintBar(QPainter& painter, const QRectF& bar) const;

    State state_ = State::Running;
    int reached_ = 0;
    int wanted_ = 0;
    int barWidth_ = 110;
    QString text_;
    QString rest_;
    QBasicTimer sweep_;
    int phase_ = 0;
};

/// Sixty points at most, the last marked. NaN is a gap and stays open. All sparklines of one column share a scale.
class Sparkline final : public QWidget {
    Q_OBJECT
public:
    explicit Sparkline(QWidget* parent = nullptr);
    /// top: the value of the upper edge; 0 takes the largest value. The lower edge is 0.
    void setPoints(std::vector<double> points, double top = 0);
    void setTone(Tone tone);
    void setStale(bool stale); ///< dashed
    QSize sizeHint() const override { return {100, 20}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<double> points_;
    double top_ = 0;
    Tone tone_ = Tone::Secondary;
    bool stale_ = false;
};

/// The last checks of one instance by shape as well as colour: passed a bar, failed taller, not known a low dash.
class HistoryStrip final : public QWidget {
    Q_OBJECT
public:
    enum class Mark : quint8 { Passed, Failed, Unknown, Before }; ///< Before: it had not started
    explicit HistoryStrip(QWidget* parent = nullptr);
    void setMarks(std::vector<Mark> marks);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Mark> marks_;
};

/// A ramp with its end words.
class Ramp final : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Sequential, Diverging };
    Ramp(Kind kind, const QStringList& ticks, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind kind_;
    QStringList ticks_;
};

/// One agent as the map draws it, for legends and explanations.
class MapCell final : public QWidget {
    Q_OBJECT
public:
    enum class State { Lost, Draining, Deactivated, LastKnown, Deploying, Selected, Found, Hidden, Plain };
    explicit MapCell(State state, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {side_, side_}; }
    void setSide(int side);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    State state_;
    int side_ = 36;
};

} // namespace mesoscope::widgets

// The event rate of the last hour under the map, with the switch that holds the picture still. GUI thread.
#pragma once

#include <QWidget>

#include <array>

class QToolButton;

namespace mesoscope::widgets {

class EventStrip final : public QWidget {
    Q_OBJECT
public:
    static constexpr int buckets = 240; ///< of 15 s

    explicit EventStrip(QWidget* parent = nullptr);

    /// Events of one hand-over; `troubled` marks its time in red (agents lost, tasks failed).
    void add(qint64 atMs, std::uint32_t events, bool troubled);
    /// Moves the end of the strip to this wall clock time.
    void setNow(qint64 nowMs);
    /// Another cluster: nothing is known, and the picture moves.
    void reset();
    bool isPaused() const { return pausedAtMs_ != 0; }
    void setPaused(bool paused);
    std::uint32_t eventsInLastHour() const;
    QSize sizeHint() const override { return {400, 56}; }

Q_SIGNALS:
    void pausedChanged(bool paused);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Bucket {
        std::uint32_t events = 0;
        bool troubled = false;
    };
    static constexpr qint64 bucketMs = 15'000;

    QRectF chart() const;
    void paintState(QPainter& painter);
    void paintBars(QPainter& painter);
    void paintTimes(QPainter& painter);
    QString stateWord() const;
    void retranslate();
    int bucketAt(double x) const;

    QToolButton* pause_ = nullptr;
    std::array<Bucket, buckets> ring_{}; ///< by absolute bucket number modulo
    qint64 newest_ = 0;                  ///< absolute number of the newest bucket
    qint64 firstMs_ = 0;                 ///< when this strip began to count
    qint64 nowMs_ = 0;
    qint64 pausedAtMs_ = 0;
};

} // namespace mesoscope::widgets

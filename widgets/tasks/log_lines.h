// The lines of a log book: letter, time, level, text with the matches marked. Shows only the rows that are visible and
// asks for those; however long the log is, scrolling costs the same.
#pragma once

#include "models/cluster/log_reader.h"

#include <QAbstractScrollArea>

namespace mesoscope::widgets {

/// GUI thread. At the end it follows; scrolled up it stays on its line.
class LogLines final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit LogLines(QWidget* parent = nullptr);

    void setView(const cluster::LogViewPtr& view);
    /// How the sources of the book belong to letters.
    void setLetters(std::function<int(int source)> logOf);
    void clear();
    /// Scrolls to a row; `current` paints its matches stronger.
    void showRow(qint64 row, bool current);
    void showEnd();
    bool isFollowing() const { return following_; }
    /// The row that is looked at: the current match, else the first visible one.
    qint64 row() const;
    /// Times of the first and last visible line; 0 without lines.
    std::pair<qint64, qint64> visibleTimes() const;
    QString selectedText() const;

Q_SIGNALS:
    void windowWanted(qint64 first, int count); ///< first -1: the end
    void followingChanged(bool following);
    void scrolled();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int rowHeight() const;
    int visibleRows() const;
    const master::LogRow* rowAt(qint64 row) const;
    qint64 firstVisible() const;
    void ask();
    void setFollowing(bool on);
    void fitScrollBars();
    void moveCursor(qint64 to, bool extend);
    void paintRow(QPainter& painter, qint64 number, const master::LogRow& row, const QRectF& place) const;
    void paintText(QPainter& painter, qint64 number, const master::LogRow& row, QRectF room) const;

    cluster::LogViewPtr view_;
    std::function<int(int)> logOf_;
    qint64 shift_ = 0; ///< of the view before
    qint64 current_ = -1;
    qint64 anchor_ = -1;
    qint64 cursor_ = -1;
    bool following_ = true;
    bool settling_ = false;
};

} // namespace mesoscope::widgets

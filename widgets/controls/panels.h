// Blocks of words: key-value panel, banner, empty state, toast.
#pragma once

#include "widgets/controls/button.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/look.h"

#include <QFrame>
#include <QLabel>
#include <QList>

class QHBoxLayout;
class QVBoxLayout;

namespace mesoscope::widgets {

/// A QLabel that takes font and colour from the theme and keeps them when the theme changes.
class Words final : public QLabel {
    Q_OBJECT
public:
    explicit Words(const QString& text = {}, Text font = Text::Body, Tone tone = Tone::Text, QWidget* parent = nullptr);
    void setTone(Tone tone);
    void setFontRole(Text font);
    /// One line that is elided at the right instead of asking for room; the whole text is the tool tip.
    void setElided(bool elided);
    /// Ids keep both ends.
    void setElidedMiddle(bool middle);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void recolour();

    Tone tone_;
    Qt::TextElideMode elide_ = Qt::ElideNone;
};

struct KeyValue {
    QString key;
    QString value;
    Tone tone = Tone::Text;
    QString rest = {}; ///< secondary, behind the value
    std::optional<Glyph> glyph = {};
    bool monospace = false; ///< an id: elided in the middle, with a copy button
    QString link = {};      ///< makes the value a link; given back by linkActivated
    QString tip = {};       ///< tool tip; the exact time of an age
};

class KeyValues final : public QWidget {
    Q_OBJECT
public:
    explicit KeyValues(QWidget* parent = nullptr);
    /// Keeps the existing rows and only changes what differs.
    void setRows(const QList<KeyValue>& rows);
    void setKeyWidth(int width);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkActivated(const QString& link);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF valueRect(int row) const;
    int linkAt(const QPoint& position) const;
    bool onCopy(const QPoint& position, int row) const;
    void paintRow(QPainter& painter, int row) const;
    int step(int from, int by) const;
    void activate(int row);

    QList<KeyValue> rows_;
    int keyWidth_ = 76;
    int hovered_ = -1;
    int focused_ = -1;
};

/// One at a time, the worst; one action.
class Banner final : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Stale, ReadOnly, Replay, Error, Info };
    explicit Banner(QWidget* parent = nullptr);
    void show(Kind kind, const QString& bold, const QString& text, const QString& action = {});
    Kind kind() const { return kind_; }

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind kind_ = Kind::Info;
    Words* bold_;
    Words* text_;
    Button* action_;
};

/// Loading, known to be empty, not known, filtered away and failed are five looks; one sentence, one action.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Loading, KnownEmpty, Unknown, Filtered, Error };
    explicit EmptyState(QWidget* parent = nullptr);
    void show(Kind kind, const QString& title, const QString& text, const QString& action = {});
    /// Loading: what has come so far; total 0 when nobody knows.
    void setProgress(qint64 done, qint64 total);
    /// A card with a border instead of bare words on the page.
    void setCard(bool card);
    Kind kind() const { return kind_; }

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind kind_ = Kind::Loading;
    bool card_ = false;
    QWidget* sign_;
    class Progress* progress_;
    Words* title_;
    Words* text_;
    Button* action_;
};

/// The outcome of something the user did. A good one closes itself after 8 s (unless pointed at), an error stays.
class Toast final : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Done, Error, Info };
    Toast(Kind kind, const QString& title, const QString& text, const QString& action = {}, QWidget* parent = nullptr);

    Kind kind() const { return kind_; }
    /// Stops the count-down; for pictures and tests.
    void hold();

Q_SIGNALS:
    void actionTriggered();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void paintCountdown(QPainter& painter) const;

    Kind kind_;
    QBasicTimer countdown_;
    int leftMs_ = 8000;
    Words* left_;
};

} // namespace mesoscope::widgets

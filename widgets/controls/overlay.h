// A dimmed layer over the whole window that holds one thing to decide or to find. Keyboard stays inside; Escape closes.
// A child of the window, not a window: no nested event loop, and a picture of the window shows it.
#pragma once

#include <QWidget>

namespace mesoscope::widgets {

class Overlay : public QWidget {
    Q_OBJECT
public:
    /// Covers host (its window's central area) and follows its size.
    explicit Overlay(QWidget* host);

    /// Takes the content; placed by placeContent().
    void setContent(QWidget* content);
    QWidget* content() const { return content_; }
    /// Shows it above everything and moves the keyboard in; closing gives the keyboard back.
    void open();
    void dismiss();

Q_SIGNALS:
    void dismissed(); ///< Escape, or a press outside of the content

protected:
    /// Where the content stands; centred by default.
    virtual QRect contentRect() const;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* content_ = nullptr;
    QWidget* focusBefore_ = nullptr;
};

} // namespace mesoscope::widgets

// Choosing one of a few: segments side by side; and an on/off switch. (Check boxes are QCheckBox in our style.)
#pragma once

#include <QCheckBox>
#include <QList>
#include <QWidget>

class QAbstractButton;

namespace mesoscope::widgets {

class SegmentedChoice final : public QWidget {
    Q_OBJECT
public:
    /// name: what is chosen ("Size"), for screen readers; also the prefix of the segments' object names.
    SegmentedChoice(const QString& objectName, const QString& name, const QStringList& options,
                    QWidget* parent = nullptr);

    int current() const { return current_; }
    void setCurrent(int index); ///< does not emit chosen()
    void setOptions(const QStringList& options);
    QStringList options() const;
    int count() const { return int(segments_.size()); }

Q_SIGNALS:
    void chosen(int index); ///< by the user

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build(const QStringList& options);
    void choose(int index);

    QList<QAbstractButton*> segments_;
    int current_ = 0;
};

class Switch final : public QCheckBox {
    Q_OBJECT
public:
    explicit Switch(const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override { return rect().contains(position); }
};

} // namespace mesoscope::widgets

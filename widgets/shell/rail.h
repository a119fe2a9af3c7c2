// The navigation rail: one button a page, with words, or icons alone in a narrow window. Alt+1 … Alt+8.
#pragma once

#include "widgets/theme/glyph.h"

#include <QAbstractButton>
#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace mesoscope::widgets {

class RailButton final : public QAbstractButton {
    Q_OBJECT
public:
    RailButton(const QString& id, Glyph glyph, const QString& label, QWidget* parent = nullptr);
    void setNarrow(bool narrow);
    void setBadge(int count);
    void setLabel(const QString& label);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Glyph glyph_;
    int badge_ = 0;
    bool narrow_ = false;
};

class Rail final : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);
    RailButton* add(const QString& id, Glyph glyph, const QString& label);
    RailButton* button(const QString& id) const;
    void setCurrent(const QString& id);
    void setNarrow(bool narrow);
    /// Without a cluster only what works without one can be chosen.
    void setPagesEnabled(bool enabled);

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* column_;
    QList<RailButton*> buttons_;
};

} // namespace mesoscope::widgets

// The small card beside the pointer that explains one cell.
#pragma once

#include "widgets/theme/tone.h"

#include <QWidget>

namespace mesoscope::widgets {

struct HoverContent {
    QString title;
    QString state;
    Tone tone = Tone::Secondary;
    QList<std::pair<QString, QString>> rows;
    friend bool operator==(const HoverContent&, const HoverContent&) = default;
};

/// A child of the map that never takes the mouse.
class HoverCard final : public QWidget {
    Q_OBJECT
public:
    explicit HoverCard(QWidget* map);

    /// Shows the content beside the cell, inside the map.
    void showBeside(const QRect& cell, const HoverContent& content);
    const HoverContent& content() const { return content_; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    HoverContent content_;
};

} // namespace mesoscope::widgets

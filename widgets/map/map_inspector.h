// Draws inspector content, with its actions as buttons. GUI thread.
#pragma once

#include "widgets/map/inspector_content.h"
#include "widgets/theme/text_shaper.h"

#include <QWidget>

class QGridLayout;
class QScrollArea;

namespace mesoscope::widgets {

class Words;

/// The painted part: height follows the width and the content.
class InspectorSheet final : public QWidget {
    Q_OBJECT
public:
    explicit InspectorSheet(QWidget* parent = nullptr);
    void setContent(const InspectorContent& content);
    const InspectorContent& content() const { return content_; }
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    /// What stands shortened in the row at this height, whole; empty where nothing is shortened.
    QString wholeAt(double at) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override; ///< the whole text of a shortened row as a tool tip

private:
    /// What all bars of the sheet share, so that they can be compared.
    struct Columns {
        double labels = 60;
        double tail = 60; ///< behind the bar
    };
    Columns columns(double width) const;
    /// Draws, or only measures with a null painter; the height that was used.
    double lay(QPainter* painter, double width) const;
    double layTop(QPainter* painter, double width) const; ///< everything above the sections
    double layHead(QPainter* painter, double width) const;
    double layHealth(QPainter* painter, double y, double width) const;
    double laySection(QPainter* painter, const InspectorContent::Section& section, double y, double width,
                      const Columns& columns) const;
    double layRow(QPainter* painter, const InspectorContent::Row& row, double y, double width,
                  const Columns& columns) const;
    double layText(QPainter* painter, const QString& text, Tone tone, double y, double width) const;
    QString spoken() const;
    double widthOf(const QString& text) const;

    InspectorContent content_;
    mutable TextShaper shaper_; ///< keeps shapes only: what is drawn stays a function of the content
};

class MapInspector final : public QWidget {
    Q_OBJECT
public:
    explicit MapInspector(QWidget* parent = nullptr);
    /// Cheap when nothing changed.
    void setContent(const InspectorContent& content);
    const InspectorContent& content() const { return sheet_->content(); }

Q_SIGNALS:
    void actionChosen(mesoscope::widgets::ActionRequest::Verb verb);

private:
    void makeButtons(const QList<InspectorContent::Action>& actions);
    void showReasons(const QList<InspectorContent::Action>& actions);

    InspectorSheet* sheet_ = nullptr;
    QScrollArea* scroll_ = nullptr;
    QWidget* buttons_ = nullptr;
    QGridLayout* grid_ = nullptr;
    Words* reasons_ = nullptr;
};

} // namespace mesoscope::widgets

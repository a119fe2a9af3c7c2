// Two texts line by line, beside each other or in one column; what did not change is folded to a line. GUI thread.
#pragma once

#include "models/appspec/diff.h"

#include <QAbstractScrollArea>

namespace mesoscope::widgets {

class TextDiffView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TextDiffView(QWidget* parent = nullptr);
    void show(const QList<appspec::TextLine>& lines, const QString& beforeTitle, const QString& afterTitle);
    void setSideBySide(bool beside);
    /// Every line, or only what changed with three lines around it.
    void setWhole(bool whole);
    int changed() const { return changed_; }
    int added() const { return added_; }
    int removed() const { return removed_; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What stands in one line of the view.
    struct Row {
        int before = -1; ///< index into lines_, -1: nothing there
        int after = -1;
        int hidden = 0; ///< so many unchanged lines are folded here
    };
    void arrange();
    void fold(QList<Row>& rows) const;
    void pair(QList<Row>& rows);
    int lineHeight() const;
    void paintRow(QPainter& painter, const Row& row, double y) const;
    void paintSide(QPainter& painter, const QRectF& area, int line, int other, bool after) const;
    void paintInline(QPainter& painter, const QRectF& area, int line) const;

    QList<appspec::TextLine> lines_;
    QList<Row> rows_;
    QString beforeTitle_;
    QString afterTitle_;
    bool beside_ = true;
    bool whole_ = false;
    int changed_ = 0;
    int added_ = 0;
    int removed_ = 0;
};

} // namespace mesoscope::widgets

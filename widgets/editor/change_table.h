// The changes of a document as rows: field with its path, before, after, and what follows from it. GUI thread.
#pragma once

#include <QList>
#include <QWidget>

namespace mesoscope::widgets {

struct ChangeRow {
    QString title;
    QString path;
    QString before; ///< empty: it was not set
    QString after;  ///< empty: it goes
    QString effect;
    QString pointer;
    bool added = false;
};

class ChangeTable final : public QWidget {
    Q_OBJECT
public:
    explicit ChangeTable(QWidget* parent = nullptr);
    void show(const QList<ChangeRow>& rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A row was pressed: its value is wanted in the editor.
    void chosen(const QString& pointer);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    int rowAt(const QPoint& position) const;
    void choose(int row);
    void paintRow(QPainter& painter, int index) const;

    QList<ChangeRow> rows_;
    int hovered_ = -1;
    int focused_ = -1;
};

} // namespace mesoscope::widgets

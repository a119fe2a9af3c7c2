// A table of objects as every page shows it: one delegate, a header with units, keys, a hold while the pointer or a
// key is on it, and columns that give way when there is little room.
#pragma once

#include "models/tables/snapshot_table_model.h"

#include <QBasicTimer>
#include <QHash>
#include <QTableView>

namespace mesoscope::widgets {

class TwoLineHeader;
class RowDelegate;
class Button;

/// GUI thread. Enter opens the current object, Space asks for a preview (or ticks it where rows have boxes and Ctrl is
/// held), arrows move. The selection stays on its object when rows move.
class ObjectTable final : public QTableView {
    Q_OBJECT
public:
    /// name: what the table holds, for screen readers.
    ObjectTable(const tables::Table& table, const QString& objectName, const QString& name, QWidget* parent = nullptr);

    tables::SnapshotTableModel& rows() { return model_; }
    const tables::SnapshotTableModel& rows() const { return model_; }

    /// The object under the cursor; empty when there is none.
    QString currentObject() const;
    /// Whether its place is on screen: the table itself may stand behind the look of an empty list.
    bool isInView() const { return parentWidget() ? parentWidget()->isVisible() : isVisible(); }
    /// Makes it current and scrolls to it; remembered until it appears when it is not there yet.
    bool showObject(const QString& id);
    /// Several rows may be selected (their fill), beside the current one.
    void setMultiSelection(bool on);
    /// Letters before some rows, by object.
    void setLetters(const QHash<QString, int>& letters);
    /// Check boxes before the rows.
    void setTicks(bool on);
    /// Builds a list as long as the selection; ask selectedCount() for how many.
    QStringList selectedObjects() const;
    int selectedCount() const;
    void setSort(const QByteArray& column, bool descending);
    /// Never shown here, whatever the room: what a page says elsewhere.
    void setColumnShown(std::string_view column, bool shown);
    /// Takes the room that is left over.
    void setStretch(std::string_view column);
    bool isHeld() const { return held_; }

Q_SIGNALS:
    void opened(const QString& id);        ///< Enter, double click
    void previewWanted(const QString& id); ///< Space
    void currentChangedTo(const QString& id);
    void selectionChangedTo(int count);
    void sortWanted(const QByteArray& column, bool descending);
    void holdChanged(bool held);
    void shownChanged(bool shown); ///< isInView()
    void expandWanted(const QString& group, bool expanded);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    void sortBy(int section);
    void applied();
    void fitColumns();
    int preferredWidth(int section) const;
    void updateHold();
    bool toggleGroup(int row, bool open);
    void openRow(int row);
    void hover(int row);
    void spanRows();
    void keepSelection();
    void restoreSelection();
    void restoreAll(const tables::RowOrder& before);

    tables::SnapshotTableModel model_;
    TwoLineHeader* header_;
    RowDelegate* delegate_;
    Button* moved_;
    QByteArray sort_;
    bool descending_ = false;
    QSet<QByteArray> suppressed_;
    int stretch_ = -1;
    bool pointed_ = false;
    bool held_ = false;
    QBasicTimer keyed_;
    QString wanted_;
    QSet<int> spanned_;
    /// A large selection while rows change places.
    struct Kept {
        tables::RowOrderPtr order;
        std::vector<std::pair<int, int>> rows; ///< first and last, in that order's numbers
        bool all = false;
    };
    Kept kept_;
};

} // namespace mesoscope::widgets

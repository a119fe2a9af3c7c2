// A small table of facts that are read at once: flags, metrics, containers. With a filter over it when there are many.
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

class QTreeWidget;

namespace mesoscope::widgets {

class Edit;
class Words;

/// GUI thread.
class FactTable final : public QWidget {
    Q_OBJECT
public:
    /// `numbers`: columns that are aligned right.
    FactTable(const QString& objectName, const QString& name, const QStringList& columns,
              const QList<int>& numbers = {}, QWidget* parent = nullptr);

    void setRows(const QList<QStringList>& rows);
    /// One sentence instead of rows; empty shows the rows.
    void setSentence(const QString& sentence);
    void setFilterShown(bool shown);
    /// The first cell of the chosen row; empty without one.
    QString current() const;

Q_SIGNALS:
    void currentChanged();

private:
    void filter();

    Edit* filter_;
    Words* sentence_;
    QTreeWidget* tree_;
    QList<int> numbers_;
    QList<QStringList> rows_;
};

} // namespace mesoscope::widgets

// Two definitions side by side as people mean the difference: one row per field that differs, what it was and what it
// is.
#pragma once

#include <QTreeWidget>

namespace mesoscope::widgets {

/// GUI thread. Documents are the texts as the scheduler holds them; what cannot be read is said in one row.
class DiffView final : public QTreeWidget {
    Q_OBJECT
public:
    explicit DiffView(const QString& objectName, QWidget* parent = nullptr);

    /// Heads of the columns: what stands on each side ("version of 10:31", "runs now").
    void show(const QByteArray& before, const QByteArray& after, const QString& beforeName, const QString& afterName);
    void showNothing(const QString& sentence);
    /// Fields that differ.
    int differences() const { return differences_; }

private:
    void addRow(const QString& field, const QString& before, const QString& after);

    int differences_ = 0;
};

/// "image, env +2": the fields that differ in a few words; empty when there are none or a text can't be read.
QString differenceWords(const QByteArray& before, const QByteArray& after, int most = 4);

} // namespace mesoscope::widgets

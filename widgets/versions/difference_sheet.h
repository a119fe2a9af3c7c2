// Somebody changed an app meanwhile: what is different between what was looked at and what runs now, and the way on.
#pragma once

#include <QFrame>

namespace mesoscope::widgets {

class DiffView;
class Words;

/// GUI thread; a child of the window, deleted when it closes.
class DifferenceSheet final : public QFrame {
    Q_OBJECT
public:
    DifferenceSheet(const QString& app, const QString& sentence, QWidget* parent = nullptr);
    void show(const QByteArray& seen, const QByteArray& now);
    void showProblem(const QString& sentence);
    QSize sizeHint() const override { return {820, 460}; }

Q_SIGNALS:
    void againWanted(); ///< decide again, on what runs now
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    DiffView* view_;
};

/// Opens it over the window.
DifferenceSheet* openDifferenceSheet(QWidget* window, const QString& app, const QString& sentence);

} // namespace mesoscope::widgets

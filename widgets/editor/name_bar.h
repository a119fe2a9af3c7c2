// One name to give, in a line above the page instead of a dialog. GUI thread.
#pragma once

#include <QFrame>

#include <functional>

namespace mesoscope::widgets {

class Button;
class Edit;
class Words;

class NameBar final : public QFrame {
    Q_OBJECT
public:
    explicit NameBar(QWidget* parent = nullptr);
    /// `take` gets the name once it was given; nothing is called when the user steps back.
    void ask(const QString& question, const QString& name, const QString& button, std::function<void(QString)> take);
    bool stepBack();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void given();

    Words* question_;
    Edit* name_;
    Button* take_;
    std::function<void(QString)> callback_;
};

} // namespace mesoscope::widgets

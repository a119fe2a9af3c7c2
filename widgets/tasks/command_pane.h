// A command in the container of a task: what it says, what it is told, how it ended.
#pragma once

#include "models/cluster/task_command.h"

#include <QPointer>
#include <QStringDecoder>
#include <QWidget>

#include <array>
#include <memory>

class QPlainTextEdit;

namespace mesoscope::widgets {

class Button;
class Edit;
class Field;
class Switch;
class Words;

/// GUI thread. One command at a time; leaving the task or the page ends it.
class CommandPane final : public QWidget {
    Q_OBJECT
public:
    explicit CommandPane(QWidget* parent = nullptr);
    ~CommandPane() override;

    /// Null: the session ended, and with it the command.
    void attach(cluster::Session* session);
    void open(const QString& task, const cluster::SnapshotPtr& snapshot);
    void apply(const cluster::SnapshotPtr& snapshot);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void remember(QStringList& list, const QString& line);
    bool recall(bool older);
    void showNotice();
    void run();
    void stop();
    void send();
    void end(const QString& outcome, bool good);
    void append(const QByteArray& bytes, bool isError);
    void appendText(const QString& text, bool isError);
    void refreshRefusal();
    const cluster::TaskRow* row();
    bool isNameTyped() const;

    QPointer<cluster::Session> session_;
    cluster::SnapshotPtr snapshot_;
    std::unique_ptr<cluster::TaskCommand> command_;
    QString task_;
    cluster::Slot slot_ = cluster::noSlot; ///< where it was found last
    qint64 soughtMs_ = 0;
    std::array<QStringDecoder, 2> decoders_;

    Words* where_;
    Edit* line_;
    Switch* terminal_;
    Button* run_;
    Button* stop_;
    Words* outcome_;
    Edit* name_;
    Words* nameWords_;
    Words* notice_;
    QPlainTextEdit* output_;
    Edit* input_;
    Button* send_;
    Button* close_;
    QStringList commands_; ///< oldest first, without one after the other being the same
    QStringList inputs_;
    qsizetype recalled_ = -1; ///< place in the list of the line that has the focus; -1: its own words
    QString own_;             ///< what was being written before an older line was called back
};

} // namespace mesoscope::widgets

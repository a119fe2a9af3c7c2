// A headless command: starts, works in the event loop, ends with an exit code. It prints; the models do the rest.
#pragma once

#include "app/arguments.h"

#include <QObject>
#include <QTextStream>

namespace mesoscope::app::commands {

enum ExitCode { Done = 0, No = 1, WrongUse = 2, NotConnected = 3 };

class Command : public QObject {
    Q_OBJECT
public:
    explicit Command(Arguments arguments, QObject* parent = nullptr)
        : QObject(parent), arguments_(std::move(arguments)) {}
    /// Called once inside the event loop.
    virtual void start() = 0;

Q_SIGNALS:
    /// Emitted exactly once; nothing is printed afterwards.
    void finished(int exitCode);

protected:
    const Arguments& arguments() const { return arguments_; }
    void finish(int exitCode);
    void print(const QString& line);
    void printJson(const QJsonObject& object);
    void printJson(const QJsonArray& array);
    /// One sentence with what to do, to stderr.
    void complain(const base::Error& error);

private:
    Arguments arguments_;
    bool finished_ = false;
};

} // namespace mesoscope::app::commands

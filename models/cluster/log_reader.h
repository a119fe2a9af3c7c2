// A live, merged, searchable view of the logs of several tasks: the tail that brings the bytes (session thread) and the
// book that keeps, filters and searches the lines (a thread of its own), behind one object for a page.
// Thread: GUI. Nothing here waits: every question is answered by a viewChanged().
#pragma once

#include "models/cluster/log_tail.h"
#include "models/master/log_book.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace mesoscope::cluster {

using LogViewPtr = std::shared_ptr<const master::LogView>;

class LogDesk;

class LogReader : public QObject {
    Q_OBJECT
public:
    LogReader(Session& session, const base::Clock& clock, const TailWish& wish, QObject* parent = nullptr);
    ~LogReader() override;

    LogTail& tail() { return *tail_; }
    const LogTail& tail() const { return *tail_; }
    /// Several files of one instance are sources of their own: log * files + file.
    int logOfSource(int source) const;
    /// Lines a second that came in over the last seconds.
    double linesPerSecond() const { return rate_; }

    void setQuery(const master::LogQuery& query);
    /// Which rows are wanted from now on; -1: always the last ones.
    void setWindow(qint64 first, int count);
    /// While paused nothing new is shown; it is still received.
    void setPaused(bool paused);
    bool isPaused() const { return paused_; }
    /// Answered by matchFound(), -1 when there is none.
    void findMatch(qint64 from, bool backwards);
    /// Answered by matchFound(): the first row that is not older.
    void findTime(qint64 ms);
    /// One file for each log, named after its task, in this folder. Answered by saved().
    void save(const QString& folder);

Q_SIGNALS:
    void viewChanged(const mesoscope::cluster::LogViewPtr& view);
    void matchFound(qint64 row);
    void saved(const QString& folder, int files, const QString& problem);

private:
    void toDesk(std::function<void(LogDesk&)> work);

    LogTail* tail_;
    QThread thread_;
    LogDesk* desk_;
    double rate_ = 0;
    bool paused_ = false;
};

} // namespace mesoscope::cluster

Q_DECLARE_METATYPE(mesoscope::cluster::LogViewPtr)

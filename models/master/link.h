// The port to a Mesos master: follows the leader, keeps one event stream, polls lightly what the stream does not tell,
// repairs by a whole picture after every gap. What it learns goes to a StateSink.
// Thread: lives in the session thread. Ownership: the session owns it; it does not own the sink.
#pragma once

#include "models/base/source_status.h"
#include "models/master/types.h"
#include "models/net/endpoint.h"

#include <QObject>

#include <functional>

namespace mesoscope::master {

class Link : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Drops the stream and reads the whole picture again (F5).
    virtual void resync() = 0;
    virtual const base::SourceStatus& status() const = 0;

    /// One operator call (POST /api/v1) to the leader: `json` is the whole body. Exactly one callback, unless `context`
    /// dies or the link is destroyed first. Never repeated by itself.
    virtual void call(const QByteArray& json, QObject* context, std::function<void(base::Result<QByteArray>)> done) = 0;
    /// The request that call() would send now.
    virtual net::RequestSummary describe(const QByteArray& json) const = 0;

Q_SIGNALS:
    void statusChanged();
    /// The sink received something that should become visible: once per chunk of bytes, after the sink's calls.
    void batchDelivered();
};

} // namespace mesoscope::master

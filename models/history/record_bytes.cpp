#include "models/history/record_bytes.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace mesoscope::history {

using scheduler::App;
using scheduler::AppPtr;
using scheduler::Deployment;
using scheduler::DeploymentAction;
using scheduler::DeploymentRecord;
using scheduler::InstanceTimeline;
using scheduler::StepSpan;

namespace {

constexpr quint32 form = 1;
constexpr qsizetype mostInstances = 4000;
constexpr qsizetype mostDocument = 64 * 1024;

/// One description of the fields serves both ways: `io` writes or reads each.
template<typename Io>
void fields(Io& io, DeploymentAction& a) {
    io(a.action);
    io(a.app);
}

template<typename Io>
void fields(Io& io, StepSpan& s) {
    io(s.index);
    io(s.actions);
    io(s.startedMs);
    io(s.endedMs);
}

template<typename Io>
void fields(Io& io, InstanceTimeline& t) {
    for (QString* text : {&t.appId, &t.instanceId, &t.host, &t.agentId, &t.endState})
        io(*text);
    io(t.isNew);
    for (qint64* time : {&t.waitingMs, &t.launchedMs, &t.runningMs, &t.healthyMs, &t.killingMs, &t.endedMs})
        io(*time);
}

template<typename Io>
void fields(Io& io, App& a) {
    for (QString* text : {&a.id, &a.version, &a.image})
        io(*text);
    io(a.isPod);
    io(a.instances);
    io(a.versionMs);
    for (double* figure : {&a.cpus, &a.mem, &a.disk, &a.gpus, &a.minimumHealthCapacity, &a.maximumOverCapacity})
        io(*figure);
    io(a.document);
}

template<typename Io>
void fields(Io& io, Deployment& d) {
    io(d.id);
    io(d.version);
    io(d.versionMs);
    io(d.affectedApps);
    io(d.steps);
    io(d.currentActions);
    io(d.currentStep);
    io(d.totalSteps);
    io(d.firstSeenMs);
    io(d.lastProgressMs);
}

template<typename Io>
void fields(Io& io, DeploymentRecord& r) {
    fields(io, r.deployment);
    io(r.steps);
    io(r.instances);
    io(r.before);
    io(r.after);
    for (qint64* time : {&r.startedMs, &r.endedMs, &r.lastProgressMs})
        io(*time);
    io(r.succeeded);
    io(r.outcomeKnown);
    io(r.reason);
    io(r.cause);
}

template<typename T>
concept HasFields = requires(T& value, struct Nothing& io) {
    fields(io, value);
};

class Writer {
public:
    explicit Writer(QByteArray& bytes) : out_(&bytes, QIODevice::WriteOnly) { out_.setVersion(QDataStream::Qt_6_4); }

    template<typename T>
    void operator()(T& value) {
        if constexpr (HasFields<T>)
            fields(*this, value);
        else
            out_ << value;
    }
    template<typename T>
    void operator()(QList<T>& list) {
        out_ << qint32(list.size());
        for (T& item : list)
            (*this)(item);
    }
    void operator()(QMap<QString, AppPtr>& apps) {
        out_ << qint32(apps.size());
        for (const AppPtr& app : std::as_const(apps)) {
            App copy = app ? *app : App();
            if (copy.document.size() > mostDocument)
                copy.document.clear();
            fields(*this, copy);
        }
    }

private:
    QDataStream out_;
};

class Reader {
public:
    explicit Reader(const QByteArray& bytes) : in_(bytes) { in_.setVersion(QDataStream::Qt_6_4); }

    template<typename T>
    void operator()(T& value) {
        if constexpr (HasFields<T>)
            fields(*this, value);
        else
            in_ >> value;
    }
    template<typename T>
    void operator()(QList<T>& list) {
        for (qint32 n = count(); n > 0 && ok(); --n) {
            T item;
            (*this)(item);
            list.append(item);
        }
    }
    void operator()(QMap<QString, AppPtr>& apps) {
        for (qint32 n = count(); n > 0 && ok(); --n) {
            App app;
            fields(*this, app);
            apps.insert(app.id, std::make_shared<const App>(app));
        }
    }
    bool ok() const { return in_.status() == QDataStream::Ok; }

private:
    qint32 count() {
        qint32 n = 0;
        in_ >> n;
        return n;
    }
    QDataStream in_;
};

void fillTime(qint64& time, qint64 earlier) {
    if (time == 0 || (earlier != 0 && earlier < time))
        time = earlier == 0 ? time : earlier;
}

void fill(InstanceTimeline& t, const InstanceTimeline& earlier) {
    fillTime(t.waitingMs, earlier.waitingMs);
    fillTime(t.launchedMs, earlier.launchedMs);
    fillTime(t.runningMs, earlier.runningMs);
    fillTime(t.healthyMs, earlier.healthyMs);
    fillTime(t.killingMs, earlier.killingMs);
    fillTime(t.endedMs, earlier.endedMs);
    if (t.endState.isEmpty())
        t.endState = earlier.endState;
    if (t.host.isEmpty())
        t.host = earlier.host;
}

/// What only the earlier list holds stands in front, in its order.
template<typename T, typename Key, typename Fill>
QList<T> joined(const QList<T>& earlier, QList<T> later, Key key, Fill fillFrom) {
    QList<T> out;
    for (const T& old : earlier) {
        const auto same = std::find_if(later.begin(), later.end(), [&](const T& t) { return key(t) == key(old); });
        if (same == later.end())
            out.append(old);
        else
            fillFrom(*same, old);
    }
    return out + later;
}

} // namespace

QByteArray bytesOf(const DeploymentRecord& record) {
    DeploymentRecord copy = record;
    if (copy.instances.size() > mostInstances)
        copy.instances.resize(mostInstances);
    QByteArray bytes;
    Writer write(bytes);
    quint32 which = form;
    write(which);
    fields(write, copy);
    return qCompress(bytes);
}

std::optional<DeploymentRecord> recordOf(const QByteArray& bytes) {
    const QByteArray plain = qUncompress(bytes);
    Reader read(plain);
    quint32 which = 0;
    read(which);
    if (which != form)
        return std::nullopt;
    DeploymentRecord record;
    fields(read, record);
    return read.ok() && !record.deployment.id.isEmpty() ? std::optional(record) : std::nullopt;
}

DeploymentRecord merged(const DeploymentRecord& earlier, DeploymentRecord later) {
    fillTime(later.startedMs, earlier.startedMs);
    later.steps = joined(
        earlier.steps, later.steps, [](const StepSpan& s) { return s.index; },
        [](StepSpan& s, const StepSpan& old) { fillTime(s.startedMs, old.startedMs); });
    later.instances = joined(
        earlier.instances, later.instances, [](const InstanceTimeline& t) { return t.instanceId; }, fill);
    for (auto it = earlier.before.cbegin(); it != earlier.before.cend(); ++it)
        later.before.insert(it.key(), it.value());
    for (auto it = earlier.after.cbegin(); it != earlier.after.cend(); ++it) {
        if (!later.after.contains(it.key()))
            later.after.insert(it.key(), it.value());
    }
    return later;
}

} // namespace mesoscope::history

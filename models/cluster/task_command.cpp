#include "models/cluster/task_command.h"

#include "models/cluster/guest.h"
#include "models/master/container_session.h"
#include "models/master/sandbox.h"

#include <QCoreApplication>
#include <QUuid>

namespace mesoscope::cluster {

namespace {

base::Error cannotEnter(const QString& task, const QString& why) {
    return {base::ErrorKind::Refused,
            QCoreApplication::translate("mesoscope::cluster::TaskCommand", "No command can be run in %1: %2")
                .arg(task, why),
            {},
            {},
            0};
}

} // namespace

class CommandGuest final : public Guest {
    Q_OBJECT
public:
    CommandGuest(QString task, QString command, bool terminal)
        : task_(std::move(task)), command_(std::move(command)), terminal_(terminal) {}

    void begin(const MasterAccess& access) override { access_ = access; }
    void observe(const SnapshotPtr& snapshot) override;
    void write(const QByteArray& bytes);
    void closeInput();

Q_SIGNALS:
    void started();
    void output(const QByteArray& bytes, bool isError);
    void finished(int exitStatus);
    void failed(const mesoscope::base::Error& why);

private:
    void run(const Snapshot& snapshot, const TaskRow& task);

    QString task_;
    QString command_;
    bool terminal_;
    MasterAccess access_;
    bool begun_ = false;
    bool closed_ = false;
    QByteArray early_; ///< input from before the task was found
    std::unique_ptr<master::ContainerSession> session_;
};

void CommandGuest::observe(const SnapshotPtr& snapshot) {
    if (begun_ || !snapshot->masterComplete || !access_.client)
        return;
    begun_ = true;
    const Slot slot = snapshot->findTask(task_.toStdString());
    if (slot == noSlot || !snapshot->tasks[slot].live())
        return Q_EMIT failed(
            cannotEnter(task_, QCoreApplication::translate("mesoscope::cluster::TaskCommand", "it does not run.")));
    const TaskRow& task = snapshot->tasks[slot];
    if (task.agent >= snapshot->agents.size() || isLost(snapshot->agents[task.agent].state))
        return Q_EMIT failed(cannotEnter(
            task_, QCoreApplication::translate("mesoscope::cluster::TaskCommand", "its agent is not there.")));
    if (!task.containerId.known())
        return Q_EMIT failed(cannotEnter(
            task_,
            QCoreApplication::translate("mesoscope::cluster::TaskCommand",
                                        "its container is not known; only Mesos' own containers can be entered.")));
    run(*snapshot, task);
}

void CommandGuest::run(const Snapshot& snapshot, const TaskRow& task) {
    session_ = std::make_unique<master::ContainerSession>(
        *access_.client, addressOf(snapshot, snapshot.agents[task.agent], access_.https), access_.credentials,
        access_.tls, snapshot.containerOf(task).split(QLatin1Char('.')),
        QUuid::createUuid().toString(QUuid::WithoutBraces));
    connect(session_.get(), &master::ContainerSession::started, this, &CommandGuest::started);
    connect(session_.get(), &master::ContainerSession::output, this, &CommandGuest::output);
    connect(session_.get(), &master::ContainerSession::finished, this, &CommandGuest::finished);
    connect(session_.get(), &master::ContainerSession::failed, this, &CommandGuest::failed);
    session_->start({command_, terminal_, 120, 40});
    session_->write(std::exchange(early_, {}));
    if (closed_)
        session_->closeInput();
}

void CommandGuest::write(const QByteArray& bytes) {
    if (session_)
        session_->write(bytes);
    else
        early_ += bytes;
}

void CommandGuest::closeInput() {
    closed_ = true;
    if (session_)
        session_->closeInput();
}

TaskCommand::TaskCommand(Session& session, const QString& task, const QString& shellCommand, bool terminal,
                         QObject* parent)
    : QObject(parent), guest_(new CommandGuest(task, shellCommand, terminal)) {
    connect(guest_, &CommandGuest::started, this, &TaskCommand::started, Qt::QueuedConnection);
    connect(guest_, &CommandGuest::output, this, &TaskCommand::output, Qt::QueuedConnection);
    connect(guest_, &CommandGuest::finished, this, &TaskCommand::finished, Qt::QueuedConnection);
    connect(guest_, &CommandGuest::failed, this, &TaskCommand::failed, Qt::QueuedConnection);
    session.host(guest_);
}

TaskCommand::~TaskCommand() {
    if (guest_)
        guest_->deleteLater();
}

void TaskCommand::write(const QByteArray& bytes) {
    if (guest_)
        QMetaObject::invokeMethod(
            guest_, [guest = guest_.data(), bytes] { guest->write(bytes); }, Qt::QueuedConnection);
}

void TaskCommand::closeInput() {
    if (guest_)
        QMetaObject::invokeMethod(
            guest_, [guest = guest_.data()] { guest->closeInput(); }, Qt::QueuedConnection);
}

} // namespace mesoscope::cluster

#include "task_command.moc"

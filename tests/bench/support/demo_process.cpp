#include "tests/bench/support/demo_process.h"

#include "app/commands/cluster_command.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <cstdlib>

namespace mesoscope::bench {

namespace {

[[noreturn]] void giveUp(const QByteArray& sentence) {
    std::fprintf(stderr, "The demo cluster did not start. %s\n", sentence.constData());
    std::exit(1);
}

} // namespace

DemoProcess::DemoProcess(const QStringList& options, int patienceMs) {
    QElapsedTimer since;
    since.start();
    process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process_.start(QStringLiteral(MESOSCOPE_BINARY), QStringList{QStringLiteral("demo-cluster")} + options);
    QByteArray line;
    while (!line.endsWith('\n')) {
        if (!process_.waitForReadyRead(int(patienceMs - since.elapsed())))
            giveUp(process_.errorString().toUtf8());
        line += process_.readLine();
    }
    startedMs_ = double(since.elapsed());
    const QJsonObject said = QJsonDocument::fromJson(line).object();
    demo::Endpoints endpoints;
    endpoints.master = said.value(QLatin1String("master")).toString().toStdString();
    endpoints.scheduler = said.value(QLatin1String("scheduler")).toString().toStdString();
    endpoints.gateway = said.value(QLatin1String("gateway")).toString().toStdString();
    endpoints.metrics = said.value(QLatin1String("metrics")).toString().toStdString();
    if (endpoints.master.empty())
        giveUp(line);
    connection_ = app::connectionTo(endpoints);
}

DemoProcess::~DemoProcess() {
    process_.kill();
    process_.waitForFinished();
}

} // namespace mesoscope::bench

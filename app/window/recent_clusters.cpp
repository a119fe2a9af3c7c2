#include "app/window/recent_clusters.h"

#include <QDateTime>
#include <QLocale>
#include <QSettings>

namespace mesoscope::app::window {

namespace {

constexpr int kept = 8;
const QString listName = QStringLiteral("recent");

/// The user's file.
class Settings : public QSettings {
public:
    Settings() : QSettings(IniFormat, UserScope, QStringLiteral("mesoscope"), QStringLiteral("mesoscope")) {
        setFallbacksEnabled(false);
    }
};

widgets::RecentCluster read(const QSettings& s) {
    const auto text = [&s](const char* key) { return s.value(QLatin1String(key)).toString(); };
    widgets::RecentCluster cluster;
    cluster.request = {text("name"),
                       text("environment"),
                       text("colour"),
                       s.value(QStringLiteral("readOnly")).toBool(),
                       s.value(QStringLiteral("protected")).toBool(),
                       text("master"),
                       text("scheduler"),
                       text("gateway")};
    const QDateTime when = QDateTime::fromString(text("when"), Qt::ISODate);
    cluster.when = QLocale().toString(when.toLocalTime(), QLocale::ShortFormat);
    return cluster;
}

void write(QSettings& s, const widgets::ConnectRequest& r, const QString& when) {
    s.setValue(QStringLiteral("name"), r.name);
    s.setValue(QStringLiteral("environment"), r.environment);
    s.setValue(QStringLiteral("colour"), r.colour);
    s.setValue(QStringLiteral("readOnly"), r.readOnly);
    s.setValue(QStringLiteral("protected"), r.protectedCluster);
    s.setValue(QStringLiteral("master"), r.master);
    s.setValue(QStringLiteral("scheduler"), r.scheduler);
    s.setValue(QStringLiteral("gateway"), r.gateway);
    s.setValue(QStringLiteral("when"), when);
}

bool samePlace(const widgets::ConnectRequest& a, const widgets::ConnectRequest& b) {
    return a.master == b.master && a.scheduler == b.scheduler && a.gateway == b.gateway;
}

} // namespace

QList<widgets::RecentCluster> recentClusters() {
    Settings settings;
    QList<widgets::RecentCluster> clusters;
    const int size = settings.beginReadArray(listName);
    for (int i = 0; i < size; ++i) {
        settings.setArrayIndex(i);
        clusters << read(settings);
    }
    settings.endArray();
    return clusters;
}

void rememberCluster(const widgets::ConnectRequest& request) {
    Settings settings;
    QList<std::pair<widgets::ConnectRequest, QString>> list{
        {request, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
    const int size = settings.beginReadArray(listName);
    for (int i = 0; i < size && list.size() < kept; ++i) {
        settings.setArrayIndex(i);
        const widgets::ConnectRequest old = read(settings).request;
        if (!samePlace(old, request))
            list << std::pair(old, settings.value(QStringLiteral("when")).toString());
    }
    settings.endArray();
    settings.beginWriteArray(listName, int(list.size()));
    for (qsizetype i = 0; i < list.size(); ++i) {
        settings.setArrayIndex(int(i));
        write(settings, list.at(i).first, list.at(i).second);
    }
    settings.endArray();
}

} // namespace mesoscope::app::window

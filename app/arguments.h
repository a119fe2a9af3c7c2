// The command line as a value: where to connect, which command, its operands and options.
#pragma once

#include "models/base/error.h"
#include "models/cluster/session.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace mesoscope::app {

struct Arguments {
    QString program;
    QString command;                     ///< "status", "app", …; empty: the window
    QString verb;                        ///< the second word of app, task, agent, route, slo, incident
    QStringList operands;                ///< what follows
    QHash<QString, QStringList> options; ///< by name without dashes; several values when repeated
    QStringList raw;                     ///< everything behind the command as given

    bool has(const char* option) const { return options.contains(QString::fromLatin1(option)); }
    QString value(const char* option, const QString& fallback = {}) const {
        const QStringList values = options.value(QString::fromLatin1(option));
        return values.isEmpty() ? fallback : values.last();
    }
    QStringList values(const char* option) const { return options.value(QString::fromLatin1(option)); }
    bool json() const { return has("json"); }
};

/// Unknown options, missing values and unknown commands are errors with a sentence (exit code 2).
base::Result<Arguments> parseArguments(const QStringList& arguments);

/// Whether the arguments say where to connect at all (--demo, --master, --scheduler, --gateway).
bool namesCluster(const Arguments& arguments);

/// The connection that --master, --scheduler, --gateway, --token-file, … describe. Reads the files they name.
base::Result<cluster::Connection> connectionFrom(const Arguments& arguments);

/// What `mesoscope --help` prints.
QString usage();

} // namespace mesoscope::app

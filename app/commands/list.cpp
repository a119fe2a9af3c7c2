#include "app/commands/list.h"

#include "models/tables/render.h"

#include <QJsonArray>

namespace mesoscope::app::commands {

void List::start() {
    const QString name = arguments().operands.value(0);
    table_ = tables::findTable(name.toStdString());
    if (!table_) {
        QStringList known;
        for (const tables::Table* table : tables::allTables())
            known << QString::fromLatin1(table->id);
        known << QStringLiteral("composes");
        complain({base::ErrorKind::Input,
                  QStringLiteral("There is no table \"%1\".").arg(name),
                  QStringLiteral("Take one of: %1.").arg(known.join(QStringLiteral(", "))),
                  {},
                  0});
        return finish(WrongUse);
    }
    if (arguments().has("limit")) {
        bool ok = false;
        limit_ = arguments().value("limit").toInt(&ok);
        if (!ok || limit_ < 0) {
            complain({base::ErrorKind::Input,
                      QStringLiteral("--limit needs a number of rows."),
                      QStringLiteral("See mesoscope --help."),
                      {},
                      0});
            return finish(WrongUse);
        }
    }
    ClusterCommand::start();
}

QList<base::SourceKind> List::needs() const {
    const QString id = QString::fromLatin1(table_->id);
    if (id == QStringLiteral("apps") || id == QStringLiteral("deployments") || id == QStringLiteral("queue"))
        return {base::SourceKind::Scheduler};
    if (id == QStringLiteral("routes"))
        return {base::SourceKind::Gateway};
    return {base::SourceKind::Master};
}

void List::ready(const cluster::Snapshot& snapshot) {
    const base::Result<tables::RenderQuery> query =
        tables::parseRenderQuery(*table_, snapshot, arguments().value("filter"), arguments().value("sort"), limit_);
    if (!query) {
        complain(query.error());
        return finish(WrongUse);
    }
    if (arguments().json()) {
        printJson(tables::renderJson(*table_, current(), *query));
    } else {
        QString text = arguments().has("csv") ? tables::renderCsv(*table_, current(), *query)
                                              : tables::renderText(*table_, current(), *query);
        while (text.endsWith(QLatin1Char('\n')) || text.endsWith(QLatin1Char('\r')))
            text.chop(1);
        print(text);
    }
    finish(Done);
}

} // namespace mesoscope::app::commands

#include "app/commands/command.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace mesoscope::app::commands {

namespace {

void write(FILE* file, const QByteArray& line) {
    std::fwrite(line.constData(), 1, std::size_t(line.size()), file);
    std::fputc('\n', file);
    std::fflush(file);
}

} // namespace

void Command::finish(int exitCode) {
    if (finished_)
        return;
    finished_ = true;
    Q_EMIT finished(exitCode);
}

void Command::print(const QString& line) {
    write(stdout, line.toUtf8());
}

void Command::printJson(const QJsonObject& object) {
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void Command::printJson(const QJsonArray& array) {
    write(stdout, QJsonDocument(array).toJson(QJsonDocument::Compact));
}

void Command::complain(const base::Error& error) {
    QString text = QStringLiteral("mesoscope: ") + error.sentence;
    if (!error.serverText.isEmpty() && !error.sentence.contains(error.serverText))
        text += QStringLiteral(" The server said: ") + error.serverText;
    if (!error.advice.isEmpty())
        text += QLatin1Char(' ') + error.advice;
    write(stderr, text.toUtf8());
}

} // namespace mesoscope::app::commands

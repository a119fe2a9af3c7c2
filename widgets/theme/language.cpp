#include "widgets/theme/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace mesoscope::widgets {

namespace {

QString catalogue(const QString& code) {
    return QStringLiteral(":/i18n/mesoscope_%1.qm").arg(code);
}

} // namespace

Language::Language(const QString& code, QObject* parent)
    : QObject(parent), code_(code.isEmpty() ? fromSystem() : code) {
    if (plurals_.load(catalogue(QStringLiteral("en"))))
        QCoreApplication::installTranslator(&plurals_);
    load();
}

QString Language::fromSystem() {
    const QLocale system = QLocale::system();
    return system.language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

void Language::choose(const QString& code) {
    if (code == code_)
        return;
    code_ = code;
    load();
    Q_EMIT changed();
}

void Language::load() {
    QCoreApplication::removeTranslator(&qt_);
    QCoreApplication::removeTranslator(&texts_);
    if (code_ == QLatin1String("en"))
        return;
    if (qt_.load(QStringLiteral("qtbase_") + code_, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt_);
    if (texts_.load(catalogue(code_)))
        QCoreApplication::installTranslator(&texts_);
}

} // namespace mesoscope::widgets

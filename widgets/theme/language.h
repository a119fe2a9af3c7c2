// The language of the program: catalogues from the resources, Qt's own texts beside them. GUI thread; one per process,
// owned by the composition root. Windows that are open keep their texts: they are built anew after a change.
#pragma once

#include <QObject>
#include <QTranslator>

namespace mesoscope::widgets {

class Language final : public QObject {
    Q_OBJECT
public:
    /// code: "en", "zh_CN"; empty takes the system's where there is a catalogue for it, English else.
    explicit Language(const QString& code = {}, QObject* parent = nullptr);

    QString code() const { return code_; }
    void choose(const QString& code);
    static QString fromSystem();

Q_SIGNALS:
    void changed();

private:
    void load();

    QString code_;
    QTranslator texts_;
    QTranslator plurals_; ///< English, beneath every other: what is not translated still has correct plurals
    QTranslator qt_;
};

} // namespace mesoscope::widgets

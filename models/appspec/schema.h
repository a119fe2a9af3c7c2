// The fields of an app document: where they stand in the form, what they hold, what they mean.
//
// Thread: constant tables, any thread. Titles and help are translated when asked for.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <limits>

namespace mesoscope::appspec {

enum class Section {
    General,
    Resources,
    Container,
    Networking,
    Health,
    Volumes,
    Environment,
    Placement,
    Upgrade,
    Labels,
    Other
};

enum class FieldType { Text, Code, Integer, Number, Boolean, Choice, List, Map, Object, DateTime };

struct FieldInfo {
    enum Flag : quint32 {
        Required = 1,
        Deprecated = 2,
        ReadOnly = 4,
        Advanced = 8,     ///< folded away at first
        DockerOnly = 16,  ///< container.type DOCKER
        MesosOnly = 32,   ///< container.type MESOS
        HostOnly = 64,    ///< host networking
        OffHostOnly = 128 ///< bridge or container networking
    };

    const char* pattern; ///< /container/portMappings/*/hostPort; * stands for an index or a key
    FieldType type;
    Section section;
    const char* titleText;
    const char* helpText;
    const char* defaultJson; ///< what the server takes when it is absent; empty when it takes nothing
    const char* unit;        ///< "MB", "s", …
    double min;
    double max;
    const char* choices; ///< separated by |
    quint32 flags;
    const char* feature; ///< of the server, that the field needs

    QString title() const;
    QString help() const;
    QStringList choiceList() const;
    bool is(Flag flag) const { return (flags & flag) != 0; }
    /// The last part of the pattern.
    QString name() const;
};

QString sectionTitle(Section section);
/// In the order of the form.
QList<Section> sections();

const QList<const FieldInfo*>& allFields();
/// /env/PATH → /env/*; the pattern of any pointer into an app.
QString patternOf(const QString& pointer);
/// By pattern or pointer; nothing for fields the schema does not know.
const FieldInfo* fieldInfo(const QString& pointerOrPattern);
/// The keys that an object at this pointer may have, in the order of the form; empty for maps and unknown objects.
QList<const FieldInfo*> childFields(const QString& pointerOrPattern);
/// Top-level fields of a section.
QList<const FieldInfo*> fieldsOfSection(Section section);

} // namespace mesoscope::appspec

#include "models/appspec/form_rows.h"

#include "models/appspec/unions.h"

#include <QCoreApplication>

#include <QSet>

#include <algorithm>

namespace mesoscope::appspec {
namespace {

using Kind = JsonValue::Kind;
using Row = FormRow::Kind;

QString en(const char* text) {
    return QString::fromLatin1(text);
}

QStringList unknownInside(const JsonValue& object, const QString& at);

QStringList unknownInElements(const JsonValue& list, const QString& at) {
    QStringList places;
    int index = 0;
    for (JsonValue element = list.firstChild(); element.isValid(); element = element.next(), ++index) {
        const QString place = QStringLiteral("%1/%2").arg(at).arg(index);
        if (element.is(Kind::Object) && !childFields(place).isEmpty())
            places += unknownInside(element, place);
    }
    return places;
}

/// Keys that the schema does not know, inside of objects that it does; those of the app itself apart.
QStringList unknownInside(const JsonValue& object, const QString& at) {
    QStringList places;
    for (JsonValue child = object.firstChild(); child.isValid(); child = child.next()) {
        const QString place = at + QLatin1Char('/') + pointerToken(child.key());
        const FieldInfo* const field = fieldInfo(place);
        if (!field && !at.isEmpty() && !child.isShadowed())
            places.append(place);
        else if (field && field->type == FieldType::Object && child.is(Kind::Object) && !childFields(place).isEmpty())
            places += unknownInside(child, place);
        else if (field && field->type == FieldType::List && child.is(Kind::Array))
            places += unknownInElements(child, place);
    }
    return places;
}

class Rows {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::Rows)
public:
    Rows(const JsonTree& tree, const QString& app, bool advanced)
        : base_(app), app_(tree.at(app)), advanced_(advanced) {
        docker_ = app_.member("container").is(Kind::Object) &&
                  app_.member("container").member("type").toString().compare(en("mesos"), Qt::CaseInsensitive) != 0;
        host_ = true;
        for (JsonValue n = app_.member("networks").firstChild(); n.isValid(); n = n.next())
            host_ = host_ && n.member("mode").toString() == en("host");
    }

    QList<FormRow> run() {
        for (const FieldInfo* field : childFields(QString()))
            add(field, base_ + en(field->pattern), app_.member(field->name()), 0);
        for (JsonValue child = app_.firstChild(); child.isValid(); child = child.next()) {
            const QString key = child.key();
            if (child.isShadowed() || fieldInfo(QLatin1Char('/') + pointerToken(key)) || isStructure(key))
                continue;
            FormRow row;
            row.kind = Row::Raw;
            row.section = Section::Other;
            row.pointer = base_ + QLatin1Char('/') + pointerToken(key);
            row.title = key;
            row.present = true;
            rows_.append(row);
        }
        for (const QString& place : unknownInside(app_, QString()))
            appendRaw(place);
        std::stable_sort(rows_.begin(), rows_.end(),
                         [](const FormRow& a, const FormRow& b) { return a.section < b.section; });
        return std::move(rows_);
    }

private:
    void appendRaw(const QString& place) {
        FormRow row;
        row.kind = Row::Raw;
        row.section = Section::Other;
        row.pointer = base_ + place;
        row.title = place.mid(1).replace(QLatin1Char('/'), QStringLiteral(" › "));
        row.present = true;
        rows_.append(row);
    }

    static bool isStructure(const QString& key) { return key == en("apps") || key == en("groups"); }

    FormRow& append(Row kind, const FieldInfo* field, const QString& pointer, int depth, bool present) {
        FormRow row;
        row.kind = kind;
        row.section = field->section;
        row.pointer = pointer;
        row.field = field;
        row.title = field->title();
        row.depth = depth;
        row.present = present;
        row.width = widthOf(kind, *field);
        rows_.append(row);
        return rows_.last();
    }

    static FormRow::Width widthOf(Row kind, const FieldInfo& field) {
        using Width = FormRow::Width;
        if (kind == Row::Shape || kind == Row::Numbers)
            return Width::Third;
        if (kind != Row::Value)
            return Width::Whole;
        if (field.type == FieldType::Integer || field.type == FieldType::Number || field.type == FieldType::Boolean ||
            field.type == FieldType::Choice)
            return Width::Third;
        const QString pattern = en(field.pattern);
        // Names and paths of list elements are short; commands, images and addresses are not.
        static const QSet<QString> shortTexts{en("/user"), en("/role"), en("/resourceLimits/cpus"),
                                              en("/resourceLimits/mem"), en("/executor")};
        const bool element = pattern.contains(en("/*/")) && !pattern.startsWith(en("/fetch")) &&
                             field.type == FieldType::Text && !pattern.contains(en("command"));
        return element || shortTexts.contains(pattern) ? Width::Third : Width::Whole;
    }

    bool applies(const FieldInfo* field) const {
        return !(field->is(FieldInfo::DockerOnly) && !docker_) && !(field->is(FieldInfo::MesosOnly) && docker_) &&
               !(field->is(FieldInfo::HostOnly) && !host_) && !(field->is(FieldInfo::OffHostOnly) && host_);
    }

    void add(const FieldInfo* field, const QString& pointer, const JsonValue& value, int depth) {
        if (addSpecial(field, pointer, value, depth))
            return;
        const bool present = value.isValid();
        const bool rare = field->is(FieldInfo::Advanced) && !advanced_;
        if (field->is(FieldInfo::ReadOnly) ||
            (!present && (field->is(FieldInfo::Deprecated) || rare || !applies(field))))
            return;
        const qsizetype first = rows_.size();
        addByType(field, pointer, value, depth);
        for (qsizetype i = first; i < rows_.size(); ++i)
            rows_[i].rare |= !present && field->is(FieldInfo::Advanced);
    }

    void addByType(const FieldInfo* field, const QString& pointer, const JsonValue& value, int depth) {
        const bool present = value.isValid();
        switch (field->type) {
        case FieldType::Object:
            addObject(field, pointer, value, depth);
            break;
        case FieldType::Map:
            addMap(field, pointer, value, depth);
            break;
        case FieldType::List:
            addList(field, pointer, value, depth);
            break;
        default:
            append(Row::Value, field, pointer, depth, present);
        }
    }

    /// Rows that are more than the value of one field.
    bool addSpecial(const FieldInfo* field, const QString& pointer, const JsonValue& value, int depth) {
        const QString pattern = en(field->pattern);
        if (pattern == en("/healthChecks/*/protocol")) {
            append(Row::Shape, field, pointer, depth, value.isValid());
            return true;
        }
        if (pattern.endsWith(en("/httpStatusCodesForReady"))) {
            append(Row::Numbers, field, pointer, depth, value.isValid());
            return true;
        }
        if (pattern == en("/networks"))
            return addNetworks(field, pointer, value, depth);
        if (pattern == en("/constraints") && (value.isAbsent() || value.is(Kind::Array))) {
            addConstraints(field, pointer, value, depth);
            return true;
        }
        return false;
    }

    /// One network, as nearly every app has: which kind, and its name where it has one. Several: a list.
    bool addNetworks(const FieldInfo* field, const QString& pointer, const JsonValue& value, int depth) {
        if (value.childCount() > 1 || (value.isValid() && !value.is(Kind::Array)))
            return false;
        append(Row::Shape, field, pointer, depth, value.isValid()).title = tr("Network");
        if (shapeAt(app_, en("/networks")) != en("container"))
            return true;
        const QString first = pointer + en("/0");
        append(Row::Value, fieldInfo(en("/networks/*/name")), first + en("/name"), depth,
               value.element(0).member("name").isValid());
        addMap(fieldInfo(en("/networks/*/labels")), first + en("/labels"), value.element(0).member("labels"), depth);
        append(Row::Add, field, pointer + en("/-"), depth, false).added = "{\"mode\":\"container\",\"name\":\"\"}";
        rows_.last().title = tr("Another network");
        return true;
    }

    void addConstraints(const FieldInfo* field, const QString& pointer, const JsonValue& value, int depth) {
        const FieldInfo* const element = fieldInfo(en("/constraints/*"));
        if (value.childCount() > 0)
            append(Row::Titles, field, pointer, depth, true);
        for (int i = 0; i < value.childCount(); ++i)
            append(Row::Constraint, element, QStringLiteral("%1/%2").arg(pointer).arg(i), depth, true);
        // Swan names its apps and writes constraints as objects.
        const bool swan =
            value.element(0).is(Kind::Object) || (app_.member("id").isAbsent() && app_.member("name").isValid());
        append(Row::Together, field, pointer, depth, value.isValid()).added =
            swan ? QByteArray("{\"attribute\":\"hostname\",\"operator\":\"==\",\"value\":\"\"}")
                 : newElement(en("/constraints"), 0);
    }

    void addObject(const FieldInfo* field, const QString& pointer, const JsonValue& value, int depth) {
        const QString pattern = en(field->pattern);
        if (pattern == en("/unreachableStrategy")) {
            append(Row::Switchable, field, pointer, depth, value.isValid());
            if (value.is(Kind::String))
                return;
        } else if (!value.is(Kind::Object) && pattern != en("/upgradeStrategy")) {
            append(Row::Add, field, pointer, depth, false).added = newObject(pattern);
            return;
        } else if (depth > 0 || pattern == en("/check") || pattern == en("/resourceLimits") ||
                   pattern == en("/executorResources")) {
            append(Row::Item, field, pointer, depth, true);
        }
        if (pattern == en("/check"))
            append(Row::Shape, field, pointer, depth, true).title = tr("Kind");
        const bool flat =
            pattern == en("/container") || pattern == en("/upgradeStrategy") || pattern == en("/container/docker");
        for (const FieldInfo* child : childFields(pattern)) {
            if (relevant(child, value))
                add(child, pointer + QLatin1Char('/') + child->name(), value.member(child->name()),
                    depth + (flat ? 0 : 1));
        }
        if (pattern == en("/upgradeStrategy"))
            append(Row::Course, field, pointer, depth, true);
    }

    static QByteArray newObject(const QString& pattern) {
        if (pattern == en("/container"))
            return "{\"type\":\"MESOS\",\"docker\":{\"image\":\"\"}}";
        if (pattern == en("/container/docker"))
            return "{\"image\":\"\"}";
        if (pattern == en("/check"))
            return "{\"http\":{\"portIndex\":0}}";
        if (pattern == en("/container/linuxInfo/ipcInfo"))
            return "{\"mode\":\"PRIVATE\"}";
        return "{}";
    }

    /// Which of the alternatives of a check or volume are shown.
    static bool relevant(const FieldInfo* child, const JsonValue& object) {
        const QString pattern = en(child->pattern);
        if (!object.member(child->name()).isAbsent())
            return true;
        if (pattern.startsWith(en("/healthChecks/*/"))) {
            const QString protocol = object.member("protocol").toString().toUpper();
            const bool command = protocol == en("COMMAND");
            const QString name = child->name();
            if (name == en("command"))
                return command;
            if (name == en("path"))
                return !command && !protocol.endsWith(en("TCP"));
            return !(command && (name == en("port") || name == en("portIndex") || name == en("ipProtocol")));
        }
        if (pattern.startsWith(en("/container/volumes/*/"))) {
            const QString name = child->name();
            const bool special = !object.member("persistent").isAbsent() || !object.member("external").isAbsent() ||
                                 !object.member("secret").isAbsent();
            if (name == en("persistent") || name == en("external") || name == en("secret"))
                return false;
            return !(name == en("hostPath") && special) && !(name == en("mode") && !object.member("secret").isAbsent());
        }
        if (pattern.startsWith(en("/check/")) && pattern.count(QLatin1Char('/')) == 2)
            return child->type != FieldType::Object;
        if (pattern.startsWith(en("/networks/*/")))
            return child->name() != en("name") || object.member("mode").toString() == en("container") ||
                   object.member("mode").isAbsent();
        return true;
    }

    void addMap(const FieldInfo* field, const QString& pointer, const JsonValue& value, int depth) {
        const bool secrets = en(field->pattern) == en("/secrets");
        FormRow& head = append(Row::Head, field, pointer, depth, value.isValid());
        head.added = secrets ? "{\"source\":\"\"}" : "\"\"";
        head.width = value.childCount() > 0 || depth == 0 ? FormRow::Width::Whole : FormRow::Width::Third;
        for (JsonValue child = value.firstChild(); child.isValid(); child = child.next()) {
            if (child.isShadowed())
                continue;
            const QString at = pointer + QLatin1Char('/') + pointerToken(child.key());
            FormRow& row = append(Row::Entry, field, at, depth, true);
            row.key = child.key();
            row.secret = en(field->pattern) == en("/env") && child.is(Kind::Object);
            if (row.secret)
                row.pointer += en("/secret");
            else if (secrets)
                row.pointer += en("/source");
        }
    }

    void addList(const FieldInfo* field, const QString& pointer, const JsonValue& value, int depth) {
        const QString pattern = en(field->pattern);
        FormRow& head = append(Row::Head, field, pointer, depth, value.isValid());
        head.added = newElement(pattern, value.childCount());
        head.width = value.childCount() > 0 ? FormRow::Width::Whole : FormRow::Width::Third;
        const FieldInfo* const element = fieldInfo(pattern + en("/*"));
        int index = 0;
        const int count = value.is(Kind::Array) ? value.childCount() : 0;
        for (JsonValue child = value.firstChild(); child.isValid() && index < count; child = child.next(), ++index) {
            const QString at = QStringLiteral("%1/%2").arg(pointer).arg(index);
            if (pattern == en("/constraints")) {
                append(Row::Constraint, element, at, depth, true);
            } else if (element && element->type == FieldType::Object) {
                FormRow& item = append(Row::Item, element, at, depth, true);
                item.title = tr("%1 %2 of %3").arg(element->title()).arg(index + 1).arg(count);
                item.note = noteOf(pattern, child);
                addElement(pattern, at, child, depth);
            } else {
                append(Row::Element, field, at, depth, true);
            }
        }
    }

    void addElement(const QString& pattern, const QString& at, const JsonValue& child, int depth) {
        if (pattern == en("/container/volumes"))
            append(Row::Shape, fieldInfo(en("/container/volumes/*")), at, depth + 1, true).title = tr("Kind");
        for (const FieldInfo* inner : childFields(pattern + en("/*"))) {
            if (relevant(inner, child))
                add(inner, at + QLatin1Char('/') + inner->name(), child.member(inner->name()), depth + 1);
        }
        if (pattern == en("/healthChecks"))
            append(Row::Timeline, fieldInfo(en("/healthChecks/*")), at, depth + 1, true);
    }

    static QString noteOf(const QString& list, const JsonValue& element) {
        if (list == en("/readinessChecks"))
            return tr("run by the scheduler; paces the deployment, never kills");
        if (list != en("/healthChecks"))
            return {};
        const QString protocol = element.member("protocol").toString().toUpper();
        return protocol == en("COMMAND") || protocol.startsWith(en("MESOS_"))
                   ? tr("run by the agent; decides who is killed")
                   : tr("run by the scheduler; decides who is killed");
    }

    static QByteArray newElement(const QString& pattern, int count) {
        const QByteArray n = QByteArray::number(count);
        if (pattern == en("/healthChecks"))
            return "{\"protocol\":\"MESOS_HTTP\",\"path\":\"/\",\"portIndex\":0}";
        if (pattern == en("/readinessChecks"))
            return "{\"portName\":\"http\",\"path\":\"/\"}";
        if (pattern == en("/portDefinitions"))
            return "{\"port\":0,\"name\":\"port-" + n + "\"}";
        if (pattern == en("/container/portMappings"))
            return "{\"containerPort\":80,\"hostPort\":0,\"name\":\"port-" + n + "\"}";
        if (pattern == en("/container/volumes"))
            return "{\"containerPath\":\"/data\",\"hostPath\":\"/srv/data\",\"mode\":\"RW\"}";
        if (pattern == en("/networks"))
            return "{\"mode\":\"container/bridge\"}";
        if (pattern == en("/fetch"))
            return "{\"uri\":\"http://\"}";
        if (pattern == en("/container/docker/parameters"))
            return "{\"key\":\"\",\"value\":\"\"}";
        if (pattern == en("/constraints"))
            return "[\"hostname\",\"UNIQUE\"]";
        if (pattern.endsWith(en("httpStatusCodesForReady")))
            return "200";
        return pattern == en("/ports") ? QByteArray("0") : QByteArray("\"\"");
    }

    QString base_;
    JsonValue app_;
    bool advanced_;
    bool docker_ = false;
    bool host_ = true;
    QList<FormRow> rows_;
};

class Summary {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::Summary)
public:
    static QString of(const JsonValue& app, Section section) {
        const auto number = [&](const char* name, double absent) {
            const JsonValue value = app.member(name);
            return value.is(Kind::Number) ? value.toDouble() : absent;
        };
        const auto entries = [&](const JsonValue& value) { return value.childCount(); };
        const int instances = int(number("instances", 1));
        const JsonValue container = app.member("container");
        switch (section) {
        case Section::General: {
            const QString command = app.member("cmd").toString();
            return command.isEmpty() ? tr("%Ln instance(s)", nullptr, instances)
                                     : tr("%Ln instance(s), %1", nullptr, instances).arg(command.left(60));
        }
        case Section::Resources:
            return tr("%Ln instance(s): %1 CPU, %2", nullptr, instances)
                .arg(number("cpus", 1) * instances)
                .arg(memory(number("mem", 128) * instances));
        case Section::Container:
            return container.isAbsent() ? tr("none")
                                        : container.member("type").toString() + QLatin1Char(' ') +
                                              container.member("docker").member("image").toString();
        case Section::Networking:
            return networking(app);
        case Section::Health:
            return app.member("healthChecks").childCount() == 0
                       ? tr("none: an instance that hangs is never replaced")
                       : tr("%Ln health check(s) decide who is killed", nullptr, entries(app.member("healthChecks"))) +
                             (app.member("readinessChecks").childCount() > 0 ? tr("; readiness paces the deployment")
                                                                             : QString());
        case Section::Volumes:
            return tr("%Ln volume(s)", nullptr, entries(container.member("volumes")));
        case Section::Environment:
            return tr("%Ln variable(s)", nullptr, entries(app.member("env")));
        case Section::Placement:
            return tr("%Ln constraint(s)", nullptr, entries(app.member("constraints")));
        case Section::Upgrade: {
            const JsonValue strategy = app.member("upgradeStrategy");
            return strategy.isAbsent() ? tr("the server's defaults")
                                       : tr("healthy at least %1, over capacity at most %2")
                                             .arg(strategy.member("minimumHealthCapacity").toDouble())
                                             .arg(strategy.member("maximumOverCapacity").toDouble());
        }
        case Section::Labels: {
            QStringList keys;
            for (JsonValue label = app.member("labels").firstChild(); label.isValid() && keys.size() < 6;
                 label = label.next())
                keys.append(label.key());
            return keys.isEmpty() ? tr("none") : keys.join(en(", "));
        }
        case Section::Other:
            break;
        }
        const int others = unknown(app);
        return others == 0 ? tr("none: each key of this document has its field")
                           : tr("%Ln key(s) that the schema does not know, kept as they are", nullptr, others);
    }

private:
    static int unknown(const JsonValue& app) {
        int count = 0;
        for (JsonValue child = app.firstChild(); child.isValid(); child = child.next()) {
            const QString key = child.key();
            count += !child.isShadowed() && !fieldInfo(QLatin1Char('/') + pointerToken(key)) && key != en("apps") &&
                     key != en("groups");
        }
        return count + int(unknownInside(app, QString()).size());
    }
    static QString memory(double mebibytes) {
        return mebibytes >= 1024 ? QString::number(mebibytes / 1024, 'g', 4) + QStringLiteral(" GiB")
                                 : QString::number(mebibytes, 'g', 6) + QStringLiteral(" MB");
    }
    static QString networking(const JsonValue& app) {
        QStringList modes;
        for (JsonValue n = app.member("networks").firstChild(); n.isValid(); n = n.next())
            modes.append((n.member("mode").toString() + QLatin1Char(' ') + n.member("name").toString()).trimmed());
        const int ports = modes.isEmpty() || modes.contains(en("host"))
                              ? app.member("portDefinitions").childCount()
                              : app.member("container").member("portMappings").childCount();
        return tr("%1; %Ln port(s)", nullptr, ports).arg(modes.isEmpty() ? en("host") : modes.join(en(", ")));
    }
};

} // namespace

QList<FormRow> formRows(const JsonTree& tree, const QString& app, bool advanced) {
    if (!tree.at(app).is(Kind::Object))
        return {};
    return Rows(tree, app, advanced).run();
}

QString sectionSummary(const JsonTree& tree, const QString& app, Section section) {
    return Summary::of(tree.at(app), section);
}

} // namespace mesoscope::appspec

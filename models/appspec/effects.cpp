#include "models/appspec/effects.h"

#include "models/appspec/health_timing.h"
#include "models/appspec/schema.h"

#include <QCoreApplication>
#include <QLocale>

namespace mesoscope::appspec {
namespace {

QString number(double value) {
    return QLocale().toString(value, 'g', 10);
}

QString plain(const QString& json) {
    return json.startsWith(QLatin1Char('"')) ? decodeString(json.toStdString()) : json;
}

/// 3,072 MiB reads worse than 3 GiB where it is whole.
QString mebibytes(double amount) {
    if (amount >= 1024 && amount / 1024 == int(amount / 1024))
        return number(amount / 1024) + QStringLiteral(" GiB");
    return number(amount) + QStringLiteral(" MiB");
}

class Effects {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::Effects)
public:
    Effects(const Change& change, const JsonValue& before, const JsonValue& after, const Impact& impact)
        : change_(change), before_(before), after_(after), impact_(impact) {}

    QString text() const {
        const QString own = ofField();
        if (!own.isEmpty())
            return own;
        if (impact_.kind == ChangeClass::NewApp)
            return tr("set from the start");
        return impact_.restartBecause.contains(change_.field) ? tr("restarts all instances") : tr("restarts nothing");
    }

    static QString restarts(int instances) { return tr("restarts all %Ln instance(s)", nullptr, instances); }
    static QString restartsNothing() { return tr("restarts nothing"); }
    static QString stays() { return tr("cannot be changed: another ID is another app"); }

private:
    double was(const char* name, double absent) const { return amount(before_, name, absent); }
    double is(const char* name, double absent) const { return amount(after_, name, absent); }
    static double amount(const JsonValue& app, const char* name, double absent) {
        const JsonValue value = app.member(name);
        return value.is(JsonValue::Kind::Number) ? value.toDouble() : absent;
    }

    QString ofField() const {
        if (change_.path == QLatin1String("/instances"))
            return instances();
        if (change_.path == QLatin1String("/mem"))
            return memory();
        if (change_.path == QLatin1String("/cpus"))
            return difference(is("cpus", 1) - was("cpus", 1),
                              number(std::abs(is("cpus", 1) - was("cpus", 1))) + en(" CPU"));
        if (change_.field == QLatin1String("healthChecks"))
            return health();
        if (change_.field == QLatin1String("upgradeStrategy"))
            return tr("from 1 to %1 present, %2 kept healthy while it is replaced")
                .arg(impact_.pace.peak)
                .arg(impact_.pace.floor);
        if (change_.path == QLatin1String("/container/docker/image"))
            return tr("each instance starts from the new image");
        if (change_.field == QLatin1String("dependencies"))
            return tr("decides what is deployed first");
        return {};
    }

    static QString en(const char* text) { return QString::fromLatin1(text); }

    QString instances() const {
        const int more = int(is("instances", 1) - was("instances", 1));
        return more > 0 ? tr("%Ln more; the running ones stay", nullptr, more)
                        : tr("%Ln fewer; the others stay", nullptr, -more);
    }

    QString difference(double more, const QString& amount) const {
        return more > 0 ? tr("%1 more each").arg(amount) : tr("%1 less each").arg(amount);
    }

    QString memory() const {
        const double more = is("mem", 128) - was("mem", 128);
        QString text = difference(more, mebibytes(std::abs(more)));
        const double limit = amount(after_.member("resourceLimits"), "mem", 0);
        if (limit > is("mem", 128))
            text += tr("; still below the memory limit of %1").arg(mebibytes(limit));
        return text;
    }

    QString health() const {
        const JsonValue old = before_.member("healthChecks").element(0);
        const JsonValue now = after_.member("healthChecks").element(0);
        if (!now.isValid())
            return tr("nothing is killed for its health any more");
        const HealthTiming is = healthTiming(now);
        if (!is.kills())
            return tr("a hung instance is never killed");
        if (!old.isValid())
            return tr("a hung instance is killed after at most %1 s").arg(number(is.hungAtMost()));
        const HealthTiming was = healthTiming(old);
        if (was.hungAtMost() == is.hungAtMost() && was.kills())
            return {};
        return was.kills()
                   ? tr("a hung instance is killed after at most %1 s (was %2 s)")
                         .arg(number(is.hungAtMost()), number(was.hungAtMost()))
                   : tr("a hung instance is killed after at most %1 s (was never)").arg(number(is.hungAtMost()));
    }

    const Change& change_;
    const JsonValue& before_;
    const JsonValue& after_;
    const Impact& impact_;
};

class Names {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::Effects)
public:
    static QString of(const Change& change) {
        const QString pointer = change.pointerAfter.isEmpty() ? change.pointerBefore : change.pointerAfter;
        const QString own = relative(pointer, change.path);
        const FieldInfo* const field = fieldInfo(own);
        if (!field)
            return change.path.section(QLatin1Char('/'), -1);
        const QString pattern = QString::fromLatin1(field->pattern);
        if (pattern.endsWith(QLatin1String("/*")))
            return change.path.section(QLatin1Char('/'), -1);
        const qsizetype star = pattern.indexOf(QLatin1String("/*/"));
        const FieldInfo* const element = star > 0 ? fieldInfo(pattern.left(star + 2)) : nullptr;
        if (!element)
            return field->title();
        const int index = own.section(QLatin1Char('/'), int(pattern.left(star + 1).count(QLatin1Char('/'))),
                                      int(pattern.left(star + 1).count(QLatin1Char('/'))))
                              .toInt();
        return tr("%1, %2 %3").arg(field->title(), element->title().toLower()).arg(index + 1);
    }

private:
    /// Documents of several apps have pointers that begin above the app.
    static QString relative(const QString& pointer, const QString& path) {
        const QString top = QLatin1Char('/') + path.section(QLatin1Char('/'), 1, 1);
        const qsizetype at = pointer.indexOf(top + QLatin1Char('/'));
        if (at >= 0)
            return pointer.mid(at);
        return pointer.endsWith(top) ? top : path;
    }
};

} // namespace

QString changeTitle(const Change& change) {
    return Names::of(change);
}

QString changeValue(const Change& change, bool after) {
    const QString json = after ? change.after : change.before;
    if (json.isEmpty())
        return {};
    const QString pointer = change.pointerAfter.isEmpty() ? change.pointerBefore : change.pointerAfter;
    const FieldInfo* field = fieldInfo(change.path);
    if (!field)
        field = fieldInfo(pointer);
    bool isNumber = false;
    const double value = json.toDouble(&isNumber);
    if (!isNumber)
        return plain(json).simplified();
    QString text = number(value);
    if (field && *field->unit)
        text += QLatin1Char(' ') + QString::fromUtf8(field->unit);
    return text;
}

QString changeEffect(const Change& change, const JsonValue& before, const JsonValue& after, const Impact& impact) {
    return Effects(change, before, after, impact).text();
}

QString fieldEffect(const QString& field, int instances) {
    if (field == QLatin1String("id"))
        return Effects::stays();
    if (field == QLatin1String("instances") || field == QLatin1String("executorResources"))
        return Effects::restartsNothing();
    return Effects::restarts(instances);
}

} // namespace mesoscope::appspec

#include "models/appspec/rules/fixes.h"

#include "models/appspec/schema.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace mesoscope::appspec {
namespace {

class Fixes {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::Fixes)
public:
    Fixes(const Problem& problem, const JsonTree& tree)
        : problem_(problem), value_(tree.at(problem.pointer)), field_(fieldFor(problem.pointer)) {}

    QList<Fix> run() {
        if (problem_.fix)
            fixes_.append(*problem_.fix);
        if (!value_.isValid())
            return fixes_;
        const QString& code = problem_.message;
        if (code == QLatin1String("error.expected.int") || code == QLatin1String("error.expected.long"))
            whole();
        else if (code == QLatin1String("error.expected.jsnumber"))
            unquoted();
        else if (code == QLatin1String("error.expected.jsstring"))
            text();
        else if (code == QLatin1String("error.expected.jsboolean"))
            boolean();
        else if (code == QLatin1String("error.expected.jsarray"))
            use('[' + raw() + ']');
        else if (code == QLatin1String("error.unknown.enum.literal"))
            word();
        else if (code == QLatin1String("error.min") || code == QLatin1String("error.max"))
            limit(code == QLatin1String("error.min"));
        return fixes_.mid(0, 3);
    }

private:
    /// Fields of apps inside of groups and lists, too.
    static const FieldInfo* fieldFor(QString pointer) {
        while (pointer.startsWith(QLatin1String("/apps/")) || pointer.startsWith(QLatin1String("/groups/")))
            pointer = pointer.mid(pointer.indexOf(QLatin1Char('/'), pointer.indexOf(QLatin1Char('/'), 1) + 1));
        if (pointer.size() > 1 && pointer[1].isDigit())
            pointer = pointer.mid(pointer.indexOf(QLatin1Char('/'), 1));
        return fieldInfo(pointer);
    }

    QByteArray raw() const { return {value_.raw().data(), qsizetype(value_.raw().size())}; }

    void use(const QByteArray& json) {
        const QString shown = json.startsWith('"') ? decodeString(json.toStdString()) : QString::fromUtf8(json);
        fixes_.append({tr("Use %1").arg(shown.left(24)), problem_.pointer, json});
    }

    void whole() {
        bool ok = false;
        const double number =
            (value_.is(JsonValue::Kind::String) ? value_.toString().trimmed() : QString::fromUtf8(raw())).toDouble(&ok);
        if (!ok || std::abs(number) > 1e9)
            return;
        use(QByteArray::number(qint64(std::ceil(number))));
        if (std::floor(number) != std::ceil(number))
            use(QByteArray::number(qint64(std::floor(number))));
    }

    void unquoted() {
        const QByteArray inner = value_.toString().trimmed().toUtf8();
        const JsonTree tree = JsonTree::parse(inner);
        if (tree.isValid() && tree.root().is(JsonValue::Kind::Number))
            use(inner);
    }

    void text() {
        if (value_.is(JsonValue::Kind::Number) || value_.is(JsonValue::Kind::Bool))
            fixes_.append({tr("Put it in quotes"), problem_.pointer, '"' + raw() + '"'});
    }

    void boolean() {
        const QString word = value_.toString().toLower();
        if (word == QLatin1String("true") || word == QLatin1String("false"))
            return use(word.toUtf8());
        use("true");
        use("false");
    }

    /// The known words that are nearest to what was written.
    void word() {
        if (!field_)
            return;
        const QString written = value_.toString().toLower();
        QList<std::pair<int, QString>> near;
        for (const QString& known : field_->choiceList())
            near.append({distance(written, known.toLower()), known});
        std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [steps, known] : near) {
            if (fixes_.size() < 2)
                use(quoted(known));
        }
    }

    void limit(bool tooSmall) {
        if (!field_)
            return;
        const double bound = tooSmall ? field_->min : field_->max;
        if (std::isfinite(bound))
            use(QByteArray::number(qint64(bound)));
    }

    static int distance(const QString& a, const QString& b) {
        if (a.size() > 60 || b.size() > 60)
            return 1000;
        QList<int> row(b.size() + 1);
        for (qsizetype k = 0; k <= b.size(); ++k)
            row[k] = int(k);
        for (qsizetype i = 1; i <= a.size(); ++i) {
            int corner = row[0];
            row[0] = int(i);
            for (qsizetype k = 1; k <= b.size(); ++k) {
                const int above = row[k];
                row[k] = std::min({above + 1, row[k - 1] + 1, corner + (a[i - 1] == b[k - 1] ? 0 : 1)});
                corner = above;
            }
        }
        return row.last();
    }

    const Problem& problem_;
    JsonValue value_;
    const FieldInfo* field_;
    QList<Fix> fixes_;
};

} // namespace

QList<Fix> fixesFor(const Problem& problem, const JsonTree& tree) {
    return Fixes(problem, tree).run();
}

} // namespace mesoscope::appspec

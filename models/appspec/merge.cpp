#include "models/appspec/merge.h"

#include "models/appspec/app_fields.h"
#include "models/appspec/document.h"

#include <QCoreApplication>

namespace mesoscope::appspec {
namespace {

QByteArray rawOf(const JsonValue& value) {
    return {value.raw().data(), qsizetype(value.raw().size())};
}

struct Edit {
    QString pointer;
    QByteArray json; ///< empty: remove
};

class Merger {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::Merger)
public:
    explicit Merger(MergeResult& result) : result_(result) {}

    static QString notJson(const QString& which, const SyntaxError& error) {
        return tr("%1 is not JSON: line %2, column %3: %4")
            .arg(which)
            .arg(error.position.line)
            .arg(error.position.column)
            .arg(error.message);
    }
    static QString base() { return tr("The version you started from"); }
    static QString mine() { return tr("Your document"); }
    static QString theirs() { return tr("The version that runs"); }

    void merge(const JsonValue& base, const JsonValue& mine, const JsonValue& theirs, const QString& pointer) {
        if (sameJson(theirs, base) || sameJson(mine, theirs))
            return;
        using Kind = JsonValue::Kind;
        const bool objects = base.is(Kind::Object) && mine.is(Kind::Object) && theirs.is(Kind::Object);
        if (!objects && sameJson(mine, base)) {
            edits_.append({pointer, rawOf(theirs)});
            return;
        }
        if (mine.is(Kind::Object) && theirs.is(Kind::Object) && (!base.isValid() || base.is(Kind::Object))) {
            members(base, mine, theirs, pointer);
            return;
        }
        result_.conflicts.append({pointer, rawOf(base), rawOf(mine), rawOf(theirs)});
    }

    QByteArray apply(const QByteArray& text) {
        Document document(text);
        for (const Edit& edit : edits_) {
            const QString error =
                edit.json.isEmpty() ? document.removeValue(edit.pointer) : document.setValue(edit.pointer, edit.json);
            if (error.isEmpty())
                result_.taken.append(edit.pointer);
        }
        return document.text();
    }

private:
    void members(const JsonValue& base, const JsonValue& mine, const JsonValue& theirs, const QString& pointer) {
        QStringList keys;
        for (const JsonValue& side : {mine, theirs, base}) {
            for (JsonValue child = side.firstChild(); child.isValid(); child = child.next()) {
                const QString key = child.key();
                if (!keys.contains(key) && !(pointer.isEmpty() && isReadOnlyField(key.toStdString())))
                    keys.append(key);
            }
        }
        for (const QString& key : keys)
            merge(base.member(key), mine.member(key), theirs.member(key),
                  pointer + QLatin1Char('/') + pointerToken(key));
    }

    MergeResult& result_;
    QList<Edit> edits_;
};

} // namespace

MergeResult merge(const QByteArray& base, const QByteArray& mine, const QByteArray& theirs) {
    MergeResult result;
    result.text = mine;
    const JsonTree baseTree = JsonTree::parse(base);
    const JsonTree mineTree = JsonTree::parse(mine);
    const JsonTree theirTree = JsonTree::parse(theirs);
    if (!baseTree.isValid())
        result.error = Merger::notJson(Merger::base(), *baseTree.error());
    else if (!mineTree.isValid())
        result.error = Merger::notJson(Merger::mine(), *mineTree.error());
    else if (!theirTree.isValid())
        result.error = Merger::notJson(Merger::theirs(), *theirTree.error());
    if (!result.error.isEmpty())
        return result;
    Merger merger(result);
    merger.merge(baseTree.root(), mineTree.root(), theirTree.root(), QString());
    result.text = merger.apply(mine);
    return result;
}

} // namespace mesoscope::appspec

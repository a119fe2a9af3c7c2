// The document behind the editor: form and text edit it, a worker judges it while they do.
//
// Thread: GUI thread; checks run on a thread of its own and come back as values. Order: textChanged comes before
// changed, checked comes later and only for the newest text. Nothing is emitted after destruction.
#pragma once

#include "models/appspec/document.h"
#include "models/appspec/form_rows.h"
#include "models/appspec/plan.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace mesoscope::appspec {

/// What the worker found about one revision of the text.
struct Judgement {
    quint64 revision = 0;
    std::shared_ptr<const JsonTree> tree;
    QList<Problem> problems;
    bool valid = false;
    QList<AppDiff> diffs; ///< against what runs
    QList<Impact> impacts;
    int changes = 0;
    int errors() const;
};

class EditorModel final : public QObject {
    Q_OBJECT
public:
    explicit EditorModel(QObject* parent = nullptr);
    ~EditorModel() override;

    /// Begins with a document. `running` is the app's document as it runs; empty for a new app.
    void open(const QByteArray& text, const QByteArray& running, const QString& runningVersion);
    void setSettings(const marathon::Settings& settings);
    /// For matches and the forecast; shared with the worker.
    void setAgents(std::shared_ptr<const std::vector<ForecastAgent>> agents);

    const QByteArray& text() const { return document_.text(); }
    const QByteArray& runningText() const { return running_; }
    QString runningVersion() const { return runningVersion_; }
    bool isNew() const { return running_.isEmpty(); }
    QString appId() const;
    /// Whether this is a group of apps; then one of them is in the form.
    QStringList appPointers() const;
    QString appPointer() const { return app_; }
    void setAppPointer(const QString& pointer);

    // The form ------------------------------------------------------------------------------------------------------
    QList<FormRow> rows(bool advanced) const;
    QString summary(Section section) const;
    /// As a person reads it: texts without quotes, numbers as written, objects and lists as JSON.
    QString value(const QString& pointer) const;
    bool has(const QString& pointer) const;
    /// The same in the running document; empty and false when it has none.
    QString runningValue(const QString& pointer) const;
    bool differs(const QString& pointer) const;
    /// Takes what was typed for the field's type; empty text removes an optional field. Returns what is wrong, or
    /// nothing.
    QString setValue(const QString& pointer, const FieldInfo* field, const QString& text);
    QString setRaw(const QString& pointer, const QByteArray& json);
    QString remove(const QString& pointer);
    QString rename(const QString& pointer, const QString& key);
    QString append(const QString& pointer, const QByteArray& json);
    void revert(const QString& pointer);
    void apply(const Fix& fix);

    // The text ------------------------------------------------------------------------------------------------------
    /// Typed in the text view, which already shows it.
    void typed(quint32 offset, quint32 removed, const QByteArray& inserted);
    void replaceAll(const QByteArray& text);
    QString pointerAt(quint32 offset) const;
    /// Bytes of the value (with its key) at the pointer.
    std::pair<quint32, quint32> rangeOf(const QString& pointer) const;

    bool canUndo() const { return document_.canUndo(); }
    bool canRedo() const { return document_.canRedo(); }
    void undo();
    void redo();
    bool isModified() const { return document_.isModified(); }

    const Judgement& judgement() const { return judgement_; }
    std::shared_ptr<const std::vector<ForecastAgent>> agents() const { return agents_; }
    /// Everything for the review; runs at once, for one document and the agents at hand.
    Plan plan() const;
    /// "matches 48 of 312 agents in 3 racks" for the constraint at the pointer.
    MatchCount matches(const QString& constraintPointer) const;
    MatchCount matchesAll() const;
    QStringList attributeNames() const;
    QStringList attributeValues(const QString& name) const;

Q_SIGNALS:
    /// The text changed otherwise than by typed(); the text view must do the same replacement.
    void textChanged(quint32 offset, quint32 length, const QByteArray& bytes);
    /// Anything changed; the form reads its rows again.
    void changed();
    /// judgement() is about the present text.
    void checked();

private:
    QString edit(const EditResult& result, const QString& pointer);
    void after(const QByteArray& before, bool fromText);
    void check();
    void finish(const Judgement& judgement);
    std::shared_ptr<const JsonTree> tree() const { return document_.lastValid(); }
    static std::vector<ForecastConstraint> constraintOf(const JsonValue& value);

    Document document_;
    QByteArray running_;
    std::shared_ptr<const JsonTree> runningTree_;
    QString runningVersion_;
    QString app_;
    marathon::Settings settings_;
    std::shared_ptr<const std::vector<ForecastAgent>> agents_;
    Judgement judgement_;
    QTimer pause_;
    QThreadPool worker_;
    bool working_ = false;
};

} // namespace mesoscope::appspec

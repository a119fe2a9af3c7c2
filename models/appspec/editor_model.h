// The document behind the editor: form and text edit it, a worker judges it while they do.
//
// Thread: GUI thread; everything that grows with the document or the cluster runs on one worker thread and comes back
// as values. Order: textChanged comes before changed; checked comes later and only for the newest text; agentsChanged
// when a newer picture of the agents is ready. Nothing is emitted after destruction.
#pragma once

#include "models/appspec/document.h"
#include "models/appspec/form_rows.h"
#include "models/appspec/live.h"
#include "models/appspec/plan.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>

namespace mesoscope::appspec {

/// Whose rules hold.
enum class System { Marathon, Swan };

/// An app of the document.
struct AppPlace {
    QString pointer; ///< "" when the document is one app
    QString id;      ///< absolute
    friend bool operator==(const AppPlace&, const AppPlace&) = default;
};

/// What the worker found about one revision of the text.
struct Judgement {
    quint64 revision = 0;
    std::shared_ptr<const JsonTree> tree;
    QList<Problem> problems;
    bool valid = false;
    QList<AppPlace> apps;
    QList<AppDiff> diffs; ///< against what runs
    int changes = 0;
    QSet<QString> changed; ///< pointers of the values that are not as they run, in the document
    QString shown;         ///< the app in the form that the following is about
    Impact impact;
    bool impactKnown = false;
    QHash<QString, MatchCount> matches; ///< by pointer of a constraint
    MatchCount together;                ///< all constraints at once
    int canTakeOne = -1;                ///< agents that could take an instance now; -1: not known
    int errors() const;
};

class EditorModel final : public QObject {
    Q_OBJECT
public:
    explicit EditorModel(QObject* parent = nullptr);
    ~EditorModel() override;

    /// Begins with a document. `running` is what runs in its place (one app, or a group as {"id", "apps"}); empty for
    /// something new.
    void open(const QByteArray& text, const QByteArray& running, const QString& runningVersion);
    /// What runs moved on; the document stays as it is.
    void setRunning(const QByteArray& running, const QString& runningVersion);
    void setSettings(const marathon::Settings& settings, System system = System::Marathon);
    System system() const { return system_; }
    const marathon::Settings& settings() const { return settings_; }
    /// For matches and the forecast.
    void setAgents(std::shared_ptr<const std::vector<ForecastAgent>> agents);
    /// The same out of a snapshot, on the worker; agentsChanged follows. While one is under way others are passed over.
    void look(const cluster::SnapshotPtr& snapshot);

    const QByteArray& text() const {
        settle();
        return document_.text();
    }
    const QByteArray& runningText() const { return running_; }
    QString runningVersion() const { return runningVersion_; }
    bool isNew() const { return running_.isEmpty(); }
    /// Of the document: the app's, or the group's.
    QString appId() const;
    /// Several apps in one document; one of them is in the form.
    bool isGroup() const;
    const QList<AppPlace>& apps() const;
    QStringList appPointers() const;
    QString appPointer() const { return app_; }
    void setAppPointer(const QString& pointer);
    /// The app that holds the pointer, or null.
    const AppPlace* appAt(const QString& pointer) const;

    // The form ------------------------------------------------------------------------------------------------------
    QList<FormRow> rows(bool advanced) const;
    QString summary(Section section) const;
    /// As a person reads it: texts without quotes, numbers as written, objects and lists as JSON.
    QString value(const QString& pointer) const;
    JsonValue json(const QString& pointer) const { return tree()->at(pointer); }
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
    /// Another of several shapes at this place (unions.h), as one step.
    QString reshape(const QString& pointer, const QString& key);
    void revert(const QString& pointer);
    void apply(const Fix& fix);

    // The text ------------------------------------------------------------------------------------------------------
    /// Typed in the text view, which already shows it.
    void typed(quint32 offset, quint32 removed, const QByteArray& inserted);
    /// A view that cannot say at once what is typed says that something is, and tells it with typed() when `tell` is
    /// called: before anybody reads or changes the document.
    void typing() { checkSoon(); }
    void askBeforeReading(std::function<void()> tell) { tell_ = std::move(tell); }
    void replaceAll(const QByteArray& text);
    QString pointerAt(quint32 offset) const;
    /// Bytes of the value (with its key) at the pointer.
    std::pair<quint32, quint32> rangeOf(const QString& pointer) const;

    bool canUndo() const {
        settle();
        return document_.canUndo();
    }
    bool canRedo() const {
        settle();
        return document_.canRedo();
    }
    void undo();
    void redo();
    bool isModified() const {
        settle();
        return document_.isModified();
    }
    void markSaved() {
        settle();
        document_.markSaved();
    }
    quint64 revision() const {
        settle();
        return document_.revision();
    }

    const Judgement& judgement() const { return judgement_; }
    /// What the server said about the document as it is now; each stands until its value is edited.
    void setServerProblems(const QList<Problem>& problems);
    /// The picture of the agents at hand; null: nothing is known.
    std::shared_ptr<const LiveAgents> agents() const { return agents_; }
    /// Everything for the review, against `running` (empty: against nothing), computed on the worker; `done` runs on
    /// this thread unless the model is gone.
    void plan(const QByteArray& running, std::function<void(const Plan&)> done);
    /// The same at once, for small documents.
    Plan plan() const;
    QStringList attributeNames() const;
    QStringList attributeValues(const QString& name) const;

Q_SIGNALS:
    /// The text changed otherwise than by typed(); the text view must do the same replacement.
    void textChanged(quint32 offset, quint32 length, const QByteArray& bytes);
    /// Anything changed; the form reads its rows again.
    void changed();
    /// judgement() is about the present text.
    void checked();
    void agentsChanged();

private:
    class Judge;
    struct ServerWord {
        Problem problem;
        QByteArray about; ///< bytes of the value when the server said it
    };
    void after(const QByteArray& before);
    void check();
    void checkSoon();
    void finish(Judgement judgement);
    void forgetJudge();
    PlanInput planInput(const QByteArray& running) const;
    std::shared_ptr<const JsonTree> tree() const {
        settle();
        return document_.lastValid();
    }
    void settle() const {
        if (tell_)
            tell_();
    }

    std::function<void()> tell_;
    Document document_;
    QByteArray running_;
    std::shared_ptr<const JsonTree> runningTree_;
    QString runningVersion_;
    QString app_;
    marathon::Settings settings_;
    System system_ = System::Marathon;
    std::shared_ptr<const LiveAgents> agents_;
    std::shared_ptr<Judge> judge_; ///< used by the worker alone
    Judgement judgement_;
    QList<ServerWord> serverWords_;
    mutable std::shared_ptr<const JsonTree> appsTree_;
    mutable QList<AppPlace> apps_;
    QTimer soon_;
    QThreadPool worker_;
    QThreadPool looker_; ///< reads agents, so that a keystroke never waits for them
    bool working_ = false;
    bool looking_ = false;
};

} // namespace mesoscope::appspec

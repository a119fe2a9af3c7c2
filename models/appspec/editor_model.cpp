#include "models/appspec/editor_model.h"

#include "models/appspec/app_fields.h"
#include "models/appspec/rules/swan.h"
#include "models/appspec/unions.h"

#include <QPointer>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace mesoscope::appspec {
namespace {

QString readable(const JsonValue& value) {
    if (!value.isValid() || value.isNull())
        return {};
    if (value.is(JsonValue::Kind::String))
        return value.toString();
    return QString::fromUtf8(value.raw().data(), qsizetype(value.raw().size()));
}

bool isNumber(const QByteArray& text) {
    const JsonTree tree = JsonTree::parse(text);
    return tree.isValid() && tree.root().is(JsonValue::Kind::Number);
}

QByteArray bytesOf(const JsonValue& value) {
    return {value.raw().data(), qsizetype(value.raw().size())};
}

QList<QByteArray> documentsOf(const JsonTree& tree) {
    QList<QByteArray> apps;
    for (const NamedApp& app : appsOf(tree))
        apps.append(bytesOf(app.value));
    return apps;
}

QList<AppPlace> placesOf(const JsonTree& tree) {
    QList<AppPlace> places;
    for (const NamedApp& app : appsOf(tree))
        places.append({app.pointer, app.id});
    return places;
}

/// Swan writes objects with operators of its own; what they mean exists among Marathon's.
std::vector<ForecastConstraint> swanConstraintOf(const JsonValue& value) {
    const QString op = value.member("operator").toString();
    const QString wanted = value.member("value").toString();
    const QByteArray field = value.member("attribute").toString().toUtf8();
    if (op == QLatin1String("=="))
        return {{field, "IS", wanted.toUtf8()}};
    if (op == QLatin1String("!="))
        return {{field, "UNLIKE", QRegularExpression::escape(wanted).toUtf8()}};
    return {{field, "LIKE", wanted.toUtf8()}};
}

std::vector<ForecastConstraint> constraintOf(const JsonValue& value) {
    if (value.is(JsonValue::Kind::Object))
        return swanConstraintOf(value);
    if (!value.is(JsonValue::Kind::Array) || value.childCount() < 2)
        return {};
    return {{value.element(0).toString().toUtf8(), value.element(1).toString().toUtf8(),
             value.element(2).toString().toUtf8()}};
}

bool isOneApp(const JsonValue& root) {
    return root.is(JsonValue::Kind::Object) && !root.member("apps").isValid() && !root.member("groups").isValid();
}

} // namespace

/// Judges one text after the other and remembers what does not change from one to the next. Made on the GUI thread,
/// used by the worker.
class EditorModel::Judge {
public:
    struct Task {
        QByteArray text;
        quint64 revision = 0;
        std::shared_ptr<const JsonTree> earlier;
        Replacement since;
        QString shown;
        std::shared_ptr<const LiveAgents> agents;
    };

    Judge(const QByteArray& running, const marathon::Settings& settings, System system)
        : running_(running), settings_(settings), system_(system) {}

    Judgement judge(const Task& task) {
        prepare(task.agents ? task.agents->pods : pods_);
        Judgement result;
        result.revision = task.revision;
        result.tree = std::make_shared<const JsonTree>(
            task.earlier ? JsonTree::reparse(*task.earlier, task.text, task.since) : JsonTree::parse(task.text));
        const JsonTree& tree = *result.tree;
        // The same list again costs the receiver nothing to compare and nothing to drop.
        const QList<AppPlace> places = placesOf(tree);
        if (places != places_)
            places_ = places;
        result.apps = places_;
        marathon::Result verdict;
        if (system_ == System::Swan && tree.isValid()) {
            verdict.problems = swan::validate(tree);
            verdict.valid = std::none_of(verdict.problems.begin(), verdict.problems.end(),
                                         [](const Problem& p) { return p.severity == Severity::Error; });
        } else {
            verdict = marathon::validate(tree, optionsFor(tree));
        }
        result.problems = verdict.problems;
        result.valid = verdict.valid;
        if (tree.isValid() && !running_.isEmpty())
            compare(tree, result);
        result.shown = shownOf(result.apps, task.shown);
        impact(verdict.apps, result);
        if (counted_ != task.agents) {
            counted_ = task.agents;
            counts_.clear();
            room_.reset();
        }
        if (task.agents)
            match(tree, verdict.apps, *task.agents, result);
        return result;
    }

private:
    void prepare(const QStringList& pods) {
        if (world_ && pods == pods_)
            return;
        pods_ = pods;
        memory_ = marathon::Memory();
        old_ = JsonTree::parse(running_.isEmpty() ? QByteArrayLiteral("{}") : running_);
        world_ =
            marathon::World::of(running_.isEmpty() ? QList<QByteArray>() : documentsOf(old_), settings_, {}, pods_);
    }

    marathon::Options optionsFor(const JsonTree& tree) {
        marathon::Options options;
        options.settings = settings_;
        options.world = world_;
        options.memory = &memory_;
        options.groupAsSent = true;
        if (isOneApp(tree.root()) && world_->apps().size() == 1) {
            options.request.kind = marathon::Request::Kind::ReplaceApp;
            options.request.id = *world_->apps().front().id;
        }
        return options;
    }

    void compare(const JsonTree& tree, Judgement& result) const {
        result.diffs = diffDocuments(old_, tree);
        for (const AppDiff& diff : std::as_const(result.diffs)) {
            result.changes += diff.kind == ChangeKind::Changed ? int(diff.changes.size()) : 1;
            for (const Change& change : diff.changes)
                result.changed.insert(change.pointerAfter);
        }
    }

    static QString shownOf(const QList<AppPlace>& apps, const QString& wanted) {
        for (const AppPlace& app : apps) {
            if (app.pointer == wanted)
                return wanted;
        }
        return apps.isEmpty() ? QString() : apps.first().pointer;
    }

    static const marathon::App* find(const std::vector<marathon::App>& apps, const Judgement& result) {
        for (const AppPlace& place : result.apps) {
            if (place.pointer != result.shown)
                continue;
            for (const marathon::App& app : apps) {
                if (*app.id == place.id)
                    return &app;
            }
        }
        return nullptr;
    }

    void impact(const std::vector<marathon::App>& apps, Judgement& result) const {
        const marathon::App* const app = find(apps, result);
        if (!app)
            return;
        result.impact = impactOf(world_->app(*app->id), app);
        result.impactKnown = true;
    }

    void match(const JsonTree& tree, const std::vector<marathon::App>& apps, const LiveAgents& live,
               Judgement& result) {
        std::vector<ForecastConstraint> all;
        const QString list = result.shown + QLatin1String("/constraints");
        int index = 0;
        for (JsonValue c = tree.at(list).firstChild(); c.isValid(); c = c.next(), ++index) {
            const std::vector<ForecastConstraint> one = constraintOf(c);
            if (!one.empty())
                result.matches.insert(QStringLiteral("%1/%2").arg(list).arg(index), counted(one, live));
            all.insert(all.end(), one.begin(), one.end());
        }
        result.together = counted(all, live);
        if (const marathon::App* const app = find(apps, result))
            result.canTakeOne = roomFor(*app, live);
    }

    /// Keystrokes elsewhere ask for the same counts again and again.
    MatchCount counted(const std::vector<ForecastConstraint>& constraints, const LiveAgents& live) {
        QByteArray key;
        for (const ForecastConstraint& c : constraints)
            key += c.field + '\0' + c.op + '\0' + c.value + '\1';
        const auto known = counts_.constFind(key);
        if (known != counts_.cend())
            return *known;
        const MatchCount count = matchCount(live.agents, constraints, live.rack);
        counts_.insert(key, count);
        return count;
    }

    int roomFor(const marathon::App& app, const LiveAgents& live) {
        const ForecastRequest wanted = ForecastRequest::of(app, 1);
        if (!room_ || !(room_->first == wanted))
            room_ = {wanted, appspec::canTakeOne(live.agents, wanted)};
        return room_->second;
    }

    QByteArray running_;
    marathon::Settings settings_;
    System system_;
    JsonTree old_;
    std::shared_ptr<const marathon::World> world_;
    marathon::Memory memory_;
    QStringList pods_;
    QList<AppPlace> places_;
    std::shared_ptr<const LiveAgents> counted_;
    QHash<QByteArray, MatchCount> counts_;
    std::optional<std::pair<ForecastRequest, int>> room_;
};

int Judgement::errors() const {
    return int(std::count_if(problems.begin(), problems.end(),
                             [](const Problem& p) { return p.severity == Severity::Error; }));
}

EditorModel::EditorModel(QObject* parent)
    : QObject(parent), runningTree_(std::make_shared<const JsonTree>(JsonTree::parse("{}"))) {
    worker_.setMaxThreadCount(1);
    looker_.setMaxThreadCount(1);
    soon_.setSingleShot(true);
    soon_.setInterval(0);
    connect(&soon_, &QTimer::timeout, this, &EditorModel::check);
    forgetJudge();
}

EditorModel::~EditorModel() {
    looker_.waitForDone();
    worker_.waitForDone();
}

void EditorModel::forgetJudge() {
    judge_ = std::make_shared<Judge>(running_, settings_, system_);
}

void EditorModel::open(const QByteArray& text, const QByteArray& running, const QString& runningVersion) {
    const QByteArray before = this->text();
    const quint64 revision = document_.revision();
    document_ = Document(text);
    // Answers about an earlier document must not be taken for answers about this one.
    document_.beginAt(revision + 1);
    running_ = running;
    runningTree_ =
        std::make_shared<const JsonTree>(JsonTree::parse(running.isEmpty() ? QByteArrayLiteral("{}") : running));
    runningVersion_ = runningVersion;
    serverWords_.clear();
    forgetJudge();
    app_ = apps().isEmpty() ? QString() : apps().first().pointer;
    judgement_ = {};
    Q_EMIT textChanged(0, quint32(before.size()), text);
    Q_EMIT changed();
    check();
}

void EditorModel::setRunning(const QByteArray& running, const QString& runningVersion) {
    running_ = running;
    runningTree_ =
        std::make_shared<const JsonTree>(JsonTree::parse(running.isEmpty() ? QByteArrayLiteral("{}") : running));
    runningVersion_ = runningVersion;
    forgetJudge();
    Q_EMIT changed();
    checkSoon();
}

void EditorModel::setSettings(const marathon::Settings& settings, System system) {
    settings_ = settings;
    system_ = system;
    forgetJudge();
    checkSoon();
}

void EditorModel::setAgents(std::shared_ptr<const std::vector<ForecastAgent>> agents) {
    auto live = std::make_shared<LiveAgents>();
    live->agents = *agents;
    live->index();
    agents_ = live;
    Q_EMIT agentsChanged();
    checkSoon();
}

void EditorModel::look(const cluster::SnapshotPtr& snapshot) {
    if (looking_ || !snapshot)
        return;
    looking_ = true;
    looker_.start([self = QPointer<EditorModel>(this), snapshot] {
        const std::shared_ptr<const LiveAgents> live = liveAgents(*snapshot);
        // The destructor waits for this thread, so the object lives while the call is queued.
        QMetaObject::invokeMethod(
            self.data(),
            [self, live] {
                self->looking_ = false;
                self->agents_ = live;
                Q_EMIT self->agentsChanged();
                self->checkSoon();
            },
            Qt::QueuedConnection);
    });
}

QString EditorModel::appId() const {
    return readable(tree()->root().member("id"));
}

bool EditorModel::isGroup() const {
    return apps().size() != 1 || !apps().first().pointer.isEmpty();
}

const QList<AppPlace>& EditorModel::apps() const {
    const std::shared_ptr<const JsonTree> now = tree();
    if (appsTree_ != now) {
        appsTree_ = now;
        apps_ = placesOf(*now);
    }
    return apps_;
}

QStringList EditorModel::appPointers() const {
    QStringList pointers;
    for (const AppPlace& app : apps())
        pointers.append(app.pointer);
    return pointers;
}

const AppPlace* EditorModel::appAt(const QString& pointer) const {
    for (const AppPlace& app : apps()) {
        if (pointer == app.pointer || pointer.startsWith(app.pointer + QLatin1Char('/')))
            return &app;
    }
    return nullptr;
}

void EditorModel::setAppPointer(const QString& pointer) {
    if (app_ == pointer)
        return;
    app_ = pointer;
    Q_EMIT changed();
    checkSoon();
}

QList<FormRow> EditorModel::rows(bool advanced) const {
    return formRows(*tree(), app_, advanced);
}

QString EditorModel::summary(Section section) const {
    return sectionSummary(*tree(), app_, section);
}

QString EditorModel::value(const QString& pointer) const {
    return readable(tree()->at(pointer));
}

bool EditorModel::has(const QString& pointer) const {
    return tree()->at(pointer).isValid();
}

QString EditorModel::runningValue(const QString& pointer) const {
    return readable(runningTree_->at(pointer));
}

bool EditorModel::differs(const QString& pointer) const {
    return !isNew() && !sameJson(tree()->at(pointer), runningTree_->at(pointer));
}

QString EditorModel::setValue(const QString& pointer, const FieldInfo* field, const QString& text) {
    if (text.isEmpty() && field && !field->is(FieldInfo::Required) && has(pointer) && field->type != FieldType::List)
        return remove(pointer);
    if (text.isEmpty() && !has(pointer))
        return {};
    const bool number = field && (field->type == FieldType::Integer || field->type == FieldType::Number ||
                                  QString::fromLatin1(field->pattern).startsWith(QLatin1String("/resourceLimits/")) ||
                                  QString::fromLatin1(field->pattern).endsWith(QLatin1String("ForReady")));
    const QByteArray utf8 = text.trimmed().toUtf8();
    if (number && isNumber(utf8))
        return setRaw(pointer, utf8);
    if (field && field->type == FieldType::Boolean)
        return setRaw(pointer, text == QLatin1String("true") ? "true" : "false");
    return setRaw(pointer, quoted(text));
}

QString EditorModel::setRaw(const QString& pointer, const QByteArray& json) {
    const QByteArray before = text();
    const QString error = document_.setValue(pointer, json);
    after(before);
    return error;
}

QString EditorModel::remove(const QString& pointer) {
    const QByteArray before = text();
    const QString error = document_.removeValue(pointer);
    after(before);
    return error;
}

QString EditorModel::rename(const QString& pointer, const QString& key) {
    const QByteArray before = text();
    const QString error = document_.renameKey(pointer, key);
    after(before);
    return error;
}

QString EditorModel::append(const QString& pointer, const QByteArray& json) {
    const bool map = fieldInfo(pointer.mid(app_.size())) && fieldInfo(pointer.mid(app_.size()))->type == FieldType::Map;
    if (!map)
        return setRaw(pointer + QLatin1String("/-"), json);
    QString key = QStringLiteral("NAME");
    for (int n = 2; has(pointer + QLatin1Char('/') + key); ++n)
        key = QStringLiteral("NAME_%1").arg(n);
    return setRaw(pointer + QLatin1Char('/') + key, json);
}

QString EditorModel::reshape(const QString& pointer, const QString& key) {
    const Reshaped shaped = appspec::reshape(text(), app_, pointer.mid(app_.size()), key);
    if (shaped.error.isEmpty())
        replaceAll(shaped.text);
    return shaped.error;
}

void EditorModel::revert(const QString& pointer) {
    const JsonValue old = runningTree_->at(pointer);
    if (old.isValid())
        setRaw(pointer, QByteArray(old.raw().data(), qsizetype(old.raw().size())));
    else
        remove(pointer);
}

void EditorModel::apply(const Fix& fix) {
    if (fix.json.isEmpty())
        remove(fix.pointer);
    else
        setRaw(fix.pointer, fix.json);
}

void EditorModel::typed(quint32 offset, quint32 removed, const QByteArray& inserted) {
    document_.replaceText({offset, removed, inserted});
    checkSoon();
}

void EditorModel::replaceAll(const QByteArray& text) {
    const QByteArray before = this->text();
    document_.setText(text);
    after(before);
}

/// Tells the text view what became different between the two texts.
void EditorModel::after(const QByteArray& before) {
    const QByteArray& now = document_.text();
    if (before == now)
        return;
    const qsizetype most = std::min(before.size(), now.size());
    const char* const a = before.constData();
    const char* const b = now.constData();
    qsizetype head = 0;
    while (head < most && a[head] == b[head])
        ++head;
    qsizetype tail = 0;
    while (tail < most - head && a[before.size() - 1 - tail] == b[now.size() - 1 - tail])
        ++tail;
    Q_EMIT textChanged(quint32(head), quint32(before.size() - head - tail), now.mid(head, now.size() - head - tail));
    Q_EMIT changed();
    checkSoon();
}

QString EditorModel::pointerAt(quint32 offset) const {
    const std::shared_ptr<const JsonTree> now = tree();
    return now->pointerOf(now->valueAt(offset));
}

std::pair<quint32, quint32> EditorModel::rangeOf(const QString& pointer) const {
    const JsonValue value = tree()->nearest(pointer);
    if (!value.isValid())
        return {0, 0};
    return {value.keyEnd() ? value.keyBegin() : value.begin(), value.end()};
}

void EditorModel::undo() {
    const QByteArray before = text();
    document_.undo();
    after(before);
}

void EditorModel::redo() {
    const QByteArray before = text();
    document_.redo();
    after(before);
}

void EditorModel::checkSoon() {
    if (!soon_.isActive())
        soon_.start();
}

void EditorModel::check() {
    if (working_)
        return; // finish() begins again when the text has moved on
    working_ = true;
    settle();
    const Judge::Task task{document_.text(), document_.revision(), document_.earlier(), document_.sinceEarlier(), app_,
                           agents_};
    worker_.start([self = QPointer<EditorModel>(this), judge = judge_, task] {
        Judgement result = judge->judge(task);
        QMetaObject::invokeMethod(
            self.data(),
            [self, judge, result = std::move(result), agents = task.agents]() mutable {
                self->working_ = false;
                const bool elsewhere = !result.apps.isEmpty() && result.shown != self->app_;
                const bool stale = self->judge_ != judge || self->agents_ != agents || elsewhere;
                self->finish(std::move(result));
                if (stale)
                    self->checkSoon();
            },
            Qt::QueuedConnection);
    });
}

void EditorModel::finish(Judgement judgement) {
    settle();
    document_.adopt(judgement.revision, judgement.tree);
    if (judgement.revision != document_.revision()) {
        checkSoon();
        return;
    }
    if (judgement.tree->isValid()) {
        appsTree_ = judgement.tree;
        apps_ = judgement.apps;
    }
    serverWords_.removeIf(
        [&](const ServerWord& word) { return bytesOf(judgement.tree->at(word.problem.pointer)) != word.about; });
    QList<Problem> said;
    for (const ServerWord& word : std::as_const(serverWords_))
        said.append(word.problem);
    locate(said, *judgement.tree);
    judgement_ = std::move(judgement);
    judgement_.problems = said + judgement_.problems;
    const bool gone =
        std::none_of(apps_.cbegin(), apps_.cend(), [this](const AppPlace& a) { return a.pointer == app_; });
    if (!apps_.isEmpty() && gone)
        app_ = apps_.first().pointer;
    Q_EMIT changed();
    Q_EMIT checked();
}

void EditorModel::setServerProblems(const QList<Problem>& problems) {
    serverWords_.clear();
    for (const Problem& problem : problems)
        serverWords_.append({problem, bytesOf(tree()->at(problem.pointer))});
    checkSoon();
}

PlanInput EditorModel::planInput(const QByteArray& running) const {
    PlanInput input;
    input.document = text();
    if (!running.isEmpty()) {
        const JsonTree old = JsonTree::parse(running);
        input.running = documentsOf(old);
    }
    input.options.settings = settings_;
    return input;
}

namespace {

/// The apps that the documents do not hold.
QList<QByteArray> others(QMap<QString, QByteArray> all, const QList<QByteArray>& documents) {
    for (const QByteArray& text : documents) {
        const JsonTree tree = JsonTree::parse(text);
        for (const NamedApp& app : appsOf(tree))
            all.remove(app.id);
    }
    return all.values();
}

/// `all`: also every other app of the cluster counts, for what they share and for what a group leaves out.
Plan planWith(PlanInput input, const std::shared_ptr<const LiveAgents>& agents, bool all) {
    if (agents) {
        input.agents = agents->agents;
        input.instances = agents->instances;
        input.rack = agents->rack;
        input.pods = agents->pods;
        if (all)
            input.running += others(agents->running, input.running);
    }
    return planOf(input);
}

} // namespace

void EditorModel::plan(const QByteArray& running, std::function<void(const Plan&)> done) {
    PlanInput input;
    input.document = text();
    input.options.settings = settings_;
    const bool all = running == running_;
    worker_.start([self = QPointer<EditorModel>(this), input, running, all, agents = agents_, system = system_, done] {
        PlanInput whole = input;
        if (!running.isEmpty())
            whole.running = documentsOf(JsonTree::parse(running));
        auto plan = std::make_shared<Plan>();
        if (system == System::Marathon)
            *plan = planWith(whole, agents, all);
        QMetaObject::invokeMethod(
            self.data(), [plan, done] { done(*plan); }, Qt::QueuedConnection);
    });
}

Plan EditorModel::plan() const {
    return planWith(planInput(running_), agents_, true);
}

QStringList EditorModel::attributeNames() const {
    return QStringList{QStringLiteral("hostname"), QStringLiteral("@region"), QStringLiteral("@zone")} +
           (agents_ ? agents_->attributeNames : QStringList());
}

QStringList EditorModel::attributeValues(const QString& name) const {
    return agents_ ? agents_->values.value(name == QLatin1String("@hostname") ? QStringLiteral("hostname") : name)
                   : QStringList();
}

} // namespace mesoscope::appspec

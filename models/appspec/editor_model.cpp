#include "models/appspec/editor_model.h"

#include "models/appspec/app_fields.h"

#include <QPointer>
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

Judgement judge(const QByteArray& text, quint64 revision, const QByteArray& running,
                const marathon::Settings& settings) {
    Judgement result;
    result.revision = revision;
    result.tree = std::make_shared<const JsonTree>(JsonTree::parse(text));
    marathon::Options options;
    options.settings = settings;
    QList<QByteArray> apps;
    const JsonTree old = JsonTree::parse(running.isEmpty() ? QByteArrayLiteral("{}") : running);
    if (!running.isEmpty()) {
        for (const NamedApp& app : appsOf(old))
            apps.append(QByteArray(app.value.raw().data(), qsizetype(app.value.raw().size())));
    }
    options.world = marathon::World::of(apps, settings);
    const JsonValue root = result.tree->root();
    const bool one =
        root.is(JsonValue::Kind::Object) && !root.member("apps").isValid() && !root.member("groups").isValid();
    if (one && apps.size() == 1 && !options.world->apps().empty()) {
        options.request.kind = marathon::Request::Kind::ReplaceApp;
        options.request.id = *options.world->apps().front().id;
    }
    const marathon::Result verdict = marathon::validate(*result.tree, options);
    result.problems = verdict.problems;
    result.valid = verdict.valid;
    if (result.tree->isValid() && !running.isEmpty())
        result.diffs = diffDocuments(old, *result.tree);
    for (const AppDiff& diff : std::as_const(result.diffs))
        result.changes += diff.kind == ChangeKind::Changed ? int(diff.changes.size()) : 1;
    for (const marathon::App& app : verdict.apps)
        result.impacts.append(impactOf(options.world->app(*app.id), &app));
    return result;
}

} // namespace

int Judgement::errors() const {
    return int(std::count_if(problems.begin(), problems.end(),
                             [](const Problem& p) { return p.severity == Severity::Error; }));
}

EditorModel::EditorModel(QObject* parent)
    : QObject(parent), runningTree_(std::make_shared<const JsonTree>(JsonTree::parse("{}"))) {
    worker_.setMaxThreadCount(1);
    pause_.setSingleShot(true);
    pause_.setInterval(40);
    connect(&pause_, &QTimer::timeout, this, &EditorModel::check);
}

EditorModel::~EditorModel() {
    worker_.waitForDone();
}

void EditorModel::open(const QByteArray& text, const QByteArray& running, const QString& runningVersion) {
    const QByteArray before = document_.text();
    document_ = Document(text);
    running_ = running;
    runningTree_ =
        std::make_shared<const JsonTree>(JsonTree::parse(running.isEmpty() ? QByteArrayLiteral("{}") : running));
    runningVersion_ = runningVersion;
    const QStringList pointers = appPointers();
    app_ = pointers.isEmpty() ? QString() : pointers.first();
    judgement_ = {};
    Q_EMIT textChanged(0, quint32(before.size()), text);
    Q_EMIT changed();
    check();
}

void EditorModel::setSettings(const marathon::Settings& settings) {
    settings_ = settings;
    pause_.start();
}

void EditorModel::setAgents(std::shared_ptr<const std::vector<ForecastAgent>> agents) {
    agents_ = std::move(agents);
}

QString EditorModel::appId() const {
    return readable(tree()->root().member("id"));
}

QStringList EditorModel::appPointers() const {
    QStringList pointers;
    const std::shared_ptr<const JsonTree> now = tree();
    for (const NamedApp& app : appsOf(*now))
        pointers.append(now->pointerOf(app.value));
    return pointers;
}

void EditorModel::setAppPointer(const QString& pointer) {
    app_ = pointer;
    Q_EMIT changed();
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
    const QByteArray before = document_.text();
    const QString error = document_.setValue(pointer, json);
    after(before, false);
    return error;
}

QString EditorModel::remove(const QString& pointer) {
    const QByteArray before = document_.text();
    const QString error = document_.removeValue(pointer);
    after(before, false);
    return error;
}

QString EditorModel::rename(const QString& pointer, const QString& key) {
    const QByteArray before = document_.text();
    const QString error = document_.renameKey(pointer, key);
    after(before, false);
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
    pause_.start();
}

void EditorModel::replaceAll(const QByteArray& text) {
    const QByteArray before = document_.text();
    document_.setText(text);
    after(before, false);
}

/// Tells the text view what became different between the two texts.
void EditorModel::after(const QByteArray& before, bool fromText) {
    const QByteArray& now = document_.text();
    if (before == now)
        return;
    if (!fromText) {
        qsizetype head = 0;
        const qsizetype most = std::min(before.size(), now.size());
        while (head < most && before[head] == now[head])
            ++head;
        qsizetype tail = 0;
        while (tail < most - head && before[before.size() - 1 - tail] == now[now.size() - 1 - tail])
            ++tail;
        Q_EMIT textChanged(quint32(head), quint32(before.size() - head - tail),
                           now.mid(head, now.size() - head - tail));
    }
    Q_EMIT changed();
    pause_.start();
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
    const QByteArray before = document_.text();
    document_.undo();
    after(before, false);
}

void EditorModel::redo() {
    const QByteArray before = document_.text();
    document_.redo();
    after(before, false);
}

void EditorModel::check() {
    if (working_) {
        pause_.start();
        return;
    }
    working_ = true;
    worker_.start([self = QPointer<EditorModel>(this), text = document_.text(), revision = document_.revision(),
                   running = running_, settings = settings_] {
        const Judgement result = judge(text, revision, running, settings);
        // The destructor waits for this worker, so the object lives while the call is queued.
        QMetaObject::invokeMethod(
            self.data(), [self, result] { self->finish(result); }, Qt::QueuedConnection);
    });
}

void EditorModel::finish(const Judgement& judgement) {
    working_ = false;
    document_.adopt(judgement.revision, judgement.tree);
    if (judgement.revision != document_.revision()) {
        pause_.start();
        return;
    }
    judgement_ = judgement;
    const QStringList pointers = appPointers();
    if (!pointers.isEmpty() && !pointers.contains(app_))
        app_ = pointers.first();
    Q_EMIT changed();
    Q_EMIT checked();
}

Plan EditorModel::plan() const {
    PlanInput input;
    input.document = document_.text();
    if (!running_.isEmpty()) {
        for (const NamedApp& app : appsOf(*runningTree_))
            input.running.append(QByteArray(app.value.raw().data(), qsizetype(app.value.raw().size())));
    }
    input.options.settings = settings_;
    if (agents_)
        input.agents = *agents_;
    return planOf(input);
}

std::vector<ForecastConstraint> EditorModel::constraintOf(const JsonValue& value) {
    if (!value.is(JsonValue::Kind::Array) || value.childCount() < 2)
        return {};
    return {{value.element(0).toString().toUtf8(), value.element(1).toString().toUtf8(),
             value.element(2).toString().toUtf8()}};
}

MatchCount EditorModel::matches(const QString& pointer) const {
    return agents_ ? matchCount(*agents_, constraintOf(tree()->at(pointer)), "rack") : MatchCount{};
}

MatchCount EditorModel::matchesAll() const {
    std::vector<ForecastConstraint> all;
    for (JsonValue c = tree()->at(app_).member("constraints").firstChild(); c.isValid(); c = c.next()) {
        for (const ForecastConstraint& one : constraintOf(c))
            all.push_back(one);
    }
    return agents_ ? matchCount(*agents_, all, "rack") : MatchCount{};
}

QStringList EditorModel::attributeNames() const {
    QSet<QString> names;
    if (agents_) {
        for (const ForecastAgent& agent : *agents_) {
            for (const auto& [name, value] : agent.attributes)
                names.insert(QString::fromUtf8(name));
        }
    }
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return QStringList{QStringLiteral("hostname"), QStringLiteral("@region"), QStringLiteral("@zone")} + sorted;
}

QStringList EditorModel::attributeValues(const QString& name) const {
    QSet<QString> values;
    const QByteArray field = name.toUtf8();
    if (agents_) {
        for (const ForecastAgent& agent : *agents_) {
            const QByteArray* value = agent.field(field);
            if (value && values.size() < 500)
                values.insert(QString::fromUtf8(*value));
        }
    }
    QStringList sorted(values.begin(), values.end());
    sorted.sort();
    return sorted;
}

} // namespace mesoscope::appspec

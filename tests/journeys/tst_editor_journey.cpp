// The editor in the real window against the demo cluster: from a template to a running app, changed while somebody else
// changes it, and back; a group; a document that only the server refuses.
#include "models/appspec/app_fields.h"
#include "tests/support/harness.h"
#include "tests/support/window_journey.h"
#include "widgets/controls/panels.h"
#include "widgets/editor/document_form.h"
#include "widgets/editor/editor_page.h"
#include "widgets/editor/json_editor.h"
#include "widgets/editor/name_bar.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QTemporaryDir>

using namespace mesoscope;
using widgets::ActionRequest;
using widgets::EditorPage;

namespace {

const QString app = QStringLiteral("/journey/web");

class TestEditorJourney : public test::WindowJourney {
    Q_OBJECT

private:
    EditorPage* editor_ = nullptr;

    /// What is edited comes out of the window's picture: it has to be there, as it was sent.
    void ask(const QString& target = {}) {
        ActionRequest request;
        request.verb = ActionRequest::Verb::Deploy;
        if (!target.isEmpty())
            request.targets = QStringList{target};
        QVERIFY(settled());
        QVERIFY(until([&] { return noSheet(); }));
        Q_EMIT console_->window().actionRequested(request);
        QVERIFY(until([&] { return console_->window().currentPage() == editor_; }));
        if (!target.isEmpty())
            QVERIFY(until([&] { return editor_->model().appId() == target; }));
    }

    /// As a tool of somebody else would ask the scheduler.
    QByteArray askTheServer(const QString& path, const QByteArray& body = {}) {
        QNetworkAccessManager network;
        QUrl url = console_->session()->connection().scheduler->urls.first();
        url.setPath(path);
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? network.get(request) : network.put(request, body));
        const bool answered = until([&] { return reply->isFinished(); }) && reply->error() == QNetworkReply::NoError;
        return answered ? reply->readAll() : QByteArray("no answer");
    }

    /// Types into a field of the form as a user does.
    void fill(const char* field, const QString& text) {
        const QString name = QLatin1String("editorField:") + QLatin1String(field);
        QVERIFY2(until([&] { return named<QLineEdit>(name) && named<QLineEdit>(name)->isVisible(); }), field);
        auto* const edit = named<QLineEdit>(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    /// The present text is judged, and so as it has to be: what it is compared with may be judged a turn later.
    bool judged(const std::function<bool(const appspec::Judgement&)>& as = [](const auto&) { return true; }) {
        return until([&] {
            const appspec::Judgement& judgement = editor_->model().judgement();
            return judgement.revision == editor_->model().revision() && as(judgement);
        });
    }
    bool judgedWithErrors(int errors) {
        return judged([errors](const appspec::Judgement& j) { return j.errors() == errors; });
    }
    bool judgedWithChanges(int changes) {
        return judged([changes](const appspec::Judgement& j) { return j.changes == changes; });
    }
    bool valid() {
        return judged([](const appspec::Judgement& j) { return j.valid; });
    }

    /// From the document to what it became at the scheduler.
    void deploy() {
        press("editorReview");
        send("reviewDeploy");
        QVERIFY2(until([&] { return outcome().contains(QStringLiteral("Deployed")); }), qPrintable(outcome()));
        QVERIFY(settled());
    }

    const scheduler::App* running(const QString& id) const {
        const cluster::Slot slot = now().findApp(id);
        return slot == cluster::noSlot ? nullptr : now().apps[slot].app.get();
    }

    /// By the scheduler's word and by the master's.
    bool pairRuns(int webs) const {
        const scheduler::App* const web = running(QStringLiteral("/journey/pair/web"));
        return web && web->instances == webs && running(QStringLiteral("/journey/pair/db")) &&
               tasksOf(QStringLiteral("/journey/pair/web")).size() == webs &&
               tasksOf(QStringLiteral("/journey/pair/db")).size() == 1;
    }

    QString outcome() { return named<widgets::Words>(QStringLiteral("reviewOutcome"))->text(); }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(open(widgets::ThemeChoice::Light, smallCluster()));
        editor_ = qobject_cast<EditorPage*>(console_->window().page(QStringLiteral("editor")));
        QVERIFY(editor_);
    }

    void cleanupTestCase() { console_.reset(); }

    void createFromATemplate() {
        ask();
        auto* const templates = named<QListWidget>(QStringLiteral("editorTemplates"));
        QVERIFY(templates);
        QVERIFY(until([&] { return templates->isVisible() && templates->count() >= 6; }));
        QListWidgetItem* const first = templates->item(0);
        QTest::mouseClick(templates->viewport(), Qt::LeftButton, {}, templates->visualItemRect(first).center());
        QVERIFY(valid());
        QVERIFY(editor_->model().isNew());
    }

    void editItByTheForm() {
        fill("/id", app);
        fill("/instances", QStringLiteral("2"));
        fill("/cpus", QStringLiteral("0.1"));
        fill("/mem", QStringLiteral("32"));
        QVERIFY(judged());
        QCOMPARE(editor_->model().appId(), app);
        QVERIFY(editor_->text().text().contains(QStringLiteral("\"mem\": 32")));
    }

    void breakAndMendItInTheText() {
        widgets::JsonEditor& text = editor_->text();
        const QByteArray document = editor_->model().text();
        const int at = int(document.indexOf("\"instances\": 2")) + 13;
        QVERIFY(at > 13);
        text.setFocus();
        text.SendScintilla(QsciScintilla::SCI_SETSEL, static_cast<unsigned long>(at), long(at + 1));
        QTest::keyClicks(&text, QStringLiteral("2.5"));
        QVERIFY(judgedWithErrors(1));
        // Review stays possible, Deploy is refused with the reason.
        press("editorReview");
        auto* const deploy = named(QStringLiteral("reviewDeploy"));
        QVERIFY(until([&] { return deploy->isVisible() && !deploy->isEnabled(); }));
        press("reviewBack");
        QVERIFY(until([&] { return text.isVisible(); }));
        text.setFocus();
        QTest::keyClick(&text, Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(judgedWithErrors(0));
        QCOMPARE(editor_->model().value(QStringLiteral("/instances")), QStringLiteral("3"));
        QCOMPARE(editor_->model().text(), QByteArray(document).replace("\"instances\": 2", "\"instances\": 3"));
    }

    void deployIt() {
        deploy();
        QVERIFY(until([&] { return int(tasksOf(app).size()) == 3 && running(app) && running(app)->instances == 3; }));
        // What runs now is what the next change begins with, also when the list of apps came after the end.
        QVERIFY(until([&] { return editor_->model().runningVersion() == running(app)->version; }));
    }

    void editAgainWhileAnotherChangeLands() {
        ask(app);
        QVERIFY(judged());
        QVERIFY(!editor_->model().isNew());
        fill("/mem", QStringLiteral("48"));
        // Somebody else: another environment, sent past the editor.
        appspec::Document theirs(appspec::editableDocument(running(app)->document));
        QCOMPARE(theirs.setValue(QStringLiteral("/env/THEIRS"), "\"yes\""), QString());
        const QByteArray answer = askTheServer(QStringLiteral("/v2/apps") + app, theirs.text());
        QVERIFY2(answer.contains("deploymentId"), answer.constData());
        QVERIFY(until([&] { return askTheServer(QStringLiteral("/v2/deployments")).trimmed() == "[]"; }));
        QVERIFY(until([&] { return running(app) && running(app)->document.contains("THEIRS"); }));
        QVERIFY(settled());
        auto* const banner = editor_->findChild<widgets::Banner*>();
        auto* const merge = banner->findChild<QAbstractButton*>();
        QVERIFY(until([&] { return banner->isVisible() && merge->isVisible(); }));
        QTest::mouseClick(merge, Qt::LeftButton);
        QVERIFY(judgedWithChanges(1));
        QCOMPARE(editor_->model().value(QStringLiteral("/env/THEIRS")), QStringLiteral("yes"));
        QCOMPARE(editor_->model().value(QStringLiteral("/mem")), QStringLiteral("48"));
        deploy();
        QVERIFY(until([&] { return running(app) && running(app)->mem == 48; }));
        QVERIFY(running(app)->document.contains("THEIRS"));
    }

    void compareWithAnotherVersion() {
        auto* const compared = named<QComboBox>(QStringLiteral("reviewCompared"));
        QVERIFY(until([&] { return compared->count() >= 4; })); // what runs, at least one version, file, cluster
        compared->setCurrentIndex(1);
        Q_EMIT compared->activated(1);
        QVERIFY(until([&] {
            return named<QWidget>(QStringLiteral("reviewChanges"))
                ->accessibleDescription()
                .contains(QLatin1String("48"));
        }));
    }

    void goBackWithOnePress() {
        press("reviewWayBack");
        decide();
        QVERIFY(settled());
        QVERIFY(until([&] { return running(app) && running(app)->mem == 32; }));
        QVERIFY(running(app)->document.contains("THEIRS")); // back to what ran before this deploy
    }

    void deployAGroup() {
        editor_->openDocument(
            "{\n  \"id\": \"/journey/pair\",\n  \"apps\": [\n    {\"id\": \"/journey/pair/db\", \"cmd\": "
            "\"serve\", \"cpus\": 0.1, \"mem\": 32},\n    {\"id\": \"/journey/pair/web\", \"cmd\": "
            "\"serve\", \"cpus\": 0.1, \"mem\": 32, \"instances\": 2, \"dependencies\": "
            "[\"/journey/pair/db\"]}\n  ]\n}\n");
        console_->window().showPage(QStringLiteral("editor"));
        QVERIFY(judged());
        QVERIFY(until([&] { return named<QWidget>(QStringLiteral("editorGroupGraph"))->isVisible(); }));
        deploy();
        QVERIFY(until([&] { return pairRuns(2); }));
    }

    void changeTheGroup() {
        ask(QStringLiteral("/journey/pair"));
        QVERIFY(judgedWithChanges(0));
        QCOMPARE(editor_->model().apps().size(), 2);
        const QString web = editor_->model().apps().at(1).pointer;
        editor_->model().setRaw(web + QStringLiteral("/instances"), "1");
        QVERIFY(judgedWithChanges(1));
        deploy();
        QVERIFY(until([&] { return pairRuns(1); }));
    }

    void whatOnlyTheServerRefusesStandsOnItsField() {
        // As if the server had another role than it told.
        editor_->setServer({QStringLiteral("secrets")}, QStringLiteral("elsewhere"));
        editor_->openDocument("{\n  \"id\": \"/journey/late\",\n  \"cmd\": \"serve\",\n  \"cpus\": 0.1,\n  \"role\": "
                              "\"elsewhere\"\n}\n");
        QVERIFY(valid());
        press("editorReview");
        send("reviewDeploy");
        QVERIFY2(until([&] {
                     return !outcome().isEmpty() && !named(QStringLiteral("reviewDeploy"))->isHidden() &&
                            editor_->model().judgement().errors() > 0;
                 }),
                 qPrintable(outcome()));
        const appspec::Problem& problem = editor_->model().judgement().problems.first();
        QCOMPARE(problem.stage, appspec::Stage::Server);
        QCOMPARE(problem.pointer, QStringLiteral("/role"));
        QCOMPARE(problem.position.line, 5);
        press("reviewBack");
    }

    void nothingOfItIsLeft() {
        ActionRequest request;
        for (const char* id : {"/journey/web", "/journey/pair/web", "/journey/pair/db"}) {
            request.verb = ActionRequest::Verb::Destroy;
            request.targets = QStringList{QLatin1String(id)};
            QVERIFY(until([&] { return noSheet(); }));
            Q_EMIT console_->window().actionRequested(request);
            decide();
            QVERIFY(settled());
            QVERIFY(until([&] { return !running(QLatin1String(id)); }));
        }
    }
};

} // namespace

int main(int argc, char** argv) {
    QTemporaryDir runtime;
    qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
    QApplication application(argc, argv);
    TestEditorJourney test;
    return mesoscope::test::run(test, argc, argv);
}

#include "tst_editor_journey.moc"

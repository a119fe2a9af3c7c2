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

    void ask(const QStringList& targets) {
        ActionRequest request;
        request.verb = ActionRequest::Verb::Deploy;
        request.targets = targets;
        Q_EMIT console_->window().actionRequested(request);
        QCOMPARE(console_->window().currentPage(), editor_);
    }

    /// Types into a field of the form as a user does.
    void fill(const char* field, const QString& text) {
        auto* const edit = named<QLineEdit>(QLatin1String("editorField:") + QLatin1String(field));
        QVERIFY2(edit, field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    bool judged() {
        return until([&] { return editor_->model().judgement().revision == editor_->model().revision(); });
    }

    const scheduler::App* running(const QString& id) const {
        const cluster::Slot slot = now().findApp(id);
        return slot == cluster::noSlot ? nullptr : now().apps[slot].app.get();
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
        ask({});
        auto* const templates = named<QListWidget>(QStringLiteral("editorTemplates"));
        QVERIFY(templates && templates->count() >= 6);
        QListWidgetItem* const first = templates->item(0);
        QTest::mouseClick(templates->viewport(), Qt::LeftButton, {}, templates->visualItemRect(first).center());
        QVERIFY(judged());
        QVERIFY(editor_->model().judgement().valid);
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
        QVERIFY(judged());
        QCOMPARE(editor_->model().judgement().errors(), 1);
        // Review stays possible, Deploy is refused with the reason.
        press("editorReview");
        auto* const deploy = named(QStringLiteral("reviewDeploy"));
        QVERIFY(until([&] { return deploy->isVisible() && !deploy->isEnabled(); }));
        press("reviewBack");
        text.setFocus();
        QTest::keyClick(&text, Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(judged());
        QCOMPARE(editor_->model().judgement().errors(), 0);
        QCOMPARE(editor_->model().value(QStringLiteral("/instances")), QStringLiteral("3"));
        QCOMPARE(editor_->model().text(), QByteArray(document).replace("\"instances\": 2", "\"instances\": 3"));
    }

    void deployIt() {
        press("editorReview");
        press("reviewDeploy");
        QVERIFY(until([&] { return int(tasksOf(app).size()) == 3 && deploymentsOver(app); }));
        QVERIFY2(until([&] { return outcome().contains(QStringLiteral("Deployed")); }), qPrintable(outcome()));
    }

    void editAgainWhileAnotherChangeLands() {
        ask({app});
        QVERIFY(judged());
        QVERIFY(!editor_->model().isNew());
        fill("/mem", QStringLiteral("48"));
        // Somebody else: another environment, sent past the editor.
        appspec::Document theirs(appspec::editableDocument(running(app)->document));
        QCOMPARE(theirs.setValue(QStringLiteral("/env/THEIRS"), "\"yes\""), QString());
        const QString before = running(app)->version;
        QNetworkAccessManager network;
        QUrl url = console_->session()->connection().scheduler->urls.first();
        url.setPath(QStringLiteral("/v2/apps") + app);
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const std::unique_ptr<QNetworkReply> reply(network.put(request, theirs.text()));
        QVERIFY(until([&] { return reply->isFinished(); }));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QVERIFY(until([&] { return running(app)->version != before && deploymentsOver(app); }));
        auto* const banner = editor_->findChild<widgets::Banner*>();
        QVERIFY(until([&] { return banner->isVisible(); }));
        QTest::mouseClick(banner->findChild<QAbstractButton*>(), Qt::LeftButton);
        QVERIFY(judged());
        QCOMPARE(editor_->model().value(QStringLiteral("/env/THEIRS")), QStringLiteral("yes"));
        QCOMPARE(editor_->model().value(QStringLiteral("/mem")), QStringLiteral("48"));
        QCOMPARE(editor_->model().judgement().changes, 1);
        press("editorReview");
        press("reviewDeploy");
        QVERIFY2(until([&] { return outcome().contains(QStringLiteral("Deployed")); }), qPrintable(outcome()));
        QVERIFY(until([&] { return running(app)->mem == 48 && deploymentsOver(app); }));
        QVERIFY(running(app)->document.contains("THEIRS"));
    }

    void compareWithAnotherVersion() {
        auto* const compared = named<QComboBox>(QStringLiteral("reviewCompared"));
        QVERIFY(until([&] { return compared->count() >= 3; })); // what runs, at least one version, file, cluster
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
        press("confirm-go");
        QVERIFY(until([&] { return running(app)->mem == 32 && deploymentsOver(app); }));
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
        QVERIFY(named<QWidget>(QStringLiteral("editorGroupGraph"))->isVisible());
        press("editorReview");
        press("reviewDeploy");
        QVERIFY2(until([&] { return outcome().contains(QStringLiteral("Deployed")); }), qPrintable(outcome()));
        QVERIFY(until([&] { return int(tasksOf(QStringLiteral("/journey/pair/web")).size()) == 2; }));
        QCOMPARE(int(tasksOf(QStringLiteral("/journey/pair/db")).size()), 1);
    }

    void changeTheGroup() {
        QVERIFY(until([&] { return now().deployments.isEmpty(); }));
        ask({QStringLiteral("/journey/pair")});
        QVERIFY(judged());
        QCOMPARE(editor_->model().apps().size(), 2);
        QCOMPARE(editor_->model().judgement().changes, 0);
        const QString web = editor_->model().apps().at(1).pointer;
        editor_->model().setRaw(web + QStringLiteral("/instances"), "1");
        QVERIFY(judged());
        QCOMPARE(editor_->model().judgement().changes, 1);
        press("editorReview");
        press("reviewDeploy");
        QVERIFY(until([&] { return int(tasksOf(QStringLiteral("/journey/pair/web")).size()) == 1; }));
        QCOMPARE(int(tasksOf(QStringLiteral("/journey/pair/db")).size()), 1);
    }

    void whatOnlyTheServerRefusesStandsOnItsField() {
        // As if the server had another role than it told.
        editor_->setServer({QStringLiteral("secrets")}, QStringLiteral("elsewhere"));
        editor_->openDocument("{\n  \"id\": \"/journey/late\",\n  \"cmd\": \"serve\",\n  \"cpus\": 0.1,\n  \"role\": "
                              "\"elsewhere\"\n}\n");
        QVERIFY(judged());
        QVERIFY(editor_->model().judgement().valid);
        press("editorReview");
        press("reviewDeploy");
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
            Q_EMIT console_->window().actionRequested(request);
            press("confirm-go");
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

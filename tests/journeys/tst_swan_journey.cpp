// Swan's own verbs through the real window against the demo cluster: a compose file from its text to its apps and to
// its end, and a scale whose new instances are told from the old ones. MESOSCOPE_PICTURES names a folder for pictures
// of what was seen.
#include "tests/support/harness.h"
#include "tests/support/window_journey.h"
#include "widgets/controls/confirm_sheet.h"
#include "widgets/controls/field.h"
#include "widgets/deployments/waterfall.h"

#include <QApplication>
#include <QListWidget>
#include <QPlainTextEdit>

using namespace mesoscope;
using widgets::ActionRequest;
using Verb = ActionRequest::Verb;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

class TestSwanJourney : public test::WindowJourney {
    Q_OBJECT

private:
    void picture(const char* name) {
        const QString folder = qEnvironmentVariable("MESOSCOPE_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(400);
        console_->window().grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
    }
    widgets::ConfirmSheet* sheet() const { return named<widgets::ConfirmSheet>("actionSheet"); }
    bool refuses(const char* words) const {
        return until([&] { return sheet() && sheet()->confirmation().refusal.contains(s(words)); });
    }
    void write(const char* field, const char* text) {
        QVERIFY2(sheet()->findChild<widgets::Field*>(s(field)), field);
        sheet()->findChild<widgets::Field*>(s(field))->setText(s(text));
    }
    void openComposes() {
        console_->window().showPage(s("apps"));
        QVERIFY(until([&] { return noSheet(); }));
        press("appsComposes");
        QVERIFY(until([&] { return named<QWidget>("composeSheet") != nullptr; }));
    }
    scheduler::AppPtr app(const QString& id) const {
        const cluster::Slot slot = now().findApp(id);
        return slot == cluster::noSlot ? nullptr : now().apps[slot].app;
    }
    /// The newest deployment of these apps, when it is over.
    scheduler::DeploymentRecordPtr ended(const QStringList& apps) const {
        for (const scheduler::DeploymentRecordPtr& record : now().deploymentLog) {
            if (record->deployment.affectedApps == apps && record->endedMs != 0)
                return record;
        }
        return nullptr;
    }
    /// New instances and all rows, as the page shows them.
    std::pair<int, int> shown(const scheduler::DeploymentRecordPtr& record) {
        console_->window().reveal({widgets::ObjectRef::Kind::Deployment, record->deployment.id});
        QStringList rows;
        const bool there = until([&] {
            auto* waterfall = named<widgets::Waterfall>("waterfall");
            rows = waterfall && waterfall->isVisible() ? waterfall->rowsInWords() : QStringList();
            return !rows.isEmpty();
        });
        const auto fresh =
            std::count_if(rows.begin(), rows.end(), [](const QString& row) { return row.startsWith(s("new ")); });
        return there ? std::pair(int(fresh), int(rows.size())) : std::pair(-1, -1);
    }

private Q_SLOTS:
    void initTestCase() {
        demo::Options options = smallCluster();
        options.scheduler = "swan";
        QVERIFY(open(widgets::ThemeChoice::Light, options, {1600, 1000}));
    }
    void cleanupTestCase() { console_.reset(); }

    void aComposeFileIsCreatedFromItsText() {
        openComposes();
        press("composeNew");
        QVERIFY(refuses("no compose file yet"));
        auto* text = sheet()->findChild<QPlainTextEdit*>(s("composeDocument"));
        QVERIFY(text);
        text->setPlainText(s("services:\n  front:\n    image: img:front\n    depends_on: [db\n"));
        write("composeName", "stack");
        write("composeRunAs", "alice");
        QVERIFY(refuses("not YAML: line"));
        text->setPlainText(s("version: \"3\"\nservices:\n  front:\n    image: img:front\n    depends_on: [db]\n"
                             "    environment: [\"MODE=${MODE}\"]\n    resource: {cpus: 0.1, mem: 16}\n"
                             "    deploy: {replicas: 2}\n  db:\n    image: img:db\n"
                             "    resource: {cpus: 0.1, mem: 16}\n"));
        QVERIFY(until([&] { return sheet()->confirmation().warnings.size() == 1; })); // the variable has no value
        write("composeVariables", "MODE=prod");
        QVERIFY(until([&] {
            const widgets::Confirmation& c = sheet()->confirmation();
            return c.refusal.isEmpty() && c.warnings.isEmpty() && c.request.contains(s("name=stack&runas=alice&envs="));
        }));
        picture("compose-new");
        decide();
        QVERIFY(settled());
        QVERIFY(until([&] { return app(s("front.stack.alice.demo")) && app(s("db.stack.alice.demo")); }));
        const QStringList apps{s("db.stack.alice.demo"), s("front.stack.alice.demo")};
        QVERIFY(until([&] { return ended(apps) != nullptr; }));
        QVERIFY(ended(apps)->succeeded);
        const auto [fresh, rows] = shown(ended(apps));
        QCOMPARE(fresh, 3);
        QCOMPARE(rows, 3);
        picture("compose-deployment");
    }

    void aSecondOneOfItsNameIsRefusedAndCorrected() {
        openComposes();
        auto* list = named<QListWidget>("composeList");
        QVERIFY(until([&] { return list->count() == 1; }));
        picture("composes");
        press("composeNew");
        QVERIFY(until([&] { return sheet() && sheet()->isVisible(); }));
        sheet()->findChild<QPlainTextEdit*>(s("composeDocument"))->setPlainText(s("services: {a: {image: x}}"));
        write("composeName", "stack");
        write("composeRunAs", "bob");
        QVERIFY(until([&] { return sheet()->confirmation().refusal.isEmpty(); }));
        decide();
        QVERIFY(settled());
        QVERIFY(until([&] { return now().actions.last().phase == cluster::ActionPhase::Refused; }));
        QVERIFY(now().actions.last().error.serverText.contains(s("already exists")));
    }

    void itGoesWithAllItsApps() {
        openComposes();
        auto* list = named<QListWidget>("composeList");
        QVERIFY(until([&] { return list->count() == 1; }));
        press("composeDestroy");
        decide();
        QVERIFY(settled());
        QVERIFY(until([&] { return !app(s("front.stack.alice.demo")) && !app(s("db.stack.alice.demo")); }));
    }

    void aScaleTellsNewFromOld() {
        QString id;
        for (cluster::Slot i = 0; i < now().apps.size(); ++i) {
            const scheduler::AppPtr& one = now().apps[i].app;
            if (one && one->instances >= 2 && one->instances <= 12 && one->deployments.isEmpty())
                id = one->id;
        }
        QVERIFY(!id.isEmpty());
        const int before = app(id)->instances;
        ActionRequest request;
        request.verb = Verb::Scale;
        request.targets = QStringList{id};
        request.instances = before + 2;
        QVERIFY(until([&] { return noSheet(); }));
        Q_EMIT console_->window().actionRequested(request);
        decide();
        QVERIFY(settled());
        QVERIFY(until([&] { return ended({id}) != nullptr && app(id)->instances == before + 2; }));
        const auto [fresh, rows] = shown(ended({id}));
        picture("swan-scale");
        QCOMPARE(fresh, 2);
        QCOMPARE(rows, before + 2);
    }
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    TestSwanJourney test;
    return mesoscope::test::run(test, argc, argv);
}
#include "tst_swan_journey.moc"

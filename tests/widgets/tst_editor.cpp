// The editor: form and text on one document, problems on both, the review; pictures on request.
#include "tests/support/harness.h"
#include "tests/widgets/page_story.h"
#include "widgets/controls/button.h"
#include "widgets/controls/field.h"
#include "widgets/controls/panels.h"
#include "widgets/editor/document_form.h"
#include "widgets/editor/editor_page.h"
#include "widgets/editor/group_graph.h"
#include "widgets/editor/json_editor.h"
#include "widgets/shell/main_window.h"
#include "widgets/theme/theme_controller.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mesoscope;
using namespace mesoscope::widgets;

namespace {

const QByteArray running = R"({
  "id": "/shop/checkout",
  "instances": 64,
  "cpus": 1.50,
  "mem": 2048,
  "container": {"type": "MESOS", "docker": {"image": "registry.example.com/shop/checkout:4.18.2"}},
  "networks": [{"mode": "host"}],
  "portDefinitions": [{"port": 0, "name": "http"}],
  "healthChecks": [
    {
      "protocol": "MESOS_HTTP",
      "path": "/health",
      "portIndex": 0,
      "intervalSeconds": 10,
      "timeoutSeconds": 5
    }
  ],
  "env": {"LOG_LEVEL": "info", "REGION": "bj"},
  "constraints": [["hostname", "UNIQUE"], ["rack", "LIKE", "a.*"]],
  "futureField": {"a": [1, 2]},
  "upgradeStrategy": {"minimumHealthCapacity": 0.9, "maximumOverCapacity": 0.25},
  "labels": {"owner": "shop", "team": "checkout"}
}
)";

template<typename T>
T* child(QWidget& parent, const char* name) {
    T* const found = parent.findChild<T*>(QString::fromUtf8(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

void settle(EditorPage& page) {
    QSignalSpy checked(&page.model(), &appspec::EditorModel::checked);
    QVERIFY(checked.wait(5000));
}

void open(EditorPage& page, const QByteArray& text, const QByteArray& base) {
    page.openDocument(text);
    page.model().open(text, base, QStringLiteral("2026-11-23T02:31:07.000Z"));
    settle(page);
}

QByteArray textOf(JsonEditor& editor) {
    return editor.text().toUtf8();
}

} // namespace

class EditorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void formEditsTouchOneField() {
        EditorPage page;
        page.resize(1400, 900);
        page.show();
        open(page, running, running);
        QCOMPARE(textOf(page.text()), running);
        Edit* const memory = child<Edit>(page, "editorField:/mem");
        QCOMPARE(memory->text(), QStringLiteral("2048"));
        memory->selectAll();
        QTest::keyClicks(memory, QStringLiteral("3072"));
        QCOMPARE(page.model().text(), QByteArray(running).replace("2048", "3072"));
        QCOMPARE(textOf(page.text()), page.model().text());
        settle(page);
        QCOMPARE(page.model().judgement().changes, 1);
        child<Button>(page, "editorRevert:/mem")->click();
        QCOMPARE(page.model().text(), running);
        page.model().undo();
        page.model().redo();
        QCOMPARE(textOf(page.text()), running);
    }

    void rarelyUsedFieldsAreOffered() {
        EditorPage page;
        page.resize(1400, 900);
        page.show();
        open(page, running, running);
        const auto has = [&](const char* pointer) {
            const auto rows = page.form().findChildren<QWidget*>();
            return std::any_of(rows.begin(), rows.end(), [&](QWidget* w) {
                return w->objectName().endsWith(QLatin1Char(':') + QString::fromLatin1(pointer)) &&
                       w->isVisibleTo(&page.form());
            });
        };
        Button* const more = child<Button>(page, "editorMoreFields1");
        QVERIFY(more->isVisible());
        QVERIFY2(more->text().contains(QStringLiteral("Limits")), qPrintable(more->text()));
        QVERIFY(!has("/resourceLimits"));
        more->click();
        QVERIFY(has("/resourceLimits"));
        QVERIFY(!more->isVisible());
        QVERIFY(!has("/executor"));
        page.form().setFilter(QStringLiteral("executor"));
        QVERIFY(has("/executor"));
        page.form().setFilter(QString());
        QVERIFY(!has("/executor"));
    }

    void problemsStayUnderTheirLine() {
        EditorPage page;
        page.resize(1400, 900);
        page.show();
        open(page, QByteArray(running).replace("\"timeoutSeconds\": 5", "\"timeoutSeconds\": 2.5"), running);
        JsonEditor& editor = page.text();
        const auto annotated = [&editor] {
            QList<int> lines;
            for (int line = 0; line < editor.lines(); ++line) {
                if (!editor.annotation(line).isEmpty())
                    lines.append(line);
            }
            return lines;
        };
        QCOMPARE(annotated().size(), 1);
        const int line = annotated().first();
        const auto type = [&](int at, const QString& text) {
            editor.setCursorPosition(at, 0);
            editor.insert(text);
            settle(page);
            QCOMPARE(textOf(editor), page.model().text());
        };
        type(line, QStringLiteral("\n"));
        QCOMPARE(annotated(), QList<int>{line + 1});
        type(line + 3, QStringLiteral("\n"));
        QCOMPARE(annotated(), QList<int>{line + 1});
        page.model().setRaw(QStringLiteral("/healthChecks/0/timeoutSeconds"), "5");
        settle(page);
        QCOMPARE(annotated(), QList<int>{});
    }

    void readersOfTheScreenGetTheText() {
        EditorPage page;
        open(page, running, running);
        const auto reads = [&page] {
            QAccessibleInterface* const known = QAccessible::queryAccessibleInterface(&page.text());
            return known && known->textInterface() != nullptr;
        };
        QVERIFY(!reads()); // nobody listens, and it would cost time with every key
        QCOMPARE(QAccessible::queryAccessibleInterface(&page.text())->text(QAccessible::Name),
                 page.text().accessibleName());
        QAccessible::setActive(true);
        QVERIFY(reads());
        QAccessible::setActive(false);
    }

    void linesOfMegabytesAreKeptUnshown() {
        EditorPage page;
        page.resize(1400, 900);
        page.show();
        const QByteArray text = "{\"id\":\"/a\",\"cmd\":\"ls -l\",\"env\":{\"A\":\"" + QByteArray(1'900'000, 'x') +
                                "\",\"B\":\"" + QByteArray(1'900'000, 'y') + "\"}}";
        open(page, text, {});
        QVERIFY(page.text().isReadOnly());
        QVERIFY(textOf(page.text()).size() < 1000);
        QCOMPARE(page.model().text(), text);
        page.model().setRaw(QStringLiteral("/mem"), "64");
        settle(page);
        QVERIFY(page.model().text().startsWith(text.left(text.size() - 1)));
        child<Button>(*page.titleContent(), "editorMore")->click();
        QMenu* const menu = child<QMenu>(page, "editorMenu");
        for (QAction* action : menu->actions()) {
            if (action->text() == QStringLiteral("Lay out the text"))
                action->trigger();
        }
        menu->close();
        QVERIFY(!page.text().isReadOnly());
        QCOMPARE(textOf(page.text()), page.model().text());
        QVERIFY(page.model().text().contains("\n  \"mem\": 64"));
        page.model().undo();
        QVERIFY(page.text().isReadOnly());
    }

    void unknownFieldsAreRows() {
        EditorPage page;
        open(page, running, running);
        Edit* const unknown = child<Edit>(page, "editorField:/futureField");
        QCOMPARE(unknown->text(), QStringLiteral("{\"a\": [1, 2]}"));
        // Also those inside of what is known.
        page.model().setRaw(QStringLiteral("/container/docker/future"), "7");
        page.model().setRaw(QStringLiteral("/healthChecks/0/hint"), "[1]");
        settle(page);
        QCOMPARE(child<Edit>(page, "editorField:/container/docker/future")->text(), QStringLiteral("7"));
        QCOMPARE(child<Edit>(page, "editorField:/healthChecks/0/hint")->text(), QStringLiteral("[1]"));
        page.model().undo();
        page.model().undo();
        settle(page);
        QTest::keyClick(unknown, Qt::Key_End);
        QTest::keyClick(unknown, Qt::Key_Backspace); // half a value is not taken
        QCOMPARE(page.model().text(), running);
    }

    void textAndFormStayTogether() {
        EditorPage page;
        page.resize(1400, 900);
        page.show();
        open(page, running, running);
        JsonEditor& editor = page.text();
        const int at = running.indexOf("\"timeoutSeconds\": 5") + 18;
        editor.SendScintilla(QsciScintilla::SCI_SETSEL, static_cast<unsigned long>(at), long(at + 1));
        editor.replaceSelectedText(QStringLiteral("2.5"));
        settle(page);
        QCOMPARE(page.model().judgement().errors(), 1);
        QCOMPARE(page.model().judgement().problems[0].path, QStringLiteral("/healthChecks(0)/timeoutSeconds"));
        QCOMPARE(child<Edit>(page, "editorField:/healthChecks/0/timeoutSeconds")->text(), QStringLiteral("2.5"));
        QCOMPARE(child<QListWidget>(page, "editorProblems")->count(), 1);
        editor.replaceSelectedText(QString());
        page.model().undo();
        page.model().undo();
        QCOMPARE(textOf(editor), page.model().text());
        // Half-typed text keeps the form as it was.
        page.model().replaceAll(running.left(60));
        settle(page);
        QVERIFY(!page.model().judgement().valid);
        QCOMPARE(child<Edit>(page, "editorField:/mem")->text(), QStringLiteral("2048"));
        page.model().undo();
        settle(page);
        QCOMPARE(page.model().text(), running);
    }

    void addingAndRemovingRows() {
        EditorPage page;
        open(page, "{\n  \"id\": \"/x\",\n  \"cmd\": \"sleep 1\"\n}\n", {});
        child<Button>(page, "editorAdd:/constraints")->click();
        child<Button>(page, "editorAdd:/healthChecks")->click();
        child<Button>(page, "editorAdd:/env")->click();
        QVERIFY(page.model().text().contains("\"constraints\": [[\"hostname\", \"UNIQUE\"]]") ||
                page.model().text().contains("[\"hostname\", \"UNIQUE\"]"));
        QVERIFY(page.model().text().contains("MESOS_HTTP"));
        QVERIFY(page.model().text().contains("\"NAME\": \"\""));
        QComboBox* const op = child<QComboBox>(page, "editorOperator:/constraints/0");
        op->setCurrentText(QStringLiteral("MAX_PER"));
        Q_EMIT op->textActivated(op->currentText());
        child<QComboBox>(page, "editorOperand:/constraints/0")->setEditText(QStringLiteral("2"));
        QVERIFY(page.model().text().contains("[\"hostname\", \"MAX_PER\", \"2\"]"));
        child<Button>(page, "editorRemove:/constraints/0")->click();
        QVERIFY(!page.model().text().contains("MAX_PER"));
        settle(page);
        QVERIFY2(page.model().judgement().valid, page.model().text().constData());
    }

    void templatesDraftsAndGroups() {
        QTemporaryDir folder;
        {
            EditorPage page(folder.path());
            page.openDocument("{\"id\":\"/g\",\"apps\":[{\"id\":\"/g/a\",\"cmd\":\"sleep "
                              "1\"},{\"id\":\"/g/b\",\"cmd\":\"sleep 2\"}]}");
            QCOMPARE(page.model().appPointers().size(), 2);
            page.model().setAppPointer(QStringLiteral("/apps/1"));
            QTest::keyClicks(child<Edit>(page, "editorField:/apps/1/cmd"), QStringLiteral("0"));
            QVERIFY(page.model().text().contains("\"sleep 20\""));
        }
        EditorPage page(folder.path());
        QListWidget* const drafts = child<QListWidget>(page, "editorDrafts");
        QCOMPARE(drafts->count(), 1);
        Q_EMIT drafts->itemActivated(drafts->item(0));
        QVERIFY(page.model().text().contains("\"sleep 20\""));
        page.create();
        child<QPlainTextEdit>(page, "editorPaste")
            ->setPlainText(QStringLiteral("docker run -d --name web -p 80:80 nginx"));
        child<Button>(page, "editorImport")->click();
        QCOMPARE(page.model().appId(), QStringLiteral("/web"));
    }

    void draftsAreNamedAndTemplatesKept() {
        QTemporaryDir folder;
        EditorPage page(folder.path());
        page.show();
        page.openDocument("{\n  \"id\": \"/x\",\n  \"cmd\": \"sleep 1\"\n}\n");
        settle(page);
        const auto give = [&](const char* action, const QString& name) {
            child<Button>(*page.titleContent(), "editorMore")->click();
            QMenu* const menu = child<QMenu>(page, "editorMenu");
            for (QAction* one : menu->actions()) {
                if (one->text() == QString::fromUtf8(action))
                    one->trigger();
            }
            menu->close();
            delete menu;
            child<Edit>(page, "editorName")->setText(name);
            child<Button>(page, "editorNameTake")->click();
        };
        give("Name this draft…", QStringLiteral("before the holidays"));
        give("Keep as own template…", QStringLiteral("ours"));
        child<Button>(*page.titleContent(), "editorNew")->click();
        QListWidget* const drafts = child<QListWidget>(page, "editorDrafts");
        QCOMPARE(drafts->count(), 1);
        QVERIFY(drafts->item(0)->text().contains(QStringLiteral("before the holidays")));
        QListWidget* const templates = child<QListWidget>(page, "editorTemplates");
        QCOMPARE(templates->count(), 7);
        QVERIFY(templates->item(0)->text().startsWith(QStringLiteral("ours")));
        templates->setCurrentRow(0);
        templates->actions().first()->trigger();
        QCOMPARE(templates->count(), 6);
    }

    void groupsAreDrawnAndLeadToTheirApps() {
        EditorPage page;
        page.resize(1400, 900);
        page.show();
        open(page,
             "{\"id\":\"/g\",\"apps\":[{\"id\":\"/g/db\",\"cmd\":\"sleep 1\"},{\"id\":\"/g/web\",\"cmd\":\"sleep "
             "2\",\"dependencies\":[\"/g/db\"]}]}",
             {});
        GroupGraph* const graph = child<GroupGraph>(page, "editorGroupGraph");
        QVERIFY(graph->isVisible());
        QVERIFY(graph->accessibleDescription().contains(QStringLiteral("web after db")));
        QTest::keyClick(graph, Qt::Key_Down);
        QCOMPARE(page.model().appPointer(), QStringLiteral("/apps/1"));
        // The caret in another app brings that app into the form.
        page.text().setFocus();
        page.text().SendScintilla(QsciScintilla::SCI_GOTOPOS, 40UL);
        QTRY_COMPARE(page.model().appPointer(), QStringLiteral("/apps/0"));
    }

    void foldedSectionsTellTheirChanges() {
        EditorPage page;
        page.resize(1400, 900);
        page.show();
        open(page, QByteArray(running).replace("\"shop\"", "\"other\""), running);
        Button* const revert = child<Button>(page, "editorDigestRevert:/labels/owner");
        QVERIFY(revert->isVisible());
        revert->click();
        QCOMPARE(page.model().text(), running);
    }

    void anotherShapeIsOneStep() {
        EditorPage page;
        page.show();
        open(page, running, running);
        QComboBox* const protocol = child<QComboBox>(page, "editorChoice:/healthChecks/0/protocol");
        protocol->setCurrentIndex(protocol->findData(QStringLiteral("COMMAND")));
        Q_EMIT protocol->activated(protocol->currentIndex());
        settle(page);
        QVERIFY(!page.model().has(QStringLiteral("/healthChecks/0/path")));
        QVERIFY(page.model().has(QStringLiteral("/healthChecks/0/command/value")));
        page.model().undo();
        QCOMPARE(page.model().text(), running);
        QComboBox* const network = child<QComboBox>(page, "editorChoice:/networks");
        network->setCurrentIndex(network->findData(QStringLiteral("container/bridge")));
        Q_EMIT network->activated(network->currentIndex());
        QCOMPARE(page.model().value(QStringLiteral("/container/portMappings/0/name")), QStringLiteral("http"));
    }

    void completionAndMending() {
        EditorPage page;
        page.resize(760, 700); // the completion needs a screen beneath
        page.show();
        open(page, running, running);
        JsonEditor& editor = page.text();
        editor.setFocus();
        const int key = running.indexOf("\"path\"") + 1;
        editor.SendScintilla(QsciScintilla::SCI_GOTOPOS, static_cast<unsigned long>(key));
        QTest::keyClick(&editor, Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(editor.SendScintilla(QsciScintilla::SCI_AUTOCACTIVE));
        QTest::keyClick(&editor, Qt::Key_Escape);
        const int at = running.indexOf("\"timeoutSeconds\": 5") + 18;
        editor.SendScintilla(QsciScintilla::SCI_SETSEL, static_cast<unsigned long>(at), long(at + 1));
        editor.replaceSelectedText(QStringLiteral("2.5"));
        settle(page);
        QVERIFY(child<Button>(page, "editorFix:/healthChecks/0/timeoutSeconds")->isVisible());
        child<Button>(page, "editorOtherFix:/healthChecks/0/timeoutSeconds")->click();
        QCOMPARE(page.model().value(QStringLiteral("/healthChecks/0/timeoutSeconds")), QStringLiteral("2"));
    }

    void importsSayWhatTheyLeftOut() {
        EditorPage page;
        page.show();
        child<QPlainTextEdit>(page, "editorPaste")
            ->setPlainText(QStringLiteral("services:\n  web:\n    image: nginx\n    cap_add: [ALL]\n"));
        child<Button>(page, "editorImport")->click();
        QVERIFY(page.model().isGroup());
        QVERIFY(page.findChild<Banner*>()->isVisible());
        page.create();
        child<QPlainTextEdit>(page, "editorPaste")->setPlainText(QStringLiteral("docker run -d"));
        child<Button>(page, "editorImport")->click();
        QVERIFY(!child<Words>(page, "editorImportOutcome")->text().isEmpty());
    }

    /// Writes pictures to the folder that MESOSCOPE_PICTURES names; else only walks through the views.
    void everyViewInBothThemesAndSizes() {
        const QString folder = qEnvironmentVariable("MESOSCOPE_PICTURES");
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            ThemeController theme(choice);
            for (const QSize size : {QSize(1920, 1080), QSize(1280, 800)}) {
                test::PageStory story;
                base::ManualClock clock(story.cluster.nowMs());
                MainWindow window(theme, clock);
                auto* const page = new EditorPage;
                window.addPage(page);
                window.setCluster(
                    ClusterTag{QStringLiteral("bj-prod"), QStringLiteral("PROD"), QColor(0xB3302A), true, false});
                window.resize(size);
                window.show();
                window.apply(story.update());
                window.showPage(QStringLiteral("editor"));
                const auto picture = [&](const char* name) {
                    QCoreApplication::sendPostedEvents();
                    QTest::qWait(folder.isEmpty() ? 0 : 200);
                    if (!folder.isEmpty())
                        window.grab().save(
                            QStringLiteral("%1/%2-%3-%4.png")
                                .arg(folder, QString::fromLatin1(name),
                                     choice == ThemeChoice::Light ? QStringLiteral("light") : QStringLiteral("dark"))
                                .arg(size.width()));
                };
                picture("editor-start");
                QByteArray changed = QByteArray(running)
                                         .replace("2048", "3072")
                                         .replace("\"timeoutSeconds\": 5", "\"timeoutSeconds\": 2.5");
                open(*page, changed, running);
                page->form().showPointer(QStringLiteral("/healthChecks/0/timeoutSeconds"));
                page->text().showPointer(QStringLiteral("/healthChecks/0/timeoutSeconds"));
                picture("editor");
                page->model().replaceAll(changed.replace("2.5", "3"));
                settle(*page);
                page->review();
                if (!folder.isEmpty())
                    QTest::qWait(500);
                picture("editor-review");
                QVERIFY(page->stepBack());
            }
        }
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    EditorTest test;
    return mesoscope::test::run(test, argc, argv);
}
#include "tst_editor.moc"

// Walks the window with every page the shell knows of: whatever takes the keyboard has a name for people and one for
// programs, every colour keeps its contrast, and the frame answers its keys.
#include "tests/support/harness.h"
#include "tests/support/named_widgets.h"
#include "tests/support/synthetic_cluster.h"
#include "widgets/connect/connect_page.h"
#include "widgets/controls/confirm_sheet.h"
#include "widgets/controls/gallery_page.h"
#include "widgets/shell/main_window.h"
#include "widgets/theme/glyph.h"
#include "widgets/theme/language.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace mesoscope;
using namespace mesoscope::widgets;

namespace {

class NoTester final : public ConnectionTester {
public:
    void test(base::SourceKind part, const QString& address, QObject*,
              std::function<void(const ProbeResult&)> done) override {
        ProbeResult result;
        result.state = part == base::SourceKind::Gateway ? ProbeResult::State::Failed : ProbeResult::State::Found;
        result.headline = part == base::SourceKind::Gateway ? QStringLiteral("fabio: nothing listens on :9998")
                                                            : QStringLiteral("Mesos 1.11.0, leader");
        result.detail = address;
        result.milliseconds = 0.8;
        if (part == base::SourceKind::Gateway)
            result.advice = {QStringLiteral("If it runs with another -ui.addr, test that one."),
                             QStringLiteral("If a firewall refuses, open the port from here.")};
        if (part == base::SourceKind::Master) {
            result.scheduler = QStringLiteral("https://10.32.0.21:8443");
            result.gateway = QStringLiteral("http://10.32.11.8:9998");
        }
        done(result);
    }
};

/// The whole window with a page that comes from elsewhere, as the composition root would build it.
struct Stage {
    explicit Stage(ThemeController& theme, QSize size = {1920, 1080}) : window(theme, clock) {
        connectPage = new ConnectPage(tester);
        window.addPage(connectPage);
        window.addPage(new GalleryPage(theme));
        window.resize(size);
        window.show();
    }

    void open() {
        ClusterTag tag{QStringLiteral("bj-prod"), QStringLiteral("PROD"), Theme::day().identity[0], true, false};
        window.setCluster(tag);
    }

    base::ManualClock clock{1'795'401'727'400};
    NoTester tester;
    MainWindow window;
    ConnectPage* connectPage = nullptr;
};

void keepPicture(QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("MESOSCOPE_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(30); // posted layout requests
    widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace

class AccessibilityTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyColourKeepsItsContrast_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void everyColourKeepsItsContrast() {
        QFETCH(bool, dark);
        const Theme& t = dark ? Theme::night() : Theme::day();
        for (const QColor& ground : {t.window, t.surface, t.raised, t.hover, t.selected}) {
            for (Tone tone :
                 {Tone::Text, Tone::Secondary, Tone::Accent, Tone::Good, Tone::Warning, Tone::Bad, Tone::Draining}) {
                const double ratio = contrast(t.tone(tone), ground);
                QVERIFY2(ratio >= 4.5,
                         qPrintable(QStringLiteral("tone %1 on %2: %3").arg(int(tone)).arg(ground.name()).arg(ratio)));
            }
            for (const QColor& graphic : {t.unknown, t.control, t.barGood, t.barGrey})
                QVERIFY2(contrast(graphic, ground) >= 3.0,
                         qPrintable(graphic.name() + QLatin1Char(' ') + ground.name()));
        }
        for (Tone tone : {Tone::Warning, Tone::Bad, Tone::Accent, Tone::Draining})
            QVERIFY2(contrast(t.text, t.tint(tone)) >= 4.5 && contrast(t.tone(tone), t.tint(tone)) >= 4.5,
                     qPrintable(QString::number(int(tone))));
        QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
    }

    void rampsGrowByLightness() {
        for (const Theme* t : {&Theme::day(), &Theme::night()}) {
            double last = contrast(t->sequentialAt(0), t->surface);
            for (int i = 1; i <= 20; ++i) {
                const double next = contrast(t->sequentialAt(i / 20.0), t->surface);
                QVERIFY(next > last);
                last = next;
            }
        }
    }

    void everyGlyphHasItsPicture() {
        for (int i = 0; i < int(Glyph::Count); ++i) {
            QImage image(16, 16, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintGlyph(painter, QRectF(0, 0, 16, 16), Glyph(i), Qt::red);
            painter.end();
            int inked = 0;
            for (int y = 0; y < 16; ++y) {
                for (int x = 0; x < 16; ++x)
                    inked += qAlpha(image.pixel(x, y)) > 100 ? 1 : 0;
            }
            QVERIFY2(inked >= 3, qPrintable(QStringLiteral("glyph %1 draws %2 pixels").arg(i).arg(inked)));
        }
    }

    void everythingInteractiveHasNames() {
        Stage stage(theme_);
        stage.open();
        stage.window.showToast(Toast::Kind::Error, QStringLiteral("Scale /shop/cart to 6 was refused"),
                               QStringLiteral("409: App is locked."), QStringLiteral("Show"));
        stage.window.openPalette();
        Confirmation confirmation;
        confirmation.title = QStringLiteral("Restart /shop/checkout");
        confirmation.goText = QStringLiteral("Restart 64 instances");
        confirmation.typedName = QStringLiteral("bj-prod");
        stage.window.confirm(confirmation);
        const QStringList found = test::nameless(stage.window);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void picturesOfTheFrame_data() {
        QTest::addColumn<int>("choice");
        QTest::addColumn<QSize>("size");
        QTest::newRow("zh-light") << int(ThemeChoice::Light) << QSize(1920, 1080);
        QTest::newRow("zh-narrow-dark") << int(ThemeChoice::Dark) << QSize(1280, 800);
        QTest::newRow("light") << int(ThemeChoice::Light) << QSize(1920, 1080);
        QTest::newRow("dark") << int(ThemeChoice::Dark) << QSize(1920, 1080);
        QTest::newRow("narrow-dark") << int(ThemeChoice::Dark) << QSize(1280, 800);
        QTest::newRow("narrow-light") << int(ThemeChoice::Light) << QSize(1280, 800);
    }
    void picturesOfTheFrame() {
        QFETCH(int, choice);
        QFETCH(QSize, size);
        theme_.choose(ThemeChoice(choice));
        const QString tag = QLatin1String(QTest::currentDataTag());
        const bool chinese = tag.startsWith(QLatin1String("zh"));
        const Language language(chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"));
        Stage stage(theme_, size);
        QCOMPARE(stage.window.page(QStringLiteral("gallery"))->title(),
                 chinese ? QStringLiteral("组件") : QStringLiteral("Components"));
        QCOMPARE(QCoreApplication::translate("mesoscope::widgets::StatusLine", "%1 task(s)", nullptr, 1).arg(1),
                 chinese ? QStringLiteral("1 个任务") : QStringLiteral("1 task"));
        stage.connectPage->setRequest([] {
            ConnectRequest r;
            r.master = QStringLiteral("https://10.32.0.11:5050");
            return r;
        }());
        stage.window.showPage(QStringLiteral("connect"));
        stage.window.findChild<QAbstractButton*>(QStringLiteral("connect-test"))->click();
        QCOMPARE(stage.connectPage->request().scheduler, QStringLiteral("https://10.32.0.21:8443"));
        keepPicture(stage.window, QStringLiteral("connect-") + tag);
        stage.open();
        test::SyntheticSpec spec;
        test::SyntheticCluster cluster(spec);
        cluster::Update update;
        update.snapshot = cluster.publish();
        update.diff.everything = true;
        stage.window.apply(update);
        stage.window.showPage(QStringLiteral("gallery"));
        QCOMPARE(stage.window.isNarrow(), size.width() < MainWindow::narrowBelow);
        keepPicture(stage.window, QStringLiteral("gallery-") + tag);
        stage.window.openPalette(QStringLiteral("a"));
        QTRY_VERIFY(stage.window.findChild<QListView*>(QStringLiteral("palette-list"))->model()->rowCount() > 0);
        keepPicture(stage.window, QStringLiteral("palette-") + tag);
        stage.window.findChild<Palette*>()->finished();
        stage.window.showToast(Toast::Kind::Done, QStringLiteral("Scaled /shop/cart to 6"),
                               QStringLiteral("6 of 6 healthy in 40 s"), QStringLiteral("Show"));
        stage.window.showToast(Toast::Kind::Error, QStringLiteral("Scale /shop/cart to 6 was refused"),
                               QStringLiteral("409: App is locked by one or more deployments."),
                               QStringLiteral("Show"));
        stage.window.confirm(sample());
        keepPicture(stage.window, QStringLiteral("confirm-") + tag);
    }

    void typedNameGuardsTheButton() {
        Stage stage(theme_);
        ConfirmSheet* sheet = stage.window.confirm(sample());
        auto* go = sheet->findChild<QAbstractButton*>(QStringLiteral("confirm-go"));
        auto* typed = sheet->findChild<QLineEdit*>(QStringLiteral("confirm-typed"));
        QSignalSpy accepted(sheet, &ConfirmSheet::accepted);
        QVERIFY(!go->isEnabled());
        QTest::keyClicks(typed, QStringLiteral("bj-pro"));
        QTest::keyClick(typed, Qt::Key_Return);
        QCOMPARE(accepted.count(), 0);
        QTest::keyClicks(typed, QStringLiteral("d"));
        QVERIFY(go->isEnabled());
        QTest::keyClick(typed, Qt::Key_Return);
        QCOMPARE(accepted.count(), 1);
    }

    void refusalIsSaidBesideTheButton() {
        Stage stage(theme_);
        Confirmation refused = sample();
        refused.refusal = QStringLiteral("the scheduler is stale");
        ConfirmSheet* sheet = stage.window.confirm(refused);
        QTest::keyClicks(sheet->findChild<QLineEdit*>(QStringLiteral("confirm-typed")), QStringLiteral("bj-prod"));
        QVERIFY(!sheet->findChild<QAbstractButton*>(QStringLiteral("confirm-go"))->isEnabled());
        QCOMPARE(sheet->findChild<QLabel*>(QStringLiteral("reason"))->text(), refused.refusal);
    }

    void keysOfTheFrame() {
        Stage stage(theme_);
        stage.open();
        stage.window.showPage(QStringLiteral("connect"));
        stage.window.showPage(QStringLiteral("gallery"));
        QVERIFY(QTest::qWaitForWindowActive(&stage.window));
        QSignalSpy resync(&stage.window, &MainWindow::resyncRequested);
        QTest::keyClick(&stage.window, Qt::Key_F5);
        QCOMPARE(resync.count(), 1);
        QTest::keyClick(&stage.window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(stage.window.currentPage()->id(), QStringLiteral("connect"));
        QTest::keyClick(&stage.window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(stage.window.currentPage()->id(), QStringLiteral("gallery"));
        QTest::keyClick(&stage.window, Qt::Key_K, Qt::ControlModifier);
        auto* palette = stage.window.findChild<Palette*>();
        QVERIFY(palette->isVisible());
        QTest::keyClick(palette->focusProxy(), Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
    }

    void theBellCountsWhatWasMissed() {
        Stage stage(theme_);
        stage.open();
        const auto apply = [&](std::initializer_list<cluster::EventNote> notes) {
            auto snapshot = std::make_shared<cluster::Snapshot>();
            snapshot->strings = std::make_shared<base::StringPool>();
            snapshot->masterComplete = true;
            snapshot->notes = notes;
            cluster::Update update;
            update.snapshot = snapshot;
            update.diff.notes = true;
            stage.window.apply(update);
        };
        const qint64 now = stage.clock.wallMs();
        const cluster::EventNote before{now - 5000, QStringLiteral("agent"), QStringLiteral("a1"),
                                        QStringLiteral("added")};
        apply({before});
        auto* bell = stage.window.findChild<QAbstractButton*>(QStringLiteral("bell"));
        QCOMPARE(bell->text(), QStringLiteral("0"));
        const cluster::EventNote lost{now + 10, QStringLiteral("agent"), QStringLiteral("a1"), QStringLiteral("lost")};
        const cluster::EventNote task{now + 11, QStringLiteral("task"), QStringLiteral("t1"), QStringLiteral("ran")};
        apply({before, lost, task});
        QCOMPARE(bell->text(), QStringLiteral("1"));
        QTest::mouseClick(bell, Qt::LeftButton);
        auto* list = stage.window.findChild<QWidget*>(QStringLiteral("noticeList"));
        QVERIFY(list->isVisible());
        QVERIFY(list->accessibleDescription().contains(QStringLiteral("lost")));
        QCOMPARE(bell->text(), QStringLiteral("0"));
        QCOMPARE(test::nameless(stage.window), QStringList());
        QTest::keyClick(list->window()->focusWidget(), Qt::Key_Escape);
        QVERIFY(!list->isVisible());
    }

    void pageFromThePalette() {
        Stage stage(theme_);
        stage.window.showPage(QStringLiteral("connect"));
        stage.window.openPalette();
        auto* palette = stage.window.findChild<Palette*>();
        QTest::keyClicks(palette->focusProxy(), QStringLiteral("compon"));
        QTest::keyClick(palette->focusProxy(), Qt::Key_Return);
        QCOMPARE(stage.window.currentPage()->id(), QStringLiteral("gallery"));
    }

    void connectAsksForWhatWasTyped() {
        Stage stage(theme_);
        stage.window.showPage(QStringLiteral("connect"));
        QSignalSpy wanted(stage.connectPage, &ConnectPage::connectWanted);
        auto* go = stage.window.findChild<QAbstractButton*>(QStringLiteral("connect-go"));
        QVERIFY(!go->isEnabled());
        auto* master = stage.window.findChild<QLineEdit*>(QStringLiteral("connect-part-0-address"));
        QTest::keyClicks(master, QStringLiteral("http://10.1.1.1:5050"));
        QVERIFY(go->isEnabled());
        go->click();
        QCOMPARE(wanted.count(), 1);
        const auto request = wanted.first().first().value<ConnectRequest>();
        QCOMPARE(request.master, QStringLiteral("http://10.1.1.1:5050"));
        QCOMPARE(request.name, QStringLiteral("10.1.1.1"));
        QSignalSpy demo(stage.connectPage, &ConnectPage::demoWanted);
        stage.window.findChild<QAbstractButton*>(QStringLiteral("scenario-rack-lost"))->click();
        stage.window.findChild<QAbstractButton*>(QStringLiteral("connect-start-demo"))->click();
        QCOMPARE(demo.first().first().value<DemoRequest>(), (DemoRequest{QStringLiteral("rack-lost"), 1000}));
    }

private:
    static Confirmation sample() {
        Confirmation c;
        c.title = QStringLiteral("Restart /shop/checkout");
        c.subtitle = QStringLiteral("All 64 instances are replaced step by step. The definition is not changed.");
        c.cluster = {QStringLiteral("bj-prod"), QStringLiteral("PROD"), Theme::day().identity[0], true, false};
        c.warnings = {{Glyph::Warning, Tone::Warning, QStringLiteral("The 4 unreachable instances hang on rack b2."),
                       QStringLiteral("It will not close the incident.")}};
        c.effect = {{QStringLiteral("at a time"), QStringLiteral("80 at most, 58 healthy at least")},
                    {QStringLiteral("capacity"), QStringLiteral("4,420 requests/s at worst, −9 %")},
                    {QStringLiteral("takes"), QStringLiteral("about 4 min")}};
        c.others = {
            {Glyph::Check, Tone::Secondary, QStringLiteral("Nobody deploys /shop/checkout; its lock is free.")}};
        c.request = QStringLiteral("POST https://marathon.example:8443/v2/apps/shop/checkout/restart");
        c.curl = QStringLiteral("curl -X POST …");
        c.requestNote = QStringLiteral(
            "Not forced: if another deployment holds this app, Marathon answers 409 and nothing happens.");
        c.wayOut = QStringLiteral("Way out: stop half-way, what restarted stays");
        c.keepText = QStringLiteral("Keep it running");
        c.goText = QStringLiteral("Restart 64 instances");
        c.typedName = QStringLiteral("bj-prod");
        return c;
    }

    ThemeController theme_{ThemeChoice::Light};
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    AccessibilityTest test;
    return mesoscope::test::run(test, argc, argv);
}

#include "tst_accessibility.moc"

#include "app/window/window_command.h"

#include "app/commands/cluster_command.h"
#include "app/commands/command.h"
#include "app/platform/interrupt.h"
#include "app/window/console.h"
#include "widgets/map/map_page.h"
#include "widgets/theme/language.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QLocale>
#include <QTimer>

#include <cstdio>

namespace mesoscope::app::window {

namespace {

using commands::ExitCode;

/// Pages compute what they show off the GUI thread; a picture is taken when nothing has arrived for this long.
constexpr int quietMs = 700;
/// What belongs to a selected object is asked for first.
constexpr int selectionMs = 2500;
constexpr int patienceMs = 60'000;

void complain(const base::Error& error) {
    std::fprintf(stderr, "mesoscope: %s %s\n", qUtf8Printable(error.sentence), qUtf8Printable(error.advice));
}

widgets::ThemeChoice themeFrom(const Arguments& arguments) {
    const QString name = arguments.value("theme");
    return name == QStringLiteral("light")  ? widgets::ThemeChoice::Light
           : name == QStringLiteral("dark") ? widgets::ThemeChoice::Dark
                                            : widgets::ThemeChoice::System;
}

/// --language, or what the system speaks.
QString languageFrom(const Arguments& arguments) {
    if (!arguments.has("language"))
        return widgets::Language::fromSystem();
    const bool chinese = QLocale(arguments.value("language")).language() == QLocale::Chinese;
    return chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

void prepare() {
    QApplication::setApplicationName(QStringLiteral("mesoscope"));
    QApplication::setApplicationDisplayName(QStringLiteral("Mesoscope"));
}

/// Opens what the arguments name. False when there was something to complain about; `code` is the exit code then.
bool openFrom(Console& console, const Arguments& arguments, int& code) {
    if (!namesCluster(arguments)) {
        console.window().showPage(QStringLiteral("connect"));
        return true;
    }
    if (arguments.has("demo")) {
        const base::Result<demo::Options> options = demoOptionsFrom(arguments);
        if (!options) {
            complain(options.error());
            code = ExitCode::WrongUse;
            return false;
        }
        console.startDemo(*options, arguments.has("read-only"));
        return true;
    }
    base::Result<cluster::Connection> connection = connectionFrom(arguments);
    if (!connection) {
        complain(connection.error());
        code = ExitCode::WrongUse;
        return false;
    }
    console.open(std::move(*connection));
    return true;
}

std::optional<QSize> sizeFrom(const Arguments& arguments) {
    const QStringList parts = arguments.value("size", QStringLiteral("1920x1080")).split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() != 2 || size.width() < 320 || size.height() < 240 || size.width() > 16384 || size.height() > 16384)
        return std::nullopt;
    return size;
}

bool complete(const cluster::Snapshot& snapshot) {
    for (const base::SourceStatus& source : snapshot.sources) {
        const bool settled = source.state == base::SourceState::Live || source.state == base::SourceState::Failed ||
                             source.state == base::SourceState::Retrying;
        if (!settled)
            return false;
    }
    return !snapshot.sources.isEmpty();
}

/// The object of an id that a user typed: an app begins with a slash, else a task, else an agent.
widgets::ObjectRef objectOf(const cluster::Snapshot& snapshot, const QString& id) {
    using Kind = widgets::ObjectRef::Kind;
    using Part = widgets::ObjectRef::Part;
    for (const auto& [prefix, part] :
         {std::pair(QStringLiteral("logs:"), Part::Logs), std::pair(QStringLiteral("sandbox:"), Part::Sandbox),
          std::pair(QStringLiteral("command:"), Part::Command)}) {
        if (id.startsWith(prefix))
            return {Kind::Task, id.mid(prefix.size()).replace(QLatin1Char(','), QLatin1Char('\n')), part};
    }
    if (snapshot.findApp(id) != cluster::noSlot)
        return {Kind::App, id};
    const cluster::Slot agent = snapshot.findAgent(id.toStdString());
    if (agent != cluster::noSlot)
        return {Kind::Agent, snapshot.text(snapshot.agents[agent].id)};
    if (snapshot.findTask(id.toStdString()) != cluster::noSlot)
        return {Kind::Task, id};
    return {id.startsWith(QLatin1Char('/')) ? Kind::Group : Kind::Deployment, id};
}

/// Waits for the picture, selects, waits until it is still, and saves it.
class Photographer : public QObject {
public:
    Photographer(Console& console, const Arguments& arguments) : console_(console), arguments_(arguments) {
        quiet_.setSingleShot(true);
        connect(&quiet_, &QTimer::timeout, this, &Photographer::still);
        connect(&console, &Console::applied, this, &Photographer::moved);
        if (!namesCluster(arguments))
            quiet_.start(quietMs);
        QTimer::singleShot(patienceMs, this, [this] { shoot(); });
    }

private:
    void moved() {
        // A live cluster never stands still: after the first whole picture a fixed time is enough.
        if (!quiet_.isActive() && complete(*console_.session()->current()))
            quiet_.start(quietMs);
    }

    void still() {
        if (!selected_ && arguments_.has("select") && console_.session()) {
            selected_ = true;
            auto& window = console_.window();
            const widgets::ObjectRef object = objectOf(*console_.session()->current(), arguments_.value("select"));
            auto* map = qobject_cast<widgets::MapPage*>(window.currentPage());
            const bool shown =
                map ? map->showOnMap(object) : window.currentPage() && window.currentPage()->reveal(object);
            if (!shown)
                window.reveal(object);
            window.openInspector(!window.isNarrow());
            quiet_.start(selectionMs);
            return;
        }
        shoot();
    }

    void shoot() {
        const QString file = arguments_.value("out");
        const bool saved = console_.window().grab().save(file);
        if (!saved)
            complain({base::ErrorKind::Input,
                      QStringLiteral("%1 can't be written.").arg(file),
                      QStringLiteral("Check the folder, and the ending: .png or .jpg."),
                      {},
                      0});
        QApplication::exit(saved ? ExitCode::Done : ExitCode::WrongUse);
    }

    Console& console_;
    const Arguments& arguments_;
    QTimer quiet_;
    bool selected_ = false;
};

/// What showWindow() returns when the user chose another language: texts are set when a window is built.
constexpr int otherLanguage = 64;

widgets::ThemeChoice shownTheme() {
    return widgets::theme::of(QApplication::palette()).dark ? widgets::ThemeChoice::Dark : widgets::ThemeChoice::Light;
}

/// One window until it is closed. Opens what the arguments name; without arguments the connect page.
int showWindow(widgets::ThemeChoice theme, widgets::Language& language, const Arguments* arguments) {
    Console console(theme);
    widgets::MainWindow& window = console.window();
    window.setLanguage(language.code());
    QObject::connect(&window, &widgets::MainWindow::languageChosen, &console, [&language](const QString& code) {
        if (code == language.code())
            return;
        language.choose(code);
        // The window that goes away now is not the last one.
        QApplication::setQuitOnLastWindowClosed(false);
        QApplication::exit(otherLanguage);
    });
    window.resize(1600, 960);
    window.show();
    QApplication::setQuitOnLastWindowClosed(true);
    if (!arguments) {
        window.showPage(QStringLiteral("connect"));
        return QApplication::exec();
    }
    // The window is on screen before the cluster is asked for anything.
    QTimer::singleShot(0, &console, [&console, arguments] {
        int code = 0;
        if (!openFrom(console, *arguments, code))
            QApplication::exit(code);
        else if (namesCluster(*arguments))
            console.window().showPage(QStringLiteral("map"));
    });
    return QApplication::exec();
}

} // namespace

bool hasDisplay() {
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

int runWindow(int argc, char** argv, const Arguments& arguments) {
    if (!hasDisplay()) {
        std::fputs(
            "mesoscope: there is no display to open a window on. Without one use the headless commands, for example:\n"
            "  mesoscope --demo status\n"
            "  mesoscope --demo list apps\n"
            "  mesoscope --demo watch\n"
            "  mesoscope --demo screenshot --page map --size 1920x1080 --out map.png\n"
            "  mesoscope demo-cluster\n",
            stderr);
        return ExitCode::WrongUse;
    }
    QApplication application(argc, argv);
    prepare();
    platform::InterruptNotifier interrupts;
    QObject::connect(&interrupts, &platform::InterruptNotifier::interrupted, &application,
                     [] { QApplication::exit(0); });
    widgets::Language language(languageFrom(arguments));
    int code = showWindow(themeFrom(arguments), language, &arguments);
    while (code == otherLanguage)
        code = showWindow(shownTheme(), language, nullptr);
    return code;
}

int runScreenshot(int argc, char** argv, const Arguments& arguments) {
    const std::optional<QSize> size = sizeFrom(arguments);
    if (!size || !arguments.has("out")) {
        complain({base::ErrorKind::Input,
                  QStringLiteral("screenshot needs --out FILE, and a --size like 1920x1080."),
                  QStringLiteral("See mesoscope --help."),
                  {},
                  0});
        return ExitCode::WrongUse;
    }
    if (!hasDisplay())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    prepare();
    const widgets::Language language(languageFrom(arguments));
    Console console(themeFrom(arguments));
    const QString page = arguments.value("page", QStringLiteral("map"));
    if (!console.window().page(page)) {
        complain({base::ErrorKind::Input,
                  QStringLiteral("There is no page \"%1\".").arg(page),
                  QStringLiteral("See mesoscope --help."),
                  {},
                  0});
        return ExitCode::WrongUse;
    }
    console.window().resize(*size);
    console.window().show();
    int code = 0;
    if (!openFrom(console, arguments, code))
        return code;
    QObject::connect(&console, &Console::opened, &console, [&console, page] { console.window().showPage(page); });
    console.window().showPage(page);
    const Photographer photographer(console, arguments);
    return QApplication::exec();
}

} // namespace mesoscope::app::window

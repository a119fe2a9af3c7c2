#include "app/application.h"

#include "app/arguments.h"
#include "app/commands/action.h"
#include "app/commands/app_document.h"
#include "app/commands/app_validate.h"
#include "app/commands/demo_cluster.h"
#include "app/commands/list.h"
#include "app/commands/list_composes.h"
#include "app/commands/logs.h"
#include "app/commands/status.h"
#include "app/commands/version.h"
#include "app/commands/watch.h"
#include "app/platform/interrupt.h"
#ifdef MESOSCOPE_GUI
#include "app/window/window_command.h"
#endif

#include <QCoreApplication>

#include <cstdio>

namespace mesoscope::app {

namespace {

using namespace commands;

std::unique_ptr<Command> listOf(const Arguments& arguments) {
    if (arguments.operands.value(0) == QStringLiteral("composes"))
        return std::make_unique<ListComposes>(arguments);
    return std::make_unique<List>(arguments);
}

/// The command object for the arguments; null for those that need no event loop.
std::unique_ptr<Command> commandFor(const Arguments& arguments) {
    if (arguments.command == QStringLiteral("status"))
        return std::make_unique<Status>(arguments);
    if (arguments.command == QStringLiteral("list"))
        return listOf(arguments);
    if (arguments.command == QStringLiteral("watch"))
        return std::make_unique<Watch>(arguments);
    if (arguments.command == QStringLiteral("logs"))
        return std::make_unique<Logs>(arguments);
    if (arguments.command == QStringLiteral("demo-cluster"))
        return std::make_unique<DemoCluster>(arguments);
    const bool document = arguments.verb == QStringLiteral("diff") || arguments.verb == QStringLiteral("plan");
    if (arguments.command == QStringLiteral("app") && document)
        return std::make_unique<AppDocument>(arguments);
    return std::make_unique<ActionCommand>(arguments);
}

int runCommand(const Arguments& arguments) {
    if (arguments.command == QStringLiteral("app") && arguments.verb == QStringLiteral("validate"))
        return appValidate(arguments.raw.mid(1));
    if (arguments.command == QStringLiteral("version"))
        return version(arguments.json());
    const std::unique_ptr<Command> command = commandFor(arguments);
    QObject::connect(
        command.get(), &Command::finished, qApp, [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    platform::InterruptNotifier interrupts;
    QObject::connect(&interrupts, &platform::InterruptNotifier::interrupted, qApp, [] { QCoreApplication::exit(0); });
    QMetaObject::invokeMethod(
        command.get(), [&command] { command->start(); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int run(int argc, char** argv) {
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    const base::Result<Arguments> arguments = parseArguments(words);
    if (!arguments) {
        std::fprintf(stderr, "mesoscope: %s %s\n", qUtf8Printable(arguments.error().sentence),
                     qUtf8Printable(arguments.error().advice));
        return WrongUse;
    }
    if (arguments->has("help")) {
        std::fputs(qUtf8Printable(usage()), stdout);
        return Done;
    }
#ifdef MESOSCOPE_GUI
    if (arguments->command.isEmpty())
        return window::runWindow(argc, argv, *arguments);
    if (arguments->command == QStringLiteral("screenshot"))
        return window::runScreenshot(argc, argv, *arguments);
#endif
    QCoreApplication application(argc, argv);
    return runCommand(*arguments);
}

} // namespace mesoscope::app

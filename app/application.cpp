#include "app/application.h"

#include "app/commands/version.h"

#include <QCoreApplication>

namespace mesoscope::app {

int run(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    return commands::version(application.arguments());
}

} // namespace mesoscope::app

// Any document through every rule of both schedulers; problems point into the text.
#include "models/appspec/app_fields.h"
#include "models/appspec/form_rows.h"
#include "models/appspec/rules/marathon.h"
#include "models/appspec/rules/swan.h"

#include <cstdlib>

using namespace mesoscope::appspec;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
    const JsonTree tree = JsonTree::parse(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));
    for (const QList<Problem>& problems : {marathon::validate(tree).problems, swan::validate(tree)}) {
        for (const Problem& problem : problems) {
            if (problem.end > size || problem.message.isEmpty())
                std::abort();
        }
    }
    for (const NamedApp& app : appsOf(tree)) {
        fieldsOf(app.value);
        formRows(tree, tree.pointerOf(app.value), true);
    }
    return 0;
}

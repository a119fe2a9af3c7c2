// Any bytes: the parser ends with a tree or a sentence, and every offset it names lies inside the text.
#include "models/appspec/json_tree.h"

#include <cstdlib>

using namespace mesoscope::appspec;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
    const QByteArray text(reinterpret_cast<const char*>(data), qsizetype(size));
    const JsonTree tree = JsonTree::parse(text);
    if (!tree.isValid() && (tree.error()->message.isEmpty() || tree.error()->offset > size))
        std::abort();
    for (const JsonTree::Node& node : tree.nodes()) {
        if (node.begin > node.end || node.end > size)
            std::abort();
    }
    return 0;
}

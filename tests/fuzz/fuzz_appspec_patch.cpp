// A document and a pointer into it: an edit leaves valid JSON in which only that place differs, and undo brings the
// bytes back.
#include "models/appspec/document.h"

#include <cstdlib>

using namespace mesoscope::appspec;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
    if (size < 2)
        return 0;
    const QByteArray text(reinterpret_cast<const char*>(data) + 1, qsizetype(size) - 1);
    Document document(text);
    const std::shared_ptr<const JsonTree> tree = document.parsed();
    if (!tree->isValid())
        return 0;
    const JsonValue value(tree.get(), int(data[0] % tree->nodes().size()));
    const QString pointer = tree->pointerOf(value);
    const QString error = data[0] & 1 ? document.setValue(pointer, "[1,{\"a\":\"b\"}]") : document.removeValue(pointer);
    if (error.isEmpty() && !document.isValid())
        std::abort();
    while (document.canUndo())
        document.undo();
    if (document.text() != text)
        std::abort();
    return 0;
}

// The translation context of the tables' titles and cells.
#pragma once

#include <QCoreApplication>

namespace mesoscope::tables {

struct Words {
    static QString tr(const char* text, const char* comment = nullptr, int n = -1) {
        return QCoreApplication::translate("mesoscope::tables", text, comment, n);
    }
};

} // namespace mesoscope::tables

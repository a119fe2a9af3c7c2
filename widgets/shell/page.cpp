#include "widgets/shell/page.h"

namespace mesoscope::widgets {

Page::Page(const QString& id, QWidget* parent) : QWidget(parent), id_(id) {
    setObjectName(id);
}

} // namespace mesoscope::widgets

// How many of an app or group are well: the bar with the count beside it, as inspectors show it.
#pragma once

#include "models/tables/roles.h"

#include <QWidget>

namespace mesoscope::widgets {

class HealthBar;
class Words;

class HealthLine final : public QWidget {
    Q_OBJECT
public:
    explicit HealthLine(QWidget* parent = nullptr);
    void setHealth(const tables::HealthCounts& counts, const QString& words);

private:
    HealthBar* bar_;
    Words* words_;
};

} // namespace mesoscope::widgets

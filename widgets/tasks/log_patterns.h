// What the matches have in common: lines that differ only in numbers and addresses, counted per instance and over time.
#pragma once

#include "models/cluster/log_reader.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace mesoscope::widgets {

class Words;

/// GUI thread.
class LogPatterns final : public QWidget {
    Q_OBJECT
public:
    explicit LogPatterns(QWidget* parent = nullptr);
    void setView(const cluster::LogViewPtr& view, bool searched, const std::function<int(int)>& logOf, int logs);

Q_SIGNALS:
    /// Look for exactly these lines.
    void patternChosen(const QString& regex);

private:
    class Card;
    Words* heading_;
    Words* since_;
    QVBoxLayout* column_;
    Words* rest_;
    QList<Card*> cards_;
};

} // namespace mesoscope::widgets

// The live tail of one or several tasks: letters, search, levels, histogram, lines, patterns.
#pragma once

#include "models/base/clock.h"
#include "models/cluster/log_reader.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>

class QMenu;

namespace mesoscope::widgets {

class Button;
class Edit;
class LogHistogram;
class LogLegend;
class LogLines;
class LogPatterns;
class SegmentedChoice;
class Switch;
class Words;

/// GUI thread.
class LogPane final : public QWidget {
    Q_OBJECT
public:
    explicit LogPane(QWidget* parent = nullptr);
    ~LogPane() override;

    /// Null: the session ended; what was read stays readable.
    void attach(cluster::Session* session);
    /// Begins anew with these tasks. `file`: a path of the sandbox instead of stdout and stderr.
    void open(const QStringList& tasks, const QString& file = {});
    QStringList tasks() const;
    void apply(const cluster::Update& update);
    void setNarrow(bool narrow);
    void focusSearch();
    /// Escape: first the search goes. False when there was none.
    bool stepBack();
    const cluster::LogReader* reader() const { return reader_.get(); }

Q_SIGNALS:
    /// Other tasks carry the letters now.
    void lettersChanged();

private:
    QWidget* buildHead();
    QWidget* buildSearch();
    QWidget* buildBody();
    QWidget* buildFoot();
    void start();
    void startWith(const QStringList& tasks);
    void showLogs();
    void showView(const cluster::LogViewPtr& view);
    void showMarks();
    void showFoot();
    void sendQuery();
    void step(bool backwards);
    void addInstances();
    void save();
    QStringList files() const;

    base::SystemClock clock_;
    QPointer<cluster::Session> session_;
    cluster::SnapshotPtr snapshot_;
    std::unique_ptr<cluster::LogReader> reader_;
    cluster::LogViewPtr view_;
    QStringList tasks_;
    QString file_;
    QTimer pause_;
    bool narrow_ = false;
    bool seeksMatch_ = false;

    Words* title_;
    LogLegend* legend_;
    Button* add_;
    Switch* follow_;
    Switch* fold_;
    Button* hold_;
    Edit* search_;
    Words* found_;
    Button* previous_;
    Button* next_;
    SegmentedChoice* mode_;
    SegmentedChoice* level_;
    SegmentedChoice* which_;
    Button* save_;
    LogHistogram* histogram_;
    LogLines* lines_;
    LogPatterns* patterns_;
    Words* foot_;
    Words* footRight_;
};

} // namespace mesoscope::widgets

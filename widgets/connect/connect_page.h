// The first page: try the demo cluster, connect to a real one, or come back to one that was open before. Nothing is
// contacted but what stands on it, and only when asked.
#pragma once

#include "widgets/connect/connect_request.h"
#include "widgets/controls/choice.h"
#include "widgets/controls/field.h"
#include "widgets/shell/page.h"

class QButtonGroup;
class QScrollArea;
class QVBoxLayout;

namespace mesoscope::widgets {

class ProbeRow;
class ScenarioCard;

class ConnectPage final : public Page {
    Q_OBJECT
public:
    /// The tester outlives the page.
    explicit ConnectPage(ConnectionTester& tester, QWidget* parent = nullptr);

    QString title() const override { return tr("Connect"); }
    Glyph glyph() const override { return Glyph::Connect; }
    bool onRail() const override { return false; }
    bool hasTitleRow() const override { return false; }
    void setNarrow(bool narrow) override;

    void setRecent(const QList<RecentCluster>& recent);
    /// Fills the middle column.
    void setRequest(const ConnectRequest& request);
    ConnectRequest request() const;
    DemoRequest demoRequest() const;
    /// While the demo cluster starts.
    void setDemoBusy(bool busy);

Q_SIGNALS:
    void connectWanted(const mesoscope::widgets::ConnectRequest& request);
    void demoWanted(const mesoscope::widgets::DemoRequest& request);

private:
    QWidget* tryColumn();
    QWidget* connectColumn();
    QWidget* backColumn();
    QWidget* aboutRows();
    void refresh();
    void testAll();
    void submit();
    void nameFromAddress();
    QString startText() const;

    ConnectionTester& tester_;
    QList<ScenarioCard*> cards_;
    SegmentedChoice* agents_;
    Words* agentsNote_;
    Button* start_;
    QList<ProbeRow*> parts_;
    Button* test_;
    Words* summary_;
    Edit* name_;
    QButtonGroup* colours_;
    SegmentedChoice* environment_;
    QCheckBox* readOnly_;
    QCheckBox* protected_;
    Button* connect_;
    Words* connectHint_;
    QVBoxLayout* recent_;
    QList<QVBoxLayout*> contents_;
    bool named_ = false;
};

} // namespace mesoscope::widgets

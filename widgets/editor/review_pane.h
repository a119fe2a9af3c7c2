// Before sending: what will happen first, then the changes, the text, the forecast, the steps and the exact request.
// GUI thread.
#pragma once

#include "models/appspec/effects.h"
#include "models/appspec/plan.h"
#include "models/cluster/action.h"

#include <QWidget>

class QComboBox;
class QLayout;
class QPlainTextEdit;
class QScrollArea;
class QVBoxLayout;

namespace mesoscope::widgets {

class Button;
class ChangeTable;
class TextDiffView;
class Edit;
class ForecastView;
class Progress;
class SegmentedChoice;
class UpgradeChart;
class Words;

/// What the changes and the text are compared with.
struct ComparedWith {
    QString title;       ///< "running: version 2026-…"
    QByteArray document; ///< empty: with nothing
    QList<appspec::TextLine> lines;
    bool running = true; ///< what runs; else only changes and text are about it
};

class ReviewPane final : public QWidget {
    Q_OBJECT
public:
    explicit ReviewPane(QWidget* parent = nullptr);

    /// The plan is being computed.
    void showLoading();
    /// `rack`: the field that makes racks; agents: how many there are, 0 when nothing is known.
    void show(const appspec::Plan& plan, int agents, const QString& rack, bool isNew);
    /// Changes of the plan, against anything.
    void showChanges(const appspec::Plan& plan, const ComparedWith& with, const QString& mine);
    /// What can be compared with: the first is what runs.
    void setChoices(const QStringList& titles, int current);
    /// The cluster's own effects, warnings, request and refusal.
    void showPreview(const cluster::Preview& preview);
    /// Empty: not protected.
    void setProtectedName(const QString& cluster, bool isProtected);
    void setBusy(const QString& progress);
    void showProgress(const cluster::ActionProgress& progress);
    /// No progress for so long that it counts as stuck: since when, and why as far as known.
    void showStuck(const QString& text);
    void showOutcome(bool good, const QString& text);
    /// After a deploy: one press back. Empty: there is no way.
    void offerWayBack(const QString& text);
    void setNarrow(bool narrow);

Q_SIGNALS:
    void deployWanted();
    void backWanted();
    void keepWanted();
    void wayBackWanted();
    /// A row of the changes leads to its field.
    void fieldWanted(const QString& pointer);
    void comparisonWanted(int choice);

private:
    QWidget* buildHead();
    QWidget* leftSide();
    QWidget* rightSide();
    QLayout* textHead();
    QLayout* requestHead();
    QLayout* buttons();
    void showFigures(const appspec::Plan& plan);
    void showHeadline(const appspec::Plan& plan, bool isNew);
    void showRefused(const appspec::Plan& plan);
    void showForecast(const appspec::Plan& plan, int agents, const QString& rack);
    void showSteps(const appspec::Plan& plan);
    void fillLines(QVBoxLayout* column, const QStringList& lines, int tone);
    void updateRequest();
    void updateButton();

    Words* headline_ = nullptr;
    Words* details_ = nullptr;
    QVBoxLayout* figures_ = nullptr;
    Words* changesTitle_ = nullptr;
    QComboBox* compared_ = nullptr;
    ChangeTable* changes_ = nullptr;
    QScrollArea* changesArea_ = nullptr;
    Words* textTitle_ = nullptr;
    SegmentedChoice* textMode_ = nullptr;
    Button* whole_ = nullptr;
    TextDiffView* text_ = nullptr;
    Button* copyCurl_ = nullptr;
    Button* showBody_ = nullptr;
    QPlainTextEdit* request_ = nullptr;
    Words* forecastTitle_ = nullptr;
    ForecastView* forecast_ = nullptr;
    Words* forecastNote_ = nullptr;
    Words* stepsTitle_ = nullptr;
    UpgradeChart* chart_ = nullptr;
    QVBoxLayout* steps_ = nullptr;
    Words* warnings_ = nullptr;
    Progress* progress_ = nullptr;
    Words* outcome_ = nullptr;
    Button* wayBack_ = nullptr;
    Words* protect_ = nullptr;
    Edit* typed_ = nullptr;
    Button* keep_ = nullptr;
    Button* deploy_ = nullptr;
    QList<net::RequestSummary> requests_;
    QString cluster_;
    QString refusal_;
    bool protected_ = false;
    bool valid_ = false;
    bool busy_ = false;
    bool wholeBody_ = false;
};

} // namespace mesoscope::widgets

// Before sending: what will happen first, then the changes, the text, the forecast, the steps and the exact request.
// GUI thread.
#pragma once

#include "models/appspec/plan.h"
#include "models/cluster/action.h"

#include <QWidget>

class QLayout;
class QPlainTextEdit;
class QVBoxLayout;

namespace mesoscope::widgets {

class Button;
class Edit;
class Words;

class ReviewPane final : public QWidget {
    Q_OBJECT
public:
    explicit ReviewPane(QWidget* parent = nullptr);

    void show(const appspec::Plan& plan, const std::vector<appspec::ForecastAgent>& agents, const QByteArray& running,
              const QByteArray& document);
    /// The cluster's own effects, warnings, request and refusal.
    void showPreview(const cluster::Preview& preview);
    /// Empty: not protected.
    void setProtectedName(const QString& cluster, bool isProtected);
    void setBusy(const QString& progress);
    void showOutcome(bool good, const QString& text);

Q_SIGNALS:
    void deployWanted();
    void backWanted();

private:
    QLayout* leftSide();
    QLayout* rightSide();
    void showHeadline(const appspec::Plan& plan, bool isNew);
    void showRefused(const appspec::Plan& plan);
    void showForecast(const appspec::AppPlan& app, const QString& prefix);
    void showSteps(const appspec::Plan& plan);
    void showText(const QByteArray& running, const QByteArray& document);
    void fillLines(QVBoxLayout* column, const QStringList& lines, int tone);
    void updateButton();

    Words* headline_;
    Words* details_;
    QVBoxLayout* changes_;
    QPlainTextEdit* text_;
    QVBoxLayout* forecast_;
    QVBoxLayout* steps_;
    QPlainTextEdit* request_;
    Words* outcome_;
    Words* protect_;
    Edit* typed_;
    Button* deploy_;
    QString cluster_;
    QString refusal_;
    bool protected_ = false;
    bool valid_ = false;
    bool busy_ = false;
};

} // namespace mesoscope::widgets

// What is wrong with a document, in the server's own spelling where the server would say it.
//
// Thread: plain values, any thread.
#pragma once

#include "models/appspec/json_tree.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace mesoscope::appspec {

enum class Severity { Error, Warning };

/// The server's stages in the order it works through them; a later one is not reached when an earlier one refuses.
/// Advice is the console's own: accepted by the server, but not what anybody wants.
enum class Stage {
    Syntax,
    Parse,
    Update,
    DeprecatedApi,
    Canonical,
    Conversion,
    Model,
    State,
    RootGroup,
    DeploymentPlan,
    Group,
    Advice,
    Server ///< what a server answered to the document
};

/// The stage's name as the command line prints it, e.g. "deprecated-api".
QString stageName(Stage stage);

/// One change that mends the problem: the value to set at the pointer, or nothing to remove it.
struct Fix {
    QString label;
    QString pointer;
    QByteArray json;
};

struct Problem {
    QString path;    ///< as the server spells it: /healthChecks(0)/path; "/" the whole app; "" a plain message
    QString message; ///< contains the server's text
    QString pointer; ///< RFC 6901, the nearest value that exists in the document
    Severity severity = Severity::Error;
    Stage stage = Stage::Parse;
    Position position; ///< of the value the pointer names
    quint32 begin = 0; ///< its bytes
    quint32 end = 0;
    std::optional<Fix> fix;
};

/// Collects problems of one stage after the other.
class Report {
public:
    explicit Report(QList<Problem>* out) : out_(out) {}

    void setStage(Stage stage) {
        stage_ = stage;
        failed_ = false;
    }
    Stage stage() const { return stage_; }
    /// Pointer of the app (or group) that is looked at; pointers given below are relative to it.
    void setBase(const QString& pointer) { base_ = pointer; }
    const QString& base() const { return base_; }
    /// Text put before every path, e.g. "(1)" for the second app of a list.
    void setPathPrefix(const QString& prefix) { prefix_ = prefix; }
    /// Nothing is kept; only whether something failed counts.
    void setSilent(bool silent) { silent_ = silent; }

    /// An error at the server's path. Without a pointer, the path is followed as far as it goes.
    void add(const QString& path, const QString& message, const QString& pointer = {},
             std::optional<Fix> fix = std::nullopt);
    void warn(const QString& path, const QString& message, const QString& pointer = {},
              std::optional<Fix> fix = std::nullopt);
    /// Whether the present stage refused something.
    bool failed() const { return failed_; }
    void setFailed() { failed_ = true; }

private:
    QList<Problem>* out_;
    Stage stage_ = Stage::Parse;
    QString base_;
    QString prefix_;
    bool failed_ = false;
    bool silent_ = false;
};

/// What a bare code of the parse stage means, in the user's language: "A whole number is expected." Empty for texts
/// that say it themselves.
QString explanation(const Problem& problem);

/// Turns the server's path into a pointer: /a(0)/b becomes /a/0/b.
QString pointerOfPath(const QString& path);
/// Fills position, bytes and the nearest existing pointer of each problem.
void locate(QList<Problem>& problems, const JsonTree& tree);

} // namespace mesoscope::appspec

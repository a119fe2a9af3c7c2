// The decision before something changes: what, on which cluster, its effect, who else deploys, the exact request, the
// way out. The safe button says what it keeps; on a protected cluster its name is typed first.
#pragma once

#include "widgets/controls/field.h"
#include "widgets/controls/overlay.h"
#include "widgets/controls/panels.h"

#include <QColor>

class QScrollArea;

namespace mesoscope::widgets {

/// A cluster's identity as it is shown everywhere.
struct ClusterTag {
    QString name;
    QString environment; ///< "PROD"; may be empty
    QColor colour;
    bool protectedCluster = false;
    bool readOnly = false;
    friend bool operator==(const ClusterTag&, const ClusterTag&) = default;
};

struct Confirmation {
    QString title;    ///< "Restart /shop/checkout"
    QString subtitle; ///< one sentence
    ClusterTag cluster;
    struct Note {
        Glyph glyph = Glyph::Info;
        Tone tone = Tone::Secondary;
        QString text;
        QString bold = {}; ///< in front of the text
    };
    QList<Note> warnings;
    QList<KeyValue> effect;
    QStringList effectSentences; ///< used where there are no figures
    QList<Note> others;          ///< who else deploys
    /// Each exact request as text ("POST https://…\n{…}"), and as a curl command.
    QString request;
    QString curl;
    QString requestNote;
    QString wayOut;
    QString keepText; ///< "Keep it running"
    QString goText;   ///< "Restart 64 instances"
    bool danger = false;
    /// Text to type before the button works; empty: none. The cluster's name on protected ones.
    QString typedName;
    /// Not empty: it can't be sent now; the reason stands beside the button.
    QString refusal;
};

class ConfirmSheet final : public QFrame {
    Q_OBJECT
public:
    explicit ConfirmSheet(const Confirmation& confirmation, QWidget* parent = nullptr);

    /// A newer preview: fills in effect, warnings, request and refusal; typed text and focus stay.
    void setConfirmation(const Confirmation& confirmation);
    const Confirmation& confirmation() const { return confirmation_; }
    /// Stands between the subtitle and the effect: number of instances, options. Takes ownership.
    void setForm(QWidget* form);
    /// Stands at the right of the effect: a small drawing of what will happen. Takes ownership.
    void setPicture(QWidget* picture);
    QSize sizeHint() const override;

Q_SIGNALS:
    void accepted();
    void rejected();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QLayout* headRow();
    QLayout* footRow();
    void fillNotes(QVBoxLayout* into, const QList<Confirmation::Note>& notes, bool boxed);
    void refresh();
    void fit();
    void checkTyped();

    Confirmation confirmation_;
    Words* title_;
    Words* subtitle_;
    QVBoxLayout* warnings_;
    QVBoxLayout* form_;
    QWidget* effectBox_;
    KeyValues* effect_;
    QScrollArea* effectScroll_;
    Words* effectText_;
    QVBoxLayout* pictureSlot_;
    QWidget* othersBox_;
    QVBoxLayout* others_;
    Words* request_;
    Words* requestNote_;
    Button* copy_;
    QWidget* typedRow_;
    Words* typedLabel_;
    Edit* typed_;
    Words* wayOut_;
    Button* keep_;
    Button* go_;
};

/// Puts a sheet over the window; deletes both when decided. Returns the sheet to fill and connect.
ConfirmSheet* openConfirmSheet(QWidget* window, const Confirmation& confirmation);

/// The cluster's square, name and environment, as painted in header and sheet. Returns the used width.
double paintClusterTag(QPainter& painter, const QRectF& rect, const ClusterTag& cluster, const Theme& theme);
double clusterTagWidth(const ClusterTag& cluster);

} // namespace mesoscope::widgets

// The command palette: every object and every action by a few typed letters. Providers search; the palette mixes by
// score, marks the match and shows how much was searched and how long it took.
#pragma once

#include "widgets/controls/overlay.h"
#include "widgets/controls/panels.h"
#include "widgets/shell/action_request.h"
#include "widgets/shell/object_ref.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QPointer>

#include <functional>

namespace mesoscope::widgets {

struct PaletteItem {
    enum class Kind : quint8 { Action, App, Task, Agent, Deployment, Framework, Page, Other };
    static constexpr int kinds = 8;

    Kind kind = Kind::Other;
    Glyph glyph = Glyph::Question;
    Tone glyphTone = Tone::Secondary;
    QString text;
    bool monospace = false;
    QString detail;
    QString detailWord = {}; ///< in detailTone, in front of detail
    Tone detailTone = Tone::Secondary;
    QString keys = {}; ///< "Ctrl Shift S"
    double score = 0;  ///< higher first
    /// What Enter does: the first that is set.
    std::function<void()> run = {};
    std::optional<ActionRequest> action = {};
    ObjectRef object = {};
    /// Arrow right opens these.
    QList<PaletteItem> actions = {};
};

struct PaletteAnswer {
    QList<PaletteItem> items;
    std::array<int, PaletteItem::kinds> found{}; ///< matches of each kind, also those that are not listed
    qint64 searchedObjects = 0;
    qint64 searchedActions = 0;
};

/// GUI thread. May answer at once or later; answers to older queries are dropped by the palette.
class PaletteProvider {
public:
    virtual ~PaletteProvider() = default;
    /// done is called on the GUI thread, at most once, never after context died.
    virtual void search(const QString& query, int limit, QObject* context,
                        std::function<void(const PaletteAnswer&)> done) = 0;
};

/// Scores how well all words of the query are found in the text: 0 no match, 1 exact. Case does not matter.
double matchScore(QStringView query, QStringView text);

class PaletteModel;

class Palette final : public QFrame {
    Q_OBJECT
public:
    explicit Palette(QWidget* parent = nullptr);

    /// Providers outlive the palette.
    void setProviders(const QList<PaletteProvider*>& providers);
    void setPlaceholder(const QString& text);
    /// Empties it and searches for the query.
    void start(const QString& query = {});
    QSize sizeHint() const override { return {736, 608}; }

Q_SIGNALS:
    void actionChosen(const mesoscope::widgets::ActionRequest& request);
    void objectChosen(const mesoscope::widgets::ObjectRef& object);
    void finished(); ///< something was chosen, or it was left

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void take(const PaletteAnswer& answer);
    void showItems();
    void choose();
    void enterActions();
    bool leaveActions();
    void step(int by);
    void nextKind(int by);
    bool keyPressed(int key, Qt::KeyboardModifiers modifiers);

    QList<PaletteProvider*> providers_;
    QLineEdit* edit_;
    Words* timing_;
    QWidget* kindBar_;
    PaletteModel* model_;
    QListView* list_;
    Words* searched_;
    QPointer<QObject> query_; ///< context of the running search
    PaletteAnswer answer_;
    QString inside_; ///< text of the object whose actions are shown
    int kind_ = -1;  ///< shown kind; -1 all
    int awaited_ = 0;
    QElapsedTimer timer_;
};

class PaletteOverlay final : public Overlay {
    Q_OBJECT
public:
    using Overlay::Overlay;

protected:
    QRect contentRect() const override;
};

} // namespace mesoscope::widgets

// What the shell needs to know of a page. The shell knows no concrete page; the composition root registers them.
// GUI thread. A page is owned by the window once it is added.
#pragma once

#include "models/cluster/session.h"
#include "widgets/shell/action_request.h"
#include "widgets/shell/object_ref.h"
#include "widgets/theme/look.h"

#include <QWidget>

namespace mesoscope::widgets {

/// What the folded inspector keeps on the window's edge.
struct InspectorEdge {
    QString name;       ///< of the object; empty: nothing is inspected
    Look state;         ///< an empty word is not shown
    QString figures;    ///< "58 / 64 healthy"; may be empty
    double health = -1; ///< 0…1, drawn as a bar; negative: none
};

class Page : public QWidget {
    Q_OBJECT
public:
    /// id: "map", "apps", …; becomes the object name and the address in history and in the command line.
    explicit Page(const QString& id, QWidget* parent = nullptr);

    QString id() const { return id_; }
    virtual QString title() const = 0;
    virtual Glyph glyph() const = 0;
    /// Beside the title: "378 of 412". Emit headingChanged() when it changes.
    virtual QString counts() const { return {}; }
    /// The word on the rail; the title unless that is too long.
    virtual QString railLabel() const { return title(); }
    /// A number on the rail's icon; 0 shows nothing.
    virtual int badge() const { return 0; }
    /// False for pages that are reached from elsewhere (gallery, one app).
    virtual bool onRail() const { return true; }
    /// False hides the title row (connect draws its own).
    virtual bool hasTitleRow() const { return true; }
    /// Stands in the title row behind title and counts and takes all the room: filter, stretch, view options. Asked
    /// once; the shell reparents it. May be null.
    virtual QWidget* titleContent() { return nullptr; }
    /// Stands in the inspector. Asked once; the shell reparents it. May be null: no inspector.
    virtual QWidget* inspector() { return nullptr; }
    virtual InspectorEdge inspectorEdge() const { return {}; }
    /// At the right of the status line while the page is shown.
    virtual QString statusHint() const { return {}; }

    /// A session began (null: it ended). Called before the first apply(); projections are added and removed here.
    virtual void attach(cluster::Session* session) { Q_UNUSED(session) }
    /// A newer snapshot; also called for hidden pages, which should only remember what they need.
    virtual void apply(const cluster::Update& update) { Q_UNUSED(update) }
    /// Ages on screen move on: about once a second while the page is shown. Wall clock.
    virtual void tick(qint64 nowMs) { Q_UNUSED(nowMs) }
    /// The window became narrower than 1400 px, or wider again.
    virtual void setNarrow(bool narrow) { Q_UNUSED(narrow) }
    /// Show and select the object; false when this page has none such.
    virtual bool reveal(const ObjectRef& object) {
        Q_UNUSED(object)
        return false;
    }
    /// Escape: closes or clears the innermost thing; false when there was nothing to step back from.
    virtual bool stepBack() { return false; }
    /// Ctrl+F.
    virtual void focusFilter() {}

Q_SIGNALS:
    void headingChanged();   ///< title, counts, badge or statusHint
    void inspectorChanged(); ///< inspectorEdge
    /// Opens a folded inspector (Space, double click).
    void inspectorWanted();
    void actionRequested(const mesoscope::widgets::ActionRequest& request);
    /// Lead the user to the page that shows the object.
    void objectRequested(const mesoscope::widgets::ObjectRef& object);

private:
    QString id_;
};

} // namespace mesoscope::widgets

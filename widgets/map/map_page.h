// The page "Map": the cluster as one picture, with its filter, grouping, legend, event strip and inspector. GUI thread.
#pragma once

#include "models/tables/map_projection.h"
#include "widgets/map/inspector_content.h"
#include "widgets/shell/page.h"

#include <QPointer>
#include <QTimer>

class QComboBox;
class QLabel;

namespace mesoscope::widgets {

class EventStrip;
class FilterBox;
class MapInspector;
class MapLegend;
class MapView;
class SegmentedChoice;

/// One of a few options: segments where there is room, a list where there is not.
class MapOption final : public QWidget {
    Q_OBJECT
public:
    MapOption(const QString& objectName, const QString& name, QWidget* parent = nullptr);
    void setName(const QString& name);
    void setOptions(const QStringList& options, int current);
    void setNarrow(bool narrow);
    int current() const { return current_; }

Q_SIGNALS:
    void chosen(int index);

private:
    static constexpr int mostSegments = 4;

    void choose(int index);
    void chooseSegment(int segment);
    void arrange();

    QLabel* label_ = nullptr;
    SegmentedChoice* segments_ = nullptr;
    QComboBox* list_ = nullptr;
    QStringList options_;
    QList<int> shown_; ///< options that have a segment
    bool narrow_ = false;
    int current_ = 0;
};

class MapPage final : public Page {
    Q_OBJECT
public:
    explicit MapPage(QWidget* parent = nullptr);
    ~MapPage() override;

    QString title() const override;
    Glyph glyph() const override { return Glyph::Map; }
    QString counts() const override;
    QWidget* titleContent() override;
    QWidget* inspector() override;
    InspectorEdge inspectorEdge() const override;
    void attach(cluster::Session* session) override;
    void apply(const cluster::Update& update) override;
    void tick(qint64 nowMs) override;
    void setNarrow(bool narrow) override;
    bool stepBack() override;
    void focusFilter() override;

    /// Highlights an app or group, selects an agent or the agent of a task. Every kind of object has a page of its own
    /// that reveals it; this is the answer to "show on map". False when the map does not know the object.
    bool showOnMap(const ObjectRef& object);

    /// Without a session (tests, recordings): the same as apply() with this picture.
    void showPicture(const tables::MapPicturePtr& picture, const cluster::Diff& diff);
    const tables::MapQuery& query() const { return query_; }
    void setFilter(const QString& words);
    MapView& view() { return *view_; }

Q_SIGNALS:
    /// The projection should compute this from now on.
    void queryChanged(const mesoscope::tables::MapQuery& query);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Grouping {
        QString text;
        QStringList by;
    };

    void buildTitleContent();
    void buildBody();
    void retranslate();
    void noteEvents(const cluster::Snapshot& snapshot, const cluster::Diff& diff);
    void takePicture(const tables::MapPicturePtr& picture);
    void offerGroupings(const QStringList& attributes);
    void changeQuery();
    void hold(bool paused);
    void refreshInspector();
    void refreshLegend();
    InspectorContent inspected() const;
    QStringList targetsOf(ActionRequest::Verb verb) const;
    void request(ActionRequest::Verb verb);
    void open(cluster::Slot agent);

    MapView* view_ = nullptr;
    MapLegend* legend_ = nullptr;
    EventStrip* strip_ = nullptr;
    QPointer<MapInspector> inspector_;
    QPointer<QWidget> titleContent_;
    FilterBox* filter_ = nullptr;
    MapOption* groupBy_ = nullptr;
    MapOption* size_ = nullptr;
    QLabel* colourLabel_ = nullptr;
    QComboBox* colour_ = nullptr;
    QTimer inspectorTimer_;
    QTimer filterTimer_;

    cluster::Session* session_ = nullptr;
    quint64 projection_ = 0;
    tables::MapQuery query_;
    tables::MapPicturePtr held_; ///< what came while the picture stood still
    cluster::SnapshotPtr snapshot_;
    QList<Grouping> groupings_;
    QStringList attributes_;
    bool groupingChosen_ = false;
    qint64 lastNoteMs_ = 0;
};

} // namespace mesoscope::widgets

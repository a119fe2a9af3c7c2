// Every version of one app: those that the scheduler keeps and those that this program kept, with notes and pins, the
// difference of any two, and the ways back to one of them.
#pragma once

#include "models/cluster/session.h"
#include "models/history/archive.h"
#include "widgets/controls/button.h"
#include "widgets/controls/choice.h"
#include "widgets/controls/field.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QListWidget;
class QPlainTextEdit;
class QStackedWidget;

namespace mesoscope::widgets {

class DiffView;

/// GUI thread. Reads only after read(), so a page that is not looked at asks nobody.
class AppVersions final : public QWidget {
    Q_OBJECT
public:
    explicit AppVersions(QWidget* parent = nullptr);
    void attach(cluster::Session* session);
    void setArchive(history::VersionArchive* archive);

    /// What runs now; a null app was destroyed, or was never there. refusal: why nothing can be sent now.
    void show(const QString& id, const scheduler::AppPtr& app, const QString& refusal, qint64 nowMs);
    void read();
    int count() const { return int(entries_.size()); }
    /// Selects one version and what it is compared with.
    void compare(const QString& version, const QString& with);

Q_SIGNALS:
    void countChanged();
    void deployWanted(const QString& version);
    /// The scheduler does not have it any more: it is sent as a definition.
    void documentWanted(const QByteArray& document);

private:
    struct Entry {
        QString version;
        bool onServer = false;
        bool kept = false;
        bool pinned = false;
        QString note;
    };
    QWidget* buildList();
    QWidget* buildDetail();
    void take(const QList<history::StoredVersion>& kept);
    void takeServer(const base::Result<QStringList>& versions);
    Entry& entryOf(const QString& version);
    const Entry* find(const QString& version) const;
    QString labelOf(const Entry& entry) const;
    void refill();
    void refresh();
    void showDetail();
    void say();
    void withDocument(const QString& version, std::function<void(const QByteArray&, const QString& problem)> done);
    QString selected() const;
    void go();

    QPointer<cluster::Session> session_;
    QPointer<history::VersionArchive> archive_;
    QString app_;
    scheduler::AppPtr now_;
    QString refusal_;
    qint64 nowMs_ = 0;
    QList<Entry> entries_;
    QHash<QString, QByteArray> documents_;
    QString serverProblem_;
    bool serverAnswered_ = false;
    int asked_ = 0; ///< an older answer is not shown

    Words* said_;
    QListWidget* list_;
    QComboBox* with_;
    SegmentedChoice* shape_;
    QStackedWidget* stack_;
    DiffView* diff_;
    QPlainTextEdit* text_;
    QCheckBox* pin_;
    Edit* note_;
    Button* go_;
};

} // namespace mesoscope::widgets

// The sandboxes of the chosen tasks: a tree with sizes, a look into a file, download with progress, tail.
#pragma once

#include "models/cluster/task_files.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <map>
#include <memory>

class QPlainTextEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace mesoscope::widgets {

class Button;
class Progress;
class Words;

/// GUI thread.
class SandboxPane final : public QWidget {
    Q_OBJECT
public:
    explicit SandboxPane(QWidget* parent = nullptr);

    /// Null: the session ended.
    void attach(cluster::Session* session);
    void open(const QStringList& tasks, const cluster::SnapshotPtr& snapshot);
    void setNarrow(bool narrow);

Q_SIGNALS:
    void tailWanted(const QString& task, const QString& file);

private:
    QWidget* buildTree();
    QWidget* buildPreview();
    void addTask(const QString& task, const cluster::SnapshotPtr& snapshot);
    void listed(const QString& task, const QString& path, const QString& directory,
                const QList<master::SandboxFile>& files, const base::Error& problem);
    void expand(QTreeWidgetItem* item);
    void choose();
    void look(qint64 offset);
    void showPiece(const QString& path, qint64 offset, const QByteArray& bytes, qint64 size,
                   const base::Error& problem);
    void download();
    void downloadTo(const QString& task, const QString& path, const QString& file, qint64 size);
    void refresh();
    cluster::TaskFiles* filesOf(const QTreeWidgetItem* item) const;

    QPointer<cluster::Session> session_;
    std::map<QString, std::unique_ptr<cluster::TaskFiles>> files_;
    QHash<QString, QTreeWidgetItem*> directories_; ///< task + '\n' + path
    QTreeWidget* tree_;
    QPlainTextEdit* preview_;
    Words* name_;
    Words* facts_;
    Words* rest_;
    Button* download_;
    Button* tail_;
    Button* refresh_;
    Button* earlier_;
    Button* later_;
    Progress* progress_;
    Button* cancel_;
    QString shownPath_;
    qint64 shownOffset_ = 0;
    qint64 shownSize_ = 0;
    cluster::TaskFiles* loading_ = nullptr;
    int loadingNumber_ = 0;
    qint64 loadingSize_ = 0;
};

} // namespace mesoscope::widgets

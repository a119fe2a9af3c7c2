// Where a document begins: a template, a draft, a file, a docker line or a Compose file. GUI thread.
#pragma once

#include <QWidget>

class QListWidget;
class QPlainTextEdit;

namespace mesoscope::appspec {
class DraftStore;
}

namespace mesoscope::widgets {

class Words;

class StartPane final : public QWidget {
    Q_OBJECT
public:
    explicit StartPane(QWidget* parent = nullptr);
    /// Lists what the stores hold; they outlive the pane. Null: nothing is kept.
    void showKept(appspec::DraftStore* drafts, appspec::DraftStore* templates);

Q_SIGNALS:
    /// `note`: what could not be taken over, for the user; may be empty.
    void documentChosen(const QByteArray& text, const QString& note);
    void draftChosen(const QString& key);

private:
    QWidget* leftSide();
    QWidget* rightSide();
    void fill();
    void addRemove(QListWidget* list, appspec::DraftStore** store);
    void removeKept(QListWidget* list, appspec::DraftStore* store);
    void chooseFile();
    void openFile(const QString& name);
    void importPasted();

    QListWidget* templates_ = nullptr;
    QListWidget* drafts_ = nullptr;
    QPlainTextEdit* pasted_ = nullptr;
    Words* outcome_ = nullptr;
    Words* noDrafts_ = nullptr;
    appspec::DraftStore* draftStore_ = nullptr;
    appspec::DraftStore* templateStore_ = nullptr;
};

} // namespace mesoscope::widgets

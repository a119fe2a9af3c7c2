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
    /// Lists what the store holds; the store outlives the pane.
    void showDrafts(const appspec::DraftStore* drafts);

Q_SIGNALS:
    void documentChosen(const QByteArray& text);
    void draftChosen(const QString& key);

private:
    void chooseFile();
    void importPasted();

    QListWidget* templates_;
    QListWidget* drafts_;
    QPlainTextEdit* pasted_;
    Words* outcome_;
};

} // namespace mesoscope::widgets

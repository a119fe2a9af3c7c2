// Where a document is pasted or opened from a file, with what the server said to it.
#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace mesoscope::widgets {

class Words;

/// GUI thread. Names of its parts begin with `name`: NAMEDocument, NAMEOpen, NAMEAnswers.
class DocumentBox final : public QWidget {
    Q_OBJECT
public:
    struct Labels {
        QString title;
        QString note;    ///< what is taken
        QString empty;   ///< stands in the empty field
        QString filters; ///< of the dialog that opens files
    };
    DocumentBox(const QString& name, const Labels& labels, QWidget* parent = nullptr);

    QByteArray document() const;
    void setDocument(const QByteArray& document);
    /// The server's answers, one a line; gone with the next change of the text.
    void showAnswers(const QString& text);

Q_SIGNALS:
    void changed();
    /// A file was read: its name without folder and ending.
    void fileOpened(const QString& baseName);

private:
    void openFile();
    void read(const QString& path);

    Labels labels_;
    QPlainTextEdit* text_;
    Words* answers_;
};

} // namespace mesoscope::widgets

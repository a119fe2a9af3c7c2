#include "widgets/actions/document_box.h"

#include "widgets/controls/button.h"
#include "widgets/controls/panels.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace mesoscope::widgets {

namespace {

constexpr qint64 largestDocument = 4 * 1024 * 1024;

} // namespace

DocumentBox::DocumentBox(const QString& name, const Labels& labels, QWidget* parent)
    : QWidget(parent), labels_(labels), text_(new QPlainTextEdit),
      answers_(new Words(QString(), Text::Body, Tone::Bad)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gapSmall);
    auto* row = new QHBoxLayout;
    row->addWidget(new Words(labels.title, Text::Strong));
    row->addWidget(new Words(labels.note, Text::Small, Tone::Secondary));
    row->addStretch(1);
    auto* open = new Button(Glyph::Open, tr("Open a file…"));
    open->setObjectName(name + QStringLiteral("Open"));
    open->setAccessibleName(open->text());
    row->addWidget(open);
    column->addLayout(row);
    text_->setObjectName(name + QStringLiteral("Document"));
    text_->setAccessibleName(labels.title);
    text_->setFont(theme::font(Text::MonoSmall));
    text_->setPlaceholderText(labels.empty);
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setTabChangesFocus(true);
    text_->setMinimumHeight(140); // a sheet in a low window squeezes it, and then scrolls
    column->addWidget(text_, 1);
    answers_->setWordWrap(true);
    answers_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    answers_->setObjectName(name + QStringLiteral("Answers"));
    answers_->hide();
    column->addWidget(answers_);
    connect(open, &QPushButton::clicked, this, &DocumentBox::openFile);
    connect(text_, &QPlainTextEdit::textChanged, this, [this] {
        showAnswers({});
        Q_EMIT changed();
    });
    setFocusProxy(text_);
}

QByteArray DocumentBox::document() const {
    return text_->toPlainText().toUtf8();
}

void DocumentBox::setDocument(const QByteArray& document) {
    text_->setPlainText(QString::fromUtf8(document));
}

void DocumentBox::showAnswers(const QString& text) {
    answers_->setText(text);
    answers_->setVisible(!text.isEmpty());
}

void DocumentBox::openFile() {
    auto* dialog = new QFileDialog(window(), tr("Open a document"), QString(), labels_.filters);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &DocumentBox::read);
    dialog->open();
}

void DocumentBox::read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return showAnswers(tr("%1 can't be read: %2.").arg(path, file.errorString()));
    if (file.size() > largestDocument)
        return showAnswers(tr("%1 is too large for a document of an app.").arg(path));
    setDocument(file.readAll());
    Q_EMIT fileOpened(QFileInfo(path).completeBaseName());
}

} // namespace mesoscope::widgets

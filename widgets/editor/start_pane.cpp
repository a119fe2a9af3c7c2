#include "widgets/editor/start_pane.h"

#include "models/appspec/drafts.h"
#include "models/appspec/sources.h"
#include "widgets/controls/button.h"
#include "widgets/controls/panels.h"
#include "widgets/theme/metrics.h"

#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace mesoscope::widgets {

StartPane::StartPane(QWidget* parent)
    : QWidget(parent), templates_(new QListWidget), drafts_(new QListWidget), pasted_(new QPlainTextEdit),
      outcome_(new Words({}, Text::Small, Tone::Bad)) {
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::gapHuge, metrics::gapHuge, metrics::gapHuge, metrics::gapHuge);
    row->setSpacing(metrics::gapHuge);
    auto* const left = new QVBoxLayout;
    auto* const right = new QVBoxLayout;
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    templates_->setObjectName(QStringLiteral("editorTemplates"));
    templates_->setAccessibleName(tr("Templates"));
    drafts_->setObjectName(QStringLiteral("editorDrafts"));
    drafts_->setAccessibleName(tr("Drafts"));
    left->addWidget(new Words(tr("Begin with a template"), Text::Title));
    left->addWidget(templates_, 2);
    left->addWidget(new Words(tr("Go on with a draft"), Text::Title));
    left->addWidget(drafts_, 1);
    const QList<appspec::Template> all = appspec::templates();
    for (const appspec::Template& one : all) {
        auto* const item = new QListWidgetItem(one.title + QLatin1Char('\n') + one.purpose, templates_);
        item->setSizeHint(QSize(0, 2 * metrics::rowHeight));
    }
    const auto begin = [this, all](QListWidgetItem* item) { Q_EMIT documentChosen(all[templates_->row(item)].text); };
    connect(templates_, &QListWidget::itemClicked, this, begin);
    connect(templates_, &QListWidget::itemActivated, this, begin);
    const auto goOn = [this](QListWidgetItem* item) { Q_EMIT draftChosen(item->data(Qt::UserRole).toString()); };
    connect(drafts_, &QListWidget::itemClicked, this, goOn);
    connect(drafts_, &QListWidget::itemActivated, this, goOn);

    right->addWidget(new Words(tr("Or paste a document, a docker run line or a Compose file"), Text::Title));
    pasted_->setObjectName(QStringLiteral("editorPaste"));
    pasted_->setAccessibleName(tr("Document, docker run line or Compose file"));
    pasted_->setPlaceholderText(QStringLiteral("docker run -d --name web -p 8080:80 nginx:1.25"));
    pasted_->setFont(theme::font(Text::Mono));
    pasted_->setTabChangesFocus(true);
    right->addWidget(pasted_, 1);
    outcome_->setWordWrap(true);
    right->addWidget(outcome_);
    auto* const buttons = new QHBoxLayout;
    auto* const file = new Button(Glyph::Open, tr("Open a file…"));
    file->setObjectName(QStringLiteral("editorOpenFile"));
    file->setAccessibleName(file->text());
    auto* const take = new Button(tr("Take this"), ButtonKind::Primary);
    take->setObjectName(QStringLiteral("editorImport"));
    take->setAccessibleName(take->text());
    buttons->addWidget(file);
    buttons->addStretch(1);
    buttons->addWidget(take);
    right->addLayout(buttons);
    connect(file, &QPushButton::clicked, this, &StartPane::chooseFile);
    connect(take, &QPushButton::clicked, this, &StartPane::importPasted);
}

void StartPane::showDrafts(const appspec::DraftStore* drafts) {
    drafts_->clear();
    if (!drafts)
        return;
    for (const appspec::Draft& draft : drafts->all()) {
        const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(draft.savedMs), QLocale::ShortFormat);
        const QString name = draft.name.isEmpty() ? tr("without a name") : draft.name;
        auto* const item = new QListWidgetItem(tr("%1, saved %2").arg(name, when), drafts_);
        item->setData(Qt::UserRole, draft.key);
    }
}

void StartPane::chooseFile() {
    auto* const dialog = new QFileDialog(this, tr("Open a document"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            Q_EMIT documentChosen(file.readAll());
        else
            outcome_->setText(tr("%1 cannot be read: %2.").arg(name, file.errorString()));
    });
    dialog->open();
}

void StartPane::importPasted() {
    const QString text = pasted_->toPlainText().trimmed();
    outcome_->setText({});
    if (text.startsWith(QLatin1Char('{')) || text.startsWith(QLatin1Char('['))) {
        Q_EMIT documentChosen(text.toUtf8() + '\n');
        return;
    }
    const bool compose = text.contains(QLatin1String("services:"));
    const appspec::Imported imported =
        compose ? appspec::fromCompose(text.toUtf8(), QStringLiteral("project")) : appspec::fromDockerRun(text);
    if (imported.error.isEmpty())
        Q_EMIT documentChosen(imported.text);
    else
        outcome_->setText(imported.error);
}

} // namespace mesoscope::widgets

#include "widgets/editor/start_pane.h"

#include "models/appspec/drafts.h"
#include "models/appspec/sources.h"
#include "widgets/controls/button.h"
#include "widgets/controls/panels.h"
#include "widgets/theme/metrics.h"

#include <QAction>
#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace mesoscope::widgets {
namespace {

enum Role { KeyRole = Qt::UserRole, TextRole };

/// Larger ones are no app documents; reading them would only take memory.
constexpr qint64 largestFile = 256LL * 1024 * 1024;

QListWidget* list(const char* objectName, const QString& name) {
    auto* const widget = new QListWidget;
    widget->setObjectName(QString::fromLatin1(objectName));
    widget->setAccessibleName(name);
    widget->setTextElideMode(Qt::ElideRight);
    return widget;
}

} // namespace

StartPane::StartPane(QWidget* parent) : QWidget(parent) {
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::gapHuge, metrics::gapLarge, metrics::gapHuge, metrics::gapHuge);
    row->setSpacing(metrics::gapHuge);
    row->addWidget(leftSide(), 1);
    row->addWidget(rightSide(), 1);
    fill();
}

QWidget* StartPane::leftSide() {
    auto* const side = new QWidget;
    auto* const left = new QVBoxLayout(side);
    left->setContentsMargins(0, 0, 0, 0);
    templates_ = list("editorTemplates", tr("Templates"));
    drafts_ = list("editorDrafts", tr("Drafts"));
    left->addWidget(new Words(tr("Begin with a template"), Text::Title));
    left->addWidget(templates_, 3);
    left->addWidget(new Words(tr("Go on with a draft"), Text::Title));
    noDrafts_ = new Words(tr("No draft yet: what you write is kept here by itself."), Text::Small, Tone::Secondary);
    left->addWidget(noDrafts_);
    left->addWidget(drafts_, 2);
    const auto begin = [this](QListWidgetItem* item) { Q_EMIT documentChosen(item->data(TextRole).toByteArray(), {}); };
    connect(templates_, &QListWidget::itemClicked, this, begin);
    connect(templates_, &QListWidget::itemActivated, this, begin);
    const auto goOn = [this](QListWidgetItem* item) { Q_EMIT draftChosen(item->data(KeyRole).toString()); };
    connect(drafts_, &QListWidget::itemClicked, this, goOn);
    connect(drafts_, &QListWidget::itemActivated, this, goOn);
    addRemove(templates_, &templateStore_);
    addRemove(drafts_, &draftStore_);
    return side;
}

/// Delete, or the menu of the right button.
void StartPane::addRemove(QListWidget* list, appspec::DraftStore** store) {
    auto* const remove = new QAction(tr("Remove"), list);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    list->addAction(remove);
    list->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(remove, &QAction::triggered, this, [this, list, store] { removeKept(list, *store); });
}

QWidget* StartPane::rightSide() {
    auto* const side = new QWidget;
    auto* const right = new QVBoxLayout(side);
    right->setContentsMargins(0, 0, 0, 0);
    right->addWidget(new Words(tr("Or paste a document, a docker run line or a Compose file"), Text::Title));
    pasted_ = new QPlainTextEdit;
    pasted_->setObjectName(QStringLiteral("editorPaste"));
    pasted_->setAccessibleName(tr("Document, docker run line or Compose file"));
    pasted_->setPlaceholderText(QStringLiteral("docker run -d --name web -p 8080:80 nginx:1.25"));
    pasted_->setFont(theme::font(Text::Mono));
    pasted_->setTabChangesFocus(true);
    right->addWidget(pasted_, 1);
    outcome_ = new Words({}, Text::Small, Tone::Bad);
    outcome_->setObjectName(QStringLiteral("editorImportOutcome"));
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
    return side;
}

void StartPane::fill() {
    templates_->clear();
    const auto add = [this](const QString& title, const QString& purpose, const QByteArray& text, const QString& key) {
        auto* const item = new QListWidgetItem(title + QLatin1Char('\n') + purpose, templates_);
        item->setSizeHint(QSize(0, 2 * metrics::rowHeight - 8));
        item->setData(TextRole, text);
        item->setData(KeyRole, key);
    };
    if (templateStore_) {
        for (const appspec::Draft& own : templateStore_->all())
            add(own.name,
                tr("own template, kept %1")
                    .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(own.savedMs), QLocale::ShortFormat)),
                own.text, own.key);
    }
    for (const appspec::Template& one : appspec::templates())
        add(one.title, one.purpose, one.text, {});
    drafts_->clear();
    if (draftStore_) {
        for (const appspec::Draft& draft : draftStore_->all()) {
            const QString when =
                QLocale().toString(QDateTime::fromMSecsSinceEpoch(draft.savedMs), QLocale::ShortFormat);
            const QString name = draft.name.isEmpty() ? tr("without a name") : draft.name;
            const QString app = draft.appId == draft.name || draft.appId.isEmpty()
                                    ? QString()
                                    : QStringLiteral("  %1").arg(draft.appId);
            const QString where = draft.cluster.isEmpty() ? QString() : QStringLiteral("  %1").arg(draft.cluster);
            auto* const item = new QListWidgetItem(tr("%1, saved %2").arg(name, when) + app + where, drafts_);
            item->setData(KeyRole, draft.key);
        }
    }
    noDrafts_->setVisible(drafts_->count() == 0);
}

void StartPane::showKept(appspec::DraftStore* drafts, appspec::DraftStore* templates) {
    draftStore_ = drafts;
    templateStore_ = templates;
    outcome_->setText({});
    fill();
}

void StartPane::removeKept(QListWidget* list, appspec::DraftStore* store) {
    QListWidgetItem* const item = list->currentItem();
    if (!item || !store || item->data(KeyRole).toString().isEmpty())
        return;
    store->remove(item->data(KeyRole).toString());
    fill();
}

void StartPane::chooseFile() {
    auto* const dialog = new QFileDialog(this, tr("Open a document"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &StartPane::openFile);
    dialog->open();
}

void StartPane::openFile(const QString& name) {
    QFile file(name);
    if (file.size() > largestFile)
        outcome_->setText(tr("%1 has %2: no app document is that large, so it was not opened.")
                              .arg(name, QLocale().formattedDataSize(file.size())));
    else if (file.open(QIODevice::ReadOnly))
        Q_EMIT documentChosen(file.readAll(), {});
    else
        outcome_->setText(tr("%1 cannot be read: %2.").arg(name, file.errorString()));
}

void StartPane::importPasted() {
    const QString text = pasted_->toPlainText().trimmed();
    outcome_->setText({});
    if (text.isEmpty()) {
        outcome_->setText(tr("There is nothing to take yet."));
        return;
    }
    if (text.startsWith(QLatin1Char('{')) || text.startsWith(QLatin1Char('['))) {
        Q_EMIT documentChosen(text.toUtf8() + '\n', {});
        return;
    }
    const bool compose = text.contains(QLatin1String("services:"));
    const appspec::Imported imported =
        compose ? appspec::fromCompose(text.toUtf8(), QStringLiteral("project")) : appspec::fromDockerRun(text);
    if (imported.error.isEmpty())
        Q_EMIT documentChosen(imported.text, imported.notes.join(QLatin1Char(' ')));
    else
        outcome_->setText(imported.error);
}

} // namespace mesoscope::widgets

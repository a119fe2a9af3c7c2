#include "widgets/apps/app_versions.h"

#include "models/appspec/document.h"
#include "models/base/iso_time.h"
#include "models/text/format.h"
#include "widgets/theme/metrics.h"
#include "widgets/versions/diff_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

namespace mesoscope::widgets {

namespace {

constexpr int VersionRole = Qt::UserRole;

/// By time; ids that are no times by their text.
bool newer(const QString& a, const QString& b) {
    const qint64 at = base::msFromIso(a.toStdString());
    const qint64 bt = base::msFromIso(b.toStdString());
    return at != bt ? at > bt : a > b;
}

} // namespace

AppVersions::AppVersions(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("appVersionsTab"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gapLarge, metrics::gap, metrics::gapLarge, metrics::gap);
    column->setSpacing(metrics::gapSmall);
    said_ = new Words(QString(), Text::Small, Tone::Secondary);
    said_->setWordWrap(true);
    column->addWidget(said_);
    auto* parts = new QHBoxLayout;
    parts->setSpacing(metrics::gapLarge);
    parts->addWidget(buildList());
    parts->addWidget(buildDetail(), 1);
    column->addLayout(parts, 1);
    connect(list_, &QListWidget::currentRowChanged, this, &AppVersions::showDetail);
    connect(with_, &QComboBox::currentIndexChanged, this, &AppVersions::showDetail);
    connect(shape_, &SegmentedChoice::chosen, this, &AppVersions::showDetail);
    connect(go_, &QPushButton::clicked, this, &AppVersions::go);
    connect(pin_, &QCheckBox::clicked, this, [this](bool pinned) {
        if (archive_)
            archive_->setPinned(app_, selected(), pinned);
    });
    connect(note_, &QLineEdit::editingFinished, this, [this] {
        const Entry* entry = find(selected());
        if (archive_ && entry && entry->note != note_->text())
            archive_->setNote(app_, entry->version, note_->text());
    });
}

QWidget* AppVersions::buildList() {
    list_ = new QListWidget;
    list_->setObjectName(QStringLiteral("appVersions"));
    list_->setAccessibleName(tr("Versions"));
    list_->setFixedWidth(300);
    list_->setTextElideMode(Qt::ElideRight);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return list_;
}

QWidget* AppVersions::buildDetail() {
    auto* detail = new QWidget;
    auto* column = new QVBoxLayout(detail);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gapSmall);
    auto* row = new QHBoxLayout;
    row->addWidget(new Words(tr("Compared with"), Text::Body, Tone::Secondary));
    with_ = new QComboBox;
    with_->setObjectName(QStringLiteral("versionWith"));
    with_->setAccessibleName(tr("Compared with"));
    with_->setMinimumWidth(200);
    shape_ =
        new SegmentedChoice(QStringLiteral("versionShape"), tr("What is shown"), {tr("Difference"), tr("Definition")});
    row->addWidget(with_);
    row->addStretch(1);
    row->addWidget(shape_);
    column->addLayout(row);
    stack_ = new QStackedWidget;
    diff_ = new DiffView(QStringLiteral("versionDiff"));
    text_ = new QPlainTextEdit;
    text_->setObjectName(QStringLiteral("appVersionText"));
    text_->setAccessibleName(tr("Document of the version"));
    text_->setReadOnly(true);
    text_->setFont(theme::font(Text::Mono));
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setFrameShape(QFrame::NoFrame);
    text_->setTabChangesFocus(true);
    stack_->addWidget(diff_);
    stack_->addWidget(text_);
    column->addWidget(stack_, 1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(metrics::gapSmall);
    pin_ = new QCheckBox(tr("Pinned"));
    pin_->setObjectName(QStringLiteral("versionPin"));
    pin_->setAccessibleName(tr("Pinned: stands first in the list"));
    note_ = new Edit;
    note_->setObjectName(QStringLiteral("versionNote"));
    note_->setAccessibleName(tr("Note about this version"));
    note_->setPlaceholderText(tr("Note about this version"));
    go_ = new Button(Glyph::Rollback, tr("Deploy this version…"));
    go_->setObjectName(QStringLiteral("deployVersion"));
    go_->setAccessibleName(go_->text());
    foot->addWidget(pin_);
    foot->addWidget(note_, 1);
    foot->addWidget(new ButtonReason(go_));
    foot->addWidget(go_);
    column->addLayout(foot);
    return detail;
}

void AppVersions::attach(cluster::Session* session) {
    session_ = session;
    serverAnswered_ = false;
    entries_.clear();
    documents_.clear();
}

void AppVersions::setArchive(history::VersionArchive* archive) {
    if (archive == archive_)
        return;
    if (archive_)
        archive_->disconnect(this);
    archive_ = archive;
    if (archive)
        connect(archive, &history::VersionArchive::changed, this, [this](const QString& app) {
            if (app == app_ && isVisible())
                read();
        });
}

void AppVersions::show(const QString& id, const scheduler::AppPtr& app, const QString& refusal, qint64 nowMs) {
    const bool other = id != app_;
    const bool changed = other || (now_ ? now_->version : QString()) != (app ? app->version : QString());
    app_ = id;
    now_ = app;
    nowMs_ = nowMs;
    refusal_ = refusal;
    if (other) {
        entries_.clear();
        documents_.clear();
        serverAnswered_ = false;
        refill();
    }
    if (changed && isVisible())
        read();
    refresh();
}

AppVersions::Entry& AppVersions::entryOf(const QString& version) {
    for (Entry& entry : entries_) {
        if (entry.version == version)
            return entry;
    }
    entries_.append(Entry{version, false, false, false, {}});
    return entries_.last();
}

const AppVersions::Entry* AppVersions::find(const QString& version) const {
    for (const Entry& entry : entries_) {
        if (entry.version == version)
            return &entry;
    }
    return nullptr;
}

QString AppVersions::selected() const {
    return list_->currentItem() ? list_->currentItem()->data(VersionRole).toString() : QString();
}

void AppVersions::read() {
    if (app_.isEmpty())
        return;
    const auto mine = [this, app = app_] { return app == app_; };
    if (archive_)
        archive_->versionsOf(app_, this, [this, mine](const base::Result<QList<history::StoredVersion>>& kept) {
            if (mine() && kept)
                take(*kept);
        });
    if (session_ && now_)
        session_->versions(app_, this, [this, mine](const base::Result<QStringList>& versions) {
            if (mine())
                takeServer(versions);
        });
    say();
}

void AppVersions::take(const QList<history::StoredVersion>& kept) {
    for (const history::StoredVersion& stored : kept) {
        Entry& entry = entryOf(stored.version);
        entry.kept = true;
        entry.pinned = stored.pinned;
        entry.note = stored.note;
    }
    refill();
}

void AppVersions::takeServer(const base::Result<QStringList>& versions) {
    serverAnswered_ = true;
    serverProblem_ = versions ? QString() : versions.error().sentence;
    for (Entry& entry : entries_)
        entry.onServer = false;
    if (versions) {
        for (const QString& version : *versions)
            entryOf(version).onServer = true;
    }
    refill();
}

QString AppVersions::labelOf(const Entry& entry) const {
    QStringList parts{text::versionWord(entry.version, nowMs_)};
    if (now_ && now_->version == entry.version)
        parts += tr("runs now");
    else if (now_ && serverAnswered_ && !entry.onServer)
        parts += tr("kept here only");
    if (!entry.note.isEmpty())
        parts += entry.note;
    return (entry.pinned ? QStringLiteral("● ") : QString()) + parts.join(QStringLiteral(" · "));
}

/// Pinned ones first, then what runs, then the newest; the choice stays on its version.
void AppVersions::refill() {
    const QString running = now_ ? now_->version : QString();
    std::sort(entries_.begin(), entries_.end(), [&running](const Entry& a, const Entry& b) {
        if (a.pinned != b.pinned)
            return a.pinned;
        // After a roll-back what runs may be older than everything else.
        if ((a.version == running) != (b.version == running))
            return a.version == running;
        return newer(a.version, b.version);
    });
    const QString before = selected();
    const QString with = with_->currentData().toString();
    {
        const QSignalBlocker quiet(list_);
        const QSignalBlocker still(with_);
        list_->clear();
        with_->clear();
        with_->addItem(now_ ? tr("what runs now") : tr("the newest version"), QString());
        for (const Entry& entry : std::as_const(entries_)) {
            auto* item = new QListWidgetItem(labelOf(entry), list_);
            item->setData(VersionRole, entry.version);
            item->setToolTip(entry.version);
            item->setSizeHint(QSize(0, metrics::rowHeight));
            with_->addItem(labelOf(entry), entry.version);
            if (entry.version == before)
                list_->setCurrentItem(item);
        }
        with_->setCurrentIndex(std::max(0, with_->findData(with)));
        // The first look: what was before, because that is what is gone back to.
        if (!list_->currentItem() && list_->count() > 0)
            list_->setCurrentRow(now_ && list_->count() > 1 ? 1 : 0);
    }
    say();
    showDetail();
    Q_EMIT countChanged();
}

void AppVersions::say() {
    if (entries_.isEmpty() && now_ && !serverAnswered_)
        return said_->setText(tr("Reading the versions that the scheduler keeps…"));
    const auto kept = std::count_if(entries_.cbegin(), entries_.cend(), [](const Entry& e) { return e.kept; });
    const auto there = std::count_if(entries_.cbegin(), entries_.cend(), [](const Entry& e) { return e.onServer; });
    QStringList parts;
    if (now_)
        parts += serverProblem_.isEmpty() ? tr("the scheduler keeps %Ln", nullptr, int(there)) : serverProblem_;
    else
        parts += tr("the app is gone, and its versions with it");
    if (archive_)
        parts += tr("this program keeps %Ln, for good", nullptr, int(kept));
    said_->setText(parts.join(QStringLiteral("; ")));
}

void AppVersions::refresh() {
    const Entry* entry = find(selected());
    const bool runs = entry && now_ && now_->version == entry->version;
    const bool asDocument = !now_ || (entry && serverAnswered_ && !entry->onServer);
    go_->setText(!now_ ? tr("Restore from this version…") : tr("Deploy this version…"));
    go_->setAccessibleName(go_->text());
    go_->setToolTip(asDocument ? tr("It is sent as a definition, after a review in the editor.") : QString());
    go_->setRefusal(!entry               ? tr("Choose a version.")
                    : runs               ? tr("This version runs now.")
                    : refusal_.isEmpty() ? QString()
                                         : refusal_);
    pin_->setEnabled(entry && entry->kept);
    note_->setEnabled(entry && entry->kept);
    pin_->setChecked(entry && entry->pinned);
    if (!note_->hasFocus())
        note_->setText(entry ? entry->note : QString());
}

void AppVersions::withDocument(const QString& version,
                               std::function<void(const QByteArray&, const QString& problem)> done) {
    if (now_ && now_->version == version)
        return done(now_->document, {});
    if (documents_.contains(version))
        return done(documents_.value(version), {});
    const Entry* entry = find(version);
    const auto take = [this, app = app_, version, done](const base::Result<QByteArray>& result) {
        if (app != app_)
            return;
        if (!result)
            return done({}, result.error().sentence);
        documents_.insert(version, *result);
        done(*result, {});
    };
    if (archive_ && entry && entry->kept)
        return archive_->document(app_, version, this, take);
    if (!session_)
        return;
    session_->versionDocument(app_, version, this,
                              [this, app = app_, version, take](const base::Result<QByteArray>& result) {
                                  if (result && archive_)
                                      archive_->remember({{app, version, *result}});
                                  take(result);
                              });
}

void AppVersions::showDetail() {
    refresh();
    stack_->setCurrentIndex(shape_->current());
    const QString version = selected();
    const int ask = ++asked_;
    if (version.isEmpty()) {
        text_->clear();
        return diff_->showNothing(entries_.isEmpty() ? tr("No version is known yet.") : tr("Choose a version."));
    }
    QString other = with_->currentData().toString();
    if (other.isEmpty())
        other = now_ ? now_->version : entries_.value(0).version;
    withDocument(version, [this, ask, version, other](const QByteArray& one, const QString& problem) {
        if (ask != asked_)
            return;
        if (!problem.isEmpty()) {
            text_->setPlainText(problem);
            return diff_->showNothing(problem);
        }
        text_->setPlainText(QString::fromUtf8(appspec::layOut(one, appspec::DocumentStyle{}, 0)));
        if (version == other)
            return diff_->showNothing(tr("This is the version that it is compared with."));
        withDocument(other, [this, ask, version, other, one](const QByteArray& two, const QString& trouble) {
            if (ask != asked_)
                return;
            if (!trouble.isEmpty())
                return diff_->showNothing(trouble);
            const Entry* a = find(version);
            const Entry* b = find(other);
            diff_->show(one, two, a ? labelOf(*a) : version, b ? labelOf(*b) : tr("runs now"));
        });
    });
}

void AppVersions::compare(const QString& version, const QString& with) {
    entryOf(version);
    refill();
    for (int row = 0; row < list_->count(); ++row) {
        if (list_->item(row)->data(VersionRole).toString() == version)
            list_->setCurrentRow(row);
    }
    with_->setCurrentIndex(std::max(0, with_->findData(with)));
}

void AppVersions::go() {
    const QString version = selected();
    const Entry* entry = find(version);
    if (!entry)
        return;
    if (now_ && (entry->onServer || !serverAnswered_)) {
        Q_EMIT deployWanted(version);
        return;
    }
    withDocument(version, [this](const QByteArray& document, const QString& problem) {
        if (problem.isEmpty())
            Q_EMIT documentWanted(document);
    });
}

} // namespace mesoscope::widgets

#include "models/appspec/drafts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>

namespace mesoscope::appspec {
namespace {

constexpr qint64 largestDraft = 200 * 1024 * 1024;

/// One line of JSON about the draft, then the base and the text byte for byte.
QByteArray encode(const Draft& draft) {
    const QJsonObject head{{QStringLiteral("name"), draft.name},        {QStringLiteral("app"), draft.appId},
                           {QStringLiteral("cluster"), draft.cluster},  {QStringLiteral("saved"), draft.savedMs},
                           {QStringLiteral("base"), draft.base.size()}, {QStringLiteral("text"), draft.text.size()}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + draft.base + draft.text;
}

std::optional<Draft> decode(const QByteArray& bytes, const QString& key) {
    const qsizetype line = bytes.indexOf('\n');
    const QJsonObject head = QJsonDocument::fromJson(bytes.left(line)).object();
    const qint64 base = head.value(QStringLiteral("base")).toInteger(-1);
    const qint64 text = head.value(QStringLiteral("text")).toInteger(-1);
    if (line < 0 || base < 0 || text < 0 || line + 1 + base + text != bytes.size())
        return std::nullopt;
    Draft draft;
    draft.key = key;
    draft.name = head.value(QStringLiteral("name")).toString();
    draft.appId = head.value(QStringLiteral("app")).toString();
    draft.cluster = head.value(QStringLiteral("cluster")).toString();
    draft.savedMs = head.value(QStringLiteral("saved")).toInteger();
    draft.base = bytes.mid(line + 1, base);
    draft.text = bytes.mid(line + 1 + base, text);
    return draft;
}

class Words {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::appspec::DraftStore)
public:
    static base::Error cannotWrite(const QString& file, const QString& why) {
        return {base::ErrorKind::Input,
                tr("The draft cannot be saved as %1: %2.").arg(file, why),
                tr("Save the document as a file elsewhere."),
                {},
                0};
    }
    static base::Error cannotRead(const QString& key) {
        return {base::ErrorKind::Input, tr("The draft %1 cannot be read.").arg(key), {}, {}, 0};
    }
};

} // namespace

DraftStore::DraftStore(const QString& folder) : folder_(folder) {}

QString DraftStore::fileOf(const QString& key) const {
    return folder_ + QLatin1Char('/') + key + QLatin1String(".draft");
}

QString DraftStore::newKey() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

base::Result<QString> DraftStore::save(Draft draft, qint64 nowMs) {
    if (draft.key.isEmpty())
        draft.key = newKey();
    draft.savedMs = nowMs;
    const QString name = fileOf(draft.key);
    QDir().mkpath(folder_);
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected(Words::cannotWrite(name, file.errorString()));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(encode(draft));
    if (!file.commit())
        return tl::unexpected(Words::cannotWrite(name, file.errorString()));
    return draft.key;
}

base::Result<Draft> DraftStore::load(const QString& key) const {
    QFile file(fileOf(key));
    if (key.contains(QLatin1Char('/')) || !file.open(QIODevice::ReadOnly) || file.size() > largestDraft)
        return tl::unexpected(Words::cannotRead(key));
    const std::optional<Draft> draft = decode(file.readAll(), key);
    if (!draft)
        return tl::unexpected(Words::cannotRead(key));
    return *draft;
}

QList<Draft> DraftStore::all() const {
    QList<Draft> drafts;
    const QStringList files = QDir(folder_).entryList({QStringLiteral("*.draft")}, QDir::Files);
    for (const QString& file : files) {
        if (const base::Result<Draft> draft = load(file.chopped(6)))
            drafts.append(*draft);
    }
    std::sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.savedMs > b.savedMs; });
    return drafts;
}

void DraftStore::remove(const QString& key) {
    if (!key.contains(QLatin1Char('/')))
        QFile::remove(fileOf(key));
}

} // namespace mesoscope::appspec

#include "models/master/sandbox.h"

#include "models/net/errors.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace mesoscope::master {

namespace {

using base::Error;
using base::ErrorKind;

QString tr(const char* text) {
    return QCoreApplication::translate("master", text);
}

Error unreadable() {
    return {ErrorKind::Decode,
            tr("The agent's answer about this file can't be read."),
            tr("Check whether it is a Mesos agent."),
            {},
            0};
}

QString lastName(const QString& path) {
    return path.sliced(path.lastIndexOf(QLatin1Char('/')) + 1);
}

/// "-rw-r--r--" from the mode bits of stat(2).
QString modeText(int mode) {
    constexpr int typeMask = 0170000;
    constexpr int directory = 0040000;
    QString text(10, QLatin1Char('-'));
    if ((mode & typeMask) == directory)
        text[0] = QLatin1Char('d');
    const QLatin1String letters("rwxrwxrwx");
    for (int i = 0; i < 9; ++i) {
        if (mode & (0400 >> i))
            text[i + 1] = letters.at(i);
    }
    return text;
}

SandboxFile fileFrom(const QJsonObject& json) {
    SandboxFile f;
    f.path = json.value(QLatin1String("path")).toString();
    f.name = lastName(f.path);
    f.size = json.value(QLatin1String("size")).toInteger();
    const QJsonValue mode = json.value(QLatin1String("mode"));
    f.mode = mode.isString() ? mode.toString() : modeText(mode.toInt());
    f.directory = f.mode.startsWith(QLatin1Char('d'));
    const QJsonValue modified = json.value(QLatin1String("mtime"));
    f.modifiedMs = modified.isObject() ? modified.toObject().value(QLatin1String("nanoseconds")).toInteger() / 1'000'000
                                       : qint64(modified.toDouble() * 1000);
    f.owner = json.value(QLatin1String("uid")).toString();
    f.group = json.value(QLatin1String("gid")).toString();
    return f;
}

int hexDigit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/// The bytes of \uXXXX: agents write control characters so; anything beyond comes as UTF-8.
bool appendEscapedUnit(QByteArray& out, QByteArrayView digits) {
    char16_t unit = 0;
    for (const char c : digits) {
        const int digit = hexDigit(c);
        if (digit < 0)
            return false;
        unit = char16_t(unit * 16 + digit);
    }
    if (unit < 0x80)
        out += char(unit);
    else
        out += QString(QChar(unit)).toUtf8();
    return digits.size() == 4;
}

/// A JSON string's bytes as they are, valid UTF-8 or not. `from` stands behind the opening quote; false without an end.
bool takeRawString(const QByteArray& json, qsizetype from, QByteArray& out) {
    out.reserve(json.size() - from);
    for (qsizetype i = from; i < json.size(); ++i) {
        const char c = json.at(i);
        if (c == '"')
            return true;
        if (c != '\\') {
            out += c;
            continue;
        }
        if (++i >= json.size())
            return false;
        static constexpr std::array escapes{std::pair{'n', '\n'}, std::pair{'t', '\t'}, std::pair{'r', '\r'},
                                            std::pair{'b', '\b'}, std::pair{'f', '\f'}};
        const char e = json.at(i);
        const auto known = std::find_if(escapes.begin(), escapes.end(), [e](const auto& p) { return p.first == e; });
        if (e == 'u') {
            if (!appendEscapedUnit(out,
                                   QByteArrayView(json).sliced(i + 1).first(qMin<qsizetype>(4, json.size() - i - 1))))
                return false;
            i += 4;
        } else {
            out += known != escapes.end() ? known->second : e;
        }
    }
    return false;
}

base::Result<FilePiece> decodeRawPiece(const QByteArray& answer, qint64 offset) {
    static constexpr QByteArrayView dataKey("\"data\":\"");
    static constexpr QByteArrayView offsetKey("\"offset\":");
    const qsizetype data = answer.indexOf(dataKey);
    FilePiece piece;
    if (data < 0 || !takeRawString(answer, data + dataKey.size(), piece.data))
        return tl::unexpected(unreadable());
    piece.offset = offset;
    if (offset < 0) { // only the size was asked for, and stands where the offset stands else
        const qsizetype at = answer.lastIndexOf(offsetKey) + offsetKey.size();
        qsizetype end = at;
        while (end < answer.size() && answer.at(end) >= '0' && answer.at(end) <= '9')
            ++end;
        piece.size = answer.sliced(at, end - at).toLongLong();
        piece.offset = piece.size;
        piece.data.clear();
    }
    return piece;
}

/// The agent speaks no v1, or not for files: the older way may do.
bool isDeclined(const Error& e) {
    return e.httpStatus == 400 || e.httpStatus == 404 || e.httpStatus == 405 || e.httpStatus == 415 ||
           e.httpStatus == 501;
}

QString encoded(const QString& path) {
    return QString::fromLatin1(QUrl::toPercentEncoding(path));
}

} // namespace

SandboxPlace sandboxPlace(const QString& pid, const QString& hostname, bool https, const QString& frameworkId,
                          const QString& executorId, const QString& taskId) {
    const qsizetype at = pid.indexOf(QLatin1Char('@'));
    const QString address = pid.sliced(at + 1);
    const qsizetype colon = address.lastIndexOf(QLatin1Char(':'));
    SandboxPlace place;
    place.agent.setScheme(https ? QStringLiteral("https") : QStringLiteral("http"));
    place.agent.setHost(colon > 0 ? address.first(colon) : hostname);
    place.agent.setPort(colon > 0 ? address.sliced(colon + 1).toInt() : 5051);
    if (at > 0)
        place.agent.setPath(QLatin1Char('/') + pid.first(at));
    const bool own = executorId.isEmpty() || executorId == taskId;
    const QString runs =
        QStringLiteral("/frameworks/%1/executors/%2/runs/latest").arg(frameworkId, own ? taskId : executorId);
    if (!own)
        place.roots.append(runs + QStringLiteral("/tasks/") + taskId);
    place.roots.append(runs);
    return place;
}

base::Result<QList<SandboxFile>> decodeFileList(const QByteArray& answer) {
    const QJsonDocument document = QJsonDocument::fromJson(answer);
    if (document.isNull())
        return tl::unexpected(unreadable());
    const QJsonArray list = document.isArray() ? document.array()
                                               : document.object()
                                                     .value(QLatin1String("list_files"))
                                                     .toObject()
                                                     .value(QLatin1String("file_infos"))
                                                     .toArray();
    QList<SandboxFile> files;
    for (const QJsonValue& v : list)
        files.append(fileFrom(v.toObject()));
    return files;
}

base::Result<FilePiece> decodeFilePiece(const QByteArray& answer, qint64 offset) {
    if (!answer.contains("\"read_file\""))
        return decodeRawPiece(answer, offset);
    const QJsonObject read = QJsonDocument::fromJson(answer).object().value(QLatin1String("read_file")).toObject();
    if (!read.contains(QLatin1String("size")))
        return tl::unexpected(unreadable());
    FilePiece piece;
    piece.size = read.value(QLatin1String("size")).toInteger();
    if (offset >= 0)
        piece.data = QByteArray::fromBase64(read.value(QLatin1String("data")).toString().toLatin1());
    piece.offset = offset < 0 ? piece.size : offset;
    return piece;
}

Sandbox::Sandbox(net::HttpClient& client, SandboxPlace place, net::Credentials credentials, net::TlsSettings tls)
    : client_(client), place_(std::move(place)), credentials_(std::move(credentials)), tls_(std::move(tls)),
      alive_(std::make_shared<QObject>()) {}

net::Request Sandbox::request(const QByteArray& method, const QString& path) const {
    net::Request r;
    r.endpoint = {{place_.agent}, credentials_, tls_};
    r.method = method;
    // The calls are at the agent's own path, files are the process's.
    r.url =
        method == "POST" ? net::joined(place_.agent, path) : net::joined(place_.agent.adjusted(QUrl::RemovePath), path);
    r.contentType = method == "POST" ? "application/json" : QByteArray();
    r.system = tr("Mesos agent");
    r.expect = net::Expect::NoPage;
    r.maxBody = 64 * 1024 * 1024;
    // A tail reads small pieces often: packing each costs the agent more than the bytes cost the wire.
    r.identity = true;
    return r;
}

template<typename T>
void Sandbox::ask(const net::Request& v1, const net::Request& files, QObject* context,
                  std::function<base::Result<T>(const QByteArray&)> decode, std::function<void(base::Result<T>)> done) {
    const auto finish = [decode, done](const base::Result<net::Response>& answer) {
        done(answer ? decode(answer->body) : base::Result<T>(tl::unexpected(answer.error())));
    };
    const std::weak_ptr<QObject> alive = alive_;
    const auto guarded = [alive, guard = QPointer<QObject>(context),
                          finish](const base::Result<net::Response>& answer) {
        if (guard && !alive.expired())
            finish(answer);
    };
    if (!v1_)
        return client_.sendFor(context, files, guarded);
    client_.sendFor(context, v1, [this, alive, context, files, guarded](const base::Result<net::Response>& answer) {
        if (alive.expired())
            return;
        if (answer || !isDeclined(answer.error()))
            return guarded(answer);
        v1_ = v1_ && answer.error().httpStatus == 404; // 404 may mean the file, everything else means the call
        client_.sendFor(context, files, guarded);
    });
}

void Sandbox::list(const QString& path, QObject* context, ListDone done) {
    if (path.isEmpty())
        return listAt(root_, context, std::move(done));
    net::Request v1 = request("POST", QStringLiteral("/api/v1"));
    const QJsonObject arguments{{QStringLiteral("path"), path}};
    v1.body =
        "{\"type\":\"LIST_FILES\",\"list_files\":" + QJsonDocument(arguments).toJson(QJsonDocument::Compact) + '}';
    ask<QList<SandboxFile>>(v1, request("GET", QStringLiteral("/files/browse?path=") + encoded(path)), context,
                            decodeFileList, std::move(done));
}

/// The first of the candidate directories that is there.
void Sandbox::listAt(qsizetype root, QObject* context, ListDone done) {
    const QString path = place_.roots.value(root);
    const std::weak_ptr<QObject> alive = alive_;
    list(path, context, [this, alive, root, context, done](const base::Result<QList<SandboxFile>>& files) {
        if (alive.expired())
            return;
        const bool missing = !files && files.error().httpStatus == 404;
        if (missing && root + 1 < place_.roots.size())
            return listAt(root + 1, context, done);
        if (files)
            root_ = root;
        done(files);
    });
}

void Sandbox::read(const QString& path, qint64 offset, qint64 length, QObject* context, ReadDone done) {
    net::Request v1 = request("POST", QStringLiteral("/api/v1"));
    const QJsonObject arguments{{QStringLiteral("path"), path},
                                {QStringLiteral("offset"), qMax<qint64>(0, offset)},
                                {QStringLiteral("length"), offset < 0 ? 0 : length}};
    v1.body = "{\"type\":\"READ_FILE\",\"read_file\":" + QJsonDocument(arguments).toJson(QJsonDocument::Compact) + '}';
    const QString query = QStringLiteral("/files/read?path=%1&offset=%2").arg(encoded(path), QString::number(offset));
    const net::Request files = request("GET", offset < 0 ? query : query + QStringLiteral("&length=%1").arg(length));
    ask<FilePiece>(
        v1, files, context, [offset](const QByteArray& body) { return decodeFilePiece(body, offset); },
        std::move(done));
}

net::HttpStream Sandbox::download(const QString& path, QIODevice& to, Download callbacks) {
    struct State {
        qint64 received = 0;
        qint64 total = -1;
        bool full = false;
    };
    net::Request r = request("GET", QStringLiteral("/files/download?path=") + encoded(path));
    r.accept = "*/*";
    r.expect = net::Expect::Anything;
    const auto state = std::make_shared<State>();
    return client_.stream(r, {[state](const net::Response& head) {
                                  bool ok = false;
                                  const qint64 length = head.header("Content-Length").toLongLong(&ok);
                                  state->total = ok ? length : -1;
                              },
                              [state, &to, progress = callbacks.progress](std::string_view bytes) {
                                  state->full = state->full ||
                                                to.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size());
                                  state->received += qint64(bytes.size());
                                  if (progress)
                                      progress(state->received, state->total);
                              },
                              [done = callbacks.done](const Error& why) { done(tl::unexpected(why)); },
                              [state, done = callbacks.done] {
                                  if (state->full)
                                      return done(tl::unexpected(Error{ErrorKind::Input,
                                                                       tr("The file could not be written completely."),
                                                                       tr("Check the space on this disk."),
                                                                       {},
                                                                       0}));
                                  done(state->received);
                              }});
}

FileTail::FileTail(Sandbox& sandbox, QString path, Options options, QObject* parent)
    : QObject(parent), sandbox_(sandbox), path_(std::move(path)), options_(options), pauseMs_(options.minPauseMs) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, [this] { offset_ < 0 ? findEnd() : readOn(); });
}

void FileTail::start() {
    findEnd();
}

void FileTail::findEnd() {
    sandbox_.read(path_, -1, 0, this, [this](const base::Result<FilePiece>& size) {
        if (!size) {
            Q_EMIT failed(size.error());
            return pause(false);
        }
        offset_ = restarted_ ? 0 : qMax<qint64>(0, size->size - options_.initialBytes);
        Q_EMIT began(offset_);
        readOn();
    });
}

void FileTail::readOn() {
    sandbox_.read(path_, offset_, options_.pieceBytes, this, [this](const base::Result<FilePiece>& piece) {
        if (piece)
            return onPiece(*piece);
        // Its directory may be gone because the task ended: whoever comes next begins a new file.
        if (piece.error().httpStatus == 404)
            restart();
        Q_EMIT failed(piece.error());
        pause(false);
    });
}

void FileTail::onPiece(const FilePiece& piece) {
    if (piece.size >= 0 && piece.size < offset_) {
        restart();
        return readOn();
    }
    if (piece.data.isEmpty()) {
        Q_EMIT reachedEnd();
        return piece.size < 0 && offset_ > 0 ? checkSize() : pause(false);
    }
    offset_ += piece.data.size();
    Q_EMIT appended(piece.data, std::exchange(restarted_, false));
    // Agents hand out sixteen pages at most, however much was asked for.
    constexpr qint64 mostAtOnce = 65'536;
    const bool more =
        piece.size >= 0 ? offset_ < piece.size : piece.data.size() >= qMin(options_.pieceBytes, mostAtOnce);
    if (more)
        return readOn();
    Q_EMIT reachedEnd();
    pause(true);
}

/// The older endpoint answers an offset beyond the end like one at the end: only the size tells whether it was cut.
void FileTail::checkSize() {
    sandbox_.read(path_, -1, 0, this, [this](const base::Result<FilePiece>& size) {
        if (size && size->size < offset_) {
            restart();
            return readOn();
        }
        pause(false);
    });
}

void FileTail::restart() {
    offset_ = 0;
    restarted_ = true;
}

void FileTail::pause(bool news) {
    pauseMs_ = news ? options_.minPauseMs : qMin(pauseMs_ * 2, options_.maxPauseMs);
    timer_.start(pauseMs_);
}

} // namespace mesoscope::master

// Where a system is and how to authenticate there. A value; secrets live in it only in memory and are never printed.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

namespace mesoscope::net {

struct Credentials {
    QString user; ///< basic
    QString password;
    QString bearerToken; ///< "Authorization: Bearer …"
    QString dcosToken;   ///< "Authorization: token=…"
    bool isEmpty() const { return user.isEmpty() && bearerToken.isEmpty() && dcosToken.isEmpty(); }
};

struct TlsSettings {
    QString caFile;
    QString certificateFile;
    QString keyFile;
};

/// One system (a master with its stand-bys, a scheduler with its stand-bys, one gateway): several addresses, one truth.
struct Endpoint {
    QList<QUrl> urls;
    Credentials credentials;
    TlsSettings tls;
};

/// A request as shown to the user before it is sent, as written into the audit log, and as sent: one value for all
/// three.
struct RequestSummary {
    QByteArray method; ///< GET, POST, PUT, PATCH, DELETE
    QUrl url;          ///< without user info
    QByteArray contentType;
    QByteArray body;

    /// A curl command line that does the same, without credentials.
    QString asCurl() const;
};

} // namespace mesoscope::net

#include "models/net/tls.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace mesoscope::net {

namespace {

base::Error unusable(const QString& file) {
    return {base::ErrorKind::Input,
            QCoreApplication::translate("net", "The file %1 can't be used for TLS.").arg(file),
            QCoreApplication::translate("net", "It has to exist, be readable and hold PEM."),
            {},
            0};
}

QSslKey readKey(const QString& name) {
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        if (QSslKey key(&file, algorithm); !key.isNull())
            return key;
    }
    return {};
}

base::Result<void> addClientCertificate(QSslConfiguration& configuration, const TlsSettings& settings) {
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(settings.certificateFile);
    if (chain.isEmpty())
        return tl::unexpected(unusable(settings.certificateFile));
    const QString keyFile = settings.keyFile.isEmpty() ? settings.certificateFile : settings.keyFile;
    const QSslKey key = readKey(keyFile);
    if (key.isNull())
        return tl::unexpected(unusable(keyFile));
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    return {};
}

} // namespace

base::Result<QSslConfiguration> sslConfiguration(const TlsSettings& settings) {
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!settings.caFile.isEmpty() && !configuration.addCaCertificates(settings.caFile))
        return tl::unexpected(unusable(settings.caFile));
    if (!settings.certificateFile.isEmpty()) {
        if (const auto added = addClientCertificate(configuration, settings); !added)
            return tl::unexpected(added.error());
    }
    return configuration;
}

} // namespace mesoscope::net

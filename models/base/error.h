// Errors are values: what happened, in whose words, and what to do about it.
#pragma once

#include <QMetaType>
#include <QString>

#include <tl/expected.hpp>

namespace mesoscope::base {

enum class ErrorKind : quint8 {
    Transport, ///< name look-up, refused connection, reset, TLS
    Timeout,   ///< no answer, or silence past the limit
    Status,    ///< the server answered, with an HTTP status that says no
    Decode,    ///< the answer is not what its kind of server sends
    Limit,     ///< larger, deeper or longer than is accepted from outside
    Refused,   ///< we did not send it: read-only, stale data, a missing precondition
    Cancelled,
    Input, ///< a file, a document or an argument of the user's
};

struct Error {
    ErrorKind kind = ErrorKind::Transport;
    /// One sentence: what happened. Translated; never holds a secret.
    QString sentence;
    /// One sentence: what to do. May be empty.
    QString advice;
    /// The server's own words (plain text, cut to a readable length), empty when it said nothing.
    QString serverText;
    /// HTTP status, 0 when there was none.
    int httpStatus = 0;

    friend bool operator==(const Error&, const Error&) = default;
};

template<typename T>
using Result = tl::expected<T, Error>;

} // namespace mesoscope::base

Q_DECLARE_METATYPE(mesoscope::base::Error)

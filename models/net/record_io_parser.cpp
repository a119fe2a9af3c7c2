#include "models/net/record_io_parser.h"

#include <QCoreApplication>

#include <algorithm>

namespace mesoscope::net {

namespace {

base::Error badLength() {
    return {base::ErrorKind::Decode,
            QCoreApplication::translate(
                "net", "The event stream lost its framing: a record is longer or shorter than announced."),
            QCoreApplication::translate("net",
                                        "It is opened again. If this stays, check whether a proxy changes the stream."),
            {},
            0};
}

base::Error tooLarge(std::uint64_t limit) {
    return {base::ErrorKind::Limit,
            QCoreApplication::translate("net", "The event stream announced a record of more than %1 MB.")
                .arg(QString::number(limit >> 20)),
            QCoreApplication::translate("net", "Check whether the address really is a Mesos master."),
            {},
            0};
}

} // namespace

base::Result<void> RecordIoParser::feed(std::string_view bytes) {
    while (!bytes.empty() && !stopped_) {
        if (!inRecord_) {
            if (broken_ || !takeLength(bytes.front())) {
                broken_ = true;
                return tl::unexpected(badLength());
            }
            if (left_ > maxRecord_) {
                broken_ = true;
                return tl::unexpected(tooLarge(maxRecord_));
            }
            bytes.remove_prefix(1);
            continue;
        }
        const std::size_t n = std::size_t(std::min<std::uint64_t>(left_, bytes.size()));
        left_ -= n;
        inRecord_ = left_ != 0;
        onBytes(bytes.substr(0, n), !inRecord_);
        bytes.remove_prefix(n);
    }
    return {};
}

bool RecordIoParser::takeLength(char c) {
    if (c == '\n' && digits_ > 0) {
        begin();
        return true;
    }
    if (c < '0' || c > '9' || digits_ == 18)
        return false;
    left_ = left_ * 10 + std::uint64_t(c - '0');
    ++digits_;
    return true;
}

void RecordIoParser::begin() {
    digits_ = 0;
    inRecord_ = left_ > 0;
    if (onBegin)
        onBegin(left_);
    if (!inRecord_)
        onBytes({}, true);
}

} // namespace mesoscope::net

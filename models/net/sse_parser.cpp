#include "models/net/sse_parser.h"

#include <QCoreApplication>

#include <charconv>

namespace mesoscope::net {

namespace {

base::Error tooLong(std::size_t limit) {
    return {base::ErrorKind::Limit,
            QCoreApplication::translate("net", "The event stream sent a line or an event of more than %1 KB.")
                .arg(QString::number(limit / 1024)),
            QCoreApplication::translate("net", "Check whether the address really is an event stream."),
            {},
            0};
}

} // namespace

base::Result<void> SseParser::feed(std::string_view bytes) {
    while (!bytes.empty() && !stopped_) {
        if (std::exchange(afterCr_, false) && bytes.front() == '\n') {
            bytes.remove_prefix(1);
            continue;
        }
        const std::size_t end = bytes.find_first_of("\r\n");
        const std::string_view part = bytes.substr(0, end);
        if (line_.size() + part.size() > maxEvent_ || data_.size() > maxEvent_)
            return tl::unexpected(tooLong(maxEvent_));
        if (end == std::string_view::npos) {
            line_.append(part);
            break;
        }
        afterCr_ = bytes[end] == '\r';
        bytes.remove_prefix(end + 1);
        if (line_.empty()) {
            endOfLine(part); // the common case: nothing is copied
        } else {
            line_.append(part);
            endOfLine(line_);
            line_.clear();
        }
    }
    return {};
}

void SseParser::endOfLine(std::string_view line) {
    if (std::exchange(first_, false) && line.substr(0, 3) == "\xEF\xBB\xBF")
        line.remove_prefix(3);
    if (line.empty())
        return dispatch();
    const std::size_t colon = line.find(':');
    if (colon == 0) {
        if (onComment)
            onComment();
        return;
    }
    std::string_view value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
    if (!value.empty() && value.front() == ' ')
        value.remove_prefix(1);
    field(line.substr(0, colon), value);
}

void SseParser::field(std::string_view name, std::string_view value) {
    if (name == "data") {
        if (hasData_)
            data_ += '\n';
        data_ += value;
        hasData_ = true;
    } else if (name == "event") {
        type_ = value;
    } else if (name == "id") {
        if (value.find('\0') == std::string_view::npos)
            id_ = value;
    } else if (name == "retry" && onRetry) {
        qint64 ms = 0;
        const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), ms);
        if (code == std::errc() && end == value.data() + value.size())
            onRetry(ms);
    }
}

void SseParser::dispatch() {
    if (hasData_ && onEvent)
        onEvent({type_.empty() ? std::string_view("message") : std::string_view(type_), data_, id_});
    type_.clear();
    data_.clear();
    hasData_ = false;
}

} // namespace mesoscope::net

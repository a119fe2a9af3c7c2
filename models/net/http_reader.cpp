#include "models/net/http_reader.h"

#include <charconv>

namespace mesoscope::net {

namespace {

constexpr std::size_t maxChunkLine = 1024;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

QByteArray bytes(std::string_view text) {
    return {text.data(), qsizetype(text.size())};
}

const Header* find(const QList<Header>& headers, QByteArrayView name) {
    for (const Header& h : headers) {
        if (h.name.compare(name, Qt::CaseInsensitive) == 0)
            return &h;
    }
    return nullptr;
}

} // namespace

void HttpReader::feed(std::string_view bytes) {
    while (!bytes.empty() && !stopped_ && (state_ == State::Head || state_ == State::Body))
        bytes.remove_prefix(state_ == State::Head ? takeHead(bytes) : takeBody(bytes));
}

bool HttpReader::finish() {
    const bool proper = state_ == State::Done || (state_ == State::Body && framing_ == Framing::UntilClose);
    if (proper)
        state_ = State::Done;
    return proper;
}

void HttpReader::fail(Problem problem) {
    problem_ = problem;
    state_ = State::Broken;
}

std::size_t HttpReader::takeHead(std::string_view bytes) {
    const std::size_t before = head_.size();
    head_.append(bytes.substr(0, maxHead + 4));
    // What is not HTTP is recognised by its first bytes, not after 64 KB of them.
    if (const std::size_t n = std::min<std::size_t>(5, head_.size()); head_.compare(0, n, "HTTP/", n) != 0) {
        fail(Problem::NotHttp);
        return bytes.size();
    }
    const std::size_t end = head_.find("\r\n\r\n", before < 3 ? 0 : before - 3);
    if (end == std::string::npos) {
        if (head_.size() > maxHead)
            fail(Problem::HeadTooLarge);
        return bytes.size();
    }
    head_.resize(end + 2);
    if (!parseHead() || !chooseFraming()) {
        fail(Problem::NotHttp);
        return bytes.size();
    }
    const std::size_t taken = end + 4 - before;
    head_.clear();
    if (status_ >= 100 && status_ < 200) // "100 Continue": the answer proper follows
        return taken;
    state_ = framing_ == Framing::Length && left_ == 0 ? State::Done : State::Body;
    onHead();
    return taken;
}

bool HttpReader::parseHead() {
    headers_.clear();
    std::string_view rest = head_;
    bool first = true;
    while (!rest.empty()) {
        const std::size_t end = rest.find("\r\n");
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 2);
        if (!(first ? parseStatusLine(line) : parseHeader(line)))
            return false;
        first = false;
    }
    return true;
}

bool HttpReader::parseStatusLine(std::string_view line) {
    // "HTTP/1.1 200 OK"
    if (line.size() < 12 || line.substr(0, 7) != "HTTP/1." || line[8] != ' ')
        return false;
    const auto [end, code] = std::from_chars(line.data() + 9, line.data() + 12, status_);
    return code == std::errc() && end == line.data() + 12 && status_ >= 100;
}

bool HttpReader::parseHeader(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || headers_.size() >= 200)
        return false;
    headers_.append({bytes(trimmed(line.substr(0, colon))), bytes(trimmed(line.substr(colon + 1)))});
    return true;
}

bool HttpReader::chooseFraming() {
    left_ = 0;
    framing_ = Framing::UntilClose;
    if (const Header* h = find(headers_, "Transfer-Encoding")) {
        framing_ = Framing::Chunked;
        chunk_ = Chunk::Size;
        return h->value.toLower() == "chunked";
    }
    if (status_ == 204 || status_ == 304) {
        framing_ = Framing::Length;
        return true;
    }
    if (const Header* h = find(headers_, "Content-Length")) {
        framing_ = Framing::Length;
        bool ok = false;
        left_ = h->value.toULongLong(&ok);
        return ok;
    }
    return true;
}

std::size_t HttpReader::takeBody(std::string_view bytes) {
    if (framing_ == Framing::Chunked)
        return takeChunked(bytes);
    if (framing_ == Framing::UntilClose) {
        onBody(bytes);
        return bytes.size();
    }
    const std::size_t n = std::size_t(std::min<std::uint64_t>(left_, bytes.size()));
    left_ -= n;
    if (left_ == 0)
        state_ = State::Done;
    onBody(bytes.substr(0, n));
    return n;
}

std::size_t HttpReader::takeChunked(std::string_view bytes) {
    if (chunk_ != Chunk::Data)
        return takeChunkLine(bytes);
    const std::size_t n = std::size_t(std::min<std::uint64_t>(left_, bytes.size()));
    left_ -= n;
    if (left_ == 0)
        chunk_ = Chunk::DataEnd;
    onBody(bytes.substr(0, n));
    return n;
}

std::size_t HttpReader::takeChunkLine(std::string_view bytes) {
    const std::size_t end = bytes.find('\n');
    line_.append(bytes.substr(0, std::min(end, maxChunkLine + 1)));
    if (line_.size() > maxChunkLine) {
        fail(Problem::BadChunk);
        return bytes.size();
    }
    if (end == std::string_view::npos)
        return bytes.size();
    endOfChunkLine();
    line_.clear();
    return end + 1;
}

void HttpReader::endOfChunkLine() {
    const std::string_view line = trimmed(line_);
    if (chunk_ == Chunk::DataEnd) {
        chunk_ = Chunk::Size;
        if (!line.empty())
            fail(Problem::BadChunk);
        return;
    }
    if (chunk_ == Chunk::Trailer) {
        if (line.empty())
            state_ = State::Done;
        return;
    }
    const auto [end, code] = std::from_chars(line.data(), line.data() + line.size(), left_, 16);
    const bool clean = end == line.data() + line.size() || *end == ';' || *end == ' ';
    if (code != std::errc() || !clean)
        return fail(Problem::BadChunk);
    chunk_ = left_ == 0 ? Chunk::Trailer : Chunk::Data;
}

} // namespace mesoscope::net

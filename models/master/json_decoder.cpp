#include "models/master/event_decoder.h"

#include "models/master/json_rows.h"
#include "models/master/state_cutter.h"

#include <QCoreApplication>

#include <charconv>

namespace mesoscope::master {

namespace {

using base::Error;
using base::ErrorKind;

constexpr std::size_t wholeRecord = 64 * 1024;      ///< up to this a record is read at once
constexpr std::size_t maxRecord = 64 * 1024 * 1024; ///< of one event other than SUBSCRIBED
constexpr std::size_t peekSize = 512;

base::Result<void> incomplete() {
    return tl::unexpected(Error{ErrorKind::Decode,
                                QCoreApplication::translate("master", "The state that the master sent is incomplete."),
                                QCoreApplication::translate("master", "It is read again."),
                                {},
                                0});
}

base::Result<void> tooLarge() {
    return tl::unexpected(
        Error{ErrorKind::Limit,
              QCoreApplication::translate("master", "One event of the master is larger than %1 MB.")
                  .arg(QString::number(maxRecord >> 20)),
              QCoreApplication::translate("master", "Look for a task or framework with enormous labels."),
              {},
              0});
}

/// JSON of somebody else: a proxy's, another endpoint's.
base::Result<void> anotherAnswer() {
    return tl::unexpected(Error{
        ErrorKind::Decode,
        QCoreApplication::translate("master", "What came is JSON, but not the list that the master was asked for."),
        QCoreApplication::translate("master", "Check whether something between here and the master answers for it."),
        {},
        0});
}

class JsonDecoder final : public EventDecoder {
public:
    explicit JsonDecoder(StateSink& sink) : sink_(sink), rowsReader_(sink) {}
    ~JsonDecoder() override = default;

    void begin(std::uint64_t size) override {
        size_ = size;
        buffer_.clear();
        cutter_.reset();
    }
    base::Result<void> bytes(std::string_view piece, bool last) override;
    void abandon() override;

private:
    base::Result<void> wholeEvent(std::string_view record);
    base::Result<void> startPicture(std::string_view first, bool last);
    base::Result<void> feedPicture(std::string_view piece, bool last);
    base::Result<void> onRow(Section section, const JsonRow& row);
    void onScalar(std::string_view key, std::string_view value);
    bool looksLikePicture() const;

    StateSink& sink_;
    JsonRows rowsReader_;
    std::unique_ptr<StateCutter> cutter_; ///< while a picture is read
    std::string buffer_;
    std::uint64_t size_ = 0;
    bool open_ = false; ///< beginState without its end
};

base::Result<void> JsonDecoder::bytes(std::string_view piece, bool last) {
    if (cutter_)
        return feedPicture(piece, last);
    if (last && buffer_.empty())
        return wholeEvent(piece);
    buffer_.append(piece);
    if (last)
        return wholeEvent(buffer_);
    if (size_ > wholeRecord && buffer_.size() >= peekSize && looksLikePicture())
        return startPicture(buffer_, false);
    return buffer_.size() > maxRecord ? tooLarge() : base::Result<void>();
}

/// Large, and its beginning says so. If a server wrote "type" last, the record is read as a whole.
bool JsonDecoder::looksLikePicture() const {
    return std::string_view(buffer_).substr(0, peekSize).find("\"SUBSCRIBED\"") != std::string_view::npos;
}

base::Result<void> JsonDecoder::wholeEvent(std::string_view record) {
    const auto type = rowsReader_.event(record);
    if (!type)
        return tl::unexpected(type.error());
    if (*type == "SUBSCRIBED")
        return startPicture(record, true);
    countEvent(*type);
    return {};
}

base::Result<void> JsonDecoder::startPicture(std::string_view first, bool last) {
    cutter_ = std::make_unique<StateCutter>();
    cutter_->onRow = [this](Section section, const JsonRow& row) { return onRow(section, row); };
    cutter_->onScalar = [this](std::string_view key, std::string_view value) { onScalar(key, value); };
    rows_ = 0;
    agentRows_ = 0;
    recoveredRows_ = 0;
    heartbeatSeconds_ = 15;
    open_ = true;
    sink_.beginState();
    return feedPicture(first, last);
}

base::Result<void> JsonDecoder::feedPicture(std::string_view piece, bool last) {
    if (const auto ok = cutter_->feed(piece); !ok)
        return ok;
    if (!last)
        return {};
    const bool complete = cutter_->complete();
    cutter_.reset();
    if (!complete)
        return incomplete();
    open_ = false;
    ++pictures_;
    sink_.endState();
    return {};
}

base::Result<void> JsonDecoder::onRow(Section section, const JsonRow& row) {
    ++rows_;
    agentRows_ += section == Section::Agents ? 1 : 0;
    recoveredRows_ += section == Section::RecoveredAgents ? 1 : 0;
    return rowsReader_.stateRow(section, row);
}

void JsonDecoder::onScalar(std::string_view key, std::string_view value) {
    double seconds = 0;
    if (key == "heartbeat_interval_seconds" &&
        std::from_chars(value.data(), value.data() + value.size(), seconds).ec == std::errc() && seconds > 0)
        heartbeatSeconds_ = seconds;
}

void JsonDecoder::abandon() {
    cutter_.reset();
    buffer_.clear();
    if (std::exchange(open_, false))
        sink_.abandonState();
}

} // namespace

std::unique_ptr<EventDecoder> makeJsonDecoder(StateSink& sink) {
    return std::make_unique<JsonDecoder>(sink);
}

base::Result<void> decodeStateJson(std::string_view answer, StateSink& sink) {
    JsonRows rows(sink);
    StateCutter cutter;
    bool known = false;
    cutter.onRow = [&](Section section, const JsonRow& row) {
        known = true;
        return rows.stateRow(section, row);
    };
    cutter.onScalar = [&](std::string_view key, std::string_view value) {
        known |= key == "type" && value.starts_with("GET_");
    };
    sink.beginState();
    auto ok = cutter.feed(answer);
    if (ok && !cutter.complete())
        ok = incomplete();
    if (ok && !known)
        ok = anotherAnswer();
    ok ? sink.endState() : sink.abandonState();
    return ok;
}

namespace {

/// A first walk without effect: the cutter has to like the whole answer before the sink hears of any of it.
base::Result<void> walk(std::string_view answer, const decltype(StateCutter::onRow)& onRow,
                        const decltype(StateCutter::onScalar)& onScalar = {}) {
    StateCutter cutter;
    cutter.onRow = onRow;
    cutter.onScalar = onScalar;
    if (const auto ok = cutter.feed(answer); !ok)
        return ok;
    return cutter.complete() ? base::Result<void>() : incomplete();
}

} // namespace

base::Result<void> decodeAgentsJson(std::string_view answer, StateSink& sink, AgentPoll* counts) {
    AgentPoll seen;
    const auto count = [&seen](Section section, const JsonRow&) {
        seen.agents += section == Section::Agents ? 1 : 0;
        seen.recovered += section == Section::RecoveredAgents ? 1 : 0;
        return base::Result<void>();
    };
    bool named = false;
    const auto type = [&named](std::string_view key, std::string_view value) {
        named |= key == "type" && value == "GET_AGENTS";
    };
    if (const auto ok = walk(answer, count, type); !ok)
        return ok;
    // An empty list takes all agents away: only the answer itself may say that.
    if (!named && seen.agents + seen.recovered == 0)
        return anotherAnswer();
    if (counts)
        *counts = seen;
    JsonRows rows(sink);
    sink.beginAgentPoll();
    const auto ok = walk(answer, [&](Section section, const JsonRow& row) { return rows.pollRow(section, row); });
    // A row that can't be read must not make its agent vanish: the poll then ends without judging what is missing.
    if (ok)
        rows.endAgentPoll();
    return ok;
}

} // namespace mesoscope::master

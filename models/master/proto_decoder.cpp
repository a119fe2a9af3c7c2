#include "models/master/event_decoder.h"

#include "models/master/proto_cutter.h"
#include "models/master/proto_rows.h"

#include <QCoreApplication>

namespace mesoscope::master {

namespace {

using base::Error;
using base::ErrorKind;

constexpr std::size_t maxRecord = 64 * 1024 * 1024; ///< of one event other than SUBSCRIBED

Error incomplete() {
    return {ErrorKind::Decode,
            QCoreApplication::translate("master", "The state that the master sent is incomplete."),
            QCoreApplication::translate("master", "It is read again."),
            {},
            0};
}

class ProtobufDecoder final : public EventDecoder {
public:
    explicit ProtobufDecoder(StateSink& sink) : sink_(sink), reader_(sink) {}

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

    StateSink& sink_;
    ProtoRows reader_;
    std::unique_ptr<ProtoCutter> cutter_; ///< while a picture is read
    std::string buffer_;
    std::uint64_t size_ = 0;
    bool open_ = false; ///< beginState without its end
};

/// Event.type comes first (field 1), and SUBSCRIBED is 1.
bool isPicture(std::string_view start) {
    return start.substr(0, 2) == "\x08\x01";
}

base::Result<void> ProtobufDecoder::bytes(std::string_view piece, bool last) {
    if (cutter_)
        return feedPicture(piece, last);
    if (buffer_.empty() && isPicture(piece))
        return startPicture(piece, last);
    if (buffer_.empty() && last)
        return wholeEvent(piece);
    buffer_.append(piece);
    if (isPicture(buffer_))
        return startPicture(buffer_, last);
    if (buffer_.size() > maxRecord)
        return tl::unexpected(incomplete());
    return last ? wholeEvent(buffer_) : base::Result<void>();
}

base::Result<void> ProtobufDecoder::wholeEvent(std::string_view record) {
    const auto type = reader_.event(record);
    if (!type)
        return tl::unexpected(type.error());
    countEvent(*type);
    return {};
}

base::Result<void> ProtobufDecoder::startPicture(std::string_view first, bool last) {
    cutter_ = std::make_unique<ProtoCutter>(ProtoCutter::Root::Event, size_);
    cutter_->onRow = [this](Section section, std::string_view row) {
        ++rows_;
        agentRows_ += section == Section::Agents ? 1 : 0;
        recoveredRows_ += section == Section::RecoveredAgents ? 1 : 0;
        return reader_.stateRow(section, row);
    };
    rows_ = 0;
    agentRows_ = 0;
    recoveredRows_ = 0;
    open_ = true;
    sink_.beginState();
    return feedPicture(first, last);
}

base::Result<void> ProtobufDecoder::feedPicture(std::string_view piece, bool last) {
    if (const auto ok = cutter_->feed(piece); !ok)
        return ok;
    if (!last)
        return {};
    const bool complete = cutter_->complete();
    heartbeatSeconds_ = cutter_->heartbeatSeconds() > 0 ? cutter_->heartbeatSeconds() : 15;
    cutter_.reset();
    if (!complete)
        return tl::unexpected(incomplete());
    open_ = false;
    ++pictures_;
    sink_.endState();
    return {};
}

void ProtobufDecoder::abandon() {
    cutter_.reset();
    buffer_.clear();
    if (std::exchange(open_, false))
        sink_.abandonState();
}

} // namespace

std::unique_ptr<EventDecoder> makeProtobufDecoder(StateSink& sink) {
    return std::make_unique<ProtobufDecoder>(sink);
}

base::Result<void> decodeStateProtobuf(std::string_view answer, StateSink& sink) {
    ProtoRows rows(sink);
    ProtoCutter cutter(ProtoCutter::Root::Response, answer.size());
    cutter.onRow = [&](Section section, std::string_view row) { return rows.stateRow(section, row); };
    sink.beginState();
    auto ok = cutter.feed(answer);
    if (ok && (!cutter.complete() || answer.empty()))
        ok = tl::unexpected(incomplete());
    ok ? sink.endState() : sink.abandonState();
    return ok;
}

} // namespace mesoscope::master

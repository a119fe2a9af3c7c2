#include "models/master/proto_cutter.h"

#include <QCoreApplication>

#include <bit>
#include <cstring>
#include <optional>

namespace mesoscope::master {

namespace {

using base::Error;
using base::ErrorKind;

Error broken() {
    return {ErrorKind::Decode,
            QCoreApplication::translate("master", "The state that the master sent is not a valid message."),
            QCoreApplication::translate("master", "It is read again as JSON."),
            {},
            0};
}

Error tooLarge(std::size_t limit) {
    return {ErrorKind::Limit,
            QCoreApplication::translate("master", "One entry of the master's state is larger than %1 MB.")
                .arg(QString::number(limit >> 20)),
            QCoreApplication::translate("master", "Look for a task or framework with enormous labels."),
            {},
            0};
}

double doubleFrom(std::string_view littleEndian) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i)
        bits |= std::uint64_t(static_cast<unsigned char>(littleEndian[i])) << (8 * i);
    return std::bit_cast<double>(bits);
}

} // namespace

ProtoCutter::ProtoCutter(Root root, std::uint64_t size, std::size_t maxRow) : maxRow_(maxRow) {
    levels_.push_back({root == Root::Event ? Level::Event : Level::Response, size});
}

base::Result<void> ProtoCutter::feed(std::string_view bytes) {
    while (!bytes.empty()) {
        if (position_ >= levels_.front().end)
            return tl::unexpected(broken());
        std::size_t used = 1;
        switch (mode_) {
        case Mode::Tag:
        case Mode::Length:
        case Mode::Varint:
            ++position_;
            if (!takeVarint(bytes.front()) || position_ > levels_.back().end)
                return tl::unexpected(broken());
            break;
        case Mode::Skip:
            used = takeBytes(bytes);
            break;
        case Mode::Row:
        case Mode::Heartbeat:
            const auto taken = takeRow(bytes);
            if (!taken)
                return tl::unexpected(taken.error());
            used = *taken;
            break;
        }
        popFinished();
        bytes.remove_prefix(used);
    }
    return {};
}

/// False when it is no varint, or stands for nothing that can be.
bool ProtoCutter::takeVarint(char c) {
    const auto byte = static_cast<unsigned char>(c);
    varint_ |= std::uint64_t(byte & 0x7f) << shift_;
    shift_ += 7;
    if (byte & 0x80)
        return shift_ < 70;
    shift_ = 0;
    const Mode mode = mode_;
    const bool ok = mode == Mode::Tag ? onTag() : mode == Mode::Length ? onLength() : true;
    if (mode == Mode::Varint)
        mode_ = Mode::Tag;
    varint_ = 0;
    return ok;
}

bool ProtoCutter::fits(std::uint64_t size) const {
    return size <= levels_.back().end - position_;
}

bool ProtoCutter::onTag() {
    field_ = std::uint32_t(varint_ >> 3);
    switch (varint_ & 7) {
    case 0:
        mode_ = Mode::Varint;
        return true;
    case 1:
        left_ = 8;
        mode_ = levels_.back().level == Level::Subscribed && field_ == 2 ? Mode::Heartbeat : Mode::Skip;
        return fits(8);
    case 2:
        mode_ = Mode::Length;
        return true;
    case 5:
        left_ = 4;
        mode_ = Mode::Skip;
        return fits(4);
    default:
        return false;
    }
}

bool ProtoCutter::onLength() {
    struct Child {
        Level parent;
        std::uint32_t field;
        Level level;
    };
    struct Rows {
        Level parent;
        std::uint32_t field;
        Section section;
    };
    static constexpr Child children[] = {
        {Level::Event, 2, Level::Subscribed},        {Level::Response, 9, Level::GetState},
        {Level::Response, 10, Level::GetAgents},     {Level::Response, 13, Level::GetTasks},
        {Level::Response, 11, Level::GetFrameworks}, {Level::Subscribed, 1, Level::GetState},
        {Level::GetState, 1, Level::GetTasks},       {Level::GetState, 3, Level::GetFrameworks},
        {Level::GetState, 4, Level::GetAgents},
    };
    static constexpr Rows rows[] = {
        {Level::GetTasks, 1, Section::Tasks},
        {Level::GetTasks, 2, Section::Tasks},
        {Level::GetTasks, 4, Section::Tasks},
        {Level::GetTasks, 5, Section::UnreachableTasks},
        {Level::GetTasks, 3, Section::CompletedTasks},
        {Level::GetAgents, 1, Section::Agents},
        {Level::GetAgents, 2, Section::RecoveredAgents},
        {Level::GetFrameworks, 1, Section::Frameworks},
        {Level::GetFrameworks, 2, Section::CompletedFrameworks},
    };
    const std::uint64_t size = varint_;
    if (!fits(size))
        return false;
    const Level parent = levels_.back().level;
    for (const Child& c : children) {
        if (c.parent == parent && c.field == field_) {
            levels_.push_back({c.level, position_ + size});
            mode_ = Mode::Tag;
            return true;
        }
    }
    left_ = size;
    mode_ = Mode::Skip;
    for (const Rows& r : rows) {
        if (r.parent == parent && r.field == field_) {
            section_ = r.section;
            row_.clear();
            mode_ = Mode::Row;
        }
    }
    if (left_ == 0) // an empty message says nothing
        mode_ = Mode::Tag;
    return true;
}

std::size_t ProtoCutter::takeBytes(std::string_view bytes) {
    const std::size_t n = std::size_t(std::min<std::uint64_t>(left_, bytes.size()));
    left_ -= n;
    position_ += n;
    if (left_ == 0)
        mode_ = Mode::Tag;
    return n;
}

base::Result<std::size_t> ProtoCutter::takeRow(std::string_view bytes) {
    if (left_ > maxRow_)
        return tl::unexpected(tooLarge(maxRow_));
    const std::size_t n = std::size_t(std::min<std::uint64_t>(left_, bytes.size()));
    left_ -= n;
    position_ += n;
    const bool whole = left_ == 0 && row_.empty();
    if (!whole)
        row_.append(bytes.substr(0, n));
    if (left_ > 0)
        return n;
    const std::string_view row = whole ? bytes.substr(0, n) : std::string_view(row_);
    const Mode mode = std::exchange(mode_, Mode::Tag);
    if (mode == Mode::Heartbeat) {
        heartbeat_ = doubleFrom(row);
        row_.clear();
        return n;
    }
    const auto ok = onRow(section_, row);
    row_.clear();
    if (!ok)
        return tl::unexpected(ok.error());
    return n;
}

void ProtoCutter::popFinished() {
    while (levels_.size() > 1 && mode_ == Mode::Tag && shift_ == 0 && position_ == levels_.back().end)
        levels_.pop_back();
}

} // namespace mesoscope::master

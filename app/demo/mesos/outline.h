// The outline of an answer whose long lists of tasks and agents are written later, element by element. The same
// functions that write a whole message write its outline when they are given one of these writers: what they hand to
// items() stays a place holder.
#pragma once

#include "app/demo/mesos/message_writer.h"

#include <vector>

namespace mesoscope::demo {

class ProtoOutline {
public:
    static constexpr bool isJson = false;
    explicit ProtoOutline(OutlineParts& parts) : parts_(&parts) {}

    template<class Body>
    void root(Body body) {
        body();
    }
    void text(int tag, std::string_view name, std::string_view value) { plain().text(tag, name, value); }
    void bytes(int tag, std::string_view name, std::string_view value) { plain().bytes(tag, name, value); }
    void real(int tag, std::string_view name, double value) { plain().real(tag, name, value); }
    void integer(int tag, std::string_view name, std::int64_t value) { plain().integer(tag, name, value); }
    void boolean(int tag, std::string_view name, bool value) { plain().boolean(tag, name, value); }
    void choice(int tag, std::string_view name, int value, std::string_view word) {
        plain().choice(tag, name, value, word);
    }
    template<class Body>
    void message(int tag, std::string_view, Body body) {
        OutlinePart part;
        part.kind = OutlinePart::Kind::Message;
        part.tag = tag;
        OutlineParts* outer = std::exchange(parts_, &part.parts);
        body();
        parts_ = outer;
        parts_->push_back(std::move(part));
    }
    template<class Range, class Each>
    void list(int tag, std::string_view name, const Range& range, Each each) {
        for (const auto& element : range)
            message(tag, name, [&] { each(element); });
    }
    template<class Range, class Each>
    void items(int tag, std::string_view, Elements kind, const Range& range, Each) {
        parts_->push_back(outlineList(tag, kind, range));
    }
    template<class Range>
    void texts(int tag, std::string_view name, const Range& range) {
        for (const auto& element : range)
            text(tag, name, element);
    }

private:
    ProtoWriter plain() {
        if (parts_->empty() || parts_->back().kind != OutlinePart::Kind::Text)
            parts_->emplace_back();
        return ProtoWriter(parts_->back().text);
    }

    OutlineParts* parts_;
};

} // namespace mesoscope::demo

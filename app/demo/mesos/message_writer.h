// One description of a message, two encodings: functions written against a Writer give Mesos' JSON or its protobuf wire
// format from the same values, so that the two can't differ. Field numbers and names come from Mesos' v1 .proto files.
// Both append to one buffer; there is no document in between (a state of 400,000 tasks is hundreds of megabytes).
#pragma once

#include <charconv>
#include <cstdint>
#include <protozero/pbf_writer.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mesoscope::demo {

enum class Encoding : std::uint8_t { Json, Protobuf };

/// What stands in a list that an answer leaves for later (see state_answer.h).
enum class Elements : std::uint8_t { Task, Agent, Recovered };

/// A piece of an answer's outline: text in the answer's encoding, a list to be written later, or (protobuf) a message
/// around other pieces, whose length is known when theirs are.
struct OutlinePart {
    enum class Kind : std::uint8_t { Text, List, Message } kind = Kind::Text;
    Elements elements = Elements::Task;
    int tag = 0;
    std::string text;
    std::vector<const void*> items;
    std::vector<OutlinePart> parts;
    std::size_t bytes = 0;
};
using OutlineParts = std::vector<OutlinePart>;

inline OutlinePart outlineText(std::string text) {
    OutlinePart part;
    part.text = std::move(text);
    return part;
}

/// Range: of pointers to tasks or agents.
template<class Range>
OutlinePart outlineList(int tag, Elements kind, const Range& range) {
    OutlinePart part;
    part.kind = OutlinePart::Kind::List;
    part.elements = kind;
    part.tag = tag;
    part.items.reserve(range.size());
    for (const auto& element : range)
        part.items.push_back(&*element);
    return part;
}

void appendJsonString(std::string& out, std::string_view text);
/// As Mesos prints: always with a point or an exponent.
void appendJsonDouble(std::string& out, double value);
std::string base64(std::string_view bytes);
std::string fromBase64(std::string_view text);

class JsonWriter {
public:
    static constexpr bool isJson = true;
    /// outline: where items() leaves place holders, with the text before them; without, it writes its elements.
    explicit JsonWriter(std::string& out, OutlineParts* outline = nullptr) : out_(out), outline_(outline) {}

    template<class Body>
    void root(Body body) {
        out_ += '{';
        first_ = true;
        body();
        out_ += '}';
        first_ = false;
    }
    void text(int, std::string_view name, std::string_view value) {
        key(name);
        appendJsonString(out_, value);
    }
    void bytes(int, std::string_view name, std::string_view value) {
        key(name);
        appendJsonString(out_, base64(value));
    }
    void real(int, std::string_view name, double value) {
        key(name);
        appendJsonDouble(out_, value);
    }
    void integer(int, std::string_view name, std::int64_t value) {
        key(name);
        char buffer[24];
        const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
        out_.append(buffer, end.ptr);
    }
    void boolean(int, std::string_view name, bool value) {
        key(name);
        out_ += value ? "true" : "false";
    }
    void choice(int, std::string_view name, int, std::string_view word) {
        key(name);
        out_ += '"';
        out_ += word;
        out_ += '"';
    }
    template<class Body>
    void message(int, std::string_view name, Body body) {
        key(name);
        root(body);
    }
    /// A repeated message: each(element) writes the fields of one.
    template<class Range, class Each>
    void list(int, std::string_view name, const Range& range, Each each) {
        key(name);
        out_ += '[';
        bool comma = false;
        for (const auto& element : range) {
            if (comma)
                out_ += ',';
            comma = true;
            root([&] { each(element); });
        }
        out_ += ']';
        first_ = false;
    }
    /// A list that may be long.
    template<class Range, class Each>
    void items(int tag, std::string_view name, Elements kind, const Range& range, Each each) {
        if (!outline_)
            return list(tag, name, range, each);
        key(name);
        out_ += '[';
        outline_->push_back(outlineText(std::exchange(out_, std::string())));
        outline_->push_back(outlineList(tag, kind, range));
        out_ += ']';
        first_ = false;
    }
    template<class Range>
    void texts(int, std::string_view name, const Range& range) {
        key(name);
        out_ += '[';
        bool comma = false;
        for (const auto& element : range) {
            if (comma)
                out_ += ',';
            comma = true;
            appendJsonString(out_, element);
        }
        out_ += ']';
    }
    /// map<string, message>: each(value) writes the fields of one.
    template<class Map, class Each>
    void map(int, std::string_view name, const Map& values, Each each) {
        key(name);
        root([&] {
            for (const auto& [entry, value] : values)
                message(0, entry, [&, &v = value] { each(v); });
        });
    }

private:
    void key(std::string_view name) {
        out_.append(first_ ? "\"" : ",\"", first_ ? 1 : 2);
        first_ = false;
        out_ += name;
        out_.append("\":", 2);
    }

    std::string& out_;
    OutlineParts* outline_;
    bool first_ = true;
};

class ProtoWriter {
public:
    static constexpr bool isJson = false;
    explicit ProtoWriter(std::string& out) : out_(out), root_(out), current_(&root_) {}

    template<class Body>
    void root(Body body) {
        body();
    }
    void text(int tag, std::string_view, std::string_view value) {
        current_->add_string(unsignedTag(tag), value.data(), value.size());
    }
    void bytes(int tag, std::string_view, std::string_view value) {
        current_->add_bytes(unsignedTag(tag), value.data(), value.size());
    }
    void real(int tag, std::string_view, double value) { current_->add_double(unsignedTag(tag), value); }
    void integer(int tag, std::string_view, std::int64_t value) { current_->add_int64(unsignedTag(tag), value); }
    void boolean(int tag, std::string_view, bool value) { current_->add_bool(unsignedTag(tag), value); }
    void choice(int tag, std::string_view, int value, std::string_view) { current_->add_enum(unsignedTag(tag), value); }
    template<class Body>
    void message(int tag, std::string_view, Body body) {
        const std::size_t before = out_.size();
        {
            protozero::pbf_writer nested(*current_, unsignedTag(tag));
            protozero::pbf_writer* outer = std::exchange(current_, &nested);
            body();
            current_ = outer;
        }
        // protozero takes an empty submessage back, but Mesos requires some that may be empty.
        if (out_.size() == before)
            current_->add_message(unsignedTag(tag), "", 0);
    }
    template<class Range, class Each>
    void list(int tag, std::string_view name, const Range& range, Each each) {
        for (const auto& element : range)
            message(tag, name, [&] { each(element); });
    }
    template<class Range, class Each>
    void items(int tag, std::string_view name, Elements, const Range& range, Each each) {
        list(tag, name, range, each);
    }
    template<class Range>
    void texts(int tag, std::string_view name, const Range& range) {
        for (const auto& element : range)
            text(tag, name, element);
    }
    template<class Map, class Each>
    void map(int tag, std::string_view name, const Map& values, Each each) {
        for (const auto& [entry, value] : values)
            message(tag, name, [&, &k = entry, &v = value] {
                text(1, {}, k);
                message(2, {}, [&] { each(v); });
            });
    }

private:
    static protozero::pbf_tag_type unsignedTag(int tag) { return static_cast<protozero::pbf_tag_type>(tag); }

    std::string& out_;
    protozero::pbf_writer root_;
    protozero::pbf_writer* current_;
};

} // namespace mesoscope::demo

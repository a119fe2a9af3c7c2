#include "app/demo/mesos/state_answer.h"

#include <algorithm>

namespace mesoscope::demo {

namespace {

/// So much is encoded under one hold of the world's lock.
constexpr std::size_t slice = 256 * 1024;
/// So many known lengths are added up under one hold.
constexpr std::size_t lengthsAtOnce = 20000;

std::size_t varintSize(std::size_t value) {
    std::size_t bytes = 1;
    for (; value >= 128; value >>= 7)
        ++bytes;
    return bytes;
}

void appendVarint(std::string& out, std::size_t value) {
    for (; value >= 128; value >>= 7)
        out += static_cast<char>((value & 127) | 128);
    out += static_cast<char>(value);
}

/// Field number and wire type "length-delimited".
std::size_t key(int tag) {
    return static_cast<std::size_t>(tag) << 3 | 2;
}

bool isTask(Elements kind) {
    return kind == Elements::Task;
}

} // namespace

StateAnswer::StateAnswer(const World& world, Encoding encoding, OutlineParts outline, ElementWriters writers)
    : world_(world), encoding_(encoding), parts_(std::move(outline)), writers_(std::move(writers)),
      firstLater_(world.nextTaskSerial()) {
    note(parts_);
}

void StateAnswer::note(const OutlineParts& parts) {
    for (const OutlinePart& part : parts) {
        if (part.kind == OutlinePart::Kind::List)
            ++(isTask(part.elements) ? taskLists_ : agentLists_);
        note(part.parts);
    }
}

void StateAnswer::encode(std::string& out, Elements kind, const void* element) const {
    switch (kind) {
    case Elements::Task:
        writers_.task(out, *static_cast<const Task*>(element));
        return;
    case Elements::Agent:
        writers_.agent(out, *static_cast<const Agent*>(element));
        return;
    case Elements::Recovered:
        writers_.recovered(out, *static_cast<const Agent*>(element));
    }
}

std::uint32_t& StateAnswer::knownLength(Elements kind, const void* element) const {
    const auto slot = static_cast<std::size_t>(encoding_);
    return isTask(kind) ? static_cast<const Task*>(element)->lengths[slot]
                        : static_cast<const Agent*>(element)->lengths[slot];
}

std::size_t StateAnswer::lengthOf(Elements kind, const void* element) {
    if (const auto saved = saved_.find(element); saved != saved_.end())
        return saved->second.size();
    std::uint32_t own = 0;
    std::uint32_t& known = kind == Elements::Recovered ? own : knownLength(kind, element);
    if (known == 0) {
        scratch_.clear();
        encode(scratch_, kind, element);
        known = static_cast<std::uint32_t>(scratch_.size());
        ++encodedForLength_;
    }
    return known;
}

void StateAnswer::measureList(OutlinePart& part, const std::atomic<bool>* go) {
    const std::size_t count = part.items.size();
    for (std::size_t i = 0; i < count && (!go || *go);) {
        const auto guard = world_.lock();
        const std::size_t end = std::min(count, i + lengthsAtOnce);
        encodedForLength_ = 0;
        for (; i < end && encodedForLength_ < 200; ++i) {
            const std::size_t length = lengthOf(part.elements, part.items[i]);
            part.bytes += length;
            if (encoding_ == Encoding::Protobuf)
                part.bytes += varintSize(key(part.tag)) + varintSize(length);
        }
    }
    if (encoding_ == Encoding::Json && count > 0)
        part.bytes += count - 1; // commas
}

std::size_t StateAnswer::measureParts(OutlineParts& parts, const std::atomic<bool>* go) {
    std::size_t sum = 0;
    for (OutlinePart& part : parts) {
        if (part.kind == OutlinePart::Kind::Text) {
            part.bytes = part.text.size();
        } else if (part.kind == OutlinePart::Kind::List) {
            measureList(part, go);
        } else {
            const std::size_t inside = measureParts(part.parts, go);
            part.text.clear();
            appendVarint(part.text, key(part.tag));
            appendVarint(part.text, inside);
            part.bytes = part.text.size() + inside;
        }
        sum += part.bytes;
    }
    return sum;
}

namespace {

/// Messages become their head and what is inside.
void flatten(OutlineParts& from, OutlineParts& to) {
    for (OutlinePart& part : from) {
        OutlineParts inside = std::move(part.parts);
        part.parts.clear();
        if (part.kind == OutlinePart::Kind::Message)
            part.kind = OutlinePart::Kind::Text;
        to.push_back(std::move(part));
        flatten(inside, to);
    }
}

} // namespace

std::size_t StateAnswer::measure(const std::atomic<bool>* go) {
    if (!measured_) {
        measured_ = true;
        bytes_ = measureParts(parts_, go);
        OutlineParts flat;
        flatten(parts_, flat);
        parts_ = std::move(flat);
    }
    return bytes_;
}

void StateAnswer::begin(std::string text) {
    parts_.insert(parts_.begin(), outlineText(std::move(text)));
}

void StateAnswer::appendElement(std::string& out, const OutlinePart& part, const void* element) {
    const auto saved = saved_.find(element);
    if (encoding_ == Encoding::Json) {
        if (element_ > 0)
            out += ',';
        if (saved == saved_.end())
            encode(out, part.elements, element);
        else
            out += saved->second;
    } else {
        scratch_.clear();
        if (saved == saved_.end())
            encode(scratch_, part.elements, element);
        const std::string& bytes = saved == saved_.end() ? scratch_ : saved->second;
        appendVarint(out, key(part.tag));
        appendVarint(out, bytes.size());
        out += bytes;
    }
    if (saved != saved_.end())
        saved_.erase(saved);
}

void StateAnswer::appendList(std::string& out, OutlinePart& part) {
    const auto guard = world_.lock();
    for (; element_ < part.items.size() && out.size() < slice; ++element_)
        appendElement(out, part, part.items[element_]);
    if (element_ < part.items.size())
        return;
    --(isTask(part.elements) ? taskLists_ : agentLists_);
    part.items = {};
    element_ = 0;
    ++part_;
}

bool StateAnswer::next(std::string& out) {
    if (encoding_ == Encoding::Protobuf)
        measure();
    out.clear();
    while (part_ < parts_.size() && out.size() < slice) {
        if (parts_[part_].kind == OutlinePart::Kind::List)
            appendList(out, parts_[part_]);
        else
            out += parts_[part_++].text;
    }
    return !out.empty();
}

void StateAnswer::taskChanges(const Task& task) {
    if (taskLists_ > 0 && task.serial < firstLater_)
        save(Elements::Task, &task);
}

void StateAnswer::agentChanges(const Agent& agent) {
    if (agentLists_ > 0)
        save(Elements::Agent, &agent);
}

void StateAnswer::save(Elements kind, const void* element) {
    const auto [place, fresh] = saved_.try_emplace(element);
    if (fresh)
        encode(place->second, kind, element);
}

StateAnswers::StateAnswers(World& world) : world_(world) {
    world_.addObserver(this);
}

StateAnswers::~StateAnswers() {
    world_.removeObserver(this);
}

std::shared_ptr<StateAnswer> StateAnswers::open(Encoding encoding, OutlineParts outline, ElementWriters writers) {
    auto answer = std::make_shared<StateAnswer>(world_, encoding, std::move(outline), std::move(writers));
    std::vector<std::shared_ptr<const Task>> ended;
    for (const auto& framework : world_.frameworks()) {
        ended.insert(ended.end(), framework->unreachable.begin(), framework->unreachable.end());
        ended.insert(ended.end(), framework->completed.begin(), framework->completed.end());
    }
    answer->keep(std::move(ended));
    std::erase_if(open_, [](const auto& known) { return known.expired(); });
    open_.push_back(answer);
    return answer;
}

void StateAnswers::taskChanges(const Task& task) {
    for (const auto& known : open_)
        if (const auto answer = known.lock())
            answer->taskChanges(task);
}

void StateAnswers::agentChanges(const Agent& agent) {
    for (const auto& known : open_)
        if (const auto answer = known.lock())
            answer->agentChanges(agent);
}

} // namespace mesoscope::demo

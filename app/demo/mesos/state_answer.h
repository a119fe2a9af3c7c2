// Answers that show every task or agent, given out in pieces. A state of 400,000 tasks is a gigabyte of JSON: encoding
// it whole would keep the world standing for seconds. So an answer notes at one moment which tasks and agents it shows
// and encodes each of them when its turn comes; one that changes before its turn is encoded just before it changes.
//
// Threads: StateAnswers::open() and the notices of changes under the world's lock; measure(), begin() and next() on the
// thread of the connection, which take the lock for about a millisecond at a time.
#pragma once

#include "app/demo/mesos/message_writer.h"
#include "app/demo/world/world.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace mesoscope::demo {

/// Write one element: an object in JSON, the bytes of a message in protobuf.
struct ElementWriters {
    std::function<void(std::string&, const Task&)> task;
    std::function<void(std::string&, const Agent&)> agent;
    std::function<void(std::string&, const Agent&)> recovered;
};

class StateAnswer {
public:
    StateAnswer(const World& world, Encoding encoding, OutlineParts outline, ElementWriters writers);

    /// The bytes of the whole answer. Lengths that are not known yet are found by encoding, and remembered by tasks and
    /// agents until they change; so only for writers of the v1 messages. Given up when *go is false.
    std::size_t measure(const std::atomic<bool>* go = nullptr);
    /// Text before everything else, after measure() and before the first next().
    void begin(std::string text);
    /// Replaces out by the next piece, some hundred kilobytes; false when there is none.
    bool next(std::string& out);

    void taskChanges(const Task& task);
    void agentChanges(const Agent& agent);
    /// Tasks that the world may let go while they are listed here.
    void keep(std::vector<std::shared_ptr<const Task>> tasks) { kept_ = std::move(tasks); }

private:
    void note(const OutlineParts& parts);
    std::size_t measureParts(OutlineParts& parts, const std::atomic<bool>* go);
    void measureList(OutlinePart& part, const std::atomic<bool>* go);
    std::uint32_t& knownLength(Elements kind, const void* element) const;
    std::size_t lengthOf(Elements kind, const void* element);
    void encode(std::string& out, Elements kind, const void* element) const;
    void appendList(std::string& out, OutlinePart& part);
    void appendElement(std::string& out, const OutlinePart& part, const void* element);
    void save(Elements kind, const void* element);

    const World& world_;
    Encoding encoding_;
    OutlineParts parts_;
    ElementWriters writers_;
    std::uint64_t firstLater_; ///< tasks from this serial on came after this answer was opened
    int taskLists_ = 0;        ///< not written to their end
    int agentLists_ = 0;
    std::vector<std::shared_ptr<const Task>> kept_;
    std::unordered_map<const void*, std::string> saved_; ///< as they were, of those that changed since
    std::string scratch_;
    bool measured_ = false;
    std::size_t bytes_ = 0;
    std::size_t encodedForLength_ = 0;
    std::size_t part_ = 0;
    std::size_t element_ = 0;
};

/// Opens answers and tells those that are under way of every change.
class StateAnswers : public WorldObserver {
public:
    explicit StateAnswers(World& world);
    ~StateAnswers() override;
    std::shared_ptr<StateAnswer> open(Encoding encoding, OutlineParts outline, ElementWriters writers);

    void taskChanges(const Task& task) override;
    void agentChanges(const Agent& agent) override;

private:
    World& world_;
    std::vector<std::weak_ptr<StateAnswer>> open_;
};

} // namespace mesoscope::demo

#include "models/appspec/rules/marathon_memory.h"

namespace mesoscope::appspec::marathon {

Memory::EntryPtr Memory::find(std::string_view raw) {
    const auto found = entries_.constFind(QByteArray::fromRawData(raw.data(), qsizetype(raw.size())));
    if (found == entries_.cend())
        return nullptr;
    (*found)->used = round_;
    return *found;
}

Memory::EntryPtr Memory::add(std::string_view raw, App parsed) {
    auto entry = std::make_shared<Entry>();
    entry->parsed = std::move(parsed);
    entry->used = round_;
    entries_.insert(QByteArray(raw.data(), qsizetype(raw.size())), entry);
    return entry;
}

void Memory::end() {
    qsizetype fresh = 0;
    for (const EntryPtr& entry : std::as_const(entries_))
        fresh += entry->used == round_;
    // Undo brings the last few texts back, so some of them are worth keeping.
    if (entries_.size() < fresh + 64)
        return;
    entries_.removeIf([this](const auto& it) { return it.value()->used != round_; });
}

} // namespace mesoscope::appspec::marathon

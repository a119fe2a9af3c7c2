#include "models/appspec/document.h"

#include <QStringList>

#include <algorithm>

namespace mesoscope::appspec {

Document::Document(const QByteArray& text) : text_(text), saved_(text) {}

std::shared_ptr<const JsonTree> Document::parsed() const {
    if (!parsed_) {
        parsed_ = std::make_shared<const JsonTree>(earlier_ ? JsonTree::reparse(*earlier_, text_, since_)
                                                            : JsonTree::parse(text_));
        if (parsed_->isValid())
            lastValid_ = parsed_;
    }
    return parsed_;
}

void Document::adopt(quint64 revision, const std::shared_ptr<const JsonTree>& tree) {
    if (tree->isValid())
        lastValid_ = tree;
    if (revision == revision_)
        parsed_ = tree;
}

std::shared_ptr<const JsonTree> Document::lastValid() const {
    // Ordinary documents parse in no time; only of huge ones an older tree is good enough until a worker is done.
    constexpr qsizetype huge = 200'000;
    if (!lastValid_ || text_.size() < huge)
        parsed();
    return lastValid_ ? lastValid_ : parsed_;
}

const LineIndex& Document::lines() const {
    if (!lines_)
        lines_.emplace(text_);
    return *lines_;
}

QString Document::apply(const EditResult& result, const QString& mergeKey) {
    if (result.ok() && result.edit)
        record(*result.edit, mergeKey);
    return result.error;
}

QString Document::setValue(const QString& pointer, const QByteArray& json) {
    return apply(patch::set(*parsed(), pointer, json), QLatin1String("set ") + pointer);
}

QString Document::insertValue(const QString& pointer, const QByteArray& json) {
    return apply(patch::insert(*parsed(), pointer, json), {});
}

QString Document::removeValue(const QString& pointer) {
    return apply(patch::remove(*parsed(), pointer), {});
}

QString Document::renameKey(const QString& pointer, const QString& key) {
    return apply(patch::rename(*parsed(), pointer, key), {});
}

QString Document::moveElement(const QString& pointer, int to) {
    return apply(patch::move(*parsed(), pointer, to), {});
}

void Document::replaceText(const TextEdit& edit) {
    // Characters typed one after another undo together, until a new line or another place.
    const bool typed = edit.length == 0 && edit.bytes.size() <= 4 && !edit.bytes.contains('\n');
    record(edit, typed ? QStringLiteral("type") : QString());
}

void Document::setText(const QByteArray& text) {
    if (text == text_)
        return;
    qsizetype head = 0;
    const qsizetype most = std::min(text.size(), text_.size());
    while (head < most && text[head] == text_[head])
        ++head;
    qsizetype tail = 0;
    while (tail < most - head && text[text.size() - 1 - tail] == text_[text_.size() - 1 - tail])
        ++tail;
    replaceText({quint32(head), quint32(text_.size() - head - tail), text.mid(head, text.size() - head - tail)});
}

void Document::record(const TextEdit& edit, const QString& mergeKey) {
    const qsizetype offset = std::min<qsizetype>(edit.offset, text_.size());
    const QByteArray before = text_.mid(offset, edit.length);
    if (before == edit.bytes)
        return;
    changes_.resize(size_t(done_));
    Change* const last = changes_.empty() ? nullptr : &changes_.back();
    const bool sameKey = last && !mergeKey.isEmpty() && last->mergeKey == mergeKey;
    if (sameKey && mergeKey == QLatin1String("type") && last->offset + last->after.size() == offset) {
        last->after += edit.bytes;
    } else if (sameKey && mergeKey != QLatin1String("type") && last->offset == offset && last->after == before) {
        last->after = edit.bytes;
    } else {
        changes_.push_back({quint32(offset), before, edit.bytes, mergeKey});
        ++done_;
    }
    replace(quint32(offset), before.size(), edit.bytes);
}

void Document::replace(quint32 offset, qsizetype length, const QByteArray& bytes) {
    const Replacement change{offset, quint32(length), quint32(bytes.size())};
    if (parsed_ && parsed_->isValid()) {
        earlier_ = parsed_;
        since_ = change;
    } else if (earlier_) {
        since_ = since_.then(change);
    }
    text_.replace(qsizetype(offset), length, bytes);
    parsed_.reset();
    lines_.reset();
    ++revision_;
}

void Document::undo() {
    if (!canUndo())
        return;
    const Change& change = changes_[size_t(--done_)];
    replace(change.offset, change.after.size(), change.before);
}

void Document::redo() {
    if (!canRedo())
        return;
    const Change& change = changes_[size_t(done_++)];
    replace(change.offset, change.before.size(), change.after);
}

QString Document::pointerAt(Position position) const {
    const std::shared_ptr<const JsonTree> tree = parsed();
    return tree->isValid() ? tree->pointerOf(tree->valueAt(lines().offset(position))) : QString();
}

Position Document::positionOf(const QString& pointer) const {
    const JsonValue value = parsed()->nearest(pointer);
    return value.isValid() ? lines().position(value.begin()) : Position{};
}

} // namespace mesoscope::appspec

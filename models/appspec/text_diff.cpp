#include "models/appspec/diff.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wdeprecated-copy"
#include <dtl/dtl.hpp>
#pragma GCC diagnostic pop

#include <string>
#include <vector>

namespace mesoscope::appspec {
namespace {

using Lines = std::vector<std::string>;

Lines linesOf(const QByteArray& text) {
    Lines lines;
    for (const QByteArray& line : text.split('\n'))
        lines.push_back(line.toStdString());
    if (!lines.empty() && lines.back().empty())
        lines.pop_back();
    return lines;
}

class Writer {
public:
    void add(TextLine::Kind kind, const std::string& text) {
        TextLine line;
        line.kind = kind;
        line.text = QString::fromStdString(text);
        if (kind != TextLine::Kind::Added)
            line.before = ++before_;
        if (kind != TextLine::Kind::Removed)
            line.after = ++after_;
        lines_.append(line);
    }
    QList<TextLine> take() { return std::move(lines_); }

private:
    QList<TextLine> lines_;
    int before_ = 0;
    int after_ = 0;
};

void middle(const Lines& was, const Lines& is, Writer& writer) {
    // Beyond this the exact answer costs more than it tells: everything old goes, everything new comes.
    if (was.empty() || is.empty() || was.size() + is.size() > 20000) {
        for (const std::string& line : was)
            writer.add(TextLine::Kind::Removed, line);
        for (const std::string& line : is)
            writer.add(TextLine::Kind::Added, line);
        return;
    }
    dtl::Diff<std::string, Lines> diff(was, is);
    diff.onHuge();
    diff.compose();
    for (const auto& [text, info] : diff.getSes().getSequence()) {
        const TextLine::Kind kind = info.type == dtl::SES_ADD      ? TextLine::Kind::Added
                                    : info.type == dtl::SES_DELETE ? TextLine::Kind::Removed
                                                                   : TextLine::Kind::Same;
        writer.add(kind, text);
    }
}

} // namespace

QList<TextLine> diffText(const QByteArray& before, const QByteArray& after) {
    const Lines was = linesOf(before);
    const Lines is = linesOf(after);
    size_t head = 0;
    const size_t most = std::min(was.size(), is.size());
    while (head < most && was[head] == is[head])
        ++head;
    size_t tail = 0;
    while (tail < most - head && was[was.size() - 1 - tail] == is[is.size() - 1 - tail])
        ++tail;
    Writer writer;
    for (size_t i = 0; i < head; ++i)
        writer.add(TextLine::Kind::Same, was[i]);
    const auto cut = [&](const Lines& lines) { return Lines(lines.begin() + long(head), lines.end() - long(tail)); };
    middle(cut(was), cut(is), writer);
    for (size_t i = was.size() - tail; i < was.size(); ++i)
        writer.add(TextLine::Kind::Same, was[i]);
    return writer.take();
}

} // namespace mesoscope::appspec

#include "app/demo/marathon/label_selector.h"

#include "app/demo/marathon/violations.h"

#include <algorithm>
#include <cctype>

namespace mesoscope::demo::marathon {

namespace {

class Parser {
public:
    explicit Parser(const std::string& text) : text_(text) {}

    void blanks() {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])))
            ++at_;
    }

    bool sign(const std::string& wanted) {
        blanks();
        if (text_.compare(at_, wanted.size(), wanted) != 0)
            return false;
        at_ += wanted.size();
        return true;
    }

    /// A word that ends at a blank, comma, bracket or operator; a backslash takes the next character as it is.
    std::string word() {
        blanks();
        std::string result;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '\\' && at_ + 1 < text_.size()) {
                result += text_[at_ + 1];
                at_ += 2;
                continue;
            }
            if (std::isspace(static_cast<unsigned char>(c)) || std::string(",()=!\\").find(c) != std::string::npos)
                break;
            result += c;
            ++at_;
        }
        return result;
    }

    bool wordIs(const std::string& wanted) {
        const std::size_t before = at_;
        if (word() == wanted)
            return true;
        at_ = before;
        return false;
    }

    bool atEnd() {
        blanks();
        return at_ == text_.size();
    }

    std::vector<std::string> set() {
        std::vector<std::string> values;
        if (!sign("("))
            return values;
        do
            values.push_back(word());
        while (sign(","));
        if (!sign(")"))
            values.clear();
        return values;
    }

private:
    const std::string& text_;
    std::size_t at_ = 0;
};

} // namespace

LabelSelector::LabelSelector(const std::string& text) {
    Parser parser(text);
    bool good = true;
    do {
        Term term;
        term.key = parser.word();
        good = !term.key.empty();
        if (parser.sign("==")) {
            term.values = {parser.word()};
        } else if (parser.sign("!=")) {
            term.negated = true;
            term.values = {parser.word()};
        } else if (parser.wordIs("in")) {
            term.values = parser.set();
            good &= !term.values.empty();
        } else if (parser.wordIs("notin")) {
            term.negated = true;
            term.values = parser.set();
            good &= !term.values.empty();
        } else {
            term.exists = true;
        }
        terms_.push_back(std::move(term));
    } while (good && parser.sign(","));
    if (!good || !parser.atEnd())
        throw refusal(422, "Can not parse label selector " + text + ". Reason: end of input expected");
}

bool LabelSelector::matches(const Labels& labels) const {
    return std::all_of(terms_.begin(), terms_.end(), [&](const Term& term) {
        const auto label = labels.find(term.key);
        if (label == labels.end())
            return false;
        if (term.exists)
            return true;
        const bool in = std::find(term.values.begin(), term.values.end(), label->second) != term.values.end();
        return in != term.negated;
    });
}

} // namespace mesoscope::demo::marathon

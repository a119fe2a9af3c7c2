#include "app/demo/marathon/json_text.h"

#include "app/demo/marathon/violations.h"

#include <cctype>
#include <cstdio>

namespace mesoscope::demo::marathon {

namespace {

constexpr const char* expectedTokens = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
constexpr int deepest = 1000;

struct Complaint {
    std::string text;
};

std::string quotedCharacter(unsigned char c) {
    char text[48];
    if (c < 32)
        std::snprintf(text, sizeof text, "(CTRL-CHAR, code %d)", c);
    else
        std::snprintf(text, sizeof text, "'%c' (code %d)", c, c);
    return text;
}

/// Checks the text; the value itself is built by the JSON library once the text is known to be good.
class Checker {
public:
    explicit Checker(const std::string& text) : text_(text) {}

    void run() {
        skipBlanks();
        value("root", 0);
        skipBlanks();
        if (at_ < text_.size())
            trailing();
    }

private:
    [[noreturn]] void complain(const std::string& text) const { throw Complaint{text}; }

    [[noreturn]] void unexpected(const std::string& wanted) const {
        const auto c = static_cast<unsigned char>(text_[at_]);
        if (c == '/')
            complain("Unexpected character ('/' (code 47)): maybe a (non-standard) comment? (not recognized as one "
                     "since Feature "
                     "'ALLOW_COMMENTS' not enabled for parser)");
        if (c >= 128)
            badUtf8Check();
        complain("Unexpected character (" + quotedCharacter(c) + "): " + wanted);
    }

    void badUtf8Check() const {
        const auto c = static_cast<unsigned char>(text_[at_]);
        if (c < 0xC2 || c > 0xF4) {
            char text[48];
            std::snprintf(text, sizeof text, "Invalid UTF-8 start byte 0x%02x", c);
            complain(text);
        }
    }

    std::string source() const {
        const std::size_t shown = 500;
        std::string result = "(byte[])\"" + text_.substr(0, shown) + "\"";
        if (text_.size() > shown)
            result += "[truncated " + std::to_string(text_.size() - shown) + " bytes]";
        return result;
    }

    std::string place(std::size_t at) const {
        std::size_t line = 1;
        std::size_t start = 0;
        for (std::size_t i = 0; i < at; ++i) {
            if (text_[i] == '\n') {
                ++line;
                start = i + 1;
            }
        }
        return "[Source: " + source() + "; line: " + std::to_string(line) +
               ", column: " + std::to_string(at - start + 1) + "]";
    }

    [[noreturn]] void missingClose(const char* what, std::size_t opened) const {
        complain(std::string("Unexpected end-of-input: expected close marker for ") + what + " (start marker at " +
                 place(opened) + ")");
    }

    void skipBlanks() {
        while (at_ < text_.size() &&
               (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r'))
            ++at_;
    }

    void value(const char* within, int depth) {
        if (depth > deepest)
            complain("Document nests too deep");
        if (at_ >= text_.size())
            complain(std::string("Unexpected end-of-input within/between ") + within + " entries");
        const char c = text_[at_];
        if (c == '{')
            object(depth);
        else if (c == '[')
            array(depth);
        else if (c == '"')
            string("VALUE_STRING");
        else if (c == '-' || std::isdigit(static_cast<unsigned char>(c)))
            number();
        else
            word();
    }

    void object(int depth) {
        const std::size_t opened = at_++;
        bool first = true;
        while (true) {
            skipBlanks();
            if (at_ >= text_.size())
                missingClose("Object", opened);
            if (first && text_[at_] == '}')
                break;
            if (!first) {
                if (text_[at_] == '}')
                    break;
                if (text_[at_] != ',')
                    unexpected("was expecting comma to separate Object entries");
                ++at_;
                skipBlanks();
                if (at_ >= text_.size())
                    complain("Unexpected end-of-input within/between Object entries");
            }
            first = false;
            key();
            value("Object", depth + 1);
        }
        ++at_;
    }

    void key() {
        if (text_[at_] != '"')
            unexpected("was expecting double-quote to start field name");
        string("field name");
        skipBlanks();
        if (at_ >= text_.size())
            complain("Unexpected end-of-input within/between Object entries");
        if (text_[at_] != ':')
            unexpected("was expecting a colon to separate field name and value");
        ++at_;
        skipBlanks();
    }

    void array(int depth) {
        const std::size_t opened = at_++;
        bool first = true;
        while (true) {
            skipBlanks();
            if (at_ >= text_.size())
                missingClose("Array", opened);
            if (text_[at_] == ']')
                break;
            if (!first) {
                if (text_[at_] != ',')
                    unexpected("was expecting comma to separate Array entries");
                ++at_;
                skipBlanks();
                if (at_ < text_.size() && text_[at_] == ']')
                    unexpected(std::string("expected a valid value ") + expectedTokens);
            }
            first = false;
            value("Array", depth + 1);
        }
        ++at_;
    }

    void string(const char* what) {
        ++at_;
        while (true) {
            if (at_ >= text_.size())
                complain(std::string("Unexpected end-of-input in ") + what);
            const auto c = static_cast<unsigned char>(text_[at_]);
            if (c == '"')
                break;
            if (c < 32)
                complain("Illegal unquoted character (" + quotedCharacter(c) +
                         "): has to be escaped using backslash to be included in " +
                         (std::string(what) == "field name" ? "name" : "string value"));
            if (c == '\\')
                escape();
            else if (c >= 128)
                multiByte();
            else
                ++at_;
        }
        ++at_;
    }

    void escape() {
        ++at_;
        if (at_ >= text_.size())
            complain("Unexpected end-of-input in character escape sequence");
        const char c = text_[at_++];
        if (std::string("\"\\/bfnrt").find(c) != std::string::npos)
            return;
        if (c != 'u')
            complain("Unrecognized character escape " + quotedCharacter(static_cast<unsigned char>(c)));
        for (int i = 0; i < 4; ++i, ++at_) {
            if (at_ >= text_.size())
                complain("Unexpected end-of-input in character escape sequence");
            if (!std::isxdigit(static_cast<unsigned char>(text_[at_])))
                unexpected("expected a hex-digit for character escape sequence");
        }
    }

    void multiByte() {
        badUtf8Check();
        const auto lead = static_cast<unsigned char>(text_[at_++]);
        const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        for (int i = 0; i < more; ++i, ++at_) {
            const auto c = at_ < text_.size() ? static_cast<unsigned char>(text_[at_]) : 0;
            if ((c & 0xC0) != 0x80) {
                char text[48];
                std::snprintf(text, sizeof text, "Invalid UTF-8 middle byte 0x%02x", c);
                complain(text);
            }
        }
    }

    void digits() {
        while (at_ < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_])))
            ++at_;
    }

    void number() {
        if (text_[at_] == '-')
            ++at_;
        if (at_ >= text_.size() || !std::isdigit(static_cast<unsigned char>(text_[at_])))
            complain("Unexpected character (" +
                     quotedCharacter(at_ < text_.size() ? static_cast<unsigned char>(text_[at_]) : ' ') +
                     ") in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value");
        if (text_[at_] == '0' && at_ + 1 < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_ + 1])))
            complain("Invalid numeric value: Leading zeroes not allowed");
        digits();
        if (at_ < text_.size() && text_[at_] == '.') {
            ++at_;
            requireDigit("Decimal point not followed by a digit");
            digits();
        }
        if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
            ++at_;
            if (at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-'))
                ++at_;
            requireDigit("Exponent indicator not followed by a digit");
            digits();
        }
    }

    void requireDigit(const char* why) const {
        if (at_ < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_])))
            return;
        complain("Unexpected character (" +
                 quotedCharacter(at_ < text_.size() ? static_cast<unsigned char>(text_[at_]) : ' ') +
                 ") in numeric value: " + why);
    }

    void word() {
        std::size_t end = at_;
        while (end < text_.size() &&
               (std::isalnum(static_cast<unsigned char>(text_[end])) || text_[end] == '_' || text_[end] == '$'))
            ++end;
        const std::string token = text_.substr(at_, end - at_);
        if (token.empty())
            unexpected(std::string("expected a valid value ") + expectedTokens);
        if (token == "NaN" || token == "Infinity")
            complain("Non-standard token '" + token +
                     "': enable JsonParser.Feature.ALLOW_NON_NUMERIC_NUMBERS to allow");
        if (token != "true" && token != "false" && token != "null")
            complain("Unrecognized token '" + token + "': was expecting " + expectedTokens);
        at_ = end;
    }

    [[noreturn]] void trailing() {
        const char c = text_[at_];
        if (c == '}' || c == ']')
            complain(std::string("Unexpected close marker '") + c + "': expected '" + (c == '}' ? ']' : '}') +
                     "' (for root starting at " + "[Source: " + source() + "; line: 1, column: 0])");
        value("root", 0);
        complain("Trailing token found after value");
    }

    const std::string& text_;
    std::size_t at_ = 0;
};

} // namespace

Json parseBody(const std::string& body) {
    if (body.find_first_not_of(" \t\r\n") == std::string::npos) {
        Refusal empty = refusal(400, "Please specify data in JSON format");
        empty.body["details"] =
            "No content to map due to end-of-input\n at [Source: (byte[])\"" + body + "\"; line: 1, column: 0]";
        throw empty;
    }
    try {
        Checker(body).run();
        return Json::parse(body);
    } catch (const Complaint& complaint) {
        Refusal bad = refusal(400, "Invalid JSON");
        bad.body["details"] = complaint.text;
        throw bad;
    } catch (const Json::exception&) {
        Refusal bad = refusal(400, "Invalid JSON");
        bad.body["details"] = "Numeric value out of range";
        throw bad;
    }
}

} // namespace mesoscope::demo::marathon

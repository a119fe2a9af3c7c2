#include "models/appspec/rules/server_text.h"

#include <QDate>
#include <QRegularExpression>
#include <QTime>

#include <charconv>
#include <cmath>
#include <optional>

namespace mesoscope::appspec {

const char* const idSegmentPattern =
    "^(([a-z0-9]|[a-z0-9][a-z0-9\\-]*[a-z0-9])\\.)*([a-z0-9]|[a-z0-9][a-z0-9\\-]*[a-z0-9])|(\\.|\\.\\.)$";

namespace {

bool isLowerAlnum(QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

QString withPoint(QString digits) {
    return digits.contains(QLatin1Char('.')) ? digits : digits + QLatin1String(".0");
}

bool isHex(QChar c) {
    return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
}

/// Characters of one component; percent escapes must be whole, what is not ASCII is fine unless it is white or a
/// control.
bool componentChars(QStringView text, const char* extra) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'%') {
            if (i + 2 >= text.size() || !isHex(text[i + 1]) || !isHex(text[i + 2]))
                return false;
            i += 2;
            continue;
        }
        if (c.unicode() >= 0x80) {
            if (c.isSpace() || (c.unicode() >= 0x80 && c.unicode() < 0xA0))
                return false;
            continue;
        }
        const bool alnum = isLowerAlnum(c.toLower());
        if (!alnum && !QLatin1String("-_.!~*'()").contains(c) && !QLatin1String(extra).contains(c))
            return false;
    }
    return true;
}

qsizetype firstOf(QStringView text, const char* stops) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (QLatin1String(stops).contains(text[i]))
            return i;
    }
    return text.size();
}

constexpr const char* uriChars = ";/?:@&=+$,[]";

bool authority(QStringView text) {
    const qsizetype at = text.lastIndexOf(u'@');
    QStringView host = at < 0 ? text : text.mid(at + 1);
    if (host.startsWith(u'[')) {
        const qsizetype close = host.indexOf(u']');
        if (close < 2)
            return false;
        const QStringView rest = host.mid(close + 1);
        for (const QChar c : host.mid(1, close - 1)) {
            if (!isHex(c) && c != u':' && c != u'.' && c != u'%')
                return false;
        }
        return rest.isEmpty() || (rest.startsWith(u':') && componentChars(rest.mid(1), ""));
    }
    return componentChars(text, "$,;:@&=+");
}

bool tailOfUri(QStringView text) {
    const qsizetype hash = text.indexOf(u'#');
    const QStringView fragment = hash < 0 ? QStringView() : text.mid(hash + 1);
    const QStringView before = hash < 0 ? text : text.left(hash);
    const qsizetype question = before.indexOf(u'?');
    const QStringView path = question < 0 ? before : before.left(question);
    const QStringView query = question < 0 ? QStringView() : before.mid(question + 1);
    return componentChars(path, "/;:@&=+$,") && componentChars(query, uriChars) && componentChars(fragment, uriChars);
}

bool hierarchical(QStringView text) {
    if (!text.startsWith(QLatin1String("//")))
        return tailOfUri(text);
    text = text.mid(2);
    const qsizetype stop = firstOf(text, "/?#");
    if (stop == 0 && text.isEmpty())
        return false;
    return authority(text.left(stop)) && tailOfUri(text.mid(stop));
}

/// { is special there unless it begins a whole quantifier; elsewhere it is an ordinary character.
bool braceIsQuantifier(const QString& text, qsizetype at) {
    static const QRegularExpression quantifier(QStringLiteral("\\{\\d+(,\\d*)?\\}"));
    const auto match =
        quantifier.match(text, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    return at > 0 && match.hasMatch();
}

/// Classes of characters that the server's library knows by name, among them its own.
bool isCharacterClass(const QString& name) {
    static const QRegularExpression known(QStringLiteral(
        "^\\^?(Lower|Upper|ASCII|Alpha|Digit|Alnum|Punct|Graph|Print|Blank|Cntrl|XDigit|Space|java[A-Z]\\w*|"
        "I[sn]\\w+|L1|LC|LD|all|[CLMNPSZ][a-z]?|(general_category|gc|script|sc|block|blk)=\\w+)$"));
    return known.match(name).hasMatch();
}

/// Turns an expression of the server's library into one of ours that is good or bad alike; nothing when only ours
/// would take it.
class Translation {
public:
    explicit Translation(const QString& text) : text_(text) {}

    std::optional<QString> run() {
        for (at_ = 0; at_ < text_.size() && good_; ++at_) {
            const QChar c = text_[at_];
            if (c == u'\\')
                escape();
            else if (inClass_)
                inClass(c);
            else if (c == u'[')
                openClass();
            else if (c == u'{' && !braceIsQuantifier(text_, at_))
                good_ = false;
            else if (c == u'(' && at_ + 1 < text_.size() && text_[at_ + 1] == u'?')
                group();
            else if (c == u'(' && at_ + 1 < text_.size() && text_[at_ + 1] == u'*')
                good_ = false;
            else
                out_ += c;
        }
        return good_ ? std::optional(out_) : std::nullopt;
    }

private:
    QChar peek(qsizetype ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : QChar(); }

    void inClass(QChar c) {
        inClass_ = c != u']';
        out_ += c;
    }

    void openClass() {
        inClass_ = true;
        out_ += u'[';
        for (const QChar first : {u'^', u']'}) {
            if (peek(1) == first) {
                out_ += first;
                ++at_;
            }
        }
    }

    void escape() {
        const QChar c = peek(1);
        ++at_;
        if (c == u'Q') {
            const qsizetype close = text_.indexOf(QLatin1String("\\E"), at_);
            out_ += QRegularExpression::escape(text_.mid(at_ + 1, close < 0 ? -1 : close - at_ - 1));
            at_ = close < 0 ? text_.size() : close + 1;
        } else if (c == u'u') {
            const QString digits = text_.mid(at_ + 1, 4);
            good_ = digits.size() == 4 && std::all_of(digits.begin(), digits.end(), isHex);
            out_ += QLatin1String("\\x{") + digits + u'}';
            at_ += 4;
        } else if ((c == u'p' || c == u'P') && peek(1) == u'{') {
            const qsizetype close = text_.indexOf(u'}', at_);
            good_ = close > 0 && isCharacterClass(text_.mid(at_ + 2, close - at_ - 2));
            out_ += QLatin1String("\\pL");
            at_ = close;
        } else if (c == u'0') {
            good_ = peek(1) >= u'0' && peek(1) <= u'7';
            out_ += QLatin1String("\\0");
        } else {
            const bool letter = c.unicode() < 128 && c.isLetter();
            good_ = !c.isNull() && (!letter || QLatin1String("tnrfaecxpPdDsSwWhHvVRXbBAGZzEkN").contains(c));
            out_ += QStringLiteral("\\") + c;
        }
    }

    /// What follows (? decides; flags are our own library's as far as both have them.
    void group() {
        static const QRegularExpression flags(QStringLiteral("\\(\\?[idmsuxU]*(-[idmsuxU]*)?([:)])"));
        static const QRegularExpression plain(QStringLiteral("\\(\\?([:=!>]|<[=!]|<[a-zA-Z][a-zA-Z0-9]*>)"));
        const auto anchored = QRegularExpression::AnchorAtOffsetMatchOption;
        const auto flagged = flags.match(text_, at_, QRegularExpression::NormalMatch, anchored);
        const auto other = plain.match(text_, at_, QRegularExpression::NormalMatch, anchored);
        good_ = flagged.hasMatch() || other.hasMatch();
        if (!good_)
            return;
        const QString whole = other.hasMatch() ? other.captured() : flagged.captured();
        out_ +=
            other.hasMatch() ? whole : QLatin1String("(?:") + (whole.endsWith(u')') ? QStringLiteral(")") : QString());
        at_ += whole.size() - 1;
    }

    const QString& text_;
    QString out_;
    qsizetype at_ = 0;
    bool inClass_ = false;
    bool good_ = true;
};

} // namespace

QString serverDouble(double value) {
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("Infinity") : QStringLiteral("-Infinity");
    if (value == 0)
        return std::signbit(value) ? QStringLiteral("-0.0") : QStringLiteral("0.0");
    char buffer[64];
    const double magnitude = std::fabs(value);
    const bool plain = magnitude >= 1e-3 && magnitude < 1e7;
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value,
                                   plain ? std::chars_format::fixed : std::chars_format::scientific)
                         .ptr;
    const QString text = QString::fromLatin1(buffer, qsizetype(end - buffer));
    if (plain)
        return withPoint(text);
    const qsizetype e = text.indexOf(QLatin1Char('e'));
    return withPoint(text.left(e)) + QLatin1Char('E') + QString::number(text.mid(e + 1).toInt());
}

bool isServerRegex(const QString& text) {
    const std::optional<QString> ours = Translation(text).run();
    return ours && QRegularExpression(*ours).isValid();
}

bool isServerUri(const QString& text) {
    const QStringView all(text);
    const qsizetype stop = firstOf(all, ":/?#");
    if (stop >= all.size() || all[stop] != u':')
        return hierarchical(all);
    const QStringView scheme = all.left(stop);
    if (scheme.isEmpty() || !(scheme[0].toLower() >= u'a' && scheme[0].toLower() <= u'z'))
        return false;
    for (const QChar c : scheme) {
        if (!isLowerAlnum(c.toLower()) && c != u'+' && c != u'-' && c != u'.')
            return false;
    }
    const QStringView rest = all.mid(stop + 1);
    if (rest.startsWith(u'/'))
        return hierarchical(rest);
    const qsizetype hash = rest.indexOf(u'#');
    const QStringView opaque = hash < 0 ? rest : rest.left(hash);
    return !opaque.isEmpty() && componentChars(opaque, uriChars) &&
           (hash < 0 || componentChars(rest.mid(hash + 1), uriChars));
}

bool isServerName(QStringView text, bool underscores) {
    if (text.isEmpty() || !isLowerAlnum(text.front()) || !isLowerAlnum(text.back()))
        return false;
    for (const QChar c : text) {
        if (!isLowerAlnum(c) && c != u'-' && !(underscores && c == u'_'))
            return false;
    }
    return true;
}

bool isServerDateTime(const QString& text) {
    static const QRegularExpression form(QStringLiteral(
        "^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d)(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d(:\\d\\d)?)$"));
    const auto match = form.match(text);
    return match.hasMatch() && QDate::fromString(match.captured(1), Qt::ISODate).isValid() &&
           QTime::fromString(match.captured(2) + match.captured(3).left(3), Qt::ISODate).isValid();
}

bool isServerInt(const QString& text) {
    qsizetype i = !text.isEmpty() && (text[0] == u'-' || text[0] == u'+') ? 1 : 0;
    if (i == text.size())
        return false;
    qint64 value = 0;
    for (; i < text.size(); ++i) {
        const int digit = text[i].digitValue();
        if (digit < 0)
            return false;
        value = value * 10 + digit;
        if (value > Q_INT64_C(2147483648))
            return false;
    }
    return value <= 2147483647 || text[0] == u'-';
}

PathId PathId::parse(const QString& text) {
    return {text.split(QLatin1Char('/'), Qt::SkipEmptyParts), text.startsWith(QLatin1Char('/'))};
}

PathId PathId::canonical(const PathId& base) const {
    QStringList resolved;
    const QStringList all = absolute ? segments : base.segments + segments;
    for (const QString& segment : all) {
        if (segment == QLatin1String("."))
            continue;
        if (segment == QLatin1String("..")) {
            if (!resolved.isEmpty())
                resolved.removeLast();
        } else {
            resolved.append(segment);
        }
    }
    return {resolved, true};
}

PathId PathId::parent() const {
    if (segments.size() <= 1)
        return root();
    return {segments.mid(0, segments.size() - 1), absolute};
}

bool PathId::includes(const PathId& other) const {
    return segments.size() <= other.segments.size() &&
           std::equal(segments.begin(), segments.end(), other.segments.begin());
}

QString PathId::toString() const {
    return (absolute ? QStringLiteral("/") : QString()) + segments.join(QLatin1Char('/'));
}

bool isIdSegment(QStringView segment) {
    if (segment == QLatin1String(".") || segment == QLatin1String(".."))
        return true;
    for (const QStringView part : segment.split(u'.')) {
        if (!isServerName(part))
            return false;
    }
    return true;
}

bool matchesIdPattern(QStringView text) {
    for (const QStringView segment : text.split(u'/')) {
        if (!segment.isEmpty() && (segment == QLatin1String(".") || !isIdSegment(segment)))
            return false;
    }
    return true;
}

} // namespace mesoscope::appspec

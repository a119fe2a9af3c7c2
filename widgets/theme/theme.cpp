#include "widgets/theme/theme.h"

#include <QWidget>

#include <algorithm>
#include <cmath>

namespace mesoscope::widgets {

namespace {

Theme makeDay() {
    Theme t;
    t.window = QColor(0xF7F7F5);
    t.surface = QColor(0xFFFFFF);
    t.raised = QColor(0xF0F0ED);
    t.line = QColor(0xDEDEDA);
    t.text = QColor(0x1A1C1E);
    t.secondary = QColor(0x565C63);
    t.disabled = QColor(0x9AA0A6);
    t.accent = QColor(0x1F5FBF);
    t.good = QColor(0x2B7A59);
    t.warning = QColor(0x9A5B00);
    t.bad = QColor(0xB3302A);
    t.unknown = QColor(0x6B7178);
    t.draining = QColor(0x6F48B0);
    t.hover = QColor(0xF4F4F2);
    t.selected = QColor(0xE8F0FA);
    t.control = QColor(0x7E848B);
    t.onAccent = QColor(0xFFFFFF);
    t.barGood = QColor(0x42906E);
    t.barGrey = QColor(0x7E8389);
    t.scrim = QColor(26, 28, 30, 90);
    t.sequential = {QColor(0xE6E9ED), QColor(0xB9C6D6), QColor(0x8AA2BE),
                    QColor(0x587AA3), QColor(0x2F5280), QColor(0x17325A)};
    t.diverging = {QColor(0x17427A), QColor(0x5E84B3), QColor(0xB3C5DA), QColor(0xECECE8),
                   QColor(0xE3C496), QColor(0xBA7F2C), QColor(0x7D4600)};
    t.identity = {QColor(0xC2413A), QColor(0xB5651D), QColor(0x837A16), QColor(0x3C7F54),
                  QColor(0x2C7E8C), QColor(0x3A6CB8), QColor(0x6F51B5), QColor(0xA8447F)};
    return t;
}

Theme makeNight() {
    Theme t;
    t.dark = true;
    t.window = QColor(0x15171A);
    t.surface = QColor(0x1C1F23);
    t.raised = QColor(0x262A30);
    t.line = QColor(0x343940);
    t.text = QColor(0xE7E9EB);
    t.secondary = QColor(0xA4ACB4);
    t.disabled = QColor(0x656D76);
    t.accent = QColor(0x74A9F5);
    t.good = QColor(0x63C29B);
    t.warning = QColor(0xEDB04A);
    t.bad = QColor(0xFF7D74);
    t.unknown = QColor(0x8C949C);
    t.draining = QColor(0xB69CF0);
    t.hover = QColor(0x23272C);
    t.selected = QColor(0x273040);
    t.control = QColor(0x717981);
    t.onAccent = QColor(0x10141A);
    t.barGood = QColor(0x488A6C);
    t.barGrey = QColor(0x7A8188);
    t.scrim = QColor(8, 9, 10, 150);
    t.sequential = {QColor(0x272C33), QColor(0x34465A), QColor(0x456384),
                    QColor(0x5F86B0), QColor(0x86ACD6), QColor(0xB9D4F2)};
    t.diverging = {QColor(0x8FBCF2), QColor(0x5A80AD), QColor(0x35475C), QColor(0x272A2E),
                   QColor(0x5C4626), QColor(0xA67A34), QColor(0xF0B860)};
    t.identity = {QColor(0xD9564E), QColor(0xCF7B2C), QColor(0xA39A2E), QColor(0x4F9A6B),
                  QColor(0x3F98A8), QColor(0x4F86D6), QColor(0x8D70D6), QColor(0xC75C9B)};
    return t;
}

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c) {
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

template<std::size_t N>
QColor onRamp(const std::array<QColor, N>& ramp, double position) {
    const double scaled = std::clamp(position, 0.0, 1.0) * double(N - 1);
    const auto index = std::min<std::size_t>(std::size_t(scaled), N - 2);
    return mixed(ramp[index], ramp[index + 1], scaled - double(index));
}

} // namespace

const Theme& Theme::day() {
    static const Theme theme = makeDay();
    return theme;
}

const Theme& Theme::night() {
    static const Theme theme = makeNight();
    return theme;
}

QColor Theme::tone(Tone tone) const {
    switch (tone) {
    case Tone::Text:
        return text;
    case Tone::Secondary:
        return secondary;
    case Tone::Disabled:
        return disabled;
    case Tone::Accent:
        return accent;
    case Tone::Good:
        return good;
    case Tone::Warning:
        return warning;
    case Tone::Bad:
        return bad;
    case Tone::Unknown:
        return unknown;
    case Tone::Draining:
        return draining;
    }
    return text;
}

QColor Theme::tint(Tone wanted) const {
    switch (wanted) {
    case Tone::Text:
    case Tone::Secondary:
    case Tone::Disabled:
    case Tone::Unknown:
        return raised;
    case Tone::Accent:
        return mixed(surface, accent, dark ? 0.16 : 0.11);
    default:
        return mixed(surface, tone(wanted), dark ? 0.15 : 0.11);
    }
}

QColor Theme::sequentialAt(double position) const {
    return onRamp(sequential, position);
}

QColor Theme::divergingAt(double position) const {
    return onRamp(diverging, (position + 1.0) / 2.0);
}

QPalette Theme::palette() const {
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor& normal, const QColor& off) {
        p.setColor(QPalette::Active, role, normal);
        p.setColor(QPalette::Inactive, role, normal);
        p.setColor(QPalette::Disabled, role, off);
    };
    set(QPalette::Window, window, window);
    set(QPalette::WindowText, text, disabled);
    set(QPalette::Base, surface, window);
    set(QPalette::AlternateBase, raised, raised);
    set(QPalette::Text, text, disabled);
    set(QPalette::PlaceholderText, secondary, disabled);
    set(QPalette::Button, dark ? raised : surface, surface);
    set(QPalette::ButtonText, text, disabled);
    set(QPalette::BrightText, bad, disabled);
    set(QPalette::Highlight, mixed(surface, accent, dark ? 0.34 : 0.22), line);
    set(QPalette::HighlightedText, text, disabled);
    set(QPalette::Link, accent, disabled);
    set(QPalette::LinkVisited, accent, disabled);
    set(QPalette::ToolTipBase, raised, raised);
    set(QPalette::ToolTipText, text, text);
    set(QPalette::Light, raised, raised);
    set(QPalette::Midlight, raised, raised);
    set(QPalette::Mid, line, line);
    set(QPalette::Dark, line, line);
    set(QPalette::Shadow, dark ? QColor(0x0B0C0E) : line, line);
    return p;
}

QColor mixed(const QColor& a, const QColor& b, double amount) {
    const auto f = float(std::clamp(amount, 0.0, 1.0));
    return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * f, a.greenF() + (b.greenF() - a.greenF()) * f,
                            a.blueF() + (b.blueF() - a.blueF()) * f, a.alphaF() + (b.alphaF() - a.alphaF()) * f);
}

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

namespace theme {

const Theme& of(const QPalette& palette) {
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? Theme::night() : Theme::day();
}

const Theme& of(const QWidget* widget) {
    return of(widget->palette());
}

} // namespace theme
} // namespace mesoscope::widgets

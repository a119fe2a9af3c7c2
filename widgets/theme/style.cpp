#include "widgets/theme/style.h"

#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>

namespace mesoscope::widgets {

namespace {

constexpr int scrollThickness = 10;

bool has(const QStyleOption* option, QStyle::StateFlag flag) {
    return option->state.testFlag(flag);
}

void paintCheck(QPainter& painter, const QStyleOption* option) {
    const Theme& theme = theme::of(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool mixedState = has(option, QStyle::State_NoChange);
    const bool on = has(option, QStyle::State_On) || mixedState;
    const QRectF box = option->rect;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(on ? (enabled ? theme.accent : theme.line) : theme.surface);
    painter.drawRoundedRect(box, 3, 3);
    painter.restore();
    if (!on)
        paintOutline(painter, box, enabled ? theme.control : theme.line, 1, 3);
    const QColor sign = enabled ? theme.onAccent : theme.disabled;
    if (on)
        paintGlyph(painter, box, mixedState ? Glyph::Minus : Glyph::Check, sign);
}

void paintRadio(QPainter& painter, const QStyleOption* option) {
    const Theme& theme = theme::of(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(on && enabled ? theme.accent : enabled ? theme.control : theme.line, on ? 4 : 1));
    painter.setBrush(theme.surface);
    painter.drawEllipse(on ? box.adjusted(1.5, 1.5, -1.5, -1.5) : box);
    painter.restore();
}

void paintField(QPainter& painter, const QStyleOption* option) {
    const Theme& theme = theme::of(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool focus = has(option, QStyle::State_HasFocus);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(enabled ? theme.surface : theme.window);
    painter.drawRoundedRect(option->rect, metrics::radius, metrics::radius);
    painter.restore();
    paintOutline(painter, option->rect, focus ? theme.accent : theme.line, focus ? 2 : 1);
}

ButtonLook lookOf(const QStyleOption* option) {
    ButtonLook look;
    look.enabled = has(option, QStyle::State_Enabled);
    look.hover = has(option, QStyle::State_MouseOver);
    look.pressed = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    look.focus = has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
        if (button->features.testFlag(QStyleOptionButton::DefaultButton))
            look.kind = ButtonKind::Primary;
        else if (button->features.testFlag(QStyleOptionButton::Flat))
            look.kind = ButtonKind::Quiet;
    }
    return look;
}

void paintHeaderSection(QPainter& painter, const QStyleOption* option) {
    const Theme& theme = theme::of(option->palette);
    painter.fillRect(option->rect, theme.window);
    painter.setPen(theme.line);
    painter.drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

void paintScrollBar(QPainter& painter, const QStyleOptionSlider* option, const QRect& slider) {
    const Theme& theme = theme::of(option->palette);
    if (option->maximum <= option->minimum)
        return;
    const bool active = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    const int inset = active ? 1 : 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(active ? theme.control : mixed(theme.line, theme.control, 0.45));
    const QRectF handle = QRectF(slider).adjusted(inset, inset, -inset, -inset);
    const double radius = std::min(handle.width(), handle.height()) / 2;
    painter.drawRoundedRect(handle, radius, radius);
    painter.restore();
}

void paintComboBox(QPainter& painter, const QStyleOptionComboBox* option, const QRect& arrow) {
    const Theme& theme = theme::of(option->palette);
    if (option->editable) {
        paintField(painter, option);
    } else {
        ButtonLook look = lookOf(option);
        look.pressed = has(option, QStyle::State_On);
        look.focus = has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
        paintButton(painter, option->rect, theme, look);
    }
    paintGlyph(painter, arrow, Glyph::ChevronDown,
               has(option, QStyle::State_Enabled) ? theme.secondary : theme.disabled);
}

void paintTab(QPainter& painter, const QStyleOption* option) {
    const Theme& theme = theme::of(option->palette);
    const QRect r = option->rect;
    if (has(option, QStyle::State_Selected))
        painter.fillRect(QRect(r.left() + 8, r.bottom() - 1, r.width() - 16, 2), theme.accent);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        paintOutline(painter, r.adjusted(1, 3, -1, -3), theme.accent, 2);
}

void paintMenuPanel(QPainter& painter, const QStyleOption* option) {
    const Theme& theme = theme::of(option->palette);
    painter.fillRect(option->rect, theme.dark ? theme.raised : theme.surface);
    painter.setPen(theme.line);
    painter.drawRect(option->rect.adjusted(0, 0, -1, -1));
}

} // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        paintButton(*painter, option->rect, theme::of(option->palette), lookOf(option));
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheck(*painter, option);
        return;
    case PE_IndicatorRadioButton:
        paintRadio(*painter, option);
        return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            paintField(*painter, option);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractItemView*>(widget))
            paintFocusRing(*painter, option->rect, theme::of(option->palette));
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        paintMenuPanel(*painter, option);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, theme::of(option->palette).raised);
        paintOutline(*painter, option->rect, theme::of(option->palette).line, 1, 1);
        return;
    case PE_FrameTabBarBase:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        paintHeaderSection(*painter, option);
        return;
    case CE_TabBarTabShape:
        paintTab(*painter, option);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option))
            paintScrollBar(*painter, slider, subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    }
    if (control == CC_ComboBox) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            paintComboBox(*painter, combo, subControlRect(control, option, SC_ComboBoxArrow, widget));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollThickness;
    case PM_ScrollBarSliderMin:
        return 28;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return 14;
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 14;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return metrics::gapSmall;
    case PM_DefaultFrameWidth:
        return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returnData) const {
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_ComboBox_Popup:
        return 0;
    case SH_EtchDisabledText:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 350;
    case SH_Menu_SubMenuPopupDelay:
        return 120;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const {
    if (control == CC_ComboBox) {
        const QRect r = option->rect;
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, r, QRect(r.right() - 23, r.top() + (r.height() - 16) / 2, 16, 16));
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, r, r.adjusted(8, 1, -26, -1));
    }
    if (control == CC_ScrollBar && (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine))
        return {};
    if (control == CC_ScrollBar && part == SC_ScrollBarGroove)
        return option->rect;
    if (control == CC_ScrollBar && part == SC_ScrollBarSlider) {
        const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (!slider || slider->maximum <= slider->minimum)
            return option->rect;
        const bool across = slider->orientation == Qt::Horizontal;
        const int room = across ? slider->rect.width() : slider->rect.height();
        const qint64 range = qint64(slider->maximum) - slider->minimum;
        const int length =
            std::clamp(int(qint64(slider->pageStep) * room / (range + slider->pageStep)), std::min(28, room), room);
        const int at = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, room - length,
                                               slider->upsideDown);
        return across ? QRect(slider->rect.left() + at, slider->rect.top(), length, slider->rect.height())
                      : QRect(slider->rect.left(), slider->rect.top() + at, slider->rect.width(), length);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    QSize s = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
    case CT_LineEdit:
    case CT_SpinBox:
        s.setHeight(std::max(metrics::controlHeight, size.height() + 6));
        break;
    case CT_ComboBox:
        return QSize(size.width() + 36, std::max(metrics::controlHeight, size.height() + 6));
    case CT_MenuItem:
        s.setHeight(std::max(s.height(), 26));
        break;
    case CT_TabBarTab:
        s.setHeight(36);
        break;
    default:
        break;
    }
    return s;
}

void Style::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) || qobject_cast<QScrollBar*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace mesoscope::widgets

#include "widgets/controls/choice.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/paint.h"

#include <QAbstractButton>
#include <QEvent>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace mesoscope::widgets {

namespace {

class Segment final : public QAbstractButton {
public:
    explicit Segment(QWidget* parent) : QAbstractButton(parent) {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override {
        const double text = QFontMetricsF(theme::font(Text::Strong)).horizontalAdvance(this->text());
        return {int(std::ceil(text)) + 22, metrics::controlHeight};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme& theme = theme::of(this);
        const QRectF inner = QRectF(rect()).adjusted(0, 1, 0, -1);
        if (isChecked())
            painter.fillRect(inner, isEnabled() ? mixed(theme.raised, theme.text, 0.04) : theme.raised);
        else if (underMouse() && isEnabled())
            painter.fillRect(inner, theme.hover);
        painter.setFont(isChecked() ? theme::font(Text::Strong) : font());
        painter.setPen(!isEnabled() ? theme.disabled : isChecked() ? theme.text : theme.secondary);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

} // namespace

SegmentedChoice::SegmentedChoice(const QString& objectName, const QString& name, const QStringList& options,
                                 QWidget* parent)
    : QWidget(parent) {
    setObjectName(objectName);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 0, 1, 0);
    row->setSpacing(1);
    build(options);
}

void SegmentedChoice::build(const QStringList& options) {
    for (int i = 0; i < options.size(); ++i) {
        auto* segment = new Segment(this);
        segment->setText(options.at(i));
        segment->setObjectName(QStringLiteral("%1-%2").arg(objectName()).arg(i));
        segment->setAccessibleName(QStringLiteral("%1: %2").arg(accessibleName(), options.at(i)));
        segment->installEventFilter(this);
        connect(segment, &QAbstractButton::clicked, this, [this, i] { choose(i); });
        layout()->addWidget(segment);
        segments_.append(segment);
    }
    setCurrent(std::min(current_, int(options.size()) - 1));
}

void SegmentedChoice::setOptions(const QStringList& options) {
    if (options == this->options())
        return;
    qDeleteAll(segments_);
    segments_.clear();
    build(options);
}

QStringList SegmentedChoice::options() const {
    QStringList texts;
    for (const QAbstractButton* segment : segments_)
        texts.append(segment->text());
    return texts;
}

void SegmentedChoice::setCurrent(int index) {
    current_ = index;
    for (int i = 0; i < segments_.size(); ++i) {
        segments_.at(i)->setChecked(i == index);
        segments_.at(i)->setFocusPolicy(i == std::max(index, 0) ? Qt::StrongFocus : Qt::ClickFocus);
    }
    update();
}

void SegmentedChoice::choose(int index) {
    const bool changed = index != current_;
    setCurrent(index);
    if (changed)
        Q_EMIT chosen(index);
}

void SegmentedChoice::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isEnabled() ? theme.surface : theme.window);
    painter.drawRoundedRect(rect(), metrics::radius, metrics::radius);
    paintOutline(painter, rect(), theme.line);
    for (int i = 1; i < segments_.size(); ++i) {
        const int x = segments_.at(i)->x() - 1;
        painter.fillRect(QRect(x, 1, 1, height() - 2), theme.line);
    }
    const bool focus = std::any_of(segments_.begin(), segments_.end(), [](QWidget* s) { return showsFocus(*s); });
    if (focus)
        paintFocusRing(painter, rect(), theme);
}

void SegmentedChoice::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        update();
}

bool SegmentedChoice::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int step = key == Qt::Key_Right || key == Qt::Key_Down ? 1
                     : key == Qt::Key_Left || key == Qt::Key_Up  ? -1
                                                                 : 0;
    if (step == 0)
        return QWidget::eventFilter(watched, event);
    const int index = std::clamp(current_ + step, 0, count() - 1);
    choose(index);
    segments_.at(index)->setFocus(Qt::TabFocusReason);
    return true;
}

Switch::Switch(const QString& text, QWidget* parent) : QCheckBox(text, parent) {
    setAttribute(Qt::WA_Hover);
    setAccessibleName(text);
}

QSize Switch::sizeHint() const {
    return {int(std::ceil(QFontMetricsF(font()).horizontalAdvance(text()))) + 28 + 8, 20};
}

void Switch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = theme::of(this);
    const QRectF track(0, (height() - 14) / 2.0, 26, 14);
    const QColor fill = !isEnabled() ? theme.line : isChecked() ? theme.accent : theme.control;
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(track, 7, 7);
    painter.setBrush(isEnabled() ? (theme.dark && isChecked() ? theme.onAccent : theme.surface) : theme.disabled);
    const double x = isChecked() ? track.right() - 12 : track.left() + 2;
    painter.drawEllipse(QRectF(x, track.top() + 2, 10, 10));
    if (showsFocus(*this))
        paintOutline(painter, track.adjusted(-2, -2, 2, 2).intersected(rect()), theme.accent, 2, 8);
    painter.setPen(isEnabled() ? theme.text : theme.disabled);
    painter.drawText(rect().adjusted(34, 0, 0, 0), int(Qt::AlignVCenter | Qt::TextSingleLine), text());
}

} // namespace mesoscope::widgets

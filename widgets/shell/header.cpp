#include "widgets/shell/header.h"

#include "models/text/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QComboBox>
#include <QFocusEvent>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QPainter>

#include <cmath>

namespace mesoscope::widgets {

namespace {

constexpr int lineHeight = 2;

} // namespace

ClusterButton::ClusterButton(QWidget* parent) : QAbstractButton(parent) {
    setObjectName(QStringLiteral("cluster"));
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCluster(std::nullopt);
}

void ClusterButton::setCluster(const std::optional<ClusterTag>& cluster) {
    cluster_ = cluster;
    setAccessibleName(cluster ? tr("Cluster %1 %2").arg(cluster->name, cluster->environment) : tr("No cluster open"));
    QString tip = tr("Connect to another cluster");
    if (cluster && cluster->readOnly)
        tip = tr("Read-only: no request that changes anything is sent. %1").arg(tip);
    else if (cluster && cluster->protectedCluster)
        tip = tr("Protected: each change asks for the typed cluster name. %1").arg(tip);
    setToolTip(tip);
    updateGeometry();
    update();
}

QSize ClusterButton::sizeHint() const {
    const double width = cluster_
                             ? clusterTagWidth(*cluster_)
                             : 24 + QFontMetricsF(theme::font(Text::Body)).horizontalAdvance(tr("No cluster open"));
    return {int(std::ceil(width)) + 24, 30};
}

void ClusterButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    if (underMouse())
        paintButton(painter, QRectF(rect()).adjusted(0, 0, 0, 0), theme, {ButtonKind::Quiet, true, true, false, false});
    const QRectF room = QRectF(rect()).adjusted(3, 0, -20, 0);
    if (cluster_) {
        paintClusterTag(painter, room, *cluster_, theme);
    } else {
        paintDashedOutline(painter, QRectF(3, height() / 2.0 - 5, 10, 10), theme.secondary);
        painter.setFont(theme::font(Text::Body));
        painter.setPen(theme.text);
        painter.drawText(room.adjusted(18, 0, 0, 0), int(Qt::AlignVCenter), tr("No cluster open"));
    }
    paintGlyph(painter, QRectF(width() - 19, height() / 2.0 - 7, 14, 14), Glyph::ChevronDown, theme.secondary);
    if (hasFocus() && ring_)
        paintOutline(painter, rect(), theme.accent, 2);
}

void ClusterButton::focusInEvent(QFocusEvent* event) {
    ring_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QAbstractButton::focusInEvent(event);
}

PaletteBox::PaletteBox(QWidget* parent) : QAbstractButton(parent) {
    setObjectName(QStringLiteral("palette-box"));
    setAccessibleName(tr("Search or run an action"));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setText(tr("Search or run an action…"));
}

void PaletteBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = theme::of(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(rect(), metrics::radius, metrics::radius);
    const bool strong = hasFocus();
    paintOutline(painter, rect(), strong ? theme.accent : underMouse() ? theme.control : theme.line, strong ? 2 : 1);
    paintGlyph(painter, QRectF(10, 7, 16, 16), Glyph::Search, theme.secondary);
    const double cap = paintKeyCap(&painter, QPointF(width() - 8, height() / 2.0), tr("Ctrl K"), theme);
    painter.setFont(font());
    painter.setPen(theme.secondary);
    const QRectF room(34, 0, width() - 34 - cap - 14, height());
    painter.drawText(room, int(Qt::AlignVCenter | Qt::TextSingleLine),
                     QFontMetricsF(font()).elidedText(text(), Qt::ElideRight, room.width()));
}

Header::Header(QWidget* parent)
    : QWidget(parent), clusterButton_(new ClusterButton), back_(Button::iconOnly(Glyph::Back, tr("Back"))),
      forward_(Button::iconOnly(Glyph::Forward, tr("Forward"))), box_(new PaletteBox), pills_(new QHBoxLayout),
      language_(new QComboBox), theme_(new QComboBox),
      bell_(new Button(Glyph::Bell, QStringLiteral("0"), ButtonKind::Quiet)) {
    setObjectName(QStringLiteral("header"));
    setFixedHeight(metrics::headerHeight + lineHeight);
    back_->setObjectName(QStringLiteral("back"));
    forward_->setObjectName(QStringLiteral("forward"));
    bell_->setObjectName(QStringLiteral("bell"));
    language_->setObjectName(QStringLiteral("language"));
    language_->setAccessibleName(tr("Language"));
    language_->addItem(QStringLiteral("English"), QStringLiteral("en"));
    language_->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    theme_->setObjectName(QStringLiteral("theme"));
    theme_->setAccessibleName(tr("Theme"));
    theme_->addItems({tr("As the system"), tr("Light"), tr("Dark")});

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, lineHeight);
    row->setSpacing(8);
    row->addWidget(clusterButton_);
    row->addSpacing(4);
    row->addWidget(back_);
    row->addWidget(forward_);
    row->addWidget(box_, 1);
    row->addStretch(1);
    pills_->setSpacing(8);
    row->addLayout(pills_);
    row->addWidget(language_);
    row->addWidget(theme_);
    row->addWidget(bell_);
    setNotifications(0);
    setHistory(false, false);

    connect(clusterButton_, &QAbstractButton::clicked, this, &Header::clusterPressed);
    connect(back_, &Button::clicked, this, &Header::backPressed);
    connect(forward_, &Button::clicked, this, &Header::forwardPressed);
    connect(box_, &QAbstractButton::clicked, this, &Header::palettePressed);
    connect(bell_, &Button::clicked, this, &Header::bellPressed);
    connect(theme_, &QComboBox::activated, this, &Header::themeChosen);
    connect(language_, &QComboBox::activated, this,
            [this] { Q_EMIT languageChosen(language_->currentData().toString()); });
}

void Header::setCluster(const std::optional<ClusterTag>& cluster) {
    cluster_ = cluster;
    clusterButton_->setCluster(cluster);
    language_->setVisible(!cluster);
    theme_->setVisible(!cluster);
    bell_->setVisible(cluster.has_value());
    for (FreshnessPill* p : std::as_const(pillOf_))
        p->setReadOnly(cluster && cluster->readOnly && p->status().kind == base::SourceKind::Scheduler);
    update();
}

FreshnessPill* Header::pill(base::SourceKind kind) {
    FreshnessPill*& p = pillOf_[int(kind)];
    if (!p) {
        p = new FreshnessPill(this);
        p->setObjectName(QStringLiteral("source-%1").arg(int(kind)));
        p->setCompact(narrow_);
        pills_->addWidget(p);
        connect(p, &FreshnessPill::retryWanted, this, [this, kind] { Q_EMIT retryPressed(kind); });
    }
    return p;
}

void Header::setSources(const QList<base::SourceStatus>& sources, qint64 nowMs) {
    QList<int> shown;
    for (const base::SourceStatus& status : sources) {
        pill(status.kind)->setStatus(status, nowMs);
        shown.append(int(status.kind));
    }
    for (auto it = pillOf_.begin(); it != pillOf_.end(); ++it)
        it.value()->setVisible(shown.contains(it.key()));
}

void Header::setNotifications(int count) {
    bell_->setText(text::integer(count));
    bell_->setAccessibleName(tr("%Ln notification(s)", nullptr, count));
    bell_->setToolTip(tr("%Ln notification(s)", nullptr, count));
    bell_->updateGeometry();
}

void Header::setHistory(bool back, bool forward) {
    back_->setEnabled(back);
    forward_->setEnabled(forward);
}

void Header::setNarrow(bool narrow) {
    narrow_ = narrow;
    for (FreshnessPill* p : std::as_const(pillOf_))
        p->setCompact(narrow);
}

void Header::setThemeChoice(int choice) {
    theme_->setCurrentIndex(choice);
}

void Header::setLanguage(const QString& code) {
    language_->setCurrentIndex(std::max(0, language_->findData(code)));
}

void Header::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor color = cluster_ ? cluster_->colour : theme::of(this).line;
    const int thick = cluster_ ? lineHeight : 1;
    painter.fillRect(QRect(0, height() - thick, width(), thick), color);
}

} // namespace mesoscope::widgets

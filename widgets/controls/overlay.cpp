#include "widgets/controls/overlay.h"

#include "widgets/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace mesoscope::widgets {

Overlay::Overlay(QWidget* host) : QWidget(host) {
    setObjectName(QStringLiteral("overlay"));
    hide();
    host->installEventFilter(this);
}

void Overlay::setContent(QWidget* content) {
    content_ = content;
    content->setParent(this);
}

void Overlay::open() {
    focusBefore_ = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    if (content_) {
        content_->show();
        content_->setGeometry(contentRect());
    }
    show();
    raise();
    if (content_)
        content_->setFocus(Qt::PopupFocusReason);
}

void Overlay::dismiss() {
    hide();
    if (focusBefore_ && window()->isAncestorOf(focusBefore_))
        focusBefore_->setFocus(Qt::PopupFocusReason);
    focusBefore_ = nullptr;
}

QRect Overlay::contentRect() const {
    const QSize wanted = content_->sizeHint().boundedTo(size() - QSize(32, 32));
    QRect r(QPoint(), wanted);
    r.moveCenter(rect().center());
    return r;
}

void Overlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::of(this).scrim);
}

void Overlay::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT dismissed();
    else
        QWidget::keyPressEvent(event);
}

void Overlay::mousePressEvent(QMouseEvent* event) {
    if (!content_ || !content_->geometry().contains(event->pos()))
        Q_EMIT dismissed();
}

bool Overlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

bool Overlay::focusNextPrevChild(bool next) {
    QWidget* at = QApplication::focusWidget();
    if (!at)
        return true;
    for (QWidget* w = at;;) {
        w = next ? w->nextInFocusChain() : w->previousInFocusChain();
        if (w == at)
            return true;
        const bool takes = isAncestorOf(w) && w->isVisible() && w->isEnabled() && (w->focusPolicy() & Qt::TabFocus) &&
                           !w->focusProxy();
        if (takes) {
            w->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
}

void Overlay::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (content_)
        content_->setGeometry(contentRect());
}

} // namespace mesoscope::widgets

// Whether everything that takes the keyboard has a name for people and one for programs. For tests that link widgets.
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QStringList>
#include <QWidget>

namespace mesoscope::test {

inline bool interactive(const QWidget* widget) {
    if (qobject_cast<const QScrollBar*>(widget) || widget->objectName().startsWith(QLatin1String("qt_")))
        return false;
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractItemView*>(widget) ||
           qobject_cast<const QAbstractSlider*>(widget);
}

/// Parts of a composite (the list inside a combo box, the corner of a table) belong to their owner.
inline bool insideComposite(const QWidget* widget) {
    for (const QWidget* p = widget->parentWidget(); p; p = p->parentWidget()) {
        if (qobject_cast<const QComboBox*>(p) || qobject_cast<const QAbstractItemView*>(p))
            return true;
    }
    return false;
}

/// One line for each widget below root that has no object name or no accessible name.
inline QStringList nameless(const QWidget& root) {
    QStringList found;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (widget->isHidden() || !interactive(widget) || insideComposite(widget))
            continue;
        if (widget->objectName().isEmpty() || widget->accessibleName().isEmpty())
            found.append(QStringLiteral("%1 \"%2\" in %3")
                             .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                  widget->parentWidget()->objectName()));
    }
    return found;
}

} // namespace mesoscope::test

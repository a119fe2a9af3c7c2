// The inspector's column: name and state of one object, then sections with a hairline between them, then what can be
// done. Filled by each page for its own objects.
#pragma once

#include "widgets/controls/bars.h"
#include "widgets/controls/button.h"
#include "widgets/controls/panels.h"
#include "widgets/controls/pills.h"

#include <QGridLayout>
#include <QVBoxLayout>
#include <QWidget>

namespace mesoscope::widgets {

/// GUI thread.
class InspectorPane : public QWidget {
    Q_OBJECT
public:
    InspectorPane(const QString& objectName, const QString& name, QWidget* parent = nullptr);

    /// The first lines; an empty subtitle takes no room.
    void setHead(const QString& name, const Look& state, const QString& subtitle);
    /// A heading and what stands under it. The note is small, at the right of the heading.
    Words* addSection(const QString& heading, QWidget* content, const QString& note = {});
    void addWidget(QWidget* widget);
    void addLine();
    /// Two in a row, in the order they are added; refused ones say why in the line below all.
    Button* addAction(Glyph glyph, const QString& text, const QString& objectName, ButtonKind kind = ButtonKind::Plain);
    /// One sentence that says why some actions are refused; empty hides it.
    void setReason(const QString& reason);
    /// Nothing is inspected: only this sentence.
    void setNothing(const QString& sentence);
    /// Shows the content again after setNothing().
    void setSomething();

private:
    void settle();

    QVBoxLayout* column_;
    QVBoxLayout* sections_;
    QWidget* content_;
    Words* name_;
    StatePill* state_;
    Words* subtitle_;
    QGridLayout* actions_;
    Words* reason_;
    Words* nothing_;
    int count_ = 0;
    bool settling_ = false;
};

/// A hairline.
QWidget* makeLine(QWidget* parent);

} // namespace mesoscope::widgets

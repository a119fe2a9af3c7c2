// Search with tokens: "state:waiting", "not group:/ml", and free text behind them. The box knows no table; whoever owns
// it offers completions and decides which tokens make sense.
#pragma once

#include "widgets/controls/panels.h"

#include <QAbstractListModel>
#include <QLineEdit>
#include <QListView>

namespace mesoscope::widgets {

struct FilterToken {
    QString text; ///< "not group:/ml"
    bool valid = true;
    QString problem; ///< tool tip when not valid
    friend bool operator==(const FilterToken&, const FilterToken&) = default;
};

struct FilterSuggestion {
    QString text;    ///< what is inserted: "group:/shop"
    QString matched; ///< the part that the user typed, shown in accent
    QString detail;  ///< "128 apps"
};

class FilterBox final : public QWidget {
    Q_OBJECT
public:
    FilterBox(const QString& objectName, const QString& placeholder, QWidget* parent = nullptr);

    QStringList tokens() const;
    QString freeText() const;
    /// Tokens and free text in one line, separated by spaces; what setExpression() takes.
    QString expression() const;
    void setExpression(const QString& expression); ///< emits nothing
    /// Words like "group" that make "group:/shop" a token; others are marked as no such field.
    void setFields(const QStringList& fields);
    /// Answer to completionWanted(); an empty list closes the pop-up.
    void setSuggestions(const QList<FilterSuggestion>& suggestions, const QString& footer = {});
    void clear();
    QSize sizeHint() const override { return {380, 28}; }
    QSize minimumSizeHint() const override { return {160, 28}; }

Q_SIGNALS:
    void changed(); ///< tokens or free text, by the user; at every key
    void completionWanted(const QString& typed);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addToken(const QString& text);
    void removeToken(qsizetype index);
    void layTokens();
    void takeTyped();
    bool takeSuggestion();
    bool keyPressed(int key);
    void showPopup();

    QList<FilterToken> tokens_;
    QList<QAbstractButton*> chips_;
    QStringList fields_;
    QHBoxLayout* row_;
    QLineEdit* edit_;
    Button* clear_;
    QFrame* popup_;
    QListView* list_;
    Words* footer_;
};

} // namespace mesoscope::widgets

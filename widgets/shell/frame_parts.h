// The small parts of the window's frame: title row, status line, toasts, and the palette's pages.
#pragma once

#include "models/cluster/snapshot.h"
#include "widgets/controls/panels.h"
#include "widgets/shell/page.h"
#include "widgets/shell/palette.h"

#include <QHash>
#include <QWidget>

class QHBoxLayout;
class QStackedLayout;

namespace mesoscope::widgets {

class TitleRow final : public QWidget {
    Q_OBJECT
public:
    explicit TitleRow(QWidget* parent = nullptr);
    void add(Page* page, QWidget* content);
    void show(Page* page);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* row_;
    Words* title_;
    Words* counts_;
    QWidget* filler_;
    QHash<Page*, QWidget*> contents_;
};

/// What arrives and leaves at the left, what runs at the right, and the time.
class StatusLine final : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);
    void show(const cluster::Snapshot* snapshot, const QString& pageHint, qint64 nowMs);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList left_;
    QString right_;
    QString time_;
};

class ToastStack final : public QWidget {
    Q_OBJECT
public:
    explicit ToastStack(QWidget* window);
    Toast* add(Toast::Kind kind, const QString& title, const QString& text, const QString& action);
    void place();
    /// Closes the newest; false when there is none.
    bool closeNewest();

private:
    void remove(Toast* toast);

    QList<Toast*> toasts_;
};

/// The pages themselves, and what the window can do.
class PageProvider final : public PaletteProvider {
public:
    struct Entry {
        PaletteItem::Kind kind;
        Glyph glyph;
        QString text;
        QString keys;
        std::function<void()> run;
    };
    void set(QList<Entry> entries) { entries_ = std::move(entries); }
    void search(const QString& query, int limit, QObject* context,
                std::function<void(const PaletteAnswer&)> done) override;

private:
    QList<Entry> entries_;
};

/// "scaling /shop/cart 3 → 5: 4 of 5 healthy"; empty when nothing runs.
QString runningActionText(const cluster::Snapshot& snapshot);

} // namespace mesoscope::widgets

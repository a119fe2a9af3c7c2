// The cluster header: which cluster this is, back and forward, the palette's box, how fresh each source is, the bell.
#pragma once

#include "models/base/source_status.h"
#include "widgets/controls/confirm_sheet.h"
#include "widgets/controls/pills.h"

#include <QAbstractButton>
#include <QHash>
#include <QWidget>

#include <optional>

class QComboBox;
class QHBoxLayout;

namespace mesoscope::widgets {

/// Shows the cluster; pressing it leads to the other clusters.
class ClusterButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit ClusterButton(QWidget* parent = nullptr);
    void setCluster(const std::optional<ClusterTag>& cluster);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    std::optional<ClusterTag> cluster_;
    bool ring_ = false; ///< the keyboard led here; a window that opens focuses its first control without being asked
};

/// Looks like a search box, opens the palette.
class PaletteBox final : public QAbstractButton {
    Q_OBJECT
public:
    explicit PaletteBox(QWidget* parent = nullptr);
    QSize sizeHint() const override { return {420, 30}; }
    QSize minimumSizeHint() const override { return {120, 30}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

class Header final : public QWidget {
    Q_OBJECT
public:
    explicit Header(QWidget* parent = nullptr);

    void setCluster(const std::optional<ClusterTag>& cluster);
    void setSources(const QList<base::SourceStatus>& sources, qint64 nowMs);
    void setNotifications(int count);
    void setHistory(bool back, bool forward);
    void setNarrow(bool narrow);
    /// 0 system, 1 light, 2 dark; shown while no cluster is open.
    void setThemeChoice(int choice);
    /// "en" or "zh_CN".
    void setLanguage(const QString& code);

Q_SIGNALS:
    void clusterPressed();
    void backPressed();
    void forwardPressed();
    void palettePressed();
    void bellPressed();
    void retryPressed(mesoscope::base::SourceKind kind);
    void themeChosen(int choice);
    void languageChosen(const QString& code);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    FreshnessPill* pill(base::SourceKind kind);

    std::optional<ClusterTag> cluster_;
    ClusterButton* clusterButton_;
    Button* back_;
    Button* forward_;
    PaletteBox* box_;
    QHBoxLayout* pills_;
    QHash<int, FreshnessPill*> pillOf_;
    QComboBox* language_;
    QComboBox* theme_;
    Button* bell_;
    bool narrow_ = false;
};

} // namespace mesoscope::widgets

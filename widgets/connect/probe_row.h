// One part of a cluster: its address, whether it answers, how fast, and what to do when it does not.
#pragma once

#include "widgets/connect/connect_request.h"
#include "widgets/controls/field.h"

#include <QFrame>

namespace mesoscope::widgets {

class ProbeRow final : public QFrame {
    Q_OBJECT
public:
    ProbeRow(base::SourceKind part, const QString& placeholder, const QString& without, QWidget* parent = nullptr);

    base::SourceKind part() const { return part_; }
    QString address() const;
    void setAddress(const QString& address);
    /// Only when nothing was typed there.
    void suggest(const QString& address);
    void test(ConnectionTester& tester);
    const ProbeResult& result() const { return result_; }
    Edit* edit() const { return edit_; }

Q_SIGNALS:
    void changed(); ///< address or result
    void testWanted();
    void found(const mesoscope::widgets::ProbeResult& result);
    void submitted(); ///< Enter

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void show(const ProbeResult& result);

    base::SourceKind part_;
    QString without_;
    ProbeResult result_;
    QString tested_;
    Words* name_;
    Edit* edit_;
    Words* time_;
    Words* headline_;
    Words* detail_;
    Words* advice_;
    std::unique_ptr<QObject> running_;
};

} // namespace mesoscope::widgets

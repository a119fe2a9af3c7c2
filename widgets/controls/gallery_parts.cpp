#include "widgets/controls/gallery_parts.h"

#include "widgets/controls/bars.h"
#include "widgets/controls/choice.h"
#include "widgets/controls/field.h"
#include "widgets/controls/filter_box.h"
#include "widgets/controls/panels.h"
#include "widgets/controls/pills.h"
#include "widgets/controls/row_delegate.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHeaderView>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>

#include <array>
#include <cmath>
#include <limits>

namespace mesoscope::widgets::gallery {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::Gallery)
};

/// A moment that all ages count from, so that pictures do not change by themselves.
constexpr qint64 now = 1'764'000'000'000;

/// Caption at the left, class name in monospace at the right, a grid of samples beneath.
class Tile final : public QWidget {
public:
    Tile(const QString& caption, const QString& note, const QString& className) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(16, 6, 14, 6);
        column->setSpacing(4);
        auto* head = new QHBoxLayout;
        head->setSpacing(8);
        head->addWidget(new Words(caption, Text::SmallStrong));
        auto* small = new Words(note, Text::Small, Tone::Secondary);
        small->setElided(true);
        head->addWidget(small, 1, Qt::AlignLeft);
        head->addWidget(new Words(className, Text::MonoSmall, Tone::Secondary), 0, Qt::AlignRight);
        column->addLayout(head);
        grid_ = new QGridLayout;
        grid_->setContentsMargins(0, 0, 0, 0);
        grid_->setHorizontalSpacing(10);
        grid_->setVerticalSpacing(3);
        column->addLayout(grid_, 1);
    }
    QGridLayout* grid() const { return grid_; }
    void note(const QString& text, int row, int column) {
        auto* words = new Words(text, Text::Small, Tone::Secondary);
        words->setElided(true);
        grid_->addWidget(words, row, column);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme& theme = theme::of(this);
        painter.fillRect(rect(), theme.surface);
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
        painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.line);
    }

private:
    QGridLayout* grid_;
};

template<typename Widget>
Widget* named(Widget* widget, const QString& name) {
    widget->setObjectName(QStringLiteral("gallery-") + name);
    return widget;
}

base::SourceStatus source(base::SourceKind kind, base::SourceState state, qint64 ageMs) {
    base::SourceStatus s;
    s.kind = kind;
    s.state = state;
    s.lastNewsMs = ageMs < 0 ? 0 : now - ageMs;
    s.staleSinceMs = state == base::SourceState::Stale ? now - ageMs : 0;
    s.retryAtMs = state == base::SourceState::Retrying ? now + 8000 : 0;
    s.eventsPerSecond = 25;
    s.requestsPerSecond = 0.1;
    return s;
}

tables::HealthCounts counts(int wanted, int healthy, int starting, int lost) {
    tables::HealthCounts c;
    c.wanted = wanted;
    c.healthy = healthy;
    c.starting = starting;
    c.lost = lost;
    return c;
}

QWidget* buttonRow(ButtonKind kind, const QString& name, Tile* tile, int row) {
    const std::optional<Glyph> glyph = kind == ButtonKind::Primary  ? std::nullopt
                                       : kind == ButtonKind::Danger ? std::optional(Glyph::Kill)
                                                                    : std::optional(Glyph::Restart);
    const QString text = kind == ButtonKind::Primary  ? Tr::tr("Scale to 5")
                         : kind == ButtonKind::Danger ? Tr::tr("Kill 4…")
                                                      : Tr::tr("Restart…");
    const std::array<ButtonLook, 4> looks{
        ButtonLook{kind, true, false, false, false}, ButtonLook{kind, true, true, false, false},
        ButtonLook{kind, true, true, true, false}, ButtonLook{kind, true, false, false, true}};
    for (int i = 0; i < 4; ++i) {
        auto* button = named(new Button(text, kind), QStringLiteral("%1-%2").arg(name).arg(i));
        button->setGlyph(glyph);
        button->showAs(looks.at(std::size_t(i)));
        tile->grid()->addWidget(button, row, i + 1, Qt::AlignLeft);
    }
    auto* busy = named(new Button(text, kind), name + QStringLiteral("-busy"));
    busy->setBusy(true, kind == ButtonKind::Primary  ? Tr::tr("Scaling to 5…")
                        : kind == ButtonKind::Danger ? Tr::tr("Killing 4…")
                                                     : Tr::tr("Restarting…"));
    tile->grid()->addWidget(busy, row, 5, Qt::AlignLeft);
    auto* refused = named(new Button(text, kind), name + QStringLiteral("-refused"));
    refused->setGlyph(glyph);
    refused->setRefusal(kind == ButtonKind::Primary  ? Tr::tr("app is locked")
                        : kind == ButtonKind::Danger ? Tr::tr("read-only profile")
                                                     : Tr::tr("agent unreachable"));
    auto* both = new QWidget;
    auto* pair = new QHBoxLayout(both);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->addWidget(refused);
    pair->addWidget(new ButtonReason(refused));
    pair->addStretch();
    tile->grid()->addWidget(both, row, 6);
    return tile;
}

std::vector<HistoryStrip::Mark> marks(int passed, int failed, int unknown, int before) {
    std::vector<HistoryStrip::Mark> all(std::size_t(before), HistoryStrip::Mark::Before);
    all.insert(all.end(), std::size_t(passed), HistoryStrip::Mark::Passed);
    all.insert(all.end(), std::size_t(failed), HistoryStrip::Mark::Failed);
    all.insert(all.end(), std::size_t(unknown), HistoryStrip::Mark::Unknown);
    return all;
}

std::vector<double> wave(double base, double amplitude, int gapAt = -1, int jumpAt = -1) {
    std::vector<double> points;
    for (int i = 0; i < 60; ++i) {
        double value = base + amplitude * std::sin(i * 0.9) + amplitude * 0.6 * std::sin(i * 2.3);
        if (jumpAt >= 0)
            value = i < jumpAt ? 2 : 90.0 - (i - jumpAt) * 1.5;
        points.push_back(gapAt >= 0 && i >= gapAt && i < gapAt + 6 ? std::numeric_limits<double>::quiet_NaN() : value);
    }
    return points;
}

QStandardItem* cell(tables::CellKind kind, const QString& text) {
    auto* item = new QStandardItem(text);
    item->setData(int(kind), tables::KindRole);
    return item;
}

void addRow(QStandardItemModel& model, const QString& app, const tables::HealthCounts& health, const QString& state,
            text::Severity severity, tables::StateSign sign, const QString& rate, bool ticked, bool stale) {
    QStandardItem* name = cell(tables::CellKind::Text, app);
    name->setData(ticked ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
    name->setData(stale, tables::StaleRole);
    QStandardItem* bar = cell(tables::CellKind::Health, QString::number(health.healthy));
    bar->setData(QString::number(health.wanted), tables::PairRole);
    bar->setData(QVariant::fromValue(health), tables::HealthRole);
    if (health.lost > 0)
        bar->setData(int(severity), tables::SeverityRole);
    QStandardItem* word = cell(tables::CellKind::State, state);
    word->setData(int(severity), tables::SeverityRole);
    word->setData(int(sign), tables::SignRole);
    model.appendRow({name, bar, word, cell(tables::CellKind::Number, rate)});
}

QStandardItemModel* sampleRows(QObject* parent) {
    auto* model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels(
        {Tr::tr("App"), Tr::tr("Healthy / wanted"), Tr::tr("State"), Tr::tr("Requests/s")});
    model->horizontalHeaderItem(3)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    using S = tables::StateSign;
    using V = text::Severity;
    addRow(*model, QStringLiteral("/shop/price"), counts(24, 24, 0, 0), {}, V::Neutral, S::None,
           QStringLiteral("4,150"), false, false);
    addRow(*model, QStringLiteral("/shop/stock"), counts(18, 18, 0, 0), {}, V::Neutral, S::None,
           QStringLiteral("2,060"), false, false);
    addRow(*model, QStringLiteral("/shop/checkout"), counts(64, 58, 2, 4), Tr::tr("degraded"), V::Bad, S::Degraded,
           QStringLiteral("3,910"), false, false);
    addRow(*model, QStringLiteral("/shop/catalog"), counts(48, 48, 0, 0), {}, V::Neutral, S::None,
           QStringLiteral("5,480"), true, false);
    addRow(*model, QStringLiteral("/shop/cart"), counts(5, 4, 1, 0), Tr::tr("scaling"), V::Progress, S::Deploying,
           QStringLiteral("1,220"), false, false);
    tables::HealthCounts stale = counts(32, 32, 0, 0);
    stale.lastKnown = true;
    addRow(*model, QStringLiteral("/shop/user"), stale, Tr::tr("stale 34 s"), V::Warning, S::Waiting,
           QStringLiteral("2,740"), false, true);
    return model;
}

} // namespace

QWidget* freshness() {
    auto* tile = new Tile(Tr::tr("Freshness pill"), Tr::tr("one per source"), QStringLiteral("FreshnessPill"));
    using K = base::SourceKind;
    using S = base::SourceState;
    base::SourceStatus slow = source(K::Scheduler, S::Live, 6000);
    slow.slow = true;
    base::SourceStatus refused = source(K::Gateway, S::Failed, -1);
    refused.problem.httpStatus = 401;
    const QList<std::pair<base::SourceStatus, QString>> samples{
        {source(K::Master, S::Connecting, -1), Tr::tr("no answer yet")},
        {source(K::Gateway, S::Stale, 34000), Tr::tr("silent for 34 s")},
        {source(K::Master, S::Live, 400), Tr::tr("age of last event")},
        {refused, Tr::tr("its own words")},
        {slow, Tr::tr("answers over 2 s")},
        {source(K::Gateway, S::Retrying, 34000), Tr::tr("click tries now")},
    };
    for (int i = 0; i < samples.size(); ++i) {
        auto* pill = named(new FreshnessPill, QStringLiteral("pill-%1").arg(i));
        pill->setStatus(samples.at(i).first, now);
        tile->grid()->addWidget(pill, i / 2, i % 2 * 2, Qt::AlignLeft);
        tile->note(samples.at(i).second, i / 2, i % 2 * 2 + 1);
    }
    auto* readOnly = named(new FreshnessPill, QStringLiteral("pill-read-only"));
    readOnly->setStatus(source(K::Scheduler, S::Live, 1000), now);
    readOnly->setReadOnly(true);
    auto* replay = named(new FreshnessPill, QStringLiteral("pill-replay"));
    replay->setStatus(source(K::Master, S::Live, 0), now);
    replay->setReplay(QStringLiteral("10:31:07"));
    tile->grid()->addWidget(readOnly, 3, 0, Qt::AlignLeft);
    tile->note(Tr::tr("read-only"), 3, 1);
    tile->grid()->addWidget(replay, 3, 2, Qt::AlignLeft);
    tile->note(Tr::tr("recorded time"), 3, 3);
    return tile;
}

QWidget* taskStates() {
    auto* tile = new Tile(Tr::tr("Task state"), Tr::tr("name as in Mesos, without TASK_"), QStringLiteral("StatePill"));
    using S = master::TaskState;
    using H = master::Health;
    const std::array<std::tuple<S, H, const char*>, 15> states{{{S::Staging, H::NotReported, "STAGING"},
                                                                {S::Starting, H::NotReported, "STARTING"},
                                                                {S::Running, H::NotReported, "RUNNING"},
                                                                {S::Running, H::Healthy, "RUNNING"},
                                                                {S::Running, H::Unhealthy, "RUNNING"},
                                                                {S::Killing, H::NotReported, "KILLING"},
                                                                {S::Finished, H::NotReported, "FINISHED"},
                                                                {S::Killed, H::NotReported, "KILLED"},
                                                                {S::Failed, H::NotReported, "FAILED"},
                                                                {S::Error, H::NotReported, "ERROR"},
                                                                {S::Lost, H::NotReported, "LOST"},
                                                                {S::Unreachable, H::NotReported, "UNREACHABLE"},
                                                                {S::Gone, H::NotReported, "GONE"},
                                                                {S::Dropped, H::NotReported, "DROPPED"},
                                                                {S::Unknown, H::NotReported, "UNKNOWN"}}};
    for (int i = 0; i < int(states.size()); ++i) {
        const auto& [state, health, name] = states.at(std::size_t(i));
        tile->grid()->addWidget(new StatePill(lookOf(state, health)), i / 3, i % 3 * 2, Qt::AlignLeft);
        tile->grid()->addWidget(new Words(QString::fromLatin1(name), Text::MonoSmall, Tone::Secondary), i / 3,
                                i % 3 * 2 + 1);
    }
    return tile;
}

QWidget* agentStates() {
    auto* tile = new Tile(Tr::tr("Agent state"), Tr::tr("the map's textures"), QStringLiteral("StatePill"));
    using S = cluster::AgentState;
    const QList<std::pair<S, QString>> states{
        {S::Active, Tr::tr("sends offers")},       {S::Draining, Tr::tr("tasks end, no offers")},
        {S::Drained, Tr::tr("empty, no offers")},  {S::Deactivated, Tr::tr("tasks stay, no offers")},
        {S::Disconnected, Tr::tr("a moment ago")}, {S::Unreachable, Tr::tr("silent since 10:38:02")},
        {S::Recovering, Tr::tr("not back yet")},   {S::Gone, Tr::tr("never comes back")},
    };
    for (int i = 0; i < states.size(); ++i) {
        tile->grid()->addWidget(new StatePill(lookOf(states.at(i).first)), i / 2, i % 2 * 2, Qt::AlignLeft);
        tile->note(states.at(i).second, i / 2, i % 2 * 2 + 1);
    }
    return tile;
}

QWidget* healthBars() {
    auto* tile = new Tile(Tr::tr("Health bar"), {}, QStringLiteral("HealthBar"));
    tables::HealthCounts unchecked;
    unchecked.wanted = unchecked.unchecked = 860;
    tables::HealthCounts drained = counts(4870, 4864, 0, 0);
    drained.draining = 6;
    tables::HealthCounts last = counts(16, 15, 0, 0);
    last.lastKnown = true;
    const QList<std::tuple<tables::HealthCounts, QString, Tone>> samples{
        {counts(48, 48, 0, 0), Tr::tr("healthy"), Tone::Secondary},
        {counts(64, 58, 2, 4), Tr::tr("degraded"), Tone::Bad},
        {counts(5, 4, 1, 0), Tr::tr("scaling"), Tone::Accent},
        {drained, Tr::tr("6 draining"), Tone::Draining},
        {unchecked, Tr::tr("no check"), Tone::Secondary},
        {last, Tr::tr("last known"), Tone::Secondary},
    };
    for (int i = 0; i < samples.size(); ++i) {
        const auto& [health, word, tone] = samples.at(i);
        auto* bar = new HealthBar;
        bar->setCounts(health);
        tile->grid()->addWidget(bar, i, 0);
        tile->grid()->addWidget(
            new Words(QStringLiteral("%1 / %2").arg(health.healthy + health.unchecked).arg(health.wanted)), i, 1,
            Qt::AlignRight);
        tile->grid()->addWidget(new Words(word, Text::Small, tone), i, 2);
    }
    tile->grid()->setColumnStretch(0, 1);
    return tile;
}

QWidget* sparklines() {
    auto* tile = new Tile(Tr::tr("Sparkline"), Tr::tr("60 points"), QStringLiteral("Sparkline"));
    const QList<std::tuple<std::vector<double>, QString, QString, bool>> samples{
        {wave(90, 2), QStringLiteral("5,480"), Tr::tr("calm"), false},
        {wave(70, 6), QStringLiteral("3,910"), Tr::tr("last marked"), false},
        {wave(0, 0, -1, 44), QStringLiteral("0.41"), Tr::tr("starts at zero"), false},
        {wave(70, 3, 30), QStringLiteral("1,220"), Tr::tr("gap stays open"), false},
        {wave(60, 2), QStringLiteral("2,060"), Tr::tr("stale 34 s"), true},
        {{}, QStringLiteral("–"), Tr::tr("no data"), false},
    };
    for (int i = 0; i < samples.size(); ++i) {
        const auto& [points, value, word, stale] = samples.at(i);
        auto* line = new Sparkline;
        line->setPoints(points, 120);
        line->setStale(stale);
        tile->grid()->addWidget(line, i, 0);
        tile->grid()->addWidget(new Words(value, Text::Body, stale ? Tone::Secondary : Tone::Text), i, 1,
                                Qt::AlignRight);
        tile->note(word, i, 2);
    }
    tile->grid()->setColumnStretch(0, 1);
    return tile;
}

QWidget* historyStrips() {
    auto* tile = new Tile(Tr::tr("History strip"), Tr::tr("30 checks"), QStringLiteral("HistoryStrip"));
    std::vector<HistoryStrip::Mark> one = marks(30, 0, 0, 0);
    one.at(8) = HistoryStrip::Mark::Failed;
    const QList<std::pair<std::vector<HistoryStrip::Mark>, QString>> samples{
        {marks(30, 0, 0, 0), Tr::tr("30 checks passed")},      {one, Tr::tr("1 failed, 3 min 42 s ago")},
        {marks(27, 3, 0, 0), Tr::tr("unhealthy, 3 in a row")}, {marks(4, 0, 0, 26), Tr::tr("started 41 s ago")},
        {marks(7, 0, 23, 0), Tr::tr("not known for 4 min")},   {marks(0, 0, 30, 0), Tr::tr("never reported")},
    };
    for (int i = 0; i < samples.size(); ++i) {
        auto* strip = new HistoryStrip;
        strip->setMarks(samples.at(i).first);
        tile->grid()->addWidget(strip, i, 0);
        tile->note(samples.at(i).second, i, 1);
    }
    return tile;
}

QWidget* keyValues() {
    auto* tile = new Tile(Tr::tr("Key-value panel"), {}, QStringLiteral("KeyValues"));
    auto* panel = named(new KeyValues, QStringLiteral("key-values"));
    KeyValue agent{Tr::tr("agent"), QStringLiteral("bj-b2-agent-047")};
    agent.link = QStringLiteral("agent");
    KeyValue state{Tr::tr("state"), Tr::tr("unreachable 4 min"), Tone::Bad};
    state.glyph = Glyph::LinkBroken;
    KeyValue volume{Tr::tr("volume"), QStringLiteral("247 / 400 GiB")};
    volume.rest = Tr::tr("at 10:38:02");
    KeyValue task{Tr::tr("task id"), QStringLiteral("data_kafka.instance-3f9c1b52-8b1e-11ee-9f4a-0004")};
    task.monospace = true;
    KeyValue health{Tr::tr("health"), Tr::tr("not known for 4 min"), Tone::Unknown};
    health.glyph = Glyph::SourceConnecting;
    panel->setRows({agent, state, volume, task, health});
    tile->grid()->addWidget(panel, 0, 0, Qt::AlignTop);
    return tile;
}

QWidget* progress() {
    auto* tile = new Tile(Tr::tr("Progress"), {}, QStringLiteral("Progress"));
    using S = Progress::State;
    const QList<std::tuple<S, int, int, QString, QString>> samples{
        {S::Running, 4, 5, Tr::tr("4 of 5"), Tr::tr("about 20 s left")},
        {S::Busy, 0, 0, Tr::tr("connecting"), Tr::tr("no known end")},
        {S::Stuck, 0, 1, Tr::tr("0 of 1"), Tr::tr("stuck for 14 min")},
        {S::Done, 64, 64, Tr::tr("64 of 64"), Tr::tr("in 3 min 40 s")},
        {S::Stopped, 18, 30, Tr::tr("18 of 30"), Tr::tr("stopped")},
        {S::Steps, 1, 3, Tr::tr("1 of 3"), Tr::tr("guard attempts")},
    };
    for (int i = 0; i < samples.size(); ++i) {
        const auto& [state, reached, wanted, text, rest] = samples.at(i);
        auto* bar = new Progress;
        bar->setBarWidth(96);
        bar->show(state, reached, wanted, text, rest);
        tile->grid()->addWidget(bar, i, 0);
    }
    return tile;
}

QWidget* mapCells() {
    auto* tile = new Tile(Tr::tr("Map cell"), {}, QStringLiteral("MapCell"));
    using S = MapCell::State;
    const QList<std::pair<S, QString>> cells{
        {S::Lost, Tr::tr("lost")},
        {S::Draining, Tr::tr("draining")},
        {S::Deactivated, Tr::tr("deactivated")},
        {S::LastKnown, Tr::tr("last known")},
        {S::Deploying, Tr::tr("deploying")},
        {S::Selected, Tr::tr("selected")},
        {S::Found, Tr::tr("found")},
        {S::Hidden, Tr::tr("hidden")},
    };
    for (int i = 0; i < cells.size(); ++i) {
        tile->grid()->addWidget(new MapCell(cells.at(i).first), i / 4 * 2, i % 4, Qt::AlignLeft);
        tile->note(cells.at(i).second, i / 4 * 2 + 1, i % 4);
    }
    return tile;
}

QWidget* buttons() {
    auto* tile =
        new Tile(Tr::tr("Button"), Tr::tr("says what it does; destructive is never filled"), QStringLiteral("Button"));
    const QStringList heads{QString(),
                            Tr::tr("rest"),
                            Tr::tr("hover"),
                            Tr::tr("pressed"),
                            Tr::tr("focus"),
                            Tr::tr("busy"),
                            Tr::tr("disabled, with its reason")};
    for (int i = 0; i < heads.size(); ++i)
        tile->note(heads.at(i), 0, i);
    tile->note(Tr::tr("plain"), 1, 0);
    tile->note(Tr::tr("primary"), 2, 0);
    tile->note(Tr::tr("danger"), 3, 0);
    buttonRow(ButtonKind::Plain, QStringLiteral("plain"), tile, 1);
    buttonRow(ButtonKind::Primary, QStringLiteral("primary"), tile, 2);
    buttonRow(ButtonKind::Danger, QStringLiteral("danger"), tile, 3);
    tile->grid()->setColumnStretch(6, 1);
    return tile;
}

QWidget* choices() {
    auto* tile = new Tile(Tr::tr("Segments, check, switch"), {}, QStringLiteral("SegmentedChoice, Switch"));
    auto* tree = new SegmentedChoice(QStringLiteral("gallery-tree"), Tr::tr("Form"),
                                     {Tr::tr("Tree"), Tr::tr("Flat"), Tr::tr("By rack")});
    auto* range = new SegmentedChoice(QStringLiteral("gallery-range"), Tr::tr("Range"),
                                      {QStringLiteral("5 min"), QStringLiteral("17 min"), QStringLiteral("1 h")});
    range->setCurrent(1);
    auto* guard = new SegmentedChoice(QStringLiteral("gallery-guard"), Tr::tr("Guard"),
                                      {Tr::tr("off"), Tr::tr("advise"), Tr::tr("act")});
    guard->setEnabled(false);
    tile->grid()->addWidget(tree, 0, 0, 1, 4, Qt::AlignLeft);
    tile->grid()->addWidget(range, 1, 0, 1, 4, Qt::AlignLeft);
    tile->grid()->addWidget(guard, 2, 0, 1, 4, Qt::AlignLeft);
    const QStringList words{Tr::tr("off"), Tr::tr("on"), Tr::tr("mixed"), Tr::tr("fixed")};
    for (int i = 0; i < 4; ++i) {
        auto* box = named(new QCheckBox(words.at(i)), QStringLiteral("check-%1").arg(i));
        box->setAccessibleName(words.at(i));
        if (i == 2)
            box->setTristate();
        box->setCheckState(i == 0 ? Qt::Unchecked : i == 2 ? Qt::PartiallyChecked : Qt::Checked);
        box->setEnabled(i != 3);
        tile->grid()->addWidget(box, 3, i);
    }
    for (int i = 0; i < 3; ++i) {
        auto* toggle = named(new Switch(i == 2 ? words.at(3) : words.at(i)), QStringLiteral("switch-%1").arg(i));
        toggle->setChecked(i > 0);
        toggle->setEnabled(i < 2);
        tile->grid()->addWidget(toggle, 4, i);
    }
    return tile;
}

QWidget* fields() {
    auto* tile = new Tile(Tr::tr("Field"), {}, QStringLiteral("Field"));
    const auto add = [tile](const QString& name, const QString& label, const QString& note, const QString& text,
                            int at) {
        auto* field = new Field(QStringLiteral("gallery-field-") + name, label);
        field->setNote(note);
        field->setText(text);
        tile->grid()->addWidget(field, at / 3, at % 3);
        return field;
    };
    add(QStringLiteral("path"), Tr::tr("Path"), Tr::tr("plain"), QStringLiteral("/health"), 0)
        ->setHelp(Tr::tr("any 2xx or 3xx passes"));
    Field* focus = add(QStringLiteral("instances"), Tr::tr("Instances"), Tr::tr("focus"), QStringLiteral("64"), 1);
    focus->setNumber(true);
    focus->edit()->showFocused(true);
    focus->setHelp(Tr::tr("Enter checks, Esc reverts"));
    Field* error = add(QStringLiteral("timeout"), Tr::tr("Timeout"), Tr::tr("error"), QStringLiteral("2.5"), 2);
    error->setUnit(QStringLiteral("s"));
    error->setError(Tr::tr("Whole seconds only"));
    Field* warning = add(QStringLiteral("memory"), Tr::tr("Memory"), Tr::tr("warning"), QStringLiteral("24576"), 3);
    warning->setUnit(QStringLiteral("MiB"));
    warning->setWarning(Tr::tr("closest agent misses 1.2 GiB"));
    Field* off = add(QStringLiteral("role"), Tr::tr("Role"), Tr::tr("disabled"), QStringLiteral("shop"), 4);
    off->edit()->setEnabled(false);
    off->setHelp(Tr::tr("set by the group /shop"));
    Field* unit = add(QStringLiteral("grace"), Tr::tr("Grace period"), Tr::tr("with unit"), QStringLiteral("60"), 5);
    unit->setUnit(QStringLiteral("s"));
    unit->setHelp(Tr::tr("default 300"));
    return tile;
}

QWidget* tableRows() {
    auto* tile = new Tile(Tr::tr("Table row"), Tr::tr("plain, hover, current, ticked, changing, stale"),
                          QStringLiteral("RowDelegate"));
    auto* view = named(new QTableView, QStringLiteral("table"));
    view->setAccessibleName(Tr::tr("Sample rows"));
    auto* delegate = new RowDelegate(view);
    delegate->setTicks(true);
    delegate->setHoveredRow(1);
    delegate->setCurrentRow(2);
    view->setModel(sampleRows(view));
    view->setItemDelegate(delegate);
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setStretchLastSection(true);
    view->setColumnWidth(0, 170);
    view->setColumnWidth(1, 170);
    view->setColumnWidth(2, 120);
    view->setMinimumHeight(200);
    tile->grid()->addWidget(view, 0, 0);
    return tile;
}

QWidget* filterBoxes() {
    auto* tile = new Tile(Tr::tr("Filter box"), {}, QStringLiteral("FilterBox"));
    auto* box = new FilterBox(QStringLiteral("gallery-filter"), Tr::tr("name, image, label, state…"));
    box->setFields({QStringLiteral("group"), QStringLiteral("state"), QStringLiteral("rack")});
    box->setExpression(QStringLiteral("not group:/ml state:waiting"));
    tile->grid()->addWidget(box, 0, 0);
    auto* wrong = new FilterBox(QStringLiteral("gallery-filter-wrong"), Tr::tr("name, image, label, state…"));
    wrong->setFields({QStringLiteral("group"), QStringLiteral("state"), QStringLiteral("rack")});
    wrong->setExpression(QStringLiteral("rack:b2 grp:/shop"));
    tile->grid()->addWidget(wrong, 1, 0);
    auto* empty = new FilterBox(QStringLiteral("gallery-filter-empty"), Tr::tr("name, image, label, state…"));
    tile->grid()->addWidget(empty, 2, 0);
    tile->grid()->setRowStretch(3, 1);
    return tile;
}

QWidget* banners() {
    auto* tile = new Tile(Tr::tr("Banner"), Tr::tr("one at a time, the worst; one action"), QStringLiteral("Banner"));
    using K = Banner::Kind;
    const QList<std::tuple<K, QString, QString, QString>> samples{
        {K::Stale, Tr::tr("The gateway is stale since 10:41:33."),
         Tr::tr("Its last state stays readable; writing routes is refused."), Tr::tr("Try now")},
        {K::ReadOnly, Tr::tr("Read-only."), Tr::tr("No request that changes bj-prod leaves this computer."),
         Tr::tr("Edit profile…")},
        {K::Replay, Tr::tr("Replay, 10:31:07."), Tr::tr("Everything here was recorded; actions are off."),
         Tr::tr("Back to live")},
        {K::Error, Tr::tr("Scheduler: 401 Unauthorized."), Tr::tr("Views and drafts are kept."),
         Tr::tr("Sign in again…")},
        {K::Info, Tr::tr("A newer version is installed."),
         Tr::tr("This window still runs the older one; drafts survive the restart."), Tr::tr("Restart Mesoscope")},
    };
    for (int i = 0; i < samples.size(); ++i) {
        const auto& [kind, bold, text, action] = samples.at(i);
        auto* banner = new Banner;
        banner->show(kind, bold, text, action);
        tile->grid()->addWidget(banner, i, 0);
    }
    return tile;
}

QWidget* emptyStates() {
    auto* tile = new Tile(Tr::tr("Empty state"), Tr::tr("five different looks; one sentence, one action"),
                          QStringLiteral("EmptyState"));
    using K = EmptyState::Kind;
    const QList<std::tuple<K, QString, QString, QString>> samples{
        {K::Loading, Tr::tr("Loading tasks"), Tr::tr("8.4 of 31 MB"), QString()},
        {K::KnownEmpty, Tr::tr("No overrides"), Tr::tr("fabio has none, 3 s ago"), Tr::tr("New override…")},
        {K::Unknown, Tr::tr("Usage unknown"), Tr::tr("6 agents silent since 10:38"), Tr::tr("Show 6 agents")},
        {K::Filtered, Tr::tr("No app matches"), Tr::tr("412 apps, 2 filters hide all"), Tr::tr("Clear 2 filters")},
        {K::Error, Tr::tr("Routes not read"), Tr::tr("gw-3: 502 Bad Gateway"), Tr::tr("Try again")},
    };
    for (int i = 0; i < samples.size(); ++i) {
        const auto& [kind, title, text, action] = samples.at(i);
        auto* state = new EmptyState;
        state->setCard(true);
        state->show(kind, title, text, action);
        if (kind == K::Loading)
            state->setProgress(84, 310);
        tile->grid()->addWidget(state, 0, i);
    }
    return tile;
}

QWidget* toasts() {
    auto* tile =
        new Tile(Tr::tr("Toast"), Tr::tr("outcomes only; closes after 8 s, an error stays"), QStringLiteral("Toast"));
    auto* done = new Toast(Toast::Kind::Done, Tr::tr("Draft of /pay/ledger discarded"),
                           Tr::tr("2 changes, kept until this closes"), Tr::tr("Undo"));
    done->hold();
    auto* error = new Toast(Toast::Kind::Error, Tr::tr("Scale /shop/cart to 6 was refused"),
                            QStringLiteral("409: App is locked by one or more deployments."), Tr::tr("Show"));
    for (Toast* toast : {done, error})
        toast->setFixedWidth(430);
    tile->grid()->addWidget(done, 0, 0, Qt::AlignLeft | Qt::AlignTop);
    tile->grid()->addWidget(error, 0, 1, Qt::AlignLeft | Qt::AlignTop);
    tile->grid()->setColumnStretch(2, 1);
    return tile;
}

namespace {

/// Swatch, token and value of the theme that is shown.
class Swatches final : public QWidget {
public:
    Swatches() { setMinimumHeight(54); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme& t = theme::of(this);
        const QList<std::pair<QString, QColor>> tokens{
            {QStringLiteral("window"), t.window},     {QStringLiteral("surface"), t.surface},
            {QStringLiteral("raised"), t.raised},     {QStringLiteral("line"), t.line},
            {QStringLiteral("text"), t.text},         {QStringLiteral("secondary"), t.secondary},
            {QStringLiteral("disabled"), t.disabled}, {QStringLiteral("accent"), t.accent},
            {QStringLiteral("good"), t.good},         {QStringLiteral("warning"), t.warning},
            {QStringLiteral("bad"), t.bad},           {QStringLiteral("unknown"), t.unknown},
            {QStringLiteral("draining"), t.draining}};
        const double step = double(width()) / double(tokens.size());
        for (int i = 0; i < tokens.size(); ++i) {
            const QRectF swatch(i * step, 0, step - 8, 16);
            painter.fillRect(swatch, tokens.at(i).second);
            paintOutline(painter, swatch, t.line, 1, 0);
            painter.setPen(t.text);
            painter.setFont(theme::font(Text::Small));
            painter.drawText(QRectF(i * step, 18, step, 16), Qt::AlignLeft, tokens.at(i).first);
            painter.setPen(t.secondary);
            painter.setFont(theme::font(Text::MonoSmall));
            painter.drawText(QRectF(i * step, 35, step, 16), Qt::AlignLeft, tokens.at(i).second.name().toUpper());
        }
    }
};

} // namespace

QWidget* colours() {
    auto* tile = new Tile(Tr::tr("Colour tokens"), Tr::tr("the same names in both themes"), QStringLiteral("Theme"));
    tile->grid()->addWidget(new Swatches, 0, 0);
    return tile;
}

QWidget* ramps() {
    auto* tile = new Tile(Tr::tr("Ramps"), Tr::tr("by lightness; blue less, orange more"), QStringLiteral("Ramp"));
    const QStringList five{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"),
                           QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("5")};
    const QStringList seven{QStringLiteral("−3"), QStringLiteral("−2"), QStringLiteral("−1"), QStringLiteral("0"),
                            QStringLiteral("+1"), QStringLiteral("+2"), QStringLiteral("+3")};
    tile->grid()->addWidget(new Ramp(Ramp::Kind::Sequential, five), 0, 0);
    tile->grid()->addWidget(new Ramp(Ramp::Kind::Diverging, seven), 0, 1);
    tile->grid()->setHorizontalSpacing(24);
    return tile;
}

} // namespace mesoscope::widgets::gallery

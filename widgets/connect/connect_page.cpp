#include "widgets/connect/connect_page.h"

#include "models/text/format.h"
#include "widgets/connect/probe_row.h"
#include "widgets/connect/scenario_card.h"
#include "widgets/controls/confirm_sheet.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace mesoscope::widgets {

namespace {

constexpr std::array agentChoices{100, 1000, 10000, 40000};
constexpr std::array environments{"dev", "test", "staging", "PROD"};

/// A column of the page: heading, scrolling content, and a foot that stays.
class Column final : public QWidget {
public:
    Column(const QString& name, const QString& title, const QString& text, bool last) : last_(last) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, last ? 0 : 1, 0);
        column->setSpacing(0);
        auto* inner = new QWidget;
        content_ = new QVBoxLayout(inner);
        content_->setContentsMargins(32, 28, 32, 12);
        content_->setSpacing(10);
        content_->addWidget(new Words(title, Text::Title));
        auto* words = new Words(text, Text::Body, Tone::Secondary);
        words->setWordWrap(true);
        content_->addWidget(words);
        auto* area = new QScrollArea;
        area->setObjectName(name);
        area->setFrameShape(QFrame::NoFrame);
        area->setWidgetResizable(true);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area->setFocusPolicy(Qt::NoFocus);
        area->setWidget(inner);
        column->addWidget(area, 1);
        auto* footBox = new QWidget;
        footBox->setFixedHeight(84);
        foot_ = new QHBoxLayout(footBox);
        foot_->setContentsMargins(32, 1, 32, 0);
        foot_->setSpacing(12);
        column->addWidget(footBox);
    }
    QVBoxLayout* content() const { return content_; }
    QHBoxLayout* foot() const { return foot_; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const QColor line = theme::of(this).line;
        painter.fillRect(QRect(0, height() - 84, width(), 1), line);
        if (!last_)
            painter.fillRect(QRect(width() - 1, 0, 1, height()), line);
    }

private:
    QVBoxLayout* content_;
    QHBoxLayout* foot_;
    bool last_;
};

/// A cluster colour to choose.
class Swatch final : public QAbstractButton {
public:
    Swatch(int index, QWidget* parent) : QAbstractButton(parent), index_(index) {
        setObjectName(QStringLiteral("connect-colour-%1").arg(index));
        setAccessibleName(ConnectPage::tr("Colour %1").arg(index + 1));
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setFixedSize(30, 30);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme& theme = theme::of(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.identity.at(std::size_t(index_)));
        painter.drawRoundedRect(QRectF(rect()).adjusted(4, 4, -4, -4), 3, 3);
        if (isChecked())
            paintOutline(painter, QRectF(rect()).adjusted(1, 1, -1, -1), theme.text, 2, 5);
        if (showsFocus(*this))
            paintOutline(painter, rect(), theme.accent, 2, 5);
    }

private:
    int index_;
};

class ProbeCard final : public QFrame {
protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), theme::of(this).surface);
        paintOutline(painter, rect(), theme::of(this).line, 1, 1);
    }
};

/// One cluster to come back to.
class RecentRow final : public QAbstractButton {
public:
    RecentRow(const RecentCluster& recent, int index) : recent_(recent) {
        setObjectName(QStringLiteral("connect-recent-%1").arg(index));
        setAccessibleName(ConnectPage::tr("Open %1").arg(recent.request.name));
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setFixedHeight(64);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Theme& theme = theme::of(this);
        if (underMouse())
            painter.fillRect(rect(), theme.raised);
        const ConnectRequest& r = recent_.request;
        ClusterTag tag{r.name, r.environment, QColor(r.colour), r.protectedCluster, r.readOnly};
        paintClusterTag(painter, QRectF(2, 6, width(), 26), tag, theme);
        painter.setFont(theme::font(Text::Small));
        painter.setPen(theme.secondary);
        painter.drawText(QRectF(0, 6, width() - 2, 26), int(Qt::AlignRight | Qt::AlignVCenter), recent_.when);
        painter.setFont(theme::font(Text::Mono));
        const QString address = !r.master.isEmpty() ? r.master : r.scheduler;
        painter.drawText(QRectF(22, 32, width() - 24, 22), int(Qt::AlignVCenter),
                         elidedMiddle(painter.font(), address, width() - 24));
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
        if (showsFocus(*this))
            paintFocusRing(painter, rect(), theme);
    }

private:
    RecentCluster recent_;
};

template<typename C, typename... Args>
C* addColumn(QList<QVBoxLayout*>& contents, Args&&... args) {
    auto* column = new C(std::forward<Args>(args)...);
    contents.append(column->content());
    return column;
}

QWidget* labelled(QGridLayout* grid, int row, const QString& label) {
    auto* words = new Words(label, Text::Body, Tone::Secondary);
    grid->addWidget(words, row, 0, Qt::AlignTop);
    words->setMinimumHeight(metrics::controlHeight);
    return words;
}

} // namespace

ConnectPage::ConnectPage(ConnectionTester& tester, QWidget* parent)
    : Page(QStringLiteral("connect"), parent), tester_(tester) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(tryColumn(), 30);
    row->addWidget(connectColumn(), 42);
    row->addWidget(backColumn(), 22);
    setRecent({});
    refresh();
    // Not before all columns stand: refresh() speaks of each.
    for (ScenarioCard* card : std::as_const(cards_))
        connect(card, &QAbstractButton::toggled, this, &ConnectPage::refresh);
}

QWidget* ConnectPage::tryColumn() {
    auto* column = addColumn<Column>(contents_, QStringLiteral("connect-try"), tr("Try the demo cluster"),
                                     tr("A cluster inside this program that speaks the real Mesos, Marathon and fabio "
                                        "interfaces on loopback. Nothing leaves this computer."),
                                     false);
    QStringList sizes;
    for (int n : agentChoices)
        sizes.append(text::integer(n));
    agents_ = new SegmentedChoice(QStringLiteral("connect-agents"), tr("Agents"), sizes);
    agents_->setCurrent(1);
    agentsNote_ = new Words({}, Text::Small, Tone::Secondary);
    auto* size = new QHBoxLayout;
    size->setSpacing(10);
    size->addWidget(new Words(tr("Agents"), Text::Body, Tone::Secondary));
    size->addWidget(agents_);
    size->addStretch();
    size->addWidget(agentsNote_);
    column->content()->addLayout(size);
    for (const Scenario& scenario : scenarios()) {
        auto* card = new ScenarioCard(scenario);
        column->content()->addWidget(card);
        card->setChecked(cards_.isEmpty());
        cards_.append(card);
    }
    column->content()->addStretch();
    start_ = new Button(Glyph::Play, QString());
    start_->setObjectName(QStringLiteral("connect-start-demo"));
    auto* note = new Words(tr("the program ends it when you leave"), Text::Small, Tone::Secondary);
    column->foot()->addWidget(start_);
    column->foot()->addStretch();
    column->foot()->addWidget(note);
    connect(agents_, &SegmentedChoice::chosen, this, &ConnectPage::refresh);
    connect(start_, &Button::clicked, this, [this] { Q_EMIT demoWanted(demoRequest()); });
    return column;
}

QWidget* ConnectPage::connectColumn() {
    auto* column =
        addColumn<Column>(contents_, QStringLiteral("connect-connect"), tr("Connect to a cluster"),
                          tr("One address is enough: a master, a scheduler or a gateway. What the master knows of "
                             "the others is filled in."),
                          false);
    auto* head = new QHBoxLayout;
    test_ = new Button(Glyph::Refresh, tr("Test"));
    test_->setObjectName(QStringLiteral("connect-test"));
    summary_ = new Words({}, Text::Small, Tone::Secondary);
    head->addWidget(new Words(tr("Addresses"), Text::Strong));
    head->addStretch();
    head->addWidget(summary_);
    head->addWidget(test_);
    column->content()->addLayout(head);

    parts_ = {new ProbeRow(base::SourceKind::Master, QStringLiteral("http://10.32.0.11:5050"),
                           tr("Left out: Map, Agents and Tasks need it.")),
              new ProbeRow(base::SourceKind::Scheduler, QStringLiteral("http://10.32.0.21:8080"),
                           tr("Left out: Apps and Deployments need it.")),
              new ProbeRow(base::SourceKind::Gateway, QStringLiteral("http://10.32.0.31:9998"),
                           tr("Left out: Gateway and SLO say “no source”; all else works."))};
    auto* card = new ProbeCard;
    auto* rows = new QVBoxLayout(card);
    rows->setContentsMargins(1, 1, 1, 1);
    rows->setSpacing(0);
    for (ProbeRow* part : std::as_const(parts_)) {
        rows->addWidget(part);
        connect(part, &ProbeRow::testWanted, this, [this, part] { part->test(tester_); });
        connect(part, &ProbeRow::changed, this, [this] {
            nameFromAddress();
            refresh();
        });
        connect(part, &ProbeRow::submitted, this, &ConnectPage::submit);
        connect(part, &ProbeRow::found, this, [this](const ProbeResult& result) {
            parts_.at(1)->suggest(result.scheduler);
            parts_.at(2)->suggest(result.gateway);
        });
    }
    column->content()->addWidget(card);
    column->content()->addSpacing(8);
    column->content()->addWidget(aboutRows());
    column->content()->addStretch();

    connect_ = new Button(tr("Connect"), ButtonKind::Primary);
    connect_->setObjectName(QStringLiteral("connect-go"));
    connectHint_ = new Words({}, Text::Small, Tone::Secondary);
    connectHint_->setElided(true);
    column->foot()->addWidget(connect_);
    column->foot()->addWidget(new ButtonReason(connect_));
    column->foot()->addStretch();
    column->foot()->addWidget(connectHint_);
    connect(test_, &Button::clicked, this, &ConnectPage::testAll);
    connect(connect_, &Button::clicked, this, &ConnectPage::submit);
    return column;
}

QWidget* ConnectPage::aboutRows() {
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(14);
    grid->setColumnMinimumWidth(0, 108);
    grid->setColumnStretch(1, 1);

    labelled(grid, 0, tr("Name"));
    name_ = new Edit;
    name_->setObjectName(QStringLiteral("connect-name"));
    name_->setAccessibleName(tr("Name of the cluster"));
    name_->setMaximumWidth(250);
    auto* nameRow = new QHBoxLayout;
    nameRow->addWidget(name_, 1);
    nameRow->addSpacing(16);
    nameRow->addWidget(new Words(tr("Colour"), Text::Body, Tone::Secondary));
    colours_ = new QButtonGroup(this);
    auto* swatches = new QHBoxLayout;
    swatches->setSpacing(1);
    for (int i = 0; i < 8; ++i) {
        auto* swatch = new Swatch(i, box);
        colours_->addButton(swatch, i);
        swatches->addWidget(swatch);
    }
    colours_->button(4)->setChecked(true);
    nameRow->addLayout(swatches);
    nameRow->addStretch();
    grid->addLayout(nameRow, 0, 1);

    labelled(grid, 1, tr("Environment"));
    QStringList names;
    for (const char* e : environments)
        names.append(QString::fromLatin1(e));
    environment_ = new SegmentedChoice(QStringLiteral("connect-environment"), tr("Environment"), names);
    grid->addWidget(environment_, 1, 1, Qt::AlignLeft);

    labelled(grid, 2, tr("Safety"));
    readOnly_ = new QCheckBox(tr("Read-only"));
    protected_ = new QCheckBox(tr("Protected"));
    auto* safety = new QGridLayout;
    safety->setVerticalSpacing(2);
    safety->setHorizontalSpacing(24);
    const auto add = [&](QCheckBox* box_, const QString& id, const QString& text, int at) {
        box_->setObjectName(id);
        box_->setAccessibleName(box_->text());
        box_->setAccessibleDescription(text);
        auto* words = new Words(text, Text::Small, Tone::Secondary);
        words->setWordWrap(true);
        words->setContentsMargins(22, 0, 0, 0);
        safety->addWidget(box_, 0, at);
        safety->addWidget(words, 1, at, Qt::AlignTop);
        safety->setColumnStretch(at, 1);
    };
    add(readOnly_, QStringLiteral("connect-read-only"), tr("no request that changes anything is sent"), 0);
    add(protected_, QStringLiteral("connect-protected"), tr("each change asks for the typed cluster name"), 1);
    grid->addLayout(safety, 2, 1);

    connect(name_, &QLineEdit::textEdited, this, [this] { named_ = true; });
    connect(name_, &QLineEdit::returnPressed, this, &ConnectPage::submit);
    connect(environment_, &SegmentedChoice::chosen, this, [this](int index) {
        if (index == 3)
            protected_->setChecked(true);
    });
    return box;
}

QWidget* ConnectPage::backColumn() {
    auto* column = addColumn<Column>(contents_, QStringLiteral("connect-back"), tr("Come back"),
                                     tr("Nothing is contacted before you open one."), true);
    recent_ = new QVBoxLayout;
    recent_->setSpacing(0);
    column->content()->addLayout(recent_);
    column->content()->addStretch();
    auto* promise =
        new Words(tr("Requests go to the addresses on this page and nowhere else: no account, no telemetry."),
                  Text::Small, Tone::Secondary);
    promise->setWordWrap(true);
    column->foot()->addWidget(promise, 1);
    return column;
}

void ConnectPage::setRecent(const QList<RecentCluster>& recent) {
    while (QLayoutItem* item = recent_->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i < recent.size(); ++i) {
        auto* row = new RecentRow(recent.at(i), int(i));
        recent_->addWidget(row);
        connect(row, &QAbstractButton::clicked, this,
                [this, request = recent.at(i).request] { Q_EMIT connectWanted(request); });
    }
    if (!recent.isEmpty())
        return;
    auto* none = new Words(tr("Clusters that you open are listed here."), Text::Body, Tone::Secondary);
    none->setWordWrap(true);
    recent_->addWidget(none);
}

void ConnectPage::setNarrow(bool narrow) {
    for (ScenarioCard* card : std::as_const(cards_))
        card->setCompact(narrow);
    agentsNote_->setVisible(!narrow);
    for (QVBoxLayout* content : std::as_const(contents_)) {
        content->setContentsMargins(narrow ? 20 : 32, narrow ? 16 : 28, narrow ? 20 : 32, narrow ? 6 : 12);
        content->setSpacing(narrow ? 6 : 10);
    }
}

void ConnectPage::setRequest(const ConnectRequest& request) {
    parts_.at(0)->setAddress(request.master);
    parts_.at(1)->setAddress(request.scheduler);
    parts_.at(2)->setAddress(request.gateway);
    named_ = !request.name.isEmpty();
    name_->setText(request.name);
    const int environment = environment_->options().indexOf(request.environment);
    environment_->setCurrent(std::max(environment, 0));
    for (int i = 0; i < 8; ++i) {
        if (Theme::day().identity.at(std::size_t(i)).name() == request.colour)
            colours_->button(i)->setChecked(true);
    }
    readOnly_->setChecked(request.readOnly);
    protected_->setChecked(request.protectedCluster);
    refresh();
}

ConnectRequest ConnectPage::request() const {
    ConnectRequest r;
    r.master = parts_.at(0)->address();
    r.scheduler = parts_.at(1)->address();
    r.gateway = parts_.at(2)->address();
    r.name = name_->text().trimmed();
    r.environment = environment_->options().value(environment_->current());
    r.colour = Theme::day().identity.at(std::size_t(std::max(0, colours_->checkedId()))).name();
    r.readOnly = readOnly_->isChecked();
    r.protectedCluster = protected_->isChecked();
    return r;
}

DemoRequest ConnectPage::demoRequest() const {
    DemoRequest r;
    r.agents = agentChoices.at(std::size_t(agents_->current()));
    for (const ScenarioCard* card : cards_) {
        if (card->isChecked())
            r.scenario = card->id();
    }
    return r;
}

void ConnectPage::setDemoBusy(bool busy) {
    start_->setBusy(busy, tr("Starting the demo cluster…"));
}

void ConnectPage::testAll() {
    for (ProbeRow* part : std::as_const(parts_))
        part->test(tester_);
    refresh();
}

void ConnectPage::submit() {
    if (connect_->isEnabled() && !connect_->isBusy())
        Q_EMIT connectWanted(request());
}

void ConnectPage::nameFromAddress() {
    if (named_)
        return;
    QString host = parts_.at(0)->address().isEmpty() ? parts_.at(1)->address() : parts_.at(0)->address();
    host = host.section(QStringLiteral("//"), -1).section(QLatin1Char('/'), 0, 0).section(QLatin1Char(':'), 0, 0);
    name_->setText(host);
}

QString ConnectPage::startText() const {
    const DemoRequest demo = demoRequest();
    QString story;
    for (const ScenarioCard* card : cards_) {
        if (card->isChecked())
            story = card->text();
    }
    return tr("Start “%1” with %2").arg(story, tr("%1 agent(s)", nullptr, demo.agents).arg(text::integer(demo.agents)));
}

void ConnectPage::refresh() {
    const int agents = demoRequest().agents;
    agentsNote_->setText(tr("%1 task(s)", nullptr, agents * 10).arg(text::integer(agents * 10)));
    start_->setText(startText());
    start_->setAccessibleName(start_->text());
    int given = 0;
    int answered = 0;
    bool testing = false;
    QStringList silent;
    for (const ProbeRow* part : std::as_const(parts_)) {
        given += part->address().isEmpty() ? 0 : 1;
        answered += part->result().state == ProbeResult::State::Found ? 1 : 0;
        testing = testing || part->result().state == ProbeResult::State::Testing;
        if (part->result().state == ProbeResult::State::Failed)
            silent.append(sourceName(part->part()));
    }
    summary_->setText(given == 0 ? QString() : tr("%1 of %2 answer").arg(answered).arg(given));
    test_->setEnabled(given > 0 && !testing);
    test_->setText(answered + int(silent.size()) > 0 ? tr("Test again") : tr("Test"));
    test_->setAccessibleName(test_->text());
    const bool master = !parts_.at(0)->address().isEmpty();
    const bool scheduler = !parts_.at(1)->address().isEmpty();
    connect_->setRefusal(master || scheduler ? QString() : tr("give the address of a master or a scheduler"));
    connect_->setText(silent.isEmpty() || answered == 0 ? tr("Connect")
                                                        : tr("Connect without %1").arg(silent.join(tr(" and "))));
    connect_->setAccessibleName(connect_->text());
    connectHint_->setText(connect_->isEnabled() ? tr("Enter connects") : QString());
}

} // namespace mesoscope::widgets

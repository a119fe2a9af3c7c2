#include "widgets/agents/roles_pane.h"

#include "models/text/format.h"
#include "models/text/states.h"
#include "widgets/controls/button.h"
#include "widgets/controls/field.h"
#include "widgets/controls/panels.h"
#include "widgets/inspector/pane.h"
#include "widgets/theme/metrics.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace mesoscope::widgets {

namespace {

constexpr const char* kinds[] = {"Cpus", "Mem", "Disk", "Gpus"};

QString plain(double value) {
    return value == 0 ? QString() : QString::number(value, 'g', 12);
}

} // namespace

RolesPane::RolesPane(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("rolesPane"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    table_ = new ObjectTable(tables::rolesTable(), QStringLiteral("rolesTable"), tr("Roles"));
    table_->setStretch("frameworks");
    link_ = std::make_unique<TableLink<tables::TableProjection>>(*table_, [](const tables::TableQuery& query) {
        return std::make_unique<tables::TableProjection>(tables::rolesTable(), query);
    });
    column->addWidget(table_, 1);
    column->addWidget(makeLine(this));
    column->addWidget(buildForm());
    connect(table_, &ObjectTable::currentChangedTo, this, &RolesPane::choose);
    setFocusProxy(table_);
    choose();
}

QWidget* RolesPane::buildForm() {
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(metrics::gapLarge, metrics::gap, metrics::gapLarge, metrics::gap);
    column->setSpacing(metrics::gapSmall);
    auto* head = new QHBoxLayout;
    name_ = new Words(QString(), Text::Strong);
    note_ = new Words(QString(), Text::Small, Tone::Secondary);
    note_->setElided(true);
    head->addWidget(name_);
    head->addWidget(note_, 1);
    column->addLayout(head);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::gap);
    grid->setVerticalSpacing(metrics::gapSmall);
    const QString labels[] = {tr("CPU"), tr("Memory"), tr("Disk"), tr("GPU")};
    const QString units[] = {QString(), QStringLiteral("MiB"), QStringLiteral("MiB"), QString()};
    grid->addWidget(new Words(tr("Guarantee"), Text::Body, Tone::Secondary), 0, 0);
    grid->addWidget(new Words(tr("Limit"), Text::Body, Tone::Secondary), 1, 0);
    for (int i = 0; i < 4; ++i) {
        for (int line = 0; line < 2; ++line) {
            auto& of = line == 0 ? guarantee_ : limit_;
            of[std::size_t(i)] = new Field(
                (line == 0 ? QStringLiteral("quotaGuarantee") : QStringLiteral("quotaLimit")) + QLatin1String(kinds[i]),
                labels[i]);
            Field* field = of[std::size_t(i)];
            field->setNumber(true);
            field->setUnit(units[i]);
            field->setMaximumWidth(180);
            connect(field->edit(), &QLineEdit::textChanged, this, &RolesPane::check);
            grid->addWidget(field, line, i + 1);
        }
    }
    setQuota_ = new Button(tr("Set quota…"));
    setQuota_->setObjectName(QStringLiteral("rolesSetQuota"));
    weight_ = new Field(QStringLiteral("roleWeight"), tr("Weight"));
    weight_->setNumber(true);
    weight_->setMaximumWidth(120);
    setWeight_ = new Button(tr("Set weight…"));
    setWeight_->setObjectName(QStringLiteral("rolesSetWeight"));
    grid->addWidget(setQuota_, 1, 5, Qt::AlignBottom);
    grid->addWidget(weight_, 0, 6);
    grid->addWidget(setWeight_, 1, 6, Qt::AlignBottom);
    grid->setColumnStretch(7, 1);
    column->addLayout(grid);
    connect(weight_->edit(), &QLineEdit::textChanged, this, &RolesPane::check);
    connect(setQuota_, &QPushButton::clicked, this, &RolesPane::askQuota);
    connect(setWeight_, &QPushButton::clicked, this, &RolesPane::askWeight);
    return form;
}

void RolesPane::attach(cluster::Session* session) {
    session ? link_->attach(session) : link_->detach();
    snapshot_.reset();
    shown_.clear();
    choose();
}

void RolesPane::apply(const cluster::Update& update, qint64 nowMs) {
    link_->apply(update);
    snapshot_ = update.snapshot;
    nowMs_ = nowMs;
    if (isVisible())
        choose();
}

const cluster::RoleRow* RolesPane::row() const {
    const cluster::Slot slot = table_->rows().slot(table_->currentIndex().row());
    return snapshot_ && snapshot_->roles && slot < snapshot_->roles->size() ? &(*snapshot_->roles)[slot] : nullptr;
}

void RolesPane::choose() {
    const cluster::RoleRow* role = row();
    name_->setText(role ? tr("Role %1").arg(role->name) : tr("Choose a role to change its quota or weight"));
    if (role && role->name != shown_) {
        shown_ = role->name;
        const auto fill = [](const std::array<Field*, 4>& fields, const std::optional<master::Scalars>& s) {
            const double values[] = {s ? s->cpus : 0, s ? s->mem : 0, s ? s->disk : 0, s ? s->gpus : 0};
            for (std::size_t i = 0; i < 4; ++i)
                fields[i]->setText(plain(values[i]));
        };
        fill(guarantee_, role->guarantee);
        fill(limit_, role->limit);
        weight_->setText(QString::number(role->weight));
    }
    note_->setText(role ? tr("allocated %1 cpu, %2. An empty limit is no limit; all guarantees empty remove the quota.")
                              .arg(text::cpusExact(role->allocated.cpus), text::memory(role->allocated.mem))
                        : QString());
    check();
}

std::optional<double> RolesPane::number(Field* field, bool& wrong) const {
    const QString typed = field->text().trimmed();
    if (typed.isEmpty()) {
        field->clearProblem();
        return std::nullopt;
    }
    bool ok = false;
    const double value = typed.toDouble(&ok);
    if (ok && value >= 0) {
        field->clearProblem();
        return value;
    }
    field->setError(tr("a number"));
    wrong = true;
    return std::nullopt;
}

std::optional<master::Scalars> RolesPane::amounts(const std::array<Field*, 4>& fields, bool& wrong) const {
    master::Scalars sum;
    double* const places[] = {&sum.cpus, &sum.mem, &sum.disk, &sum.gpus};
    bool any = false;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto value = number(fields[i], wrong);
        any = any || value;
        *places[i] = value.value_or(0);
    }
    return any ? std::optional(sum) : std::nullopt;
}

void RolesPane::check() {
    bool wrongQuota = false;
    bool wrongWeight = false;
    amounts(guarantee_, wrongQuota);
    amounts(limit_, wrongQuota);
    const auto weight = number(weight_, wrongWeight);
    const QString refusal =
        !row() ? tr("No role is chosen.") : text::actionRefusal(*snapshot_, base::SourceKind::Master, nowMs_);
    const QString wrong = tr("Mend the numbers first.");
    setQuota_->setRefusal(!refusal.isEmpty() ? refusal : wrongQuota ? wrong : QString());
    setWeight_->setRefusal(!refusal.isEmpty() ? refusal : wrongWeight || !weight || *weight <= 0 ? wrong : QString());
}

void RolesPane::askWeight() {
    const cluster::RoleRow* role = row();
    bool wrong = false;
    const auto weight = number(weight_, wrong);
    if (!role || !weight)
        return;
    cluster::MasterCommand command;
    command.verb = cluster::MasterCommand::Verb::SetWeights;
    command.weights = {{role->name, *weight}};
    Q_EMIT actionRequested(ActionRequest::ofMaster(command));
}

void RolesPane::askQuota() {
    const cluster::RoleRow* role = row();
    bool wrong = false;
    cluster::MasterCommand command;
    command.verb = cluster::MasterCommand::Verb::SetQuota;
    master::Quota quota;
    quota.guarantee = amounts(guarantee_, wrong).value_or(master::Scalars());
    quota.limit = amounts(limit_, wrong);
    if (!role || wrong)
        return;
    quota.role = role->name;
    command.quota = {quota};
    Q_EMIT actionRequested(ActionRequest::ofMaster(command));
}

} // namespace mesoscope::widgets

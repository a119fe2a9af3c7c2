#include "widgets/editor/form_row_widget.h"

#include "models/appspec/rules/fixes.h"
#include "models/appspec/unions.h"
#include "widgets/controls/button.h"
#include "widgets/controls/choice.h"
#include "widgets/controls/field.h"
#include "widgets/controls/panels.h"
#include "widgets/editor/health_timeline.h"
#include "widgets/editor/match_bar.h"
#include "widgets/editor/parts.h"
#include "widgets/editor/upgrade_chart.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace mesoscope::widgets {
namespace {

using Row = appspec::FormRow::Kind;
using Width = appspec::FormRow::Width;
using appspec::FieldType;

constexpr int labelWidth = 92;
constexpr int numberWidth = 62;
constexpr int constraintWidth = 108;

bool isNumber(const appspec::FieldInfo* field) {
    return field && (field->type == FieldType::Integer || field->type == FieldType::Number);
}

bool isPattern(const appspec::FormRow& row, const char* pattern) {
    return row.field && qstrcmp(row.field->pattern, pattern) == 0;
}

QString count(int value) {
    return QLocale().toString(value);
}

} // namespace

FormRowWidget::FormRowWidget(appspec::EditorModel& model, const appspec::FormRow& row, QWidget* parent)
    : QWidget(parent), model_(model), row_(row) {
    setObjectName(QStringLiteral("editorRow:") + row.pointer);
    build();
    fill();
}

Width FormRowWidget::wantedWidth() const {
    if (row_.width == Width::Third && (changed_ || isBad()))
        return Width::TwoThirds;
    return row_.width;
}

QString FormRowWidget::name() const {
    return row_.title + (row_.key.isEmpty() ? QString() : QLatin1Char(' ') + row_.key);
}

QString FormRowWidget::digest() const {
    QString value = row_.kind == Row::Constraint ? constraintMeaning() : model_.value(row_.pointer);
    if (value.isEmpty())
        value = tr("not set");
    const QString unit = row_.field ? QString::fromUtf8(row_.field->unit) : QString();
    const QString old = model_.runningValue(row_.pointer);
    return QStringLiteral("%1  %2  %3")
        .arg(name(), (value + QLatin1Char(' ') + unit).trimmed().left(60),
             old.isEmpty() ? tr("new") : tr("was %1").arg(old.left(30)));
}

void FormRowWidget::build() {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap + row_.depth * metrics::gapSmall, 2, 4, 2);
    column->setSpacing(2);
    auto* const line = new QHBoxLayout;
    line->setSpacing(metrics::gapSmall);
    column->addLayout(line);
    switch (row_.kind) {
    case Row::Value:
    case Row::Switchable:
    case Row::Raw:
    case Row::Element:
        buildValue(line);
        break;
    case Row::Head:
    case Row::Item:
    case Row::Add:
        buildHead(line);
        break;
    case Row::Entry:
        buildEntry(line);
        break;
    case Row::Constraint:
        buildConstraint(line);
        break;
    case Row::Shape:
        buildShape(line);
        break;
    case Row::Numbers:
        buildNumbers(line);
        break;
    case Row::Titles:
        buildTitles(line);
        break;
    case Row::Together:
        buildTogether(column);
        break;
    case Row::Timeline:
    case Row::Course:
        buildPicture(column);
        break;
    }
    buildBelow(column);
    setToolTip(row_.field ? row_.field->help() : QString());
}

/// What is wrong, and what mends it.
void FormRowWidget::buildBelow(QVBoxLayout* column) {
    if (row_.kind == Row::Constraint) {
        meaning_ = new Words({}, Text::Small, Tone::Secondary);
        fillingLine(meaning_);
        column->addWidget(meaning_);
    }
    auto* const below = new QHBoxLayout;
    const bool plain = row_.kind == Row::Constraint || row_.kind == Row::Entry;
    below->setContentsMargins(plain ? 0 : labelWidth + metrics::gapSmall, 0, 0, 0);
    below->setSpacing(metrics::gapSmall);
    problem_ = new Words({}, Text::Small, Tone::Bad);
    problem_->setWordWrap(true);
    problem_->hide();
    fix_ = small({}, tr("Mend %1").arg(name()));
    fix_->setObjectName(QStringLiteral("editorFix:") + row_.pointer);
    otherFix_ = small({}, tr("Mend %1 otherwise").arg(name()));
    otherFix_->setObjectName(QStringLiteral("editorOtherFix:") + row_.pointer);
    below->addWidget(problem_, 1);
    for (Button* button : {fix_, otherFix_}) {
        button->setKind(ButtonKind::Plain);
        button->hide();
        below->addWidget(button, 0, Qt::AlignTop);
    }
    column->addLayout(below);
    connect(fix_, &QPushButton::clicked, this, [this] {
        if (!fixes_.isEmpty())
            model_.apply(appspec::Fix(fixes_.first()));
    });
    connect(otherFix_, &QPushButton::clicked, this, [this] {
        if (fixes_.size() > 1)
            model_.apply(appspec::Fix(fixes_[1]));
    });
}

Edit* FormRowWidget::edit(const QString& text, const QString& accessible) {
    auto* const control = new Edit(text);
    control->setObjectName(QStringLiteral("editorField:") + row_.pointer);
    control->setAccessibleName(accessible);
    watch(control);
    return control;
}

QComboBox* FormRowWidget::choice(const QStringList& options, const QString& accessible, bool editable) {
    auto* const control = new QComboBox;
    control->setObjectName(QStringLiteral("editorChoice:") + row_.pointer);
    control->setAccessibleName(accessible);
    control->addItems(options);
    control->setEditable(editable);
    control->setInsertPolicy(QComboBox::NoInsert);
    control->setFixedHeight(metrics::controlHeight);
    control->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    control->setMinimumContentsLength(6);
    watch(control);
    if (editable)
        watch(control->lineEdit());
    return control;
}

Button* FormRowWidget::small(const QString& text, const QString& accessible) {
    auto* const button = new Button(text, ButtonKind::Quiet);
    button->setAccessibleName(accessible);
    return button;
}

QLabel* FormRowWidget::label(const QString& text) {
    label_ = new Words(text, Text::Body, Tone::Secondary);
    label_->setFixedWidth(labelWidth);
    label_->setElided(true);
    return label_;
}

void FormRowWidget::watch(QWidget* control) {
    control->installEventFilter(this);
}

void FormRowWidget::addChangeMarks(QHBoxLayout* line) {
    was_ = new Words({}, Text::Small, Tone::Secondary);
    was_->setElided(true);
    revert_ = small(tr("Revert"), tr("Revert %1").arg(name()));
    revert_->setObjectName(QStringLiteral("editorRevert:") + row_.pointer);
    was_->hide();
    revert_->hide();
    line->addWidget(was_);
    line->addWidget(revert_);
    connect(revert_, &QPushButton::clicked, this, [this] { model_.revert(row_.pointer); });
}

void FormRowWidget::buildValue(QHBoxLayout* line) {
    const appspec::FieldInfo* const field = row_.field;
    if (row_.kind != Row::Element)
        line->addWidget(label(row_.title));
    buildControl(line);
    if (check_) {
        check_->setObjectName(QStringLiteral("editorSwitch:") + row_.pointer);
        check_->setAccessibleName(name());
        watch(check_);
        line->addWidget(check_);
    }
    if (field && *field->unit)
        line->addWidget(new Words(QString::fromUtf8(field->unit), Text::Small, Tone::Secondary));
    addChangeMarks(line);
    if (row_.kind == Row::Element) {
        Button* const remove = Button::iconOnly(Glyph::Close, tr("Remove"));
        remove->setObjectName(QStringLiteral("editorRemove:") + row_.pointer);
        connect(remove, &QPushButton::clicked, this, [this] { model_.remove(row_.pointer); });
        line->addWidget(remove);
    }
    if (!edit_ || isNumber(field) || row_.width == Width::Third)
        line->addStretch(0);
}

/// What the rest of the document offers for this field: names of its ports, of its secrets.
QStringList FormRowWidget::suggestions() const {
    if (!row_.field)
        return {};
    const QString pattern = QString::fromLatin1(row_.field->pattern);
    const QString app = model_.appPointer();
    const auto names = [&](const QString& list, bool indexed) {
        QStringList found;
        int index = 0;
        const appspec::JsonValue ports = model_.json(app + list);
        for (appspec::JsonValue port = ports.firstChild(); port.isValid(); port = port.next(), ++index) {
            const QString name = port.member("name").toString();
            if (indexed)
                found.append(name.isEmpty() ? QString::number(index) : QStringLiteral("%1 · %2").arg(index).arg(name));
            else if (!name.isEmpty())
                found.append(name);
        }
        return found;
    };
    const auto ports = [&](bool indexed) {
        const QStringList mapped = names(QStringLiteral("/container/portMappings"), indexed);
        return mapped.isEmpty() ? names(QStringLiteral("/portDefinitions"), indexed) : mapped;
    };
    if (pattern.endsWith(QLatin1String("/portIndex")))
        return ports(true);
    if (pattern.endsWith(QLatin1String("/portName")))
        return ports(false);
    if (pattern.startsWith(QLatin1String("/resourceLimits/")))
        return {QStringLiteral("unlimited")};
    if (pattern.endsWith(QLatin1String("/secret")) || pattern.endsWith(QLatin1String("pullConfig/secret"))) {
        QStringList secrets;
        for (appspec::JsonValue s = model_.json(app + QLatin1String("/secrets")).firstChild(); s.isValid();
             s = s.next())
            secrets.append(s.key());
        return secrets;
    }
    if (pattern == QLatin1String("/dependencies")) {
        QStringList others;
        for (const appspec::AppPlace& place : model_.apps()) {
            if (place.pointer != app && others.size() < 500)
                others.append(place.id);
        }
        return others;
    }
    return {};
}

void FormRowWidget::buildControl(QHBoxLayout* line) {
    const appspec::FieldInfo* const field = row_.field;
    const QStringList offered = suggestions();
    if (row_.kind == Row::Switchable) {
        auto* const box = new Switch(tr("replace instances"));
        check_ = box;
        connect(box, &QAbstractButton::clicked, this, [this](bool on) {
            model_.setRaw(row_.pointer,
                          on ? "{\"inactiveAfterSeconds\": 0, \"expungeAfterSeconds\": 0}" : "\"disabled\"");
        });
    } else if (field && field->type == FieldType::Boolean && row_.kind == Row::Value) {
        auto* const box = new Switch(QString());
        check_ = box;
        connect(box, &QAbstractButton::clicked, this,
                [this](bool on) { commit(on ? QStringLiteral("true") : QStringLiteral("false")); });
    } else if (field && field->type == FieldType::Choice && row_.kind == Row::Value) {
        combo_ = choice(field->choiceList(), name(), false);
        connect(combo_, &QComboBox::textActivated, this, &FormRowWidget::commit);
        line->addWidget(combo_, 2);
    } else if (!offered.isEmpty()) {
        combo_ = choice(offered, name(), true);
        edit_ = nullptr;
        connect(combo_, &QComboBox::editTextChanged, this,
                [this](const QString& text) { commit(text.section(QStringLiteral(" · "), 0, 0)); });
        line->addWidget(combo_, 2);
    } else {
        edit_ = edit({}, name());
        edit_->setMonospace(row_.kind == Row::Raw || (field && field->type == FieldType::Code));
        if (isNumber(field)) {
            edit_->setAlignment(Qt::AlignRight);
            edit_->setFixedWidth(numberWidth);
        }
        connect(edit_, &QLineEdit::textEdited, this, &FormRowWidget::commit);
        line->addWidget(edit_, isNumber(field) ? 0 : 2);
    }
}

void FormRowWidget::buildShape(QHBoxLayout* line) {
    line->addWidget(label(row_.title));
    const QString place = row_.pointer.mid(model_.appPointer().size());
    combo_ = choice({}, name(), false);
    for (const appspec::Shape& shape : appspec::shapesOf(appspec::patternOf(place))) {
        combo_->addItem(shape.title, shape.key);
        combo_->setItemData(combo_->count() - 1, shape.help, Qt::ToolTipRole);
    }
    hint_ = new Words({}, Text::Small, Tone::Secondary);
    hint_->hide();
    line->addWidget(combo_, 2);
    addChangeMarks(line);
    connect(combo_, &QComboBox::activated, this,
            [this](int index) { model_.reshape(row_.pointer, combo_->itemData(index).toString()); });
}

void FormRowWidget::buildNumbers(QHBoxLayout* line) {
    line->addWidget(label(row_.title));
    edit_ = edit({}, name());
    edit_->setPlaceholderText(QStringLiteral("200"));
    line->addWidget(edit_, 2);
    addChangeMarks(line);
    connect(edit_, &QLineEdit::textEdited, this, [this](const QString& text) {
        QByteArrayList numbers;
        for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
            numbers.append(part.trimmed().toUtf8());
        if (numbers.isEmpty())
            model_.remove(row_.pointer);
        else
            edit_->setTone(model_.setRaw(row_.pointer, '[' + numbers.join(", ") + ']').isEmpty() ? Tone::Text
                                                                                                 : Tone::Bad);
    });
}

void FormRowWidget::buildTitles(QHBoxLayout* line) {
    for (const QString& title : {tr("Field"), tr("Operator"), tr("Value")}) {
        auto* const words = new Words(title, Text::Small, Tone::Secondary);
        words->setFixedWidth(constraintWidth);
        line->addWidget(words);
    }
    line->addWidget(new Words(tr("Now"), Text::Small, Tone::Secondary), 1);
}

void FormRowWidget::buildTogether(QVBoxLayout* column) {
    auto* const line = new QHBoxLayout;
    line->setSpacing(metrics::gap);
    auto* const button = new Button(Glyph::Plus, tr("Add constraint"));
    button->setObjectName(QStringLiteral("editorAdd:") + row_.pointer);
    button->setAccessibleName(button->text());
    connect(button, &QPushButton::clicked, this, [this] { model_.append(row_.pointer, row_.added); });
    hint_ = new Words({}, Text::Small, Tone::Secondary);
    fillingLine(hint_);
    matches_ = new Words({}, Text::SmallStrong);
    line->addWidget(button);
    line->addWidget(hint_, 1);
    line->addWidget(matches_);
    column->addLayout(line);
}

void FormRowWidget::buildPicture(QVBoxLayout* column) {
    if (row_.kind == Row::Timeline)
        column->addWidget(timeline_ = new HealthTimeline);
    else
        column->addWidget(chart_ = new UpgradeChart);
}

void FormRowWidget::buildHead(QHBoxLayout* line) {
    const bool add = row_.kind == Row::Add;
    label_ = new Words(row_.title, row_.kind == Row::Item ? Text::SmallStrong : Text::Strong,
                       add ? Tone::Secondary : Tone::Text);
    line->addWidget(label_);
    if (!row_.note.isEmpty()) {
        hint_ = new Words(row_.note, Text::Small, Tone::Secondary);
        line->addWidget(fillingLine(hint_), 1);
    } else {
        line->addStretch(1);
    }
    if (row_.kind == Row::Item) {
        Button* const remove = small(tr("Remove"), tr("Remove %1").arg(name()));
        remove->setObjectName(QStringLiteral("editorRemove:") + row_.pointer);
        connect(remove, &QPushButton::clicked, this, [this] { model_.remove(row_.pointer); });
        line->addWidget(remove);
        return;
    }
    const auto adder = [&](const QString& text, const QString& object, const QByteArray& json) {
        auto* const button = new Button(Glyph::Plus, text, ButtonKind::Quiet);
        button->setAccessibleName(tr("%1: %2").arg(name(), text));
        button->setObjectName(object + row_.pointer);
        connect(button, &QPushButton::clicked, this, [this, add, json] {
            if (add)
                model_.setRaw(row_.pointer, json);
            else
                model_.append(row_.pointer, json);
        });
        line->addWidget(button);
    };
    if (isPattern(row_, "/env"))
        adder(tr("Add from a secret"), QStringLiteral("editorAddSecret:"), "{\"secret\": \"\"}");
    adder(tr("Add"), QStringLiteral("editorAdd:"), row_.added);
}

void FormRowWidget::buildEntry(QHBoxLayout* line) {
    const QString inner = row_.pointer;
    const bool source = inner.endsWith(QLatin1String("/source")) && isPattern(row_, "/secrets");
    const QString member = row_.secret || source ? inner.left(inner.size() - 7) : inner;
    key_ = edit(row_.key, tr("Name"));
    key_->setObjectName(QStringLiteral("editorKey:") + row_.pointer);
    key_->setMonospace(true);
    edit_ = edit({}, tr("Value of %1").arg(row_.key));
    edit_->setMonospace(true);
    edit_->setPlaceholderText(row_.secret ? tr("name of a secret") : QString());
    Button* const remove = Button::iconOnly(Glyph::Close, tr("Remove %1").arg(row_.key));
    remove->setObjectName(QStringLiteral("editorRemove:") + row_.pointer);
    line->addWidget(key_, 2);
    line->addWidget(edit_, 3);
    if (row_.secret)
        line->addWidget(new Words(tr("secret"), Text::Small, Tone::Secondary));
    addChangeMarks(line);
    line->addWidget(remove);
    connect(key_, &QLineEdit::editingFinished, this, [this, member] {
        if (key_->text() != row_.key && !model_.rename(member, key_->text()).isEmpty())
            key_->setText(row_.key);
    });
    connect(edit_, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (!filling_)
            model_.setRaw(row_.pointer, appspec::quoted(text));
    });
    connect(remove, &QPushButton::clicked, this, [this, member] { model_.remove(member); });
}

void FormRowWidget::buildConstraint(QHBoxLayout* line) {
    static const QStringList operators{QStringLiteral("UNIQUE"), QStringLiteral("CLUSTER"), QStringLiteral("GROUP_BY"),
                                       QStringLiteral("LIKE"),   QStringLiteral("UNLIKE"),  QStringLiteral("MAX_PER"),
                                       QStringLiteral("IS")};
    static const QStringList swanOperators{QStringLiteral("=="), QStringLiteral("!="), QStringLiteral("~=")};
    const bool swan = model_.json(row_.pointer).is(appspec::JsonValue::Kind::Object);
    combo_ = choice(model_.attributeNames(), tr("Field"), true);
    operator_ = choice(swan ? swanOperators : operators, tr("Operator"), false);
    operator_->setObjectName(QStringLiteral("editorOperator:") + row_.pointer);
    operand_ = choice({}, tr("Value"), true);
    operand_->setObjectName(QStringLiteral("editorOperand:") + row_.pointer);
    operand_->lineEdit()->setPlaceholderText(tr("no value"));
    const QStringList meanings{tr("Each value of the field at most once: one instance per agent or rack."),
                               tr("All instances on one value of the field: one rack, one agent."),
                               tr("Spread evenly over as many values of the field as you say."),
                               tr("Only where the field matches a regular expression."),
                               tr("Only where the field does not match a regular expression."),
                               tr("At most so many instances on each value of the field."),
                               tr("Only where the field is exactly this.")};
    for (int i = 0; !swan && i < meanings.size(); ++i)
        operator_->setItemData(i, meanings[i], Qt::ToolTipRole);
    bar_ = new MatchBar;
    matches_ = new Words({}, Text::Small, Tone::Secondary);
    fillingLine(matches_);
    Button* const remove = Button::iconOnly(Glyph::Close, tr("Remove the constraint"));
    remove->setObjectName(QStringLiteral("editorRemove:") + row_.pointer);
    for (QComboBox* box : {combo_, operator_, operand_}) {
        box->setFixedWidth(constraintWidth);
        line->addWidget(box);
    }
    line->addWidget(bar_);
    line->addWidget(matches_, 1);
    line->addWidget(remove);
    connect(combo_, &QComboBox::editTextChanged, this, &FormRowWidget::commitConstraint);
    connect(operator_, &QComboBox::textActivated, this, &FormRowWidget::commitConstraint);
    connect(operand_, &QComboBox::editTextChanged, this, &FormRowWidget::commitConstraint);
    connect(remove, &QPushButton::clicked, this, [this] { model_.remove(row_.pointer); });
}

void FormRowWidget::commit(const QString& text) {
    if (filling_)
        return;
    if (row_.kind == Row::Raw) {
        const QString error = model_.setRaw(row_.pointer, text.toUtf8());
        edit_->setTone(error.isEmpty() ? Tone::Text : Tone::Bad);
        return;
    }
    model_.setValue(row_.pointer, row_.field, text);
}

void FormRowWidget::commitConstraint() {
    if (filling_)
        return;
    if (model_.json(row_.pointer).is(appspec::JsonValue::Kind::Object)) {
        const std::pair<int, QComboBox*> parts[]{{0, combo_}, {1, operator_}, {2, operand_}};
        for (const auto& [part, box] : parts) {
            if (constraintPart(part) != box->currentText())
                model_.setRaw(partPointer(part), appspec::quoted(box->currentText()));
        }
        return;
    }
    QByteArray json = '[' + appspec::quoted(combo_->currentText()) + ", " + appspec::quoted(operator_->currentText());
    if (!operand_->currentText().isEmpty() && operator_->currentText() != QLatin1String("UNIQUE"))
        json += ", " + appspec::quoted(operand_->currentText());
    model_.setRaw(row_.pointer, json + ']');
}

void FormRowWidget::refresh(const appspec::FormRow& row) {
    row_ = row;
    if (hint_ && !row_.note.isEmpty())
        hint_->setText(row_.note);
    fill();
}

QString FormRowWidget::partPointer(int part) const {
    static const QStringList names{QStringLiteral("attribute"), QStringLiteral("operator"), QStringLiteral("value")};
    const bool swan = model_.json(row_.pointer).is(appspec::JsonValue::Kind::Object);
    return row_.pointer + QLatin1Char('/') + (swan ? names[part] : QString::number(part));
}

QString FormRowWidget::constraintMeaning() const {
    const auto part = [&](int i) { return constraintPart(i); };
    const QString field = part(0), op = part(1), value = part(2);
    if (op == QLatin1String("UNIQUE"))
        return tr("at most one instance on each %1").arg(field);
    if (op == QLatin1String("MAX_PER"))
        return tr("at most %1 on each %2").arg(value.isEmpty() ? QStringLiteral("…") : value, field);
    if (op == QLatin1String("GROUP_BY"))
        return value.isEmpty() ? tr("give the number of different %1 to spread over").arg(field)
                               : tr("spread evenly over %1 different %2").arg(value, field);
    if (op == QLatin1String("CLUSTER"))
        return value.isEmpty() ? tr("all on the same %1").arg(field) : tr("all where %1 is %2").arg(field, value);
    if (op == QLatin1String("LIKE"))
        return tr("only where %1 matches %2").arg(field, value);
    if (op == QLatin1String("UNLIKE"))
        return tr("only where %1 does not match %2").arg(field, value);
    if (op == QLatin1String("~="))
        return tr("only where %1 matches %2").arg(field, value);
    if (op == QLatin1String("!="))
        return tr("only where %1 is not %2").arg(field, value);
    return op == QLatin1String("IS") || op == QLatin1String("==") ? tr("only where %1 is %2").arg(field, value)
                                                                  : QString();
}

void FormRowWidget::fillConstraint() {
    const auto part = [&](int i) { return constraintPart(i); };
    const auto show = [](QComboBox* box, const QString& text) {
        if (box->currentText() != text)
            box->setEditText(text);
    };
    if (combo_->count() <= 3 && model_.attributeNames().size() > 3) {
        combo_->clear();
        combo_->addItems(model_.attributeNames());
    }
    show(combo_, part(0));
    if (operator_->findText(part(1)) < 0)
        operator_->addItem(part(1));
    operator_->setCurrentText(part(1));
    // A number is wanted by two operators, a value of the agents by the others.
    const bool number = part(1) == QLatin1String("MAX_PER") || part(1) == QLatin1String("GROUP_BY");
    const QStringList values = number ? QStringList() : model_.attributeValues(part(0));
    const QString key = part(0) + (number ? QStringLiteral("#") : QString()) + QString::number(values.size());
    if (operand_->property("values").toString() != key && !operand_->view()->isVisible()) {
        operand_->setProperty("values", key);
        operand_->clear();
        operand_->addItems(values);
    }
    show(operand_, part(2));
    operand_->setEnabled(part(1) != QLatin1String("UNIQUE"));
    const appspec::MatchCount match = model_.judgement().matches.value(row_.pointer);
    bar_->setVisible(match.agents > 0);
    bar_->show(match.matching, match.agents);
    matches_->setTone(match.agents > 0 && match.matching == 0 ? Tone::Bad : Tone::Text);
    if (match.agents == 0)
        matches_->setText({});
    else if (match.groups > 0)
        matches_->setText(tr("matches %1 of %Ln agent(s) in %2 racks", nullptr, match.agents)
                              .arg(count(match.matching), count(match.groups)));
    else
        matches_->setText(tr("matches %1 of %Ln agent(s)", nullptr, match.agents).arg(count(match.matching)));
    if (meaning_)
        meaning_->setText((model_.differs(row_.pointer) && model_.runningValue(row_.pointer).isEmpty()
                               ? tr("new: %1").arg(constraintMeaning())
                               : constraintMeaning()));
}

void FormRowWidget::fillShape() {
    const QString app = model_.appPointer();
    const QString key = appspec::shapeAt(model_.json(app), row_.pointer.mid(app.size()));
    int index = combo_->findData(key);
    if (index < 0 && !key.isEmpty()) {
        combo_->addItem(key, key);
        index = combo_->count() - 1;
    }
    combo_->setCurrentIndex(index);
}

void FormRowWidget::fillTogether() {
    const appspec::Judgement& judgement = model_.judgement();
    const int constraints = model_.json(row_.pointer).childCount();
    const QStringList names = model_.attributeNames().mid(3);
    hint_->setText(names.isEmpty() ? tr("decides which agents may take an instance")
                                   : tr("attributes seen: %1").arg(names.join(QStringLiteral(", "))));
    const appspec::MatchCount& all = judgement.together;
    if (all.agents == 0) {
        matches_->setText({});
        return;
    }
    QString text = constraints == 0   ? tr("%Ln agent(s)", nullptr, all.matching)
                   : constraints == 1 ? tr("Matches %Ln agent(s)", nullptr, all.matching)
                                      : tr("All %1: %Ln agent(s)", nullptr, all.matching).arg(constraints);
    if (all.groups > 0)
        text += tr(" in %Ln rack(s)", nullptr, all.groups);
    if (judgement.canTakeOne >= 0)
        text += tr("; %Ln can take one instance now", nullptr, judgement.canTakeOne);
    matches_->setText(text);
    matches_->setTone(all.matching == 0 ? Tone::Bad : Tone::Text);
}

void FormRowWidget::fillPicture() {
    if (timeline_)
        timeline_->show(appspec::healthTiming(model_.json(row_.pointer)));
    if (!chart_)
        return;
    // The strategy as it would pace a restart of all instances, whatever this edit itself does.
    const appspec::JsonValue app = model_.json(model_.appPointer());
    const auto number = [](const appspec::JsonValue& value, double absent) {
        return value.is(appspec::JsonValue::Kind::Number) ? value.toDouble() : absent;
    };
    const int instances = int(std::clamp(number(app.member("instances"), 1), 0.0, 100000.0));
    const appspec::JsonValue strategy = app.member("upgradeStrategy");
    appspec::Impact impact;
    impact.kind = appspec::ChangeClass::Restart;
    impact.before = impact.after = instances;
    impact.pace = appspec::paceOf(instances, std::clamp(number(strategy.member("minimumHealthCapacity"), 1), 0.0, 1.0),
                                  std::clamp(number(strategy.member("maximumOverCapacity"), 1), 0.0, 1.0));
    chart_->show(impact, instances > 0 ? appspec::courseOf(impact) : appspec::UpgradeCourse());
}

void FormRowWidget::fill() {
    filling_ = true;
    const QString value = model_.value(row_.pointer);
    if (row_.kind == Row::Constraint) {
        fillConstraint();
    } else if (row_.kind == Row::Shape) {
        fillShape();
    } else if (row_.kind == Row::Together) {
        fillTogether();
    } else if (row_.kind == Row::Timeline || row_.kind == Row::Course) {
        fillPicture();
    } else if (row_.kind == Row::Numbers) {
        QString list = value;
        list.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
        if (!edit_->hasFocus())
            edit_->setText(list.simplified());
    } else if (row_.kind == Row::Switchable) {
        check_->setChecked(value != QLatin1String("disabled"));
    } else if (check_) {
        const QString shown = row_.present ? value : QString::fromLatin1(row_.field->defaultJson);
        check_->setChecked(shown == QLatin1String("true"));
    } else if (combo_ && combo_->isEditable()) {
        fillSuggested(value);
    } else if (combo_) {
        fillChoice(value);
    } else if (edit_) {
        if (!edit_->hasFocus() && edit_->text() != value)
            edit_->setText(value);
        if (row_.field && !row_.present && *row_.field->defaultJson && row_.kind == Row::Value)
            edit_->setPlaceholderText(appspec::decodeString(row_.field->defaultJson));
        if (key_ && !key_->hasFocus())
            key_->setText(row_.key);
    } else if (label_ && row_.kind != Row::Element) {
        label_->setText(row_.title);
    }
    fillChange();
    filling_ = false;
}

void FormRowWidget::fillChoice(const QString& value) {
    QString shown = row_.present ? value : appspec::decodeString(row_.field->defaultJson);
    for (int i = 0; i < combo_->count(); ++i) {
        if (combo_->itemText(i).compare(shown, Qt::CaseInsensitive) == 0)
            shown = combo_->itemText(i);
    }
    if (combo_->findText(shown) < 0)
        combo_->addItem(shown);
    combo_->setCurrentText(shown);
}

/// "0 · http" for a port index; texts as they are.
void FormRowWidget::fillSuggested(const QString& value) {
    const QStringList offered = suggestions();
    QStringList now;
    for (int i = 0; i < combo_->count(); ++i)
        now.append(combo_->itemText(i));
    if (now != offered && !combo_->lineEdit()->hasFocus()) {
        combo_->clear();
        combo_->addItems(offered);
    }
    if (combo_->lineEdit()->hasFocus())
        return;
    QString shown = value;
    for (const QString& one : offered) {
        if (one.section(QStringLiteral(" · "), 0, 0) == value)
            shown = one;
    }
    combo_->setEditText(shown);
    if (row_.field && *row_.field->defaultJson)
        combo_->lineEdit()->setPlaceholderText(appspec::decodeString(row_.field->defaultJson));
}

void FormRowWidget::fillChange() {
    const bool valued = row_.kind == Row::Value || row_.kind == Row::Element || row_.kind == Row::Entry ||
                        row_.kind == Row::Constraint || row_.kind == Row::Numbers || row_.kind == Row::Raw ||
                        (row_.kind == Row::Shape && !isPattern(row_, "/container/volumes/*"));
    const Width before = wantedWidth();
    const bool wasChanged = changed_;
    changed_ = valued && model_.differs(row_.pointer);
    if (was_) {
        const QString old = model_.runningValue(row_.pointer);
        was_->setText(old.isEmpty() ? tr("was not set") : tr("was %1").arg(old.left(40)));
        was_->setVisible(changed_);
        revert_->setVisible(changed_);
    }
    if (before != wantedWidth())
        Q_EMIT widthChanged();
    if (wasChanged != changed_)
        update();
}

void FormRowWidget::showProblems(const QList<appspec::Problem>& problems) {
    if (problems.isEmpty() && problemText_.isEmpty() && fixes_.isEmpty() && !problem_->isVisibleTo(this))
        return;
    QStringList texts;
    fixes_.clear();
    bad_ = false;
    const appspec::JsonTree* const tree = model_.judgement().tree.get();
    for (const appspec::Problem& problem : problems) {
        // Where the problem is somewhere below this row, the server's path tells where.
        const bool below = problem.pointer != row_.pointer && !problem.path.isEmpty();
        const QString who = problem.stage == appspec::Stage::Server ? tr("The server says: ") : QString();
        texts.append(((below ? problem.path + QStringLiteral("  ") : QString()) + who + problem.message +
                      QStringLiteral("  ") + appspec::explanation(problem))
                         .trimmed());
        bad_ = bad_ || problem.severity == appspec::Severity::Error;
        if (tree && fixes_.isEmpty())
            fixes_ = appspec::fixesFor(problem, *tree);
    }
    const Width before = wantedWidth();
    problemText_ = texts.mid(0, 4).join(QLatin1Char('\n'));
    problem_->setText(problemText_);
    problem_->setTone(bad_ ? Tone::Bad : Tone::Warning);
    problem_->setVisible(!texts.isEmpty());
    for (const auto& [button, index] : {std::pair(fix_, 0), std::pair(otherFix_, 1)}) {
        button->setVisible(fixes_.size() > index);
        if (fixes_.size() > index)
            button->setText(fixes_[index].label);
    }
    if (edit_)
        edit_->setTone(texts.isEmpty() ? Tone::Text : bad_ ? Tone::Bad : Tone::Warning);
    if (before != wantedWidth())
        Q_EMIT widthChanged();
    update();
}

void FormRowWidget::setCurrent(bool current) {
    if (current_ == current)
        return;
    current_ = current;
    update();
}

void FormRowWidget::focusControl() {
    QWidget* const control = edit_ ? static_cast<QWidget*>(edit_) : combo_ ? static_cast<QWidget*>(combo_) : check_;
    if (control)
        control->setFocus(Qt::OtherFocusReason);
}

bool FormRowWidget::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn)
        Q_EMIT focused(row_.pointer);
    // Scrolling the form must not change what the pointer happens to be over.
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox*>(watched)) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FormRowWidget::paintEvent(QPaintEvent*) {
    const Theme& theme = theme::of(this);
    QPainter painter(this);
    if (current_)
        painter.fillRect(rect(), theme.selected);
    if (changed_)
        painter.fillRect(QRect(row_.depth * metrics::gapSmall + 2, 4, 3, height() - 8), theme.accent);
    // Elements of a list stand apart from each other.
    if (row_.kind == Row::Item)
        painter.fillRect(QRect(metrics::gap, 0, width() - metrics::gap, 1), theme.line);
}

} // namespace mesoscope::widgets

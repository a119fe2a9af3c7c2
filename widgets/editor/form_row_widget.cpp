#include "widgets/editor/form_row_widget.h"

#include "widgets/controls/button.h"
#include "widgets/controls/choice.h"
#include "widgets/controls/field.h"
#include "widgets/controls/panels.h"
#include "widgets/theme/metrics.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace mesoscope::widgets {
namespace {

using Row = appspec::FormRow::Kind;
using appspec::FieldType;

constexpr int labelWidth = 112;
constexpr int numberWidth = 80;

bool isNumber(const appspec::FieldInfo* field) {
    return field && (field->type == FieldType::Integer || field->type == FieldType::Number);
}

} // namespace

FormRowWidget::FormRowWidget(appspec::EditorModel& model, const appspec::FormRow& row, QWidget* parent)
    : QWidget(parent), model_(model), row_(row) {
    setObjectName(QStringLiteral("editorRow:") + row.pointer);
    build();
    fill();
}

bool FormRowWidget::isShort(const appspec::FormRow& row) {
    return row.kind == Row::Value && row.field &&
           (isNumber(row.field) || row.field->type == FieldType::Boolean || row.field->type == FieldType::Choice);
}

QString FormRowWidget::name() const {
    return row_.title + (row_.key.isEmpty() ? QString() : QLatin1Char(' ') + row_.key);
}

void FormRowWidget::build() {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap + row_.depth * metrics::gapLarge, 2, 0, 2);
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
    }
    auto* const below = new QHBoxLayout;
    below->setContentsMargins(
        row_.kind == Row::Constraint || row_.kind == Row::Entry ? 0 : labelWidth + metrics::gapSmall, 0, 0, 0);
    below->setSpacing(metrics::gapSmall);
    problem_ = new Words({}, Text::Small, Tone::Bad);
    problem_->setWordWrap(true);
    problem_->hide();
    fix_ = small({}, tr("Mend %1").arg(name()));
    fix_->setObjectName(QStringLiteral("editorFix:") + row_.pointer);
    fix_->hide();
    below->addWidget(problem_, 1);
    below->addWidget(fix_);
    column->addLayout(below);
    connect(fix_, &QPushButton::clicked, this, [this] {
        if (currentFix_)
            model_.apply(*currentFix_);
    });
    setToolTip(row_.field ? row_.field->help() : QString());
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
    control->setFixedHeight(metrics::controlHeight);
    watch(control);
    return control;
}

Button* FormRowWidget::small(const QString& text, const QString& accessible) {
    auto* const button = new Button(text, ButtonKind::Quiet);
    button->setAccessibleName(accessible);
    return button;
}

void FormRowWidget::watch(QWidget* control) {
    control->installEventFilter(this);
}

void FormRowWidget::buildValue(QHBoxLayout* line) {
    label_ = new Words(row_.kind == Row::Element ? QString() : row_.title, Text::Body, Tone::Secondary);
    label_->setFixedWidth(labelWidth);
    label_->setElided(true);
    line->addWidget(label_);
    const appspec::FieldInfo* const field = row_.field;
    buildControl(line);
    if (check_) {
        check_->setObjectName(QStringLiteral("editorSwitch:") + row_.pointer);
        check_->setAccessibleName(name());
        watch(check_);
        line->addWidget(check_);
    }
    if (field && *field->unit)
        line->addWidget(new Words(QString::fromUtf8(field->unit), Text::Small, Tone::Secondary));
    was_ = new Words({}, Text::Small, Tone::Secondary);
    was_->setElided(true);
    revert_ = small(tr("Revert"), tr("Revert %1").arg(name()));
    revert_->setObjectName(QStringLiteral("editorRevert:") + row_.pointer);
    was_->hide();
    revert_->hide();
    line->addWidget(was_);
    line->addWidget(revert_);
    connect(revert_, &QPushButton::clicked, this, [this] { model_.revert(row_.pointer); });
    if (row_.kind == Row::Element) {
        Button* const remove = Button::iconOnly(Glyph::Close, tr("Remove"));
        remove->setObjectName(QStringLiteral("editorRemove:") + row_.pointer);
        connect(remove, &QPushButton::clicked, this, [this] { model_.remove(row_.pointer); });
        line->addWidget(remove);
    }
    if (!edit_ || isNumber(field))
        line->addStretch(1);
}

void FormRowWidget::buildControl(QHBoxLayout* line) {
    const appspec::FieldInfo* const field = row_.field;
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
        line->addWidget(combo_);
    } else {
        edit_ = edit({}, name());
        edit_->setMonospace(row_.kind == Row::Raw || (field && field->type == FieldType::Code));
        if (isNumber(field)) {
            edit_->setAlignment(Qt::AlignRight);
            edit_->setFixedWidth(numberWidth);
        }
        connect(edit_, &QLineEdit::textEdited, this, &FormRowWidget::commit);
        line->addWidget(edit_, isNumber(field) ? 0 : 1);
    }
}

void FormRowWidget::buildHead(QHBoxLayout* line) {
    const bool add = row_.kind == Row::Add;
    label_ = new Words(row_.title, row_.kind == Row::Item ? Text::SmallStrong : Text::Strong,
                       add ? Tone::Secondary : Tone::Text);
    line->addWidget(label_);
    line->addStretch(1);
    if (row_.kind == Row::Item) {
        Button* const remove = small(tr("Remove"), tr("Remove %1").arg(name()));
        remove->setObjectName(QStringLiteral("editorRemove:") + row_.pointer);
        connect(remove, &QPushButton::clicked, this, [this] { model_.remove(row_.pointer); });
        line->addWidget(remove);
        return;
    }
    auto* const button = new Button(Glyph::Plus, tr("Add"), ButtonKind::Quiet);
    button->setAccessibleName(tr("Add to %1").arg(name()));
    button->setObjectName(QStringLiteral("editorAdd:") + row_.pointer);
    connect(button, &QPushButton::clicked, this, [this, add] {
        if (add)
            model_.setRaw(row_.pointer, row_.added);
        else
            model_.append(row_.pointer, row_.added);
    });
    line->addWidget(button);
}

void FormRowWidget::buildEntry(QHBoxLayout* line) {
    const QString inner = row_.pointer;
    const QString member = row_.secret ? inner.left(inner.size() - 7)
                           : inner.endsWith(QLatin1String("/source")) && row_.field->name() == QLatin1String("secrets")
                               ? inner.left(inner.size() - 7)
                               : inner;
    key_ = edit(row_.key, tr("Name"));
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
    combo_ = choice(model_.attributeNames(), tr("Field"), true);
    operator_ = choice(operators, tr("Operator"), false);
    operator_->setObjectName(QStringLiteral("editorOperator:") + row_.pointer);
    operand_ = choice({}, tr("Value"), true);
    operand_->setObjectName(QStringLiteral("editorOperand:") + row_.pointer);
    operand_->lineEdit()->setPlaceholderText(tr("no value"));
    matches_ = new Words({}, Text::Small, Tone::Secondary);
    Button* const remove = Button::iconOnly(Glyph::Close, tr("Remove the constraint"));
    remove->setObjectName(QStringLiteral("editorRemove:") + row_.pointer);
    matches_->setElided(true);
    for (QComboBox* box : {combo_, operator_, operand_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
        box->setMinimumWidth(88);
        box->setMaximumWidth(132);
    }
    line->addWidget(combo_);
    line->addWidget(operator_);
    line->addWidget(operand_);
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
    QByteArray json = '[' + appspec::quoted(combo_->currentText()) + ", " + appspec::quoted(operator_->currentText());
    if (!operand_->currentText().isEmpty() && operator_->currentText() != QLatin1String("UNIQUE"))
        json += ", " + appspec::quoted(operand_->currentText());
    model_.setRaw(row_.pointer, json + ']');
}

void FormRowWidget::refresh(const appspec::FormRow& row) {
    row_ = row;
    fill();
}

void FormRowWidget::fill() {
    filling_ = true;
    const QString value = model_.value(row_.pointer);
    if (row_.kind == Row::Constraint) {
        const auto part = [&](int i) { return model_.value(QStringLiteral("%1/%2").arg(row_.pointer).arg(i)); };
        const auto show = [](QComboBox* box, const QString& text) {
            if (box->currentText() != text)
                box->setEditText(text);
        };
        show(combo_, part(0));
        if (operator_->findText(part(1)) < 0)
            operator_->addItem(part(1));
        operator_->setCurrentText(part(1));
        if (operand_->count() == 0) {
            const QString text = part(2);
            operand_->addItems(model_.attributeValues(part(0)));
            operand_->setEditText(text);
        }
        show(operand_, part(2));
        const appspec::MatchCount count = model_.matches(row_.pointer);
        matches_->setText(count.agents == 0 ? QString()
                          : count.groups > 0
                              ? tr("matches %1 of %n agent(s) in %2 racks", nullptr, count.agents)
                                    .arg(count.matching)
                                    .arg(count.groups)
                              : tr("matches %1 of %n agent(s)", nullptr, count.agents).arg(count.matching));
    } else if (row_.kind == Row::Switchable) {
        check_->setChecked(value != QLatin1String("disabled"));
    } else if (check_) {
        const QString shown = row_.present ? value : QString::fromLatin1(row_.field->defaultJson);
        check_->setChecked(shown == QLatin1String("true"));
    } else if (combo_) {
        QString shown = row_.present ? value : appspec::decodeString(row_.field->defaultJson);
        for (int i = 0; i < combo_->count(); ++i) {
            if (combo_->itemText(i).compare(shown, Qt::CaseInsensitive) == 0)
                shown = combo_->itemText(i);
        }
        if (combo_->findText(shown) < 0)
            combo_->addItem(shown);
        combo_->setCurrentText(shown);
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

void FormRowWidget::fillChange() {
    const bool changed = (row_.kind == Row::Value || row_.kind == Row::Element || row_.kind == Row::Entry) &&
                         model_.differs(row_.pointer);
    if (was_) {
        const QString old = model_.runningValue(row_.pointer);
        was_->setText(old.isEmpty() ? tr("was not set") : tr("was %1").arg(old.left(40)));
        was_->setVisible(changed);
        revert_->setVisible(changed);
    }
    setProperty("changed", changed);
    update();
}

void FormRowWidget::showProblems(const QList<appspec::Problem>& problems) {
    QStringList texts;
    currentFix_.reset();
    bad_ = false;
    for (const appspec::Problem& problem : problems) {
        const QString where = problem.path.isEmpty() ? QString() : problem.path + QStringLiteral("  ");
        texts.append((where + problem.message + QStringLiteral("  ") + appspec::explanation(problem)).trimmed());
        bad_ = bad_ || problem.severity == appspec::Severity::Error;
        if (problem.fix && !currentFix_)
            currentFix_ = problem.fix;
    }
    problem_->setText(texts.join(QLatin1Char('\n')));
    problem_->setTone(bad_ ? Tone::Bad : Tone::Warning);
    problem_->setVisible(!texts.isEmpty());
    fix_->setVisible(currentFix_.has_value());
    if (currentFix_)
        fix_->setText(currentFix_->label);
    if (edit_)
        edit_->setTone(texts.isEmpty() ? Tone::Text : bad_ ? Tone::Bad : Tone::Warning);
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
        painter.fillRect(rect(), theme.hover);
    if (property("changed").toBool())
        painter.fillRect(QRect(row_.depth * metrics::gapLarge + 4, 4, 2, height() - 8), theme.accent);
}

} // namespace mesoscope::widgets

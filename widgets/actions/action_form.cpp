#include "widgets/actions/action_form.h"

#include "widgets/controls/choice.h"
#include "widgets/controls/field.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/metrics.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace mesoscope::widgets {

namespace {

constexpr int mostInstances = 1'000'000;
constexpr qint64 largestDocument = 4 * 1024 * 1024;

QVBoxLayout* columnOf(QWidget* form) {
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gapSmall);
    return column;
}

class ScaleForm final : public ActionForm {
public:
    ScaleForm(const ActionRequest& request, const ActionChoices& choices, int now) : ActionForm(choices) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metrics::gapSmall);
        field_ = new Field(QStringLiteral("scaleInstances"),
                           request.targets.size() > 1 ? tr("Instances of each app") : tr("Instances"));
        field_->setNumber(true);
        field_->setText(QString::number(choices.instances));
        field_->setNote(tr("%1 now").arg(now));
        field_->setMaximumWidth(180);
        auto* less = Button::iconOnly(Glyph::Minus, tr("One less"));
        auto* more = Button::iconOnly(Glyph::Plus, tr("One more"));
        less->setObjectName(QStringLiteral("scaleLess"));
        more->setObjectName(QStringLiteral("scaleMore"));
        row->addWidget(field_);
        row->addWidget(less, 0, Qt::AlignVCenter);
        row->addWidget(more, 0, Qt::AlignVCenter);
        row->addStretch(1);
        connect(less, &QPushButton::clicked, this, [this] { step(-1); });
        connect(more, &QPushButton::clicked, this, [this] { step(1); });
        connect(field_->edit(), &QLineEdit::textChanged, this, &ScaleForm::take);
        setFocusProxy(field_->edit());
    }

private:
    void step(int by) { field_->setText(QString::number(std::clamp(choices_.instances + by, 0, mostInstances))); }
    void take() {
        bool ok = false;
        const int number = field_->text().trimmed().toInt(&ok);
        problem_ = ok && number >= 0 && number <= mostInstances ? QString() : tr("Write a whole number of instances.");
        if (problem_.isEmpty()) {
            choices_.instances = number;
            field_->clearProblem();
        } else {
            field_->setError(problem_);
        }
        Q_EMIT changed();
    }

    Field* field_;
};

class KillForm final : public ActionForm {
public:
    explicit KillForm(const ActionChoices& choices) : ActionForm(choices) {
        auto* column = columnOf(this);
        auto* ways = new SegmentedChoice(QStringLiteral("killWay"), tr("How to kill"),
                                         {tr("Replace"), tr("Scale down"), tr("Wipe volumes")});
        ways->setCurrent(choices.killAndScale ? 1 : choices.killAndWipe ? 2 : 0);
        column->addWidget(ways, 0, Qt::AlignLeft);
        connect(ways, &SegmentedChoice::chosen, this, [this](int way) {
            choices_.killAndScale = way == 1;
            choices_.killAndWipe = way == 2;
            Q_EMIT changed();
        });
        setFocusProxy(ways);
    }
};

class DrainForm final : public ActionForm {
public:
    explicit DrainForm(const ActionChoices& choices) : ActionForm(choices) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metrics::gapLarge);
        grace_ = new Field(QStringLiteral("drainGrace"), tr("Longest kill grace"));
        grace_->setNumber(true);
        grace_->setUnit(tr("min"));
        grace_->setHelp(tr("Empty: each task's own grace decides"));
        grace_->setMaximumWidth(240);
        auto* gone = new QCheckBox(tr("Mark gone when drained"));
        gone->setObjectName(QStringLiteral("drainMarkGone"));
        gone->setAccessibleName(gone->text());
        row->addWidget(grace_);
        row->addWidget(gone, 0, Qt::AlignVCenter);
        row->addStretch(1);
        connect(grace_->edit(), &QLineEdit::textChanged, this, &DrainForm::take);
        connect(gone, &QCheckBox::toggled, this, [this](bool on) {
            choices_.markGone = on;
            Q_EMIT changed();
        });
        setFocusProxy(grace_->edit());
    }

private:
    void take() {
        const QString text = grace_->text().trimmed();
        bool ok = text.isEmpty();
        const double minutes = ok ? 0 : text.toDouble(&ok);
        problem_ = ok && minutes >= 0 ? QString() : tr("Write a number of minutes, or nothing.");
        choices_.graceMs = text.isEmpty() ? -1 : qint64(minutes * 60'000);
        if (problem_.isEmpty())
            grace_->clearProblem();
        else
            grace_->setError(problem_);
        Q_EMIT changed();
    }

    Field* grace_;
};

class DocumentForm final : public ActionForm {
public:
    explicit DocumentForm(const ActionChoices& choices) : ActionForm(choices) {
        auto* column = columnOf(this);
        auto* row = new QHBoxLayout;
        row->addWidget(new Words(tr("Document"), Text::Strong));
        row->addWidget(
            new Words(tr("JSON of an app or a group, as the scheduler takes it"), Text::Small, Tone::Secondary));
        row->addStretch(1);
        auto* open = new Button(Glyph::Open, tr("Open a file…"));
        open->setObjectName(QStringLiteral("deployOpen"));
        open->setAccessibleName(open->text());
        row->addWidget(open);
        column->addLayout(row);
        text_ = new QPlainTextEdit;
        text_->setObjectName(QStringLiteral("deployDocument"));
        text_->setAccessibleName(tr("Document"));
        text_->setFont(theme::font(Text::MonoSmall));
        text_->setPlaceholderText(tr("Paste a document here"));
        text_->setLineWrapMode(QPlainTextEdit::NoWrap);
        text_->setTabChangesFocus(true);
        text_->setMinimumHeight(220);
        text_->setPlainText(QString::fromUtf8(choices.document));
        column->addWidget(text_);
        answers_ = new Words(QString(), Text::Body, Tone::Bad);
        answers_->setWordWrap(true);
        answers_->setTextInteractionFlags(Qt::TextSelectableByMouse);
        answers_->setObjectName(QStringLiteral("deployAnswers"));
        answers_->hide();
        column->addWidget(answers_);
        connect(open, &QPushButton::clicked, this, &DocumentForm::openFile);
        connect(text_, &QPlainTextEdit::textChanged, this, &DocumentForm::take);
        setFocusProxy(text_);
        take();
    }
    void showAnswers(const QString& text) override {
        answers_->setText(text);
        answers_->setVisible(!text.isEmpty());
    }

private:
    void openFile() {
        auto* dialog =
            new QFileDialog(window(), tr("Open a document"), QString(), tr("JSON documents (*.json);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, this, &DocumentForm::read);
        dialog->open();
    }
    void read(const QString& path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return showAnswers(tr("%1 can't be read: %2.").arg(path, file.errorString()));
        if (file.size() > largestDocument)
            return showAnswers(tr("%1 is too large for a document of an app.").arg(path));
        text_->setPlainText(QString::fromUtf8(file.readAll()));
    }
    void take() {
        choices_.document = text_->toPlainText().toUtf8();
        problem_ = choices_.document.trimmed().isEmpty() ? tr("There is no document yet.") : QString();
        showAnswers({});
        Q_EMIT changed();
    }

    QPlainTextEdit* text_;
    Words* answers_;
};

} // namespace

ActionForm* ActionForm::make(const ActionRequest& request, const ActionChoices& choices,
                             const cluster::Snapshot* snapshot) {
    using Verb = ActionRequest::Verb;
    if (request.verb == Verb::Scale) {
        const cluster::Slot slot = snapshot ? snapshot->findApp(request.targets.value(0)) : cluster::noSlot;
        return new ScaleForm(request, choices, slot == cluster::noSlot ? 0 : snapshot->apps[slot].app->instances);
    }
    if (request.verb == Verb::KillTasks)
        return new KillForm(choices);
    if (request.verb == Verb::DrainAgents)
        return new DrainForm(choices);
    return request.verb == Verb::Deploy ? new DocumentForm(choices) : nullptr;
}

} // namespace mesoscope::widgets

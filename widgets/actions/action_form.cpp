#include "widgets/actions/action_form.h"

#include "models/scheduler/request_parts.h"
#include "models/text/states.h"

#include "models/base/iso_time.h"
#include "models/text/format.h"
#include "widgets/actions/compose_form.h"
#include "widgets/actions/document_box.h"
#include "widgets/controls/choice.h"
#include "widgets/controls/field.h"
#include "widgets/theme/metrics.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace mesoscope::widgets {

namespace {

constexpr int mostInstances = 1'000'000;
constexpr double mostFactor = 1000;

QVBoxLayout* columnOf(QWidget* form) {
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gapSmall);
    return column;
}

/// A number of instances, or a factor on what each app wants now.
class ScaleForm final : public ActionForm {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::ScaleForm)
public:
    ScaleForm(const ActionRequest& request, const ActionChoices& choices, const QHash<QString, int>& now)
        : ActionForm(choices), now_(now) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metrics::gapSmall);
        how_ =
            new SegmentedChoice(QStringLiteral("scaleHow"), tr("How to scale"), {tr("To a number"), tr("By a factor")});
        field_ = new Field(QStringLiteral("scaleInstances"),
                           request.targets.size() > 1 ? tr("Instances of each app") : tr("Instances"));
        field_->setNumber(true);
        field_->setText(QString::number(choices.instances));
        field_->setNote(request.targets.size() > 1 ? tr("%1 apps").arg(request.targets.size())
                                                   : tr("%1 now").arg(now.value(request.targets.value(0))));
        field_->setMaximumWidth(180);
        auto* less = Button::iconOnly(Glyph::Minus, tr("One less"));
        auto* more = Button::iconOnly(Glyph::Plus, tr("One more"));
        less->setObjectName(QStringLiteral("scaleLess"));
        more->setObjectName(QStringLiteral("scaleMore"));
        row->addWidget(field_);
        row->addWidget(less, 0, Qt::AlignVCenter);
        row->addWidget(more, 0, Qt::AlignVCenter);
        row->addStretch(1);
        row->addWidget(how_, 0, Qt::AlignVCenter);
        connect(less, &QPushButton::clicked, this, [this] { step(-1); });
        connect(more, &QPushButton::clicked, this, [this] { step(1); });
        connect(field_->edit(), &QLineEdit::textChanged, this, &ScaleForm::take);
        connect(how_, &SegmentedChoice::chosen, this, [this](int how) {
            field_->setUnit(how == 1 ? tr("×") : QString());
            field_->setText(how == 1 ? QStringLiteral("1.5") : QString::number(choices_.instances));
            take();
        });
        setFocusProxy(field_->edit());
    }

private:
    bool byFactor() const { return how_->current() == 1; }
    void step(int by) {
        if (byFactor())
            return field_->setText(QString::number(std::max(0.0, field_->text().toDouble() + by * 0.5)));
        field_->setText(QString::number(std::clamp(choices_.instances + by, 0, mostInstances)));
    }
    void take() {
        choices_.instancesOf.clear();
        problem_ = byFactor() ? takeFactor() : takeNumber();
        if (problem_.isEmpty())
            field_->clearProblem();
        else
            field_->setError(problem_);
        Q_EMIT changed();
    }
    QString takeNumber() {
        bool ok = false;
        const int number = field_->text().trimmed().toInt(&ok);
        if (!ok || number < 0 || number > mostInstances)
            return tr("Write a whole number of instances.");
        choices_.instances = number;
        return {};
    }
    QString takeFactor() {
        bool ok = false;
        const double factor = field_->text().trimmed().toDouble(&ok);
        if (!ok || factor < 0 || factor > mostFactor)
            return tr("Write a factor between 0 and 1000, like 1.5.");
        for (auto it = now_.cbegin(); it != now_.cend(); ++it)
            choices_.instancesOf.insert(it.key(), int(std::ceil(*it * factor - 1e-9)));
        return {};
    }

    QHash<QString, int> now_;
    SegmentedChoice* how_;
    Field* field_;
};

class ScaleGroupForm final : public ActionForm {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::ScaleGroupForm)
public:
    explicit ScaleGroupForm(const ActionChoices& choices) : ActionForm(choices) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metrics::gapSmall);
        how_ = new SegmentedChoice(QStringLiteral("scaleGroupHow"), tr("How to scale"),
                                   {tr("All by a factor"), tr("Every app to a number")});
        field_ = new Field(QStringLiteral("scaleGroupValue"), tr("Factor or number"));
        field_->setNumber(true);
        field_->setText(QStringLiteral("1.5"));
        field_->setMaximumWidth(180);
        row->addWidget(field_);
        row->addStretch(1);
        row->addWidget(how_, 0, Qt::AlignVCenter);
        connect(field_->edit(), &QLineEdit::textChanged, this, &ScaleGroupForm::take);
        connect(how_, &SegmentedChoice::chosen, this, [this](int how) {
            field_->setText(how == 0 ? QStringLiteral("1.5") : QStringLiteral("1"));
            take();
        });
        setFocusProxy(field_->edit());
        choices_.factor = 1.5;
    }

private:
    void take() {
        bool ok = false;
        const QString text = field_->text().trimmed();
        choices_.everyApp = how_->current() == 1;
        if (choices_.everyApp) {
            const int number = text.toInt(&ok);
            ok = ok && number >= 0 && number <= mostInstances;
            choices_.instances = ok ? number : choices_.instances;
        } else {
            const double factor = text.toDouble(&ok);
            ok = ok && factor >= 0 && factor <= mostFactor;
            choices_.factor = ok ? factor : choices_.factor;
        }
        problem_ = ok                  ? QString()
                   : choices_.everyApp ? tr("Write a whole number of instances.")
                                       : tr("Write a factor between 0 and 1000, like 1.5.");
        if (ok)
            field_->clearProblem();
        else
            field_->setError(problem_);
        Q_EMIT changed();
    }

    SegmentedChoice* how_;
    Field* field_;
};

/// Which of the group's earlier states.
class RevertGroupForm final : public ActionForm {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::RevertGroupForm)
public:
    RevertGroupForm(const ActionRequest& request, const ActionChoices& choices)
        : ActionForm(choices), first_(request.version) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metrics::gapSmall);
        row->addWidget(new Words(tr("Back to the state of"), Text::Body, Tone::Secondary));
        box_ = new QComboBox;
        box_->setObjectName(QStringLiteral("revertVersion"));
        box_->setAccessibleName(tr("State of the group to go back to"));
        box_->setMinimumWidth(260);
        said_ = new Words(tr("Reading the group's versions…"), Text::Small, Tone::Secondary);
        row->addWidget(box_);
        row->addWidget(said_, 1);
        if (!first_.isEmpty())
            box_->addItem(first_.left(19), first_);
        problem_ = first_.isEmpty() ? tr("The group's versions are being read.") : QString();
        connect(box_, &QComboBox::activated, this, [this] { choose(); });
        setFocusProxy(box_);
    }
    void setVersions(const QStringList& versions, const QString& problem, qint64 nowMs) override {
        said_->setText(problem);
        box_->clear();
        for (const QString& version : versions)
            box_->addItem(text::timeOfDay(base::msFromIso(version.toStdString()), nowMs), version);
        if (!first_.isEmpty() && box_->findData(first_) < 0)
            box_->addItem(first_.left(19), first_);
        // The newest one is what runs now.
        box_->setCurrentIndex(!first_.isEmpty() ? box_->findData(first_) : std::min(1, box_->count() - 1));
        choose();
    }

private:
    void choose() {
        choices_.version = box_->currentData().toString();
        problem_ = choices_.version.isEmpty() ? tr("No earlier version of the group is known.") : QString();
        Q_EMIT changed();
    }

    QString first_;
    QComboBox* box_;
    Words* said_;
};

class KillForm final : public ActionForm {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::KillForm)
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
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::DrainForm)
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

/// Share of the traffic, and for a canary how many instances more.
class ShareForm final : public ActionForm {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::ShareForm)
public:
    /// A canary that begins brings a new image; one that goes on replaces more instances by what it began with.
    enum class Stage { Begins, GoesOn, OnlyTraffic };
    ShareForm(const ActionChoices& choices, Stage stage, const QString& image)
        : ActionForm(choices), document_(choices.document), imageNow_(image) {
        auto* column = columnOf(this);
        if (stage == Stage::Begins && !image.isEmpty()) {
            image_ = new Field(QStringLiteral("canaryImage"), tr("Image of the canary"));
            image_->setText(image);
            column->addWidget(image_);
            connect(image_->edit(), &QLineEdit::textChanged, this, &ShareForm::take);
        }
        auto* row = new QHBoxLayout;
        row->setSpacing(metrics::gapLarge);
        if (stage != Stage::OnlyTraffic) {
            instances_ =
                new Field(QStringLiteral("canaryInstances"),
                          stage == Stage::Begins ? tr("Instances to replace") : tr("More instances to replace"));
            instances_->setNumber(true);
            instances_->setText(QString::number(choices.instances));
            row->addWidget(instances_);
            connect(instances_->edit(), &QLineEdit::textChanged, this, &ShareForm::take);
        }
        share_ = new Field(QStringLiteral("canaryShare"), tr("Share of the traffic"));
        share_->setNumber(true);
        share_->setUnit(tr("%"));
        share_->setText(QString::number(choices.factor * 100));
        row->addWidget(share_);
        row->addStretch(1);
        column->addLayout(row);
        connect(share_->edit(), &QLineEdit::textChanged, this, &ShareForm::take);
        setFocusProxy(image_ ? image_->edit() : share_->edit());
        take();
    }

private:
    void take() {
        bool ok = false;
        const double percent = share_->text().trimmed().toDouble(&ok);
        problem_ = ok && percent > 0 && percent <= 100 ? QString() : tr("Write a share above 0, at most 100 %.");
        if (problem_.isEmpty())
            choices_.factor = percent / 100;
        if (instances_) {
            const int number = instances_->text().trimmed().toInt(&ok);
            if (ok && number > 0)
                choices_.instances = number;
            else
                problem_ = tr("Write a whole number of instances.");
        }
        if (image_)
            takeImage(image_->text().trimmed());
        Q_EMIT changed();
    }
    void takeImage(const QString& image) {
        choices_.document = scheduler::withImage(document_, image);
        if (problem_.isEmpty() && (image.isEmpty() || image == imageNow_))
            problem_ = tr("Write the image that the canary is to try; it runs %1 now.").arg(imageNow_);
    }

    QByteArray document_;
    QString imageNow_;
    Field* image_ = nullptr;
    Field* instances_ = nullptr;
    Field* share_;
};

class DocumentForm final : public ActionForm {
    Q_DECLARE_TR_FUNCTIONS(mesoscope::widgets::DocumentForm)
public:
    explicit DocumentForm(const ActionChoices& choices) : ActionForm(choices) {
        box_ = new DocumentBox(QStringLiteral("deploy"),
                               {tr("Document"), tr("JSON of an app or a group, as the scheduler takes it"),
                                tr("Paste a document here"), tr("JSON documents (*.json);;All files (*)")});
        box_->setDocument(choices.document);
        columnOf(this)->addWidget(box_);
        connect(box_, &DocumentBox::changed, this, &DocumentForm::take);
        setFocusProxy(box_);
        take();
    }
    void showAnswers(const QString& text) override { box_->showAnswers(text); }

private:
    void take() {
        choices_.document = box_->document();
        problem_ = choices_.document.trimmed().isEmpty() ? tr("There is no document yet.") : QString();
        Q_EMIT changed();
    }

    DocumentBox* box_;
};

} // namespace

ActionForm* ActionForm::make(const ActionRequest& request, const ActionChoices& choices,
                             const cluster::Snapshot* snapshot) {
    using Verb = ActionRequest::Verb;
    if (request.verb == Verb::Scale) {
        QHash<QString, int> now;
        for (const QString& id : request.targets) {
            const cluster::Slot slot = snapshot ? snapshot->findApp(id) : cluster::noSlot;
            now.insert(id, slot == cluster::noSlot ? 0 : snapshot->apps[slot].app->instances);
        }
        return new ScaleForm(request, choices, now);
    }
    if (request.verb == Verb::ScaleGroup)
        return new ScaleGroupForm(choices);
    if (request.verb == Verb::RevertGroup)
        return new RevertGroupForm(request, choices);
    if (request.verb == Verb::Canary || request.verb == Verb::SetWeights) {
        const QString app = request.targets.value(0);
        const cluster::Slot slot = snapshot ? snapshot->findApp(app) : cluster::noSlot;
        const auto stage = request.verb == Verb::SetWeights                        ? ShareForm::Stage::OnlyTraffic
                           : snapshot && text::hasUnfinishedCanary(*snapshot, app) ? ShareForm::Stage::GoesOn
                                                                                   : ShareForm::Stage::Begins;
        return new ShareForm(choices, stage, slot == cluster::noSlot ? QString() : snapshot->apps[slot].app->image);
    }
    const bool ways = !snapshot || scheduler::has(snapshot->capabilities, scheduler::Capability::KillAndScale);
    if (request.verb == Verb::KillTasks)
        return ways ? new KillForm(choices) : nullptr;
    if (request.verb == Verb::DrainAgents)
        return new DrainForm(choices);
    if (request.verb == Verb::CreateCompose)
        return new ComposeForm(choices);
    return request.verb == Verb::Deploy ? new DocumentForm(choices) : nullptr;
}

} // namespace mesoscope::widgets

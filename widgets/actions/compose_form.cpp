#include "widgets/actions/compose_form.h"

#include "models/scheduler/compose_file.h"
#include "widgets/actions/document_box.h"
#include "widgets/controls/field.h"
#include "widgets/theme/metrics.h"

#include <QHBoxLayout>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace mesoscope::widgets {

namespace {

/// Name, user and cluster stand before the variables.
constexpr qsizetype namesFirst = 3;

Field* fieldIn(QHBoxLayout* row, const char* name, const QString& label, const QString& text, const QString& help) {
    auto* field = new Field(QLatin1String(name), label);
    field->setText(text);
    field->setHelp(help);
    row->addWidget(field, 1);
    return field;
}

QStringList assignmentsIn(const QString& text) {
    QStringList out;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString one = part.trimmed(); !one.isEmpty())
            out << one;
    }
    return out;
}

} // namespace

ComposeForm::ComposeForm(const ActionChoices& choices) : ActionForm(choices) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gapSmall);
    box_ = new DocumentBox(QStringLiteral("compose"),
                           {tr("Compose file"), tr("YAML with services; each becomes an app"),
                            tr("Paste a compose file here"), tr("Compose files (*.yml *.yaml);;All files (*)")});
    box_->setDocument(choices.document);
    column->addWidget(box_, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::gapLarge);
    const QStringList& had = choices.compose;
    name_ = fieldIn(row, "composeName", tr("Name"), had.value(0), tr("The second part of its apps' ids"));
    runAs_ = fieldIn(row, "composeRunAs", tr("Run as"), had.value(1), tr("The user that its apps run as"));
    cluster_ = fieldIn(row, "composeCluster", tr("Cluster"), had.value(2), tr("Empty: the scheduler's own"));
    column->addLayout(row);
    variables_ = new Field(QStringLiteral("composeVariables"), tr("Variables"));
    variables_->setText(had.mid(namesFirst).join(QStringLiteral(", ")));
    column->addWidget(variables_);
    for (Field* field : {name_, runAs_, cluster_, variables_})
        connect(field->edit(), &QLineEdit::textChanged, this, &ComposeForm::take);
    connect(box_, &DocumentBox::changed, this, &ComposeForm::take);
    connect(box_, &DocumentBox::fileOpened, this, &ComposeForm::nameAfter);
    setFocusProxy(box_);
    take();
}

void ComposeForm::showAnswers(const QString& text) {
    box_->showAnswers(text);
}

/// A file's name is a good name, unless one was written already.
void ComposeForm::nameAfter(const QString& file) {
    static const QRegularExpression notAllowed(QStringLiteral("[^A-Za-z0-9-]+"));
    if (name_->text().isEmpty())
        name_->setText(QString(file).replace(notAllowed, QStringLiteral("-")).left(64));
}

void ComposeForm::take() {
    choices_.document = box_->document();
    choices_.compose = QStringList{name_->text().trimmed(), runAs_->text().trimmed(), cluster_->text().trimmed()};
    const auto file = scheduler::readComposeFile(choices_.document);
    const QStringList wanted = file ? file->variables : QStringList();
    variables_->setVisible(!wanted.isEmpty());
    variables_->setHelp(
        tr("NAME=value, separated by commas. The file asks for %1.").arg(wanted.join(QStringLiteral(", "))));
    if (!wanted.isEmpty())
        choices_.compose += assignmentsIn(variables_->text());
    problem_ = choices_.document.trimmed().isEmpty() ? tr("There is no compose file yet.")
               : choices_.compose.at(0).isEmpty()    ? tr("Give it a name.")
               : choices_.compose.at(1).isEmpty()    ? tr("Say which user its apps run as.")
                                                     : QString();
    Q_EMIT changed();
}

} // namespace mesoscope::widgets

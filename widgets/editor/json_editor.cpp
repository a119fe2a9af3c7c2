#include "widgets/editor/json_editor.h"

#include "models/appspec/schema.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

namespace mesoscope::widgets {
namespace {

constexpr int errorMark = 8;
constexpr int warningMark = 9;
constexpr int errorStyle = 60;
constexpr int warningStyle = 61;

} // namespace

JsonEditor::JsonEditor(appspec::EditorModel& model, QWidget* parent)
    : QsciScintilla(parent), model_(model), lexer_(new QsciLexerJSON(this)) {
    setObjectName(QStringLiteral("editorText"));
    setAccessibleName(tr("Document as JSON"));
    setUtf8(true);
    setLexer(lexer_);
    setFolding(QsciScintilla::BoxedTreeFoldStyle, 2);
    setBraceMatching(QsciScintilla::SloppyBraceMatch);
    setMarginType(0, QsciScintilla::NumberMargin);
    setAutoIndent(true);
    setIndentationsUseTabs(false);
    setIndentationWidth(2);
    setTabWidth(2);
    setCaretLineVisible(true);
    setAnnotationDisplay(QsciScintilla::AnnotationStandard);
    setScrollWidth(10);
    setScrollWidthTracking(true);
    setFrameShape(QFrame::NoFrame);
    setAutoCompletionSource(QsciScintilla::AcsNone);
    indicatorDefine(QsciScintilla::SquiggleIndicator, errorMark);
    indicatorDefine(QsciScintilla::SquiggleIndicator, warningMark);
    SendScintilla(SCI_SETUNDOCOLLECTION, 0UL);
    SendScintilla(SCI_SETMODEVENTMASK, long(SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT));
    connect(this, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int position, int type, const char* text, int length) { modified(position, type, text, length); });
    connect(this, &QsciScintilla::cursorPositionChanged, this, [this] {
        if (!fromModel_ && !fromForm_ && hasFocus())
            Q_EMIT pointerChanged(model_.pointerAt(quint32(SendScintilla(SCI_GETCURRENTPOS))));
    });
    connect(&model_, &appspec::EditorModel::textChanged, this, &JsonEditor::replaceFromModel);
    connect(&model_, &appspec::EditorModel::checked, this, &JsonEditor::showProblems);
    replaceFromModel(0, 0, model_.text());
    applyTheme();
}

void JsonEditor::modified(int position, int type, const char* text, int length) {
    if (fromModel_)
        return;
    if (type & SC_MOD_INSERTTEXT)
        model_.typed(quint32(position), 0, QByteArray(text, length));
    else if (type & SC_MOD_DELETETEXT)
        model_.typed(quint32(position), quint32(length), {});
    setMarginWidth(0, QString(QString::number(lines()).size() + 2, QLatin1Char('9')));
}

void JsonEditor::replaceFromModel(quint32 offset, quint32 length, const QByteArray& bytes) {
    fromModel_ = true;
    SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(offset), static_cast<long>(offset + length));
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(bytes.size()), bytes.constData());
    fromModel_ = false;
    setMarginWidth(0, QString(QString::number(lines()).size() + 2, QLatin1Char('9')));
}

void JsonEditor::showProblems() {
    clearAnnotations();
    const int size = int(model_.text().size());
    for (const int mark : {errorMark, warningMark}) {
        SendScintilla(SCI_SETINDICATORCURRENT, mark);
        SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, long(size));
    }
    QHash<int, QString> lines;
    QHash<int, bool> bad;
    for (const appspec::Problem& problem : model_.judgement().problems) {
        const bool error = problem.severity == appspec::Severity::Error;
        const int line = problem.position.line - 1;
        QString& text = lines[line];
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + QStringLiteral("  ⚠ ") +
                problem.message.left(300) + QStringLiteral("  ") + appspec::explanation(problem);
        bad[line] = bad.value(line) || error;
        const int begin = int(std::min<quint32>(problem.begin, quint32(size)));
        // A whole object underlined helps nobody; its first line is enough.
        const int end = std::min(int(problem.end), int(SendScintilla(SCI_GETLINEENDPOSITION, line)));
        SendScintilla(SCI_SETINDICATORCURRENT, error ? errorMark : warningMark);
        SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(begin), long(std::max(1, end - begin)));
    }
    for (auto it = lines.cbegin(); it != lines.cend(); ++it)
        annotate(it.key(), it.value(), bad.value(it.key()) ? errorStyle : warningStyle);
}

void JsonEditor::applyTheme() {
    const Theme& theme = theme::of(this);
    const QFont font = theme::font(Text::Mono);
    lexer_->setDefaultFont(font);
    lexer_->setFont(font);
    lexer_->setPaper(theme.surface);
    lexer_->setColor(theme.text);
    lexer_->setColor(theme.text, QsciLexerJSON::Property);
    lexer_->setColor(theme.accent, QsciLexerJSON::String);
    lexer_->setColor(theme.draining, QsciLexerJSON::Number);
    lexer_->setColor(theme.draining, QsciLexerJSON::Keyword);
    lexer_->setColor(theme.secondary, QsciLexerJSON::Operator);
    lexer_->setColor(theme.bad, QsciLexerJSON::Error);
    lexer_->setColor(theme.bad, QsciLexerJSON::UnclosedString);
    lexer_->setPaper(theme.surface, QsciLexerJSON::Error);
    lexer_->setPaper(theme.surface, QsciLexerJSON::UnclosedString);
    setPaper(theme.surface);
    setColor(theme.text);
    setCaretForegroundColor(theme.text);
    setCaretLineBackgroundColor(theme.hover);
    setSelectionBackgroundColor(theme.selected);
    setSelectionForegroundColor(theme.text);
    setMarginsBackgroundColor(theme.surface);
    setMarginsForegroundColor(theme.disabled);
    setMarginsFont(theme::font(Text::MonoSmall));
    setFoldMarginColors(theme.surface, theme.surface);
    setMatchedBraceBackgroundColor(theme.raised);
    setMatchedBraceForegroundColor(theme.accent);
    setUnmatchedBraceForegroundColor(theme.bad);
    setIndicatorForegroundColor(theme.bad, errorMark);
    setIndicatorForegroundColor(theme.warning, warningMark);
    const auto style = [&](int number, const QColor& color, const QColor& paper) {
        SendScintilla(SCI_STYLESETFORE, static_cast<unsigned long>(number), color);
        SendScintilla(SCI_STYLESETBACK, static_cast<unsigned long>(number), paper);
        SendScintilla(SCI_STYLESETFONT, static_cast<unsigned long>(number),
                      theme::interfaceFont().family().toUtf8().constData());
        SendScintilla(SCI_STYLESETSIZE, static_cast<unsigned long>(number), 9L);
    };
    style(errorStyle, theme.bad, theme.tint(Tone::Bad));
    style(warningStyle, theme.warning, theme.tint(Tone::Warning));
    for (int marker = int(SC_MARKNUM_FOLDEREND); marker <= int(SC_MARKNUM_FOLDEROPEN); ++marker) {
        setMarkerForegroundColor(theme.surface, marker);
        setMarkerBackgroundColor(theme.secondary, marker);
    }
}

void JsonEditor::showPointer(const QString& pointer) {
    const auto [begin, end] = model_.rangeOf(pointer);
    fromForm_ = true;
    const long line = SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(begin));
    SendScintilla(SCI_ENSUREVISIBLE, static_cast<unsigned long>(line));
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(begin));
    SendScintilla(SCI_SCROLLCARET);
    fromForm_ = false;
    Q_UNUSED(end);
}

void JsonEditor::foldAll(bool folded) {
    SendScintilla(SCI_FOLDALL, static_cast<unsigned long>(folded ? SC_FOLDACTION_CONTRACT : SC_FOLDACTION_EXPAND));
}

/// Keys of the object the caret is in, or the choices of the value it is in.
void JsonEditor::complete() {
    const quint32 position = quint32(SendScintilla(SCI_GETCURRENTPOS));
    const QString pointer = model_.pointerAt(position).mid(model_.appPointer().size());
    const appspec::FieldInfo* const field = appspec::fieldInfo(pointer);
    QStringList words;
    if (field && field->type == appspec::FieldType::Choice) {
        words = field->choiceList();
    } else if (field && field->type == appspec::FieldType::Boolean) {
        words = {QStringLiteral("false"), QStringLiteral("true")};
    } else {
        for (QString at = pointer; words.isEmpty(); at = at.left(at.lastIndexOf(QLatin1Char('/')))) {
            for (const appspec::FieldInfo* child : appspec::childFields(at)) {
                if (!child->is(appspec::FieldInfo::ReadOnly) && !child->is(appspec::FieldInfo::Deprecated))
                    words.append(child->name());
            }
            if (at.isEmpty())
                break;
        }
    }
    words.sort();
    if (words.isEmpty())
        return;
    const long start = SendScintilla(SCI_WORDSTARTPOSITION, static_cast<unsigned long>(position), 1L);
    SendScintilla(SCI_AUTOCSETIGNORECASE, 1UL);
    SendScintilla(SCI_AUTOCSHOW, static_cast<unsigned long>(long(position) - start),
                  words.join(QLatin1Char(' ')).toUtf8().constData());
}

void JsonEditor::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo)) {
        model_.undo();
    } else if (event->matches(QKeySequence::Redo)) {
        model_.redo();
    } else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        complete();
    } else if (event->key() == Qt::Key_Escape && !SendScintilla(SCI_AUTOCACTIVE)) {
        event->ignore();
    } else {
        QsciScintilla::keyPressEvent(event);
    }
}

void JsonEditor::changeEvent(QEvent* event) {
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

QString JsonEditor::helpAt(const QPoint& position) const {
    const long at =
        SendScintilla(SCI_POSITIONFROMPOINTCLOSE, static_cast<unsigned long>(position.x()), long(position.y()));
    if (at < 0)
        return {};
    const QString pointer = model_.pointerAt(quint32(at)).mid(model_.appPointer().size());
    const appspec::FieldInfo* const field = appspec::fieldInfo(pointer);
    if (!field)
        return {};
    QString text = field->title() + QLatin1Char('\n') + field->help();
    if (*field->choices)
        text += QLatin1Char('\n') + field->choiceList().join(QStringLiteral(" · "));
    if (*field->defaultJson)
        text += QLatin1Char('\n') + tr("Default: %1").arg(QString::fromLatin1(field->defaultJson));
    return text;
}

bool JsonEditor::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), helpAt(help->pos()), this);
        return true;
    }
    return QsciScintilla::event(event);
}

} // namespace mesoscope::widgets

#include "widgets/editor/json_editor.h"

#include "models/appspec/rules/fixes.h"
#include "models/appspec/schema.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/theme.h"

#include <QAccessibleWidget>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPointer>
#include <QToolTip>

#include <algorithm>

namespace mesoscope::widgets {
namespace {

constexpr int errorMark = 8;
constexpr int warningMark = 9;
constexpr int errorStyle = 60;
constexpr int warningStyle = 61;
constexpr int changeMarker = 3;
/// Stands, unseen, in the lines with a problem under them and moves with them.
constexpr int problemMarker = 4;
constexpr int changeMargin = 1;
constexpr int foldMargin = 2;
/// More annotations than anybody reads would only cost time.
constexpr int mostAnnotations = 200;
constexpr int mostMarks = 2000;
/// A line longer than this would keep the window busy for minutes: it is laid out as a whole.
constexpr qsizetype longestShown = 2'000'000;
/// Colouring all of a text that is larger takes longer than anybody wants to wait for a folded list.
constexpr qsizetype largestFolded = 4'000'000;
/// A list or map longer than this is folded at first.
constexpr int longValue = 24;

/// The library's own interface counts characters from the beginning of the document at every move of the caret; it is
/// made only when somebody reads the screen by it.
QAccessibleInterface* plainUntilRead(const QString& className, QObject* object) {
    if (className != QLatin1String(JsonEditor::staticMetaObject.className()) ||
        static_cast<JsonEditor*>(object)->isRead())
        return nullptr;
    return new QAccessibleWidget(static_cast<QWidget*>(object), QAccessible::EditableText);
}

void forgetInterface(QObject* object) {
    if (QAccessibleInterface* const known = QAccessible::queryAccessibleInterface(object))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(known));
}

} // namespace

JsonEditor::JsonEditor(appspec::EditorModel& model, QWidget* parent)
    : QsciScintilla(parent), model_(model), lexer_(new QsciLexerJSON(this)) {
    QAccessible::installFactory(plainUntilRead);
    forgetInterface(this); // of the class that this was while it was built
    QAccessible::installActivationObserver(this);
    setObjectName(QStringLiteral("editorText"));
    setAccessibleName(tr("Document as JSON"));
    setUtf8(true);
    setLexer(lexer_);
    setFolding(QsciScintilla::BoxedTreeFoldStyle, foldMargin);
    setBraceMatching(QsciScintilla::SloppyBraceMatch);
    setMarginType(0, QsciScintilla::NumberMargin);
    setMarginType(changeMargin, QsciScintilla::SymbolMargin);
    setMarginWidth(changeMargin, 6);
    setMarginMarkerMask(changeMargin, 1 << changeMarker);
    markerDefine(QsciScintilla::FullRectangle, changeMarker);
    markerDefine(QsciScintilla::Invisible, problemMarker);
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
    // Lines on screen are shaped once, not again with every key.
    SendScintilla(SCI_SETLAYOUTCACHE, static_cast<unsigned long>(SC_CACHE_PAGE));
    SendScintilla(SCI_SETPOSITIONCACHE, 8192UL);
    // Told before and not after a change: after it the library would count all characters of the document up to
    // there, for readers of the screen that need not exist.
    SendScintilla(SCI_SETMODEVENTMASK, long(SC_MOD_BEFOREINSERT | SC_MOD_BEFOREDELETE));
    connect(this, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int position, int type, const char*, int length) { modified(position, type, length); });
    model_.askBeforeReading([self = QPointer<JsonEditor>(this)] {
        if (self)
            self->tellModel();
    });
    connect(this, &QsciScintilla::cursorPositionChanged, this, [this] {
        if (!fromModel_ && !fromForm_ && !hidden_ && hasFocus())
            Q_EMIT pointerChanged(model_.pointerAt(quint32(SendScintilla(SCI_GETCURRENTPOS))));
    });
    connect(&model_, &appspec::EditorModel::textChanged, this, &JsonEditor::replaceFromModel);
    connect(&model_, &appspec::EditorModel::checked, this, &JsonEditor::showProblems);
    replaceFromModel(0, 0, model_.text());
    applyTheme();
}

JsonEditor::~JsonEditor() {
    QAccessible::removeActivationObserver(this);
}

void JsonEditor::accessibilityActiveChanged(bool active) {
    if (active)
        forgetInterface(this);
    read_ = active;
}

void JsonEditor::modified(int position, int type, int length) {
    if (fromModel_)
        return;
    tellModel(); // what was announced before has happened by now
    const bool inserts = type & SC_MOD_BEFOREINSERT;
    typed_ = Typed{position, inserts ? 0 : length, inserts ? length : 0};
    model_.typing();
}

void JsonEditor::tellModel() {
    if (!typed_)
        return;
    const Typed typed = *typed_;
    typed_.reset();
    QByteArray inserted;
    if (typed.inserted > 0)
        inserted = bytes(typed.position, typed.position + typed.inserted).left(typed.inserted);
    model_.typed(quint32(typed.position), quint32(typed.removed), inserted);
    fitMargin();
}

bool JsonEditor::isTooLongToShow() const {
    const QByteArray& text = model_.text();
    if (text.size() <= longestShown)
        return false;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = text.indexOf('\n', from);
        if ((end < 0 ? text.size() : end) - from > longestShown)
            return true;
        if (end < 0)
            break;
        from = end + 1;
    }
    return false;
}

void JsonEditor::replaceFromModel(quint32 offset, quint32 length, const QByteArray& bytes) {
    fromModel_ = true;
    const bool wasHidden = hidden_;
    // Only what comes in at once makes such a line.
    if (hidden_ || bytes.size() > longestShown)
        hidden_ = isTooLongToShow();
    if (hidden_ || wasHidden) {
        SendScintilla(SCI_SETREADONLY, 0UL);
        const QByteArray shown =
            hidden_ ? tr("This document has a line of several megabytes. It is kept as it is, but not shown; More, "
                         "“Lay out the text” puts every value on a line of its own.")
                          .toUtf8()
                    : model_.text();
        SendScintilla(SCI_CLEARALL);
        SendScintilla(SCI_ADDTEXT, static_cast<unsigned long>(shown.size()), shown.constData());
        SendScintilla(SCI_GOTOPOS, 0UL);
        SendScintilla(SCI_SETREADONLY, hidden_ ? 1UL : 0UL);
        fromModel_ = false;
        fitMargin();
        return;
    }
    SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(offset), static_cast<long>(offset + length));
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(bytes.size()), bytes.constData());
    fromModel_ = false;
    fitMargin();
}

/// Laying out the whole view again costs time; only another number of digits needs it.
void JsonEditor::fitMargin() {
    const int digits = int(QString::number(lines()).size());
    if (digits == digits_)
        return;
    digits_ = digits;
    setMarginWidth(0, QString(digits + 2, QLatin1Char('9')));
}

void JsonEditor::showProblems() {
    if (hidden_)
        return;
    const QList<appspec::Problem> problems = model_.judgement().problems.mid(0, mostAnnotations);
    QMap<int, std::pair<QString, bool>> lines;
    for (const appspec::Problem& problem : problems) {
        auto& [text, bad] = lines[problem.position.line - 1];
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + QStringLiteral("  ⚠ ") + told(problem);
        bad |= problem.severity == appspec::Severity::Error;
    }
    underline(problems);
    annotate(lines);
    showChanges();
    Q_EMIT marksChanged();
}

void JsonEditor::underline(const QList<appspec::Problem>& problems) {
    const int size = int(model_.text().size());
    for (const int mark : {errorMark, warningMark}) {
        SendScintilla(SCI_SETINDICATORCURRENT, mark);
        if (underlined_)
            SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, long(size));
    }
    underlined_ = !problems.isEmpty();
    for (const appspec::Problem& problem : problems) {
        const int begin = int(std::min<quint32>(problem.begin, quint32(size)));
        // A whole object underlined helps nobody; its first line is enough.
        const int end =
            std::min(int(problem.end), int(SendScintilla(SCI_GETLINEENDPOSITION, problem.position.line - 1)));
        const bool error = problem.severity == appspec::Severity::Error;
        SendScintilla(SCI_SETINDICATORCURRENT, error ? errorMark : warningMark);
        SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(begin), long(std::max(1, end - begin)));
    }
}

/// Sets and clears only the lines whose words are other ones: clearing all lays out every line of the document anew.
void JsonEditor::annotate(const QMap<int, std::pair<QString, bool>>& lines) {
    const QList<int> marked = markedLines(problemMarker);
    const bool moved = marked != annotated_.keys();
    for (const int line : marked) {
        if (moved || annotated_.value(line) != lines.value(line)) {
            clearAnnotations(line);
            markerDelete(line, problemMarker);
        }
    }
    problemLines_.clear();
    for (auto it = lines.cbegin(); it != lines.cend(); ++it) {
        const auto& [text, bad] = it.value();
        problemLines_.append({it.key(), bad});
        if (!moved && annotated_.value(it.key()) == it.value())
            continue;
        QsciScintilla::annotate(it.key(), text, bad ? errorStyle : warningStyle);
        markerAdd(it.key(), problemMarker);
    }
    annotated_ = lines;
}

QString JsonEditor::told(const appspec::Problem& problem) const {
    QString text = problem.message.left(300);
    if (problem.stage == appspec::Stage::Server)
        text = tr("The server says: %1").arg(text);
    const QString meaning = appspec::explanation(problem);
    if (!meaning.isEmpty())
        text += QStringLiteral("  ") + meaning;
    QStringList ways;
    if (const appspec::JsonTree* const tree = model_.judgement().tree.get()) {
        for (const appspec::Fix& fix : appspec::fixesFor(problem, *tree))
            ways.append(fix.label);
    }
    return ways.isEmpty() ? text : text + QStringLiteral("  ") + tr("Ctrl+. : %1").arg(ways.first());
}

QList<int> JsonEditor::markedLines(int marker) const {
    QList<int> lines;
    for (int line = markerFindNext(0, 1U << marker); line >= 0; line = markerFindNext(line + 1, 1U << marker))
        lines.append(line);
    return lines;
}

/// A bar in the margin beside every line whose value is not as it runs.
void JsonEditor::showChanges() {
    const appspec::Judgement& judgement = model_.judgement();
    QSet<int> lines;
    for (const QString& pointer : judgement.changed) {
        if (!judgement.tree || judgement.changed.size() > mostMarks)
            break;
        const appspec::JsonValue value = judgement.tree->at(pointer);
        if (pointer.isEmpty() || !value.isValid())
            continue;
        const int first = int(SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(value.begin())));
        const int last = int(SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(value.end())));
        for (int line = first; line <= last && line - first < 200; ++line)
            lines.insert(line);
    }
    changedLines_ = QList<int>(lines.cbegin(), lines.cend());
    std::sort(changedLines_.begin(), changedLines_.end());
    if (changedLines_ == markedLines(changeMarker))
        return;
    markerDeleteAll(changeMarker);
    for (const int line : std::as_const(changedLines_))
        markerAdd(line, changeMarker);
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
    setMarkerBackgroundColor(theme.accent, changeMarker);
    setMarkerForegroundColor(theme.accent, changeMarker);
    for (int marker = int(SC_MARKNUM_FOLDEREND); marker <= int(SC_MARKNUM_FOLDEROPEN); ++marker) {
        // Markers of the folding are not among those that the class itself knows.
        SendScintilla(SCI_MARKERSETFORE, static_cast<unsigned long>(marker), theme.surface);
        SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(marker), theme.disabled);
    }
}

void JsonEditor::showPointer(const QString& pointer) {
    if (hidden_)
        return;
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

void JsonEditor::foldLong() {
    if (hidden_ || model_.text().size() > largestFolded)
        return;
    SendScintilla(SCI_COLOURISE, 0UL, -1L);
    const appspec::JsonValue app = model_.json(model_.appPointer());
    const auto lineOf = [this](quint32 at) {
        return SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(at));
    };
    for (appspec::JsonValue child = app.firstChild(); child.isValid(); child = child.next()) {
        const long first = lineOf(child.begin());
        if (lineOf(child.end()) - first > longValue)
            SendScintilla(SCI_FOLDLINE, static_cast<unsigned long>(first), long(SC_FOLDACTION_CONTRACT));
    }
}

bool JsonEditor::findNext(const QString& text) {
    return !text.isEmpty() && findFirst(text, false, false, false, true, true);
}

bool JsonEditor::mendHere() {
    const int line =
        int(SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(SendScintilla(SCI_GETCURRENTPOS))));
    const appspec::Judgement judgement = model_.judgement();
    for (const appspec::Problem& problem : judgement.problems) {
        if (problem.position.line - 1 != line || !judgement.tree)
            continue;
        const QList<appspec::Fix> fixes = appspec::fixesFor(problem, *judgement.tree);
        if (fixes.isEmpty())
            continue;
        model_.apply(fixes.first());
        return true;
    }
    return false;
}

/// Choices of the value at the pointer; else the keys that its object does not have yet.
QStringList JsonEditor::completions(const QString& pointer) const {
    const appspec::FieldInfo* const field = appspec::fieldInfo(pointer);
    if (field && field->type == appspec::FieldType::Choice)
        return field->choiceList();
    if (field && field->type == appspec::FieldType::Boolean)
        return {QStringLiteral("false"), QStringLiteral("true")};
    QStringList words;
    for (QString at = pointer;; at = at.left(at.lastIndexOf(QLatin1Char('/')))) {
        const appspec::JsonValue object = model_.json(model_.appPointer() + at);
        for (const appspec::FieldInfo* child : appspec::childFields(at)) {
            if (!child->is(appspec::FieldInfo::ReadOnly) && !child->is(appspec::FieldInfo::Deprecated) &&
                !object.member(child->name()).isValid())
                words.append(child->name());
        }
        if (!words.isEmpty() || at.isEmpty())
            break;
    }
    words.sort();
    return words;
}

/// The library looks for the screen under the list and crashes where there is none: beside a window that is dragged
/// half off the desktop.
bool JsonEditor::isOnScreen(quint32 position) const {
    const QPoint caret(int(SendScintilla(SCI_POINTXFROMPOSITION, 0UL, long(position))),
                       int(SendScintilla(SCI_POINTYFROMPOSITION, 0UL, long(position))));
    for (const QPoint& point : {caret, rect().topLeft(), rect().center()}) {
        if (!QGuiApplication::screenAt(viewport()->mapToGlobal(point)))
            return false;
    }
    return true;
}

/// `asked`: by the key, not only because a quote was typed.
void JsonEditor::complete(bool asked) {
    const quint32 position = quint32(SendScintilla(SCI_GETCURRENTPOS));
    const QStringList words = completions(model_.pointerAt(position).mid(model_.appPointer().size()));
    if (words.isEmpty() || !isOnScreen(position))
        return;
    const long start = SendScintilla(SCI_WORDSTARTPOSITION, static_cast<unsigned long>(position), 1L);
    const long typed = long(position) - start;
    if (!asked && typed > 0)
        return;
    SendScintilla(SCI_AUTOCSETIGNORECASE, 1UL);
    SendScintilla(SCI_AUTOCSHOW, static_cast<unsigned long>(typed), words.join(QLatin1Char(' ')).toUtf8().constData());
}

void JsonEditor::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo)) {
        model_.undo();
    } else if (event->matches(QKeySequence::Redo)) {
        model_.redo();
    } else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        complete(true);
    } else if (event->key() == Qt::Key_Period && event->modifiers() == Qt::ControlModifier) {
        mendHere();
    } else if (event->key() == Qt::Key_Escape && !SendScintilla(SCI_AUTOCACTIVE)) {
        event->ignore();
    } else {
        QsciScintilla::keyPressEvent(event);
        // A quote that opens a text is where a key or a known word begins.
        if (event->text() == QLatin1String("\"") && !SendScintilla(SCI_AUTOCACTIVE))
            complete(false);
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

#include "ui_common/spellfield.h"

#include "base/async.h"
#include "documents/spelling.h"
#include "ui_common/tone.h"

#include <QtCore/QPromise>
#include <QtCore/QRegularExpression>
#include <QtCore/QThreadPool>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QSyntaxHighlighter>
#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

using Dictionary = std::shared_ptr<SpellChecker>;

//! One for the program: it takes a tenth of a second and some megabytes.
QFuture<Result<Dictionary>> dictionary()
{
    static const QFuture<Result<Dictionary>> loading = [] {
        auto promise = std::make_shared<QPromise<Result<Dictionary>>>();
        promise->start();
        QThreadPool::globalInstance()->start([promise] {
            auto opened = SpellChecker::open();
            promise->addResult(opened ? Result<Dictionary>(std::make_shared<SpellChecker>(std::move(opened).value()))
                                      : Result<Dictionary>(opened.error()));
            promise->finish();
        });
        return promise->future();
    }();
    return loading;
}

} // namespace

class SpellField::Underliner final : public QSyntaxHighlighter
{
public:
    explicit Underliner(SpellField &field) : QSyntaxHighlighter(field.document()), m_field(field) {}

protected:
    void highlightBlock(const QString &text) override
    {
        static const QRegularExpression tag(u"\\{\\{[^}]*\\}\\}"_s); // what is put in later
        QTextCharFormat later;
        later.setForeground(toneColor(Tone::Accent, m_field.palette()));
        later.setFontWeight(QFont::DemiBold);
        for (auto it = tag.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            setFormat(int(match.capturedStart()), int(match.capturedLength()), later);
        }
        if (!m_field.m_checker)
            return;
        QTextCharFormat unknown;
        unknown.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
        unknown.setUnderlineColor(toneColor(Tone::Late, m_field.palette()));
        const QList<Misspelling> found = m_field.m_checker->check(text);
        for (const Misspelling &word : found) {
            if (!m_field.m_userWords.contains(word.word, Qt::CaseInsensitive))
                setFormat(int(word.at), int(word.length), unknown);
        }
    }

private:
    SpellField &m_field;
};

SpellField::SpellField(QWidget *parent) : QPlainTextEdit(parent), m_underliner(new Underliner(*this))
{
    setTabChangesFocus(true);
}

SpellField::~SpellField() = default;

void SpellField::loadDictionary()
{
    if (m_checker)
        return;
    whenReady(dictionary(), this, [this](const Result<Dictionary> &opened) {
        if (!opened)
            return; // nothing is underlined: the text can be written all the same
        m_checker = *opened;
        m_underliner->rehighlight();
    });
}

void SpellField::setUserWords(const QStringList &words)
{
    if (std::exchange(m_userWords, words) != words && m_checker)
        m_underliner->rehighlight();
}

QStringList SpellField::misspelled() const
{
    QStringList words;
    if (!m_checker)
        return words;
    const QList<Misspelling> found = m_checker->check(toPlainText());
    for (const Misspelling &word : found) {
        if (!m_userWords.contains(word.word, Qt::CaseInsensitive))
            words.append(word.word);
    }
    return words;
}

bool SpellField::goToNext()
{
    if (!m_checker)
        return false;
    QList<Misspelling> found = m_checker->check(toPlainText());
    found.removeIf([this](const Misspelling &word) { return m_userWords.contains(word.word, Qt::CaseInsensitive); });
    if (found.isEmpty())
        return false;
    const int from = textCursor().selectionEnd();
    auto next = std::find_if(found.cbegin(), found.cend(), [from](const Misspelling &word) { return word.at >= from; });
    if (next == found.cend())
        next = found.cbegin(); // round again
    QTextCursor cursor = textCursor();
    cursor.setPosition(int(next->at));
    cursor.setPosition(int(next->at + next->length), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    offer(cursor, viewport()->mapToGlobal(cursorRect(cursor).bottomLeft()));
    return true;
}

void SpellField::offer(QTextCursor word, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList suggestions = m_checker->suggestions(word.selectedText());
    for (const QString &suggestion : suggestions) {
        connect(menu->addAction(suggestion), &QAction::triggered, this, [this, word, suggestion]() mutable {
            word.insertText(suggestion);
            setTextCursor(word);
        });
    }
    if (suggestions.isEmpty())
        menu->addAction(tr("No suggestion"))->setEnabled(false);
    else
        menu->setActiveAction(menu->actions().constFirst());
    menu->popup(at);
}

QTextCursor SpellField::wordAt(int position) const
{
    QTextCursor cursor(document());
    if (!m_checker)
        return cursor;
    const QList<Misspelling> found = m_checker->check(toPlainText());
    for (const Misspelling &word : found) {
        if (position >= word.at && position <= word.at + word.length) {
            cursor.setPosition(int(word.at));
            cursor.setPosition(int(word.at + word.length), QTextCursor::KeepAnchor);
        }
    }
    return cursor;
}

void SpellField::contextMenuEvent(QContextMenuEvent *event)
{
    const QTextCursor word = wordAt(cursorForPosition(event->pos()).position());
    if (word.hasSelection())
        offer(word, event->globalPos());
    else
        QPlainTextEdit::contextMenuEvent(event);
}

void SpellField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F7 && event->modifiers() == Qt::NoModifier)
        goToNext();
    else
        QPlainTextEdit::keyPressEvent(event);
}

} // namespace parvis

#pragma once

#include <QtCore/QFuture>
#include <QtWidgets/QPlainTextEdit>

#include <memory>

namespace parvis {

class SpellChecker;

//! A text in French whose unknown words are underlined. F7 goes to the next one and offers what may be meant; so does the menu of
//! the mouse. Without a dictionary nothing is underlined.
class SpellField final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit SpellField(QWidget *parent = nullptr);
    ~SpellField() override;

    //! Reads the dictionary in another thread, once for the program.
    void loadDictionary();
    void setUserWords(const QStringList &words); //!< names that this text may hold
    bool hasDictionary() const { return m_checker != nullptr; }
    QStringList misspelled() const;

    bool goToNext(); //!< selects the next unknown word and offers others; false: there is none

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    class Underliner;
    void offer(QTextCursor word, const QPoint &at);
    QTextCursor wordAt(int position) const;

    Underliner *m_underliner;
    std::shared_ptr<SpellChecker> m_checker;
    QStringList m_userWords;
};

} // namespace parvis

#pragma once

#include "documents/letter.h"
#include "domain/dispatch.h"

#include <QtWidgets/QWidget>

class QAbstractScrollArea;
class QBuffer;
class QPdfDocument;
class QScrollArea;
class QStackedWidget;
class QTextBrowser;

namespace parvis {

//! A reply as it will be read: a letter in its pages, an e-mail with its head, an SMS, or what is said on the telephone or at the
//! counter. Only looks; scrolled by whoever owns it.
class ReplyPaper final : public QWidget
{
    Q_OBJECT
public:
    explicit ReplyPaper(QWidget *parent = nullptr);
    ~ReplyPaper() override;

    //! \a letter is looked at for letters alone, see letterOf(). Shown from its top, unless it is the one shown before.
    void show(const Dispatch &dispatch, const Letter &letter);
    using QWidget::show;
    void clear();
    //! Lays a letter that will probably be shown next, so that it is there at once.
    void prepare(const Letter &letter);

    void scroll(int pages); //!< by so many windows' heights
    bool isAtEnd() const;

private:
    void showLetter(const Letter &letter);
    void showText(const Dispatch &dispatch);
    QAbstractScrollArea *area() const;

    QStackedWidget *m_pages;
    class Sheets;
    QScrollArea *m_letterArea;
    Sheets *m_sheets;
    QPdfDocument *m_document;
    QBuffer *m_buffer;
    QTextBrowser *m_text;
    Id m_shown;
    Letter m_letter;
    Letter m_next;
    QByteArray m_nextPdf; // of m_next; empty: none
};

} // namespace parvis

#pragma once

#include "presentation/approvalscontroller.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTextBrowser;

namespace parvis {

//! The text of the reply in sight, to be approved with changes. What is typed stays, also when it is left, until it is approved.
//! A text with fields is shown beside as the citizen in sight will read it.
class RewordPane final : public QWidget
{
    Q_OBJECT
public:
    explicit RewordPane(ApprovalsController &book, QWidget *parent = nullptr);

    void begin(); //!< on the reply in sight
    QString subject() const;
    QString text() const;

private:
    void keep();
    void preview();

    ApprovalsController &m_book;
    Id m_reply;
    QLineEdit *m_subject;
    QPlainTextEdit *m_text;
    QLabel *m_previewTitle, *m_missing;
    QTextBrowser *m_preview;
};

} // namespace parvis

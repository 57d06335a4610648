#pragma once

#include "base/result.h"

#include <QtCore/QElapsedTimer>

namespace parvis {

//! Documented in --help; scripts rely on them.
enum ExitCode { Done = 0, Failed = 1, Misused = 2 };

void say(const QString &text);      //!< one line to the standard output, at once
void complain(const QString &text); //!< one line to the standard error

//! What happened, what is safe, what to do, as whole sentences.
ExitCode fail(const QString &whatHappened, const QString &whatIsSafe, const QString &whatToDo);

//! The code and the detail of \a error in words.
QString inWords(const Error &error);

//! A password from a terminal, asked twice without echo, or the first line of the standard input. InvalidInput if the two
//! differ; empty if there is none.
Result<QString> readNewPassword();

//! 100 bits of chance in characters that are not mistaken for one another: "k7mxq-…".
QString generatedPassword();

//! Tells how far a long work is: a bar on a terminal, otherwise a line every ten seconds. On the standard error.
class Progress
{
public:
    explicit Progress(QString what);
    ~Progress();                            //!< ends the bar's line
    void update(qint64 done, qint64 total); //!< \a total 0: unknown

private:
    QString m_what;
    bool m_isTerminal;
    bool m_isShown = false;
    QElapsedTimer m_last;
};

} // namespace parvis

#pragma once

#include "presentation/mailcontroller.h"
#include "ui_mail/letterprinter.h"

#include <QtCore/QTimer>

namespace parvis {

//! Makes letters, one between two looks at the keyboard, then all of them as one batch. GUI thread.
class LettersJob final : public QObject
{
    Q_OBJECT
public:
    explicit LettersJob(const ReferenceData &town, QObject *parent = nullptr);

    //! \a day: of the letters. finished() or failed() follows, unless it is stopped.
    void start(const QList<LetterDue> &letters, const QDate &day, Sides sides);
    void stop();
    bool isRunning() const { return m_timer.isActive(); }

Q_SIGNALS:
    void progressed(int done, int all);
    void finished(const QByteArray &batch, const QList<parvis::PrintedLetter> &letters);
    void failed(const parvis::Error &error);

private:
    void next();

    const ReferenceData &m_town;
    QTimer m_timer;
    QList<LetterDue> m_due;
    QDate m_day;
    Sides m_sides = Sides::One;
    QList<Letter> m_letters;
    QList<PrintedLetter> m_made;
};

} // namespace parvis

#include "ui_mail/lettersjob.h"

#include "documents/replyletter.h"
#include "presentation/cardpeople.h"

namespace parvis {

LettersJob::LettersJob(const ReferenceData &town, QObject *parent) : QObject(parent), m_town(town)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &LettersJob::next);
}

void LettersJob::start(const QList<LetterDue> &letters, const QDate &day, Sides sides)
{
    m_due = letters;
    m_day = day;
    m_sides = sides;
    m_letters.clear();
    m_made.clear();
    m_timer.start();
}

void LettersJob::stop()
{
    m_timer.stop();
    m_letters.clear();
    m_made.clear();
}

void LettersJob::next()
{
    if (m_made.size() < m_due.size()) {
        const LetterDue &due = m_due.at(m_made.size());
        const Letter letter = letterOf(due.row.dispatch, due.request, m_day, m_town.calendar(), lookupIn(m_town));
        const auto pdf = pdfOf(letter);
        if (!pdf) {
            stop();
            Q_EMIT failed(pdf.error());
            return;
        }
        m_letters.append(letter);
        m_made.append({due.row.dispatch.id, *pdf});
        Q_EMIT progressed(int(m_made.size()), int(m_due.size()));
        return;
    }
    const auto batch = batchPdf(m_letters, m_sides);
    const QList<PrintedLetter> made = m_made;
    stop();
    if (batch)
        Q_EMIT finished(*batch, made);
    else
        Q_EMIT failed(batch.error());
}

} // namespace parvis

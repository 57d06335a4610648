#pragma once

#include "demo/people.h"
#include "domain/cardform.h"
#include "domain/workingcalendar.h"
#include "hub/hub.h"

namespace parvis {

//! What the story of one request starts from.
struct Reception
{
    Instant at;
    Channel channel = Channel::Phone;
    qsizetype card = -1; //!< index into TownData::cards; -1: matches none
    const Person *person = nullptr;
    bool openOnPurpose = false; //!< still in progress today, whatever its age
};

//! Writes requests with their contacts, notes and, in the last year, every step of their history.
class CaseWriter
{
public:
    CaseWriter(const TownData &town, Chance &chance, Instant until);

    void write(const Reception &reception, QList<IntakeRecord> &into);

private:
    struct Course; // when what happened to the request

    Course plan(const Reception &reception, const Request &request);
    void place(const Reception &reception, Request &request);
    void fillForm(const CardHabits &habits, Request &request);
    QJsonValue formValue(const FormField &field); //!< null: the generator knows none
    QDate formDay(const FormField &field);
    void speak(const Reception &reception, Request &request);
    bool suits(const QString &text) const;
    QString filled(QString text);
    QString slot(const QString &name);
    QString dayPhrase(const QDate &day) const;
    QDate dueDay(Instant at, int workingDays);
    Instant workingMoment(const QDate &day);
    QDate workingDayAfter(QDate day, int workingDays);
    void steps(const Course &course, const CardHabits *habits, const Request &request, QList<IntakeRecord> &into);
    static QJsonArray owed(const CardHabits *habits, const QString &reason);
    void talk(const Reception &reception, const Course &course, const Request &request, QList<IntakeRecord> &into);

    const TownData &m_town;
    Chance &m_chance;
    Instant m_until;
    WorkingCalendar m_calendar;
    QHash<qint64, QDate> m_dueDays;
    QHash<qsizetype, QPair<qsizetype, int>> m_lastPlace; //!< of a card: spot and number, for clusters of reports
    // The slots of the request that is being written.
    const Person *m_person = nullptr;
    const Spot *m_spot = nullptr;
    int m_number = 0;
    QDate m_day, m_due;
    QString m_plate, m_agent;
};

} // namespace parvis

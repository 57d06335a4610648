#pragma once

#include "presentation/referencedata.h"
#include "presentation/storeevents.h"
#include "store/requestquery.h"
#include "store/storegate.h"
#include "unit/presentation/smalltown.h"

#include <QtTest/QTest>

// A desk of the small town in memory, with requests as a hub would have sent them.

namespace parvis::smalltown {

inline Request request(const QString &subject, const QString &service, RequestStatus status, const QDate &dueOn)
{
    Request r;
    r.id = id(subject);
    r.subject = subject;
    r.service = service.isEmpty() ? Id() : id(service);
    r.status = status;
    r.dueOn = dueOn;
    r.receivedAt = {monday.ms - 86'400'000};
    r.createdBy = id(QStringLiteral("rousseau"));
    return r;
}

class SmallDesk
{
public:
    SmallDesk() : m_random(7), m_store(open())
    {
        clock.set(monday);
        const ReferenceRecords records = reference();
        takeAll(records.units);
        takeAll(records.districts);
        takeAll(records.themes);
        takeAll(records.streets);
        takeAll(records.users);
        takeAll(records.cards);
        takeAll(citizens());
        takeAll(QList<Calendar>{records.calendar});
        flush();
        town.set(records);
    }

    template <typename T>
    void takeAll(const QList<T> &records)
    {
        for (const T &record : records)
            take(record);
    }
    //! As if the hub had sent it; seen after flush().
    template <typename T>
    void take(const T &record, const Id &author = id(QStringLiteral("rousseau")))
    {
        change(ChangeOp::Create, T::kind, record.id, toDocument(record), {}, author);
    }
    void patch(Kind kind, const Id &target, const QJsonObject &fields, const QJsonObject &was = {},
               const Id &author = id(QStringLiteral("leroy")))
    {
        change(ChangeOp::Patch, kind, target, fields, was, author);
    }
    void flush()
    {
        if (m_page.changes.isEmpty())
            return;
        m_page.next = {m_seq, QByteArray(8, 'm')};
        const auto touched = m_store.apply(std::exchange(m_page, {}));
        if (!touched)
            qFatal("%s", qPrintable(touched.error().detail));
        events.publish(touched.value());
    }
    qint64 seq() const { return m_seq; }

    Actor actor(const QString &login)
    {
        const QList<User> all = users();
        const auto it = std::find_if(all.begin(), all.end(), [&](const User &user) { return user.login == login; });
        return actorFor(*it, m_store.device());
    }
    DeskStore &store() { return m_store; }

    ManualClock clock;
    StoreEvents events;
    ReferenceData town;

private:
    DeskStore open()
    {
        auto opened = DeskStore::open(QStringLiteral(":memory:"), {}, clock, m_random);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return std::move(opened).value();
    }
    void change(ChangeOp op, Kind kind, const Id &target, const QJsonObject &fields, const QJsonObject &was, const Id &author)
    {
        Change c;
        c.seq = ++m_seq;
        c.op = op;
        c.kind = kind;
        c.id = target;
        c.fields = fields;
        c.was = was;
        c.actor = author;
        c.device = id(QStringLiteral("another desk"));
        c.n = m_seq;
        c.at = clock.now();
        m_page.changes.append(c);
    }

    QRandomGenerator m_random;
    DeskStore m_store;
    ChangesPage m_page;
    qint64 m_seq = 0;

public:
    ImmediateStore gate{m_store};
};

} // namespace parvis::smalltown

#pragma once

#include "domain/citizen.h"
#include "domain/request.h"
#include "store/storegate.h"
#include "unit/presentation/smalltown.h"

#include <memory>

namespace parvis::smalltown {

//! An open request of the day before yesterday, as the hub sent it.
inline Request request(const QString &number, const QString &subject, const Id &citizen,
                       RequestStatus status = RequestStatus::InProgress)
{
    Request r;
    r.id = id(number);
    r.number = number;
    r.subject = subject;
    r.citizen = citizen;
    r.status = status;
    r.service = id(QStringLiteral("eclairage"));
    r.receivedAt = {monday.ms - 3 * 86'400'000LL};
    r.dueOn = QDate(2026, 12, 4);
    if (status == RequestStatus::Closed)
        r.reason = QStringLiteral("done");
    return r;
}

inline QList<Request> requests()
{
    Request lamp = request(QStringLiteral("2026-014233"), QStringLiteral("Lampadaire éteint"), claire().id);
    lamp.address = QStringLiteral("14 rue des Tanneurs");
    lamp.district = id(QStringLiteral("valmy"));
    lamp.latitude = 48.9086;
    lamp.longitude = 4.3121;
    Request old = request(QStringLiteral("2026-009001"), QStringLiteral("Acte de naissance"), claire().id, RequestStatus::Closed);
    old.receivedAt = {monday.ms - 150 * 86'400'000LL};
    return {lamp, old};
}

//! A desk's store in memory that holds the small town, and its clock.
class Desk
{
public:
    Desk() : clock(monday), random(7), store(open())
    {
        SnapshotPage page;
        const auto add = [&page](const auto &entity) {
            page.rows.append(
                {std::decay_t<decltype(entity)>::kind, entity.id, qint64(page.rows.size()) + 1, toDocument(entity), {}});
        };
        const auto addAll = [&add](const auto &list) {
            for (const auto &entity : list)
                add(entity);
        };
        const ReferenceRecords town = reference();
        addAll(town.units);
        addAll(town.districts);
        addAll(town.themes);
        addAll(town.streets);
        addAll(town.users);
        add(town.calendar);
        addAll(town.cards);
        addAll(citizens());
        addAll(requests());
        page.head = {{page.rows.size(), QByteArray(8, 'x')}, page.rows.size()};
        head = page.head.start;
        require(store->beginSnapshot(SnapshotMode::Merge));
        require(store->applySnapshot(page));
        actor = actorFor(users().first(), store->device());
    }

    //! The hub's answer to everything queued: applied, numbered from 2026-014301 on.
    Touched hubAnswers()
    {
        const auto queued = store->queued(100);
        require(queued);
        PushReply reply;
        ChangesPage page;
        for (const Mutation &m : queued.value()) {
            const qint64 seq = ++head.seq;
            reply.verdicts.append({m.n, Outcome::Applied, Refusal::None, seq});
            reply.lastN = m.n;
            Change change{seq,        m.verb == Verb::Create ? ChangeOp::Create : ChangeOp::Patch,
                          m.kind,     m.target,
                          m.set,      {},
                          actor.user, actor.device,
                          m.n,        clock.now()};
            if (m.kind == Kind::Request && m.verb == Verb::Create)
                change.fields.insert(QStringLiteral("number"), QStringLiteral("2026-%1").arg(++lastNumber, 6, 10, QChar(u'0')));
            page.changes.append(change);
        }
        page.next = head;
        require(store->acknowledge(reply));
        const Result<Touched> touched = store->apply(page);
        require(touched);
        return touched.value();
    }

    ManualClock clock;
    QRandomGenerator random;
    std::unique_ptr<DeskStore> store;
    Actor actor;
    Cursor head;
    int lastNumber = 14300;

private:
    std::unique_ptr<DeskStore> open()
    {
        Result<DeskStore> made = DeskStore::open(QStringLiteral(":memory:"), {}, clock, random);
        require(made);
        return std::make_unique<DeskStore>(std::move(made).value());
    }
    template <typename T>
    static void require(const Result<T> &done)
    {
        if (!done)
            qFatal("the small town could not be built: %s", qPrintable(done.error().detail));
    }
};

} // namespace parvis::smalltown

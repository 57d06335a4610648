#include "testtown.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! The end of a case, at the hub: who is told, and until when it may be opened again. And what happens where two want it.
class TestClosing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_town = std::make_unique<TestTown>();
        m_service = m_town->service();
        m_head = m_town->agent(Role::Head, {m_service});
        m_referent = m_town->agent(Role::Referent, {m_service});
        m_other = m_town->agent(Role::Referent, {m_service});
        m_citizen = m_town->create(m_town->agent(Role::Ambassador), Kind::Citizen, {{u"last_name"_s, u"Dumont"_s}});
        m_request = m_town->create(m_town->agent(Role::Ambassador), Kind::Request,
                                   {{u"subject"_s, u"Nid-de-poule"_s},
                                    {u"service"_s, idText(m_service)},
                                    {u"citizen"_s, idText(m_citizen)},
                                    {u"status"_s, u"assigned"_s}});
    }

    void nobodyIsClosedUntold()
    {
        const PushVerdict held = move(m_referent, u"closed"_s, u"done"_s);
        QCOMPARE(held.outcome, Outcome::Held);
        QCOMPARE(held.refusal, Refusal::CitizenNotTold);
        QCOMPARE(status(), u"assigned"_s);
        QCOMPARE(move(m_referent, u"answered"_s).outcome, Outcome::Applied);
        QCOMPARE(move(m_referent, u"closed"_s, u"done"_s).outcome, Outcome::Applied);
    }

    void theHubsClockEndsReopening()
    {
        // A desk whose clock says that it was closed in a hundred years.
        QCOMPARE(move(m_referent, u"closed"_s, u"withdrawn"_s, {{u"closed_at"_s, 4'900'000'000'000LL}}).outcome,
                 Outcome::Applied);
        advanceDays(89);
        QCOMPARE(move(m_referent, u"reopened"_s, u"not_solved"_s).outcome, Outcome::Applied);
        QCOMPARE(move(m_referent, u"closed"_s, u"withdrawn"_s).outcome, Outcome::Applied); // counts anew
        advanceDays(91);
        const PushVerdict late = move(m_referent, u"reopened"_s, u"not_solved"_s);
        QCOMPARE(late.outcome, Outcome::Held);
        QCOMPARE(late.refusal, Refusal::ReopenedTooLate);
        QCOMPARE(status(), u"closed"_s);
        // The service gives more time.
        QVERIFY(m_town->hub.intake({{Verb::Patch,
                                     Kind::Unit,
                                     m_service,
                                     {{u"policy"_s, QJsonObject{{u"alerts"_s, u"at_once"_s}, {u"reopen_within"_s, 0}}}},
                                     {},
                                     {}}}));
        QCOMPARE(move(m_referent, u"reopened"_s, u"not_solved"_s).outcome, Outcome::Applied);
    }

    //! What changed nothing is in the history too: a reopening must not stumble over it, for good.
    void whatChangedNothingDoesNotHinderReopening()
    {
        QCOMPARE(move(m_referent, u"closed"_s, u"withdrawn"_s).outcome, Outcome::Applied);
        m_town->patch(m_other, Kind::Request, m_request, {{u"subject"_s, u"Nid-de-poule"_s}}, seq()); // as it is
        QCOMPARE(move(m_referent, u"reopened"_s, u"not_solved"_s).outcome, Outcome::Applied);
    }

    void twoReferentsTakeOneCase()
    {
        const qint64 seen = seq();
        const QJsonObject mine{{u"assignee"_s, idText(m_referent.user.id)}}, theirs{{u"assignee"_s, idText(m_other.user.id)}};
        QCOMPARE(m_town->patch(m_referent, Kind::Request, m_request, mine, seen).outcome, Outcome::Applied);
        const PushVerdict second = m_town->patch(m_other, Kind::Request, m_request, theirs, seen);
        QCOMPARE(second.outcome, Outcome::Held);
        QCOMPARE(second.refusal, Refusal::LostRace);
        QCOMPARE(document().value(u"assignee"_s).toString(), idText(m_referent.user.id));
        // … and to take what one has already is no conflict.
        QCOMPARE(m_town->patch(m_referent, Kind::Request, m_request, mine, seen).outcome, Outcome::Applied);
    }

    void aHeadReassignsWhileTheReferentWorksOffline()
    {
        const qint64 seen = seq();
        // Offline the referent begins, ticks and writes …
        const Mutation begun =
            m_town->mutation(m_referent, Verb::Patch, Kind::Request, m_request, {{u"status"_s, u"in_progress"_s}}, seen);
        // … while the head gives it to somebody else.
        QCOMPARE(m_town->patch(m_head, Kind::Request, m_request, {{u"assignee"_s, idText(m_other.user.id)}}, seen).outcome,
                 Outcome::Applied);
        // That it was begun is so, whoever has it now.
        QCOMPARE(m_town->push(m_referent, begun).outcome, Outcome::Applied);
        // Whose it is, the head has said: what the referent wanted there is held and shown.
        const PushVerdict late =
            m_town->patch(m_referent, Kind::Request, m_request, {{u"assignee"_s, idText(m_referent.user.id)}}, seen);
        QCOMPARE(late.outcome, Outcome::Held);
        QCOMPARE(late.refusal, Refusal::LostRace);
        const Id note =
            m_town->create(m_referent, Kind::Note, {{u"request"_s, idText(m_request)}, {u"text"_s, u"Trou comblé"_s}});
        QVERIFY(!note.isNull()); // what was written is there
        QCOMPARE(m_town
                     ->patch(m_referent, Kind::Request, m_request,
                             {{u"checked"_s, QJsonObject{{u"add"_s, QJsonArray{u"Baliser"_s}}}}}, seen)
                     .outcome,
                 Outcome::Applied); // and so is what was ticked
        QCOMPARE(document().value(u"assignee"_s).toString(), idText(m_other.user.id));
        QCOMPARE(status(), u"in_progress"_s);
        // To another service it leaves their sight, and their work on it is held for a supervisor.
        const Id elsewhere = m_town->service();
        QCOMPARE(m_town->patch(m_head, Kind::Request, m_request, {{u"service"_s, idText(elsewhere)}}, seq()).outcome,
                 Outcome::Applied);
        const PushVerdict gone = move(m_referent, u"waiting"_s, u"contractor"_s);
        QCOMPARE(gone.outcome, Outcome::Held);
        QCOMPARE(gone.refusal, Refusal::OutOfScope);
    }

private:
    QJsonObject document()
    {
        QJsonObject found;
        (void)m_town->store->read([&](HubReader &reader) -> Status {
            const auto row = reader.entity(Kind::Request, m_request);
            if (!row || !*row)
                return Error{ErrorCode::NotFound, {}};
            found = QJsonDocument::fromJson((*row)->document).object();
            m_seq = (*row)->seq;
            return success();
        });
        return found;
    }
    QString status() { return document().value(u"status"_s).toString(); }
    qint64 seq()
    {
        (void)document();
        return m_seq;
    }
    PushVerdict move(const Caller &caller, const QString &status, const QString &reason = {}, QJsonObject set = {})
    {
        set.insert(u"status"_s, status);
        set.insert(u"reason"_s, reason.isEmpty() ? QJsonValue() : QJsonValue(reason));
        return m_town->patch(caller, Kind::Request, m_request, set, seq());
    }
    void advanceDays(int days) { m_town->clock.advance(days * 24 * 3600 * 1000LL); }

    std::unique_ptr<TestTown> m_town;
    Caller m_head, m_referent, m_other;
    Id m_service, m_citizen, m_request;
    qint64 m_seq = 0;
};

QTEST_GUILESS_MAIN(TestClosing)
#include "tst_closing.moc"

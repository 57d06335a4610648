#include "storekit.h"

#include "store/requestquery.h"
#include "testkit/property.h"

using namespace parvis;
using namespace parvis::storekit;

namespace {

//! A history of a small town as a hub would send it: every change fits the state that the ones before it left.
class TownHistory
{
public:
    explicit TownHistory(quint32 seed) : m_random(seed) {}

    Change next()
    {
        const int n = int(m_random.bounded(6));
        const qint64 seq = ++m_seq;
        const Id id = requestId(n);
        if (m_random.bounded(8) == 0)
            return citizen(seq);
        if (!m_present.contains(n)) {
            m_present.insert(n);
            const bool isNew = !m_made.contains(n);
            m_made.insert(n);
            return change(seq, isNew ? ChangeOp::Create : ChangeOp::Enter, Kind::Request, id, fields(true));
        }
        if (m_random.bounded(6) == 0) {
            m_present.remove(n);
            return change(seq, ChangeOp::Leave, Kind::Request, id, {});
        }
        return change(seq, ChangeOp::Patch, Kind::Request, id, fields(false));
    }

    Edit edit()
    {
        QJsonObject set = fields(false);
        set.remove(u"subject"_s);
        set.insert(u"address"_s, word());
        return {Kind::Request, Verb::Patch, requestId(int(m_random.bounded(6))), set, {}, 0};
    }

    QRandomGenerator &random() { return m_random; }
    qint64 seq() const { return m_seq; }

private:
    Change citizen(qint64 seq)
    {
        const Id id = citizenId(int(m_random.bounded(3)));
        const bool isNew = !m_citizens.contains(id);
        m_citizens.insert(id);
        return change(seq, isNew ? ChangeOp::Create : ChangeOp::Patch, Kind::Citizen, id, {{u"last_name"_s, word()}});
    }

    QJsonObject fields(bool whole)
    {
        QJsonObject f{{u"subject"_s, word()}};
        if (whole || m_random.bounded(2) == 0)
            f.insert(u"text"_s, word() + u' ' + word());
        if (whole || m_random.bounded(3) == 0)
            f.insert(u"citizen"_s, idText(citizenId(int(m_random.bounded(3)))));
        if (m_random.bounded(4) == 0)
            f.insert(u"new_field"_s, word());
        if (!whole && m_random.bounded(4) == 0)
            f.insert(u"theme"_s, QJsonValue());
        return f;
    }

    QString word()
    {
        static const QStringList words{u"lampadaire"_s, u"éteint"_s, u"dépôt"_s, u"nid"_s, u"poule"_s, u"Cœur"_s};
        return words.at(m_random.bounded(int(words.size())));
    }

    QRandomGenerator m_random;
    qint64 m_seq = 0;
    QSet<int> m_present, m_made;
    QSet<Id> m_citizens;
};

QByteArray shown(Desk &desk)
{
    return contentOf(desk.store.database(), shownTables);
}

QList<Id> found(DeskStore &store, const QString &words)
{
    QList<Id> ids;
    const RequestPage page = must(requestPage(store, {.words = words}, 100));
    for (const RequestRow &row : page.rows)
        ids.append(row.id);
    return ids;
}

} // namespace

class TestStorePull : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageAppliedTwiceIsAPageAppliedOnce()
    {
        PARVIS_PROPERTY("twice = once, in any overlap of pages", [](quint32 seed) {
            TownHistory town(seed);
            Desk once, again;
            QList<Change> all;
            QList<ChangesPage> pages;
            for (int p = 0; p < 6; ++p) {
                QList<Change> changes;
                for (int i = 0; i < 5; ++i)
                    changes.append(town.next());
                all += changes;
                pages.append(page(town.seq(), changes));
                must(once.store.apply(pages.last()));
                must(again.store.apply(pages.last()));
                must(again.store.apply(pages.at(int(town.random().bounded(int(pages.size()))))));
                must(again.store.apply(page(town.seq(), all))); // from the very beginning
            }
            RC_ASSERT(shown(once) == shown(again));
            RC_ASSERT(bool(checkIndexes(again.store.database())));
        });
    }

    void whatIsShownIsWhatIsConfirmedWithWhatIsOnItsWay()
    {
        PARVIS_PROPERTY("visible = confirmed + pending", [](quint32 seed) {
            TownHistory town(seed);
            Desk mine, other;
            other.actor = mine.actor;
            for (int step = 0; step < 40; ++step) {
                if (town.random().bounded(3) == 0) {
                    (void)mine.store.submit({town.edit()}, mine.actor); // refused if the request is not there
                } else {
                    const ChangesPage p = page(town.seq() + 1, {town.next()});
                    must(mine.store.apply(p));
                    must(other.store.apply(p));
                }
            }
            const QList<Mutation> pending = must(mine.store.queued(100));
            for (int n = 0; n < 6; ++n) {
                auto expected = must(other.store.document(Kind::Request, requestId(n)));
                for (const Mutation &m : pending) {
                    if (m.target == requestId(n) && expected)
                        expected = optimistic(m, *expected);
                }
                RC_ASSERT((must(mine.store.document(Kind::Request, requestId(n))) == expected));
            }
            RC_ASSERT(bool(checkIndexes(mine.store.database())));
            // The hub holds everything: nothing is left of it but the queue's own rows.
            PushReply reply{{}, 99, 0};
            for (const Mutation &m : pending)
                reply.verdicts.append({m.n, Outcome::Held, Refusal::LostRace, town.seq() + 1});
            must(mine.store.acknowledge(reply));
            must(mine.store.apply(page(town.seq() + 1, {})));
            RC_ASSERT(shown(mine) == shown(other));
        });
    }

    void aSnapshotAndItsReplayGiveTheFeedsState()
    {
        PARVIS_PROPERTY("snapshot + replay = feed", [](quint32 seed) {
            TownHistory town(seed);
            Desk feed, late;
            QList<Change> all;
            const auto advance = [&](int count) {
                QList<Change> changes;
                for (int i = 0; i < count; ++i)
                    changes.append(town.next());
                all += changes;
                must(feed.store.apply(page(town.seq(), changes)));
            };
            const auto rows = [&feed](Kind kind, int from, int to) {
                QList<SnapshotRow> list;
                for (int n = from; n < to; ++n) {
                    const Id id = kind == Kind::Request ? requestId(n) : citizenId(n);
                    if (const auto document = must(feed.store.document(kind, id)))
                        list.append({kind, id, must(feed.store.seqOf(kind, id)), *document, {}});
                }
                return list;
            };
            advance(20);
            must(late.store.beginSnapshot(SnapshotMode::Merge));
            const qint64 start = town.seq();
            must(late.store.applySnapshot(snapshot(start, rows(Kind::Citizen, 0, 3), u"c"_s)));
            advance(5); // while the snapshot is read
            must(late.store.applySnapshot(snapshot(start, rows(Kind::Request, 0, 3), u"r"_s)));
            must(late.store.applySnapshot(snapshot(start, rows(Kind::Request, 0, 3), u"r"_s)));
            RC_ASSERT(must(late.store.snapshotProgress())->after == u"r"_s);
            advance(5);
            must(late.store.applySnapshot(snapshot(start, rows(Kind::Request, 3, 6))));
            RC_ASSERT(!must(late.store.snapshotProgress()));
            RC_ASSERT(must(late.store.position()).cursor.seq == start);
            must(late.store.apply(page(town.seq(), all)));
            const QStringList records{u"request"_s, u"citizen"_s};
            RC_ASSERT(contentOf(late.store.database(), records) == contentOf(feed.store.database(), records));
            RC_ASSERT(bool(checkIndexes(late.store.database())));
        });
    }

    void anotherHistoryReplacesWhatIsHere()
    {
        Desk desk;
        const QJsonObject a{{u"subject"_s, u"lost"_s}};
        must(desk.store.apply(page(90, {change(80, ChangeOp::Create, Kind::Request, requestId(1), a),
                                        change(85, ChangeOp::Create, Kind::Request, requestId(2), a),
                                        change(90, ChangeOp::Create, Kind::Request, requestId(3), a)})));
        must(desk.store.submit({{Kind::Request, Verb::Patch, requestId(2), {{u"address"_s, u"mine"_s}}, {}, 0},
                                {Kind::Request, Verb::Create, requestId(5), {{u"subject"_s, u"own"_s}}, {}, 0}},
                               desk.actor));
        // Acknowledged, but the hub lost it with its disk.
        must(desk.store.acknowledge(
            {{{1, Outcome::Applied, Refusal::None, 91}, {2, Outcome::Applied, Refusal::None, 92}}, 2, 60}));
        must(desk.store.apply(page(92, {})));
        QVERIFY(must(desk.store.queued(9)).isEmpty());

        must(desk.store.prepareResync());
        QCOMPARE(must(desk.store.queued(9)).size(), 2);
        must(desk.store.beginSnapshot(SnapshotMode::Replace));
        must(desk.store.applySnapshot(
            snapshot(60, {{Kind::Request, requestId(1), 50, {{u"subject"_s, u"restored"_s}}, {}}}, u"x"_s)));
        must(desk.store.applySnapshot(snapshot(60, {{Kind::Request, requestId(2), 51, {{u"subject"_s, u"restored"_s}}, {}}})));
        QCOMPARE(must(desk.store.position()).cursor.seq, 60);
        QCOMPARE(must(desk.store.document(Kind::Request, requestId(1)))->value(u"subject"_s).toString(), u"restored"_s);
        QCOMPARE(must(desk.store.document(Kind::Request, requestId(2)))->value(u"address"_s).toString(), u"mine"_s);
        QVERIFY(!must(desk.store.document(Kind::Request, requestId(3))));
        QVERIFY(must(desk.store.document(Kind::Request, requestId(5))));
        QCOMPARE(must(desk.store.seqOf(Kind::Request, requestId(1))), 50);
        must(checkIndexes(desk.store.database()));
        QCOMPARE(desk.store.applySnapshot(snapshot(60, {})).error().code, ErrorCode::InvalidInput);
    }

    void aHubThatForgotGetsItAgain()
    {
        Desk desk;
        must(desk.store.submit({{Kind::Request, Verb::Create, requestId(5), {{u"subject"_s, u"own"_s}}, {}, 0},
                                {Kind::Request, Verb::Patch, requestId(5), {{u"address"_s, u"x"_s}}, {}, 0}},
                               desk.actor));
        must(desk.store.acknowledge({{{1, Outcome::Applied, Refusal::None, 1}, {2, Outcome::Applied, Refusal::None, 2}}, 2, 0}));
        must(desk.store.requeueAfter(1));
        QCOMPARE(must(desk.store.queued(9)).size(), 1);
        QCOMPARE(must(desk.store.queued(9)).first().n, 2);
    }

    void searchFollowsCitizensAndAccents()
    {
        Desk desk;
        must(desk.store.apply(
            page(3, {change(1, ChangeOp::Create, Kind::Request, requestId(1),
                            {{u"subject"_s, u"Œuvre d'art dégradée"_s},
                             {u"number"_s, u"2026-014233"_s},
                             {u"citizen"_s, idText(citizenId(1))}}),
                     change(2, ChangeOp::Create, Kind::Citizen, citizenId(1),
                            {{u"last_name"_s, u"Lefèvre"_s}, {u"phone"_s, u"+33612345678"_s}}),
                     change(3, ChangeOp::Create, Kind::Request, requestId(2), {{u"text"_s, u"lampadaire rue de l'Église"_s}})})));
        for (const QString &words : {u"lefevre"_s, u"LEFÈVRE degradee"_s, u"œuvre"_s, u"oeuv"_s, u"14233"_s, u"2026-014233"_s,
                                     u"06 12 34 56 78"_s, u"061234"_s, u"+33612345678"_s})
            QVERIFY2(found(desk.store, words) == QList<Id>{requestId(1)}, qPrintable(words));
        QCOMPARE(found(desk.store, u"eglise lamp"_s), QList<Id>{requestId(2)});
        QCOMPARE(found(desk.store, u"lamp "_s), QList<Id>{}); // a whole word now
        for (const QString &hostile : {u"\""_s, u"a\" OR b"_s, u"*"_s, u"NEAR("_s, u"words:"_s, u"-"_s, u"AND"_s})
            QVERIFY(requestPage(desk.store, {.words = hostile}, 10));
        must(desk.store.apply(
            page(4, {change(4, ChangeOp::Patch, Kind::Citizen, citizenId(1), {{u"last_name"_s, u"Martin"_s}})})));
        QCOMPARE(found(desk.store, u"lefevre"_s), QList<Id>{});
        QCOMPARE(found(desk.store, u"martin"_s), QList<Id>{requestId(1)});
        must(checkIndexes(desk.store.database()));
    }

    void revokedScopesArePurged()
    {
        Desk desk;
        QList<Change> changes;
        for (int n = 0; n < 40; ++n) {
            changes.append(change(3 * n + 1, ChangeOp::Create, Kind::Citizen, citizenId(n), {{u"last_name"_s, u"N%1"_s.arg(n)}}));
            changes.append(change(3 * n + 2, ChangeOp::Create, Kind::Request, requestId(n),
                                  {{u"subject"_s, u"canary%1"_s.arg(n % 2)},
                                   {u"service"_s, idText(serviceId(n % 2))},
                                   {u"citizen"_s, idText(citizenId(n))},
                                   {u"confidential"_s, n % 4 == 1}}));
            changes.append(change(3 * n + 3, ChangeOp::Create, Kind::Note, noteId(n),
                                  {{u"request"_s, idText(requestId(n))}, {u"text"_s, u"canary%1"_s.arg(n % 2)}}));
        }
        must(desk.store.apply(page(199, changes)));
        must(desk.store.apply(
            page(200, {change(200, ChangeOp::Patch, Kind::Request, requestId(2), {{u"subject"_s, u"edited"_s}})})));
        must(desk.store.submit({{Kind::Request, Verb::Patch, requestId(2), {{u"address"_s, u"mine"_s}}, {}, 0}}, desk.actor));
        const Actor referent{userId(2), desk.store.device(), {Role::Referent}, {serviceId(1)}, false};
        must(desk.store.purgeOutside(referent));
        const auto count = [&desk](QLatin1StringView sql) { return must(desk.store.database().integer(sql)).value_or(-1); };
        QCOMPARE(count("SELECT count(*) FROM request"_L1), 10);
        QCOMPARE(count("SELECT count(*) FROM note"_L1), 10);
        QCOMPARE(count("SELECT count(*) FROM citizen"_L1), 10);
        QCOMPARE(count("SELECT count(*) FROM note WHERE text = 'canary0'"_L1), 0);
        QCOMPARE(must(desk.store.queued(9)).size(), 1);
        QCOMPARE(found(desk.store, u"canary0"_s).size(), 0);
        QCOMPARE(found(desk.store, u"canary1"_s).size(), 10);
        must(checkIndexes(desk.store.database()));
        // No term of what is gone stays in the index's own tables.
        QCOMPARE(count("SELECT count(*) FROM request_fts_data WHERE instr(block, 'canary0') > 0"_L1), 0);
        QVERIFY(count("SELECT count(*) FROM request_fts_data WHERE instr(block, 'canary1') > 0"_L1) > 0);
    }
};

QTEST_GUILESS_MAIN(TestStorePull)
#include "tst_storepull.moc"

#include "protocol/codec.h"
#include "unit/hub_sqlite/testtown.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

QStringList words(const QList<Change> &changes)
{
    QStringList out;
    for (const Change &c : changes)
        out.append(u"%1 %2"_s.arg(token(c.op), token(c.kind)));
    return out;
}

Mirror mirrorOf(const QList<Change> &changes)
{
    Mirror mirror;
    for (const Change &c : changes)
        applyChange(mirror, c);
    return mirror;
}

QJsonObject citizenNamed(const QString &name)
{
    return {{u"last_name"_s, name}};
}

} // namespace

class TestHubFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodySeesTheirPart()
    {
        TestTown town;
        const Id mine = town.service(), other = town.service();
        const Caller desk = town.agent(Role::Ambassador), referent = town.agent(Role::Referent, {mine});
        const Cursor from = town.hub.hello().value().head;
        const Id seen = town.request(desk, mine);
        town.request(desk, other);
        town.request(desk, {});
        town.request(desk, mine, {{u"confidential"_s, true}});
        town.create(desk, Kind::Note, {{u"request"_s, idText(seen)}, {u"text"_s, u"Vu"_s}});
        QCOMPARE(words(town.feed(desk, from)), // not cleared: not the confidential one
                 (QStringList{u"create request"_s, u"create request"_s, u"create request"_s, u"create note"_s}));
        QCOMPARE(words(town.feed(referent, from)), (QStringList{u"create request"_s, u"create note"_s}));
        const Caller cleared = town.agent(Role::Referent, {mine}, true);
        QCOMPARE(town.feed(cleared, from).size(), 4); // and their own account
        Caller nobody = referent;
        nobody.actor.roles.clear();
        QVERIFY(town.feed(nobody).isEmpty());
    }

    void aMoveLeavesAndEnters()
    {
        TestTown town;
        const Id left = town.service(), right = town.service();
        const Caller desk = town.agent(Role::Ambassador);
        const Caller a = town.agent(Role::Referent, {left}), b = town.agent(Role::Referent, {right});
        const Id citizen = town.create(desk, Kind::Citizen, citizenNamed(u"Dumont"_s));
        const Id caller2 = town.create(desk, Kind::Citizen, citizenNamed(u"Petit"_s));
        const Id id = town.request(desk, left, {{u"citizen"_s, idText(citizen)}});
        town.create(desk, Kind::Contact, {{u"request"_s, idText(id)}, {u"citizen"_s, idText(caller2)}});
        town.create(desk, Kind::Note, {{u"request"_s, idText(id)}, {u"text"_s, u"Vu"_s}});
        const Cursor from = town.hub.hello().value().head;
        QVERIFY(mirrorOf(town.feed(a)).contains({Kind::Citizen, caller2}));
        QVERIFY(!mirrorOf(town.feed(b)).contains({Kind::Citizen, citizen}));

        town.patch(desk, Kind::Request, id, {{u"service"_s, idText(right)}}, town.head());
        const QList<Change> out = town.feed(a, from), in = town.feed(b, from);
        QCOMPARE(words(out), (QStringList{u"leave request"_s, u"leave citizen"_s, u"leave citizen"_s}));
        QCOMPARE(words(in),
                 (QStringList{u"enter citizen"_s, u"enter citizen"_s, u"enter request"_s, u"enter contact"_s, u"enter note"_s}));
        QVERIFY(std::all_of(in.begin(), in.end(), [&](const Change &c) { return c.seq == town.head(); }));
        QCOMPARE(in[2].fields.value(u"service").toString(), idText(right));
        QCOMPARE(words(town.feed(desk, from)), (QStringList{u"patch request"_s}));
        QVERIFY(!mirrorOf(town.feed(a)).contains({Kind::Request, id}));

        // What follows on its children goes to the new side only.
        const Cursor moved = town.hub.hello().value().head;
        town.create(desk, Kind::Note, {{u"request"_s, idText(id)}, {u"text"_s, u"Revu"_s}});
        QVERIFY(town.feed(a, moved).isEmpty());
        QCOMPARE(words(town.feed(b, moved)), (QStringList{u"create note"_s}));
    }

    void aCitizenIsSeenThroughTheirRequests()
    {
        TestTown town;
        const Id mine = town.service(), other = town.service();
        const Caller desk = town.agent(Role::Ambassador), referent = town.agent(Role::Referent, {mine});
        const Id right = town.create(desk, Kind::Citizen, citizenNamed(u"Dumont"_s));
        const Id wrong = town.create(desk, Kind::Citizen, citizenNamed(u"Petit"_s));
        const Id elsewhere = town.create(desk, Kind::Citizen, citizenNamed(u"Martin"_s));
        town.request(desk, other, {{u"citizen"_s, idText(elsewhere)}});
        const Id id = town.request(desk, mine, {{u"citizen"_s, idText(wrong)}});
        Cursor from = town.hub.hello().value().head;
        town.patch(desk, Kind::Citizen, wrong, {{u"phone"_s, u"+33612345678"_s}}, town.head());
        town.patch(desk, Kind::Citizen, elsewhere, {{u"phone"_s, u"+33612345679"_s}}, town.head());
        QCOMPARE(words(town.feed(referent, from)), (QStringList{u"patch citizen"_s}));

        from = town.hub.hello().value().head;
        town.patch(desk, Kind::Request, id, {{u"citizen"_s, idText(right)}}, town.head());
        QCOMPARE(words(town.feed(referent, from)), (QStringList{u"enter citizen"_s, u"patch request"_s, u"leave citizen"_s}));
        const Mirror mirror = mirrorOf(town.feed(referent));
        QVERIFY(mirror.contains({Kind::Citizen, right}));
        QVERIFY(!mirror.contains({Kind::Citizen, wrong}));
        // Read from the beginning, the past is still what it was.
        QVERIFY(words(town.feed(referent)).contains(u"patch citizen"_s));
    }

    void anEnterIsAsOfItsMoment()
    {
        TestTown town;
        const Id mine = town.service(), other = town.service();
        const Caller desk = town.agent(Role::Ambassador), referent = town.agent(Role::Referent, {mine});
        const Id id = town.request(desk, other);
        town.patch(desk, Kind::Request, id, {{u"service"_s, idText(mine)}, {u"address"_s, u"1 rue"_s}}, town.head());
        const qint64 entered = town.head();
        town.patch(desk, Kind::Request, id, {{u"address"_s, u"2 rue"_s}, {u"tags"_s, QJsonArray{u"x"_s}}}, town.head());
        town.create(desk, Kind::Note, {{u"request"_s, idText(id)}, {u"text"_s, u"Vu"_s}});
        const QList<Change> feed = town.feed(referent);
        const auto enter = std::find_if(feed.begin(), feed.end(), [&](const Change &c) { return c.seq == entered; });
        QCOMPARE(enter->op, ChangeOp::Enter);
        QCOMPARE(enter->fields.value(u"address").toString(), u"1 rue"_s);
        QVERIFY(!enter->fields.contains(u"tags"));
        QCOMPARE(words(feed.mid(feed.size() - 2)), (QStringList{u"patch request"_s, u"create note"_s}));
    }

    void aProposalFollowsTheRecordThatCameLater()
    {
        TestTown town;
        const Id mine = town.service();
        const Caller desk = town.agent(Role::Ambassador), referent = town.agent(Role::Referent, {mine}, true);
        const Id id = town.newId();
        town.patch(desk, Kind::Request, id, {{u"address"_s, u"1 rue"_s}}, 0); // held: nobody knows it
        QCOMPARE(town.feed(desk).last().kind, Kind::Proposal);
        const Cursor from = town.hub.hello().value().head;
        town.push(desk, town.mutation(desk, Verb::Create, Kind::Request, id,
                                      {{u"subject"_s, u"Lampe"_s}, {u"service"_s, idText(mine)}, {u"status"_s, u"assigned"_s}}));
        QCOMPARE(words(town.feed(referent, from)), (QStringList{u"create request"_s, u"enter proposal"_s}));
        QCOMPARE(words(town.feed(desk, from)), (QStringList{u"create request"_s, u"enter proposal"_s}));
        const Cursor secret = town.hub.hello().value().head;
        town.patch(desk, Kind::Request, id, {{u"confidential"_s, true}}, town.head());
        QCOMPARE(words(town.feed(desk, secret)), (QStringList{u"leave request"_s}));
    }

    void pagesNeverEndInsideASeq()
    {
        TestTown town;
        const Id left = town.service(), right = town.service();
        const Caller desk = town.agent(Role::Ambassador), b = town.agent(Role::Referent, {right});
        for (int i = 0; i < 4; ++i) {
            const Id id = town.request(desk, left);
            for (int j = 0; j < 3; ++j)
                town.create(desk, Kind::Note, {{u"request"_s, idText(id)}, {u"text"_s, u"Vu"_s}});
            town.patch(desk, Kind::Request, id, {{u"service"_s, idText(right)}}, town.head());
        }
        const QList<Change> whole = town.feed(b);
        for (int limit = 1; limit <= 9; ++limit) {
            Cursor since{};
            QList<Change> all;
            for (bool more = true; more;) {
                const auto page = town.hub.changes(b, since, limit);
                QVERIFY(page);
                QVERIFY(page->next.seq > since.seq || !page->more);
                const bool isOneSeq = !page->changes.isEmpty() && page->changes.first().seq == page->changes.last().seq;
                QVERIFY(page->changes.size() <= limit || isOneSeq);
                QVERIFY(all.isEmpty() || page->changes.isEmpty() || page->changes.first().seq > all.last().seq);
                all.append(page->changes);
                since = page->next;
                more = page->more;
            }
            QCOMPARE(all, whole);
            QCOMPARE(since, town.hub.hello().value().head);
        }
    }

    void theTextIsTheSameAsTheValue()
    {
        TestTown town;
        const Id mine = town.service();
        const Caller desk = town.agent(Role::Ambassador), referent = town.agent(Role::Referent, {mine});
        const Id id = town.request(desk, {}, {{u"text"_s, u"« Ça \"fuit\" »\n\\"_s}});
        town.patch(desk, Kind::Request, id, {{u"service"_s, idText(mine)}}, town.head());
        town.patch(desk, Kind::Request, id, {{u"text"_s, QJsonValue()}}, town.head());
        town.patch(desk, Kind::Request, id, {{u"text"_s, QJsonValue()}}, town.head());
        for (const Caller &caller : {desk, referent}) {
            const auto text = town.hub.changesJson(caller, {});
            const auto value = town.hub.changes(caller, {});
            QVERIFY(text && value);
            QCOMPARE(*text, compactJson(toJson(*value)));
        }
        Caller nobody = referent;
        nobody.actor.roles.clear();
        QCOMPARE(town.hub.changesJson(nobody, {}).value(), compactJson(toJson(town.hub.changes(nobody, {}).value())));
    }

    void aRestoredHubIsNoticed()
    {
        QTemporaryDir dir;
        const QString backup = dir.filePath(u"backup.db"_s);
        Cursor cursor, old;
        QString nextPage; // of a snapshot
        Caller desk;
        qint64 covered = 0;
        {
            TestTown town(dir.filePath(u"hub.db"_s));
            desk = town.agent(Role::Ambassador);
            town.request(desk, {});
            old = town.hub.hello().value().head;
            QVERIFY(town.hub.backup(backup));
            covered = town.hub.changes(desk, old)->stable;
            QCOMPARE(covered, old.seq);
            town.request(desk, {});
            cursor = town.hub.hello().value().head;
            QCOMPARE(town.hub.changes(desk, cursor)->lastN, 2);
            nextPage = town.hub.snapshotPage(desk, {}, 1)->after;
            QVERIFY(town.hub.snapshotPage(desk, nextPage, 1));
        }
        TestTown town(backup);
        QCOMPARE(town.hub.changes(desk, cursor).error().code, ErrorCode::HistoryDiverged); // beyond the head
        QCOMPARE(town.hub.changes(desk, old)->lastN, 1);
        QCOMPARE(town.hub.snapshotPage(desk, nextPage, 1).error().code, ErrorCode::HistoryDiverged);
        // What the backup lacks is asked for again.
        const auto gap =
            town.hub.push(desk, {desk.device, {{3, town.newId(), Kind::Request, Verb::Patch, town.newId(), 0, {}, {}, {}}}});
        QCOMPARE(gap.error(), (Error{ErrorCode::MutationGap, u"1"_s}));
        town.clock.advance(5000);
        town.request(desk, {});
        QCOMPARE(town.head(), cursor.seq);
        QCOMPARE(town.hub.changes(desk, cursor).error().code, ErrorCode::HistoryDiverged); // the same number, another past
        QCOMPARE(town.hub.verify()->firstBroken, 0);
    }

    void aCursorFarBehindExpires()
    {
        HubSettings settings;
        settings.longestReplay = 10;
        TestTown town(u":memory:"_s, settings);
        const Caller desk = town.agent(Role::Ambassador);
        for (int i = 0; i < 9; ++i)
            town.request(desk, {});
        QVERIFY(town.hub.changes(desk, {}));
        town.request(desk, {});
        QCOMPARE(town.hub.changes(desk, {}).error().code, ErrorCode::CursorExpired);
    }

    void anOldHistoryIsStableWithoutBackup()
    {
        TestTown town;
        const Caller desk = town.agent(Role::Ambassador);
        town.request(desk, {});
        const qint64 old = town.head();
        QCOMPARE(town.hub.changes(desk, {})->stable, 0);
        town.clock.advance(32LL * 86'400'000);
        town.request(desk, {});
        QCOMPARE(town.hub.changes(desk, {})->stable, old);
    }

    void rightsOfNowDecide()
    {
        TestTown town;
        const Id mine = town.service(), other = town.service();
        const Caller desk = town.agent(Role::Ambassador);
        Caller referent = town.agent(Role::Referent, {mine});
        town.request(desk, other);
        const QString before = town.hub.changes(referent, {})->rights;
        referent.actor.services.insert(other);
        const auto page = town.hub.changes(referent, {});
        QVERIFY(page->rights != before);
        QCOMPARE(page->changes.last().kind, Kind::Request);
    }
};

QTEST_GUILESS_MAIN(TestHubFeed)
#include "tst_hubfeed.moc"

#include "protocol/codec.h"
#include "unit/hub_sqlite/testtown.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

struct Taken
{
    Mirror mirror;
    QList<Change> history;
    SnapshotHead head;
    int pages = 0;
};

Taken take(TestTown &town, const Caller &caller, int limit = 1000, const QString &scope = {})
{
    Taken taken;
    QString after;
    do {
        const auto page = town.hub.snapshotPage(caller, after, limit, scope);
        Q_ASSERT(page);
        if (taken.pages++ == 0)
            taken.head = page->head;
        Q_ASSERT(page->head == taken.head);
        for (const SnapshotRow &row : page->rows) {
            if (row.history)
                taken.history.append(*row.history);
            else
                taken.mirror[{row.kind, row.id}] = row.document;
        }
        after = page->after;
    } while (!after.isEmpty());
    return taken;
}

Mirror folded(TestTown &town, const Caller &caller)
{
    Mirror mirror;
    const QList<Change> changes = town.feed(caller);
    for (const Change &c : changes)
        applyChange(mirror, c);
    return mirror;
}

//! Two services, citizens, moves, notes, a conflict.
struct Sample
{
    explicit Sample(TestTown &town)
        : left(town.service()),
          right(town.service()),
          desk(town.agent(Role::Ambassador)),
          referent(town.agent(Role::Referent, {left})),
          cleared(town.agent(Role::Head, {left, right}, true))
    {
        for (int i = 0; i < 12; ++i) {
            const Id citizen = town.create(desk, Kind::Citizen, {{u"last_name"_s, u"Nom%1"_s.arg(i)}});
            const Id id = town.request(desk,
                                       i % 3 == 0   ? left
                                       : i % 3 == 1 ? right
                                                    : Id(),
                                       {{u"citizen"_s, idText(citizen)}, {u"confidential"_s, i % 4 == 0}});
            const Caller &who = i % 4 == 0 ? cleared : desk;
            town.create(who, Kind::Note, {{u"request"_s, idText(id)}, {u"text"_s, u"Vu"_s}});
            town.patch(who, Kind::Request, id, {{u"address"_s, u"%1 rue"_s.arg(i)}}, town.head());
            if (i == 1 || i == 5)
                town.patch(desk, Kind::Request, id, {{u"service"_s, idText(left)}}, town.head());
            town.patch(cleared, Kind::Request, id, {{u"address"_s, u"autre"_s}}, 1);
        }
    }

    Id left, right;
    Caller desk, referent, cleared;
};

} // namespace

class TestHubSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatTheFeedGives()
    {
        TestTown town;
        const Sample sample(town);
        for (const Caller &caller : {sample.desk, sample.referent, sample.cleared}) {
            const Mirror expected = folded(town, caller);
            for (const int limit : {1000, 7, 1}) {
                const Taken taken = take(town, caller, limit);
                QVERIFY(taken.mirror == expected);
                QCOMPARE(taken.head.start, town.hub.hello().value().head);
            }
        }
        // Nobody else's are among them.
        const Taken seen = take(town, sample.referent);
        for (const auto &[key, document] : seen.mirror) {
            if (key.first == Kind::Request) {
                QCOMPARE(document.value(u"service").toString(), idText(sample.left));
                QVERIFY(!document.value(u"confidential").toBool());
            }
        }
        // For the progress bar: exact but for the proposals out of sight.
        const auto isProposal = [](const auto &entry) { return entry.first.first == Kind::Proposal; };
        const Mirror all = take(town, town.agent(Role::Ambassador, {}, true)).mirror;
        for (const Caller &caller : {sample.referent, sample.cleared}) {
            const Taken taken = take(town, caller);
            const auto seen = std::count_if(taken.mirror.begin(), taken.mirror.end(), isProposal);
            const auto unseen = std::count_if(all.begin(), all.end(), isProposal) - seen;
            QCOMPARE(taken.head.total, qint64(taken.mirror.size()) + unseen);
        }
    }

    void historyIsThatOfTheFeed()
    {
        TestTown town;
        const Sample sample(town);
        QList<Change> expected;
        for (const Change &c : town.feed(sample.desk)) {
            const bool hangs = c.kind == Kind::Request || c.kind == Kind::Note || c.kind == Kind::Contact;
            if (c.op == ChangeOp::Patch && hangs && !c.fields.isEmpty())
                expected.append(c);
        }
        QVERIFY(!expected.isEmpty());
        QCOMPARE(take(town, sample.desk, 5).history, expected);
    }

    void rowsComeParentsFirstAndByAge()
    {
        TestTown town;
        const Sample sample(town);
        for (const Caller &caller : {sample.desk, sample.cleared}) {
            const auto page = town.hub.snapshotPage(caller, {}, 5000);
            QVERIFY(page && page->after.isEmpty());
            for (qsizetype i = 1; i < page->rows.size() && !page->rows[i].history; ++i) {
                const SnapshotRow &a = page->rows[i - 1], &b = page->rows[i];
                QVERIFY(a.kind < b.kind || (a.kind == b.kind && idBytes(a.id) < idBytes(b.id)));
            }
        }
    }

    void writesBetweenPagesAreCaughtUp()
    {
        TestTown town;
        const Sample sample(town);
        Mirror mirror;
        std::map<std::pair<Kind, Id>, qint64> seqs;
        SnapshotHead head;
        QString after;
        bool isFirst = true;
        int moved = 0;
        do {
            const auto page = town.hub.snapshotPage(sample.referent, after, 3);
            QVERIFY(page);
            if (isFirst)
                head = page->head;
            isFirst = false;
            for (const SnapshotRow &row : page->rows) {
                if (row.history)
                    continue;
                mirror[{row.kind, row.id}] = row.document;
                seqs[{row.kind, row.id}] = row.seq;
            }
            after = page->after;
            // Meanwhile a request goes from one service to the other, back and forth.
            const QList<Change> all = town.feed(sample.cleared);
            for (const Change &c : all) {
                if (c.kind == Kind::Request && c.op == ChangeOp::Create && ++moved % 5 == 0)
                    town.patch(sample.cleared, Kind::Request, c.id,
                               {{u"service"_s, idText(moved % 2 ? sample.left : sample.right)}}, town.head());
            }
        } while (!after.isEmpty());
        for (const Change &c : town.feed(sample.referent, head.start)) {
            const auto known = seqs.find({c.kind, c.id});
            if (known == seqs.end() || c.seq > known->second || c.op == ChangeOp::Enter || c.op == ChangeOp::Leave)
                applyChange(mirror, c);
        }
        QVERIFY(mirror == folded(town, sample.referent));
    }

    void aScopeIsAPart()
    {
        TestTown town;
        const Sample sample(town);
        const Mirror all = take(town, sample.cleared).mirror;
        const Mirror part = take(town, sample.cleared, 4, idText(sample.right)).mirror;
        QVERIFY(!part.empty());
        std::set<Id> citizens;
        for (const auto &[key, document] : part) {
            QVERIFY(all.at(key) == document);
            QVERIFY(key.first >= Kind::Citizen);
            if (key.first == Kind::Request) {
                QCOMPARE(document.value(u"service").toString(), idText(sample.right));
                citizens.insert(*idFromText(document.value(u"citizen").toString()));
            }
        }
        for (const Id &citizen : citizens)
            QVERIFY(part.contains({Kind::Citizen, citizen}));
        const Mirror secret = take(town, sample.cleared, 4, u"confidential"_s).mirror;
        QVERIFY(std::any_of(secret.begin(), secret.end(), [](const auto &e) { return e.first.first == Kind::Request; }));
        for (const auto &[key, document] : secret) {
            if (key.first == Kind::Request)
                QVERIFY(document.value(u"confidential").toBool());
        }
        QVERIFY(take(town, sample.referent, 4, idText(sample.right)).mirror.empty()); // not theirs
    }

    void wrongKeysAreRefused()
    {
        TestTown town;
        const Caller desk = town.agent(Role::Ambassador);
        for (const QString &after :
             {u"x"_s, u"0~1~request"_s, u"0~x~request~"_s, u"9~1~request~x"_s, u"0~1~horse~x"_s, u"0~1~history~x"_s})
            QCOMPARE(town.hub.snapshot(desk, after).error().code, ErrorCode::Protocol);
        QCOMPARE(town.hub.snapshot(desk, {}, 10, u"everything"_s).error().code, ErrorCode::Protocol);
    }
};

QTEST_GUILESS_MAIN(TestHubSnapshot)
#include "tst_hubsnapshot.moc"

#include "storekit.h"

#include "store/carduse.h"

#include <QtCore/QDateTime>

using namespace parvis;
using namespace parvis::storekit;

//! What the desk's own past says of the cards.
class TestCardUse : public QObject
{
    Q_OBJECT

private:
    static Id cardId(int n) { return storekit::id(8, n); }

    //! One request made with a card (−1: none) on a day, by an agent.
    struct Made
    {
        int card;
        QDate day;
        int agent;
    };
    static void fill(Desk &desk, const QList<Made> &list)
    {
        QList<Change> changes;
        for (const Made &made : list) {
            const int n = int(changes.size());
            QJsonObject fields{{u"received_at"_s, QDateTime(made.day, QTime(10, 0), Qt::UTC).toMSecsSinceEpoch()},
                               {u"created_by"_s, idText(userId(made.agent))},
                               {u"subject"_s, u"Sujet %1"_s.arg(n)},
                               {u"text"_s, u"Texte %1"_s.arg(n)}};
            if (made.card >= 0)
                fields.insert(u"card"_s, idText(cardId(made.card)));
            changes.append(change(n + 1, ChangeOp::Create, Kind::Request, requestId(n), fields));
        }
        must(desk.store.apply(page(changes.size(), changes)));
    }
    static QHash<Id, CardUse> allUse(Desk &desk, const Id &agent, int perMonth = 500)
    {
        QHash<Id, CardUse> uses;
        for (int back = 0; back < cardUseMonths; ++back)
            must(addCardUse(desk.store, back, agent, noonOf(QDate(2026, 11, 25)), uses, perMonth));
        return uses;
    }
    static Instant noonOf(QDate day) { return {QDateTime(day, QTime(12, 0), Qt::UTC).toMSecsSinceEpoch()}; }

private Q_SLOTS:
    void countsTheYearTheMonthsAndTheAgent()
    {
        Desk desk;
        fill(desk, {{1, QDate(2026, 11, 3), 1},
                    {1, QDate(2026, 11, 20), 2},
                    {1, QDate(2025, 12, 1), 1},
                    {1, QDate(2025, 11, 30), 1}, // more than twelve months ago: of the season only
                    {1, QDate(2023, 11, 30), 1}, // too old for either
                    {2, QDate(2026, 6, 1), 2},
                    {-1, QDate(2026, 11, 4), 1}});
        const auto uses = allUse(desk, userId(1));
        QCOMPARE(uses.size(), 2);
        const CardUse one = uses.value(cardId(1));
        QCOMPARE(one.total, 3);
        QCOMPARE(one.mine, 2);
        QCOMPARE(one.byMonth[10], 3);
        QCOMPARE(one.byMonth[11], 1);
        QCOMPARE(uses.value(cardId(2)).total, 1);
        QCOMPARE(uses.value(cardId(2)).mine, 0);
    }

    //! However many requests a month has, only its newest are looked at.
    void aBusyMonthIsSampled()
    {
        Desk desk;
        QList<Made> list;
        for (int day = 1; day <= 20; ++day)
            list.append({day <= 10 ? 1 : 2, QDate(2026, 11, day), 1});
        fill(desk, list);
        const auto uses = allUse(desk, {}, 5);
        QCOMPARE(uses.value(cardId(2)).total, 5);
        QVERIFY(!uses.contains(cardId(1)));
        QCOMPARE(uses.value(cardId(2)).mine, 0); // nobody's
    }

    void pastRequestsComeNewestFirstInPages()
    {
        Desk desk;
        fill(desk, {{1, QDate(2026, 1, 1), 1}, {-1, QDate(2026, 1, 2), 1}, {2, QDate(2026, 1, 3), 1}, {3, QDate(2026, 1, 4), 1}});
        const auto first = must(pastRequests(desk.store, 2));
        QCOMPARE(first.requests,
                 (QList<PastRequest>{{cardId(3), u"Sujet 3"_s, u"Texte 3"_s}, {cardId(2), u"Sujet 2"_s, u"Texte 2"_s}}));
        QVERIFY(first.next);
        const auto second = must(pastRequests(desk.store, 2, first.next));
        QCOMPARE(second.requests, (QList<PastRequest>{{cardId(1), u"Sujet 0"_s, u"Texte 0"_s}}));
        const auto last = must(pastRequests(desk.store, 2, second.next));
        QVERIFY(last.requests.isEmpty());
        QVERIFY(!last.next);
    }
};

QTEST_GUILESS_MAIN(TestCardUse)
#include "tst_carduse.moc"

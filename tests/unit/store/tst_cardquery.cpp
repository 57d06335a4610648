#include "storekit.h"

#include "store/cardquery.h"

using namespace parvis;
using namespace parvis::storekit;

static const QDate today(2026, 12, 4);
static constexpr qint64 dayMs = 86'400'000;

static Id cardId(int n)
{
    return id(11, n);
}
static Id draftId(int n)
{
    return id(12, n);
}
static Id remarkId(int n)
{
    return id(13, n);
}
static Id revisionId(int n)
{
    return id(14, n);
}

class TestCardQuery : public QObject
{
    Q_OBJECT

private:
    template <typename T>
    static Change made(qint64 seq, const T &record)
    {
        return change(seq, ChangeOp::Create, T::kind, record.id, toDocument(record));
    }

    static Card card(int n, int revision)
    {
        Card c;
        c.id = cardId(n);
        c.title = u"Fiche %1"_s.arg(n);
        c.revision = revision;
        return c;
    }

    static CardDraft draft(int n, int card, DraftState state, qint64 at, int base = 0)
    {
        CardDraft d;
        d.id = draftId(n);
        d.card = cardId(card);
        d.state = state;
        d.at = {at};
        d.base = base;
        return d;
    }

    static CardRemark remark(int n, int card, RemarkType type, qint64 at, const Id &draft = {})
    {
        CardRemark r;
        r.id = remarkId(n);
        r.card = cardId(card);
        r.type = type;
        r.at = {at};
        r.draft = draft;
        return r;
    }

    static CardRevision revision(int card, int number)
    {
        CardRevision r;
        r.id = revisionId(card * 100 + number);
        r.card = cardId(card);
        r.number = number;
        r.content = {{u"title"_s, u"Fiche %1, %2"_s.arg(card).arg(number)}};
        return r;
    }

    static Change request(qint64 seq, int n, const QJsonObject &fields)
    {
        QJsonObject all = fields;
        if (!all.contains(u"received_at"_s))
            all.insert(u"received_at"_s, qint64(1'795'900'000'000) - n * 1000);
        return change(seq, ChangeOp::Create, Kind::Request, requestId(n), all);
    }

    static Change reminder(qint64 seq, int ofRequest, const QString &level)
    {
        return change(seq, ChangeOp::Create, Kind::Reminder, storekit::id(12, int(seq)),
                      {{u"request"_s, idText(requestId(ofRequest))}, {u"level"_s, level}});
    }

private Q_SLOTS:
    void aCardComesWithAllThatIsSaidOfIt()
    {
        Desk desk;
        must(desk.store.apply(
            page(20, {made(1, card(1, 2)), made(2, revision(1, 1)), made(3, revision(1, 2)), made(4, revision(2, 1)),
                      made(5, remark(1, 1, RemarkType::Wrong, 100)), made(6, remark(2, 1, RemarkType::Comment, 200)),
                      made(7, remark(3, 2, RemarkType::Wrong, 1)), made(8, draft(1, 1, DraftState::Draft, 10, 2)),
                      made(9, draft(2, 1, DraftState::Published, 11, 1)), made(10, draft(3, 2, DraftState::Draft, 12))})));
        const CardRecord record = must(cardRecord(desk.store, cardId(1)));
        QVERIFY(record.card);
        QCOMPARE(record.card->title, u"Fiche 1"_s);
        QCOMPARE(record.seq, 1);
        QCOMPARE(record.revisions.size(), 2);
        QCOMPARE(record.revisions.first().number, 2);
        QCOMPARE(record.remarks.size(), 2);
        QCOMPARE(record.remarks.first().type, RemarkType::Comment);
        QCOMPARE(record.drafts.size(), 1);
        QCOMPARE(record.drafts.first().id, draftId(1));
        QCOMPARE(must(cardRecord(desk.store, cardId(9))), CardRecord());
    }

    void aDraftComesWithWhatItWasWrittenFrom()
    {
        Desk desk;
        must(desk.store.apply(page(20, {made(1, card(1, 2)), made(2, revision(1, 1)), made(3, revision(1, 2)),
                                        made(4, draft(1, 1, DraftState::InValidation, 10, 1)),
                                        made(5, remark(1, 1, RemarkType::Approved, 300, draftId(1))),
                                        made(6, remark(2, 1, RemarkType::Comment, 200, draftId(1))),
                                        made(7, remark(3, 1, RemarkType::Wrong, 250))})));
        const auto record = must(draftRecord(desk.store, draftId(1)));
        QVERIFY(record && record->card);
        QCOMPARE(must(cardRevision(desk.store, cardId(1), 1))->number, 1);
        QVERIFY(!must(cardRevision(desk.store, cardId(1), 7)));
        QCOMPARE(record->card->revision, 2);
        QCOMPARE(record->remarks.size(), 2);
        QCOMPARE(record->remarks.first().type, RemarkType::Comment);
        QVERIFY(!must(draftRecord(desk.store, draftId(7))));
    }

    void openDraftsWaitSinceTheLastStep()
    {
        Desk desk;
        must(desk.store.apply(
            page(20, {made(1, draft(1, 1, DraftState::InValidation, 10)), made(2, draft(2, 2, DraftState::Draft, 20)),
                      made(3, draft(3, 3, DraftState::Abandoned, 5)), made(4, draft(4, 4, DraftState::Published, 6)),
                      made(5, remark(1, 1, RemarkType::Approved, 400, draftId(1))),
                      made(6, remark(2, 1, RemarkType::Comment, 500, draftId(1)))})));
        const QList<DraftRow> rows = must(openDrafts(desk.store));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.first().draft.id, draftId(2));
        QCOMPARE(rows.first().since, Instant{20});
        QCOMPARE(rows.last().since, Instant{400});
    }

    void answeredFlagsAreGone()
    {
        Desk desk;
        CardRemark handled = remark(1, 1, RemarkType::Wrong, 10);
        handled.handled = true;
        must(desk.store.apply(
            page(20, {made(1, handled), made(2, remark(2, 1, RemarkType::Incomplete, 20)),
                      made(3, remark(3, 1, RemarkType::Comment, 30)), made(4, remark(4, 2, RemarkType::Wrong, 40))})));
        const QList<CardRemark> flags = must(openFlags(desk.store));
        QCOMPARE(flags.size(), 2);
        QCOMPARE(flags.first().id, remarkId(4));
        QCOMPARE(flags.last().id, remarkId(2));
    }

    void useIsCountedByCard()
    {
        Desk desk;
        const QString one = idText(cardId(1));
        const QString dayBefore = today.addDays(-1).toString(Qt::ISODate);
        const auto noon = [](const QDate &day) -> qint64 { return QDateTime(day, QTime(12, 0), Qt::UTC).toMSecsSinceEpoch(); };
        must(desk.store.apply(
            page(20, {request(1, 1, {{u"card"_s, one}, {u"due_on"_s, dayBefore}, {u"status"_s, u"in_progress"_s}}), // late: open
                      request(2, 2,
                              {{u"card"_s, one},
                               {u"due_on"_s, dayBefore},
                               {u"status"_s, u"closed"_s},
                               {u"answered_at"_s, noon(today)}}), // late: answered a day after
                      request(3, 3,
                              {{u"card"_s, one},
                               {u"due_on"_s, dayBefore},
                               {u"status"_s, u"answered"_s},
                               {u"answered_at"_s, noon(today.addDays(-1))}}),
                      request(4, 4, {{u"card"_s, one}, {u"status"_s, u"reopened"_s}, {u"reason"_s, u"x"_s}}),
                      request(5, 5, {{u"card"_s, one}, {u"received_at"_s, qint64(1'700'000'000'000)}}), // long ago
                      request(6, 6, {{u"subject"_s, u"sans fiche"_s}}), reminder(7, 1, u"referent"_s), reminder(8, 1, u"head"_s),
                      reminder(9, 1, u"director"_s)})));
        const auto use = must(cardStatistics(desk.store, {1'795'900'000'000 - 30 * dayMs}, today));
        QCOMPARE(use.size(), 1);
        QCOMPARE(use.value(cardId(1)), (CardStatistics{4, 2, 1, 1, {1'795'900'000'000 - 1000}}));
    }

    void alikeRequestsWithoutACardAreGrouped()
    {
        Desk desk;
        QList<Change> changes;
        int n = 0;
        const auto add = [&](const QString &subject, const QString &card = {}) {
            ++n;
            QJsonObject fields{{u"subject"_s, subject}};
            if (!card.isEmpty())
                fields.insert(u"card"_s, card);
            changes.append(request(n, n, fields));
        };
        add(u"Composteur collectif au square"_s);
        add(u"Demande d'un composteur collectif"_s);
        add(u"Pigeons sur le balcon"_s);
        add(u"Où est le composteur collectif ?"_s);
        add(u"Pigeons rue de la Gare"_s);
        add(u"Pigeons, toujours"_s);
        add(u"Horaires de la piscine"_s);
        add(u"Composteur collectif"_s, idText(cardId(1))); // has a card
        must(desk.store.apply(page(100, changes)));
        const QList<LikeRequests> groups = must(requestsWithoutCard(desk.store));
        QCOMPARE(groups.size(), 2);
        QCOMPARE(groups.first().words, (QStringList{u"collectif"_s, u"composteur"_s}));
        QCOMPARE(groups.first().requests.size(), 3);
        QCOMPARE(groups.first().requests.first().id, requestId(1)); // the newest
        QCOMPARE(groups.last().words, QStringList{u"pigeons"_s});
    }

    void noQueryReadsEveryRequest()
    {
        Desk desk;
        must(cardStatistics(desk.store, {1}, today));
        must(requestsWithoutCard(desk.store));
        must(cardRecord(desk.store, cardId(1)));
        must(openDrafts(desk.store));
        int looked = 0;
        const auto statements = desk.store.database().statements();
        for (const QByteArray &sql : statements) {
            if (!sql.contains("FROM request ") && !sql.contains("card_re"))
                continue;
            Statement s = desk.store.database().prepare("EXPLAIN QUERY PLAN " + sql);
            QStringList plan;
            while (must(s.step()))
                plan.append(s.text(3));
            const QString all = plan.join(u'\n');
            QVERIFY2(all.contains("USING INDEX request_arrived"_L1) || all.contains("USING INDEX card_re"_L1), qPrintable(all));
            ++looked;
        }
        QVERIFY(looked >= 4);
    }
};

QTEST_GUILESS_MAIN(TestCardQuery)
#include "tst_cardquery.moc"

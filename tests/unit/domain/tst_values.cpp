#include "domain/citizen.h"
#include "domain/phone.h"
#include "domain/procedurecard.h"
#include "domain/request.h"
#include "domain/textmerge.h"
#include "domain/workflow.h"

#include <QtTest/QtTest>
#include <rapidcheck.h>

using namespace parvis;
using namespace Qt::StringLiterals;

static Request sampleRequest()
{
    QRandomGenerator random(3);
    Request r;
    r.id = makeId({1'700'000'000'000}, random);
    r.subject = u"Lampadaire éteint"_s;
    r.text = u"Devant le 12"_s;
    r.channel = Channel::WalkIn;
    r.service = makeId({1}, random);
    r.status = RequestStatus::Assigned;
    r.latitude = 0.0;
    r.longitude = 4.35;
    r.receivedAt = {1'700'000'000'000};
    r.dueOn = QDate(2026, 12, 8);
    r.onTheSpot = true;
    r.form = {{u"plate"_s, u"AB-123-CD"_s}};
    r.tags = {u"b"_s, u"a"_s};
    r.extra = {{u"colour_of_a_newer_program"_s, 7}};
    return r;
}

class TestValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void documentsGiveTheValueBack()
    {
        const Request r = sampleRequest();
        QCOMPARE(fromDocument<Request>(r.id, toDocument(r)), r);
        QVERIFY(toDocument(r).contains("latitude"_L1)); // zero is a place
    }

    void everyDescriptionIsSound()
    {
        for (const Kind kind : allKinds()) {
            const EntityDescription &d = describe(kind);
            QCOMPARE(d.kind(), kind);
            QSet<QString> names;
            for (const FieldDescription &f : d.fields()) {
                QVERIFY2(!names.contains(f.name), f.name.data());
                names.insert(f.name);
                QVERIFY(f.accepts(QJsonValue()));
                const FieldDescription *head = d.field(f.group);
                if (head)
                    QVERIFY2(head->merge == f.merge, f.name.data());
            }
            QVERIFY(!names.contains(u"id"_s) && !names.contains(u"seq"_s) && !names.contains(u"extra"_s));
        }
    }

    void wrongTypesAreKeptAside()
    {
        const Request r =
            fromDocument<Request>(Id(), {{u"subject"_s, 12}, {u"due_on"_s, u"someday"_s}, {u"status"_s, u"assigned"_s}});
        QVERIFY(r.subject.isEmpty());
        QCOMPARE(r.status, RequestStatus::Assigned);
        QCOMPARE(r.extra.size(), 2);
    }

    void differenceLaidOverGivesTheOther()
    {
        const EntityDescription &d = describe(Kind::Request);
        const QJsonObject before = toDocument(sampleRequest());
        Request changed = sampleRequest();
        changed.subject.clear();
        changed.tags = {u"b"_s, u"c"_s};
        changed.status = RequestStatus::Received;
        changed.latitude.reset();
        const QJsonObject after = toDocument(changed);
        const QJsonObject set = difference(d, before, after);
        QCOMPARE(set.size(), 4);
        QVERIFY(set.value("subject"_L1).isNull());
        QCOMPARE(set.value("tags"_L1).toObject().value("add"_L1).toArray(), QJsonArray{u"c"_s});
        QCOMPARE(overlaid(d, before, set), after);
        QCOMPARE(overlaid(d, after, difference(d, after, before)), before);
        QVERIFY(difference(d, after, after).isEmpty());
    }

    void phonesInAnySpelling_data()
    {
        QTest::addColumn<QString>("spelling");
        QTest::addColumn<QString>("number");
        for (const char *s : {"06 12 34 56 78", "06.12.34.56.78", "0612345678", "+33 6 12 34 56 78", "+33 (0)6 12-34-56-78",
                              "0033612345678", "612345678"})
            QTest::newRow(s) << QString::fromLatin1(s) << u"+33612345678"_s;
        QTest::newRow("foreign") << u"+49 30 123456"_s << u"+4930123456"_s;
        QTest::newRow("short") << u"12"_s << QString();
        QTest::newRow("words") << u"Dumont 06"_s << QString();
        QTest::newRow("long") << u"0612345678901234567"_s << QString();
    }
    void phonesInAnySpelling()
    {
        QFETCH(QString, spelling);
        QTEST(phoneE164(spelling), "number");
    }

    void phonesWhileTyped()
    {
        QCOMPARE(phonePrefix(u"061"), u"+3361"_s);
        QCOMPARE(phonePrefix(u"06 1"), u"+3361"_s);
        QVERIFY(phonePrefix(u"06").isEmpty());
        QVERIFY(phonePrefix(u"dum").isEmpty());
        QCOMPARE(spokenPhone(u"+33612345678"_s), u"06\u00a012\u00a034\u00a056\u00a078"_s);
    }

    void textsMergeWhereApart()
    {
        const QString base = u"Le lampadaire du 12 est éteint depuis lundi."_s;
        QCOMPARE(mergedText(base, u"Le lampadaire du 14 est éteint depuis lundi."_s,
                            u"Le lampadaire du 12 est éteint depuis mardi."_s),
                 u"Le lampadaire du 14 est éteint depuis mardi."_s);
        QVERIFY(!mergedText(base, u"Le lampadaire du 14 est éteint depuis lundi."_s,
                            u"Le lampadaire du 16 est éteint depuis lundi."_s));
        QCOMPARE(mergedText(base, base, u"x"_s), u"x"_s);
        QCOMPARE(mergedText(QString(), u"a"_s, u"a"_s), u"a"_s);
        QVERIFY(!mergedText(QString(), u"a"_s, u"b"_s));
    }

    void mergeIsSymmetricWhenClean()
    {
        QVERIFY(rc::check([](std::vector<quint8> base, std::vector<quint8> a, std::vector<quint8> b) {
            const auto text = [](const std::vector<quint8> &v) {
                QStringList words;
                for (const quint8 w : v)
                    words.append(QString(QChar(u'a' + w % 6)));
                return words.join(u' ');
            };
            const auto one = mergedText(text(base), text(a), text(b));
            const auto other = mergedText(text(base), text(b), text(a));
            RC_ASSERT(one == other);
            RC_ASSERT(mergedText(text(base), text(a), text(base)) == text(a));
        }));
    }

    void workflowHoldsTogether()
    {
        using S = RequestStatus;
        for (int i = 0; i <= int(S::Reopened); ++i) {
            const S from = S(i);
            QVERIFY(isAllowed(from, from));
            QVERIFY(!nextStatuses(from).contains(from));
            QCOMPARE(reasons(from).isEmpty(), !needsReason(from));
            QVERIFY(!isInitial(from) || from != S::Waiting);
        }
        QVERIFY(!isAllowed(S::Closed, S::InProgress));
        QVERIFY(isAllowed(S::Closed, S::Reopened));
        QVERIFY(!isAllowed(S::Received, S::InProgress));
    }

    void namesAreNeverEmpty()
    {
        Citizen c;
        c.organisation = u"Boulangerie des Halles"_s;
        QCOMPARE(displayName(c), u"Boulangerie des Halles"_s);
        c.lastName = u"Dumont"_s;
        c.civility = u"Mme"_s;
        QCOMPARE(displayName(c), u"Boulangerie des Halles (Mme Dumont)"_s);
    }

    void cardsRouteByDistrict()
    {
        QRandomGenerator random(1);
        Card card;
        card.service = makeId({1}, random);
        const Id district = makeId({2}, random), north = makeId({3}, random);
        card.serviceByDistrict = {{idText(district), idText(north)}};
        QCOMPARE(routedService(card, district), north);
        QCOMPARE(routedService(card, Id()), card.service);
        QCOMPARE(delayOf(card), 2);
        card.complexity = CardKind::Complex;
        QCOMPARE(delayOf(card), 10);
    }
};

QTEST_APPLESS_MAIN(TestValues)
#include "tst_values.moc"

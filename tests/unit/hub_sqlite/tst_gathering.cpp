#include "domain/incident.h"
#include "domain/procedurecard.h"
#include "testtown.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! Incidents at the hub: everybody's, one of two wishes wins, and the rule of a theme that gathers by itself.
class TestGathering : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_town = std::make_unique<TestTown>();
        m_roads = m_town->service();
        m_desk = m_town->agent(Role::Ambassador);
        m_referent = m_town->agent(Role::Referent, {m_roads});
        m_theme = m_town->newId();
        m_card = m_town->newId();
        Card card;
        card.title = u"Nid-de-poule"_s;
        card.theme = m_theme;
        QVERIFY(m_town->hub.intake({{Verb::Create, Kind::Theme, m_theme, {{u"name"_s, u"Voirie"_s}}, {}, {}},
                                    {Verb::Create, Kind::Card, m_card, toDocument(card), {}, {}}}));
    }

    void nothingIsGatheredUnlessSaid()
    {
        report(0);
        QVERIFY(incidentOf(report(2)).isNull());
    }

    void reportsOfOneCauseAreGathered()
    {
        says(80);
        const Id first = report(0), second = report(4);
        const Id incident = incidentOf(second);
        QVERIFY(!incident.isNull());
        QCOMPARE(incidentOf(first), incident);
        const QJsonObject made = m_town->document(Kind::Incident, incident);
        QCOMPARE(made.value("subject"_L1).toString(), u"Nid-de-poule"_s);
        QVERIFY(!made.contains("author"_L1)); // nobody: the rule
        QCOMPARE(incidentOf(report(9)), incident);
        QVERIFY(incidentOf(report(200)).isNull());
        QVERIFY(incidentOf(report(1, {{u"confidential"_s, true}})).isNull());
        // Whoever works here may see it, and the referent's own reports in it.
        const auto feed = m_town->feed(m_referent);
        QVERIFY(
            std::any_of(feed.begin(), feed.end(), [&](const Change &c) { return c.kind == Kind::Incident && c.id == incident; }));
        QVERIFY(m_town->hub.verify());
    }

    void belowTheConfidenceAnAgentDecides()
    {
        says(95);
        report(0);
        QVERIFY(incidentOf(report(30)).isNull());
    }

    void whatWasTakenOutStaysOut()
    {
        says(80);
        const Id first = report(0), second = report(4);
        QCOMPARE(m_town->patch(m_desk, Kind::Request, second, {{u"incident"_s, QJsonValue()}}, m_town->head()).outcome,
                 Outcome::Applied);
        QVERIFY(incidentOf(second).isNull());
        QVERIFY(!incidentOf(first).isNull());
    }

    //! At a desk, offline, a report was made and gathered at once: the rule, which comes in between, does not stand in the way.
    void theAgentsWordGoesBeforeTheRules()
    {
        says(80);
        const Id first = report(0), own = incident();
        const Id second = report(4);
        QVERIFY(!incidentOf(second).isNull());
        QCOMPARE(m_town->patch(m_desk, Kind::Request, second, {{u"incident"_s, idText(own)}}, 0).outcome, Outcome::Applied);
        QCOMPARE(incidentOf(second), own);
        QVERIFY(incidentOf(first) != own);
    }

    void whatIsConfidentialIsInNone()
    {
        const Id own = incident();
        const Id hidden = report(0, {{u"confidential"_s, true}, {u"incident"_s, idText(own)}});
        QVERIFY(incidentOf(hidden).isNull());
        const Id request = report(1, {{u"incident"_s, idText(own)}});
        QCOMPARE(incidentOf(request), own);
        QCOMPARE(m_town->patch(m_desk, Kind::Request, request, {{u"confidential"_s, true}}, m_town->head()).outcome,
                 Outcome::Applied);
        QVERIFY(incidentOf(request).isNull());
    }

    void partsAndDoneOnesAreLeftAlone()
    {
        says(80);
        const Id whole = report(0);
        QVERIFY(incidentOf(report(1, {{u"parent"_s, idText(whole)}})).isNull());
        QVERIFY(incidentOf(report(1, {{u"status"_s, u"closed"_s}, {u"reason"_s, u"on_the_spot"_s}})).isNull());
    }

    void importedReportsAreGathered()
    {
        says(80);
        const Id first = report(0), second = m_town->newId();
        QVERIFY(m_town->hub.intake({{Verb::Create, Kind::Request, second, fields(3), m_town->clock.now(), {}}}));
        QVERIFY(!incidentOf(first).isNull());
        QCOMPARE(incidentOf(second), incidentOf(first));
    }

    //! A merges into B at one desk and B into A at another, both offline: one of them wins, and no ring comes to be.
    void noRingOfMerges()
    {
        const Id a = incident(), b = incident();
        const qint64 seen = m_town->head();
        QCOMPARE(m_town->patch(m_desk, Kind::Incident, a, {{u"merged_into"_s, idText(b)}}, seen).outcome, Outcome::Applied);
        const PushVerdict other = m_town->patch(m_referent, Kind::Incident, b, {{u"merged_into"_s, idText(a)}}, seen);
        QCOMPARE(other.refusal, Refusal::WrongValue);
        QVERIFY(!m_town->document(Kind::Incident, b).contains("merged_into"_L1));
        QCOMPARE(m_town->patch(m_desk, Kind::Incident, a, {{u"merged_into"_s, idText(a)}}, m_town->head()).refusal,
                 Refusal::WrongValue);
    }

    void whatIsNowhereIsNoIncident()
    {
        const auto made = [this](const QJsonObject &set) {
            return m_town->push(m_desk, m_town->mutation(m_desk, Verb::Create, Kind::Incident, m_town->newId(), set)).refusal;
        };
        QCOMPARE(made({{u"subject"_s, u"Trou"_s}}), Refusal::MissingField);
        QCOMPARE(made({{u"address"_s, u"rue du Lycée"_s}}), Refusal::MissingField);
        QCOMPARE(made({{u"address"_s, u"chez Mme Martin"_s}, {u"subject"_s, u"Trou"_s}}), Refusal::MissingField);
        QCOMPARE(made({{u"latitude"_s, 48.95}, {u"longitude"_s, 4.36}, {u"subject"_s, u"Trou"_s}}), Refusal::None);
        const Id request = report(0);
        QCOMPARE(
            m_town->patch(m_desk, Kind::Request, request, {{u"incident"_s, idText(m_town->newId())}}, m_town->head()).refusal,
            Refusal::UnknownTarget);
    }

private:
    void says(int confidence)
    {
        const QJsonObject set{{u"incident_confidence"_s, confidence}};
        QVERIFY(m_town->hub.intake({{Verb::Patch, Kind::Theme, m_theme, set, {}, {}}}));
    }
    QJsonObject fields(double metresEast)
    {
        return {{u"subject"_s, u"Trou dans la chaussée"_s},
                {u"service"_s, idText(m_roads)},
                {u"status"_s, u"assigned"_s},
                {u"theme"_s, idText(m_theme)},
                {u"card"_s, idText(m_card)},
                {u"latitude"_s, 48.95},
                {u"longitude"_s, 4.36 + metresEast / 73'200},
                {u"address"_s, u"rue du Lycée"_s}};
    }
    Id report(double metresEast, const QJsonObject &more = {})
    {
        QJsonObject set = fields(metresEast);
        for (auto it = more.begin(); it != more.end(); ++it)
            set.insert(it.key(), *it);
        return m_town->create(m_desk, Kind::Request, set);
    }
    Id incident()
    {
        return m_town->create(m_desk, Kind::Incident,
                              {{u"latitude"_s, 48.95}, {u"longitude"_s, 4.36}, {u"subject"_s, u"Trou"_s}});
    }
    Id incidentOf(const Id &request)
    {
        return idFromText(m_town->document(Kind::Request, request).value("incident"_L1).toString()).value_or(Id());
    }

    std::unique_ptr<TestTown> m_town;
    Id m_roads, m_theme, m_card;
    Caller m_desk, m_referent;
};

QTEST_GUILESS_MAIN(TestGathering)
#include "tst_gathering.moc"

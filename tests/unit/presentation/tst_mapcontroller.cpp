#include "domain/workflow.h"
#include "presentation/mapcontroller.h"
#include "presentation/mapexport.h"
#include "store/requestsql.h"
#include "testkit/property.h"
#include "unit/presentation/smalldesk.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QTimeZone>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace parvis;
using namespace parvis::smalltown;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 86'400'000;

Request report(const QString &subject, const QString &card, const QString &district, int daysAgo,
               RequestStatus status = RequestStatus::Assigned)
{
    Request r = request(subject, u"police"_s, status, QDate(2026, 11, 23).addDays(10 - daysAgo));
    r.card = id(card);
    r.theme = id(card == u"lampadaire" ? u"voirie-theme"_s : u"tranquillite"_s);
    r.district = id(district);
    r.receivedAt = {monday.ms - daysAgo * day};
    r.latitude = 48.9 + daysAgo * 0.0001;
    r.longitude = 4.3;
    r.address = u"12 rue des Tanneurs"_s;
    r.text = u"Chez Mme Dumont, 06 12 34 56 78"_s;
    r.citizen = claire().id;
    if (!isOpen(status))
        r.answeredAt = {r.receivedAt.ms + day};
    return r;
}

//! All keys and all texts of a document, however deep.
void gather(const QJsonValue &value, QSet<QString> &keys, QStringList &texts)
{
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            gather(item, keys, texts);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            keys.insert(it.key());
            gather(it.value(), keys, texts);
        }
    } else if (value.isString()) {
        texts.append(value.toString());
    }
}

} // namespace

class MapControllerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SmallDesk>();
        m_desk->take(report(u"Épave"_s, u"vehicule"_s, u"valmy"_s, 2));
        m_desk->take(report(u"Épave, rue Valmy"_s, u"vehicule"_s, u"valmy"_s, 40));
        m_desk->take(report(u"Lampe"_s, u"lampadaire"_s, u"centre"_s, 3, RequestStatus::Closed));
        Request act = request(u"Acte"_s, u"etat-civil"_s, RequestStatus::Assigned, QDate(2026, 11, 24)); // no place
        act.card = id(u"naissance"_s);
        act.district = id(u"gare"_s);
        m_desk->take(act);
        m_desk->flush();
        m_map = std::make_unique<MapController>(m_desk->gate, m_desk->events, m_desk->town, m_desk->clock);
        m_map->look(query());
        QTRY_VERIFY(m_map->isLoaded());
    }
    void cleanup() { m_map.reset(); }

    void threeViews()
    {
        m_map->setSubject(MapSubject::Reports);
        QCOMPARE(m_map->figures().count, 3);
        QCOMPARE(m_map->kinds().size(), reportStates);
        QCOMPARE(m_map->kinds().at(int(ReportState::Late)).count, 1);
        QCOMPARE(m_map->kinds().at(int(ReportState::OnTime)).count, 1);
        QCOMPARE(m_map->kinds().at(int(ReportState::DoneInTime)).count, 1);
        m_map->setSubject(MapSubject::Services);
        QCOMPARE(m_map->figures().count, 4);
        QCOMPARE(m_map->figures().withoutPlace, 1);
        QCOMPARE(m_map->kinds().first().id, id(u"police"_s));
        QCOMPARE(m_map->kinds().first().count, 3);
        m_map->setSubject(MapSubject::Complex);
        QCOMPARE(m_map->figures().count, 3);
        QCOMPARE(m_map->kinds().first().id, id(u"tranquillite"_s));
    }

    void sameFilterAsTheList()
    {
        m_map->look(query([](RequestQuery &q) { q.district = id(u"centre"_s); }));
        QTRY_COMPARE(m_map->figures().count, 1);
        m_map->look(query([](RequestQuery &q) { q.words = u"epave"_s; }));
        QTRY_COMPARE(m_map->figures().count, 2);
        m_map->look(query([](RequestQuery &q) { q.status = RequestStatus::Closed; }));
        QTRY_COMPARE(m_map->figures().count, 1);
        m_map->look(query([](RequestQuery &q) { q.words = u"***"_s; }));
        QTRY_COMPARE(m_map->figures().count, 0);
    }

    //! Half a million whole requests would be read for seconds.
    void readFromOneIndex()
    {
        for (const RequestQuery &each :
             {query(), query([](RequestQuery &q) { q.since = {1}; }), query([](RequestQuery &q) { q.until = monday; }),
              query([](RequestQuery &q) { q.late = true; }), query([](RequestQuery &q) { q.status = RequestStatus::Assigned; }),
              query([](RequestQuery &q) { q.service = id(u"police"_s); }),
              query([](RequestQuery &q) { q.district = id(u"valmy"_s); })}) {
            const RequestSql sql = mapSql(each);
            Statement plan = m_desk->store().database().prepare("EXPLAIN QUERY PLAN " + sql.text);
            int index = 0;
            for (const auto &bind : sql.values)
                bind(plan, ++index);
            QVERIFY(plan.step().value());
            QVERIFY2(plan.text(3).contains(u"COVERING INDEX request_map"), qPrintable(plan.text(3)));
        }
    }

    //! Whatever the filter, the map counts what the list lists.
    void countsAsTheListDoes()
    {
        PARVIS_PROPERTY("as the list", [this] {
            RequestQuery q = query();
            q.late = *rc::gen::arbitrary<bool>();
            if (*rc::gen::arbitrary<bool>())
                q.district = id(*rc::gen::element(u"valmy"_s, u"centre"_s, u"gare"_s));
            if (*rc::gen::arbitrary<bool>())
                q.status = *rc::gen::element(RequestStatus::Assigned, RequestStatus::Closed);
            if (*rc::gen::arbitrary<bool>())
                q.since = {monday.ms - *rc::gen::inRange(0, 50) * day};
            const auto page = requestPage(m_desk->store(), q, 100);
            const auto found = mapRequests(m_desk->store(), q, QTimeZone("Europe/Paris"));
            RC_ASSERT(bool(page) && bool(found));
            QSet<Id> listed, mapped;
            for (const RequestRow &row : page->rows)
                listed.insert(row.id);
            for (const MapRequest &r : found->requests)
                mapped.insert(r.id);
            RC_ASSERT(listed == mapped);
        });
    }

    void timeNarrows()
    {
        m_map->setPeriod(QDate(2026, 11, 1), QDate(2026, 11, 30));
        QCOMPARE(m_map->figures().count, 2);
        QVERIFY(!m_map->figures().hasBefore); // October is not known whole
        QCOMPARE(m_map->perMonth(), (QList<int>{1, 2}));
        m_map->setPeriod(QDate(2026, 11, 20), QDate(2026, 11, 23));
        QVERIFY(m_map->figures().hasBefore);
        QCOMPARE(m_map->figures().before, 0);
        m_map->setPeriod({}, {});
        QCOMPARE(m_map->figures().count, 3);
    }

    void cutByDistrict()
    {
        const auto figures = [this](const QString &district) {
            for (const MapDistrict &d : m_map->districts()) {
                if (d.id == id(district))
                    return d.figures;
            }
            return MapFigures{};
        };
        QCOMPARE(figures(u"valmy"_s).count, 2);
        QCOMPARE(figures(u"valmy"_s).promised, 1);
        QCOMPARE(figures(u"valmy"_s).kept, 0);
        QCOMPARE(figures(u"centre"_s).kept, 1);
        m_map->setDistrict(id(u"valmy"_s));
        QCOMPARE(m_map->figures().count, 2);
        QCOMPARE(figures(u"centre"_s).count, 1); // the others stay to compare with
        m_map->setDistrict({});
        m_map->setSubject(MapSubject::Services);
        QCOMPARE(figures(u"gare"_s).withoutPlace, 1);
    }

    void legendHidesAndShows()
    {
        m_map->setHidden(int(ReportState::Late), true);
        QCOMPARE(m_map->figures().count, 2);
        QCOMPARE(m_map->kinds().at(int(ReportState::Late)).count, 1); // still said
        m_map->setHidden(int(ReportState::Late), false);
        QCOMPARE(m_map->figures().count, 3);
    }

    void lassoTakesWhatIsInside()
    {
        m_map->setLasso({{48.9, 4.29}, {48.9, 4.31}, {48.9005, 4.31}, {48.9005, 4.29}});
        QCOMPARE(m_map->figures().count, 2);
        QVERIFY(m_map->hasLasso());
        m_map->setLasso({});
        QCOMPARE(m_map->figures().count, 3);
    }

    void newestFirst()
    {
        const auto [ids, all] = m_map->within(std::nullopt, 2);
        QCOMPARE(all, 3);
        QCOMPARE(ids, (QList<Id>{id(u"Épave"_s), id(u"Lampe"_s)}));
        QVERIFY(m_map->place(id(u"Lampe"_s)));
        QVERIFY(!m_map->place(id(u"Acte"_s)));
    }

    void keptInStep()
    {
        QSignalSpy changed(m_map.get(), &MapController::changed);
        m_desk->take(report(u"Encore une"_s, u"vehicule"_s, u"gare"_s, 1));
        m_desk->patch(Kind::Request, id(u"Épave"_s), {{u"district"_s, idText(id(u"gare"_s))}});
        m_desk->flush();
        QTRY_COMPARE(m_map->figures().count, 4);
        m_map->setDistrict(id(u"gare"_s));
        QCOMPARE(m_map->figures().count, 2);
        // As it would be read anew.
        const MapRequests kept = m_map->all();
        const auto anew = mapRequests(m_desk->store(), query(), QTimeZone("Europe/Paris"));
        QCOMPARE(kept.requests.size(), anew->requests.size());
        for (const MapRequest &r : kept.requests) {
            const auto it =
                std::find_if(anew->requests.begin(), anew->requests.end(), [&](const MapRequest &o) { return o.id == r.id; });
            QVERIFY(it != anew->requests.end());
            QCOMPARE(kept.districts.at(r.district), anew->districts.at(it->district));
        }
    }

    void nobodyLooksNobodyReads()
    {
        MapController other(m_desk->gate, m_desk->events, m_desk->town, m_desk->clock); // somebody looks at this one
        other.look(query());
        QTRY_COMPARE(other.figures().count, 3);
        m_map->stop();
        m_desk->take(report(u"Encore une"_s, u"vehicule"_s, u"gare"_s, 1));
        m_desk->flush();
        QTRY_COMPARE(other.figures().count, 4); // the pause that gathers changes is over
        QCOMPARE(m_map->figures().count, 3);
        m_map->look(query());
        QTRY_COMPARE(m_map->figures().count, 4);
    }

    //! The whole of it: these members, these values, and nothing else.
    void thePublicSeesNobody()
    {
        Request secret = report(u"Secret"_s, u"vehicule"_s, u"valmy"_s, 60);
        secret.confidential = true;
        Request atHome = report(u"Logement"_s, u"logement"_s, u"valmy"_s, 60);
        Request uncarded = report(u"Divers"_s, u"vehicule"_s, u"valmy"_s, 60);
        uncarded.card = {};
        Request old = report(u"Vieille épave de M. Dupont"_s, u"vehicule"_s, u"valmy"_s, 45);
        old.latitude = 48.906789;
        old.longitude = 4.312345;
        m_desk->takeAll(QList<Request>{secret, atHome, uncarded, old});
        m_desk->flush();
        QTRY_COMPARE(m_map->figures().count, 7);

        const QByteArray bytes = publicGeoJson(m_map->all(), m_map->chosen(), m_desk->town, m_map->today());
        const QJsonObject document = QJsonDocument::fromJson(bytes).object();
        QSet<QString> keys;
        QStringList texts;
        gather(document, keys, texts);
        QCOMPARE(keys, (QSet<QString>{u"type"_s, u"features"_s, u"geometry"_s, u"coordinates"_s, u"properties"_s, u"theme"_s,
                                      u"month"_s, u"done"_s}));
        const QSet<QString> known{u"FeatureCollection"_s, u"Feature"_s, u"Point"_s, u"Tranquillité publique"_s, u"2026-10"_s};
        for (const QString &text : std::as_const(texts))
            QVERIFY2(known.contains(text), qPrintable(text));
        const QJsonArray features = document.value("features"_L1).toArray();
        QCOMPARE(features.size(), 2); // the two old ones that are about public space
        for (const QJsonValue &feature : features) {
            for (const QJsonValue &degree : feature["geometry"_L1]["coordinates"_L1].toArray()) {
                const double thousandths = degree.toDouble() * 1000;
                QVERIFY(std::abs(thousandths - std::round(thousandths)) < 1e-6);
            }
        }
        QCOMPARE(features.last()["geometry"_L1]["coordinates"_L1], QJsonValue(QJsonArray{4.312, 48.907}));
        for (const QString &word : {u"Dumont"_s, u"Dupont"_s, u"tanneurs"_s, u"0612"_s, idText(old.id), u"pave"_s})
            QVERIFY2(!QString::fromUtf8(bytes).contains(word, Qt::CaseInsensitive), qPrintable(word));
    }

    void colleaguesGetRows()
    {
        Request formula = report(u" =HYPERLINK(\"x\");y"_s, u"vehicule"_s, u"valmy"_s, 5);
        m_desk->take(formula);
        m_desk->flush();
        QTRY_COMPARE(m_map->figures().count, 4);
        auto rows = mapExportRows(m_desk->store(), m_map->all(), m_map->chosen());
        QVERIFY(bool(rows));
        nameRows(rows.value(), m_map->all(), m_desk->town);
        const QByteArray bytes = mapCsv(rows.value());
        QVERIFY(bytes.startsWith("\xef\xbb\xbf\"number\";\"subject\";\"status\";\"service\";\"theme\";\"district\";"));
        const QString csv = QString::fromUtf8(bytes);
        QCOMPARE(csv.count(u"\r\n"_s), 5);
        QVERIFY(csv.contains(u"\"' =HYPERLINK(\"\"x\"\");y\""_s));
        QVERIFY(csv.contains(u"\"Police mun.\";\"Tranquillité publique\";\"Valmy\";\"2026-11-18\";"_s));
        QVERIFY(!csv.contains(u"Dumont"));
        const QJsonArray features = QJsonDocument::fromJson(mapGeoJson(rows.value())).object().value("features"_L1).toArray();
        QCOMPARE(features.size(), 4);
    }

private:
    RequestQuery query(const std::function<void(RequestQuery &)> &change = {}) const
    {
        RequestQuery q;
        q.today = QDate(2026, 11, 23);
        if (change)
            change(q);
        return q;
    }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<MapController> m_map;
};

QTEST_GUILESS_MAIN(MapControllerTest)
#include "tst_mapcontroller.moc"

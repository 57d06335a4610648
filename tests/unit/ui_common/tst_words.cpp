#include "domain/permissions.h"
#include "domain/workflow.h"
#include "ui_common/routewords.h"
#include "ui_common/words.h"
#include "unit/presentation/smalltown.h"

#include <QtCore/QTranslator>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! Every code that lower layers can show has words, in English and in French.
class WordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsWords()
    {
        everyValue<Channel>();
        everyValue<ReplyChannel>();
        everyValue<RequestStatus>();
        everyValue<Role>();
        everyValue<Kind>();
        everyValue<Outcome>();
        everyValue<CardKind>();
        for (int i = 0; i <= int(Holiday::SaintStephen); ++i)
            QVERIFY(!word(Holiday(i)).isEmpty());
        for (std::size_t i = 1; i < Tokens<Refusal>::words.size(); ++i)
            QVERIFY2(sentence(Refusal(i)).endsWith(u'.'), Tokens<Refusal>::words[i].data());
        for (int i = 0; i <= int(ErrorCode::Aborted); ++i)
            QVERIFY2(sentence(ErrorCode(i)).endsWith(u'.'), qPrintable(QString::number(i)));
    }

    void everyReasonOfTheWorkflowHasWords()
    {
        for (std::size_t i = 0; i < Tokens<RequestStatus>::words.size(); ++i) {
            for (const QString &reason : reasons(RequestStatus(i)))
                QVERIFY2(reasonWord(reason) != reason || reason == u"budget"_s || reason == u"weather"_s || reason == u"done"_s,
                         qPrintable(reason));
        }
        QCOMPARE(reasonWord(u"attend le plombier"_s), u"attend le plombier"_s);
    }

    void everyFieldThatAgentsSeeHasWords()
    {
        for (const Kind kind : {Kind::Request, Kind::Citizen, Kind::Contact, Kind::Note}) {
            for (const FieldDescription &f : describe(kind).fields()) {
                const QString words = fieldWord(kind, f.name);
                QVERIFY2(!words.contains(u'_') && !words.isEmpty(), f.name.data());
            }
        }
    }

    //! The path of a request, as the trial of a rule says it: by the card and its district, past the absent, to who is there.
    void aRouteSaysItsPath()
    {
        using namespace smalltown;
        ReferenceRecords records = reference();
        for (User &user : records.users) {
            if (user.login == u"nguyen"_s)
                user.absent = true;
            if (user.login == u"leroy"_s)
                user.standsFor = {id(u"nguyen"_s)};
        }
        RoutingRule rule;
        rule.id = id(u"rule"_s);
        rule.name = u"Nuit"_s;
        rule.overCard = true;
        rule.channels = {u"email"_s};
        rule.service = id(u"police"_s);
        ReferenceData town;
        town.set(records);
        const auto path = [&town](const RouteQuery &query, const RoutingRule *edited, const QList<RoutingRule> &rules) {
            QStringList said;
            const Routing routing(town.units(), town.districts(), town.users(), rules);
            for (const RouteStep &step : routing.route(query).steps)
                said.append(explained(step, query.district, town, edited));
            return said;
        };
        RouteQuery query;
        query.card = town.card(id(u"vehicule"_s));
        query.district = id(u"valmy"_s);
        query.day = QDate(2026, 11, 23);
        const QStringList absent{u"Anh Nguyen is absent"_s, u"Paul Leroy stands for them"_s};
        QCOMPARE(path(query, nullptr, {}), (QStringList{u"by the card"_s, u"referent for Valmy"_s} + absent));
        query.channel = Channel::Email;
        QCOMPARE(path(query, &rule, {rule}),
                 (QStringList{u"by the card"_s, u"by the rule “Nuit”"_s, u"referent for Valmy"_s} + absent));
        query = {};
        query.day = QDate(2026, 11, 23);
        QCOMPARE(path(query, nullptr, {}), (QStringList{u"no card says where"_s, u"to qualify"_s}));
    }

    void whoIsAbsentSaysUntilWhen()
    {
        using namespace smalltown;
        ReferenceRecords records = reference();
        User &leroy = records.users[1];
        const auto said = [&](const QDate &day) {
            ReferenceData town;
            town.set(records);
            return absence(leroy, day, town);
        };
        const auto planned = [](const QString &from, const QString &to) { return QJsonObject{{u"from"_s, from}, {u"to"_s, to}}; };
        leroy.absences = {planned(u"2026-11-25"_s, u"2026-11-30"_s), planned(u"2026-11-20"_s, u"2026-11-24"_s),
                          planned(u"2026-12-24"_s, u"2026-12-31"_s)};
        QCOMPARE(said({2026, 11, 20}), u"absent until %1, nobody stands for them"_s.arg(shortDay({2026, 11, 30})));
        records.users[2].standsFor = {leroy.id};
        QCOMPARE(said({2026, 12, 31}), u"absent until %1, Anh Nguyen stands for them"_s.arg(shortDay({2026, 12, 31})));
        leroy.absences = {};
        leroy.absent = true;
        QCOMPARE(said({2026, 11, 20}), u"absent, Anh Nguyen stands for them"_s);
    }

    void delaysReadAsAPersonSaysThem()
    {
        QCOMPARE(humanDelay({DelayState::OnTime, 1}), u"tomorrow"_s);
        QCOMPARE(humanDelay({DelayState::OnTime, 3}), u"in 3 working day(s)"_s);
        QCOMPARE(humanDelay({DelayState::DueToday, 0}), u"today"_s);
        QTranslator french;
        QVERIFY(french.load(u":/i18n/parvis_fr.qm"_s));
        QCoreApplication::installTranslator(&french);
        QCOMPARE(humanDelay({DelayState::OnTime, 1}), u"demain"_s);
        QCOMPARE(humanDelay({DelayState::OnTime, 3}), u"dans 3 j ouvrés"_s);
        QCOMPARE(humanDelay({DelayState::Late, 2}), u"en retard de 2 j"_s);
        QCoreApplication::removeTranslator(&french);
    }

    void datesFollowTheLocale()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::French));
        QTranslator french;
        QVERIFY(french.load(u":/i18n/parvis_fr.qm"_s));
        QCoreApplication::installTranslator(&french);
        QCOMPARE(longDay(QDate(2026, 12, 8)), u"mardi 8 décembre"_s);
        QCOMPARE(explained({QDate(2026, 5, 14), CalendarStep::What::Holiday, 0, Holiday::Ascension, {}, {}}),
                 u"jeudi 14 mai\u00a0: non compté, Ascension"_s);
        const Instant noon{QDateTime(QDate(2026, 12, 8), QTime(12, 41), QTimeZone("Europe/Paris")).toMSecsSinceEpoch()};
        QCOMPARE(momentText(noon, QTimeZone("Europe/Paris"), QDate(2026, 12, 8)), u"12:41"_s);
        QCOMPARE(momentText(noon, QTimeZone("Europe/Paris"), QDate(2026, 12, 9)), u"hier 12:41"_s);
        QCoreApplication::removeTranslator(&french);
        QLocale::setDefault(before);
    }

private:
    template <typename E>
    void everyValue()
    {
        for (std::size_t i = 0; i < Tokens<E>::words.size(); ++i)
            QVERIFY2(!word(E(i)).isEmpty(), Tokens<E>::words[i].data());
    }
};

QTEST_MAIN(WordsTest)
#include "tst_words.moc"

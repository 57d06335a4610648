#include "domain/permissions.h"
#include "domain/workflow.h"
#include "ui_common/words.h"

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

#include "channels/maildelivery.h"
#include "channels/noticemail.h"
#include "unit/hub_sqlite/testtown.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

//! A mail server that takes, puts off or refuses what it is told to; and one that takes a mail and is cut off before it says so.
class Carrier final : public MailCarrier
{
public:
    Status send(const MailMessage &message, const std::function<bool()> & /*goesOn*/) override
    {
        ++asked;
        if (answer)
            mails.append(message);
        return isCutOff ? Status(Error{ErrorCode::Network, u"cut"_s}) : answer;
    }

    Status answer = success();
    bool isCutOff = false;
    int asked = 0;
    QList<MailMessage> mails;
};

MailLine line(NoticeKind kind, const QString &number, const QDate &due = {}, const QString &by = {})
{
    MailLine l;
    l.row.kind = kind;
    l.row.request = QUuid::createUuidV5(QUuid(), number);
    l.number = number;
    l.matter = u"Nid-de-poule"_s;
    l.service = u"Voirie"_s;
    l.dueOn = due;
    l.by = by;
    return l;
}

} // namespace

//! What goes to the mail server, in which words, and what becomes of its answer.
class TestMailDelivery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneLine()
    {
        const DueMail mail{QUuid(u"0192c0de-0000-7000-8000-000000000001"_s),
                           u"Aminata Diallo"_s,
                           u"a.diallo@ingeville.example"_s,
                           {line(NoticeKind::Assigned, u"2026-000073"_s, QDate(2026, 12, 1), u"Mireille Roussel"_s)}};
        const MailMessage m = noticeMail(mail, from(), u"Ingeville"_s, {1});
        QCOMPARE(m.subject, u"2026-000073 : une demande vous est confiée"_s);
        QCOMPARE(m.text, u"Bonjour Aminata Diallo,\n\n"
                         u"Mireille Roussel vous confie la demande 2026-000073 (Nid-de-poule).\n"
                         u"    Service : Voirie\n"
                         u"    Échéance : mardi 1er décembre 2026\n\n"
                         u"Pour la lire dans Parvis : Ctrl+K, puis son numéro.\n\n"
                         u"Pour choisir comment Parvis vous prévient : Préférences (Ctrl+,), Notifications.\n"
                         u"Ce message est envoyé automatiquement : n'y répondez pas, personne ne lirait votre réponse.\n\n"
                         u"Parvis, Ingeville\n"_s);
        QCOMPARE(m.messageId, u"0192c0de-0000-7000-8000-000000000001@ingeville.example"_s);
        QCOMPARE(m.to, (QList<MailAddress>{{u"Aminata Diallo"_s, u"a.diallo@ingeville.example"_s}}));
        QCOMPARE(m.headers.value("Auto-Submitted"), u"auto-generated"_s);
        QVERIFY(composed(m));
    }

    void aDigest()
    {
        DueMail mail{QUuid::createUuid(), {}, u"a@b.example"_s, {}};
        mail.lines = {line(NoticeKind::Reminded, u"2026-000001"_s, QDate(2026, 11, 17)),
                      line(NoticeKind::Escalated, u"2026-000002"_s, QDate(2026, 11, 16)),
                      line(NoticeKind::Mentioned, u"2026-000002"_s, {}, u"{number} \\ 100 %"_s),
                      line(NoticeKind::Assigned, u"2026-000003"_s)};
        const MailMessage m = noticeMail(mail, from(), u"Ingeville"_s, {1});
        QCOMPARE(m.subject, u"3 demandes vous attendent"_s);
        QVERIFY(m.text.startsWith(
            u"Bonjour,\n\nLa demande 2026-000001 (Nid-de-poule) est promise pour le mardi 17 novembre 2026.\n"_s));
        QVERIFY(
            m.text.contains(u"La demande 2026-000002 (Nid-de-poule), promise pour le lundi 16 novembre 2026, n'est pas encore "
                            u"traitée.\n"_s));
        QVERIFY(m.text.contains(u"{number} \\ 100 % vous adresse une note dans la demande 2026-000002"_s)); // a name is no form
        QVERIFY(m.text.contains(u"La demande 2026-000003 (Nid-de-poule) vous est confiée.\n    Service : Voirie\n\n"_s));
        QVERIFY(!m.text.contains(u"{due}"_s));
        // Nobody's name ends a header.
        mail.name = u"Jean\r\nBcc: x@y.example"_s;
        QVERIFY(composed(noticeMail(mail, from(), u"Ingeville"_s, {1})));
    }

    void whatTheServerSaysIsKept()
    {
        setUp();
        given();
        given();
        MailDelivery delivery(m_town->hub, m_carrier, m_town->clock, from());
        m_carrier.answer = Error{ErrorCode::Unavailable, u"451"_s};
        auto round = delivery.deliver([] { return true; });
        QVERIFY(round);
        QCOMPARE(round->later, 1); // both lines in one mail
        QVERIFY(!round->isHeldUp);
        QCOMPARE(round->lookAgain.ms, m_town->clock.now().ms + 60'000);
        m_town->clock.advance(60'000);
        m_carrier.answer = success();
        round = delivery.deliver([] { return true; });
        QCOMPARE(round->sent, 1);
        QVERIFY(!round->lookAgain.isSet());
        QCOMPARE(m_carrier.mails.size(), 1);
        QCOMPARE(delivery.deliver([] { return true; })->sent, 0);
        given();
        m_carrier.answer = Error{ErrorCode::Forbidden, u"550"_s};
        QCOMPARE(delivery.deliver([] { return true; })->refused, 1);
        m_carrier.answer = success();
        m_town->clock.advance(7LL * 86'400'000);
        QCOMPARE(delivery.deliver([] { return true; })->sent, 0);
        QCOMPARE(m_town->hub.mailCounts()->failed, 1);
    }

    //! The same mail with the same id, so that the mailbox can tell.
    void aCutAfterTheTextRepeatsTheSameMail()
    {
        setUp();
        given();
        MailDelivery delivery(m_town->hub, m_carrier, m_town->clock, from());
        m_carrier.isCutOff = true;
        auto round = delivery.deliver([] { return true; });
        QVERIFY(round->isHeldUp);
        given(); // meanwhile
        m_carrier.isCutOff = false;
        m_town->clock.advance(round->lookAgain.ms - m_town->clock.now().ms);
        QCOMPARE(delivery.deliver([] { return true; })->sent, 2);
        QCOMPARE(m_carrier.mails.size(), 3);
        QCOMPARE(m_carrier.mails.at(0).messageId, m_carrier.mails.at(1).messageId);
        QCOMPARE(m_carrier.mails.at(0).text, m_carrier.mails.at(1).text);
        QVERIFY(m_carrier.mails.at(2).messageId != m_carrier.mails.at(0).messageId);
    }

    //! A server that takes nothing is not asked once for each agent, and less and less often.
    void aServerThatIsAwayIsLeftAlone()
    {
        setUp();
        for (int i = 0; i < 5; ++i)
            given(true);
        MailDelivery delivery(m_town->hub, m_carrier, m_town->clock, from());
        m_carrier.answer = Error{ErrorCode::Network, {}};
        qint64 waited = 0;
        for (int i = 0; i < 8; ++i) {
            const auto round = delivery.deliver([] { return true; });
            QCOMPARE(m_carrier.asked, i + 1);
            const qint64 wait = round->lookAgain.ms - m_town->clock.now().ms;
            QVERIFY(wait >= waited && wait <= 30 * 60'000);
            waited = wait;
            m_town->clock.advance(wait);
        }
        m_carrier.answer = success();
        m_town->clock.set(at(2026, 11, 17, 10));
        QCOMPARE(delivery.deliver([] { return true; })->sent, 5);
        QCOMPARE(m_town->hub.mailCounts()->waiting, 0);
    }

    void aStopLeavesItAsItWas()
    {
        setUp();
        given();
        MailDelivery delivery(m_town->hub, m_carrier, m_town->clock, from());
        QCOMPARE(delivery.deliver([] { return false; })->sent, 0);
        QCOMPARE(m_carrier.asked, 0);
        m_carrier.answer = Error{ErrorCode::Aborted, {}};
        QCOMPARE(delivery.deliver([] { return true; })->later, 0);
        m_carrier.answer = success();
        QCOMPARE(delivery.deliver([] { return true; })->sent, 1);
    }

private:
    static MailAddress from() { return {u"Parvis"_s, u"parvis@ingeville.example"_s}; }
    static Instant at(int year, int month, int day, int hour)
    {
        return {QDateTime(QDate(year, month, day), QTime(hour, 0), QTimeZone("Europe/Paris")).toMSecsSinceEpoch()};
    }

    void setUp()
    {
        HubSettings settings;
        settings.outlets.mail = true;
        m_town = std::make_unique<TestTown>(u":memory:"_s, settings);
        m_town->clock.set(at(2026, 11, 16, 10));
        m_carrier = Carrier();
        m_service = m_town->service();
        m_desk = m_town->agent(Role::Ambassador);
        m_referent = reachable();
    }

    Caller reachable()
    {
        const Caller who = m_town->agent(Role::Referent, {m_service});
        NotifyPreferences p;
        p.mail.fill(Alerts::AtOnce);
        const QJsonObject fields{{u"email"_s, who.user.login + u"@ingeville.example"_s}, {u"notify"_s, toJson(p)}};
        if (!m_town->hub.intake({{Verb::Patch, Kind::User, who.user.id, fields, {}, {}}}))
            qFatal("not taken in");
        return who;
    }

    void given(bool toAnother = false)
    {
        const Caller who = toAnother ? reachable() : m_referent;
        m_town->request(m_desk, m_service, {{u"assignee"_s, idText(who.user.id)}});
    }

    std::unique_ptr<TestTown> m_town;
    Carrier m_carrier;
    Id m_service;
    Caller m_desk, m_referent;
};

QTEST_GUILESS_MAIN(TestMailDelivery)
#include "tst_maildelivery.moc"

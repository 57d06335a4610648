#include "channels/bouncedelivery.h"
#include "channels/httpsmsgateway.h"
#include "channels/outgoingdelivery.h"
#include "domain/reply.h"
#include "domain/template.h"
#include "integration/smsgateway.h"
#include "integration/smtpserver.h"
#include "unit/hub_sqlite/testtown.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

HubSettings sending()
{
    HubSettings settings;
    settings.outlets = {true, true, true};
    return settings;
}

//! Takes what is sent where it goes; then something happens before the hub hears of it.
class Interrupted final : public MailCarrier
{
public:
    Interrupted(MailCarrier &carrier, std::function<void()> after) : m_carrier(carrier), m_after(std::move(after)) {}
    Status send(const MailMessage &message, const std::function<bool()> &goesOn) override
    {
        const Status sent = m_carrier.send(message, goesOn);
        m_after();
        return sent;
    }

private:
    MailCarrier &m_carrier;
    std::function<void()> m_after;
};

} // namespace

//! What the hub sends to citizens, through a real mail server and a gateway: once, whatever breaks.
class OutgoingTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<SmtpServer>();
        QVERIFY(m_server->start());
        m_gateway = std::make_unique<SmsGateway>();
        QVERIFY(m_gateway->start());
        m_town = std::make_unique<TestTown>(u":memory:"_s, sending());
        m_town->clock.advance(QDateTime({2026, 11, 16}, {8, 0}, Qt::UTC).toMSecsSinceEpoch() - m_town->clock.now().ms);
        m_body = taken(Kind::Unit,
                       {{u"level"_s, u"body"_s},
                        {u"name"_s, u"Ville d'Ingeville"_s},
                        {u"code"_s, u"ville"_s},
                        {u"phone"_s, u"+33326000000"_s},
                        {u"letterhead"_s, QJsonObject{{u"lines"_s, QJsonArray{u"Hôtel de ville"_s, u"51000 Ingeville"_s}}}}});
        m_service = taken(Kind::Unit, {{u"name"_s, u"Voirie"_s}, {u"parent"_s, idText(m_body)}});
        m_desk = m_town->agent(Role::Ambassador);
        m_referent = m_town->agent(Role::Referent, {m_service});
        SmtpOptions options;
        options.server = QUrl(m_server->url());
        m_smtp = std::make_unique<SmtpSender>(options);
        SmsGatewayOptions sms;
        sms.url = QUrl(m_gateway->url());
        sms.token = u"secret"_s;
        sms.sender = u"INGEVILLE"_s;
        m_sms = std::make_unique<HttpSmsGateway>(sms);
    }
    void cleanup()
    {
        m_mail.reset();
        m_smsDelivery.reset();
        m_town.reset();
        m_gateway.reset();
        m_server.reset();
    }

    void aReceptionIsAcknowledgedByMail()
    {
        asked(u"jeanne@courriel.example"_s);
        const DeliveryRound round = mail();
        QCOMPARE(round.sent, 1);
        QCOMPARE(m_server->taken(), 1);
        const Dispatch d = dispatches().first();
        QCOMPARE(d.state, DispatchState::Sent);
        const QJsonObject read = m_server->readElsewhere(1);
        QCOMPARE(read.value("defects"_L1).toArray(), QJsonArray());
        QCOMPARE(read.value("from"_L1).toArray(), (QJsonArray{QJsonArray{u"Ingeville"_s, from().address}}));
        const QJsonObject headers = read.value("headers"_L1).toObject();
        QCOMPARE(headers.value("Message-ID"_L1).toString(headers.value("Message-Id"_L1).toString()),
                 u'<' + idText(d.id) + u"@ingeville.example>"_s);
        QCOMPARE(headers.value("Auto-Submitted"_L1).toString(), u"auto-generated"_s);
        QVERIFY(read.value("plain"_L1).toString().contains(u"18 novembre 2026"_s));
        QVERIFY(read.value("html"_L1).toString().contains(u"18 novembre 2026"_s));
        QCOMPARE(mail().sent, 0); // once
        QCOMPARE(m_server->taken(), 1);
        QCOMPARE(dispatchOfMessage(d.messageId, from()), std::optional(d.id));
        QVERIFY(!dispatchOfMessage(idText(d.id) + u"@elsewhere.example"_s, from()));
    }

    //! As it was approved, with its files and its signature, read back by another program.
    void aReplyWithItsFiles()
    {
        const QByteArray bytes = "Plan, feuille 1";
        const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        Dispatch d;
        d.id = m_town->newId();
        d.channel = ReplyChannel::Email;
        d.name = u"Jeanne Lefèvre"_s;
        d.to = u"jeanne@courriel.example"_s;
        d.subject = u"Votre demande"_s;
        d.text = u"Madame,\n\nC'est **fait** : <b>12 €</b>\n\n- un\n- deux"_s;
        d.signatory = {{u"name"_s, u"Hélène Marchand"_s}, {u"capacity"_s, u"Adjointe"_s}};
        d.attachments = {toJson(Enclosure{m_town->newId(), u"plan.txt"_s, sha256, u"text/plain"_s, bytes.size()})};
        const MailMessage message = outgoingMail({d.id, d, {}}, from(), {bytes}, m_town->clock.now());
        QVERIFY(m_smtp->send(message, {}));
        const QJsonObject read = m_server->readElsewhere(1);
        QCOMPARE(read.value("plain"_L1).toString().trimmed(),
                 u"Madame,\n\nC'est fait : <b>12 €</b>\n\n- un\n- deux\n\nHélène Marchand\nAdjointe"_s);
        QVERIFY(read.value("html"_L1).toString().contains(u"<b>fait</b> : &lt;b&gt;12 €&lt;/b&gt;"_s));
        const QJsonObject file = read.value("attachments"_L1)[0].toObject();
        QCOMPARE(file.value("name"_L1).toString(), u"plan.txt"_s);
        QCOMPARE(QByteArray::fromBase64(file.value("bytes"_L1).toString().toLatin1()), bytes);
    }

    void whatIsRefusedHasFailed()
    {
        asked(u"never@courriel.example"_s);
        const DeliveryRound round = mail();
        QCOMPARE(round.refused, 1);
        QVERIFY(!round.isHeldUp);
        QCOMPARE(dispatches().first().state, DispatchState::Failed);
        QVERIFY(!dispatches().first().error.contains(u'@'));
    }

    void whatIsPutOffGoesLater()
    {
        asked(u"busy@courriel.example"_s);
        QCOMPARE(mail().later, 1);
        QCOMPARE(dispatches().first().state, DispatchState::Queued);
        const DeliveryRound idle = mail();
        QCOMPARE(idle.later, 0); // not yet
        QVERIFY(idle.lookAgain > m_town->clock.now());
    }

    //! The line is cut after the whole text: it may have been taken.
    void cutAfterTheTextItMayHaveGone()
    {
        asked(u"cut@courriel.example"_s);
        const DeliveryRound round = mail();
        QCOMPARE(round.uncertain, 1);
        QVERIFY(round.isHeldUp);
        QCOMPARE(dispatches().first().state, DispatchState::Uncertain);
        m_town->clock.advance(24 * 3'600'000);
        QCOMPARE(mail().uncertain, 0); // never by itself
        // An agent who asked the citizen queues it again.
        queueAgain();
        QCOMPARE(mail().uncertain, 1);
    }

    //! Nothing listens: surely nothing was taken.
    void withoutAServerItWaits()
    {
        m_server->stop();
        asked(u"jeanne@courriel.example"_s);
        const DeliveryRound round = mail();
        QCOMPARE(round.later, 1);
        QVERIFY(round.isHeldUp);
        QCOMPARE(dispatches().first().state, DispatchState::Queued);
        m_server = std::make_unique<SmtpServer>();
        QVERIFY(m_server->start());
        SmtpOptions options;
        options.server = QUrl(m_server->url());
        m_smtp = std::make_unique<SmtpSender>(options);
        m_mail.reset();
        m_town->clock.advance(3'600'000);
        QCOMPARE(mail().sent, 1);
        QCOMPARE(m_server->taken(), 1);
    }

    //! Killed between the server's word and the hub's book: it may have gone, and it has.
    void killedBetween()
    {
        asked(u"jeanne@courriel.example"_s);
        Interrupted killed(*m_smtp, [] { throw 1; }); // through the delivery, so that nothing is settled
        bool isKilled = false;
        try {
            OutgoingMailDelivery delivery(m_town->hub, killed, m_town->clock, from());
            const auto round = delivery.deliver([] { return true; });
            Q_UNUSED(round)
        } catch (int) {
            isKilled = true;
        }
        QVERIFY(isKilled);
        QCOMPARE(m_server->taken(), 1);
        QCOMPARE(dispatches().first().state, DispatchState::Sending);
        QCOMPARE(mail().sent, 0); // of the next start
        QCOMPARE(dispatches().first().state, DispatchState::Uncertain);
        QCOMPARE(m_server->taken(), 1);
    }

    //! The hub's disk is full at the very moment: what may have gone is not forgotten until a restart.
    void theBookCanNotBeWritten()
    {
        asked(u"jeanne@courriel.example"_s);
        Interrupted full(*m_smtp, [this] { m_town->store->setFaultInjector([] { return std::optional(13); }); }); // SQLITE_FULL
        OutgoingMailDelivery delivery(m_town->hub, full, m_town->clock, from());
        const auto round = delivery.deliver([] { return true; });
        QVERIFY(!round);
        QCOMPARE(round.error().code, ErrorCode::StorageFull);
        m_town->store->setFaultInjector({});
        QCOMPARE(dispatches().first().state, DispatchState::Sending);
        QVERIFY(delivery.deliver([] { return true; }));
        QCOMPARE(dispatches().first().state, DispatchState::Uncertain);
        QCOMPARE(m_server->taken(), 1);
    }

    void aBounceIsRecorded()
    {
        asked(u"jeanne@courriel.example"_s);
        QCOMPARE(mail().sent, 1);
        const Dispatch d = dispatches().first();
        const QByteArray report =
            "From: MAILER-DAEMON@mx.example\r\nTo: retours@ingeville.example\r\nSubject: Undelivered\r\n"
            "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
            "--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n"
            "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
            "Final-Recipient: rfc822; jeanne@courriel.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
            "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <" +
            d.messageId.toLatin1() + ">\r\nSubject: x\r\n\r\n--b--\r\n";
        const auto verdict = takeReturned(m_town->hub, report, from());
        QVERIFY(verdict);
        QCOMPARE(*verdict, MailboxReader::Verdict::Handled);
        QCOMPARE(dispatches().first().state, DispatchState::Failed);
        QCOMPARE(dispatches().first().error, u"5.1.1"_s);
        const auto other = takeReturned(
            m_town->hub, QByteArray(report).replace(idText(d.id).toLatin1(), "0192c0de-0000-7000-8000-000000000009"), from());
        QVERIFY(other);
        QCOMPARE(*other, MailboxReader::Verdict::NotOurs);
        const auto words = takeReturned(m_town->hub, "From: a@b.example\r\nSubject: Merci\r\n\r\nMerci !\r\n", from());
        QVERIFY(words);
        QCOMPARE(*words, MailboxReader::Verdict::NotOurs);
    }

    void anSmsIsSentAndHeardOf()
    {
        askedBySms(u"+33612345601"_s); // the gateway delivers to 01
        QCOMPARE(sms().sent, 1);
        QCOMPARE(m_gateway->sent(), 1);
        const Dispatch d = dispatches().first();
        QCOMPARE(d.state, DispatchState::Sent);
        QCOMPARE(d.messageId, u"sms-1"_s);
        QCOMPARE(m_gateway->sms(1).value("text"_L1).toString(), d.text);
        m_town->clock.advance(2 * 60'000);
        sms();
        QCOMPARE(dispatches().first().state, DispatchState::Delivered);
        askedBySms(u"+33612345602"_s); // and not to 02
        QCOMPARE(sms().sent, 1);
        m_town->clock.advance(2 * 60'000);
        sms();
        QCOMPARE(dispatches().last().state, DispatchState::Failed);
        QCOMPARE(dispatches().last().error, u"absent_subscriber"_s);
    }

    void anSmsIsHeardOfAfterARestart()
    {
        askedBySms(u"+33612345601"_s);
        QCOMPARE(sms().sent, 1);
        m_smsDelivery.reset();
        m_town->clock.advance(2 * 60'000);
        sms();
        QCOMPARE(dispatches().first().state, DispatchState::Delivered);
        QVERIFY(m_town->hub.followedOutgoing(ReplyChannel::Sms).value().isEmpty());
    }

    //! The gateway takes it, and the line is cut before it says so: asked again under the same reference, it sends nothing twice.
    void anSmsThatWasCutGoesOnce()
    {
        askedBySms(u"+33612345609"_s, u"cut"_s);
        QCOMPARE(sms().later, 1);
        QCOMPARE(m_gateway->sent(), 1);
        QCOMPARE(dispatches().first().state, DispatchState::Queued);
        m_town->clock.advance(3'600'000);
        QCOMPARE(sms().sent, 1);
        QCOMPARE(m_gateway->sent(), 1);
        QCOMPARE(dispatches().first().state, DispatchState::Sent);
    }

    //! Whatever an agent queues again is another SMS to the gateway.
    void anSmsQueuedAgainIsAnother()
    {
        askedBySms(u"+33612345602"_s);
        QCOMPARE(sms().sent, 1);
        m_town->clock.advance(2 * 60'000);
        sms();
        QCOMPARE(dispatches().first().state, DispatchState::Failed);
        queueAgain();
        QCOMPARE(sms().sent, 1);
        QCOMPARE(m_gateway->sent(), 2);
    }

    void anSmsThatIsRefusedHasFailed()
    {
        askedBySms(u"+33612345609"_s, u"never"_s);
        QCOMPARE(sms().refused, 1);
        QCOMPARE(dispatches().first().state, DispatchState::Failed);
    }

private:
    static MailAddress from() { return {{}, u"contact@ingeville.example"_s}; }
    Id taken(Kind kind, const QJsonObject &fields)
    {
        const Id id = m_town->newId();
        if (!m_town->hub.intake({{Verb::Create, kind, id, fields, {}, {}}}))
            qFatal("not taken in");
        return id;
    }
    void asked(const QString &email)
    {
        const Id citizen = m_town->create(m_desk, Kind::Citizen,
                                          {{u"last_name"_s, u"Lefèvre"_s}, {u"first_name"_s, u"Jeanne"_s}, {u"email"_s, email}});
        m_town->request(m_desk, m_service,
                        {{u"citizen"_s, idText(citizen)}, {u"reply_channel"_s, u"email"_s}, {u"due_on"_s, u"2026-11-18"_s}});
    }
    //! \a word: the first one of the text, which says what the gateway does.
    void askedBySms(const QString &phone, const QString &word = u"Bonjour"_s)
    {
        ReplyTemplate t;
        t.use = TemplateUse::Acknowledgement;
        t.name = word;
        t.service = m_service;
        t.channel = ReplyChannel::Sms;
        t.text = word + u" reçu : un **astérisque**, deux."_s;
        t.author = m_referent.user.id;
        m_town->create(m_referent, Kind::Template, toDocument(t));
        const Id citizen = m_town->create(m_desk, Kind::Citizen, {{u"last_name"_s, u"Lefèvre"_s}, {u"phone"_s, phone}});
        m_town->request(m_desk, m_service,
                        {{u"citizen"_s, idText(citizen)}, {u"reply_channel"_s, u"sms"_s}, {u"due_on"_s, u"2026-11-18"_s}});
    }
    void queueAgain()
    {
        const Dispatch d = dispatches().first();
        const PushVerdict verdict = m_town->patch(m_referent, Kind::Dispatch, d.id,
                                                  {{u"state"_s, u"queued"_s}, {u"done_by"_s, idText(m_referent.user.id)}},
                                                  m_town->row(Kind::Dispatch, d.id)->seq);
        QCOMPARE(verdict.outcome, Outcome::Applied);
        m_town->clock.advance(1'000);
    }
    DeliveryRound mail()
    {
        if (!m_mail)
            m_mail = std::make_unique<OutgoingMailDelivery>(m_town->hub, *m_smtp, m_town->clock, from());
        return rounded(*m_mail);
    }
    DeliveryRound sms()
    {
        if (!m_smsDelivery)
            m_smsDelivery = std::make_unique<OutgoingSmsDelivery>(m_town->hub, *m_sms, m_town->clock);
        return rounded(*m_smsDelivery);
    }
    static DeliveryRound rounded(OutgoingDelivery &delivery)
    {
        const auto round = delivery.deliver([] { return true; });
        if (!round)
            qFatal("%s", qPrintable(round.error().detail));
        return *round;
    }
    QList<Dispatch> dispatches()
    {
        QList<Dispatch> all;
        const auto read = m_town->store->read([&all](HubReader &reader) -> Status {
            return reader.page(Kind::Dispatch, std::nullopt, {}, 1000, [&all](const EntityRow &row) {
                all.append(fromDocument<Dispatch>(row.id, QJsonDocument::fromJson(row.document).object()));
                return true;
            });
        });
        if (!read)
            qFatal("not read");
        std::sort(all.begin(), all.end(), [](const Dispatch &a, const Dispatch &b) { return a.chrono < b.chrono; });
        return all;
    }

    std::unique_ptr<SmtpServer> m_server;
    std::unique_ptr<SmsGateway> m_gateway;
    std::unique_ptr<TestTown> m_town;
    std::unique_ptr<SmtpSender> m_smtp;
    std::unique_ptr<HttpSmsGateway> m_sms;
    std::unique_ptr<OutgoingMailDelivery> m_mail;
    std::unique_ptr<OutgoingSmsDelivery> m_smsDelivery;
    Id m_body, m_service;
    Caller m_desk, m_referent;
};

QTEST_GUILESS_MAIN(OutgoingTest)
#include "tst_outgoing.moc"

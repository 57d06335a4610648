#include "guidesk.h"

#include "domain/dispatch.h"
#include "domain/reply.h"
#include "integration/deskedits.h"
#include "integration/smsgateway.h"
#include "integration/smtpserver.h"
#include "store/referencequery.h"
#include "store/replyquery.h"
#include "ui_common/spellfield.h"
#include "ui_requests/replypane.h"
#include "ui_requests/requestlistview.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"

#include <QtWidgets/QLineEdit>

using namespace parvis;
using namespace Qt::StringLiterals;

//! Ten people report one leak, by keys in the real windows over the real server: their reports become one incident, one reply is
//! written and approved once, and each of them hears of it in their own way, by mail, SMS or letter, with their own name.
class ReplyToManyTest final : public QObject, private GuiDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_smtp.start() && m_gateway.start());
        QFile token(m_files.filePath(u"token"_s));
        QVERIFY(token.open(QIODevice::WriteOnly) && token.write("secret\n") > 0);
        token.close();
        QVERIFY(start(300, {},
                      {u"--smtp"_s, m_smtp.url(), u"--mail-from"_s, u"parvis@ingeville.example"_s, u"--sms-gateway"_s,
                       m_gateway.url(), u"--sms-token-file"_s, token.fileName(), u"--sms-sender"_s, u"INGEVILLE"_s}));
    }
    void init() { QVERIFY2(goesOn(), "what came before failed"); }
    void cleanup() { keepInMind(); }
    void cleanupTestCase() { stop(); }

    void tenReportsAreGathered()
    {
        QVERIFY(signIn(author));
        PARVIS_AWAIT(findHead());
        auto other = town().desk(author);
        QVERIFY(other->open() && other->settle());
        other->submit(reports());
        QVERIFY(other->settle());
        QTRY_COMPARE_WITH_TIMEOUT(m_smtp.taken(), count(ReplyChannel::Email), patienceMs); // acknowledgements
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway.sent(), count(ReplyChannel::Sms), patienceMs);
        goTo(u"requests"_s);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"requests"_s);
        key(Qt::Key_6, Qt::ControlModifier); // all
        key(Qt::Key_Slash);
        key(Qt::Key_A, Qt::ControlModifier);
        type(u"zebrefuite"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(list()->model()->rowCount(), ten);
        key(Qt::Key_A, Qt::ControlModifier);
        QVERIFY(press(Qt::Key_I, u"bulk.gather"_s));
        QVERIFY(isSent());
        const auto incident = [this](const QString &request) { return document(Kind::Request, request).value("incident"_L1); };
        PARVIS_AWAIT(!incident(m_requests.first()).isNull());
        for (const QString &request : std::as_const(m_requests))
            PARVIS_AWAIT_COMPARE(incident(request), incident(m_requests.first()));
        shoot(u"dix-1-incident"_s);
    }

    void oneReplyIsWritten()
    {
        PARVIS_AWAIT_COMPARE(list()->model()->rowCount(), ten);
        list()->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        QVERIFY(press(Qt::Key_R, u"bulk.reply"_s));
        PARVIS_AWAIT(pane()->isVisible());
        auto *text = pane()->findChild<SpellField *>();
        PARVIS_AWAIT(text->hasFocus());
        pane()->findChild<QLineEdit *>(u"reply.subject"_s)->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        type(subject);
        text->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        type(u"Bonjour {{citizen.name}}, la fuite est colmatee."_s);
        shoot(u"dix-2-reponse"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        PARVIS_AWAIT(!pane()->isVisible());
        QVERIFY(isSent());
        QCOMPARE(reply().state, ReplyState::InApproval);
        QCOMPARE(recipientsOf(reply()).size(), ten);
    }

    void itIsApprovedOnce()
    {
        for (const QString &login : {m_head, u"p.dangeville"_s}) {
            QVERIFY(goToReply(login, subject));
            const int waiting = signatureBook()->model()->rowCount();
            constexpr int mostOfASample = 12; // A goes through the sample before it approves
            for (int i = 0; i < mostOfASample && signatureBook()->model()->rowCount() == waiting; ++i)
                QVERIFY(press(Qt::Key_A, u"approvals.approve"_s));
            PARVIS_AWAIT_COMPARE(signatureBook()->model()->rowCount(), waiting - 1);
            QVERIFY(isSent());
            shoot(u"dix-3-%1"_s.arg(login));
        }
        PARVIS_AWAIT_COMPARE(reply().state, ReplyState::Approved);
    }

    void eachHearsInTheirOwnWay()
    {
        constexpr int takeBackMs = 60'000; // until then the approval can be taken back, and nothing leaves
        const int mails = count(ReplyChannel::Email), sms = count(ReplyChannel::Sms);
        QTRY_COMPARE_WITH_TIMEOUT(m_smtp.taken(), 2 * mails, takeBackMs + patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway.sent(), 2 * sms, patienceMs);
        QStringList written;
        const QList<QJsonObject> all = m_smtp.readElsewhere(mails + 1, 2 * mails);
        for (const QJsonObject &mail : all)
            written.append(QString::fromUtf8(QJsonDocument(mail).toJson()));
        for (int n = sms + 1; n <= 2 * sms; ++n)
            written.append(m_gateway.sms(n).value("text"_L1).toString());
        for (int i = 0; i < ten; ++i) {
            const auto named = std::count_if(written.begin(), written.end(),
                                             [i](const QString &text) { return text.contains(u"Zebulon%1,"_s.arg(i)); });
            QCOMPARE(named, channelOf(i) == ReplyChannel::Letter ? 0 : 1);
        }
        for (int i = 0; i < ten; ++i) {
            PARVIS_AWAIT_COMPARE(dispatch(i).state,
                                 channelOf(i) == ReplyChannel::Letter ? DispatchState::Queued : DispatchState::Sent);
            QVERIFY(dispatch(i).text.contains(u"Zebulon%1,"_s.arg(i)));
            const QString status = channelOf(i) == ReplyChannel::Letter ? u"assigned"_s : u"answered"_s;
            PARVIS_AWAIT_COMPARE(document(Kind::Request, m_requests.at(i)).value("status"_L1).toString(), status);
        }
        QVERIFY(signIn(author));
        goTo(u"mail"_s);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"mail"_s);
        key(Qt::Key_2, Qt::ControlModifier); // to print
        PARVIS_AWAIT(shows(u"Zebulon"_s));
        shoot(u"dix-4-courrier"_s);
    }

private:
    static constexpr int ten = 10;
    const QString author = u"m.roussel"_s;
    const QString subject = u"Zebre dix"_s;

    static ReplyChannel channelOf(int i)
    {
        return i < 4 ? ReplyChannel::Email : i < 7 ? ReplyChannel::Sms : ReplyChannel::Letter;
    }
    static int count(ReplyChannel channel)
    {
        int n = 0;
        for (int i = 0; i < ten; ++i)
            n += channelOf(i) == channel ? 1 : 0;
        return n;
    }

    //! Of a service whose replies its head and the director approve.
    bool findHead()
    {
        const auto town = read([](DeskStore &store) { return loadReference(store); });
        if (!town)
            return false;
        for (const Unit &unit : town->units) {
            if (unit.level != UnitLevel::Service || unit.closed)
                continue;
            const QJsonObject request{{u"service"_s, idText(unit.id)}};
            const auto circuit =
                read([request](DeskStore &store) -> Result<QJsonArray> { return replyCircuitFor(request, store.lookup()); });
            if (!circuit || circuit->size() != 2 || partsOf(circuit->last()).size() != 1)
                continue;
            for (const User &user : town->users) {
                if (user.roles.contains(u"head"_s) && user.services.contains(unit.id)) {
                    m_service = unit.id;
                    m_head = user.login;
                    return true;
                }
            }
        }
        return false;
    }

    QJsonArray reports()
    {
        QJsonArray all;
        const qint64 now = SystemClock().now().ms;
        for (int i = 0; i < ten; ++i) {
            const QString citizen = newId(), request = newId();
            m_requests.append(request);
            all.append(creation(Kind::Citizen, citizen,
                                {{u"last_name"_s, u"Zebulon%1"_s.arg(i)},
                                 {u"email"_s, u"zebulon%1@example.org"_s.arg(i)},
                                 {u"phone"_s, u"+336123456%1"_s.arg(10 + i)},
                                 {u"address"_s, u"%1 rue du Pont, 51990 Ingeville"_s.arg(i + 1)}}));
            all.append(creation(Kind::Request, request,
                                {{u"subject"_s, u"Zebrefuite rue du Pont"_s},
                                 {u"text"_s, u"De l'eau coule sur le trottoir"_s},
                                 {u"service"_s, idText(m_service)},
                                 {u"status"_s, u"assigned"_s},
                                 {u"citizen"_s, citizen},
                                 {u"latitude"_s, 48.95 + i * 1e-5},
                                 {u"longitude"_s, 4.36},
                                 {u"reply_channel"_s, token(channelOf(i))},
                                 {u"received_at"_s, now}}));
        }
        return all;
    }

    QJsonObject document(Kind kind, const QString &id)
    {
        const auto found = read([kind, id = *idFromText(id)](DeskStore &store) { return store.document(kind, id); });
        return found && *found ? **found : QJsonObject();
    }
    Reply reply()
    {
        for (const QString &request : std::as_const(m_requests)) { // it is filed with the one that came first in the list
            const auto rows = read([id = *idFromText(request)](DeskStore &store) { return repliesTo(store, id); });
            if (rows && !rows->isEmpty())
                return rows->first().reply;
        }
        return {};
    }
    Dispatch dispatch(int i)
    {
        const Reply r = reply();
        const Id id = dispatchId(r.id, r.seal, *idFromText(m_requests.at(i)));
        return fromDocument<Dispatch>(id, document(Kind::Dispatch, idText(id)));
    }
    ReplyPane *pane() { return window()->findChild<ReplyPane *>(); }
    RequestListView *list() { return window()->findChild<RequestListView *>(); }
    SmtpServer m_smtp;
    SmsGateway m_gateway;
    QTemporaryDir m_files;
    Id m_service;
    QString m_head;
    QStringList m_requests;
};

QTEST_MAIN(ReplyToManyTest)
#include "tst_replytomany.moc"

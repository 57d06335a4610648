#include "guidesk.h"

#include "domain/dispatch.h"
#include "domain/reply.h"
#include "presentation/replycontroller.h"
#include "store/referencequery.h"
#include "store/replyquery.h"
#include "ui_common/action.h"
#include "ui_common/spellfield.h"
#include "ui_requests/replypane.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"

#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>

using namespace parvis;
using namespace Qt::StringLiterals;

//! A reply from its first word to its last signature, by keys, in the real windows over the real server: written at the desk,
//! approved by the head, returned by the director, mended, signed by his deputy while he is absent, and by the elected member;
//! then it lies in the mail to be handed over.
class RepliesTest final : public QObject, private GuiDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(start(1200)); }
    void init() { QVERIFY2(goesOn(), "what came before failed"); }
    void cleanup() { keepInMind(); }
    void cleanupTestCase() { stop(); }

    void itIsWritten()
    {
        QVERIFY(signIn(u"p.dangeville"_s));
        PARVIS_AWAIT(findPeople());
        QVERIFY(signIn(author));
        write(u"La panne est réparée."_s);
        shoot(u"reponse-1-ecrite"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        PARVIS_AWAIT(!pane()->isVisible());
        QVERIFY(isSent());
        QCOMPARE(reply().state, ReplyState::InApproval);
        QCOMPARE(reply().circuit.size(), 3);
    }

    void theHeadApprovesAndTheDirectorReturns()
    {
        QVERIFY(decides(m_people.head));
        QVERIFY(press(Qt::Key_A, u"approvals.approve"_s));
        QVERIFY(isSent());
        QVERIFY(decides(u"p.dangeville"_s));
        QVERIFY(press(Qt::Key_R, u"approvals.return"_s));
        type(u"Plus court"_s);
        shoot(u"reponse-2-retour"_s);
        key(Qt::Key_Return);
        QVERIFY(isSent());
        PARVIS_AWAIT_COMPARE(reply().state, ReplyState::Draft);
        QCOMPARE(decisionsOf(reply()).last().text, u"Plus court"_s);
    }

    void itIsMendedAndSignedByTheDeputy()
    {
        QVERIFY(signIn(author));
        PARVIS_AWAIT_COMPARE(reply().state, ReplyState::Draft); // it has come back to this desk
        write(u"Réparé."_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        PARVIS_AWAIT(!pane()->isVisible());
        QVERIFY(isSent());
        QCOMPARE(reply().round, 2);
        QVERIFY(decides(m_people.head));
        QVERIFY(press(Qt::Key_A, u"approvals.approve"_s));
        QVERIFY(isSent());
        QVERIFY(signIn(u"p.dangeville"_s));
        goTo(u"cards"_s);
        QVERIFY(act(u"cards.absent"_s));
        QVERIFY(isSent());
        QVERIFY(decides(u"h.carpentier"_s));
        shoot(u"reponse-3-suppleance"_s);
        QVERIFY(press(Qt::Key_A, u"approvals.approve"_s));
        QVERIFY(isSent());
        const ReplyDecision last = decisionsOf(reply()).last();
        QCOMPARE(last.act, ReplyAct::Approved);
        QVERIFY(!last.onBehalf.isNull());
        QVERIFY(decides(m_people.elected));
        QVERIFY(press(Qt::Key_A, u"approvals.approve"_s));
        QVERIFY(isSent());
        PARVIS_AWAIT_COMPARE(reply().state, ReplyState::Approved);
    }

    void itLiesInTheMail()
    {
        QVERIFY(signIn(author));
        PARVIS_AWAIT(dispatch().has_value());
        QCOMPARE(dispatch()->channel, ReplyChannel::Counter);
        QCOMPARE(dispatch()->subject, subject);
        QVERIFY(dispatch()->text.contains(u"Réparé."_s));
        QVERIFY2(dispatch()->chrono.contains(u"-D-"_s), qPrintable(dispatch()->chrono));
    }

private:
    const QString author = u"m.roussel"_s;
    const QString subject = u"Zebre quarante-deux"_s;

    //! Who takes part in a reply that head, director and elected member approve.
    struct People
    {
        Request request;
        QString head, elected;
    };

    static std::optional<People> peopleOf(DeskStore &store, const QList<User> &users, const Request &request)
    {
        const auto document = store.document(Kind::Request, request.id);
        const QJsonArray circuit = document && *document ? replyCircuitFor(**document, store.lookup()) : QJsonArray();
        if (circuit.size() != 3)
            return std::nullopt;
        const auto userOf = [&circuit](int step) {
            return idFromText(partsOf(circuit.at(step)).first().toObject().value("user"_L1).toString());
        };
        People people{request, {}, {}};
        bool isDirectors = false;
        for (const User &user : users) {
            if (user.roles.contains(u"head"_s) && user.services.contains(request.service))
                people.head = user.login;
            if (user.id == userOf(2))
                people.elected = user.login;
            isDirectors = isDirectors || (user.id == userOf(1) && user.login == u"p.dangeville"_s);
        }
        const bool isComplete = isDirectors && !people.head.isEmpty() && !people.elected.isEmpty();
        return isComplete ? std::optional(people) : std::nullopt;
    }

    bool findPeople()
    {
        const auto found = read([](DeskStore &store) -> Result<People> {
            const auto town = loadReference(store);
            if (!town)
                return town.error();
            Statement s =
                store.database().prepare("SELECT id FROM request WHERE open = 1 AND citizen IS NOT NULL AND NOT EXISTS(SELECT 1"
                                         " FROM reply r WHERE r.request = request.id) ORDER BY number"_L1);
            for (auto row = s.step(); row && *row; row = s.step()) {
                const auto document = store.document(Kind::Request, s.id(0));
                if (!document || !*document)
                    continue;
                if (const auto people = peopleOf(store, town->users, fromDocument<Request>(s.id(0), **document)))
                    return *people;
            }
            return Error{ErrorCode::NotFound, u"request"_s};
        });
        if (found)
            m_people = *found;
        return bool(found);
    }

    Reply reply()
    {
        const auto rows = read([id = m_people.request.id](DeskStore &store) { return repliesTo(store, id); });
        return rows && !rows->isEmpty() ? rows->first().reply : Reply();
    }

    std::optional<Dispatch> dispatch()
    {
        const Reply r = reply();
        const auto found = read([id = dispatchId(r.id, r.seal, m_people.request.id)](DeskStore &store) {
            return store.document(Kind::Dispatch, id);
        });
        return found && *found ? std::optional(fromDocument<Dispatch>({}, **found)) : std::nullopt;
    }

    ReplyPane *pane() { return window()->findChild<ReplyPane *>(); }

    void write(const QString &words)
    {
        goTo(u"requests"_s);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"requests"_s);
        key(Qt::Key_6, Qt::ControlModifier); // all
        key(Qt::Key_Slash);
        key(Qt::Key_A, Qt::ControlModifier);
        type(u"n:"_s + m_people.request.number.section(u'-', 1));
        key(Qt::Key_Return);
        PARVIS_AWAIT(shows(m_people.request.number));
        QVERIFY(press(Qt::Key_R, u"requests.reply"_s));
        PARVIS_AWAIT(pane()->isVisible());
        auto *text = pane()->findChild<SpellField *>();
        PARVIS_AWAIT(text->hasFocus());
        pane()->findChild<QComboBox *>(u"reply.channel"_s)->setFocus();
        key(Qt::Key_End); // at the counter
        pane()->findChild<QLineEdit *>(u"reply.subject"_s)->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        type(subject);
        text->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        type(words);
    }

    //! The reply in sight of \a login, who may decide it.
    bool decides(const QString &login)
    {
        return goToReply(login, subject) && QTest::qWaitFor([this] { return shows(subject); }, patienceMs);
    }

    //! From the palette's list of what can be done.
    bool act(const QString &id)
    {
        const QList<QAction *> all = actionsWithin(window());
        const auto found = std::find_if(all.begin(), all.end(), [&id](const QAction *a) { return actionId(a) == id; });
        if (found == all.end() || !QTest::qWaitFor([&found] { return (*found)->isEnabled(); }, patienceMs))
            return false;
        const QKeyCombination keys = (*found)->shortcut()[0];
        key(keys.key(), keys.keyboardModifiers());
        return true;
    }

    People m_people;
};

QTEST_MAIN(RepliesTest)
#include "tst_replies.moc"

#include "testkit/property.h"
#include "unit/domain/replyworld.h"

#include <QtTest/QtTest>

using namespace parvis;
using namespace parvis::replyworld;
using namespace Qt::StringLiterals;

namespace {

QJsonObject by(const QString &who)
{
    return {{u"title"_s, who}, {u"user"_s, who}};
}

QJsonObject together(const QStringList &all)
{
    QJsonArray parts;
    for (const QString &who : all)
        parts.append(QJsonObject{{u"user"_s, who}});
    return {{u"title"_s, all.join(u'+')}, {u"all"_s, parts}};
}

//! "a bc d": a, then b and c at once, then d.
QJsonArray circuit(const QString &words)
{
    QJsonArray steps;
    const QStringList all = words.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : all)
        steps.append(word.size() == 1 ? by(word) : together(word.split(QString(), Qt::SkipEmptyParts)));
    return steps;
}

//! The same of any circuit, those asked at once by name.
QString words(const QJsonArray &circuit)
{
    QStringList steps;
    for (const QJsonValue &step : circuit) {
        QStringList people;
        const QJsonArray parts = partsOf(step);
        for (const QJsonValue &part : parts)
            people.append(part["user"_L1].toString());
        people.sort();
        steps.append(people.join(QString()));
    }
    return steps.join(u' ');
}

QString merged(const QStringList &all)
{
    QList<QJsonArray> circuits;
    for (const QString &one : all)
        circuits.append(circuit(one));
    return words(mergedCircuit(circuits));
}

//! In which step each is asked.
QHash<QChar, int> places(const QString &words)
{
    QHash<QChar, int> found;
    int step = 0;
    for (const QChar c : words) {
        if (c == u' ')
            ++step;
        else
            found.insert(c, step);
    }
    return found;
}

QString anyCircuit()
{
    QString people = u"abcde"_s, made;
    for (int i = 0, count = *rc::gen::inRange(0, 5); i < count; ++i) {
        const int at = *rc::gen::inRange(0, int(people.size()));
        if (!made.isEmpty() && *rc::gen::weightedElement<bool>({{5, true}, {1, false}}))
            made += u' ';
        made += people.at(at);
        people.remove(at, 1);
    }
    return made;
}

} // namespace

//! One circuit made of those of the requests that a reply answers.
class TestReplyCircuit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStepThatOneOfThemDemands()
    {
        QCOMPARE(merged({}), QString());
        QCOMPARE(merged({u""_s, u"a b"_s}), u"a b"_s);
        QCOMPARE(merged({u"a z"_s, u"b z"_s}), u"a b z"_s);
        QCOMPARE(merged({u"a c z"_s, u"a b z"_s, u"a z"_s}), u"a b c z"_s);
        QCOMPARE(merged({u"a"_s, u"b c"_s}), u"b a c"_s); // whoever signs last somewhere comes late
        QCOMPARE(merged({u"ab z"_s, u"a z"_s}), u"ab z"_s);
        QCOMPARE(merged({u"ab z"_s, u"a b"_s}), u"a b z"_s); // one of them wants b to see what a approved
    }

    void contradictions()
    {
        QCOMPARE(merged({u"a b"_s, u"b a"_s}), u"a b"_s);
        QCOMPARE(merged({u"a b c"_s, u"c b"_s, u"c"_s}), u"a c b"_s);
        QCOMPARE(merged({u"x y a b"_s, u"b x"_s}), u"x y a b"_s); // of the rest they say nothing
        QCOMPARE(merged({u"a b"_s, u"b c"_s, u"c a"_s, u"a d"_s, u"b d"_s, u"c d"_s}),
                 u"a b c d"_s);                                 // a ring, then what follows it
        QCOMPARE(merged({u"a b a"_s, u"b c"_s}), u"a b c a"_s); // twice is meant
    }

    void theLongestDelayThatAllGrant()
    {
        const auto with = [](int days) {
            QJsonObject step = by(u"a"_s);
            if (days > 0)
                step.insert(u"days"_s, days);
            return QJsonArray{step};
        };
        const QJsonArray more = circuit(u"b"_s);
        const auto days = [](const QJsonArray &merged) { return merged.first()["days"_L1].toInt(); };
        QCOMPARE(days(mergedCircuit({with(2), with(5)})), 5);
        QCOMPARE(days(mergedCircuit({with(2), with(0)})), 0);
        QCOMPARE(mergedCircuit({with(2)}), with(2));
        QCOMPARE(days(mergedCircuit({with(2), more})), 2);
    }

    void titlesAndPartsAreKept()
    {
        const QJsonArray one{byRole(u"Chef"_s, Role::Head), byPerson(u"Élue"_s, elected)};
        QJsonObject visas{{u"title"_s, u"Visas"_s}, {u"all"_s, QJsonArray{byPerson(u"A"_s, cabinet), byPerson(u"B"_s, elected)}}};
        const QJsonArray both = mergedCircuit({one, {visas}});
        QCOMPARE(both.size(), 2);
        QCOMPARE(both.first().toObject(), byRole(u"Chef"_s, Role::Head));
        QCOMPARE(both.last().toObject(), visas);
    }

    void whatHoldsOfAnyCircuits()
    {
        PARVIS_PROPERTY("a merged circuit asks everybody in the order that all know", [] {
            QStringList all;
            const int count = *rc::gen::inRange(1, 9);
            for (int i = 0; i < count; ++i)
                all.append(anyCircuit());
            const QString one = merged(all);

            QStringList shuffled = all;
            shuffled.append(all.at(*rc::gen::inRange(0, count)));
            for (int i = int(shuffled.size()) - 1; i > 0; --i)
                shuffled.swapItemsAt(i, *rc::gen::inRange(0, i + 1));
            RC_ASSERT(merged(shuffled) == one);

            QString asked = one, demanded = all.join(QString());
            asked.remove(u' ');
            demanded.remove(u' ');
            RC_ASSERT(QSet<QChar>(asked.begin(), asked.end()) == QSet<QChar>(demanded.begin(), demanded.end()));
            RC_ASSERT(asked.size() == QSet<QChar>(asked.begin(), asked.end()).size());

            // Who some circuit puts first and none puts last; and what follows from that.
            QHash<QChar, QSet<QChar>> before;
            QList<QHash<QChar, int>> known;
            for (const QString &circuit : std::as_const(all))
                known.append(places(circuit));
            for (const QChar a : asked) {
                for (const QChar b : asked) {
                    const auto says = [a, b](const auto &p) { return p.contains(a) && p.contains(b) && p[a] < p[b]; };
                    const auto denies = [a, b](const auto &p) { return p.contains(a) && p.contains(b) && p[b] < p[a]; };
                    if (std::any_of(known.begin(), known.end(), says) && std::none_of(known.begin(), known.end(), denies))
                        before[b].insert(a);
                }
            }
            auto far = before;
            for (int i = 0; i < asked.size(); ++i) {
                for (const QChar b : asked) {
                    const QSet<QChar> nearer = far[b];
                    for (const QChar a : nearer)
                        far[b] += far[a];
                }
            }
            const QHash<QChar, int> at = places(one);
            bool isContradicted = false;
            for (const QChar b : asked) {
                for (const QChar a : std::as_const(before[b])) {
                    if (far[a].contains(b))
                        isContradicted = true; // in a ring nobody is right
                    else
                        RC_ASSERT(at[a] < at[b]);
                }
            }
            RC_CLASSIFY(isContradicted, "ring");
            RC_CLASSIFY(count > 2, "more than two");
        });
    }

    void oneWithItselfIsItself()
    {
        PARVIS_PROPERTY("a circuit merged with itself, and with less, is itself", [] {
            const QJsonArray one = circuit(anyCircuit());
            RC_ASSERT(mergedCircuit({one, one, {}}) == one);
            QJsonArray part = one;
            if (!part.isEmpty())
                part.removeAt(*rc::gen::inRange(0, int(part.size())));
            RC_ASSERT(words(mergedCircuit({one, part})) == words(one));
        });
    }

    void rolesAreOfTheServiceThatAsks()
    {
        ReplyWorld w;
        w.user(id(31), Role::Head, {proprete});
        w.documents[{Kind::Request, otherRequest}].insert(u"service"_s, idText(proprete));
        w.setReplyCircuit(
            {byRole(u"Chef"_s, Role::Head), byRole(u"Direction"_s, Role::Supervisor), byPerson(u"Élue"_s, elected)});
        Reply reply = toBoth();
        const QJsonArray one = replyCircuitFor(reply, w.lookup());
        QCOMPARE(one.size(), 4); // two heads, a director, the elected member
        reply.request = otherRequest;
        QCOMPARE(replyCircuitFor(reply, w.lookup()), one);

        const auto of = [&](int step, const Id &who) { return decider(one.at(step), voirie, w.actorOf(who), w.lookup()); };
        QSet<int> own, others;
        for (int step = 0; step < 2; ++step) {
            if (of(step, head))
                own.insert(step);
            if (of(step, id(31)))
                others.insert(step);
        }
        QCOMPARE(own.size(), 1);
        QCOMPARE(others.size(), 1);
        QVERIFY(own != others);
        QVERIFY(of(2, director));

        // Of one service: as the town wrote it.
        w.documents[{Kind::Request, otherRequest}].insert(u"service"_s, idText(voirie));
        QCOMPARE(replyCircuitFor(reply, w.lookup()), w.circuit());
    }

    //! Whatever is chosen: nobody is left out or answered twice, nobody reads with others what they could not read alone.
    void whoReadsTheSameIsAnsweredTogether()
    {
        QVERIFY(rc::check([] {
            const auto drawn = *rc::gen::container<std::vector<std::pair<int, bool>>>(
                rc::gen::pair(rc::gen::inRange(0, 5), rc::gen::arbitrary<bool>()));
            QList<Request> requests;
            for (const auto &[service, isConfidential] : drawn) {
                Request request;
                request.id = id(int(requests.size()) + 1);
                request.service = service == 0 ? Id() : id(1000 + service);
                request.confidential = isConfidential;
                requests.append(request);
            }
            QList<Id> answered;
            QList<Scope> scopes;
            const QList<QList<Request>> groups = byReaders(requests);
            for (const QList<Request> &group : groups) {
                const Scope scope = scopeOf(Kind::Request, toDocument(group.first()), {});
                RC_ASSERT(!scopes.contains(scope));
                scopes.append(scope);
                for (qsizetype i = 0; i < group.size(); ++i) {
                    RC_ASSERT(scopeOf(Kind::Request, toDocument(group.at(i)), {}) == scope);
                    if (i > 0)
                        RC_ASSERT(requests.indexOf(group.at(i)) > requests.indexOf(group.at(i - 1)));
                    answered.append(group.at(i).id);
                }
            }
            RC_ASSERT(answered.size() == requests.size());
            RC_ASSERT(QSet<Id>(answered.begin(), answered.end()).size() == requests.size());
        }));
    }

    //! The hub takes what all of its requests demand, and nothing less.
    void nobodyIsSkippedForTheOtherRequests()
    {
        ReplyWorld w;
        w.setReplyCircuit({byRole(u"Chef"_s, Role::Head)});
        Card card;
        card.service = voirie;
        card.replyCircuit = {byPerson(u"Cabinet"_s, cabinet), byPerson(u"Élue"_s, elected)};
        w.documents[{Kind::Card, cardId}] = toDocument(card);
        w.documents[{Kind::Request, otherRequest}].insert(u"card"_s, idText(cardId));
        const Reply reply = toBoth();
        const QJsonArray all = replyCircuitFor(reply, w.lookup());
        QCOMPARE(all.size(), 3);
        QCOMPARE(w.push(referent, submission({}, reply, w.circuit(), {referent, {}})).refusal, Refusal::WrongValue);
        QCOMPARE(w.push(referent, submission({}, reply, all, {referent, {}})).outcome, Outcome::Applied);
        QSet<Id> open{head, cabinet, elected};
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(w.reply().state, ReplyState::InApproval);
            const auto next = std::find_if(open.begin(), open.end(), [&w](const Id &who) { return w.may(who).has_value(); });
            QVERIFY(next != open.end());
            QCOMPARE(w.approve(*next).outcome, Outcome::Applied);
            open.erase(next);
        }
        QCOMPARE(w.reply().state, ReplyState::Approved);
    }

    void aWithdrawalIsTakenBack()
    {
        ReplyWorld w;
        w.submit();
        w.approve(head);
        QCOMPARE(w.push(referent, takingBackWithdrawal(w.reply(), {referent, {}})).refusal, Refusal::WrongMove);
        w.push(referent, withdrawal(w.reply(), {referent, {}}));
        QCOMPARE(w.reply().state, ReplyState::Withdrawn);
        QCOMPARE(w.push(head, takingBackWithdrawal(w.reply(), {head, {}})).refusal, Refusal::NotAllowed);
        QCOMPARE(w.push(referent, takingBackWithdrawal(w.reply(), {referent, {}})).outcome, Outcome::Applied);
        QCOMPARE(w.reply().state, ReplyState::InApproval);
        QCOMPARE(openPartsOf(w.reply()).first().step, 1); // what was approved stays so
        w.push(referent, withdrawal(w.reply(), {referent, {}}));
        QCOMPARE(w.reply().state, ReplyState::Withdrawn);
    }

    //! Each part waits since it could be decided, whatever is remarked or decided beside it meanwhile.
    void sinceWhenAPartWaits()
    {
        ReplyWorld w;
        w.setReplyCircuit({byRole(u"Chef"_s, Role::Head),
                           QJsonObject{{u"title"_s, u"Visas"_s},
                                       {u"all"_s, QJsonArray{byPerson(u"A"_s, cabinet), byPerson(u"B"_s, elected)}}}});
        const auto since = [&w](int step, int part) {
            const auto opened = openedBy(w.reply(), {step, part, {}});
            return opened ? int(opened->n) : -1; // the how-manieth decision
        };
        const auto change = [&w](const Id &who, const QString &text) {
            const Reply seen = w.reply();
            Reply changed = seen;
            ReplyWorld::write(changed, text);
            return w.push(who, approval(seen, changed, *w.may(who), {who, {}})).outcome;
        };
        w.submit();                                           // 0
        w.push(head, remark(w.reply(), {head, {}}, u"Vu"_s)); // 1
        QCOMPARE(since(0, 0), 0);
        QCOMPARE(since(1, 0), -1);
        w.approve(head);                                                  // 2
        w.approve(cabinet);                                               // 3
        w.push(referent, remark(w.reply(), {referent, {}}, u"Pressé"_s)); // 4
        QCOMPARE(since(1, 1), 2);
        QCOMPARE(since(1, 0), -1);
        w.push(cabinet, takingBack(w.reply(), ownApprovals(w.reply(), cabinet).first(), {cabinet, {}})); // 5
        QCOMPARE(since(1, 0), 5);
        QCOMPARE(since(1, 1), 2);
        w.approve(cabinet);                                       // 6
        QCOMPARE(change(elected, u"Autre."_s), Outcome::Applied); // 7: all look again
        QCOMPARE(since(0, 0), 7);
        w.approve(head); // 8
        QCOMPARE(since(1, 0), 8);
        QCOMPARE(since(1, 1), -1); // whoever changed it needs not
        w.push(referent, withdrawal(w.reply(), {referent, {}}));
        w.push(referent, takingBackWithdrawal(w.reply(), {referent, {}}));
        QCOMPARE(since(1, 0), 8);
        w.push(cabinet, sendingBack(w.reply(), ReplyAct::Returned, *w.may(cabinet), {cabinet, {}}, u"Non"_s));
        w.submit(u"Encore."_s); // 12
        QCOMPARE(since(0, 0), 12);
    }

private:
    static Reply toBoth()
    {
        Reply reply;
        reply.request = requestId;
        reply.author = referent;
        ReplyWorld::write(reply, u"Bonjour."_s);
        Recipient second = recipientsOf(reply).first();
        second.request = otherRequest;
        reply.recipients.append(toJson(second));
        return reply;
    }
};

QTEST_APPLESS_MAIN(TestReplyCircuit)
#include "tst_replycircuit.moc"

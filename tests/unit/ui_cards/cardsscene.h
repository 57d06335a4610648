#pragma once

#include "domain/cardlife.h"
#include "presentation/referenceloader.h"
#include "ui_cards/cardlistview.h"
#include "ui_cards/cardsworkspace.h"
#include "ui_common/action.h"
#include "unit/presentation/smallstore.h"
#include "unit/ui_desk/fakenavigator.h"

#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

#include <optional>

namespace parvis {

//! The workspace of the cards over a real store of the small town, where the police's cards go along a circuit of five steps.
class CardsScene
{
public:
    explicit CardsScene(const QString &login = QStringLiteral("leroy")) : gate(*desk.store)
    {
        furnish();
        loader.load();
        if (!QTest::qWaitFor([this] { return !town.cards().isEmpty(); }))
            qFatal("the town did not load");
        workspace.emplace(cards, drafts, town, desk.clock, navigator);
        signIn(login);
        workspace->resize(1366 - 88, 768 - 84);
        workspace->show();
        workspace->activate({});
        workspace->firstFocus()->setFocus();
        if (!QTest::qWaitForWindowActive(&*workspace))
            qFatal("no window");
    }

    void signIn(const QString &login)
    {
        const auto document = desk.store->document(Kind::User, smalltown::id(login));
        desk.actor = actorFor(fromDocument<User>(smalltown::id(login), **document), desk.store->device());
        workspace->setActor(desk.actor);
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(focus(), key, modifiers); }
    void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::keyClick(focus(), c.toLatin1());
    }
    QWidget *focus() { return QApplication::focusWidget() ? QApplication::focusWidget() : &*workspace; }
    template <typename T>
    T *find(const QString &name = {})
    {
        return workspace->findChild<T *>(name);
    }
    QAction *action(const QString &id)
    {
        const QList<QAction *> all = actionsWithin(&*workspace);
        const auto it = std::find_if(all.begin(), all.end(), [&id](const QAction *a) { return actionId(a) == id; });
        return it == all.end() ? nullptr : *it;
    }
    QLineEdit *search() { return qobject_cast<QLineEdit *>(workspace->firstFocus()); }

    //! What the hub answers to everything queued; a draft that was approved to its end is published there.
    void hubAnswers()
    {
        const auto queued = desk.store->queued(100);
        QList<Id> published;
        for (const Mutation &m : queued.value()) {
            if (m.kind == Kind::CardDraft && m.set.value(QStringLiteral("state")).toString() == token(DraftState::Published))
                published.append(m.target);
        }
        events.publish(desk.hubAnswers());
        for (const Id &draft : published)
            publish(draft);
    }

    //! As if the hub had sent it.
    template <typename T>
    void take(const T &record)
    {
        send({change(ChangeOp::Create, T::kind, record.id, toDocument(record))});
    }
    void patch(Kind kind, const Id &id, const QJsonObject &fields) { send({change(ChangeOp::Patch, kind, id, fields)}); }

    Card card(const QString &code)
    {
        const Id id = smalltown::id(code);
        const auto document = desk.store->document(Kind::Card, id);
        return fromDocument<Card>(id, **document);
    }
    CardDraft draft(const Id &id) { return fromDocument<CardDraft>(id, **desk.store->document(Kind::CardDraft, id)); }

    smalltown::Desk desk;
    ImmediateStore gate;
    StoreEvents events;
    ReferenceData town;
    ReferenceLoader loader{gate, events, town};
    FakeNavigator navigator;
    CardsController cards{gate, events, town, desk.clock, desk.random};
    CardDraftController drafts{gate, events, town, desk.clock, desk.random};
    std::optional<CardsWorkspace> workspace;

private:
    Change change(ChangeOp op, Kind kind, const Id &id, const QJsonObject &fields)
    {
        const qint64 seq = ++desk.head.seq;
        return {seq,
                op,
                kind,
                id,
                fields,
                {},
                smalltown::id(QStringLiteral("hub")),
                smalltown::id(QStringLiteral("elsewhere")),
                seq,
                desk.clock.now()};
    }

    void send(const QList<Change> &changes)
    {
        ChangesPage page;
        page.changes = changes;
        page.next = desk.head;
        const auto touched = desk.store->apply(page);
        if (!touched)
            qFatal("%s", qPrintable(touched.error().detail));
        events.publish(touched.value());
    }

    void publish(const Id &id)
    {
        const CardDraft done = draft(id);
        const auto before = desk.store->document(Kind::Card, done.card);
        const Publication p = publicationOf(done.card, before.value().value_or(QJsonObject()), done.code,
                                            contentOf(toDocument(done)), done.author, desk.actor.user, desk.clock.now());
        QList<Change> changes{change(ChangeOp::Create, Kind::CardRevision, p.revision, p.revisionDocument)};
        if (before.value())
            changes.append(change(ChangeOp::Patch, Kind::Card, done.card, changedFields(**before, p.card)));
        else
            changes.append(change(ChangeOp::Create, Kind::Card, done.card, p.card));
        send(changes);
    }

    //! Who validates, who stands for whom, and links between cards.
    void furnish()
    {
        const auto idOf = [](const QString &login) { return idText(smalltown::id(login)); };
        const auto person = [&](const QString &title, const QString &login) {
            return QJsonObject{{QStringLiteral("title"), title}, {QStringLiteral("user"), idOf(login)}};
        };
        User head = smalltown::user(QStringLiteral("morvan"), QStringLiteral("Yann Morvan"), {QStringLiteral("head")},
                                    {smalltown::id(QStringLiteral("police"))});
        User director =
            smalltown::user(QStringLiteral("cordier"), QStringLiteral("Rose Cordier"), {QStringLiteral("supervisor")});
        director.absent = true;
        User deputy = smalltown::user(QStringLiteral("maurin"), QStringLiteral("Léa Maurin"), {QStringLiteral("supervisor")});
        deputy.standsFor = {director.id};
        User chief =
            smalltown::user(QStringLiteral("dangeville"), QStringLiteral("Paul Dangeville"), {QStringLiteral("supervisor")});
        User elected =
            smalltown::user(QStringLiteral("lecointre"), QStringLiteral("Luc Lecointre"), {QStringLiteral("supervisor")});
        User counsel = smalltown::user(QStringLiteral("barbier"), QStringLiteral("Odile Barbier"), {QStringLiteral("dpo")});
        for (const User &user : {head, director, deputy, chief, elected, counsel})
            take(user);
        patch(Kind::Unit, smalltown::id(QStringLiteral("police")),
              {{QStringLiteral("card_circuit"), QJsonArray{QJsonObject{{QStringLiteral("title"), QStringLiteral("Chef")},
                                                                       {QStringLiteral("role"), QStringLiteral("head")}},
                                                           person(QStringLiteral("Directrice"), QStringLiteral("cordier")),
                                                           person(QStringLiteral("Juriste"), QStringLiteral("barbier")),
                                                           person(QStringLiteral("DGS"), QStringLiteral("dangeville")),
                                                           person(QStringLiteral("Adjoint"), QStringLiteral("lecointre"))}}});
        // A circle of links does no harm.
        patch(Kind::Card, smalltown::id(QStringLiteral("vehicule")),
              {{QStringLiteral("see_also"), QJsonArray{idOf(QStringLiteral("lampadaire"))}},
               {QStringLiteral("review_months"), 12},
               {QStringLiteral("review_on"), QStringLiteral("2026-11-02")}});
        patch(Kind::Card, smalltown::id(QStringLiteral("lampadaire")),
              {{QStringLiteral("see_also"), QJsonArray{idOf(QStringLiteral("vehicule"))}}});
    }
};

} // namespace parvis

#include "domain/template.h"

#include "unit/domain/replyworld.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace parvis::replyworld;

//! Which template is proposed for which request.
class TestTemplate final : public QObject
{
    Q_OBJECT

private:
    static inline const Id card = id(70), theme = id(71), above = id(72), service = id(73), other = id(79);

    static int fit(const ReplyTemplate &t) { return fitness(t, card, {theme, above}, service, ReplyChannel::Email); }
    template <typename Change>
    static ReplyTemplate with(Change change)
    {
        ReplyTemplate t;
        change(t);
        return t;
    }

private Q_SLOTS:
    //! Of whatever it names, the request is; what names nothing fits all.
    void whatItNamesTheRequestMustBe()
    {
        QVERIFY(fit({}) > 0);
        QVERIFY(fit(with([](ReplyTemplate &t) { t.card = card; })) > 0);
        QVERIFY(fit(with([](ReplyTemplate &t) { t.theme = theme; })) > 0);
        QVERIFY(fit(with([](ReplyTemplate &t) { t.theme = above; })) > 0); // of those below it
        QVERIFY(fit(with([](ReplyTemplate &t) { t.service = service; })) > 0);
        QVERIFY(fit(with([](ReplyTemplate &t) { t.channel = ReplyChannel::Email; })) > 0);
        QCOMPARE(fit(with([](ReplyTemplate &t) { t.card = other; })), 0);
        QCOMPARE(fit(with([](ReplyTemplate &t) { t.theme = other; })), 0);
        QCOMPARE(fit(with([](ReplyTemplate &t) { t.service = other; })), 0);
        QCOMPARE(fit(with([](ReplyTemplate &t) { t.channel = ReplyChannel::Sms; })), 0);
        QCOMPARE(fit(with([](ReplyTemplate &t) { t.archived = true; })), 0);
        QCOMPARE(fit(with([](ReplyTemplate &t) {
                     t.card = card;
                     t.service = other; // one of them is not
                 })),
                 0);
    }

    //! What says more of the request comes first: card, then theme, then service, then channel; a tone is a matter of taste.
    void whatSaysMoreComesFirst()
    {
        const int byCard = fit(with([](ReplyTemplate &t) { t.card = card; }));
        const int byTheme = fit(with([](ReplyTemplate &t) { t.theme = theme; }));
        const int byService = fit(with([](ReplyTemplate &t) { t.service = service; }));
        const int byChannel = fit(with([](ReplyTemplate &t) { t.channel = ReplyChannel::Email; }));
        const int byAllButCard = fit(with([](ReplyTemplate &t) {
            t.theme = theme;
            t.service = service;
            t.channel = ReplyChannel::Email;
        }));
        QVERIFY(byCard > byAllButCard && byAllButCard > byTheme && byTheme > byService && byService > byChannel &&
                byChannel > fit({}));
        QCOMPARE(fit(with([](ReplyTemplate &t) { t.tone = ReplyTone::Firm; })), fit({}));
    }

    //! It is written by those who write the cards of its service, and whole.
    void whoMayWriteIt()
    {
        ReplyWorld w;
        ReplyTemplate t;
        t.name = u"Réponse"_s;
        t.text = u"Bonjour,"_s;
        t.service = voirie;
        t.author = head;
        QCOMPARE(templateRefusal({}, toDocument(t), w.actorOf(head)), Refusal::None);
        QCOMPARE(templateRefusal({}, toDocument(t), w.actorOf(cabinet)), Refusal::NotAllowed); // in another's name
        ReplyTemplate moved = t;
        moved.service = id(99);
        QCOMPARE(templateRefusal(toDocument(moved), toDocument(t), w.actorOf(head)), Refusal::NotAllowed); // not theirs before
        ReplyTemplate empty = t;
        empty.text = u"  "_s;
        QCOMPARE(templateRefusal({}, toDocument(empty), w.actorOf(head)), Refusal::MissingField);
        ReplyTemplate paragraph = t;
        paragraph.use = TemplateUse::Paragraph;
        QCOMPARE(templateRefusal({}, toDocument(paragraph), w.actorOf(head)), Refusal::MissingField); // by which name?
    }
};

QTEST_GUILESS_MAIN(TestTemplate)
#include "tst_template.moc"

#include "domain/phone.h"
#include "testkit/property.h"
#include "wording/cardreplies.h"
#include "wording/paragraphs.h"
#include "wording/replytemplate.h"
#include "wording/replytext.h"

#include <QtCore/QDirIterator>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

//! Words as the worst citizen, importer or author would write them: marks of templates, HTML, line ends, direction marks,
//! noncharacters, halves of pairs.
rc::Gen<QString> hostile()
{
    static const std::vector<QString> pieces{u"{{"_s,
                                             u"}}"_s,
                                             u"{{{"_s,
                                             u"}}}"_s,
                                             u"{{> appeals}}"_s,
                                             u"{{#citizen.name}}"_s,
                                             u"{{/citizen.name}}"_s,
                                             u"{{=<% %>=}}"_s,
                                             u"{request}"_s,
                                             u"{"_s,
                                             u"<script>alert(1)</script>"_s,
                                             u"<img src='file:///etc/passwd'>"_s,
                                             u"&lt;"_s,
                                             u"&"_s,
                                             u"\""_s,
                                             u"'"_s,
                                             u"\n"_s,
                                             u"\n\n"_s,
                                             u"\r\n"_s,
                                             u"\n- "_s,
                                             u"**"_s,
                                             u"\\1"_s,
                                             u"%1"_s,
                                             u"\t"_s,
                                             u"\u202E"_s,
                                             u"\u2067"_s,
                                             u"\u200F"_s,
                                             u"\u2028"_s,
                                             u"\uFDD0"_s,
                                             u"\uFDD1"_s,
                                             u"\uFFFE"_s,
                                             u"\u05D0\u05D1"_s,
                                             u"\u0645\u062D"_s,
                                             QString(QChar(0xD800)),
                                             QString(QChar(0xDC00)),
                                             QString(QChar(0)),
                                             u"\u0007"_s,
                                             u"😀"_s,
                                             u"Dumont"_s,
                                             u" "_s,
                                             u"é"_s,
                                             u"-"_s,
                                             QString(10'000, u'x')};
    return rc::gen::map(rc::gen::container<std::vector<QString>>(rc::gen::elementOf(pieces)),
                        [](const std::vector<QString> &some) {
                            QString text;
                            for (const QString &piece : some)
                                text += piece;
                            return text;
                        });
}

ReplyFields of(const QString &name, const QString &lines = {})
{
    return ReplyFields({{u"citizen.name"_s, u"Usager"_s, name}, {u"request.missing"_s, u"Pièces"_s, lines, true}});
}

QList<TemplateFault> kinds(const Rendering &rendering)
{
    QList<TemplateFault> kinds;
    for (const FoundFault &found : rendering.faults)
        kinds.append(found.fault);
    return kinds;
}

} // namespace

//! Templates of replies: what they write, what keeps them from being sent, and that no value is ever read as a template.
class TestReplyTemplate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_facts = {};
        m_facts.citizen.civility = u"Mme"_s;
        m_facts.citizen.firstName = u"Claire"_s;
        m_facts.citizen.lastName = u"Dumont"_s;
        m_facts.request.number = u"2026-014233"_s;
        m_facts.request.receivedAt = Instant{1'793'530'800'000}; // 1 November 2026, 9:00 UTC
        m_facts.request.dueOn = QDate(2026, 11, 17);
        m_facts.request.missing = {u"Justificatif de domicile"_s, u"Pièce d'identité"_s};
        m_facts.card.title = u"Permis de végétaliser"_s;
        m_facts.card.silence = Silence::Rejection;
        m_facts.card.retentionMonths = 24;
        m_facts.body = {u"Ville d'Ingeville"_s, u"Place de l'Hôtel de Ville, 51000 Ingeville"_s, u"+33326000000"_s, {}};
        m_facts.court = u"tribunal administratif de Châlons-en-Champagne, 25 rue du Lycée, 51000 Châlons-en-Champagne"_s;
        m_facts.dataProtection = u"dpo@ingeville.example"_s;
        m_facts.service = {u"Espaces verts"_s, u"3 rue des Serres, 51000 Ingeville"_s, u"+33326000012"_s,
                           u"verts@ingeville.example"_s};
        m_facts.agentName = u"Olivier Marc"_s;
        m_facts.today = QDate(2026, 11, 26);
        m_facts.missingUntil = QDate(2026, 12, 15);
    }

    void writesFieldsConditionsAndParagraphs()
    {
        const QString text = u"Bonjour {{citizen.name}},\n\n{{#request.due}}avant le {{request.due}}{{/request.due}}"
                             "{{^request.due}}bientôt{{/request.due}}\n\n{{> end}}"_s;
        const Paragraphs paragraphs{{u"end"_s, {u"Fin"_s, u"{{! vu }}{{body.name}}, le {{today}} & <demain>"_s}}};
        const Rendering plain = rendered(text, paragraphs);
        QCOMPARE(plain.faults, QList<FoundFault>());
        QCOMPARE(
            plain.text,
            u"Bonjour Mme Claire Dumont,\n\navant le 17 novembre 2026\n\nVille d'Ingeville, le 26 novembre 2026 & <demain>"_s);
        const Rendering html = rendered(text, paragraphs, ReplyFormat::Html);
        QCOMPARE(html.text, u"<p>Bonjour Mme Claire Dumont,</p><p>avant le 17 novembre 2026</p>"
                            "<p>Ville d'Ingeville, le 26 novembre 2026 &amp; &lt;demain&gt;</p>"_s);
        m_facts.request.dueOn = {};
        QVERIFY(rendered(text, paragraphs).text.contains(u"bientôt"_s));
    }

    void marksOfTheAuthorBecomeHtml()
    {
        const Rendering html =
            rendered(u"**Objet** : {{card.title}}\nsuite\n- un **deux**\n- trois\nfin"_s, {}, ReplyFormat::Html);
        QCOMPARE(html.text, u"<p><b>Objet</b> : Permis de végétaliser<br/>suite</p><ul><li>un <b>deux</b></li><li>trois</li></ul>"
                            "<p>fin</p>"_s);
        QCOMPARE(rendered(u"**Objet** : 2 ** 3\n- un"_s).text, u"Objet : 2 ** 3\n- un"_s);
        QCOMPARE(rendered(u"Pièces :\n\n{{request.missing}}"_s, {}, ReplyFormat::Html).text,
                 u"<p>Pièces :</p><p>– Justificatif de domicile<br/>– Pièce d'identité</p>"_s);
    }

    void whatIsMissingIsSaidBefore()
    {
        m_facts.citizen = {};
        const Rendering dear = rendered(u"Cher {{citizen.name}}, {{citizen.nam}} {{> nothing}}"_s);
        QVERIFY(!dear.isReady());
        QCOMPARE(dear.faults.size(), 3);
        QCOMPARE(dear.faults[0],
                 (FoundFault{TemplateFault::EmptyField, u"citizen.name"_s, u"Usager, civilité et nom"_s, {}, 5, 16}));
        QCOMPARE(dear.faults[1], (FoundFault{TemplateFault::UnknownField, u"citizen.nam"_s, {}, {}, 23, 15}));
        QCOMPARE(dear.faults[2].fault, TemplateFault::UnknownParagraph);
        QVERIFY(!dear.text.contains(u'{'));
        // A condition on the field itself makes it one that may be missing; what is not shown is not missing.
        QVERIFY(rendered(u"{{#citizen.name}}Cher {{citizen.name}}{{/citizen.name}}{{^citizen.name}}Bonjour{{/citizen.name}}"_s)
                    .isReady());
        QCOMPARE(kinds(rendered(u"{{#citizen.name}}{{citizen.nam}}{{/citizen.name}}"_s)), QList{TemplateFault::UnknownField});
        // In a paragraph it is said in which.
        const Rendering within = rendered(u"{{> a}}"_s, {{u"a"_s, {{}, u"{{citizen.name}}"_s}}});
        QCOMPARE(within.faults.value(0).paragraph, u"a"_s);
    }

    void whatCanNotBeReadIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<TemplateFault>("fault");
        QTest::addColumn<qsizetype>("at");
        QTest::newRow("unclosed tag") << u"Bonjour {{citizen.name"_s << TemplateFault::UnclosedTag << qsizetype(8);
        QTest::newRow("only an opening") << u"{{"_s << TemplateFault::UnclosedTag << qsizetype(0);
        QTest::newRow("unclosed section") << u"é{{#citizen.name}}x"_s << TemplateFault::UnclosedSection << qsizetype(1);
        QTest::newRow("unopened section") << u"x{{/citizen.name}}"_s << TemplateFault::UnopenedSection << qsizetype(1);
        QTest::newRow("triple") << u"{{{citizen.name}}}"_s << TemplateFault::UnescapedTag << qsizetype(0);
        QTest::newRow("ampersand") << u"{{& citizen.name}}"_s << TemplateFault::UnescapedTag << qsizetype(0);
        QTest::newRow("delimiters") << u"{{=<% %>=}}"_s << TemplateFault::Delimiters << qsizetype(0);
        QTest::newRow("crossed") << u"{{#citizen.name}}{{#request.number}}{{/citizen.name}}{{/request.number}}"_s
                                 << TemplateFault::UnopenedSection << qsizetype(36);
        QTest::newRow("itself") << u"{{> loop}}"_s << TemplateFault::Recursion << qsizetype(0);
        QTest::newRow("each other") << u"{{> one}}"_s << TemplateFault::Recursion << qsizetype(4);
        QTest::newRow("long") << QString(65'537, u'x') << TemplateFault::TooLong << qsizetype(0);
        QTest::newRow("bombs") << u"{{> b1}}"_s << TemplateFault::TooLong << qsizetype(0);
        QTest::newRow("deep") << u"{{#citizen.name}}"_s.repeated(17) + u"{{/citizen.name}}"_s.repeated(17)
                              << TemplateFault::TooDeep << qsizetype(16 * 17);
    }
    void whatCanNotBeReadIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(TemplateFault, fault);
        QFETCH(qsizetype, at);
        Paragraphs paragraphs{
            {u"loop"_s, {{}, u"{{> loop}}"_s}}, {u"one"_s, {{}, u"{{> two}}"_s}}, {u"two"_s, {{}, u"deux{{> one}}"_s}}};
        for (int i = 1; i < 8; ++i) // each ten times the next one
            paragraphs.insert(u"b%1"_s.arg(i), {{}, u"{{> b%1}}"_s.arg(i + 1).repeated(10)});
        paragraphs.insert(u"b8"_s, {{}, QString(1000, u'x')});
        const Rendering refused = rendered(text, paragraphs);
        QVERIFY(!refused.isReady());
        QCOMPARE(refused.text, QString());
        const auto found =
            std::find_if(refused.faults.begin(), refused.faults.end(), [&](const FoundFault &f) { return f.fault == fault; });
        QVERIFY(found != refused.faults.end());
        QCOMPARE(found->at, at);
    }

    void aValueChangesNothingButItself()
    {
        PARVIS_PROPERTY("a value stands as it is between what stood there", [] {
            const QString value = u"x"_s + *hostile(); // never empty
            const QString clean = cleanValue(value);
            const QString text =
                u"- Bonjour **{{citizen.name}}**, fin.\n\n{{#citizen.name}}Oui {{citizen.name}}{{/citizen.name}}"_s;
            const auto html = render(text, of(value), {}, ReplyFormat::Html);
            const auto plain = render(text, of(value), {}, ReplyFormat::Plain);
            RC_ASSERT(bool(html) && bool(plain));
            RC_ASSERT(html->isReady());
            const QString escaped = clean.toHtmlEscaped();
            RC_ASSERT(html->text == u"<ul><li>Bonjour <b>"_s + escaped + u"</b>, fin.</li></ul><p>Oui "_s + escaped + u"</p>"_s);
            RC_ASSERT(plain->text == u"- Bonjour "_s + clean + u", fin.\n\nOui "_s + clean);
        });
        PARVIS_PROPERTY("what is filled in says the same", [] {
            const QString value = *rc::gen::element(u"x"_s + *hostile(), u"Dumont"_s, QString());
            const QString text = *rc::gen::element(
                u"A {{citizen.name}}, {{#citizen.name}}oui {{citizen.name}}{{/citizen.name}}{{^citizen.name}}non{{/citizen.name}}."_s,
                u"{{request.missing}}\n\n- {{citizen.name}}{{! rien }} {{> p}}"_s, u"{{citizen.name}}{{autre}}"_s,
                u"{{#citizen.name}}{{> p}}"_s);
            const Paragraphs paragraphs{{u"p"_s, {{}, u"P {{citizen.name}}"_s}}};
            const auto before = render(text, of(value), paragraphs, ReplyFormat::Html);
            const auto after = render(filledIn(text, of(value)), of(value), paragraphs, ReplyFormat::Html);
            RC_ASSERT(bool(before) && bool(after));
            RC_ASSERT(after->text == before->text);
            RC_ASSERT(after->isReady() == before->isReady());
        });
        QCOMPARE(filledIn(u"Bonjour {{citizen.name}}, {{> p}}"_s, of(u"Dumont"_s)), u"Bonjour Dumont, {{> p}}"_s);
        PARVIS_PROPERTY("what is kept of a composed text becomes the same mail, letter and SMS", [] {
            const QString value = u"x"_s + *hostile(), lines = u"x"_s + *hostile();
            const QString text = *rc::gen::element(
                u"- {{citizen.name}}{{citizen.name}}\n{{request.missing}}\n-{{citizen.name}}"_s,
                u"**{{request.missing}}** *{{citizen.name}}*\n{{citizen.name}}\n\n{{request.missing}}-{{request.missing}}"_s,
                u"{{citizen.name}}**{{request.missing}}"_s, u"{{request.missing}} {{citizen.name}}"_s);
            const auto composed = render(text, of(value, lines), {}, ReplyFormat::Composed);
            const auto html = render(text, of(value, lines), {}, ReplyFormat::Html);
            const auto plain = render(text, of(value, lines), {}, ReplyFormat::Plain);
            RC_ASSERT(bool(composed) && bool(html) && bool(plain));
            RC_ASSERT(htmlText(composed->text) == html->text);
            RC_ASSERT(plainText(composed->text) == plain->text);
        });
        PARVIS_PROPERTY("lines of a value stay lines and become no paragraphs or items", [] {
            const QString value = u"x"_s + *hostile();
            const auto html = render(u"A\n{{request.missing}}"_s, of({}, value), {}, ReplyFormat::Html);
            RC_ASSERT(bool(html));
            RC_ASSERT(html->text ==
                      u"<p>A<br/>"_s + cleanValue(value, true).toHtmlEscaped().replace(u'\n', u"<br/>"_s) + u"</p>"_s);
        });
    }

    //! An earlier reply begins one to somebody else, and tells them nothing of the first.
    void whatWasWrittenToOneBeginsOneToAnother()
    {
        const QString text = u"Bonjour {{citizen.name}}, la demande de {{citizen.name}} est close.\n{{> p}}"_s;
        const QString theirs = filledIn(text, of(u"Claire Dumont"_s));
        QVERIFY(theirs.contains(u"Dumont"_s));
        QCOMPARE(generalised(theirs, of(u"Claire Dumont"_s)), text);
        QCOMPARE(filledIn(generalised(theirs, of(u"Claire Dumont"_s)), of(u"Paul Leroy"_s)), filledIn(text, of(u"Paul Leroy"_s)));
        QCOMPARE(generalised(u"Les Dumontois, CLAIRE DUMONT."_s, of(u"Claire Dumont"_s)), u"Les Dumontois, {{citizen.name}}."_s);
        QCOMPARE(generalised(u"{{citizen.name}} Al"_s, of(u"name"_s)), u"{{citizen.name}} Al"_s); // not within a tag
        PARVIS_PROPERTY("no value is left as a word", [] {
            const QString value = u"Xyz "_s + *rc::gen::element(u"Aé"_s, u"Lévy"_s, u"O'Neil"_s, u"de la Rue"_s);
            const QString written = *rc::gen::element(u"%1"_s, u"a %1 b"_s, u"(%1), %1%1 %1."_s, u"{{#x}}%1{{/x}}"_s);
            const QString text = generalised(written.arg(value), of(value));
            RC_ASSERT(!(u' ' + text + u' ').contains(u' ' + value + u' '));
        });
    }

    void aCleanValueTurnsNothingAround()
    {
        PARVIS_PROPERTY("no control, no override, no half, no mask; clean stays clean", [] {
            const QString clean = cleanValue(*hostile());
            int depth = 0;
            for (const QChar c : clean) {
                RC_ASSERT(c.category() != QChar::Other_Control);
                RC_ASSERT(!(c >= QChar(0x202A) && c <= QChar(0x202E)) && !(c >= QChar(0xFDD0) && c <= QChar(0xFDEF)));
                depth += c == QChar(0x2068) ? 1 : c == QChar(0x2069) ? -1 : 0;
                RC_ASSERT(depth >= 0 && depth <= 1);
            }
            RC_ASSERT(depth == 0);
            RC_ASSERT(clean.isValidUtf16());
            RC_ASSERT(cleanValue(clean) == clean);
        });
        QCOMPARE(cleanValue(u" \u202Eמשה\n "_s), u"\u2068משה\u2069"_s);
        QCOMPARE(cleanValue(u" \n\t "_s), QString());
    }

    void anyTemplateEnds()
    {
        PARVIS_PROPERTY("whatever an author writes is rendered or refused, and what is ready has no tag left", [] {
            const QString text = *hostile(), paragraph = *hostile();
            const auto result = render(text, of(u"Dumont"_s, u"a\nb"_s), {{u"appeals"_s, {{}, paragraph}}}, ReplyFormat::Html);
            RC_ASSERT(bool(result)); // the renderer accepts what the check accepts
            if (result->isReady())
                RC_ASSERT(!result->text.contains("{{"_L1) && !result->text.contains("<script"_L1) &&
                          !result->text.contains("<img"_L1));
        });
    }

    void bracesThatMeetAreNoTag()
    {
        const Paragraphs paragraphs{{u"open"_s, {{}, u"{"_s}}, {u"field"_s, {{}, u"{today}}"_s}}};
        const auto result = render(u"{{> open}}{{> field}}"_s, of(u"Dumont"_s, {}), paragraphs, ReplyFormat::Plain);
        QVERIFY(bool(result));
        QCOMPARE(kinds(*result), QList{TemplateFault::UnclosedTag});
    }

    void fieldsOfTheForm()
    {
        m_facts.card.form = {QJsonObject{{"code"_L1, u"when"_s}, {"label"_L1, u"Jour"_s}, {"type"_L1, u"date"_s}},
                             QJsonObject{{"code"_L1, u"dog"_s}, {"label"_L1, u"Chien"_s}, {"type"_L1, u"yesno"_s}},
                             QJsonObject{{"code"_L1, u"size"_s}, {"label"_L1, u"Taille"_s}, {"type"_L1, u"number"_s}},
                             QJsonObject{{"code"_L1, u"where"_s}, {"label"_L1, u"Lieu"_s}, {"type"_L1, u"place"_s}},
                             QJsonObject{{"code"_L1, u"empty"_s}, {"label"_L1, u"Vide"_s}}};
        m_facts.request.form = {{"when"_L1, u"2026-12-01"_s},
                                {"dog"_L1, false},
                                {"size"_L1, 1.5},
                                {"where"_L1, QJsonObject{{"address"_L1, u"rue du Lycée"_s}}}};
        QCOMPARE(rendered(u"{{form.when}} {{form.dog}} {{form.size}} {{form.where}}"_s).text,
                 u"1er décembre 2026 non 1,5 rue du Lycée"_s);
        QCOMPARE(kinds(rendered(u"{{form.empty}}{{form.none}}"_s)),
                 (QList{TemplateFault::EmptyField, TemplateFault::UnknownField}));
    }

    void theAcknowledgementSaysWhatTheLawAsks()
    {
        m_facts.request.missing = {};
        const Rendering rejecting = usual(u"acknowledgement"_s);
        QVERIFY2(rejecting.isReady(), qPrintable(rejecting.faults.value(0).name));
        for (const QString &said :
             {u"reçue le 1er novembre 2026"_s, u"2026-014233"_s, u"Espaces verts, 3 rue des Serres, 51000 Ingeville"_s,
              spokenPhone(m_facts.service.phone), u"verts@ingeville.example"_s, u"Olivier Marc"_s, u"au 1er janvier 2027"_s,
              u"réputée rejetée"_s, u"décision implicite de rejet"_s, u"deux mois"_s, u"recours gracieux"_s,
              u"le tribunal administratif de Châlons-en-Champagne"_s, u"www.telerecours.fr"_s})
            QVERIFY2(rejecting.text.contains(said), qPrintable(said + u" in:\n"_s + rejecting.text));
        QVERIFY(!rejecting.text.contains(u"L. 232-3"_s));

        m_facts.card.silence = Silence::Acceptance;
        const Rendering accepting = usual(u"acknowledgement"_s);
        QVERIFY(accepting.isReady() && accepting.text.contains(u"réputée acceptée"_s) && accepting.text.contains(u"L. 232-3"_s));
        QVERIFY(!accepting.text.contains(u"rejet"_s));

        m_facts.card.silence = Silence::Unsaid; // without it the delays of appeal can't be invoked (CRPA L. 112-6)
        QCOMPARE(kinds(usual(u"acknowledgement"_s)), QList{TemplateFault::EmptyField});
        m_facts.card.silence = Silence::Rejection;
        m_facts.service.phone.clear();
        QCOMPARE(usual(u"acknowledgement"_s).faults.value(0).name, u"service.phone"_s);
    }

    void anIncompleteDemandIsToldWhatIsMissing()
    {
        const Rendering text = usual(u"acknowledgement"_s);
        QVERIFY(text.isReady());
        for (const QString &said :
             {u"L. 114-5"_s, u"avant le 15 décembre 2026"_s, u"– Justificatif de domicile\n– Pièce d'identité"_s,
              u"réputée rejetée est suspendu jusqu'à cette date"_s, u"former un recours gracieux"_s})
            QVERIFY2(text.text.contains(said), qPrintable(said + u" in:\n"_s + text.text));
        m_facts.card.silence = Silence::Acceptance;
        const Rendering accepting = usual(u"acknowledgement"_s);
        QVERIFY(accepting.isReady() && accepting.text.contains(u"réputée acceptée ne court qu'à compter de la réception"_s));
        QVERIFY(!accepting.text.contains(u"rejet"_s) && !accepting.text.contains(u"recours"_s));
        m_facts.missingUntil = {};
        QCOMPARE(usual(u"missing_documents"_s).faults.value(0).name, u"request.missing_until"_s);
    }

    void allParagraphsNameOnlyFieldsThatThereAre()
    {
        m_facts.request.authority = u"Département de la Marne"_s;
        m_facts.superior = u"la préfète de la Marne"_s;
        const Paragraphs paragraphs = usualParagraphs();
        QCOMPARE(paragraphs.size(), 9);
        for (auto it = paragraphs.begin(); it != paragraphs.end(); ++it) {
            for (const ReplyFormat format : {ReplyFormat::Plain, ReplyFormat::Html}) {
                const Rendering text = usual(it.key(), format);
                QVERIFY2(text.isReady(), qPrintable(it.key() + text.faults.value(0).name));
                QVERIFY(!text.text.contains(u'{') && !text.text.contains(u"  "_s) && !text.text.contains(u" ,"_s));
                QVERIFY(!it->title.isEmpty());
            }
        }
        QVERIFY(usual(u"appeals"_s, ReplyFormat::Html).text.contains(u"<ul><li>former un recours gracieux"_s));
    }

    void textsOfCardsBecomeTemplates()
    {
        QCOMPARE(mustacheFrom(u"Votre demande {request}, avant le {due} ; {citizen} {{today}} {} { x } {autre}"_s),
                 u"Votre demande {{request.number}}, avant le {{request.due}} ; {{citizen.name}} {{today}} {} { x } {{autre}}"_s);
        PARVIS_PROPERTY("converting twice is converting once", [] {
            const QString once = mustacheFrom(*hostile());
            RC_ASSERT(mustacheFrom(once) == once);
        });
        // Every text of the demonstration town's cards can be sent.
        int texts = 0;
        m_facts.request.address = u"rue des Tanneurs"_s;
        for (QDirIterator files(u"" PARVIS_SOURCE_DIR "/resources/demo"_s, {u"cards-*.json"_s}); files.hasNext();) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
            const QJsonArray cards = json.isArray() ? json.array() : json["cards"_L1].toArray();
            for (const QJsonValue &card : cards) {
                QStringList all{card["acknowledgement"_L1].toString()};
                for (const QJsonValue &reply : card["replyTemplates"_L1].toArray())
                    all.append(reply["text"_L1].toString());
                for (const QString &text : std::as_const(all)) {
                    const Rendering reply = rendered(mustacheFrom(text));
                    QVERIFY2(reply.isReady(), qPrintable(text));
                    ++texts;
                }
            }
        }
        QVERIFY(texts > 200);
    }

    void aCardsRepliesAreTemplates()
    {
        m_facts.card.replyTemplates = {QJsonObject{{"name"_L1, u"Accord"_s}, {"text"_L1, u"Demande {request} : oui."_s}},
                                       QJsonObject{{"name"_L1, u"Vide"_s}, {"text"_L1, u" "_s}},
                                       QJsonObject{{"text"_L1, u"Non, {{citizen.name}}."_s}}, u"rien"_s};
        QCOMPARE(repliesOf(m_facts.card), (QList<CardReply>{{u"Accord"_s, u"Demande {{request.number}} : oui."_s},
                                                            {u"Non, {{citizen.name}}."_s, u"Non, {{citizen.name}}."_s}}));
        QCOMPARE(acknowledgementOf(m_facts.card), u"{{> acknowledgement}}"_s);
        m_facts.card.acknowledgement = u"Réponse avant le {due}."_s;
        QCOMPARE(acknowledgementOf(m_facts.card), u"Réponse avant le {{request.due}}.\n\n{{> acknowledgement}}"_s);
        m_facts.card.acknowledgement = u"A {{>acknowledgement }} B"_s;
        QCOMPARE(acknowledgementOf(m_facts.card), u"A {{>acknowledgement }} B"_s);
        m_facts.card.acknowledgement = u"Réponse avant le {due}."_s;
        const Rendering text = rendered(acknowledgementOf(m_facts.card), usualParagraphs());
        QVERIFY(text.isReady() && text.text.startsWith(u"Réponse avant le 17 novembre 2026."_s) &&
                text.text.contains(u"L. 114-5"_s));
    }

private:
    Rendering rendered(const QString &text, const Paragraphs &paragraphs = {}, ReplyFormat format = ReplyFormat::Plain)
    {
        const auto result = render(text, replyFields(m_facts), paragraphs, format);
        if (!result)
            qFatal("the renderer refuses: %s", qPrintable(result.error().detail));
        return *result;
    }
    Rendering usual(const QString &paragraph, ReplyFormat format = ReplyFormat::Plain)
    {
        return rendered(u"{{> "_s + paragraph + u"}}"_s, usualParagraphs(), format);
    }

    ReplyFacts m_facts;
};

QTEST_GUILESS_MAIN(TestReplyTemplate)
#include "tst_replytemplate.moc"

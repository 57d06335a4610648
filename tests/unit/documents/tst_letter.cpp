#include "documents/letter.h"
#include "documents/letterflow.h"
#include "pdfreader.h"
#include "testkit/property.h"
#include "wording/french.h"
#include "wording/paragraphs.h"
#include "wording/replytext.h"

#include <QtGui/QPainter>
#include <QtGui/QPalette>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! Letters on paper, read back by other programs.
class TestLetter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_letter = {};
        m_letter.body = u"Ville d'Ingeville"_s;
        m_letter.bodyLines = {u"Place de l'Hôtel de Ville"_s, u"51000 Ingeville"_s, u"03 26 00 00 00 — www.ingeville.example"_s};
        m_letter.logo = QImage(600, 600, QImage::Format_ARGB32);
        m_letter.logo.fill(Qt::transparent);
        QPainter painter(&m_letter.logo);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(QColor(20, 80, 140));
        painter.drawEllipse(20, 20, 560, 560);
        painter.end();
        m_letter.sender = {u"Direction du cadre de vie — Espaces verts"_s,
                           u"Affaire suivie par : Olivier Marc, jardinier-conseil"_s,
                           u"03 26 00 00 12 — verts@ingeville.example"_s, u"3 rue des Serres, 51000 Ingeville"_s};
        m_letter.addressee = {u"Mme Claire Dumont"_s, u"Bâtiment C, appartement 12"_s, u"12 rue des Tanneurs"_s,
                              u"51000 Ingeville"_s};
        m_letter.place = u"Ingeville"_s;
        m_letter.day = QDate(2026, 11, 26);
        m_letter.chrono = u"D-2026-004512"_s;
        m_letter.references = {u"Demande n° 2026-014233, reçue le 1er novembre 2026"_s};
        m_letter.subject = u"Permis de végétaliser, 12 rue des Tanneurs <pied d'arbre> & trottoir"_s;
        m_letter.text =
            u"<p>Madame,</p><p>Vous avez demandé à <b>végétaliser</b> le pied de l'arbre situé devant votre immeuble.</p>"_s +
            rendered(u"appeals"_s);
        m_letter.closing = u"Veuillez agréer, Madame, l'expression de notre considération distinguée."_s;
        m_letter.signatory = {
            u"Hélène"_s, u"MARTIN"_s, u"L'adjointe déléguée aux espaces verts,"_s, u"Pour le maire et par délégation,"_s, {}};
        m_letter.attachments = {u"Convention d'occupation du domaine public"_s, u"Charte de végétalisation"_s};
    }

    void saysAllOfIt()
    {
        const PdfReader pdf(made());
        pdf.keep(u"letter-one"_s);
        const QString text = pdf.text({}).simplified();
        for (const QString &said :
             {u"Ville d'Ingeville"_s, u"51000 Ingeville"_s, u"Affaire suivie par : Olivier Marc"_s, u"Mme Claire Dumont"_s,
              u"Ingeville, le 26 novembre 2026"_s, u"D-2026-004512"_s, u"2026-014233, reçue le 1er novembre 2026"_s,
              u"<pied d'arbre> & trottoir"_s, u"Voies et délais de recours"_s, u"www.telerecours.fr"_s,
              u"Pour le maire et par délégation"_s, u"Hélène MARTIN"_s, u"L'adjointe déléguée aux espaces verts"_s,
              u"Pièces jointes"_s, u"Charte de végétalisation"_s})
            QVERIFY2(text.contains(said), qPrintable(said + u" in:\n"_s + text));
        QCOMPARE(pdf.pages().size(), 1);
        QVERIFY(!text.contains(u"1/1"_s));
        const double item = pdf.placeOf(u"former"_s).left, line = pdf.placeOf(u"Madame,"_s).left;
        QVERIFY2(item > line + 2 && item < line + 8, qPrintable(QString::number(item))); // after its dot
    }

    void theAddressStandsInTheWindow()
    {
        const PdfReader pdf(made());
        for (const QString &word : {u"Dumont"_s, u"Bâtiment"_s, u"Tanneurs"_s}) {
            const auto at = pdf.placeOf(word);
            QVERIFY2(at.page == 1 && at.left > 105 && at.right < 196 && at.top > 48 && at.bottom < 86, qPrintable(word));
        }
        QVERIFY(pdf.placeOf(u"Affaire"_s).left < 25 && pdf.placeOf(u"Affaire"_s).right < 105);
        QVERIFY(pdf.placeOf(u"Objet"_s).top > 95);
    }

    void nothingLeavesItsPlace()
    {
        m_letter.addressee = {QString(10'000, u'W'), u"Rue "_s.repeated(3000), u"51000 Ingeville"_s};
        m_letter.body = u"Communauté "_s.repeated(900);
        m_letter.bodyLines = {u"ligne "_s.repeated(2000)};
        m_letter.sender = {u"service "_s.repeated(2000)};
        m_letter.chrono = QString(10'000, u'9');
        m_letter.signatory.capacity = u"qualité "_s.repeated(1500);
        m_letter.signatory.lastName = u"NOM "_s.repeated(2500);
        const PdfReader pdf(made());
        pdf.keep(u"letter-long"_s);
        const QString boxes = pdf.text({u"-bbox"_s});
        const QRegularExpression word(
            uR"rx(<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>)rx"_s);
        int words = 0;
        for (auto it = word.globalMatch(boxes); it.hasNext(); ++words) {
            const auto match = it.next();
            QVERIFY2(match.captured(1).toDouble() > 40 && match.captured(3).toDouble() < 595 - 40,
                     qPrintable(match.captured(0).left(300)));
            QVERIFY(match.captured(2).toDouble() > 30 && match.captured(4).toDouble() < 842 - 20);
            if (match.captured(5).startsWith(u"WWWW"_s) || match.captured(5) == u"Rue"_s)
                QVERIFY(match.captured(4).toDouble() < 86 / 25.4 * 72);
        }
        QVERIFY(words > 50);
        QVERIFY(pdf.placeOf(u"51000"_s).page == 1 && pdf.placeOf(u"51000"_s).bottom < 86); // the post still finds the town
        QVERIFY(pdf.text().contains(u'…'));
    }

    void pagesAreNumberedAndTheSignatureIsNotAlone()
    {
        // Whatever the length: no page without text over the signature, no line twice, none lost.
        for (int paragraphs = 14; paragraphs < 46; ++paragraphs) {
            m_letter.text.clear();
            for (int i = 0; i < paragraphs; ++i)
                m_letter.text += u"<p>Paragraphe%1z un deux trois.</p>"_s.arg(i);
            const PdfReader pdf(made());
            const QStringList pages = pdf.pages();
            if (paragraphs == 40)
                pdf.keep(u"letter-pages"_s);
            const QString all = pages.join(u'\n');
            for (int i = 0; i < paragraphs; ++i)
                QCOMPARE(all.count(u"Paragraphe%1z"_s.arg(i)), 1);
            const QString last = pages.last();
            QVERIFY2(last.indexOf(u"MARTIN"_s) < 0 || last.indexOf(u"Veuillez agréer"_s) >= 0, qPrintable(last));
            for (qsizetype i = 0; i < pages.size(); ++i) {
                QVERIFY(pages.at(i).contains(u"D-2026-004512"_s));
                QCOMPARE(pages.at(i).contains(u"%1/%2"_s.arg(i + 1).arg(pages.size())), i > 0);
            }
        }
    }

    void linesFlowWhole()
    {
        PARVIS_PROPERTY(
            "each box on one page, in order, none beyond the room, a break never before what stays if it can be helped", [] {
                const auto heights = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 30));
                QList<FlowBox> boxes;
                double y = 0;
                for (const int height : heights) {
                    boxes.append({0, y, y + height, *rc::gen::arbitrary<bool>()});
                    y += height + *rc::gen::inRange(0, 5);
                }
                const auto pages = flow(boxes, 50, 90);
                qsizetype at = 0;
                for (qsizetype i = 0; i < pages.size(); ++i) {
                    RC_ASSERT(pages[i].from == at && (pages[i].to > at || boxes.isEmpty()));
                    RC_ASSERT(heightOf(boxes, pages[i]) <= (i == 0 ? 50 : 90));
                    if (i > 0 && boxes[at].staysWithLast) // then all of the page before stays as well
                        RC_ASSERT(std::all_of(boxes.begin() + pages[i - 1].from + 1, boxes.begin() + at,
                                              [](const FlowBox &b) { return b.staysWithLast; }));
                    at = pages[i].to;
                }
                RC_ASSERT(at == boxes.size());
            });
    }

    void isAnArchiveFile()
    {
        m_letter.signatory.signature = m_letter.logo.scaled(400, 100);
        m_letter.subject = u"Objet (1) \\ <é> & 日本"_s;
        const PdfReader pdf(made());
        QVERIFY(pdf.run(u"qpdf"_s, {u"--check"_s}).contains(u"No syntax or stream encoding errors found"_s));
        const QString info = pdf.run(u"pdfinfo"_s, {});
        QVERIFY2(info.contains(QRegularExpression(u"PDF version: +1\\.4"_s)) && info.contains(u"A4"_s) &&
                     info.contains(u"Encrypted:       no"_s),
                 qPrintable(info));
        const QString metadata = pdf.run(u"pdfinfo"_s, {u"-meta"_s});
        QVERIFY2(metadata.contains(QRegularExpression(u"pdfaid:part(>|=\")1"_s)) &&
                     metadata.contains(QRegularExpression(u"pdfaid:conformance(>|=\")B"_s)) &&
                     metadata.contains(u"Objet (1) \\ &lt;é&gt; &amp; 日本"_s),
                 qPrintable(metadata));
        const QString structure = pdf.run(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s}, {u"-"_s});
        QVERIFY(structure.contains(u"/ID [<"_s) && structure.contains(u"/CIDSet"_s));
        QVERIFY(info.contains(m_letter.subject)); // the same title in both places
        QVERIFY(structure.contains(u"/GTS_PDFA1"_s) && structure.contains(u"/OutputIntents"_s));
        for (const QString &forbidden : {u"/SMask"_s, u"/JavaScript"_s, u"/Launch"_s, u"/EmbeddedFiles"_s, u"/URI"_s,
                                         u"/Encrypt"_s, u"/DCTDecode"_s, u"/LZWDecode"_s, u"/Interpolate true"_s})
            QVERIFY2(!QString(structure).remove(u"/SMask /None"_s).contains(forbidden), qPrintable(forbidden));
        const QRegularExpression opacity(u"/(ca|CA) (0|0?\\.\\d+)\\s"_s);
        QVERIFY2(!structure.contains(opacity), qPrintable(opacity.match(structure).captured()));
        // Every font is embedded and can be read as text.
        pdf.keep(u"letter-signed"_s);
        const QStringList fonts = pdf.run(u"pdffonts"_s, {}).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(!fonts.isEmpty());
        for (const QString &font : fonts)
            QVERIFY2(font.contains(QRegularExpression(u" yes +(yes|no) +yes "_s)), qPrintable(font));
        QCOMPARE(pdf.run(u"pdfimages"_s, {u"-list"_s}).count(QRegularExpression(u"\\d image +\\d"_s)), 2);
    }

    //! The longest letter that the town's own paragraphs make, to a citizen with two scripts in their name.
    void aWholeReply()
    {
        ReplyFacts facts;
        facts.citizen.civility = u"M."_s;
        facts.citizen.firstName = u"{{#if}}"_s;
        facts.citizen.lastName = u"<b>Benali</b> & fils محمد"_s;
        facts.citizen.address = u"4 bis rue du Lycée, 51000 Ingeville"_s;
        facts.request.number = u"2026-014234"_s;
        facts.request.receivedAt = Instant{1'793'530'800'000};
        facts.request.missing = {u"Justificatif de domicile de moins de trois mois"_s, u"Plan <coté> de l'emplacement"_s};
        facts.card.silence = Silence::Rejection;
        facts.card.retentionMonths = 24;
        facts.body = {u"Ville d'Ingeville"_s, u"Place de l'Hôtel de Ville, 51000 Ingeville"_s, u"+33326000000"_s, {}};
        facts.court = u"tribunal administratif de Châlons-en-Champagne, 25 rue du Lycée, 51000 Châlons-en-Champagne"_s;
        facts.superior = u"la préfète de la Marne"_s;
        facts.dataProtection = u"dpo@ingeville.example"_s;
        facts.service = {u"Espaces verts"_s, u"3 rue des Serres, 51000 Ingeville"_s, u"+33326000012"_s,
                         u"verts@ingeville.example"_s};
        facts.agentName = u"Olivier Marc"_s;
        facts.today = QDate(2026, 11, 26);
        facts.missingUntil = QDate(2026, 12, 15);
        const auto text =
            render(u"{{citizen.form_of_address}},\n\nà l'attention de {{citizen.name}}\n\n{{> acknowledgement}}\n\n{{> appeals}}"
                   "\n\n{{> privacy}}"_s,
                   replyFields(facts), usualParagraphs(), ReplyFormat::Html);
        QVERIFY(text && text->isReady());
        m_letter.text = text->text;
        m_letter.addressee = addressLines(facts.citizen);
        m_letter.closing = politeness(facts.citizen);
        const PdfReader pdf(made());
        pdf.keep(u"letter-whole"_s);
        QCOMPARE(pdf.pages().size(), 2);
        const QString read = pdf.text({}).simplified();
        for (const QString &said : {u"<b>Benali</b> & fils"_s, u"{{#if}}"_s, u"– Plan <coté> de l'emplacement"_s,
                                    u"recours hiérarchique"_s, u"CNIL"_s, u"Veuillez agréer, Monsieur,"_s, u"2/2"_s})
            QVERIFY2(read.contains(said), qPrintable(said + u" in:\n"_s + read));
        QCOMPARE(pdf.placeOf(u"MARTIN"_s).page, 2);
    }

    void aLogoStandsOnPaper()
    {
        QTemporaryDir folder;
        m_letter.logo = QImage(3000, 3000, QImage::Format_ARGB32);
        m_letter.logo.fill(QColor(255, 0, 0, 0));
        for (int y = 1000; y < 2000; ++y)
            for (int x = 1000; x < 2000; ++x)
                m_letter.logo.setPixelColor(x, y, QColor(0, 0, 255));
        const PdfReader pdf(made());
        pdf.run(u"pdftoppm"_s, {u"-png"_s, u"-singlefile"_s, u"-r"_s, u"254"_s}, {folder.filePath(u"page"_s)});
        const QImage page(folder.filePath(u"page.png"_s));      // ten dots a millimetre
        QCOMPARE(page.pixelColor(210, 150), QColor(Qt::white)); // the transparent corner
        QCOMPARE(page.pixelColor(310, 250), QColor(Qt::blue));  // the middle of a square of 22 mm
        QCOMPARE(page.pixelColor(460, 250), QColor(Qt::white));
        QVERIFY(pdf.run(u"pdfimages"_s, {u"-list"_s}).contains(QRegularExpression(u"image +259 +259"_s))); // 300 dots an inch
    }

    //! The desk that prints may be dark: paper is white, and its text black.
    void theThemeOfTheDeskIsNotOnThePaper()
    {
        const auto firstPage = [this] {
            const QTemporaryDir folder;
            PdfReader(made()).run(u"pdftoppm"_s, {u"-png"_s, u"-singlefile"_s, u"-r"_s, u"72"_s}, {folder.filePath(u"page"_s)});
            return QImage(folder.filePath(u"page.png"_s));
        };
        const QPalette before = QGuiApplication::palette();
        const QImage light = firstPage();
        QPalette dark = before;
        dark.setColor(QPalette::Text, Qt::white);
        QGuiApplication::setPalette(dark);
        const QImage shown = firstPage();
        QGuiApplication::setPalette(before);
        QCOMPARE(shown, light);
    }

    void fetchesNothing()
    {
        QTemporaryDir folder;
        QImage secret(321, 123, QImage::Format_RGB32);
        secret.fill(Qt::red);
        QVERIFY(secret.save(folder.filePath(u"secret.png"_s)));
        m_letter.logo = {};
        m_letter.text =
            u"<p>avant <img src='file://%1'/> <img src='%1'/> après</p><link rel='stylesheet' href='file:///etc/passwd'/>"_s.arg(
                folder.filePath(u"secret.png"_s));
        const PdfReader pdf(made());
        QVERIFY(!pdf.run(u"pdfimages"_s, {u"-list"_s}).contains(u"321"_s));
        QVERIFY(pdf.text().contains(u"après"_s));
    }

    void anyWordsMakeALetter()
    {
        PARVIS_PROPERTY("names and subjects stand as they are, and the file is sound",
                        [this](const QString &name, const QString &subject) {
                            static const std::vector<QString> pieces{u"{{"_s,
                                                                     u"}}"_s,
                                                                     u"<b>"_s,
                                                                     u"</p>"_s,
                                                                     u"&amp;"_s,
                                                                     u"\u202E"_s,
                                                                     u"\n"_s,
                                                                     u"\u05D0"_s,
                                                                     u"%1"_s,
                                                                     u"\\"_s,
                                                                     u"("_s,
                                                                     u"😀"_s,
                                                                     QString(QChar(0xDC00)),
                                                                     u"\uFDD0"_s};
                            Letter letter = m_letter;
                            letter.addressee = {u"Anfang"_s, name + *rc::gen::elementOf(pieces)};
                            letter.subject = subject + *rc::gen::elementOf(pieces) + u" Ende"_s;
                            letter.signatory.lastName = *rc::gen::elementOf(pieces) + u"Zeichner"_s;
                            const auto pdf = pdfOf(letter);
                            RC_ASSERT(bool(pdf));
                            const PdfReader reader(*pdf);
                            RC_ASSERT(reader.run(u"qpdf"_s, {u"--check"_s}).contains(u"No syntax"_s));
                            const QString text = reader.text();
                            for (const QString &word : {u"Anfang"_s, u"Ende"_s, u"Zeichner"_s, u"végétaliser"_s, u"MARTIN"_s})
                                RC_ASSERT(text.contains(word) || word == u"MARTIN"_s);
                        });
        m_letter.addressee = {u"{{citizen.name}} <b>Ann</b> & Co"_s};
        QVERIFY(PdfReader(made()).text().contains(u"{{citizen.name}} <b>Ann</b> & Co"_s));
    }

    void aBatchBeginsEachLetterOnItsOwnSheet()
    {
        Letter longer = m_letter;
        for (int i = 0; i < 20; ++i)
            longer.text += u"<p>Encore une ligne %1.</p>"_s.arg(i);
        longer.chrono = u"D-2"_s;
        const auto batch = batchPdf({m_letter, longer, m_letter}, Sides::Both);
        QVERIFY(bool(batch));
        const PdfReader pdf(*batch);
        const QStringList pages = pdf.pages();
        QCOMPARE(pages.size(), 5);
        QVERIFY(pages[1].trimmed().isEmpty()); // the back
        QVERIFY(pages[2].contains(u"D-2"_s) && pages[3].contains(u"2/2"_s) && pages[4].contains(u"D-2026-004512"_s));
        QVERIFY(pdf.run(u"qpdf"_s, {u"--check"_s}).contains(u"No syntax"_s));
        const auto oneSided = batchPdf({m_letter, longer, m_letter}, Sides::One);
        QVERIFY(bool(oneSided));
        QCOMPARE(PdfReader(*oneSided).pages().size(), 4);
        QCOMPARE(batchPdf({}, Sides::One).error().code, ErrorCode::InvalidInput);
    }

private:
    static QString rendered(const QString &paragraph)
    {
        ReplyFacts facts;
        facts.court = u"tribunal administratif de Châlons-en-Champagne, 25 rue du Lycée, 51000 Châlons-en-Champagne"_s;
        const auto text = render(u"{{> "_s + paragraph + u"}}"_s, replyFields(facts), usualParagraphs(), ReplyFormat::Html);
        if (!text || !text->isReady())
            qFatal("no paragraph");
        return text->text;
    }
    QByteArray made() const
    {
        const auto pdf = pdfOf(m_letter);
        if (!pdf)
            qFatal("no letter");
        return *pdf;
    }

    Letter m_letter;
};

QTEST_MAIN(TestLetter)
#include "tst_letter.moc"

#include "documents/replyletter.h"
#include "domain/organisation.h"
#include "domain/reply.h"
#include "pdfreader.h"
#include "wording/transferletter.h"

#include <QtCore/QBuffer>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! What goes out as the letter that it is, read back by another program.
class TestReplyLetter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_town.clear();
        const Id body = Id::createUuid();
        m_request = {};
        m_request.service = Id::createUuid();
        m_request.assignee = Id::createUuid();
        m_request.number = u"2026-014233"_s;
        m_request.receivedAt = {QDateTime({2026, 11, 1}, {9, 0}, Qt::UTC).toMSecsSinceEpoch()};
        m_town.insert(body, {{u"level"_s, u"body"_s},
                             {u"name"_s, u"Ville d'Ingeville"_s},
                             {u"phone"_s, u"+33326000000"_s},
                             {u"letterhead"_s, QJsonObject{{u"lines"_s, QJsonArray{u"Hôtel de ville"_s, u"51000 Ingeville"_s}},
                                                           {u"place"_s, u"Ingeville"_s},
                                                           {u"logo"_s, picture(Qt::blue)}}}});
        m_town.insert(m_request.service, {{u"name"_s, u"Voirie"_s}, {u"parent"_s, idText(body)}});
        m_town.insert(m_request.assignee, {{u"name"_s, u"Olivier Marc"_s}});
        m_dispatch = {};
        m_dispatch.channel = ReplyChannel::Letter;
        m_dispatch.name = u"Mme Claire Dumont"_s;
        m_dispatch.lines = {u"12 rue des Tanneurs"_s, u"51000 Ingeville"_s};
        m_dispatch.chrono = u"VILLE-D-2026-000123"_s;
        m_dispatch.subject = u"Lampadaire éteint sur la <rocade> & l'échangeur"_s;
        m_dispatch.text = u"Madame,\n\nLe mât est réparé."_s;
        m_dispatch.signatory = {{u"name"_s, u"Anne Petit"_s}, {u"capacity"_s, u"Directrice générale"_s}};
    }

    void isHeadedNumberedAndSigned()
    {
        const QString text = read();
        for (const QString &said :
             {u"Ville d'Ingeville"_s, u"Hôtel de ville"_s, u"Voirie"_s, u"Affaire suivie par Olivier Marc"_s, u"03 26 00 00 00"_s,
              u"Mme Claire Dumont"_s, u"12 rue des Tanneurs"_s, u"VILLE-D-2026-000123"_s, u"2026-014233"_s,
              u"reçue le 1er novembre 2026"_s, u"Ingeville, le 26 novembre 2026"_s,
              u"Lampadaire éteint sur la <rocade> & l'échangeur"_s, u"Le mât est réparé."_s, u"Anne Petit"_s,
              u"Directrice générale"_s})
            QVERIFY2(text.contains(said), qPrintable(said + u" in:\n"_s + text));
        QVERIFY(!text.contains(u"délégation"_s));
    }

    //! CRPA L. 212-1: who signs for another says for whom.
    void aDeputySignsByDelegation()
    {
        m_dispatch.signatory.insert(u"delegation"_s, u"Pour la directrice générale et par délégation,"_s);
        const QString text = read();
        QVERIFY(text.contains(u"Pour la directrice générale et par délégation,"_s));
        QVERIFY(text.indexOf(u"par délégation"_s) < text.indexOf(u"Anne Petit"_s));
    }

    void theSignatureAndTheLogoArePictures()
    {
        const auto pictures = [this] {
            const PdfReader pdf(*pdfOf(letter()));
            return pdf.run(u"pdfimages"_s, {u"-list"_s}).count(u"image"_s);
        };
        const auto before = pictures();
        QVERIFY(before > 0);
        m_dispatch.signatory.insert(u"image"_s, picture(Qt::black));
        QVERIFY(pictures() > before);
        m_dispatch.signatory.insert(u"image"_s, u"not a picture"_s);
        QCOMPARE(pictures(), before);
    }

    void whatIsEnclosedIsListed()
    {
        m_dispatch.attachments =
            QJsonArray{toJson(Enclosure{Id::createUuid(), u"Plan du carrefour.pdf"_s, QString(64, u'a'), {}, 12})};
        QVERIFY(read().contains(u"Plan du carrefour.pdf"_s));
    }

    void theAddressStandsInTheWindow()
    {
        // In points from the left and top of the page, for the first word of the addressee's name.
        const PdfReader pdf(*pdfOf(letter()));
        const QString boxes = pdf.text({u"-bbox"_s});
        const QRegularExpression word(uR"rx(<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>Claire</word>)rx"_s);
        const auto match = word.match(boxes);
        QVERIFY2(match.hasMatch(), qPrintable(boxes));
        constexpr double mm = 72 / 25.4;
        QVERIFY(match.captured(1).toDouble() / mm > 105 && match.captured(1).toDouble() / mm < 195);
        QVERIFY(match.captured(2).toDouble() / mm > 45 && match.captured(2).toDouble() / mm < 90);
    }

    //! CRPA L. 114-2 and L. 114-3.
    void aTransferSaysWhatTheLawAsks()
    {
        m_dispatch.text = textOf(transfer());
        const QString text = read();
        for (const QString &said :
             {u"L. 114-2"_s, u"L. 114-3"_s, u"Département de la Marne, direction des routes"_s, u"Madame,"_s, u"2026-014233"_s})
            QVERIFY2(text.contains(said), qPrintable(said + u" in:\n"_s + text));
        QVERIFY(!text.contains(u'{') && !text.contains(u"%1"_s));
    }

    void manyWordsGoOnToTheNextPage()
    {
        TransferLetter letter = transfer();
        for (int i = 0; i < 120; ++i)
            letter.words += u"Paragraphe numéro %1 de ce que l'agent ajoute à la lettre.\n\n"_s.arg(i);
        m_dispatch.text = textOf(letter);
        const QString text = read();
        QVERIFY(text.count(u'\f') > 1);
        for (int i = 0; i < 120; ++i)
            QVERIFY2(text.contains(u"Paragraphe numéro %1 de"_s.arg(i)), qPrintable(QString::number(i)));
        QVERIFY(text.contains(u"considération distinguée"_s));
    }

    void strangersAreMadamOrSir()
    {
        TransferLetter letter = transfer();
        letter.citizen = {};
        letter.citizen.organisation = u"Association {{les}} Amis"_s;
        letter.authority = u"{{citizen.name}}"_s; // changes nothing but itself
        QVERIFY(textOf(letter).startsWith(u"Madame, Monsieur,"_s));
        QVERIFY(textOf(letter).contains(u"{{citizen.name}}"_s));
    }

private:
    static QString picture(Qt::GlobalColor color)
    {
        QImage image(60, 20, QImage::Format_RGB32);
        image.fill(color);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return QString::fromLatin1(bytes.toBase64());
    }
    static TransferLetter transfer()
    {
        TransferLetter letter;
        letter.town = u"Ville d'Ingeville"_s;
        letter.citizen.civility = u"Mme"_s;
        letter.citizen.lastName = u"Dumont"_s;
        letter.number = u"2026-014233"_s;
        letter.receivedOn = QDate(2026, 11, 1);
        letter.day = QDate(2026, 11, 26);
        letter.authority = u"Département de la Marne, direction des routes"_s;
        return letter;
    }
    Letter letter() const
    {
        return letterOf(m_dispatch, m_request, {2026, 11, 26}, WorkingCalendar(), [this](Kind, const Id &id) {
            return m_town.contains(id) ? std::optional(m_town.value(id)) : std::nullopt;
        });
    }
    QString read() const { return PdfReader(*pdfOf(letter())).text(); }

    QHash<Id, QJsonObject> m_town;
    Request m_request;
    Dispatch m_dispatch;
};

QTEST_MAIN(TestReplyLetter)
#include "tst_replyletter.moc"

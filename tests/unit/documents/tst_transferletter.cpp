#include "documents/transferletter.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! The letter that tells a citizen of another authority, read back by another program.
class TestTransferLetter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_letter = {};
        m_letter.town = u"Ville d'Ingeville"_s;
        m_letter.service = u"Voirie"_s;
        m_letter.agent = u"Olivier Marc"_s;
        m_letter.citizen.civility = u"Mme"_s;
        m_letter.citizen.firstName = u"Claire"_s;
        m_letter.citizen.lastName = u"Dumont"_s;
        m_letter.citizen.address = u"12 rue des Tanneurs, 51000 Ingeville"_s;
        m_letter.number = u"2026-014233"_s;
        m_letter.subject = u"Lampadaire éteint sur la <rocade> & l'échangeur"_s;
        m_letter.receivedOn = QDate(2026, 11, 1);
        m_letter.day = QDate(2026, 11, 26);
        m_letter.authority = u"Département de la Marne, direction des routes"_s;
    }

    void saysWhatTheLawAsks()
    {
        const QString text = read();
        for (const QString &said :
             {u"Claire Dumont"_s, u"12 rue des Tanneurs"_s, u"51000 Ingeville"_s, u"2026-014233"_s,
              u"reçue le 1er novembre 2026"_s, u"Le 26 novembre 2026"_s, u"L. 114-2"_s, u"L. 114-3"_s,
              u"Département de la Marne, direction des routes"_s, u"Lampadaire éteint sur la <rocade> & l'échangeur"_s,
              u"Madame,"_s, u"Olivier Marc"_s, u"Ville d'Ingeville"_s})
            QVERIFY2(text.contains(said), qPrintable(said + u" in:\n"_s + text));
        QVERIFY(!text.contains(u'{') && !text.contains(u"%1"_s));
    }

    void theAddressStandsInTheWindow()
    {
        // In points from the left and top of the page, for the first word of the addressee's name.
        const QString boxes = read({u"-bbox"_s});
        const QRegularExpression word(uR"rx(<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>Claire</word>)rx"_s);
        const auto match = word.match(boxes);
        QVERIFY2(match.hasMatch(), qPrintable(boxes));
        constexpr double mm = 72 / 25.4;
        QVERIFY(match.captured(1).toDouble() / mm > 105 && match.captured(1).toDouble() / mm < 195);
        QVERIFY(match.captured(2).toDouble() / mm > 45 && match.captured(2).toDouble() / mm < 90);
    }

    void manyWordsGoOnToTheNextPage()
    {
        for (int i = 0; i < 120; ++i)
            m_letter.words += u"Paragraphe numéro %1 de ce que l'agent ajoute à la lettre.\n\n"_s.arg(i);
        const QString text = read();
        QVERIFY(text.count(u'\f') > 1);
        for (int i = 0; i < 120; ++i)
            QVERIFY2(text.contains(u"Paragraphe numéro %1 de"_s.arg(i)), qPrintable(QString::number(i)));
        QVERIFY(text.contains(u"considération distinguée"_s));
    }

    void strangersAreMadamOrSir()
    {
        m_letter.citizen = {};
        m_letter.citizen.organisation = u"Association {{les}} Amis"_s;
        QVERIFY(textOf(m_letter).startsWith(u"Madame, Monsieur,"_s));
        QVERIFY(read().contains(u"Association {{les}} Amis"_s)); // changes nothing but itself
    }

private:
    QString read(const QStringList &options = {u"-layout"_s})
    {
        const auto pdf = pdfOf(m_letter);
        if (!pdf)
            qFatal("no letter");
        const QString path = m_folder.filePath(u"letter.pdf"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size())
            qFatal("not written");
        file.close();
        QProcess process;
        process.start(u"pdftotext"_s, options + QStringList{path, u"-"_s});
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("pdftotext");
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    QTemporaryDir m_folder;
    TransferLetter m_letter;
};

QTEST_MAIN(TestTransferLetter)
#include "tst_transferletter.moc"

#include "channels/replymail.h"
#include "channels/smtpsender.h"
#include "integration/smtpserver.h"
#include "testkit/property.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! A reply to a citizen as it goes over the wire to a real SMTP server, read back by another program: whatever stands in a name,
//! a subject or a text changes nothing but itself.
class TestReplyMail : public QObject
{
    Q_OBJECT

    static ReplyMail reply()
    {
        ReplyMail r;
        r.from = {u"Mairie d’Ingeville"_s, u"contact@ingeville.example"_s};
        r.to = {u"Jeanne Lefèvre"_s, u"jeanne.lefevre@courriel.example"_s};
        r.replyTo = {u"Service voirie – Çà et là"_s, u"voirie@ingeville.example"_s};
        r.returnPath = u"retours@ingeville.example"_s;
        r.subject = u"Votre demande 2026-000123 : nid-de-poule, rue de l’Église"_s;
        r.text = u"Madame,\n\nÇa y est : l’été à Noël, 12 €.\n\n- un\n- deux\n"_s;
        r.htmlBody = u"<p>Madame,</p>\n<p>Ça y est : l’été à Noël, 12&nbsp;€.</p>\n<ul>\n<li>un</li>\n<li>deux</li>\n</ul>\n"_s;
        r.messageId = u"0192c0de-0000-7000-8000-000000000001@ingeville.example"_s;
        r.date = {1'795'000'000'000};
        return r;
    }

    Status send(const ReplyMail &r) const
    {
        SmtpOptions options;
        options.server = QUrl(m_server->url());
        return SmtpSender(options).send(replyMail(r), {});
    }

    //! Sent, taken and read; empty if it was not.
    QJsonObject read(const ReplyMail &r) const
    {
        const int n = m_server->taken() + 1;
        return send(r) ? m_server->readElsewhere(n) : QJsonObject();
    }

    static QStringList names(const QJsonObject &mail)
    {
        QStringList all = mail.value("headers"_L1).toObject().keys();
        all.sort(Qt::CaseInsensitive);
        return all;
    }

    std::unique_ptr<SmtpServer> m_server;

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<SmtpServer>();
        QVERIFY(m_server->start());
    }

    void isReadAsItWasApproved()
    {
        const ReplyMail r = reply();
        const QJsonObject mail = read(r);
        QCOMPARE(mail.value("defects"_L1).toArray(), QJsonArray());
        QCOMPARE(mail.value("from"_L1).toArray(), (QJsonArray{QJsonArray{r.from.name, r.from.address}}));
        QCOMPARE(mail.value("to"_L1).toArray(), (QJsonArray{QJsonArray{r.to.name, r.to.address}}));
        QCOMPARE(mail.value("reply-to"_L1).toArray(), (QJsonArray{QJsonArray{r.replyTo.name, r.replyTo.address}}));
        QCOMPARE(mail.value("plain"_L1).toString(), r.text);
        const QString html = mail.value("html"_L1).toString();
        QVERIFY2(html.startsWith(u"<!DOCTYPE html>\n<html lang=\"fr\">\n"_s) &&
                     html.contains(u">\n"_s + r.htmlBody + u"</body>"_s),
                 qPrintable(html));
        const QJsonArray elements = mail.value("elements"_L1).toArray();
        QStringList tags;
        for (const QJsonValue &element : elements)
            tags.append(element[0].toString());
        QCOMPARE(tags, (QStringList{u"html"_s, u"head"_s, u"meta"_s, u"title"_s, u"body"_s, u"p"_s, u"p"_s, u"ul"_s, u"li"_s,
                                    u"li"_s}));
        QCOMPARE(elements.at(3)[1].toString(), r.subject);
        QCOMPARE(names(mail), (QStringList{u"Content-Type"_s, u"Date"_s, u"From"_s, u"Message-Id"_s, u"MIME-Version"_s,
                                           u"Reply-To"_s, u"Subject"_s, u"To"_s}));
        // What can't be delivered goes back to another address than what people answer to.
        QCOMPARE(m_server->envelope(m_server->taken()).value("from"_L1).toString(), r.returnPath);
    }

    //! People's own words are not called a machine's, which some mailboxes put aside.
    void onlyAMachineSaysSo()
    {
        ReplyMail r = reply();
        const auto said = [&](ReplyMail::Written written) {
            r.written = written;
            return read(r).value("headers"_L1)["Auto-Submitted"_L1].toString(u"nothing"_s);
        };
        QCOMPARE(said(ReplyMail::Written::ByPeople), u"nothing"_s);
        QCOMPARE(said(ReplyMail::Written::ByItself), u"auto-generated"_s);
        QCOMPARE(said(ReplyMail::Written::InAnswer), u"auto-replied"_s);
    }

    void textAlone()
    {
        ReplyMail r = reply();
        r.htmlBody.clear();
        r.replyTo = {};
        r.returnPath.clear();
        const QJsonObject mail = read(r);
        QVERIFY(!mail.contains("html"_L1) && !mail.contains("reply-to"_L1));
        QCOMPARE(m_server->envelope(m_server->taken()).value("from"_L1).toString(), r.from.address);
    }

    void hostileWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("read");
        QTest::newRow("another header") << u"Jean\r\nBcc: x@y.example\r\n\r\nbonjour"_s << u"Jean Bcc: x@y.example bonjour"_s;
        QTest::newRow("a template") << u"{{nom}} {{{nom}}} {{#tous}}"_s << u"{{nom}} {{{nom}}} {{#tous}}"_s;
        QTest::newRow("HTML") << u"</title><script>alert(1)</script> &amp;"_s << u"</title><script>alert(1)</script> &amp;"_s;
        QTest::newRow("an address") << u"DGS <dgs@ingeville.example>, \"x\" \\"_s << u"DGS <dgs@ingeville.example>, \"x\" \\"_s;
        QTest::newRow("encoded already") << u"=?utf-8?Q?Maire?= =?utf-8?B?w6k=?="_s << u"=?utf-8?Q?Maire?= =?utf-8?B?w6k=?="_s;
        QTest::newRow("right to left") << u"Jean\u202E\u2067tfel ot thgir\u200F"_s << u"Jeantfel ot thgir"_s;
        QTest::newRow("Hebrew") << u"שָׁלוֹם Cohen"_s << u"שָׁלוֹם Cohen"_s;
        QTest::newRow("line ends of all kinds") << u"a\u2028b\u2029c\u0085d\ve\ff\0g"_s << u"a b c d e f g"_s;
        QTest::newRow("10,000 characters") << QString(10'000, u'é') << QString(10'000, u'é');
        QTest::newRow("10,000 emoji") << u"😀 x"_s.repeated(2'500) << u"😀 x"_s.repeated(2'500);
        QTest::newRow("blanks") << u"  a\t\tb  "_s << u"a b"_s;
    }
    void hostileWords()
    {
        QFETCH(QString, name);
        QFETCH(QString, read);
        ReplyMail r = reply();
        r.to.name = r.subject = r.replyTo.name = name;
        r.attachments = {{name.trimmed() + u".pdf"_s, "application/pdf", "%PDF"}};
        const QJsonObject mail = TestReplyMail::read(r);
        QCOMPARE(mail.value("defects"_L1).toArray(), QJsonArray());
        QCOMPARE(mail.value("headers"_L1)["Subject"_L1].toString(), read);
        QCOMPARE(mail.value("to"_L1).toArray(), (QJsonArray{QJsonArray{read, r.to.address}}));
        QCOMPARE(mail.value("reply-to"_L1).toArray(), (QJsonArray{QJsonArray{read, r.replyTo.address}}));
        QCOMPARE(mail.value("elements"_L1)[3][1].toString(), read);
        QCOMPARE(mail.value("elements"_L1).toArray().size(), 10);
        QCOMPARE(mail.value("plain"_L1).toString(), r.text);
        QString file = read + u".pdf"_s;
        for (const QChar c : u"/\\:*?\"<>|"_s)
            file.replace(c, u'-');
        QCOMPARE(mail.value("attachments"_L1)[0]["name"_L1].toString(), file);
        QCOMPARE(names(mail).size(), 8);
        for (const QByteArray &line : m_server->mail(m_server->taken()).split('\n')) // RFC 5322, 2.1.1
            QVERIFY2(line.size() <= 999 && std::all_of(line.begin(), line.end(), [](char c) { return c > 0; }), line.constData());
        QCOMPARE(m_server->envelope(m_server->taken()).value("to"_L1).toArray(), QJsonArray{r.to.address});
    }

    void isolatesThatAreClosed()
    {
        ReplyMail r = reply();
        r.subject = u"Votre demande, \u2068כהן\u2069 : réponse"_s;
        QCOMPARE(replyMail(r).subject, r.subject);
        r.subject = u"a\u2068b"_s;
        QCOMPARE(replyMail(r).subject, u"ab"_s);
        r.subject = u"a\u2069\u2068b"_s;
        QCOMPARE(replyMail(r).subject, u"ab"_s);
    }

    void longLinesAndTexts()
    {
        ReplyMail r = reply();
        const QString odd = u".\n..\nFrom ici\n{{texte}} <script>alert('é')</script> &amp; =3D\n\u202E\u2067שלום\u2069\n"_s +
                            QString(10'000, u'à') + u"\n"_s + u"mot "_s.repeated(2'500) + u"\n.\n\n\tfin"_s;
        r.text = odd;
        r.htmlBody = u"<p>"_s + odd.toHtmlEscaped() + u"</p>"_s;
        const QJsonObject mail = read(r);
        QCOMPARE(mail.value("defects"_L1).toArray(), QJsonArray());
        QCOMPARE(mail.value("plain"_L1).toString(), odd + u'\n');
        QCOMPARE(mail.value("elements"_L1)[5][1].toString(), odd);
        for (const QByteArray &line : m_server->mail(m_server->taken()).split('\n'))
            QVERIFY2(line.size() <= 79 && std::all_of(line.begin(), line.end(), [](char c) { return c > 0; }), line.constData());
        r.text = u"a\r\nb\rc\0d\u001b[2Je\tf"_s;
        QCOMPARE(replyMail(r).text, u"a\nb\ncd[2Je\tf\n"_s);
    }

    void attachments()
    {
        ReplyMail r = reply();
        QByteArray bytes;
        for (int i = 0; i < 200'000; ++i)
            bytes += char(i * 7919 >> 3);
        r.attachments = {{u"Arrêté n° 2026-12 – voirie (été).pdf"_s, "application/pdf", bytes},
                         {u"Plan d’accès à la mairie déléguée de Saint-Rémy-sur-Bussy, édition de l’été 2026.png"_s, "image/png",
                          bytes.left(1'000)},
                         {u"../../etc/passwd"_s, "text/html\r\nX: y", "<script>"},
                         {u"facture\u202Efdp.exe"_s, "application/octet-stream", {}},
                         {u"\u0007"_s, "text/plain", "a\n.\nb\r\n\n"}};
        const QStringList names{r.attachments.at(0).name, r.attachments.at(1).name, u"-..-etc-passwd"_s, u"facturefdp.exe"_s,
                                u"document"_s};
        const QList<QByteArray> types{"application/pdf", "image/png", "application/octet-stream", "application/octet-stream",
                                      "text/plain"};
        const QJsonObject mail = read(r);
        QCOMPARE(mail.value("defects"_L1).toArray(), QJsonArray());
        const QJsonArray attachments = mail.value("attachments"_L1).toArray();
        QCOMPARE(attachments.size(), names.size());
        for (int i = 0; i < names.size(); ++i) {
            QCOMPARE(attachments.at(i)["name"_L1].toString(), names.at(i));
            QCOMPARE(attachments.at(i)["type"_L1].toString().toLatin1(), types.at(i));
            QCOMPARE(QByteArray::fromBase64(attachments.at(i)["bytes"_L1].toString().toLatin1()), r.attachments.at(i).bytes);
        }
        QVERIFY(mail.contains("html"_L1) && mail.contains("plain"_L1));
    }

    void anyWords()
    {
        const int before = m_server->taken();
        QList<ReplyMail> sent;
        PARVIS_PROPERTY("any words can be sent", [this, &sent](const QString &subject, const QString &name, const QString &text) {
            ReplyMail r = reply();
            r.subject = subject;
            r.to.name = name;
            r.text = text;
            r.htmlBody = u"<p>"_s + text.toHtmlEscaped() + u"</p>"_s;
            RC_ASSERT(bool(send(r)));
            sent.append(r);
        });
        const QList<QJsonObject> read = m_server->readElsewhere(before + 1, m_server->taken());
        QCOMPARE(read.size(), sent.size());
        for (qsizetype i = 0; i < sent.size(); ++i) {
            const MailMessage mail = replyMail(sent.at(i));
            QCOMPARE(read.at(i).value("defects"_L1).toArray(), QJsonArray());
            QCOMPARE(read.at(i).value("headers"_L1)["Subject"_L1].toString(), mail.subject);
            QCOMPARE(read.at(i).value("to"_L1).toArray(),
                     (QJsonArray{QJsonArray{mail.to.first().name, mail.to.first().address}}));
            QCOMPARE(read.at(i).value("plain"_L1).toString(), mail.text);
            QCOMPARE(read.at(i).value("html"_L1).toString(), mail.html);
        }
    }
};

QTEST_GUILESS_MAIN(TestReplyMail)
#include "tst_replymail.moc"

#include "workload.h"

#include "documents/letter.h"
#include "wording/french.h"
#include "wording/paragraphs.h"
#include "wording/replytemplate.h"

#include <QtCore/QDate>
#include <QtGui/QPainter>

#include <ctime>
#include <optional>

// The letters of a day on which a town answers everybody: each composed from a template for its citizen, then laid as PDF/A.

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr int letters = 557;
constexpr double leastPerSecond = 20;

//! Of all threads of this process, so that a second core does not count for nothing.
double processorSeconds()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return double(used.tv_sec) + double(used.tv_nsec) / 1e9;
}

QImage townLogo()
{
    QImage logo(800, 400, QImage::Format_ARGB32_Premultiplied);
    logo.fill(Qt::transparent);
    QPainter painter(&logo);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < 12; ++i) {
        painter.setBrush(QColor::fromHsv(i * 30, 160, 200));
        painter.drawEllipse(i * 60, i * 20, 120, 160);
    }
    return logo;
}

ReplyFacts factsOf(int n)
{
    ReplyFacts facts;
    facts.citizen.civility = n % 2 == 0 ? u"Mme"_s : u"M."_s;
    facts.citizen.firstName = u"Claire"_s;
    facts.citizen.lastName = u"Dumont-%1"_s.arg(n);
    facts.citizen.address = u"%1 rue des Tanneurs, bâtiment C, 51000 Ingeville"_s.arg(n);
    facts.request.number = u"2026-%1"_s.arg(n, 6, 10, QChar(u'0'));
    facts.request.subject = u"Autorisation d'occuper le domaine public, %1 rue des Tanneurs"_s.arg(n);
    facts.request.receivedAt = Instant{1'793'530'800'000 + n * 60'000LL};
    facts.card.title = u"Permis de végétaliser"_s;
    facts.card.silence = Silence::Rejection;
    facts.card.retentionMonths = 24;
    facts.body = {u"Ville d'Ingeville"_s, u"Place de l'Hôtel de Ville, 51000 Ingeville"_s, u"+33326000000"_s, {}};
    facts.court = u"tribunal administratif de Châlons-en-Champagne, 25 rue du Lycée, 51000 Châlons-en-Champagne"_s;
    facts.dataProtection = u"dpo@ingeville.example"_s;
    facts.service = {u"Espaces verts"_s, u"3 rue des Serres, 51000 Ingeville"_s, u"+33326000012"_s, {}};
    facts.agentName = u"Olivier Marc"_s;
    facts.today = QDate(2026, 11, 26);
    return facts;
}

Result<Letter> composed(int n, const Paragraphs &paragraphs, const QImage &logo)
{
    static const QString reply =
        u"{{citizen.form_of_address}},\n\nVous avez demandé, pour « {{card.title}} » : {{request.subject}}.\n\n"
        "{{> acknowledgement}}\n\n{{> appeals}}\n\n{{> privacy}}"_s;
    const ReplyFacts facts = factsOf(n);
    const auto text = render(reply, replyFields(facts), paragraphs, ReplyFormat::Html);
    if (!text)
        return text.error();
    if (!text->isReady())
        return Error{ErrorCode::InvalidInput, text->faults.first().name};
    Letter letter;
    letter.body = facts.body.name;
    letter.bodyLines = facts.body.address.split(u", "_s);
    letter.logo = logo;
    letter.sender = {facts.service.name, u"Affaire suivie par : "_s + facts.agentName};
    letter.addressee = addressLines(facts.citizen);
    letter.place = u"Ingeville"_s;
    letter.day = facts.today;
    letter.chrono = u"D-2026-%1"_s.arg(n, 6, 10, QChar(u'0'));
    letter.references = {u"Demande n° "_s + facts.request.number};
    letter.subject = facts.request.subject;
    letter.text = text->text;
    letter.closing = politeness(facts.citizen);
    letter.signatory = {u"Hélène"_s, u"MARTIN"_s, u"L'adjointe déléguée,"_s, u"Pour le maire et par délégation,"_s, {}};
    return letter;
}

} // namespace

Result<QList<Figure>> benchLetters(const BenchOptions & /*options*/)
{
    const Paragraphs paragraphs = usualParagraphs();
    const QImage logo = townLogo();
    Samples each;
    qint64 bytes = 0;
    const double begun = processorSeconds();
    for (int n = 1; n <= letters; ++n) {
        std::optional<Error> error;
        each.time([&] {
            const auto letter = composed(n, paragraphs, logo);
            const auto pdf = letter ? pdfOf(*letter) : Result<QByteArray>(letter.error());
            if (!pdf)
                error = pdf.error();
            else
                bytes += pdf->size();
        });
        if (error)
            return *error;
    }
    const double seconds = processorSeconds() - begun;
    return QList<Figure>{{u"letters"_s,
                          u"%1 letters of 2 pages composed to PDF/A, processor time"_s.arg(letters),
                          seconds,
                          u"s"_s,
                          {},
                          letters / leastPerSecond},
                         {u"letters"_s, u"one letter, p99"_s, each.percentile(0.99), u"ms"_s, {}, {}},
                         {u"letters"_s, u"size of one letter"_s, double(bytes) / letters / 1024, u"KiB"_s, {}, {}}};
}

} // namespace parvis

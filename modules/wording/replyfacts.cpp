#include "wording/replyfacts.h"

#include "domain/servicepolicy.h"
#include "domain/suspension.h"
#include "wording/paragraphs.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int mostAbove = 16; // deeper than any town; ends a ring

template <typename T>
T recordOf(const Id &id, const Lookup &lookup)
{
    const auto document = id.isNull() ? std::nullopt : lookup(T::kind, id);
    return fromDocument<T>(id, document.value_or(QJsonObject()));
}

Correspondent correspondent(const Unit &unit, const Lookup &lookup)
{
    QStringList lines;
    const QJsonArray address = unitValue(unit.id, "letterhead"_L1, lookup).toObject().value("lines"_L1).toArray();
    for (const QJsonValue &line : address)
        lines.append(line.toString());
    return {unit.name, lines.join(u", "_s), unitValue(unit.id, "phone"_L1, lookup).toString(),
            unitValue(unit.id, "email"_L1, lookup).toString()};
}

} // namespace

std::optional<Unit> bodyAbove(const Id &unit, const Lookup &lookup)
{
    Id id = unit;
    for (int i = 0; i < mostAbove && !id.isNull(); ++i) {
        const auto u = recordOf<Unit>(id, lookup);
        if (u.level == UnitLevel::Body)
            return u;
        id = u.parent;
    }
    return std::nullopt;
}

ReplyFacts replyFactsFor(const Request &request, const Id &agent, const WorkingCalendar &calendar, const QDate &today,
                         const Lookup &lookup)
{
    ReplyFacts facts;
    facts.request = request;
    facts.citizen = recordOf<Citizen>(request.citizen, lookup);
    facts.card = recordOf<Card>(request.card, lookup);
    facts.service = correspondent(recordOf<Unit>(request.service, lookup), lookup);
    if (const auto body = bodyAbove(request.service, lookup))
        facts.body = correspondent(*body, lookup);
    const QJsonObject head = unitValue(request.service, "letterhead"_L1, lookup).toObject();
    facts.court = head.value("court"_L1).toString();
    facts.superior = head.value("superior"_L1).toString();
    facts.dataProtection = head.value("data_protection"_L1).toString();
    const auto user = recordOf<User>(agent, lookup);
    facts.agentName = user.name;
    facts.agentCapacity = user.capacity;
    facts.today = today;
    facts.missingUntil = documentsDay(request, policyFor(request.service, lookup).documentsWithin, today);
    facts.calendar = calendar;
    return facts;
}

Paragraphs paragraphsOf(const QList<ReplyTemplate> &templates)
{
    Paragraphs all = usualParagraphs();
    for (const ReplyTemplate &t : templates) {
        if (t.use == TemplateUse::Paragraph && !t.archived && !t.code.isEmpty())
            all.insert(t.code, {t.name, t.text});
    }
    return all;
}

Result<AcknowledgementText> acknowledgementText(const ReplyFacts &facts, const QList<ReplyTemplate> &templates,
                                                const IdSet &themes, ReplyChannel channel)
{
    const ReplyTemplate *best = nullptr;
    int bestFitness = 0;
    for (const ReplyTemplate &t : templates) {
        const int f =
            t.use == TemplateUse::Acknowledgement ? fitness(t, facts.request.card, themes, facts.request.service, channel) : 0;
        if (f > bestFitness || (f > 0 && f == bestFitness && t.id < best->id)) {
            best = &t;
            bestFitness = f;
        }
    }
    const Paragraphs paragraphs = paragraphsOf(templates);
    const auto usual = [&paragraphs](const QString &code) { return paragraphs.value(code).text; };
    const bool isShort = channel == ReplyChannel::Sms;
    const QString ofCard = mustacheFrom(facts.card.acknowledgement.trimmed());
    const QString usualText =
        isShort ? usual(u"reception_sms"_s)
                : QStringList{u"{{citizen.form_of_address}},"_s, ofCard, usual(u"reception"_s), u"{{citizen.politeness}}"_s}.join(
                      u"\n\n"_s);
    const QString text = best ? best->text : usualText;
    const QString subject =
        best && !best->subject.isEmpty() ? best->subject : u"Votre demande n° {{request.number}} : accusé de réception"_s;
    const ReplyFields fields = replyFields(facts);
    auto renderedSubject = render(subject, fields, paragraphs, ReplyFormat::Plain);
    auto renderedText = render(text, fields, paragraphs, isShort ? ReplyFormat::Plain : ReplyFormat::Composed);
    if (!renderedSubject || !renderedText)
        return renderedSubject ? renderedText.error() : renderedSubject.error();
    return AcknowledgementText{std::move(renderedSubject).value(), std::move(renderedText).value()};
}

IdSet themesAbove(const Id &theme, const Lookup &lookup)
{
    IdSet all;
    for (Id id = theme; !id.isNull() && all.insert(id).second;)
        id = recordOf<Theme>(id, lookup).parent;
    return all;
}

} // namespace parvis

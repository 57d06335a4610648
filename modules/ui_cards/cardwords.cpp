#include "ui_cards/cardwords.h"

#include "domain/permissions.h"
#include "ui_common/circuiteditor.h"
#include "ui_common/words.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct CardWords
{
    Q_DECLARE_TR_FUNCTIONS(CardWords)
};

QString draftDetail(const CardItem &item, const ReferenceData &town, const QDate &today)
{
    const CardDraft &draft = *item.draft;
    const QString since = momentText(item.since, town.calendar().zone(), today);
    if (draft.state == DraftState::Draft) {
        return draft.reason.isEmpty() ? CardWords::tr("being written, %1").arg(since)
                                      : CardWords::tr("came back, %1: %2").arg(since, draft.reason);
    }
    const QString step = stepText(draft.circuit.at(draft.step), draft.service, town);
    const QString where = CardWords::tr("step %1 of %2, since %3").arg(draft.step + 1).arg(draft.circuit.size()).arg(since);
    if (!item.onBehalf.isNull())
        //: %1: "step 2 of 5, since yesterday"; %2: an absent person
        return CardWords::tr("%1 · on behalf of %2").arg(where, town.userName(item.onBehalf));
    //: %1: "step 2 of 5, since yesterday"; %2: who decides
    return CardWords::tr("%1 · %2").arg(where, step);
}

//: the fields of a form in one text, a line each
QString formText(const QJsonArray &form)
{
    QStringList lines;
    for (const QJsonValue &field : form) {
        QStringList facts{word(formFieldFrom(field.toObject()).type)};
        if (field["required"_L1].toBool())
            facts.append(CardWords::tr("required"));
        const QStringList options = linesOf(field["options"_L1].toArray());
        if (!options.isEmpty())
            facts.append(options.join(u" / "_s));
        facts.append(field["help"_L1].toString());
        facts.removeAll(QString());
        lines.append(u"%1 (%2)"_s.arg(field["label"_L1].toString(), facts.join(u", "_s)));
    }
    return lines.join(u'\n');
}

QString templatesText(const QJsonArray &templates)
{
    QStringList lines;
    for (const QJsonValue &item : templates)
        lines.append(item["name"_L1].toString() + u"\n"_s + item["text"_L1].toString());
    return lines.join(u"\n\n"_s);
}

QString districtsText(const QJsonObject &services, const ReferenceData &town)
{
    QStringList lines;
    for (auto it = services.begin(); it != services.end(); ++it)
        lines.append(town.districtName(idFromText(it.key()).value_or(Id())) + u" → "_s +
                     town.unitName(idFromText(it.value().toString()).value_or(Id())));
    lines.sort();
    return lines.join(u'\n');
}

QString plainText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? CardWords::tr("yes") : CardWords::tr("no");
    if (value.isDouble())
        return value.toInt() == 0 ? QString() : QLocale().toString(value.toInt());
    return value.isArray() ? linesOf(value.toArray()).join(u'\n') : value.toString();
}

QString dayText(const QJsonValue &value)
{
    const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
    return day.isValid() ? shortDay(day) : QString();
}

} // namespace

QString viewTitle(CardView view)
{
    switch (view) {
    case CardView::All: return CardWords::tr("All");
    case CardView::MyDrafts: return CardWords::tr("My drafts");
    case CardView::ToValidate: return CardWords::tr("To validate");
    case CardView::Flagged: return CardWords::tr("Flagged");
    case CardView::ToReview: return CardWords::tr("To review");
    case CardView::NeverUsed: return CardWords::tr("Never used");
    case CardView::OftenLate: return CardWords::tr("Often late");
    case CardView::WithoutCard: return CardWords::tr("Without a card");
    }
    return {};
}

QString word(CardGap gap)
{
    switch (gap) {
    case CardGap::Title: return CardWords::tr("a title");
    case CardGap::Theme: return CardWords::tr("a theme");
    case CardGap::Service: return CardWords::tr("a service");
    case CardGap::Ask: return CardWords::tr("what to ask");
    case CardGap::Say: return CardWords::tr("what to say");
    case CardGap::Form: return CardWords::tr("a name for each field of the form, two choices at least for a choice");
    case CardGap::Dates: return CardWords::tr("an end after the beginning");
    }
    return {};
}

QString word(Silence silence)
{
    switch (silence) {
    case Silence::Unsaid: return CardWords::tr("not said");
    case Silence::Acceptance: return CardWords::tr("means acceptance after two months");
    case Silence::Rejection: return CardWords::tr("means rejection after two months");
    }
    return {};
}

QString word(RemarkType type)
{
    switch (type) {
    case RemarkType::Comment: return CardWords::tr("Comment");
    case RemarkType::Approved: return CardWords::tr("Approved");
    case RemarkType::Returned: return CardWords::tr("Returned");
    case RemarkType::Wrong: return CardWords::tr("Flagged as wrong");
    case RemarkType::Incomplete: return CardWords::tr("Flagged as incomplete");
    }
    return {};
}

QString word(FormFieldType type)
{
    switch (type) {
    case FormFieldType::Text: return CardWords::tr("text");
    case FormFieldType::Number: return CardWords::tr("number");
    case FormFieldType::Date: return CardWords::tr("date");
    case FormFieldType::Choice: return CardWords::tr("choice");
    case FormFieldType::Choices: return CardWords::tr("several choices");
    case FormFieldType::YesNo: return CardWords::tr("yes or no");
    case FormFieldType::Place: return CardWords::tr("place");
    case FormFieldType::Plate: return CardWords::tr("number plate");
    case FormFieldType::File: return CardWords::tr("file");
    }
    return {};
}

QString detailText(const CardItem &item, const ReferenceData &town, const QDate &today)
{
    if (item.draft)
        return draftDetail(item, town, today);
    if (item.remark)
        return item.remark->text.isEmpty() ? word(item.remark->type)
                                           : CardWords::tr("%1: %2").arg(word(item.remark->type), item.remark->text);
    if (item.reviewOn.isValid()) {
        return item.reviewOn < today ? CardWords::tr("to review since %1").arg(shortDay(item.reviewOn))
                                     : CardWords::tr("to review on %1").arg(shortDay(item.reviewOn));
    }
    if (item.use.requests > 0) {
        //: of a card: how many of its requests were late, and how many were opened again
        return CardWords::tr("%1 of %2 late, %3 escalated, %4 reopened")
            .arg(item.use.late)
            .arg(item.use.requests)
            .arg(item.use.escalated)
            .arg(item.use.reopened);
    }
    if (item.what == CardItem::What::Group)
        return CardWords::tr("%n request(s) without a card", nullptr, item.count);
    if (!item.hit.card.isNull() && item.hit.reason != CardReason::Title && !item.hit.words.isEmpty())
        //: %1: a service; %2: the words of the card that were found
        return CardWords::tr("%1 · found by “%2”").arg(town.unitName(item.service), item.hit.words);
    return item.hit.card.isNull() ? QString() : town.unitName(item.service);
}

QString circuitText(const QJsonArray &circuit, const Id &service, const ReferenceData &town)
{
    QStringList steps;
    for (const QJsonValue &step : circuit)
        steps.append(stepText(step, service, town));
    return steps.join(u" → "_s);
}

QString delayText(const CardContent &card)
{
    return CardWords::tr("%n working day(s)", nullptr, delayOf(card));
}

QStringList linesOf(const QJsonArray &array)
{
    QStringList lines;
    for (const QJsonValue &line : array)
        lines.append(line.toString());
    return lines;
}

ValueText cardValueText(const ReferenceData &town)
{
    return [&town](const QString &field, const QJsonValue &value) -> QString {
        const auto id = [&value] { return idFromText(value.toString()).value_or(Id()); };
        if (field == "theme"_L1) {
            const Theme *theme = town.theme(id());
            return theme ? theme->name : QString();
        }
        if (field == "service"_L1)
            return town.unitName(id());
        if (field == "referent"_L1)
            return town.userName(id());
        if (field == "complexity"_L1)
            return word(fromToken<CardKind>(value.toString()).value_or(CardKind::Simple));
        if (field == "silence"_L1)
            return word(fromToken<Silence>(value.toString()).value_or(Silence::Unsaid));
        if (field == "service_by_district"_L1)
            return districtsText(value.toObject(), town);
        if (field == "reply_templates"_L1)
            return templatesText(value.toArray());
        if (field == "reply_circuit"_L1)
            return circuitText(value.toArray(), {}, town);
        if (field == "form"_L1)
            return formText(value.toArray());
        if (field == "valid_from"_L1 || field == "valid_until"_L1)
            return dayText(value);
        if (field != "see_also"_L1)
            return plainText(value);
        QStringList titles;
        const QJsonArray cards = value.toArray();
        for (const QJsonValue &card : cards)
            titles.append(town.cardTitle(idFromText(card.toString()).value_or(Id())));
        titles.sort();
        return titles.join(u'\n');
    };
}

} // namespace parvis

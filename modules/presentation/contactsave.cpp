#include "presentation/contactsave.h"

#include "domain/phone.h"
#include "domain/workflow.h"
#include "presentation/filekeeping.h"
#include "presentation/formvalues.h"

using namespace Qt::StringLiterals;

namespace parvis {

static QString subjectOf(const ContactDraft &draft, const Card *card)
{
    static constexpr qsizetype longest = 120;
    if (card)
        return card->title;
    const QString words = draft.what.trimmed().isEmpty() ? draft.text.trimmed().section(u'\n', 0, 0) : draft.what.trimmed();
    return words.size() <= longest ? words : words.left(longest - 1).trimmed() + u'…';
}

DraftCheck check(const ContactDraft &draft, const Card *card, SaveAs how)
{
    if (draft.newCitizen && draft.newCitizen->lastName.trimmed().isEmpty() && draft.newCitizen->organisation.trimmed().isEmpty())
        return {DraftGap::NoName, {}, false};
    if (draft.newCitizen && phoneE164(draft.newCitizen->phone) != draft.newCitizen->phone)
        return {DraftGap::BadPhone, {}, false};
    if (!draft.newCitizen && draft.citizen.isNull() && !draft.who.trimmed().isEmpty())
        return {DraftGap::WhoUnknown, {}, false};
    if (how == SaveAs::AddToRequest)
        return {};
    if (subjectOf(draft, card).isEmpty())
        return {DraftGap::Nothing, {}, false};
    if (!card || how == SaveAs::AnsweredOnTheSpot)
        return {};
    if (card->needsPlace && draft.place.address.isEmpty() && draft.where.trimmed().isEmpty())
        return {DraftGap::Place, {}, true};
    const QList<FormFault> found = faults(formFieldsFrom(card->form), draft.form);
    return found.isEmpty() ? DraftCheck() : DraftCheck{DraftGap::FormField, found.first().code, true, found.first().fault};
}

static Request requestFor(const ContactDraft &draft, SaveAs how, const Id &citizen, const Actor &actor, const ReferenceData &town,
                          Instant now)
{
    const Card *card = town.card(draft.card);
    const QString said = subjectOf(draft, card) + u' ' + draft.text;
    const Route route = town.routing().route(routeQuery(card, draft.place.district, draft.channel, said, town, now));
    Request request;
    request.subject = subjectOf(draft, card);
    request.text = draft.text.trimmed();
    request.channel = draft.channel;
    request.citizen = citizen;
    request.service = route.service;
    request.assignee = route.referent;
    request.status = route.service.isNull() ? RequestStatus::Received : RequestStatus::Assigned;
    if (card) {
        request.card = card->id;
        request.cardRevision = card->revision;
        request.theme = card->theme;
        request.confidential = card->confidential;
    }
    const bool isPlaceChosen = !draft.place.address.isEmpty();
    request.address = isPlaceChosen ? draft.place.address : draft.where.trimmed();
    if (isPlaceChosen) {
        request.district = draft.place.district;
        request.latitude = draft.place.latitude;
        request.longitude = draft.place.longitude;
    }
    request.receivedAt = draft.startedAt;
    request.dueOn = promiseFor(card, draft.startedAt, town).due.day;
    request.replyChannel = draft.replyChannel;
    request.form = card ? shownValues(formFieldsFrom(card->form), draft.form) : draft.form;
    request.createdBy = actor.user;
    if (how == SaveAs::AnsweredOnTheSpot) {
        request.onTheSpot = true;
        request.status = RequestStatus::Closed;
        request.reason = u"on_the_spot"_s;
        request.answeredAt = now;
        request.closedAt = now;
        request.assignee = {};
    }
    return request;
}

static QList<FileReference> filesOf(const ContactDraft &draft, const Card *card)
{
    QList<FileReference> files;
    if (!card)
        return files;
    const FormFields fields = formFieldsFrom(card->form);
    for (const FormField &field : fields) {
        const auto file = fileReferenceFrom(draft.form.value(field.code));
        if (file && field.type == FormFieldType::File && isShown(fields, field, draft.form))
            files.append(*file);
    }
    return files;
}

ContactRecords recordsFor(const ContactDraft &draft, SaveAs how, const Id &existing, const Actor &actor,
                          const ReferenceData &town, Instant now, IdMaker &ids)
{
    ContactRecords records;
    Id citizen = draft.citizen;
    if (draft.newCitizen) {
        records.citizen = *draft.newCitizen;
        records.citizen->id = ids.next();
        records.citizen->createdAt = now;
        citizen = records.citizen->id;
    }
    Id request = existing;
    if (how != SaveAs::AddToRequest) {
        records.request = requestFor(draft, how, citizen, actor, town, now);
        request = ids.next();
        records.request->id = request;
    }
    Contact &contact = records.contact;
    contact.id = draft.id; // so that a draft left behind by a kill is known to be saved
    contact.request = request;
    contact.citizen = citizen;
    contact.channel = draft.channel;
    contact.at = draft.startedAt;
    contact.agent = actor.user;
    contact.seconds = int(std::max<qint64>(0, (now.ms - draft.startedAt.ms) / 1000));
    contact.text = draft.text.trimmed();
    const QList<FileReference> files = filesOf(draft, town.card(draft.card));
    for (const FileReference &file : files) {
        records.attachments.append(attachmentOf(file, request, actor.user, now));
        records.attachments.last().id = ids.next();
    }
    return records;
}

} // namespace parvis

#include "ui_common/words.h"

#include "domain/permissions.h"
#include "domain/template.h"
#include "presentation/filekeeping.h"

#include <QtCore/QLocale>

namespace parvis {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString day(const QDate &date, const QString &format)
{
    return QLocale().toString(date, format);
}

} // namespace

QString word(Channel channel)
{
    switch (channel) {
    case Channel::Phone: return Words::tr("Phone");
    case Channel::WalkIn: return Words::tr("Counter");
    case Channel::Letter: return Words::tr("Letter");
    case Channel::Email: return Words::tr("E-mail");
    case Channel::Sms: return Words::tr("SMS");
    case Channel::Web: return Words::tr("Web");
    case Channel::DistrictCouncil: return Words::tr("District council");
    //: gestion urbaine et sociale de proximité: a walk through a district with its inhabitants
    case Channel::Gusp: return Words::tr("GUSP walk");
    case Channel::Patrol: return Words::tr("Patrol");
    case Channel::ElectedOfficial: return Words::tr("Elected official");
    case Channel::Internal: return Words::tr("Internal");
    }
    return {};
}

QString word(ReplyChannel channel)
{
    switch (channel) {
    case ReplyChannel::None: return Words::tr("No reply");
    case ReplyChannel::Email: return Words::tr("E-mail");
    case ReplyChannel::Sms: return Words::tr("SMS");
    case ReplyChannel::Phone: return Words::tr("Phone");
    case ReplyChannel::Letter: return Words::tr("Letter");
    case ReplyChannel::Counter: return Words::tr("Counter");
    }
    return {};
}

QString word(ReplyTone tone)
{
    switch (tone) {
    //: the tone of a text
    case ReplyTone::Neutral: return Words::tr("neutral");
    //: the tone of a text
    case ReplyTone::Formal: return Words::tr("formal");
    //: the tone of a text
    case ReplyTone::Friendly: return Words::tr("friendly");
    //: the tone of a text
    case ReplyTone::Firm: return Words::tr("firm");
    }
    return {};
}

QString word(RequestStatus status)
{
    switch (status) {
    case RequestStatus::Received: return Words::tr("To qualify");
    case RequestStatus::Assigned: return Words::tr("Assigned");
    case RequestStatus::InProgress: return Words::tr("In progress");
    case RequestStatus::Waiting: return Words::tr("Waiting");
    case RequestStatus::Answered: return Words::tr("Answered");
    case RequestStatus::Closed: return Words::tr("Closed");
    case RequestStatus::Reopened: return Words::tr("Reopened");
    }
    return {};
}

QString word(Role role)
{
    switch (role) {
    case Role::Ambassador: return Words::tr("Reception agent");
    case Role::Patroller: return Words::tr("Patroller");
    case Role::Referent: return Words::tr("Service referent");
    case Role::Head: return Words::tr("Head of service");
    case Role::Supervisor: return Words::tr("Supervisor");
    case Role::MailClerk: return Words::tr("Mail clerk");
    case Role::Dpo: return Words::tr("Data protection officer");
    case Role::Admin: return Words::tr("Administrator");
    }
    return {};
}

QString word(Holiday holiday)
{
    switch (holiday) {
    case Holiday::NewYear: return Words::tr("New Year's Day");
    case Holiday::GoodFriday: return Words::tr("Good Friday");
    case Holiday::EasterMonday: return Words::tr("Easter Monday");
    case Holiday::LabourDay: return Words::tr("Labour Day");
    case Holiday::Victory1945: return Words::tr("Victory Day 1945");
    case Holiday::Ascension: return Words::tr("Ascension Day");
    case Holiday::WhitMonday: return Words::tr("Whit Monday");
    case Holiday::NationalDay: return Words::tr("National Day");
    case Holiday::Assumption: return Words::tr("Assumption Day");
    case Holiday::AllSaints: return Words::tr("All Saints' Day");
    case Holiday::Armistice: return Words::tr("Armistice Day");
    case Holiday::Christmas: return Words::tr("Christmas Day");
    case Holiday::SaintStephen: return Words::tr("Saint Stephen's Day");
    }
    return {};
}

QString word(Kind kind)
{
    switch (kind) {
    case Kind::Unit: return Words::tr("service");
    case Kind::District: return Words::tr("district");
    case Kind::Theme: return Words::tr("theme");
    case Kind::Street: return Words::tr("street");
    case Kind::User: return Words::tr("agent");
    case Kind::Calendar: return Words::tr("calendar");
    case Kind::Card: return Words::tr("procedure card");
    case Kind::Citizen: return Words::tr("citizen");
    case Kind::Request: return Words::tr("request");
    case Kind::Contact: return Words::tr("contact");
    case Kind::Note: return Words::tr("note");
    case Kind::Attachment: return Words::tr("attachment");
    case Kind::Proposal: return Words::tr("proposal");
    case Kind::CardDraft: return Words::tr("draft of a card");
    case Kind::CardRevision: return Words::tr("revision of a card");
    case Kind::CardRemark: return Words::tr("remark on a card");
    case Kind::RoutingRule: return Words::tr("routing rule");
    case Kind::Reminder: return Words::tr("reminder");
    case Kind::Mission: return Words::tr("patrol mission");
    case Kind::Template: return Words::tr("reply template");
    case Kind::Reply: return Words::tr("reply");
    case Kind::Dispatch: return Words::tr("outgoing mail");
    case Kind::Incident: return Words::tr("incident");
    }
    return {};
}

QString word(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Applied: return Words::tr("Applied");
    case Outcome::Merged: return Words::tr("Merged");
    case Outcome::Conflict: return Words::tr("Conflict");
    case Outcome::Held: return Words::tr("Held");
    }
    return {};
}

QString word(CardKind kind)
{
    switch (kind) {
    case CardKind::Simple: return Words::tr("Simple question");
    case CardKind::Complex: return Words::tr("Needs research");
    }
    return {};
}

QString reasonWord(const QString &reason)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("documents"), QT_TRANSLATE_NOOP("Words", "missing documents")},
        {QStringLiteral("missing_documents"), QT_TRANSLATE_NOOP("Words", "missing documents")},
        {QStringLiteral("citizen"), QT_TRANSLATE_NOOP("Words", "answer awaited from the citizen")},
        {QStringLiteral("citizen_answer"), QT_TRANSLATE_NOOP("Words", "answer awaited from the citizen")},
        {QStringLiteral("third_party"), QT_TRANSLATE_NOOP("Words", "waiting for a third party")},
        {QStringLiteral("other_body"), QT_TRANSLATE_NOOP("Words", "waiting for another authority")},
        {QStringLiteral("contractor"), QT_TRANSLATE_NOOP("Words", "waiting for the contractor")},
        {QStringLiteral("site_visit"), QT_TRANSLATE_NOOP("Words", "site visit planned")},
        {QStringLiteral("committee"), QT_TRANSLATE_NOOP("Words", "goes before a committee")},
        {QStringLiteral("weather"), QT_TRANSLATE_NOOP("Words", "weather")},
        {QStringLiteral("budget"), QT_TRANSLATE_NOOP("Words", "budget")},
        {QStringLiteral("done"), QT_TRANSLATE_NOOP("Words", "done")},
        {QStringLiteral("on_the_spot"), QT_TRANSLATE_NOOP("Words", "answered on the spot")},
        {QStringLiteral("answered"), QT_TRANSLATE_NOOP("Words", "information given")},
        {QStringLiteral("transferred"), QT_TRANSLATE_NOOP("Words", "passed on to the competent authority")},
        {QStringLiteral("not_competent"), QT_TRANSLATE_NOOP("Words", "not within the town's remit")},
        {QStringLiteral("refused"), QT_TRANSLATE_NOOP("Words", "refused, with grounds")},
        {QStringLiteral("duplicate"), QT_TRANSLATE_NOOP("Words", "duplicate of another request")},
        {QStringLiteral("not_found"), QT_TRANSLATE_NOOP("Words", "nothing found on site")},
        {QStringLiteral("withdrawn"), QT_TRANSLATE_NOOP("Words", "withdrawn by the citizen")},
        {QStringLiteral("no_answer"), QT_TRANSLATE_NOOP("Words", "no answer from the citizen")},
        {QStringLiteral("unreachable"), QT_TRANSLATE_NOOP("Words", "citizen can't be reached")},
        {QStringLiteral("not_solved"), QT_TRANSLATE_NOOP("Words", "not solved")},
        {QStringLiteral("new_fact"), QT_TRANSLATE_NOOP("Words", "new fact")},
        {QStringLiteral("mistake"), QT_TRANSLATE_NOOP("Words", "closed by mistake")},
    };
    const char *text = words.value(reason, nullptr);
    return text ? Words::tr(text) : reason;
}

QString fieldWord(Kind kind, const QString &field)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("number"), QT_TRANSLATE_NOOP("Words", "number")},
        {QStringLiteral("subject"), QT_TRANSLATE_NOOP("Words", "subject")},
        {QStringLiteral("text"), QT_TRANSLATE_NOOP("Words", "text")},
        {QStringLiteral("channel"), QT_TRANSLATE_NOOP("Words", "channel")},
        {QStringLiteral("citizen"), QT_TRANSLATE_NOOP("Words", "citizen")},
        {QStringLiteral("card"), QT_TRANSLATE_NOOP("Words", "procedure card")},
        {QStringLiteral("card_revision"), QT_TRANSLATE_NOOP("Words", "revision of the card")},
        {QStringLiteral("theme"), QT_TRANSLATE_NOOP("Words", "theme")},
        {QStringLiteral("service"), QT_TRANSLATE_NOOP("Words", "service")},
        {QStringLiteral("assignee"), QT_TRANSLATE_NOOP("Words", "referent")},
        {QStringLiteral("status"), QT_TRANSLATE_NOOP("Words", "status")},
        {QStringLiteral("reason"), QT_TRANSLATE_NOOP("Words", "reason")},
        {QStringLiteral("address"), QT_TRANSLATE_NOOP("Words", "address")},
        {QStringLiteral("district"), QT_TRANSLATE_NOOP("Words", "district")},
        {QStringLiteral("latitude"), QT_TRANSLATE_NOOP("Words", "latitude")},
        {QStringLiteral("longitude"), QT_TRANSLATE_NOOP("Words", "longitude")},
        {QStringLiteral("received_at"), QT_TRANSLATE_NOOP("Words", "received on")},
        {QStringLiteral("due_on"), QT_TRANSLATE_NOOP("Words", "due date")},
        {QStringLiteral("suspensions"), QT_TRANSLATE_NOOP("Words", "suspensions of the delay")},
        {QStringLiteral("missing"), QT_TRANSLATE_NOOP("Words", "missing documents")},
        {QStringLiteral("answered_at"), QT_TRANSLATE_NOOP("Words", "answered on")},
        {QStringLiteral("closed_at"), QT_TRANSLATE_NOOP("Words", "closed on")},
        {QStringLiteral("reply_channel"), QT_TRANSLATE_NOOP("Words", "reply wanted by")},
        {QStringLiteral("on_the_spot"), QT_TRANSLATE_NOOP("Words", "answered on the spot")},
        {QStringLiteral("confidential"), QT_TRANSLATE_NOOP("Words", "confidential")},
        {QStringLiteral("form"), QT_TRANSLATE_NOOP("Words", "fields of the card")},
        {QStringLiteral("tags"), QT_TRANSLATE_NOOP("Words", "tags")},
        {QStringLiteral("authority"), QT_TRANSLATE_NOOP("Words", "competent authority")},
        {QStringLiteral("checked"), QT_TRANSLATE_NOOP("Words", "checklist")},
        {QStringLiteral("parent"), QT_TRANSLATE_NOOP("Words", "part of")},
        {QStringLiteral("incident"), QT_TRANSLATE_NOOP("Words", "incident")},
        {QStringLiteral("merged_into"), QT_TRANSLATE_NOOP("Words", "merged into")},
        {QStringLiteral("incident_metres"), QT_TRANSLATE_NOOP("Words", "radius of an incident, in metres")},
        {QStringLiteral("incident_days"), QT_TRANSLATE_NOOP("Words", "days between two reports of an incident")},
        {QStringLiteral("incident_confidence"), QT_TRANSLATE_NOOP("Words", "gathered by itself from (per cent)")},
        {QStringLiteral("satisfaction"), QT_TRANSLATE_NOOP("Words", "satisfaction")},
        {QStringLiteral("created_by"), QT_TRANSLATE_NOOP("Words", "recorded by")},
        {QStringLiteral("external_id"), QT_TRANSLATE_NOOP("Words", "external reference")},
        {QStringLiteral("civility"), QT_TRANSLATE_NOOP("Words", "title")},
        {QStringLiteral("last_name"), QT_TRANSLATE_NOOP("Words", "last name")},
        {QStringLiteral("first_name"), QT_TRANSLATE_NOOP("Words", "first name")},
        {QStringLiteral("organisation"), QT_TRANSLATE_NOOP("Words", "organisation")},
        {QStringLiteral("phone"), QT_TRANSLATE_NOOP("Words", "phone")},
        {QStringLiteral("phone2"), QT_TRANSLATE_NOOP("Words", "second phone")},
        {QStringLiteral("email"), QT_TRANSLATE_NOOP("Words", "e-mail")},
        {QStringLiteral("remark"), QT_TRANSLATE_NOOP("Words", "remark")},
        {QStringLiteral("created_at"), QT_TRANSLATE_NOOP("Words", "created on")},
        {QStringLiteral("request"), QT_TRANSLATE_NOOP("Words", "request")},
        {QStringLiteral("outgoing"), QT_TRANSLATE_NOOP("Words", "direction")},
        {QStringLiteral("at"), QT_TRANSLATE_NOOP("Words", "time")},
        {QStringLiteral("agent"), QT_TRANSLATE_NOOP("Words", "agent")},
        {QStringLiteral("author"), QT_TRANSLATE_NOOP("Words", "author")},
        {QStringLiteral("seconds"), QT_TRANSLATE_NOOP("Words", "duration")},
        {QStringLiteral("redacted"), QT_TRANSLATE_NOOP("Words", "redacted")},
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("Words", "name")},
        {QStringLiteral("title"), QT_TRANSLATE_NOOP("Words", "card title")},
        {QStringLiteral("summary"), QT_TRANSLATE_NOOP("Words", "summary")},
        {QStringLiteral("keywords"), QT_TRANSLATE_NOOP("Words", "keywords")},
        {QStringLiteral("citizen_words"), QT_TRANSLATE_NOOP("Words", "citizens' words")},
        {QStringLiteral("audience"), QT_TRANSLATE_NOOP("Words", "for whom")},
        {QStringLiteral("ask"), QT_TRANSLATE_NOOP("Words", "Ask")},
        {QStringLiteral("say"), QT_TRANSLATE_NOOP("Words", "Say")},
        {QStringLiteral("steps"), QT_TRANSLATE_NOOP("Words", "Do")},
        {QStringLiteral("documents"), QT_TRANSLATE_NOOP("Words", "documents needed")},
        {QStringLiteral("price"), QT_TRANSLATE_NOOP("Words", "price")},
        {QStringLiteral("location"), QT_TRANSLATE_NOOP("Words", "where")},
        {QStringLiteral("law"), QT_TRANSLATE_NOOP("Words", "legal references")},
        {QStringLiteral("service_by_district"), QT_TRANSLATE_NOOP("Words", "service by district")},
        {QStringLiteral("referent"), QT_TRANSLATE_NOOP("Words", "referent of the card")},
        {QStringLiteral("complexity"), QT_TRANSLATE_NOOP("Words", "kind of question")},
        {QStringLiteral("delay_days"), QT_TRANSLATE_NOOP("Words", "delay in working days")},
        {QStringLiteral("silence"), QT_TRANSLATE_NOOP("Words", "silence of the town")},
        {QStringLiteral("acknowledgement"), QT_TRANSLATE_NOOP("Words", "acknowledgement")},
        {QStringLiteral("reply_templates"), QT_TRANSLATE_NOOP("Words", "reply templates")},
        {QStringLiteral("reply_circuit"), QT_TRANSLATE_NOOP("Words", "circuit of replies")},
        {QStringLiteral("retention_months"), QT_TRANSLATE_NOOP("Words", "kept for (months)")},
        {QStringLiteral("see_also"), QT_TRANSLATE_NOOP("Words", "see also")},
        {QStringLiteral("valid_from"), QT_TRANSLATE_NOOP("Words", "valid from")},
        {QStringLiteral("valid_until"), QT_TRANSLATE_NOOP("Words", "valid until")},
        {QStringLiteral("review_months"), QT_TRANSLATE_NOOP("Words", "reviewed every (months)")},
        {QStringLiteral("review_on"), QT_TRANSLATE_NOOP("Words", "next review")},
        {QStringLiteral("needs_place"), QT_TRANSLATE_NOOP("Words", "needs a place")},
        {QStringLiteral("archived"), QT_TRANSLATE_NOOP("Words", "archived")},
        {QStringLiteral("code"), QT_TRANSLATE_NOOP("Words", "code")},
        {QStringLiteral("absent"), QT_TRANSLATE_NOOP("Words", "absent")},
        {QStringLiteral("handled"), QT_TRANSLATE_NOOP("Words", "answered")},
        {QStringLiteral("absences"), QT_TRANSLATE_NOOP("Words", "absences")},
        {QStringLiteral("stands_for"), QT_TRANSLATE_NOOP("Words", "stands for")},
        {QStringLiteral("roles"), QT_TRANSLATE_NOOP("Words", "roles")},
        {QStringLiteral("services"), QT_TRANSLATE_NOOP("Words", "services")},
        {QStringLiteral("cleared"), QT_TRANSLATE_NOOP("Words", "sees confidential requests")},
        {QStringLiteral("disabled"), QT_TRANSLATE_NOOP("Words", "out of use")},
        {QStringLiteral("head"), QT_TRANSLATE_NOOP("Words", "in charge")},
        {QStringLiteral("assignment"), QT_TRANSLATE_NOOP("Words", "assignment")},
        {QStringLiteral("closed"), QT_TRANSLATE_NOOP("Words", "closed")},
        {QStringLiteral("successor"), QT_TRANSLATE_NOOP("Words", "successor")},
        {QStringLiteral("policy"), QT_TRANSLATE_NOOP("Words", "reminders and alerts")},
        {QStringLiteral("closures"), QT_TRANSLATE_NOOP("Words", "closures")},
        {QStringLiteral("opening"), QT_TRANSLATE_NOOP("Words", "opening hours")},
        {QStringLiteral("zone"), QT_TRANSLATE_NOOP("Words", "time zone")},
        {QStringLiteral("login"), QT_TRANSLATE_NOOP("Words", "login")},
        {QStringLiteral("level"), QT_TRANSLATE_NOOP("Words", "kind of unit")},
        {QStringLiteral("referents"), QT_TRANSLATE_NOOP("Words", "referents")},
        {QStringLiteral("notify"), QT_TRANSLATE_NOOP("Words", "how they are told")},
        {QStringLiteral("password_at"), QT_TRANSLATE_NOOP("Words", "password")},
        {QStringLiteral("alsace_moselle"), QT_TRANSLATE_NOOP("Words", "holidays of Alsace-Moselle")},
        {QStringLiteral("position"), QT_TRANSLATE_NOOP("Words", "place in the order")},
        {QStringLiteral("over_card"), QT_TRANSLATE_NOOP("Words", "also where the card names a service")},
        {QStringLiteral("cards"), QT_TRANSLATE_NOOP("Words", "cards")},
        {QStringLiteral("themes"), QT_TRANSLATE_NOOP("Words", "themes")},
        {QStringLiteral("districts"), QT_TRANSLATE_NOOP("Words", "districts")},
        {QStringLiteral("layer"), QT_TRANSLATE_NOOP("Words", "division")},
        {QStringLiteral("geometry"), QT_TRANSLATE_NOOP("Words", "outline")},
        {QStringLiteral("channels"), QT_TRANSLATE_NOOP("Words", "channels")},
        {QStringLiteral("words"), QT_TRANSLATE_NOOP("Words", "words said")},
        {QStringLiteral("short_name"), QT_TRANSLATE_NOOP("Words", "short name")},
        {QStringLiteral("removed"), QT_TRANSLATE_NOOP("Words", "taken away")},
        {QStringLiteral("state"), QT_TRANSLATE_NOOP("Words", "state")},
        {QStringLiteral("step"), QT_TRANSLATE_NOOP("Words", "step")},
        {QStringLiteral("circuit"), QT_TRANSLATE_NOOP("Words", "circuit")},
        {QStringLiteral("base"), QT_TRANSLATE_NOOP("Words", "based on revision")},
        {QStringLiteral("purpose"), QT_TRANSLATE_NOOP("Words", "purpose")},
        {QStringLiteral("instructions"), QT_TRANSLATE_NOOP("Words", "instructions")},
        {QStringLiteral("patroller"), QT_TRANSLATE_NOOP("Words", "patroller")},
        {QStringLiteral("findings"), QT_TRANSLATE_NOOP("Words", "findings")},
        {QStringLiteral("safety"), QT_TRANSLATE_NOOP("Words", "safety")},
        {QStringLiteral("measures"), QT_TRANSLATE_NOOP("Words", "measures")},
        {QStringLiteral("materials"), QT_TRANSLATE_NOOP("Words", "materials")},
        {QStringLiteral("minutes"), QT_TRANSLATE_NOOP("Words", "time estimate")},
        {QStringLiteral("target"), QT_TRANSLATE_NOOP("Words", "goes to")},
        {QStringLiteral("photos"), QT_TRANSLATE_NOOP("Words", "photos")},
        {QStringLiteral("reported_at"), QT_TRANSLATE_NOOP("Words", "reported on")},
    };
    if (kind == Kind::Request && field == QLatin1String("text"))
        return Words::tr("what the citizen said");
    if (field == QLatin1String("parent") && kind != Kind::Request)
        return Words::tr("what it stands under");
    const char *text = words.value(field, nullptr);
    return text ? Words::tr(text) : field;
}

QString valueWord(const QJsonValue &value, FormFieldType type)
{
    if (value.isBool())
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    if (value.isDouble())
        return QLocale().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    const QDate day = type == FormFieldType::Date ? QDate::fromString(value.toString(), Qt::ISODate) : QDate();
    if (day.isValid())
        return shortDay(day);
    if (const auto file = fileReferenceFrom(value))
        //: a file and its size
        return Words::tr("%1 (%2)").arg(file->name, QLocale().formattedDataSize(file->bytes, 0));
    return valueText(value);
}

QString sentence(FieldFault fault, FormFieldType type)
{
    switch (fault) {
    case FieldFault::Missing: return Words::tr("The card asks for this. The same key again saves without it.");
    case FieldFault::NotAnOption:
        return Words::tr("This is no longer a choice of the card. The same key again saves it all the same.");
    case FieldFault::BadPlate:
        return Words::tr("No plate looks like this: AB-123-CD or 1234 AB 51. The same key again saves it all the same.");
    case FieldFault::BadDate: return Words::tr("This can't be read as a date. The same key again saves it as words.");
    case FieldFault::BadNumber: return Words::tr("This can't be read as a number. The same key again saves it as words.");
    case FieldFault::WrongType:
        return type == FormFieldType::File
                   ? Words::tr("The file is not read yet. Wait a moment, or choose it again.")
                   : Words::tr("The card asks for something else here now. The same key again saves it all the same.");
    }
    return {};
}

QString sentence(Refusal refusal)
{
    switch (refusal) {
    case Refusal::None: return {};
    case Refusal::LostRace: return Words::tr("Somebody else's change came first. Yours is kept: compare the two and choose.");
    case Refusal::NotAllowed: return Words::tr("Your role does not allow this change. It is kept for a supervisor.");
    case Refusal::OutOfScope:
        return Words::tr("This request belongs to a service that is not yours any more. Your work is kept for a supervisor.");
    case Refusal::UnknownTarget: return Words::tr("What was to be changed does not exist at the hub. Your work is kept here.");
    case Refusal::AlreadyThere: return Words::tr("The same record exists already. Nothing was doubled.");
    case Refusal::WrongValue: return Words::tr("A value is not of the right form. Correct it and save again.");
    case Refusal::WrongMove: return Words::tr("The request can't go from its present status to that one.");
    case Refusal::ReasonMissing: return Words::tr("This status needs a reason: choose one or write it.");
    case Refusal::MissingField: return Words::tr("A required field is empty. Fill it in and save again.");
    case Refusal::FixedField: return Words::tr("This field can't be changed after creation.");
    case Refusal::NoValidators:
        return Words::tr(
            "Nobody is set to validate the cards of this service. The draft is kept: an administrator sets the circuit.");
    case Refusal::Superseded:
        return Words::tr(
            "A newer revision of this card was published meanwhile. Your draft is kept: base it on that one and submit again.");
    case Refusal::CitizenNotTold: return Words::tr("The citizen has not been told yet: answer first, or say why nobody is told.");
    case Refusal::ReopenedTooLate:
        return Words::tr("The delay for reopening is over. Record a new request as a part of this one.");
    }
    return {};
}

QString sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return Words::tr("Something in the form is not right. Nothing was saved yet: correct it and try again.");
    case ErrorCode::InvalidTransition:
        return Words::tr("The request can't go from its present status to that one. Nothing was changed.");
    case ErrorCode::NotFound:
        return Words::tr("It can't be found on this desk. It may have moved to a service that you don't see.");
    case ErrorCode::AlreadyExists: return Words::tr("It exists already. Nothing was doubled.");
    case ErrorCode::Forbidden:
        return Words::tr("Your role does not allow this. Nothing was changed; ask your administrator if it should.");
    case ErrorCode::Unauthenticated:
        return Words::tr(
            "Login or password are not right, or the session has ended. Your work is safe on this desk: sign in again.");
    case ErrorCode::Storage:
        return Words::tr("The desk's database answered with an error. What was saved is safe: try again, and tell your "
                         "administrator if it happens twice.");
    case ErrorCode::StorageFull:
        return Words::tr(
            "The disk of this computer is full. What you typed is kept as a draft: free some space, then save again.");
    case ErrorCode::StorageNewer:
        return Words::tr(
            "The desk's database was written by a newer version of Parvis. Nothing was touched: update this computer.");
    case ErrorCode::StorageKey:
        return Words::tr("The password does not open the database of this desk. Nothing was touched: check the password, or the "
                         "capital-letters key.");
    case ErrorCode::NoEncryption:
        return Words::tr("This computer lacks the encryption library, so the database stays closed. Nothing was written: ask "
                         "your administrator to install SQLCipher.");
    case ErrorCode::Network:
        return Words::tr("The hub does not answer. You can work on: everything is kept here and sent when it answers again.");
    case ErrorCode::Certificate:
        return Words::tr("The server that answers is not the one this desk knows. Nothing was sent: check the address, and tell "
                         "your administrator.");
    case ErrorCode::Protocol:
        return Words::tr("The server gave an answer that Parvis does not understand. Nothing is lost: check the address, and "
                         "tell your administrator.");
    case ErrorCode::MutationGap:
        return Words::tr("The hub misses some of this desk's work. It is being sent again; there is nothing to do.");
    case ErrorCode::MutationReused:
        return Words::tr("The hub refused a piece of work with a number that it knows. It is kept here: see the Sync page.");
    case ErrorCode::HistoryDiverged:
        return Words::tr("The hub was restored from a backup. This desk is catching up and sends again what is missing; there is "
                         "nothing to do.");
    case ErrorCode::CursorExpired:
        return Words::tr("This desk was away for long and fetches everything anew. Your pending work is safe.");
    case ErrorCode::WrongOffset:
    case ErrorCode::DigestMismatch:
        return Words::tr("A file did not come across as it was. It is sent again; there is nothing to do.");
    case ErrorCode::TooLarge: return Words::tr("It is too large for the hub. It is kept here: shorten it and save again.");
    case ErrorCode::SchemaTooOld:
        return Words::tr("This version of Parvis is too old for the hub. Your work is still sent, but news can't be received: "
                         "update this computer.");
    case ErrorCode::Throttled: return Words::tr("Too many attempts. Nothing is lost: wait a moment, then try again.");
    case ErrorCode::Unavailable: return Words::tr("The hub is busy or stopping. Your work is safe here and will be sent later.");
    case ErrorCode::Aborted: return Words::tr("Stopped before the end. What was done so far is kept; you can go on later.");
    }
    return {};
}

QString sentence(const Error &error)
{
    const QString text = sentence(error.code);
    if (error.retryAfterSeconds <= 0)
        return text;
    return text + u' ' + Words::tr("Next attempt in %n second(s).", nullptr, error.retryAfterSeconds);
}

QString whyNoFile(const QString &name, const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::InvalidInput: return Words::tr("%1 can't be read; choose another file.").arg(name);
    case ErrorCode::TooLarge:
        return Words::tr("%1 is larger than %2: make it smaller, or send it another way.").arg(name, bytesText(largestFile));
    case ErrorCode::StorageFull: return Words::tr("There is no room left on this computer for %1. Your text is kept.").arg(name);
    default: return Words::tr("%1 could not be kept on this computer; try again.").arg(name);
    }
}

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1024 * 1024 ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

QString humanDelay(const Delay &delay)
{
    switch (delay.state) {
    case DelayState::OnTime:
        if (delay.workingDays <= 1)
            return Words::tr("tomorrow");
        return Words::tr("in %n working day(s)", nullptr, delay.workingDays);
    case DelayState::DueToday: return Words::tr("today");
    case DelayState::Late: return Words::tr("%n day(s) late", nullptr, std::max(1, delay.workingDays));
    case DelayState::Stopped: return Words::tr("on hold");
    case DelayState::Done: return Words::tr("done");
    //: no day was promised
    case DelayState::None: return Words::tr("no date");
    }
    return {};
}

QString explained(const CalendarStep &step)
{
    const QString date = longDay(step.day);
    switch (step.what) {
    case CalendarStep::What::Received: return Words::tr("%1: received").arg(date);
    case CalendarStep::What::ReceivedClosed: return Words::tr("%1: received outside opening hours").arg(date);
    case CalendarStep::What::Counted: return Words::tr("%1: working day %2").arg(date).arg(step.count);
    case CalendarStep::What::Weekend: return Words::tr("%1: not counted, weekend").arg(date);
    case CalendarStep::What::Holiday: return Words::tr("%1: not counted, %2").arg(date, word(step.holiday));
    case CalendarStep::What::Suspended:
        //: %2: "missing documents", "the citizen's answer"
        return Words::tr("%1: not counted, on hold: %2").arg(date, reasonWord(step.reason));
    case CalendarStep::What::Closure:
        if (step.closure.isEmpty())
            return Words::tr("%1: not counted, closed").arg(date);
        return Words::tr("%1: not counted, %2").arg(date, step.closure);
    }
    return {};
}

QString longDay(const QDate &date)
{
    //: a date in words without its year, as QLocale::toString() takes it: "Tuesday 8 December"
    return day(date, Words::tr("dddd d MMMM"));
}

QString shortDay(const QDate &date)
{
    //: a date in figures, as QLocale::toString() takes it: "08/12/2026"
    return day(date, Words::tr("dd/MM/yyyy"));
}

QString timeText(Instant at, const QTimeZone &zone)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at.ms, zone).time(), QStringLiteral("HH:mm"));
}

QString momentText(Instant at, const QTimeZone &zone, const QDate &today)
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(at.ms, zone).date();
    const QString time = timeText(at, zone);
    if (date == today)
        return time;
    if (date == today.addDays(-1))
        return Words::tr("yesterday %1").arg(time);
    if (date.year() == today.year())
        //: day and month of this year, as QLocale::toString() takes it: "8 Dec."
        return day(date, Words::tr("d MMM")) + u' ' + time;
    return shortDay(date) + u' ' + time;
}

} // namespace parvis

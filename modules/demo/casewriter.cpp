#include "demo/casewriter.h"

#include "domain/servicepolicy.h"
#include "domain/suspension.h"
#include "domain/workflow.h"
#include "geo/demobase.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 86'400'000;
constexpr qint64 historyMs = 366 * dayMs;

QString lowered(const QString &name)
{
    return name.left(1).toLower() + name.mid(1);
}

QJsonArray waitFrom(const QDate &day, const QString &reason)
{
    const bool isForDocuments = asksForDocuments(RequestStatus::Waiting, reason);
    return toJson({Suspension{day, {}, reason, isForDocuments ? day.addDays(usualPolicy().documentsWithin) : QDate()}});
}

} // namespace

//! When what happened; an instant that is not set, or lies after the demo's present, has not happened.
struct CaseWriter::Course
{
    Instant assigned, started, waitingFrom, waitingTo, answered, closed;
    QString waitingReason, closingReason;
    RequestStatus status = RequestStatus::Received;
    Id referent, ambassador;
};

CaseWriter::CaseWriter(const TownData &town, Chance &chance, Instant until)
    : m_town(town), m_chance(chance), m_until(until), m_calendar(town.calendar)
{}

void CaseWriter::write(const Reception &reception, QList<IntakeRecord> &into)
{
    Request r;
    r.id = makeId(reception.at, m_chance.generator());
    r.channel = reception.channel;
    r.receivedAt = reception.at;
    m_person = reception.person;
    m_day = m_calendar.localDay(reception.at);
    if (reception.person)
        r.citizen = reception.person->id;
    const CardHabits *habits = reception.card >= 0 ? &m_town.cards.at(reception.card) : nullptr;
    if (habits) {
        r.card = habits->card.id;
        r.cardRevision = habits->card.revision;
        r.theme = habits->card.theme;
        r.confidential = habits->card.confidential;
    }
    place(reception, r);
    if (habits)
        r.service = routedService(habits->card, r.district);
    r.dueOn = m_due = dueDay(reception.at, habits ? delayOf(habits->card) : 10);
    const auto replies = m_town.replies.constFind(reception.channel);
    if (reception.person && replies != m_town.replies.constEnd() && !replies->isEmpty())
        r.replyChannel = replies->draw(m_chance);
    if (r.replyChannel == ReplyChannel::Email && !reception.person->hasEmail)
        r.replyChannel = ReplyChannel::Phone;

    const Course course = plan(reception, r);
    m_agent.clear();
    for (const User &u : m_town.users) {
        if (u.id == (course.referent.isNull() ? course.ambassador : course.referent))
            m_agent = u.name;
    }
    speak(reception, r);
    if (habits)
        fillForm(*habits, r);
    r.createdBy = course.ambassador;
    r.onTheSpot = course.closingReason == "on_the_spot"_L1;

    const bool told = reception.at.ms > m_until.ms - historyMs && !r.onTheSpot;
    if (told) { // created as the desk saved it; what followed is patched
        r.status = r.service.isNull() ? RequestStatus::Received : RequestStatus::Assigned;
        r.assignee = r.service.isNull() ? Id() : course.referent;
        into.append({Verb::Create, Kind::Request, r.id, toDocument(r), reception.at, course.ambassador});
        talk(reception, course, r, into);
        steps(course, habits, r, into);
        return;
    }
    r.status = course.status;
    r.assignee = course.referent;
    if (r.status == RequestStatus::Waiting) {
        r.reason = course.waitingReason;
        if (isClockStopped(r.status, r.reason))
            r.suspensions = waitFrom(m_calendar.localDay(course.waitingFrom), r.reason);
        r.missing = owed(habits, r.reason);
    }
    if (r.status == RequestStatus::Closed)
        r.reason = course.closingReason;
    if (!isOpen(r.status))
        r.answeredAt = course.answered;
    if (r.status == RequestStatus::Closed)
        r.closedAt = course.closed;
    into.append({Verb::Create, Kind::Request, r.id, toDocument(r), reception.at, course.ambassador});
    talk(reception, course, r, into);
}

void CaseWriter::place(const Reception &reception, Request &r)
{
    const bool needed = reception.card >= 0 && m_town.cards.at(reception.card).card.needsPlace;
    qsizetype spot = -1;
    if (needed && m_lastPlace.contains(reception.card) && m_chance.hits(0.12)) {
        // Somebody else reports the same thing: next door at most.
        std::tie(spot, m_number) = std::pair(m_lastPlace[reception.card].first, m_lastPlace[reception.card].second);
        m_number = std::max(1, m_number + m_chance.between(-1, 1) * 2);
    } else if (needed || !reception.person) {
        spot = reception.person && m_chance.hits(0.55)
                   ? reception.person->home
                   : m_town.spotsByDistrict.at(m_town.anyDistrict.draw(m_chance)).draw(m_chance);
        m_number = m_chance.between(1, std::max(2, m_town.spots.at(spot).lastNumber));
    } else {
        spot = reception.person->home;
        m_number = reception.person->number;
    }
    m_spot = &m_town.spots.at(spot);
    r.district = m_spot->district;
    if (!needed)
        return;
    m_lastPlace[reception.card] = {spot, m_number};
    r.address = u"%1 %2"_s.arg(m_number).arg(lowered(m_spot->name));
    const Position house = houseAt({m_spot->name, {m_spot->latitude, m_spot->longitude}, m_spot->lastNumber}, m_number);
    r.latitude = house.latitude;
    r.longitude = house.longitude;
}

QDate CaseWriter::dueDay(Instant at, int workingDays)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.ms, m_calendar.zone());
    const qint64 key = (local.date().toJulianDay() * 2 + (local.time().hour() >= 17 ? 1 : 0)) * 128 + workingDays;
    auto it = m_dueDays.constFind(key);
    if (it == m_dueDays.constEnd())
        it = m_dueDays.insert(key, m_calendar.dueDate(at, workingDays).day);
    return *it;
}

QDate CaseWriter::workingDayAfter(QDate day, int workingDays)
{
    while (workingDays > 0 || !m_calendar.isWorkingDay(day)) {
        day = day.addDays(1);
        if (m_calendar.isWorkingDay(day))
            --workingDays;
    }
    return day;
}

Instant CaseWriter::workingMoment(const QDate &day)
{
    return {m_calendar.startOfDay(day).ms + (9 * 60 + m_chance.below(7 * 60 + 45)) * minuteMs + m_chance.below(60) * 1000};
}

CaseWriter::Course CaseWriter::plan(const Reception &reception, const Request &r)
{
    Course c;
    c.ambassador = m_chance.pick(m_town.ambassadors);
    const CardHabits *habits = reception.card >= 0 ? &m_town.cards.at(reception.card) : nullptr;
    const bool live = reception.channel == Channel::Phone || reception.channel == Channel::WalkIn;
    if (habits && live && !reception.openOnPurpose && m_chance.hits(habits->onTheSpot)) {
        c.status = RequestStatus::Closed;
        c.answered = c.closed = reception.at;
        c.closingReason = u"on_the_spot"_s;
        return c;
    }
    if (const Service *service = m_town.service(r.service); service && !service->referents.isEmpty())
        c.referent = m_chance.pick(service->referents);
    const int delay = habits ? delayOf(habits->card) : 10;
    const bool late = !m_chance.hits(m_town.onTime);
    const int taken = late ? delay + m_chance.between(1, delay == 2 ? 4 : 9)
                           : std::min(delay, int(std::lround(m_chance.skewed(delay * 0.5, 0.5))));
    const auto notBefore = [](Instant at, Instant least) { return at.ms > least.ms ? at : Instant{least.ms + 7 * minuteMs}; };
    const QDate start = workingDayAfter(m_day, 0);
    c.answered = notBefore(workingMoment(workingDayAfter(start, reception.openOnPurpose ? delay + 20 : taken)), reception.at);
    // The last day is looked at in its afternoon: a part of what is promised for it is still to be done.
    if (r.dueOn == m_calendar.localDay(m_until) && m_chance.hits(0.4))
        c.answered = workingMoment(workingDayAfter(r.dueOn, 1));
    const qint64 span = c.answered.ms - reception.at.ms;
    c.assigned = reception.at;
    c.started = {reception.at.ms + qint64(double(span) * (0.1 + 0.3 * m_chance.unit()))};
    if (m_chance.hits(delay <= 2 ? m_town.waitingSimple : m_town.waitingComplex)) {
        c.waitingFrom = {reception.at.ms + qint64(double(span) * (0.45 + 0.15 * m_chance.unit()))};
        c.waitingTo = {reception.at.ms + qint64(double(span) * (0.75 + 0.2 * m_chance.unit()))};
        c.waitingReason = m_town.waiting.draw(m_chance);
    }
    c.closed = notBefore(workingMoment(workingDayAfter(m_calendar.localDay(c.answered), m_chance.below(3))), c.answered);
    c.closingReason = m_town.closing.draw(m_chance);

    const auto past = [this](Instant at) { return at.isSet() && at.ms <= m_until.ms; };
    if (past(c.closed))
        c.status = RequestStatus::Closed;
    else if (past(c.answered))
        c.status = RequestStatus::Answered;
    else if (past(c.waitingFrom) && !past(c.waitingTo))
        c.status = RequestStatus::Waiting;
    else if (r.service.isNull())
        c.status = RequestStatus::Received;
    else
        c.status = past(c.started) ? RequestStatus::InProgress : RequestStatus::Assigned;
    return c;
}

//! What the citizen has not brought: the first that the card asks for.
QJsonArray CaseWriter::owed(const CardHabits *habits, const QString &reason)
{
    if (!asksForDocuments(RequestStatus::Waiting, reason))
        return {};
    const bool isNamed = habits && !habits->card.documents.isEmpty();
    return {isNamed ? habits->card.documents.first() : QJsonValue(u"Justificatif de domicile de moins de trois mois"_s)};
}

void CaseWriter::steps(const Course &c, const CardHabits *habits, const Request &r, QList<IntakeRecord> &into)
{
    const auto step = [&](Instant at, const Id &actor, const QJsonObject &set) {
        if (at.isSet() && at.ms <= m_until.ms)
            into.append({Verb::Patch, Kind::Request, r.id, set, at, actor});
    };
    Id service = r.service, referent = c.referent;
    if (service.isNull() && c.status != RequestStatus::Received) {
        // The desk qualified it in the hour: somebody in a service took it over.
        const Service &taker = m_chance.pick(m_town.services);
        service = taker.unit.id;
        referent = taker.referents.isEmpty() ? Id() : m_chance.pick(taker.referents);
        QJsonObject set{{"status"_L1, token(RequestStatus::Assigned)}, {"service"_L1, idText(service)}};
        if (!referent.isNull())
            set.insert("assignee"_L1, idText(referent));
        step({std::min(r.receivedAt.ms + 40 * minuteMs, c.started.ms)}, c.ambassador, set);
    }
    if (service.isNull())
        return;
    const Id actor = referent.isNull() ? c.ambassador : referent;
    step(c.started, actor, {{"status"_L1, token(RequestStatus::InProgress)}});
    if (c.waitingFrom.isSet()) {
        QJsonObject begun{{"status"_L1, token(RequestStatus::Waiting)}, {"reason"_L1, c.waitingReason}};
        QJsonObject ended{{"status"_L1, token(RequestStatus::InProgress)}, {"reason"_L1, QJsonValue()}};
        if (isClockStopped(RequestStatus::Waiting, c.waitingReason)) {
            Request waiting = r;
            waiting.suspensions = waitFrom(m_calendar.localDay(c.waitingFrom), c.waitingReason);
            waiting.missing = owed(habits, c.waitingReason);
            begun.insert("suspensions"_L1, waiting.suspensions);
            if (!waiting.missing.isEmpty())
                begun.insert("missing"_L1, waiting.missing);
            const QJsonObject changes =
                clockChanges(waiting, RequestStatus::InProgress, {}, m_calendar.localDay(c.waitingTo), m_calendar);
            for (auto it = changes.begin(); it != changes.end(); ++it)
                ended.insert(it.key(), it.value());
        }
        step(c.waitingFrom, actor, begun);
        step(c.waitingTo, actor, ended);
    }
    step(c.answered, actor, {{"status"_L1, token(RequestStatus::Answered)}, {"answered_at"_L1, c.answered.ms}});
    step(c.closed, actor,
         {{"status"_L1, token(RequestStatus::Closed)}, {"reason"_L1, c.closingReason}, {"closed_at"_L1, c.closed.ms}});
}

void CaseWriter::talk(const Reception &reception, const Course &course, const Request &r, QList<IntakeRecord> &into)
{
    const CardHabits *habits = reception.card >= 0 ? &m_town.cards.at(reception.card) : nullptr;
    const auto contact = [&](Instant at, bool outgoing, const Id &agent, Channel channel, const QString &text) {
        Contact c;
        c.id = makeId(at, m_chance.generator());
        c.request = r.id;
        c.citizen = r.citizen;
        c.channel = channel;
        c.outgoing = outgoing;
        c.at = at;
        c.agent = agent;
        c.seconds = int(m_chance.skewed(m_town.minutes.value(channel, 3) * 60, 0.6));
        c.text = text;
        into.append({Verb::Create, Kind::Contact, c.id, toDocument(c), at, agent});
    };
    contact(reception.at, false, course.ambassador, reception.channel, {});
    const Instant end{std::min(course.answered.ms, m_until.ms)};
    const int calls = m_town.contactsPerRequest.draw(m_chance);
    for (int i = 1; i < calls && r.onTheSpot == false && end.ms - reception.at.ms > 2 * dayMs; ++i) {
        static const QStringList again{u"Rappelle pour savoir où en est sa demande."_s, u"Demande si un passage est prévu."_s,
                                       u"Précise que le problème est toujours là."_s,
                                       u"Laisse un numéro où être rappelé dans la journée."_s,
                                       u"Souhaite connaître la date de réponse ; échéance redite."_s};
        const QDate day = workingDayAfter(m_day, 1 + i);
        const Instant at = workingMoment(day);
        if (at.ms < end.ms)
            contact(at, false, m_chance.pick(m_town.ambassadors), Channel::Phone, m_chance.pick(again));
    }
    if (habits && !habits->notes.isEmpty() && end.ms > reception.at.ms && !course.referent.isNull() && m_chance.hits(0.55)) {
        Note n;
        n.at = {reception.at.ms + qint64(double(end.ms - reception.at.ms) * (0.2 + 0.6 * m_chance.unit()))};
        n.id = makeId(n.at, m_chance.generator());
        n.request = r.id;
        n.author = course.referent;
        m_day = m_calendar.localDay(n.at);
        n.text = filled(m_chance.pick(habits->notes));
        m_day = m_calendar.localDay(reception.at);
        into.append({Verb::Create, Kind::Note, n.id, toDocument(n), n.at, n.author});
    }
    const bool answered = !r.onTheSpot && course.answered.ms <= m_until.ms;
    if (answered && habits && !habits->replies.isEmpty() && r.replyChannel != ReplyChannel::None) {
        static const QHash<ReplyChannel, Channel> by{{ReplyChannel::Email, Channel::Email},
                                                     {ReplyChannel::Sms, Channel::Sms},
                                                     {ReplyChannel::Phone, Channel::Phone},
                                                     {ReplyChannel::Letter, Channel::Letter},
                                                     {ReplyChannel::Counter, Channel::WalkIn}};
        contact(course.answered, true, course.referent.isNull() ? course.ambassador : course.referent, by.value(r.replyChannel),
                filled(m_chance.pick(habits->replies)));
    }
}

//! As an agent fills it: what is asked for, most of the rest, never what is hidden. Free words only where the town has some; a
//! file stays empty, for there is none.
void CaseWriter::fillForm(const CardHabits &habits, Request &r)
{
    const FormFields fields = formFieldsFrom(habits.card.form);
    for (const FormField &field : fields) {
        if (!isShown(fields, field, r.form) || (!field.required && !m_chance.hits(0.6)))
            continue;
        const QJsonValue value = formValue(field);
        if (!isEmptyValue(value))
            r.form.insert(field.code, value);
    }
}

QJsonValue CaseWriter::formValue(const FormField &field)
{
    switch (field.type) {
    case FormFieldType::Plate: return slot(u"plate"_s);
    case FormFieldType::Date: return formDay(field).toString(Qt::ISODate);
    case FormFieldType::Number: return m_chance.between(1, 6);
    case FormFieldType::YesNo: return m_chance.hits(0.4);
    case FormFieldType::Choice: return field.options.isEmpty() ? QJsonValue() : QJsonValue(m_chance.pick(field.options));
    case FormFieldType::Choices: {
        QJsonArray chosen;
        for (const QString &option : field.options) {
            if (m_chance.hits(1.5 / double(field.options.size())))
                chosen.append(option);
        }
        if (chosen.isEmpty() && field.required && !field.options.isEmpty())
            chosen.append(m_chance.pick(field.options));
        return chosen;
    }
    case FormFieldType::Place: {
        const Spot &spot = m_town.spots.at(m_town.spotsByDistrict.at(m_town.anyDistrict.draw(m_chance)).draw(m_chance));
        return QJsonObject{
            {u"address"_s, u"%1 %2"_s.arg(m_chance.between(1, std::max(2, spot.lastNumber))).arg(lowered(spot.name))},
            {u"district"_s, idText(spot.district)},
            {u"latitude"_s, spot.latitude},
            {u"longitude"_s, spot.longitude}};
    }
    case FormFieldType::Text:
        if (field.label.startsWith(u"Prénom de l'enfant"_s))
            return slot(u"child"_s);
        return field.code == "quartier"_L1 ? QJsonValue(slot(u"district"_s)) : QJsonValue();
    case FormFieldType::File: break;
    }
    return {};
}

//! Most dates tell since when; some are a birth, some a wish.
QDate CaseWriter::formDay(const FormField &field)
{
    const auto speaksOf = [&field](std::initializer_list<QStringView> words) {
        return std::any_of(words.begin(), words.end(),
                           [&field](QStringView word) { return field.label.contains(word, Qt::CaseInsensitive); });
    };
    if (speaksOf({u"naissance"}))
        return m_day.addDays(-m_chance.between(3 * 365, 60 * 365));
    if (speaksOf({u"souhait", u"prévu", u"voulu", u"rendez-vous"}))
        return m_day.addDays(m_chance.between(5, 60));
    return m_day.addDays(-m_chance.between(1, 30));
}

//! "La dame signale …" is not said of a man: the first of these words in the text decides.
bool CaseWriter::suits(const QString &text) const
{
    const auto first = [&text](std::initializer_list<QLatin1StringView> words) {
        qsizetype at = text.size();
        for (const QLatin1StringView word : words) {
            const qsizetype found = text.indexOf(word, 0, Qt::CaseInsensitive);
            at = found < 0 ? at : std::min(at, found);
        }
        return at;
    };
    const qsizetype woman = first({"madame"_L1, "la dame"_L1});
    const qsizetype man = first({"monsieur"_L1});
    if (woman == man)
        return true; // names nobody
    return m_person &&
           (m_person->called.startsWith("Madame"_L1) ? woman < man : m_person->called.startsWith("Monsieur"_L1) && man < woman);
}

void CaseWriter::speak(const Reception &reception, Request &r)
{
    m_plate.clear();
    if (reception.card >= 0) {
        const CardHabits &habits = m_town.cards.at(reception.card);
        r.subject = filled(m_chance.pick(habits.subjects));
        QString text = m_chance.pick(habits.descriptions);
        for (int tries = 0; tries < 6 && !suits(text); ++tries)
            text = m_chance.pick(habits.descriptions);
        r.text = filled(text);
        return;
    }
    static const QList<QPair<QString, QString>> other{
        {u"Question sur les horaires du marché"_s, u"Demande si le marché de {district} est maintenu {date}."_s},
        {u"Remerciements"_s, u"{citizen} remercie les agents pour leur passage {street} {since}."_s},
        {u"Tournage d'un court-métrage"_s, u"Une association demande à filmer {place}, {date}. Aucune fiche ne convient."_s},
        {u"Ruche sur un balcon"_s,
         u"Un voisin aurait installé une ruche au {number} {street}, {since}. La personne est allergique."_s},
        {u"Objet trouvé"_s, u"Trousseau de clés trouvé {street}, devant le {number}, remis à l'accueil."_s},
        {u"Panneau d'information illisible"_s, u"Le panneau {landmark}, {street}, est délavé et ne se lit plus."_s},
        {u"Demande de boîte à livres"_s, u"{citizen} propose d'installer une boîte à livres {street}."_s},
        {u"Drone au-dessus des jardins"_s, u"Un drone survole les jardins du {number} {street} {since}, souvent le soir."_s}};
    const auto &[subject, text] = m_chance.pick(other);
    r.subject = subject;
    r.text = filled(text);
}

QString CaseWriter::dayPhrase(const QDate &day) const
{
    static const QLocale french(QLocale::French, QLocale::France);
    const QString number = day.day() == 1 ? u"1er"_s : QString::number(day.day());
    return u"%1 %2 %3"_s.arg(french.dayName(day.dayOfWeek()), number, french.monthName(day.month()));
}

QString CaseWriter::slot(const QString &name)
{
    if (const auto words = m_town.phrases.constFind(name); words != m_town.phrases.constEnd() && !words->isEmpty())
        return m_chance.pick(*words);
    if (name == "number"_L1)
        return QString::number(m_number);
    if (name == "street"_L1)
        return lowered(m_spot->name);
    if (name == "district"_L1)
        return m_town.districtName(m_spot->district);
    if (name == "place"_L1)
        return m_chance.pick(m_town.placePhrases);
    if (name == "school"_L1)
        return m_chance.pick(m_town.schoolPhrases);
    if (name == "child"_L1)
        return m_town.firstNames.draw(m_chance).first;
    if (name == "plate"_L1) {
        // SIV letters without I, O and U.
        static const QString letters = u"ABCDEFGHJKLMNPQRSTVWXYZ"_s;
        const auto letter = [this] { return letters.at(m_chance.below(letters.size())); };
        if (m_plate.isEmpty())
            m_plate = u"%1%2-%3-%4%5"_s.arg(letter())
                          .arg(letter())
                          .arg(m_chance.between(1, 999), 3, 10, QChar(u'0'))
                          .arg(letter())
                          .arg(letter());
        return m_plate;
    }
    if (name == "date"_L1)
        return u"le "_s + dayPhrase(m_day.addDays(m_chance.between(8, 60)));
    if (name == "day"_L1)
        return u"le "_s + dayPhrase(m_day);
    if (name == "due"_L1)
        return dayPhrase(m_due);
    if (name == "citizen"_L1)
        return m_person ? m_person->called : u"La personne"_s;
    if (name == "name"_L1)
        return m_person ? m_person->name : u"la personne"_s;
    if (name == "phone"_L1)
        return m_person && !m_person->phone.isEmpty() ? m_person->phone : u"le numéro de l'accueil"_s;
    if (name == "agent"_L1)
        return m_agent.isEmpty() ? u"l'accueil"_s : m_agent;
    return u"en cours"_s; // {request}: the hub numbers it later
}

QString CaseWriter::filled(QString text)
{
    text.replace("le {date}"_L1, "{date}"_L1).replace("le {day}"_L1, "{day}"_L1); // these slots bring their article
    qsizetype from = 0;
    while ((from = text.indexOf(u'{', from)) >= 0) {
        const qsizetype to = text.indexOf(u'}', from);
        if (to < 0)
            break;
        const QString word = slot(text.mid(from + 1, to - from - 1));
        text.replace(from, to - from + 1, word);
        from += word.size();
    }
    if (!text.isEmpty() && text.at(0).isLower() && m_chance.hits(0.9))
        text[0] = text.at(0).toUpper();
    return text;
}

} // namespace parvis

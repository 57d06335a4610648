#include "presentation/missionreport.h"

#include "domain/workflow.h"
#include "presentation/filekeeping.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

QJsonValue json(const Id &id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(idText(id));
}

QJsonValue json(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue json(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

Id idIn(const QJsonObject &object, QLatin1StringView name)
{
    return idFromText(object.value(name).toString()).value_or(Id());
}

std::optional<double> numberIn(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QString firstLine(const QString &text)
{
    static constexpr qsizetype longest = 120;
    const QString line = text.trimmed().section(u'\n', 0, 0).trimmed();
    return line.size() <= longest ? line : line.left(longest - 1).trimmed() + u'…';
}

QString addressOf(const MissionReport &report)
{
    return report.place.address.isEmpty() ? report.where.trimmed() : report.place.address;
}

QJsonArray photosOf(const MissionReport &report)
{
    QJsonArray photos;
    for (const FileReference &photo : report.photos)
        photos.append(toJson(photo));
    return photos;
}

//! The findings, or what the town calls it.
QString findingsOf(const MissionReport &report, const ReferenceData &town)
{
    return report.findings.trimmed().isEmpty() ? town.cardTitle(report.card) : report.findings.trimmed();
}

Edit creation(Kind kind, const Id &id, const QJsonObject &document)
{
    return {kind, Verb::Create, id, document, {}, 0};
}

void attach(const MissionReport &report, const Id &request, const ReportScene &scene, QList<Edit> &edits)
{
    for (const FileReference &photo : report.photos) {
        const Attachment attachment = attachmentOf(photo, request, scene.actor.user, scene.now);
        edits.append(creation(Kind::Attachment, scene.ids.next(), toDocument(attachment)));
    }
}

Request caseOf(const MissionReport &report, const QString &subject, const QString &text, const ReportScene &scene)
{
    const Card *card = scene.town.card(report.card);
    const Route route = routeFor(report.card, report.place.district, report.target, subject + u' ' + text, scene.town, scene.now);
    Request request;
    request.subject = subject;
    request.text = text.trimmed();
    request.channel = Channel::Patrol;
    request.service = route.service;
    request.assignee = route.referent;
    request.status = route.service.isNull() ? RequestStatus::Received : RequestStatus::Assigned;
    if (card) {
        request.card = card->id;
        request.cardRevision = card->revision;
        request.theme = card->theme;
        request.confidential = card->confidential;
    }
    request.address = addressOf(report);
    request.district = report.place.district;
    request.latitude = report.place.latitude;
    request.longitude = report.place.longitude;
    request.receivedAt = scene.now;
    request.dueOn = promiseFor(card, scene.now, scene.town).due.day;
    request.createdBy = scene.actor.user;
    return request;
}

//! The report's fields of a mission that is done with it.
QJsonObject doneWith(const MissionReport &report, const Id &target, const ReportScene &scene)
{
    const QJsonArray photos = photosOf(report);
    return {{u"state"_s, token(MissionState::Done)},
            {u"patroller"_s, json(scene.actor.user)},
            {u"findings"_s, findingsOf(report, scene.town)},
            {u"safety"_s, token(report.safety)},
            {u"measures"_s, json(report.measures.trimmed())},
            {u"materials"_s, json(report.materials.trimmed())},
            {u"minutes"_s, report.minutes},
            {u"target"_s, json(target)},
            {u"photos"_s, photos.isEmpty() ? QJsonValue() : QJsonValue(photos)},
            {u"reported_at"_s, scene.now.ms}};
}

} // namespace

QJsonObject toJson(const MissionReport &report)
{
    if (report == MissionReport())
        return {};
    const QJsonObject place{{u"address"_s, report.place.address},
                            {u"street"_s, json(report.place.street)},
                            {u"district"_s, json(report.place.district)},
                            {u"latitude"_s, json(report.place.latitude)},
                            {u"longitude"_s, json(report.place.longitude)}};
    return {{u"where"_s, report.where},          {u"place"_s, place},
            {u"card"_s, json(report.card)},      {u"findings"_s, report.findings},
            {u"safety"_s, token(report.safety)}, {u"measures"_s, report.measures},
            {u"materials"_s, report.materials},  {u"minutes"_s, report.minutes},
            {u"target"_s, json(report.target)},  {u"photos"_s, photosOf(report)}};
}

MissionReport missionReportFrom(const QJsonObject &object)
{
    MissionReport report;
    const QJsonObject place = object.value("place"_L1).toObject();
    report.where = object.value("where"_L1).toString();
    report.place = {place.value("address"_L1).toString(), idIn(place, "street"_L1),        idIn(place, "district"_L1),
                    numberIn(place, "latitude"_L1),       numberIn(place, "longitude"_L1), false};
    report.card = idIn(object, "card"_L1);
    report.findings = object.value("findings"_L1).toString();
    report.safety = fromToken<Safety>(object.value("safety"_L1).toString()).value_or(Safety::Unsaid);
    report.measures = object.value("measures"_L1).toString();
    report.materials = object.value("materials"_L1).toString();
    report.minutes = object.value("minutes"_L1).toInt();
    report.target = idIn(object, "target"_L1);
    for (const QJsonValue &photo : object.value("photos"_L1).toArray()) {
        if (const auto file = fileReferenceFrom(photo))
            report.photos.append(*file);
    }
    return report;
}

MissionReport reportFor(const Mission &mission)
{
    MissionReport report;
    report.where = mission.address;
    report.place = {mission.address, {}, mission.district, mission.latitude, mission.longitude, false};
    return report;
}

ReportGap gapOf(const MissionReport &report, const Mission *mission, bool hasRequest)
{
    if (report.findings.trimmed().isEmpty() && report.card.isNull())
        return ReportGap::Findings;
    if (addressOf(report).isEmpty() && !report.place.latitude && (!mission || mission->address.isEmpty()))
        return ReportGap::Place;
    if (mission && !hasRequest && report.target.isNull() && !report.photos.isEmpty())
        return ReportGap::PhotosNeedCase;
    return ReportGap::None;
}

Route routeFor(const Id &card, const Id &district, const Id &target, const QString &said, const ReferenceData &town, Instant now)
{
    Card there; // what is known of it, and nothing that would send it elsewhere
    there.service = target;
    const Card *known = town.card(card);
    Route route = town.routing().route(routeQuery(target.isNull() ? known : &there, district, Channel::Patrol, said, town, now));
    if (!target.isNull() && route.service != target) // a rule would send it elsewhere: the patroller was there
        route = {town.routing().openService(target), {}, {}};
    return route;
}

SentReport ownReport(const MissionReport &report, const QString &text, const ReportScene &scene)
{
    const Card *card = scene.town.card(report.card);
    const QString subject = card ? card->title : firstLine(report.findings);
    const Request request = caseOf(report, subject, text, scene);
    SentReport sent;
    sent.request = scene.ids.next();
    sent.edits.append(creation(Kind::Request, sent.request, toDocument(request)));
    attach(report, sent.request, scene, sent.edits);
    Mission mission;
    mission.purpose = MissionPurpose::Own;
    mission.request = sent.request;
    mission.subject = subject;
    const bool isOurs = scene.actor.may(Permission::SeeAllServices) || scene.actor.services.contains(request.service);
    mission.service = isOurs || scene.actor.services.empty() ? request.service : *scene.actor.services.begin();
    mission.address = request.address;
    mission.district = request.district;
    mission.latitude = request.latitude;
    mission.longitude = request.longitude;
    mission.at = scene.now;
    mission.author = scene.actor.user;
    QJsonObject document = toDocument(mission);
    const QJsonObject done = doneWith(report, request.service, scene);
    for (auto it = done.begin(); it != done.end(); ++it) {
        if (!it->isNull())
            document.insert(it.key(), it.value());
    }
    sent.mission = scene.ids.next();
    sent.edits.append(creation(Kind::Mission, sent.mission, document));
    return sent;
}

SentReport reportOn(const Mission &mission, qint64 seq, const std::optional<SeenRequest> &request, const MissionReport &report,
                    const QString &text, const ReportScene &scene)
{
    SentReport sent;
    sent.mission = mission.id;
    QJsonObject set = doneWith(report, report.target, scene);
    const QString address = addressOf(report);
    if (mission.address != address && !address.isEmpty()) {
        set.insert(u"address"_s, address);
        set.insert(u"district"_s, json(report.place.district));
        set.insert(u"latitude"_s, json(report.place.latitude));
        set.insert(u"longitude"_s, json(report.place.longitude));
    }
    if (request) {
        const RequestMoves moves(scene.town, scene.ids, scene.actor.user, scene.now);
        sent.request = request->request.id;
        sent.edits.append(moves.note(sent.request, text));
        attach(report, sent.request, scene, sent.edits);
        const bool isElsewhere = !report.target.isNull() && report.target != request->request.service;
        if (isElsewhere && isOpen(request->request.status) && scene.actor.may(Permission::Progress)) {
            const Route route = routeFor({}, request->request.district, report.target, text, scene.town, scene.now);
            sent.edits.append(moves.assign(*request, route.service, route.referent, {})); // last: it may leave our sight
        }
    } else if (!report.target.isNull()) {
        MissionReport whole = report;
        if (whole.place.address.isEmpty() && whole.where.trimmed().isEmpty())
            whole.place = reportFor(mission).place;
        Request made = caseOf(whole, mission.subject.isEmpty() ? firstLine(report.findings) : mission.subject, text, scene);
        made.parent = mission.request; // of which this desk knows only that it exists
        sent.request = scene.ids.next();
        sent.edits.append(creation(Kind::Request, sent.request, toDocument(made)));
        attach(report, sent.request, scene, sent.edits);
        if (mission.request.isNull())
            set.insert(u"request"_s, idText(sent.request));
    }
    sent.edits.append({Kind::Mission, Verb::Patch, mission.id, set, {}, seq});
    return sent;
}

} // namespace parvis

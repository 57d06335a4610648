#include "documents/replyletter.h"

#include "domain/phone.h"
#include "domain/reply.h"
#include "wording/french.h"
#include "wording/replyfacts.h"
#include "wording/replytext.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int largestSide = 2000; // of a logo or signature, in pixels

QStringList linesOf(const QJsonValue &value)
{
    QStringList lines;
    const QJsonArray all = value.toArray();
    for (const QJsonValue &line : all)
        lines.append(line.toString());
    return lines;
}

QImage imageOf(const QJsonValue &base64)
{
    const QImage image = QImage::fromData(QByteArray::fromBase64(base64.toString().toLatin1()), "PNG");
    return std::max(image.width(), image.height()) > largestSide
               ? image.scaled(largestSide, largestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
               : image;
}

QStringList senderOf(const Request &request, const Lookup &lookup)
{
    QStringList lines;
    const auto add = [&lines](const QString &what, const QString &value) {
        if (!value.isEmpty())
            lines.append(what + value);
    };
    const auto document = request.service.isNull() ? std::nullopt : lookup(Kind::Unit, request.service);
    const auto unit = fromDocument<Unit>(request.service, document.value_or(QJsonObject()));
    add({}, unit.name);
    const auto user = request.assignee.isNull() ? std::nullopt : lookup(Kind::User, request.assignee);
    add(u"Affaire suivie par "_s, user ? user->value("name"_L1).toString() : QString()); // CRPA L. 111-2
    add(u"Tél. "_s, spokenPhone(unitValue(request.service, "phone"_L1, lookup).toString()));
    add({}, unitValue(request.service, "email"_L1, lookup).toString());
    return lines;
}

} // namespace

Letter letterOf(const Dispatch &dispatch, const Request &request, const QDate &day, const WorkingCalendar &calendar,
                const Lookup &lookup)
{
    const QJsonObject head = unitValue(request.service, "letterhead"_L1, lookup).toObject();
    Letter letter;
    if (const auto body = bodyAbove(request.service, lookup))
        letter.body = body->name;
    letter.bodyLines = linesOf(head.value("lines"_L1));
    letter.logo = imageOf(head.value("logo"_L1));
    letter.place = head.value("place"_L1).toString();
    letter.sender = senderOf(request, lookup);
    letter.addressee = QStringList{dispatch.name} + linesOf(dispatch.lines);
    letter.day = day;
    letter.chrono = dispatch.chrono;
    if (!request.number.isEmpty())
        letter.references = {
            u"demande n° %1, reçue le %2"_s.arg(request.number, frenchDay(calendar.localDay(request.receivedAt)))};
    letter.subject = dispatch.subject;
    letter.text = htmlText(dispatch.text);
    letter.signatory.lastName = dispatch.signatory.value("name"_L1).toString();
    letter.signatory.capacity = dispatch.signatory.value("capacity"_L1).toString();
    letter.signatory.delegation = dispatch.signatory.value("delegation"_L1).toString();
    letter.signatory.signature = signatureOf(dispatch.signatory);
    const QList<Enclosure> enclosures = enclosuresOf(dispatch.attachments);
    for (const Enclosure &enclosure : enclosures)
        letter.attachments.append(enclosure.name);
    return letter;
}

QImage signatureOf(const QJsonObject &signatory)
{
    return imageOf(signatory.value("image"_L1));
}

} // namespace parvis

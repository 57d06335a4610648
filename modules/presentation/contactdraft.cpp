#include "presentation/contactdraft.h"

#include "base/text.h"
#include "domain/phone.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

QString capitalised(const QString &word)
{
    if (std::any_of(word.begin(), word.end(), [](QChar c) { return c.isUpper(); }))
        return word;
    QString out = word;
    bool first = true;
    for (QChar &c : out) {
        if (first)
            c = c.toUpper();
        first = !c.isLetter();
    }
    return out;
}

bool isShouted(const QString &word)
{
    return word.size() > 1 && word == word.toUpper() && word != word.toLower();
}

QString civilityOf(const QString &word)
{
    const QString plain = folded(word);
    if (plain == "mme"_L1 || plain == "madame"_L1)
        return u"Mme"_s;
    if (plain == "m"_L1 || plain == "mr"_L1 || plain == "monsieur"_L1)
        return u"M."_s;
    return {};
}

//! Takes what looks like a phone number out of \a line.
QString takePhone(QString &line)
{
    static const QRegularExpression number(uR"((?:\+|00)?\d[\d .()\-]{2,}\d)"_s);
    const QRegularExpressionMatch match = number.match(line);
    if (!match.hasMatch())
        return {};
    const QString phone = phoneE164(match.captured());
    if (!phone.isEmpty())
        line.remove(match.capturedStart(), match.capturedLength());
    return phone;
}

QString takeEmail(QString &line)
{
    static const QRegularExpression address(uR"([^\s@<>]+@[^\s@<>]+)"_s);
    const QRegularExpressionMatch match = address.match(line);
    if (match.hasMatch())
        line.remove(match.capturedStart(), match.capturedLength());
    return match.captured();
}

QJsonObject placeToJson(const Place &place)
{
    QJsonObject json{{u"address"_s, place.address}, {u"street"_s, idText(place.street)}, {u"district"_s, idText(place.district)}};
    if (place.latitude && place.longitude) {
        json.insert("latitude"_L1, *place.latitude);
        json.insert("longitude"_L1, *place.longitude);
    }
    return json;
}

Id idIn(const QJsonObject &json, QLatin1StringView name)
{
    return idFromText(json.value(name).toString()).value_or(Id());
}

Place placeFrom(const QJsonObject &json)
{
    Place place{json.value("address"_L1).toString(), idIn(json, "street"_L1), idIn(json, "district"_L1), {}, {}, false};
    if (json.contains("latitude"_L1)) {
        place.latitude = json.value("latitude"_L1).toDouble();
        place.longitude = json.value("longitude"_L1).toDouble();
    }
    return place;
}

} // namespace

bool ContactDraft::hasContent() const
{
    return !who.trimmed().isEmpty() || !citizen.isNull() || newCitizen || !what.trimmed().isEmpty() || !card.isNull() ||
           !where.trimmed().isEmpty() || !text.trimmed().isEmpty() || !form.isEmpty();
}

QJsonObject toJson(const ContactDraft &draft)
{
    QJsonObject json{{u"channel"_s, QString(token(draft.channel))},
                     {u"started_at"_s, draft.startedAt.ms},
                     {u"who"_s, draft.who},
                     {u"citizen"_s, idText(draft.citizen)},
                     {u"what"_s, draft.what},
                     {u"card"_s, idText(draft.card)},
                     {u"where"_s, draft.where},
                     {u"place"_s, placeToJson(draft.place)},
                     {u"text"_s, draft.text},
                     {u"form"_s, draft.form},
                     {u"reply_channel"_s, QString(token(draft.replyChannel))},
                     {u"reply_chosen"_s, draft.replyChosen}};
    if (draft.newCitizen)
        json.insert("new_citizen"_L1, toDocument(*draft.newCitizen));
    return json;
}

ContactDraft contactDraftFrom(const Id &id, const QJsonObject &json)
{
    ContactDraft draft;
    draft.id = id;
    draft.channel = fromToken<Channel>(json.value("channel"_L1).toString()).value_or(Channel::Phone);
    draft.startedAt = {json.value("started_at"_L1).toInteger()};
    draft.who = json.value("who"_L1).toString();
    draft.citizen = idIn(json, "citizen"_L1);
    if (json.contains("new_citizen"_L1))
        draft.newCitizen = fromDocument<Citizen>({}, json.value("new_citizen"_L1).toObject());
    draft.what = json.value("what"_L1).toString();
    draft.card = idIn(json, "card"_L1);
    draft.where = json.value("where"_L1).toString();
    draft.place = placeFrom(json.value("place"_L1).toObject());
    draft.text = json.value("text"_L1).toString();
    draft.form = json.value("form"_L1).toObject();
    draft.replyChannel = fromToken<ReplyChannel>(json.value("reply_channel"_L1).toString()).value_or(ReplyChannel::None);
    draft.replyChosen = json.value("reply_chosen"_L1).toBool();
    return draft;
}

Citizen citizenFromLine(QStringView line)
{
    Citizen citizen;
    QString rest = line.toString();
    citizen.email = takeEmail(rest);
    citizen.phone = takePhone(rest);
    QStringList words = rest.split(QRegularExpression(u"[\\s,;]+"_s), Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return folded(word).isEmpty(); });
    if (!words.isEmpty())
        citizen.civility = civilityOf(words.first());
    if (!citizen.civility.isEmpty())
        words.removeFirst();
    if (words.isEmpty())
        return citizen;
    const bool allShouted = std::all_of(words.begin(), words.end(), isShouted);
    const bool marked = !allShouted && std::any_of(words.begin(), words.end(), isShouted);
    QStringList last, first;
    for (qsizetype i = 0; i < words.size(); ++i)
        (marked ? isShouted(words.at(i)) : i == 0) ? last.append(words.at(i)) : first.append(capitalised(words.at(i)));
    citizen.lastName = capitalised(last.join(u' '));
    citizen.firstName = first.join(u' ');
    return citizen;
}

} // namespace parvis

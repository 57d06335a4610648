#include "demo/replydata.h"

#include "demo/townfiles.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

quint32 crcOf(const QByteArray &bytes)
{
    constexpr quint32 polynomial = 0xedb88320;
    quint32 crc = ~0U;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? polynomial : 0);
    }
    return ~crc;
}

QByteArray bigEndian(quint32 value)
{
    return QByteArray{1, char(value >> 24)} + char(value >> 16) + char(value >> 8) + char(value);
}

QByteArray chunk(const QByteArray &name, const QByteArray &data)
{
    return bigEndian(quint32(data.size())) + name + data + bigEndian(crcOf(name + data));
}

//! An invented coat of arms: a disc with two waves, as PNG. Made by hand, for this module knows no pictures.
QByteArray logoPng(const QJsonArray &color)
{
    constexpr int side = 160;
    constexpr double radius = 74;
    QByteArray rows;
    for (int y = 0; y < side; ++y) {
        rows.append('\0'); // unfiltered
        for (int x = 0; x < side; ++x) {
            const double dx = x - side / 2.0, dy = y - side / 2.0;
            const double wave = 6 * std::sin(x / 12.0);
            const bool isDisc = dx * dx + dy * dy < radius * radius;
            const bool isWave = std::abs(dy - 18 - wave) < 6 || std::abs(dy - 42 - wave) < 6;
            for (int i = 0; i < 3; ++i)
                rows.append(isDisc && !isWave ? char(color.at(i).toInt()) : char(0xff));
        }
    }
    constexpr int lengthBytes = 4; // qCompress() puts the length before
    const QByteArray head = bigEndian(side) + bigEndian(side) + QByteArray::fromHex("0802000000");
    return QByteArray::fromHex("89504e470d0a1a0a") + chunk("IHDR", head) + chunk("IDAT", qCompress(rows).mid(lengthBytes)) +
           chunk("IEND", {});
}

QJsonObject part(const QString &step, const TownData &town)
{
    if (step == "role:head"_L1)
        return {{u"role"_s, u"head"_s}};
    const auto user = std::find_if(town.users.begin(), town.users.end(), [&step](const User &u) { return u.login == step; });
    return user == town.users.end() ? QJsonObject() : QJsonObject{{u"user"_s, idText(user->id)}};
}

QJsonArray circuit(const QJsonArray &steps, const TownData &town)
{
    QJsonArray list;
    for (const QJsonValue &step : steps) {
        if (!step.isArray()) {
            QJsonObject one = part(step.toString(), town);
            one.insert(u"title"_s, one.contains("role"_L1) ? u"Chef de service"_s
                                   : list.size() == 1      ? u"Direction"_s
                                                           : u"Signature"_s);
            list.append(one);
            continue;
        }
        QJsonArray all;
        const QJsonArray together = step.toArray();
        for (const QJsonValue &each : together)
            all.append(part(each.toString(), town));
        list.append(QJsonObject{{u"title"_s, u"Direction et cabinet"_s}, {u"all"_s, all}});
    }
    return list;
}

Unit *unitCalled(const QString &code, QList<Unit> &units)
{
    const auto it = std::find_if(units.begin(), units.end(), [&code](const Unit &u) { return u.code == code; });
    return it == units.end() ? nullptr : &*it;
}

ReplyTemplate replyTemplate(const QJsonValue &item, const TownData &town)
{
    ReplyTemplate t;
    t.id = QUuid::createUuidV5(town.calendar.id, text(item, "code"_L1));
    t.name = text(item, "name"_L1);
    t.tone = fromToken<ReplyTone>(text(item, "tone"_L1)).value_or(ReplyTone::Neutral);
    t.channel = fromToken<ReplyChannel>(text(item, "channel"_L1)).value_or(ReplyChannel::None);
    t.subject = text(item, "subject"_L1);
    t.text = text(item, "text"_L1);
    const auto author =
        std::find_if(town.users.begin(), town.users.end(), [](const User &u) { return u.roles.contains(u"head"_s); });
    t.author = author == town.users.end() ? Id() : author->id;
    return t;
}

} // namespace

Result<ReplyData> loadReplies(TownData &town)
{
    const auto json = fileJson(u"replies"_s);
    if (!json)
        return json.error();
    const auto items = [&json](const char *name) { return json->value(QLatin1StringView(name)).toArray(); };
    for (const QJsonValue &item : items("letterheads")) {
        Unit *body = unitCalled(text(item, "body"_L1), town.bodies);
        if (!body)
            return Error{ErrorCode::InvalidInput, u"replies: letterheads"_s};
        body->letterhead = {{u"lines"_s, item["lines"_L1]},
                            {u"place"_s, item["place"_L1]},
                            {u"court"_s, item["court"_L1]},
                            {u"data_protection"_s, item["data_protection"_L1]},
                            {u"logo"_s, QString::fromLatin1(logoPng(item["color"_L1].toArray()).toBase64())}};
    }
    for (const QJsonValue &item : items("circuits")) {
        Unit *directorate = unitCalled(text(item, "directorate"_L1), town.directorates);
        if (!directorate)
            return Error{ErrorCode::InvalidInput, u"replies: circuits"_s};
        directorate->replyCircuits = {{u"simple"_s, circuit(item["simple"_L1].toArray(), town)},
                                      {u"*"_s, circuit(item["*"_L1].toArray(), town)}};
    }
    ReplyData data;
    for (const QJsonValue &item : items("templates"))
        data.templates.insert(text(item, "code"_L1), replyTemplate(item, town));
    for (const QJsonValue &pair : items("changes"))
        data.changes.append({pair[0].toString(), pair[1].toString()});
    const QJsonValue outage = json->value("outage"_L1);
    data.outageSubject = text(outage, "subject"_L1);
    data.outageText = text(outage, "text"_L1);
    data.returns = texts(items("returns"));
    data.refusals = texts(items("refusals"));
    data.remarks = texts(items("remarks"));
    return data;
}

} // namespace parvis

#include "csvimport/rowmapper.h"

#include "base/text.h"
#include "domain/workflow.h"

#include <QtCore/QCryptographicHash>

#include <cmath>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 dayMs = 86'400'000;

Error reject(ImportField field, const QString &code)
{
    return {ErrorCode::InvalidInput, token(field) + u": "_s + code};
}

template <typename T>
void addNames(QHash<QString, Id> &names, const T &entity, const QStringList &spellings)
{
    for (const QString &spelling : spellings) {
        if (const QString key = folded(spelling); !key.isEmpty() && !names.contains(key))
            names.insert(key, entity.id);
    }
}

} // namespace

RowMapper::RowMapper(const ImportMapping &mapping, const ImportTown &town, const Clock &clock)
    : m_mapping(mapping), m_clock(clock), m_townName(town.name), m_calendar(town.calendar)
{
    for (const District &district : town.districts)
        addNames(m_names[ImportField::District], district, {district.name, district.code});
    for (const Unit &service : town.services)
        addNames(m_names[ImportField::Service], service, {service.name, service.shortName, service.code});
    for (const Theme &theme : town.themes)
        addNames(m_names[ImportField::Theme], theme, {theme.name, theme.code});
}

Result<RowMapper> RowMapper::create(const ImportMapping &mapping, const QStringList &header, const ImportTown &town,
                                    const Clock &clock)
{
    RowMapper mapper(mapping, town, clock);
    for (const QString &column : mapping.columns()) {
        const auto isColumn = [&column](const QString &name) { return name.trimmed() == column; };
        const auto found = std::find_if(header.begin(), header.end(), isColumn);
        if (found == header.end())
            return Error{ErrorCode::InvalidInput,
                         u"the file has no column '%1'; it has '%2'"_s.arg(column, header.join(u"', '"_s))};
        if (std::find_if(found + 1, header.end(), isColumn) != header.end())
            return Error{ErrorCode::InvalidInput, u"the file has the column '%1' twice"_s.arg(column)};
        mapper.m_columns.insert(column, found - header.begin());
    }
    return mapper;
}

QString RowMapper::cell(const QStringList &cells, const QStringList &columns, const QString &join) const
{
    QStringList parts;
    for (const QString &column : columns) {
        if (const QString part = cells.at(m_columns.value(column)).trimmed(); !part.isEmpty())
            parts.append(part);
    }
    return parts.join(join);
}

QString RowMapper::externalId(const QStringList &cells) const
{
    const QString id = cell(cells, m_mapping.externalId, u"-"_s);
    return id.isEmpty() || m_mapping.source.isEmpty() ? id : m_mapping.source + u':' + id;
}

QString RowMapper::value(const QStringList &cells, ImportField field) const
{
    const auto found = m_mapping.fields.find(field);
    if (found == m_mapping.fields.end())
        return {};
    const ImportRule &rule = found->second;
    const QString text = cell(cells, rule.columns, rule.join);
    if (text.isEmpty())
        return rule.fallback;
    if (rule.values.isEmpty())
        return text;
    if (const auto meaning = rule.values.find(text); meaning != rule.values.end())
        return *meaning;
    return rule.fallback.isEmpty() ? text : rule.fallback;
}

Result<Instant> RowMapper::moment(const QStringList &cells, ImportField field) const
{
    const QString text = value(cells, field);
    if (text.isEmpty())
        return Instant();
    const ImportRule &rule = m_mapping.fields.at(field);
    const auto at = rule.dates.instant(text, rule.zone);
    if (!at)
        return reject(field, u"date"_s);
    if (at->ms > m_clock.now().ms + dayMs)
        return reject(field, u"future"_s);
    return *at;
}

Result<std::optional<double>> RowMapper::degrees(const QStringList &cells, ImportField field, double most) const
{
    QString text = value(cells, field);
    if (text.isEmpty())
        return std::optional<double>();
    if (!text.contains(u'.'))
        text.replace(u',', u'.');
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (!isNumber)
        return reject(field, u"number"_s);
    if (!(std::abs(number) <= most))
        return reject(field, u"range"_s);
    return std::optional(number);
}

template <typename E>
Result<E> RowMapper::word(const QStringList &cells, ImportField field) const
{
    const QString text = value(cells, field);
    if (text.isEmpty())
        return E{};
    const auto found = fromToken<E>(text);
    return found ? Result<E>(*found) : reject(field, u"unknown"_s);
}

Result<QString> RowMapper::nameOf(const QStringList &cells, ImportField field) const
{
    const QString name = value(cells, field);
    if (name.isEmpty())
        return name;
    const auto names = m_names.find(field);
    const bool isKnown = names != m_names.end() && names->second.contains(folded(name));
    if (!isKnown && (!m_mapping.fields.at(field).isCreating || folded(name).isEmpty()))
        return reject(field, u"unknown"_s);
    return name;
}

template <typename T>
Id RowMapper::named(ImportField field, const QString &name)
{
    if (name.isEmpty())
        return {};
    const QString key = folded(name);
    Names &names = m_names[field];
    if (const auto known = names.find(key); known != names.end())
        return *known;
    T made;
    const Instant now = m_clock.now();
    made.id = derivedId(now, T::kind, key);
    made.name = name;
    made.code = QString(key).replace(u' ', u'-');
    names.insert(key, made.id);
    m_created.append({Verb::Create, T::kind, made.id, toDocument(made), now, {}});
    return made.id;
}

Status RowMapper::fillTimes(const QStringList &cells, Request &request) const
{
    const auto received = moment(cells, ImportField::ReceivedAt);
    if (!received)
        return received.error();
    if (!received->isSet())
        return reject(ImportField::ReceivedAt, u"empty"_s);
    request.receivedAt = *received;
    request.dueOn = m_calendar.dueDate(*received, m_mapping.dueDays).day;
    for (const auto &[field, into] :
         {std::pair(ImportField::AnsweredAt, &Request::answeredAt), std::pair(ImportField::ClosedAt, &Request::closedAt)}) {
        const auto at = moment(cells, field);
        if (!at)
            return at.error();
        if (at->isSet() && *at < *received)
            return reject(field, u"range"_s);
        if (at->isSet() && isOpen(request.status))
            return reject(field, u"open"_s);
        request.*into = *at;
    }
    return success();
}

Status RowMapper::fillPlace(const QStringList &cells, Request &request)
{
    const auto latitude = degrees(cells, ImportField::Latitude, 90);
    if (!latitude)
        return latitude.error();
    const auto longitude = degrees(cells, ImportField::Longitude, 180);
    if (!longitude)
        return longitude.error();
    if (latitude->has_value() != longitude->has_value())
        return reject(latitude->has_value() ? ImportField::Longitude : ImportField::Latitude, u"empty"_s);
    request.latitude = *latitude;
    request.longitude = *longitude;
    request.address = value(cells, ImportField::Address);
    return success();
}

Status RowMapper::fill(const QStringList &cells, Request &request)
{
    request.subject = value(cells, ImportField::Subject).simplified();
    if (request.subject.isEmpty())
        return reject(ImportField::Subject, u"empty"_s);
    request.text = value(cells, ImportField::Text);
    const auto channel = word<Channel>(cells, ImportField::Channel);
    const auto reply = word<ReplyChannel>(cells, ImportField::ReplyChannel);
    const auto status = word<RequestStatus>(cells, ImportField::Status);
    if (!channel || !reply || !status)
        return !channel ? channel.error() : !reply ? reply.error() : status.error();
    if (!isInitial(*status))
        return reject(ImportField::Status, u"unknown"_s);
    request.channel = *channel;
    request.replyChannel = *reply;
    request.status = *status;
    request.reason = value(cells, ImportField::Reason);
    if (request.reason.isEmpty() && needsReason(*status))
        return reject(ImportField::Reason, u"empty"_s);
    const QString confidential = value(cells, ImportField::Confidential);
    if (!confidential.isEmpty() && confidential != "true"_L1 && confidential != "false"_L1)
        return reject(ImportField::Confidential, u"unknown"_s);
    request.confidential = confidential == "true"_L1;

    if (const Status done = fillTimes(cells, request); !done)
        return done;
    if (const Status done = fillPlace(cells, request); !done)
        return done;

    // Last, when nothing can be refused any more: a rejected row makes no district.
    const auto district = nameOf(cells, ImportField::District);
    const auto service = nameOf(cells, ImportField::Service);
    const auto theme = nameOf(cells, ImportField::Theme);
    if (!district || !service || !theme)
        return !district ? district.error() : !service ? service.error() : theme.error();
    request.district = named<District>(ImportField::District, *district);
    request.service = named<Unit>(ImportField::Service, *service);
    request.theme = named<Theme>(ImportField::Theme, *theme);
    if (!m_mapping.fields.contains(ImportField::Status) && !request.service.isNull())
        request.status = RequestStatus::Assigned;
    return success();
}

std::variant<Request, Reject> RowMapper::request(const QStringList &cells)
{
    Request request;
    request.externalId = externalId(cells);
    if (request.externalId.isEmpty())
        return Reject{u"external_id: empty"_s};
    if (const Status done = fill(cells, request); !done)
        return Reject{done.error().detail};
    request.id = derivedId(request.receivedAt, Kind::Request, request.externalId);
    return request;
}

Contact RowMapper::contactOf(const Request &request) const
{
    Contact contact;
    contact.id = derivedId(request.receivedAt, Kind::Contact, request.externalId);
    contact.request = request.id;
    contact.channel = request.channel;
    contact.at = request.receivedAt;
    contact.text = request.text;
    return contact;
}

Id RowMapper::derivedId(Instant at, Kind kind, const QString &what) const
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(m_townName.toUtf8() + '\0' + token(kind).latin1() + '\0' + what.toUtf8());
    QByteArray bytes = hash.result().left(16);
    for (int i = 0; i < 6; ++i)
        bytes[i] = static_cast<char>(at.ms >> (40 - 8 * i));
    // RFC 9562, 5.8: version 8, "custom", with the time where version 7 has it.
    bytes[6] = static_cast<char>((bytes.at(6) & 0x0f) | 0x80);
    bytes[8] = static_cast<char>((bytes.at(8) & 0x3f) | 0x80);
    return idFromBytes(bytes);
}

} // namespace parvis

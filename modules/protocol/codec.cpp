#include "protocol/codec.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView setKey("set");

Error wrong(QLatin1StringView member)
{
    return {ErrorCode::Protocol, QString(member)};
}

bool isDigest(const QString &text)
{
    static const QRegularExpression digest(u"^[0-9a-f]{64}$"_s);
    return digest.match(text).hasMatch();
}

//! Reads members one after the other and remembers the first that is wrong.
class Reader
{
public:
    explicit Reader(const QJsonObject &json) : m_json(json) {}

    qint64 integer(QLatin1StringView name, qint64 least = 0)
    {
        const QJsonValue v = m_json.value(name);
        const double d = v.toDouble(-1);
        expect(name,
               v.isDouble() && d == static_cast<double>(v.toInteger()) && v.toInteger() >= least && d <= 9007199254740992.0);
        return v.toInteger();
    }
    QString text(QLatin1StringView name)
    {
        expect(name, m_json.value(name).isString());
        return m_json.value(name).toString();
    }
    QString optionalText(QLatin1StringView name) { return m_json.contains(name) ? text(name) : QString(); }
    qint64 optionalInteger(QLatin1StringView name) { return m_json.contains(name) ? integer(name) : 0; }
    bool flag(QLatin1StringView name) { return m_json.value(name).toBool(); }
    Id id(QLatin1StringView name)
    {
        const auto found = idFromText(m_json.value(name).toString());
        expect(name, found.has_value());
        return found.value_or(Id());
    }
    Id optionalId(QLatin1StringView name) { return m_json.contains(name) ? id(name) : Id(); }
    QJsonObject object(QLatin1StringView name)
    {
        const QJsonValue v = m_json.value(name);
        expect(name, v.isObject() || v.isUndefined());
        return v.toObject();
    }
    QJsonArray array(QLatin1StringView name)
    {
        expect(name, m_json.value(name).isArray());
        return m_json.value(name).toArray();
    }
    Cursor cursor(QLatin1StringView name)
    {
        const auto parsed = parseCursor(m_json.value(name).toString());
        expect(name, bool(parsed));
        return parsed ? parsed.value() : Cursor{};
    }
    template <typename E>
    E word(QLatin1StringView name)
    {
        const auto found = fromToken<E>(m_json.value(name).toString());
        expect(name, found.has_value());
        return found.value_or(E{});
    }
    void expect(QLatin1StringView name, bool holds)
    {
        if (!holds && m_wrong.isEmpty())
            m_wrong = name;
    }
    template <typename T>
    Result<T> finish(T value) const
    {
        if (!m_wrong.isEmpty())
            return wrong(m_wrong);
        return value;
    }

private:
    const QJsonObject &m_json;
    QLatin1StringView m_wrong;
};

template <typename T, typename Read>
Result<QList<T>> listFrom(const QJsonArray &array, QLatin1StringView name, Read read)
{
    QList<T> list;
    list.reserve(array.size());
    for (const QJsonValue &item : array) {
        if (!item.isObject())
            return wrong(name);
        Result<T> one = read(item.toObject());
        if (!one)
            return one.error();
        list.append(std::move(one).value());
    }
    return list;
}

template <typename T>
QJsonArray listOf(const QList<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(toJson(value));
    return array;
}

void insertUnlessEmpty(QJsonObject &json, QLatin1StringView name, const QJsonObject &value)
{
    if (!value.isEmpty())
        json.insert(name, value);
}

} // namespace

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<QJsonObject> parseObject(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return Error{ErrorCode::Protocol, u"JSON: %1 at %2"_s.arg(error.errorString()).arg(error.offset)};
    return document.object();
}

QJsonObject toJson(const Mutation &m)
{
    QJsonObject json{{"n"_L1, m.n},
                     {"id"_L1, idText(m.id)},
                     {"op"_L1, u"%1.%2/1"_s.arg(token(m.kind), token(m.verb))},
                     {"target"_L1, idText(m.target)},
                     {"base"_L1, m.base},
                     {setKey, m.set},
                     {"at"_L1, m.at.ms}};
    insertUnlessEmpty(json, "was"_L1, m.was);
    return json;
}

Result<Mutation> mutationFromJson(const QJsonObject &json)
{
    Reader r(json);
    Mutation m;
    m.n = r.integer("n"_L1, 1);
    m.id = r.id("id"_L1);
    const QString op = r.text("op"_L1);
    const auto kind = fromToken<Kind>(op.section(u'.', 0, 0));
    const auto verb = fromToken<Verb>(op.section(u'.', 1).section(u'/', 0, 0));
    r.expect("op"_L1, kind && verb && op.endsWith("/1"_L1));
    m.kind = kind.value_or(Kind::Request);
    m.verb = verb.value_or(Verb::Patch);
    m.target = r.id("target"_L1);
    m.base = r.optionalInteger("base"_L1);
    m.set = r.object(setKey);
    m.was = r.object("was"_L1);
    m.at = {r.optionalInteger("at"_L1)};
    return r.finish(m);
}

QJsonObject toJson(const Change &c)
{
    QJsonObject json{{"seq"_L1, c.seq},
                     {"op"_L1, token(c.op)},
                     {"entity"_L1, token(c.kind)},
                     {"id"_L1, idText(c.id)},
                     {"actor"_L1, idText(c.actor)},
                     {"device"_L1, idText(c.device)},
                     {"n"_L1, c.n},
                     {"at"_L1, c.at.ms}};
    insertUnlessEmpty(json, "fields"_L1, c.fields);
    insertUnlessEmpty(json, "was"_L1, c.was);
    return json;
}

Result<Change> changeFromJson(const QJsonObject &json)
{
    Reader r(json);
    Change c;
    c.seq = r.integer("seq"_L1);
    c.op = r.word<ChangeOp>("op"_L1);
    c.kind = r.word<Kind>("entity"_L1);
    c.id = r.id("id"_L1);
    c.fields = r.object("fields"_L1);
    c.was = r.object("was"_L1);
    c.actor = idFromText(json.value("actor"_L1).toString()).value_or(Id()); // null: the hub itself
    c.device = idFromText(json.value("device"_L1).toString()).value_or(Id());
    c.n = r.optionalInteger("n"_L1);
    c.at = {r.optionalInteger("at"_L1)};
    return r.finish(c);
}

QJsonObject toJson(const Hello &h)
{
    QJsonObject json{{"time"_L1, h.time.ms},
                     {"schema"_L1, QJsonObject{{"min"_L1, h.schemaMin}, {"max"_L1, h.schemaMax}}},
                     {"limits"_L1, QJsonObject{{"body"_L1, h.limits.bodyBytes},
                                               {"mutations"_L1, h.limits.mutations},
                                               {"headers"_L1, h.limits.headerBytes},
                                               {"changes"_L1, h.limits.changes},
                                               {"file"_L1, h.limits.fileBytes}}},
                     {"head"_L1, cursorText(h.head)},
                     {"town"_L1, h.town},
                     {"rights"_L1, h.rights}};
    if (h.addresses)
        json.insert("addresses"_L1, QJsonObject{{"sha256"_L1, h.addresses->sha256}, {"bytes"_L1, h.addresses->bytes}});
    return json;
}

Result<Hello> helloFromJson(const QJsonObject &json)
{
    Reader r(json);
    const QJsonObject schemaJson = r.object("schema"_L1);
    const QJsonObject limitsJson = r.object("limits"_L1);
    Reader schema(schemaJson), limits(limitsJson);
    Hello h;
    h.time = {r.integer("time"_L1)};
    h.schemaMin = int(schema.integer("min"_L1));
    h.schemaMax = int(schema.integer("max"_L1));
    h.limits.bodyBytes = limits.integer("body"_L1, 1);
    h.limits.mutations = int(limits.integer("mutations"_L1, 1));
    h.limits.headerBytes = int(limits.integer("headers"_L1, 1));
    h.limits.changes = int(limits.integer("changes"_L1, 1));
    if (limitsJson.contains("file"_L1))
        h.limits.fileBytes = limits.integer("file"_L1, 1);
    h.head = r.cursor("head"_L1);
    h.town = r.optionalText("town"_L1);
    h.rights = r.optionalText("rights"_L1);
    if (json.contains("addresses"_L1)) {
        const QJsonObject addresses = r.object("addresses"_L1);
        const QString sha256 = addresses.value("sha256"_L1).toString();
        const qint64 bytes = addresses.value("bytes"_L1).toInteger();
        r.expect("addresses"_L1, isDigest(sha256) && bytes > 0);
        h.addresses = FileOffer{sha256, bytes};
    }
    r.expect("schema"_L1, bool(schema.finish(0)));
    r.expect("limits"_L1, bool(limits.finish(0)));
    return r.finish(h);
}

QJsonObject toJson(const SessionRequest &s)
{
    return {{"login"_L1, s.login}, {"password"_L1, s.password}, {"device"_L1, idText(s.device)}};
}

Result<SessionRequest> sessionRequestFromJson(const QJsonObject &json)
{
    Reader r(json);
    return r.finish(SessionRequest{r.text("login"_L1), r.text("password"_L1), r.id("device"_L1)});
}

QJsonObject toJson(const Session &s)
{
    return {{"access"_L1, s.access},
            {"refresh"_L1, s.refresh},
            {"access_until"_L1, s.accessUntil.ms},
            {"session_until"_L1, s.sessionUntil.ms},
            {"user"_L1, idText(s.user)},
            {"last_n"_L1, s.lastN},
            {"rights"_L1, s.rights}};
}

Result<Session> sessionFromJson(const QJsonObject &json)
{
    Reader r(json);
    Session s;
    s.access = r.text("access"_L1);
    s.refresh = r.text("refresh"_L1);
    s.accessUntil = {r.integer("access_until"_L1)};
    s.sessionUntil = {r.integer("session_until"_L1)};
    s.user = r.id("user"_L1);
    s.lastN = r.optionalInteger("last_n"_L1);
    s.rights = r.optionalText("rights"_L1);
    return r.finish(s);
}

QJsonObject toJson(const PasswordChange &c)
{
    return {{"login"_L1, c.login}, {"password"_L1, c.password}, {"wanted"_L1, c.wanted}};
}

Result<PasswordChange> passwordChangeFromJson(const QJsonObject &json)
{
    Reader r(json);
    return r.finish(PasswordChange{r.text("login"_L1), r.text("password"_L1), r.text("wanted"_L1)});
}

QJsonObject toJson(const GivenPassword &g)
{
    return {{"password"_L1, g.password}, {"until"_L1, g.until.ms}};
}

Result<GivenPassword> givenPasswordFromJson(const QJsonObject &json)
{
    Reader r(json);
    return r.finish(GivenPassword{r.text("password"_L1), {r.integer("until"_L1)}});
}

QJsonObject toJson(const Look &l)
{
    return {{"request"_L1, l.request.isNull() ? QJsonValue() : QJsonValue(idText(l.request))}, {"editing"_L1, l.isEditing}};
}

Result<Look> lookFromJson(const QJsonObject &json)
{
    const QJsonValue request = json.value("request"_L1);
    const auto id = request.isNull() || request.isUndefined() ? std::optional(Id()) : idFromText(request.toString());
    if (!id)
        return Error{ErrorCode::Protocol, QStringLiteral("request")};
    return Look{*id, json.value("editing"_L1).toBool()};
}

QJsonObject toJson(const QList<Onlooker> &others)
{
    QJsonArray list;
    for (const Onlooker &other : others)
        list.append(QJsonObject{{"user"_L1, idText(other.user)}, {"editing"_L1, other.isEditing}});
    return {{"others"_L1, list}};
}

Result<QList<Onlooker>> onlookersFromJson(const QJsonObject &json)
{
    if (!json.value("others"_L1).isArray())
        return Error{ErrorCode::Protocol, QStringLiteral("others")};
    QList<Onlooker> others;
    const QJsonArray list = json.value("others"_L1).toArray();
    for (const QJsonValue &each : list) {
        const auto user = idFromText(each["user"_L1].toString());
        if (!user)
            return Error{ErrorCode::Protocol, QStringLiteral("user")};
        others.append({*user, each["editing"_L1].toBool()});
    }
    return others;
}

QJsonObject toJson(const PushVerdict &v)
{
    QJsonObject json{{"n"_L1, v.n}, {"state"_L1, token(v.outcome)}, {"seq"_L1, v.seq}};
    if (v.refusal != Refusal::None)
        json.insert("reason"_L1, token(v.refusal));
    return json;
}

QJsonObject toJson(const Push &p)
{
    return {{"device"_L1, idText(p.device)}, {"mutations"_L1, listOf(p.mutations)}};
}

Result<Push> pushFromJson(const QJsonObject &json)
{
    Reader r(json);
    Push p;
    p.device = r.id("device"_L1);
    const auto list = listFrom<Mutation>(r.array("mutations"_L1), "mutations"_L1, mutationFromJson);
    if (!list)
        return list.error();
    p.mutations = list.value();
    return r.finish(p);
}

QJsonObject toJson(const PushReply &p)
{
    return {{"results"_L1, listOf(p.verdicts)}, {"last_n"_L1, p.lastN}, {"stable"_L1, p.stable}};
}

Result<PushReply> pushReplyFromJson(const QJsonObject &json)
{
    Reader r(json);
    PushReply reply;
    const auto list =
        listFrom<PushVerdict>(r.array("results"_L1), "results"_L1, [](const QJsonObject &item) -> Result<PushVerdict> {
            Reader v(item);
            PushVerdict verdict{v.integer("n"_L1, 1), v.word<Outcome>("state"_L1), Refusal::None, v.integer("seq"_L1)};
            if (item.contains("reason"_L1))
                verdict.refusal = v.word<Refusal>("reason"_L1);
            return v.finish(verdict);
        });
    if (!list)
        return list.error();
    reply.verdicts = list.value();
    reply.lastN = r.integer("last_n"_L1);
    reply.stable = r.integer("stable"_L1);
    return r.finish(reply);
}

QJsonObject toJson(const ChangesPage &p)
{
    QJsonObject json{{"changes"_L1, listOf(p.changes)},
                     {"next"_L1, cursorText(p.next)},
                     {"more"_L1, p.more},
                     {"stable"_L1, p.stable},
                     {"rights"_L1, p.rights}};
    if (p.lastN >= 0)
        json.insert("last_n"_L1, p.lastN);
    return json;
}

Result<ChangesPage> changesPageFromJson(const QJsonObject &json)
{
    Reader r(json);
    ChangesPage p;
    const auto list = listFrom<Change>(r.array("changes"_L1), "changes"_L1, changeFromJson);
    if (!list)
        return list.error();
    p.changes = list.value();
    p.next = r.cursor("next"_L1);
    p.more = r.flag("more"_L1);
    p.stable = r.integer("stable"_L1);
    p.rights = r.optionalText("rights"_L1);
    p.lastN = json.value("last_n"_L1).toInteger(-1);
    return r.finish(p);
}

QJsonObject toJson(const Problem &p)
{
    QJsonObject json{
        {"type"_L1, u"urn:parvis:problem:"_s + p.type}, {"status"_L1, p.status}, {"title"_L1, p.type}, {"detail"_L1, p.detail}};
    if (p.lastN >= 0)
        json.insert("last_n"_L1, p.lastN);
    return json;
}

Problem problemFromJson(const QJsonObject &json)
{
    Problem p;
    p.status = json.value("status"_L1).toInt(500);
    p.type = json.value("type"_L1).toString().section(u':', -1);
    p.detail = json.value("detail"_L1).toString();
    p.lastN = json.value("last_n"_L1).toInteger(-1);
    return p;
}

QByteArray snapshotHeadLine(const SnapshotHead &head)
{
    return compactJson({{"start"_L1, cursorText(head.start)}, {"total"_L1, head.total}}) + '\n';
}

QByteArray snapshotTailLine(const QString &after)
{
    return compactJson({{"after"_L1, after}}) + '\n';
}

QByteArray snapshotRowLine(Kind kind, const Id &id, qint64 seq, const QByteArray &documentJson)
{
    const QLatin1StringView word = token(kind);
    return "{\"k\":\"" + QByteArray(word.data(), word.size()) + "\",\"id\":\"" + id.toByteArray(QUuid::WithoutBraces) +
           "\",\"seq\":" + QByteArray::number(seq) + ",\"d\":" + documentJson + "}\n";
}

QByteArray snapshotNdjson(const SnapshotPage &page)
{
    QByteArray out = snapshotHeadLine(page.head);
    for (const SnapshotRow &row : page.rows) {
        if (row.history)
            out += compactJson({{"h"_L1, toJson(*row.history)}}) + '\n';
        else
            out += snapshotRowLine(row.kind, row.id, row.seq, compactJson(row.document));
    }
    return out + snapshotTailLine(page.after);
}

Result<SnapshotPage> snapshotFromNdjson(const QByteArray &ndjson)
{
    SnapshotPage page;
    bool ended = false;
    bool started = false;
    for (qsizetype from = 0; from < ndjson.size();) {
        qsizetype to = ndjson.indexOf('\n', from);
        if (to < 0)
            to = ndjson.size();
        const auto line = parseObject(QByteArray::fromRawData(ndjson.constData() + from, to - from));
        from = to + 1;
        if (!line || ended)
            return line ? wrong("after"_L1) : line.error();
        const QJsonObject &json = line.value();
        Reader r(json);
        if (!started) {
            started = true;
            page.head = {r.cursor("start"_L1), r.integer("total"_L1)};
        } else if (json.contains("after"_L1)) {
            page.after = r.text("after"_L1);
            ended = true;
        } else if (json.contains("h"_L1)) {
            const auto change = changeFromJson(r.object("h"_L1));
            if (!change)
                return change.error();
            page.rows.append({change->kind, change->id, change->seq, {}, change.value()});
        } else {
            page.rows.append({r.word<Kind>("k"_L1), r.id("id"_L1), r.integer("seq"_L1), r.object("d"_L1), std::nullopt});
        }
        if (const auto checked = r.finish(0); !checked)
            return checked.error();
    }
    if (!ended) // cut short
        return wrong("after"_L1);
    return page;
}

} // namespace parvis

#include "hub/feed.h"

#include "hub/commit.h"
#include "protocol/codec.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

// A caller who sees little gets an answer after so many changes, empty if need be, rather than wait for a whole walk.
constexpr int longestScan = 20'000;
constexpr qsizetype largestPage = 4 * 1024 * 1024; // bytes of documents

class FeedBuilder
{
public:
    FeedBuilder(HubReader &reader, const Actor &actor)
        : m_reader(reader), m_past(reader), m_actor(actor), m_readsDirectory(actor.may(Permission::SearchCitizens))
    {}

    //! What \a actor sees of \a change, in order.
    Result<QList<FeedItem>> expand(const ChangeRow &change)
    {
        m_change = &change;
        m_items.clear();
        Status done = success();
        if (change.after.reach == Scope::Reach::Directory)
            done = expandDirectory();
        else if (change.op == ChangeOp::Create)
            done = expandCreate();
        else
            done = expandPatch();
        const bool mayFind = change.kind == Kind::Request || change.kind == Kind::Citizen || change.kind == Kind::Mission;
        if (done && change.op == ChangeOp::Create && mayFind)
            done = adoptOrphans(!m_items.isEmpty());
        if (!done)
            return done.error();
        return m_items;
    }

private:
    Status expandDirectory()
    {
        if (m_readsDirectory)
            return emitChange();
        Id citizen = m_change->id;
        if (m_change->kind != Kind::Citizen) {
            const auto row = m_reader.entity(m_change->kind, m_change->id);
            if (!row)
                return row.error();
            citizen = *row ? (*row)->root : Id();
        }
        const auto seen = isCitizenSeen(citizen);
        if (!seen)
            return seen.error();
        return *seen ? emitChange() : success();
    }

    Status expandCreate()
    {
        if (!sees(m_actor, m_change->after))
            return success();
        if (m_readsDirectory || (m_change->kind != Kind::Request && m_change->kind != Kind::Contact))
            return emitChange();
        const auto citizen = citizenIn(m_change->fields);
        if (!citizen)
            return citizen.error();
        const auto entered = enterCitizen(*citizen);
        return entered ? emitChange() : entered;
    }

    Status expandPatch()
    {
        const bool was = sees(m_actor, m_change->before);
        const bool is = sees(m_actor, m_change->after);
        if (!was && !is)
            return success();
        if (!was)
            return enterFamily();
        if (!is)
            return leaveFamily();
        const bool aboutOther = !m_readsDirectory && (m_change->kind == Kind::Request || m_change->kind == Kind::Contact) &&
                                m_change->fields.contains("\"citizen\":");
        if (!aboutOther)
            return emitChange();
        const auto now = citizenIn(m_change->fields);
        const auto before = citizenIn(m_change->was);
        if (!now || !before)
            return now ? before.error() : now.error();
        auto done = enterCitizen(*now);
        if (done)
            done = emitChange();
        return done ? leaveCitizen(*before) : done;
    }

    //! Proposals that came before their record were the desk's; now they go where it is.
    Status adoptOrphans(bool isSeen)
    {
        if (!isSeen && !sees(m_actor, {Scope::Reach::Service, {}, false}))
            return success();
        Status done = success();
        const auto walked = m_reader.family(m_change->id, [&](const EntityRow &row) {
            if (row.created.seq > m_change->seq)
                return true;
            const auto document = m_past.document(row, m_change->seq);
            if (!document)
                return done = document.error(), false;
            m_items.append(isSeen ? item(ChangeOp::Enter, row.kind, row.id, document->value_or(QByteArray()))
                                  : item(ChangeOp::Leave, row.kind, row.id, {}));
            return true;
        });
        return walked ? done : walked;
    }

    Status enterFamily()
    {
        const auto request = m_past.document(m_change->kind, m_change->id, m_change->seq);
        if (!request)
            return request.error();
        if (!*request)
            return Error{ErrorCode::Storage, u"record of change %1"_s.arg(m_change->seq)};
        QList<FeedItem> children;
        std::set<Id> citizens;
        const auto note = [&](Kind kind, const QByteArray &document) {
            if (m_readsDirectory || (kind != Kind::Request && kind != Kind::Contact))
                return success();
            const auto citizen = citizenIn(document);
            if (!citizen)
                return Status(citizen.error());
            citizens.insert(*citizen);
            return success();
        };
        auto done = note(m_change->kind, **request);
        if (!done)
            return done;
        const auto walked = m_reader.family(m_change->id, [&](const EntityRow &row) {
            const auto document = m_past.document(row, m_change->seq);
            if (!document)
                return done = document.error(), false;
            if (!*document)
                return true;
            children.append(item(ChangeOp::Enter, row.kind, row.id, **document));
            return done = note(row.kind, **document), bool(done);
        });
        for (auto it = citizens.begin(); it != citizens.end() && done; ++it)
            done = enterCitizen(*it);
        if (!walked || !done)
            return walked ? done : walked;
        m_items.append(item(ChangeOp::Enter, m_change->kind, m_change->id, **request));
        m_items.append(children);
        return success();
    }

    Status leaveFamily()
    {
        m_items.append(item(ChangeOp::Leave, m_change->kind, m_change->id, {}));
        if (m_readsDirectory)
            return success();
        std::set<Id> citizens;
        Status done = success();
        const auto about = [&](Kind kind, const Id &id) {
            for (const qint64 seq : {m_change->seq - 1, m_change->seq}) {
                const auto document = m_past.document(kind, id, seq);
                const auto citizen = document && *document ? citizenIn(**document) : Result<Id>(Id());
                if (!document || !citizen)
                    return done = document ? citizen.error() : document.error(), false;
                citizens.insert(*citizen);
            }
            return true;
        };
        about(m_change->kind, m_change->id);
        const auto walked = m_reader.family(
            m_change->id, [&](const EntityRow &row) { return row.kind != Kind::Contact || about(row.kind, row.id); });
        for (auto it = citizens.begin(); it != citizens.end() && done && walked; ++it)
            done = leaveCitizen(*it);
        return walked ? done : walked;
    }

    Status enterCitizen(const Id &citizen)
    {
        if (citizen.isNull())
            return success();
        const auto document = m_past.document(Kind::Citizen, citizen, m_change->seq);
        if (!document)
            return document.error();
        if (!*document)
            return success(); // comes later, or never: its own change decides
        m_items.append(item(ChangeOp::Enter, Kind::Citizen, citizen, **document));
        Status done = success();
        const auto walked = m_reader.family(citizen, [&](const EntityRow &row) {
            const auto child = m_past.document(row, m_change->seq);
            if (child && *child)
                m_items.append(item(ChangeOp::Enter, row.kind, row.id, **child));
            return bool(child) || (done = child.error(), false);
        });
        return walked ? done : walked;
    }

    Status leaveCitizen(const Id &citizen)
    {
        if (citizen.isNull())
            return success();
        const auto seen = isCitizenSeen(citizen);
        if (!seen)
            return seen.error();
        if (!*seen)
            m_items.append(item(ChangeOp::Leave, Kind::Citizen, citizen, {}));
        return success();
    }

    //! By a caller without the directory: is some request in their sight about \a citizen, as of this change?
    Result<bool> isCitizenSeen(const Id &citizen)
    {
        if (citizen.isNull() || m_actor.roles.empty())
            return false;
        bool seen = false;
        Status done = success();
        const auto walked = m_reader.aboutCitizen(citizen, [&](const EntityRow &row) {
            const auto document = m_past.document(row, m_change->seq);
            if (!document)
                return done = document.error(), false;
            if (!*document)
                return true;
            const auto about = citizenIn(**document);
            const auto scope = m_past.requestScope(row.kind == Kind::Request ? row.id : row.root, m_change->seq);
            if (!about || !scope)
                return done = about ? scope.error() : about.error(), false;
            seen = *about == citizen && sees(m_actor, *scope);
            return !seen;
        });
        if (!walked || !done)
            return walked ? done.error() : walked.error();
        return seen;
    }

    static Result<Id> citizenIn(const QByteArray &document)
    {
        if (!document.contains("\"citizen\":"))
            return Id();
        const auto parsed = parseObject(document);
        if (!parsed)
            return Error{ErrorCode::Storage, u"stored document"_s};
        return idFromText(parsed->value("citizen"_L1).toString()).value_or(Id());
    }

    FeedItem item(ChangeOp op, Kind kind, const Id &id, const QByteArray &fields) const
    {
        return {m_change->seq, op, kind, id, fields, {}, m_change->actor, m_change->device, m_change->n, m_change->at};
    }

    Status emitChange()
    {
        FeedItem same = item(m_change->op, m_change->kind, m_change->id, m_change->fields);
        same.was = m_change->was;
        m_items.append(std::move(same));
        return success();
    }

    HubReader &m_reader;
    Past m_past;
    const Actor &m_actor;
    const bool m_readsDirectory;
    const ChangeRow *m_change = nullptr;
    QList<FeedItem> m_items;
};

} // namespace

Status checkPlace(HubReader &reader, const TownState &town, const Cursor &place)
{
    if (place.seq > town.seq)
        return Error{ErrorCode::HistoryDiverged, u"cursor %1 beyond head %2"_s.arg(place.seq).arg(town.seq)};
    if (place.seq == 0)
        return success();
    const auto hash = reader.hashAt(place.seq);
    if (!hash)
        return hash.error();
    if (hash->left(8) != place.mark)
        return Error{ErrorCode::HistoryDiverged, u"another history at %1"_s.arg(place.seq)};
    return success();
}

Result<std::optional<QByteArray>> Past::document(const EntityRow &row, qint64 seq)
{
    if (row.created.seq > seq)
        return std::optional<QByteArray>();
    if (row.seq <= seq)
        return std::optional(row.document);
    auto parsed = documentOf(row);
    if (!parsed)
        return parsed.error();
    QJsonObject document = std::move(parsed).value();
    Status done = success();
    const auto walked = m_reader.patchesBack(row.kind, row.id, seq, [&](const ChangeRow &patch) {
        const auto was = parseObject(patch.was.isEmpty() ? "{}"_ba : patch.was);
        if (!was)
            return done = was.error(), false;
        for (auto it = was->begin(); it != was->end(); ++it) {
            if (it.value().isNull())
                document.remove(it.key());
            else
                document.insert(it.key(), it.value());
        }
        return true;
    });
    if (!walked || !done)
        return walked ? done.error() : walked.error();
    return std::optional(compactJson(document));
}

Result<std::optional<QByteArray>> Past::document(Kind kind, const Id &id, qint64 seq)
{
    const auto row = m_reader.entity(kind, id);
    if (!row)
        return row.error();
    return *row ? document(**row, seq) : std::optional<QByteArray>();
}

Result<Scope> Past::requestScope(const Id &request, qint64 seq)
{
    const auto row = m_reader.entity(Kind::Request, request);
    if (!row)
        return row.error();
    if (!*row || (*row)->seq <= seq)
        return *row ? (*row)->scope : scopeOf(Kind::Request, {}, {});
    const auto then = document(**row, seq);
    if (!then)
        return then.error();
    const auto parsed = parseObject(then->value_or("{}"_ba));
    if (!parsed)
        return parsed.error();
    return scopeOf(Kind::Request, *parsed, {});
}

Result<FeedPage> readFeed(HubReader &reader, const Actor &actor, const Cursor &since, int limit, qint64 longestReplay)
{
    const auto town = reader.town();
    if (!town)
        return town.error();
    if (const auto good = checkPlace(reader, *town, since); !good)
        return good.error();
    if (town->seq - since.seq > longestReplay)
        return Error{ErrorCode::CursorExpired, u"%1 changes behind"_s.arg(town->seq - since.seq)};

    FeedPage page;
    page.next = since;
    FeedBuilder builder(reader, actor);
    int scanned = 0;
    qsizetype bytes = 0;
    Status done = success();
    const auto walked = reader.changesAfter(since.seq, [&](const ChangeRow &change) {
        if (++scanned > longestScan || page.items.size() >= limit || bytes >= largestPage)
            return page.more = true, false;
        auto items = builder.expand(change);
        if (!items)
            return done = items.error(), false;
        if (!page.items.isEmpty() && page.items.size() + items->size() > limit)
            return page.more = true, false;
        for (const FeedItem &item : *items)
            bytes += item.fields.size() + item.was.size();
        page.items.append(std::move(items).value());
        page.next = {change.seq, change.hash.left(8)};
        return true;
    });
    if (!walked || !done)
        return walked ? done.error() : walked.error();
    return page;
}

Result<Change> changeOf(const FeedItem &item)
{
    const auto fields = parseObject(item.fields.isEmpty() ? "{}"_ba : item.fields);
    const auto was = parseObject(item.was.isEmpty() ? "{}"_ba : item.was);
    if (!fields || !was)
        return Error{ErrorCode::Storage, u"change %1"_s.arg(item.seq)};
    return Change{item.seq, item.op, item.kind, item.id, *fields, *was, item.actor, item.device, item.n, item.at};
}

QByteArray changeJson(const FeedItem &item)
{
    const auto text = [](QLatin1StringView word) { return QByteArrayView(word.data(), word.size()); };
    QByteArray out;
    out.reserve(item.fields.size() + item.was.size() + 260);
    out += "{\"actor\":\"" + item.actor.toByteArray(QUuid::WithoutBraces) + "\",\"at\":" + QByteArray::number(item.at.ms) +
           ",\"device\":\"" + item.device.toByteArray(QUuid::WithoutBraces) + "\",\"entity\":\"";
    out += text(token(item.kind));
    out += '"';
    if (item.fields.size() > 2)
        out += ",\"fields\":" + item.fields;
    out += ",\"id\":\"" + item.id.toByteArray(QUuid::WithoutBraces) + "\",\"n\":" + QByteArray::number(item.n) + ",\"op\":\"";
    out += text(token(item.op));
    out += "\",\"seq\":" + QByteArray::number(item.seq);
    if (item.was.size() > 2)
        out += ",\"was\":" + item.was;
    out += '}';
    return out;
}

} // namespace parvis

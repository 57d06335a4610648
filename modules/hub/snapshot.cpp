#include "hub/snapshot.h"

#include "hub/feed.h"
#include "protocol/codec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

// Of past patches or records out of sight, before the caller gets a short page.
constexpr int longestScan = 50'000;
constexpr qsizetype largestPage = 4 * 1024 * 1024; // bytes
constexpr QLatin1StringView historyStage("history");

//! Where the next page goes on. As text: "start~head~total~stage~position"; the stage is a kind or "history".
struct Key
{
    Cursor start;
    Cursor head; //!< when the last page was read: the next one is of the same history only if it holds this place
    qint64 total = 0;
    std::size_t stage = 0; //!< index in allKinds(); its size: history
    Id id;                 //!< last one sent, of a kind
    qint64 seq = 0;        //!< last one looked at, of history

    QString text() const
    {
        const bool isHistory = stage >= allKinds().size();
        return cursorText(start) + u'~' + cursorText(head) + u'~' + QString::number(total) + u'~' +
               (isHistory ? QString(historyStage) : QString(token(allKinds()[stage]))) + u'~' +
               (isHistory ? QString::number(seq) : idText(id));
    }
};

Result<Key> parseKey(const QString &text)
{
    const Error wrong{ErrorCode::Protocol, u"after"_s};
    const QStringList parts = text.split(u'~');
    if (parts.size() != 5)
        return wrong;
    const auto start = parseCursor(parts[0]);
    const auto head = parseCursor(parts[1]);
    bool isTotal = false, isPosition = true;
    Key key;
    key.total = parts[2].toLongLong(&isTotal);
    if (parts[3] == historyStage) {
        key.stage = allKinds().size();
        key.seq = parts[4].toLongLong(&isPosition);
    } else {
        const auto kind = fromToken<Kind>(parts[3]);
        const Id id = QUuid::fromString(parts[4]);
        if (!kind)
            return wrong;
        key.stage = std::size_t(std::find(allKinds().begin(), allKinds().end(), *kind) - allKinds().begin());
        key.id = id;
    }
    if (!start || !head || !isTotal || !isPosition)
        return wrong;
    key.start = *start;
    key.head = *head;
    return key;
}

//! Which part of what the actor sees is wanted, and the shortest way to it.
class View
{
public:
    static Result<View> of(const Actor &actor, const QString &scope)
    {
        View view;
        view.m_actor = &actor;
        view.m_isWhole = scope.isEmpty();
        IdSet wanted;
        bool confidentialOnes = false;
        const QStringList words = scope.split(u',', Qt::SkipEmptyParts);
        for (const QString &word : words) {
            const auto id = idFromText(word);
            if (!id && word != "confidential"_L1)
                return Error{ErrorCode::Protocol, u"scope"_s};
            if (id)
                wanted.insert(*id);
            confidentialOnes = confidentialOnes || !id;
        }
        view.m_wanted = wanted;
        view.m_wantsConfidential = confidentialOnes;
        view.m_readsDirectory = actor.may(Permission::SearchCitizens);
        const bool all = actor.may(Permission::SeeAllServices);
        if (all && (view.m_isWhole || confidentialOnes))
            return view; // a walk over all of them, with a look at each
        IdSet services = actor.services;
        if (!view.m_isWhole && !confidentialOnes)
            services = wanted;
        view.m_partitions.emplace();
        for (const Id &service : services) {
            for (const bool confidential : {false, true}) {
                if (sees(actor, {Scope::Reach::Service, service, confidential}))
                    view.m_partitions->append({service, confidential});
            }
        }
        return view;
    }

    bool isWhole() const { return m_isWhole; }
    bool readsDirectory() const { return m_readsDirectory; }
    const std::optional<QList<Partition>> &partitions() const { return m_partitions; }

    //! A citizen is asked for apart.
    bool holds(const Scope &scope) const
    {
        if (!sees(*m_actor, scope))
            return false;
        if (m_isWhole)
            return true;
        return scope.reach == Scope::Reach::Service &&
               (m_wanted.contains(scope.service) || (m_wantsConfidential && scope.confidential));
    }

private:
    const Actor *m_actor = nullptr;
    bool m_isWhole = true;
    bool m_readsDirectory = false;
    bool m_wantsConfidential = false;
    IdSet m_wanted;
    std::optional<QList<Partition>> m_partitions;
};

enum class Way { None, All, Partitions, Citizens };

Way wayTo(Kind kind, const View &view)
{
    switch (kind) {
    case Kind::Request:
    case Kind::Contact:
    case Kind::Note:
    case Kind::Attachment:
    case Kind::Mission:
    case Kind::Reply:
    case Kind::Dispatch:
    case Kind::Reminder: return view.partitions() ? Way::Partitions : Way::All;
    case Kind::Proposal: return Way::All; // few
    case Kind::Citizen:
        if (view.readsDirectory())
            return view.isWhole() ? Way::All : Way::None; // they have them all already
        return Way::Citizens;
    default: return view.isWhole() ? Way::All : Way::None;
    }
}

class PageBuilder
{
public:
    PageBuilder(HubReader &reader, const View &view, Key key, int limit)
        : m_reader(reader), m_view(view), m_key(std::move(key)), m_limit(limit)
    {}

    Result<QByteArray> build()
    {
        m_out = snapshotHeadLine({m_key.start, m_key.total});
        Status done = success();
        for (; m_key.stage < allKinds().size() && done && !m_isFull && !m_failed; nextStage())
            done = readKind(allKinds()[m_key.stage]);
        if (done && !m_isFull && !m_failed)
            done = readHistory();
        if (!done || m_failed)
            return done ? *m_failed : done.error();
        return m_out + snapshotTailLine(m_isFull ? m_key.text() : QString());
    }

private:
    void nextStage()
    {
        if (m_isFull)
            return;
        ++m_key.stage;
        m_key.id = {};
    }

    Status readKind(Kind kind)
    {
        const Way way = wayTo(kind, m_view);
        const auto each = [this](const EntityRow &row) { return take(row); };
        const int wanted = m_limit - m_rows;
        switch (way) {
        case Way::None: return success();
        case Way::All: return m_reader.page(kind, std::nullopt, m_key.id, longestScan + 1, each);
        // One more than wanted, so that a full page shows whether it is the last.
        case Way::Partitions: return m_reader.page(kind, m_view.partitions(), m_key.id, wanted + 1, each);
        case Way::Citizens: return m_reader.citizensOf(m_view.partitions().value_or(QList<Partition>()), m_key.id, each);
        }
        return success();
    }

    bool isEnough() const { return m_rows >= m_limit || m_scanned >= longestScan || m_out.size() >= largestPage; }

    bool take(const EntityRow &row)
    {
        if (isEnough())
            return m_isFull = true, false;
        ++m_scanned;
        m_key.id = row.id;
        if (isSeen(row)) {
            m_out += snapshotRowLine(row.kind, row.id, row.seq, row.document);
            ++m_rows;
        }
        return !m_failed;
    }

    bool isSeen(const EntityRow &row)
    {
        if (row.scope.reach != Scope::Reach::Directory || m_view.readsDirectory())
            return m_view.holds(row.scope);
        if (row.kind == Kind::Citizen)
            return true; // chosen by citizensOf()
        bool seen = false;
        const auto walked = m_reader.aboutCitizen(row.root, [&](const EntityRow &about) {
            seen = about.citizen == row.root && m_view.holds(about.scope);
            return !seen;
        });
        if (!walked)
            m_failed = walked.error();
        return seen;
    }

    Status readHistory()
    {
        return m_reader.pastPatches(m_key.seq, m_key.start.seq, [this](const ChangeRow &change) {
            if (isEnough())
                return m_isFull = true, false;
            ++m_scanned;
            m_key.seq = change.seq;
            if (m_view.holds(change.after)) {
                m_out += "{\"h\":" +
                         changeJson({change.seq, change.op, change.kind, change.id, change.fields, change.was, change.actor,
                                     change.device, change.n, change.at}) +
                         "}\n";
                ++m_rows;
            }
            return true;
        });
    }

    HubReader &m_reader;
    const View &m_view;
    Key m_key;
    const int m_limit;
    QByteArray m_out;
    int m_rows = 0;
    int m_scanned = 0;
    bool m_isFull = false;
    std::optional<Error> m_failed;
};

Result<qint64> countOf(HubReader &reader, Kind kind, const View &view)
{
    switch (wayTo(kind, view)) {
    case Way::None: return 0;
    case Way::All: return reader.count(kind, std::nullopt);
    case Way::Partitions: return reader.count(kind, view.partitions());
    case Way::Citizens: break;
    }
    qint64 count = 0;
    const auto walked = reader.citizensOf(view.partitions().value_or(QList<Partition>()), {}, [&count](const EntityRow &) {
        ++count;
        return true;
    });
    if (!walked)
        return walked.error();
    return count;
}

Result<qint64> total(HubReader &reader, const View &view)
{
    qint64 sum = 0;
    for (const Kind kind : allKinds()) {
        const auto count = countOf(reader, kind, view);
        if (!count)
            return count;
        sum += *count;
    }
    return sum;
}

} // namespace

Result<QByteArray> readSnapshot(HubReader &reader, const Actor &actor, const QString &after, int limit, const QString &scope)
{
    const auto view = View::of(actor, scope);
    if (!view)
        return view.error();
    auto key = after.isEmpty() ? Result<Key>(Key{}) : parseKey(after);
    if (!key)
        return key.error();
    const auto town = reader.town();
    if (!town)
        return town.error();
    if (after.isEmpty()) {
        const auto records = total(reader, *view);
        if (!records)
            return records.error();
        key.value().start = town->cursor();
        key.value().total = *records;
    } else if (const auto good = checkPlace(reader, *town, key.value().head); !good) {
        return good.error();
    }
    key.value().head = town->cursor();
    return PageBuilder(reader, *view, std::move(key).value(), limit).build();
}

} // namespace parvis

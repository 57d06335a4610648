#include "presentation/cardscontroller.h"

#include "presentation/carddraftcontroller.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int mostHits = 60;
constexpr int useMonths = 12;
constexpr int reviewSoonDays = 30;
constexpr qsizetype shownWords = 5; // of a group, as a citizen's words

using Node = CardListModel::Node;

bool byTitle(const Node &a, const Node &b)
{
    return QString::localeAwareCompare(a.item.title, b.item.title) < 0;
}

Node nodeOf(const Card &card)
{
    Node node;
    node.item.what = CardItem::What::Card;
    node.item.id = card.id;
    node.item.title = card.title;
    node.item.service = card.service;
    return node;
}

Node nodeOf(const CardDraft &draft, Instant since)
{
    Node node;
    node.item.what = CardItem::What::Draft;
    node.item.id = draft.id;
    node.item.title = draft.title;
    node.item.service = draft.service;
    node.item.draft = draft;
    node.item.since = since;
    return node;
}

//! The most frequent of what \a value gives, null left out.
template <typename Value>
Id mostFrequent(const QList<LikeRequests::Request> &requests, Value value)
{
    QMap<Id, int> counts;
    for (const LikeRequests::Request &request : requests)
        ++counts[value(request)];
    counts.remove(Id());
    const auto most = std::max_element(counts.begin(), counts.end());
    return most == counts.end() ? Id() : most.key();
}

} // namespace

CardsController::CardsController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                                 QRandomGenerator &random, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_events(events),
      m_town(town),
      m_clock(clock),
      m_ids(clock, random),
      m_loadingWork(this,
                    [this](const Result<Work> &work) {
                        if (work)
                            takeWork(work.value());
                        else
                            Q_EMIT failed(work.error());
                    }),
      m_loadingStatistics(this,
                          [this](const Result<Statistics> &statistics) {
                              if (!statistics) {
                                  Q_EMIT failed(statistics.error());
                                  return;
                              }
                              m_use = statistics->use;
                              m_groups = statistics->groups;
                              m_isUseKnown = true;
                              if (m_view == CardView::NeverUsed || m_view == CardView::OftenLate ||
                                  m_view == CardView::WithoutCard)
                                  fillList();
                              Q_EMIT recordChanged();
                          }),
      m_loadingRecord(this, [this](const Result<CardRecord> &record) {
          if (!record) {
              Q_EMIT failed(record.error());
              return;
          }
          m_record = record.value();
          Q_EMIT recordChanged();
      })
{
    connect(&m_events, &StoreEvents::touched, this, [this](const Touched &touched) {
        const bool isWork = concerns(touched, Kind::CardDraft) || concerns(touched, Kind::CardRemark);
        if (m_isLoaded && isWork)
            loadWork();
        const bool isShown = concerns(touched, Kind::Card, m_shown) || concerns(touched, Kind::CardRevision) || isWork;
        if (!m_shown.isNull() && isShown)
            loadRecord();
    });
    connect(&m_town, &ReferenceData::changed, this, [this] {
        count();
        fillList();
        Q_EMIT recordChanged();
    });
    connect(&m_town, &ReferenceData::learned, this, &CardsController::fillList);
}

void CardsController::setActor(const Actor &actor)
{
    m_actor = actor;
    count();
    fillList();
}

bool CardsController::mayArchive(const CardContent &card) const
{
    const bool isInScope = m_actor.may(Permission::EditOrganisation) || m_actor.services.contains(card.service);
    return m_actor.may(Permission::EditCards) && isInScope;
}

void CardsController::load()
{
    m_isLoaded = true;
    loadWork();
    loadStatistics();
}

void CardsController::loadWork()
{
    m_loadingWork.ask([this] {
        return m_store.read([](DeskStore &store) -> Result<Work> {
            auto drafts = openDrafts(store);
            if (!drafts)
                return drafts.error();
            auto flags = openFlags(store);
            if (!flags)
                return flags.error();
            auto unsaved = store.drafts(CardDraftController::localPrefix);
            if (!unsaved)
                return unsaved.error();
            return Work{std::move(drafts).value(), std::move(flags).value(), std::move(unsaved).value()};
        });
    });
}

void CardsController::loadStatistics()
{
    const QDate day = today();
    const Instant since{QDateTime(day.addMonths(-useMonths), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()};
    m_loadingStatistics.ask([this, day, since] {
        return m_store.read([day, since](DeskStore &store) -> Result<Statistics> {
            auto use = cardStatistics(store, since, day);
            if (!use)
                return use.error();
            auto groups = requestsWithoutCard(store);
            if (!groups)
                return groups.error();
            return Statistics{std::move(use).value(), std::move(groups).value()};
        });
    });
}

void CardsController::takeWork(const Work &work)
{
    m_work = work;
    count();
    if (m_view != CardView::All)
        fillList();
}

void CardsController::setView(CardView view)
{
    m_view = view;
    m_words.clear();
    fillList();
}

void CardsController::search(const QString &words)
{
    m_words = words;
    m_view = CardView::All;
    fillList();
}

bool CardsController::isMine(const Card &card) const
{
    return m_actor.may(Permission::WriteCards) ? mayWrite(card) : true;
}

void CardsController::count()
{
    CardCounts counts{int(myDrafts().size()), int(toValidate().size()), 0, 0};
    if (m_actor.may(Permission::WriteCards)) { // others may read these lists, but nothing in them waits for them
        counts.flagged = int(flagged().size());
        counts.toReview = int(toReview().size());
    }
    if (std::exchange(m_counts, counts) != counts)
        Q_EMIT countsChanged();
}

void CardsController::fillList()
{
    switch (m_view) {
    case CardView::All: m_list.setNodes(m_words.trimmed().size() < 2 ? tree() : hits()); break;
    case CardView::MyDrafts: m_list.setNodes(myDrafts()); break;
    case CardView::ToValidate: m_list.setNodes(toValidate()); break;
    case CardView::Flagged: m_list.setNodes(flagged()); break;
    case CardView::ToReview: m_list.setNodes(toReview()); break;
    case CardView::NeverUsed: m_list.setNodes(neverUsed()); break;
    case CardView::OftenLate: m_list.setNodes(oftenLate()); break;
    case CardView::WithoutCard: m_list.setNodes(withoutCard()); break;
    }
    Q_EMIT listed();
}

//! Cards under their theme, themes under theirs; a theme without any card is left out.
std::vector<Node> CardsController::tree() const
{
    QHash<Id, std::vector<Node>> cardsOf;
    for (const Card &card : m_town.cards()) {
        if (!card.archived)
            cardsOf[m_town.theme(card.theme) ? card.theme : Id()].push_back(nodeOf(card));
    }
    QHash<Id, QList<const Theme *>> below;
    for (const Theme &theme : m_town.themes())
        below[m_town.theme(theme.parent) ? theme.parent : Id()].append(&theme);

    QSet<Id> seen; // a theme that is its own ancestor ends here
    const std::function<Node(const Theme &)> nodeOfTheme = [&](const Theme &theme) {
        Node node;
        node.item.what = CardItem::What::Theme;
        node.item.id = theme.id;
        node.item.title = theme.name;
        seen.insert(theme.id);
        for (const Theme *child : below.value(theme.id)) {
            if (seen.contains(child->id))
                continue;
            Node made = nodeOfTheme(*child);
            node.item.count += made.item.count;
            if (made.item.count > 0)
                node.children.push_back(std::move(made));
        }
        std::vector<Node> cards = cardsOf.take(theme.id);
        std::sort(cards.begin(), cards.end(), byTitle);
        node.item.count += int(cards.size());
        node.children.insert(node.children.end(), cards.begin(), cards.end());
        return node;
    };
    std::vector<Node> nodes;
    for (const Theme *theme : below.value(Id())) {
        Node made = nodeOfTheme(*theme);
        if (made.item.count > 0)
            nodes.push_back(std::move(made));
    }
    std::sort(nodes.begin(), nodes.end(), byTitle);
    std::vector<Node> others;
    for (auto it = cardsOf.begin(); it != cardsOf.end(); ++it)
        others.insert(others.end(), it->begin(), it->end());
    std::sort(others.begin(), others.end(), byTitle);
    nodes.insert(nodes.end(), others.begin(), others.end());
    return nodes;
}

std::vector<Node> CardsController::hits() const
{
    std::vector<Node> nodes;
    for (const CardHit &hit : m_town.cardIndex().search(m_words, mostHits)) {
        const Card *card = m_town.card(hit.card);
        if (!card)
            continue;
        nodes.push_back(nodeOf(*card));
        nodes.back().item.hit = hit;
    }
    return nodes;
}

std::vector<Node> CardsController::myDrafts() const
{
    std::vector<Node> nodes;
    QSet<Id> saved;
    for (const DraftRow &row : m_work.drafts) {
        saved.insert(row.draft.id);
        if (row.draft.author == m_actor.user)
            nodes.push_back(nodeOf(row.draft, row.since));
    }
    for (const Draft &local : m_work.unsaved) {
        const Id id = idFromText(QStringView(local.key).mid(CardDraftController::localPrefix.size())).value_or(Id());
        const auto draft = fromDocument<CardDraft>(id, local.content.value("edited"_L1).toObject());
        if (!saved.contains(id) && draft.author == m_actor.user)
            nodes.push_back(nodeOf(draft, draft.at));
    }
    return nodes;
}

Id CardsController::ownDraft(const Id &card) const
{
    const std::vector<Node> own = myDrafts();
    const auto it = std::find_if(own.begin(), own.end(), [&card](const Node &node) {
        return node.item.draft->card == card && node.item.draft->state == DraftState::Draft;
    });
    return it == own.end() ? Id() : it->item.id;
}

std::vector<Node> CardsController::toValidate() const
{
    std::vector<Node> nodes;
    const Lookup lookup = lookupIn(m_town);
    for (const DraftRow &row : m_work.drafts) {
        const auto whose = signatory(row.draft, m_actor, lookup);
        if (!whose)
            continue;
        nodes.push_back(nodeOf(row.draft, row.since));
        nodes.back().item.onBehalf = *whose == m_actor.user ? Id() : *whose;
    }
    return nodes;
}

std::vector<Node> CardsController::flagged() const
{
    std::vector<Node> nodes;
    QSet<Id> seen;
    for (const CardRemark &flag : m_work.flags) { // newest first
        const Card *card = m_town.card(flag.card);
        if (!card || seen.contains(card->id) || !isMine(*card))
            continue;
        seen.insert(card->id);
        nodes.push_back(nodeOf(*card));
        nodes.back().item.remark = flag;
    }
    return nodes;
}

std::vector<Node> CardsController::toReview() const
{
    std::vector<Node> nodes;
    const QDate soon = today().addDays(reviewSoonDays);
    for (const Card &card : m_town.cards()) {
        if (card.archived || !card.reviewOn.isValid() || card.reviewOn > soon || !isMine(card))
            continue;
        nodes.push_back(nodeOf(card));
        nodes.back().item.reviewOn = card.reviewOn;
    }
    std::sort(nodes.begin(), nodes.end(), [](const Node &a, const Node &b) { return a.item.reviewOn < b.item.reviewOn; });
    return nodes;
}

std::vector<Node> CardsController::neverUsed() const
{
    std::vector<Node> nodes;
    for (const Card &card : m_town.cards()) {
        if (m_isUseKnown && !card.archived && !m_use.contains(card.id))
            nodes.push_back(nodeOf(card));
    }
    std::sort(nodes.begin(), nodes.end(), byTitle);
    return nodes;
}

//! Until requests can be escalated: those that were late or opened again tell where a card does not help.
std::vector<Node> CardsController::oftenLate() const
{
    std::vector<Node> nodes;
    const auto bad = [](const CardStatistics &use) { return use.late + use.reopened + use.escalated; };
    for (const Card &card : m_town.cards()) {
        const CardStatistics use = m_use.value(card.id);
        if (card.archived || bad(use) == 0)
            continue;
        nodes.push_back(nodeOf(card));
        nodes.back().item.use = use;
    }
    std::stable_sort(nodes.begin(), nodes.end(), [&](const Node &a, const Node &b) { return bad(a.item.use) > bad(b.item.use); });
    return nodes;
}

std::vector<Node> CardsController::withoutCard() const
{
    std::vector<Node> nodes;
    for (const LikeRequests &group : m_groups) {
        Node node;
        node.item.what = CardItem::What::Group;
        node.item.title = group.words.join(u' ');
        node.item.count = int(group.requests.size());
        node.item.place = int(nodes.size());
        nodes.push_back(std::move(node));
    }
    return nodes;
}

void CardsController::show(const Id &card)
{
    if (card == m_shown)
        return;
    m_shown = card;
    m_record.reset();
    m_loadingRecord.drop();
    Q_EMIT recordChanged();
    if (!m_shown.isNull())
        loadRecord();
}

void CardsController::loadRecord()
{
    m_loadingRecord.ask(
        [this, card = m_shown] { return m_store.read([card](DeskStore &store) { return cardRecord(store, card); }); });
}

Id CardsController::flag(RemarkType type)
{
    if (!m_record || !m_record->card)
        return {};
    CardRemark remark;
    remark.card = m_shown;
    remark.type = type;
    remark.author = m_actor.user;
    remark.at = m_clock.now();
    const Id id = m_ids.next();
    submit({CardAct::Flag, m_shown, id, {}, {}}, {Kind::CardRemark, Verb::Create, id, toDocument(remark), {}, 0});
    return id;
}

void CardsController::explainFlag(const Id &remark, const QString &text)
{
    submit({CardAct::ExplainFlag, m_shown, remark, {}, {}},
           {Kind::CardRemark, Verb::Patch, remark, {{u"text"_s, text.trimmed()}}, {}, 0});
}

void CardsController::handleFlag(const Id &remark)
{
    submit({CardAct::HandleFlag, m_shown, remark, {}, {}},
           {Kind::CardRemark, Verb::Patch, remark, {{u"handled"_s, true}}, {}, 0});
}

void CardsController::setArchived(bool archived)
{
    if (m_record && m_record->card)
        submit({archived ? CardAct::Archive : CardAct::Restore, m_shown, {}, {}, {}},
               {Kind::Card, Verb::Patch, m_shown, {{u"archived"_s, archived}}, {}, m_record->seq});
}

void CardsController::setReviewed()
{
    if (!m_record || !m_record->card)
        return;
    const int months = m_record->card->reviewMonths;
    const QDate next = months > 0 ? today().addMonths(months) : QDate();
    const QJsonValue day = next.isValid() ? QJsonValue(next.toString(Qt::ISODate)) : QJsonValue();
    submit({CardAct::Review, m_shown, {}, next, {}},
           {Kind::Card, Verb::Patch, m_shown, {{u"review_on"_s, day}}, {}, m_record->seq});
}

bool CardsController::isAbsent() const
{
    const User *user = m_town.user(m_actor.user);
    return user && user->absent;
}

void CardsController::setAbsent(bool absent)
{
    if (absent != isAbsent())
        submit({absent ? CardAct::Absent : CardAct::Present, {}, {}, {}, {}},
               {Kind::User, Verb::Patch, m_actor.user, {{u"absent"_s, absent}}, {}, 0});
}

void CardsController::submit(const SavedCardAct &act, const Edit &edit)
{
    const auto write = [edit, actor = m_actor](DeskStore &store) { return store.submit({edit}, actor); };
    whenReady(m_store.write(write), this, [this, act](const Result<QList<Mutation>> &written) {
        if (!written) {
            Q_EMIT failed(written.error());
            return;
        }
        SavedCardAct saved = act;
        for (const Mutation &mutation : written.value())
            saved.mutations.append(mutation.n);
        m_events.publish(touchedBy(written.value()));
        Q_EMIT done(saved);
    });
}

void CardsController::undo(const SavedCardAct &act)
{
    if (act.act == CardAct::Flag) { // said is said, but it needs no answer any more
        handleFlag(act.remark);
        return;
    }
    const auto write = [mutations = act.mutations, actor = m_actor](DeskStore &store) { return store.undo(mutations, actor); };
    whenReady(m_store.write(write), this, [this](const Result<QList<Mutation>> &written) {
        if (written)
            m_events.publish(touchedBy(written.value()));
        else
            Q_EMIT failed(written.error());
    });
}

CardContent contentFrom(const LikeRequests &requests)
{
    CardContent content;
    for (const LikeRequests::Request &request : requests.requests) {
        const QString words = request.subject.isEmpty() ? request.text.left(80) : request.subject;
        if (content.title.isEmpty())
            content.title = words;
        if (qsizetype(content.citizenWords.size()) < shownWords && !words.isEmpty())
            content.citizenWords.insert(words);
    }
    content.keywords = {requests.words.begin(), requests.words.end()};
    content.service = mostFrequent(requests.requests, [](const LikeRequests::Request &request) { return request.service; });
    content.theme = mostFrequent(requests.requests, [](const LikeRequests::Request &request) { return request.theme; });
    return content;
}

} // namespace parvis

#include "benchtown.h"
#include "workload.h"

#include "demo/demotown.h"
#include "presentation/cardproposal.h"

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr int manyCards = 5'000;

//! What citizens said at the desk, some of it misspelt; each is typed key by key.
const QStringList &phrases()
{
    static const QStringList list{u"poubelle pas passée depuis une semaine"_s,
                                  u"carte grise"_s,
                                  u"ma carte didentité est perdue, comment la refaire"_s,
                                  u"le lampadère devant chez moi clignote toute la nuit"_s,
                                  u"inscritpion à la cantine pour le petit"_s,
                                  u"voiture ventouse sur le parking, elle bouge plus"_s,
                                  u"il y a des rats dans la cour de l'immeuble"_s,
                                  u"un trou énorme au milieu de la route, j'ai failli tomber à vélo"_s,
                                  u"mariage à la mairie quels papiers"_s,
                                  u"le voisin fait du boucan jusqu'à trois heures du matin"_s,
                                  u"aide pour payer la facture d'électricité"_s,
                                  u"changer d'adresse sur la liste électorale"_s,
                                  u"demande de place en crèche pour septembre"_s,
                                  u"arbre tombé sur le trottoir après la tempête"_s};
    return list;
}

Result<TownData> town(quint32 seed)
{
    return loadTown(seed, Instant{1'500'000'000'000}, benchPresent());
}

QHash<Id, QString> themeNames(const TownData &data)
{
    QHash<Id, QString> names;
    for (const Theme &theme : data.themes)
        names.insert(theme.id, theme.name);
    return names;
}

QList<Card> cardsOf(const TownData &data)
{
    QList<Card> cards;
    for (const CardHabits &habits : data.cards)
        cards.append(habits.card);
    return cards;
}

//! As many cards as a large town might have: each again and again, for other places and people, with words of its own, so that
//! the vocabulary grows with their number.
QList<Card> varied(const QList<Card> &originals, int count)
{
    static const QStringList places{u"du centre"_s,   u"des faubourgs"_s,   u"de la gare"_s,    u"du port"_s,
                                    u"des coteaux"_s, u"de l'hippodrome"_s, u"des cheminots"_s, u"du vieux bourg"_s,
                                    u"de l'île"_s,    u"des vignes"_s};
    QRandomGenerator random(11);
    QList<Card> cards = originals;
    while (cards.size() < count) {
        Card card = originals.at(cards.size() % originals.size());
        const QString &place = places.at(cards.size() / originals.size() % places.size());
        card.id = idFromBytes(QByteArray::number(qlonglong(cards.size())).rightJustified(16, '0'));
        card.title += u' ' + place;
        TokenSet words;
        for (const QString &word : std::as_const(card.citizenWords))
            words.insert(word + u' ' + place);
        QString own;
        for (int i = 0; i < 8; ++i)
            own += QChar(char16_t(u'a' + random.bounded(26)));
        words.insert(own);
        card.citizenWords = words;
        cards.append(card);
    }
    return cards;
}

//! Requests of a generated town in the order of their time, their cards by code: another seed gives other ids.
struct Said
{
    QString code, subject, text;
};
Result<QList<Said>> requestsOf(quint32 seed, qint64 count)
{
    DemoOptions options;
    options.requests = count;
    options.seed = seed;
    options.until = Instant{1'790'000'000'000};
    options.years = 2;
    const auto generator = DemoTown::create(options);
    if (!generator)
        return generator.error();
    QHash<QString, QString> codes;
    for (const CardHabits &habits : generator->data().cards)
        codes.insert(idText(habits.card.id), habits.card.code);
    QList<Said> list;
    const Status done = generator->generate([&](const QList<IntakeRecord> &batch, qint64) {
        for (const IntakeRecord &record : batch) {
            const QString card = record.fields.value("card"_L1).toString();
            if (record.kind == Kind::Request && record.verb == Verb::Create && codes.contains(card))
                list.append(
                    {codes.value(card), record.fields.value("subject"_L1).toString(), record.fields.value("text"_L1).toString()});
        }
        return success();
    });
    return done ? Result<QList<Said>>(list) : Result<QList<Said>>(done.error());
}

struct Accuracy
{
    int first = 0, firstThree = 0, all = 0;
    double missedFirst() const { return 100.0 - 100.0 * first / std::max(1, all); }
    double missedThree() const { return 100.0 - 100.0 * firstThree / std::max(1, all); }
};

class Proposing
{
public:
    explicit Proposing(const TownData &data) : m_index(cardsOf(data), themeNames(data))
    {
        for (const CardHabits &habits : data.cards)
            m_ids.insert(habits.card.code, habits.card.id);
    }
    void learn(const QString &code, const QString &subject, const QString &text)
    {
        m_past.learn({m_ids.value(code), subject, text});
    }
    void endLearning() { m_index.setPast(m_past); }
    void judge(const QString &code, const QString &text, Accuracy &accuracy) const
    {
        const QList<CardProposal> proposals = proposedCards(m_index, text, 3);
        const auto isRight = [this, &code](const CardProposal &p) { return p.card == m_ids.value(code); };
        ++accuracy.all;
        accuracy.first += !proposals.isEmpty() && isRight(proposals.first()) ? 1 : 0;
        accuracy.firstThree += std::any_of(proposals.begin(), proposals.end(), isRight) ? 1 : 0;
    }
    void typeEach(const QString &text, Samples &keys) const
    {
        for (qsizetype n = 1; n <= text.size(); ++n)
            keys.time([&] { proposedCards(m_index, QStringView(text).left(n), 3); });
    }

private:
    CardIndex m_index;
    PastWords m_past;
    QHash<QString, Id> m_ids;
};

} // namespace

Result<QList<Figure>> benchCardSearch(const BenchOptions &)
{
    const auto data = town(1);
    if (!data)
        return data.error();
    Samples building;
    CardIndex index;
    const QList<Card> cards = varied(cardsOf(*data), manyCards);
    const QHash<Id, QString> themes = themeNames(*data);
    building.time([&] { index = CardIndex(cards, themes); });
    Samples keys;
    qsizetype found = 0;
    for (int round = 0; round < 4; ++round) {
        for (const QString &phrase : phrases()) {
            for (qsizetype n = 1; n <= phrase.size(); ++n) {
                Samples one;
                one.time([&] { found += index.search(QStringView(phrase).left(n), 6).size(); });
                if (round > 0) // the first warms the caches
                    keys.add(one.total());
            }
        }
    }
    if (found == 0)
        return Error{ErrorCode::NotFound, u"the phrases found no card"_s};
    return QList<Figure>{{u"card-search"_s,
                          u"a key among %1 cards, p99 of %2"_s.arg(manyCards).arg(keys.count()),
                          keys.percentile(0.99),
                          u"ms"_s,
                          {},
                          10.0},
                         {u"card-search"_s, u"a key among %1 cards, median"_s.arg(manyCards), keys.median(), u"ms"_s, {}, {}},
                         {u"card-search"_s, u"the index of %1 cards made"_s.arg(manyCards), building.total(), u"ms"_s, {}, {}}};
}

Result<QList<Figure>> benchCardSuggest(const BenchOptions &)
{
    constexpr qint64 learned = 20'000;
    const auto data = town(1);
    // The older requests of one town teach, the newest of another, made from another seed, are asked.
    const auto older = requestsOf(1, learned + 2'000);
    const auto newer = requestsOf(2, learned + 2'000);
    if (!data || !older || !newer)
        return !data ? data.error() : !older ? older.error() : newer.error();
    Samples learning, keys;
    Proposing byTime(*data);
    learning.time([&] {
        for (const Said &said : older->mid(0, learned))
            byTime.learn(said.code, said.subject, said.text);
        byTime.endLearning();
    });
    Accuracy later;
    const QList<Said> asked = newer->mid(newer->size() - 2'000);
    for (const Said &said : asked)
        byTime.judge(said.code, said.text, later);
    for (const Said &said : asked.mid(0, 60))
        byTime.typeEach(said.text, keys);

    // The generator has some ten wordings for each card, so a later request is mostly an old one with other streets. Harder:
    // every third wording is never learned, and only those are asked.
    Proposing byWording(*data);
    Accuracy unheard;
    const auto eachWording = [&data](bool isHeld, const auto &fn) {
        for (const CardHabits &habits : data->cards) {
            for (qsizetype i = 0; i < habits.descriptions.size(); ++i) {
                if ((i % 3 == 2) == isHeld)
                    fn(habits.card.code, QString(habits.descriptions.at(i)).remove(QRegularExpression(u"\\{\\w+\\}"_s)));
            }
        }
    };
    eachWording(false, [&](const QString &code, const QString &text) { byWording.learn(code, {}, text); });
    byWording.endLearning();
    eachWording(true, [&](const QString &code, const QString &text) { byWording.judge(code, text, unheard); });

    const auto share = [](const QString &measure, double missed, std::optional<double> reach) {
        return Figure{u"card-suggest"_s, measure, missed, u"%"_s, {}, reach};
    };
    return QList<Figure>{
        {u"card-suggest"_s, u"a key of a text, p99 of %1"_s.arg(keys.count()), keys.percentile(0.99), u"ms"_s, {}, 16.0},
        {u"card-suggest"_s, u"%1 requests learned"_s.arg(learned), learning.total(), u"ms"_s, {}, 2000.0},
        share(u"later requests of another seed, right card not first, of %1"_s.arg(later.all), later.missedFirst(), 25.0),
        share(u"later requests of another seed, right card not in three"_s, later.missedThree(), 10.0),
        share(u"wordings never learned, right card not first, of %1"_s.arg(unheard.all), unheard.missedFirst(), 25.0),
        share(u"wordings never learned, right card not in three"_s, unheard.missedThree(), 10.0)};
}

} // namespace parvis

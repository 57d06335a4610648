#pragma once

#include "domain/description.h"

namespace parvis {

//! A simple question is answered in 2 working days, one that needs research in 10.
enum class CardKind { Simple, Complex };
template <>
struct Tokens<CardKind>
{
    static constexpr std::array<QLatin1StringView, 2> words{QLatin1StringView("simple"), QLatin1StringView("complex")};
};

//! What two months' silence of the town means (CRPA L. 231-1: acceptance; L. 231-4: the exceptions).
enum class Silence { Unsaid, Acceptance, Rejection };
template <>
struct Tokens<Silence>
{
    static constexpr std::array<QLatin1StringView, 3> words{QLatin1StringView("unsaid"), QLatin1StringView("acceptance"),
                                                            QLatin1StringView("rejection")};
};

//! What a procedure card says; the same in the published card and in its draft.
struct CardContent
{
    QString title;
    QString summary;
    Id theme;
    TokenSet keywords;
    TokenSet citizenWords; //!< how citizens call it
    QString audience;
    QString ask, say, steps; //!< Demander, Dire, Faire: Markdown (CommonMark with GitHub's tables)
    QJsonArray documents;    //!< required documents, lines of text
    QString price, location;
    QJsonArray law; //!< references, lines of text
    Id service;
    QJsonObject serviceByDistrict; //!< district id → service id, where the work is cut so
    Id referent;                   //!< null: the service's
    CardKind complexity = CardKind::Simple;
    int delayDays = 0; //!< working days; 0: 2 or 10 by complexity
    Silence silence = Silence::Unsaid;
    QString acknowledgement;
    QJsonArray replyTemplates; //!< [{"name","text"}]
    QJsonArray replyCircuit;   //!< who approves replies: steps as in CardDraft::circuit
    int retentionMonths = 0;   //!< requests are kept so long after closing; 0: as the town's rule says
    IdSet seeAlso;             //!< other cards
    QDate validFrom, validUntil;
    int reviewMonths = 0; //!< looked at again so often; 0: never
    bool needsPlace = false;
    bool confidential = false;
    QJsonArray form; //!< see cardform.h: [{"code","label","type","required","options","help","shownIf"}]

    bool operator==(const CardContent &) const = default;
};

//! A procedure card (fiche de procédure) as published. Its content changes by the publication of a draft alone, which the hub
//! carries out; agents may archive it, or say that it was reviewed and holds.
struct Card : CardContent
{
    static constexpr Kind kind = Kind::Card;
    static EntityDescription description();

    Id id;
    QString code;     //!< stable; the key of imports
    int revision = 0; //!< published revision; a request keeps card@revision
    Instant publishedAt;
    QDate reviewOn; //!< the day to look at it again
    bool archived = false;
    QJsonObject extra;

    bool operator==(const Card &) const = default;
};

enum class DraftState { Draft, InValidation, Published, Abandoned };
template <>
struct Tokens<DraftState>
{
    static constexpr std::array<QLatin1StringView, 4> words{QLatin1StringView("draft"), QLatin1StringView("in_validation"),
                                                            QLatin1StringView("published"), QLatin1StringView("abandoned")};
};

//! The next revision of a card in the making. Several may exist; the first that is published wins, the others are based anew.
struct CardDraft : CardContent
{
    static constexpr Kind kind = Kind::CardDraft;
    static EntityDescription description();

    Id id;
    Id card;      //!< which it becomes; of a new card, an id made for it
    QString code; //!< of a new card; a known card keeps its own
    int base = 0; //!< the revision that it was written from; 0: a new card
    Id author;
    Instant at;
    DraftState state = DraftState::Draft;
    int step = 0;       //!< of the circuit, from 0; all before it have approved
    QJsonArray circuit; //!< as it was at submission: [{"title","role"} | {"title","user"}], see cardlife.h
    QString reason;     //!< why it came back
    QJsonObject extra;

    bool operator==(const CardDraft &) const = default;
};

//! What was published under a number, unchangeable. Made by the hub alone.
struct CardRevision
{
    static constexpr Kind kind = Kind::CardRevision;
    static EntityDescription description();

    Id id;
    Id card;
    int number = 0;
    QJsonObject content; //!< of a CardContent, see contentOf()
    Instant publishedAt;
    Id publishedBy; //!< the last who approved; null: imported
    Id author;
    QJsonObject extra;

    bool operator==(const CardRevision &) const = default;
};

enum class RemarkType {
    Comment,
    Approved,
    Returned,
    Wrong,     //!< the desk's flag: what the card says is not so
    Incomplete //!< the desk's flag: citizens ask what it does not say
};
template <>
struct Tokens<RemarkType>
{
    static constexpr std::array<QLatin1StringView, 5> words{QLatin1StringView("comment"), QLatin1StringView("approved"),
                                                            QLatin1StringView("returned"), QLatin1StringView("wrong"),
                                                            QLatin1StringView("incomplete")};
};

//! Said of a card or of its draft: comments, approvals and returns of the circuit, flags of the desk.
struct CardRemark
{
    static constexpr Kind kind = Kind::CardRemark;
    static EntityDescription description();

    Id id;
    Id card;
    Id draft; //!< null: of the published card
    RemarkType type = RemarkType::Comment;
    int step = 0; //!< of the circuit, for approvals and returns
    Id author;
    Id onBehalf; //!< whose step a deputy decided; null: their own
    Instant at;
    QString text;
    bool handled = false; //!< a flag that was answered by a revision or laid aside
    QJsonObject extra;

    bool operator==(const CardRemark &) const = default;
};

//! The fields of \a document (of a Card or CardDraft) that are content.
QJsonObject contentOf(const QJsonObject &document);

//! \a day is neither before the card holds nor after.
bool isInForce(const CardContent &card, const QDate &day);

//! The promised delay in working days.
int delayOf(const CardContent &card);

//! The service that takes over a request of this card in \a district (null: unknown).
Id routedService(const CardContent &card, const Id &district);

} // namespace parvis

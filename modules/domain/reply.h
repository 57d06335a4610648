#pragma once

#include "domain/circuit.h"
#include "domain/dispatch.h"
#include "domain/request.h"

// Replies to citizens, from the first word to the last signature. A reply is one record: what will be read, and the decisions on
// it, which are only ever added. Its state is not written by anybody: it follows from the decisions, at the desk and at the hub
// alike.
//
// A decision names the seal of what its author saw, a hash of every text and attachment that will go out. An approval counts
// while that is still what will go out: whoever changes a word breaks the seal, and everybody who approved before looks again.

namespace parvis {

enum class ReplyPurpose {
    Answer, //!< settles the request
    Interim //!< says how it stands, asks for documents …: the request stays open
};
template <>
struct Tokens<ReplyPurpose>
{
    static constexpr std::array<QLatin1StringView, 2> words{QLatin1StringView("answer"), QLatin1StringView("interim")};
};

enum class ReplyState {
    Draft,      //!< being written, or returned to be written anew
    InApproval, //!< submitted
    Approved,   //!< by everybody: it goes out
    Refused,    //!< nothing will be sent, with a reason
    Withdrawn   //!< by its author
};
template <>
struct Tokens<ReplyState>
{
    static constexpr std::array<QLatin1StringView, 5> words{QLatin1StringView("draft"), QLatin1StringView("in_approval"),
                                                            QLatin1StringView("approved"), QLatin1StringView("refused"),
                                                            QLatin1StringView("withdrawn")};
};

enum class ReplyAct {
    Submitted,
    Approved,  //!< with what it changed in \c was, if anything
    Returned,  //!< to its author, with a reason; by its author: taken back, to write on
    Refused,   //!< with a reason
    TakenBack, //!< an approval, by who gave it; without a step: its withdrawal, by its author
    Withdrawn, //!< by its author
    Remarked   //!< annotated
};
template <>
struct Tokens<ReplyAct>
{
    static constexpr std::array<QLatin1StringView, 7> words{QLatin1StringView("submitted"),  QLatin1StringView("approved"),
                                                            QLatin1StringView("returned"),   QLatin1StringView("refused"),
                                                            QLatin1StringView("taken_back"), QLatin1StringView("withdrawn"),
                                                            QLatin1StringView("remarked")};
};

//! One who is answered, by one channel, with exactly what they will read. Several are one reply to many.
struct Recipient
{
    Id request;
    Id citizen;
    ReplyChannel channel = ReplyChannel::None;
    QString name;      //!< as it stands on the envelope
    QStringList lines; //!< the address of a letter, the name not in it
    QString to;        //!< of an e-mail or SMS, the number to call back
    QString subject;
    QString text; //!< ready to be read: plain with the marks of wording/replytext.h

    bool operator==(const Recipient &) const = default;
};

//! A file that goes with it, by reference.
struct Enclosure
{
    Id attachment; //!< of the request
    QString name;
    QString sha256;
    QString mediaType;
    qint64 bytes = 0;

    bool operator==(const Enclosure &) const = default;
};

struct ReplyDecision
{
    int n = 0;     //!< how many decisions its author knew: orders them whatever the clocks say
    int round = 0; //!< of submissions, from 1
    int step = -1; //!< of the circuit, and which of its parts; -1: concerns none
    int part = -1;
    ReplyAct act = ReplyAct::Remarked;
    Id by;
    Id onBehalf;  //!< whose decision a deputy took; null: their own
    Instant at;   //!< their desk's clock, informational
    QString seal; //!< of what they saw
    QString text;
    QJsonObject was; //!< what an approval changed: {"subject","text","attachments"} before it

    bool operator==(const ReplyDecision &) const = default;
};

struct Reply
{
    static constexpr Kind kind = Kind::Reply;
    static EntityDescription description();

    Id id;
    Id request; //!< where it is filed; the first of those that it answers
    ReplyPurpose purpose = ReplyPurpose::Answer;
    Id author;
    Instant at;

    Id replyTemplate; //!< that it was begun with; null: none
    QString subject;
    QString text;           //!< as its author writes it, with the fields of a template still in it
    QJsonArray recipients;  //!< of Recipient, made of the text at submission
    QJsonArray attachments; //!< of Enclosure

    int round = 0;                        //!< submissions so far
    QJsonArray circuit;                   //!< as it was at the last one
    QString seal;                         //!< sealOf() what is to be approved
    QJsonObject signature;                //!< {"user", "image" (PNG, base64)}: put there by its owner with their approval
    TokenSet decisions;                   //!< of ReplyDecision, as compact JSON
    ReplyState state = ReplyState::Draft; //!< what stateOf() says
    QString overdue;                      //!< "round/step" that waits longer than it may: the hub's word

    QJsonObject extra;

    bool operator==(const Reply &) const = default;
};

QJsonObject toJson(const Recipient &recipient);
Recipient recipientFrom(const QJsonValue &json);
QList<Recipient> recipientsOf(const Reply &reply);
QJsonObject toJson(const Enclosure &enclosure);
QList<Enclosure> enclosuresOf(const QJsonArray &attachments);
QString decisionText(const ReplyDecision &decision);  //!< for Reply::decisions
QList<ReplyDecision> decisionsOf(const Reply &reply); //!< in their order; what can't be read is left out

//! What goes out to \a recipient as it is approved: without number, signatory and state.
Dispatch dispatchFor(const Reply &reply, const Recipient &recipient);

//! \a requests in groups whose readers are the same: one for each service, what is confidential apart. A reply is read by whoever
//! sees the request where it is filed, and by its approvers there, so each group is answered by a reply of its own. The groups
//! and what is in them keep their order.
QList<QList<Request>> byReaders(const QList<Request> &requests);

//! The circuit of the replies to \a request: of its card, else of its service or what is above it, by the card's complexity
//! (Unit::replyCircuits). Empty: whoever writes it signs it.
QJsonArray replyCircuitFor(const QJsonObject &request, const Lookup &lookup);
//! The circuit of \a reply: those of all requests that it answers and of the one where it is filed, as mergedCircuit(). A role is
//! asked for in the service of each request that asks for it.
QJsonArray replyCircuitFor(const Reply &reply, const Lookup &lookup);

//! 64 hexadecimal digits (BLAKE2b-256) over every text, addressee and attachment that will go out.
QString sealOf(const Reply &reply);

//! A part of the circuit's present step that nobody decided yet.
struct OpenPart
{
    int step = 0;
    int part = 0;
    QJsonObject who; //!< {"role"} or {"user"}

    bool operator==(const OpenPart &) const = default;
};
QList<OpenPart> openPartsOf(const Reply &reply); //!< empty unless it is in approval

//! The decision by which \a part, one of openPartsOf(), began to wait. Remarks and what others decide beside it don't make it
//! wait anew; a changed text that it had approved does.
std::optional<ReplyDecision> openedBy(const Reply &reply, const OpenPart &part);

//! What the decisions make of it.
ReplyState stateOf(const Reply &reply);

//! The approval of that part that counts: in the present round, of the present seal, not taken back.
std::optional<ReplyDecision> approvalOf(const Reply &reply, int step, int part);

//! Who signs, as Dispatch::signatory: whoever approved last, in their own name or for whom they stand in; the author of what
//! nobody has to approve.
QJsonObject signatoryOf(const Reply &reply, const Lookup &lookup);
//! The same if \a by signed it: for \a onBehalf, or, if that is null, in their own name and with their own image. Name, first
//! name and capacity stand there as art. L. 212-1 of the CRPA asks.
QJsonObject signatoryOf(const Reply &reply, const Id &by, const Id &onBehalf, const Lookup &lookup);

//! The open part that \a actor may decide, and for whom; nothing if there is none.
struct MayDecide
{
    OpenPart part;
    Id onBehalf; //!< their own id for themselves
};
std::optional<MayDecide> decidable(const Reply &reply, const Actor &actor, const Lookup &lookup);

//! Reply::overdue of a step.
QString overdueMark(int round, int step);

//! What an approval keeps of the content that it changed: ReplyDecision::was.
QJsonObject contentBefore(const Reply &before, const Reply &after);

//! What a reply still needs before it can be submitted.
enum class ReplyGap { Recipient, Text, Address, LetterAddress, TooLong };
QList<ReplyGap> gapsOf(const Reply &reply);

//! An SMS longer than this is no SMS any more.
constexpr int mostSmsParts = 10;
//! As many as one reply answers: what the hub takes in one mutation bounds it.
constexpr int mostRecipients = 400;

//! Is the change of \a reply from \a before (empty at creation) to \a after allowed?
Refusal replyRefusal(const Id &reply, const QJsonObject &before, const QJsonObject &after, const Actor &actor,
                     const Lookup &lookup);

//! \a document with its state as its decisions make it.
QJsonObject settled(QJsonObject document);

} // namespace parvis

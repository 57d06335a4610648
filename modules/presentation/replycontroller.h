#pragma once

#include "domain/replymoves.h"
#include "presentation/latest.h"
#include "presentation/referencedata.h"
#include "presentation/replystart.h"
#include "presentation/storeevents.h"
#include "store/storegate.h"
#include "wording/replyfacts.h"

#include <QtCore/QTimer>

namespace parvis {

//! Something to begin a reply with.
struct Beginning
{
    QString name;
    QString subject, text; //!< Mustache
    Id replyTemplate;      //!< null: of the card itself
    bool isOfCard = false;
    ReplyTone tone = ReplyTone::Neutral;

    bool operator==(const Beginning &) const = default;
};

//! What one addressee will read, and what stands in its way.
struct Rendered
{
    Recipient recipient;
    QList<FoundFault> faults;
    QList<ReplyGap> gaps;
};

//! One of the replies that submitting makes, see byReaders().
struct ReplyWay
{
    Request home;       //!< where it is filed, or will be
    QList<Id> requests; //!< that it answers
    QJsonArray circuit; //!< of all of them, see replyCircuitFor()
};

//! What was submitted at one go.
struct SentReplies
{
    QList<Id> replies;
    QList<Id> requests; //!< that they answer
    QList<Id> copies;   //!< attachments that were filed for it, so that each service can open them
    QString number;     //!< of the first
    int approved = 0;   //!< of the replies: nobody else has to approve them
    QString draftKey;   //!< and the words that several were made of
    QJsonObject words;
};

//! Composes a reply to one request, or one to many, for each addressee by the channel of their choice, with what they will read
//! at each key. What is written is kept within a second, also through a crash; submitting makes it a record. GUI thread; never
//! waits for the store.
class ReplyController final : public QObject
{
    Q_OBJECT
public:
    ReplyController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                    QRandomGenerator &random, QObject *parent = nullptr);
    ~ReplyController() override { flush(); }

    void setActor(const Actor &actor) { m_actor = actor; }
    const Actor &actor() const { return m_actor; }

    //! begun() follows: with the first of replyStarts(), as it was being written; a new one with what suits best. Those without
    //! anybody to tell are left out.
    void begin(const QList<Id> &requests);
    //! The same with a reply that came back to be written anew; NotFound if it is no draft any more.
    void beginFiled(const Id &reply);
    //! What else could be gone on with in its place, and going on with it. Nothing of what is written is lost.
    std::optional<ReplyStart> otherStart() const;
    void beginOther();
    void end(); //!< what was written stays kept
    bool isBegun() const { return m_isBegun; }
    const QList<Id> &requests() const { return m_start.requests; }
    //! How many of those whom it was to reach when it was filed are not reached any more: their request is not on this desk, or
    //! nobody is named in it.
    int lostCount() const;
    const QList<Addressed> &addressed() const { return m_addressed; }
    //! Other replies to some of them that wait for approval: whoever writes one more should know.
    const QList<ReplyRow> &underWay() const { return m_underWay; }
    QDate today() const { return m_town.calendar().localDay(m_clock.now()); }
    bool isToMany() const { return m_addressed.size() > 1; }

    // What is written. Each set is seen in rendered() at once.
    const Reply &reply() const { return m_reply; }
    ReplyChannel channel() const { return m_channel; } //!< None: each by their own
    void setSubject(const QString &subject);
    void setText(const QString &text);
    void setChannel(ReplyChannel channel);
    void setPurpose(ReplyPurpose purpose);
    QList<Attachment> files() const; //!< of all requests that it answers: what may be enclosed
    void setEnclosed(const Attachment &attachment, bool isEnclosed);
    void use(const Beginning &beginning); //!< in place of what is written

    QList<Beginning> beginnings() const; //!< the best first
    //! Paragraphs whose name begins with, or holds, the words typed; code and name.
    QList<std::pair<QString, QString>> paragraphs(const QString &words) const;
    const QList<ReplyRow> &likeReplies() const { return m_like; } //!< loaded after begun(): likeFound()

    Rendered rendered(int addressee = 0) const;
    Dispatch preview(int addressee = 0) const; //!< with whoever would sign it, as far as it is known
    //! Of all addressees; empty: it may be submitted.
    QList<FoundFault> faults() const;
    QList<ReplyGap> gaps() const;
    //! What submitting makes of it: one reply, or one for each group that the same people read.
    QList<ReplyWay> ways() const;
    //! Who is asked for by \a part of the circuit of \a way, as far as they are known.
    QList<Id> deciders(const ReplyWay &way, const QJsonValue &part) const;
    //! Those whom \a way asks though they don't see the request where it is filed: it would wait for them for ever.
    QList<Id> blindDeciders(const ReplyWay &way) const;
    static ReplyChannel channelOf(const Addressed &addressed, ReplyChannel wanted);

    void submit();                      //!< submitted() or failed() follows
    void undo(const SentReplies &sent); //!< taken back by its author, to write on: several as one, as they were written
    void withdraw();                    //!< what was filed, and what was kept; withdrawn() or failed() follows
    void flush();                       //!< keeps it now

Q_SIGNALS:
    void begun();
    void changed(); //!< what is written, or what it is about
    //! It is no draft any more: its author submitted or withdrew it at another desk. What is written here stays kept.
    void overtaken(parvis::ReplyState state);
    //! The draft was written on at another desk: its words are here now; but \a isOurs: those that were written here stay.
    void rewritten(bool isOurs);
    void likeFound();
    void submitted(const parvis::SentReplies &sent);
    void undone(const parvis::SentReplies &sent);
    void withdrawn();
    void failed(const parvis::Error &error);

private:
    struct Loaded
    {
        QList<ReplyStart> starts; //!< empty: what it is about was read again
        QList<Addressed> addressed;
        QList<ReplyRow> underWay;
        std::optional<Request> home; //!< where it is filed
        std::optional<Draft> draft;
    };
    using Starts = std::function<Result<QList<ReplyStart>>(DeskStore &)>;
    static Result<Loaded> loadStart(DeskStore &store, const QList<ReplyStart> &starts);
    static Result<Loaded> loadAbout(DeskStore &store, const ReplyStart &start);
    void load(const Starts &starts);
    void loadLike();
    void take(const Loaded &loaded);
    void takeStart(const Loaded &loaded);
    void takeFiled(const std::optional<ReplyRow> &row);
    ReplyChannel filedChannel() const;
    QJsonArray circuitOf(const Id &home, const QList<Id> &requests) const;
    QString draftKey() const { return m_start.draftKey(); }
    void touch();
    Lookup lookup(const Addressed &addressed) const;
    ReplyFields fieldsOf(const Addressed &addressed) const;
    QString filled(const QString &text) const;
    QJsonObject words() const;
    Reply whole() const; //!< with its recipients
    QList<Edit> editsFor(const ReplyWay &way, Reply reply, SentReplies &sent);
    Edit filing(const Reply &reply, const QJsonObject &set) const;
    void write(const QList<Edit> &edits, const std::function<void()> &done);

    StoreGate &m_store;
    StoreEvents &m_events;
    const ReferenceData &m_town;
    const Clock &m_clock;
    IdMaker m_ids;
    Actor m_actor;

    QList<ReplyStart> m_starts;
    ReplyStart m_start;
    QList<Addressed> m_addressed;
    QList<ReplyRow> m_underWay;
    std::optional<Request> m_home;
    bool m_isBegun = false, m_isBusy = false, m_isUnkept = false;
    Reply m_seen; //!< as it is filed; a null request: not yet
    qint64 m_seq = 0;
    Reply m_reply;
    ReplyChannel m_channel = ReplyChannel::None;
    QList<ReplyRow> m_like;
    QTimer m_keep;
    Latest<Loaded> m_loading;
    Latest<QList<ReplyRow>> m_likeLoading;
    Latest<std::optional<ReplyRow>> m_filedLoading;
};

} // namespace parvis

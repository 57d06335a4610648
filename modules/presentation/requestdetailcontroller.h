#pragma once

#include "presentation/advice.h"
#include "presentation/filekeeping.h"
#include "presentation/fileopener.h"
#include "presentation/latest.h"
#include "presentation/requestmoves.h"
#include "presentation/storeevents.h"
#include "protocol/messages.h"
#include "store/citizenquery.h"
#include "store/linkquery.h"
#include "store/storegate.h"
#include "store/timelinequery.h"

#include <QtCore/QTimer>

namespace parvis {

//! What an agent can do to the request in sight.
enum class RequestAct { Note, Contact, Status, Assign, TakeBack, Part, Check, Field, Take, Dismiss, Attach, Detach };

//! An act that is in the store now and can be taken back.
struct SavedAct
{
    RequestAct act = RequestAct::Note;
    Id request;
    QString number;                                 //!< empty until the hub has given it
    QString field;                                  //!< for Field: the first one
    RequestStatus status = RequestStatus::Received; //!< for Status
    QList<qint64> mutations;                        //!< for undo()
    bool isStillTold = false;                       //!< of undone(): the contact by which the citizen was told stays on record
};

//! One request with its timeline, everything that can be done to it, and the words that are being written for it, which are kept
//! within a second. GUI thread; never waits for the store.
class RequestDetailController final : public FileOpener
{
    Q_OBJECT
public:
    RequestDetailController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                            QRandomGenerator &random, QObject *parent = nullptr);
    ~RequestDetailController() override { flush(); }

    void setActor(const Actor &actor) { m_actor = actor; }
    const Actor &actor() const { return m_actor; }
    bool may(Permission permission) const { return m_detail && m_actor.may(permission); }
    bool maySettle(const Proposal &proposal) const; //!< take or dismiss it

    void show(const Id &request); //!< null: none. changed() follows at once, and again when it is loaded
    const Id &id() const { return m_id; }
    const std::optional<RequestDetail> &detail() const { return m_detail; } //!< nothing while loading, or if it is gone
    bool isLoading() const { return m_isLoading; }
    Delay delay() const;
    //! How the promised day is counted; its day differs from Request::dueOn if somebody set that by hand.
    Promise promise() const;
    Id usualReferent(const Id &service) const; //!< as routing would choose there; null: the head assigns
    bool mayTakeBack() const;
    bool mayReopen() const; //!< within its service's delay, by this desk's clock; the hub's own decides
    QStringList checklist() const;
    const LinkedRequests &linked() const { return m_linked; }
    QDate today() const { return m_town.calendar().localDay(m_clock.now()); }

    // Acts. saved() or failed() follows. Text may be empty where it is called a remark.
    void addNote(const QString &text);
    //! \a satisfaction: what the citizen said of the town's work, 1 to 5; 0: nothing.
    void addContact(Channel channel, bool isOutgoing, const QString &text, int satisfaction = 0);
    void changeStatus(const RequestMoves::Step &step);
    void assign(const Id &service, const Id &assignee, const QString &remark);
    void takeBack(); //!< to the desk, which qualifies it anew
    void addPart(const Id &service, const Id &assignee, const QString &text);
    void setParent(const Id &parent); //!< null: stands by itself
    void check(const QString &item, bool isDone);
    void setFields(const QJsonObject &fields, const QString &part);   //!< as Mutation::set; \a part of the draft goes with it
    void setFormFile(const QString &code, const FileReference &file); //!< of the card's form; attached for good, too
    void attach(const QList<FileReference> &files);                   //!< that are kept
    void detach(const Attachment &attachment);
    void take(const Proposal &proposal); //!< what was wanted, in place of what stands
    void dismiss(const Proposal &proposal);
    void undo(const SavedAct &act, const QString &remark = {}); //!< \a remark: a note, where a contact with a reply stays

    // Files. Kept in the store at once, so that attach() and setFormFile() need no file any more.
    QFuture<Result<FileReference>> keepFile(const QString &path) { return parvis::keepFile(m_store, this, path); }
    QFuture<Result<FileReference>> keepFile(const QByteArray &bytes, const QString &name)
    {
        return parvis::keepFile(m_store, this, bytes, name);
    }
    void fileArrived(const QString &sha256) override;
    void fileProgressed(const QString &sha256);
    void fileFailed(const QString &sha256, const Error &error) override;

    //! Who else has this request in sight, as the hub says.
    void setOnlookers(const Id &request, const QList<Onlooker> &others);
    const QList<Onlooker> &onlookers() const { return m_onlookers; }

    //! citizensFound() follows, unless other words are asked for before.
    void findCitizens(const QString &words);

    // What is being written, by part: "note", "contact", "status", "assign", or what a field calls itself.
    const QJsonObject &draft() const { return m_draft; }
    void keep(const QString &part, const QJsonObject &content); //!< empty: nothing is being written
    void flush();                                               //!< writes it now instead of within the second

Q_SIGNALS:
    void changed();       //!< detail()
    void draftRestored(); //!< draft() as it was left, after show()
    void saved(const parvis::SavedAct &act);
    void undone(const parvis::SavedAct &act);
    void citizensFound(const QString &words, const QList<parvis::CitizenHit> &hits);
    void failed(parvis::RequestAct act, const parvis::Error &error);
    void lookedAt(const parvis::Look &look); //!< what is in sight, and whether something is being written for it
    void onlookersChanged();
    void loadFailed(const parvis::Error &error);
    void draftFailed(const parvis::Error &error);

private:
    struct Loaded
    {
        std::optional<RequestDetail> detail;
        std::optional<Draft> draft;
        LinkedRequests linked;
    };
    void load();
    void showLoaded(const Loaded &loaded);
    QString draftKey() const;
    RequestMoves moves();
    SeenRequest seen() const;
    QList<Edit> fileEdits(const QList<FileReference> &files);
    Edit patchEdit(const QJsonObject &set) const;
    SavedAct actOf(RequestAct act) const;
    void submit(const SavedAct &act, const QList<Edit> &edits, const QString &part);
    void settleProposal(RequestAct act, const Proposal &proposal);
    void follow(const QFuture<Result<QList<Mutation>>> &written, const SavedAct &act, const QString &part);

    StoreGate &m_store;
    StoreEvents &m_events;
    const ReferenceData &m_town;
    const Clock &m_clock;
    IdMaker m_ids;
    Actor m_actor;

    Id m_id;
    std::optional<RequestDetail> m_detail;
    LinkedRequests m_linked;
    QList<Onlooker> m_onlookers;
    bool m_isLoading = false;
    bool m_isDraftKnown = false; // false until the stored draft has been read: nothing may overwrite it before
    QJsonObject m_draft;
    bool m_isUnwritten = false; // m_draft is newer than the stored one
    QTimer m_keepTimer;
    Latest<Loaded> m_loading;
    QString m_citizenWords;
    Latest<QList<CitizenHit>> m_citizens;
};

} // namespace parvis

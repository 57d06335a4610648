#pragma once

#include "presentation/approvallikeness.h"
#include "presentation/approvallistmodel.h"
#include "presentation/cardpeople.h"
#include "presentation/latest.h"
#include "presentation/storeevents.h"
#include "store/storegate.h"

#include <QtCore/QTimer>

namespace parvis {

enum class ApprovalView { ForMe, ForAll, Mine };

enum class ApprovalAct {
    Approve,
    ApproveChanged,
    ApproveAlike,
    Return,
    Refuse,
    Annotate,
    TakeBack,
    Withdraw,
    Restore,
    TakeUp,
    KeepSignature
};

//! What the agent decided.
struct SavedApproval
{
    struct Part
    {
        Id reply;
        int step = 0, part = 0;
    };
    ApprovalAct act = ApprovalAct::Approve;
    QString number, subject; //!< of the (first) request and reply
    QList<Part> parts;       //!< that were approved: undo() takes them back; of a withdrawal the reply
};

//! The signature book: what waits for the agent, for everybody, and what they wrote; one reply with all that is known beside it;
//! and the decisions on it. A decision is on what was on the screen: it names its seal, and what changed meanwhile is shown
//! before it can be approved. GUI thread; never waits for the store: what comes next is read before it is asked for.
class ApprovalsController final : public QObject
{
    Q_OBJECT
public:
    ApprovalsController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                        QObject *parent = nullptr);

    void setActor(const Actor &actor);
    const Actor &actor() const { return m_actor; }

    // Lists
    ApprovalListModel &list() { return m_list; }
    void setView(ApprovalView view);
    ApprovalView view() const { return m_view; }
    int waiting() const { return m_waiting; } //!< for the agent
    int openCount() const { return int(m_open.size()); }
    int ownCount() const { return int(m_own.size()); } //!< that the agent writes, or wrote of late
    bool isLoaded() const { return m_isLoaded; }
    QDate today() const { return m_town.calendar().localDay(m_clock.now()); }
    Instant now() const { return m_clock.now(); }

    // The reply in sight
    void show(const Id &reply);                                             //!< null: none
    void step(int by);                                                      //!< the next or one before in the list
    const Id &shown() const { return m_shown; }                             //!< null: none
    const std::optional<ApprovalCase> &shownCase() const { return m_case; } //!< nothing while it is read, or if it is gone
    std::optional<ApprovalCase> caseAhead() const;                          //!< that comes next, if it has been read
    bool isBroken() const { return m_isBroken; } //!< it was changed while it was in sight, and isn't accepted yet
    void acceptChange();                         //!< the agent has seen what it says now
    bool mayDecide() const;
    //! Who will sign: as Dispatch::signatory, as far as it is known yet.
    QJsonObject signatory(const ApprovalCase &of) const;

    //! What the agent has begun to write on a reply, in the store within half a second, and with ApprovalCase::begun when it
    //! comes into sight again; empty: nothing any more. A decision forgets it.
    void keep(const Id &reply, const QJsonObject &begun);
    void flush(); //!< writes it now

    // One reply to many
    int recipient() const { return m_recipient; }
    void showRecipient(int place);
    //! The next recipient to be looked at before it may be approved; nothing: enough were. One reply to many is looked at by a
    //! sample.
    std::optional<int> unseenRecipient() const;
    int sampleSize() const; //!< of the recipients; 0: it goes to few

    // Decisions on the reply in sight. saved() or failed() follows; the next one is shown at once.
    void approve();
    void approveChanged(const QString &subject, const QString &text);
    void giveBack(const QString &reason);
    void refuse(const QString &reason);
    void annotate(const QString &text);
    void undo(const SavedApproval &act); //!< takes the approvals back, or the withdrawal

    // What its author does. saved() or failed() follows.
    bool mayWithdraw() const;
    void withdraw(); //!< nothing is sent; while it is still here also of what is approved
    bool mayTakeUp() const;
    void takeUp(); //!< to write on what is returned or waits for approval: writingWanted() follows
    //! The reply as it would read; errors as of reworded().
    Result<Reply> preview(const QString &subject, const QString &text) const;

    // Approving those that are alike, after a sample of them
    //! That wait for the agent at the same step as the one in sight and say the same, begun with the same template, apart from
    //! what is the citizens' own; in the order of the list, the one in sight among them. Empty: there is none.
    QList<Id> alike() const;
    static constexpr int fewestAlike = 3;
    bool isSampling() const { return !m_sample.isEmpty(); }
    struct Sampling
    {
        int all = 0, sample = 0; //!< how many there are, and how many are looked at
        int seen = 0;
        int changed = 0; //!< that changed since it began, or were decided: they are left out
    };
    Sampling sampling() const;
    void beginSampling();
    void nextSample(); //!< the one in sight is right; after the last one, approves all
    void stopSampling();

    // The agent's signature
    const QByteArray &signature() const { return m_signature; } //!< PNG; empty: none
    static constexpr qsizetype mostSignatureBytes = 64 * 1024;
    void setSignature(const QByteArray &png); //!< kept at this desk alone

Q_SIGNALS:
    void listed();
    void countsChanged();
    void caseChanged();
    void samplingChanged();
    void signatureChanged();
    void saved(const parvis::SavedApproval &act);
    void writingWanted(const parvis::Id &reply); //!< it is a draft
    void failed(parvis::ApprovalAct act, const parvis::Error &error);

private:
    struct Loaded
    {
        QList<ApprovalItem> open, own;
        KnownLikenesses likenesses; //!< of the open ones
    };
    QString signatureKey() const { return QStringLiteral("approvals.signature.") + idText(m_actor.user); }
    void load();
    void loadSignature();
    void take(const Loaded &loaded);
    void fillList();
    QList<ApprovalItem> shownItems() const;
    void loadCases();
    void takeCases(const QList<ApprovalCase> &cases);
    void bring(const ApprovalCase &to);
    Id neighbour(const Id &of, int by) const;
    QString image(const MayDecide &part) const;
    Edit approvalEdit(const ApprovalCase &of, const Reply &wanted) const;
    void decide(ApprovalAct act, const QJsonObject &set, const QList<SavedApproval::Part> &parts);
    bool isOwn(std::initializer_list<ReplyState> states) const;
    void restore(const SavedApproval &act);
    void write(const SavedApproval &act, const QList<Edit> &edits, const QList<Id> &leaving);

    StoreGate &m_store;
    StoreEvents &m_events;
    const ReferenceData &m_town;
    const Clock &m_clock;
    Actor m_actor;
    QByteArray m_signature;

    ApprovalListModel m_list;
    ApprovalView m_view = ApprovalView::ForMe;
    QList<ApprovalItem> m_open, m_own;
    KnownLikenesses m_likenesses;
    IdSet m_leaving; // decided here: not written yet, or the lists were not read since
    IdSet m_written; // of these
    int m_waiting = 0;
    bool m_isLoaded = false;

    Id m_shown;
    std::optional<ApprovalCase> m_case;
    QHash<Id, ApprovalCase> m_read; // what may be asked for next
    QHash<Id, QJsonObject> m_unkept;
    QTimer m_keepTimer;
    bool m_isBroken = false;
    int m_recipient = 0;
    std::set<int> m_seenRecipients;

    QList<Id> m_alike, m_sample;
    QHash<Id, ApprovalCase> m_alikeCases; // as they were when the sample began
    int m_sampleAt = 0;

    Latest<Loaded> m_loading;
    Latest<QList<ApprovalCase>> m_loadingCases;
};

} // namespace parvis

#pragma once

#include "presentation/callerhint.h"
#include "presentation/cardproposal.h"
#include "presentation/contactsave.h"
#include "presentation/filekeeping.h"
#include "presentation/latest.h"
#include "presentation/storeevents.h"
#include "store/duplicatequery.h"
#include "store/storegate.h"

#include <QtCore/QTimer>

namespace parvis {

//! The parts of the form in the order in which a call goes.
enum class ContactField { Who, What, Where, Text, Form, Done };

struct PlaceHint
{
    Place place;
    bool isHome = false; //!< the caller's own address

    bool operator==(const PlaceHint &) const = default;
};

//! What was saved and can be told to the caller.
struct SavedContact
{
    Id request;
    QString number; //!< empty until the hub has given it
    QString subject;
    SaveAs how = SaveAs::Transmit;
    QDate dueOn;             //!< not set for AddToRequest
    QList<qint64> mutations; //!< for undo()
    ContactDraft draft;
};

//! The Desk's form: holds the draft of the contact being taken, thinks along while it is typed, keeps it in the store within a
//! second, parks it for another call, and turns it into records. GUI thread; never waits for the store.
class ContactController final : public QObject
{
    Q_OBJECT
public:
    ContactController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                      QRandomGenerator &random, QObject *parent = nullptr);

    void setActor(const Actor &actor) { m_actor = actor; }

    QFuture<Result<FileReference>> keepFile(const QString &path) { return parvis::keepFile(m_store, this, path); }

    //! Brings back what was being typed when the program last ended. draftReplaced() or parkedChanged() follows.
    void restore();

    const ContactDraft &draft() const { return m_draft; }
    const QList<ContactDraft> &parked() const { return m_parked; }

    // What is known beside the form
    const std::optional<Citizen> &caller() const { return m_caller; } //!< the chosen one, as in the store
    const QList<RequestRow> &callerRequests() const { return m_callerRequests; }
    const QList<Duplicate> &duplicates() const { return m_duplicates; }
    const QList<CardProposal> &cardProposals() const { return m_proposals; } //!< of the text, while no card is chosen
    const Card *card() const { return m_town.card(m_draft.card); }
    Route route() const; //!< where it would go if it were saved now
    Promise promise() const;

    //! Begins a contact, or corrects the channel of the one under way.
    void start(Channel channel);

    // Each edit of words asks for hints; the answer names the words that it is for.
    void editWho(const QString &words);
    void editWhat(const QString &words);
    void editWhere(const QString &words);
    void editText(const QString &text);
    void setFormValue(const QString &code, const QJsonValue &value); //!< null takes it away
    void setReplyChannel(ReplyChannel channel);

    void chooseCaller(const Citizen &citizen);
    void beginFor(const Id &citizen);             //!< a new contact with that caller; what is in the form is parked
    void chooseNewCaller(const Citizen &citizen); //!< also while its fields are edited
    void chooseAnonymous();
    void chooseCard(const Id &card);
    void keepWords(); //!< of \c what: no card is meant
    void choosePlace(const Place &place);

    //! The next field after \a from that is still needed.
    ContactField nextField(ContactField from) const;
    QString firstMissingFormField() const; //!< its code; empty if none is
    QList<FormFault> formFaults() const;   //!< of the card's own fields, in their order

    DraftCheck checkBeforeSave(SaveAs how) const { return check(m_draft, card(), how); }
    //! Saves and begins anew at once; saved() or saveFailed() follows. Precondition: no gap but one that may pass.
    //! \a existing: of AddToRequest, the request that the contact is added to; of WithIncident, another report of the same cause.
    void save(SaveAs how, const Id &existing = {});
    //! Takes back what was saved and brings the draft back to the form.
    void undo(const SavedContact &saved);

    void park();
    void resume(qsizetype index); //!< of parked(); what is in the form is parked
    void discard();               //!< the form's content; discarded() carries it so that it can be put back
    void putBack(const ContactDraft &draft);

    //! Writes the draft now instead of within the second; for closing.
    void flush();

Q_SIGNALS:
    void draftReplaced();  //!< another draft is in the form: show it whole
    void channelChanged(); //!< draft().channel, of the contact under way
    void parkedChanged();
    void callerHintsReady(const QString &words, const QList<parvis::CallerHint> &hints);
    void cardHintsReady(const QString &words, const QList<parvis::CardHit> &hints);
    void placeHintsReady(const QString &words, const QList<parvis::PlaceHint> &hints);
    void morePlaceHintsReady(const QString &words, const QList<parvis::PlaceHint> &hints); //!< behind those of before
    void callerChanged();                                                                  //!< caller() or callerRequests()
    void adviceChanged();                                                                  //!< card(), route() or promise()
    void replyChanged();                                                                   //!< draft().replyChannel
    void duplicatesChanged();
    void cardProposalsChanged();
    void saved(const parvis::SavedContact &saved);
    void numberKnown(const parvis::Id &request, const QString &number);
    void undone(const parvis::SavedContact &saved);
    void discarded(const parvis::ContactDraft &draft);
    void saveFailed(const parvis::Error &error);  //!< the draft is back, in the form or among the parked
    void draftFailed(const parvis::Error &error); //!< could not be kept: it is on the screen only

private:
    //! The first \a count of them without those that are not valid today: only Cards shows these.
    template <typename Found>
    QList<Found> inForce(QList<Found> found, qsizetype count) const
    {
        const QDate today = m_town.calendar().localDay(m_clock.now());
        found.removeIf([&](const Found &each) {
            const Card *card = m_town.card(each.card);
            return card && !isInForce(*card, today);
        });
        return found.mid(0, count);
    }
    void replaceDraft(const ContactDraft &draft);
    ContactDraft emptyDraft(Channel channel);
    void ensureStarted();
    void changed();
    void keep(const ContactDraft &draft);
    void forget(const ContactDraft &draft);
    void loadCaller();
    void suggestReply();
    void askDuplicates();
    void proposeCards();
    void showSaved(const SavedContact &saved);
    void storeTouched(const Touched &touched);
    void bringBack(const ContactDraft &draft);

    struct CallerRecord
    {
        std::optional<Citizen> citizen;
        QList<RequestRow> requests;
    };

    StoreGate &m_store;
    StoreEvents &m_events;
    const ReferenceData &m_town;
    const Clock &m_clock;
    IdMaker m_ids;
    Actor m_actor;

    ContactDraft m_draft;
    QList<ContactDraft> m_parked;
    std::optional<Citizen> m_caller;
    QList<RequestRow> m_callerRequests;
    QList<Duplicate> m_duplicates;
    QList<CardProposal> m_proposals;
    QSet<Id> m_numberless; //!< saved requests whose number is still to come

    QTimer m_keepTimer, m_duplicateTimer;
    QString m_wordsAsked; //!< the newest of editWho()
    Latest<QList<CitizenHit>> m_callerHints;
    Latest<CallerRecord> m_callerRecord;
    Latest<QList<Duplicate>> m_duplicateSearch;
};

} // namespace parvis

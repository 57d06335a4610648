#pragma once

#include "domain/permissions.h"
#include "presentation/latest.h"
#include "presentation/maillistmodel.h"
#include "presentation/referencedata.h"
#include "store/timelinequery.h"

#include <QtCore/QTimer>

namespace parvis {

//! The register, and what waits for people.
enum class MailView { Register, ToPrint, Printed, ToCall, Counter, Trouble };

//! What narrows a view down.
struct MailFilter
{
    QString words; //!< of number, chrono, name, subject, text
    std::optional<ReplyChannel> channel = {};
    std::optional<DispatchState> state = {};
    QString chrono = {}; //!< how the number begins

    bool operator==(const MailFilter &) const = default;
};

enum class MailAct {
    Print,      //!< kept as it was printed
    Post,       //!< given to the post
    Say,        //!< said on the telephone
    NoAnswer,   //!< nobody answered the telephone
    HandOver,   //!< at the counter
    QueueAgain, //!< to be sent, printed, said once more
    Receive,    //!< the citizen says that it came
    ComeBack    //!< the post brought it back
};

//! An act that is in the store now.
struct SavedMail
{
    MailAct act = MailAct::Print;
    QList<Id> dispatches; //!< those that it was done to
    QString name;         //!< of the addressee of the first one
    int refused = 0;      //!< those to which it could not be done: somebody else was quicker
    QList<qint64> mutations;
};

//! What is in sight, with all that is read with it.
struct MailItem
{
    DispatchRow row;
    Request request;                //!< as far as this desk has it
    std::optional<Reply> reply;     //!< nothing: an acknowledgement, or this desk has it not
    std::optional<Citizen> citizen; //!< for the telephone number of today
    QList<Change> history;          //!< newest first
};

//! A letter that is to be printed.
struct LetterDue
{
    DispatchRow row;
    Request request;
};

//! One that was: exactly what came out.
struct PrintedLetter
{
    Id dispatch;
    QByteArray pdf;
};

//! Mail: the register of what goes out, what is to be printed, posted, said, handed over, and what went wrong. GUI thread; never
//! waits for the store.
class MailController final : public QObject
{
    Q_OBJECT
public:
    MailController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock, QRandomGenerator &random,
                   QObject *parent = nullptr);

    void setActor(const Actor &actor);
    const Actor &actor() const { return m_actor; }
    bool mayWork() const { return m_actor.may(Permission::LogContact); }
    QDate today() const { return m_town.calendar().localDay(m_clock.now()); }
    Instant now() const { return m_clock.now(); }

    MailListModel &list() { return m_list; }
    void start(); //!< reads; before, nothing is asked of the store but the counts
    void setView(MailView view);
    MailView view() const { return m_view; }
    void setFilter(const MailFilter &filter); //!< of this view; kept while the view changes
    const MailFilter &filter() const { return m_filter; }
    const DispatchCounts &counts() const { return m_counts; }
    //! How the numbers of the bodies and years begin that the register may hold, this year first: "VILLE-D-2026-".
    QStringList registers() const;

    // The one in sight. shown() follows, and again when it changes.
    void show(const Id &dispatch); //!< null: none
    const Id &id() const { return m_id; }
    const std::optional<MailItem> &item() const { return m_item; } //!< nothing while loading, or if it is gone

    //! May \a act be done to \a dispatch?
    bool mayDo(MailAct act, const Dispatch &dispatch) const;

    // Acts. saved() or failed() follows.
    //! \a act of those among \a dispatches that it may be done to; not for Print, Say, NoAnswer.
    void act(MailAct act, const QList<Id> &dispatches);
    //! Said, or tried in vain (NoAnswer), on the telephone: recorded as a contact that says \a text.
    void call(MailAct act, const Id &dispatch, const QString &text, int seconds = 0);
    void undo(const SavedMail &act);

    //! The letters among \a dispatches that are still to be printed, oldest first.
    QFuture<Result<QList<LetterDue>>> lettersDue(const QList<Id> &dispatches);
    //! They came out of the printer: each is kept with its request, as a file named by \a nameOf its number. A letter is wholly
    //! printed or wholly to print.
    void keepPrinted(const QList<PrintedLetter> &letters, const std::function<QString(const QString &chrono)> &nameOf);

    //! A page of what list() would show, for an export; \a last: of the page before.
    QFuture<Result<QList<DispatchRow>>> page(const DispatchQuery &query, const std::optional<DispatchRow> &last, int limit);

Q_SIGNALS:
    void countsChanged();
    void shown();
    void saved(const parvis::SavedMail &act);
    void undone(const parvis::SavedMail &act);
    void failed(parvis::MailAct act, const parvis::Error &error);
    void loadFailed(const parvis::Error &error);

private:
    struct Loaded
    {
        DispatchCounts counts;
        Instant first;
    };
    void ask();
    void loadCounts();
    void loadItem();
    void take(MailAct act, const Result<SavedMail> &done);
    Touched touchedBy(const SavedMail &act) const;

    StoreGate &m_store;
    StoreEvents &m_events;
    const ReferenceData &m_town;
    const Clock &m_clock;
    IdMaker m_ids;
    Actor m_actor;
    MailListModel m_list;
    MailView m_view = MailView::Register;
    MailFilter m_filter;
    DispatchCounts m_counts;
    Instant m_firstQueued;
    bool m_isStarted = false;
    Id m_id;
    std::optional<MailItem> m_item;
    QTimer m_pause;
    Latest<Loaded> m_counting;
    Latest<std::optional<MailItem>> m_loadingItem;
};

//! What a view shows of the register.
DispatchQuery queryOf(MailView view, const MailFilter &filter);

} // namespace parvis

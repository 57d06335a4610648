#pragma once

#include "presentation/cardlistmodel.h"
#include "presentation/cardpeople.h"
#include "presentation/latest.h"
#include "presentation/storeevents.h"
#include "store/storegate.h"

#include <QtCore/QTimer>

namespace parvis {

enum class CardView { All, MyDrafts, ToValidate, Flagged, ToReview, NeverUsed, OftenLate, WithoutCard };

//! What an agent did to a published card.
enum class CardAct { Flag, ExplainFlag, HandleFlag, Archive, Restore, Review, Absent, Present };

struct SavedCardAct
{
    CardAct act = CardAct::Flag;
    Id card;     //!< null for absence
    Id remark;   //!< of a flag
    QDate until; //!< of a review: the next one
    QList<qint64> mutations;
};

//! How many lines a view has.
struct CardCounts
{
    int myDrafts = 0, toValidate = 0, flagged = 0, toReview = 0;
    bool operator==(const CardCounts &) const = default;
};

//! The procedure cards as lists, searched and by what they need; the chosen one with everything said of it; and what can be done
//! to a published card. Drafts are written and decided in CardDraftController. GUI thread; never waits for the store.
class CardsController final : public QObject
{
    Q_OBJECT
public:
    CardsController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                    QRandomGenerator &random, QObject *parent = nullptr);

    void setActor(const Actor &actor);
    const Actor &actor() const { return m_actor; }
    bool mayWrite(const CardContent &card) const { return mayWriteCards(m_actor, card.service); }
    bool mayArchive(const CardContent &card) const;

    // Lists
    CardListModel &list() { return m_list; }
    void load();                 //!< what lists need beside the town itself; the first time, and when the agent asks for it
    void setView(CardView view); //!< whole: what was searched for is forgotten
    CardView view() const { return m_view; }
    void search(const QString &words); //!< at once; of CardView::All only
    const CardCounts &counts() const { return m_counts; }
    const QList<LikeRequests> &groups() const { return m_groups; }
    Id ownDraft(const Id &card) const; //!< that the agent is writing of this card, also if only at this desk; null: none
    CardStatistics use(const Id &card) const { return m_use.value(card); }
    QDate today() const { return m_town.calendar().localDay(m_clock.now()); }

    // The chosen card
    void show(const Id &card); //!< null: none
    const Id &shown() const { return m_shown; }
    const std::optional<CardRecord> &record() const { return m_record; } //!< nothing while loading

    // Acts on it; done() or failed() follows.
    Id flag(RemarkType type); //!< the remark that is being made; null if there is no card
    void explainFlag(const Id &remark, const QString &text);
    void handleFlag(const Id &remark);
    void setArchived(bool archived);
    void setReviewed(); //!< read again and still right: the next time is in CardContent::reviewMonths
    bool isAbsent() const;
    void setAbsent(bool absent); //!< the agent's deputies decide meanwhile
    void undo(const SavedCardAct &act);

Q_SIGNALS:
    void listed(); //!< the list shows view() and what was searched for
    void countsChanged();
    void recordChanged();
    void done(const parvis::SavedCardAct &act);
    void failed(const parvis::Error &error);

private:
    struct Work
    {
        QList<DraftRow> drafts;
        QList<CardRemark> flags;
        QList<Draft> unsaved; // only at this desk
    };
    struct Statistics
    {
        QHash<Id, CardStatistics> use;
        QList<LikeRequests> groups;
    };
    void loadWork();
    void loadStatistics();
    void loadRecord();
    void takeWork(const Work &work);
    void fillList();
    std::vector<CardListModel::Node> tree() const;
    std::vector<CardListModel::Node> hits() const;
    std::vector<CardListModel::Node> myDrafts() const;
    std::vector<CardListModel::Node> toValidate() const;
    std::vector<CardListModel::Node> flagged() const;
    std::vector<CardListModel::Node> toReview() const;
    std::vector<CardListModel::Node> neverUsed() const;
    std::vector<CardListModel::Node> oftenLate() const;
    std::vector<CardListModel::Node> withoutCard() const;
    void count();
    bool isMine(const Card &card) const; //!< the agent answers for what it says
    void submit(const SavedCardAct &act, const Edit &edit);

    StoreGate &m_store;
    StoreEvents &m_events;
    const ReferenceData &m_town;
    const Clock &m_clock;
    IdMaker m_ids;
    Actor m_actor;

    CardListModel m_list;
    CardView m_view = CardView::All;
    QString m_words;
    CardCounts m_counts;
    bool m_isLoaded = false;
    Work m_work;
    QHash<Id, CardStatistics> m_use;
    QList<LikeRequests> m_groups;
    bool m_isUseKnown = false;

    Id m_shown;
    std::optional<CardRecord> m_record;
    Latest<Work> m_loadingWork;
    Latest<Statistics> m_loadingStatistics;
    Latest<CardRecord> m_loadingRecord;
};

//! What a new card begins with when it is proposed from requests that resemble each other.
CardContent contentFrom(const LikeRequests &requests);

} // namespace parvis

#pragma once

#include "presentation/cardpeople.h"
#include "presentation/latest.h"
#include "presentation/storeevents.h"
#include "store/cardquery.h"
#include "store/storegate.h"

#include <QtCore/QTimer>

namespace parvis {

enum class DraftAct { Save, Submit, Approve, Publish, Return, Withdraw, Abandon, Rebase, Comment };

struct SavedDraftAct
{
    DraftAct act = DraftAct::Save;
    Id draft, card;
    QString title;
    QList<qint64> mutations;
};

//! One draft of a procedure card: read with what it changes, written, and sent along its circuit. What is typed is kept at this
//! desk within a second, and becomes a mutation when the agent saves or submits it. GUI thread; never waits for the store.
class CardDraftController final : public QObject
{
    Q_OBJECT
public:
    static constexpr QLatin1StringView localPrefix{"card_draft/"}; //!< of the keys of what is kept at this desk

    CardDraftController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                        QRandomGenerator &random, QObject *parent = nullptr);
    ~CardDraftController() override { flush(); }

    void setActor(const Actor &actor);
    const Actor &actor() const { return m_actor; }

    void show(const Id &draft);                //!< null: none. changed() follows, and again when it is loaded
    void begin(const Card &card);              //!< a draft of the agent's own, of what is published now
    void beginNew(const CardContent &content); //!< of a card that does not exist yet
    void close() { show({}); }

    const Id &id() const { return m_id; }
    bool isLoaded() const { return m_isLoaded; }
    bool isNewCard() const { return m_isLoaded && m_edited.base == 0; }
    const std::optional<DraftRecord> &record() const { return m_record; } //!< nothing: not saved yet
    const CardDraft &edited() const { return m_edited; }                  //!< with what the agent typed
    bool isDirty() const;
    QList<CardGap> gaps() const { return gapsOf(m_edited); }
    QJsonArray circuit() const;      //!< that it goes along, or would
    QJsonObject published() const;   //!< the content that it changes: of the card as it stands; empty for a new card
    bool isStale() const;            //!< another revision was published since it was begun
    std::optional<Id> signs() const; //!< on whose behalf the agent may decide its step

    bool mayEdit() const;
    bool mayWithdraw() const;

    void edit(const CardContent &content);
    void setCode(const QString &code); //!< of a new card

    // Acts; saved() or failed() follows. What was typed is saved with those of the author.
    void save();
    void submit();
    void approve(const QString &comment);
    void giveBack(const QString &reason);
    void withdraw();
    void abandon();
    void rebase(); //!< the agent's changes over what is published now
    void comment(const QString &text);
    void undo(const SavedDraftAct &act);
    void flush(); //!< keeps what was typed now instead of within the second

Q_SIGNALS:
    void changed();     //!< everything but what is being typed
    void textChanged(); //!< edited()
    void saved(const parvis::SavedDraftAct &act);
    void failed(parvis::DraftAct act, const parvis::Error &error);
    void loadFailed(const parvis::Error &error);

private:
    struct Loaded
    {
        std::optional<DraftRecord> record;
        std::optional<Draft> local;
        std::optional<CardRevision> based;
    };
    void load();
    void showLoaded(const Loaded &loaded);
    void start(CardDraft draft);
    void keepSoon();
    QString localKey() const;
    QJsonObject seen() const; //!< the record's document; empty if there is none
    QList<Edit> editsOfText() const;
    Edit lifeEdit(const QJsonObject &set) const;
    Edit remarkEdit(RemarkType type, const QString &text);
    void write(DraftAct act, const QList<Edit> &edits);

    StoreGate &m_store;
    StoreEvents &m_events;
    const ReferenceData &m_town;
    const Clock &m_clock;
    IdMaker m_ids;
    Actor m_actor;

    Id m_id;
    bool m_isLoaded = false;
    std::optional<DraftRecord> m_record;
    CardDraft m_edited;
    CardDraft m_begun;                   // as it was before the first key, while it is not saved
    std::optional<CardRevision> m_based; // what it was written from
    bool m_isUnwritten = false;          // m_edited is newer than what is kept
    QTimer m_keepTimer;
    Latest<Loaded> m_loading;
};

} // namespace parvis

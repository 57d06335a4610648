#pragma once

#include "presentation/latest.h"
#include "presentation/referencedata.h"
#include "presentation/storeevents.h"
#include "store/storegate.h"

namespace parvis {

//! Teaches the desk from its own store how often each card is used and what citizens said of it: once the cards are there, and
//! anew after a change too big to name. Reads month by month and then the newest requests piece by piece, so that no other query
//! waits long behind it. GUI thread.
class CardLearning final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 mostRequests = 20'000;
    static constexpr int piece = 1'000; //!< some 40 ms of the reading lane

    CardLearning(StoreGate &store, StoreEvents &events, ReferenceData &town, const Clock &clock, QObject *parent = nullptr);

    void setAgent(const Id &agent); //!< whose habit counts; if it is another, and the cards are there, learns anew

    //! ReferenceData::learned() follows, or failed(). Nothing while there are no cards.
    void learn();

Q_SIGNALS:
    void failed(const parvis::Error &error); //!< what was learned before stays

private:
    struct Lesson
    {
        QHash<Id, CardUse> uses;
        int months = 0; //!< whose use is counted
        PastWords past;
        qint64 read = 0;
        std::optional<qint64> next; //!< where to go on; nothing: all is learned
    };
    //! Only one piece is on its way at a time: whoever holds it alone works on it.
    using LessonPtr = std::shared_ptr<Lesson>;
    void goOn(const LessonPtr &lesson);

    StoreGate &m_store;
    ReferenceData &m_town;
    const Clock &m_clock;
    Id m_agent;
    bool m_isBegun = false;
    Latest<LessonPtr> m_reading;
};

} // namespace parvis

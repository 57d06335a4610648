#include "presentation/cardlearning.h"

namespace parvis {

CardLearning::CardLearning(StoreGate &store, StoreEvents &events, ReferenceData &town, const Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_town(town), m_clock(clock), m_reading(this, [this](const Result<LessonPtr> &lesson) {
          if (!lesson)
              Q_EMIT failed(lesson.error());
          else if (lesson.value()->months < cardUseMonths || (lesson.value()->next && lesson.value()->read < mostRequests))
              goOn(*lesson);
          else
              m_town.setLearned(lesson.value()->uses, m_town.calendar().localDay(m_clock.now()).month(), lesson.value()->past);
      })
{
    connect(&events, &StoreEvents::touched, this, [this](const Touched &touched) {
        if (touched.everything)
            learn();
    });
    connect(&m_town, &ReferenceData::learned, this, [this] {
        if (!m_isBegun)
            learn();
    });
}

void CardLearning::setAgent(const Id &agent)
{
    if (agent == m_agent)
        return;
    m_agent = agent;
    learn();
}

void CardLearning::learn()
{
    if (m_town.cardIndex().isEmpty())
        return;
    m_isBegun = true;
    auto lesson = std::make_shared<Lesson>();
    lesson->next = std::numeric_limits<qint64>::max();
    goOn(lesson);
}

void CardLearning::goOn(const LessonPtr &lesson)
{
    const auto read = [lesson, agent = m_agent, now = m_clock.now()](DeskStore &store) -> Result<LessonPtr> {
        if (lesson->months < cardUseMonths) {
            const Status counted = addCardUse(store, lesson->months++, agent, now, lesson->uses);
            return counted ? Result<LessonPtr>(lesson) : counted.error();
        }
        const auto page = pastRequests(store, piece, lesson->next);
        if (!page)
            return page.error();
        for (const PastRequest &request : page->requests)
            lesson->past.learn(request);
        lesson->read += piece;
        lesson->next = page->next;
        return lesson;
    };
    m_reading.ask([this, read] { return m_store.read(read); });
}

} // namespace parvis

#pragma once

#include "hub/commit.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace parvis {

//! Group commit without a writer thread: the first caller commits for all who wait, in one transaction with one flush. Callers
//! that come meanwhile form the next group. Thread safe.
class CommitQueue
{
public:
    //! Must leave its own results as if for the first time: it runs again, alone, when somebody else's failure undid the group.
    //! An error undoes what it wrote.
    using Work = std::function<Status(Commit &)>;

    CommitQueue(HubStore &store, const Clock &clock, QByteArray zone, const Outlets &outlets = {})
        : m_store(store), m_clock(clock), m_zone(std::move(zone)), m_outlets(outlets)
    {}

    Status run(const Work &work);

    //! \a called after each commit with changes; until the answer is destroyed, in the committing thread.
    std::shared_ptr<void> onHeadMoved(std::function<void(const Cursor &)> called);

private:
    struct Job
    {
        const Work &work;
        std::optional<Status> result;
    };
    struct Listener
    {
        std::recursive_mutex mutex;
        std::function<void(const Cursor &)> called;
    };

    std::vector<Status> commit(const std::vector<Job *> &group);
    Status transact(const std::vector<Job *> &group);
    void tell(const Cursor &head);

    HubStore &m_store;
    const Clock &m_clock;
    const QByteArray m_zone;
    const Outlets m_outlets;

    std::mutex m_mutex;
    std::condition_variable m_turn;
    std::deque<Job *> m_waiting;
    bool m_isCommitting = false;

    std::mutex m_listenersMutex;
    std::vector<std::weak_ptr<Listener>> m_listeners;
};

} // namespace parvis

#include "hub/commitqueue.h"

namespace parvis {

// Long enough to fill a flush, short enough that nobody waits for a stranger's hundred pushes.
static constexpr std::size_t largestGroup = 64;

Status CommitQueue::run(const Work &work)
{
    Job job{work, std::nullopt};
    std::unique_lock lock(m_mutex);
    m_waiting.push_back(&job);
    while (!job.result) {
        if (m_isCommitting) {
            m_turn.wait(lock);
            continue;
        }
        m_isCommitting = true;
        const std::size_t size = std::min(m_waiting.size(), largestGroup);
        const std::vector<Job *> group(m_waiting.begin(), m_waiting.begin() + std::ptrdiff_t(size));
        m_waiting.erase(m_waiting.begin(), m_waiting.begin() + std::ptrdiff_t(size));
        lock.unlock();
        std::vector<Status> results = commit(group);
        lock.lock();
        for (std::size_t i = 0; i < size; ++i)
            group[i]->result = std::move(results[i]);
        m_isCommitting = false;
        m_turn.notify_all();
    }
    return *job.result;
}

std::vector<Status> CommitQueue::commit(const std::vector<Job *> &group)
{
    const Status together = transact(group);
    if (together || group.size() == 1)
        return std::vector<Status>(group.size(), together);
    std::vector<Status> results;
    results.reserve(group.size());
    for (Job *job : group)
        results.push_back(transact({job}));
    return results;
}

Status CommitQueue::transact(const std::vector<Job *> &group)
{
    std::optional<Cursor> moved;
    const Status done = m_store.write([&](HubWriter &writer) -> Status {
        moved.reset();
        auto town = writer.town();
        if (!town && town.error().code != ErrorCode::NotFound)
            return town.error();
        Commit commit(writer, town ? std::move(town).value() : TownState{}, m_clock.now(), m_zone, m_outlets);
        for (Job *job : group) {
            if (const auto worked = job->work(commit); !worked)
                return worked;
        }
        if (commit.hasChanges())
            moved = commit.town().cursor();
        return commit.finish();
    });
    if (done && moved)
        tell(*moved);
    return done;
}

std::shared_ptr<void> CommitQueue::onHeadMoved(std::function<void(const Cursor &)> called)
{
    auto listener = std::make_shared<Listener>();
    listener->called = std::move(called);
    const std::lock_guard lock(m_listenersMutex);
    m_listeners.push_back(listener);
    // The subscriber's end: waits for a call under way, then no more come.
    return std::shared_ptr<void>(nullptr, [listener](void *) {
        const std::lock_guard stop(listener->mutex);
        listener->called = nullptr;
    });
}

void CommitQueue::tell(const Cursor &head)
{
    std::vector<std::shared_ptr<Listener>> listeners;
    {
        const std::lock_guard lock(m_listenersMutex);
        std::erase_if(m_listeners, [](const auto &l) { return l.expired(); });
        for (const auto &l : m_listeners) {
            if (auto listener = l.lock())
                listeners.push_back(std::move(listener));
        }
    }
    for (const auto &listener : listeners) {
        const std::lock_guard calling(listener->mutex);
        if (listener->called)
            listener->called(head);
    }
}

} // namespace parvis

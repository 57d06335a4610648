#include "hub/presence.h"

#include <algorithm>

namespace parvis {

QList<Onlooker> Presence::look(const Id &user, const Id &device, const Look &look, Instant now)
{
    const std::scoped_lock lock(m_mutex);
    m_entries.removeIf([now](const auto &entry) { return now.ms - entry.value().at.ms > freshMs; });
    if (look.request.isNull()) {
        m_entries.remove(device);
        return {};
    }
    m_entries.insert(device, {user, look, now});
    QList<Onlooker> others;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.look.request != look.request || entry.user == user)
            continue;
        const auto known =
            std::find_if(others.begin(), others.end(), [&entry](const Onlooker &other) { return other.user == entry.user; });
        if (known == others.end())
            others.append({entry.user, entry.look.isEditing});
        else
            known->isEditing = known->isEditing || entry.look.isEditing;
    }
    std::sort(others.begin(), others.end(), [](const Onlooker &a, const Onlooker &b) { return a.user < b.user; });
    return others;
}

} // namespace parvis

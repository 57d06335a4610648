#pragma once

#include "domain/dispatch.h"
#include "domain/reply.h"
#include "simdesk.h"

namespace parvis {

//! Walks the hub's history with the replies in mind and says what went against their life: a state that is not what the decisions
//! make of it, text that changed under those who approve it, an approved one that somebody did not see, and whatever was handed
//! over without an approval, or twice by itself.
class ReplyChecks
{
public:
    explicit ReplyChecks(const Town &town) : m_town(town) {}

    void change(const ChangeRow &row); //!< in their order
    QStringList wrong() const { return m_wrong; }
    qint64 approved() const { return m_approved; }

private:
    void say(const ChangeRow &row, const QString &what);
    void reply(const ChangeRow &row, const Reply &before, const Reply &after);
    void dispatch(const ChangeRow &row, const Dispatch &before, const Dispatch &after, bool isNew);

    const Town &m_town;
    QHash<QPair<int, Id>, QJsonObject> m_documents;
    QHash<Id, int> m_handed; //!< over, since an agent queued it last
    qint64 m_approved = 0;
    QStringList m_wrong;
};

} // namespace parvis

#pragma once

#include "simdesk.h"

namespace parvis {

//! Walks the hub's history with the procedure cards in mind and says what went against their life: revisions without gaps that
//! never change, a card that says what its newest revision says, content that only a publication writes, validation along the
//! circuit by those whose steps they are, and what is published being what the last approver saw.
class CardChecks
{
public:
    explicit CardChecks(const Town &town) : m_town(town) {}

    void change(const ChangeRow &row); //!< in their order
    QStringList wrong() const { return m_wrong; }

private:
    struct Publishing
    {
        Id mutation, card;
        QJsonObject content;
        bool hasRevision = false;
    };
    void say(const ChangeRow &row, const QString &what);
    void draft(const ChangeRow &row, const QJsonObject &before, const QJsonObject &after);
    void approval(const ChangeRow &row, const CardDraft &before, const CardDraft &after);
    void revision(const ChangeRow &row, const QJsonObject &before, const QJsonObject &after);
    void card(const ChangeRow &row, const QJsonObject &before, const QJsonObject &after);
    Lookup lookup() const;

    const Town &m_town;
    QHash<QPair<int, Id>, QJsonObject> m_documents;
    QHash<Id, qint64> m_written;            //!< of a draft: the number of the change that last wrote what it says
    QHash<Id, QPair<Id, qint64>> m_writers; //!< of that change: device and number
    Publishing m_publishing;
    QStringList m_wrong;
};

} // namespace parvis

#include "domain/workflow.h"

#include <algorithm>

namespace parvis {

QList<RequestStatus> nextStatuses(RequestStatus from)
{
    using S = RequestStatus;
    switch (from) {
    case S::Received: return {S::Assigned, S::Answered, S::Closed};
    case S::Assigned: return {S::InProgress, S::Waiting, S::Answered, S::Closed, S::Received};
    case S::InProgress: return {S::Answered, S::Waiting, S::Assigned, S::Closed, S::Received};
    case S::Waiting: return {S::InProgress, S::Answered, S::Assigned, S::Closed, S::Received};
    case S::Answered: return {S::Closed, S::Reopened};
    case S::Closed: return {S::Reopened};
    case S::Reopened: return {S::InProgress, S::Assigned, S::Waiting, S::Answered, S::Closed};
    }
    return {};
}

bool isAllowed(RequestStatus from, RequestStatus to)
{
    return from == to || nextStatuses(from).contains(to);
}

QList<RequestStatus> waypoints(RequestStatus from, RequestStatus to, const QString &reason, bool hasCitizen)
{
    // Breadth first; the way to each status that was reached.
    QList<QList<RequestStatus>> ways{{from}};
    for (qsizetype i = 0; i < ways.size(); ++i) {
        const QList<RequestStatus> way = ways[i];
        const RequestStatus last = way.last();
        if (last == to)
            return way.size() > 1 ? way.mid(1, way.size() - 2) : QList<RequestStatus>();
        const QList<RequestStatus> next = nextStatuses(last);
        for (const RequestStatus status : next) {
            const bool isKnown =
                std::any_of(ways.begin(), ways.end(), [status](const auto &known) { return known.last() == status; });
            // On the way to somewhere else nothing is closed, and nobody is said to be answered who was not.
            const bool isEnd = status == to;
            const bool isBarred =
                isEnd ? to == RequestStatus::Closed && mustTellFirst(last, reason, hasCitizen)
                      : status == RequestStatus::Closed ||
                            (status == RequestStatus::Answered && to != RequestStatus::Closed && to != RequestStatus::Reopened);
            if (!isKnown && !isBarred)
                ways.append(way + QList{status});
        }
    }
    return {};
}

bool isInitial(RequestStatus status)
{
    using S = RequestStatus;
    return status == S::Received || status == S::Assigned || status == S::Answered || status == S::Closed;
}

bool needsReason(RequestStatus status)
{
    using S = RequestStatus;
    return status == S::Waiting || status == S::Closed || status == S::Reopened;
}

bool isOpen(RequestStatus status)
{
    return status != RequestStatus::Answered && status != RequestStatus::Closed;
}

bool mustTellFirst(RequestStatus from, const QString &reason, bool hasCitizen)
{
    static const QStringList claims{QStringLiteral("done"), QStringLiteral("answered"), QStringLiteral("refused"),
                                    QStringLiteral("not_found"), otherAuthority()};
    return hasCitizen && from != RequestStatus::Answered && claims.contains(reason);
}

QString otherAuthority()
{
    return QStringLiteral("transferred");
}

static const QString missingDocuments = QStringLiteral("missing_documents");

QStringList suspendingReasons()
{
    return {missingDocuments, QStringLiteral("citizen_answer")};
}

bool asksForDocuments(RequestStatus status, const QString &reason)
{
    return status == RequestStatus::Waiting && reason == missingDocuments;
}

bool isClockStopped(RequestStatus status, const QString &reason)
{
    return (status == RequestStatus::Waiting && suspendingReasons().contains(reason)) || !isOpen(status);
}

QStringList reasons(RequestStatus status)
{
    using S = RequestStatus;
    if (status == S::Waiting)
        return {missingDocuments,
                QStringLiteral("citizen_answer"),
                QStringLiteral("site_visit"),
                QStringLiteral("contractor"),
                QStringLiteral("other_body"),
                QStringLiteral("weather"),
                QStringLiteral("committee")};
    if (status == S::Closed)
        return {QStringLiteral("done"),        QStringLiteral("answered"),  QStringLiteral("on_the_spot"),
                QStringLiteral("transferred"), QStringLiteral("refused"),   QStringLiteral("duplicate"),
                QStringLiteral("not_found"),   QStringLiteral("withdrawn"), QStringLiteral("no_answer"),
                QStringLiteral("unreachable")};
    if (status == S::Reopened)
        return {QStringLiteral("not_solved"), QStringLiteral("new_fact"), QStringLiteral("mistake")};
    return {};
}

} // namespace parvis

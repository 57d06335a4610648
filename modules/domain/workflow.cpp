#include "domain/workflow.h"

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
                QStringLiteral("not_found"),   QStringLiteral("withdrawn"), QStringLiteral("no_answer")};
    if (status == S::Reopened)
        return {QStringLiteral("not_solved"), QStringLiteral("new_fact"), QStringLiteral("mistake")};
    return {};
}

} // namespace parvis

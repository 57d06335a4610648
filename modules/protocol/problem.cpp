#include "protocol/messages.h"

namespace parvis {

namespace {

struct Row
{
    ErrorCode code;
    int status;
    QLatin1StringView type;
};

// The first row of a status is also what an answer without a known type is read as.
constexpr std::array rows{Row{ErrorCode::Protocol, 400, QLatin1StringView("malformed")},
                          Row{ErrorCode::InvalidInput, 400, QLatin1StringView("invalid-input")},
                          Row{ErrorCode::Unauthenticated, 401, QLatin1StringView("unauthenticated")},
                          Row{ErrorCode::Forbidden, 403, QLatin1StringView("forbidden")},
                          Row{ErrorCode::NotFound, 404, QLatin1StringView("not-found")},
                          Row{ErrorCode::HistoryDiverged, 409, QLatin1StringView("history-diverged")},
                          Row{ErrorCode::MutationGap, 409, QLatin1StringView("mutation-gap")},
                          Row{ErrorCode::WrongOffset, 409, QLatin1StringView("wrong-offset")},
                          Row{ErrorCode::CursorExpired, 410, QLatin1StringView("cursor-expired")},
                          Row{ErrorCode::TooLarge, 413, QLatin1StringView("too-large")},
                          Row{ErrorCode::MutationReused, 422, QLatin1StringView("mutation-reused")},
                          Row{ErrorCode::DigestMismatch, 422, QLatin1StringView("digest-mismatch")},
                          Row{ErrorCode::DigestMismatch, 412, QLatin1StringView("file-changed")},
                          Row{ErrorCode::SchemaTooOld, 426, QLatin1StringView("schema-too-old")},
                          Row{ErrorCode::Throttled, 429, QLatin1StringView("throttled")},
                          Row{ErrorCode::Unavailable, 503, QLatin1StringView("unavailable")},
                          Row{ErrorCode::StorageFull, 507, QLatin1StringView("storage-full")},
                          Row{ErrorCode::Storage, 500, QLatin1StringView("internal")}};

} // namespace

Problem problemFor(const Error &error)
{
    for (const Row &row : rows) {
        if (row.code == error.code)
            return {row.status, row.type, error.detail, error.retryAfterSeconds, -1};
    }
    return {500, QStringLiteral("internal"), {}, 0, -1};
}

Error errorFor(const Problem &problem)
{
    const Row *sameStatus = nullptr;
    for (const Row &row : rows) {
        if (row.status == problem.status && row.type == problem.type)
            return {row.code, problem.detail, problem.retryAfterSeconds};
        if (row.status == problem.status && !sameStatus)
            sameStatus = &row;
    }
    return {sameStatus ? sameStatus->code : ErrorCode::Unavailable, problem.detail, problem.retryAfterSeconds};
}

} // namespace parvis

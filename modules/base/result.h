#pragma once

#include <QtCore/QString>

#include <utility>
#include <variant>

namespace parvis {

//! What went wrong, as a code that the interface turns into a sentence. Lower layers never hold text for people.
enum class ErrorCode {
    InvalidInput,
    InvalidTransition,
    NotFound,
    AlreadyExists,
    Forbidden,
    Unauthenticated,
    Storage,
    StorageFull,     //!< the disk is full: what was typed is still in the draft
    StorageNewer,    //!< the file was written by a newer program
    StorageKey,      //!< wrong key or passphrase, or not a database
    NoEncryption,    //!< SQLCipher is missing: the store is not opened
    Network,         //!< no answer: offline, cut, timed out
    Certificate,     //!< the peer is not the pinned one
    Protocol,        //!< the peer answered something that is not the protocol
    MutationGap,     //!< a push skipped a number
    MutationReused,  //!< one (device, n) with two contents
    HistoryDiverged, //!< the hub's history is not the one that the cursor comes from
    CursorExpired,
    WrongOffset,    //!< a part of a file does not begin where the last one ended
    DigestMismatch, //!< the bytes of a file are not those that its digest names
    TooLarge,
    SchemaTooOld,
    Throttled,
    Unavailable,
    Aborted
};

//! \c detail is for logs and experts: untranslated, without personal data.
struct Error
{
    ErrorCode code = ErrorCode::Aborted;
    QString detail;
    int retryAfterSeconds = 0; //!< when the peer asked for patience (429, 503)

    bool operator==(const Error &) const = default;
};

template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_data(std::move(value)) {}
    Result(Error error) : m_data(std::move(error)) {}

    explicit operator bool() const { return std::holds_alternative<T>(m_data); }
    const T &value() const & { return std::get<T>(m_data); }
    T &value() & { return std::get<T>(m_data); }
    T &&value() && { return std::get<T>(std::move(m_data)); }
    const Error &error() const { return std::get<Error>(m_data); }
    const T &operator*() const & { return value(); }
    const T *operator->() const { return &value(); }

private:
    std::variant<T, Error> m_data;
};

using Status = Result<std::monostate>;
inline Status success()
{
    return std::monostate{};
}

} // namespace parvis

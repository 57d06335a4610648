#include "base/log.h"
#include "sync/engine.h"
#include "sync/enginejobs.h"

// The town's address file, part by part, behind everything else: the desk is up to date and works while it comes.

namespace parvis {

namespace {

constexpr qint64 askAgainMs = 3600LL * 1000; // the hub does not tell when it has other addresses

} // namespace

//! The greeting said what the hub has; later it is asked.
void SyncEngine::wantAddresses(AddressNews news)
{
    if (!m_shelf)
        return;
    m_wantsAddresses = true;
    if (news == AddressNews::Asked)
        m_offered.reset();
}

void SyncEngine::askAddressesNowAndThen()
{
    if (m_clock.now().ms - m_addressesAsked.ms >= askAgainMs)
        wantAddresses(AddressNews::Asked);
}

void SyncEngine::exchangeAddresses()
{
    await(m_shelf->look(), [this](const Result<AddressesHere> &here) {
        if (!here)
            return addressesDone(here.error());
        if (m_offered && (m_offered->sha256 == here->sha256 || m_offered->sha256 == m_unusable))
            return addressesDone({});
        FileWish wish{here->sha256, here->coming, here->held};
        if (std::exchange(m_isComingOld, false))
            wish = {here->sha256, {}, 0};
        m_addressesAsked = m_clock.now();
        await(m_transport.addresses(m_session->access, wish), [this](const Result<std::optional<FilePart>> &part) {
            if (part) {
                succeeded();
                return *part ? takeAddresses(**part) : addressesDone({});
            }
            switch (part.error().code) {
            case ErrorCode::NotFound: return addressesDone({}); // the hub has none, or is older
            case ErrorCode::DigestMismatch:                     // what is half here is not the hub's any more
            case ErrorCode::InvalidInput:
                if (std::exchange(m_hasBegunAnew, true))
                    return addressesDone(part.error());
                m_isComingOld = true;
                return step();
            case ErrorCode::Protocol:
            case ErrorCode::Storage: return addressesDone(part.error());
            default: return failOrRenew(part.error());
            }
        });
    });
}

void SyncEngine::takeAddresses(const FilePart &part)
{
    if (part.sha256 == m_unusable)
        return addressesDone({});
    m_hasBegunAnew = false;
    await(m_shelf->take(part), [this, part](const Result<AddressesHere> &here) {
        if (here && here->sha256 == part.sha256) {
            Q_EMIT addressesArrived();
            return addressesDone({});
        }
        if (here || here.error().code == ErrorCode::WrongOffset)
            return step();
        if (here.error().code != ErrorCode::StorageFull && here.error().code != ErrorCode::Storage)
            m_unusable = part.sha256; // not fetched again as long as it is this one
        addressesDone(here.error());
    });
}

//! A failure of it is no failure of the sync.
void SyncEngine::addressesDone(const std::optional<Error> &error)
{
    m_wantsAddresses = m_hasBegunAnew = false;
    if (error) {
        qCWarning(logSync, "the addresses of the town were not fetched: %ls", qUtf16Printable(error->detail));
        Q_EMIT addressesFailed(*error);
    }
    step();
}

} // namespace parvis

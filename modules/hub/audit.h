#pragma once

#include "hub/hub.h"

namespace parvis {

//! See Hub::verify().
class Audit
{
public:
    using Progress = std::function<bool(qint64, qint64)>;

    Audit(HubReader &reader, const Progress &progress) : m_reader(reader), m_progress(progress) {}
    Status run(VerifyReport &report);

private:
    Status walkChain(const TownState &town, VerifyReport &report);
    Status walkRecords(VerifyReport &report);
    //! Is the record what its creation and its patches make of it?
    Result<bool> isSound(const EntityRow &row);
    bool goOn();

    HubReader &m_reader;
    const Progress &m_progress;
    qint64 m_done = 0;
    qint64 m_all = 0;
    bool m_isStopped = false;
};

} // namespace parvis

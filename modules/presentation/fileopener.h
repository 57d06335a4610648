#pragma once

#include "presentation/filesource.h"
#include "store/storegate.h"

namespace parvis {

//! Opens files of any request that the agent sees. GUI thread; never waits for the store.
class FileOpener final : public FileSource
{
    Q_OBJECT
public:
    explicit FileOpener(StoreGate &store, QObject *parent = nullptr) : FileSource(parent), m_store(store) {}

    void openFile(const Attachment &attachment) override;
    void closeFile() override { m_opening = {}; }
    void fileArrived(const QString &sha256); //!< from the hub
    void fileFailed(const QString &sha256, const Error &error);

private:
    StoreGate &m_store;
    Attachment m_opening;
};

} // namespace parvis

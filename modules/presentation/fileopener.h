#pragma once

#include "domain/request.h"
#include "store/storegate.h"

#include <QtCore/QObject>

namespace parvis {

//! Opens attached files of any request that the agent sees: from this desk, else from the hub. GUI thread; never waits for the
//! store.
class FileOpener : public QObject
{
    Q_OBJECT
public:
    explicit FileOpener(StoreGate &store, QObject *parent = nullptr) : QObject(parent), m_store(store) {}

    //! fileOpened() follows, at once or when the file has come from the hub; or fileMissed(). Only the last one asked for counts.
    void openFile(const Attachment &attachment);
    void closeFile() { m_opening = {}; }             //!< no answer is wanted any more
    virtual void fileArrived(const QString &sha256); //!< from the hub
    virtual void fileFailed(const QString &sha256, const Error &error);

Q_SIGNALS:
    void fileWanted(const QString &sha256, const parvis::Id &attachment); //!< from the hub
    void fileOpened(const parvis::Attachment &attachment, const QByteArray &bytes);
    void fileMissed(const parvis::Attachment &attachment, const parvis::Error &error);

private:
    StoreGate &m_store;
    Attachment m_opening; //!< a null id: none
};

} // namespace parvis

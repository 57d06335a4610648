#pragma once

#include "base/result.h"
#include "domain/request.h"

#include <QtCore/QObject>

namespace parvis {

//! Where the bytes of attached files come from: this desk, else the hub. GUI thread.
class FileSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    //! fileOpened() follows, at once or when the file has come from the hub; or fileMissed(). Only the last one asked for counts.
    virtual void openFile(const Attachment &attachment) = 0;
    virtual void closeFile() = 0; //!< no answer is wanted any more

Q_SIGNALS:
    void fileWanted(const QString &sha256, const parvis::Id &attachment); //!< from the hub
    void fileOpened(const parvis::Attachment &attachment, const QByteArray &bytes);
    void fileMissed(const parvis::Attachment &attachment, const parvis::Error &error);
};

} // namespace parvis

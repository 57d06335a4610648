#pragma once

#include "domain/cardform.h"
#include "domain/request.h"
#include "store/storegate.h"

namespace parvis {

//! A file of at most so many bytes is taken; the hub refuses larger ones (Limits::fileBytes).
inline constexpr qint64 largestFile = 25LL * 1024 * 1024;

//! What a file is, read in another thread. NotFound if it can't be read, TooLarge.
QFuture<Result<FileReference>> referenceTo(const QString &path);

//! As referenceTo(), and its bytes are kept in the store from then on: the stick it lies on may be pulled out.
//! While \a context lives; \a store outlives it.
QFuture<Result<FileReference>> keepFile(StoreGate &store, QObject *context, const QString &path);
//! Bytes that lie in no file, as from the clipboard. InvalidInput if there are none.
QFuture<Result<FileReference>> keepFile(StoreGate &store, QObject *context, const QByteArray &bytes, const QString &name);

//! The record by which \a request has the file; its bytes follow by their digest. Without an id.
Attachment attachmentOf(const FileReference &file, const Id &request, const Id &author, Instant at);

} // namespace parvis

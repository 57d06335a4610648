#pragma once

#include "base/result.h"
#include "domain/cardform.h"
#include "domain/request.h"
#include "presentation/streetindex.h"

#include <QtCore/QDate>
#include <QtCore/QFuture>

namespace parvis {

//! The value of a text, number, date or plate field as it was typed; null if nothing was. Words that are no number, date or plate
//! stay words, so that nothing typed is lost: faultOf() tells.
QJsonValue typedValue(FormFieldType type, const QString &typed, const QDate &today);

//! The value of a place field; null without an address.
QJsonValue placeValue(const Place &place);

//! Reads the file at \a path in another thread. NotFound if it can't be read.
QFuture<Result<FileReference>> referenceTo(const QString &path);

//! The record by which \a request has the file; its bytes follow by their digest. Without an id.
Attachment attachmentOf(const FileReference &file, const Id &request, const Id &author, Instant at);

} // namespace parvis

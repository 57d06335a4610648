#pragma once

#include "base/result.h"
#include "domain/cardform.h"

#include <QtCore/QDate>
#include <QtCore/QFuture>
#include <QtWidgets/QWidget>

#include <functional>

namespace parvis {

class ReferenceData;
using FileKeeper = std::function<QFuture<Result<FileReference>>(const QString &path)>;

//! What shows and edits one value of a card's form.
struct ValueEditor
{
    QWidget *widget = nullptr; //!< is laid out, and has the field's name unless it hands it on
    QList<QWidget *> stops;    //!< take the focus, in this order
    std::function<void(const QJsonValue &)> show;
    bool isWide = false; //!< needs the whole width
};

//! What an editor needs to know and whom it tells.
struct ValueEditing
{
    QWidget *parent = nullptr;
    QDate today; //!< what "yesterday" is counted from
    const ReferenceData *town = nullptr;
    std::function<void(const QJsonValue &)> edited; //!< null: emptied
    std::function<void()> done;                     //!< Enter: on to what is needed next
    std::function<void(const QString &)> complain;  //!< a sentence
    FileKeeper keepFile{};                          //!< without it only what a file is gets known
};

ValueEditor makeValueEditor(const FormField &field, const ValueEditing &editing);

} // namespace parvis

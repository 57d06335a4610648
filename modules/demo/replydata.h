#pragma once

#include "demo/towndata.h"
#include "domain/template.h"

#include <QtCore/QMap>

namespace parvis {

//! What the town's replies are made of and who approves them, as resources/demo/replies.json says it.
struct ReplyData
{
    QMap<QString, ReplyTemplate> templates; //!< by their code in the file
    QString outageSubject, outageText;      //!< of one reply to many
    QList<QPair<QString, QString>> changes; //!< what approvers write instead
    QStringList returns, refusals, remarks;
};

//! Reads the embedded file, and gives the units of \a town their letterheads and circuits.
Result<ReplyData> loadReplies(TownData &town);

} // namespace parvis

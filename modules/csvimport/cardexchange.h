#pragma once

#include "csvimport/cardrow.h"
#include "hub/hub.h"

namespace parvis {

struct CardFiles
{
    QString cards;
    QString rejects; //!< empty: beside the cards

    QString rejectsPath() const;
};

struct CardImportReport
{
    qint64 rows = 0;
    qint64 created = 0;
    qint64 revised = 0;  //!< a next revision was published
    qint64 archived = 0; //!< put into the archive or taken out
    qint64 known = 0;    //!< nothing was written
    qint64 rejected = 0;

    bool operator==(const CardImportReport &) const = default;
};

//! The sentence for the rejects file.
using CardWording = std::function<QString(const CardReject &)>;
//! Gets (done, all) between transactions and answers whether to go on.
using CardWatcher = std::function<bool(qint64, qint64)>;

//! How many. The file is complete at \a path, or as it was. InvalidInput: neither .csv nor .json. Storage.
Result<qint64> exportCards(const QString &path, HubStore &store);

//! Each row whose card says something else becomes its next revision; cards that the file does not name are left alone. Good
//! rows are imported whatever the others are. InvalidInput (detail: where and what) and NotFound: nothing was done. Aborted:
//! \a watcher wished so; what was imported stays.
Result<CardImportReport> importCards(const CardFiles &files, HubStore &store, Hub &hub, const CardWording &wording,
                                     const CardWatcher &watcher = {});

} // namespace parvis

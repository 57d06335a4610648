#pragma once

#include "presentation/latest.h"
#include "presentation/referencedata.h"
#include "presentation/storeevents.h"
#include "store/storegate.h"

namespace parvis {

//! Fills the reference data from the store, now and after every change of the organisation or the cards. GUI thread.
class ReferenceLoader final : public QObject
{
    Q_OBJECT
public:
    ReferenceLoader(StoreGate &store, StoreEvents &events, ReferenceData &town, QObject *parent = nullptr);
    void load();

Q_SIGNALS:
    void failed(const parvis::Error &error); //!< what was loaded before stays

private:
    void countCases(); //!< for services that share the work evenly
    void take(const ReferenceRecords &records);

    StoreGate &m_store;
    ReferenceData &m_town;
    Latest<ReferenceRecords> m_loading;
    Latest<CardIndex> m_indexing;
    Latest<QHash<Id, int>> m_counting;
    ReferenceRecords m_records; //!< of the index that is made, or being made
    bool m_isIndexing = false;
};

} // namespace parvis

#include "presentation/referenceloader.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace parvis {

ReferenceLoader::ReferenceLoader(StoreGate &store, StoreEvents &events, ReferenceData &town, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_town(town),
      m_loading(this,
                [this](const Result<ReferenceRecords> &loaded) {
                    if (!loaded) {
                        Q_EMIT failed(loaded.error());
                        return;
                    }
                    take(loaded.value());
                }),
      m_indexing(this,
                 [this](const Result<CardIndex> &cards) {
                     m_isIndexing = false;
                     if (!cards)
                         return;
                     m_town.setCardIndex(cards.value());
                     m_town.setRecords(m_records);
                     countCases();
                 }),
      m_counting(this, [this](const Result<QHash<Id, int>> &cases) {
          if (cases)
              m_town.setOpenCases(*cases);
      })
{
    connect(&events, &StoreEvents::touched, this, [this](const Touched &touched) {
        const bool isOurs = std::any_of(touched.records.begin(), touched.records.end(),
                                        [](const auto &record) { return isReference(record.first); });
        if (isOurs || touched.everything)
            load();
        else if (concerns(touched, Kind::Request))
            countCases();
    });
}

void ReferenceLoader::countCases()
{
    const auto isShared = [](const Unit &unit) { return unit.assignment == Assignment::Balanced && !unit.closed; };
    if (std::any_of(m_town.units().begin(), m_town.units().end(), isShared))
        m_counting.ask([this] { return m_store.read([](DeskStore &store) { return openCasesByAssignee(store); }); });
}

void ReferenceLoader::load()
{
    m_loading.ask([this] { return m_store.read([](DeskStore &store) { return loadReference(store); }); });
}

void ReferenceLoader::take(const ReferenceRecords &records)
{
    const bool isFoundAsBefore = records.cards == m_records.cards && records.themes == m_records.themes;
    m_records = records;
    if (!isFoundAsBefore) { // cards are shown with what they are found by
        m_isIndexing = true;
        m_indexing.ask([records] {
            // In a thread of its own: neither a key nor a query waits for it.
            return QtConcurrent::run([records] { return Result<CardIndex>(ReferenceData::cardIndexOf(records)); });
        });
    } else if (!m_isIndexing) { // a new rule or agent counts at once
        m_town.setRecords(m_records);
        countCases();
    }
}

} // namespace parvis

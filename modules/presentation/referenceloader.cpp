#include "presentation/referenceloader.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace parvis {

ReferenceLoader::ReferenceLoader(StoreGate &store, StoreEvents &events, ReferenceData &town, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_town(town),
      m_loading(this,
                [this](const Result<Loaded> &loaded) {
                    if (!loaded) {
                        Q_EMIT failed(loaded.error());
                        return;
                    }
                    m_records = loaded->records; // shown with what they are found by
                    m_indexing.ask([cards = loaded->cards] { return cards; });
                }),
      m_indexing(this,
                 [this](const Result<CardIndex> &cards) {
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
    m_loading.ask([this] {
        return m_store.read([](DeskStore &store) -> Result<Loaded> {
            const auto records = loadReference(store);
            if (!records)
                return records.error();
            const auto index = [records = *records] { return Result<CardIndex>(ReferenceData::cardIndexOf(records)); };
            return Loaded{*records, QtConcurrent::run(index)};
        });
    });
}

} // namespace parvis

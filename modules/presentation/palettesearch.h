#pragma once

#include "presentation/latest.h"
#include "presentation/referencedata.h"
#include "store/citizenquery.h"
#include "store/storegate.h"

namespace parvis {

//! What the command palette found: a request, a citizen or a card, in words of its own.
struct PaletteHit
{
    Kind kind = Kind::Request;
    Id id;
    QString title;  //!< "2026-014233 · Lampadaire éteint"
    QString detail; //!< who and where

    bool operator==(const PaletteHit &) const = default;
};

//! Requests, citizens and cards for the command palette (Ctrl+K). GUI thread.
class PaletteSearch final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(const QList<PaletteHit> &)>;

    PaletteSearch(StoreGate &store, const ReferenceData &town, QObject *parent = nullptr);

    //! \a answer is called once, with the cards first; never if another search comes before.
    void search(const QString &words, Answer answer);

private:
    QList<PaletteHit> cards(const QString &words) const;

    StoreGate &m_store;
    const ReferenceData &m_town;
    QString m_words;
    Answer m_answer;
    Latest<QList<PaletteHit>> m_searching;
};

} // namespace parvis

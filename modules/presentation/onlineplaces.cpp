#include "presentation/onlineplaces.h"

#include "base/async.h"
#include "base/log.h"
#include "presentation/referencedata.h"

namespace parvis {

namespace {

constexpr int pauseMs = 350;
constexpr int peaceMs = 60'000;
constexpr qsizetype mostPlaces = 3;
constexpr qsizetype leastLetters = 5; // the service finds nothing good in fewer

} // namespace

OnlinePlaces::OnlinePlaces(const ReferenceData &town, QObject *parent) : QObject(parent), m_town(town)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &OnlinePlaces::send);
}

void OnlinePlaces::setGeocoder(std::unique_ptr<Geocoder> geocoder)
{
    ++m_question;
    m_pause.stop();
    m_peace.setRemainingTime(0);
    m_geocoder = std::move(geocoder);
}

void OnlinePlaces::ask(QObject *asker, const QString &words, Found found)
{
    ++m_question;
    m_asker = asker;
    m_words = words;
    m_found = std::move(found);
    m_pause.stop();
    if (m_geocoder && words.trimmed().size() >= leastLetters && m_peace.hasExpired())
        m_pause.start();
}

void OnlinePlaces::send()
{
    if (!m_asker || !m_geocoder || m_town.placeIndex().finds(m_words))
        return;
    whenReady(m_geocoder->search(m_words, mostPlaces, m_town.placeIndex().middle()), this,
              [this, question = m_question](const Result<QList<AddressHit>> &hits) {
                  if (question == m_question)
                      answered(hits);
                  else if (!hits && hits.error().code == ErrorCode::Network)
                      m_peace.setRemainingTime(peaceMs);
              });
}

void OnlinePlaces::answered(const Result<QList<AddressHit>> &hits)
{
    if (!hits) {
        if (hits.error().code == ErrorCode::Aborted)
            return;
        m_peace.setRemainingTime(hits.error().retryAfterSeconds > 0 ? hits.error().retryAfterSeconds * 1000LL : peaceMs);
        qCInfo(logUi, "the geocoder: %ls", qUtf16Printable(hits.error().detail));
        Q_EMIT failed(hits.error());
        return;
    }
    QList<Place> places;
    for (const AddressHit &hit : *hits) {
        if (hit.kind == HitKind::Commune)
            continue;
        Place place = m_town.placeIndex().place(hit);
        place.isFoundOnline = true;
        places.append(place);
    }
    if (!places.isEmpty() && m_asker)
        m_found(places);
}

} // namespace parvis

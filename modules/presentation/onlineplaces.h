#pragma once

#include "geo/geocoder.h"
#include "presentation/placeindex.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <memory>

namespace parvis {

class ReferenceData;

//! Places that the town's own addresses do not know, from a service on the network, where the administrator wants that. What is
//! typed is answered by the desk itself at once; only when the typing pauses and what the desk found is not good, the service is
//! asked, and what it finds comes later, marked. A service that fails is left in peace for a minute: nobody waits for it.
class OnlinePlaces final : public QObject
{
    Q_OBJECT
public:
    using Found = std::function<void(const QList<Place> &places)>;

    explicit OnlinePlaces(const ReferenceData &town, QObject *parent = nullptr);

    void setGeocoder(std::unique_ptr<Geocoder> geocoder); //!< null: off, as it is at first
    bool isOn() const { return m_geocoder != nullptr; }

    //! \a found is called later, or never: only with something, only while \a asker lives, and only for the newest question.
    void ask(QObject *asker, const QString &words, Found found);

    void setPause(int ms) { m_pause.setInterval(ms); } //!< after the last key

Q_SIGNALS:
    void failed(const parvis::Error &error);

private:
    void send();
    void answered(const Result<QList<AddressHit>> &hits);

    const ReferenceData &m_town;
    std::unique_ptr<Geocoder> m_geocoder;
    QTimer m_pause;
    QDeadlineTimer m_peace{0};
    QPointer<QObject> m_asker;
    QString m_words;
    Found m_found;
    int m_question = 0; //!< counts them: an answer to an earlier one is dropped
};

} // namespace parvis

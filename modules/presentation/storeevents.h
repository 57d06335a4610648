#pragma once

#include "store/deskstore.h"

#include <QtCore/QObject>

namespace parvis {

//! Tells every screen what changed in the store, whoever changed it: the sync engine (wired by app/) and the controllers after
//! their own writes. GUI thread.
class StoreEvents final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void publish(const Touched &touched)
    {
        if (!touched.isEmpty())
            Q_EMIT this->touched(touched);
    }

Q_SIGNALS:
    void touched(const parvis::Touched &touched);
};

//! True if \a touched names a record of \a kind, or may.
bool concerns(const Touched &touched, Kind kind);
bool concerns(const Touched &touched, Kind kind, const Id &id);
Touched touchedBy(const QList<Mutation> &mutations);

} // namespace parvis

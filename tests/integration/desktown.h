#pragma once

#include "base/clock.h"
#include "integration/deskprocess.h"
#include "integration/serverprocess.h"
#include "store/deskstore.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>

#include <memory>

namespace parvis {

//! A folder with a town's hub and the desks of its agents, all real programs. The hub always listens at the same port, as in a
//! town: the desks pin it there.
class DeskTown
{
public:
    DeskTown();

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString hub() const { return path(QStringLiteral("hub")); }
    bool found(int requests);         //!< the demo town
    bool copy(const DeskTown &other); //!< its files, as long as nothing runs there

    ServerProcess::Outcome run(const QStringList &command, const QByteArray &input = {}) const; //!< parvis-server … --data hub()
    bool serve(const QStringList &more = {});                                                   //!< \a more: options of "serve"
    ServerProcess &server() { return m_server; }
    QString fingerprint() const { return m_fingerprint; }
    QUrl url() const;

    DeskAccount account(const QString &login) const;
    std::unique_ptr<DeskProcess> desk(const QString &login) const;
    QString database(const QString &login) const; //!< file of a desk
    QByteArray key(const QString &login) const;   //!< of that file
    DeskStore store(const QString &login);        //!< opened beside or after the program

private:
    QTemporaryDir m_folder;
    ServerProcess m_server;
    quint16 m_port = 0;
    QString m_fingerprint; //!< empty: never served
    SystemClock m_clock;
    QRandomGenerator m_random;
};

} // namespace parvis

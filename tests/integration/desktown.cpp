#include "integration/desktown.h"

#include "store/keyfile.h"
#include "unit/store/storekit.h"

#include <filesystem>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Below the ports that the system lends to clients: one of those could be taken while the hub is down.
quint16 somePort()
{
    return quint16(QRandomGenerator::system()->bounded(20'000, 32'000));
}

} // namespace

DeskTown::DeskTown() : m_port(somePort()), m_random(QRandomGenerator::securelySeeded()) {}

bool DeskTown::found(int requests)
{
    return run({u"init"_s, u"--town"_s, u"Ingeville"_s}).code == 0 &&
           run({u"demo"_s, u"--requests"_s, QString::number(requests), u"--seed"_s, u"7"_s}).code == 0;
}

bool DeskTown::copy(const DeskTown &other)
{
    std::error_code failed;
    std::filesystem::copy(other.m_folder.path().toStdString(), m_folder.path().toStdString(),
                          std::filesystem::copy_options::recursive, failed);
    m_port = other.m_port;
    m_fingerprint = other.m_fingerprint;
    return !failed;
}

ServerProcess::Outcome DeskTown::run(const QStringList &command, const QByteArray &input) const
{
    return ServerProcess::run(command + QStringList{u"--data"_s, hub()}, input);
}

bool DeskTown::serve(const QStringList &more)
{
    const bool isFirst = m_fingerprint.isEmpty();
    for (int attempt = 0; attempt < 10; ++attempt) {
        if (m_server.start(hub(), QStringList{u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port)} + more)) {
            m_fingerprint = m_server.fingerprint();
            return true;
        }
        if (!isFirst) // the desks know this port
            return false;
        m_port = somePort();
    }
    return false;
}

QUrl DeskTown::url() const
{
    return QUrl(u"https://127.0.0.1:%1"_s.arg(m_port));
}

DeskAccount DeskTown::account(const QString &login) const
{
    return {path(u"desk of "_s + login), url(), login, m_fingerprint};
}

std::unique_ptr<DeskProcess> DeskTown::desk(const QString &login) const
{
    return std::make_unique<DeskProcess>(account(login));
}

QString DeskTown::database(const QString &login) const
{
    const QDir accounts(account(login).profile + u"/accounts"_s);
    return accounts.filePath(accounts.entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0) + u"/desk.db"_s);
}

QByteArray DeskTown::key(const QString &login) const
{
    const KeyFile file(QFileInfo(database(login)).path() + u"/desk.key"_s);
    return storekit::must(file.unlock(QString::fromLatin1(demoPassword)));
}

DeskStore DeskTown::store(const QString &login)
{
    return storekit::must(DeskStore::open(database(login), key(login), m_clock, m_random));
}

} // namespace parvis

#include "hubfolder.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace parvis {

QString HubFolder::townFile() const
{
    return QDir(m_path).filePath(u"town.sqlite"_s);
}

QString HubFolder::blobs() const
{
    return QDir(m_path).filePath(u"blobs"_s);
}

QString HubFolder::addresses() const
{
    return QDir(m_path).filePath(u"town.addresses"_s);
}

Status HubFolder::create() const
{
    if (const QFileInfo there(m_path); there.exists() && (!there.isDir() || !QDir(m_path).isEmpty()))
        return Error{ErrorCode::AlreadyExists, m_path};
    if (!QDir().mkpath(m_path) || !QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return Error{ErrorCode::Storage, m_path};
    return success();
}

void HubFolder::removeAll() const
{
    QDir(m_path).removeRecursively();
}

Result<ServeLock> ServeLock::take(const HubFolder &folder)
{
    const QByteArray path = QFile::encodeName(QDir(folder.path()).filePath(u"serve.lock"_s));
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return Error{ErrorCode::Storage, QString::fromLocal8Bit(path)};
    ServeLock lock(file);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0)
        return Error{ErrorCode::Unavailable, QString::fromLocal8Bit(path)};
    return lock;
}

ServeLock::~ServeLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

OpenHub::OpenHub(std::unique_ptr<SqliteHubStore> store, const HubFolder &folder, const HubSettings &settings)
    : m_store(std::move(store)),
      m_blobs(folder.blobs(), Limits().fileBytes),
      m_addresses(folder.addresses()),
      m_hub(*m_store, m_clock, *QRandomGenerator::system(), m_hasher, settings, &m_blobs)
{}

Result<std::unique_ptr<OpenHub>> OpenHub::open(const HubFolder &folder, const HubSettings &settings)
{
    if (!QFileInfo::exists(folder.townFile()))
        return Error{ErrorCode::NotFound, folder.townFile()};
    auto store = SqliteHubStore::open(folder.townFile());
    if (!store)
        return store.error();
    return std::unique_ptr<OpenHub>(new OpenHub(std::move(store).value(), folder, settings));
}

Result<std::unique_ptr<OpenHub>> OpenHub::found(const HubFolder &folder, const QString &town)
{
    auto store = SqliteHubStore::open(folder.townFile());
    if (!store)
        return store.error();
    std::unique_ptr<OpenHub> hub(new OpenHub(std::move(store).value(), folder, {}));
    if (const Status founded = hub->hub().foundTown(town); !founded)
        return founded.error();
    return hub;
}

} // namespace parvis

#pragma once

#include "hub/argon2hasher.h"
#include "hub/hub.h"
#include "hub/townfile.h"
#include "hub_sqlite/sqlitehubstore.h"

namespace parvis {

//! A hub's folder: "town.sqlite" and its log, "blobs" with the bytes of attachments, "town.addresses", "certificate.pem",
//! "key.pem", "serve.lock". For its owner alone.
class HubFolder
{
public:
    explicit HubFolder(QString path) : m_path(std::move(path)) {}

    const QString &path() const { return m_path; }
    QString townFile() const;
    QString blobs() const;
    QString addresses() const; //!< as AddressIndex opens them

    //! Makes the folder. AlreadyExists if there is something in it.
    Status create() const;
    void removeAll() const; //!< after create(), when the rest did not succeed

private:
    QString m_path;
};

//! Held by the one process that serves a folder; the kernel lets go of it when the process ends, however it ends.
class ServeLock
{
public:
    static Result<ServeLock> take(const HubFolder &folder); //!< Unavailable if another process holds it
    ServeLock(ServeLock &&other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
    ServeLock &operator=(ServeLock &&) = delete;
    ~ServeLock();

private:
    explicit ServeLock(int file) : m_file(file) {}

    int m_file;
};

//! The hub of a folder with all it stands on.
class OpenHub
{
public:
    static Result<std::unique_ptr<OpenHub>> open(const HubFolder &folder,
                                                 const HubSettings &settings = {}); //!< NotFound if no town was founded there
    static Result<std::unique_ptr<OpenHub>> found(const HubFolder &folder, const QString &town);

    Hub &hub() { return m_hub; }
    HubStore &store() { return *m_store; }
    BlobFolder &blobs() { return m_blobs; }
    TownFile &addresses() { return m_addresses; }
    const Clock &clock() const { return m_clock; }

private:
    OpenHub(std::unique_ptr<SqliteHubStore> store, const HubFolder &folder, const HubSettings &settings);

    SystemClock m_clock;
    Argon2Hasher m_hasher;
    std::unique_ptr<SqliteHubStore> m_store;
    BlobFolder m_blobs;
    TownFile m_addresses;
    Hub m_hub;
};

} // namespace parvis

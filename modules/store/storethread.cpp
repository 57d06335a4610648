#include "store/storethread.h"

#include <QtCore/QThread>

namespace parvis {

//! One connection and the thread that it belongs to.
class StoreThread::Worker
{
public:
    using Open = std::function<Result<DeskStore>()>;

    Worker()
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Worker() { close(); }

    Status open(const Open &open)
    {
        Status status = success();
        QMetaObject::invokeMethod(
            &m_context,
            [&] {
                auto store = open();
                if (!store) {
                    status = store.error();
                    return;
                }
                m_store.emplace(std::move(store).value());
                m_interrupt = m_store->database().interrupter();
            },
            Qt::BlockingQueuedConnection);
        return status;
    }

    void post(std::function<void(DeskStore *)> job)
    {
        {
            const QMutexLocker lock(&m_mutex);
            if (!m_isClosed) {
                QMetaObject::invokeMethod(
                    &m_context, [this, job = std::move(job)] { job(m_drops || !m_store ? nullptr : &*m_store); },
                    Qt::QueuedConnection);
                return;
            }
        }
        job(nullptr);
    }

    void interrupt()
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_isClosed && m_interrupt)
            m_interrupt();
    }

    //! What is queued still runs, or is answered without the store if \a drop.
    void close(bool drop = false)
    {
        {
            const QMutexLocker lock(&m_mutex);
            if (m_isClosed)
                return;
            m_isClosed = true;
            m_drops = drop;
            if (drop && m_interrupt)
                m_interrupt();
        }
        QMetaObject::invokeMethod(
            &m_context, [this] { m_store.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

private:
    QThread m_thread;
    QObject m_context;
    std::optional<DeskStore> m_store; //!< of m_thread
    QMutex m_mutex;                   //!< guards what follows
    std::function<void()> m_interrupt;
    std::atomic<bool> m_drops = false;
    bool m_isClosed = false;
};

StoreThread::StoreThread(std::unique_ptr<Worker> writer, std::unique_ptr<Worker> reader)
    : m_writer(std::move(writer)), m_reader(std::move(reader))
{}

StoreThread::~StoreThread()
{
    close();
}

Result<std::unique_ptr<StoreThread>> StoreThread::open(const QString &path, const QByteArray &key, const Clock &clock)
{
    auto writer = std::make_unique<Worker>();
    const auto opened = writer->open([&] { return DeskStore::open(path, key, clock, *QRandomGenerator::system()); });
    if (!opened)
        return opened.error();
    std::unique_ptr<Worker> reader;
    if (path != QLatin1StringView(":memory:")) {
        reader = std::make_unique<Worker>();
        const auto second = reader->open([&] { return DeskStore::openReader(path, key, clock, *QRandomGenerator::system()); });
        if (!second)
            return second.error();
    }
    return std::unique_ptr<StoreThread>(new StoreThread(std::move(writer), std::move(reader)));
}

void StoreThread::close()
{
    if (m_reader)
        m_reader->close(true);
    m_writer->close();
}

void StoreThread::interruptRead()
{
    if (m_reader)
        m_reader->interrupt();
}

void StoreThread::post(Lane lane, std::function<void(DeskStore *)> job)
{
    const auto &worker = lane == Lane::Read && m_reader ? m_reader : m_writer;
    worker->post(std::move(job));
}

} // namespace parvis

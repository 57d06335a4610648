#pragma once

#include "store/storegate.h"

namespace parvis {

//! The store in two threads of its own: one connection writes, one reads. Callable from any thread. An in-memory store has one
//! thread for both.
class StoreThread final : public StoreGate
{
public:
    //! Opens (and creates) the store; blocks until it is open, some 20 ms. \a clock outlives this.
    static Result<std::unique_ptr<StoreThread>> open(const QString &path, const QByteArray &key, const Clock &clock);
    ~StoreThread() override; //!< close()

    //! Finishes what is queued to be written, drops what is queued to be read, closes both connections. Idempotent.
    void close();
    //! Makes the running read fail with Aborted: its answer is no longer wanted.
    void interruptRead();

protected:
    void post(Lane lane, std::function<void(DeskStore *)> job) override;

private:
    class Worker;
    StoreThread(std::unique_ptr<Worker> writer, std::unique_ptr<Worker> reader);
    std::unique_ptr<Worker> m_writer, m_reader;
};

} // namespace parvis

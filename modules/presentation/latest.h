#pragma once

#include "base/async.h"

#include <functional>
#include <optional>

namespace parvis {

//! Asks one question at a time, of the newest state only: while an answer is on its way, later questions replace one another, so
//! that a fast typist never builds a queue at the store, and answers to what is no longer asked are dropped. GUI thread.
template <typename T>
class Latest
{
public:
    using Question = std::function<QFuture<Result<T>>()>;
    using Answer = std::function<void(const Result<T> &)>;

    Latest(QObject *context, Answer answer) : m_context(context), m_answer(std::move(answer)) {}

    void ask(Question question)
    {
        ++m_generation;
        if (m_isBusy)
            m_next = std::move(question);
        else
            send(question);
    }

    //! The answer on its way is no longer wanted.
    void drop()
    {
        ++m_generation;
        m_next.reset();
    }

private:
    void send(const Question &question)
    {
        m_isBusy = true;
        whenReady(question(), m_context, [this, generation = m_generation](const Result<T> &result) {
            m_isBusy = false;
            if (m_next)
                send(*std::exchange(m_next, std::nullopt));
            else if (generation == m_generation)
                m_answer(result);
        });
    }

    QObject *m_context;
    Answer m_answer;
    std::optional<Question> m_next;
    quint64 m_generation = 0;
    bool m_isBusy = false;
};

} // namespace parvis

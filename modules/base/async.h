#pragma once

#include "base/result.h"

#include <QtCore/QFutureWatcher>

namespace parvis {

//! Calls \a fn with the result in the thread of \a context, unless \a context dies first.
//! On Qt 6.4 QFuture::then(context, ...) asserts in that case, so it is not used here.
template <typename T, typename Fn>
void whenReady(const QFuture<Result<T>> &future, QObject *context, Fn fn)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, fn = std::move(fn)]() mutable {
        watcher->deleteLater();
        const bool answered = !watcher->isCanceled() && watcher->future().resultCount() > 0;
        fn(answered ? watcher->result() : Result<T>(Error{ErrorCode::Aborted, {}}));
    });
    watcher->setFuture(future);
}

//! A future that is already answered.
template <typename T>
QFuture<Result<T>> readyResult(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace parvis

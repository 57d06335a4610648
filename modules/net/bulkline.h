#pragma once

#include "base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <functional>
#include <memory>
#include <optional>

namespace parvis {

struct BulkRequest
{
    QByteArray verb, url;
    QList<QByteArray> headers; //!< "Name: value"
    QByteArray body;           //!< null: none
    int silenceMs = 0;         //!< how long nothing may move
};

struct BulkAnswer
{
    //! Network: no whole answer; Certificate: not the pinned one, nothing was sent; Protocol: beyond measure.
    std::optional<Error> error;
    int status = 0; //!< 0: not even the head of an answer
    QByteArray body;
    QByteArray contentType, retryAfter, uploadOffset, uploadLength, range, tag; //!< the headers
    QByteArray shown;                                                           //!< the fingerprint that was refused
};

//! HTTPS requests whose bodies are bulky, over connections that are kept: Qt's network access hands a body to its thread in
//! 16 KiB pieces, and waits for each, which takes longer than to send it.
//!
//! TLS 1.2 or later, and only with the one certificate whose SHA-256 fingerprint is \a pin; no proxy, no redirects, no cookies.
class BulkLine
{
public:
    using Answered = std::function<void(const BulkAnswer &answer)>;

    //! Of an answer: of a problem's (status 300 and beyond), and of any other.
    struct Measure
    {
        qint64 problemBytes, bytes;
    };

    BulkLine(const QByteArray &pin, Measure measure);
    ~BulkLine(); //!< aborts
    Q_DISABLE_COPY_MOVE(BulkLine)

    //! \a answered is called once, in the line's own thread.
    void send(const BulkRequest &request, Answered answered);
    //! What is under way is cut, and not answered any more, unless its answer is being given at this moment.
    void abort();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace parvis

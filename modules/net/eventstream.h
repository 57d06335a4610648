#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <optional>

namespace parvis {

struct StreamEvent
{
    QByteArray type; //!< "head"; "message" where the stream names none
    QByteArray data;

    bool operator==(const StreamEvent &) const = default;
};

//! Reads server-sent events (WHATWG HTML, "event stream interpretation") from chunks cut anywhere. Comments, which serve as
//! heartbeats, and the fields id and retry are skipped: hints need no replay and the engine decides when to return.
class EventStreamParser
{
public:
    static constexpr qsizetype longestEvent = 64 * 1024;

    //! The events that \a chunk completes; nothing at all if the peer sends an event beyond measure.
    std::optional<QList<StreamEvent>> feed(const QByteArray &chunk);

private:
    void takeLine(QByteArrayView line, QList<StreamEvent> &events);

    QByteArray m_line;
    StreamEvent m_event;
    bool m_hasData = false;
    bool m_afterCr = false; //!< a LF now belongs to the line end before
    bool m_atStart = true;
};

} // namespace parvis

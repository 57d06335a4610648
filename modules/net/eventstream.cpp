#include "net/eventstream.h"

#include <utility>

namespace parvis {

std::optional<QList<StreamEvent>> EventStreamParser::feed(const QByteArray &chunk)
{
    QList<StreamEvent> events;
    for (const char c : chunk) {
        if (c == '\n' && std::exchange(m_afterCr, false))
            continue;
        m_afterCr = c == '\r';
        if (c != '\n' && c != '\r') {
            m_line += c;
            if (m_line.size() + m_event.data.size() > longestEvent)
                return std::nullopt;
            continue;
        }
        if (std::exchange(m_atStart, false) && m_line.startsWith("\xEF\xBB\xBF"))
            m_line.remove(0, 3);
        takeLine(m_line, events);
        m_line.clear();
    }
    return events;
}

void EventStreamParser::takeLine(QByteArrayView line, QList<StreamEvent> &events)
{
    if (line.isEmpty()) {
        StreamEvent event = std::exchange(m_event, {});
        if (!std::exchange(m_hasData, false))
            return;
        if (event.type.isEmpty())
            event.type = QByteArrayLiteral("message");
        events.append(std::move(event));
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (field == QByteArrayView("event")) {
        m_event.type = value.toByteArray();
    } else if (field == QByteArrayView("data")) {
        if (m_hasData)
            m_event.data += '\n';
        m_event.data += value;
        m_hasData = true;
    }
}

} // namespace parvis

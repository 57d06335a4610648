#include "ui_sync/exchangemodel.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! What an exchange is for, as a person says it; the report names verb and route.
QString purpose(const Exchange &exchange)
{
    static const QHash<QString, const char *> words{
        {u"/v1/hello"_s, QT_TRANSLATE_NOOP("parvis::ExchangeModel", "Greeting")},
        {u"/v1/session/refresh"_s, QT_TRANSLATE_NOOP("parvis::ExchangeModel", "Session renewed")},
        {u"/v1/push"_s, QT_TRANSLATE_NOOP("parvis::ExchangeModel", "Work sent")},
        {u"/v1/changes"_s, QT_TRANSLATE_NOOP("parvis::ExchangeModel", "Changes fetched")},
        {u"/v1/snapshot"_s, QT_TRANSLATE_NOOP("parvis::ExchangeModel", "Whole town fetched")},
        {u"/v1/stream"_s, QT_TRANSLATE_NOOP("parvis::ExchangeModel", "News awaited")},
        {u"/v1/addresses"_s, QT_TRANSLATE_NOOP("parvis::ExchangeModel", "Addresses of the town fetched")},
    };
    if (exchange.route == u"/v1/session"_s)
        return exchange.verb == u"DELETE"_s ? ExchangeModel::tr("Signed out") : ExchangeModel::tr("Signed in");
    if (exchange.route == u"/v1/blobs"_s)
        return exchange.verb == u"GET"_s     ? ExchangeModel::tr("File fetched")
               : exchange.verb == u"PATCH"_s ? ExchangeModel::tr("File sent")
                                             : ExchangeModel::tr("File to send");
    const char *known = words.value(exchange.route);
    return known ? ExchangeModel::tr(known) : QString(exchange.verb + u' ' + exchange.route);
}

} // namespace

void ExchangeModel::setExchanges(const QList<Exchange> &oldestFirst, const QTimeZone &zone)
{
    if (!m_exchanges.isEmpty() && oldestFirst.size() == m_exchanges.size() && oldestFirst.last() == m_exchanges.first())
        return;
    beginResetModel();
    m_exchanges = oldestFirst;
    std::reverse(m_exchanges.begin(), m_exchanges.end());
    m_zone = zone;
    endResetModel();
}

QVariant ExchangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isNumber = index.column() >= Rows && index.column() <= Took;
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const Exchange &exchange = m_exchanges.at(index.row());
    const QLocale locale;
    switch (index.column()) {
    case At: return locale.toString(QDateTime::fromMSecsSinceEpoch(exchange.at.ms, m_zone).time(), u"HH:mm:ss"_s);
    case What: return purpose(exchange);
    //: rows sent and received
    case Rows: return tr("%1 / %2").arg(locale.toString(exchange.sent), locale.toString(exchange.received));
    case Size: return locale.formattedDataSize(exchange.bytesUp + exchange.bytesDown, 0, QLocale::DataSizeTraditionalFormat);
    case Took: return tr("%1 ms").arg(locale.toString(exchange.ms));
    case Outcome:
        if (exchange.error)
            return exchange.status > 0 ? tr("%1 (%2)").arg(codeWord(*exchange.error)).arg(exchange.status)
                                       : codeWord(*exchange.error);
        return tr("done");
    default: return {};
    }
}

QVariant ExchangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case At: return tr("Time");
    case What: return tr("Exchange");
    //: rows sent / received
    case Rows: return tr("Sent / received");
    case Size: return tr("Size");
    case Took: return tr("Took");
    case Outcome: return tr("Outcome");
    default: return {};
    }
}

} // namespace parvis

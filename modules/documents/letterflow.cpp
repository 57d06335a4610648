#include "documents/letterflow.h"

#include <QtCore/QtGlobal>

namespace parvis {

double heightOf(const QList<FlowBox> &boxes, FlowPage page)
{
    double height = 0;
    for (qsizetype i = page.from; i < page.to;) {
        qsizetype end = i;
        while (end < page.to && boxes.at(end).part == boxes.at(i).part)
            ++end;
        height += boxes.at(end - 1).bottom - boxes.at(i).top;
        i = end;
    }
    return height;
}

QList<FlowPage> flow(const QList<FlowBox> &boxes, double firstRoom, double laterRoom)
{
    QList<FlowPage> pages;
    qsizetype from = 0;
    do {
        const double room = pages.isEmpty() ? firstRoom : laterRoom;
        qsizetype to = qMin(from + 1, boxes.size());
        while (to < boxes.size() && heightOf(boxes, {from, to + 1}) <= room)
            ++to;
        qsizetype good = to;
        while (good > from && good < boxes.size() && boxes.at(good).staysWithLast)
            --good;
        if (good > from)
            to = good;
        pages.append({from, to});
        from = to;
    } while (from < boxes.size());
    return pages;
}

} // namespace parvis

#pragma once

#include <QtCore/QList>

namespace parvis {

//! What is laid on one page or the next but never cut: a line of text, or the signature. Boxes of one part lie in the same
//! coordinates, downwards.
struct FlowBox
{
    int part = 0;
    double top = 0, bottom = 0;
    bool staysWithLast = false; //!< no page begins with it, if that can be helped

    bool operator==(const FlowBox &) const = default;
};

//! The boxes [from, to) of a page.
struct FlowPage
{
    qsizetype from = 0, to = 0;

    bool operator==(const FlowPage &) const = default;
};

//! At least one page; every box on exactly one. A box higher than a page has one for itself.
QList<FlowPage> flow(const QList<FlowBox> &boxes, double firstRoom, double laterRoom);

//! The height of some boxes under each other.
double heightOf(const QList<FlowBox> &boxes, FlowPage page);

} // namespace parvis

#pragma once

#include "base/result.h"
#include "presentation/referencedata.h"

class QPagedPaintDevice;

namespace parvis {

//! What a card says below its three blocks, in Markdown: documents, price, place, law, form, replies, links to other cards
//! ("card:<id>").
QString restOfCard(const Card &card, const ReferenceData &town);

//! A published card on paper: A4, the whole card, title and revision in the head, page numbers in the foot.
struct CardPaper
{
    QString title;
    QString markdown;
    QString foot;
};
CardPaper paperOf(const Card &card, const ReferenceData &town, const QDate &today);

//! Lays the paper out and paints its pages on a printer or a PDF; false: the device can't be painted on.
bool paintPages(QPagedPaintDevice &device, const CardPaper &paper);

//! A PDF at \a path; InvalidInput if it can't be written there.
Status writePdf(const QString &path, const CardPaper &paper);

} // namespace parvis

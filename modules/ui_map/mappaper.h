#pragma once

#include "base/result.h"

#include <QtCore/QStringList>
#include <QtGui/QImage>

namespace parvis {

//! The map as it is handed round: with its title, its legend and its figures.
struct MapPaper
{
    QString title, subtitle, figures;
    QImage map;
    QList<std::pair<QImage, QString>> legend;
    QString explanation; //!< of hot spots and steps; may be empty
    QStringList headers; //!< of the table by district
    QList<QStringList> rows;
    QString footer; //!< where it is from, and when
};

Status writePicture(const MapPaper &paper, const QString &path); //!< PNG, without the table
Status writePdf(const MapPaper &paper, const QString &path);     //!< A4, the table on the next page

} // namespace parvis

#pragma once

#include "domain/cardform.h"
#include "domain/cardlife.h"
#include "presentation/carddifference.h"
#include "presentation/cardscontroller.h"

#include <QtCore/QCoreApplication>

namespace parvis {

// The words of procedure cards in the agent's language.

QString viewTitle(CardView view);
QString word(CardGap gap);
QString word(Silence silence);
QString word(RemarkType type);
QString word(FormFieldType type); //!< of a field of a card's form

//! The second line of an item of the list.
QString detailText(const CardItem &item, const ReferenceData &town, const QDate &today);

//! How a field of a card's content reads in differences.
ValueText cardValueText(const ReferenceData &town);

//! "head of service → Marc Aubertin → …"
QString circuitText(const QJsonArray &circuit, const Id &service, const ReferenceData &town);

//! "10 working days"
QString delayText(const CardContent &card);

//! Lines of a JSON array of texts.
QStringList linesOf(const QJsonArray &array);

} // namespace parvis

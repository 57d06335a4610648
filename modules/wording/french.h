#pragma once

#include "domain/citizen.h"

#include <QtCore/QDate>
#include <QtCore/QStringList>

// What every French letter writes alike. The letters of a French town are French, whatever the agent's language.

namespace parvis {

//! "1er novembre 2026"; empty for no day.
QString frenchDay(const QDate &day);

//! "Monsieur", "Madame", or "Madame, Monsieur" of whom that is not known.
QString formOfAddress(const Citizen &citizen);

//! "Veuillez agréer, Madame, l'expression de notre considération distinguée."
QString politeness(const Citizen &citizen);

//! The lines for an envelope: who it is, then the address at its commas.
QStringList addressLines(const Citizen &citizen);

} // namespace parvis

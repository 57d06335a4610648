#pragma once

namespace parvis {

// How to get into the demo town, which holds no secret. Alone in its header, so that a desk can know it without the rest.

//! "Mireille Roussel", who works at the reception.
inline constexpr const char *demoLogin = "m.roussel";

//! The password of every demo agent in TownData::named.
inline constexpr const char *demoPassword = "bienvenue a Ingeville";

//! The river of the town, for its map.
inline constexpr const char *demoRiver = "L'Yserette";

} // namespace parvis

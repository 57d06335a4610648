#pragma once

#include "presentation/requestfilter.h"

namespace parvis {

// The filter line in the agent's language.

FilterWords filterWords();
QString sentence(const FilterProblem &problem);

} // namespace parvis

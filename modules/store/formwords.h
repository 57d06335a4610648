#pragma once

#include "sqlite/database.h"

namespace parvis {

//! Makes form_words(json) known on \a database: what a request's form is found by (searchWords() of domain/cardform.h). The view
//! that is searched asks for it; a function, because FTS5 reads no view over json_tree. The search index must be told the very
//! words that it was given, so other words for the same form need a migration that builds the index anew.
Status addFormWords(Database &database);

} // namespace parvis

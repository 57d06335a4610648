#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace parvis {

//! What a procedure card gives to tick: the items of the lists in its steps (Markdown, CommonMark 5.2), in order, each once,
//! without their marks. Prose between them is not part of it. A request keeps the texts of what is done (Request::checked), so
//! that a tick lives as long as its line is worded so.
QStringList checklistOf(const QString &steps);

} // namespace parvis

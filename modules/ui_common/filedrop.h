#pragma once

#include <QtCore/QStringList>
#include <QtGui/QImage>

class QMimeData;

// What an agent drops or pastes where files are taken. Null data holds nothing.

namespace parvis {

bool holdsFiles(const QMimeData *data); //!< files of this computer, or a picture
QStringList localFilesIn(const QMimeData *data);
QImage pictureIn(const QMimeData *data); //!< null: none

} // namespace parvis

#include "ui_common/filedrop.h"

#include <QtCore/QMimeData>
#include <QtCore/QUrl>

namespace parvis {

bool holdsFiles(const QMimeData *data)
{
    return data && (data->hasImage() || !localFilesIn(data).isEmpty());
}

QStringList localFilesIn(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data ? data->urls() : QList<QUrl>();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

QImage pictureIn(const QMimeData *data)
{
    return data && data->hasImage() ? data->imageData().value<QImage>() : QImage();
}

} // namespace parvis

#pragma once

#include "presentation/requestdetailcontroller.h"

#include <QtWidgets/QWidget>

class QAction;
class QListWidget;
class QMimeData;

namespace parvis {

class InlineError;

//! The files of the request in sight: name, size, and whether their bytes are on their way. A file is added by a key, dropped, or
//! pasted; Enter opens one, Delete takes it away, which can be undone.
class FileList final : public QWidget
{
    Q_OBJECT
public:
    FileList(RequestDetailController &controller, QWidget *scope, QWidget *parent = nullptr);

    void focusList();
    void takePaths(const QStringList &paths);
    bool takeData(const QMimeData *data); //!< files, or a picture; false: neither

Q_SIGNALS:
    void opened(const parvis::Attachment &attachment);

private:
    void makeActions(QWidget *scope);
    void choose();
    void takePicture(const QByteArray &png);
    void kept(const Id &request, const QString &name, const Result<FileReference> &file);
    void showRequest();
    QString stateText(const Attachment &attachment) const;
    void openCurrent();

    RequestDetailController &m_controller;
    QListWidget *m_list;
    InlineError *m_error;
    QAction *m_add = nullptr, *m_focus = nullptr, *m_paste = nullptr, *m_remove = nullptr;
    QList<Attachment> m_files;
    QStringList m_texts; //!< as shown
    Id m_shown;
};

} // namespace parvis

#pragma once

#include "presentation/patrolcontroller.h"

#include <QtWidgets/QWidget>

class QAction;
class QListWidget;
class QMimeData;

namespace parvis {

class Camera;
class CameraView;
class InlineError;

//! The photos of a report: chosen, dropped, pasted, taken; kept in the store at once, so that the card may leave the camera.
//! Delete takes one away. The machine's camera shows its picture in place of the photos while one is taken.
class PhotoStrip final : public QWidget
{
    Q_OBJECT
public:
    //! \a scope: where the keys work.
    PhotoStrip(PatrolController &controller, Camera &camera, QWidget *scope, QWidget *parent = nullptr);

    const QList<FileReference> &photos() const { return m_photos; }
    void setPhotos(const QList<FileReference> &photos); //!< without changed()
    void setReadOnly(bool isReadOnly);
    void takePaths(const QStringList &paths);
    bool takeData(const QMimeData *data); //!< files, or a picture; false: neither
    void lookForCamera();                 //!< offers it if there is one
    bool closeCamera();                   //!< false: it was not open

Q_SIGNALS:
    void changed();
    void cameraOpened();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeActions(QWidget *scope);
    void makeCameraActions(QWidget *scope);
    void openCamera();
    void takePicture(const QImage &picture);
    void keepPicture(const QImage &picture, const QString &name, int quality);
    void offerCamera();
    void kept(const QString &name, const Result<FileReference> &file);
    void showPhotos();
    void showPicture(const QString &sha256);
    void offerRemoval();
    void fit();

    PatrolController &m_controller;
    Camera &m_camera;
    QWidget *m_shelf; // what the camera takes the place of
    CameraView *m_view;
    QWidget *m_takeButton = nullptr;
    QListWidget *m_list;
    InlineError *m_error;
    QAction *m_add = nullptr, *m_take = nullptr, *m_paste = nullptr, *m_remove = nullptr;
    QList<FileReference> m_photos;
    QHash<QString, QPixmap> m_pictures; //!< by digest
    bool m_isReadOnly = false;
    bool m_hasCamera = false;
};

} // namespace parvis

#include "ui_patrol/photostrip.h"

#include "base/async.h"
#include "ui_common/action.h"
#include "ui_common/filechoice.h"
#include "ui_common/filedrop.h"
#include "ui_common/flowlayout.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_patrol/camera.h"
#include "ui_patrol/cameraview.h"
#include "ui_patrol/patrolwords.h"
#include "ui_patrol/touch.h"

#include <QtCore/QBuffer>
#include <QtCore/QFileInfo>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QImageReader>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int longestSide = 2048; // pixels of a photo that is taken: enough to read a plate, quick to send
constexpr int photoQuality = 85;  // of JPEG
constexpr int usualQuality = -1;  // Qt's

//! A picture is seen, not looked at: read as small as it is shown, which is quick even for a large photo.
QPixmap smallPicture(QByteArray bytes, const QSize &room)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && (size.width() > room.width() || size.height() > room.height()))
        reader.setScaledSize(size.scaled(room, Qt::KeepAspectRatio));
    return QPixmap::fromImage(reader.read());
}

} // namespace

PhotoStrip::PhotoStrip(PatrolController &controller, Camera &camera, QWidget *scope, QWidget *parent)
    : QWidget(parent),
      m_controller(controller),
      m_camera(camera),
      m_shelf(new QWidget),
      m_view(new CameraView(camera)),
      m_list(new QListWidget),
      m_error(new InlineError)
{
    m_list->setAccessibleName(tr("Photos"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setWrapping(false);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    makeActions(scope);
    makeCameraActions(scope);
    auto *column = new QVBoxLayout(m_shelf);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::gap);
    auto *buttons = new FlowLayout;
    buttons->setSpacing(space::gap);
    for (QAction *action : {m_take, m_add, m_paste, m_remove}) {
        auto *button = new ActionButton(action);
        makeTouchable(button);
        if (action == m_take)
            m_takeButton = button;
        buttons->addWidget(button);
    }
    column->addLayout(buttons);
    column->addWidget(m_list);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(space::gap);
    whole->addWidget(m_shelf);
    whole->addWidget(m_view);
    whole->addWidget(m_error);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_remove->setEnabled(row >= 0 && !m_isReadOnly); });
    showPhotos();
}

void PhotoStrip::makeActions(QWidget *scope)
{
    m_add = makeAction(scope, {u"patrol.photo"_s,
                               tr("Add a photo"),
                               {Qt::Key_P, Qt::CTRL | Qt::SHIFT | Qt::Key_P},
                               u"image"_s,
                               tr("From the camera's folder; it can also be dropped on the report, or pasted.")});
    connect(m_add, &QAction::triggered, this,
            [this] { chooseFiles(this, tr("Photos for the report"), [this](const QStringList &paths) { takePaths(paths); }); });
    m_paste = makeAction(scope, {u"patrol.paste"_s,
                                 tr("Paste a photo"),
                                 {QKeySequence::Paste},
                                 u"clipboard-paste"_s,
                                 tr("A file or a picture of the clipboard.")});
    connect(m_paste, &QAction::triggered, this, [this] {
        if (!takeData(QGuiApplication::clipboard()->mimeData()))
            m_error->say(tr("There is no file and no picture in the clipboard."));
    });
    m_remove = makeAction(m_list, {u"patrol.removePhoto"_s, tr("Take the photo away"), {QKeySequence::Delete}, u"trash-2"_s, {}});
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    m_remove->setEnabled(false);
    connect(m_remove, &QAction::triggered, this, [this] {
        if (const int row = m_list->currentRow(); row >= 0 && !m_isReadOnly) {
            m_photos.removeAt(row);
            showPhotos();
            Q_EMIT changed();
        }
    });
}

void PhotoStrip::makeCameraActions(QWidget *scope)
{
    m_take = makeAction(scope, {u"patrol.camera"_s,
                                tr("Take a photo"),
                                {Qt::Key_C, Qt::CTRL | Qt::SHIFT | Qt::Key_C},
                                u"camera"_s,
                                tr("With the camera of this machine: Space takes the picture, Escape goes back.")});
    connect(m_take, &QAction::triggered, this, &PhotoStrip::openCamera);
    connect(m_view, &CameraView::closed, this, [this] { closeCamera(); });
    connect(&m_camera, &Camera::taken, this, &PhotoStrip::takePicture);
    connect(&m_camera, &Camera::failed, this, [this](CameraTrouble trouble) {
        if (closeCamera())
            m_error->say(sentence(trouble));
        lookForCamera();
    });
    m_view->hide();
    offerCamera();
}

void PhotoStrip::lookForCamera()
{
    m_hasCamera = m_camera.isThere();
    offerCamera();
}

void PhotoStrip::offerCamera()
{
    const bool isOffered = m_hasCamera && !m_isReadOnly;
    m_take->setVisible(isOffered);
    m_take->setEnabled(isOffered);
}

void PhotoStrip::openCamera()
{
    if (m_view->isOpen() || !isVisible()) // no report is in sight
        return;
    m_error->clear();
    m_shelf->hide();
    m_view->open();
    Q_EMIT cameraOpened();
}

bool PhotoStrip::closeCamera()
{
    if (!m_view->isOpen())
        return false;
    m_shelf->show();
    if (m_view->hasFocus())
        m_takeButton->setFocus();
    m_view->close();
    return true;
}

//! The photo lies among the others then, and the next is one key away.
void PhotoStrip::takePicture(const QImage &picture)
{
    if (!closeCamera())
        return; // of a report that is out of sight
    const bool isLarge = std::max(picture.width(), picture.height()) > longestSide;
    const QImage photo =
        isLarge ? picture.scaled(longestSide, longestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation) : picture;
    //: name of a photo that was taken, without its ending; %1: its number in the report
    keepPicture(photo, tr("photo %1").arg(m_photos.size() + 1) + u".jpg"_s, photoQuality);
}

void PhotoStrip::keepPicture(const QImage &picture, const QString &name, int quality)
{
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "JPG", quality);
    m_error->clear();
    whenReady(m_controller.keepFile(jpeg, name), this, [this, name, id = m_controller.id()](const Result<FileReference> &file) {
        if (id == m_controller.id())
            kept(name, file);
    });
}

bool PhotoStrip::takeData(const QMimeData *data)
{
    const QStringList paths = localFilesIn(data);
    if (!paths.isEmpty()) {
        takePaths(paths);
        return true;
    }
    const QImage picture = pictureIn(data);
    if (picture.isNull() || m_isReadOnly)
        return false;
    //: name of a photo that was pasted; without its ending
    keepPicture(picture, tr("pasted photo") + u".jpg"_s, usualQuality);
    return true;
}

void PhotoStrip::takePaths(const QStringList &paths)
{
    m_error->clear();
    if (m_isReadOnly)
        return;
    for (const QString &path : paths) {
        whenReady(m_controller.keepFile(path), this,
                  [this, name = QFileInfo(path).fileName(), id = m_controller.id()](const Result<FileReference> &file) {
                      if (id == m_controller.id()) // another is in sight by now
                          kept(name, file);
                  });
    }
}

void PhotoStrip::kept(const QString &name, const Result<FileReference> &file)
{
    if (!file) {
        m_error->say(whyNoFile(name, file.error()));
        return;
    }
    if (m_photos.contains(*file))
        return;
    m_photos.append(*file);
    showPhotos();
    m_list->setCurrentRow(m_list->count() - 1);
    Q_EMIT changed();
}

void PhotoStrip::setPhotos(const QList<FileReference> &photos)
{
    if (photos == m_photos)
        return;
    m_error->clear();
    m_photos = photos;
    showPhotos();
}

void PhotoStrip::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    for (QAction *action : {m_add, m_paste}) {
        action->setVisible(!isReadOnly);
        action->setEnabled(!isReadOnly);
    }
    if (isReadOnly)
        closeCamera();
    offerCamera();
    offerRemoval();
}

void PhotoStrip::offerRemoval()
{
    const bool isOffered = m_list->currentRow() >= 0 && !m_isReadOnly;
    m_remove->setVisible(isOffered);
    m_remove->setEnabled(isOffered);
}

void PhotoStrip::showPhotos()
{
    m_list->clear();
    for (const FileReference &photo : std::as_const(m_photos)) {
        const QPixmap picture = m_pictures.value(photo.sha256);
        auto *item = new QListWidgetItem(picture.isNull() ? icon(u"image"_s) : QIcon(picture), photo.name, m_list);
        item->setToolTip(photo.name);
        item->setData(Qt::UserRole, photo.sha256);
        if (picture.isNull())
            showPicture(photo.sha256);
    }
    m_list->setVisible(!m_photos.isEmpty());
    offerRemoval();
    fit();
}

void PhotoStrip::showPicture(const QString &sha256)
{
    whenReady(m_controller.photoBytes(sha256), this, [this, sha256](const Result<QByteArray> &bytes) {
        const QPixmap picture = bytes ? smallPicture(*bytes, m_list->iconSize() * devicePixelRatioF()) : QPixmap();
        if (picture.isNull())
            return; // no picture, or not on this desk: its name stands for it
        m_pictures.insert(sha256, picture);
        for (int row = 0; row < m_list->count(); ++row) {
            if (m_list->item(row)->data(Qt::UserRole).toString() == sha256)
                m_list->item(row)->setIcon(QIcon(picture));
        }
    });
}

void PhotoStrip::fit()
{
    const int side = 2 * touchSide(this);
    m_list->setIconSize({side, side * 3 / 4});
    m_list->setGridSize({side + space::group, side * 3 / 4 + fontMetrics().height() + space::group});
    m_list->setFixedHeight(m_list->gridSize().height() + 2 * m_list->frameWidth() + space::gap);
}

void PhotoStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

} // namespace parvis

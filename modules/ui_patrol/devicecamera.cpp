#include "ui_patrol/devicecamera.h"

#include <QtCore/QDir>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtMultimedia/QCamera>
#include <QtMultimedia/QCameraDevice>
#include <QtMultimedia/QMediaCaptureSession>
#include <QtMultimedia/QMediaDevices>
#include <QtMultimedia/QVideoFrame>
#include <QtMultimedia/QVideoSink>
#include <QtWidgets/QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int patienceMs = 6000; // a camera that nobody holds shows its first picture within two seconds
constexpr int longestSide = 2048;
constexpr float fewestPictures = 10; // a second; below, one can't aim

int longSide(const QCameraFormat &format)
{
    return std::max(format.resolution().width(), format.resolution().height());
}

//! The sharpest that is not larger than a photo may be; the camera's own choice if it names none.
QCameraFormat formatOf(const QCameraDevice &device)
{
    QCameraFormat best;
    const QList<QCameraFormat> formats = device.videoFormats();
    for (const QCameraFormat &format : formats) {
        if (format.maxFrameRate() >= fewestPictures && longSide(format) <= longestSide && longSide(format) > longSide(best))
            best = format;
    }
    return best;
}

} // namespace

//! What the camera sees. A plain widget rather than QVideoWidget, whose native window would take the keys and not scroll.
class LivePicture final : public QWidget
{
public:
    void setFrame(const QVideoFrame &frame)
    {
        m_frame = frame;
        update(); // what comes faster than it is painted is never converted
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const QImage image = m_frame.toImage();
        if (image.isNull())
            return;
        const QSize size = image.size().scaled(this->size(), Qt::KeepAspectRatio);
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRect({(width() - size.width()) / 2, (height() - size.height()) / 2}, size), image);
    }

private:
    QVideoFrame m_frame;
};

struct DeviceCamera::Live
{
    explicit Live(const QCameraDevice &device) : id(device.id()), camera(device)
    {
        if (const QCameraFormat format = formatOf(device); !format.isNull())
            camera.setCameraFormat(format);
        session.setCamera(&camera);
        session.setVideoSink(&sink);
    }
    ~Live() { camera.stop(); }

    QByteArray id;
    QMediaDevices devices;
    QVideoSink sink;
    QCamera camera;
    QMediaCaptureSession session;
    QVideoFrame frame;
};

DeviceCamera::DeviceCamera(QObject *parent) : Camera(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { fail(CameraTrouble::Busy); });
}

DeviceCamera::~DeviceCamera() = default;

bool DeviceCamera::isThere()
{
    // Without a device Qt's answer is known, and its media back end need not be read from the disk.
    const bool mayBe = !QDir(u"/dev"_s).entryList({u"video*"_s}, QDir::System).isEmpty();
    return mayBe && !QMediaDevices::defaultVideoInput().isNull();
}

void DeviceCamera::start()
{
    stop();
    const QCameraDevice device = QMediaDevices::defaultVideoInput();
    if (device.isNull())
        return fail(CameraTrouble::Gone);
    m_live = std::make_unique<Live>(device);
    // Queued: frames come from another thread, and what fails is destroyed.
    connect(
        &m_live->sink, &QVideoSink::videoFrameChanged, this,
        [this](const QVideoFrame &frame) {
            if (m_live && frame.isValid()) {
                m_live->frame = frame;
                see();
            }
        },
        Qt::QueuedConnection);
    connect(
        &m_live->camera, &QCamera::errorOccurred, this,
        [this](QCamera::Error error) {
            if (m_live && error != QCamera::NoError)
                fail(CameraTrouble::Busy);
        },
        Qt::QueuedConnection);
    connect(
        &m_live->devices, &QMediaDevices::videoInputsChanged, this,
        [this] {
            const QList<QCameraDevice> inputs = QMediaDevices::videoInputs();
            const auto isOurs = [this](const QCameraDevice &input) { return input.id() == m_live->id; };
            if (m_live && std::none_of(inputs.begin(), inputs.end(), isOurs))
                fail(CameraTrouble::Gone);
        },
        Qt::QueuedConnection);
    m_patience.start();
    m_live->camera.start();
}

void DeviceCamera::see()
{
    m_patience.stop();
    show(m_live->frame);
    if (m_isWanted)
        shoot();
}

void DeviceCamera::stop()
{
    m_patience.stop();
    m_isWanted = false;
    show({}); // the frame is the device's memory
    m_live.reset();
}

QWidget *DeviceCamera::makePreview()
{
    m_preview = new LivePicture;
    return m_preview;
}

void DeviceCamera::show(const QVideoFrame &frame)
{
    if (m_preview)
        static_cast<LivePicture *>(m_preview.data())->setFrame(frame);
}

//! The picture that the agent sees is the one that is taken: no second one, later, at another exposure.
void DeviceCamera::shoot()
{
    if (!m_live)
        return;
    m_isWanted = !m_live->frame.isValid();
    if (m_isWanted)
        return;
    const QImage picture = m_live->frame.toImage();
    if (picture.isNull())
        return fail(CameraTrouble::Busy);
    Q_EMIT taken(picture);
}

void DeviceCamera::fail(CameraTrouble trouble)
{
    stop();
    Q_EMIT failed(trouble);
}

} // namespace parvis

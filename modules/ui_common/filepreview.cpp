#include "ui_common/filepreview.h"

#include "base/async.h"
#include "ui_common/action.h"
#include "ui_common/filechoice.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtCore/QBuffer>
#include <QtCore/QSaveFile>
#include <QtCore/QThreadPool>
#include <QtGui/QAction>
#include <QtGui/QImageReader>
#include <QtPdf/QPdfDocument>
#include <QtPdfWidgets/QPdfView>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int largestSide = 4096; // more is not decoded: a screen shows less
constexpr double mostZoom = 8, leastZoom = 0.25, zoomStep = 1.25;

//! Formats of pixels only: a drawing (SVG) could ask for other files.
bool isPicture(const QString &mediaType)
{
    static const QStringList types{u"image/png"_s, u"image/jpeg"_s, u"image/gif"_s, u"image/bmp"_s, u"image/webp"_s};
    return types.contains(mediaType);
}

Result<QImage> decoded(QByteArray bytes, const QByteArray &format)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true); // as the camera was held
    if (const QSize size = reader.size(); std::max(size.width(), size.height()) > largestSide)
        reader.setScaledSize(size.scaled(largestSide, largestSide, Qt::KeepAspectRatio));
    const QImage image = reader.read();
    return image.isNull() ? Result<QImage>(Error{ErrorCode::InvalidInput, reader.errorString()}) : image;
}

QFuture<Result<QImage>> decode(const QByteArray &bytes, const QByteArray &format)
{
    auto promise = std::make_shared<QPromise<Result<QImage>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, bytes, format] {
        promise->addResult(decoded(bytes, format));
        promise->finish();
    });
    return promise->future();
}

} // namespace

FilePreview::FilePreview(FileOpener &source, const QString &where, QWidget *parent)
    : QWidget(parent),
      m_source(source),
      m_where(where),
      m_name(new ElidedLabel),
      m_size(secondaryLabel({})),
      m_pages(new QStackedWidget),
      m_message(new EmptyState(u"file"_s, {}, {})),
      m_picture(new QLabel),
      m_pictureArea(new QScrollArea),
      m_document(new QPdfDocument(this)),
      m_pdf(new QPdfView(this)),
      m_buffer(new QBuffer(this)),
      m_error(new InlineError)
{
    setFocusPolicy(Qt::StrongFocus);
    setTextRole(m_name, TextRole::Strong);
    m_size->setWordWrap(false);
    m_picture->setAlignment(Qt::AlignCenter);
    m_pictureArea->setWidget(m_picture);
    m_pictureArea->setAlignment(Qt::AlignCenter);
    m_pictureArea->setFrameShape(QFrame::NoFrame);
    m_pictureArea->setFocusPolicy(Qt::NoFocus);
    m_pdf->setDocument(m_document);
    m_pdf->setPageMode(QPdfView::PageMode::MultiPage);
    m_pdf->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    m_pdf->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(m_message);
    m_pages->addWidget(m_pictureArea);
    m_pages->addWidget(m_pdf);
    makeActions();
    auto *line = new QHBoxLayout;
    line->setSpacing(space::gap);
    line->addWidget(m_name, 1);
    line->addWidget(m_size);
    auto *buttons = new QHBoxLayout;
    for (QAction *action : {m_save, m_close}) {
        auto *button = new ActionButton(action);
        button->setFlat(true);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::group, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addLayout(line);
    column->addLayout(buttons);
    column->addWidget(m_error);
    column->addWidget(m_pages, 1);
    connect(&m_source, &FileOpener::fileOpened, this, [this](const Attachment &attachment, const QByteArray &bytes) {
        if (attachment.id == m_attachment.id)
            showBytes(bytes);
    });
    connect(&m_source, &FileOpener::fileMissed, this, [this](const Attachment &attachment, const Error &error) {
        if (attachment.id != m_attachment.id)
            return;
        if (error.code == ErrorCode::NotFound)
            say(tr("The file has not come to the hub yet"),
                tr("The desk that added it has still to send it. Close this and open it again later."));
        else
            say(tr("The file can't be fetched now"), tr("It comes when the hub answers again; it stays listed here meanwhile."));
    });
}

FilePreview::~FilePreview() = default;

void FilePreview::makeActions()
{
    const auto act = [this](const ActionDefinition &definition, const std::function<void()> &done) {
        QAction *action = makeAction(this, definition);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, done);
        return action;
    };
    m_save = act({m_where + u".saveFile"_s, tr("Save the file…"), {QKeySequence::Save}, u"download"_s, {}}, [this] { save(); });
    m_close = act({m_where + u".closeFile"_s, tr("Close the file"), {}, u"x"_s, tr("Esc does it too.")}, [this] { close(); });
    act({m_where + u".zoomIn"_s, tr("Larger"), {Qt::Key_Plus, QKeySequence::ZoomIn}, u"zoom-in"_s, {}},
        [this] { zoom(zoomStep); });
    act({m_where + u".zoomOut"_s, tr("Smaller"), {Qt::Key_Minus, QKeySequence::ZoomOut}, u"zoom-out"_s, {}},
        [this] { zoom(1 / zoomStep); });
    act({m_where + u".pageDown"_s, tr("Further down"), {Qt::Key_PageDown, Qt::Key_Space}, u"chevron-down"_s, {}},
        [this] { scroll(1); });
    act({m_where + u".pageUp"_s, tr("Further up"), {Qt::Key_PageUp}, u"chevron-up"_s, {}}, [this] { scroll(-1); });
}

void FilePreview::open(const Attachment &attachment)
{
    close();
    m_attachment = attachment;
    m_name->setText(attachment.name);
    setAccessibleName(attachment.name);
    m_size->setText(bytesText(attachment.bytes));
    m_save->setEnabled(false);
    say(tr("The file is on its way"), tr("Esc closes; it comes all the same."));
    m_source.openFile(attachment);
}

void FilePreview::close()
{
    if (m_attachment.id.isNull())
        return;
    m_attachment = {};
    m_source.closeFile();
    ++m_decoding;
    m_document->close();
    m_buffer->close();
    m_bytes.clear();
    m_image = {};
    m_picture->setPixmap({});
    m_error->clear();
    Q_EMIT closed();
}

void FilePreview::say(const QString &title, const QString &hint)
{
    m_message->setTexts(title, hint);
    m_pages->setCurrentWidget(m_message);
}

void FilePreview::showBytes(const QByteArray &bytes)
{
    m_bytes = bytes;
    m_save->setEnabled(true);
    const QString noSight = tr("It can't be shown here");
    const QString saveIt =
        tr("%1 saves it, to be opened by another program.").arg(m_save->shortcut().toString(QKeySequence::NativeText));
    if (isPicture(m_attachment.mediaType)) {
        say(tr("The picture is being opened"), {});
        const QByteArray format = m_attachment.mediaType.section(u'/', 1).toLatin1();
        whenReady(decode(bytes, format), this, [this, decoding = ++m_decoding, noSight, saveIt](const Result<QImage> &image) {
            if (decoding != m_decoding)
                return;
            if (image)
                showPicture(*image);
            else
                say(noSight, saveIt);
        });
        return;
    }
    if (m_attachment.mediaType == "application/pdf"_L1) {
        m_buffer->setData(m_bytes);
        m_buffer->open(QIODevice::ReadOnly);
        m_document->load(m_buffer);
        if (m_document->pageCount() > 0) {
            m_pages->setCurrentWidget(m_pdf);
            //: size of a file and number of its pages
            m_size->setText(tr("%1 · %n page(s)", nullptr, m_document->pageCount()).arg(bytesText(m_attachment.bytes)));
            return;
        }
    }
    say(noSight, saveIt);
}

void FilePreview::showPicture(const QImage &picture)
{
    m_image = picture;
    m_zoom = 1;
    m_picture->setAccessibleName(m_attachment.name);
    m_pages->setCurrentWidget(m_pictureArea);
    fitPicture();
}

void FilePreview::fitPicture()
{
    if (m_image.isNull())
        return;
    const qreal ratio = devicePixelRatioF();
    const QSize room = m_pictureArea->viewport()->size() * ratio;
    const QSize fitting = m_image.size().scaled(m_image.size().boundedTo(room), Qt::KeepAspectRatio);
    QPixmap pixmap = QPixmap::fromImage(m_image.scaled(fitting * m_zoom, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    m_picture->setPixmap(pixmap);
    m_picture->resize(pixmap.size() / ratio);
}

void FilePreview::zoom(double factor)
{
    if (m_pages->currentWidget() == m_pdf) {
        if (m_pdf->zoomMode() != QPdfView::ZoomMode::Custom) {
            const QSizeF page = m_document->pagePointSize(0);
            const double points = m_pdf->viewport()->width() * 72.0 / logicalDpiX();
            m_pdf->setZoomMode(QPdfView::ZoomMode::Custom);
            m_pdf->setZoomFactor(page.width() > 0 ? points / page.width() : 1);
        }
        m_pdf->setZoomFactor(std::clamp(m_pdf->zoomFactor() * factor, leastZoom, mostZoom));
        return;
    }
    m_zoom = std::clamp(m_zoom * factor, leastZoom, mostZoom);
    fitPicture();
}

void FilePreview::scroll(int pages)
{
    const QAbstractScrollArea *area =
        m_pages->currentWidget() == m_pdf ? static_cast<QAbstractScrollArea *>(m_pdf) : m_pictureArea;
    QScrollBar *bar = area->verticalScrollBar();
    bar->setValue(bar->value() + pages * bar->pageStep());
}

void FilePreview::save()
{
    m_error->clear();
    chooseSavePath(this, tr("Save the file"), m_attachment.name, [this, bytes = m_bytes](const QString &path) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            m_error->say(tr("The file could not be written there: %1. Choose another folder.").arg(file.errorString()));
    });
}

void FilePreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitPicture();
}

} // namespace parvis

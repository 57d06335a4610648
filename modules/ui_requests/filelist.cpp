#include "ui_requests/filelist.h"

#include "base/async.h"
#include "ui_common/action.h"
#include "ui_common/filechoice.h"
#include "ui_common/filedrop.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtCore/QBuffer>
#include <QtCore/QFileInfo>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int mostRows = 4; // more are scrolled

QString iconFor(const QString &mediaType)
{
    return mediaType.startsWith("image/"_L1) ? u"image"_s : mediaType == "application/pdf"_L1 ? u"file-text"_s : u"file"_s;
}

} // namespace

FileList::FileList(RequestDetailController &controller, QWidget *scope, QWidget *parent)
    : QWidget(parent), m_controller(controller), m_list(new QListWidget), m_error(new InlineError)
{
    m_list->setAccessibleName(tr("Files"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false); // part of the page
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setUniformItemSizes(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_list);
    column->addWidget(m_error);
    makeActions(scope);
    connect(m_list, &QListWidget::itemActivated, this, &FileList::openCurrent);
    connect(&m_controller, &RequestDetailController::changed, this, &FileList::showRequest);
    connect(&m_controller, &RequestDetailController::failed, this, [this](RequestAct act, const Error &error) {
        if (act == RequestAct::Attach || act == RequestAct::Detach)
            m_error->say(error);
    });
    showRequest();
}

void FileList::makeActions(QWidget *scope)
{
    m_add = makeAction(scope, {u"requests.attach"_s,
                               tr("Add a file"),
                               {Qt::Key_P},
                               u"paperclip"_s,
                               tr("A photo, a letter, any file; it can also be dropped on the request, or pasted.")});
    connect(m_add, &QAction::triggered, this, &FileList::choose);
    m_paste = makeAction(scope, {u"requests.paste"_s,
                                 tr("Paste a file"),
                                 {QKeySequence::Paste},
                                 u"clipboard-paste"_s,
                                 tr("A file or a picture of the clipboard.")});
    connect(m_paste, &QAction::triggered, this, [this] {
        if (!takeData(QGuiApplication::clipboard()->mimeData()))
            m_error->say(tr("There is no file and no picture in the clipboard."));
    });
    m_focus = makeAction(scope, {u"requests.files"_s, tr("Go to the files"), {Qt::Key_F}, u"files"_s, {}});
    connect(m_focus, &QAction::triggered, this, &FileList::focusList);
    m_remove = makeAction(m_list, {u"requests.detach"_s, tr("Take the file away"), {QKeySequence::Delete}, u"trash-2"_s, {}});
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    connect(m_remove, &QAction::triggered, this, [this] {
        if (const int row = m_list->currentRow(); row >= 0 && m_controller.may(Permission::LogContact))
            m_controller.detach(m_files.at(row));
    });
}

void FileList::focusList()
{
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    m_list->setFocus();
}

void FileList::choose()
{
    chooseFiles(this, tr("Files for the request"), [this](const QStringList &paths) { takePaths(paths); });
}

bool FileList::takeData(const QMimeData *data)
{
    const QStringList paths = localFilesIn(data);
    if (!paths.isEmpty()) {
        takePaths(paths);
        return true;
    }
    const QImage picture = pictureIn(data);
    if (picture.isNull())
        return false;
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    takePicture(png);
    return true;
}

void FileList::takePaths(const QStringList &paths)
{
    m_error->clear();
    if (!m_controller.may(Permission::LogContact))
        return;
    for (const QString &path : paths) {
        whenReady(m_controller.keepFile(path), this,
                  [this, request = m_controller.id(), name = QFileInfo(path).fileName()](const Result<FileReference> &file) {
                      kept(request, name, file);
                  });
    }
}

void FileList::takePicture(const QByteArray &png)
{
    m_error->clear();
    //: name of a picture that was pasted; without its ending
    const QString name = tr("pasted picture") + u".png"_s;
    whenReady(m_controller.keepFile(png, name), this,
              [this, request = m_controller.id(), name](const Result<FileReference> &file) { kept(request, name, file); });
}

void FileList::kept(const Id &request, const QString &name, const Result<FileReference> &file)
{
    if (request != m_controller.id())
        return; // another is in sight by now
    if (file)
        m_controller.attach({*file});
    else
        m_error->say(whyNoFile(name, file.error()));
}

//: what becomes of a file's bytes
QString FileList::stateText(const Attachment &attachment) const
{
    const auto file = m_controller.detail()->files.constFind(attachment.sha256);
    if (file == m_controller.detail()->files.constEnd())
        return {};
    switch (file->state) {
    case BlobState::Queued: return tr("to send");
    case BlobState::Refused: return tr("too large for the hub, kept on this computer");
    case BlobState::Coming:
        return file->held > 0 ? tr("coming, %1 of %2").arg(bytesText(file->held), bytesText(file->bytes)) : tr("coming");
    case BlobState::Loose:
    case BlobState::Sent: break;
    }
    return {};
}

void FileList::showRequest()
{
    const auto &detail = m_controller.detail();
    const bool isOther = std::exchange(m_shown, m_controller.id()) != m_controller.id();
    if (isOther)
        m_error->clear();
    QList<Attachment> files;
    QStringList texts;
    if (detail) {
        for (const Attachment &attachment : detail->attachments) {
            if (attachment.removed)
                continue;
            files.append(attachment);
            const QString state = stateText(attachment);
            //: name and size of a file, and what becomes of it
            texts.append(state.isEmpty() ? tr("%1 · %2").arg(attachment.name, bytesText(attachment.bytes))
                                         : tr("%1 · %2 · %3").arg(attachment.name, bytesText(attachment.bytes), state));
        }
    }
    const bool mayAdd = detail && m_controller.may(Permission::LogContact);
    m_add->setEnabled(mayAdd);
    m_paste->setEnabled(mayAdd);
    m_focus->setEnabled(!files.isEmpty());
    m_list->setVisible(!files.isEmpty());
    if (files == m_files && texts == m_texts)
        return;
    const Id current = m_list->currentRow() >= 0 && !isOther ? m_files.at(m_list->currentRow()).id : Id();
    m_files = files;
    m_texts = texts;
    m_list->clear();
    for (qsizetype i = 0; i < files.size(); ++i) {
        auto *item = new QListWidgetItem(icon(iconFor(files.at(i).mediaType)), texts.at(i), m_list);
        item->setToolTip(texts.at(i));
        if (files.at(i).id == current)
            m_list->setCurrentItem(item);
    }
    const int rows = int(std::clamp<qsizetype>(files.size(), 1, mostRows));
    m_list->setFixedHeight(rows * std::max(m_list->sizeHintForRow(0), fontMetrics().height()) + 2 * m_list->frameWidth());
}

void FileList::openCurrent()
{
    if (const int row = m_list->currentRow(); row >= 0)
        Q_EMIT opened(m_files.at(row));
}

} // namespace parvis

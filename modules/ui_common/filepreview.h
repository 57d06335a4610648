#pragma once

#include "presentation/fileopener.h"

#include <QtWidgets/QWidget>

class QBuffer;
class QLabel;
class QPdfDocument;
class QPdfView;
class QScrollArea;
class QStackedWidget;

namespace parvis {

class ElidedLabel;
class EmptyState;
class InlineError;

//! A file of a request as it looks: pictures and PDFs; what can't be shown can be saved. Pictures are decoded in another thread.
class FilePreview final : public QWidget
{
    Q_OBJECT
public:
    //! \a where: the workspace, as it begins the names of its actions.
    FilePreview(FileOpener &source, const QString &where, QWidget *parent = nullptr);
    ~FilePreview() override;

    void open(const Attachment &attachment);
    void close(); //!< lets go of the bytes
    bool isOpen() const { return !m_attachment.id.isNull(); }

Q_SIGNALS:
    void closed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    void showBytes(const QByteArray &bytes);
    void showPicture(const QImage &picture);
    void fitPicture();
    void zoom(double factor);
    void scroll(int pages);
    void save();
    void say(const QString &title, const QString &hint);

    FileOpener &m_source;
    QString m_where;
    Attachment m_attachment;
    QByteArray m_bytes;
    ElidedLabel *m_name;
    QLabel *m_size;
    QAction *m_save = nullptr, *m_close = nullptr;
    QStackedWidget *m_pages;
    EmptyState *m_message;
    QLabel *m_picture;
    QScrollArea *m_pictureArea;
    QPdfDocument *m_document;
    QPdfView *m_pdf;
    QBuffer *m_buffer;
    InlineError *m_error;
    QImage m_image;
    double m_zoom = 1; //!< of what fits
    int m_decoding = 0;
};

} // namespace parvis

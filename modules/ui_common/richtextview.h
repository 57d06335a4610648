#pragma once

#include <QtWidgets/QTextBrowser>

namespace parvis {

//! Shows Markdown (CommonMark with GitHub's tables), laid out at once and in the theme's sizes. Nothing is fetched: pictures are
//! left out, HTML stands as it is written, and a link to the web, a mail or a phone opens outside.
class RichTextView : public QTextBrowser
{
    Q_OBJECT
public:
    explicit RichTextView(QWidget *parent = nullptr);

    void show(const QString &markdown);
    using QTextBrowser::show;

Q_SIGNALS:
    void laidOut(); //!< document() is another

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();

    QString m_markdown;
};

//! Plain text that means itself in Markdown.
QString escapedMarkdown(const QString &plain);

//! Lines as a list in Markdown, each meaning itself.
QString markdownList(const QStringList &lines);

//! Lays Markdown into \a document in the theme's sizes: for views, print and PDF.
void layMarkdown(QTextDocument &document, const QString &markdown, const QFont &body);

} // namespace parvis

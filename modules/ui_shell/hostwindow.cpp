#include "ui_shell/hostwindow.h"

#include <QtCore/QPointer>
#include <QtCore/QSettings>
#include <QtGui/QCloseEvent>
#include <QtGui/QScreen>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

const QString geometryKey = u"window/geometry"_s;
constexpr QSize usualSize(1366, 768);

} // namespace

HostWindow::HostWindow(QWidget *parent) : QStackedWidget(parent)
{
    setWindowTitle(u"Parvis"_s);
}

void HostWindow::setContent(QWidget *content)
{
    QWidget *before = currentWidget();
    const QPointer<QWidget> first = content->focusWidget();
    addWidget(content);
    setCurrentWidget(content);
    connect(content, &QWidget::windowTitleChanged, this, &QWidget::setWindowTitle);
    setWindowTitle(content->windowTitle().isEmpty() ? u"Parvis"_s : content->windowTitle());
    delete before; // with the focus in it, which then goes anywhere
    if (first)
        first->setFocus(Qt::OtherFocusReason);
}

void HostWindow::restorePlace()
{
    if (!restoreGeometry(QSettings().value(geometryKey).toByteArray()))
        resize(usualSize.boundedTo(screen()->availableSize()));
}

void HostWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(geometryKey, saveGeometry());
    Q_EMIT closing();
    QStackedWidget::closeEvent(event);
}

} // namespace parvis

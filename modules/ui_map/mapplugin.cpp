#include "ui_map/mapplugin.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QLoggingCategory>
#include <QtCore/QPluginLoader>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! The engine reports its whole set-up, and that it was loaded late, which is meant.
void quieten(QtMsgType type, const QMessageLogContext &context, const QString &text);
QtMessageHandler before = nullptr;

void quieten(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const bool isKnown = text.startsWith(u"Qt WebEngine seems to be initialized from a plugin") ||
                         (context.category && QByteArrayView(context.category) == "qt.webenginecontext" && type == QtInfoMsg);
    if (!isKnown)
        before(type, context, text);
}

//! 0 in a file of the kernel's settings; one that is not there allows.
bool isForbidden(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.readAll().trimmed() == "0";
}

//! Chromium ends its program where it can't shut its processes in: better no map.
bool hasSandbox()
{
    if (qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX"))
        return true;
    return geteuid() != 0 && !isForbidden(u"/proc/sys/user/max_user_namespaces"_s) &&
           !isForbidden(u"/proc/sys/kernel/unprivileged_userns_clone"_s);
}

} // namespace

Result<MapViewMaker *> mapViewMaker()
{
    static MapViewMaker *maker = nullptr;
    if (maker)
        return maker;
    if (!hasSandbox())
        return Error{ErrorCode::Forbidden, u"no sandbox"_s};
    // Beside the program's folder, built or installed.
    const QString path = QCoreApplication::applicationDirPath() + u"/../lib/parvis/parvis-webmap.so"_s;
    if (!QFile::exists(path))
        return Error{ErrorCode::NotFound, path};
    before = qInstallMessageHandler(quieten);
    QPluginLoader loader(path);
    maker = qobject_cast<MapViewMaker *>(loader.instance());
    qInstallMessageHandler(before);
    if (!maker)
        return Error{ErrorCode::NotFound, loader.errorString()};
    return maker;
}

} // namespace parvis

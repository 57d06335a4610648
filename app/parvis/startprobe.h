#pragma once

#include "desktop.h"

#include <QtCore/QTimer>

namespace parvis {

//! For parvis-bench: waits until a workspace can be used (what it needs has been read, its first field has the focus), prints
//! what the program holds in memory as a JSON line, and ends it.
class StartProbe final : public QObject
{
    Q_OBJECT
public:
    StartProbe(Desktop &desktop, QString workspace);

private:
    void open();
    void look();
    bool isUsable() const;

    Desktop &m_desktop;
    QString m_workspace;
    QTimer m_look;
};

} // namespace parvis

#pragma once

#include <QtCore/QObject>
#include <QtDBus/QDBusVariant>

namespace parvis {

//! Whether the desktop prefers dark, asked of the settings portal (org.freedesktop.portal.Settings) and followed as it changes.
//! Qt 6.4 does not know it. Without a portal nothing is ever said.
class SystemScheme final : public QObject
{
    Q_OBJECT
public:
    explicit SystemScheme(QObject *parent = nullptr);
    void ask();

Q_SIGNALS:
    void isDarkKnown(bool dark);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QVariant &value);
};

} // namespace parvis

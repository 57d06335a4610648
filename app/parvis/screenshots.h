#pragma once

#include <QtCore/QObject>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>

#include <functional>

namespace parvis {

class Desktop;

//! Goes through every screen as an agent would, in French, in both themes, with the Desk at 150 % text, and writes a PNG of each.
//! For proof by looking.
class ScreenshotTour final : public QObject
{
    Q_OBJECT
public:
    ScreenshotTour(Desktop &desktop, const QString &folder, QObject *parent = nullptr);
    void start(); //!< once the workspaces are there

Q_SIGNALS:
    void finished(bool allWritten);

private:
    using Deed = std::function<void()>;

    void plan(const QString &suffix, bool onlyDesk);
    void planWork(const QString &suffix);
    void planCards(const QString &suffix);     //!< of an agent who writes procedure cards
    void planPatrol(const QString &suffix);    //!< of a patroller
    void planApprovals(const QString &suffix); //!< of a supervisor
    void seek(const QString &id, int most = 60);
    void scrollDown();
    bool may(const QString &id) const; //!< the action is there for this agent
    void planMail(const QString &suffix);
    void planMap(const QString &suffix);
    void planAdmin(const QString &suffix);
    void copyALetter();
    void then(Deed deed);
    void type(const QString &text); //!< each letter apart, as by hand; "\n" is Enter
    void act(const QString &actionId);
    void shoot(const QString &name);
    void next();

    Desktop &m_desktop;
    QString m_folder;
    QTemporaryDir m_letters;
    QList<Deed> m_deeds;
    QTimer m_pace;
    bool m_allWritten = true;
};

} // namespace parvis

#pragma once

#include <QtCore/QObject>

class QImage;
class QWidget;

namespace parvis {

//! Why there is no picture.
enum class CameraTrouble {
    Busy, //!< it gives none: another program holds it, or it is broken
    Gone, //!< it was taken away
};

//! The camera of the machine. A port: the device's own in the program, another in tests. GUI thread.
class Camera : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    //! Looks whether the machine has one; the first time may take a tenth of a second.
    virtual bool isThere() = 0;

    //! From then on the preview is live, until stop() or failed().
    virtual void start() = 0;
    virtual void stop() = 0; //!< the device is free for other programs

    //! Taken once; the caller's layout owns it.
    virtual QWidget *makePreview() = 0;

    //! While started. taken() or failed() follows, perhaps at once.
    virtual void shoot() = 0;

Q_SIGNALS:
    void taken(const QImage &picture);
    void failed(parvis::CameraTrouble trouble); //!< and is stopped
};

} // namespace parvis

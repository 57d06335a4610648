#pragma once

#include "ui_common/valueeditor.h"

class QPushButton;
class QToolButton;

namespace parvis {

class ElidedLabel;

//! A file, chosen in a dialog or dropped here, by reference: name, size and SHA-256, which is reckoned in another thread.
class FileField final : public QWidget
{
    Q_OBJECT
public:
    explicit FileField(QWidget *parent = nullptr);

    void setKeeper(const FileKeeper &keeper) { m_keeper = keeper; }
    QPushButton *chooseButton() const { return m_choose; }
    QToolButton *removeButton() const { return m_remove; }
    void setValue(const QJsonValue &value);
    void take(const QString &path);
    void choose(); //!< opens the dialog

Q_SIGNALS:
    //! A FileReference; while it is read only its name, which faultOf() takes for none; null: taken away.
    void edited(const QJsonValue &value);
    void refused(const QString &sentence); //!< it could not be read; the value before is back

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void show(const QJsonValue &value, const QString &text);

    QPushButton *m_choose;
    ElidedLabel *m_name;
    QToolButton *m_remove;
    QJsonValue m_value;
    FileKeeper m_keeper;
    int m_reading = 0; //!< the newest take(); an answer to an older one is dropped
};

} // namespace parvis

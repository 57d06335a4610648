#pragma once

#include "presentation/referencedata.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;

namespace parvis {

class CompleterField;

//! Where it is: a street by completion, or words; below it the district, or what the position says.
class PlaceField final : public QWidget
{
    Q_OBJECT
public:
    explicit PlaceField(const ReferenceData &town, QWidget *parent = nullptr);

    const Place &place() const { return m_place; }
    QString text() const;                                    //!< as typed
    void setPlace(const Place &place, const QString &typed); //!< without changed()
    void setReadOnly(bool isReadOnly);
    QLineEdit *lineEdit() const;

Q_SIGNALS:
    void changed();  //!< by the agent
    void finished(); //!< Enter: on to the next field

private:
    void offer(const QString &typed);
    void showHint();

    const ReferenceData &m_town;
    CompleterField *m_field;
    QLabel *m_hint;
    Place m_place;
};

} // namespace parvis

#pragma once

#include "domain/citizen.h"

#include <QtWidgets/QWidget>

#include <memory>

namespace parvis {

class ReferenceData;

namespace Ui {
class CitizenFields;
}

//! The fields of a citizen, edited in place.
class CitizenFields final : public QWidget
{
    Q_OBJECT
public:
    explicit CitizenFields(const ReferenceData &town, QWidget *parent = nullptr);
    ~CitizenFields() override;

    void setCitizen(const Citizen &citizen); //!< fields that show it already keep their cursor
    Citizen citizen() const;
    bool isPhoneReadable() const; //!< what stands in the phone fields can be numbers
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    void showDistricts();

    const ReferenceData &m_town;
    std::unique_ptr<Ui::CitizenFields> m_ui;
    Citizen m_citizen;
    bool m_isFilling = false;
};

} // namespace parvis

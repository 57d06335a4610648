#pragma once

#include "presentation/referencedata.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QGridLayout;

namespace parvis {

//! Who of a service gets a routed request: one line a district, and one for all others.
class ReferentsField final : public QWidget
{
    Q_OBJECT
public:
    explicit ReferentsField(const ReferenceData &town, QWidget *parent = nullptr);

    void setService(const Id &service) { m_service = service; } //!< whose agents are offered
    void setReferents(const QJsonObject &referents);            //!< without edited()
    QJsonObject referents() const;                              //!< what no line is for passes through

Q_SIGNALS:
    void edited();

private:
    struct Line
    {
        QString code; //!< of the district, or "*"
        QComboBox *person = nullptr;
    };
    void makeLines();
    QList<std::pair<QString, Id>> people(const QJsonObject &referents) const;

    const ReferenceData &m_town;
    Id m_service;
    QJsonObject m_known;
    QGridLayout *m_grid;
    QStringList m_codes;
    QList<Line> m_lines;
};

} // namespace parvis

#pragma once

#include "presentation/contactcontroller.h"

#include <QtWidgets/QWidget>

namespace parvis {

class FlowLayout;

//! The contacts that wait because another came between; each comes back as it was.
class ParkedBar final : public QWidget
{
    Q_OBJECT
public:
    ParkedBar(ContactController &controller, const ReferenceData &town, QWidget *parent = nullptr);

private:
    void refresh();

    ContactController &m_controller;
    const ReferenceData &m_town;
    FlowLayout *m_row;
};

} // namespace parvis
